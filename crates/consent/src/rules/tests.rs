//! The cases of the law one by one, and then every sequence against a second reading of it.

use jiff::civil::date;
use people::model::{Authority, Relation};
use proptest::prelude::*;
use uuid::Uuid;
use words::{Locale, SchoolId};

use super::*;
use crate::model::{Event, How};
use crate::usual;

const SAM: PersonId = PersonId(Uuid::from_u128(1));
const ONE: PersonId = PersonId(Uuid::from_u128(11));
const TWO: PersonId = PersonId(Uuid::from_u128(12));
const DESK: PersonId = PersonId(Uuid::from_u128(99));

fn purpose() -> Purpose {
    usual::example(SchoolId(Uuid::from_u128(2)))
}

fn cell() -> Cell {
    purpose().cells().next().unwrap()
}

fn bond(guardian: PersonId, authority: Authority, seen: bool) -> Guardianship {
    Guardianship {
        pupil: SAM,
        guardian,
        relation: Relation::Parent,
        authority,
        confirmed: seen.then_some((DESK, jiff::Timestamp::UNIX_EPOCH)),
        span: Span {
            from: date(2015, 1, 1),
            until: None,
        },
    }
}

fn event(number: i64, by: PersonId, answer: Answer, on: Date) -> Event {
    Event {
        number,
        person: SAM,
        cell: cell(),
        answer,
        said_by: by,
        capacity: if by == SAM {
            Capacity::Own
        } else {
            Capacity::Guardian
        },
        typed_by: None,
        at: jiff::Timestamp::UNIX_EPOCH,
        said_on: on,
        how: How::Page,
        notice: 1,
        language: Locale::Nl,
        act: Uuid::from_u128(u128::try_from(number).unwrap()),
        evidence: None,
        rule: LAW.to_owned(),
    }
}

/// A school life with one question: who was born when, who looks after them, what was said, and what the school settled.
struct Life {
    born: Option<Date>,
    here: Vec<Span>,
    bonds: Vec<Guardianship>,
    events: Vec<Event>,
    terms: Terms,
    purpose: Purpose,
    shielded: bool,
}

impl Life {
    fn new(born: Date) -> Self {
        Self {
            born: Some(born),
            here: vec![Span {
                from: date(2015, 8, 1),
                until: None,
            }],
            bonds: vec![
                bond(ONE, Authority::Yes, true),
                bond(TWO, Authority::Yes, true),
            ],
            events: Vec::new(),
            terms: Terms::default(),
            purpose: purpose(),
            shielded: false,
        }
    }

    fn says(&mut self, by: PersonId, answer: Answer, on: Date) {
        let number = i64::try_from(self.events.len()).unwrap() + 1;
        self.events.push(event(number, by, answer, on));
    }

    fn on(&self, day: Date) -> (Shown, Reason) {
        let votes = Votes::replay(&self.events);
        let subject = Subject {
            person: SAM,
            pupil: true,
            born: self.born,
            here: &self.here,
            bonds: &self.bonds,
            shielded: self.shielded,
            votes: &votes,
        };
        let outcome = decide(&subject, Some(&self.purpose), cell(), self.terms, day);
        (outcome.shown, outcome.reason)
    }
}

use Answer::{No, Undone, Yes};
use Reason as Why;
use Shown::{May, MayNot};

const NOW: Date = date(2026, 11, 21);

#[test]
fn under_twelve_a_guardian_decides_and_any_no_blocks() {
    let mut life = Life::new(date(2018, 5, 4));
    assert_eq!(life.on(NOW), (MayNot, Why::Unanswered));
    life.says(ONE, Yes, NOW);
    assert_eq!(life.on(NOW), (May, Why::GuardianYes));
    life.says(TWO, No, NOW);
    assert_eq!(life.on(NOW), (MayNot, Why::GuardianNo));
    life.says(TWO, Yes, NOW);
    life.says(ONE, No, NOW);
    assert_eq!(life.on(NOW), (MayNot, Why::GuardianNo));
}

#[test]
fn where_both_are_needed_one_is_not_enough() {
    let mut life = Life::new(date(2018, 5, 4));
    life.terms.both_guardians = true;
    life.says(ONE, Yes, NOW);
    assert_eq!(life.on(NOW), (MayNot, Why::OtherGuardian));
    life.says(TWO, Yes, NOW);
    assert_eq!(life.on(NOW), (May, Why::GuardianYes));
    life.bonds.truncate(1);
    assert_eq!(life.on(NOW), (May, Why::GuardianYes), "there is only one");
}

