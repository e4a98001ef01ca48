//! Who represents whom, who is whose pupil; in stories and for every case.

use jiff::Timestamp;
use jiff::civil::date;
use proptest::prelude::*;
use uuid::Uuid;
use words::GroupId;

use super::*;

const TODAY: Date = date(2026, 11, 21);
const CHILD: u128 = 1;
const PARENT: u128 = 2;
const TEACHER: u128 = 3;

fn person(id: u128) -> PersonId {
    PersonId(Uuid::from_u128(id))
}

fn bond(relation: Relation, authority: Authority, confirmed: bool) -> Guardianship {
    Guardianship {
        pupil: person(CHILD),
        guardian: person(PARENT),
        relation,
        authority,
        confirmed: confirmed.then(|| (person(9), Timestamp::UNIX_EPOCH)),
        span: Span {
            from: date(2020, 8, 1),
            until: None,
        },
    }
}

fn member(who: u128, group: u128, part: Part) -> Membership {
    Membership {
        person: person(who),
        group: GroupId(Uuid::from_u128(group)),
        part,
        level: 0,
        span: Span {
            from: date(2026, 8, 1),
            until: Some(date(2027, 7, 31)),
        },
    }
}

#[test]
fn what_a_file_said_is_not_yet_authority() {
    let stands = |authority, confirmed| {
        standing(
            &bond(Relation::Parent, authority, confirmed),
            Some(date(2016, 3, 4)),
            TODAY,
        )
    };
    assert_eq!(stands(Authority::Yes, true), Standing::Represents);
    assert_eq!(stands(Authority::Yes, false), Standing::ToConfirm);
    assert_eq!(stands(Authority::Unknown, true), Standing::ToConfirm);
    assert_eq!(stands(Authority::No, true), Standing::WithoutAuthority);
}

#[test]
fn a_grandmother_never_represents_and_a_voogd_does() {
    let stands = |relation| standing(&bond(relation, Authority::Yes, true), None, TODAY);
    assert_eq!(stands(Relation::Other), Standing::WithoutAuthority);
    assert_eq!(stands(Relation::Carer), Standing::WithoutAuthority);
    assert_eq!(stands(Relation::Voogd), Standing::Represents);
}

#[test]
fn at_eighteen_nobody_represents_any_more() {
    let yes = bond(Relation::Parent, Authority::Yes, true);
    let born = Some(date(2008, 11, 22));
    assert_eq!(standing(&yes, born, TODAY), Standing::Represents);
    assert_eq!(
        standing(&yes, born, TODAY.tomorrow().unwrap()),
        Standing::OfAge
    );
    assert_eq!(
        represented(&[yes], born, TODAY.tomorrow().unwrap()),
        Represented::OfAge
    );
}

#[test]
fn a_pupil_whom_nobody_represents_is_seen() {
    let yes = bond(Relation::Parent, Authority::Yes, true);
    let unknown = bond(Relation::Parent, Authority::Unknown, false);
    let no = bond(Relation::Parent, Authority::No, true);
    assert_eq!(
        represented(&[yes.clone(), unknown.clone(), yes], None, TODAY),
        Represented::By(2)
    );
    assert_eq!(
        represented(&[unknown, no.clone()], None, TODAY),
        Represented::ToConfirm
    );
    assert_eq!(represented(&[no], None, TODAY), Represented::ByNobody);
    assert_eq!(represented(&[], None, TODAY), Represented::ByNobody);
}

#[test]
fn who_is_whose_pupil_and_whose_child() {
    let bonds = [bond(Relation::Parent, Authority::Yes, true)];
    let members = [
        member(CHILD, 50, Part::Pupil),
        member(TEACHER, 50, Part::Mentor),
        member(4, 51, Part::Teacher),
        member(5, 50, Part::Pupil),
    ];
    let tie = |one, day| tie(person(one), person(CHILD), &bonds, &members, None, day);
    assert_eq!(tie(CHILD, TODAY), Tie::Oneself);
    assert_eq!(tie(PARENT, TODAY), Tie::OwnChild);
    assert_eq!(tie(TEACHER, TODAY), Tie::OwnPupil);
    assert_eq!(tie(4, TODAY), Tie::None, "another group");
    assert_eq!(tie(5, TODAY), Tie::None, "a classmate");
    assert_eq!(
        tie(TEACHER, date(2027, 8, 1)),
        Tie::None,
        "last year's teacher"
    );
}

#[test]
fn a_span_never_ends_before_it_began_or_later_than_it_did() {
    let span = Span {
        from: date(2026, 8, 1),
        until: Some(date(2026, 12, 31)),
    };
    assert_eq!(ended(span, date(2027, 7, 31)), Some(span));
    assert_eq!(ended(span, date(2026, 7, 31)), None);
    assert_eq!(ended(span, TODAY).and_then(|span| span.until), Some(TODAY));
}

#[test]
fn a_role_is_given_where_it_belongs() {
    let school = Some(SchoolId(Uuid::from_u128(1)));
    for role in Role::ALL {
        let (here, everywhere) = (gives(role, school).is_ok(), gives(role, None).is_ok());
        assert!(!(here && everywhere), "{role:?}");
        assert_eq!(here || everywhere, reach(role) != Reach::Roster, "{role:?}");
    }
}

proptest! {
    #[test]
    fn nobody_represents_without_authority_that_the_school_saw_to(
        relation in 0..4_usize, authority in 0..3_usize, confirmed: bool, year in 2000_i16..2024, on in 0..4000_i64,
    ) {
        let bond = bond(Relation::ALL[relation], Authority::ALL[authority], confirmed);
        let born = date(year, 5, 5);
        let day = date(2019, 1, 1).checked_add(jiff::Span::new().days(on)).unwrap();
        if standing(&bond, Some(born), day) == Standing::Represents {
            prop_assert!(confirmed && bond.authority == Authority::Yes);
            prop_assert!(age_on(born, day) < 18 && bond.span.holds_on(day));
            prop_assert!(matches!(bond.relation, Relation::Parent | Relation::Voogd));
        }
    }
}
