//! Whatever anybody writes: one clear error per fault, with its place, and no panic.

use norms::{Diagnostic, Protocol, Situation, Vocabulary};
use proptest::prelude::*;
use words::Locale;

/// A small protocol that works, to break in one place at a time.
const GOOD: &str = r#"+++
protocol = "proef"
titel = "Proef"
school = "De Proef"
sector = "po"
versie = "1"
woordenlijst = 1
rest = "twijfel"

[[twijfel]]
voor = ["leerling", "ouder", "medewerker", "leraar", "stagiair", "pr", "leidinggevende", "bestuur", "betrokkene"]
vraag = ["leraar"]
artikel = "1"
+++

# Proef

## 1 Over school

Tekst.

```cedar bereik
@id("reach")
permit (principal, action in Action::"publiceren", resource);
```

```cedar norm
@id("kennis")
permit (principal, action in Action::"publiceren", resource)
when { resource.kennis };
```

## 2 Fatsoen

```cedar norm
@id("fatsoen")
forbid (principal, action in Action::"publiceren", resource)
when { resource.onfatsoenlijk };
```
"#;

fn problems(text: &str) -> Vec<Diagnostic> {
    let loaded = Protocol::load(text.as_bytes());
    assert_eq!(
        loaded.protocol.is_none(),
        loaded.diagnostics.iter().any(Diagnostic::is_error)
    );
    loaded.diagnostics
}

/// Replaces one piece of the good protocol and gives the one error that follows, as a person reads it.
fn broken(from: &str, to: &str) -> String {
    let text = GOOD.replacen(from, to, 1);
    assert_ne!(text, GOOD, "nothing was replaced");
    let found = problems(&text);
    let lines: Vec<String> = found
        .iter()
        .filter(|problem| problem.is_error())
        .map(|problem| problem.in_line("proef.md", &text, Locale::Nl))
        .collect();
    assert_eq!(lines.len(), 1, "one fault, one error: {lines:#?}");
    lines.into_iter().collect()
}

#[test]
fn the_good_one_is_good() {
    let loaded = Protocol::load(GOOD.as_bytes());
    assert!(loaded.diagnostics.is_empty(), "{:#?}", loaded.diagnostics);
    assert!(
        loaded
            .protocol
            .is_some_and(|protocol| protocol.lints().is_empty())
    );
}

