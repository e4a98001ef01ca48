//! JPEG: past its first bytes, so that the time goes into its decoder.
#![no_main]

use faces::{Limits, Photo};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits {
        pixels: 1 << 20,
        ..Limits::default()
    };
    let mut file = b"\xff\xd8\xff".to_vec();
    file.extend_from_slice(bytes);
    if let Ok(photo) = Photo::read(&file, &limits) {
        assert!(photo.master().pixels.len() <= 3 << 20);
    }
});
