//! The SQL of the log.

mod find;
mod verify;

use ::store::{NewJob, Tx, params};
use jiff::Timestamp;
use serde_json::Value as Json;
use words::{PersonId, Role};

use crate::chain::{BEGIN, Link};
use crate::model::{Checkpoint, Entry, Signer};

pub use find::{Query, find};
pub use verify::verify;

/// The job that signs how far a log went.
pub const CHECKPOINT_JOB: &str = "log_checkpoint";
/// After how many entries the log is signed.
const SIGN_EVERY: i64 = 100;
/// After how many seconds the log is signed at the latest.
const SIGN_WITHIN: i64 = 600;

/// Adds an entry; its place in the log. It is there when, and only when, the change it tells of is.
pub async fn record(tx: &mut Tx, entry: &Entry) -> anyhow::Result<i64> {
    let (seq, previous) = next(tx).await?;
    let link = Link::new(seq, entry, previous);
    let hash = link.hash(tx.board());
    insert(tx, link, hash.clone()).await?;
    tx.run(
        "UPDATE log_head SET hash = $2 WHERE board = $1",
        params![hash],
    )
    .await?;
    sign_later(tx, entry.at, seq).await?;
    Ok(seq)
}

/// Somebody was shown something of a person: every read of a pupil's file or image.
pub async fn looked(
    tx: &mut Tx,
    at: Timestamp,
    actor: PersonId,
    role: Option<Role>,
    subject: PersonId,
    what: &str,
) -> anyhow::Result<i64> {
    record(
        tx,
        &Entry::new(at, LOOKED, "shown")
            .by(actor, role)
            .about(subject)
            .on(what),
    )
    .await
}

/// The kind of an entry that tells of a read.
pub const LOOKED: &str = "looked";

/// The next place, and the hash before it. Whoever asks second waits for the first to commit.
async fn next(tx: &mut Tx) -> anyhow::Result<(i64, Vec<u8>)> {
    const TAKE: &str = "UPDATE log_head SET seq = seq + 1 WHERE board = $1 RETURNING seq, hash";
    if let Some(row) = tx.maybe(TAKE, params![]).await? {
        return Ok((row.get("seq")?, row.get("hash")?));
    }
    tx.run(
        "INSERT INTO log_head (board, seq, hash) VALUES ($1, 0, $2) ON CONFLICT (board) DO NOTHING",
        params![BEGIN.to_vec()],
    )
    .await?;
    let row = tx.one(TAKE, params![]).await?;
    Ok((row.get("seq")?, row.get("hash")?))
}

async fn insert(tx: &mut Tx, link: Link, hash: Vec<u8>) -> anyhow::Result<()> {
    tx.run(
        "INSERT INTO log_entry (board, seq, at, actor, role, kind, subject, object, outcome, protocol, version, articles, \
         facts, reason, receipt, previous, hash) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        params![
            link.seq, link.at, link.actor, link.role, link.kind, link.subject, link.object, link.outcome, link.protocol,
            link.version, link.articles, link.facts, link.reason, link.receipt, link.previous, hash
        ],
    )
    .await
    .map(drop)
}

async fn sign_later(tx: &mut Tx, at: Timestamp, seq: i64) -> anyhow::Result<()> {
    let slot = at.as_second().div_euclid(SIGN_WITHIN);
    let end = Timestamp::from_second((slot + 1) * SIGN_WITHIN).unwrap_or(at);
    tx.job(sign(format!("time {slot}"), end)).await?;
    if seq % SIGN_EVERY == 0 {
        tx.job(sign(format!("entry {seq}"), at)).await?;
    }
    Ok(())
}

fn sign(key: String, due: Timestamp) -> NewJob {
    NewJob {
        kind: CHECKPOINT_JOB,
        key,
        payload: Json::Null,
        due,
    }
}

/// Signs how far the log went. Nothing happens when it did not grow.
pub async fn checkpoint(tx: &mut Tx, signer: &Signer, now: Timestamp) -> anyhow::Result<()> {
    let Some(head) = tx
        .maybe("SELECT seq, hash FROM log_head WHERE board = $1", params![])
        .await?
    else {
        return Ok(());
    };
    let point = Checkpoint {
        board: tx.board(),
        seq: head.get("seq")?,
        at: now.as_microsecond(),
        hash: head.get("hash")?,
    };
    let signature = signer.sign(&point);
    tx.run(
        "INSERT INTO log_checkpoint (board, seq, at, hash, signature) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (board, seq) DO NOTHING",
        params![point.seq, point.at, point.hash, signature],
    )
    .await
    .map(drop)
}
