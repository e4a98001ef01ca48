//! Cases by the list. A list never opens what was said in them, and each reads as many rows as it shows.

use std::collections::HashMap;

use jiff::Timestamp;
use store::{Row, Tx, Value, params};
use uuid::Uuid;
use words::{PersonId, SchoolId};

use super::cases::{columns, read};
use crate::model::{Case, Number, State};

fn all(rows: &[Row]) -> anyhow::Result<Vec<Case>> {
    rows.iter().map(read).collect()
}

/// Those of a school in this state that the school handles itself, the oldest first.
pub async fn of_school(
    tx: &mut Tx,
    school: SchoolId,
    state: State,
    (after, most): (Timestamp, i64),
) -> anyhow::Result<Vec<Case>> {
    let rows = tx
        .all(
            concat!("SELECT ", columns!(), " FROM case_file WHERE board = $1 AND school = $2 AND state = $3 AND to_board = FALSE AND received_at > $4 ORDER BY received_at, id LIMIT $5"),
            params![school, state.key(), after, most],
        )
        .await?;
    all(&rows)
}

/// Those that the board handles, in this state.
pub async fn of_board(
    tx: &mut Tx,
    state: State,
    (after, most): (Timestamp, i64),
) -> anyhow::Result<Vec<Case>> {
    let rows = tx
        .all(
            concat!("SELECT ", columns!(), " FROM case_file WHERE board = $1 AND state = $2 AND to_board = TRUE AND received_at > $3 ORDER BY received_at, id LIMIT $4"),
            params![state.key(), after, most],
        )
        .await?;
    all(&rows)
}

/// Those in which somebody sits, in this state. The seats come first: SQLite keeps the order of a cross join, and would otherwise pass
/// over everything of the board.
pub async fn seated(
    tx: &mut Tx,
    person: PersonId,
    state: State,
    (after, most): (Timestamp, i64),
) -> anyhow::Result<Vec<Case>> {
    let rows = tx
        .all(
            concat!("SELECT ", columns!(), " FROM case_seat s CROSS JOIN case_file c WHERE c.board = s.board AND c.id = s.case_id \
             AND s.board = $1 AND s.person = $2 AND c.state = $3 AND c.received_at > $4 ORDER BY c.received_at, c.id LIMIT $5"),
            params![person, state.key(), after, most],
        )
        .await?;
    all(&rows)
}

/// What somebody signalled, the newest first.
pub async fn of_reporter(tx: &mut Tx, person: PersonId, most: i64) -> anyhow::Result<Vec<Case>> {
    let rows = tx
        .all(
            concat!("SELECT ", columns!(), " FROM case_file WHERE board = $1 AND reporter = $2 ORDER BY received_at DESC, id LIMIT $3"),
            params![person, most],
        )
        .await?;
    all(&rows)
}

/// The one of this number.
pub async fn of_number(tx: &mut Tx, number: Number) -> anyhow::Result<Option<Uuid>> {
    let row = tx
        .maybe(
            "SELECT id FROM case_file WHERE board = $1 AND year = $2 AND serial = $3",
            params![number.year, number.serial],
        )
        .await?;
    row.map(|row| row.get("id")).transpose()
}

/// Those whose time is up: no hold is on them, and their day came.
pub async fn to_forget(tx: &mut Tx, now: Timestamp, most: i64) -> anyhow::Result<Vec<Case>> {
    let rows = tx
        .all(
            concat!("SELECT ", columns!(), " FROM case_file WHERE board = $1 AND forget_at <= $2 AND (hold_until IS NULL OR hold_until <= $2) ORDER BY forget_at, id LIMIT $3"),
            params![now, most],
        )
        .await?;
    all(&rows)
}

/// Those that are held and whose hold ends between these moments.
pub async fn holds_ending(
    tx: &mut Tx,
    (from, until): (Timestamp, Timestamp),
    most: i64,
) -> anyhow::Result<Vec<Case>> {
    let rows = tx
        .all(
            concat!("SELECT ", columns!(), " FROM case_file WHERE board = $1 AND hold_until > $2 AND hold_until <= $3 ORDER BY hold_until, id LIMIT $4"),
            params![from, until, most],
        )
        .await?;
    all(&rows)
}

/// Those that were closed and have no day to go, by identity.
pub async fn without_day(tx: &mut Tx, after: Uuid, most: i64) -> anyhow::Result<Vec<Case>> {
    let rows = tx
        .all(
            concat!("SELECT ", columns!(), " FROM case_file WHERE board = $1 AND forget_at IS NULL AND state = $2 AND id > $3 ORDER BY id LIMIT $4"),
            params![State::Closed.key(), after, most],
        )
        .await?;
    all(&rows)
}

/// What stands beside a case in a list.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    /// Who leads it.
    pub lead: Option<PersonId>,
    /// The first term that is open: its kind and its moment.
    pub due: Option<(String, Timestamp)>,
}

/// What stands beside each of these cases. One about which nothing is known is left out.
pub async fn beside(tx: &mut Tx, cases: &[Uuid]) -> anyhow::Result<HashMap<Uuid, Beside>> {
    let mut all: HashMap<Uuid, Beside> = HashMap::with_capacity(cases.len());
    for values in Value::by_eights(cases) {
        let leads = tx
            .all(
                "SELECT case_id, person FROM case_seat WHERE board = $1 AND seat = 'leidt' \
                 AND case_id IN ($2, $3, $4, $5, $6, $7, $8, $9)",
                values.clone(),
            )
            .await?;
        for row in &leads {
            let case: Uuid = row.get("case_id")?;
            all.entry(case).or_default().lead = Some(row.get("person")?);
        }
        // In no order: asked for the first to end, SQLite passes over every term of the board.
        let terms = tx
            .all(
                "SELECT case_id, id, kind, due FROM case_event WHERE board = $1 AND due IS NOT NULL AND done_at IS NULL \
                 AND case_id IN ($2, $3, $4, $5, $6, $7, $8, $9)",
                values,
            )
            .await?;
        let mut first: HashMap<Uuid, (Timestamp, Uuid)> = HashMap::new();
        for row in &terms {
            let (case, at): (Uuid, (Timestamp, Uuid)) =
                (row.get("case_id")?, (row.get("due")?, row.get("id")?));
            if first.get(&case).is_none_or(|known| at < *known) {
                first.insert(case, at);
                all.entry(case).or_default().due = Some((row.get("kind")?, at.0));
            }
        }
    }
    Ok(all)
}
