//! Our own CSV behind a good header: every record has a key, and no key comes twice.
#![no_main]

use std::collections::BTreeSet;

use libfuzzer_sys::fuzz_target;
use rosters::{Options, Roster, read_csv, templates};

fuzz_target!(|bytes: &[u8]| {
    let options = Options::on(jiff::civil::date(2026, 9, 1));
    for (_, header) in templates() {
        let file = [header.as_bytes(), bytes].concat();
        let mut roster = Roster::default();
        if read_csv(file.as_slice(), &options, &mut roster).is_ok() {
            let keys: BTreeSet<&String> = roster.pupils.iter().map(|(_, pupil)| &pupil.key).collect();
            assert!(keys.len() == roster.pupils.len() && !keys.contains(&String::new()));
        }
    }
});
