//! Files made to hurt, and files that went through the wrong hands.

use std::io::{self, Cursor, Read, Seek, SeekFrom};

use proptest::prelude::*;

use super::{edexml, pupils, read, refused};
use rosters::{Code, Limits, Options, Roster};

#[test]
fn document_types_and_entities_are_refused_at_their_line() {
    let laughs = "<?xml version=\"1.0\"?>\n<!DOCTYPE EDEX [\n<!ENTITY a \"ha\">\n<!ENTITY b \"&a;&a;&a;&a;\">\n]>\n<EDEX>&b;</EDEX>";
    assert_eq!(refused(laughs), (Code::Doctype, 2));
    assert_eq!(
        refused("<!DOCTYPE EDEX SYSTEM \"file:///etc/passwd\"><EDEX/>").0,
        Code::Doctype
    );
    assert_eq!(
        refused(pupils(
            "<leerling key=\"1\">\n<roepnaam>&lol;</roepnaam></leerling>"
        )),
        (Code::Entity, 7)
    );
    assert_eq!(refused(pupils("<leerling key=\"&lol;\"/>")).0, Code::Entity);
    assert_eq!(
        refused(pupils(
            "<leerling key=\"1\"><roepnaam>&#0;</roepnaam></leerling>"
        ))
        .0,
        Code::Entity
    );
    assert_eq!(refused(pupils("<?php echo 1 ?>")).0, Code::Instruction);
}

#[test]
fn too_deep_too_long_and_broken_off() {
    assert_eq!(refused(edexml(&"<a>".repeat(5_000_000))).0, Code::TooDeep);
    assert_eq!(
        refused(pupils(&format!(
            "<leerling key=\"1\"><roepnaam>{}",
            "a".repeat(100_000)
        )))
        .0,
        Code::TooLong
    );
    assert_eq!(
        refused(pupils(&format!(
            "<leerling key=\"{}\"/>",
            "a".repeat(100_000)
        )))
        .0,
        Code::TooLong
    );
    let bits = "a&amp;".repeat(60_000);
    assert_eq!(
        refused(pupils(&format!(
            "<leerling key=\"1\"><roepnaam>{bits}</roepnaam></leerling>"
        )))
        .0,
        Code::TooLong
    );
    let attributes: String = (0..3_000).map(|at| format!(" a{at}=\"\"")).collect();
    assert!(
        read(pupils(&format!(
            "<leerling key=\"1\"{attributes}><roepnaam>Bo</roepnaam></leerling>"
        )))
        .is_ok()
    );
    let whole = pupils("<leerling key=\"1\"><roepnaam>Bo</roepnaam></leerling>");
    let body = whole.trim_end().len();
    for length in 1..body {
        let (code, _) = refused(&whole[..length]);
        let known = [
            Code::EndsEarly,
            Code::EmptyFile,
            Code::UnknownFormat,
            Code::NotWellFormed,
        ];
        assert!(known.contains(&code), "{code:?} at {length}");
    }
    for (file, code) in [
        ("", Code::EmptyFile),
        ("<html><body/></html>", Code::NotEdexml),
        ("<EDEX></EDEX><EDEX></EDEX>", Code::NotWellFormed),
        ("<EDEX></leerling>", Code::NotWellFormed),
        ("zomaar wat tekst", Code::UnknownFormat),
        ("\n\n", Code::EmptyFile),
        ("soort;naam\nleerling;Bo\n", Code::MissingColumn),
        ("soort;sleutel;sleutel\n", Code::TwiceColumn),
    ] {
        assert_eq!(refused(file).0, code, "{file}");
    }
}

/// A gigabyte that is never in memory: a beginning, and then one byte for ever.
struct Endless {
    start: Vec<u8>,
    byte: u8,
    at: u64,
    taken: u64,
}

impl Read for Endless {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        for place in into.iter_mut() {
            let at = usize::try_from(self.at).unwrap();
            *place = self.start.get(at).copied().unwrap_or(self.byte);
            self.at += 1;
        }
        self.taken += into.len() as u64;
        Ok(into.len())
    }
}

