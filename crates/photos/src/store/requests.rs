//! Who asked that somebody be covered.

use jiff::Timestamp;
use store::{Row, Tx, params};
use uuid::Uuid;
use words::PersonId;

/// That somebody asked it of one face; in a film, of one who is named in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Request {
    /// Which photo or film.
    pub photo: Uuid,
    /// Which face, by number.
    pub number: i64,
    /// By which form.
    pub act: Uuid,
    /// Who is covered.
    pub person: PersonId,
    /// Who asked.
    pub asked_by: PersonId,
    /// When.
    pub asked_at: Timestamp,
    /// When somebody of the school looked since whether it is right.
    pub seen_at: Option<Timestamp>,
}

/// The columns of a row, with what follows: a text is there before the program runs.
macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT r.photo, r.number, r.act, r.person, r.asked_by, r.asked_at, r.seen_at FROM photo_request r ", $rest)
    };
}

fn read(row: &Row) -> anyhow::Result<Request> {
    Ok(Request {
        photo: row.get("photo")?,
        number: row.get("number")?,
        act: row.get("act")?,
        person: row.get("person")?,
        asked_by: row.get("asked_by")?,
        asked_at: row.get("asked_at")?,
        seen_at: row.get("seen_at")?,
    })
}

/// Writes down what was asked. Asked once more it is the same.
pub async fn add(tx: &mut Tx, all: &[Request]) -> anyhow::Result<()> {
    let row = |one: &Request| {
        params![
            one.photo,
            one.number,
            one.act,
            one.person,
            one.asked_by,
            one.asked_at
        ]
    };
    tx.many_or(
        "INSERT INTO photo_request (board, photo, number, act, person, asked_by, asked_at) VALUES",
        "ON CONFLICT (board, photo, number) DO NOTHING",
        all.iter().map(row).collect(),
    )
    .await
}

/// What was asked of a photo.
pub async fn of_photo(tx: &mut Tx, photo: Uuid) -> anyhow::Result<Vec<Request>> {
    let rows = tx
        .all(
            select!("WHERE r.board = $1 AND r.photo = $2 ORDER BY r.number"),
            params![photo],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// What was asked of the photos of an album.
pub async fn of_album(tx: &mut Tx, album: Uuid) -> anyhow::Result<Vec<Request>> {
    let rows = tx
        .all(
            select!("JOIN photo p ON p.board = r.board AND p.id = r.photo WHERE r.board = $1 AND p.album = $2 ORDER BY r.photo, r.number"),
            params![album],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// What was asked about a person, the newest first.
pub async fn about(tx: &mut Tx, person: PersonId) -> anyhow::Result<Vec<Request>> {
    let rows = tx
        .all(
            select!(
                "WHERE r.board = $1 AND r.person = $2 ORDER BY r.asked_at DESC, r.photo, r.number"
            ),
            params![person],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// What somebody asked with one form.
pub async fn of_act(tx: &mut Tx, act: Uuid, by: PersonId) -> anyhow::Result<Vec<Request>> {
    let rows = tx
        .all(
            select!(
                "WHERE r.board = $1 AND r.act = $2 AND r.asked_by = $3 ORDER BY r.photo, r.number"
            ),
            params![act, by],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Somebody of the school looked at the photo and said that it is right.
pub async fn seen(tx: &mut Tx, photo: Uuid, by: PersonId, at: Timestamp) -> anyhow::Result<()> {
    tx.run(
        "UPDATE photo_request SET seen_by = $3, seen_at = $4 WHERE board = $1 AND photo = $2 AND seen_at IS NULL",
        params![photo, by, at],
    )
    .await
    .map(drop)
}

/// The photo goes.
pub(crate) async fn forget(tx: &mut Tx, photo: Uuid) -> anyhow::Result<()> {
    tx.run(
        "DELETE FROM photo_request WHERE board = $1 AND photo = $2",
        params![photo],
    )
    .await
    .map(drop)
}

/// One record of a person goes on as another.
pub(crate) async fn merge(tx: &mut Tx, from: PersonId, into: PersonId) -> anyhow::Result<()> {
    for sql in [
        "UPDATE photo_request SET person = $3 WHERE board = $1 AND person = $2",
        "UPDATE photo_request SET asked_by = $3 WHERE board = $1 AND asked_by = $2",
    ] {
        tx.run(sql, params![from, into]).await?;
    }
    Ok(())
}
