//! What happened with a case. Rows are added; all that changes later is that something with a term was done.

use anyhow::Context;
use jiff::Timestamp;
use seal::{Place, SubjectKey};
use store::{Row, Tx, params};
use uuid::Uuid;

use crate::model::Event;

const fn place(row: Uuid) -> Place<'static> {
    Place {
        table: "case_event",
        column: "sealed",
        row,
    }
}

/// Adds what happened.
pub async fn add(tx: &mut Tx, key: &SubjectKey, case: Uuid, new: &[Event]) -> anyhow::Result<()> {
    let mut rows = Vec::with_capacity(new.len());
    for event in new {
        let sealed = key.seal(place(event.id), &serde_json::to_vec(&event.record)?)?;
        rows.push(params![
            case,
            event.id,
            event.about,
            event.record.kind(),
            event.at,
            event.by,
            event.role,
            event.due,
            event.done_at,
            sealed
        ]);
    }
    tx.many(
        "INSERT INTO case_event (board, case_id, id, about, kind, at, made_by, role, due, done_at, sealed) VALUES",
        rows,
    )
    .await
}

fn read(key: &SubjectKey, row: &Row) -> anyhow::Result<Event> {
    let id: Uuid = row.get("id")?;
    let sealed: Vec<u8> = row.get("sealed")?;
    Ok(Event {
        id,
        about: row.get("about")?,
        at: row.get("at")?,
        by: row.get("made_by")?,
        role: row.get("role")?,
        due: row.get("due")?,
        done_at: row.get("done_at")?,
        record: serde_json::from_slice(&key.open(place(id), &sealed)?)
            .context("what is sealed of an event is not readable")?,
    })
}

/// Everything that happened with a case, in order.
pub async fn of(tx: &mut Tx, key: &SubjectKey, case: Uuid) -> anyhow::Result<Vec<Event>> {
    let rows = tx
        .all(
            "SELECT id, about, at, made_by, role, due, done_at, sealed FROM case_event WHERE board = $1 AND case_id = $2 ORDER BY at, id",
            params![case],
        )
        .await?;
    rows.iter().map(|row| read(key, row)).collect()
}

/// It was done; false if it was before.
pub async fn done(tx: &mut Tx, case: Uuid, event: Uuid, at: Timestamp) -> anyhow::Result<bool> {
    let touched = tx
        .run(
            "UPDATE case_event SET done_at = $2 WHERE board = $1 AND case_id = $3 AND id = $4 AND done_at IS NULL",
            params![at, case, event],
        )
        .await?;
    Ok(touched == 1)
}

/// The cases in which something has a term before this moment and is not done, the first to end first.
pub async fn due_before(tx: &mut Tx, until: Timestamp, most: i64) -> anyhow::Result<Vec<Uuid>> {
    let rows = tx
        .all(
            "SELECT case_id, min(due) AS soonest FROM case_event WHERE board = $1 AND done_at IS NULL AND due < $2 \
             GROUP BY case_id ORDER BY soonest, case_id LIMIT $3",
            params![until, most],
        )
        .await?;
    rows.iter().map(|row| row.get("case_id")).collect()
}
