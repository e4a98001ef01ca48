//! The made-up schools are what they are said to be.

use std::collections::BTreeSet;

use jiff::civil::date;
use shell::SeededChance;
use uuid::Uuid;

use super::*;
use crate::model::{Authority, Relation};
use crate::rules::{Represented, represented};

const TODAY: Date = date(2026, 11, 21);

fn draft(plan: &Plan, seed: u64) -> Draft {
    let school = School {
        id: SchoolId(Uuid::from_u128(1)),
        name: plan.school.into(),
        brin: None,
        protocol: None,
        sector: plan.sector,
    };
    people_of(
        plan,
        &school,
        &SeededChance::new(seed),
        Timestamp::UNIX_EPOCH,
        TODAY,
    )
}

fn pupils(draft: &Draft) -> BTreeSet<PersonId> {
    draft.enrolments.iter().map(|one| one.pupil).collect()
}

#[test]
fn a_school_has_about_two_hundred_pupils_and_somebody_in_every_role() {
    for plan in PLANS {
        let draft = draft(plan, 7);
        assert!(
            (195..=220).contains(&pupils(&draft).len()),
            "{}: {}",
            plan.slug,
            pupils(&draft).len()
        );
        let faces = faces(&draft);
        let roles: Vec<Role> = faces.iter().map(|face| face.role).collect();
        assert_eq!(roles, Role::ALL, "{}", plan.slug);
        let people: BTreeSet<PersonId> = faces.iter().map(|face| face.person).collect();
        assert_eq!(people.len(), 14, "fourteen different people");
        assert!(faces.iter().all(|face| face.name.len() > 3));
    }
}

#[test]
fn the_same_seed_makes_the_same_school_and_another_does_not() {
    let plan = &PLANS[0];
    let names = |seed| -> Vec<String> {
        draft(plan, seed)
            .people
            .iter()
            .map(|one| one.details.name.said())
            .collect()
    };
    assert_eq!(names(1), names(1));
    assert_ne!(names(1), names(2));
}

#[test]
fn every_kind_of_family_is_there() {
    let (mut one, mut without, mut unknown, mut voogd, mut siblings) = (0, 0, 0, 0, 0);
    for plan in PLANS {
        let draft = draft(plan, 7);
        for pupil in pupils(&draft) {
            let bonds: Vec<_> = draft
                .bonds
                .iter()
                .filter(|bond| bond.pupil == pupil)
                .collect();
            assert!(!bonds.is_empty());
            one += usize::from(bonds.len() == 1);
            without += usize::from(bonds.iter().any(|bond| bond.authority == Authority::No));
            unknown += usize::from(
                bonds
                    .iter()
                    .any(|bond| bond.authority == Authority::Unknown),
            );
            voogd += usize::from(bonds.iter().any(|bond| bond.relation == Relation::Voogd));
            let children = draft
                .bonds
                .iter()
                .filter(|bond| bond.guardian == bonds[0].guardian)
                .count();
            siblings += usize::from(children > 1);
        }
        let open = pupils(&draft).into_iter().filter(|pupil| {
            let bonds: Vec<_> = draft
                .bonds
                .iter()
                .filter(|bond| bond.pupil == *pupil)
                .cloned()
                .collect();
            represented(&bonds, None, TODAY) == Represented::ToConfirm
        });
        assert!(
            open.count() > 0,
            "{}: the office has something to see to",
            plan.slug
        );
    }
    for (what, count) in [
        ("one", one),
        ("without", without),
        ("unknown", unknown),
        ("voogd", voogd),
        ("siblings", siblings),
    ] {
        assert!(count >= 10, "{what}: {count}");
    }
}

#[test]
fn names_are_as_diverse_as_a_dutch_school() {
    let draft = draft(&PLANS[4], 7);
    let names: Vec<&PersonName> = draft.people.iter().map(|one| &one.details.name).collect();
    assert!(
        names.iter().filter(|name| !name.infix.is_empty()).count() > 60,
        "infixes"
    );
    assert!(
        names.iter().filter(|name| !name.said().is_ascii()).count() > 40,
        "accents"
    );
    let different: BTreeSet<String> = names.iter().map(|name| name.said()).collect();
    assert!(
        different.len() * 10 > names.len() * 9,
        "few bear the same name: {} of {}",
        different.len(),
        names.len()
    );
    let families: BTreeSet<&String> = names.iter().map(|name| &name.family).collect();
    assert!(families.len() > 80, "{}", families.len());
}

#[test]
fn children_are_as_old_as_their_year() {
    let draft = draft(&PLANS[1], 7);
    for one in &draft.people {
        if let Some(born) = one.details.born {
            let age = crate::year::age_on(born, TODAY);
            assert!((11..=19).contains(&age), "{age}");
        }
    }
    let emails: BTreeSet<&String> = draft
        .people
        .iter()
        .filter_map(|one| one.details.email.as_ref())
        .collect();
    let with = draft
        .people
        .iter()
        .filter(|one| one.details.email.is_some())
        .count();
    assert_eq!(emails.len(), with, "no two share an address");
}
