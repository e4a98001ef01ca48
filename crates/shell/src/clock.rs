//! Time, handed over. Only here does the program look at a clock; everything else is told what time it is.

use std::sync::{LazyLock, Mutex, PoisonError};

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now, in whole microseconds: what both databases keep.
    fn now(&self) -> Timestamp;
}

/// The clock of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "clippy.toml leaves room: here")]
    fn now(&self) -> Timestamp {
        whole(Timestamp::now())
    }
}

/// A clock that a test sets and moves.
#[derive(Debug)]
pub struct FixedClock(Mutex<Timestamp>);

impl FixedClock {
    /// A clock that stands at this moment.
    #[must_use]
    pub fn at(now: Timestamp) -> Self {
        Self(Mutex::new(whole(now)))
    }

    /// Moves the clock.
    pub fn advance(&self, by: SignedDuration) {
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *now = now.saturating_add(by).unwrap_or(*now);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The time of the Netherlands: one hour before Greenwich, two between the last Sundays of March and October.
static DUTCH: LazyLock<TimeZone> =
    LazyLock::new(|| TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap_or(TimeZone::UTC));

/// What the clock on the wall of a Dutch school says.
#[must_use]
pub fn on_the_wall(now: Timestamp) -> DateTime {
    now.to_zoned(DUTCH.clone()).datetime()
}

/// The moment at which the clock on the wall of a Dutch school says this. Where the clock is put forward over it, the moment that
/// it would have been; where it comes twice, the first.
///
/// # Errors
/// Only for a moment that no calendar has.
pub fn from_the_wall(wall: DateTime) -> Result<Timestamp, jiff::Error> {
    Ok(wall.to_zoned(DUTCH.clone())?.timestamp())
}

/// Which day it is at a Dutch school.
#[must_use]
pub fn today(now: Timestamp) -> Date {
    on_the_wall(now).date()
}

fn whole(at: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(at.as_microsecond()).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_school_day_is_a_dutch_day() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        assert_eq!(today(at("2026-11-21T23:30:00Z")).to_string(), "2026-11-22");
        assert_eq!(today(at("2026-07-31T22:30:00Z")).to_string(), "2026-08-01");
        assert_eq!(
            on_the_wall(at("2026-03-29T01:00:00Z")).to_string(),
            "2026-03-29T03:00:00"
        );
    }

    #[test]
    fn a_wall_says_a_moment_also_on_the_days_of_the_change() {
        let at = |wall: &str| from_the_wall(wall.parse().unwrap()).unwrap().to_string();
        assert_eq!(at("2026-11-22T09:00"), "2026-11-22T08:00:00Z");
        // Half past two does not come in March, and comes twice in October.
        assert_eq!(at("2026-03-29T02:30"), "2026-03-29T01:30:00Z");
        assert_eq!(at("2026-10-25T02:30"), "2026-10-25T00:30:00Z");
    }

    #[test]
    fn a_clock_keeps_whole_microseconds_and_moves_when_told() {
        let fine = Timestamp::from_nanosecond(1_700_000_000_123_456_789).unwrap();
        let clock = FixedClock::at(fine);
        assert_eq!(clock.now().as_nanosecond() % 1_000, 0);
        let before = clock.now();
        clock.advance(SignedDuration::from_secs(90));
        assert_eq!(
            clock.now().duration_since(before),
            SignedDuration::from_secs(90)
        );
        assert_eq!(SystemClock.now().as_nanosecond() % 1_000, 0);
    }
}
