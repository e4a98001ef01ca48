//! What holds for every text: offsets, bounds, no quadratic path, no word lost from the tables.

#[cfg(test)]
#[path = "common/posts.rs"]
mod posts;

#[cfg(test)]
mod tests {
    use super::posts::{data, labelled, marked, scanner};
    use personal_data::{Category, MAX_CHARS, Purpose, Report, Scanner};
    use proptest::prelude::*;
    use std::sync::OnceLock;
    use words::Locale;

    fn compass() -> &'static Scanner {
        static SCANNER: OnceLock<Scanner> = OnceLock::new();
        SCANNER.get_or_init(|| scanner("compass"))
    }

    fn scan(text: &str) -> Report {
        compass()
            .scan(text, Purpose::default())
            .expect("short enough")
    }

    /// Every finding lies in the text, on the borders of characters, and its three spans are the same place.
    fn holds(text: &str) {
        let report = scan(text);
        let mut last = 0;
        for finding in &report.findings {
            let (from, to) = finding.span.bytes;
            assert!(
                from < to
                    && to <= text.len()
                    && text.is_char_boundary(from)
                    && text.is_char_boundary(to),
                "{finding:?}"
            );
            assert_eq!(
                text.get(..from).unwrap().chars().count(),
                finding.span.chars.0
            );
            assert_eq!(
                text.get(..to).unwrap().chars().count(),
                finding.span.chars.1
            );
            assert_eq!(
                text.get(..from).unwrap().encode_utf16().count(),
                finding.span.utf16.0
            );
            assert_eq!(
                text.get(..to).unwrap().encode_utf16().count(),
                finding.span.utf16.1
            );
            assert!((0.3..=1.0).contains(&finding.confidence) && !finding.reasons.is_empty());
            assert!(from >= last, "findings are in order");
            last = from;
        }
    }

    const PIECES: [&str; 43] = [
        "[",
        "goo.gl/x",
        "]",
        "Daan",
        "de",
        "Vries",
        "D.",
        "Ayşe",
        "Roos",
        "mei",
        "groep 7",
        "(7a)",
        " ",
        "\n",
        ". ",
        ", ",
        "-",
        "'",
        "’s",
        "@",
        "06-12345678",
        "999991000",
        "NL20INGB0001234567",
        "12-AB-34",
        "4001 GT",
        "Dorpsstraat 12",
        "www.",
        "http://",
        "a@b.nl",
        "om 10 uur",
        "naar het bos",
        "🙈",
        "\u{200d}",
        "\u{301}",
        "ד",
        "مرحبا",
        "wordt 9",
        "jarig",
        "epilepsie",
        "v.d.",
        "Het Kompas",
        "mijn dochter",
        "é",
    ];

    proptest! {
        #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_is_read(text in any::<String>()) {
            holds(&text);
        }

        #[test]
        fn any_mix_of_what_matters_is_read(pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..60), spaced in any::<bool>()) {
            holds(&pieces.join(if spaced { " " } else { "" }));
        }

        /// Twice the text is at most little more than twice the work.
        #[test]
        fn no_quadratic_path(pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 1..12), spaced in any::<bool>()) {
            let piece = pieces.join(if spaced { " " } else { "" });
            let text = piece.repeat(8_000 / piece.chars().count().max(1));
            let (once, twice) = (scan(&text).steps, scan(&text.repeat(2)).steps);
            prop_assert!(twice <= once * 2 + once / 4 + 2_000, "{once} steps became {twice}");
        }
    }

    #[test]
    fn every_label_lies_in_its_post() {
        for post in [
            "compass/everyday.txt",
            "compass/hard.txt",
            "lantern/fifth.txt",
            "lantern/sixth.txt",
            "compass/unseen.txt",
            "compass/second.txt",
            "compass/third.txt",
            "compass/fourth.txt",
        ]
        .iter()
        .flat_map(|file| marked(&data(file)))
        {
            for label in &post.labels {
                let person = label.category == Category::PersonRoster;
                assert!(
                    label.start < label.end && label.end <= post.text.chars().count(),
                    "{}",
                    post.id
                );
                assert_eq!(person, !label.people.is_empty(), "{}: {label:?}", post.id);
            }
        }
    }

    #[test]
    fn every_labelled_post_keeps_its_offsets() {
        for post in [
            "compass/everyday.txt",
            "compass/hard.txt",
            "compass/unseen.txt",
            "compass/second.txt",
            "compass/third.txt",
            "compass/fourth.txt",
        ]
        .iter()
        .flat_map(|file| marked(&data(file)))
        {
            holds(&post.text);
            holds(&post.text.to_uppercase());
            holds(
                &post
                    .text
                    .chars()
                    .flat_map(|c| [c, '\u{200d}'])
                    .collect::<String>(),
            );
        }
        for post in labelled("zeester", "posts") {
            holds(&post.text);
        }
    }

    #[test]
    fn texts_made_to_hurt_are_read_in_bounded_work() {
        let long = |piece: &str| piece.repeat(20_000 / piece.chars().count());
        for text in [
            long("a"),
            long("A"),
            long("é"),
            long("e\u{301}"),
            long("\u{301}"),
            long("1"),
            long("1 "),
            long("06"),
            long("06 "),
            long("+"),
            long("@"),
            long("@a"),
            long("a@"),
            long("a.b"),
            long("."),
            long("Daan "),
            long("Daan de "),
            long("van de "),
            long("D. "),
            long("D."),
            long("(("),
            long("groep "),
            long("groep 7 "),
            long("http://"),
            long("www.a.nl/"),
            long("-"),
            long("'"),
            long("A-"),
            long("Daan\u{200d}"),
            long("\u{202e}naaD "),
            long("wordt 9 "),
            long("12-05-2014 "),
            long("Dorpsstraat 1 "),
            long("nr. 12 "),
            long("Nummer 12, "),
            long("!"),
            long("😀"),
            long("mijn kind "),
            long("om 10 uur groep 7 bos "),
            long("Daan in groep 4. Emma in groep 6. "),
            long("ANGEL: groep 7\n"),
            long("Liefs, Daan\n"),
            long("Daan dV "),
            long("foto[.gl/kamp "),
            // Once read forever: a bracket between a name and the dot of a domain.
            long("app.ogo[.gl/kamp "),
        ] {
            holds(&text);
            let steps = scan(&text).steps;
            assert!(
                steps < 2_000_000,
                "{steps} steps for {:?}…",
                text.chars().take(12).collect::<String>()
            );
        }
    }

    #[test]
    fn the_cap_is_polite() {
        let most = "a ".repeat(MAX_CHARS / 2);
        assert!(compass().scan(&most, Purpose::default()).is_ok());
        for text in [format!("{most}a"), "\u{301}".repeat(1_000_000)] {
            let refusal = compass()
                .scan(&text, Purpose::default())
                .expect_err("too long");
            assert!(refusal.said(Locale::Nl).contains("50000"));
        }
        let many = "é".repeat(MAX_CHARS);
        assert!(
            compass().scan(&many, Purpose::default()).is_ok(),
            "characters are counted, not bytes"
        );
    }

    #[test]
    fn names_are_found_however_they_are_encoded() {
        for text in [
            "Ay\u{200d}şe was er",
            "AYŞE was er bij de anderen",
            "Ays\u{327}e was er",
            "\u{202b}Ayşe\u{202c} was er",
        ] {
            let report = scan(text);
            assert!(
                report
                    .findings
                    .iter()
                    .any(|one| one.candidates.iter().any(|one| one.person_id == "K24")),
                "{text:?}"
            );
        }
    }

    #[test]
    fn every_code_has_a_sentence_in_both_languages() {
        let mut codes = 0;
        let sets = [
            ("compass", "everyday"),
            ("compass", "third"),
            ("tern", "drill-5"),
            ("heron", "fifteenth"),
            ("gannet", "sixteenth"),
            ("dunlin", "seventeenth"),
            ("plover", "eighteenth"),
            ("crane", "drill-2"),
            ("crow", "tenth"),
            ("kite", "fourteenth"),
        ];
        let posts = sets.iter().flat_map(|(folder, set)| {
            let scanner = scanner(folder);
            let texts = labelled(folder, set).into_iter();
            texts.map(move |post| scanner.scan(&post.text, Purpose::default()).expect("short"))
        });
        for report in posts {
            for finding in report.findings {
                for code in finding
                    .reasons
                    .iter()
                    .map(|reason| reason.code)
                    .chain([finding.suggestion, finding.category.code()])
                {
                    codes += 1;
                    assert_ne!(
                        personal_data::say(code, Locale::Nl),
                        code,
                        "{code} has no sentence"
                    );
                    assert_ne!(
                        personal_data::say(code, Locale::En),
                        code,
                        "{code} has no sentence"
                    );
                }
            }
        }
        assert!(codes > 500);
    }

    #[test]
    fn the_strictest_consent_of_several_counts() {
        let report = scan("Wat een mooie tekening van Daan!");
        let daan = report.findings.first().expect("a finding");
        assert_eq!(daan.candidates.len(), 3);
        assert_eq!(
            daan.consent,
            daan.candidates.iter().map(|one| one.consent).min()
        );
        assert!(daan.holds);
    }
}
