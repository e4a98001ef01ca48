//! What people type about people, checked.

use jiff::civil::Date;
use shell::Form;
use ui::{Errors, Table};
use words::PersonName;

/// Longer no name is.
const NAME: usize = 80;

/// A line as it is kept: without blanks around it or twice, and without signs that trick the eye.
pub fn line(text: &str) -> String {
    let plain = text.chars().filter(|sign| !is_trick(*sign));
    let plain: String = plain
        .map(|sign| if sign.is_whitespace() { ' ' } else { sign })
        .collect();
    plain
        .split(' ')
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Signs without a shape: control signs, zero width, changes of direction. A joiner stays: some scripts need it within a name.
fn is_trick(sign: char) -> bool {
    let control = sign.is_control() && !sign.is_whitespace();
    control
        || matches!(sign, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// A name from `roepnaam`, `voorletters`, `tussenvoegsel` and `achternaam`: at least a call name or a family name.
pub(crate) fn name(form: &Form, words: &Table, errors: &mut Errors) -> PersonName {
    let mut part = |field: &str| {
        let text = line(form.one(field));
        if text.chars().count() > NAME {
            errors.add(field, words.t("too-long"));
        }
        text
    };
    let name = PersonName {
        call: part("roepnaam"),
        initials: part("voorletters"),
        infix: part("tussenvoegsel"),
        family: part("achternaam"),
    };
    if name.call.is_empty() && name.family.is_empty() {
        errors.add("roepnaam", words.t("fill-in-name"));
    }
    name
}

/// An e-mail address from `email`, or none.
pub(crate) fn email(form: &Form, words: &Table, errors: &mut Errors) -> Option<String> {
    let text = line(form.one("email"));
    if text.is_empty() {
        return None;
    }
    let good = text.split_once('@').is_some_and(|(before, after)| {
        !before.is_empty()
            && after.contains('.')
            && !after.starts_with('.')
            && !after.ends_with('.')
            && !after.contains('@')
    });
    if !good || text.contains(' ') || text.len() > 254 {
        errors.add("email", words.t("fill-in-email"));
    }
    Some(text)
}

/// A day from three fields, or none when all are empty. No person here was born before 1900 or after today.
pub(crate) fn birthday(
    form: &Form,
    today: Date,
    words: &Table,
    errors: &mut Errors,
) -> Option<Date> {
    let typed = ["geboren", "geboren-maand", "geboren-jaar"].map(|field| form.one(field));
    if typed.iter().all(|part| part.is_empty()) {
        return None;
    }
    let [day, month, year] = typed.map(|part| part.parse::<i16>().ok());
    let born = year.zip(month).zip(day).and_then(|((year, month), day)| {
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    });
    let born = born.filter(|born| born.year() >= 1900 && *born <= today);
    if born.is_none() {
        errors.add("geboren", words.t("fill-in-birthday"));
    }
    born
}

/// A day from one field, as a browser's calendar writes it.
pub fn day(form: &Form, field: &str) -> Option<Date> {
    form.one(field)
        .parse()
        .ok()
        .filter(|day: &Date| (1900..=2200).contains(&day.year()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use words::Locale;

    fn form(pairs: &[(&str, &str)]) -> Form {
        Form::of(
            pairs
                .iter()
                .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
                .collect(),
        )
    }

    fn words() -> &'static Table {
        crate::texts(Locale::Nl)
    }

    #[test]
    fn a_name_keeps_its_accents_and_loses_its_tricks() {
        let mut errors = Errors::default();
        let typed = form(&[
            ("roepnaam", " Zoë\u{202e}  Anne "),
            ("achternaam", "O’Brien-\u{200b}Çelik 😀"),
        ]);
        let name = name(&typed, words(), &mut errors);
        assert_eq!(
            (name.call.as_str(), name.family.as_str()),
            ("Zoë Anne", "O’Brien-Çelik 😀")
        );
        assert!(errors.is_empty());
    }

    #[test]
    fn a_person_has_a_name_and_an_address_an_at() {
        let mut errors = Errors::default();
        name(&form(&[("voorletters", "J.P.")]), words(), &mut errors);
        assert!(errors.of("roepnaam").is_some());
        for wrong in ["a", "a@b", "@b.nl", "a b@c.nl", "a@b@c.nl", "a@.nl", "a@b."] {
            let mut errors = Errors::default();
            email(&form(&[("email", wrong)]), words(), &mut errors);
            assert!(errors.of("email").is_some(), "{wrong}");
        }
        let mut errors = Errors::default();
        assert_eq!(
            email(&form(&[("email", " a.b@c.example ")]), words(), &mut errors).as_deref(),
            Some("a.b@c.example")
        );
        assert!(errors.is_empty());
    }

    #[test]
    fn a_birthday_is_a_day_that_was() {
        let today = date(2026, 11, 21);
        let typed = |d, m, y| form(&[("geboren", d), ("geboren-maand", m), ("geboren-jaar", y)]);
        let read = |d, m, y| {
            let mut errors = Errors::default();
            (
                birthday(&typed(d, m, y), today, words(), &mut errors),
                errors.is_empty(),
            )
        };
        assert_eq!(read("4", "03", "2015"), (Some(date(2015, 3, 4)), true));
        assert_eq!(read("", "", ""), (None, true));
        for (d, m, y) in [
            ("30", "2", "2015"),
            ("4", "3", "1800"),
            ("22", "11", "2026"),
            ("4", "3", ""),
            ("x", "3", "2015"),
            ("400", "3", "2015"),
        ] {
            assert_eq!(read(d, m, y), (None, false), "{d}-{m}-{y}");
        }
    }
}
