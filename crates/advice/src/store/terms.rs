//! What a school settled: who answers where its text is silent, in how many days, and when it is closed.

use anyhow::Context;
use store::{Tx, params};
use words::{Role, SchoolId};

use crate::model::Terms;

/// The school's own terms, or the usual ones.
pub async fn of(tx: &mut Tx, school: SchoolId) -> anyhow::Result<Terms> {
    let row = tx
        .maybe(
            "SELECT days, free FROM advice_terms WHERE board = $1 AND school = $2",
            params![school],
        )
        .await?;
    let Some(row) = row else {
        return Ok(Terms::default());
    };
    Ok(Terms {
        days: row.get("days")?,
        free: serde_json::from_value(row.get("free")?).context("days are not written as days")?,
    })
}

/// Settles them.
pub async fn settle(tx: &mut Tx, school: SchoolId, terms: &Terms) -> anyhow::Result<()> {
    let free = serde_json::to_value(&terms.free)?;
    tx.run(
        "INSERT INTO advice_terms (board, school, days, free) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (board, school) DO UPDATE SET days = excluded.days, free = excluded.free",
        params![school, terms.days, free],
    )
    .await
    .map(drop)
}

/// Who answers whoever asks in this word, as the school chose.
pub async fn chosen(tx: &mut Tx, school: SchoolId) -> anyhow::Result<Vec<(String, Role)>> {
    let rows = tx
        .all(
            "SELECT asker, answerer FROM advice_choice WHERE board = $1 AND school = $2 ORDER BY asker",
            params![school],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((row.get("asker")?, row.get("answerer")?)))
        .collect()
}

/// Chooses.
pub async fn choose(
    tx: &mut Tx,
    school: SchoolId,
    asker: &str,
    answerer: Role,
) -> anyhow::Result<()> {
    tx.run(
        "INSERT INTO advice_choice (board, school, asker, answerer) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (board, school, asker) DO UPDATE SET answerer = excluded.answerer",
        params![school, asker, answerer],
    )
    .await
    .map(drop)
}
