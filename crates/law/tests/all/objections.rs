//! Objections: the term, the answer, who may give it.

use jiff::civil::date;
use law::Source;
use law::measures::{Denomination, Kind, Party, Sector, Situation};
use law::objection::{answer, hears, may_decide, term};
use proptest::prelude::*;

use crate::days;

const ALL: [(Sector, Denomination); 4] = [
    (Sector::Po, Denomination::Public),
    (Sector::Po, Denomination::Special),
    (Sector::Vo, Denomination::Public),
    (Sector::Vo, Denomination::Special),
];

#[test]
fn everywhere_a_removal_can_be_objected_to_for_six_weeks() {
    let found: Vec<String> = ALL
        .into_iter()
        .map(|(sector, denomination)| {
            let situation = Situation::new(sector, denomination);
            let notice = date(2026, 11, 13);
            let objecting = term(Kind::Removal, &situation, notice).unwrap();
            let due = answer(Kind::Removal, &situation, &objecting, date(2026, 11, 16)).unwrap();
            format!(
                "{} {} | {} {}",
                objecting.last_day, objecting.source, due.last_day, due.source
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            "2026-12-28 BWBR0005537 art. 6:7 (1994-01-01) | 2027-01-25 BWBR0003420 art. 40 lid 12 (2026-08-01)",
            "2026-12-28 BWBR0003420 art. 63 lid 3 (2026-08-01) | 2026-12-14 BWBR0003420 art. 63 lid 3 (2026-08-01)",
            "2026-12-28 BWBR0005537 art. 6:7 (1994-01-01) | 2026-12-14 BWBR0044212 art. 8.15 lid 8 (2026-08-01)",
            "2026-12-28 BWBR0044212 art. 8.15 lid 7 (2026-08-01) | 2026-12-14 BWBR0044212 art. 8.15 lid 7 (2026-08-01)",
        ]
    );
}

#[test]
fn a_suspension_has_a_term_at_public_schools_only() {
    for (sector, denomination) in ALL {
        let situation = Situation::new(sector, denomination);
        let found = term(Kind::Suspension, &situation, date(2026, 11, 12));
        let public = denomination == Denomination::Public;
        assert_eq!(
            found.map(|term| term.last_day),
            public.then_some(date(2026, 12, 24))
        );
        if let Some(objecting) = found {
            let due = answer(Kind::Suspension, &situation, &objecting, date(2026, 11, 16)).unwrap();
            assert_eq!(due.last_day, date(2027, 2, 4));
        }
        for kind in [Kind::Warning, Kind::NotActing, Kind::StaffSanction] {
            assert_eq!(term(kind, &situation, date(2026, 11, 12)), None);
        }
    }
}

#[test]
fn who_imposed_it_does_not_answer_it() {
    let (director, board) = ("directeur", "bestuur");
    assert!(may_decide(&board, &[director], Denomination::Public).is_ok());
    let refused = may_decide(&director, &[board, director], Denomination::Public).unwrap_err();
    assert_eq!(
        refused.source,
        Source::unchecked(law::Act::Administrative, "10:3 lid 3")
    );
    let special = may_decide(&director, &[director], Denomination::Special).unwrap_err();
    assert_eq!(special.source, Source::practice());
}

#[test]
fn who_is_heard_on_an_objection() {
    let primary = Situation::new(Sector::Po, Denomination::Special);
    let secondary = Situation::new(Sector::Vo, Denomination::Special);
    assert_eq!(hears(&primary), [Party::Guardians]);
    assert_eq!(hears(&secondary), [Party::Pupil, Party::Guardians]);
    assert_eq!(
        hears(&Situation {
            adult: true,
            ..secondary
        }),
        [Party::Pupil]
    );
}

proptest! {
    #[test]
    fn an_answer_has_at_least_four_weeks(notice in days(), came in 0_i64..42) {
        for (sector, denomination) in ALL {
            let situation = Situation::new(sector, denomination);
            let objecting = term(Kind::Removal, &situation, notice).unwrap();
            let came = notice.saturating_add(jiff::ToSpan::days(came));
            let due = answer(Kind::Removal, &situation, &objecting, came).unwrap();
            prop_assert!(due.last_day >= came.saturating_add(jiff::ToSpan::weeks(4)));
            prop_assert!(!law::days::is_free(due.last_day));
        }
    }
}
