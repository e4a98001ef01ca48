//! Bytes of any encoding that we take, into UTF-8, counted in lines and held to limits.
//!
//! Whoever reads calls [`Decoder::mark`] before each element or row; from there on no more than [`Limits::text`] bytes come out,
//! so that a parser above never has more than that to keep.

use std::io::{self, BufRead, Read};

use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::{Code, Limits};

/// How much is taken from the source at once.
const STEP: usize = 32 << 10;

/// How to find out the encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Declared {
    /// By byte order mark, or as the XML declaration says; UTF-8 without.
    Xml,
    /// By byte order mark; else UTF-8, until the first character outside ASCII shows that it is Windows-1252.
    Guess,
}

/// An error of reading that has a code; it travels through parsers as an [`io::Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.key())]
pub(crate) struct Halt(pub(crate) Code);

/// The code inside an error of reading.
pub(crate) fn code_of(error: &io::Error) -> Code {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
    inner.map_or(Code::Unreadable, |halt: &Halt| halt.0)
}

fn halt(code: Code) -> io::Error {
    io::Error::other(Halt(code))
}

/// What the characters so far say of the encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SoFar {
    /// Nothing: ASCII only.
    Plain,
    /// It is what it was taken for.
    Known,
    /// It is not; Windows-1252 it must be.
    Guessed,
}

/// The decoder.
pub(crate) struct Decoder<R> {
    input: R,
    declared: Declared,
    limits: Limits,
    engine: Option<encoding_rs::Decoder>,
    so_far: SoFar,
    raw: Vec<u8>,
    raw_at: usize,
    ended: bool,
    flushed: bool,
    out: Vec<u8>,
    out_at: usize,
    out_end: usize,
    line: u64,
    total: u64,
    since: usize,
    last: u8,
}

impl<R: Read> Decoder<R> {
    pub(crate) fn new(input: R, declared: Declared, limits: Limits) -> Self {
        Self {
            input,
            declared,
            limits,
            engine: None,
            so_far: SoFar::Plain,
            raw: Vec::new(),
            raw_at: 0,
            ended: false,
            flushed: false,
            out: vec![0; STEP * 3 + 16],
            out_at: 0,
            out_end: 0,
            line: 1,
            total: 0,
            since: 0,
            last: 0,
        }
    }

    /// From here on the limit of one text counts anew.
    pub(crate) fn mark(&mut self) {
        self.since = 0;
    }

    /// The line of the next byte, from 1.
    pub(crate) fn line(&self) -> u64 {
        self.line
    }

    /// The byte that was taken last.
    pub(crate) fn last(&self) -> u8 {
        self.last
    }

    /// Windows-1252 was recognised, not declared.
    pub(crate) fn guessed(&self) -> bool {
        self.so_far == SoFar::Guessed
    }

