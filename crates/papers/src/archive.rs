//! What makes a PDF one to keep: PDF/A-2b, and PDF/A-3b where files travel inside (ISO 19005-2 and -3, level B).
//!
//! Its letters are in it already and nothing in it depends on anything outside; what is added is how the document is called, in XMP, what
//! its grey looks like, in an ICC profile, a number of its own, and which files are inside and how they belong to it.

use pdf_writer::types::OutputIntentSubtype;
use pdf_writer::writers::Catalog;
use pdf_writer::{Date, Finish, Name, Pdf as Objects, Ref, Str, TextStr};

use crate::block::Pdf;
use crate::write::Numbers;

/// What made the document.
pub(crate) const PRODUCER: &str = "Pleinwacht";

/// A file that travels inside, as the document announces it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Announced<'a> {
    pub(crate) name: &'a str,
    pub(crate) about: &'a str,
    pub(crate) relation: &'static [u8],
}

/// The numbers of the files: of what is said of them, and of their bytes.
pub(crate) struct Specs {
    pub(crate) specs: Vec<(String, Ref)>,
    pub(crate) files: Vec<Ref>,
}

/// Writes the metadata and the profile, and gives their numbers.
pub(crate) fn write(
    objects: &mut Objects,
    numbers: &mut Numbers,
    pdf: &Pdf,
    with_files: bool,
) -> (Ref, Ref) {
    let (metadata, profile) = (numbers.next(), numbers.next());
    objects.metadata(metadata, xmp(pdf, with_files).as_bytes());
    objects.icc_profile(profile, &grey()).n(1);
    (metadata, profile)
}

