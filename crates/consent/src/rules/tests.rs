//! The cases of the law one by one.

mod life;
mod sequences;

use jiff::civil::date;
use people::model::Authority;

use super::Reason as Why;
use super::Shown::{May, MayNot};
use super::*;
use crate::model::Answer::{No, Undone, Yes};
use life::{DESK, Life, ONE, SAM, TWO, bond, event, purpose};

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
        Say::Decide.covers(Yes)
            && Say::Withdraw.covers(No)
            && !Say::PupilAlone.covers(No)
            && !Say::Decide.covers(Undone)
    );
}
