//! Faces, and what people said of them.

use faces::Region;
use store::{Row, Tx, Value, params};
use uuid::Uuid;
use words::PersonId;

use crate::model::{Face, Mark};

fn read(row: &Row) -> anyhow::Result<Face> {
    let side = |name: &str| -> anyhow::Result<u32> { Ok(row.get::<i64>(name)?.try_into()?) };
    let (mark, person): (String, Option<PersonId>) = (row.get("mark")?, row.get("person")?);
    Ok(Face {
        number: row.get("number")?,
        place: Region {
            x: side("x")?,
            y: side("y")?,
            w: side("w")?,
            h: side("h")?,
        },
        found: row.get("found")?,
        sure: row.get("sure")?,
        mark: Mark::from_key(&mark, person),
    })
}

/// The faces of a photo, by number.
pub async fn of_photo(tx: &mut Tx, photo: Uuid) -> anyhow::Result<Vec<Face>> {
    let rows = tx
        .all(
            "SELECT number, x, y, w, h, found, sure, mark, person FROM photo_face WHERE board = $1 AND photo = $2 ORDER BY number",
            params![photo],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// The faces of every photo of an album.
pub async fn of_album(tx: &mut Tx, album: Uuid) -> anyhow::Result<Vec<(Uuid, Face)>> {
    let rows = tx
        .all(
            "SELECT f.photo, f.number, f.x, f.y, f.w, f.h, f.found, f.sure, f.mark, f.person FROM photo_face f \
             JOIN photo p ON p.board = f.board AND p.id = f.photo WHERE f.board = $1 AND p.album = $2 ORDER BY f.photo, f.number",
            params![album],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((row.get("photo")?, read(row)?)))
        .collect()
}

/// Adds faces.
pub async fn add(tx: &mut Tx, photo: Uuid, faces: &[Face]) -> anyhow::Result<()> {
    let row = |face: &Face| -> Vec<Value> {
        let Region { x, y, w, h } = face.place;
        params![
            photo,
            face.number,
            i64::from(x),
            i64::from(y),
            i64::from(w),
            i64::from(h),
            face.found,
            face.sure,
            face.mark.key(),
            face.mark.person()
        ]
    };
    tx.many(
        "INSERT INTO photo_face (board, photo, number, x, y, w, h, found, sure, mark, person) VALUES",
        faces.iter().map(row).collect(),
    )
    .await
}

/// Somebody said this of a face. What was covered on request stays so, also where that was asked while somebody worked on the
/// photo.
pub async fn set(tx: &mut Tx, photo: Uuid, number: i64, mark: Mark) -> anyhow::Result<()> {
    tx.run(
        "UPDATE photo_face SET mark = $4, person = $5 WHERE board = $1 AND photo = $2 AND number = $3 AND NOT EXISTS \
         (SELECT 1 FROM photo_request r WHERE r.board = $1 AND r.photo = photo_face.photo AND r.number = photo_face.number)",
        params![photo, number, mark.key(), mark.person()],
    )
    .await
    .map(drop)
}

/// A face is covered on request, whatever was said of it.
pub async fn cover(tx: &mut Tx, photo: Uuid, number: i64) -> anyhow::Result<()> {
    tx.run(
        "UPDATE photo_face SET mark = $4, person = NULL WHERE board = $1 AND photo = $2 AND number = $3",
        params![photo, number, Mark::Cover.key()],
    )
    .await
    .map(drop)
}

/// Takes away a face that a person drew.
pub async fn remove(tx: &mut Tx, photo: Uuid, number: i64) -> anyhow::Result<()> {
    tx.run(
        "DELETE FROM photo_face WHERE board = $1 AND photo = $2 AND number = $3",
        params![photo, number],
    )
    .await
    .map(drop)
}

/// One record of a person goes on as another.
pub async fn merge(tx: &mut Tx, from: PersonId, into: PersonId) -> anyhow::Result<()> {
    tx.run(
        "UPDATE photo_face SET person = $3 WHERE board = $1 AND person = $2",
        params![from, into],
    )
    .await
    .map(drop)
}
