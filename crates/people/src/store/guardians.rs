//! Who looks after whom.

use anyhow::Context;
use jiff::Timestamp;
use jiff::civil::Date;
use store::{Row, Tx, Value, params};
use words::{GroupId, PersonId};

use super::persons::span_of;
use crate::model::{Authority, Guardianship, Relation};

const COLUMNS: &str = "INSERT INTO guardianship (board, pupil, guardian, relation, authority, confirmed_by, confirmed_at, from_day, until_day) VALUES";

fn bond_of(row: &Row) -> anyhow::Result<Guardianship> {
    let (relation, authority): (String, String) = (row.get("relation")?, row.get("authority")?);
    let (by, at): (Option<PersonId>, Option<Timestamp>) =
        (row.get("confirmed_by")?, row.get("confirmed_at")?);
    Ok(Guardianship {
        pupil: row.get("pupil")?,
        guardian: row.get("guardian")?,
        relation: Relation::from_key(&relation).context("no relation is called so")?,
        authority: Authority::from_key(&authority).context("no authority is called so")?,
        confirmed: by.zip(at),
        span: span_of(row)?,
    })
}

/// Adds bonds. What is there already stays as it is: what the school confirmed, no file undoes.
pub async fn add(tx: &mut Tx, bonds: &[Guardianship]) -> anyhow::Result<()> {
    let row = |bond: &Guardianship| -> Vec<Value> {
        params![
            bond.pupil,
            bond.guardian,
            bond.relation.key(),
            bond.authority.key(),
            bond.confirmed.map(|(by, _)| by),
            bond.confirmed.map(|(_, at)| at),
            bond.span.from,
            bond.span.until
        ]
    };
    tx.many_or(
        COLUMNS,
        "ON CONFLICT (board, pupil, guardian) DO NOTHING",
        bonds.iter().map(row).collect(),
    )
    .await
}

/// The adults around a pupil, who represents first.
pub async fn of_pupil(tx: &mut Tx, pupil: PersonId) -> anyhow::Result<Vec<Guardianship>> {
    let rows = tx
        .all(
            "SELECT pupil, guardian, relation, authority, confirmed_by, confirmed_at, from_day, until_day FROM guardianship \
             WHERE board = $1 AND pupil = $2 ORDER BY authority, guardian",
            params![pupil],
        )
        .await?;
    rows.iter().map(bond_of).collect()
}

/// The adults around the pupils of a group on a day.
pub async fn of_group(tx: &mut Tx, group: GroupId, day: Date) -> anyhow::Result<Vec<Guardianship>> {
    let rows = tx
        .all(
            "SELECT g.pupil, g.guardian, g.relation, g.authority, g.confirmed_by, g.confirmed_at, g.from_day, g.until_day \
             FROM membership m JOIN guardianship g ON g.board = m.board AND g.pupil = m.person \
             WHERE m.board = $1 AND m.class_group = $2 AND m.part = 'leerling' AND m.from_day <= $3 \
             AND (m.until_day IS NULL OR m.until_day >= $3) ORDER BY g.pupil, g.guardian",
            params![group, day],
        )
        .await?;
    rows.iter().map(bond_of).collect()
}

/// The children of an adult.
pub async fn of_guardian(tx: &mut Tx, guardian: PersonId) -> anyhow::Result<Vec<Guardianship>> {
    let rows = tx
        .all(
            "SELECT pupil, guardian, relation, authority, confirmed_by, confirmed_at, from_day, until_day FROM guardianship \
             WHERE board = $1 AND guardian = $2 ORDER BY pupil",
            params![guardian],
        )
        .await?;
    rows.iter().map(bond_of).collect()
}

/// The adults around these pupils.
pub async fn of_pupils(tx: &mut Tx, pupils: &[PersonId]) -> anyhow::Result<Vec<Guardianship>> {
    let mut bonds = Vec::new();
    for values in Value::by_eights(pupils) {
        let rows = tx
            .all(
                "SELECT pupil, guardian, relation, authority, confirmed_by, confirmed_at, from_day, until_day FROM guardianship \
                 WHERE board = $1 AND pupil IN ($2, $3, $4, $5, $6, $7, $8, $9) ORDER BY pupil, authority, guardian",
                values,
            )
            .await?;
        for row in &rows {
            bonds.push(bond_of(row)?);
        }
    }
    Ok(bonds)
}

/// The children of these adults.
pub async fn of_guardians(
    tx: &mut Tx,
    guardians: &[PersonId],
) -> anyhow::Result<Vec<Guardianship>> {
    let mut bonds = Vec::new();
    for values in Value::by_eights(guardians) {
        let rows = tx
            .all(
                "SELECT pupil, guardian, relation, authority, confirmed_by, confirmed_at, from_day, until_day FROM guardianship \
                 WHERE board = $1 AND guardian IN ($2, $3, $4, $5, $6, $7, $8, $9) ORDER BY guardian, pupil",
                values,
            )
            .await?;
        for row in &rows {
            bonds.push(bond_of(row)?);
        }
    }
    Ok(bonds)
}

/// Every bond of the board, for the directory.
pub async fn all(tx: &mut Tx) -> anyhow::Result<Vec<Guardianship>> {
    let rows = tx
        .all(
            "SELECT pupil, guardian, relation, authority, confirmed_by, confirmed_at, from_day, until_day FROM guardianship \
             WHERE board = $1",
            params![],
        )
        .await?;
    rows.iter().map(bond_of).collect()
}

/// The school saw to it: this is the authority, by the word of this member of staff.
pub async fn confirm(
    tx: &mut Tx,
    pupil: PersonId,
    guardian: PersonId,
    authority: Authority,
    by: PersonId,
    at: Timestamp,
) -> anyhow::Result<bool> {
    let touched = tx
        .run(
            "UPDATE guardianship SET authority = $2, confirmed_by = $3, confirmed_at = $4 \
             WHERE board = $1 AND pupil = $5 AND guardian = $6",
            params![authority.key(), by, at, pupil, guardian],
        )
        .await?;
    Ok(touched == 1)
}

/// A bond ends.
pub async fn end(
    tx: &mut Tx,
    pupil: PersonId,
    guardian: PersonId,
    last: Date,
) -> anyhow::Result<bool> {
    let touched = tx
        .run(
            "UPDATE guardianship SET until_day = $2 WHERE board = $1 AND pupil = $3 AND guardian = $4",
            params![last, pupil, guardian],
        )
        .await?;
    Ok(touched == 1)
}
