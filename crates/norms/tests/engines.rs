//! Both engines say the same, and what is unknown is never taken for a no.

use norms::sample::{Chances, known, partly_known};
use norms::situation::Value;
use norms::{Protocol, Situation, Workspace, shipped};
use proptest::prelude::*;
use words::Verdict;

fn five() -> impl Iterator<Item = &'static Protocol> {
    shipped::NAMES
        .iter()
        .filter_map(|name| shipped::protocol(name))
}

#[test]
fn all_five_load() {
    assert_eq!(five().count(), 5);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Cedar is the reference: verdict and satisfied norms are equal, for every protocol and action.
    #[test]
    fn the_diagrams_say_what_cedar_says(seed: u64) {
        let mut chances = Chances::new(seed);
        let mut work = Workspace::default();
        for protocol in five() {
            let vocabulary = protocol.vocabulary();
            let action = chances.below(vocabulary.actions.len());
            let situation = known(vocabulary, action, &mut chances);
            let reference = protocol.by_cedar(action, &situation).unwrap();
            let diagram = protocol.by_diagram(&mut work, action, &situation).unwrap();
            prop_assert_eq!(reference, diagram, "{:?}", situation.to_json(vocabulary));
        }
    }

    /// A firm verdict holds for every completion; a verdict that is said to remain possible is reached by none outside it.
    #[test]
    fn a_firm_verdict_holds_whatever_the_unknown_turns_out_to_be(seed: u64) {
        let mut chances = Chances::new(seed);
        for protocol in five() {
            let vocabulary = protocol.vocabulary();
            let action = chances.below(vocabulary.actions.len());
            let partly = partly_known(vocabulary, action, 4, &mut chances);
            let answer = protocol.ask(&partly);
            let possible = if answer.possible.is_empty() { vec![answer.verdict] } else { answer.possible.clone() };
            for _ in 0..30 {
                let mut completed = known(vocabulary, action, &mut chances);
                for fact in 1..vocabulary.facts.len() {
                    if partly.knows(fact) {
                        completed.set(fact, partly.get(fact).clone());
                    }
                }
                let verdict = protocol.by_cedar(action, &completed).unwrap().0;
                prop_assert!(possible.contains(&verdict), "{:?} then {:?}", partly.to_json(vocabulary), completed.to_json(vocabulary));
            }
        }
    }

    /// More knowledge never widens what is possible.
    #[test]
    fn knowing_more_never_makes_more_possible(seed: u64) {
        let mut chances = Chances::new(seed);
        for protocol in five() {
            let vocabulary = protocol.vocabulary();
            let action = chances.below(vocabulary.actions.len());
            let more = partly_known(vocabulary, action, 3, &mut chances);
            let mut less = more.clone();
            for fact in 1..vocabulary.facts.len() {
                if chances.once_in(3) {
                    less.set(fact, Value::Unknown);
                }
            }
            let all = |situation: &Situation| {
                let answer = protocol.ask(situation);
                if answer.possible.is_empty() { vec![answer.verdict] } else { answer.possible }
            };
            let wide = all(&less);
            for verdict in all(&more) {
                prop_assert!(wide.contains(&verdict));
            }
        }
    }

    /// Every remedy, carried out with what it assumes, is permitted; no remedy changes what nobody can change.
    #[test]
    fn a_remedy_makes_it_permitted(seed: u64) {
        let mut chances = Chances::new(seed);
        for protocol in five() {
            let vocabulary = protocol.vocabulary();
            let action = chances.below(vocabulary.actions.len());
            let situation = known(vocabulary, action, &mut chances);
            for remedy in protocol.ask(&situation).remedies {
                let mut changed = situation.clone();
                for (key, value) in &remedy.set {
                    prop_assert!(!["rollen", "doelrollen", "actie"].contains(&key.as_str()));
                    changed.tell(key, value, vocabulary).unwrap();
                }
                let then = protocol.by_cedar(action, &changed).unwrap().0;
                prop_assert_eq!(then, Verdict::Permitted, "{:?} of {:?}", remedy.set, situation.to_json(vocabulary));
            }
        }
    }

    /// Answering questions always ends, and each question can still change the verdict.
    #[test]
    fn questions_end_in_a_verdict(seed: u64) {
        let mut chances = Chances::new(seed);
        let mut work = Workspace::default();
        for protocol in five() {
            let vocabulary = protocol.vocabulary();
            let action = chances.below(vocabulary.actions.len());
            let truth = known(vocabulary, action, &mut chances);
            let mut situation = Situation::unknown(vocabulary);
            situation.action = Some(action);
            let mut asked = 0;
            while let Some(question) = protocol.next_question(&mut work, &situation, &[]) {
                for fact in question.facts {
                    prop_assert!(!situation.knows(fact), "asked again");
                    situation.set(fact, truth.get(fact).clone());
                }
                asked += 1;
                prop_assert!(asked <= 60);
            }
            let answer = protocol.ask(&situation);
            prop_assert_eq!(answer.verdict, protocol.by_cedar(action, &truth).unwrap().0);
            prop_assert!(answer.possible.is_empty());
        }
    }

    /// What is written as JSON reads back as the same situation.
    #[test]
    fn a_situation_survives_its_json(seed: u64) {
        let mut chances = Chances::new(seed);
        let vocabulary = norms::Vocabulary::shipped();
        let action = chances.below(vocabulary.actions.len());
        let situation = partly_known(vocabulary, action, 3, &mut chances);
        let text = serde_json::to_string(&situation.to_json(vocabulary)).unwrap();
        prop_assert_eq!(Situation::from_json_str(&text, vocabulary).unwrap(), situation);
    }
}

/// Without action entities `action in publiceren` is silently false and every norm on publishing vanishes.
#[test]
fn every_action_of_a_group_is_reached_through_the_group() {
    let spoenk = shipped::protocol("spoenk").unwrap();
    let vocabulary = spoenk.vocabulary();
    for action in ["plaatsen", "doorsturen", "reageren"] {
        let text = format!(
            r#"{{"actie": "{action}", "rollen": ["ouder"], "hoedanigheid": "prive", "kanaal": "prive_account",
                "schoolgerelateerd": true, "beeldOfGeluid": true, "herkenbaar": ["sam"], "*": false}}"#
        );
        let situation = Situation::from_json_str(&text, vocabulary).unwrap();
        let (verdict, satisfied) = spoenk
            .by_cedar(situation.action.unwrap(), &situation)
            .unwrap();
        assert_eq!(verdict, Verdict::Prohibited, "{action}");
        assert!(!satisfied.is_empty());
    }
}
