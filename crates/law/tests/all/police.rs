//! Offences: who files, until when, what is never taken in.

use std::collections::BTreeSet;

use jiff::civil::date;
use law::measures::Sector;
use law::police::{
    Filer, Needs, Offence, STAFF_DUTY, Who, complaint, staff_duty_source, withdrawal,
};
use proptest::prelude::*;

use crate::days;

#[test]
fn each_offence_with_who_may_file() {
    let lines: Vec<String> = Offence::ALL
        .into_iter()
        .map(|offence| {
            let (young, old) = (offence.filer(15), offence.filer(16));
            let route = offence
                .route()
                .map_or(String::new(), |route| route.to.join(" "));
            format!(
                "{} | {} | {young:?} | {old:?} | {route}",
                offence.code(),
                offence.source()
            )
        })
        .collect();
    insta::assert_snapshot!("offences", lines.join("\n"));
    let codes: BTreeSet<&str> = Offence::ALL.map(Offence::code).into();
    assert_eq!(codes.len(), Offence::ALL.len());
}

#[test]
fn what_needs_a_complaint() {
    use Offence::{Coercion, Defamation, Insult, Slander, Stalking};
    let needs: Vec<Offence> = Offence::ALL
        .into_iter()
        .filter(|offence| offence.needs() == Needs::Complaint)
        .collect();
    assert_eq!(needs, [Insult, Defamation, Slander, Coercion, Stalking]);
    for offence in needs {
        assert_eq!(offence.filer(15), Filer::Representative);
        assert_eq!(offence.filer(16), Filer::Affected);
    }
}

#[test]
fn three_months_are_ninety_days_and_are_not_lengthened() {
    // The ninetieth day after 27 September 2026 is the second day of Christmas, a Saturday.
    let found = complaint(date(2026, 9, 27));
    assert_eq!(found.term.last_day, date(2026, 12, 26));
    assert!(law::days::is_free(found.term.last_day) && found.term.moved.is_none());
    assert_eq!(found.reminder, date(2026, 11, 26));
    assert!(
        found
            .term
            .is_in_time("2026-12-26T22:59:59Z".parse().unwrap())
    );
    assert!(
        !found
            .term
            .is_in_time("2026-12-26T23:00:00Z".parse().unwrap())
    );
    assert_eq!(withdrawal(date(2026, 11, 22)).last_day, date(2026, 11, 30));
}

#[test]
fn sexual_images_are_never_taken_in() {
    for offence in [Offence::SexualImage, Offence::SexualImageOfMinor] {
        let route = offence.route().unwrap();
        assert_eq!(route.to, ["politie", "offlimits", "helpwanted", "platform"]);
        assert_eq!(route.note, ["waar", "wanneer", "wie-meldde"]);
    }
    assert_eq!(Offence::Doxing.route(), None);
}

#[test]
fn a_sexual_offence_by_staff_has_its_own_way() {
    let codes = STAFF_DUTY.map(|step| (step.code, step.who, step.on_reasonable_suspicion));
    assert_eq!(codes[0], ("bestuur-inlichten", Who::Staff, false));
    assert_eq!(
        codes[1],
        ("overleg-vertrouwensinspecteur", Who::Board, false)
    );
    assert_eq!(
        codes[2..],
        [
            ("ouders-en-betrokkene-inlichten", Who::Board, true),
            ("aangifte", Who::Board, true),
        ]
    );
    assert_eq!(staff_duty_source(Sector::Po).article, "4a");
    assert_eq!(staff_duty_source(Sector::Vo).article, "3.39");
}

proptest! {
    #[test]
    fn a_complaint_has_ninety_days_and_a_reminder_in_them(learnt in days()) {
        let found = complaint(learnt);
        prop_assert_eq!(learnt.until(found.term.last_day).unwrap().get_days(), 90);
        prop_assert_eq!(learnt.until(found.reminder).unwrap().get_days(), 60);
    }
}