impl Seek for Endless {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        if let SeekFrom::Start(at) = to {
            self.at = at;
        }
        Ok(self.at)
    }
}

#[test]
fn a_line_without_end_is_refused_after_little() {
    for start in [
        "soort;sleutel;roepnaam\nleerling;",
        "soort;sleutel\n\"",
        "<EDEX><school>",
        "<EDEX a=\"",
        "<EDEX><!--",
        "<EDEX><![CDATA[",
    ] {
        let mut endless = Endless {
            start: start.into(),
            byte: b'a',
            at: 0,
            taken: 0,
        };
        let refusal = Roster::read(&mut endless, &Options::on(super::TODAY)).unwrap_err();
        assert_eq!(refusal.faults[0].code, Code::TooLong, "{start}");
        assert!(
            endless.taken < 300_000,
            "{} bytes taken of {start}",
            endless.taken
        );
    }
}

#[test]
fn limits_of_size_and_number() {
    let options = |limits| Options {
        limits,
        ..Options::on(super::TODAY)
    };
    let people: String = (0..1000)
        .map(|at| format!("<leerling key=\"{at}\"><roepnaam>Bo</roepnaam></leerling>\n"))
        .collect();
    let file = pupils(&people);
    let code = |limits| {
        Roster::read(Cursor::new(&file), &options(limits))
            .unwrap_err()
            .faults[0]
            .code
    };
    assert_eq!(
        code(Limits {
            bytes: 10_000,
            ..Limits::default()
        }),
        Code::TooBig
    );
    assert_eq!(
        code(Limits {
            records: 100,
            ..Limits::default()
        }),
        Code::TooManyRecords
    );
    assert!(Roster::read(Cursor::new(&file), &options(Limits::default())).is_ok());
}

#[test]
fn names_of_every_kind_stay_as_they_are() {
    for name in [
        "O'Brien",
        "\"Bo\"",
        "Łucja 🎈",
        "محمد",
        "Nguyễn",
        "Þór",
        "=1+1",
        "--",
        "Ș",
        "d'Àrc-l'Été",
        "李小龍",
    ] {
        let file = format!(
            "soort;sleutel;roepnaam;achternaam\nleerling;1;\"{}\";Bos\n",
            name.replace('"', "\"\"")
        );
        assert_eq!(read(file).unwrap().pupils[0].1.name.call, name);
        let escaped = name.replace('&', "&amp;").replace('<', "&lt;");
        let file = pupils(&format!(
            "<leerling key=\"1\"><roepnaam>{escaped}</roepnaam><achternaam>Bos</achternaam></leerling>"
        ));
        assert_eq!(read(file).unwrap().pupils[0].1.name.call, name);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// Whatever the bytes: an answer, lines within the file, and the same answer twice.
    #[test]
    fn any_bytes_are_read_or_refused(start in "(<EDEX>|<leerlingen>|soort;sleutel;roepnaam\n|PK\u{3}\u{4}|\u{feff})?", bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let file = [start.as_bytes(), &bytes].concat();
        let lines = file.split(|byte| *byte == b'\n').count() as u64;
        let first = read(&file);
        let findings = match &first {
            Ok(roster) => &roster.findings,
            Err(refusal) => &refusal.faults,
        };
        prop_assert!(first.is_ok() || !findings.is_empty());
        prop_assert!(findings.iter().all(|finding| finding.line <= lines), "{findings:?}");
        prop_assert_eq!(first, read(&file));
    }

    /// A name that a file gives comes out with all its letters, in every format that can say it.
    #[test]
    fn letters_are_never_lost(call in "[\\p{L}]{1,12}", family in "[\\p{Lu}][\\p{L}]{0,12}") {
        let csv = format!("soort;sleutel;roepnaam;achternaam\nleerling;1;{call};{family}\n");
        let xml = pupils(&format!("<leerling key=\"1\"><roepnaam>{call}</roepnaam><achternaam>{family}</achternaam></leerling>"));
        let (csv, xml) = (read(csv).unwrap(), read(xml).unwrap());
        prop_assert_eq!(&csv.pupils[0].1.name, &xml.pupils[0].1.name);
    }
}
