//! Taking in what somebody says: one act, in the transaction of the request, with everything that follows from it.

use decisions::Entry;
use jiff::Timestamp;
use people::directory::Directory;
use seal::BoardKeys;
use serde_json::json;
use store::Tx;
use uuid::Uuid;
use words::{PersonId, Role};

use crate::model::{Answer, Capacity, Cell, How};
use crate::register::Register;
use crate::rules::Shown;
use crate::store::events::{self, Said};
use crate::store::publications::{self, Publication};
use crate::store::{asked, talks};

/// What followed from an act.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Taken {
    /// How many answers were new. Saying the same again is none.
    pub changed: usize,
    /// What may not be shown any more.
    pub withdrawn: Vec<Cell>,
    /// What is public and must come off.
    pub taken_down: Vec<Publication>,
    /// A guardian said yes where the pupil said no: somebody talks with both.
    pub talk: bool,
}

/// Stores what was said about a person, brings the register up to date, and queues what follows: removing what is public,
/// a talk, the end of reminders. `role` is as what the one who typed acts.
pub async fn take(
    tx: &mut Tx,
    keys: &BoardKeys,
    register: &mut Register,
    person: PersonId,
    mut said: Said,
    role: Option<Role>,
) -> anyhow::Result<Taken> {
    let by = said.by.0;
    said.answers
        .retain(|answer| is_new(register, person, by, said.how, answer));
    if said.answers.is_empty() {
        asked::answered(tx, by, person, said.at).await?;
        return Ok(Taken::default());
    }
    let before = shown_now(register, person);
    let votes = events::record(tx, person, &said).await?;
    let against_pupil = said.by.1 == Capacity::Guardian
        && said.answers.iter().any(|(cell, _, answer)| {
            let own = votes.of(*cell, person);
            *answer == Answer::Yes && own.is_some_and(|own| own.answer == Answer::No)
        });
    register.set_votes(person, votes);
    let withdrawn: Vec<Cell> = before
        .into_iter()
        .filter(|cell| register.decide(person, *cell).shown == Shown::MayNot)
        .collect();
    let taken_down =
        publications::take_down(tx, keys, person, &withdrawn, said.act, said.at).await?;
    if against_pupil {
        talks::ask(tx, talk_id(said.act, person), person, by, said.at).await?;
    }
    asked::answered(tx, by, person, said.at).await?;
    decisions::record(tx, &entry(&said, person, role, &withdrawn)).await?;
    Ok(Taken {
        changed: said.answers.len(),
        withdrawn,
        taken_down,
        talk: against_pupil,
    })
}

/// Saying the same once more is nothing new, unless what was said before does not count any more.
fn is_new(
    register: &Register,
    person: PersonId,
    by: PersonId,
    how: How,
    (cell, notice, answer): &(Cell, i64, Answer),
) -> bool {
    let facts = register.facts(person);
    let before = facts.and_then(|facts| facts.votes.of(*cell, by));
    let same =
        before.is_some_and(|vote| (vote.answer, vote.notice, vote.how) == (*answer, *notice, how));
    let asked = *answer == Answer::Yes && register.decide(person, *cell).reason.asks_again();
    !same || asked
}

/// The identity of the talk that an act asks for: one for each person whom the act is about.
pub fn talk_id(act: Uuid, person: PersonId) -> Uuid {
    Uuid::from_u128(act.as_u128() ^ person.0.as_u128())
}

/// The cells for which a person may be shown as the register stands.
fn shown_now(register: &Register, person: PersonId) -> Vec<Cell> {
    let cells = register
        .purposes
        .iter()
        .flat_map(crate::model::Purpose::cells);
    cells
        .filter(|cell| register.decide(person, *cell).shown == Shown::May)
        .collect()
}

fn entry(said: &Said, person: PersonId, role: Option<Role>, withdrawn: &[Cell]) -> Entry {
    let count = |answer| {
        let same = said.answers.iter().filter(|(_, _, one)| *one == answer);
        same.count()
    };
    let (yes, no) = (count(Answer::Yes), count(Answer::No));
    let outcome = match (yes, no) {
        _ if !withdrawn.is_empty() => "withdrawn",
        (_, 0) => "given",
        (0, _) => "refused",
        _ => "answered",
    };
    let actor = said.typed_by.unwrap_or(said.by.0);
    Entry::new(said.at, "consent", outcome)
        .by(actor, role)
        .about(person)
        .from_facts(json!({
            "act": said.act, "by": said.by.0, "capacity": said.by.1.key(), "how": said.how.key(),
            "yes": yes, "no": no, "withdrawn": withdrawn.len(), "rule": said.rule,
        }))
}

/// Undoes an act, such as a form that was typed in for another child. What held before it holds again, and the trace stays; what
/// may not be shown any more is asked back. False if there is no such act about this person.
pub async fn undo(
    tx: &mut Tx,
    (keys, names): (&BoardKeys, &Directory),
    (person, act): (PersonId, Uuid),
    (by, role): (PersonId, Role),
    at: Timestamp,
) -> anyhow::Result<bool> {
    let before = shown_anywhere(tx, names, person, at).await?;
    let all = events::of_person(tx, person).await?;
    let of_act = || all.iter().filter(|event| event.act == act);
    let done = of_act().any(|event| event.answer == Answer::Undone);
    let Some(first) = of_act().next().filter(|_| !done) else {
        return Ok(false);
    };
    let said = Said {
        by: (first.said_by, first.capacity),
        typed_by: Some(by),
        at,
        on: shell::clock::today(at),
        how: first.how,
        language: first.language,
        act,
        evidence: first.evidence,
        rule: crate::rules::LAW,
        answers: vec![(first.cell, first.notice, Answer::Undone)],
    };
    events::record(tx, person, &said).await?;
    let after = shown_anywhere(tx, names, person, at).await?;
    let withdrawn: Vec<Cell> = before
        .into_iter()
        .filter(|cell| !after.contains(cell))
        .collect();
    publications::take_down(tx, keys, person, &withdrawn, act, at).await?;
    let entry = Entry::new(at, "consent_undone", "undone")
        .by(by, Some(role))
        .about(person)
        .from_facts(json!({ "act": act, "answers": of_act().count() }));
    decisions::record(tx, &entry).await?;
    Ok(true)
}

/// The cells for which a person may be shown, at every school where they are.
async fn shown_anywhere(
    tx: &mut Tx,
    names: &Directory,
    person: PersonId,
    at: Timestamp,
) -> anyhow::Result<Vec<Cell>> {
    let known = names.get(person);
    let schools = known
        .map(|known| known.place.schools.clone())
        .unwrap_or_default();
    let mut cells = Vec::new();
    for school in schools {
        let day = shell::clock::today(at);
        let register = Register::of(tx, names, school, &[person], day).await?;
        cells.extend(shown_now(&register, person));
    }
    Ok(cells)
}