    fn take_in(&mut self) -> io::Result<()> {
        // The last few stay: a character that was cut in two may have to be read again.
        let gone = self.raw_at.saturating_sub(4);
        self.raw.drain(..gone);
        self.raw_at -= gone;
        let have = self.raw.len();
        self.raw.resize(have + STEP, 0);
        let room = self.raw.get_mut(have..).unwrap_or_default();
        let got = loop {
            match self.input.read(room) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other?,
            }
        };
        self.raw.truncate(have + got);
        self.ended = got == 0;
        Ok(())
    }

    fn begin(&mut self) -> io::Result<()> {
        while self.raw.len() < 1024 && !self.ended {
            self.take_in()?;
        }
        let encoding = match Encoding::for_bom(&self.raw) {
            Some((encoding, length)) => {
                self.raw_at = length;
                encoding
            }
            None => self.without_bom()?,
        };
        self.engine = Some(encoding.new_decoder_without_bom_handling());
        Ok(())
    }

    fn without_bom(&self) -> io::Result<&'static Encoding> {
        if let [0, _, ..] | [_, 0, ..] = self.raw.as_slice() {
            return Err(halt(Code::UnknownEncoding));
        }
        let Some(label) = declaration(&self.raw).filter(|_| self.declared == Declared::Xml) else {
            return Ok(UTF_8);
        };
        let encoding = Encoding::for_label(label).ok_or_else(|| halt(Code::UnknownEncoding))?;
        if encoding == UTF_16LE || encoding == UTF_16BE {
            return Err(halt(Code::BadEncoding));
        }
        // Of the encodings that a browser knows, those of western Europe; some of the others can hide a quotation mark.
        if ![UTF_8, WINDOWS_1252, encoding_rs::ISO_8859_15].contains(&encoding) {
            return Err(halt(Code::UnknownEncoding));
        }
        Ok(encoding)
    }

    fn fill(&mut self) -> io::Result<()> {
        if self.engine.is_none() {
            self.begin()?;
        }
        while self.out_at == self.out_end && !self.flushed {
            if self.raw_at == self.raw.len() && !self.ended {
                self.take_in()?;
            }
            let Some(engine) = self.engine.as_mut() else {
                break;
            };
            let input = self.raw.get(self.raw_at..).unwrap_or_default();
            let (result, read, written) =
                engine.decode_to_utf8_without_replacement(input, &mut self.out, self.ended);
            let ascii = self.out.get(..written).unwrap_or_default().is_ascii();
            if self.so_far == SoFar::Plain && !ascii {
                self.so_far = SoFar::Known;
            }
            match result {
                DecoderResult::Malformed(bad, past) => {
                    if self.so_far != SoFar::Plain || self.declared != Declared::Guess {
                        self.line += lines(self.out.get(..written).unwrap_or_default());
                        return Err(halt(Code::BadEncoding));
                    }
                    // The bytes that did not fit are read again, as what they must be.
                    self.so_far = SoFar::Guessed;
                    self.engine = Some(WINDOWS_1252.new_decoder_without_bom_handling());
                    let back = usize::from(bad) + usize::from(past);
                    self.raw_at = (self.raw_at + read).saturating_sub(back);
                }
                DecoderResult::InputEmpty => {
                    self.raw_at += read;
                    self.flushed = self.ended && self.raw_at == self.raw.len();
                }
                DecoderResult::OutputFull => self.raw_at += read,
            }
            (self.out_at, self.out_end) = (0, written);
        }
        Ok(())
    }
}

/// The name of the encoding in an XML declaration.
fn declaration(start: &[u8]) -> Option<&[u8]> {
    let start = start.strip_prefix(b"<?xml")?;
    let end = start.iter().position(|byte| *byte == b'>')?;
    let start = start.get(..end)?;
    let at = start.windows(8).position(|part| part == b"encoding")?;
    let rest = start.get(at + 8..)?;
    let open = rest.iter().position(|byte| matches!(byte, b'"' | b'\''))?;
    let rest = rest.get(open + 1..)?;
    let close = rest.iter().position(|byte| matches!(byte, b'"' | b'\''))?;
    rest.get(..close)
}

/// How many lines end in here.
pub(crate) fn lines(bytes: &[u8]) -> u64 {
    let mut count = 0;
    for byte in bytes {
        count += u64::from(*byte == b'\n');
    }
    count
}

impl<R: Read> BufRead for Decoder<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.since > self.limits.text {
            return Err(halt(Code::TooLong));
        }
        if self.total > self.limits.bytes {
            return Err(halt(Code::TooBig));
        }
        self.fill()?;
        // No more at once than the limit of one text, so that the check above is in time.
        let most = (self.limits.text + 1).saturating_sub(self.since);
        let end = self.out_end.min(self.out_at + most);
        Ok(self.out.get(self.out_at..end).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        let end = self.out_end.min(self.out_at + amount);
        let taken = self.out.get(self.out_at..end).unwrap_or_default();
        self.line += lines(taken);
        self.last = taken.last().copied().unwrap_or(self.last);
        self.total += taken.len() as u64;
        self.since += taken.len();
        self.out_at = end;
    }
}

