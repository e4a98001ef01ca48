//! Feeds that a school watches, and what was seen in them.

use anyhow::Context;
use jiff::Timestamp;
use seal::{BoardKeys, Place};
use serde::{Deserialize, Serialize};
use store::{Row, Tx, params};
use uuid::Uuid;
use words::{PersonId, SchoolId};

/// What is sealed of a feed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aim {
    /// Where it is; empty where it is an account.
    pub address: String,
    /// The account of the school of which the mentions are watched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<Uuid>,
    /// Only what has one of these words is signalled; everything where there are none.
    pub words: Vec<String>,
}

/// A feed that a school watches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watch {
    /// Identity.
    pub id: Uuid,
    /// Of which school.
    pub school: SchoolId,
    /// Who began it.
    pub by: PersonId,
    /// When it was read last.
    pub read_at: Option<Timestamp>,
    /// Why it could not be read the last time: a word of `channels`.
    pub fault: Option<String>,
    /// Where and for what.
    pub aim: Aim,
}

const fn place(row: Uuid) -> Place<'static> {
    Place {
        table: "case_watch",
        column: "sealed",
        row,
    }
}

/// Begins to watch.
pub async fn add(tx: &mut Tx, keys: &BoardKeys, new: &Watch, now: Timestamp) -> anyhow::Result<()> {
    let sealed = keys.seal(place(new.id), &serde_json::to_vec(&new.aim)?)?;
    let row = params![new.id, new.school, new.by, now, sealed];
    tx.many(
        "INSERT INTO case_watch (board, id, school, made_by, made_at, sealed) VALUES",
        vec![row],
    )
    .await
}

/// All of the board.
pub async fn all(tx: &mut Tx, keys: &BoardKeys) -> anyhow::Result<Vec<Watch>> {
    let rows = tx
        .all(
            "SELECT id, school, made_by, read_at, fault, sealed FROM case_watch WHERE board = $1 ORDER BY made_at, id",
            Vec::new(),
        )
        .await?;
    let read = |row: &Row| {
        let id: Uuid = row.get("id")?;
        let sealed: Vec<u8> = row.get("sealed")?;
        Ok(Watch {
            id,
            school: row.get("school")?,
            by: row.get("made_by")?,
            read_at: row.get("read_at")?,
            fault: row.get("fault")?,
            aim: serde_json::from_slice(&keys.open(place(id), &sealed)?)
                .context("what is sealed of a feed is not readable")?,
        })
    };
    rows.iter().map(read).collect()
}

/// It was read, or why not.
pub async fn looked(
    tx: &mut Tx,
    id: Uuid,
    fault: Option<&str>,
    now: Timestamp,
) -> anyhow::Result<()> {
    tx.run(
        "UPDATE case_watch SET read_at = $2, fault = $3 WHERE board = $1 AND id = $4",
        params![now, fault.map(str::to_owned), id],
    )
    .await
    .map(drop)
}

/// Whether this one of a feed is new; from then on it is not.
pub async fn is_new(
    tx: &mut Tx,
    keys: &BoardKeys,
    watch: Uuid,
    item: &str,
    now: Timestamp,
) -> anyhow::Result<bool> {
    let index = keys.index("case seen", item);
    let added = tx
        .run(
            "INSERT INTO case_seen (board, watch, item, at) VALUES ($1, $2, $3, $4) ON CONFLICT (board, watch, item) DO NOTHING",
            params![watch, index, now],
        )
        .await?;
    Ok(added > 0)
}

/// Watches it no longer.
pub async fn stop(tx: &mut Tx, id: Uuid) -> anyhow::Result<()> {
    for sql in [
        "DELETE FROM case_seen WHERE board = $1 AND watch = $2",
        "DELETE FROM case_watch WHERE board = $1 AND id = $2",
    ] {
        tx.run(sql, params![id]).await?;
    }
    Ok(())
}
