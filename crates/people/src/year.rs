//! The school year, and how old somebody is on a day.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, date};

/// A school year by the calendar year in which it begins: on 1 August.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolYear(i16);

impl SchoolYear {
    /// The school year that begins on 1 August of this year; years that no living person saw are refused.
    pub fn beginning(year: i64) -> Option<Self> {
        i16::try_from(year)
            .ok()
            .filter(|year| (1900..=2200).contains(year))
            .map(Self)
    }

    /// The school year of a day.
    pub fn of(day: Date) -> Self {
        Self(if day.month() >= 8 {
            day.year()
        } else {
            day.year() - 1
        })
    }

    /// 1 August.
    pub fn first_day(self) -> Date {
        date(self.0, 8, 1)
    }

    /// 31 July.
    pub fn last_day(self) -> Date {
        date(self.0 + 1, 7, 31)
    }

    /// The year after this.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// The year before this.
    #[must_use]
    pub fn before(self) -> Self {
        Self(self.0 - 1)
    }

    /// The calendar year in which it begins.
    pub fn number(self) -> i64 {
        self.0.into()
    }
}

impl fmt::Display for SchoolYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.0, self.0 + 1)
    }
}

impl FromStr for SchoolYear {
    type Err = ();
    /// As it is displayed and not otherwise: `2026-2027`.
    fn from_str(text: &str) -> Result<Self, ()> {
        let year = text.split_once('-').and_then(|(year, _)| year.parse().ok());
        year.and_then(Self::beginning)
            .filter(|year| year.to_string() == text)
            .ok_or(())
    }
}

/// Age in whole years. Somebody born on 29 February is a year older on 1 March of a year without that day.
pub fn age_on(born: Date, day: Date) -> i16 {
    let had_birthday = (day.month(), day.day()) >= (born.month(), born.day());
    day.year() - born.year() - i16::from(!had_birthday)
}

/// The three days on which a pupil's own say grows: the 12th, the 16th and the 18th birthday.
pub const THRESHOLDS: [i16; 3] = [12, 16, 18];

/// The first day on which somebody is this old.
pub fn turns(born: Date, age: i16) -> Date {
    // Only 29 February can be missing from a year.
    Date::new(born.year() + age, born.month(), born.day())
        .unwrap_or_else(|_| date(born.year() + age, 3, 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day() -> impl Strategy<Value = Date> {
        (1950_i16..2100, 1_i8..=12, 1_i8..=28).prop_map(|(y, m, d)| date(y, m, d))
    }

    proptest! {
        #[test]
        fn a_day_lies_in_its_school_year(day in day()) {
            let year = SchoolYear::of(day);
            prop_assert!(year.first_day() <= day && day <= year.last_day());
            prop_assert_eq!(year.to_string().parse(), Ok(year));
            prop_assert_eq!(year.last_day().tomorrow().unwrap(), year.next().first_day());
            prop_assert_eq!(year.next().before(), year);
        }

        #[test]
        fn one_turns_an_age_on_the_first_day_of_it(born in day(), age in 0_i16..100) {
            let first = turns(born, age);
            prop_assert_eq!(age_on(born, first), age);
            prop_assert_eq!(age_on(born, first.yesterday().unwrap()), age - 1);
        }
    }

    #[test]
    fn a_leap_day_comes_once_in_four_years() {
        let born = date(2012, 2, 29);
        assert_eq!(turns(born, 12), date(2024, 2, 29));
        assert_eq!(turns(born, 16), date(2028, 2, 29));
        assert_eq!(turns(born, 18), date(2030, 3, 1));
        assert_eq!(age_on(born, date(2030, 2, 28)), 17);
    }

    #[test]
    fn a_year_is_read_only_as_it_is_written() {
        assert_eq!("2026-2027".parse(), Ok(SchoolYear::of(date(2027, 7, 31))));
        for wrong in ["2026", "2026-2028", "26-27", "2999-3000", "+2026-2027", ""] {
            assert_eq!(wrong.parse::<SchoolYear>(), Err(()), "{wrong}");
        }
    }
}
