//! The scan for personal data: findings lie in the text, their three spans are one place, and twice the text is no more
//! than a little over twice the work.
#![no_main]

use libfuzzer_sys::fuzz_target;
use personal_data::{Purpose, Roster, Scanner, School};
use std::sync::OnceLock;

fn scanner() -> &'static Scanner {
    static SCANNER: OnceLock<Scanner> = OnceLock::new();
    SCANNER.get_or_init(|| {
        let roster = include_str!("../../crates/personal-data/tests/data/compass/roster.csv");
        let school = School { name: "Het Kompas".into(), ..School::default() };
        Scanner::new(&Roster::from_csv(roster).expect("the roster is good"), school)
    })
}

fuzz_target!(|text: &str| {
    let Ok(report) = scanner().scan(text, Purpose::default()) else {
        assert!(text.chars().count() > personal_data::MAX_CHARS);
        return;
    };
    for finding in &report.findings {
        let (from, to) = finding.span.bytes;
        let (before, words) = (&text[..from], &text[from..to]);
        assert!(!words.is_empty() && !finding.reasons.is_empty());
        assert_eq!(before.chars().count(), finding.span.chars.0);
        assert_eq!(before.encode_utf16().count(), finding.span.utf16.0);
        assert_eq!(words.chars().count(), finding.span.chars.1 - finding.span.chars.0);
    }
    if let Ok(twice) = scanner().scan(&format!("{text}\n{text}"), Purpose::default()) {
        assert!(twice.steps <= report.steps * 2 + report.steps / 4 + 4_000);
    }
});
