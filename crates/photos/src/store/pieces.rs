//! The bytes of photos, in sealed pieces.

use seal::{BoardKeys, Place, SubjectKey};
use store::{Tx, params};
use uuid::Uuid;

use crate::model::File;

/// The largest piece: so that neither database nor backup ever holds a whole photo in one value.
pub const PIECE: usize = 512 << 10;

/// The key of a photo; none once the photo is gone.
pub async fn key(tx: &mut Tx, keys: &BoardKeys, photo: Uuid) -> anyhow::Result<Option<SubjectKey>> {
    let row = tx
        .maybe(
            "SELECT wrapped FROM photo WHERE board = $1 AND id = $2",
            params![photo],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let wrapped: Vec<u8> = row.get("wrapped")?;
    Ok(Some(keys.subject(photo, &wrapped)?))
}

/// A piece opens as this part of this file of this photo, and as nothing else.
fn column(file: File, part: i64) -> String {
    format!("{}/{part}", file.key())
}

fn place(photo: Uuid, column: &str) -> Place<'_> {
    Place {
        table: "photo_piece",
        column,
        row: photo,
    }
}

/// Puts a file in the place of what was there.
pub async fn put(
    tx: &mut Tx,
    key: &SubjectKey,
    photo: Uuid,
    file: File,
    bytes: &[u8],
) -> anyhow::Result<()> {
    remove(tx, photo, file).await?;
    for (part, plain) in (0_i64..).zip(bytes.chunks(PIECE)) {
        put_one(tx, key, (photo, file), part, plain).await?;
    }
    Ok(())
}

/// Puts one piece of a file; whoever puts the next counts on. For files that are too large to hold whole.
pub async fn put_one(
    tx: &mut Tx,
    key: &SubjectKey,
    (photo, file): (Uuid, File),
    part: i64,
    bytes: &[u8],
) -> anyhow::Result<()> {
    let sealed = key.seal(place(photo, &column(file, part)), bytes)?;
    tx.run(
        "INSERT INTO photo_piece (board, photo, file, part, sealed) VALUES ($1, $2, $3, $4, $5)",
        params![photo, file.key(), part, sealed],
    )
    .await
    .map(drop)
}

/// One piece of a file; none if there is no such piece.
pub async fn get_one(
    tx: &mut Tx,
    key: &SubjectKey,
    (photo, file): (Uuid, File),
    part: i64,
) -> anyhow::Result<Option<Vec<u8>>> {
    let row = tx
        .maybe(
            "SELECT sealed FROM photo_piece WHERE board = $1 AND photo = $2 AND file = $3 AND part = $4",
            params![photo, file.key(), part],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let sealed: Vec<u8> = row.get("sealed")?;
    Ok(Some(key.open(place(photo, &column(file, part)), &sealed)?))
}

/// A file whole; none if it is not kept.
pub async fn get(
    tx: &mut Tx,
    key: &SubjectKey,
    photo: Uuid,
    file: File,
) -> anyhow::Result<Option<Vec<u8>>> {
    let rows = tx
        .all(
            "SELECT part, sealed FROM photo_piece WHERE board = $1 AND photo = $2 AND file = $3 ORDER BY part",
            params![photo, file.key()],
        )
        .await?;
    let mut bytes = Vec::new();
    for row in &rows {
        let (part, sealed): (i64, Vec<u8>) = (row.get("part")?, row.get("sealed")?);
        bytes.extend(key.open(place(photo, &column(file, part)), &sealed)?);
    }
    Ok((!rows.is_empty()).then_some(bytes))
}

/// Removes a file.
pub async fn remove(tx: &mut Tx, photo: Uuid, file: File) -> anyhow::Result<()> {
    tx.run(
        "DELETE FROM photo_piece WHERE board = $1 AND photo = $2 AND file = $3",
        params![photo, file.key()],
    )
    .await
    .map(drop)
}
