//! Readers survive anything: broken variants of the five protocols and of situations, and files made to hurt.
//!
//! The fuzz targets in `fuzz/` do the same for as long as you let them; this is the part that runs every time.

#[cfg(test)]
mod tests {
    use norms::{Document, Protocol, Situation, Vocabulary};
    use testkit::mutate::{Chance, variant};
    use testkit::repo;

    const NAMES: [&str; 5] = ["spoenk", "pcc", "flex", "verkruisen", "demare"];

    fn source(name: &str) -> String {
        repo::read(&format!("protocols/{name}.md"))
    }

    /// What a reader of any bytes owes: a document or an error, and errors that lie inside the file.
    fn owes(bytes: &[u8]) {
        let (document, diagnostics) = Document::read(bytes);
        assert!(
            document.is_some() || diagnostics.iter().any(norms::Diagnostic::is_error),
            "neither a document nor an error"
        );
        for diagnostic in &diagnostics {
            assert!(
                diagnostic.span.end <= bytes.len(),
                "{diagnostic:?} lies outside"
            );
            assert!(!diagnostic.text.nl.is_empty() && !diagnostic.text.en.is_empty());
        }
    }

    #[test]
    fn broken_variants_of_the_protocols_are_read_or_refused() {
        for (seed, name) in (1..).zip(NAMES) {
            let (source, mut chance) = (source(name), Chance::new(seed));
            for _ in 0..300 {
                owes(variant(&source, &mut chance).as_bytes());
            }
        }
    }

    #[test]
    fn broken_variants_never_stop_the_compiler() {
        let unknown = Situation::unknown(Vocabulary::shipped());
        for (seed, name) in (100..).zip(NAMES) {
            let (source, mut chance) = (source(name), Chance::new(seed));
            for _ in 0..12 {
                let loaded =
                    Protocol::load_within(variant(&source, &mut chance).as_bytes(), None, 20_000);
                match loaded.protocol {
                    Some(protocol) => drop(protocol.ask(&unknown)),
                    None => assert!(loaded.diagnostics.iter().any(norms::Diagnostic::is_error)),
                }
            }
        }
    }

