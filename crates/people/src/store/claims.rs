//! Who is at work on what waits.

use std::collections::HashMap;

use jiff::Timestamp;
use store::{Tx, params};
use words::PersonId;

use crate::waits::{CLAIM, Claim};

/// Everything that somebody is at work on now.
pub async fn current(tx: &mut Tx, now: Timestamp) -> anyhow::Result<HashMap<String, Claim>> {
    let rows = tx
        .all(
            "SELECT item, person, until_at FROM claim WHERE board = $1 AND until_at > $2",
            params![now],
        )
        .await?;
    let read = |row: &store::Row| {
        let claim = Claim {
            person: row.get("person")?,
            until: row.get("until_at")?,
        };
        Ok((row.get("item")?, claim))
    };
    rows.iter().map(read).collect()
}

/// Who is at work on this now.
pub async fn of(tx: &mut Tx, item: &str, now: Timestamp) -> anyhow::Result<Option<Claim>> {
    let row = tx
        .maybe(
            "SELECT person, until_at FROM claim WHERE board = $1 AND item = $2 AND until_at > $3",
            params![item, now],
        )
        .await?;
    row.map(|row| {
        Ok(Claim {
            person: row.get("person")?,
            until: row.get("until_at")?,
        })
    })
    .transpose()
}

/// Takes it for a while, or for a while longer. False if somebody else is at work on it: then `over` takes it over.
pub async fn take(
    tx: &mut Tx,
    item: &str,
    person: PersonId,
    over: bool,
    now: Timestamp,
) -> anyhow::Result<bool> {
    tx.run(
        "DELETE FROM claim WHERE board = $1 AND until_at <= $2",
        params![now],
    )
    .await?;
    let touched = tx
        .run(
            "INSERT INTO claim (board, item, person, until_at) VALUES ($1, $2, $3, $4) ON CONFLICT (board, item) \
             DO UPDATE SET person = excluded.person, until_at = excluded.until_at WHERE claim.person = excluded.person OR $5",
            params![item, person, now.saturating_add(CLAIM)?, over],
        )
        .await?;
    Ok(touched == 1)
}

/// Gives it back. Who does not have it gives nothing back.
pub async fn give_back(tx: &mut Tx, item: &str, person: PersonId) -> anyhow::Result<()> {
    tx.run(
        "DELETE FROM claim WHERE board = $1 AND item = $2 AND person = $3",
        params![item, person],
    )
    .await
    .map(drop)
}

/// It is done: nobody is at work on it any more.
pub async fn end(tx: &mut Tx, item: &str) -> anyhow::Result<()> {
    tx.run(
        "DELETE FROM claim WHERE board = $1 AND item = $2",
        params![item],
    )
    .await
    .map(drop)
}
