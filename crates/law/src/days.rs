//! The days that everybody has off: the feasts of the Algemene termijnenwet, article 3.
//!
//! Paragraph 1 names eight days, paragraph 2 puts Good Friday on a par, and by paragraph 3 a royal decree can do the same for single
//! days, which it does for some years ahead each time ([`DECREED`]). Easter Sunday and Whit Sunday are Sundays, and need no name of
//! their own. The calendar is that of 2014 and later, when Queen's Day had become King's Day.
//!
//! ```
//! use jiff::civil::date;
//! use law::days::{Feast, feast, is_free};
//! assert_eq!(feast(date(2025, 4, 26)), Some(Feast::KingsDay), "27 April 2025 is a Sunday");
//! assert!(is_free(date(2026, 4, 3)), "Good Friday");
//! assert!(!is_free(date(2026, 4, 2)));
//! ```

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

use crate::source::{Act, Source};

/// A generally recognised holiday, or a day on a par with one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Feast {
    /// 1 January.
    NewYear,
    /// The Friday before Easter: on a par.
    GoodFriday,
    /// The Monday after Easter.
    EasterMonday,
    /// The day on which the King's birthday is kept: 27 April, or 26 April when that is a Sunday.
    KingsDay,
    /// 5 May, every year.
    Liberation,
    /// The fortieth day of Easter, a Thursday.
    Ascension,
    /// The Monday after Whitsun.
    WhitMonday,
    /// 25 December.
    Christmas,
    /// 26 December.
    SecondChristmas,
    /// A single day that a royal decree put on a par.
    Decreed,
}

impl Feast {
    /// Every feast, through the year.
    pub const ALL: [Self; 10] = [
        Self::NewYear,
        Self::GoodFriday,
        Self::EasterMonday,
        Self::KingsDay,
        Self::Liberation,
        Self::Ascension,
        Self::WhitMonday,
        Self::Christmas,
        Self::SecondChristmas,
        Self::Decreed,
    ];

    /// The code that a list of texts knows it by.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NewYear => "nieuwjaar",
            Self::GoodFriday => "goede-vrijdag",
            Self::EasterMonday => "tweede-paasdag",
            Self::KingsDay => "koningsdag",
            Self::Liberation => "bevrijdingsdag",
            Self::Ascension => "hemelvaart",
            Self::WhitMonday => "tweede-pinksterdag",
            Self::Christmas => "eerste-kerstdag",
            Self::SecondChristmas => "tweede-kerstdag",
            Self::Decreed => "gelijkgesteld",
        }
    }

    /// Which paragraph makes it a feast.
    pub const fn source(self) -> Source {
        match self {
            Self::GoodFriday => Source::stated(Act::Terms, "3 lid 2"),
            Self::Decreed => Source::unchecked(Act::Terms, "3 lid 3"),
            _ => Source::stated(Act::Terms, "3 lid 1"),
        }
    }

    /// The day of this feast in a year; none for [`Feast::Decreed`], and for a year that no calendar has.
    pub fn day(self, year: i16) -> Option<Date> {
        let on = |month, day| Date::new(year, month, day).ok();
        let after_easter = |days: i32| easter(year)?.checked_add(days.days()).ok();
        match self {
            Self::NewYear => on(1, 1),
            Self::GoodFriday => after_easter(-2),
            Self::EasterMonday => after_easter(1),
            Self::KingsDay => {
                let day = on(4, 27)?;
                let sunday = day.weekday() == Weekday::Sunday;
                if sunday { on(4, 26) } else { Some(day) }
            }
            Self::Liberation => on(5, 5),
            Self::Ascension => after_easter(39),
            Self::WhitMonday => after_easter(50),
            Self::Christmas => on(12, 25),
            Self::SecondChristmas => on(12, 26),
            Self::Decreed => None,
        }
    }
}

/// The single days that royal decrees put on a par with a feast (article 3, paragraph 3): those for 2023 to 2025 and for 2026 to
/// 2028. The decree for the years after that has to be added when it is there; until then a term that ends on such a day ends
/// too early here, by a day or a weekend.
pub const DECREED: [Date; 10] = [
    date(2023, 4, 28),
    date(2023, 5, 19),
    date(2024, 5, 10),
    date(2024, 12, 27),
    date(2025, 5, 30),
    date(2026, 1, 2),
    date(2026, 5, 15),
    date(2027, 5, 7),
    date(2028, 4, 28),
    date(2028, 5, 26),
];

/// Which days count as free. [`Calendar::KNOWN`] is what holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Calendar<'a> {
    decreed: &'a [Date],
}

impl Calendar<'static> {
    /// The feasts of the act and the days of the decrees that we know.
    pub const KNOWN: Self = Self::with(&DECREED);
    /// The feasts of the act alone (article 3, paragraphs 1 and 2).
    pub const ACT: Self = Self::with(&[]);
}

impl<'a> Calendar<'a> {
    /// The feasts of the act and the days of these decrees.
    pub const fn with(decreed: &'a [Date]) -> Self {
        Self { decreed }
    }

    /// Which feast a day is. Where two fall together, the first through the year in [`Feast::ALL`].
    pub fn feast(&self, day: Date) -> Option<Feast> {
        Feast::ALL
            .into_iter()
            .find(|feast| feast.day(day.year()) == Some(day))
            .or_else(|| self.decreed.contains(&day).then_some(Feast::Decreed))
    }

    /// Why a day is free; none for an ordinary day.
    pub fn free(&self, day: Date) -> Option<Free> {
        match (self.feast(day), day.weekday()) {
            (Some(feast), _) => Some(Free::Feast(feast)),
            (None, Weekday::Saturday) => Some(Free::Saturday),
            (None, Weekday::Sunday) => Some(Free::Sunday),
            _ => None,
        }
    }
}

/// Why a day is no ordinary one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Free {
    /// A Saturday.
    Saturday,
    /// A Sunday.
    Sunday,
    /// A feast, whatever day of the week it is.
    Feast(Feast),
}

impl Free {
    /// The code that a list of texts knows it by.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Saturday => "zaterdag",
            Self::Sunday => "zondag",
            Self::Feast(feast) => feast.code(),
        }
    }
}

/// Easter Sunday by the Gregorian reckoning, as the anonymous writer of 1876 worked it out and Meeus printed it.
pub fn easter(year: i16) -> Option<Date> {
    let year_of_cycle = i32::from(year) % 19;
    let (century, rest) = (i32::from(year) / 100, i32::from(year) % 100);
    let leaps = century - century / 4 - (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * year_of_cycle + leaps + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (year_of_cycle + 11 * moon + 22 * sunday) / 451;
    let sum = moon + sunday - 7 * late + 114;
    let (month, day) = (sum / 31, sum % 31 + 1);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Which feast a day is, by [`Calendar::KNOWN`].
pub fn feast(day: Date) -> Option<Feast> {
    Calendar::KNOWN.feast(day)
}

/// Whether a day is a Saturday, a Sunday or a feast, by [`Calendar::KNOWN`].
pub fn is_free(day: Date) -> bool {
    Calendar::KNOWN.free(day).is_some()
}

/// The feasts of a year in their order, by [`Calendar::KNOWN`].
pub fn feasts(year: i16) -> Vec<(Date, Feast)> {
    let act = Feast::ALL
        .into_iter()
        .filter_map(|feast| Some((feast.day(year)?, feast)));
    let decreed = DECREED
        .into_iter()
        .filter(|day| day.year() == year)
        .map(|day| (day, Feast::Decreed));
    let mut all: Vec<_> = act.chain(decreed).collect();
    all.sort_unstable();
    all
}
