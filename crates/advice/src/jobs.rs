//! What happens outside a request: the clock of a question, and forgetting it in time.

use anyhow::Context;
use decisions::Entry;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use store::jobs::{Ending, Handler, Job, handler};
use store::{Db, NewJob, Tx};
use uuid::Uuid;
use words::BoardId;

use crate::letters::{News, tell};
use crate::model::{Question, State};
use crate::rules::clock;
use crate::store::{questions, terms};
use crate::{Advice, desks};

const CLOCK: &str = "advice_clock";
const FORGET: &str = "advice_forget";
/// So long after it was answered a question goes: a school year.
const KEPT: SignedDuration = SignedDuration::from_hours(366 * 24);

/// What this word does outside a request.
pub fn jobs(us: &Advice) -> Vec<(&'static str, Handler)> {
    let ticking = us.clone();
    let tick = handler(move |db, board, job| {
        let us = ticking.clone();
        async move { rings(&us, &db, board, &job).await }
    });
    let forgetting = us.clone();
    let forget = handler(move |db, board, job| {
        let us = forgetting.clone();
        async move { forget(&us, &db, board, &job).await }
    });
    vec![(CLOCK, tick), (FORGET, forget)]
}

/// Winds the clock of a question that lies at this step: a reminder in the morning of the last day, and going on at its end.
pub(crate) async fn wind(tx: &mut Tx, id: Uuid, step: usize, due: Timestamp) -> anyhow::Result<()> {
    for (what, at) in [("remind", clock::reminder(due)), ("due", due)] {
        ring(tx, id, (step, what), at).await?;
    }
    Ok(())
}

async fn ring(
    tx: &mut Tx,
    id: Uuid,
    (step, what): (usize, &str),
    at: Timestamp,
) -> anyhow::Result<()> {
    tx.job(NewJob {
        kind: CLOCK,
        key: format!("{}/{step}/{what}/{}", id.as_simple(), at.as_second()),
        payload: json!({ "question": id, "step": step, "what": what }),
        due: at,
    })
    .await
    .map(drop)
}

/// A question that was answered at this moment goes in time.
pub(crate) async fn forget_later(tx: &mut Tx, id: Uuid, at: Timestamp) -> anyhow::Result<()> {
    tx.job(NewJob {
        kind: FORGET,
        key: format!("{}/{}", id.as_simple(), at.as_second()),
        payload: json!({ "question": id }),
        due: at.saturating_add(KEPT)?,
    })
    .await
    .map(drop)
}

fn named(job: &Job) -> anyhow::Result<Uuid> {
    let id = job.payload.get("question").and_then(|id| id.as_str());
    Ok(id.context("the job names no question")?.parse()?)
}

/// The clock of a question rings. If it was answered, taken back or went on in the meantime, nothing happens.
async fn rings(us: &Advice, db: &Db, board: BoardId, job: &Job) -> anyhow::Result<Ending> {
    let id = named(job)?;
    let step = job.payload.get("step").and_then(serde_json::Value::as_u64);
    let step = usize::try_from(step.unwrap_or(0))?;
    let keys = us.people.keys(board).await?;
    let now = us.people.identity.now();
    let mut tx = db.begin(board).await?;
    let found = questions::one(&mut tx, &keys, id).await?;
    let open = |one: &Question| one.state == State::Open && one.step == step;
    let Some(question) = found.filter(open) else {
        return Ok(Ending::Done);
    };
    let is_last = question.route.steps.get(step + 1).is_none();
    let goes_on = job.payload.get("what").and_then(|what| what.as_str()) == Some("due");
    if goes_on && question.is_among_parents() {
        // Silence of a parent is a no; nobody else answers for them.
        return Ok(Ending::Done);
    }
    if goes_on && !is_last {
        escalate(us, &mut tx, &keys, &question, now).await?;
    } else {
        remind(us, &mut tx, &keys, &question, now).await?;
        // Nobody comes after the last: each school day begins with it.
        if is_last && now >= question.due_at {
            let free = terms::of(&mut tx, question.school).await?.free;
            let next = clock::reminder(clock::due(now, 1, &free));
            ring(&mut tx, id, (step, "again"), next).await?;
        }
    }
    tx.commit().await?;
    Ok(Ending::Done)
}

async fn remind(
    us: &Advice,
    tx: &mut Tx,
    keys: &seal::BoardKeys,
    question: &Question,
    now: Timestamp,
) -> anyhow::Result<()> {
    let today = shell::clock::today(now);
    let names = us.people.directories.of(tx, keys, today).await?;
    let mut people = Vec::new();
    match question.handed_to {
        Some(person) => people.push(person),
        None => {
            for desk in questions::desks(tx, question.id).await? {
                people.extend(desks::sitting(tx, &names, desk, today).await?);
            }
        }
    }
    people.sort_unstable();
    people.dedup();
    people.retain(|person| *person != question.asker);
    let round = format!("{}-{today}", question.step);
    let about = (question.id, question.school);
    let news = (News::Reminds, round.as_str());
    tell(&us.people, (tx, keys), about, news, &people, now).await
}

/// Nobody answered in time: it lies at the desk of who comes next too.
async fn escalate(
    us: &Advice,
    tx: &mut Tx,
    keys: &seal::BoardKeys,
    question: &Question,
    now: Timestamp,
) -> anyhow::Result<()> {
    let today = shell::clock::today(now);
    let names = us.people.directories.of(tx, keys, today).await?;
    let asked = (
        question.asker,
        question.asker_role,
        question.about,
        question.school,
    );
    let along = (&question.route, question.step + 1);
    let laid = desks::lay(tx, &names, asked, along, today).await?;
    let settled = terms::of(tx, question.school).await?;
    let due = clock::due(now, settled.days, &settled.free);
    let steps = (question.step, laid.step);
    if !questions::go_on(tx, question.id, steps, due).await? {
        return Ok(());
    }
    questions::lay(tx, question.id, &laid.desks).await?;
    wind(tx, question.id, laid.step, due).await?;
    let role = question.route.steps.get(laid.step);
    let entry = Entry::new(
        now,
        "advice_went_on",
        role.map_or("nobody", |role| role.key()),
    )
    .on(question.id.as_simple().to_string())
    .from_facts(json!({ "from": question.step, "to": laid.step }));
    decisions::record(tx, &entry).await?;
    let round = laid.step.to_string();
    let about = (question.id, question.school);
    let news = (News::Waits, round.as_str());
    tell(&us.people, (tx, keys), about, news, &laid.people, now).await
}

/// A year went by since it was answered. If it was opened again and answered later, that answer has a day of its own.
async fn forget(us: &Advice, db: &Db, board: BoardId, job: &Job) -> anyhow::Result<Ending> {
    let id = named(job)?;
    let keys = us.people.keys(board).await?;
    let now = us.people.identity.now();
    let mut tx = db.begin(board).await?;
    let found = questions::one(&mut tx, &keys, id).await?;
    let over = |one: &Question| {
        let kept = one.answered_at.and_then(|at| at.saturating_add(KEPT).ok());
        one.state == State::Answered && kept.is_some_and(|until| until <= now)
    };
    if found.is_some_and(|one| over(&one)) {
        questions::forget(&mut tx, id).await?;
        let entry = Entry::new(now, "advice_forgotten", "gone").on(id.as_simple().to_string());
        decisions::record(&mut tx, &entry).await?;
        tx.commit().await?;
    }
    Ok(Ending::Done)
}
