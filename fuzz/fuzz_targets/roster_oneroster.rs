//! OneRoster: the bytes become the files of a good zip, apart by a zero byte, so that the fuzzer need not invent a zip.
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use rosters::{Options, Roster, read_oneroster};

const FILES: [&str; 6] = ["users.csv", "roles.csv", "classes.csv", "enrollments.csv", "demographics.csv", "orgs.csv"];

fuzz_target!(|bytes: &[u8]| {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, file) in FILES.iter().zip(bytes.split(|byte| *byte == 0)) {
        let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        zip.start_file(*name, options).expect("a file");
        zip.write_all(file).expect("its bytes");
    }
    let file = zip.finish().expect("a zip").into_inner();
    let options = Options::on(jiff::civil::date(2026, 9, 1));
    let mut roster = Roster::default();
    if read_oneroster(Cursor::new(file), &options, &mut roster).is_ok() {
        let pupil = |key: &String| roster.pupils.iter().any(|(_, pupil)| &pupil.key == key);
        assert!(roster.ties.iter().all(|(_, tie)| pupil(&tie.pupil) && !pupil(&tie.guardian)));
    }
});