#[test]
fn each_fault_is_said_once_at_its_place() {
    // One row a fault: what is replaced, by what, where it is said, what is said, what help is given.
    #[rustfmt::skip]
    let cases = [
        ("sector = \"po\"", "sektor = \"po\"", "proef.md:5:1:", "onbekende sleutel `sektor`", "bedoel je `sector`?"),
        ("versie = \"1\"\n", "", "proef.md:", "de sleutel `versie` ontbreekt", ""),
        ("sector = \"po\"", "sector = \"hbo\"", "proef.md:5:", "onbekende waarde `hbo`", ""),
        ("versie = \"1\"", "versie = 1", "proef.md:6:", "verkeerde soort", ""),
        ("woordenlijst = 1", "woordenlijst = 7", "proef.md:7:", "kent woordenlijst 1", ""),
        ("\"leerling\", ", "\"leering\", ", "proef.md:11:", "onbekende rol `leering`", "bedoel je `leerling`?"),
        ("vraag = [\"leraar\"]", "vraag = [\"mentr\"]", "proef.md:12:", "onbekende functie `mentr`", "bedoel je `mentor`?"),
        ("artikel = \"1\"", "artikel = \"9\"", "proef.md:13:", "artikel 9, dat er niet is", ""),
        ("## 2 Fatsoen", "## 1 Fatsoen", "proef.md:33:", "artikel 1 staat er twee keer", ""),
        ("## 2 Fatsoen", "## 2 Fatsoen {text}", "proef.md:33:", "onbekende dekking `text`", "bedoel je `tekst`?"),
        ("## 2 Fatsoen", "## 2 Fatsoen {tekst}", "proef.md:33:", "heeft normen en ook een dekking", ""),
        ("```cedar bereik", "```cedar berijk", "proef.md:22:", "onbekende soort norm `berijk`", "bedoel je `bereik`?"),
        ("resource.kennis", "resource.kenis", "proef.md:30:", "`kenis` is geen feit", "bedoel je `kennis`?"),
        ("resource.kennis", "context.kanaal == Kanaal::\"schoolaccount\"", "proef.md:30:", "`kanaal` is geen feit", ""),
        ("resource.kennis", "resource.kanaal == Kanaal::\"schoolgroup\"", "proef.md:30:", "onbekende waarde `schoolgroup`", "bedoel je `schoolgroep`?"),
        ("principal, action in Action::\"publiceren\", resource)\nwhen { resource.kennis }", "principal in Rol::\"leerlng\", action in Action::\"publiceren\", resource)\nwhen { resource.kennis }", "proef.md:29:", "onbekende waarde `leerlng`", "bedoel je `leerling`?"),
        ("resource.onfatsoenlijk", "resource.onfatsoenlijk && ", "proef.md:", "geen geldig Cedar", ""),
        ("@id(\"kennis\")", "@id(\"reach\")", "proef.md:28:", "de naam `reach` is al gebruikt op regel 23", ""),
        ("@id(\"kennis\")", "@naam(\"kennis\")", "proef.md:28:", "heeft geen @id", ""),
        ("@id(\"kennis\")", "@id(\"kennis\") @lesing(\"x\")", "proef.md:28:", "onbekende aantekening @lesing", "bedoel je `lezing`?"),
        ("@id(\"fatsoen\")", "@id(\"fatsoen\") @behoudens(\"4\")", "proef.md:36:", "verwijst naar een artikel dat er niet is", ""),
        ("@id(\"fatsoen\")", "@id(\"fatsoen\") @behoudens(\"2\")", "proef.md:36:", "heeft geen werking", ""),
        ("@id(\"fatsoen\")", "@id(\"fatsoen\") @maatregel(\"7\")", "proef.md:36:", "staat niet bij [[maatregel]]", ""),
        ("resource.kennis", "resource.toestemming.isEmpty()", "proef.md:28:", "niet te overzien", ""),
        ("```cedar bereik\n@id(\"reach\")\npermit", "```cedar bereik\n@id(\"reach\")\nforbid", "proef.md:23:", "is een forbid", ""),
        ("Tekst.\n", "Tekst.\n\n```cedar norm\n", "proef.md:", "geen geldig Cedar", ""),
        ("+++\nprotocol", "++\nprotocol", "proef.md:1:1:", "begint niet met een regel `+++`", ""),
        ("artikel = \"1\"\n+++", "artikel = \"1\"\n", "proef.md:1:1:", "niet afgesloten met een regel `+++`", ""),
    ];
    let mut missed: Vec<String> = Vec::new();
    for (from, to, place, text, help) in cases {
        let said = broken(from, to);
        let checks = [
            (place, said.starts_with(place)),
            (text, said.contains(text)),
            (help, said.contains(help)),
        ];
        for (what, _) in checks.into_iter().filter(|(_, found)| !found) {
            missed.push(format!("{to}\n  says {said}\n  not {what}"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn exceptions_in_a_circle_are_named() {
    let text = GOOD
        .replace("@id(\"kennis\")", "@id(\"kennis\") @behoudens(\"2\")")
        .replace("@id(\"fatsoen\")", "@id(\"fatsoen\") @behoudens(\"1\")");
    let found = problems(&text);
    let circle: Vec<&Diagnostic> = found
        .iter()
        .filter(|p| p.code == "exception-circle")
        .collect();
    assert_eq!(circle.len(), 1, "{found:#?}");
    assert!(
        circle
            .iter()
            .all(|problem| problem.text.nl.contains("kennis"))
    );
}

#[test]
fn files_that_are_too_much_are_refused_at_once() {
    let huge = format!("{GOOD}{}", "a".repeat(10_000_000));
    let articles: String = (0..100_000).map(|i| format!("## x{i}\n")).collect();
    let many = format!("{GOOD}{articles}");
    let deep = GOOD.replace(
        "resource.kennis",
        &format!("{}resource.kennis{}", "(".repeat(4000), ")".repeat(4000)),
    );
    let bangs = GOOD.replace(
        "resource.kennis",
        &format!("{}resource.kennis", "!".repeat(4000)),
    );
    let toml = GOOD.replace(
        "versie = \"1\"",
        &format!("versie = {}", "[".repeat(20_000)),
    );
    for (text, code) in [
        (huge, "too-large"),
        (many, "too-many-articles"),
        (deep, "too-deep"),
        (bangs, "too-deep"),
        (toml, "front-syntax"),
    ] {
        let found = problems(&text);
        assert_eq!(
            found.len(),
            1,
            "{code}: {:#?}",
            found.iter().take(3).collect::<Vec<_>>()
        );
        assert!(
            found.iter().all(|problem| problem.code == code),
            "{found:#?}"
        );
    }
    let articles: String = (0..2_000)
        .map(|i| format!("## x{i} y {{tekst}}\n"))
        .collect();
    let found = problems(&format!("{GOOD}{articles}"));
    assert!(
        found
            .iter()
            .all(|problem| problem.code == "too-many-articles")
    );
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let mut bytes = GOOD.as_bytes().to_vec();
    bytes.insert(40, 0xff);
    let found = Protocol::load(&bytes).diagnostics;
    assert_eq!(found.len(), 1);
    assert!(
        found
            .iter()
            .all(|problem| problem.code == "not-utf8" && problem.text.nl.contains("regel 4")),
        "{found:?}"
    );
}

#[test]
fn line_ends_tabs_and_a_byte_order_mark_change_nothing() {
    for text in [
        GOOD.replace('\n', "\r\n"),
        format!("\u{feff}{GOOD}"),
        format!("\u{feff}{}", GOOD.replace('\n', "\r\n")),
        GOOD.replace("when { ", "\twhen\t{\t"),
    ] {
        let loaded = Protocol::load(text.as_bytes());
        assert!(loaded.diagnostics.is_empty(), "{:#?}", loaded.diagnostics);
        let protocol = loaded.protocol;
        assert_eq!(protocol.map(|p| p.document.norms.len()), Some(3));
    }
}

#[test]
fn norms_that_need_too_large_a_diagram_are_answered_by_cedar() {
    let loaded = Protocol::load_within(GOOD.as_bytes(), None, 8);
    let small = loaded.protocol.filter(|_| loaded.diagnostics.is_empty());
    let (Some(small), Some(whole)) = (small, Protocol::load(GOOD.as_bytes()).protocol) else {
        panic!("both load");
    };
    assert!(
        small
            .lints()
            .iter()
            .any(|lint| lint.code == "diagram-too-large")
    );
    assert!(
        small.prove().is_none()
            && small.coverage().is_none()
            && norms::compare(&small, &whole).is_none()
    );
    let vocabulary = Vocabulary::shipped();
    for text in [
        r#"{"actie": "plaatsen", "rollen": ["ouder"], "hoedanigheid": "prive", "kanaal": "prive_account", "kennis": true, "*": false}"#,
        r#"{"actie": "plaatsen", "rollen": ["ouder"], "hoedanigheid": "prive", "kanaal": "prive_account", "onfatsoenlijk": true, "*": false}"#,
        r#"{"actie": "plaatsen", "rollen": ["ouder"], "hoedanigheid": "prive", "*": false}"#,
    ] {
        let situation = Situation::from_json_str(text, vocabulary).unwrap();
        assert_eq!(
            small.ask(&situation).verdict,
            whole.ask(&situation).verdict,
            "{text}"
        );
    }
    let nothing = Situation::from_json_str(r#"{"actie": "plaatsen"}"#, vocabulary).unwrap();
    assert_eq!(
        small.ask(&nothing).verdict,
        words::Verdict::Doubt,
        "too many completions to try"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_bytes_make_the_reader_panic(bytes: Vec<u8>) {
        drop(Protocol::load(&bytes));
    }

    #[test]
    fn no_damage_to_a_document_makes_it_panic(at in 0..GOOD.len(), length in 0..60_usize, put in "\\PC{0,12}") {
        let mut text: Vec<u8> = GOOD.as_bytes().to_vec();
        text.splice(at..(at + length).min(GOOD.len()), put.bytes());
        drop(Protocol::load(&text));
    }
}
