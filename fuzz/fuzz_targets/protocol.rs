//! The whole way of a document: read, check, weave, compile, and one question.
#![no_main]

use libfuzzer_sys::fuzz_target;
use norms::{Protocol, Situation, Vocabulary};

fuzz_target!(|bytes: &[u8]| {
    // A small budget: the fuzzer is after crashes, not after large diagrams.
    let loaded = Protocol::load_within(bytes, None, 20_000);
    if let Some(protocol) = loaded.protocol {
        let _ = protocol.ask(&Situation::unknown(Vocabulary::shipped()));
    }
});
