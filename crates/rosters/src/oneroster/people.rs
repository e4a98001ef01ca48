//! Users: pupils, staff and guardians, and who belongs to whom.

use std::io::{Read, Seek};

use jiff::civil::Date;

use super::archive::{Archive, File, Pass};
use super::groups::{counts, key};
use super::plans::{self, ID_AT, STATUS_AT};
use crate::date::When;
use crate::header::Columns;
use crate::out::Out;
use crate::person::{self, NameFields, RawName};
use crate::seen::Known;
use crate::table::Row;
use crate::{Code, Guardian, Pupil, Record, Refusal, Staff, Work};

pub(super) const PUPIL: u16 = 1;
const TEACHER: u16 = 1 << 1;
const SUPPORT: u16 = 1 << 2;
const HEAD: u16 = 1 << 3;
pub(super) const PARENT: u16 = 1 << 4;
pub(super) const GUARDIAN: u16 = 1 << 5;
const RELATIVE: u16 = 1 << 6;
/// Handed on already.
pub(super) const TOLD: u16 = 1 << 7;

const STAFF: u16 = TEACHER | SUPPORT | HEAD;
pub(super) const ADULT: u16 = PARENT | GUARDIAN | RELATIVE;

const ROLE: usize = 2;
const GIVEN: usize = 3;
const FAMILY: usize = 4;
const MIDDLE: usize = 5;
const PREFERRED: usize = 6;
const PREFERRED_FAMILY: usize = 7;
const EMAIL: usize = 8;
pub(super) const AGENTS: usize = 9;
const GRADES: usize = 10;
const ORGS: usize = 11;

const FIELDS: NameFields = NameFields {
    call: "preferredGivenName",
    given: "givenName",
    initials: "givenName",
    infix: "middleName",
    family: "familyName",
};

/// What is kept of a user between the readings.
#[derive(Debug, Clone, Copy, Default)]
struct Brief {
    parts: u16,
    born: Option<Date>,
    until: Option<Date>,
}

/// Everybody in the file, in brief.
#[derive(Debug, Default)]
pub(super) struct People(Known<Brief>);

/// A word of a fixed list, whatever its case.
pub(super) fn word(cell: &str) -> String {
    cell.trim().to_ascii_lowercase()
}

/// The part that a role stands for. A user of the program itself (a system administrator) is staff to us.
fn part(role: &str) -> Option<u16> {
    Some(match role {
        "student" => PUPIL,
        "teacher" => TEACHER,
        "principal" => HEAD,
        "administrator"
        | "aide"
        | "counselor"
        | "proctor"
        | "siteadministrator"
        | "districtadministrator"
        | "systemadministrator" => SUPPORT,
        "parent" => PARENT,
        "guardian" => GUARDIAN,
        "relative" => RELATIVE,
        _ => return None,
    })
}

impl People {
    /// What is known of somebody's parts, as bits; none of somebody who is not known.
    pub(super) fn parts(&self, key: &str) -> u16 {
        self.0.get(key).map_or(0, |brief| brief.parts)
    }

    /// Whether this person was handed on.
    pub(super) fn told(&self, key: &str) -> bool {
        self.parts(key) & TOLD > 0
    }

    /// First reading: who there is, and in 1.1 as what.
    pub(super) fn count<R: Read + Seek>(
        &mut self,
        archive: &mut Archive<R>,
        out: &mut Out,
    ) -> Result<(), Refusal> {
        let with_roles = archive.has(File::Roles);
        archive.rows(
            out,
            File::Users,
            &plans::USERS,
            Pass::First,
            |out, columns, row| {
                if !with_roles && !columns.has(ROLE) {
                    return Err(out.refusal(1, "role", Code::MissingColumn));
                }
                if !counts(out, columns, row) {
                    return Ok(());
                }
                let Some(key) = key(out, columns, row) else {
                    return Ok(());
                };
                let brief = self.0.at(&key).or_default();
                match part(&word(columns.cell(row, ROLE))) {
                    Some(part) => brief.parts |= part,
                    None if with_roles => {}
                    None => out.refused(row.line, "role", Code::NobodyKnown),
                }
                Ok(())
            },
        )
    }

    /// In 1.2: as what.
    pub(super) fn roles<R: Read + Seek>(
        &mut self,
        archive: &mut Archive<R>,
        out: &mut Out,
    ) -> Result<(), Refusal> {
        const USER: usize = 2;
        const PLAYS: usize = 3;
        const UNTIL: usize = 4;
        archive.rows(
            out,
            File::Roles,
            &plans::ROLES,
            Pass::First,
            |out, columns, row| {
                if !counts(out, columns, row) {
                    return Ok(());
                }
                let Some(part) = part(&word(columns.cell(row, PLAYS))) else {
                    out.dropped(row.line, "role", Code::UnknownWord);
                    return Ok(());
                };
                let until = person::day(
                    out,
                    row.line,
                    "endDate",
                    columns.cell(row, UNTIL),
                    When::Stay,
                );
                match self.0.at(columns.cell(row, USER).trim()) {
                    std::collections::hash_map::Entry::Vacant(_) => {
                        out.dropped(row.line, "userSourcedId", Code::UnknownPerson);
                    }
                    std::collections::hash_map::Entry::Occupied(mut brief) => {
                        let brief = brief.get_mut();
                        // Who stays longest in any role stays.
                        brief.until = match (brief.parts, brief.until, until) {
                            (0, _, until) => until,
                            (_, Some(one), Some(other)) => Some(one.max(other)),
                            _ => None,
                        };
                        brief.parts |= part;
                    }
                }
                Ok(())
            },
        )
    }

