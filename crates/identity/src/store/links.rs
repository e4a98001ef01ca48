//! Links that sign somebody in, sent by mail.

use jiff::Timestamp;
use store::{Tx, params};
use words::PersonId;

/// Keeps a link; a second time nothing happens.
pub async fn put(
    tx: &mut Tx,
    token: &str,
    person: PersonId,
    expires: Timestamp,
) -> anyhow::Result<()> {
    tx.run(
        "INSERT INTO mail_link (board, token_hash, person, expires_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (board, token_hash) DO NOTHING",
        params![super::hash(token), person, expires],
    )
    .await
    .map(drop)
}

/// Whether this link would work now.
pub async fn is_good(tx: &mut Tx, token: &str, now: Timestamp) -> anyhow::Result<bool> {
    let row = tx
        .maybe(
            "SELECT person FROM mail_link WHERE board = $1 AND token_hash = $2 AND used_at IS NULL AND expires_at > $3",
            params![super::hash(token), now],
        )
        .await?;
    Ok(row.is_some())
}

/// Uses a link: of two who come at once, one gets in.
pub async fn consume(tx: &mut Tx, token: &str, now: Timestamp) -> anyhow::Result<Option<PersonId>> {
    let row = tx
        .maybe(
            "UPDATE mail_link SET used_at = $3 WHERE board = $1 AND token_hash = $2 AND used_at IS NULL \
             AND expires_at > $3 RETURNING person",
            params![super::hash(token), now],
        )
        .await?;
    row.map(|row| row.get("person")).transpose()
}
