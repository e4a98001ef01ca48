//! Files of another system that wait until somebody says what their columns mean.

use jiff::Timestamp;
use seal::{BoardKeys, Place};
use store::{Tx, params};
use uuid::Uuid;
use words::{PersonId, SchoolId};

fn place(id: Uuid) -> Place<'static> {
    Place {
        table: "consent_takeover",
        column: "sealed",
        row: id,
    }
}

/// Keeps a file; what the same person sent for this school before goes.
pub async fn keep(
    tx: &mut Tx,
    keys: &BoardKeys,
    (id, school): (Uuid, SchoolId),
    (by, at): (PersonId, Timestamp),
    rows: &[Vec<String>],
) -> anyhow::Result<()> {
    tx.run(
        "DELETE FROM consent_takeover WHERE board = $1 AND school = $2 AND made_by = $3",
        params![school, by],
    )
    .await?;
    let sealed = keys.seal(place(id), &serde_json::to_vec(rows)?)?;
    tx.run(
        "INSERT INTO consent_takeover (board, id, school, made_by, made_at, sealed) VALUES ($1, $2, $3, $4, $5, $6)",
        params![id, school, by, at, sealed],
    )
    .await
    .map(drop)
}

/// The file, and of which school it is.
pub async fn one(
    tx: &mut Tx,
    keys: &BoardKeys,
    id: Uuid,
) -> anyhow::Result<Option<(SchoolId, Vec<Vec<String>>)>> {
    let row = tx
        .maybe(
            "SELECT school, sealed FROM consent_takeover WHERE board = $1 AND id = $2",
            params![id],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let sealed: Vec<u8> = row.get("sealed")?;
    let rows = serde_json::from_slice(&keys.open(place(id), &sealed)?)?;
    Ok(Some((row.get("school")?, rows)))
}

/// It was taken over. False if it was gone already.
pub async fn done(tx: &mut Tx, id: Uuid) -> anyhow::Result<bool> {
    let touched = tx
        .run(
            "DELETE FROM consent_takeover WHERE board = $1 AND id = $2",
            params![id],
        )
        .await?;
    Ok(touched == 1)
}
