//! Passkeys: public keys, and the counter that shows a copy.

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use store::{Row, Tx, params};
use uuid::Uuid;
use webauthn_rs::prelude::Passkey;
use words::PersonId;

/// A passkey of somebody.
pub struct Kept {
    /// Its identity.
    pub id: Uuid,
    /// Whose it is.
    pub person: PersonId,
    /// What they call it.
    pub label: String,
    /// When it was made.
    pub made: Timestamp,
    /// When it was last used.
    pub used: Option<Timestamp>,
    /// The public key.
    pub passkey: Passkey,
}

fn read(row: &Row) -> anyhow::Result<Kept> {
    Ok(Kept {
        id: row.get("id")?,
        person: row.get("person")?,
        label: row.get("label")?,
        made: row.get("made_at")?,
        used: row.get("used_at")?,
        passkey: serde_json::from_value(row.get("credential")?)?,
    })
}

fn key(credential: &[u8]) -> Vec<u8> {
    Sha256::digest(credential).to_vec()
}

/// Keeps a new passkey.
pub async fn put(tx: &mut Tx, kept: &Kept) -> anyhow::Result<()> {
    tx.run(
        "INSERT INTO passkey (board, id, person, credential_hash, credential, label, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![
            kept.id,
            kept.person,
            key(kept.passkey.cred_id()),
            serde_json::to_value(&kept.passkey)?,
            &kept.label,
            kept.made
        ],
    )
    .await
    .map(drop)
}

/// The passkeys of a person.
pub async fn of(tx: &mut Tx, person: PersonId) -> anyhow::Result<Vec<Kept>> {
    let rows = tx
        .all(
            "SELECT id, person, label, made_at, used_at, credential FROM passkey WHERE board = $1 AND person = $2 ORDER BY id",
            params![person],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// The passkey with this credential.
pub async fn by_credential(tx: &mut Tx, credential: &[u8]) -> anyhow::Result<Option<Kept>> {
    let row = tx
        .maybe(
            "SELECT id, person, label, made_at, used_at, credential FROM passkey WHERE board = $1 AND credential_hash = $2",
            params![key(credential)],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

/// Keeps the counter after a use.
pub async fn used(tx: &mut Tx, kept: &Kept, now: Timestamp) -> anyhow::Result<()> {
    tx.run(
        "UPDATE passkey SET credential = $3, used_at = $4 WHERE board = $1 AND id = $2",
        params![kept.id, serde_json::to_value(&kept.passkey)?, now],
    )
    .await
    .map(drop)
}

/// Takes a passkey of this person away. True if it was theirs.
pub async fn remove(tx: &mut Tx, person: PersonId, id: Uuid) -> anyhow::Result<bool> {
    let gone = tx
        .run(
            "DELETE FROM passkey WHERE board = $1 AND person = $2 AND id = $3",
            params![person, id],
        )
        .await?;
    Ok(gone > 0)
}
