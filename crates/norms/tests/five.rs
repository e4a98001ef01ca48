//! The five protocols: every clause has its place, every scenario comes out, every touchstone is settled.

use norms::document::Coverage;
use norms::{Protocol, Vocabulary, compare, shipped};
use words::{Locale, Verdict};

const CLAUSES: &str = include_str!("../../../protocols/clauses.tsv");

fn five() -> impl Iterator<Item = (&'static str, &'static Protocol)> {
    shipped::NAMES
        .iter()
        .filter_map(|name| Some((*name, shipped::protocol(name)?)))
}

#[test]
fn all_115_clauses_have_their_article_and_something_that_carries_it() {
    let rows: Vec<Vec<&str>> = CLAUSES
        .lines()
        .skip(1)
        .map(|row| row.split('\t').collect())
        .collect();
    assert_eq!(rows.len(), 115);
    for row in rows {
        let [id, name, number, kind, ..] = row.as_slice() else {
            panic!("{row:?}");
        };
        let protocol = shipped::protocol(name).unwrap();
        let article = protocol
            .document
            .article(number)
            .unwrap_or_else(|| panic!("{id}: no article {number}"));
        assert!(
            article.prose.trim().len() > 20,
            "{id}: article {number} has no prose"
        );
        let front = &protocol.document.front;
        let has_row = front
            .article_refs()
            .iter()
            .any(|(_, at)| at.as_ref() == number);
        let acts =
            !article.norms.is_empty() || has_row || article.coverage == Some(Coverage::Vocabulary);
        match *kind {
            "statement" => {}
            "norm" | "duty" => assert!(acts, "{id}: a {kind} that nothing carries"),
            "procedure" => assert!(
                has_row || !article.norms.is_empty(),
                "{id}: a procedure without a row"
            ),
            other => panic!("{id}: unknown kind {other}"),
        }
    }
}

#[test]
fn every_scenario_comes_out() {
    let mut count = 0;
    for (name, protocol) in five() {
        for outcome in protocol.run_scenarios() {
            count += 1;
            assert!(
                outcome.faults.is_empty(),
                "{name}: {}: {:?}",
                outcome.scenario.title,
                outcome.faults
            );
        }
    }
    assert!(count >= 340, "{count} scenarios");
}

#[test]
fn every_norm_article_has_at_least_three_scenarios() {
    for (name, protocol) in five() {
        let coverage = protocol.coverage().unwrap();
        assert!(coverage.is_whole(), "{name}");
        assert!(
            coverage.surviving.is_empty(),
            "{name}: {:?}",
            coverage.surviving
        );
        for article in coverage
            .articles
            .iter()
            .filter(|article| article.kind == "norm")
        {
            assert!(
                article.scenarios >= 3,
                "{name}/{}: {} scenarios",
                article.article,
                article.scenarios
            );
        }
    }
}

#[test]
fn every_touchstone_is_proved_or_has_the_schools_word() {
    for (name, protocol) in five() {
        for proof in protocol.prove().unwrap() {
            assert!(proof.is_settled(), "{name}: {proof:?}");
            for example in &proof.examples {
                assert!(
                    example.described.count > 0 && !example.articles.is_empty(),
                    "{name}: {example:?}"
                );
            }
        }
    }
}

/// The plainest example of a violation really is permitted, by Cedar.
#[test]
fn the_examples_of_violations_are_real() {
    for (name, protocol) in five() {
        let vocabulary = protocol.vocabulary();
        for example in protocol
            .prove()
            .unwrap()
            .iter()
            .flat_map(|proof| &proof.examples)
        {
            let mut situation = vocabulary.situation_from(&example.described.example);
            situation.close(vocabulary);
            let action = situation.action.unwrap();
            assert_eq!(
                protocol.by_cedar(action, &situation).unwrap().0,
                Verdict::Permitted,
                "{name}: {:?}",
                example.described.example
            );
        }
    }
}