    /// Birth dates; nothing else is read of that file.
    pub(super) fn births<R: Read + Seek>(
        &mut self,
        archive: &mut Archive<R>,
        out: &mut Out,
    ) -> Result<(), Refusal> {
        const BORN: usize = 2;
        archive.rows(
            out,
            File::Demographics,
            &plans::BIRTHS,
            Pass::First,
            |out, columns, row| {
                if !counts(out, columns, row) {
                    return Ok(());
                }
                let born = person::day(
                    out,
                    row.line,
                    "birthDate",
                    columns.cell(row, BORN),
                    When::Birth,
                );
                match self.0.at(columns.cell(row, ID_AT).trim()) {
                    std::collections::hash_map::Entry::Vacant(_) => {
                        out.dropped(row.line, "sourcedId", Code::UnknownPerson);
                    }
                    std::collections::hash_map::Entry::Occupied(mut brief) => {
                        brief.get_mut().born = born;
                    }
                }
                Ok(())
            },
        )
    }

    /// Second reading: the people themselves.
    pub(super) fn tell<R: Read + Seek>(
        &mut self,
        archive: &mut Archive<R>,
        out: &mut Out,
    ) -> Result<(), Refusal> {
        archive.rows(
            out,
            File::Users,
            &plans::USERS,
            Pass::Again,
            |out, columns, row| {
                let deleted = word(columns.cell(row, STATUS_AT)) == "tobedeleted";
                let key = crate::clean::clean(columns.cell(row, ID_AT)).0.into_owned();
                let known = self
                    .0
                    .get(&key)
                    .copied()
                    .filter(|_| !deleted && !key.is_empty());
                let Some(brief) = known else {
                    return Ok(());
                };
                if brief.parts & TOLD > 0 {
                    out.refused(row.line, "sourcedId", Code::DuplicateKey);
                    return Ok(());
                }
                if brief.parts == 0 {
                    if archive_had_no_role(columns, row) {
                        out.refused(row.line, "", Code::NobodyKnown);
                    }
                    return Ok(());
                }
                let Some(name) = name(out, columns, row) else {
                    out.refused(row.line, "familyName", Code::NoName);
                    return Ok(());
                };
                self.0.at(&key).or_default().parts |= TOLD;
                let email = person::email(out, row.line, "email", columns.cell(row, EMAIL));
                for record in records(columns, row, brief, &key, &name, email.as_ref()) {
                    out.record(row.line, record)?;
                }
                Ok(())
            },
        )
    }
}

/// In 1.1 the first reading said already that nothing is known of somebody's part.
fn archive_had_no_role(columns: &Columns, row: &Row) -> bool {
    !columns.has(ROLE) || columns.cell(row, ROLE).trim().is_empty()
}

fn name(out: &mut Out, columns: &Columns, row: &Row) -> Option<words::PersonName> {
    let cell = |column| columns.cell(row, column);
    let family = if cell(PREFERRED_FAMILY).trim().is_empty() {
        cell(FAMILY)
    } else {
        cell(PREFERRED_FAMILY)
    };
    let first = if cell(PREFERRED).trim().is_empty() {
        cell(GIVEN)
    } else {
        cell(PREFERRED)
    };
    // Some put the infix where other countries have a second name; a real second name we do not need.
    let middle = cell(MIDDLE).trim();
    let infix = if crate::name::is_infix(middle) {
        middle
    } else {
        ""
    };
    let raw = RawName {
        call: first,
        infix,
        family,
        ..RawName::default()
    };
    person::person_name(out, row.line, &FIELDS, raw, true)
}

/// What somebody is: a pupil, or staff, or a guardian, or the last two at once.
fn records(
    columns: &Columns,
    row: &Row,
    brief: Brief,
    key: &str,
    name: &words::PersonName,
    email: Option<&String>,
) -> Vec<Record> {
    let (key, name, email) = (|| key.to_owned(), || name.clone(), || email.cloned());
    let until = brief.until;
    if brief.parts & PUPIL > 0 {
        let grades = columns.cell(row, GRADES);
        let location = columns.cell(row, ORGS).split(',').next().map(str::trim);
        let location = location.filter(|org| !org.is_empty()).map(str::to_owned);
        let year = person::year(grades.split(',').next().unwrap_or_default()).unwrap_or_default();
        let pupil = Pupil {
            key: key(),
            name: name(),
            born: brief.born,
            year,
            location,
            email: email(),
            from: None,
            until,
        };
        return vec![Record::Pupil(pupil)];
    }
    let mut found = Vec::new();
    if brief.parts & STAFF > 0 {
        let mut work = Vec::new();
        for (part, what) in [
            (TEACHER, Work::Teacher),
            (SUPPORT, Work::Support),
            (HEAD, Work::Head),
        ] {
            if brief.parts & part > 0 {
                person::add_work(&mut work, what);
            }
        }
        found.push(Record::Staff(Staff {
            key: key(),
            name: name(),
            email: email(),
            work,
            from: None,
            until,
        }));
    }
    if brief.parts & ADULT > 0 {
        found.push(Record::Guardian(Guardian {
            key: key(),
            name: name(),
            email: email(),
        }));
    }
    found
}
