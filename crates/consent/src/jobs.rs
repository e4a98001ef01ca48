//! What happens outside a request: letters of a campaign, and once a day what a birthday, a newcomer or a new notice brings.
//!
//! Letters are made in stretches of people. One transaction writes down who was asked, queues their letters and moves on: a
//! program that dies begins the stretch again as if it had not been, and nobody gets a letter twice.

mod ask;
mod crowd;
mod letters;
mod life;
mod remind;

use anyhow::Context;
use jiff::Timestamp;
use store::jobs::{Ending, Handler, Job, handler};
use store::{Db, NewJob, Tx};
use uuid::Uuid;
use words::BoardId;

use crate::Consent;
use crate::campaign::State;
use crate::store::campaigns;

pub(crate) use ask::keys_of;
pub use ask::{Far, PEOPLE, stretch};
pub(crate) use crowd::{Crowd, everybody};
pub(crate) use letters::{Receipt, asking_said, readers, receipt};

const ASK: &str = "consent_ask";
const DAY: &str = "consent_day";
/// When the daily work is done: before anybody is at school.
const HOUR: i64 = 5;
/// Stretches of people in one job. A job must end before its lease does.
const STRETCHES: usize = 24;

/// What this word does outside a request.
pub fn jobs(us: &Consent) -> Vec<(&'static str, Handler)> {
    let asking = us.clone();
    let ask = handler(move |db, board, job| {
        let us = asking.clone();
        async move { letters_of(&us, &db, board, &job).await }
    });
    let living = us.clone();
    let day = handler(move |db, board, job| {
        let us = living.clone();
        async move { daily(&us, &db, board, &job).await }
    });
    vec![(ASK, ask), (DAY, day)]
}

/// Sees to it that the daily work of a board is done from today on. Once is enough: each day queues the next.
pub async fn begin(tx: &mut Tx, now: Timestamp) -> anyhow::Result<()> {
    tx.job_of_day(DAY, shell::clock::today(now), now).await
}

/// The same for every board there is, when the program starts.
pub async fn begin_all(db: &Db, now: Timestamp) -> anyhow::Result<()> {
    db.begin_daily(DAY, shell::clock::today(now), now).await
}

/// Queues making the letters of a campaign; `round` tells one time from another.
pub(crate) async fn make_letters(
    tx: &mut Tx,
    campaign: Uuid,
    round: &str,
    now: Timestamp,
) -> anyhow::Result<()> {
    tx.job(NewJob {
        kind: ASK,
        key: format!("{}/{round}", campaign.as_simple()),
        payload: serde_json::json!({ "campaign": campaign }),
        due: now,
    })
    .await
    .map(drop)
}

async fn letters_of(us: &Consent, db: &Db, board: BoardId, job: &Job) -> anyhow::Result<Ending> {
    let named = job.payload.get("campaign").and_then(|id| id.as_str());
    let id: Uuid = named.context("the job names no campaign")?.parse()?;
    for _ in 0..STRETCHES {
        match ask::stretch(us, db, board, id, ask::PEOPLE).await? {
            ask::Far::Done => return Ok(Ending::Done),
            ask::Far::More => {}
        }
    }
    // Every job is tried so many times; a large school takes more stretches than that. So it goes on in a job of its own.
    let mut tx = db.begin(board).await?;
    let looked = campaigns::one(&mut tx, id)
        .await?
        .and_then(|one| one.looked);
    let round = job.key.split('/').nth(1).unwrap_or_default();
    let next = format!(
        "{round}/{}",
        looked.map(|one| one.to_string()).unwrap_or_default()
    );
    make_letters(&mut tx, id, &next, us.people.identity.now()).await?;
    tx.commit().await?;
    Ok(Ending::Done)
}

/// What a day brings. Each part is harmless a second time: a letter has a key of its own, and who was asked is not asked again.
async fn daily(us: &Consent, db: &Db, board: BoardId, job: &Job) -> anyhow::Result<Ending> {
    let now = us.people.identity.now();
    let mut tx = db.begin(board).await?;
    let (tomorrow, at) = people::tomorrow_at(now, HOUR)?;
    tx.job_of_day(DAY, tomorrow, at).await?;
    let all = campaigns::all(&mut tx).await?;
    for campaign in &all {
        if campaign.kind.stands() && campaign.state == State::Busy {
            make_letters(&mut tx, campaign.id, &job.key, now).await?;
        }
    }
    tx.commit().await?;
    for campaign in all.iter().filter(|one| one.state != State::Stopped) {
        remind::all(us, db, board, campaign.id).await?;
    }
    life::day(us, db, board).await?;
    Ok(Ending::Done)
}