/// The plainest example of a class changes its verdict as the class says, by Cedar.
#[test]
fn the_examples_of_differences_are_real() {
    let (flex, demare) = (
        shipped::protocol("flex").unwrap(),
        shipped::protocol("demare").unwrap(),
    );
    let comparison = compare(flex, demare).unwrap();
    assert!(
        !comparison.only_text && comparison.changed > 0 && comparison.changed < comparison.space
    );
    let mut in_classes = 0;
    for class in &comparison.classes {
        in_classes += class.described.count * class.actions.len() as u128;
        let mut situation = flex.vocabulary().situation_from(&class.described.example);
        situation.close(flex.vocabulary());
        let action = situation.action.unwrap();
        let verdict = |protocol: &Protocol| protocol.by_cedar(action, &situation).unwrap().0;
        assert_eq!(
            (verdict(flex), verdict(demare)),
            (class.from, class.to),
            "{:?}",
            class.described.example
        );
        assert!(!class.described.rules.is_empty() && !class.described.sentence.nl.is_empty());
    }
    assert_eq!(
        in_classes, comparison.changed,
        "every changed situation is in one class"
    );
}

#[test]
fn a_protocol_and_another_wording_of_it_differ_in_text_only() {
    let source = shipped::source("demare").unwrap();
    let reworded = source.replace("## 2 ", "Een extra zin.\n\n## 2 ");
    let other = Protocol::load(reworded.as_bytes()).protocol.unwrap();
    let demare = shipped::protocol("demare").unwrap();
    let same = compare(demare, &other).unwrap();
    assert!(same.only_text && same.classes.is_empty() && !same.procedures_changed);
    assert_ne!(demare.sha256, other.sha256);
    let other = Protocol::load(
        source
            .replace("wie = \"bestuur\"", "wie = \"directeur\"")
            .as_bytes(),
    )
    .protocol
    .unwrap();
    let same = compare(demare, &other).unwrap();
    assert!(same.only_text && same.procedures_changed);
}

#[test]
fn a_dropped_norm_shows_in_the_difference_and_in_the_proof() {
    let source = shipped::source("spoenk").unwrap();
    let weaker = source.replace(
        "when { resource.onfatsoenlijk }",
        "when { resource.onfatsoenlijk && resource.kennis }",
    );
    assert_ne!(weaker, source);
    let weaker = Protocol::load(weaker.as_bytes());
    let protocol = weaker.protocol.unwrap();
    let comparison = compare(shipped::protocol("spoenk").unwrap(), &protocol).unwrap();
    assert!(
        comparison
            .classes
            .iter()
            .all(|class| class.from == Verdict::Prohibited && class.from_article == "8")
    );
    assert!(comparison.changed > 0);
    assert!(
        protocol
            .run_scenarios()
            .iter()
            .any(|outcome| !outcome.faults.is_empty()),
        "scenarios notice"
    );
}

#[test]
fn both_languages_say_everything() {
    let vocabulary = Vocabulary::shipped();
    for locale in Locale::ALL {
        let missing = vocabulary.words(locale).missing(
            vocabulary.fact_keys(),
            vocabulary.actions.iter().map(|action| action.key.as_str()),
            vocabulary.functions.iter().map(String::as_str),
        );
        assert!(missing.is_empty(), "{locale:?}: {missing:?}");
        for fact in &vocabulary.facts {
            let said = vocabulary.words(locale).fact(&fact.key).unwrap();
            for value in &fact.values {
                assert!(
                    fact.key == "actie" || said.values.contains_key(value),
                    "{locale:?}: {}.{value}",
                    fact.key
                );
            }
        }
    }
}

/// The situation of the contract, under the school it was written for.
#[test]
fn the_class_app_photo_without_consent() {
    let flex = shipped::protocol("flex").unwrap();
    let asked = r#"{"actie": "plaatsen", "rollen": ["leraar"], "hoedanigheid": "functie", "kanaal": "schoolgroep", "schoolgerelateerd": true,
        "beeldOfGeluid": true, "herkenbaar": ["sam", "noor"], "toestemming": ["sam"], "schriftelijkeToestemming": ["sam"], "praktisch": false}"#;
    let situation = norms::Situation::from_json_str(asked, flex.vocabulary()).unwrap();
    let answer = flex.ask(&situation);
    assert_eq!(answer.verdict, Verdict::Prohibited);
    assert!(answer.articles.contains(&"4.a"));
    assert_eq!(
        answer.ask.map(|ask| (ask.role, ask.article)),
        Some(("leidinggevende", "5.2.e"))
    );
    assert!(answer.open.is_empty() && !answer.remedies.is_empty());
}
