//! Albums.

use jiff::Timestamp;
use seal::{BoardKeys, Place};
use store::{Row, Tx, params};
use uuid::Uuid;
use words::{PersonId, SchoolId};

use crate::model::Album;

const fn place(row: Uuid) -> Place<'static> {
    Place {
        table: "photo_album",
        column: "sealed",
        row,
    }
}

/// Adds one.
pub async fn add(tx: &mut Tx, keys: &BoardKeys, album: &Album) -> anyhow::Result<()> {
    let sealed = keys.seal(place(album.id), album.name.as_bytes())?;
    tx.run(
        "INSERT INTO photo_album (board, id, school, class_group, day, made_by, made_at, sealed) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            album.id,
            album.school,
            album.group,
            album.day,
            album.made_by,
            album.made_at,
            sealed
        ],
    )
    .await
    .map(drop)
}

fn read(keys: &BoardKeys, row: &Row) -> anyhow::Result<Album> {
    let id: Uuid = row.get("id")?;
    let sealed: Vec<u8> = row.get("sealed")?;
    let name = keys.open(place(id), &sealed)?;
    Ok(Album {
        id,
        school: row.get("school")?,
        group: row.get("class_group")?,
        name: String::from_utf8_lossy(&name).into_owned(),
        day: row.get("day")?,
        made_by: row.get("made_by")?,
        made_at: row.get("made_at")?,
    })
}

/// One.
pub async fn one(tx: &mut Tx, keys: &BoardKeys, id: Uuid) -> anyhow::Result<Option<Album>> {
    let row = tx
        .maybe(
            "SELECT id, school, class_group, day, made_by, made_at, sealed FROM photo_album WHERE board = $1 AND id = $2",
            params![id],
        )
        .await?;
    row.map(|row| read(keys, &row)).transpose()
}

/// Those of a school with how many photos are in each, the newest first.
pub async fn of_school(
    tx: &mut Tx,
    keys: &BoardKeys,
    school: SchoolId,
) -> anyhow::Result<Vec<(Album, i64)>> {
    let rows = tx
        .all(
            "SELECT a.id, a.school, a.class_group, a.day, a.made_by, a.made_at, a.sealed, \
             (SELECT count(*) FROM photo p WHERE p.board = a.board AND p.album = a.id) AS many \
             FROM photo_album a WHERE a.board = $1 AND a.school = $2 ORDER BY a.day DESC, a.made_at DESC LIMIT 200",
            params![school],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((read(keys, row)?, row.get("many")?)))
        .collect()
}

/// An album in which photos wait for somebody: how many, and since when.
pub type Waiting = (Album, i64, Timestamp);

fn waiting(keys: &BoardKeys, row: &Row) -> anyhow::Result<Waiting> {
    Ok((read(keys, row)?, row.get("many")?, row.get("since")?))
}

/// The albums with photos on which somebody was covered on request and nobody looked since, each with how many and since when:
/// the oldest first, at most this many. Who made them looks; once they are gone, nobody is left to.
pub async fn asked(
    tx: &mut Tx,
    keys: &BoardKeys,
    by: PersonId,
    most: i64,
) -> anyhow::Result<Vec<Waiting>> {
    let rows = tx
        .all(
            "SELECT a.id, a.school, a.class_group, a.day, a.made_by, a.made_at, a.sealed, count(DISTINCT p.id) AS many, \
             min(r.asked_at) AS since FROM photo_album a JOIN photo p ON p.board = a.board AND p.album = a.id \
             JOIN photo_request r ON r.board = p.board AND r.photo = p.id \
             WHERE a.board = $1 AND a.made_by = $2 AND r.seen_at IS NULL \
             GROUP BY a.id, a.school, a.class_group, a.day, a.made_by, a.made_at, a.sealed ORDER BY since, a.id LIMIT $3",
            params![by, most],
        )
        .await?;
    rows.iter().map(|row| waiting(keys, row)).collect()
}

/// In how many albums of somebody's own a photo is left to be looked at.
pub async fn many_to_look_at(tx: &mut Tx, by: PersonId) -> anyhow::Result<u64> {
    let row = tx
        .one(
            "SELECT count(*) AS many FROM photo_album a WHERE a.board = $1 AND a.made_by = $2 AND EXISTS (SELECT 1 FROM photo p \
             WHERE p.board = $1 AND p.album = a.id AND p.state = 'klaar' AND (p.complete_at IS NULL OR EXISTS (SELECT 1 \
             FROM photo_face f WHERE f.board = $1 AND f.photo = p.id AND f.mark = 'onbekend')) \
             AND NOT EXISTS (SELECT 1 FROM photo_request r WHERE r.board = $1 AND r.photo = p.id AND r.seen_at IS NULL))",
            params![by],
        )
        .await?;
    Ok(row.get::<i64>("many")?.unsigned_abs())
}

/// Those albums, each with how many such photos it has and since when: the oldest first, at most this many.
pub async fn to_look_at(
    tx: &mut Tx,
    keys: &BoardKeys,
    by: PersonId,
    most: i64,
) -> anyhow::Result<Vec<Waiting>> {
    let rows = tx
        .all(
            "SELECT a.id, a.school, a.class_group, a.day, a.made_by, a.made_at, a.sealed, count(*) AS many, min(p.added_at) AS since \
             FROM photo_album a JOIN photo p ON p.board = a.board AND p.album = a.id WHERE a.board = $1 AND a.made_by = $2 \
             AND p.state = 'klaar' AND (p.complete_at IS NULL OR EXISTS (SELECT 1 FROM photo_face f WHERE f.board = $1 \
             AND f.photo = p.id AND f.mark = 'onbekend')) \
             AND NOT EXISTS (SELECT 1 FROM photo_request r WHERE r.board = $1 AND r.photo = p.id AND r.seen_at IS NULL) \
             GROUP BY a.id, a.school, a.class_group, a.day, a.made_by, a.made_at, a.sealed ORDER BY since, a.id LIMIT $3",
            params![by, most],
        )
        .await?;
    rows.iter().map(|row| waiting(keys, row)).collect()
}
