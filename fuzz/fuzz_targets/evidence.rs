//! A file that came by mail: whatever it is, it is taken or it is said why not, and nothing of it is unpacked to find out.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (name, rest) = bytes.split_at(bytes.len().min(12));
    let _ = cases::rules::evidence::refused(&String::from_utf8_lossy(name), rest);
    let mut heap = b"PK\x03\x04".to_vec();
    heap.extend(rest);
    let why = cases::rules::evidence::refused("verslag.docx", &heap);
    assert!(heap.len() > 100 || why.is_some(), "so little is no document");
});
