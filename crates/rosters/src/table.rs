//! CSV, row by row. Limits hold before a row is kept: the parser writes into a buffer of fixed size.

use std::io::{BufRead, Read};

use csv_core::{ReadRecordResult, ReaderBuilder};

use crate::decode::{Decoder, code_of, lines};
use crate::{Code, Limits};

/// A file of CSV.
pub(crate) struct Table<R> {
    input: Decoder<R>,
    core: csv_core::Reader,
    text: Vec<u8>,
    ends: Vec<usize>,
    begun: bool,
}

/// One row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    /// The line on which it begins.
    pub(crate) line: u64,
    /// It goes on over the end of the line.
    pub(crate) runs_on: bool,
    text: &'a str,
    ends: &'a [usize],
}

impl<'a> Row<'a> {
    pub(crate) fn width(&self) -> usize {
        self.ends.len()
    }

    /// A cell; empty where the row is shorter.
    pub(crate) fn cell(&self, at: usize) -> &'a str {
        let from = match at {
            0 => 0,
            _ => self.ends.get(at - 1).copied().unwrap_or(self.text.len()),
        };
        let to = self.ends.get(at).copied().unwrap_or(from);
        self.text.get(from..to).unwrap_or_default()
    }

    /// Nothing but empty cells.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// A fault that ends the reading, with its line.
pub(crate) type Fault = (u64, Code);

impl<R: Read> Table<R> {
    pub(crate) fn new(input: Decoder<R>, limits: &Limits) -> Self {
        Self {
            input,
            core: csv_core::Reader::new(),
            text: vec![0; limits.text],
            ends: vec![0; limits.columns],
            begun: false,
        }
    }

    /// Windows-1252 was recognised, not declared.
    pub(crate) fn guessed(&self) -> bool {
        self.input.guessed()
    }

    /// Which mark stands between the cells: the commonest in the first line, outside quotation marks. A first line `sep=;`, as
    /// spreadsheets write it, says so itself.
    fn begin(&mut self) -> Result<(), Fault> {
        self.begun = true;
        let start = self
            .input
            .fill_buf()
            .map_err(|error| (1, code_of(&error)))?;
        let first = start
            .split(|byte| matches!(byte, b'\n' | b'\r'))
            .next()
            .unwrap_or_default();
        let said = first
            .strip_prefix(b"sep=")
            .and_then(|rest| rest.first().copied());
        let (said_length, mark) = match said {
            Some(mark @ (b';' | b',' | b'\t')) => (first.len(), mark),
            _ => (0, commonest(first)),
        };
        self.core = ReaderBuilder::new().delimiter(mark).build();
        self.input.consume(said_length);
        Ok(())
    }

    /// The next row that holds anything.
    pub(crate) fn next(&mut self) -> Result<Option<Row<'_>>, Fault> {
        if !self.begun {
            self.begin()?;
        }
        let (mut written, mut ended) = (0, 0);
        self.input.mark();
        let finished = loop {
            let line = self.input.line();
            let input = self
                .input
                .fill_buf()
                .map_err(|error| (line, code_of(&error)))?;
            let text = self.text.get_mut(written..).unwrap_or_default();
            let ends = self.ends.get_mut(ended..).unwrap_or_default();
            let (result, read, wrote, closed) = self.core.read_record(input, text, ends);
            self.input.consume(read);
            written += wrote;
            ended += closed;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => return Err((self.input.line(), Code::TooLong)),
                ReadRecordResult::OutputEndsFull => {
                    return Err((self.input.line(), Code::TooManyColumns));
                }
                ReadRecordResult::Record => break true,
                ReadRecordResult::End => break false,
            }
        };
        if !finished {
            return Ok(None);
        }
        let line = self.input.line() - u64::from(self.input.last() == b'\n');
        let bytes = self.text.get(..written).unwrap_or_default();
        let breaks = lines(bytes);
        let runs_on = breaks > 0 || bytes.contains(&b'\r');
        // What the decoder gave is UTF-8, and cells end between characters.
        let text = std::str::from_utf8(bytes).map_err(|_| (line, Code::BadEncoding))?;
        let ends = self.ends.get(..ended).unwrap_or_default();
        Ok(Some(Row {
            line: line.saturating_sub(breaks).max(1),
            runs_on,
            text,
            ends,
        }))
    }
}

fn commonest(line: &[u8]) -> u8 {
    let mut counts = [(b';', 0), (b',', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in line {
        quoted ^= *byte == b'"';
        if let Some((_, count)) = counts.iter_mut().find(|(mark, _)| mark == byte && !quoted) {
            *count += 1;
        }
    }
    let best = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
    counts
        .iter()
        .find(|(_, count)| *count == best)
        .map_or(b';', |(mark, _)| *mark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::Declared;

    fn rows(text: &str) -> Vec<(u64, Vec<String>)> {
        let limits = Limits::default();
        let mut table = Table::new(
            Decoder::new(text.as_bytes(), Declared::Guess, limits),
            &limits,
        );
        let mut rows = Vec::new();
        while let Some(row) = table.next().unwrap() {
            rows.push((
                row.line,
                (0..row.width()).map(|at| row.cell(at).to_owned()).collect(),
            ));
        }
        rows
    }

    #[test]
    fn rows_know_their_line() {
        for ends in ["\n", "\r\n"] {
            let text = ["a;b", "", "1;\"x;\"\"y\"\"\"", "\"r", "s\";2", "", "3;4"].join(ends);
            let read = rows(&text);
            let lines: Vec<u64> = read.iter().map(|(line, _)| *line).collect();
            assert_eq!(lines, [1, 3, 4, 7], "{ends:?}");
            assert_eq!(read[1].1, ["1", "x;\"y\""]);
        }
        assert_eq!(
            rows("a,b\n1,2"),
            rows("sep=;\na;b\n1;2")
                .iter()
                .map(|(line, row)| (line - 1, row.clone()))
                .collect::<Vec<_>>()
        );
        assert_eq!(rows("a\tb,c\td")[0].1, ["a", "b,c", "d"]);
        assert!(rows("").is_empty() && rows("\n\n").is_empty());
    }

    #[test]
    fn too_long_and_too_wide_end_the_reading() {
        let limits = Limits::default();
        let fault = |text: String| {
            let mut table = Table::new(
                Decoder::new(text.as_bytes(), Declared::Guess, limits),
                &limits,
            );
            loop {
                match table.next() {
                    Ok(Some(_)) => {}
                    Ok(None) => return None,
                    Err((_, code)) => return Some(code),
                }
            }
        };
        assert_eq!(fault("a".repeat(70_000)), Some(Code::TooLong));
        assert_eq!(
            fault(format!("a;b\n\"{}", "x\n".repeat(50_000))),
            Some(Code::TooLong)
        );
        assert_eq!(fault(";".repeat(300)), Some(Code::TooManyColumns));
        assert_eq!(fault(format!("a;b\n{}", "1;2\n".repeat(50_000))), None);
    }
}
