//! Which files that came by mail are taken in as evidence. Nobody promised anything of them, so it goes by what they are and not by what they are
//! called: an image, a film, a sound, a text, a PDF or a document without macros. Nothing is unpacked or run to find out.

use std::io::Cursor;

use crate::model::Refusal;

/// Files that one document is made of, at most.
const WITHIN: usize = 2_000;
/// Bytes that a document becomes when it is unpacked, at most.
const UNPACKED: u64 = 200 << 20;

/// What a file begins with, and whether such files are taken.
const BEGINS: &[(&[u8], Option<Refusal>)] = &[
    (b"\xff\xd8\xff", None),
    (b"\x89PNG\r\n\x1a\n", None),
    (b"GIF8", None),
    (b"%PDF-", None),
    (b"\x1a\x45\xdf\xa3", None),
    (b"ID3", None),
    (b"\xff\xfb", None),
    (b"\xff\xf3", None),
    (b"OggS", None),
    (b"fLaC", None),
    (b"MZ", Some(Refusal::Program)),
    (b"\x7fELF", Some(Refusal::Program)),
    (b"\xcf\xfa\xed\xfe", Some(Refusal::Program)),
    (b"\xca\xfe\xba\xbe", Some(Refusal::Program)),
    (b"L\0\0\0\x01\x14\x02\0", Some(Refusal::Program)),
    (b"#!", Some(Refusal::Program)),
    // Office as it was before 2007: whether there are macros in it cannot be seen from outside.
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Some(Refusal::Macro)),
    (b"{\\rtf", Some(Refusal::Macro)),
    (b"Rar!", Some(Refusal::Archive)),
    (b"7z\xbc\xaf\x27\x1c", Some(Refusal::Archive)),
    (b"\x1f\x8b", Some(Refusal::Archive)),
    (b"\xfd7zXZ", Some(Refusal::Archive)),
    (b"BZh", Some(Refusal::Archive)),
    (b"MSCF", Some(Refusal::Archive)),
];

/// Endings of text that a computer does something with when it is opened.
const RUNS: [&str; 22] = [
    "bat", "cmd", "com", "css", "desktop", "exe", "hta", "htm", "html", "js", "jse", "lnk", "mht",
    "ps1", "reg", "scr", "sh", "svg", "url", "vbe", "vbs", "wsf",
];

/// Why a file is not taken; none where it is.
///
/// ```
/// use cases::model::Refusal;
/// use cases::rules::evidence::refused;
/// assert_eq!(refused("scherm.png", b"\x89PNG\r\n\x1a\n.."), None);
/// assert_eq!(refused("foto.jpg", b"MZ\x90"), Some(Refusal::Program));
/// assert_eq!(refused("verslag.txt", "Wat er gebeurde".as_bytes()), None);
/// ```
pub fn refused(name: &str, bytes: &[u8]) -> Option<Refusal> {
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase());
    let ending = ending.as_deref().unwrap_or_default();
    if RUNS.contains(&ending) {
        return Some(Refusal::Program);
    }
    if let Some((_, why)) = BEGINS.iter().find(|(begin, _)| bytes.starts_with(begin)) {
        return *why;
    }
    if bytes.starts_with(b"PK") {
        return document(bytes);
    }
    match (bytes.get(..4), bytes.get(4..8), bytes.get(8..12)) {
        (Some(b"RIFF"), _, Some(b"WEBP" | b"WAVE" | b"AVI ")) | (_, Some(b"ftyp"), _) => None,
        _ => text(bytes),
    }
}

/// A text has no signs that no text has.
fn text(bytes: &[u8]) -> Option<Refusal> {
    let odd = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c);
    if bytes.iter().any(odd) {
        return Some(Refusal::Unknown);
    }
    // What begins with a tag is a page, whatever it is called, and a page can do something when it is opened.
    let mut begins = bytes.trim_ascii_start().iter();
    let opens = begins.next() == Some(&b'<');
    let tag = |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, b'!' | b'?');
    (opens && begins.next().is_some_and(tag)).then_some(Refusal::Program)
}

