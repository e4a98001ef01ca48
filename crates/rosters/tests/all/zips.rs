//! Zips made to hurt.

use std::io::{Cursor, Write};

use super::{refused, samples::zipped};
use rosters::{Code, Limits, Options, Roster};
use zip::write::SimpleFileOptions;

const USERS: &str = "sourcedId,role,givenName,familyName\n1,student,Noor,Bos\n";

/// A zip with these files.
pub(crate) fn zip<N: AsRef<str>, B: AsRef<[u8]>>(files: &[(N, B)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options =
            SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        writer.start_file(name.as_ref(), options).expect("a file");
        writer.write_all(bytes.as_ref()).expect("its bytes");
    }
    writer.finish().expect("a zip").into_inner()
}

#[test]
fn cut_off_anywhere_it_is_refused() {
    let whole = zipped("oneroster-1.2");
    for length in (2..whole.len()).step_by(37) {
        let (code, _) = refused(&whole[..length]);
        assert_eq!(code, Code::ZipBroken, "at {length}");
    }
}

#[test]
fn one_byte_changed_is_noticed_or_changes_nothing_that_is_read() {
    let whole = zip(&[("users.csv", USERS)]);
    let good = super::read(&whole).unwrap();
    for at in 0..whole.len() {
        let mut broken = whole.clone();
        broken[at] ^= 0x55;
        if let Ok(read) = super::read(&broken) {
            assert_eq!(read.pupils, good.pupils, "byte {at}");
        }
    }
}

#[test]
fn paths_that_lead_outside_are_refused() {
    for name in [
        "../users.csv",
        "/etc/users.csv",
        "a/../../users.csv",
        "C:\\users.csv",
        "..\\users.csv",
    ] {
        let file = zip(&[("users.csv", USERS), (name, USERS)]);
        assert_eq!(refused(file).0, Code::ZipPath, "{name}");
    }
}

#[test]
fn a_folder_is_read_and_a_zip_in_a_zip_is_not() {
    let roster = super::read(zip(&[
        ("export/users.csv", USERS),
        ("__MACOSX/._users.csv", "x"),
        (".DS_Store", "x"),
    ]))
    .unwrap();
    assert_eq!(
        (roster.pupils.len(), roster.findings[0].code),
        (1, Code::ZipFolder)
    );
    let inner = zip(&[("users.csv", USERS)]);
    assert_eq!(
        refused(zip(&[("binnen.zip", inner.as_slice())])).0,
        Code::ZipInZip
    );
    assert_eq!(refused(zip(&[("lees.txt", "x")])).0, Code::ZipMissing);
    assert_eq!(
        refused(zip(&[("users.csv", USERS), ("Users.csv", USERS)])).0,
        Code::ZipTwice
    );
    let many: Vec<(String, &str)> = (0..300).map(|at| (format!("{at}.csv"), "x")).collect();
    assert_eq!(refused(zip(&many)).0, Code::ZipTooMany);
}

#[test]
fn a_bomb_is_counted_by_what_comes_out() {
    let row = "2,student,Noor,Bos\n";
    let bomb = format!("{USERS}{}", row.repeat(1_000_000));
    let file = zip(&[("users.csv", bomb)]);
    assert!(file.len() < 100_000, "{} bytes", file.len());
    assert_eq!(refused(&file).0, Code::TooBig);
    // And one cell that never ends.
    let cell = zip(&[("users.csv", format!("{USERS}\"{}", "a".repeat(3_000_000)))]);
    assert_eq!(refused(&cell), (Code::TooLong, 3));
    // The limit of a whole file holds also where the ratio is honest.
    let limits = Limits {
        bytes: 1000,
        ..Limits::default()
    };
    let options = Options {
        limits,
        ..Options::on(super::TODAY)
    };
    let users: String = (0..1000u32)
        .map(|at| format!("{at},student,{},Bos\n", at.wrapping_mul(2_654_435_761)))
        .collect();
    let refusal = Roster::read(Cursor::new(zip(&[("users.csv", users)])), &options).unwrap_err();
    assert_eq!(refusal.faults[0].code, Code::TooBig);
}

#[test]
fn a_directory_of_a_million_entries_is_not_kept() {
    // The end record names as many entries as it can, over a directory of nothing but names.
    let name = "a".repeat(65_000);
    let files: Vec<(String, &str)> = (0..60).map(|at| (format!("{at}{name}"), "")).collect();
    assert_eq!(refused(zip(&files)).0, Code::ZipBroken);
}