impl<R: Read> Read for Decoder<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let have = self.fill_buf()?;
        let amount = have.len().min(into.len());
        if let (Some(to), Some(from)) = (into.get_mut(..amount), have.get(..amount)) {
            to.copy_from_slice(from);
        }
        self.consume(amount);
        Ok(amount)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENDLESS: Limits = Limits {
        bytes: 1 << 30,
        text: 1 << 30,
        depth: 16,
        columns: 256,
        records: 1000,
        entries: 10,
        ratio: 100,
    };

    fn read(bytes: &[u8], declared: Declared) -> Result<String, Code> {
        let mut decoder = Decoder::new(bytes, declared, ENDLESS);
        let mut text = String::new();
        match decoder.read_to_string(&mut text) {
            Ok(_) => Ok(text),
            Err(error) => Err(code_of(&error)),
        }
    }

    #[test]
    fn every_encoding_that_we_take() {
        let text = "<a>Zoë 🎈</a>";
        let utf16 = |mark: [u8; 2], turn: fn(u16) -> [u8; 2]| {
            let units = text.encode_utf16().flat_map(turn);
            mark.into_iter().chain(units).collect::<Vec<u8>>()
        };
        for bytes in [
            text.as_bytes().to_vec(),
            [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat(),
            utf16([0xff, 0xfe], u16::to_le_bytes),
            utf16([0xfe, 0xff], u16::to_be_bytes),
        ] {
            assert_eq!(read(&bytes, Declared::Xml).as_deref(), Ok(text));
            assert_eq!(read(&bytes, Declared::Guess).as_deref(), Ok(text));
        }
        let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><a>Zo\xeb</a>";
        let said = read(latin, Declared::Xml).unwrap();
        assert!(said.ends_with("<a>Zoë</a>"), "{said}");
        assert_eq!(
            read(b"Zo\xeb;b\xe9", Declared::Guess).as_deref(),
            Ok("Zoë;bé")
        );
        assert_eq!(read(b"Zo\xeb", Declared::Guess).as_deref(), Ok("Zoë"));
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        for (bytes, code) in [
            (b"<a>Zo\xeb</a>".as_slice(), Code::BadEncoding),
            (
                b"<?xml version='1.0' encoding='UTF-16'?><a/>",
                Code::BadEncoding,
            ),
            (
                b"<?xml version='1.0' encoding='UTF-7'?><a/>",
                Code::UnknownEncoding,
            ),
            (
                b"<?xml version='1.0' encoding='shift_jis'?><a/>",
                Code::UnknownEncoding,
            ),
            (b"<\0a\0/\0>\0", Code::UnknownEncoding),
        ] {
            assert_eq!(read(bytes, Declared::Xml), Err(code), "{bytes:?}");
        }
        // First UTF-8 and then not: two programs wrote this file.
        assert_eq!(
            read("Zoë;Zo".as_bytes(), Declared::Guess).as_deref(),
            Ok("Zoë;Zo")
        );
        let mixed = ["Zoë;Zo".as_bytes(), b"\xeb"].concat();
        assert_eq!(read(&mixed, Declared::Guess), Err(Code::BadEncoding));
    }

    #[test]
    fn the_same_whatever_the_size_of_the_pieces() {
        struct Drip<'a>(&'a [u8], usize);
        impl Read for Drip<'_> {
            fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
                let amount = self.1.min(self.0.len()).min(into.len());
                let (now, later) = self.0.split_at(amount);
                into[..amount].copy_from_slice(now);
                self.0 = later;
                Ok(amount)
            }
        }
        let latin = [b"abc\n".repeat(8300), b"Zo\xeb \xe2\x82 x".to_vec()].concat();
        for bytes in ["Zoë 🎈\n".repeat(3000).into_bytes(), latin] {
            let whole = read(&bytes, Declared::Guess).unwrap();
            for step in [1, 2, 3, 1000, 40_000] {
                let mut decoder = Decoder::new(Drip(&bytes, step), Declared::Guess, ENDLESS);
                let mut text = String::new();
                decoder.read_to_string(&mut text).unwrap();
                assert_eq!(text, whole, "in steps of {step}");
            }
        }
    }

    #[test]
    fn one_text_may_not_go_on_for_ever() {
        let endless = io::repeat(b'a');
        let mut decoder = Decoder::new(endless, Declared::Guess, Limits::default());
        let mut sink = Vec::new();
        let error = decoder.read_to_end(&mut sink).unwrap_err();
        assert_eq!(code_of(&error), Code::TooLong);
        assert!(sink.len() <= (64 << 10) + 1);
    }
}
