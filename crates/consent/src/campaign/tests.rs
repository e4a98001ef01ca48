//! Who is asked: never who has no say, never about who is never shown, and never what was answered.

use jiff::ToSpan;
use jiff::civil::date;
use people::model::{Authority, Guardianship, Relation, Span};
use proptest::prelude::*;
use uuid::Uuid;
use words::SchoolId;

use super::*;
use crate::model::{Answer, How, Vote};
use crate::usual;

const SAM: PersonId = PersonId(Uuid::from_u128(1));
const ONE: PersonId = PersonId(Uuid::from_u128(11));
const DESK: PersonId = PersonId(Uuid::from_u128(99));

fn plan() -> Plan {
    Plan {
        groups: Vec::new(),
        purposes: Vec::new(),
        asks: Asks {
            guardians: true,
            pupils: true,
            staff: true,
        },
        subject: Text::new("a", "a"),
        text: Text::new("b", "b"),
        remind: vec![7],
    }
}

/// A pupil or member of staff with one adult beside them, as they are on a day.
#[derive(Debug, Clone)]
struct Case {
    pupil: bool,
    born: Option<Date>,
    here: Vec<Span>,
    bond: Guardianship,
    shielded: bool,
    own: bool,
    day: Date,
    kind: Kind,
}

fn cases() -> impl Strategy<Value = Case> {
    let days = (0_i64..9_000).prop_map(|after| date(2004, 1, 1).saturating_add(after.days()));
    let authority = prop::sample::select(Authority::ALL.to_vec());
    let relation = prop::sample::select(Relation::ALL.to_vec());
    let kind = prop::sample::select(Kind::ALL.to_vec());
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    (
        prop::option::of(days.clone()),
        days,
        0_i64..2_000,
        authority,
        relation,
        kind,
        flags,
        any::<bool>(),
    )
        .prop_map(
            |(born, from, long, authority, relation, kind, flags, ends)| {
                let (pupil, shielded, own, seen) = flags;
                let span = Span {
                    from,
                    until: ends.then(|| from.saturating_add(long.days())),
                };
                Case {
                    pupil,
                    born,
                    here: vec![span],
                    bond: Guardianship {
                        pupil: SAM,
                        guardian: ONE,
                        relation,
                        authority,
                        confirmed: seen.then_some((DESK, Timestamp::UNIX_EPOCH)),
                        span: Span {
                            from: date(2004, 1, 1),
                            until: None,
                        },
                    },
                    shielded,
                    own,
                    day: date(2026, 11, 21),
                    kind,
                }
            },
        )
}

impl Case {
    fn speaker(&self) -> PersonId {
        if self.own { SAM } else { ONE }
    }

    fn waits(&self, votes: &Votes, purposes: &[Purpose]) -> Option<Timestamp> {
        let question = Question {
            speaker: self.speaker(),
            subject: Subject {
                person: SAM,
                pupil: self.pupil,
                born: self.born,
                here: &self.here,
                bonds: std::slice::from_ref(&self.bond),
                shielded: self.shielded,
                votes,
            },
            levels: &[],
            day: self.day,
        };
        waits(self.kind, &plan(), &question, purposes, |_, _| {
            Some(Timestamp::UNIX_EPOCH)
        })
    }

    fn say(&self) -> Say {
        let bonds = std::slice::from_ref(&self.bond);
        rules::say(self.speaker(), SAM, self.pupil, self.born, bonds, self.day).0
    }

    /// Everything was answered today by who would be asked.
    fn answered(&self, purposes: &[Purpose], answer: Answer) -> Votes {
        let mut votes: Vec<Vote> = purposes
            .iter()
            .flat_map(Purpose::cells)
            .zip(1..)
            .map(|(cell, number)| Vote {
                cell,
                said_by: self.speaker(),
                capacity: if self.own {
                    Capacity::Own
                } else {
                    Capacity::Guardian
                },
                answer,
                withdrew: false,
                said_on: self.day,
                how: How::Page,
                notice: 1,
                number,
            })
            .collect();
        votes.sort_by_key(|vote| vote.cell);
        Votes(votes)
    }
}

fn purposes() -> Vec<Purpose> {
    vec![usual::example(SchoolId(Uuid::from_u128(2)))]
}

proptest! {
    #[test]
    fn whoever_is_asked_has_a_say_about_somebody_who_is_here(case in cases()) {
        if let Some(since) = case.waits(&Votes::default(), &purposes()) {
            prop_assert!(matches!(case.say(), Say::Decide | Say::Withdraw));
            prop_assert!(!case.shielded);
            prop_assert!(case.here.iter().any(|span| span.holds_on(case.day)));
            prop_assert!(since <= people::begins(case.day).unwrap());
        }
    }

    #[test]
    fn whoever_answered_is_not_asked_again(case in cases(), yes in any::<bool>()) {
        let answer = if yes { Answer::Yes } else { Answer::No };
        let votes = case.answered(&purposes(), answer);
        if case.kind != Kind::Reminder {
            prop_assert_eq!(case.waits(&votes, &purposes()), None);
        }
    }

    #[test]
    fn whoever_may_decide_about_somebody_here_and_said_nothing_is_asked(case in cases()) {
        let here = case.here.iter().any(|span| span.holds_on(case.day));
        let fits = case.own || (case.pupil && case.kind != Kind::Sixteen);
        if here && fits && !case.shielded && case.say() == Say::Decide {
            prop_assert!(case.waits(&Votes::default(), &purposes()).is_some());
        }
    }
}

#[test]
fn what_a_protocol_says_is_what_is_proposed() {
    let rows = |name: &str| {
        &norms::shipped::protocol(name)
            .unwrap()
            .document
            .front
            .toestemming
    };
    let po = |name: &str| proposed(rows(name), Sector::Po);
    assert_eq!(
        po("verkruisen"),
        [Kind::Current, Kind::Enrolment, Kind::Farewell]
    );
    assert_eq!(
        proposed(rows("pcc"), Sector::Vo),
        [Kind::Current, Kind::Enrolment, Kind::Sixteen]
    );
    let asks = |name: &str| asks_of(rows(name));
    assert_eq!(
        (asks("verkruisen").pupils, asks("verkruisen").staff),
        (false, false)
    );
    assert_eq!((asks("flex").pupils, asks("flex").staff), (true, true));
    assert_eq!((asks("demare").pupils, asks("demare").staff), (true, false));
}

#[test]
fn days_are_read_from_early_to_late() {
    assert_eq!(days("7, 14"), Some(vec![7, 14]));
    assert_eq!(days(""), Some(Vec::new()));
    for wrong in ["0", "14, 7", "7 7", "61", "x", "1 2 3 4 5", "300"] {
        assert_eq!(days(wrong), None, "{wrong}");
    }
}
