//! How long things are kept.

use jiff::civil::date;
use law::Standing;
use law::retention::{Facts, From, Item, Keep, ends, school_year_ends};
use proptest::prelude::*;

use crate::days;

#[test]
fn the_terms_that_a_board_begins_with() {
    let here = Facts {
        closed: date(2026, 11, 22),
        left: None,
        public_until: None,
    };
    let gone = Facts {
        left: Some(date(2027, 7, 16)),
        ..here
    };
    let shown = Facts {
        public_until: Some(date(2029, 1, 5)),
        ..gone
    };
    let day = |item, facts| ends(item, facts).map_or("-".to_owned(), |day| day.to_string());
    let lines: Vec<String> = Item::ALL
        .into_iter()
        .map(|item| {
            format!(
                "{} | {} | {} | {}",
                item.code(),
                day(item, &here),
                day(item, &gone),
                day(item, &shown)
            )
        })
        .collect();
    insta::assert_snapshot!("retention", lines.join("\n"));
    assert!(
        Item::ALL
            .iter()
            .all(|item| item.keep().source.standing == Standing::Unchecked)
    );
}

#[test]
fn a_school_year_ends_on_the_last_of_july() {
    assert_eq!(school_year_ends(date(2026, 7, 31)), date(2026, 7, 31));
    assert_eq!(school_year_ends(date(2026, 8, 1)), date(2027, 7, 31));
    assert_eq!(school_year_ends(date(2026, 12, 31)), date(2027, 7, 31));
    // A warning in the last week of the year is kept a whole year longer, one in the first for two.
    let facts = |closed| Facts {
        closed,
        left: None,
        public_until: None,
    };
    assert_eq!(
        ends(Item::Warning, &facts(date(2026, 7, 31))),
        Some(date(2027, 7, 31))
    );
    assert_eq!(
        ends(Item::Warning, &facts(date(2026, 8, 1))),
        Some(date(2028, 7, 31))
    );
}

#[test]
fn a_school_has_terms_of_its_own() {
    let own = Keep {
        years: 5,
        ..Item::Suspension.keep()
    };
    let facts = Facts {
        closed: date(2026, 11, 22),
        left: Some(date(2028, 2, 29)),
        public_until: None,
    };
    assert_eq!(own.until(&facts), Some(date(2033, 2, 28)));
    assert_eq!(own.from, From::Left);
}

proptest! {
    #[test]
    fn nothing_ends_before_it_is_closed_or_before_the_pupil_leaves(closed in days(), stays in 0_i64..4000, later in 0_i64..400) {
        let left = closed.saturating_add(jiff::ToSpan::days(stays));
        let facts = Facts { closed, left: Some(left), public_until: None };
        for item in Item::ALL {
            let end = ends(item, &facts).unwrap();
            let from = item.keep().from;
            prop_assert!(end >= closed);
            prop_assert!(end >= left || matches!(from, From::Closed | From::NextSchoolYear));
            let moved = Facts { closed: closed.saturating_add(jiff::ToSpan::days(later)), ..facts };
            prop_assert!(ends(item, &moved).unwrap() >= end, "closing later never ends sooner");
        }
    }
}
