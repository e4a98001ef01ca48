//! Cases, one by one: begun, read, changed, forgotten.

use anyhow::Context;
use jiff::Timestamp;
use seal::{BoardKeys, Place, SubjectKey};
use store::{Row, Tx, params};
use uuid::Uuid;

use super::{events, parties};
use crate::model::{Account, Case, InForce, Number, Opened, State, Way};

/// What [`read`] reads of a case.
macro_rules! columns {
    () => {
        "id, school, year, serial, state, way, urgent, to_board, reporter, reporter_role, receipt, received_at, opened_at, \
         closed_at, touched_at, forget_at, hold_until, protocol, version, articles"
    };
}
pub(super) use columns;

/// The account of a case is sealed as this.
const fn place(row: Uuid) -> Place<'static> {
    Place {
        table: "case_file",
        column: "sealed",
        row,
    }
}

/// What is looked for when somebody comes back with a code.
fn receipt(keys: &BoardKeys, code: &str) -> Vec<u8> {
    keys.index("case receipt", code)
}

/// The next number of a year.
async fn next(tx: &mut Tx, year: i64) -> anyhow::Result<Number> {
    let row = tx
        .one(
            "INSERT INTO case_number (board, year, last) VALUES ($1, $2, 1) \
             ON CONFLICT (board, year) DO UPDATE SET last = case_number.last + 1 RETURNING last",
            params![year],
        )
        .await?;
    Ok(Number {
        year,
        serial: row.get("last")?,
    })
}

/// Begins a case: it gets its number and its key. `code` is that of somebody who stays unknown, without dashes.
pub async fn begin(
    tx: &mut Tx,
    keys: &BoardKeys,
    new: &mut Case,
    account: &Account,
    code: Option<&str>,
) -> anyhow::Result<SubjectKey> {
    new.number = next(tx, new.number.year).await?;
    let (key, wrapped) = keys.new_subject(new.id)?;
    tx.many(
        "INSERT INTO subject_key (board, subject, wrapped) VALUES",
        vec![params![new.id, wrapped]],
    )
    .await?;
    let sealed = key.seal(place(new.id), &serde_json::to_vec(account)?)?;
    let force = new.in_force.as_ref();
    let row = params![
        new.id,
        new.school,
        new.number.year,
        new.number.serial,
        new.state.key(),
        new.way.key(),
        new.urgent,
        new.to_board,
        new.reporter,
        new.reporter_role,
        code.map(|code| receipt(keys, code)),
        new.received_at,
        new.opened_at,
        new.closed_at,
        new.touched_at,
        new.forget_at,
        new.hold_until,
        force.map(|one| one.protocol.clone()),
        force.map(|one| one.version.clone()),
        serde_json::to_value(&new.articles)?,
        sealed
    ];
    tx.many(
        "INSERT INTO case_file (board, id, school, year, serial, state, way, urgent, to_board, reporter, reporter_role, receipt, \
         received_at, opened_at, closed_at, touched_at, forget_at, hold_until, protocol, version, articles, sealed) VALUES",
        vec![row],
    )
    .await?;
    Ok(key)
}

pub(super) fn read(row: &Row) -> anyhow::Result<Case> {
    let (state, way): (String, String) = (row.get("state")?, row.get("way")?);
    let (protocol, version): (Option<String>, Option<String>) =
        (row.get("protocol")?, row.get("version")?);
    let receipt: Option<Vec<u8>> = row.get("receipt")?;
    Ok(Case {
        id: row.get("id")?,
        number: Number {
            year: row.get("year")?,
            serial: row.get("serial")?,
        },
        school: row.get("school")?,
        state: State::from_key(&state).context("no state is called so")?,
        way: Way::from_key(&way).context("no way is called so")?,
        urgent: row.get("urgent")?,
        to_board: row.get("to_board")?,
        reporter: row.get("reporter")?,
        reporter_role: row.get("reporter_role")?,
        has_code: receipt.is_some(),
        received_at: row.get("received_at")?,
        opened_at: row.get("opened_at")?,
        closed_at: row.get("closed_at")?,
        touched_at: row.get("touched_at")?,
        forget_at: row.get("forget_at")?,
        hold_until: row.get("hold_until")?,
        in_force: protocol
            .zip(version)
            .map(|(protocol, version)| InForce { protocol, version }),
        articles: serde_json::from_value(row.get("articles")?)
            .context("articles are not written as such")?,
    })
}