/// A document of Office or `OpenDocument` says in its list what it is made of.
fn document(bytes: &[u8]) -> Option<Refusal> {
    let Ok(mut heap) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        return Some(Refusal::Archive);
    };
    let (mut is_document, mut unpacked) = (false, 0_u64);
    if heap.len() > WITHIN {
        return Some(Refusal::Archive);
    }
    for at in 0..heap.len() {
        let Ok(file) = heap.by_index_raw(at) else {
            return Some(Refusal::Archive);
        };
        unpacked = unpacked.saturating_add(file.size());
        let Ok(name) = file.name().map(|name| name.to_lowercase()) else {
            return Some(Refusal::Archive);
        };
        is_document |= matches!(
            name.as_str(),
            "[content_types].xml" | "meta-inf/manifest.xml"
        );
        let macros = ["vbaproject", "basic/", "scripts/", "activex", "macrosheets"];
        if macros.iter().any(|part| name.contains(part)) {
            return Some(Refusal::Macro);
        }
    }
    (!is_document || unpacked > UNPACKED).then_some(Refusal::Archive)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use proptest::prelude::*;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn packed(files: &[(&str, usize)]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, size) in files {
            writer
                .start_file(*name, SimpleFileOptions::default())
                .unwrap();
            for _ in 0..size.div_ceil(1 << 20) {
                writer.write_all(&vec![0; (*size).min(1 << 20)]).unwrap();
            }
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn a_document_is_taken_and_what_hides_in_one_is_not() {
        let types = "[Content_Types].xml";
        for (files, why) in [
            (vec![(types, 10), ("word/document.xml", 10)], None),
            (
                vec![(types, 10), ("word/vbaProject.bin", 10)],
                Some(Refusal::Macro),
            ),
            (
                vec![("META-INF/manifest.xml", 10), ("Basic/script-lc.xml", 10)],
                Some(Refusal::Macro),
            ),
            (vec![("foto.jpg", 10)], Some(Refusal::Archive)),
            (
                vec![(types, 10), ("bom", 210 << 20)],
                Some(Refusal::Archive),
            ),
        ] {
            let bytes = packed(&files);
            assert!(bytes.len() < 1 << 20);
            assert_eq!(refused("verslag.docx", &bytes), why, "{files:?}");
        }
        assert_eq!(
            refused("x.docx", b"PK\x03\x04kapot"),
            Some(Refusal::Archive)
        );
    }

    #[test]
    fn what_can_run_is_known_by_what_it_is() {
        for (name, bytes, why) in [
            ("foto.jpg.exe", &b"MZ"[..], Some(Refusal::Program)),
            ("foto.jpg", b"#!/bin/sh", Some(Refusal::Program)),
            ("brief.txt", b" <!DOCTYPE html>", Some(Refusal::Program)),
            ("brief.svg", b"hoi", Some(Refusal::Program)),
            (
                "brief.doc",
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
                Some(Refusal::Macro),
            ),
            ("alles.rar", b"Rar!", Some(Refusal::Archive)),
            ("iets", b"\x00\x01\x02", Some(Refusal::Unknown)),
            ("film.mp4", b"\0\0\0\x20ftypisom", None),
            ("IMG.heic", b"\0\0\0\x20ftypheic", None),
            ("plaatje.webp", b"RIFF\x01\x02\x03\x04WEBP", None),
            ("", b"gewoon tekst, ook met \xe9", None),
        ] {
            assert_eq!(refused(name, bytes), why, "{name}");
        }
    }

    proptest! {
        #[test]
        fn any_file_has_an_answer(name in ".{0,20}", bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = refused(&name, &bytes);
            let mut heap = b"PK\x03\x04".to_vec();
            heap.extend(bytes);
            let _ = refused(&name, &heap);
        }
    }
}
