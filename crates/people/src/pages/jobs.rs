//! Work of the program outside a request: what was given up and what waits, and trying it again.

use decisions::record;
use identity::Action;
use shell::Fault;
use store::jobs::Job;
use uuid::Uuid;

use super::ask::{Answer, Ask, Reply};
use crate::views::jobs::{self as view, Entry};

/// What was given up, and what waits. What a job is to say stands sealed in it and is not shown.
pub(super) async fn page(ask: &Ask<'_>) -> Answer {
    ask.caller
        .must(Action::SetBoard, &ask.board(), ask.visit.address())?;
    let mut reading = ask.reading().await?;
    let dead = reading.tx.jobs_in("dead").await?;
    let mut waiting = reading.tx.jobs_in("running").await?;
    waiting.extend(reading.tx.jobs_in("ready").await?);
    let list = |jobs: Vec<Job>| {
        jobs.into_iter()
            .map(|job| entry(ask, job))
            .collect::<Vec<_>>()
    };
    Ok(Reply::Page(view::page(
        &ask.frame(),
        &list(dead),
        &list(waiting),
    )))
}

fn entry(ask: &Ask<'_>, job: Job) -> Entry {
    let key = format!("job-{}", job.kind.replace('_', "-"));
    Entry {
        id: job.id.as_simple().to_string(),
        kind: ask.words().find(&key).unwrap_or(&job.kind).to_owned(),
        attempts: job.attempts,
        due: ask.frame().moment(job.due),
        fault: job.fault.unwrap_or_default(),
    }
}

/// Tries a job again that was given up. Somebody who was quicker is no fault.
pub(super) async fn again(ask: &Ask<'_>) -> Answer {
    let role = ask
        .caller
        .must(Action::SetBoard, &ask.board(), ask.visit.address())?;
    let id: Uuid = ask.form.one("taak").parse().map_err(|_| Fault::Missing)?;
    let mut writing = ask.writing().await?;
    if writing.tx.revive(id, ask.now).await? {
        let entry = ask
            .entry("job_revived", "queued", role)
            .on(id.as_simple().to_string());
        record(&mut writing.tx, &entry).await?;
    }
    writing.tx.commit().await?;
    Ok(Reply::GoOn("/taken".to_owned()))
}
