//! Talks that are needed: a pupil said no, and a guardian said yes after it.

use jiff::Timestamp;
use store::{Row, Tx, params};
use uuid::Uuid;
use words::PersonId;

/// A talk that is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Talk {
    /// Identity.
    pub id: Uuid,
    /// About which pupil.
    pub person: PersonId,
    /// Which guardian said yes.
    pub asked_by: PersonId,
    /// When.
    pub asked_at: Timestamp,
}

/// Asks for a talk; one that is open already is enough.
pub async fn ask(
    tx: &mut Tx,
    id: Uuid,
    person: PersonId,
    by: PersonId,
    at: Timestamp,
) -> anyhow::Result<()> {
    tx.run(
        "INSERT INTO consent_talk (board, id, person, asked_by, asked_at) SELECT $1, $2, $3, $4, $5 WHERE NOT EXISTS \
         (SELECT 1 FROM consent_talk WHERE board = $1 AND person = $3 AND done_at IS NULL)",
        params![id, person, by, at],
    )
    .await
    .map(drop)
}

/// Whether a talk was asked for.
pub async fn is_asked(tx: &mut Tx, id: Uuid) -> anyhow::Result<bool> {
    let row = tx
        .maybe(
            "SELECT id FROM consent_talk WHERE board = $1 AND id = $2",
            params![id],
        )
        .await?;
    Ok(row.is_some())
}

/// The talks that nobody had yet, the oldest first.
pub async fn open(tx: &mut Tx) -> anyhow::Result<Vec<Talk>> {
    let rows = tx
        .all(
            "SELECT id, person, asked_by, asked_at FROM consent_talk WHERE board = $1 AND done_at IS NULL ORDER BY asked_at, id",
            params![],
        )
        .await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> anyhow::Result<Talk> {
    Ok(Talk {
        id: row.get("id")?,
        person: row.get("person")?,
        asked_by: row.get("asked_by")?,
        asked_at: row.get("asked_at")?,
    })
}

/// Somebody talked with both.
pub async fn done(tx: &mut Tx, id: Uuid, by: PersonId, at: Timestamp) -> anyhow::Result<bool> {
    let touched = tx
        .run(
            "UPDATE consent_talk SET done_at = $2, done_by = $3 WHERE board = $1 AND id = $4 AND done_at IS NULL",
            params![at, by, id],
        )
        .await?;
    Ok(touched == 1)
}

/// The talks that somebody had since this moment, the newest first.
pub async fn had_by(
    tx: &mut Tx,
    by: PersonId,
    since: Timestamp,
) -> anyhow::Result<Vec<(Talk, Timestamp)>> {
    let rows = tx
        .all(
            "SELECT id, person, asked_by, asked_at, done_at FROM consent_talk \
             WHERE board = $1 AND done_by = $2 AND done_at >= $3 ORDER BY done_at DESC, id LIMIT 20",
            params![by, since],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((read(row)?, row.get("done_at")?)))
        .collect()
}

/// It was not had after all: who said so since this moment was mistaken.
pub async fn undone(tx: &mut Tx, id: Uuid, by: PersonId, since: Timestamp) -> anyhow::Result<bool> {
    let touched = tx
        .run(
            "UPDATE consent_talk SET done_at = NULL, done_by = NULL WHERE board = $1 AND id = $2 AND done_by = $3 AND done_at >= $4",
            params![id, by, since],
        )
        .await?;
    Ok(touched == 1)
}
