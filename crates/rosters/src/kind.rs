//! Which format a file has, by how it begins.

use std::io::{Read, Seek, SeekFrom};

use crate::{Code, Options, Refusal, Sink, Summary, read_csv, read_edexml, read_oneroster};

/// A format that we read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// EDEXML: XML.
    Edexml,
    /// OneRoster: CSV files in a zip.
    OneRoster,
    /// Our own CSV.
    Csv,
}

impl Format {
    /// The format of a file that begins like this; the name of a file says nothing.
    pub fn of(start: &[u8]) -> Self {
        if start.starts_with(b"PK") {
            return Self::OneRoster;
        }
        let marks: [&[u8]; 3] = [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"];
        let rest = marks
            .iter()
            .find_map(|mark| start.strip_prefix(*mark))
            .unwrap_or(start);
        let first = rest
            .iter()
            .find(|byte| !byte.is_ascii_whitespace() && **byte != 0);
        if first == Some(&b'<') {
            Self::Edexml
        } else {
            Self::Csv
        }
    }
}

/// Reads a file of any format.
///
/// # Errors
/// Why the file is refused as a whole; what the sink was given before is void.
pub fn read(
    mut input: impl Read + Seek,
    options: &Options,
    sink: &mut dyn Sink,
) -> Result<Summary, Refusal> {
    let unreadable = |_| Refusal::new("", 0, "", Code::Unreadable);
    let mut start = Vec::new();
    let from = input.stream_position().map_err(unreadable)?;
    input
        .by_ref()
        .take(64)
        .read_to_end(&mut start)
        .map_err(unreadable)?;
    input.seek(SeekFrom::Start(from)).map_err(unreadable)?;
    if start.is_empty() {
        return Err(Refusal::new("", 0, "", Code::EmptyFile));
    }
    match Format::of(&start) {
        Format::Edexml => read_edexml(input, options, sink),
        Format::OneRoster => read_oneroster(input, options, sink),
        Format::Csv => read_csv(input, options, sink),
    }
}
