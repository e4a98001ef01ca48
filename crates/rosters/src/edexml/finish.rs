//! From drafts to records: checked against what the file said before.

use super::draft::{Draft, Field, Thing};
use crate::date::When;
use crate::out::Out;
use crate::person::{self, KEY, NAME, NameFields, RawName};
use crate::seen::{Known, Seen};
use crate::{Code, Group, Location, Member, Part, Pupil, Record, Refusal, School, Staff, Work};

/// What the file said so far.
#[derive(Debug, Default)]
pub(super) struct Finish {
    locations: Seen,
    /// Whether the group is composite.
    groups: Known<bool>,
    pupils: Seen,
    staff: Seen,
}

impl Finish {
    pub(super) fn take(&mut self, out: &mut Out, draft: &Draft) -> Result<(), Refusal> {
        match draft.thing {
            Thing::School => school(out, draft),
            Thing::Location => self.location(out, draft),
            Thing::Class | Thing::Composite => self.group(out, draft),
            Thing::Pupil => self.pupil(out, draft),
            Thing::Staff => self.teacher(out, draft),
        }
    }

    fn location(&mut self, out: &mut Out, draft: &Draft) -> Result<(), Refusal> {
        let Some(key) = new_key(out, draft, |key| self.locations.insert(key)) else {
            return Ok(());
        };
        let name = said(out, draft, Field::Name).unwrap_or_else(|| key.clone());
        out.record(draft.line, Record::Location(Location { key, name }))
    }

    fn group(&mut self, out: &mut Out, draft: &Draft) -> Result<(), Refusal> {
        let composite = draft.thing == Thing::Composite;
        let new = |key: &str| match self.groups.at(key) {
            std::collections::hash_map::Entry::Occupied(_) => false,
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(composite);
                true
            }
        };
        let Some(key) = new_key(out, draft, new) else {
            return Ok(());
        };
        let name = said(out, draft, Field::Name).unwrap_or_else(|| key.clone());
        let year = year(out, draft);
        out.record(
            draft.line,
            Record::Group(Group {
                key,
                name,
                year,
                composite,
            }),
        )
    }

    fn pupil(&mut self, out: &mut Out, draft: &Draft) -> Result<(), Refusal> {
        let Some(key) = new_key(out, draft, |key| self.pupils.insert(key)) else {
            return Ok(());
        };
        let Some(name) = name(out, draft) else {
            out.refused(draft.line, "", Code::NoName);
            return Ok(());
        };
        let location = draft.location.as_ref().and_then(|(key, line)| {
            let known = self.locations.has(key);
            if !known {
                out.dropped(*line, "vestiging", Code::UnknownLocation);
            }
            known.then(|| key.clone())
        });
        let pupil = Pupil {
            name,
            born: date(out, draft, Field::Born, When::Birth),
            year: year(out, draft),
            location,
            email: email(out, draft),
            from: date(out, draft, Field::From, When::Stay),
            until: date(out, draft, Field::Until, When::Stay),
            key: key.clone(),
        };
        out.record(draft.line, Record::Pupil(pupil))?;
        self.groups_of(out, draft, &key, |_| Part::Pupil)
    }

    fn teacher(&mut self, out: &mut Out, draft: &Draft) -> Result<(), Refusal> {
        let Some(key) = new_key(out, draft, |key| self.staff.insert(key)) else {
            return Ok(());
        };
        let Some(name) = name(out, draft) else {
            out.refused(draft.line, "", Code::NoName);
            return Ok(());
        };
        let mut done = Vec::new();
        for (field, text, line) in &draft.work {
            match (field, work(text)) {
                (Field::Work, Some(work)) => person::add_work(&mut done, work),
                (Field::Work, None) => out.dropped(*line, "rol", Code::UnknownWord),
                // A description in words says only that there is work.
                _ => person::add_work(&mut done, Work::Support),
            }
        }
        let teacher = Staff {
            name,
            email: email(out, draft),
            work: done.clone(),
            from: None,
            until: None,
            key: key.clone(),
        };
        out.record(draft.line, Record::Staff(teacher))?;
        let usual =
            if done.is_empty() || done.contains(&Work::Teacher) || done.contains(&Work::Head) {
                Part::Teacher
            } else {
                Part::Support
            };
        self.groups_of(out, draft, &key, |codes| {
            match codes.iter().find_map(|code| work(code)) {
                Some(Work::Teacher | Work::Head) => Part::Teacher,
                Some(_) => Part::Support,
                None => usual,
            }
        })
    }

    fn groups_of(
        &self,
        out: &mut Out,
        draft: &Draft,
        person: &str,
        part: impl Fn(&[String]) -> Part,
    ) -> Result<(), Refusal> {
        let mut had: Vec<&str> = Vec::new();
        for group in &draft.groups {
            let field = if group.composite {
                "samengestelde_groep"
            } else {
                "groep"
            };
            match self.groups.get(&group.key) {
                None => {
                    out.dropped(group.line, field, Code::UnknownGroup);
                    continue;
                }
                Some(composite) if *composite != group.composite => {
                    out.repaired(group.line, field, Code::GroupKind);
                }
                Some(_) => {}
            }
            if had.contains(&group.key.as_str()) {
                continue;
            }
            had.push(&group.key);
            let member = Member {
                person: person.to_owned(),
                group: group.key.clone(),
                part: part(&group.work),
            };
            out.record(group.line, Record::Member(member))?;
        }
        Ok(())
    }
}

