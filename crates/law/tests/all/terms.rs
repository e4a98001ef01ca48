//! Terms: the examples of the law, and what holds for each of them.

use jiff::ToSpan;
use jiff::civil::date;
use law::days::{Calendar, Feast, Free};
use law::terms::{Length, Moved, Term, Why, four_weeks, school_days, six_weeks};
use law::{Source, Standing};
use proptest::prelude::*;

use crate::days;

const SOURCE: Source = Source::OBJECTION;

#[test]
fn six_weeks_by_the_act_alone() {
    for (notice, last_day) in [
        (date(2026, 11, 12), date(2026, 12, 24)),
        (date(2026, 11, 13), date(2026, 12, 28)),
        (date(2027, 2, 12), date(2027, 3, 30)),
        (date(2027, 3, 25), date(2027, 5, 7)),
    ] {
        let term = Term::after(notice, Length::Weeks(6), SOURCE, Calendar::ACT);
        assert_eq!(term.last_day, last_day, "{notice}");
        assert_eq!(term.from, notice.tomorrow().unwrap());
    }
    let term = Term::after(date(2026, 11, 16), Length::Weeks(4), SOURCE, Calendar::ACT);
    assert_eq!(term.last_day, date(2026, 12, 14));
    assert_eq!(four_weeks(date(2026, 11, 16), SOURCE), term);
}

#[test]
fn a_decree_gives_the_weekend_after_ascension() {
    let term = six_weeks(date(2027, 3, 25), SOURCE);
    assert_eq!(term.last_day, date(2027, 5, 10));
    assert_eq!(
        term.moved,
        Some(Moved {
            was: date(2027, 5, 6),
            why: Why::Free(Free::Feast(Feast::Ascension)),
        })
    );
    // The other examples fall on no such day.
    for notice in [date(2026, 11, 12), date(2026, 11, 13), date(2027, 2, 12)] {
        let act = Term::after(notice, Length::Weeks(6), SOURCE, Calendar::ACT);
        assert_eq!(six_weeks(notice, SOURCE), act);
    }
}

#[test]
fn a_term_says_why_it_moved() {
    assert_eq!(six_weeks(date(2026, 11, 12), SOURCE).moved, None);
    let christmas = six_weeks(date(2026, 11, 13), SOURCE).moved.unwrap();
    assert_eq!(christmas.was, date(2026, 12, 25));
    assert_eq!(christmas.why, Why::Free(Free::Feast(Feast::Christmas)));
    assert_eq!(
        christmas.why.source().to_string(),
        "BWBR0002448 art. 1 lid 1 (2010-10-10)"
    );
    let king = six_weeks(date(2026, 3, 16), SOURCE).moved.unwrap();
    assert_eq!(king.why, Why::Free(Free::Feast(Feast::KingsDay)));
}

#[test]
fn short_terms_are_stretched_to_two_ordinary_days() {
    let ends = |notice, days| Term::after(notice, Length::Days(days), SOURCE, Calendar::ACT);
    // From Thursday before Easter: Good Friday, the weekend, Monday. Tuesday and Wednesday are the two.
    let easter = ends(date(2026, 4, 2), 3);
    assert_eq!(easter.last_day, date(2026, 4, 8));
    assert_eq!(easter.moved.unwrap().why, Why::TooFewOrdinaryDays);
    // From Friday: Saturday, Sunday, Monday holds one; two days are not stretched, and only run on.
    assert_eq!(ends(date(2026, 11, 20), 3).last_day, date(2026, 11, 24));
    assert_eq!(ends(date(2026, 11, 20), 2).last_day, date(2026, 11, 23));
    assert_eq!(ends(date(2026, 11, 16), 3).moved, None);
}

#[test]
fn long_terms_end_where_they_end() {
    let saturday = date(2026, 11, 21);
    for (length, moves) in [
        (Length::Weeks(12), true),
        (Length::Weeks(13), false),
        (Length::Months(3), true),
        (Length::Months(4), false),
        (Length::Days(90), true),
        (Length::Days(91), false),
    ] {
        assert_eq!(length.is_under_the_act(), moves, "{length:?}");
    }
    let term = |length| Term::after(saturday, length, SOURCE, Calendar::KNOWN);
    assert_eq!(term(Length::Weeks(12)).last_day, date(2027, 2, 15));
    assert_eq!(term(Length::Weeks(13)).last_day, date(2027, 2, 20));
    assert_eq!(term(Length::Months(3)).last_day, date(2027, 2, 22));
    assert_eq!(term(Length::Months(4)).moved, None);
    // The month is shorter than the day of the notice.
    let november = Term::after(date(2026, 11, 30), Length::Months(3), SOURCE, Calendar::ACT);
    assert_eq!(november.moved.unwrap().was, date(2027, 2, 28));
}

