//! Sessions.

use jiff::{SignedDuration, Timestamp};
use store::{Row, Tx, params};
use uuid::Uuid;
use words::PersonId;

/// A session ends when it was not used for this long.
pub const IDLE: SignedDuration = SignedDuration::from_mins(30);
/// A session ends after this long, used or not.
pub const ABSOLUTE: SignedDuration = SignedDuration::from_hours(10);
/// For this long somebody who proved again that it is them may do what needs that.
pub const STEPPED_UP: SignedDuration = SignedDuration::from_mins(10);

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its identity: not its secret.
    pub id: Uuid,
    /// Who.
    pub person: PersonId,
    /// How they signed in.
    pub means: String,
    /// What the browser says it is.
    pub device: String,
    /// When it began.
    pub begun: Timestamp,
    /// When it was last used, to the minute.
    pub seen: Timestamp,
    /// When they last proved that it is them.
    pub stepped_up: Option<Timestamp>,
}

impl Session {
    /// Whether it may still be used.
    #[must_use]
    pub fn lives(&self, now: Timestamp) -> bool {
        now.duration_since(self.seen) < IDLE && now.duration_since(self.begun) < ABSOLUTE
    }

    /// Whether they proved a short while ago that it is them.
    #[must_use]
    pub fn is_stepped_up(&self, now: Timestamp) -> bool {
        self.stepped_up
            .is_some_and(|at| now.duration_since(at) < STEPPED_UP)
    }
}

fn read(row: &Row) -> anyhow::Result<Session> {
    Ok(Session {
        id: row.get("id")?,
        person: row.get("person")?,
        means: row.get("means")?,
        device: row.get("device")?,
        begun: row.get("begun_at")?,
        seen: row.get("seen_at")?,
        stepped_up: row.get("stepped_up_at")?,
    })
}

/// Begins a session whose secret has this hash.
pub async fn begin(tx: &mut Tx, session: &Session, token_hash: Vec<u8>) -> anyhow::Result<()> {
    tx.run(
        "INSERT INTO session (board, id, token_hash, person, means, device, begun_at, seen_at, stepped_up_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            session.id,
            token_hash,
            session.person,
            &session.means,
            &session.device,
            session.begun,
            session.seen,
            session.stepped_up
        ],
    )
    .await
    .map(drop)
}

/// The session with this secret, if it may still be used.
pub async fn by_token(
    tx: &mut Tx,
    token_hash: Vec<u8>,
    now: Timestamp,
) -> anyhow::Result<Option<Session>> {
    let row = tx
        .maybe(
            "SELECT id, person, means, device, begun_at, seen_at, stepped_up_at FROM session \
             WHERE board = $1 AND token_hash = $2 AND ended_at IS NULL",
            params![token_hash],
        )
        .await?;
    let session = row.as_ref().map(read).transpose()?;
    Ok(session.filter(|session| session.lives(now)))
}

/// The sessions of a person that may still be used, the last used first.
pub async fn of(tx: &mut Tx, person: PersonId, now: Timestamp) -> anyhow::Result<Vec<Session>> {
    let rows = tx
        .all(
            "SELECT id, person, means, device, begun_at, seen_at, stepped_up_at FROM session \
             WHERE board = $1 AND person = $2 AND ended_at IS NULL ORDER BY seen_at DESC, id",
            params![person],
        )
        .await?;
    let all = rows.iter().map(read).collect::<anyhow::Result<Vec<_>>>()?;
    Ok(all
        .into_iter()
        .filter(|session| session.lives(now))
        .collect())
}

/// Notes that a session was used.
pub async fn seen(tx: &mut Tx, id: Uuid, now: Timestamp) -> anyhow::Result<()> {
    tx.run(
        "UPDATE session SET seen_at = $3 WHERE board = $1 AND id = $2",
        params![id, now],
    )
    .await
    .map(drop)
}

/// They proved that it is them: the session goes on under a new secret.
pub async fn step_up(
    tx: &mut Tx,
    id: Uuid,
    token_hash: Vec<u8>,
    now: Timestamp,
) -> anyhow::Result<()> {
    tx.run(
        "UPDATE session SET stepped_up_at = $3, seen_at = $3, token_hash = $4 WHERE board = $1 AND id = $2 AND ended_at IS NULL",
        params![id, now, token_hash],
    )
    .await
    .map(drop)
}

/// Ends a session of this person. True if it was one of theirs and not ended.
pub async fn end(tx: &mut Tx, person: PersonId, id: Uuid, now: Timestamp) -> anyhow::Result<bool> {
    let ended = tx
        .run(
            "UPDATE session SET ended_at = $4 WHERE board = $1 AND id = $3 AND person = $2 AND ended_at IS NULL",
            params![person, id, now],
        )
        .await?;
    Ok(ended > 0)
}

/// Ends every session of a person, but for one.
pub async fn end_all(
    tx: &mut Tx,
    person: PersonId,
    but: Option<Uuid>,
    now: Timestamp,
) -> anyhow::Result<u64> {
    tx.run(
        "UPDATE session SET ended_at = $4 WHERE board = $1 AND person = $2 AND id <> $3 AND ended_at IS NULL",
        params![person, but.unwrap_or_default(), now],
    )
    .await
}
