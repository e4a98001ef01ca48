//! The situation reader: what is read can be said again, and reads the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use norms::{Situation, Vocabulary};

fuzz_target!(|text: &str| {
    let vocabulary = Vocabulary::shipped();
    if let Ok(situation) = Situation::from_json_str(text, vocabulary) {
        let said = situation.to_json(vocabulary);
        let said = serde_json::Value::Object(said).to_string();
        assert_eq!(Situation::from_json_str(&said, vocabulary).ok(), Some(situation));
    }
});
