//! What was decided in earlier cases, without who it was about.

use anyhow::Context;
use store::{Row, Tx, params};
use uuid::Uuid;
use words::SchoolId;

use crate::model::Ruling;
use crate::rules::precedent::{Precedent, YEARS};

/// More of one school are not read: then those of the last years say enough.
const MOST: i64 = 500;

/// Keeps what was decided.
pub async fn add(tx: &mut Tx, school: SchoolId, new: &Precedent) -> anyhow::Result<()> {
    let row = params![
        new.id,
        school,
        new.case,
        new.year,
        new.to_board,
        new.whom.clone(),
        serde_json::to_value(&new.articles)?,
        new.step.clone(),
        new.kind.clone(),
        new.days,
        new.ruling.map(Ruling::key)
    ];
    tx.many(
        "INSERT INTO case_precedent (board, id, school, case_id, year, to_board, whom, articles, step, kind, days, ruling) VALUES",
        vec![row],
    )
    .await
}

/// How an objection to it ended.
pub async fn ruled(tx: &mut Tx, id: Uuid, ruling: Ruling) -> anyhow::Result<()> {
    tx.run(
        "UPDATE case_precedent SET ruling = $2 WHERE board = $1 AND id = $3",
        params![ruling.key(), id],
    )
    .await
    .map(drop)
}

fn read(row: &Row) -> anyhow::Result<Precedent> {
    let ruling: Option<String> = row.get("ruling")?;
    let ruling = ruling.map(|key| Ruling::from_key(&key).context("no ruling is called so"));
    Ok(Precedent {
        id: row.get("id")?,
        case: row.get("case_id")?,
        year: row.get("year")?,
        to_board: row.get("to_board")?,
        whom: row.get("whom")?,
        articles: serde_json::from_value(row.get("articles")?)
            .context("articles are not written as such")?,
        step: row.get("step")?,
        kind: row.get("kind")?,
        days: row.get("days")?,
        ruling: ruling.transpose()?,
    })
}

/// What a school decided in the years that count, the last first.
pub async fn of_school(
    tx: &mut Tx,
    school: SchoolId,
    this_year: i64,
) -> anyhow::Result<Vec<Precedent>> {
    let rows = tx
        .all(
            "SELECT id, case_id, year, to_board, whom, articles, step, kind, days, ruling FROM case_precedent \
             WHERE board = $1 AND school = $2 AND year > $3 ORDER BY year DESC, id LIMIT $4",
            params![school, this_year - YEARS, MOST],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// What is too old to be an example goes.
pub async fn forget(tx: &mut Tx, this_year: i64) -> anyhow::Result<()> {
    tx.run(
        "DELETE FROM case_precedent WHERE board = $1 AND year <= $2",
        params![this_year - YEARS],
    )
    .await
    .map(drop)
}
