//! Schools, school year, classes, and who is in which.

use std::io::{Read, Seek};

use super::archive::{Archive, File, Pass};
use super::people::{self, People};
use super::plans::{self, ID_AT, STATUS_AT};
use crate::header::Columns;
use crate::out::Out;
use crate::person::{self, KEY, NAME};
use crate::seen::Seen;
use crate::table::Row;
use crate::{Code, Group, Location, Member, Part, Record, Refusal, School};

/// Whether a row counts: in a file of changes rows may be marked as deleted.
pub(super) fn counts(out: &mut Out, columns: &Columns, row: &Row) -> bool {
    let deleted = columns
        .cell(row, STATUS_AT)
        .trim()
        .eq_ignore_ascii_case("tobedeleted");
    if deleted {
        out.noted(row.line, "status", Code::MarkedDeleted);
    }
    !deleted
}

/// The key of a row.
pub(super) fn key(out: &mut Out, columns: &Columns, row: &Row) -> Option<String> {
    let key = person::text(out, row.line, "sourcedId", columns.cell(row, ID_AT), KEY);
    if key.is_none() {
        out.refused(row.line, "sourcedId", Code::NoKey);
    }
    key
}

/// The first year of the school year that the file is about: this one where it is among them, else the last.
pub(super) fn school_year<R: Read + Seek>(
    archive: &mut Archive<R>,
    out: &mut Out,
) -> Result<Option<i16>, Refusal> {
    const TYPE: usize = 2;
    const YEAR: usize = 3;
    let mut years = Vec::new();
    archive.rows(
        out,
        File::Sessions,
        &plans::SESSIONS,
        Pass::First,
        |out, columns, row| {
            let year = columns
                .cell(row, TYPE)
                .trim()
                .eq_ignore_ascii_case("schoolYear");
            if !year || !counts(out, columns, row) {
                return Ok(());
            }
            // OneRoster names a school year by the year in which it ends.
            match columns.cell(row, YEAR).trim().parse::<i16>() {
                Ok(end) if (1990..2200).contains(&end) => years.push((end - 1, row.line)),
                _ => out.dropped(row.line, "schoolYear", Code::BadYear),
            }
            Ok(())
        },
    )?;
    let now = out.options.school_year();
    let found = years
        .iter()
        .find(|(year, _)| *year == now)
        .or_else(|| years.iter().max());
    let found = found.copied();
    if let Some((_, line)) = found.filter(|(year, _)| *year != now) {
        out.file = File::Sessions.name();
        out.noted(line, "schoolYear", Code::OtherYear);
        out.file = "";
    }
    Ok(found.map(|(year, _)| year))
}

/// The schools. Each is a location as well, so that a person of a file with several schools says which.
pub(super) fn schools<R: Read + Seek>(
    archive: &mut Archive<R>,
    out: &mut Out,
    year: Option<i16>,
) -> Result<(), Refusal> {
    const ORG_NAME: usize = 2;
    const TYPE: usize = 3;
    const IDENTIFIER: usize = 4;
    let mut seen = Seen::default();
    archive.rows(
        out,
        File::Orgs,
        &plans::ORGS,
        Pass::First,
        |out, columns, row| {
            let school = columns
                .cell(row, TYPE)
                .trim()
                .eq_ignore_ascii_case("school");
            if !school || !counts(out, columns, row) {
                return Ok(());
            }
            let Some(key) = key(out, columns, row) else {
                return Ok(());
            };
            if !seen.insert(&key) {
                out.refused(row.line, "sourcedId", Code::DuplicateKey);
                return Ok(());
            }
            let name = person::text(out, row.line, "name", columns.cell(row, ORG_NAME), NAME)
                .unwrap_or_default();
            let brin = brin(columns.cell(row, IDENTIFIER));
            let location = Location {
                key: key.clone(),
                name: name.clone(),
            };
            out.record(
                row.line,
                Record::School(School {
                    key,
                    brin,
                    name,
                    year,
                    on: None,
                }),
            )?;
            out.record(row.line, Record::Location(location))
        },
    )
}

