//! The document reader: any bytes give a document or errors, never a panic, and every error lies inside the file.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (document, diagnostics) = norms::Document::read(bytes);
    assert!(document.is_some() || diagnostics.iter().any(norms::Diagnostic::is_error));
    for diagnostic in diagnostics {
        assert!(diagnostic.span.start <= bytes.len());
    }
});
