//! A message that came in: whatever it is, what comes out is within its limits.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mail::{Limits, Received};

const LIMITS: Limits = Limits {
    text: 500,
    file: 300,
    files: 4,
    all: 600,
};

fuzz_target!(|bytes: &[u8]| {
    let read = Received::read(bytes, LIMITS);
    let text: usize = read.pieces.iter().map(|one| one.text.chars().count()).sum();
    assert!(text <= LIMITS.text);
    assert!(read.files.len() <= LIMITS.files && read.left.len() <= 30 && read.pieces.len() <= 210);
    assert!(read.files.iter().map(|one| one.bytes.len()).sum::<usize>() <= LIMITS.all);
    for piece in &read.pieces {
        let line = |text: &str| !text.contains(char::is_control) && text.chars().count() <= 300;
        assert!(line(&piece.subject) && line(&piece.from.name) && line(&piece.from.address));
    }
    // What is the same is the same, however often it is read.
    assert_eq!(read, Received::read(bytes, LIMITS));
    let _ = cases::rules::mailed::told(&read);
    let _ = mail::sender(bytes);
});
