//! A publication at each account: how far it is, where it is, and what was shown as proof.

use anyhow::Context;
use channels::Remote;
use jiff::Timestamp;
use seal::{BoardKeys, Place};
use store::{Row, Tx, params};
use uuid::Uuid;
use words::{Channel, PersonId, SchoolId};

use crate::post::release::{Release, Standing};

fn place(column: &'static str, id: Uuid) -> Place<'static> {
    Place {
        table: "publication_release",
        column,
        row: id,
    }
}

/// The columns of a row, with what follows: a text is there before the program runs, so that none is made of what people type.
macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT id, publication, account, channel, standing, due, revision, fault, public_at, changed_at, watched_at FROM publication_release ", $rest)
    };
}

fn read(row: &Row) -> anyhow::Result<Release> {
    let (channel, standing): (String, String) = (row.get("channel")?, row.get("standing")?);
    Ok(Release {
        id: row.get("id")?,
        publication: row.get("publication")?,
        account: row.get("account")?,
        channel: Channel::from_key(&channel).context("no channel is called so")?,
        standing: Standing::from_key(&standing).context("no standing is called so")?,
        due: row.get("due")?,
        revision: row.get("revision")?,
        fault: row.get("fault")?,
        public_at: row.get("public_at")?,
        changed_at: row.get("changed_at")?,
        watched_at: row.get("watched_at")?,
    })
}

/// Keeps a release as it is now; a new one is added.
pub async fn keep(tx: &mut Tx, school: SchoolId, now: &Release) -> anyhow::Result<()> {
    tx.run(
        "INSERT INTO publication_release (board, id, publication, school, account, channel, standing, due, revision, fault, \
         public_at, changed_at, watched_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) \
         ON CONFLICT (board, id) DO UPDATE SET standing = excluded.standing, due = excluded.due, revision = excluded.revision, \
         fault = excluded.fault, public_at = excluded.public_at, changed_at = excluded.changed_at, \
         watched_at = excluded.watched_at",
        params![
            now.id,
            now.publication,
            school,
            now.account,
            now.channel.key(),
            now.standing.key(),
            now.due,
            now.revision,
            now.fault.clone(),
            now.public_at,
            now.changed_at,
            now.watched_at
        ],
    )
    .await
    .map(drop)
}

/// Takes a release away that never left.
pub async fn remove(tx: &mut Tx, id: Uuid) -> anyhow::Result<()> {
    tx.run(
        "DELETE FROM publication_release WHERE board = $1 AND id = $2 AND public_at IS NULL",
        params![id],
    )
    .await
    .map(drop)
}

/// One.
pub async fn one(tx: &mut Tx, id: Uuid) -> anyhow::Result<Option<Release>> {
    let row = tx
        .maybe(select!("WHERE board = $1 AND id = $2"), params![id])
        .await?;
    row.as_ref().map(read).transpose()
}

/// Those of a publication.
pub async fn of(tx: &mut Tx, publication: Uuid) -> anyhow::Result<Vec<Release>> {
    let rows = tx
        .all(
            select!("WHERE board = $1 AND publication = $2 ORDER BY channel, account"),
            params![publication],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Those of a school in this standing, the oldest first, at most so many.
pub async fn standing(
    tx: &mut Tx,
    school: SchoolId,
    standing: Standing,
    most: i64,
) -> anyhow::Result<Vec<Release>> {
    let rows = tx
        .all(
            select!(
                "WHERE board = $1 AND school = $2 AND standing = $3 \
                 ORDER BY due, id LIMIT $4"
            ),
            params![school, standing.key(), most],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Those that should have been public or corrected before this moment and are not: for whoever runs the program.
pub async fn late(tx: &mut Tx, before: Timestamp) -> anyhow::Result<Vec<Release>> {
    let rows = tx
        .all(
            select!(
                "WHERE board = $1 AND standing IN ('gepland', 'bezig', 'wordt-verbeterd') AND due < $2 \
                 ORDER BY due, id"
            ),
            params![before],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Keeps where it is at the other side.
pub async fn is_at(tx: &mut Tx, keys: &BoardKeys, id: Uuid, remote: &Remote) -> anyhow::Result<()> {
    let sealed = keys.seal(place("remote", id), &serde_json::to_vec(remote)?)?;
    tx.run(
        "UPDATE publication_release SET remote = $3 WHERE board = $1 AND id = $2",
        params![id, sealed],
    )
    .await
    .map(drop)
}

/// Where it is at the other side, if it is there.
pub async fn remote(tx: &mut Tx, keys: &BoardKeys, id: Uuid) -> anyhow::Result<Option<Remote>> {
    let row = tx
        .maybe(
            "SELECT remote FROM publication_release WHERE board = $1 AND id = $2",
            params![id],
        )
        .await?;
    let sealed: Option<Vec<u8>> = match row {
        Some(row) => row.get("remote")?,
        None => None,
    };
    sealed
        .map(|sealed| {
            Ok(serde_json::from_slice(
                &keys.open(place("remote", id), &sealed)?,
            )?)
        })
        .transpose()
}

/// What somebody showed as proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Identity.
    pub id: Uuid,
    /// Of which release.
    pub release: Uuid,
    /// Of what: that it is public, corrected or gone.
    pub of_what: String,
    /// Who.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// `link` for words or a link, otherwise the media type of a picture.
    pub kind: String,
    /// The words, or the bytes of the picture.
    pub bytes: Vec<u8>,
}

/// Keeps a proof.
pub async fn show(tx: &mut Tx, keys: &BoardKeys, proof: &Proof) -> anyhow::Result<()> {
    let at = Place {
        table: "publication_proof",
        column: "sealed",
        row: proof.id,
    };
    tx.run(
        "INSERT INTO publication_proof (board, id, publication_release, of_what, by_person, at, kind, sealed) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            proof.id,
            proof.release,
            proof.of_what.clone(),
            proof.by,
            proof.at,
            proof.kind.clone(),
            keys.seal(at, &proof.bytes)?
        ],
    )
    .await
    .map(drop)
}

/// What was shown as proof of a release, in order.
pub async fn proofs(tx: &mut Tx, keys: &BoardKeys, release: Uuid) -> anyhow::Result<Vec<Proof>> {
    let rows = tx
        .all(
            "SELECT id, of_what, by_person, at, kind, sealed FROM publication_proof \
             WHERE board = $1 AND publication_release = $2 ORDER BY at, id",
            params![release],
        )
        .await?;
    let proof = |row: &Row| {
        let id: Uuid = row.get("id")?;
        let sealed: Vec<u8> = row.get("sealed")?;
        let at = Place {
            table: "publication_proof",
            column: "sealed",
            row: id,
        };
        Ok(Proof {
            id,
            release,
            of_what: row.get("of_what")?,
            by: row.get("by_person")?,
            at: row.get("at")?,
            kind: row.get("kind")?,
            bytes: keys.open(at, &sealed)?,
        })
    };
    rows.iter().map(proof).collect()
}
