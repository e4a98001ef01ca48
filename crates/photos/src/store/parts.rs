//! Files that come in parts: each is kept until the last is in.

use jiff::Timestamp;
use seal::{BoardKeys, Place};
use store::{Tx, params};
use uuid::Uuid;
use words::PersonId;

/// Of which file of which album.
#[derive(Debug, Clone)]
pub struct Whole {
    /// The album.
    pub album: Uuid,
    /// A blind index of the bytes of the whole file.
    pub digest: Vec<u8>,
}

/// A part opens as this part of a file in this album, and as nothing else.
fn column(digest: &[u8], part: i64) -> String {
    use std::fmt::Write as _;
    let mut text = String::new();
    for byte in digest {
        let _ = write!(text, "{byte:02x}");
    }
    format!("{text}/{part}")
}

const fn place(album: Uuid, column: &str) -> Place<'_> {
    Place {
        table: "photo_part",
        column,
        row: album,
    }
}

/// Keeps a part. One that is there already stays.
pub async fn put(
    tx: &mut Tx,
    keys: &BoardKeys,
    whole: &Whole,
    (part, bytes): (i64, &[u8]),
    (by, at): (PersonId, Timestamp),
) -> anyhow::Result<()> {
    let column = column(&whole.digest, part);
    let sealed = keys.seal(place(whole.album, &column), bytes)?;
    tx.run(
        "INSERT INTO photo_part (board, album, digest, part, sent_by, sent_at, sealed) VALUES ($1, $2, $3, $4, $5, $6, $7) \
         ON CONFLICT (board, album, digest, part) DO NOTHING",
        params![whole.album, whole.digest.clone(), part, by, at, sealed],
    )
    .await
    .map(drop)
}

/// Which parts are there, in order.
pub async fn there(tx: &mut Tx, whole: &Whole) -> anyhow::Result<Vec<i64>> {
    let rows = tx
        .all(
            "SELECT part FROM photo_part WHERE board = $1 AND album = $2 AND digest = $3 ORDER BY part",
            params![whole.album, whole.digest.clone()],
        )
        .await?;
    rows.iter().map(|row| row.get("part")).collect()
}

/// A part; none if it is not there.
pub async fn get(
    tx: &mut Tx,
    keys: &BoardKeys,
    whole: &Whole,
    part: i64,
) -> anyhow::Result<Option<Vec<u8>>> {
    let row = tx
        .maybe(
            "SELECT sealed FROM photo_part WHERE board = $1 AND album = $2 AND digest = $3 AND part = $4",
            params![whole.album, whole.digest.clone(), part],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let sealed: Vec<u8> = row.get("sealed")?;
    let column = column(&whole.digest, part);
    Ok(Some(keys.open(place(whole.album, &column), &sealed)?))
}

/// Parts of files that somebody sent and that are not whole yet.
pub async fn waiting(tx: &mut Tx, by: PersonId) -> anyhow::Result<i64> {
    tx.one(
        "SELECT count(*) AS many FROM photo_part WHERE board = $1 AND sent_by = $2",
        params![by],
    )
    .await?
    .get("many")
}

/// Removes the parts of a file.
pub async fn remove(tx: &mut Tx, whole: &Whole) -> anyhow::Result<()> {
    tx.run(
        "DELETE FROM photo_part WHERE board = $1 AND album = $2 AND digest = $3",
        params![whole.album, whole.digest.clone()],
    )
    .await
    .map(drop)
}

/// Removes the parts that were sent before this moment: whoever sent them does not go on.
pub async fn tidy(tx: &mut Tx, before: Timestamp) -> anyhow::Result<()> {
    tx.run(
        "DELETE FROM photo_part WHERE board = $1 AND sent_at < $2",
        params![before],
    )
    .await
    .map(drop)
}
