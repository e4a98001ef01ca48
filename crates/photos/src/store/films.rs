//! What only films have: how long the file is, and who confirmed them for which places.

use jiff::Timestamp;
use store::{Tx, params};
use uuid::Uuid;
use words::PersonId;

/// The metadata is gone: the file that remains has so many bytes.
pub async fn clean(tx: &mut Tx, id: Uuid, length: u64) -> anyhow::Result<()> {
    tx.run(
        "UPDATE photo SET state = 'klaar', made = wanted, length = $3 WHERE board = $1 AND id = $2",
        params![id, i64::try_from(length)?],
    )
    .await
    .map(drop)
}

/// Bytes of the file without metadata; none while there is no such file.
pub async fn length(tx: &mut Tx, id: Uuid) -> anyhow::Result<Option<u64>> {
    let row = tx
        .maybe(
            "SELECT length FROM photo WHERE board = $1 AND id = $2 AND film IS NOT NULL AND state = 'klaar'",
            params![id],
        )
        .await?;
    let length: Option<i64> = row.map(|row| row.get("length")).transpose()?.flatten();
    Ok(length.map(u64::try_from).transpose()?)
}

/// Films that still wait for their metadata to be removed.
pub async fn waiting(tx: &mut Tx) -> anyhow::Result<Vec<Uuid>> {
    let rows = tx
        .all(
            "SELECT id FROM photo WHERE board = $1 AND film IS NOT NULL AND state = 'wacht'",
            params![],
        )
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// Somebody saw it whole and said that it may go to this place.
pub async fn confirm(
    tx: &mut Tx,
    id: Uuid,
    place: &str,
    (by, at): (PersonId, Timestamp),
) -> anyhow::Result<()> {
    tx.run(
        "INSERT INTO photo_confirmed (board, photo, place, confirmed_by, confirmed_at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (board, photo, place) DO NOTHING",
        params![id, place, by, at],
    )
    .await
    .map(drop)
}

/// Nobody says any more that it may go anywhere.
pub async fn unconfirm(tx: &mut Tx, id: Uuid) -> anyhow::Result<()> {
    tx.run(
        "DELETE FROM photo_confirmed WHERE board = $1 AND photo = $2",
        params![id],
    )
    .await
    .map(drop)
}

/// The places for which films of an album were confirmed.
pub async fn confirmed(tx: &mut Tx, album: Uuid) -> anyhow::Result<Vec<(Uuid, String)>> {
    let rows = tx
        .all(
            "SELECT c.photo, c.place FROM photo_confirmed c JOIN photo p ON p.board = c.board AND p.id = c.photo \
             WHERE c.board = $1 AND p.album = $2",
            params![album],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((row.get("photo")?, row.get("place")?)))
        .collect()
}
