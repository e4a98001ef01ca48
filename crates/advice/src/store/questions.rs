//! Questions, and the desks at which they lie.

use anyhow::Context;
use jiff::Timestamp;
use seal::{BoardKeys, Place};
use store::{Row, Tx, params};
use uuid::Uuid;
use words::PersonId;

use crate::model::{Desk, InForce, Question, State};

const fn place(row: Uuid) -> Place<'static> {
    Place {
        table: "advice_question",
        column: "sealed",
        row,
    }
}

/// Keeps a new question.
pub async fn add(tx: &mut Tx, keys: &BoardKeys, new: &Question) -> anyhow::Result<()> {
    let sealed = keys.seal(place(new.id), &serde_json::to_vec(&new.asked)?)?;
    let force = new.in_force.as_ref();
    let row = params![
        new.id,
        new.school,
        new.asker,
        new.asker_role,
        force.map(|one| one.protocol.clone()),
        force.map(|one| one.version.clone()),
        new.article.clone(),
        serde_json::to_value(&new.route)?,
        i64::try_from(new.step)?,
        new.state.key(),
        new.asked_at,
        new.due_at,
        new.answered_at,
        new.handed_to,
        new.about,
        sealed
    ];
    tx.many(
        "INSERT INTO advice_question (board, id, school, asker, asker_role, protocol, version, article, route, step, state, \
         asked_at, due_at, answered_at, handed_to, about, sealed) VALUES",
        vec![row],
    )
    .await
}

fn read(keys: &BoardKeys, row: &Row) -> anyhow::Result<Question> {
    let id: Uuid = row.get("id")?;
    let sealed: Vec<u8> = row.get("sealed")?;
    let state: String = row.get("state")?;
    let (protocol, version): (Option<String>, Option<String>) =
        (row.get("protocol")?, row.get("version")?);
    let step: i64 = row.get("step")?;
    Ok(Question {
        id,
        school: row.get("school")?,
        asker: row.get("asker")?,
        asker_role: row.get("asker_role")?,
        in_force: protocol
            .zip(version)
            .map(|(protocol, version)| InForce { protocol, version }),
        article: row.get("article")?,
        route: serde_json::from_value(row.get("route")?)
            .context("a route is not written as one")?,
        step: step.try_into()?,
        state: State::from_key(&state).context("no state is called so")?,
        asked_at: row.get("asked_at")?,
        due_at: row.get("due_at")?,
        answered_at: row.get("answered_at")?,
        handed_to: row.get("handed_to")?,
        about: row.get("about")?,
        asked: serde_json::from_slice(&keys.open(place(id), &sealed)?)
            .context("what is sealed of a question is not readable")?,
    })
}

fn all(keys: &BoardKeys, rows: &[Row]) -> anyhow::Result<Vec<Question>> {
    rows.iter().map(|row| read(keys, row)).collect()
}

/// One.
pub async fn one(tx: &mut Tx, keys: &BoardKeys, id: Uuid) -> anyhow::Result<Option<Question>> {
    let row = tx
        .maybe(
            "SELECT id, school, asker, asker_role, protocol, version, article, route, step, state, asked_at, due_at, answered_at, \
             handed_to, about, sealed FROM advice_question WHERE board = $1 AND id = $2",
            params![id],
        )
        .await?;
    row.map(|row| read(keys, &row)).transpose()
}

/// What somebody asked, the newest first.
pub async fn of_asker(
    tx: &mut Tx,
    keys: &BoardKeys,
    asker: PersonId,
    most: i64,
) -> anyhow::Result<Vec<Question>> {
    let rows = tx
        .all(
            "SELECT id, school, asker, asker_role, protocol, version, article, route, step, state, asked_at, due_at, answered_at, \
             handed_to, about, sealed FROM advice_question WHERE board = $1 AND asker = $2 ORDER BY asked_at DESC, id LIMIT $3",
            params![asker, most],
        )
        .await?;
    all(keys, &rows)
}

/// The open questions at a desk that somebody else asked and nobody was handed, and that this person did not answer; the first
/// to end first.
pub async fn at_desk(
    tx: &mut Tx,
    keys: &BoardKeys,
    desk: Desk,
    me: PersonId,
    most: i64,
) -> anyhow::Result<Vec<Question>> {
    let rows = tx
        .all(
            "SELECT q.id, q.school, q.asker, q.asker_role, q.protocol, q.version, q.article, q.route, q.step, q.state, q.asked_at, \
             q.due_at, q.answered_at, q.handed_to, q.about, q.sealed FROM advice_desk d \
             JOIN advice_question q ON q.board = d.board AND q.id = d.question \
             WHERE d.board = $1 AND d.school = $2 AND d.role = $3 AND d.class_group = $4 AND q.state = 'open' AND q.asker <> $5 \
             AND q.handed_to IS NULL AND NOT EXISTS (SELECT 1 FROM advice_answer a WHERE a.board = $1 AND a.question = q.id \
             AND a.answerer = $5) ORDER BY q.due_at, q.id LIMIT $6",
            params![desk.school, desk.role, group(desk), me, most],
        )
        .await?;
    all(keys, &rows)
}

/// The open questions that somebody was handed.
pub async fn handed_to(
    tx: &mut Tx,
    keys: &BoardKeys,
    person: PersonId,
    most: i64,
) -> anyhow::Result<Vec<Question>> {
    let rows = tx
        .all(
            "SELECT id, school, asker, asker_role, protocol, version, article, route, step, state, asked_at, due_at, answered_at, \
             handed_to, about, sealed FROM advice_question WHERE board = $1 AND handed_to = $2 AND state = 'open' \
             ORDER BY due_at, id LIMIT $3",
            params![person, most],
        )
        .await?;
    all(keys, &rows)
}

