//! The SQL of this word.

pub mod accounts;
pub mod letter_links;
pub mod links;
pub mod passkeys;
pub mod providers;
pub mod roles;
pub mod sessions;
pub mod state;

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use store::{Tx, params};

/// The tables of this word.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration {
        number: 201,
        name: "identity",
        sql: include_str!("../migrations/0201_identity.sql"),
    },
    store::Migration {
        number: 202,
        name: "links in letters that ask something",
        sql: include_str!("../migrations/0202_letter_link.sql"),
    },
];

/// What is kept of a secret that has enough chance in it: who reads the table cannot use it.
#[must_use]
pub fn hash(secret: &str) -> Vec<u8> {
    Sha256::digest(secret).to_vec()
}

/// A quarter of an hour, in seconds.
const SLOT: i64 = 900;

/// Counts a try, and tells how many there were in this quarter of an hour, this one included.
pub async fn count(tx: &mut Tx, key: &str, now: Timestamp) -> anyhow::Result<i64> {
    let row = tx
        .one(
            "INSERT INTO throttle (board, key_hash, slot, tries) VALUES ($1, $2, $3, 1) \
             ON CONFLICT (board, key_hash, slot) DO UPDATE SET tries = throttle.tries + 1 RETURNING tries",
            params![hash(key), now.as_second().div_euclid(SLOT)],
        )
        .await?;
    row.get("tries")
}

/// Seconds until counting begins anew.
#[must_use]
pub fn until_next(now: Timestamp) -> u64 {
    u64::try_from(SLOT - now.as_second().rem_euclid(SLOT)).unwrap_or(0)
}

/// Throws away what has had its time: counts, half-finished steps, used and stale links, sessions that ended a month ago.
pub async fn sweep(tx: &mut Tx, now: Timestamp) -> anyhow::Result<()> {
    let month = now
        .saturating_sub(jiff::SignedDuration::from_hours(31 * 24))
        .unwrap_or(now);
    let slot = now.as_second().div_euclid(SLOT);
    tx.run(
        "DELETE FROM throttle WHERE board = $1 AND slot < $2",
        params![slot],
    )
    .await?;
    tx.run(
        "DELETE FROM sign_in_state WHERE board = $1 AND expires_at < $2",
        params![now],
    )
    .await?;
    tx.run(
        "DELETE FROM mail_link WHERE board = $1 AND expires_at < $2",
        params![now],
    )
    .await?;
    // Of a link in a letter it is known for a while whose it was: so that a fresh one can be asked for.
    let quarter = now
        .saturating_sub(jiff::SignedDuration::from_hours(92 * 24))
        .unwrap_or(now);
    tx.run(
        "DELETE FROM letter_link WHERE board = $1 AND expires_at < $2",
        params![quarter],
    )
    .await?;
    tx.run(
        "DELETE FROM session WHERE board = $1 AND seen_at < $2",
        params![month],
    )
    .await?;
    Ok(())
}
