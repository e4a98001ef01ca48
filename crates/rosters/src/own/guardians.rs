//! Guardians: one row for each pair of a pupil and an adult.

use words::PersonName;

use crate::header::{Column, Columns, Plan};
use crate::out::Out;
use crate::person::{self, KEY, NameFields, RawName};
use crate::seen::{Known, Mark, Seen, mark};
use crate::table::Row;
use crate::{Authority, Code, Guardian, Record, Refusal, Relation, Tie};

pub(super) const PLAN: Plan = Plan {
    columns: &[
        Column::new("leerling_key")
            .also(&["leerling", "leerlingnummer", "stamnummer"])
            .needed(),
        Column::new("ouder_key")
            .also(&["ouder", "oudernummer", "verzorger_key"])
            .needed(),
        Column::new("achternaam").needed(),
        Column::new("voorvoegsel").also(&["tussenvoegsel"]),
        Column::new("voornaam").also(&["roepnaam"]),
        Column::new("voorletters").also(&["initialen"]),
        Column::new("email").also(&["e-mail", "emailadres", "e-mailadres"]),
        Column::new("relatie"),
        Column::new("gezag"),
        Column::new("contact"),
    ],
    quiet: &["opmerking", "toelichting"],
    not_needed: super::NOT_NEEDED,
};

const PUPIL: usize = 0;
const GUARDIAN: usize = 1;
const FAMILY: usize = 2;
const INFIX: usize = 3;
const CALL: usize = 4;
const INITIALS: usize = 5;
const EMAIL: usize = 6;
const RELATION: usize = 7;
const AUTHORITY: usize = 8;
const CONTACT: usize = 9;

const FIELDS: NameFields = NameFields {
    call: "voornaam",
    given: "voornaam",
    initials: "voorletters",
    infix: "voorvoegsel",
    family: "achternaam",
};

/// What the list said so far.
#[derive(Debug, Default)]
pub(super) struct Guardians {
    /// What the first row with this guardian said of them.
    known: Known<Mark>,
    pairs: Seen,
}

impl Guardians {
    pub(super) fn take(
        &mut self,
        out: &mut Out,
        columns: &Columns,
        row: &Row,
    ) -> Result<(), Refusal> {
        let line = row.line;
        let cell = |column| columns.cell(row, column);
        let mut key = |field, column| {
            let found = person::text(out, line, field, cell(column), KEY);
            if found.is_none() {
                out.refused(line, field, Code::NoKey);
            }
            found
        };
        let (Some(pupil), Some(key)) = (key("leerling_key", PUPIL), key("ouder_key", GUARDIAN))
        else {
            return Ok(());
        };
        if !self.pairs.insert(&format!("{pupil}\0{key}")) {
            out.refused(line, "ouder_key", Code::DuplicateKey);
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
        self.guardian(out, line, &key, name, email)?;
        let relation = relation(out, line, cell(RELATION));
        let authority = match word(cell(AUTHORITY)).as_str() {
            "ja" | "j" | "yes" => Authority::Yes,
            "nee" | "n" | "no" => Authority::No,
            "onbekend" | "" | "?" => Authority::Unknown,
            _ => {
                out.dropped(line, "gezag", Code::UnknownWord);
                Authority::Unknown
            }
        };
        let contact = match word(cell(CONTACT)).as_str() {
            "ja" | "j" | "yes" => true,
            "nee" | "n" | "no" => false,
            // Unless the school says otherwise it writes to whoever may decide.
            "" => authority != Authority::No && relation != Relation::Other,
            _ => {
                out.dropped(line, "contact", Code::UnknownWord);
                false
            }
        };
        let tie = Tie {
            guardian: key,
            pupil,
            relation,
            authority,
            contact,
        };
        out.record(line, Record::Tie(tie))
    }

    /// Hands a guardian on the first time; later rows only have to say the same.
    fn guardian(
        &mut self,
        out: &mut Out,
        line: u64,
        key: &str,
        name: PersonName,
        email: Option<String>,
    ) -> Result<(), Refusal> {
        use std::collections::hash_map::Entry;
        let said = mark(&format!(
            "{}\0{}",
            name.listed(),
            email.as_deref().unwrap_or_default()
        ));
        match self.known.at(key) {
            Entry::Occupied(first) => {
                if *first.get() != said {
                    out.noted(line, "ouder_key", Code::Differs);
                }
                Ok(())
            }
            Entry::Vacant(place) => {
                place.insert(said);
                let guardian = Guardian {
                    key: key.to_owned(),
                    name,
                    email,
                };
                out.record(line, Record::Guardian(guardian))
            }
        }
    }
}

fn word(cell: &str) -> String {
    cell.trim().to_lowercase()
}

fn relation(out: &mut Out, line: u64, cell: &str) -> Relation {
    match word(cell).as_str() {
        "ouder" | "vader" | "moeder" => Relation::Parent,
        "voogd" => Relation::Ward,
        "verzorger" | "pleegouder" => Relation::Carer,
        "overig" | "" => Relation::Other,
        _ => {
            out.dropped(line, "relatie", Code::UnknownWord);
            Relation::Other
        }
    }
}
