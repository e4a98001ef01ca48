//! Schools and their locations.

use anyhow::Context;
use store::{Row, Tx, params};
use uuid::Uuid;
use words::SchoolId;

use crate::model::{School, Sector};

fn school_of(row: &Row) -> anyhow::Result<School> {
    let sector: String = row.get("sector")?;
    Ok(School {
        id: row.get("id")?,
        name: row.get("name")?,
        brin: row.get("brin")?,
        protocol: row.get("protocol")?,
        sector: Sector::from_key(&sector).context("no sector is called so")?,
    })
}

/// Every school of the board, by name.
pub async fn schools(tx: &mut Tx) -> anyhow::Result<Vec<School>> {
    let rows = tx
        .all(
            "SELECT id, name, brin, protocol, sector FROM school WHERE board = $1 ORDER BY name, id",
            params![],
        )
        .await?;
    rows.iter().map(school_of).collect()
}

/// One school.
pub async fn school(tx: &mut Tx, id: SchoolId) -> anyhow::Result<Option<School>> {
    let row = tx
        .maybe(
            "SELECT id, name, brin, protocol, sector FROM school WHERE board = $1 AND id = $2",
            params![id],
        )
        .await?;
    row.as_ref().map(school_of).transpose()
}

/// The school that a source means by this key.
pub async fn school_by_source(tx: &mut Tx, index: &[u8]) -> anyhow::Result<Option<SchoolId>> {
    let row = tx
        .maybe(
            "SELECT id FROM school WHERE board = $1 AND source_index = $2",
            params![index],
        )
        .await?;
    row.map(|row| row.get("id")).transpose()
}

/// Adds a school, or changes what is known of it.
pub async fn keep(tx: &mut Tx, school: &School) -> anyhow::Result<()> {
    tx.run(
        "INSERT INTO school (board, id, name, brin, protocol, sector) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (board, id) DO UPDATE SET name = excluded.name, brin = excluded.brin, protocol = excluded.protocol, \
         sector = excluded.sector",
        params![
            school.id,
            &school.name,
            school.brin.clone(),
            school.protocol.clone(),
            school.sector.key()
        ],
    )
    .await
    .map(drop)
}

/// A place where a school is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// Identity.
    pub id: Uuid,
    /// What it is called.
    pub name: String,
}

/// The locations of a school, by name.
pub async fn locations(tx: &mut Tx, school: SchoolId) -> anyhow::Result<Vec<Location>> {
    let rows = tx
        .all(
            "SELECT id, name FROM location WHERE board = $1 AND school = $2 ORDER BY name, id",
            params![school],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Location {
                id: row.get("id")?,
                name: row.get("name")?,
            })
        })
        .collect()
}

/// Adds a location.
pub async fn add_location(
    tx: &mut Tx,
    school: SchoolId,
    location: &Location,
) -> anyhow::Result<()> {
    tx.run(
        "INSERT INTO location (board, id, school, name) VALUES ($1, $2, $3, $4)",
        params![location.id, school, &location.name],
    )
    .await
    .map(drop)
}