#[test]
fn who_has_no_authority_has_no_say() {
    let mut life = Life::new(date(2018, 5, 4));
    life.bonds = vec![
        bond(ONE, Authority::No, true),
        bond(TWO, Authority::Yes, false),
    ];
    life.says(ONE, Yes, NOW);
    assert_eq!(life.on(NOW), (MayNot, Why::NoSay));
    life.says(TWO, Yes, NOW);
    assert_eq!(life.on(NOW), (MayNot, Why::AuthorityToConfirm));
    life.bonds[1] = bond(TWO, Authority::Yes, true);
    assert_eq!(life.on(NOW), (May, Why::GuardianYes));
    life.says(ONE, No, NOW);
    assert_eq!(life.on(NOW), (May, Why::GuardianYes), "a no without a say");
    life.bonds[0] = bond(ONE, Authority::Unknown, false);
    assert_eq!(
        life.on(NOW),
        (MayNot, Why::GuardianNo),
        "perhaps it has one: then it blocks"
    );
}

#[test]
fn authority_that_ends_ends_the_say() {
    let mut life = Life::new(date(2018, 5, 4));
    life.says(ONE, Yes, NOW);
    life.bonds[0].span.until = Some(NOW);
    assert_eq!(life.on(NOW), (May, Why::GuardianYes));
    assert_eq!(life.on(NOW.tomorrow().unwrap()), (MayNot, Why::NoSay));
}

#[test]
fn from_twelve_on_the_pupil_withdraws_and_no_guardian_undoes_it() {
    let mut life = Life::new(date(2013, 5, 4));
    life.says(ONE, Yes, NOW);
    life.says(SAM, No, NOW);
    assert_eq!(life.on(NOW), (MayNot, Why::PupilNo));
    life.says(ONE, Yes, NOW);
    life.says(TWO, Yes, NOW);
    assert_eq!(life.on(NOW), (MayNot, Why::PupilNo));
    life.says(SAM, Yes, NOW);
    assert_eq!(
        life.on(NOW),
        (May, Why::GuardianYes),
        "the pupil takes it back"
    );
    let mut alone = Life::new(date(2013, 5, 4));
    alone.says(SAM, Yes, NOW);
    assert_eq!(
        alone.on(NOW).0,
        MayNot,
        "a yes of one's own is not enough under sixteen"
    );
}

#[test]
fn at_sixteen_the_pupil_alone_says_it() {
    let birthday = date(2026, 11, 21);
    let mut life = Life::new(date(2010, 11, 21));
    life.says(ONE, Yes, date(2026, 9, 1));
    assert_eq!(life.on(date(2026, 11, 20)), (May, Why::GuardianYes));
    assert_eq!(life.on(birthday), (MayNot, Why::SaysItSelf));
    life.terms.grace_days = 14;
    assert_eq!(life.on(birthday), (May, Why::GuardianYes));
    assert_eq!(life.on(date(2026, 12, 4)), (May, Why::GuardianYes));
    assert_eq!(life.on(date(2026, 12, 5)), (MayNot, Why::SaysItSelf));
    life.says(ONE, No, birthday);
    life.says(SAM, Yes, date(2026, 12, 5));
    assert_eq!(
        life.on(date(2026, 12, 5)),
        (May, Why::OwnYes),
        "a guardian's no is a signal"
    );
}

#[test]
fn a_yes_from_before_the_birthday_is_no_yes_of_ones_own() {
    let mut life = Life::new(date(2010, 11, 21));
    life.says(SAM, Yes, date(2026, 11, 20));
    assert_eq!(life.on(NOW), (MayNot, Why::SaysItSelf));
}

#[test]
fn born_on_a_leap_day_one_is_sixteen_on_that_day() {
    let mut life = Life::new(date(2012, 2, 29));
    life.says(ONE, Yes, date(2027, 1, 1));
    assert_eq!(life.on(date(2028, 2, 28)), (May, Why::GuardianYes));
    assert_eq!(life.on(date(2028, 2, 29)), (MayNot, Why::SaysItSelf));
}

#[test]
fn whoever_is_protected_is_never_shown_and_nobody_reads_why() {
    let mut life = Life::new(date(2018, 5, 4));
    life.says(ONE, Yes, NOW);
    life.shielded = true;
    assert_eq!(life.on(NOW), (MayNot, Why::Protected));
}

