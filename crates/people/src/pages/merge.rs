//! One person who is here twice: the record of the address goes on as the one that is chosen.

use decisions::looked;
use identity::Action;
use serde_json::json;
use shell::Fault;
use ui::{Choice, Errors};
use words::{PersonId, Role};

use super::ask::{Answer, Ask, Reading, Reply};
use super::{file, find};
use crate::directory::Known;
use crate::store::{self, merge, persons};
use crate::views::merge::{self as view, Pair};

/// Whom the visitor may change.
fn changeable(ask: &Ask<'_>, known: &Known) -> Result<Role, Fault> {
    ask.must(Action::EditPersons, &ask.of(known))
}

/// The other record, once it was chosen.
fn other(ask: &Ask<'_>, reading: &Reading, first: &Known) -> Result<Option<Known>, Fault> {
    let chosen = [ask.form.one("met"), ask.query("met")].join("");
    if chosen.is_empty() {
        return Ok(None);
    }
    let id: PersonId = chosen.parse().map_err(|_| Fault::Missing)?;
    let known = reading
        .names
        .get(id)
        .filter(|known| known.id != first.id)
        .ok_or(Fault::Missing)?;
    changeable(ask, known)?;
    Ok(Some(known.clone()))
}

/// Finds the other record and shows both.
pub(super) async fn page(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let known = file::known(ask, &reading)?;
    changeable(ask, &known)?;
    let other = other(ask, &reading, &known)?;
    let pair = pair(ask, &mut reading, &known, other).await?;
    reading.tx.commit().await?;
    Ok(Reply::Page(view::page(
        &ask.frame(),
        &pair,
        &Errors::default(),
    )))
}

async fn pair(
    ask: &Ask<'_>,
    reading: &mut Reading,
    known: &Known,
    other: Option<Known>,
) -> Result<Pair, Fault> {
    let words = ask.words();
    // Without letters the namesakes come first: they are the likeliest to be the same person.
    let asked = ask.query("zoek");
    let typed = if asked.is_empty() {
        known.name.said()
    } else {
        asked.to_owned()
    };
    let may = |found: &Known| found.id != known.id && changeable(ask, found).is_ok();
    let found = reading
        .names
        .find(&typed, 10, may)
        .into_iter()
        .map(|found| {
            let about = [find::kind(found, words), find::place(reading, found)].join(" · ");
            Choice::new(found.id.to_string(), found.name.said(), false).hint(about)
        });
    let found = found.collect();
    let chosen = match other {
        None => None,
        Some(other) => {
            let (this, that) = (
                facts(ask, reading, known).await?,
                facts(ask, reading, &other).await?,
            );
            let keys = ["name", "kind", "where", "born", "email"];
            let rows = keys
                .into_iter()
                .zip(this)
                .zip(that)
                .map(|((key, this), that)| [words.t(key).to_owned(), this, that]);
            Some((other.id.to_string(), rows.collect()))
        }
    };
    Ok(Pair {
        name: known.name.said(),
        address: format!("/mensen/{}", known.id),
        typed: asked.to_owned(),
        found,
        chosen,
    })
}

/// What is compared of a record. It is a look at the file.
async fn facts(ask: &Ask<'_>, reading: &mut Reading, known: &Known) -> Result<[String; 5], Fault> {
    let role = changeable(ask, known)?;
    looked(
        &mut reading.tx,
        ask.now,
        ask.caller.person,
        Some(role),
        known.id,
        "merge",
    )
    .await?;
    let person = persons::person(&mut reading.tx, &reading.keys, known.id)
        .await?
        .ok_or(Fault::Missing)?;
    let details = person.details.unwrap_or_default();
    Ok([
        details.name.said(),
        find::kind(known, ask.words()),
        find::place(reading, known),
        details
            .born
            .map(|born| ask.frame().day(born))
            .unwrap_or_default(),
        details.email.unwrap_or_default(),
    ])
}

/// Merges: everything goes to the other record, and the first stays as a trace.
pub(super) async fn go(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let known = file::known(ask, &reading)?;
    let role = changeable(ask, &known)?;
    let other = other(ask, &reading, &known)?.ok_or(Fault::Missing)?;
    let mark = store::mark(&mut reading.tx).await?;
    if !merge::merge(&mut reading.tx, mark, known.id, other.id).await? {
        return Err(Fault::Missing);
    }
    for one in &ask.us.follows {
        one.merged(&mut reading.tx, &reading.keys, known.id, other.id)
            .await?;
    }
    // Who may do what is given to a person, and not carried over from a record: its roles end.
    for held in identity::store::roles::of(&mut reading.tx, known.id, ask.today).await? {
        identity::store::roles::end(&mut reading.tx, held.id, ask.today, ask.now).await?;
    }
    let entry = ask
        .entry("person_merged", "merged", role)
        .about(other.id)
        .from_facts(json!({ "from": known.id }));
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("/mensen/{}", other.id)))
}
