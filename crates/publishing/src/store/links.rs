//! Links for somebody outside who is asked to release one publication. Only the hash of a secret is kept.

use jiff::Timestamp;
use seal::{BoardKeys, Place};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::{Tx, params};
use uuid::Uuid;
use words::{PersonId, Role};

/// A link as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Of which publication.
    pub publication: Uuid,
    /// Which change of it.
    pub revision: i64,
    /// Of whom it is, and as what who asked releases.
    pub of: Of,
    /// Who asked.
    pub by: PersonId,
    /// From then on it does not work.
    pub expires: Timestamp,
}

/// Of whom a link is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Of {
    /// What they are called.
    pub name: String,
    /// As what whoever asked them releases.
    pub role: Role,
}

fn hash(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}

const fn place(publication: Uuid) -> Place<'static> {
    Place {
        table: "publication_link",
        column: "sealed",
        row: publication,
    }
}

/// Keeps a link.
pub async fn keep(tx: &mut Tx, keys: &BoardKeys, secret: &str, link: &Link) -> anyhow::Result<()> {
    let sealed = keys.seal(place(link.publication), &serde_json::to_vec(&link.of)?)?;
    tx.run(
        "INSERT INTO publication_link (board, hash, publication, revision, sealed, made_by, expires) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![
            hash(secret),
            link.publication,
            link.revision,
            sealed,
            link.by,
            link.expires
        ],
    )
    .await
    .map(drop)
}

/// The link of a secret, if it was not used and is not too old.
pub async fn open(
    tx: &mut Tx,
    keys: &BoardKeys,
    secret: &str,
    now: Timestamp,
) -> anyhow::Result<Option<Link>> {
    let row = tx
        .maybe(
            "SELECT publication, revision, sealed, made_by, expires FROM publication_link \
             WHERE board = $1 AND hash = $2 AND used_at IS NULL AND expires > $3",
            params![hash(secret), now],
        )
        .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let publication: Uuid = row.get("publication")?;
    let sealed: Vec<u8> = row.get("sealed")?;
    Ok(Some(Link {
        publication,
        revision: row.get("revision")?,
        of: serde_json::from_slice(&keys.open(place(publication), &sealed)?)?,
        by: row.get("made_by")?,
        expires: row.get("expires")?,
    }))
}

/// It was used; false if somebody else was first.
pub async fn used(tx: &mut Tx, secret: &str, now: Timestamp) -> anyhow::Result<bool> {
    let touched = tx
        .run(
            "UPDATE publication_link SET used_at = $3 WHERE board = $1 AND hash = $2 AND used_at IS NULL",
            params![hash(secret), now],
        )
        .await?;
    Ok(touched == 1)
}