#[test]
fn whoever_leaves_is_not_shown_and_whoever_returns_is_asked_again() {
    let mut life = Life::new(date(2018, 5, 4));
    life.says(ONE, Yes, date(2026, 9, 1));
    life.here[0].until = Some(date(2026, 10, 1));
    assert_eq!(life.on(date(2026, 10, 1)), (May, Why::GuardianYes));
    assert_eq!(life.on(date(2026, 10, 2)), (MayNot, Why::NotHere));
    life.here.push(Span {
        from: date(2026, 11, 1),
        until: None,
    });
    assert_eq!(life.on(NOW), (MayNot, Why::CameBack));
    life.says(ONE, Yes, NOW);
    assert_eq!(life.on(NOW), (May, Why::GuardianYes));
}

#[test]
fn a_next_school_year_is_no_leaving_and_a_form_at_enrolment_counts() {
    let mut life = Life::new(date(2018, 5, 4));
    life.here = vec![
        Span {
            from: date(2025, 8, 1),
            until: Some(date(2026, 7, 31)),
        },
        Span {
            from: date(2026, 8, 1),
            until: None,
        },
    ];
    life.says(ONE, Yes, date(2025, 5, 1));
    assert_eq!(life.on(NOW), (May, Why::GuardianYes));
}

#[test]
fn a_notice_that_changed_asks_again_only_whom_it_touches() {
    let mut life = Life::new(date(2018, 5, 4));
    life.says(ONE, Yes, NOW);
    life.purpose.version = 2;
    assert_eq!(life.on(NOW), (May, Why::GuardianYes), "a comma");
    life.purpose.notice.offers[0].since = 2;
    assert_eq!(life.on(NOW), (MayNot, Why::NoticeChanged));
    let mut no = Life::new(date(2018, 5, 4));
    no.says(ONE, No, NOW);
    no.purpose.notice.offers[0].since = 2;
    assert_eq!(no.on(NOW), (MayNot, Why::GuardianNo), "a no stays");
}

#[test]
fn what_ended_or_is_not_asked_is_not_shown() {
    let mut life = Life::new(date(2018, 5, 4));
    life.says(ONE, Yes, NOW);
    life.purpose.ends_on = Some(NOW);
    assert_eq!(life.on(NOW), (MayNot, Why::PurposeEnded));
    assert_eq!(life.on(NOW.yesterday().unwrap()), (May, Why::GuardianYes));
    life.purpose.notice.offers.remove(0);
    assert_eq!(life.on(NOW), (MayNot, Why::NotAsked));
    life.purpose = purpose();
    life.purpose.notice.audience = Audience::Staff;
    assert_eq!(life.on(NOW), (MayNot, Why::NotAsked));
}

#[test]
fn an_act_that_is_undone_gives_way_to_the_word_before_it() {
    let mut life = Life::new(date(2018, 5, 4));
    life.says(ONE, No, NOW);
    life.says(ONE, Yes, NOW);
    assert_eq!(life.on(NOW), (May, Why::GuardianYes));
    let mut undo = event(3, ONE, Undone, NOW);
    undo.act = life.events[1].act;
    life.events.push(undo);
    assert_eq!(life.on(NOW), (MayNot, Why::GuardianNo));
    let votes = Votes::replay(&life.events);
    assert_eq!(votes.0.len(), 1);
}

#[test]
fn who_may_say_what() {
    let bonds = [
        bond(ONE, Authority::Yes, true),
        bond(TWO, Authority::Unknown, false),
    ];
    let says = |by, born| say(by, SAM, true, Some(born), &bonds, NOW).0;
    let (child, twelve, sixteen) = (date(2018, 1, 1), date(2014, 11, 21), date(2010, 11, 21));
    assert_eq!(
        (says(ONE, child), says(SAM, child)),
        (Say::Decide, Say::Nothing)
    );
    assert_eq!(
        (says(ONE, twelve), says(SAM, twelve)),
        (Say::Decide, Say::Withdraw)
    );
    assert_eq!(
        (says(ONE, sixteen), says(SAM, sixteen)),
        (Say::PupilAlone, Say::Decide)
    );
    assert_eq!(says(TWO, child), Say::ToConfirm);
    assert_eq!(says(DESK, child), Say::Nothing);
    assert_eq!(say(SAM, SAM, false, None, &[], NOW).0, Say::Decide, "staff");
    assert!(
        Say::Decide.may(Yes)
            && Say::Withdraw.may(No)
            && !Say::PupilAlone.may(No)
            && !Say::Decide.may(Undone)
    );
}

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
                    if say.may(answer) { life.says(by, answer, day); }
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
