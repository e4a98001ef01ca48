//! Rosters of any format, as bytes: read or refused, findings at lines of the file, and the same answer twice.
#![no_main]

use std::io::Cursor;

use libfuzzer_sys::fuzz_target;
use rosters::{Options, Roster};

fuzz_target!(|bytes: &[u8]| {
    let options = Options::on(jiff::civil::date(2026, 9, 1));
    let first = Roster::read(Cursor::new(bytes), &options);
    let findings = match &first {
        Ok(roster) => &roster.findings,
        Err(refusal) => {
            assert!(!refusal.faults.is_empty());
            &refusal.faults
        }
    };
    // Only of a file that is not packed is it known here how many lines it has.
    if !bytes.starts_with(b"PK") {
        let lines = bytes.iter().filter(|byte| **byte == b'\n').count() as u64 + 1;
        assert!(findings.iter().all(|finding| finding.line <= lines));
    }
    assert_eq!(first, Roster::read(Cursor::new(bytes), &options));
});
