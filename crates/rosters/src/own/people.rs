//! Pupils and staff in one list.

use crate::date::When;
use crate::header::{Column, Columns, Plan};
use crate::out::Out;
use crate::person::{self, KEY, NAME, NameFields, RawName};
use crate::seen::Seen;
use crate::table::Row;
use crate::{Code, Group, Member, Part, Pupil, Record, Refusal, Staff, Work};

pub(super) const PLAN: Plan = Plan {
    columns: &[
        Column::new("soort").needed(),
        Column::new("sleutel")
            .also(&["key", "nummer", "leerling_key", "stamnummer"])
            .needed(),
        Column::new("roepnaam").also(&["voornaam"]),
        Column::new("voorletters").also(&["initialen"]),
        Column::new("tussenvoegsel").also(&["voorvoegsel"]),
        Column::new("achternaam"),
        Column::new("geboortedatum").also(&["geboren"]),
        Column::new("groep").also(&["klas", "groepen", "klassen"]),
        Column::new("leerjaar").also(&["jaargroep"]),
        Column::new("email").also(&["e-mail", "emailadres", "e-mailadres"]),
        Column::new("functie").also(&["rol"]),
        Column::new("begin").also(&["instroomdatum", "begindatum"]),
        Column::new("eind").also(&["uitstroomdatum", "einddatum"]),
    ],
    quiet: &["opmerking", "toelichting"],
    not_needed: super::NOT_NEEDED,
};

const KIND: usize = 0;
const KEY_AT: usize = 1;
const CALL: usize = 2;
const INITIALS: usize = 3;
const INFIX: usize = 4;
const FAMILY: usize = 5;
const BORN: usize = 6;
const GROUPS: usize = 7;
const YEAR: usize = 8;
const EMAIL: usize = 9;
const WORK: usize = 10;
const FROM: usize = 11;
const UNTIL: usize = 12;

const FIELDS: NameFields = NameFields {
    call: "roepnaam",
    given: "roepnaam",
    initials: "voorletters",
    infix: "tussenvoegsel",
    family: "achternaam",
};

/// What the list said so far.
#[derive(Debug, Default)]
pub(super) struct People {
    keys: Seen,
    groups: Seen,
}

impl People {
    pub(super) fn take(
        &mut self,
        out: &mut Out,
        columns: &Columns,
        row: &Row,
    ) -> Result<(), Refusal> {
        let line = row.line;
        let cell = |column| columns.cell(row, column);
        let kind = cell(KIND).trim().to_lowercase();
        let pupil = match kind.as_str() {
            "leerling" | "l" => true,
            "medewerker" | "leraar" | "leerkracht" | "docent" | "vrijwilliger" | "stagiair" => {
                false
            }
            _ => {
                out.refused(line, "soort", Code::UnknownWord);
                return Ok(());
            }
        };
        let Some(key) = person::text(out, line, "sleutel", cell(KEY_AT), KEY) else {
            out.refused(line, "sleutel", Code::NoKey);
            return Ok(());
        };
        if !self.keys.insert(&key) {
            out.refused(line, "sleutel", Code::DuplicateKey);
            return Ok(());
        }
        let raw = RawName {
            call: cell(CALL),
            given: "",
            initials: cell(INITIALS),
            infix: cell(INFIX),
            family: cell(FAMILY),
        };
        let Some(name) = person::person_name(out, line, &FIELDS, raw, true) else {
            out.refused(line, "achternaam", Code::NoName);
            return Ok(());
        };
        let email = person::email(out, line, "email", cell(EMAIL));
        let from = person::day(out, line, "begin", cell(FROM), When::Stay);
        let until = person::day(out, line, "eind", cell(UNTIL), When::Stay);
        let groups = self.groups(out, line, cell(GROUPS), cell(YEAR))?;
        let part = if pupil {
            let born = person::day(out, line, "geboortedatum", cell(BORN), When::Birth);
            let year = year(out, line, cell(YEAR));
            let location = None;
            let pupil = Pupil {
                key: key.clone(),
                name,
                born,
                year,
                location,
                email,
                from,
                until,
            };
            out.record(line, Record::Pupil(pupil))?;
            Part::Pupil
        } else {
            let work = vec![work(out, line, &kind, cell(WORK))];
            let part = match work.first() {
                Some(Work::Teacher | Work::Head) => Part::Teacher,
                _ => Part::Support,
            };
            let staff = Staff {
                key: key.clone(),
                name,
                email,
                work,
                from,
                until,
            };
            out.record(line, Record::Staff(staff))?;
            part
        };
        for group in groups {
            out.record(
                line,
                Record::Member(Member {
                    person: key.clone(),
                    group,
                    part,
                }),
            )?;
        }
        Ok(())
    }

    /// The keys of the groups in a cell, apart by commas or bars: a list like this has no groups but these. A group's name is its key.
    fn groups(
        &mut self,
        out: &mut Out,
        line: u64,
        cell: &str,
        year: &str,
    ) -> Result<Vec<String>, Refusal> {
        let mut keys: Vec<String> = Vec::new();
        for part in cell.split(['|', ',']) {
            let Some(name) = person::text(out, line, "groep", part, NAME) else {
                continue;
            };
            let key = name.to_lowercase();
            if keys.contains(&key) {
                continue;
            }
            if self.groups.insert(&key) {
                let year = person::year(year)
                    .or_else(|| person::year(name.trim_end_matches(char::is_alphabetic)));
                let group = Group {
                    key: key.clone(),
                    name,
                    year: year.unwrap_or_default(),
                    composite: false,
                };
                out.record(line, Record::Group(group))?;
            }
            keys.push(key);
        }
        Ok(keys)
    }
}

fn year(out: &mut Out, line: u64, cell: &str) -> String {
    let found = person::year(cell);
    if found.is_none() && !cell.trim().is_empty() {
        out.dropped(line, "leerjaar", Code::UnknownWord);
    }
    found.unwrap_or_default()
}

fn work(out: &mut Out, line: u64, kind: &str, cell: &str) -> Work {
    let cell = cell.trim().to_lowercase();
    match (kind, cell.as_str()) {
        ("vrijwilliger", _) => Work::Volunteer,
        ("stagiair", _) | (_, "stagiair" | "stagiaire") => Work::Intern,
        ("leraar" | "leerkracht" | "docent", "")
        | (_, "leraar" | "leerkracht" | "docent" | "mentor" | "vakleerkracht" | "vakdocent") => {
            Work::Teacher
        }
        (
            _,
            "directeur" | "adjunct-directeur" | "rector" | "conrector" | "teamleider"
            | "locatieleider",
        ) => Work::Head,
        (_, "") => Work::Support,
        _ => {
            // Any other word says what the work is, and for us that is all the same.
            let _ = person::text(out, line, "functie", &cell, NAME);
            Work::Support
        }
    }
}
