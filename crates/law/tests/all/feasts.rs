//! Feasts, against the calendar of somebody else.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use law::days::{Calendar, DECREED, Feast, Free, easter, feasts, is_free};
use proptest::prelude::*;

use crate::days;

/// The feasts of sixty-two years by the Python package `holidays`; the file says how it was made.
fn elsewhere() -> BTreeSet<(Date, String)> {
    include_str!("../data/feasts.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let (day, code) = line.split_once(' ').expect("a day and a feast");
            (day.parse().expect("a day"), code.to_owned())
        })
        .collect()
}

#[test]
fn sixty_years_of_feasts_are_those_of_an_independent_calendar() {
    let ours: BTreeSet<(Date, String)> = (2014..=2075)
        .flat_map(feasts)
        .filter(|(_, feast)| *feast != Feast::Decreed)
        .map(|(day, feast)| (day, feast.code().to_owned()))
        .collect();
    assert_eq!(ours.len(), 62 * 9);
    assert_eq!(ours, elsewhere());
}

#[test]
fn a_day_is_free_exactly_when_it_is_a_weekend_or_a_feast_elsewhere() {
    let feasts: BTreeSet<Date> = elsewhere().into_iter().map(|(day, _)| day).collect();
    for day in date(2014, 1, 1)
        .series(1.day())
        .take_while(|day| day.year() < 2076)
    {
        let weekend = day.weekday().to_monday_one_offset() > 5;
        let free = Calendar::ACT.free(day).is_some();
        assert_eq!(free, weekend || feasts.contains(&day), "{day}");
        assert_eq!(is_free(day), free || DECREED.contains(&day), "{day}");
    }
}

#[test]
fn a_decree_names_ordinary_fridays_and_such() {
    for day in DECREED {
        assert_eq!(Calendar::ACT.free(day), None, "{day} needs no decree");
        assert_eq!(Calendar::KNOWN.free(day), Some(Free::Feast(Feast::Decreed)));
    }
    assert!(DECREED.is_sorted());
    assert_eq!(feasts(2026).len(), 11);
    let own = [date(2029, 5, 11)];
    assert!(Calendar::with(&own).free(own[0]).is_some());
}

#[test]
fn every_feast_has_its_own_code_and_an_article() {
    let codes: BTreeSet<&str> = Feast::ALL.map(Feast::code).into();
    assert_eq!(codes.len(), Feast::ALL.len());
    assert!(
        Feast::ALL
            .iter()
            .all(|feast| feast.source().article.starts_with("3 lid"))
    );
}

#[test]
fn a_year_beyond_the_calendar_has_no_easter_and_does_not_stop_the_program() {
    for year in [i16::MIN, -1, 0, i16::MAX] {
        let _ = (easter(year), feasts(year));
    }
}

proptest! {
    #[test]
    fn no_more_than_five_days_in_a_row_are_free(day in days()) {
        let row = day.series(1.day()).take_while(|day| is_free(*day)).count();
        prop_assert!(row <= 5, "{row} free days from {day}");
    }

    #[test]
    fn easter_is_a_sunday_in_spring(year in 1583_i16..9999) {
        let day = easter(year).unwrap();
        prop_assert_eq!(day.weekday().to_sunday_zero_offset(), 0);
        prop_assert!(date(year, 3, 22) <= day && day <= date(year, 4, 25));
    }
}
