//! Fields of people, the same for every format: cleaned, held to their length, each fault said once.

use jiff::civil::Date;
use words::PersonName;

use crate::clean::clean;
use crate::date::{self, When};
use crate::name::{self, Done, Parts};
use crate::out::Out;
use crate::{Code, Work};

/// The longest key, as EDEXML 2.1 allows it.
pub(crate) const KEY: usize = 256;
/// The longest name or part of a name, in characters.
pub(crate) const NAME: usize = 200;

/// A text without invisible characters, or nothing where it is empty or longer than `most` characters.
pub(crate) fn text(
    out: &mut Out,
    line: u64,
    field: &'static str,
    raw: &str,
    most: usize,
) -> Option<String> {
    let (shown, hidden) = clean(raw);
    if shown.is_empty() {
        return None;
    }
    if shown.chars().nth(most).is_some() {
        out.dropped(line, field, Code::TooLong);
        return None;
    }
    if hidden {
        out.repaired(line, field, Code::HiddenCharacters);
    }
    Some(shown.into_owned())
}

/// A date within reach.
pub(crate) fn day(
    out: &mut Out,
    line: u64,
    field: &'static str,
    raw: &str,
    when: When,
) -> Option<Date> {
    if raw.trim().is_empty() {
        return None;
    }
    match date::read(raw, when, out.options.today) {
        Ok((day, otherwise)) => {
            if otherwise {
                out.repaired(line, field, Code::DateWrittenOtherwise);
            }
            Some(day)
        }
        Err(code) => {
            out.dropped(line, field, code);
            None
        }
    }
}

/// An e-mail address: only what can be nothing else.
pub(crate) fn email(out: &mut Out, line: u64, field: &'static str, raw: &str) -> Option<String> {
    let found = text(out, line, field, raw, 254)?;
    let found = found.strip_prefix("mailto:").unwrap_or(&found);
    let good = found.split_once('@').is_some_and(|(local, domain)| {
        let sober =
            |c: char| !c.is_whitespace() && !c.is_control() && !"@,;<>()[]\\\":".contains(c);
        !local.is_empty()
            && local.chars().all(sober)
            && domain.contains('.')
            && domain.split('.').all(|label| {
                !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            })
    });
    if good {
        return Some(found.to_owned());
    }
    out.dropped(line, field, Code::BadEmail);
    None
}

/// The fields of a name, as a format calls them.
pub(crate) struct NameFields {
    pub(crate) call: &'static str,
    pub(crate) given: &'static str,
    pub(crate) initials: &'static str,
    pub(crate) infix: &'static str,
    pub(crate) family: &'static str,
}

/// A name out of raw parts; `None` where no part says anything.
pub(crate) fn person_name(
    out: &mut Out,
    line: u64,
    fields: &NameFields,
    raw: RawName,
    quiet_infix: bool,
) -> Option<PersonName> {
    let mut part = |field, raw: &str| text(out, line, field, raw, NAME).unwrap_or_default();
    let parts = Parts {
        call: part(fields.call, raw.call),
        given: part(fields.given, raw.given),
        initials: part(fields.initials, raw.initials),
        infix: part(fields.infix, raw.infix),
        family: part(fields.family, raw.family),
    };
    name::name(parts, |done| match done {
        Done::InfixSplit if quiet_infix => {}
        Done::InfixSplit => out.repaired(line, fields.family, Code::InfixSplit),
        Done::NameSplit => out.repaired(line, fields.family, Code::NameSplit),
        Done::CallFromGiven => out.repaired(line, fields.call, Code::CallNameFromGiven),
    })
}

/// The parts of a name as they stand in a file.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct RawName<'a> {
    pub(crate) call: &'a str,
    pub(crate) given: &'a str,
    pub(crate) initials: &'a str,
    pub(crate) infix: &'a str,
    pub(crate) family: &'a str,
}

/// EDEXML's code of a year group, also out of `03`, `groep 3`, `KG` or several years.
pub(crate) fn year(raw: &str) -> Option<String> {
    let raw = raw.trim();
    let upper = raw.to_uppercase();
    if let "B" | "D" | "S" | "V" | "C" | "N" | "H" = upper.as_str() {
        return Some(upper);
    }
    let digits = raw.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == ' ');
    match digits.parse::<u8>().ok()? {
        year @ (0..=8 | 11..=16) => Some(year.to_string()),
        _ => None,
    }
}

/// Adds work once, and keeps the order.
pub(crate) fn add_work(all: &mut Vec<Work>, work: Work) {
    if let Err(at) = all.binary_search(&work) {
        all.insert(at, work);
    }
}
