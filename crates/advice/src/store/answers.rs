//! Answers.

use anyhow::Context;
use jiff::Timestamp;
use seal::{BoardKeys, Place};
use store::{Row, Tx, params};
use uuid::Uuid;
use words::PersonId;

use crate::model::{Answer, Outcome};

/// Answers to one question differ by who gave them, which is in the name of the column.
fn sealing<T>(
    question: Uuid,
    by: PersonId,
    with: impl FnOnce(Place<'_>) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let column = format!("sealed {by}");
    with(Place {
        table: "advice_answer",
        column: &column,
        row: question,
    })
}

/// Keeps an answer; false if this person answered already.
pub async fn add(
    tx: &mut Tx,
    keys: &BoardKeys,
    question: Uuid,
    new: &Answer,
) -> anyhow::Result<bool> {
    let plain = serde_json::to_vec(&new.said)?;
    let sealed = sealing(question, new.by, |place| Ok(keys.seal(place, &plain)?))?;
    let touched = tx
        .run(
            "INSERT INTO advice_answer (board, question, answerer, role, at, outcome, article, sealed) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (board, question, answerer) DO NOTHING",
            params![
                question,
                new.by,
                new.role,
                new.at,
                new.outcome.key(),
                new.article.clone(),
                sealed
            ],
        )
        .await?;
    Ok(touched == 1)
}

/// The answers to a question, the first one first.
pub async fn of(tx: &mut Tx, keys: &BoardKeys, question: Uuid) -> anyhow::Result<Vec<Answer>> {
    let rows = tx
        .all(
            "SELECT answerer, role, at, outcome, article, sealed FROM advice_answer \
             WHERE board = $1 AND question = $2 ORDER BY at, answerer",
            params![question],
        )
        .await?;
    let read = |row: &Row| {
        let by: PersonId = row.get("answerer")?;
        let outcome: String = row.get("outcome")?;
        let sealed: Vec<u8> = row.get("sealed")?;
        let plain = sealing(question, by, |place| Ok(keys.open(place, &sealed)?))?;
        Ok(Answer {
            by,
            role: row.get("role")?,
            at: row.get("at")?,
            outcome: Outcome::from_key(&outcome).context("no outcome is called so")?,
            article: row.get("article")?,
            said: serde_json::from_slice(&plain)
                .context("what is sealed of an answer is not readable")?,
        })
    };
    rows.iter().map(read).collect()
}

/// Takes somebody's answer back; false if there was none.
pub async fn remove(tx: &mut Tx, question: Uuid, by: PersonId) -> anyhow::Result<bool> {
    let touched = tx
        .run(
            "DELETE FROM advice_answer WHERE board = $1 AND question = $2 AND answerer = $3",
            params![question, by],
        )
        .await?;
    Ok(touched == 1)
}

/// The questions that somebody answered since this moment, with when: the newest first.
pub async fn lately(
    tx: &mut Tx,
    by: PersonId,
    since: Timestamp,
) -> anyhow::Result<Vec<(Uuid, Timestamp)>> {
    let rows = tx
        .all(
            "SELECT question, at FROM advice_answer WHERE board = $1 AND answerer = $2 AND at >= $3 ORDER BY at DESC LIMIT 20",
            params![by, since],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((row.get("question")?, row.get("at")?)))
        .collect()
}
