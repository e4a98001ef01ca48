//! Dates, as files write them.

use jiff::civil::{Date, date};

use crate::Code;

/// For which kind of date, since not every date can be a birth date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// Of a birth: not after today, not over 120 years ago.
    Birth,
    /// Of coming and going: from 1950 to ten years from now.
    Stay,
}

/// A date that was read, and whether it was written otherwise than `2026-09-01`.
pub(crate) fn read(text: &str, when: When, today: Date) -> Result<(Date, bool), Code> {
    let text = text.trim();
    // A time after it says nothing of the day.
    let text = text.split_once(['T', ' ']).map_or(text, |(day, _)| day);
    let (found, otherwise) = iso(text)
        .map(|found| (found, false))
        .or_else(|| Some((other(text)?, true)))
        .ok_or(Code::BadDate)?;
    let (first, last) = match when {
        When::Birth => (date(today.year().saturating_sub(120), 1, 1), today),
        When::Stay => (
            date(1950, 1, 1),
            date(today.year().saturating_add(10), 12, 31),
        ),
    };
    if (first..=last).contains(&found) {
        Ok((found, otherwise))
    } else {
        Err(Code::DateOutOfReach)
    }
}

fn number(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<i16> {
    let fits = digits.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}

fn iso(text: &str) -> Option<Date> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let part = |text| i8::try_from(number(text, 2..=2)?).ok();
    Date::new(number(year, 4..=4)?, part(month)?, part(day)?).ok()
}

/// `1/05/2023`, `1-5-2023`, `1.5.2023`: the day first, as in the Netherlands; and `20230501`.
fn other(text: &str) -> Option<Date> {
    let part = |text| i8::try_from(number(text, 1..=2)?).ok();
    if let Some(all) = number(text.get(..4)?, 4..=4).filter(|_| text.len() == 8) {
        return Date::new(all, part(text.get(4..6)?)?, part(text.get(6..8)?)?).ok();
    }
    let mark = ['/', '-', '.']
        .into_iter()
        .find(|mark| text.contains(*mark))?;
    let mut parts = text.split(mark);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    Date::new(number(year, 4..=4)?, part(month)?, part(day)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_files_write_them() {
        let today = date(2026, 9, 1);
        let read = |text| read(text, When::Birth, today);
        assert_eq!(read("2018-03-14"), Ok((date(2018, 3, 14), false)));
        assert_eq!(read("2018-03-14T00:00:00"), Ok((date(2018, 3, 14), false)));
        assert_eq!(read(" 1/05/2013 "), Ok((date(2013, 5, 1), true)));
        assert_eq!(read("20130501"), Ok((date(2013, 5, 1), true)));
        for text in [
            "",
            "gisteren",
            "2018-13-01",
            "2018-02-30",
            "5/13/2013",
            "2018-3-1-1",
            "١٤-٣-٢٠١٨",
            "18-03-14",
        ] {
            assert_eq!(read(text), Err(Code::BadDate), "{text}");
        }
        for text in ["1800-01-01", "2999-01-01", "2026-09-02", "9999-12-31"] {
            assert_eq!(read(text), Err(Code::DateOutOfReach), "{text}");
        }
    }

    #[test]
    fn a_stay_may_lie_ahead() {
        let today = date(2026, 9, 1);
        assert!(read("2027-07-31", When::Stay, today).is_ok());
        assert_eq!(
            read("2999-07-31", When::Stay, today),
            Err(Code::DateOutOfReach)
        );
    }
}
