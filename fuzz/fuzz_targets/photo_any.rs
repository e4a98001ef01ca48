//! Photos of any format, as bytes: read or refused, within limits, and the same answer twice.
#![no_main]

use faces::{Limits, Photo};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits {
        pixels: 1 << 20,
        ..Limits::default()
    };
    let first = Photo::read(bytes, &limits);
    if let Ok(photo) = &first {
        let (width, height) = photo.size();
        assert!(u64::from(width) * u64::from(height) <= limits.pixels);
        assert!(width.min(height) >= limits.least);
    }
    assert_eq!(first, Photo::read(bytes, &limits));
});
