//! School days, and until when a question may wait. Pure.
//!
//! A school day is no Saturday or Sunday, no day that is a holiday everywhere, and no day on which this school is closed. Holidays:
//! the Algemene termijnenwet, article 3 (New Year, Easter, King's Day, Ascension, Whitsun, Christmas), and Good Friday, which
//! the collective agreements of schools add.

use jiff::civil::{Date, Weekday};
use jiff::{SignedDuration, Timestamp, ToSpan};
use law::days::{Calendar, Feast};

use crate::model::Free;

/// The hour on the wall at which a school day is over.
const CLOSES: i8 = 17;
/// The hour on the wall at which somebody is reminded.
const OPENS: i8 = 8;

/// A weekday that is a holiday at every school. On 5 May schools differ: a school that is closed on it says so.
pub fn is_holiday(day: Date) -> bool {
    let feast = Calendar::ACT.feast(day);
    feast.is_some_and(|feast| feast != Feast::Liberation)
}

/// A day on which the school is open.
pub fn is_school_day(day: Date, free: &[Free]) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let closed = free.iter().any(|one| one.from <= day && day <= one.until);
    !weekend && !closed && !is_holiday(day)
}

/// The day on which so many school days have gone by after this one. A school that is closed for two years on end is taken to be
/// open after that.
pub fn after(day: Date, days: i64, free: &[Free]) -> Date {
    let (mut at, mut left) = (day, days.max(1));
    for _ in 0..750 {
        at = at.saturating_add(1.day());
        if is_school_day(at, free) {
            left -= 1;
        }
        if left == 0 {
            break;
        }
    }
    at
}

/// This hour on the wall on a day, also on the two days a year on which the clock is changed.
fn at_hour(day: Date, hour: i8) -> Timestamp {
    let begins = people::begins(day).unwrap_or(Timestamp::UNIX_EPOCH);
    let guess = begins
        .saturating_add(SignedDuration::from_hours(hour.into()))
        .unwrap_or(begins);
    let off = day
        .at(hour, 0, 0, 0)
        .duration_since(shell::clock::on_the_wall(guess));
    guess.saturating_add(off).unwrap_or(guess)
}

/// Until when a question that lies at a desk since this moment may wait there: to the end of the last of so many school days.
pub fn due(since: Timestamp, days: i64, free: &[Free]) -> Timestamp {
    at_hour(after(shell::clock::today(since), days, free), CLOSES)
}

/// When somebody is reminded of what has to be answered by then: in the morning of that day.
pub fn reminder(due: Timestamp) -> Timestamp {
    at_hour(shell::clock::today(due), OPENS)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn said(since: &str, days: i64, free: &[Free]) -> String {
        let due = due(since.parse().unwrap(), days, free);
        shell::clock::on_the_wall(due).to_string()
    }

    #[test]
    fn easter_is_when_it_is() {
        for (year, month, day) in [
            (2000, 4, 23),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2038, 4, 25),
        ] {
            assert_eq!(law::days::easter(year), Some(date(year, month, day)));
        }
    }

    #[test]
    fn a_term_steps_over_weekends_holidays_and_what_the_school_adds() {
        // Friday 20 November 2026, late in the evening.
        assert_eq!(said("2026-11-20T21:00:00Z", 2, &[]), "2026-11-24T17:00:00");
        assert_eq!(said("2026-11-21T10:00:00Z", 2, &[]), "2026-11-24T17:00:00");
        assert_eq!(said("2026-11-23T10:00:00Z", 1, &[]), "2026-11-24T17:00:00");
        // Good Friday and Easter Monday; King's Day and the day of Ascension.
        assert_eq!(said("2026-04-02T10:00:00Z", 1, &[]), "2026-04-07T17:00:00");
        assert_eq!(said("2026-04-24T10:00:00Z", 1, &[]), "2026-04-28T17:00:00");
        assert_eq!(said("2026-05-13T10:00:00Z", 1, &[]), "2026-05-15T17:00:00");
        assert!(
            is_holiday(date(2025, 4, 26)),
            "27 April is a Sunday in 2025"
        );
        let christmas = [Free {
            from: date(2026, 12, 19),
            until: date(2027, 1, 3),
        }];
        assert_eq!(
            said("2026-12-18T10:00:00Z", 2, &christmas),
            "2027-01-05T17:00:00"
        );
        // The clock is put back on 25 October 2026, and was put forward on 30 March 2025.
        assert_eq!(said("2026-10-23T10:00:00Z", 1, &[]), "2026-10-26T17:00:00");
        assert_eq!(
            due("2026-10-23T10:00:00Z".parse().unwrap(), 1, &[]).to_string(),
            "2026-10-26T16:00:00Z"
        );
        assert_eq!(
            due("2025-03-28T10:00:00Z".parse().unwrap(), 2, &[]).to_string(),
            "2025-04-01T15:00:00Z"
        );
        // On the day that has 23 hours the last of them is of that day too.
        assert_eq!(
            at_hour(date(2018, 3, 25), 23).to_string(),
            "2018-03-25T21:00:00Z"
        );
    }

    proptest! {
        #[test]
        fn a_term_ends_on_a_school_day_at_five_and_has_so_many_in_it(
            second in 1_600_000_000_i64..2_500_000_000, days in 1_i64..11, closed in 0_i64..40, begins in 0_i64..30,
        ) {
            let since = Timestamp::from_second(second).unwrap();
            let today = shell::clock::today(since);
            let from = today.saturating_add(begins.days());
            let free = [Free { from, until: from.saturating_add(closed.days()) }];
            let due = due(since, days, &free);
            let wall = shell::clock::on_the_wall(due);
            prop_assert_eq!((wall.hour(), wall.minute()), (17, 0));
            prop_assert!(is_school_day(wall.date(), &free));
            let mut open = 0;
            let mut day = today.tomorrow().unwrap();
            while day <= wall.date() {
                open += i64::from(is_school_day(day, &free));
                day = day.tomorrow().unwrap();
            }
            prop_assert_eq!(open, days);
            let morning = reminder(due);
            prop_assert!(since < morning && morning < due);
            prop_assert_eq!(shell::clock::on_the_wall(morning).hour(), 8);
        }

        #[test]
        fn an_hour_on_the_wall_is_that_hour_on_every_day(days in 0_i64..20_000, hour in 4_i8..24) {
            let day = date(2000, 1, 1).saturating_add(days.days());
            let wall = shell::clock::on_the_wall(at_hour(day, hour));
            prop_assert_eq!((wall.date(), wall.hour(), wall.minute()), (day, hour, 0));
        }
    }
}
