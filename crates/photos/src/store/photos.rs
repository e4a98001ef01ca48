//! Photos.

use anyhow::Context;
use faces::{Refusal, Region};
use jiff::Timestamp;
use jiff::civil::Date;
use seal::{BoardKeys, Place, SubjectKey};
use store::{Row, Tx, params};
use uuid::Uuid;
use words::{PersonId, SchoolId};

use super::{films, pieces, requests};
use crate::model::{File, Film, Licence, Photo, State};

/// A photo or film that comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPhoto {
    /// Identity.
    pub id: Uuid,
    /// Of which album.
    pub album: Uuid,
    /// A blind index of its bytes.
    pub digest: Vec<u8>,
    /// What kind of film it is; none for a photo.
    pub film: Option<Film>,
    /// By what right the school has it.
    pub licence: Licence,
    /// Of whom, or under which licence.
    pub credit: String,
    /// Who sent it.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

const fn credit(row: Uuid) -> Place<'static> {
    Place {
        table: "photo",
        column: "credit",
        row,
    }
}

/// What to look for when the same bytes come again.
pub fn digest(keys: &BoardKeys, sha256: &str) -> Vec<u8> {
    keys.index("photo", sha256)
}

/// Adds a photo or film; the key under which its bytes are to be kept. None if this album has these bytes already.
pub async fn add(
    tx: &mut Tx,
    keys: &BoardKeys,
    new: &NewPhoto,
) -> anyhow::Result<Option<SubjectKey>> {
    let (key, wrapped) = keys.new_subject(new.id)?;
    let sealed = key.seal(credit(new.id), new.credit.as_bytes())?;
    let added = tx
        .run(
            "INSERT INTO photo (board, id, album, digest, wrapped, state, width, height, licence, credit, added_by, added_at, \
             wanted, made, original, film) VALUES ($1, $2, $3, $4, $5, 'wacht', 0, 0, $6, $7, $8, $9, 0, 0, $10, $11) \
             ON CONFLICT (board, album, digest) DO NOTHING",
            params![
                new.id,
                new.album,
                new.digest.clone(),
                wrapped,
                new.licence.key(),
                sealed,
                new.by,
                new.at,
                true,
                new.film.map(Film::key)
            ],
        )
        .await?;
    Ok((added > 0).then_some(key))
}

/// Whether this album has these bytes.
pub async fn has(tx: &mut Tx, album: Uuid, digest: Vec<u8>) -> anyhow::Result<bool> {
    let row = tx
        .maybe(
            "SELECT id FROM photo WHERE board = $1 AND album = $2 AND digest = $3",
            params![album, digest],
        )
        .await?;
    Ok(row.is_some())
}

fn read(row: &Row) -> anyhow::Result<Photo> {
    let (state, licence): (String, String) = (row.get("state")?, row.get("licence")?);
    let refusal: Option<serde_json::Value> = row.get("refusal")?;
    let by: Option<PersonId> = row.get("complete_by")?;
    let at: Option<Timestamp> = row.get("complete_at")?;
    let (width, height): (i64, i64) = (row.get("width")?, row.get("height")?);
    let crop: Option<serde_json::Value> = row.get("crop")?;
    let film: Option<String> = row.get("film")?;
    Ok(Photo {
        id: row.get("id")?,
        album: row.get("album")?,
        state: State::from_key(&state).context("no state is called so")?,
        refusal: refusal.map(serde_json::from_value).transpose()?,
        size: (width.try_into()?, height.try_into()?),
        crop: crop.map(serde_json::from_value).transpose()?,
        film: film.and_then(|film| Film::from_key(&film)),
        licence: Licence::from_key(&licence).context("no licence is called so")?,
        added_by: row.get("added_by")?,
        added_at: row.get("added_at")?,
        complete: by.zip(at),
        wanted: row.get("wanted")?,
        made: row.get("made")?,
        original: row.get("original")?,
    })
}

