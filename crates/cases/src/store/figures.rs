//! What a year is counted from: columns that stand in the clear, of cases that are there and of stones of those that are gone.

use anyhow::Context;
use jiff::Timestamp;
use store::{Row, Tx, params};
use uuid::Uuid;
use words::SchoolId;

use crate::model::{State, Way};
use crate::rules::figures::Counted;

/// Writes how a case that is over ended; nothing for one that was opened again.
pub async fn settle(
    tx: &mut Tx,
    case: Uuid,
    ended: Option<(&'static str, bool)>,
) -> anyhow::Result<()> {
    tx.run(
        "UPDATE case_file SET outcome = $2, kept = $3 WHERE board = $1 AND id = $4",
        params![ended.map(|one| one.0), ended.map(|one| one.1), case],
    )
    .await
    .map(drop)
}

fn read(row: &Row) -> anyhow::Result<Counted> {
    let (state, way): (String, String) = (row.get("state")?, row.get("way")?);
    Ok(Counted {
        way: Way::from_key(&way).context("no way is called so")?,
        state: State::from_key(&state).context("no state is called so")?,
        outcome: row.get("outcome")?,
        kept: row.get("kept")?,
        received_at: row.get("received_at")?,
        opened_at: row.get("opened_at")?,
        articles: serde_json::from_value(row.get("articles")?)
            .context("articles are not written as such")?,
    })
}

/// All that came in at a school between these moments, with its identity; those that were forgotten since have none. Those of the
/// board only for who is of the board.
pub async fn of_year(
    tx: &mut Tx,
    school: SchoolId,
    (from, until): (Timestamp, Timestamp),
    board_too: bool,
) -> anyhow::Result<Vec<(Option<Uuid>, Counted)>> {
    let there = tx
        .all(
            "SELECT id, way, state, outcome, kept, received_at, opened_at, articles FROM case_file \
             WHERE board = $1 AND school = $2 AND received_at >= $3 AND received_at < $4 AND (to_board = FALSE OR to_board = $5)",
            params![school, from, until, board_too],
        )
        .await?;
    let gone = tx
        .all(
            "SELECT way, state, outcome, kept, received_at, opened_at, articles FROM case_stone \
             WHERE board = $1 AND school = $2 AND received_at >= $3 AND received_at < $4 \
             AND (to_board IS NULL OR to_board = FALSE OR to_board = $5)",
            params![school, from, until, board_too],
        )
        .await?;
    let mut all = Vec::with_capacity(there.len() + gone.len());
    for row in &there {
        all.push((Some(row.get("id")?), read(row)?));
    }
    for row in &gone {
        all.push((None, read(row)?));
    }
    Ok(all)
}
