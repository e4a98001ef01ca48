//! Every sequence of words, days and changes of authority, against a second reading of the law.

use jiff::civil::date;
use people::model::Authority;
use proptest::prelude::*;

use super::life::{DESK, Life, ONE, SAM, TWO, bond, event};
use crate::model::Answer::{No, Undone, Yes};
use crate::model::Event;
use crate::rules::Reason as Why;
use crate::rules::Shown::May;
use crate::rules::*;

/// A day, a word, or a change of authority.
#[derive(Debug, Clone, Copy)]
enum Step {
    Days(i64),
    Back(i64),
    Says(u8, bool),
    Authority(u8, u8),
    Undo(u8),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0_i64..500).prop_map(Step::Days),
        (0_i64..40).prop_map(Step::Back),
        (0_u8..3, any::<bool>()).prop_map(|(who, yes)| Step::Says(who, yes)),
        (0_u8..2, 0_u8..4).prop_map(|(who, how)| Step::Authority(who, how)),
        (0_u8..20).prop_map(Step::Undo),
    ]
}

fn birthday() -> impl Strategy<Value = Date> {
    prop_oneof![
        Just(date(2012, 2, 29)),
        (2008_i16..2020, 1_i8..=12, 1_i8..=28).prop_map(|(y, m, d)| date(y, m, d)),
    ]
}

/// The last word of somebody that was not undone, found the slow way.
fn last_word(events: &[Event], by: PersonId) -> Option<(Answer, Date)> {
    let undone = |event: &Event| {
        events
            .iter()
            .any(|other| other.answer == Undone && other.act == event.act)
    };
    let mut theirs = events
        .iter()
        .filter(|event| event.said_by == by && !undone(event));
    theirs
        .next_back()
        .map(|event| (event.answer, event.said_on))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn nobody_is_shown_against_a_valid_no(
        born in birthday(), both: bool, grace in 0_u8..70, steps in proptest::collection::vec(step(), 1..40)
    ) {
        let mut life = Life::new(born);
        life.terms = Terms { both_guardians: both, grace_days: grace };
        let mut day = date(2024, 1, 1);
        for step in steps {
            match step {
                Step::Days(days) => day = day.checked_add(days.days()).unwrap().min(date(2039, 1, 1)),
                Step::Back(days) => day = day.checked_sub(days.days()).unwrap(),
                Step::Says(who, yes) => {
                    let by = [ONE, TWO, SAM][usize::from(who)];
                    let answer = if yes { Yes } else { No };
                    let (say, _) = say(by, SAM, true, life.born, &life.bonds, day);
                    if say.covers(answer) { life.says(by, answer, day); }
                }
                Step::Authority(who, how) => {
                    let by = [ONE, TWO][usize::from(who)];
                    let place = life.bonds.iter().position(|bond| bond.guardian == by).unwrap();
                    life.bonds[place] = match how {
                        0 => bond(by, Authority::Yes, true),
                        1 => bond(by, Authority::No, true),
                        2 => bond(by, Authority::Unknown, false),
                        _ => Guardianship { span: Span { from: date(2015, 1, 1), until: Some(day) }, ..bond(by, Authority::Yes, true) },
                    };
                }
                Step::Undo(which) => {
                    let which = life.events.iter().map(|event| event.act).nth(which.into());
                    if let Some(act) = which {
                        let number = i64::try_from(life.events.len()).unwrap() + 1;
                        life.events.push(Event { act, ..event(number, DESK, Undone, day) });
                    }
                }
            }
            let (shown, why) = life.on(day);
            let own = last_word(&life.events, SAM);
            let of_age = day >= turns(born, OWN_SAY);
            if shown == May {
                prop_assert_ne!(own.map(|(answer, _)| answer), Some(No), "the pupil said no");
                if of_age && grace == 0 {
                    prop_assert_eq!(why, Why::OwnYes);
                }
                if why == Why::OwnYes {
                    let (answer, on) = own.unwrap();
                    prop_assert!(answer == Yes && on >= turns(born, OWN_SAY));
                } else {
                    let stands = |bond: &Guardianship| standing(bond, life.born, day);
                    let mut yes = 0;
                    for bond in &life.bonds {
                        let word = last_word(&life.events, bond.guardian).map(|(answer, _)| answer);
                        match stands(bond) {
                            Standing::Represents => {
                                prop_assert_ne!(word, Some(No), "a guardian said no");
                                prop_assert!(!both || word == Some(Yes));
                                yes += i32::from(word == Some(Yes));
                            }
                            Standing::ToConfirm => prop_assert_ne!(word, Some(No)),
                            _ => {}
                        }
                    }
                    prop_assert!(yes > 0, "nobody with a say said yes");
                }
            }
            // What holds follows from the events and from nothing else, however they are cut.
            let all = Votes::replay(&life.events);
            for vote in &all.0 {
                let word = last_word(&life.events, vote.said_by).map(|(answer, _)| answer);
                prop_assert_eq!(word, Some(vote.answer));
            }
            let sorted = all.0.is_sorted_by_key(|vote| (vote.cell, vote.said_by));
            prop_assert!(sorted);
        }
    }
}