/// One.
pub async fn one(tx: &mut Tx, id: Uuid) -> anyhow::Result<Option<Photo>> {
    let row = tx
        .maybe(
            "SELECT id, album, state, refusal, width, height, crop, film, licence, added_by, added_at, complete_by, complete_at, \
             wanted, made, original FROM photo WHERE board = $1 AND id = $2",
            params![id],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

/// Those of an album, in the order in which they came.
pub async fn of_album(tx: &mut Tx, album: Uuid) -> anyhow::Result<Vec<Photo>> {
    let rows = tx
        .all(
            "SELECT id, album, state, refusal, width, height, crop, film, licence, added_by, added_at, complete_by, complete_at, \
             wanted, made, original FROM photo WHERE board = $1 AND album = $2 ORDER BY added_at, id",
            params![album],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Those with this person, the newest first.
pub async fn with(tx: &mut Tx, person: PersonId) -> anyhow::Result<Vec<Photo>> {
    let rows = tx
        .all(
            "SELECT id, album, state, refusal, width, height, crop, film, licence, added_by, added_at, complete_by, complete_at, \
             wanted, made, original FROM photo WHERE board = $1 AND id IN \
             (SELECT photo FROM photo_face WHERE board = $1 AND person = $2) ORDER BY added_at DESC, id",
            params![person],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Of whom the photo is, or under which licence.
pub async fn credit_of(tx: &mut Tx, keys: &BoardKeys, id: Uuid) -> anyhow::Result<String> {
    let row = tx
        .one(
            "SELECT wrapped, credit FROM photo WHERE board = $1 AND id = $2",
            params![id],
        )
        .await?;
    let (wrapped, sealed): (Vec<u8>, Vec<u8>) = (row.get("wrapped")?, row.get("credit")?);
    let opened = keys.subject(id, &wrapped)?.open(credit(id), &sealed)?;
    Ok(String::from_utf8_lossy(&opened).into_owned())
}

/// It was read: this large, and its files show the covers up to this change.
pub async fn made(tx: &mut Tx, id: Uuid, size: (u32, u32), made: i64) -> anyhow::Result<()> {
    let (width, height) = (i64::from(size.0), i64::from(size.1));
    tx.run(
        "UPDATE photo SET state = 'klaar', width = $3, height = $4, made = $5 WHERE board = $1 AND id = $2",
        params![id, width, height, made],
    )
    .await
    .map(drop)
}

/// It cannot be taken; its bytes are not kept.
pub async fn refuse(tx: &mut Tx, id: Uuid, refusal: Refusal) -> anyhow::Result<()> {
    tx.run(
        "UPDATE photo SET state = 'geweigerd', refusal = $3, original = $4 WHERE board = $1 AND id = $2",
        params![id, serde_json::to_value(refusal)?, false],
    )
    .await?;
    pieces::remove(tx, id, File::Original).await
}

/// Somebody said that everybody on it is in the list, or nobody says so any more.
pub async fn complete(
    tx: &mut Tx,
    id: Uuid,
    by: Option<(PersonId, Timestamp)>,
) -> anyhow::Result<()> {
    tx.run(
        "UPDATE photo SET complete_by = $3, complete_at = $4 WHERE board = $1 AND id = $2",
        params![id, by.map(|(by, _)| by), by.map(|(_, at)| at)],
    )
    .await
    .map(drop)
}

/// This part is to be shown, or all of it: the files are to be made again ([`cover_anew`]).
pub async fn crop(tx: &mut Tx, id: Uuid, crop: Option<Region>) -> anyhow::Result<()> {
    let crop = crop.map(serde_json::to_value).transpose()?;
    tx.run(
        "UPDATE photo SET crop = $3 WHERE board = $1 AND id = $2",
        params![id, crop],
    )
    .await
    .map(drop)
}

/// Something else is to be covered: the files are to be made again. Which change this is.
pub async fn cover_anew(tx: &mut Tx, id: Uuid) -> anyhow::Result<i64> {
    tx.one(
        "UPDATE photo SET wanted = wanted + 1 WHERE board = $1 AND id = $2 RETURNING wanted",
        params![id],
    )
    .await?
    .get("wanted")
}

/// Erases a photo: with its key, whatever a backup still has of it is noise.
pub async fn erase(tx: &mut Tx, id: Uuid) -> anyhow::Result<()> {
    tx.run(
        "DELETE FROM photo_piece WHERE board = $1 AND photo = $2",
        params![id],
    )
    .await?;
    films::unconfirm(tx, id).await?;
    requests::forget(tx, id).await?;
    tx.run(
        "DELETE FROM photo_face WHERE board = $1 AND photo = $2",
        params![id],
    )
    .await?;
    tx.run(
        "DELETE FROM photo WHERE board = $1 AND id = $2",
        params![id],
    )
    .await
    .map(drop)
}

/// Removes the files as they came in of photos of a school that came before this moment; how many.
pub async fn drop_originals(
    tx: &mut Tx,
    school: SchoolId,
    before: Timestamp,
) -> anyhow::Result<u64> {
    tx.run(
        "DELETE FROM photo_piece WHERE board = $1 AND file = 'original' AND photo IN \
         (SELECT p.id FROM photo p JOIN photo_album a ON a.board = p.board AND a.id = p.album \
         WHERE p.board = $1 AND a.school = $2 AND p.added_at < $3 AND p.state <> 'wacht' AND p.made = p.wanted)",
        params![school, before],
    )
    .await?;
    tx.run(
        "UPDATE photo SET original = $4 WHERE board = $1 AND original = $5 AND state <> 'wacht' AND made = wanted \
         AND added_at < $3 AND album IN (SELECT id FROM photo_album WHERE board = $1 AND school = $2)",
        params![school, before, false, true],
    )
    .await
}

/// Photos of a school of an event before this day.
pub async fn of_events_before(
    tx: &mut Tx,
    school: SchoolId,
    day: Date,
) -> anyhow::Result<Vec<Uuid>> {
    let rows = tx
        .all(
            "SELECT p.id FROM photo p JOIN photo_album a ON a.board = p.board AND a.id = p.album \
             WHERE p.board = $1 AND a.school = $2 AND a.day < $3",
            params![school, day],
        )
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}