/// A BRIN code with its branch; an identifier of another kind is not one.
fn brin(text: &str) -> String {
    let text = text.trim().to_ascii_uppercase();
    let shape = |(at, byte): (usize, u8)| match at {
        2 | 3 => byte.is_ascii_uppercase(),
        _ => byte.is_ascii_digit(),
    };
    let good = matches!(text.len(), 4 | 6) && text.bytes().enumerate().all(shape);
    if good {
        text.strip_suffix("00").map_or(text.clone(), str::to_owned)
    } else {
        String::new()
    }
}

/// The classes; gives back their keys.
pub(super) fn classes<R: Read + Seek>(
    archive: &mut Archive<R>,
    out: &mut Out,
) -> Result<Seen, Refusal> {
    const TITLE: usize = 2;
    const GRADES: usize = 3;
    const TYPE: usize = 4;
    let mut seen = Seen::default();
    archive.rows(
        out,
        File::Classes,
        &plans::CLASSES,
        Pass::First,
        |out, columns, row| {
            if !counts(out, columns, row) {
                return Ok(());
            }
            let Some(key) = key(out, columns, row) else {
                return Ok(());
            };
            if !seen.insert(&key) {
                out.refused(row.line, "sourcedId", Code::DuplicateKey);
                return Ok(());
            }
            let title = columns.cell(row, TITLE);
            let name =
                person::text(out, row.line, "title", title, NAME).unwrap_or_else(|| key.clone());
            let grades = columns.cell(row, GRADES);
            let year = if grades.contains(',') {
                Some("C".to_owned())
            } else {
                person::year(grades)
            };
            let composite = columns
                .cell(row, TYPE)
                .trim()
                .eq_ignore_ascii_case("scheduled");
            let group = Group {
                key,
                name,
                year: year.unwrap_or_default(),
                composite,
            };
            out.record(row.line, Record::Group(group))
        },
    )?;
    Ok(seen)
}

/// Who is in which class.
pub(super) fn enrollments<R: Read + Seek>(
    archive: &mut Archive<R>,
    out: &mut Out,
    groups: &Seen,
    people: &People,
) -> Result<(), Refusal> {
    const CLASS: usize = 2;
    const USER: usize = 3;
    const ROLE: usize = 4;
    const UNTIL: usize = 5;
    let mut pairs = Seen::default();
    archive.rows(
        out,
        File::Enrollments,
        &plans::ENROLLMENTS,
        Pass::First,
        |out, columns, row| {
            if !counts(out, columns, row) {
                return Ok(());
            }
            let line = row.line;
            let (group, person) = (
                columns.cell(row, CLASS).trim(),
                columns.cell(row, USER).trim(),
            );
            if !groups.has(group) {
                out.dropped(line, "classSourcedId", Code::UnknownGroup);
                return Ok(());
            }
            if !people.told(person) {
                out.dropped(line, "userSourcedId", Code::UnknownPerson);
                return Ok(());
            }
            let part = match people::word(columns.cell(row, ROLE)).as_str() {
                "student" => Part::Pupil,
                "teacher" => Part::Teacher,
                "administrator" | "proctor" | "aide" => Part::Support,
                _ => {
                    out.dropped(line, "role", Code::UnknownWord);
                    return Ok(());
                }
            };
            let until = person::day(
                out,
                line,
                "endDate",
                columns.cell(row, UNTIL),
                crate::date::When::Stay,
            );
            let over = until.is_some_and(|until| until < out.options.today);
            if over || !pairs.insert(&format!("{person}\0{group}")) {
                return Ok(());
            }
            let member = Member {
                person: person.to_owned(),
                group: group.to_owned(),
                part,
            };
            out.record(line, Record::Member(member))
        },
    )
}