#[test]
fn a_minute_before_midnight_is_in_time_and_midnight_is_not_also_when_the_clock_was_changed() {
    for (notice, before, late) in [
        // Winter time all along.
        ("2026-11-12", "2026-12-24T22:59:00Z", "2026-12-24T23:00:00Z"),
        // The notice in winter time, the end in summer time (since 28 March 2027).
        ("2027-02-12", "2027-03-30T21:59:00Z", "2027-03-30T22:00:00Z"),
        // The notice in summer time, the end in winter time (since 25 October 2026).
        ("2026-09-17", "2026-10-29T22:59:00Z", "2026-10-29T23:00:00Z"),
    ] {
        let term = six_weeks(notice.parse().unwrap(), SOURCE);
        assert!(term.is_in_time(before.parse().unwrap()), "{before}");
        assert!(!term.is_in_time(late.parse().unwrap()), "{late}");
    }
    // The very day on which the clock is put back or forward has an end as well, at the time of the next.
    let end = |day| Term::until(day, day, SOURCE).ends.to_string();
    assert_eq!(end(date(2026, 10, 25)), "2026-10-25T23:00:00Z");
    assert_eq!(end(date(2026, 10, 24)), "2026-10-24T22:00:00Z");
    assert_eq!(end(date(2027, 3, 28)), "2027-03-28T22:00:00Z");
    assert_eq!(end(date(2027, 3, 27)), "2027-03-27T23:00:00Z");
}

#[test]
fn a_letter_counts_when_it_was_posted_in_time_and_came_within_a_week() {
    let term = six_weeks(date(2026, 11, 12), SOURCE);
    let (last, week) = (term.last_day, date(2026, 12, 31));
    assert!(term.is_in_time_by_post(last, week));
    assert!(!term.is_in_time_by_post(last.tomorrow().unwrap(), week));
    assert!(!term.is_in_time_by_post(last, week.tomorrow().unwrap()));
}

#[test]
fn school_days_are_those_of_the_school() {
    let autumn =
        |day| !law::days::is_free(day) && !(date(2026, 10, 12)..=date(2026, 10, 18)).contains(&day);
    assert_eq!(
        school_days(date(2026, 10, 9), date(2026, 10, 19), autumn),
        2
    );
    assert_eq!(school_days(date(2026, 10, 9), date(2026, 10, 8), autumn), 0);
}

#[test]
fn a_source_can_be_looked_up() {
    assert_eq!(
        SOURCE.address().unwrap(),
        "https://wetten.overheid.nl/BWBR0005537/1994-01-01"
    );
    assert_eq!(Source::practice().address(), None);
    assert_eq!(Source::practice().standing, Standing::Unchecked);
    assert_eq!(Source::practice().to_string(), "praktijk");
}

fn lengths() -> impl Strategy<Value = Length> {
    prop_oneof![
        (1_u16..120).prop_map(Length::Days),
        (1_u16..16).prop_map(Length::Weeks),
        (1_u16..6).prop_map(Length::Months),
    ]
}

proptest! {
    #[test]
    fn a_term_under_the_act_ends_on_an_ordinary_day_and_is_never_shorter_than_asked(
        notice in days(), length in lengths(),
    ) {
        let term = Term::after(notice, length, SOURCE, Calendar::KNOWN);
        let asked = match length {
            Length::Days(days) => notice.saturating_add(i32::from(days).days()),
            Length::Weeks(weeks) => notice.saturating_add(i32::from(weeks).weeks()),
            Length::Months(months) => notice.saturating_add(i32::from(months).months()),
        };
        prop_assert!(asked <= term.last_day);
        prop_assert_eq!(term.moved.map(|moved| moved.was), (asked != term.last_day).then_some(asked));
        prop_assert_eq!(term.from, notice.tomorrow().unwrap());
        if length.is_under_the_act() {
            prop_assert!(!law::days::is_free(term.last_day));
            prop_assert!(term.last_day <= asked.saturating_add(7.days()));
        } else {
            prop_assert_eq!(term.moved, None);
        }
    }

    #[test]
    fn three_days_or_more_hold_two_ordinary_days_and_not_a_day_more_than_needed(notice in days(), number in 3_u16..12) {
        let term = Term::after(notice, Length::Days(number), SOURCE, Calendar::KNOWN);
        let ordinary = school_days(term.from, term.last_day, |day| !law::days::is_free(day));
        prop_assert!(ordinary >= 2);
        if let Some(Moved { why: Why::TooFewOrdinaryDays, .. }) = term.moved {
            prop_assert_eq!(ordinary, 2);
        }
    }

    #[test]
    fn a_later_notice_never_ends_sooner_and_a_longer_term_neither(notice in days(), later in 0_i64..40, length in 1_u16..12, more in 0_u16..3) {
        let term = |notice, weeks| Term::after(notice, Length::Weeks(weeks), SOURCE, Calendar::KNOWN).last_day;
        let next = notice.saturating_add(later.days());
        prop_assert!(term(notice, length) <= term(next, length));
        prop_assert!(term(notice, length) <= term(notice, length + more));
    }

    #[test]
    fn in_time_is_by_the_wall(notice in days(), minutes in -3000_i64..3000) {
        let term = six_weeks(notice, SOURCE);
        let at = term.ends + jiff::SignedDuration::from_mins(minutes);
        let dutch = jiff::tz::TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap();
        prop_assert_eq!(term.is_in_time(at), at.to_zoned(dutch).date() <= term.last_day);
    }
}
