//! EDEXML out of elements that mean something, so that the fuzzer gets past the first tag.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rosters::{Options, Roster, read_edexml};

fuzz_target!(|text: &str| {
    let options = Options::on(jiff::civil::date(2026, 9, 1));
    let file = format!("<EDEX><groepen><groep key=\"g\"/></groepen><leerlingen>{text}</leerlingen></EDEX>");
    let mut roster = Roster::default();
    if read_edexml(file.as_bytes(), &options, &mut roster).is_ok() {
        for (_, pupil) in &roster.pupils {
            assert!(!pupil.key.is_empty() && !pupil.name.said().is_empty());
        }
        let known = |key: &String| roster.pupils.iter().any(|(_, pupil)| &pupil.key == key);
        assert!(roster.members.iter().all(|(_, member)| known(&member.person)));
    }
});
