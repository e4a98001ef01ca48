//! The state of *Mag dit?* is its address: what is written is read back, and asking comes to an end.

use norms::Vocabulary;
use norms::vocabulary::{Fact, Kind};
use proptest::prelude::*;
use protocols::address::Misread;
use protocols::model::{Answers, Persons, Said, Topic};
use protocols::rules::{self, Unit};

/// Anything that could be said of this fact.
fn said(fact: &Fact) -> BoxedStrategy<Option<Said>> {
    let values = fact.values.len();
    let known = match fact.kind {
        Kind::YesNo => any::<bool>().prop_map(Said::Is).boxed(),
        Kind::Action | Kind::Choice => (0..values).prop_map(Said::Choice).boxed(),
        Kind::Roles | Kind::OtherRoles => (1..1_u32 << values).prop_map(Said::Roles).boxed(),
        Kind::Recognisable | Kind::Consent => return Just(None).boxed(),
    };
    prop_oneof![3 => known.prop_map(Some), 1 => Just(Some(Said::Unknown)), 3 => Just(None)].boxed()
}

/// Anything that could be said, in any order.
fn answers() -> impl Strategy<Value = Answers> {
    let facts: Vec<_> = Vocabulary::shipped().facts.iter().map(said).collect();
    let persons = prop::option::of(prop::sample::select(Persons::FORM.to_vec()));
    (facts, persons).prop_flat_map(|(facts, persons)| {
        let facts = facts.into_iter().enumerate();
        let mut all: Vec<(Topic, Said)> = facts
            .filter_map(|(id, said)| Some((Topic::Fact(id), said?)))
            .collect();
        all.extend(persons.map(|persons| (Topic::Persons, Said::Persons(persons))));
        Just(all).prop_shuffle().prop_map(|all| {
            let mut answers = Answers::default();
            for (topic, said) in all {
                answers.say(topic, said);
            }
            answers
        })
    })
}

fn read(pairs: Vec<(String, String)>) -> Result<Answers, Vec<Misread>> {
    Answers::read(pairs.into_iter(), Vocabulary::shipped()).map(|(answers, _)| answers)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back(answers in answers()) {
        let vocabulary = Vocabulary::shipped();
        let back = read(answers.pairs(vocabulary));
        prop_assert_eq!(back.as_ref(), Ok(&answers));
        // The address is what a browser would send for the same pairs.
        let query = answers.query(vocabulary);
        let plain = query.chars().all(|c| c.is_ascii_alphanumeric() || "?&=,_".contains(c));
        prop_assert!(plain, "{}", query);
    }

    #[test]
    fn a_situation_keeps_its_verdict_through_an_address(answers in answers()) {
        let vocabulary = Vocabulary::shipped();
        let situation = answers.situation(vocabulary);
        let again = Answers::of(&situation, vocabulary).situation(vocabulary);
        prop_assert_eq!(situation, again);
    }

    #[test]
    fn nothing_is_asked_twice_and_asking_ends(
        start in answers(),
        name in prop::sample::select(norms::shipped::NAMES.to_vec()),
    ) {
        let vocabulary = Vocabulary::shipped();
        let protocol = norms::shipped::protocol(name).unwrap();
        let mut answers = start;
        for _ in 0..40 {
            let answer = protocol.ask(&answers.situation(vocabulary));
            let open: Vec<usize> = answer.open.iter().filter_map(|key| vocabulary.fact_id(key)).collect();
            let Some(page) = rules::next(&answers, &open, vocabulary) else {
                return Ok(());
            };
            prop_assert!(rules::count_left(&answers, &open, vocabulary) >= 1);
            let asked: Vec<Topic> = match &page.unit {
                Unit::Persons => vec![Topic::Persons],
                Unit::Fact(id) => vec![Topic::Fact(*id)],
                Unit::Group(_) => page.members.iter().map(|id| Topic::Fact(*id)).collect(),
            };
            prop_assert!(!asked.is_empty());
            for topic in asked {
                prop_assert!(answers.get(topic).is_none(), "asked again: {:?}", topic);
                // The worst asker of all: never knows.
                answers.say(topic, Said::Unknown);
            }
        }
        prop_assert!(false, "still asking after 40 questions");
    }
}