/// Announces the files: what they are called, what they are about, and where their bytes will be.
pub(crate) fn announce(
    objects: &mut Objects,
    numbers: &mut Numbers,
    files: &[Announced<'_>],
) -> Specs {
    let specs = numbers.take(files.len());
    let bytes = numbers.take(files.len());
    let mut named = Vec::new();
    for (at, ((file, &spec), &stream)) in files.iter().zip(&specs).zip(&bytes).enumerate() {
        let plain = ascii(file.name);
        let mut object = objects.file_spec(spec);
        object
            .path(Str(plain.as_bytes()))
            .unic_file(TextStr(file.name))
            .description(TextStr(file.about))
            .embedded_file_with_unicode(stream)
            .pair(Name(b"AFRelationship"), Name(file.relation));
        object.finish();
        // Names in the list have to be in order: a number before each keeps the order of the index.
        named.push((format!("{:06} {plain}", at + 1), spec));
    }
    Specs {
        specs: named,
        files: bytes,
    }
}

/// Says in the catalog that this is a document to keep.
pub(crate) fn declare(
    root: &mut Catalog<'_>,
    metadata: Ref,
    profile: Ref,
    files: &[(String, Ref)],
) {
    root.metadata(metadata);
    root.output_intents()
        .push()
        .subtype(OutputIntentSubtype::PDFA)
        .output_condition_identifier(TextStr("Custom"))
        .info(TextStr("Grey, gamma 2.2, D50"))
        .dest_output_profile(profile);
    if files.is_empty() {
        return;
    }
    let mut names = root.names();
    let mut tree = names.embedded_files();
    let mut entries = tree.names();
    for (name, spec) in files {
        entries.insert(Str(name.as_bytes()), *spec);
    }
    entries.finish();
    tree.finish();
    names.finish();
    let mut associated = root.insert(Name(b"AF")).array();
    associated.items(files.iter().map(|(_, spec)| *spec));
}

/// A moment as PDF writes it, in Greenwich.
pub(crate) fn moment(at: jiff::Timestamp) -> Option<Date> {
    let at = at.to_zoned(jiff::tz::TimeZone::UTC);
    let part = |value: i8| u8::try_from(value).ok();
    Some(
        Date::new(u16::try_from(at.year()).ok()?)
            .month(part(at.month())?)
            .day(part(at.day())?)
            .hour(part(at.hour())?)
            .minute(part(at.minute())?)
            .second(part(at.second())?)
            .utc_offset_hour(0)
            .utc_offset_minute(0),
    )
}

/// A name for readers that know no more than ASCII.
pub(crate) fn ascii(name: &str) -> String {
    let plain = |letter: char| if letter.is_ascii() { letter } else { '_' };
    name.chars().map(plain).collect()
}

/// What the document is, in XMP: the part of the standard, title, language, producer. No time, since there is no clock here.
fn xmp(pdf: &Pdf, with_files: bool) -> String {
    let mut out = String::new();
    // Piece by piece, so that a title that looks like a place is not filled in itself.
    for piece in include_str!("xmp.xml")
        .trim_end()
        .split_inclusive(['{', '}'])
    {
        match piece {
            "{" => {}
            "part}" => out.push(if with_files { '3' } else { '2' }),
            "title}" => out.push_str(&escaped(&pdf.title)),
            "language}" => out.push_str(&escaped(&pdf.language)),
            "producer}" => out.push_str(PRODUCER),
            text => out.push_str(text.trim_end_matches('{')),
        }
    }
    out
}

/// Text between tags: what XML cannot hold is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\u{fffe}' | '\u{ffff}' => {}
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

/// What grey looks like: an ICC profile (version 2.1) of a screen with gamma 2.2, white as the standard's D50. Everything that we draw
/// is grey, and this is the smallest that says how.
fn grey() -> Vec<u8> {
    const HEAD: usize = 128;
    const D50: [u32; 3] = [0x0000_f6d6, 0x0001_0000, 0x0000_d32d];
    let text = |kind: &[u8; 4], words: &[u8]| {
        let mut tag = kind.to_vec();
        tag.extend([0; 4]);
        tag.extend(words);
        tag.push(0);
        tag
    };
    let name = b"Grey 2.2";
    let mut described = b"desc\0\0\0\0".to_vec();
    described.extend(be(name.len() + 1));
    described.extend(name);
    // Its own end, and the same name in Unicode and for old systems: both empty.
    described.extend([0; 1 + 4 + 4 + 2 + 1 + 67]);
    let mut white = b"XYZ \0\0\0\0".to_vec();
    white.extend(D50.into_iter().flat_map(u32::to_be_bytes));
    // A curve of one number is a gamma: 2.2 in 8.8 bits.
    let curve = b"curv\0\0\0\0\0\0\0\x01\x02\x33".to_vec();
    let tags = [
        (b"desc", described),
        (b"cprt", text(b"text", b"CC0")),
        (b"wtpt", white),
        (b"kTRC", curve),
    ];
    let mut table = be(tags.len()).to_vec();
    let mut body = Vec::new();
    let begins = HEAD + 4 + 12 * tags.len();
    for (kind, tag) in tags {
        table.extend(kind);
        table.extend(be(begins + body.len()));
        table.extend(be(tag.len()));
        body.extend(tag);
        body.resize(body.len().next_multiple_of(4), 0);
    }
    let mut out = be(begins + body.len()).to_vec();
    out.extend([0; 4]);
    out.extend(b"\x02\x10\0\0mntrGRAYXYZ ");
    // A moment is asked for and means nothing: the first of the century.
    out.extend([0x07, 0xd0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]);
    out.extend(b"acsp");
    out.resize(68, 0);
    out.extend(D50.into_iter().flat_map(u32::to_be_bytes));
    out.resize(HEAD, 0);
    out.extend(table);
    out.extend(body);
    out
}

/// A length in four bytes, the largest first.
fn be(length: usize) -> [u8; 4] {
    u32::try_from(length).unwrap_or(u32::MAX).to_be_bytes()
}

/// A number that tells a document from others and is the same for the same document: two sums of FNV-1a.
pub(crate) struct Id(u64, u64);

impl Id {
    pub(crate) fn of(title: &str) -> Self {
        let mut id = Self(0xcbf2_9ce4_8422_2325, 0x9e37_79b9_7f4a_7c15);
        id.add(title.as_bytes());
        id
    }

    pub(crate) fn add(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            self.1 = (self.1.rotate_left(5) ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    pub(crate) fn sum(&self) -> [u8; 16] {
        let both = u128::from(self.0) << 64 | u128::from(self.1);
        both.to_be_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_break_out_of_the_metadata() {
        let pdf = Pdf::new("a</dc:title> & \u{0}b\u{ffff}", "nl");
        let xmp = xmp(&pdf, true);
        assert!(xmp.contains(">a&lt;/dc:title&gt; &amp; b</rdf:li>"));
        assert!(!xmp.contains(['{', '}']), "{xmp}");
        assert!(xmp.contains("<pdfaid:part>3</pdfaid:part>"));
    }

    #[test]
    fn the_profile_is_as_long_as_it_says() {
        let profile = grey();
        assert_eq!(profile[..4], be(profile.len()));
        assert_eq!(profile.len() % 4, 0);
        assert!(profile.len() < 500, "{}", profile.len());
    }

    #[test]
    fn a_moment_is_written_in_greenwich() {
        let at = "2026-11-22T23:30:05+01:00".parse().unwrap();
        let mut dict = pdf_writer::Chunk::new();
        dict.indirect(Ref::new(1)).primitive(moment(at).unwrap());
        let text = String::from_utf8_lossy(dict.as_bytes()).into_owned();
        assert!(
            text.contains("(D:20261122223005Z)") || text.contains("(D:20261122223005+00'00)"),
            "{text}"
        );
    }
}
