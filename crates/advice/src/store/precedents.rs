//! Precedents.

use anyhow::Context;
use seal::{BoardKeys, Place};
use store::{Row, Tx, params};
use uuid::Uuid;
use words::SchoolId;

use crate::model::{InForce, Outcome, Precedent};

const fn place(row: Uuid) -> Place<'static> {
    Place {
        table: "advice_precedent",
        column: "sealed",
        row,
    }
}

/// Keeps one.
pub async fn add(tx: &mut Tx, keys: &BoardKeys, new: &Precedent) -> anyhow::Result<()> {
    let sealed = keys.seal(place(new.id), &serde_json::to_vec(&new.told)?)?;
    let row = params![
        new.id,
        new.school,
        new.in_force.protocol.as_str(),
        new.in_force.version.as_str(),
        new.article.as_str(),
        new.outcome.key(),
        new.by,
        new.at,
        sealed
    ];
    tx.many(
        "INSERT INTO advice_precedent (board, id, school, protocol, version, article, outcome, made_by, made_at, sealed) VALUES",
        vec![row],
    )
    .await
}

fn read(keys: &BoardKeys, row: &Row) -> anyhow::Result<Precedent> {
    let id: Uuid = row.get("id")?;
    let sealed: Vec<u8> = row.get("sealed")?;
    let outcome: String = row.get("outcome")?;
    Ok(Precedent {
        id,
        school: row.get("school")?,
        in_force: InForce {
            protocol: row.get("protocol")?,
            version: row.get("version")?,
        },
        article: row.get("article")?,
        outcome: Outcome::from_key(&outcome).context("no outcome is called so")?,
        by: row.get("made_by")?,
        at: row.get("made_at")?,
        told: serde_json::from_slice(&keys.open(place(id), &sealed)?)
            .context("what is sealed of a precedent is not readable")?,
    })
}

/// Those under an article of a school, the newest first.
pub async fn under(
    tx: &mut Tx,
    keys: &BoardKeys,
    school: SchoolId,
    article: &str,
) -> anyhow::Result<Vec<Precedent>> {
    let rows = tx
        .all(
            "SELECT id, school, protocol, version, article, outcome, made_by, made_at, sealed FROM advice_precedent \
             WHERE board = $1 AND school = $2 AND article = $3 ORDER BY made_at DESC, id LIMIT 10",
            params![school, article],
        )
        .await?;
    rows.iter().map(|row| read(keys, row)).collect()
}

/// Those of a school, by article, the newest first.
pub async fn of_school(
    tx: &mut Tx,
    keys: &BoardKeys,
    school: SchoolId,
) -> anyhow::Result<Vec<Precedent>> {
    let rows = tx
        .all(
            "SELECT id, school, protocol, version, article, outcome, made_by, made_at, sealed FROM advice_precedent \
             WHERE board = $1 AND school = $2 ORDER BY article, made_at DESC, id LIMIT 300",
            params![school],
        )
        .await?;
    rows.iter().map(|row| read(keys, row)).collect()
}

/// Takes one away; false if the school has none such.
pub async fn remove(tx: &mut Tx, school: SchoolId, id: Uuid) -> anyhow::Result<bool> {
    let touched = tx
        .run(
            "DELETE FROM advice_precedent WHERE board = $1 AND school = $2 AND id = $3",
            params![school, id],
        )
        .await?;
    Ok(touched == 1)
}
