//! The register as a file: all of it, or what changed since a day, for the pupil administration and for whoever looks into it.

use axum::extract::State;
use axum::response::Response;
use identity::Caller;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::directory::Known;
use people::model::School;
use rosters::csv_safe;
use serde_json::{Value, json};
use shell::{Fault, Form, Visit};
use words::PersonId;

use super::asking::school;
use super::proof::download;
use crate::model::Event;
use crate::register::Register;
use crate::rules::{Reason, Shown};
use crate::store::events;
use crate::views::exchange as view;
use crate::{Consent, texts};

/// People that are read at once.
const PEOPLE: usize = 500;

/// The page with the files.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let reading = ask.reading().await?;
    let (school, _) = school(ask, &reading)?;
    let id = school.id.to_string();
    let none = ui::Errors::default();
    Ok(Reply::Page(view::page(
        &ask.frame(),
        &id,
        &school.name,
        &none,
    )))
}

/// A file: `als` is csv or json, `sinds` a day from which changes are told instead of what holds.
pub(super) async fn file(State(us): State<Consent>, visit: Visit, caller: Caller) -> Response {
    let ask = Ask::with_words(&us.people, &visit, &caller, Form::default(), texts);
    match made(&ask).await {
        Ok((head, rows)) if ask.query("als") == "json" => {
            let all: Vec<Value> = rows.iter().map(|row| object(&head, row)).collect();
            let text = serde_json::to_vec_pretty(&all).unwrap_or_default();
            download(text, "application/json", "toestemmingen.json")
        }
        Ok((head, rows)) => {
            let head: Vec<String> = head.iter().map(|name| (*name).to_owned()).collect();
            let text: String = std::iter::once(&head)
                .chain(&rows)
                .map(|row| csv(row))
                .collect();
            download(
                text.into_bytes(),
                "text/csv; charset=utf-8",
                "toestemmingen.csv",
            )
        }
        Err(fault) => us.people.identity.parts.site.fault(&visit, &fault),
    }
}

type Rows = (Vec<&'static str>, Vec<Vec<String>>);

const NOW: [&str; 10] = [
    "persoon",
    "naam",
    "groep",
    "doel",
    "kanaal",
    "medium",
    "mag",
    "waarom",
    "gezegd_op",
    "schriftelijk",
];
const CHANGES: [&str; 12] = [
    "persoon",
    "naam",
    "doel",
    "kanaal",
    "medium",
    "antwoord",
    "door",
    "als",
    "wanneer",
    "gezegd_op",
    "hoe",
    "toelichting",
];

async fn made(ask: &Ask<'_>) -> Result<Rows, Fault> {
    let mut reading = ask.writing().await?;
    let (school, role) = school(ask, &reading)?;
    let since = ask.query("sinds");
    let rows = if since.is_empty() {
        (NOW.to_vec(), register(ask, &mut reading, &school).await?)
    } else {
        let day = since.parse().map_err(|_| Fault::Missing)?;
        let from = people::begins(day).ok_or(Fault::Missing)?;
        let all = events::since(&mut reading.tx, from).await?;
        (CHANGES.to_vec(), changes(&reading, &school, &all))
    };
    let facts = json!({ "school": school.id, "rows": rows.1.len(), "since": since });
    let entry = ask
        .entry("consent_exported", "done", role)
        .from_facts(facts);
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(rows)
}

async fn register(
    ask: &Ask<'_>,
    reading: &mut Reading,
    school: &School,
) -> Result<Vec<Vec<String>>, Fault> {
    let here = |known: &&Known| {
        (known.place.pupil || known.place.staff) && known.place.schools.contains(&school.id)
    };
    let people: Vec<PersonId> = reading
        .names
        .everybody()
        .filter(here)
        .map(|known| known.id)
        .collect();
    let mut rows = Vec::new();
    for some in people.chunks(PEOPLE) {
        let register =
            Register::of(&mut reading.tx, &reading.names, school.id, some, ask.today).await?;
        for person in some {
            rows.extend(of_person(reading, &register, *person));
        }
    }
    Ok(rows)
}

fn of_person(reading: &Reading, register: &Register, person: PersonId) -> Vec<Vec<String>> {
    let Some(known) = reading.names.get(person) else {
        return Vec::new();
    };
    let groups = known
        .place
        .groups
        .iter()
        .filter_map(|group| reading.names.group(*group));
    let groups: Vec<&str> = groups.map(|group| group.name.as_str()).collect();
    let cells = register
        .purposes
        .iter()
        .flat_map(|purpose| purpose.cells().map(move |cell| (purpose, cell)));
    let row = |(purpose, cell): (&crate::model::Purpose, crate::model::Cell)| {
        let outcome = register.decide(person, cell);
        let votes = register.facts(person)?.votes.on(cell);
        let vote = votes.iter().find(|vote| Some(vote.number) == outcome.event);
        // Why somebody is never shown is told to nobody here; that nobody asked is no answer.
        (outcome.reason != Reason::NotAsked).then(|| {
            vec![
                person.to_string(),
                known.name.said(),
                groups.join(" "),
                purpose.notice.title.nl.clone(),
                cell.channel.key().to_owned(),
                cell.medium.key().to_owned(),
                if outcome.shown == Shown::May {
                    "ja"
                } else {
                    "nee"
                }
                .to_owned(),
                outcome
                    .reason
                    .key()
                    .trim_start_matches("reason-")
                    .to_owned(),
                vote.map(|vote| vote.said_on.to_string())
                    .unwrap_or_default(),
                if outcome.written { "ja" } else { "nee" }.to_owned(),
            ]
        })
    };
    cells.filter_map(row).collect()
}

fn changes(reading: &Reading, school: &School, all: &[Event]) -> Vec<Vec<String>> {
    let row = |event: &Event| {
        let known = reading.names.get(event.person)?;
        known.place.schools.contains(&school.id).then(|| {
            vec![
                event.person.to_string(),
                known.name.said(),
                event.cell.purpose.to_string(),
                event.cell.channel.key().to_owned(),
                event.cell.medium.key().to_owned(),
                event.answer.key().to_owned(),
                event.said_by.to_string(),
                event.capacity.key().to_owned(),
                event.at.to_string(),
                event.said_on.to_string(),
                event.how.key().to_owned(),
                event.notice.to_string(),
            ]
        })
    };
    all.iter().filter_map(row).collect()
}

fn object(head: &[&str], row: &[String]) -> Value {
    let pairs = head.iter().zip(row);
    pairs
        .map(|(name, value)| ((*name).to_owned(), Value::from(value.as_str())))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

/// A line of CSV. A value that a spreadsheet would take for a formula is made plain text.
fn csv(row: &[String]) -> String {
    let cells = row.iter().map(|cell| {
        let safe = csv_safe(cell);
        if safe.contains([';', '"', '\n', '\r']) {
            format!("\"{}\"", safe.replace('"', "\"\""))
        } else {
            safe.into_owned()
        }
    });
    format!("{}\r\n", cells.collect::<Vec<_>>().join(";"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_no_formula_and_no_new_column() {
        let row = ["=2+2".to_owned(), "a;\"b\"".to_owned(), "Noor".to_owned()];
        assert_eq!(csv(&row), "'=2+2;\"a;\"\"b\"\"\";Noor\r\n");
    }
}
