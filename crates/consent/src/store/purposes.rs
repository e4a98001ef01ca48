//! Purposes with the notice that is in force, and what a school settled.

use anyhow::Context;
use jiff::Timestamp;
use jiff::civil::Date;
use store::{Row, Tx, params};
use words::{PersonId, PurposeId, SchoolId};

use crate::model::{Notice, Purpose, Terms};

/// A purpose that begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPurpose {
    /// Identity.
    pub id: PurposeId,
    /// Of which school.
    pub school: SchoolId,
    /// From this day on nothing new is shown for it.
    pub ends_on: Option<Date>,
    /// What it says.
    pub notice: Notice,
}

/// Adds purposes, after those that are there.
pub async fn add(
    tx: &mut Tx,
    new: &[NewPurpose],
    by: Option<PersonId>,
    at: Timestamp,
) -> anyhow::Result<()> {
    let row = tx
        .one(
            "SELECT count(*) AS many FROM consent_purpose WHERE board = $1",
            params![],
        )
        .await?;
    let many: i64 = row.get("many")?;
    let rows = new
        .iter()
        .zip(many..)
        .map(|(purpose, position)| params![purpose.id, purpose.school, position, purpose.ends_on]);
    tx.many(
        "INSERT INTO consent_purpose (board, id, school, position, ends_on) VALUES",
        rows.collect(),
    )
    .await?;
    for purpose in new {
        put(tx, purpose.id, 1, &purpose.notice, by, at).await?;
    }
    Ok(())
}

async fn put(
    tx: &mut Tx,
    purpose: PurposeId,
    version: i64,
    notice: &Notice,
    by: Option<PersonId>,
    at: Timestamp,
) -> anyhow::Result<()> {
    tx.run(
        "INSERT INTO consent_notice (board, purpose, version, made_at, made_by, content) VALUES ($1, $2, $3, $4, $5, $6)",
        params![purpose, version, at, by, serde_json::to_value(notice)?],
    )
    .await
    .map(drop)
}

/// A new version of a notice, after the version that whoever changed it saw. False if somebody else was first.
pub async fn change(
    tx: &mut Tx,
    purpose: PurposeId,
    seen: i64,
    notice: &Notice,
    by: PersonId,
    at: Timestamp,
) -> anyhow::Result<bool> {
    let row = tx
        .one(
            "SELECT max(version) AS version FROM consent_notice WHERE board = $1 AND purpose = $2",
            params![purpose],
        )
        .await?;
    if row.get::<Option<i64>>("version")? != Some(seen) {
        return Ok(false);
    }
    put(tx, purpose, seen + 1, notice, Some(by), at).await?;
    Ok(true)
}

/// From this day on nothing new is shown for a purpose; or without a day, it goes on.
pub async fn end(tx: &mut Tx, purpose: PurposeId, day: Option<Date>) -> anyhow::Result<bool> {
    let touched = tx
        .run(
            "UPDATE consent_purpose SET ends_on = $2 WHERE board = $1 AND id = $3",
            params![day, purpose],
        )
        .await?;
    Ok(touched == 1)
}

/// The notice in force of each purpose; the rest of the condition and the order follow.
macro_rules! newest {
    ($rest:literal) => {
        concat!(
            "SELECT p.id, p.school, p.ends_on, n.version, n.made_at, n.content FROM consent_purpose p \
             JOIN consent_notice n ON n.board = p.board AND n.purpose = p.id WHERE p.board = $1 AND n.version = \
             (SELECT max(version) FROM consent_notice o WHERE o.board = p.board AND o.purpose = p.id) ",
            $rest,
            " ORDER BY p.position, p.id"
        )
    };
}

/// The purposes of the whole board with the notices in force, in the order of a school's list.
pub async fn all(tx: &mut Tx) -> anyhow::Result<Vec<Purpose>> {
    let rows = tx.all(newest!(""), params![]).await?;
    rows.iter().map(purpose_of).collect()
}

/// The purposes of a school with the notices in force.
pub async fn of_school(tx: &mut Tx, school: SchoolId) -> anyhow::Result<Vec<Purpose>> {
    let rows = tx
        .all(newest!("AND p.school = $2"), params![school])
        .await?;
    rows.iter().map(purpose_of).collect()
}

/// A version of a notice as it was, for the proof of an answer, and when it was made.
pub async fn notice(
    tx: &mut Tx,
    purpose: PurposeId,
    version: i64,
) -> anyhow::Result<Option<(Timestamp, Notice)>> {
    let row = tx
        .maybe(
            "SELECT made_at, content FROM consent_notice WHERE board = $1 AND purpose = $2 AND version = $3",
            params![purpose, version],
        )
        .await?;
    row.map(|row| Ok((row.get("made_at")?, notice_of(&row)?)))
        .transpose()
}

fn purpose_of(row: &Row) -> anyhow::Result<Purpose> {
    Ok(Purpose {
        id: row.get("id")?,
        school: row.get("school")?,
        ends_on: row.get("ends_on")?,
        version: row.get("version")?,
        since: row.get("made_at")?,
        notice: notice_of(row)?,
    })
}

fn notice_of(row: &Row) -> anyhow::Result<Notice> {
    serde_json::from_value(row.get("content")?).context("a notice is not written as one")
}

/// What a school settled; the usual if it settled nothing.
pub async fn terms(tx: &mut Tx, school: SchoolId) -> anyhow::Result<Terms> {
    let row = tx
        .maybe(
            "SELECT both_guardians, grace_days FROM consent_terms WHERE board = $1 AND school = $2",
            params![school],
        )
        .await?;
    let Some(row) = row else {
        return Ok(Terms::default());
    };
    Ok(Terms {
        both_guardians: row.get("both_guardians")?,
        grace_days: u8::try_from(row.get::<i64>("grace_days")?).unwrap_or_default(),
    })
}

/// Settles it.
pub async fn settle(tx: &mut Tx, school: SchoolId, terms: Terms) -> anyhow::Result<()> {
    tx.run(
        "INSERT INTO consent_terms (board, school, both_guardians, grace_days) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (board, school) DO UPDATE SET both_guardians = $3, grace_days = $4",
        params![school, terms.both_guardians, i64::from(terms.grace_days)],
    )
    .await
    .map(drop)
}
