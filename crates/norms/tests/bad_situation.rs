//! Whatever anybody asks: one clear sentence per fault, and no panic.

use norms::{Situation, Vocabulary};
use proptest::prelude::*;

#[test]
fn each_fault_of_a_situation_is_said() {
    let vocabulary = Vocabulary::shipped();
    let cases = [
        (
            r#"{"kanal": "pers"}"#,
            vec!["onbekende sleutel `kanal`: bedoel je `kanaal`?"],
        ),
        (
            r#"{"kanaal": "perss"}"#,
            vec!["onbekende waarde `perss`: bedoel je `pers`?"],
        ),
        (
            r#"{"kennis": "ja"}"#,
            vec!["`kennis` moet true of false zijn"],
        ),
        (
            r#"{"rollen": "leraar"}"#,
            vec!["`rollen` moet een lijst van rollen zijn"],
        ),
        (
            r#"{"rollen": ["leraer"], "actie": 3}"#,
            vec![
                "onbekende waarde `leraer`: bedoel je `leraar`?",
                "`actie` moet een tekst zijn",
            ],
        ),
        (
            r#"{"herkenbaar": [1]}"#,
            vec!["`herkenbaar` moet een lijst van namen zijn"],
        ),
        (r#"{"*": true}"#, vec!["`*` moet false zijn"]),
        (
            r#"{"kennis": true, "kennis": false}"#,
            vec!["`kennis` staat er twee keer"],
        ),
        (
            "[1]",
            vec!["dit is geen geldig JSON-object (regel 1, kolom 0)"],
        ),
        (
            r#"{"kennis": true} x"#,
            vec!["dit is geen geldig JSON-object (regel 1, kolom 18)"],
        ),
    ];
    for (text, expected) in cases {
        let faults = Situation::from_json_str(text, vocabulary).unwrap_err().0;
        let said: Vec<&str> = faults.iter().map(|fault| fault.nl.as_str()).collect();
        assert_eq!(said, expected, "{text}");
    }
    let deep = format!(
        "{}1{}",
        r#"{"kennis":"#.repeat(100_000),
        "}".repeat(100_000)
    );
    assert_eq!(
        Situation::from_json_str(&deep, vocabulary)
            .unwrap_err()
            .0
            .len(),
        1
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_text_makes_the_situation_reader_panic(text in "\\PC*") {
        drop(Situation::from_json_str(&text, Vocabulary::shipped()));
    }
}
