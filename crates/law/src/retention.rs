//! How long a file is kept, when a school has said nothing else.
//!
//! No act gives a general term for a pupil's file: a board settles its own, and these are what it begins with. Only what stands in
//! [`Keep::source`] as [`crate::Standing::Stated`] is fixed elsewhere. Nothing is deleted by a date alone: somebody approves the list each year.
//!
//! ```
//! use jiff::civil::date;
//! use law::retention::{Facts, Item, ends};
//! let facts = Facts { closed: date(2026, 11, 22), left: None, public_until: None };
//! assert_eq!(ends(Item::Warning, &facts), Some(date(2028, 7, 31)));
//! assert_eq!(ends(Item::Suspension, &facts), None, "the pupil is still here");
//! ```

use jiff::ToSpan;
use jiff::civil::Date;

use crate::source::{Act, Source};

/// What is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Item {
    /// A report that led to no measure.
    Report,
    /// A warning.
    Warning,
    /// A suspension.
    Suspension,
    /// A removal.
    Removal,
    /// Who consented to what.
    Consent,
    /// A question asked in doubt: after this without anybody in it.
    Doubt,
    /// The log of who looked and who decided.
    Log,
    /// Enrolment and attendance.
    Attendance,
    /// A referral to special education.
    Referral,
    /// The rest of a pupil's file.
    PupilFile,
}

/// From which day a term runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum From {
    /// The day on which it was closed.
    Closed,
    /// The last day of the school year after the one in which it was closed.
    NextSchoolYear,
    /// The day on which the pupil left.
    Left,
    /// The day on which the pupil left, or on which the last thing that it allowed was taken down: whichever comes last.
    LeftAndNotPublic,
}

/// How long something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Keep {
    /// From which day.
    pub from: From,
    /// How many years after it.
    pub years: u8,
    /// What says so.
    pub source: Source,
}

impl Keep {
    const fn ours(from: From, years: u8) -> Self {
        Self {
            from,
            years,
            source: Source::practice(),
        }
    }

    /// The last day on which it is kept; none as long as the day from which it runs is not there.
    pub fn until(&self, facts: &Facts) -> Option<Date> {
        let from = match self.from {
            From::Closed => facts.closed,
            From::NextSchoolYear => school_year_ends(facts.closed).saturating_add(1.year()),
            From::Left => facts.left?,
            From::LeftAndNotPublic => {
                let left = facts.left?;
                facts.public_until.map_or(left, |gone| gone.max(left))
            }
        };
        Some(from.saturating_add(i32::from(self.years).years()))
    }
}

impl Item {
    /// All there are.
    pub const ALL: [Self; 10] = [
        Self::Report,
        Self::Warning,
        Self::Suspension,
        Self::Removal,
        Self::Consent,
        Self::Doubt,
        Self::Log,
        Self::Attendance,
        Self::Referral,
        Self::PupilFile,
    ];

    /// The code that a record and a list of texts know it by.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Report => "melding",
            Self::Warning => "waarschuwing",
            Self::Suspension => "schorsing",
            Self::Removal => "verwijdering",
            Self::Consent => "toestemming",
            Self::Doubt => "twijfelvraag",
            Self::Log => "logboek",
            Self::Attendance => "verzuim",
            Self::Referral => "verwijzing",
            Self::PupilFile => "leerlingdossier",
        }
    }

    /// How long it is kept when the school has said nothing else.
    pub const fn keep(self) -> Keep {
        match self {
            Self::Report | Self::Doubt => Keep::ours(From::Closed, 1),
            Self::Warning => Keep::ours(From::NextSchoolYear, 0),
            Self::Suspension | Self::Removal | Self::PupilFile => Keep::ours(From::Left, 2),
            Self::Consent => Keep::ours(From::LeftAndNotPublic, 2),
            Self::Log => Keep::ours(From::Closed, 2),
            Self::Attendance => Keep::ours(From::Left, 5),
            Self::Referral => Keep::ours(From::Left, 3),
        }
    }
}

/// What decides how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Facts {
    /// The day on which it was closed, decided or written.
    pub closed: Date,
    /// The day on which the pupil left; none as long as they are here.
    pub left: Option<Date>,
    /// The day on which the last publication was taken down; none when nothing ever was public. As long as something is, the slice
    /// gives no end.
    pub public_until: Option<Date>,
}

/// The last day on which something is kept when the school has said nothing else; none as long as that cannot be known.
pub fn ends(item: Item, facts: &Facts) -> Option<Date> {
    item.keep().until(facts)
}

/// The last day of the school year in which a day lies: 31 July (WPO 1).
pub fn school_year_ends(day: Date) -> Date {
    let over = day.month() >= 8;
    let year = day.year().saturating_add(i16::from(over));
    Date::new(year, 7, 31).unwrap_or(Date::MAX)
}

/// What says when a school year ends.
pub const SCHOOL_YEAR: Source = Source::stated(Act::Primary, "1");
