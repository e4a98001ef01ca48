//! What a browser sends: a form is read or refused, and an address to go on to never leaves this host.
#![no_main]

use libfuzzer_sys::fuzz_target;
use shell::{Form, origin::own_path};

fuzz_target!(|bytes: &[u8]| {
    let Some(form) = Form::parse(bytes) else { return };
    for (name, value) in form.pairs() {
        assert!(form.has(name) && form.all(name).any(|one| one == value.trim()));
        if let Some(path) = own_path(value) {
            assert!(path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\n', '\r', '\t', ' ']));
        }
    }
});