    #[test]
    fn broken_situations_are_read_or_refused_and_what_is_read_can_be_said_again() {
        let vocabulary = Vocabulary::shipped();
        let known = r#"{"actie": "plaatsen", "rollen": ["leraar", "ouder"], "hoedanigheid": "functie", "kanaal": "schoolgroep",
            "schoolgerelateerd": true, "beeldOfGeluid": null, "herkenbaar": ["sam", "noor", "ik"], "toestemming": ["sam"], "*": false}"#;
        let mut chance = Chance::new(11);
        let mut refused = 0;
        for _ in 0..4000 {
            let text = variant(known, &mut chance);
            match Situation::from_json_str(&text, vocabulary) {
                Ok(situation) => {
                    let said = serde_json::Value::Object(situation.to_json(vocabulary)).to_string();
                    assert_eq!(
                        Situation::from_json_str(&said, vocabulary).ok(),
                        Some(situation),
                        "{text}"
                    );
                }
                Err(fault) => {
                    refused += 1;
                    assert!(!fault.0.is_empty());
                }
            }
        }
        assert!(
            refused > 1000,
            "only {refused} variants were refused: they are too tame"
        );
    }

    /// A file that must be refused.
    fn refused(bytes: &[u8]) {
        owes(bytes);
        let loaded = Protocol::load(bytes);
        assert!(loaded.protocol.is_none(), "accepted");
    }

    #[test]
    fn files_made_to_hurt_are_refused() {
        let flex = source("flex");
        let with = |norm: &str| {
            flex.replacen(
                "```cedar norm\n",
                &format!("```cedar norm\n{norm}\n```\n\n```cedar norm\n"),
                1,
            )
        };
        let deep = format!(
            "@id(\"x\")\npermit (principal, action, resource) when {{ {}true{} }};",
            "(".repeat(200_000),
            ")".repeat(200_000)
        );
        let nots = format!(
            "@id(\"x\")\npermit (principal, action, resource) when {{ {}true }};",
            "!".repeat(100_000)
        );
        let (before, after) = flex.split_once("\n## ").unwrap();
        let article = "\n## 4.a nog eens {tekst}\n\nx\n";
        for bytes in [
            vec![b'a'; 10_000_000],
            vec![0; 2_000_000],
            b"+++\n".repeat(100_000),
            (0..100_000)
                .map(|number| format!("## {number} x {{tekst}}\n\nx\n"))
                .collect::<String>()
                .into_bytes(),
            [flex.as_bytes(), &[0xff, 0xfe]].concat(),
            [before, article, article, "\n## ", after]
                .concat()
                .into_bytes(),
            with(&deep).into_bytes(),
            with(&nots).into_bytes(),
            with("@id(\"x\")\npermit (principal, action, resource) when { resource.bestaatNiet };")
                .into_bytes(),
            with("@id(\"x\")\n@behoudens(\"99.z\")\nforbid (principal, action, resource);")
                .into_bytes(),
            format!("+++\na = {}\n+++\n", "[".repeat(100_000)).into_bytes(),
            flex.replacen("protocol = ", "onbekendeSleutel = 1\nprotocol = ", 1)
                .into_bytes(),
            Vec::new(),
        ] {
            refused(&bytes);
        }
        let vocabulary = Vocabulary::shipped();
        for text in [
            "",
            "[]",
            "1",
            "{\"actie\": 1}",
            "{\"weg\": true}",
            "{\"kanaal\": \"zolder\"}",
            "{\"praktisch\": \"ja\"}",
            &"[".repeat(200_000),
            &format!("{{\"a\": {}}}", "{\"a\":".repeat(50_000)),
            &format!("{{\"{}\": 1}}", "a".repeat(5_000_000)),
        ] {
            assert!(
                Situation::from_json_str(text, vocabulary).is_err(),
                "{}",
                text.get(..40).unwrap_or(text)
            );
        }
    }

    #[test]
    fn broken_rosters_are_read_or_refused_and_never_by_halves() {
        let options = rosters::Options::on(jiff::civil::date(2026, 9, 1));
        let files = [
            testkit::rosters::edexml(12, 8),
            testkit::rosters::guardians(12),
            testkit::rosters::people(12),
        ];
        let (mut refused, mut read) = (0, 0);
        for (seed, file) in (300..).zip(files) {
            let mut chance = Chance::new(seed);
            for _ in 0..2_000 {
                let text = variant(&file, &mut chance);
                let lines = text.matches('\n').count() as u64 + 1;
                let answer = rosters::Roster::read(std::io::Cursor::new(&text), &options);
                let findings = match &answer {
                    Ok(roster) => {
                        read += 1;
                        &roster.findings
                    }
                    Err(refusal) => {
                        refused += 1;
                        assert!(!refusal.faults.is_empty());
                        &refusal.faults
                    }
                };
                assert!(findings.iter().all(|one| one.line <= lines), "{findings:?}");
            }
        }
        assert!(
            refused > 500 && read > 500,
            "{refused} refused, {read} read"
        );
    }

    #[test]
    fn what_editors_leave_behind_changes_nothing() {
        for name in NAMES {
            let plain = source(name);
            let count = |text: &str| {
                let loaded = Protocol::load(text.as_bytes());
                let faults = loaded
                    .diagnostics
                    .iter()
                    .map(|one| one.in_line(name, text, words::Locale::Nl))
                    .collect::<Vec<_>>();
                loaded
                    .protocol
                    .unwrap_or_else(|| panic!("{}", faults.join("\n")))
                    .document
                    .articles
                    .len()
            };
            let articles = count(&plain);
            assert_eq!(
                count(&plain.replace('\n', "\r\n")),
                articles,
                "CRLF in {name}"
            );
            assert_eq!(
                count(&format!("\u{feff}{plain}")),
                articles,
                "BOM in {name}"
            );
        }
    }
}
