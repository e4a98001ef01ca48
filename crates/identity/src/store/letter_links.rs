//! Links in letters that ask something.

use jiff::Timestamp;
use store::{Tx, params};
use words::PersonId;

use crate::invite::Link;

/// Keeps links; one that is there stays as it is.
pub async fn put(tx: &mut Tx, links: &[Link]) -> anyhow::Result<()> {
    let rows = links.iter().map(|link| {
        params![
            super::hash(&link.token),
            link.person,
            link.goes_to.clone(),
            link.expires
        ]
    });
    tx.many_or(
        "INSERT INTO letter_link (board, token_hash, person, goes_to, expires_at) VALUES",
        "ON CONFLICT (board, token_hash) DO NOTHING",
        rows.collect(),
    )
    .await
}

/// Whether this link would work now.
pub async fn is_good(tx: &mut Tx, token: &str, now: Timestamp) -> anyhow::Result<bool> {
    let row = tx
        .maybe(
            "SELECT person FROM letter_link WHERE board = $1 AND token_hash = $2 AND used_at IS NULL AND ended_at IS NULL \
             AND expires_at > $3",
            params![super::hash(token), now],
        )
        .await?;
    Ok(row.is_some())
}

/// Uses a link: of two who come at once, one gets in. Who it is for, and where it leads.
pub async fn consume(
    tx: &mut Tx,
    token: &str,
    now: Timestamp,
) -> anyhow::Result<Option<(PersonId, String)>> {
    let row = tx
        .maybe(
            "UPDATE letter_link SET used_at = $3 WHERE board = $1 AND token_hash = $2 AND used_at IS NULL \
             AND ended_at IS NULL AND expires_at > $3 RETURNING person, goes_to",
            params![super::hash(token), now],
        )
        .await?;
    row.map(|row| Ok((row.get("person")?, row.get("goes_to")?)))
        .transpose()
}

/// Whose link this was and where it led, whether or not it still works.
pub async fn whose(tx: &mut Tx, token: &str) -> anyhow::Result<Option<(PersonId, String)>> {
    let row = tx
        .maybe(
            "SELECT person, goes_to FROM letter_link WHERE board = $1 AND token_hash = $2",
            params![super::hash(token)],
        )
        .await?;
    row.map(|row| Ok((row.get("person")?, row.get("goes_to")?)))
        .transpose()
}

/// Takes back every link of a person that was not used; how many.
pub async fn end(tx: &mut Tx, person: PersonId, now: Timestamp) -> anyhow::Result<u64> {
    tx.run(
        "UPDATE letter_link SET ended_at = $3 WHERE board = $1 AND person = $2 AND used_at IS NULL AND ended_at IS NULL",
        params![person, now],
    )
    .await
}
