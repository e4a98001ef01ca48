//! The bytes of evidence, in sealed pieces.

use seal::{Place, SubjectKey};
use store::{Tx, params};
use uuid::Uuid;

/// The largest piece: so that neither database nor backup ever holds a whole file in one value.
pub const PIECE: usize = 512 << 10;

/// A piece opens as this part of this evidence, and as nothing else.
fn place(event: Uuid, column: &str) -> Place<'_> {
    Place {
        table: "case_piece",
        column,
        row: event,
    }
}

/// Adds one piece; whoever adds the next counts on.
pub async fn add(
    tx: &mut Tx,
    key: &SubjectKey,
    (case, event): (Uuid, Uuid),
    part: i64,
    bytes: &[u8],
) -> anyhow::Result<()> {
    let sealed = key.seal(place(event, &part.to_string()), bytes)?;
    tx.run(
        "INSERT INTO case_piece (board, case_id, event, part, sealed) VALUES ($1, $2, $3, $4, $5)",
        params![case, event, part, sealed],
    )
    .await
    .map(drop)
}

/// One piece; none after the last.
pub async fn get(
    tx: &mut Tx,
    key: &SubjectKey,
    (case, event): (Uuid, Uuid),
    part: i64,
) -> anyhow::Result<Option<Vec<u8>>> {
    let row = tx
        .maybe(
            "SELECT sealed FROM case_piece WHERE board = $1 AND case_id = $2 AND event = $3 AND part = $4",
            params![case, event, part],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let sealed: Vec<u8> = row.get("sealed")?;
    Ok(Some(key.open(place(event, &part.to_string()), &sealed)?))
}