/// The group of a desk in the database: no group is written as noughts.
fn group(desk: Desk) -> Uuid {
    desk.group.map_or(Uuid::nil(), |group| group.0)
}

/// A question lies at these desks too.
pub async fn lay(tx: &mut Tx, question: Uuid, desks: &[Desk]) -> anyhow::Result<()> {
    let rows = desks
        .iter()
        .map(|desk| params![question, desk.school, desk.role, group(*desk)]);
    tx.many_or(
        "INSERT INTO advice_desk (board, question, school, role, class_group) VALUES",
        "ON CONFLICT (board, question, role, class_group) DO NOTHING",
        rows.collect(),
    )
    .await
}

/// The desks at which a question lies.
pub async fn desks(tx: &mut Tx, question: Uuid) -> anyhow::Result<Vec<Desk>> {
    let rows = tx
        .all(
            "SELECT school, role, class_group FROM advice_desk WHERE board = $1 AND question = $2",
            params![question],
        )
        .await?;
    let read = |row: &Row| {
        let group: Uuid = row.get("class_group")?;
        Ok(Desk {
            school: row.get("school")?,
            role: row.get("role")?,
            group: (!group.is_nil()).then_some(group.into()),
        })
    };
    rows.iter().map(read).collect()
}

/// It goes on along its route; false if it was answered or went on already.
pub async fn go_on(
    tx: &mut Tx,
    id: Uuid,
    (from, to): (usize, usize),
    due: Timestamp,
) -> anyhow::Result<bool> {
    let (from, to) = (i64::try_from(from)?, i64::try_from(to)?);
    let touched = tx
        .run(
            "UPDATE advice_question SET step = $2, due_at = $3, handed_to = NULL \
             WHERE board = $1 AND id = $4 AND step = $5 AND state = 'open'",
            params![to, due, id, from],
        )
        .await?;
    Ok(touched == 1)
}

/// It is handed over to somebody; false if it is not open.
pub async fn hand(tx: &mut Tx, id: Uuid, to: PersonId) -> anyhow::Result<bool> {
    let touched = tx
        .run(
            "UPDATE advice_question SET handed_to = $2 WHERE board = $1 AND id = $3 AND state = 'open'",
            params![to, id],
        )
        .await?;
    Ok(touched == 1)
}

/// It is answered, or open again; false if it was so already.
pub async fn turn(
    tx: &mut Tx,
    id: Uuid,
    to: State,
    answered_at: Option<Timestamp>,
) -> anyhow::Result<bool> {
    let touched = tx
        .run(
            "UPDATE advice_question SET state = $2, answered_at = $3 WHERE board = $1 AND id = $4 AND state <> $2",
            params![to.key(), answered_at, id],
        )
        .await?;
    Ok(touched == 1)
}

/// A question and everything that was said about it goes; precedents stay.
pub async fn forget(tx: &mut Tx, id: Uuid) -> anyhow::Result<()> {
    for sql in [
        "DELETE FROM advice_answer WHERE board = $1 AND question = $2",
        "DELETE FROM advice_desk WHERE board = $1 AND question = $2",
        "DELETE FROM advice_question WHERE board = $1 AND id = $2",
    ] {
        tx.run(sql, params![id]).await?;
    }
    Ok(())
}

/// Whose question it is, who has it and whom it is about, as one record goes on as another.
pub(crate) async fn merge(tx: &mut Tx, from: PersonId, into: PersonId) -> anyhow::Result<()> {
    for sql in [
        "UPDATE advice_question SET asker = $3 WHERE board = $1 AND asker = $2",
        "UPDATE advice_question SET handed_to = $3 WHERE board = $1 AND handed_to = $2",
        "UPDATE advice_question SET about = $3 WHERE board = $1 AND about = $2",
        "UPDATE advice_precedent SET made_by = $3 WHERE board = $1 AND made_by = $2",
        "DELETE FROM advice_answer WHERE board = $1 AND answerer = $2 AND EXISTS (SELECT 1 FROM advice_answer o \
         WHERE o.board = $1 AND o.question = advice_answer.question AND o.answerer = $3)",
        "UPDATE advice_answer SET answerer = $3 WHERE board = $1 AND answerer = $2",
    ] {
        tx.run(sql, params![from, into]).await?;
    }
    Ok(())
}

/// The open questions that somebody was handed, by identity alone.
pub async fn ids_handed_to(tx: &mut Tx, person: PersonId) -> anyhow::Result<Vec<Uuid>> {
    let rows = tx
        .all(
            "SELECT id FROM advice_question WHERE board = $1 AND handed_to = $2 AND state = 'open' ORDER BY due_at, id",
            params![person],
        )
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// How many questions [`at_desk`] would give without a limit.
pub async fn many_at_desk(tx: &mut Tx, desk: Desk, me: PersonId) -> anyhow::Result<u64> {
    let row = tx
        .one(
            "SELECT count(*) AS many FROM advice_desk d JOIN advice_question q ON q.board = d.board AND q.id = d.question \
             WHERE d.board = $1 AND d.school = $2 AND d.role = $3 AND d.class_group = $4 AND q.state = 'open' AND q.asker <> $5 \
             AND q.handed_to IS NULL AND NOT EXISTS (SELECT 1 FROM advice_answer a WHERE a.board = $1 AND a.question = q.id \
             AND a.answerer = $5)",
            params![desk.school, desk.role, group(desk), me],
        )
        .await?;
    Ok(row.get::<i64>("many")?.unsigned_abs())
}