/// The key of a thing, where it has one and it is new.
fn new_key(out: &mut Out, draft: &Draft, new: impl FnOnce(&str) -> bool) -> Option<String> {
    let code = if draft.key.is_empty() {
        Code::NoKey
    } else if draft.key.chars().nth(KEY).is_some() {
        Code::TooLong
    } else if !new(&draft.key) {
        Code::DuplicateKey
    } else {
        return Some(draft.key.clone());
    };
    out.refused(draft.line, "key", code);
    None
}

fn said(out: &mut Out, draft: &Draft, field: Field) -> Option<String> {
    let (text, line) = draft.get(field);
    person::text(out, line, field.name(), text, NAME)
}

fn date(out: &mut Out, draft: &Draft, field: Field, when: When) -> Option<jiff::civil::Date> {
    let (text, line) = draft.get(field);
    person::day(out, line, field.name(), text, when)
}

fn email(out: &mut Out, draft: &Draft) -> Option<String> {
    let (text, line) = draft.get(Field::Email);
    person::email(out, line, Field::Email.name(), text)
}

fn year(out: &mut Out, draft: &Draft) -> String {
    let (text, line) = draft.get(Field::YearGroup);
    let found = person::year(text);
    if found.is_none() && !text.is_empty() {
        out.dropped(line, "jaargroep", Code::UnknownWord);
    }
    found.unwrap_or_default()
}

fn name(out: &mut Out, draft: &Draft) -> Option<words::PersonName> {
    const FIELDS: NameFields = NameFields {
        call: Field::Call.name(),
        given: Field::Given.name(),
        initials: Field::Initials.name(),
        infix: Field::Infix.name(),
        family: Field::Family.name(),
    };
    let raw = RawName {
        call: draft.get(Field::Call).0,
        given: draft.get(Field::Given).0,
        initials: draft.get(Field::Initials).0,
        infix: draft.get(Field::Infix).0,
        family: draft.get(Field::Family).0,
    };
    person::person_name(out, draft.line, &FIELDS, raw, false)
}

fn school(out: &mut Out, draft: &Draft) -> Result<(), Refusal> {
    let (text, line) = draft.get(Field::Year);
    let year = school_year(text);
    match year {
        None if draft.has(Field::Year) => out.dropped(line, "schooljaar", Code::BadYear),
        Some(year) if year != out.options.school_year() => {
            out.noted(line, "schooljaar", Code::OtherYear);
        }
        _ => {}
    }
    let (brin, line) = draft.get(Field::Brin);
    let branch = draft.get(Field::Branch).0;
    let brin = brin.to_ascii_uppercase();
    let digits =
        |text: &str, count| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    let good = brin.split_at_checked(2).is_some_and(|(number, letters)| {
        digits(number, 2) && letters.len() == 2 && letters.bytes().all(|b| b.is_ascii_uppercase())
    });
    if !good && !brin.is_empty() {
        out.dropped(line, "brincode", Code::BadBrin);
    }
    let branch = if digits(branch, 2) && branch != "00" {
        branch
    } else {
        ""
    };
    let school = School {
        key: said(out, draft, Field::SchoolKey).unwrap_or_default(),
        brin: if good {
            format!("{brin}{branch}")
        } else {
            String::new()
        },
        name: String::new(),
        year,
        on: date(out, draft, Field::On, When::Stay),
    };
    out.record(draft.line, Record::School(school))
}

/// The first year of `2026-2027`.
pub(crate) fn school_year(text: &str) -> Option<i16> {
    let (first, second) = text.trim().split_once('-')?;
    let four = |text: &str| {
        let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        if digits {
            text.parse::<i16>().ok()
        } else {
            None
        }
    };
    let (first, second) = (four(first)?, four(second)?);
    (second == first + 1).then_some(first)
}

/// EDEXML's roles. A head's role is a hint for whoever gives out rights, never a right.
fn work(code: &str) -> Option<Work> {
    Some(match code.trim().to_ascii_uppercase().as_str() {
        "LRK" | "VAK" => Work::Teacher,
        "DIR" | "ADJ" | "LOC" => Work::Head,
        "STA" => Work::Intern,
        "OUD" => Work::Volunteer,
        "ADM" | "CON" | "ICT" | "IB" | "KLA" | "LOS" | "OWA" | "RT" | "SMW" | "TAL" => {
            Work::Support
        }
        _ => return None,
    })
}
