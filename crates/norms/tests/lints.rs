//! Warnings: what works and yet should be known.

#![expect(clippy::expect_used, reason = "a test says what is wrong by failing")]

use norms::{Protocol, Vocabulary};

/// A protocol with these norms under article 1, and this front matter besides.
fn warnings(front: &str, body: &str) -> Vec<(&'static str, String)> {
    let everybody: Vec<String> = Vocabulary::shipped()
        .roles
        .iter()
        .map(|role| format!("\"{role}\""))
        .collect();
    let text = format!(
        "+++\nprotocol = \"proef\"\ntitel = \"Proef\"\nschool = \"De Proef\"\nsector = \"vo\"\nversie = \"1\"\nwoordenlijst = 1\n\
         rest = \"twijfel\"\n[[twijfel]]\nvoor = [{}]\nvraag = [\"mentor\"]\nartikel = \"1\"\n{front}\n+++\n\n## 1 Een\n\n\
         ```cedar bereik\n@id(\"reach\")\npermit (principal, action in Action::\"publiceren\", resource) when {{ resource.schoolgerelateerd }};\n```\n\n{body}",
        everybody.join(", ")
    );
    let loaded = Protocol::load(text.as_bytes());
    assert!(loaded.diagnostics.is_empty(), "{:#?}", loaded.diagnostics);
    let protocol = loaded.protocol.expect("it loads");
    let lints = protocol.lints();
    lints
        .into_iter()
        .map(|lint| (lint.code, lint.text.nl))
        .collect()
}

fn codes(front: &str, body: &str) -> Vec<&'static str> {
    warnings(front, body)
        .into_iter()
        .map(|(code, _)| code)
        .collect()
}

fn norm(id: &str, effect: &str, condition: &str) -> String {
    format!(
        "```cedar norm\n@id(\"{id}\")\n{effect} (principal, action in Action::\"publiceren\", resource)\nwhen {{ {condition} }};\n```\n\n"
    )
}

#[test]
fn norms_that_do_their_work_are_left_alone() {
    let body =
        norm("a", "permit", "resource.kennis") + &norm("b", "forbid", "resource.onfatsoenlijk");
    assert_eq!(codes("", &body), Vec::<&str>::new());
}

#[test]
fn a_norm_outside_the_reach_can_never_apply() {
    assert_eq!(
        codes("", &norm("a", "forbid", "!resource.schoolgerelateerd")),
        ["norm-unreachable"]
    );
}

#[test]
fn a_norm_that_another_makes_needless_never_decides() {
    let body = norm("a", "forbid", "resource.schadelijk")
        + &norm("b", "forbid", "resource.schadelijk && resource.kennis");
    assert_eq!(codes("", &body), ["norm-idle"]);
}

#[test]
fn a_permit_that_one_forbid_always_beats_contradicts_it() {
    let body = norm("a", "permit", "resource.kennis && resource.schadelijk")
        + &norm("b", "forbid", "resource.schadelijk");
    let found = warnings("", &body);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found
            .iter()
            .all(|(code, text)| *code == "contradiction" && text.contains("`b` (artikel 1)")),
        "{found:?}"
    );
}

#[test]
fn a_permit_that_forbids_beat_together_never_permits() {
    let body = norm("a", "permit", "resource.kennis")
        + &norm("b", "forbid", "resource.schadelijk")
        + &norm("c", "forbid", "!resource.schadelijk && resource.kennis");
    assert!(codes("", &body).contains(&"permit-overruled"));
}

#[test]
fn a_reading_waits_for_the_school() {
    let body = norm("a", "permit", "resource.kennis")
        .replace("@id(\"a\")", "@id(\"a\") @lezing(\"a contrario\")");
    assert_eq!(codes("", &body), ["reading-unconfirmed"]);
    assert_eq!(
        codes(
            "[[lezing]]\nnorm = \"a\"\nreden = \"zo lezen wij het\"",
            &body
        ),
        Vec::<&str>::new()
    );
}

#[test]
fn a_gap_in_the_numbers_is_seen() {
    let body = norm("a", "permit", "resource.kennis")
        + "## 2.a Twee {tekst}\n\nx\n\n## 2.c Drie {tekst}\n\nx\n\n## 4 Vier {tekst}\n\nx\n";
    let found = warnings("", &body);
    let texts: Vec<&str> = found.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "voor artikel 2.c ontbreekt artikel 2.b",
            "voor artikel 4 ontbreekt artikel 3"
        ]
    );
}

#[test]
fn roles_that_nobody_advises_are_named() {
    let spoenk = norms::shipped::protocol("spoenk").expect("it ships");
    let found = spoenk.lints();
    assert!(
        found
            .iter()
            .any(|lint| lint.code == "advisor-missing" && lint.text.nl.contains("een leerling"))
    );
    let pcc = norms::shipped::protocol("pcc").expect("it ships");
    assert!(pcc.lints().is_empty());
}

/// An exception within an exception: the permit steps aside for a forbid, and the first forbid for the permit.
#[test]
fn exceptions_to_exceptions_are_woven_in_order() {
    let body = norm("ban", "forbid", "resource.beeldOfGeluid")
        .replace("@id(\"ban\")", "@id(\"ban\") @behoudens(\"2\")")
        + "## 2 Twee\n\n"
        + &norm("let", "permit", "resource.kennis")
            .replace("@id(\"let\")", "@id(\"let\") @behoudens(\"3\")")
        + "## 3 Drie\n\n"
        + &norm("but", "forbid", "resource.vertrouwelijk");
    assert_eq!(codes("", &body), Vec::<&str>::new());
}
