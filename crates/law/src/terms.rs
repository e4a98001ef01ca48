//! When a statutory term ends.
//!
//! A term that begins with a notice begins the day after it (Awb 6:8), so that one of six weeks ends on the same day of the week as
//! the notice. Where it would end on a free day it runs on to the next ordinary one (Algemene termijnenwet, article 1), and
//! a term of three days or more is stretched until it holds two ordinary days (article 2). Neither holds for terms of more than ninety days, twelve
//! weeks or three months (article 4), nor for what is no term to do something in, such as a suspension. A day ends at
//! midnight on a Dutch wall: something that comes in at the stroke of it is late.
//!
//! ```
//! use jiff::civil::date;
//! use law::{Source, terms};
//! let term = terms::six_weeks(date(2027, 2, 12), Source::OBJECTION);
//! // Good Friday is 26 March: on to the Tuesday after Easter, when summer time has begun.
//! assert_eq!((term.from, term.last_day), (date(2027, 2, 13), date(2027, 3, 30)));
//! assert!(term.is_in_time("2027-03-30T21:59:59Z".parse().unwrap()));
//! assert!(!term.is_in_time("2027-03-30T22:00:00Z".parse().unwrap()));
//! ```

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::days::{Calendar, Free};
use crate::source::{Act, Source};

/// How long a term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Length {
    /// So many days.
    Days(u16),
    /// So many weeks.
    Weeks(u16),
    /// So many months of the calendar.
    Months(u16),
}

impl Length {
    /// Whether the Algemene termijnenwet holds for it: article 4 leaves out what is longer than this.
    pub const fn is_under_the_act(self) -> bool {
        match self {
            Self::Days(days) => days <= 90,
            Self::Weeks(weeks) => weeks <= 12,
            Self::Months(months) => months <= 3,
        }
    }

    /// Whether article 2 holds for it: two days and one day are too short to stretch.
    const fn is_three_days_or_more(self) -> bool {
        match self {
            Self::Days(days) => days >= 3,
            Self::Weeks(number) | Self::Months(number) => number >= 1,
        }
    }

    /// The last day of a term that begins the day after this one.
    fn last_day(self, notice: Date) -> Date {
        match self {
            Self::Days(days) => notice.saturating_add(i32::from(days).days()),
            Self::Weeks(weeks) => notice.saturating_add(i32::from(weeks).weeks()),
            Self::Months(months) => notice.saturating_add(i32::from(months).months()),
        }
    }
}

/// Why a term ends later than its length says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moved {
    /// The day on which it would have ended.
    pub was: Date,
    /// Why it does not.
    pub why: Why,
}

/// Why a term was moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// That day is free: Algemene termijnenwet, article 1.
    Free(Free),
    /// It would have held fewer than two ordinary days: Algemene termijnenwet, article 2.
    TooFewOrdinaryDays,
}

impl Why {
    /// The article that moves it.
    pub const fn source(self) -> Source {
        match self {
            Self::Free(_) => Source::stated(Act::Terms, "1 lid 1"),
            Self::TooFewOrdinaryDays => Source::stated(Act::Terms, "2"),
        }
    }
}

/// A term with its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Term {
    /// Its first day.
    pub from: Date,
    /// Its last day: all of it counts.
    pub last_day: Date,
    /// The moment after the last one that is in time: midnight after the last day, on a Dutch wall.
    pub ends: Timestamp,
    /// Why it ends later than its length says, if it does.
    pub moved: Option<Moved>,
    /// Where the term stands.
    pub source: Source,
}

impl Term {
    /// Whether something that came in at this moment came in time.
    pub fn is_in_time(&self, at: Timestamp) -> bool {
        at < self.ends
    }

    /// Whether something that was posted came in time: posted before the end, and there within a week after it (Awb 6:9). Late
    /// is not lost: Awb 6:11 leaves room for who could not help it, and that is for a person to judge.
    pub fn is_in_time_by_post(&self, posted: Date, came: Date) -> bool {
        posted <= self.last_day && came <= self.last_day.saturating_add(7.days())
    }

    /// A term from the day after the notice, moved as the Algemene termijnenwet says.
    pub fn after(notice: Date, length: Length, source: Source, calendar: Calendar<'_>) -> Self {
        let was = length.last_day(notice);
        if !length.is_under_the_act() {
            return Self::until(notice, was, source);
        }
        let stretched = if length.is_three_days_or_more() {
            until_two_ordinary_days(notice, was, calendar)
        } else {
            was
        };
        let last_day = next_ordinary_day(stretched, calendar);
        let why = match calendar.free(was) {
            _ if stretched != was => Some(Why::TooFewOrdinaryDays),
            free => free.map(Why::Free),
        };
        Self {
            moved: why.map(|why| Moved { was, why }),
            ..Self::until(notice, last_day, source)
        }
    }

    /// A term from the day after the notice up to and with this day, whatever day that is.
    pub fn until(notice: Date, last_day: Date, source: Source) -> Self {
        Self {
            from: notice.saturating_add(1.day()),
            last_day,
            ends: midnight_after(last_day),
            moved: None,
            source,
        }
    }
}

/// Six weeks from the day after a notice.
pub fn six_weeks(notice: Date, source: Source) -> Term {
    Term::after(notice, Length::Weeks(6), source, Calendar::KNOWN)
}

/// Four weeks from the day after something came in, or after another term ended.
pub fn four_weeks(after: Date, source: Source) -> Term {
    Term::after(after, Length::Weeks(4), source, Calendar::KNOWN)
}

/// How many days of a stretch a school is open: both ends count. The school says which days those are, since holidays and days
/// off differ from school to school.
pub fn school_days(first: Date, last: Date, is_school_day: impl Fn(Date) -> bool) -> usize {
    let days = first
        .series(1.day())
        .take_while(|day| *day <= last)
        .filter(|day| is_school_day(*day));
    days.count()
}

/// The first day from this one on that is not free.
fn next_ordinary_day(day: Date, calendar: Calendar<'_>) -> Date {
    let mut days = day.series(1.day());
    days.find(|day| calendar.free(*day).is_none())
        .unwrap_or(day)
}

/// The last day, or the first after it with which the term holds two ordinary days.
fn until_two_ordinary_days(notice: Date, last_day: Date, calendar: Calendar<'_>) -> Date {
    let ordinary = notice
        .series(1.day())
        .skip(1)
        .filter(|day| calendar.free(*day).is_none());
    ordinary.take(2).last().unwrap_or(last_day).max(last_day)
}

/// Midnight after a day on a Dutch wall: one hour before Greenwich, two between the last Sundays of March and October. The clock is
/// never changed at midnight, so there always is exactly one.
fn midnight_after(day: Date) -> Timestamp {
    let dutch = TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap_or(TimeZone::UTC);
    let midnight = day.saturating_add(1.day()).to_zoned(dutch);
    midnight.map_or(Timestamp::MAX, |midnight| midnight.timestamp())
}