/// One, without what was said in it.
pub async fn one(tx: &mut Tx, id: Uuid) -> anyhow::Result<Option<Case>> {
    let row = tx
        .maybe(
            concat!(
                "SELECT ",
                columns!(),
                " FROM case_file WHERE board = $1 AND id = $2"
            ),
            params![id],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

/// Nobody else changes this case until the end of the transaction: two decisions at once come one after the other, and the second
/// sees the first.
pub async fn hold(tx: &mut Tx, id: Uuid) -> anyhow::Result<()> {
    tx.run(
        "UPDATE case_file SET touched_at = touched_at WHERE board = $1 AND id = $2",
        params![id],
    )
    .await
    .map(drop)
}

/// The one of a code.
pub async fn of_code(tx: &mut Tx, keys: &BoardKeys, code: &str) -> anyhow::Result<Option<Uuid>> {
    let row = tx
        .maybe(
            "SELECT id FROM case_file WHERE board = $1 AND receipt = $2",
            params![receipt(keys, code)],
        )
        .await?;
    row.map(|row| row.get("id")).transpose()
}

/// The key of a case; none once it was forgotten.
pub async fn key(tx: &mut Tx, keys: &BoardKeys, id: Uuid) -> anyhow::Result<Option<SubjectKey>> {
    let row = tx
        .maybe(
            "SELECT wrapped FROM subject_key WHERE board = $1 AND subject = $2",
            params![id],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let wrapped: Vec<u8> = row.get("wrapped")?;
    Ok(Some(keys.subject(id, &wrapped)?))
}

/// What was signalled.
async fn account(tx: &mut Tx, key: &SubjectKey, id: Uuid) -> anyhow::Result<Account> {
    let row = tx
        .one(
            "SELECT sealed FROM case_file WHERE board = $1 AND id = $2",
            params![id],
        )
        .await?;
    let sealed: Vec<u8> = row.get("sealed")?;
    serde_json::from_slice(&key.open(place(id), &sealed)?)
        .context("what is sealed of a case is not readable")
}

/// A case with everything in it.
pub async fn open(tx: &mut Tx, key: &SubjectKey, case: Case) -> anyhow::Result<Opened> {
    Ok(Opened {
        account: account(tx, key, case.id).await?,
        parties: parties::of(tx, Some(key), case.id).await?,
        seats: parties::seats(tx, case.id).await?,
        events: events::of(tx, key, case.id).await?,
        case,
    })
}

/// Keeps what changed: how far it is, whose it is, its articles and its days.
pub async fn keep(tx: &mut Tx, case: &Case) -> anyhow::Result<()> {
    tx.run(
        "UPDATE case_file SET state = $2, urgent = $3, to_board = $4, opened_at = $5, closed_at = $6, touched_at = $7, forget_at = $8, \
         hold_until = $9, articles = $10 WHERE board = $1 AND id = $11",
        params![
            case.state.key(),
            case.urgent,
            case.to_board,
            case.opened_at,
            case.closed_at,
            case.touched_at,
            case.forget_at,
            case.hold_until,
            serde_json::to_value(&case.articles)?,
            case.id
        ],
    )
    .await
    .map(drop)
}

/// Names it anew.
pub async fn name(
    tx: &mut Tx,
    key: &SubjectKey,
    id: Uuid,
    account: &Account,
) -> anyhow::Result<()> {
    let sealed = key.seal(place(id), &serde_json::to_vec(account)?)?;
    tx.run(
        "UPDATE case_file SET sealed = $2 WHERE board = $1 AND id = $3",
        params![sealed, id],
    )
    .await
    .map(drop)
}

/// Forgets a case: its key first, then its rows. What is left says that there was one, and nothing of whom or what.
pub async fn forget(tx: &mut Tx, case: &Case, now: Timestamp) -> anyhow::Result<()> {
    tx.run(
        "INSERT INTO case_stone (board, year, serial, school, way, state, received_at, closed_at, forgotten_at, articles, outcome, kept, \
         opened_at, to_board) SELECT board, year, serial, school, way, state, received_at, closed_at, $3, articles, outcome, kept, \
         opened_at, to_board FROM case_file WHERE board = $1 AND id = $2",
        params![case.id, now],
    )
    .await?;
    for sql in [
        "DELETE FROM subject_key WHERE board = $1 AND subject = $2",
        "DELETE FROM case_piece WHERE board = $1 AND case_id = $2",
        "DELETE FROM case_event WHERE board = $1 AND case_id = $2",
        "DELETE FROM case_seat WHERE board = $1 AND case_id = $2",
        "DELETE FROM case_party WHERE board = $1 AND case_id = $2",
        "UPDATE case_precedent SET case_id = NULL WHERE board = $1 AND case_id = $2",
        "DELETE FROM case_file WHERE board = $1 AND id = $2",
    ] {
        tx.run(sql, params![case.id]).await?;
    }
    Ok(())
}
