//! Once a day every account is asked whether it works. Its owner is told of a cause once, and again only of another.

use anyhow::Context as _;
use decisions::{Entry, record};
use jiff::Timestamp;
use people::store::persons;
use serde_json::json;
use store::jobs::{Ending, Handler, Job, handler};
use store::{Db, NewJob, Tx};
use uuid::Uuid;
use words::{BoardId, Locale};

use crate::model::{Account, Answer, Health, Kind, Looked, Why};
use crate::store::accounts;
use crate::{Channels, letters};

const DAY: &str = "channels_day";
const LOOK: &str = "channel_look";
/// When the daily look is: before anybody is at school.
const HOUR: i64 = 6;
/// A passing cause is told only when it is still there at this try, some minutes later.
const SURE: i64 = 4;

/// What this word does outside a request.
pub fn jobs(us: &Channels) -> Vec<(&'static str, Handler)> {
    let daily = us.clone();
    let day = handler(move |db, board, _| {
        let us = daily.clone();
        async move { each_day(&us, &db, board).await }
    });
    let looking = us.clone();
    let look = handler(move |db, board, job| {
        let us = looking.clone();
        async move { look(&us, &db, board, &job).await }
    });
    vec![(DAY, day), (LOOK, look)]
}

/// Sees to it that the accounts of every board are looked at from today on. Once is enough: each day queues the next.
pub async fn begin_all(db: &Db, now: Timestamp) -> anyhow::Result<()> {
    db.begin_daily(DAY, shell::clock::today(now), now).await
}

async fn each_day(us: &Channels, db: &Db, board: BoardId) -> anyhow::Result<Ending> {
    let now = us.people.identity.now();
    let today = shell::clock::today(now);
    let (tomorrow, at) = people::tomorrow_at(now, HOUR)?;
    let keys = us.people.keys(board).await?;
    let mut tx = db.begin(board).await?;
    tx.job_of_day(DAY, tomorrow, at).await?;
    let looks = accounts::used(&mut tx, &keys).await?.into_iter();
    let looks = looks.filter(|account| account.kind != Kind::ByHand);
    let looks = looks.map(|account| NewJob {
        kind: LOOK,
        key: format!("{today}/{}", account.id.as_simple()),
        payload: json!({ "account": account.id }),
        due: now,
    });
    tx.jobs(looks.collect()).await?;
    tx.commit().await?;
    Ok(Ending::Done)
}

/// How an account is by this answer.
pub(crate) fn looked(answer: &Answer<Health>, at: Timestamp) -> Looked {
    let remark = match answer {
        Answer::Done(health) => health.remark,
        _ => None,
    };
    Looked {
        at,
        why: answer.why(),
        remark,
    }
}

async fn look(us: &Channels, db: &Db, board: BoardId, job: &Job) -> anyhow::Result<Ending> {
    let named = job.payload.get("account").and_then(|id| id.as_str());
    let id: Uuid = named.context("the job names no account")?.parse()?;
    let keys = us.people.keys(board).await?;
    let mut tx = db.read(board).await?;
    let outlet = us.outlet(&mut tx, &keys, id).await?;
    drop(tx);
    let Some(outlet) = outlet else {
        return Ok(Ending::Done);
    };
    let answer = outlet.health().await;
    let looked = looked(&answer, us.people.identity.now());
    let again = matches!(answer, Answer::Passing { .. } | Answer::Unknown { .. });
    let mut tx = db.begin(board).await?;
    accounts::looked(&mut tx, id, &looked).await?;
    let told = !again || job.attempts >= SURE;
    if told && accounts::told(&mut tx, id, looked.why).await? {
        note(us, &mut tx, outlet.account(), &looked).await?;
    }
    tx.commit().await?;
    Ok(match looked.why {
        Some(why) if again && !told => Ending::Again {
            after: None,
            fault: why.key().to_owned(),
        },
        _ => Ending::Done,
    })
}

/// Writes down that an account stopped working or works again, and tells its owner of the first.
async fn note(
    us: &Channels,
    tx: &mut Tx,
    account: &Account,
    looked: &Looked,
) -> anyhow::Result<()> {
    let outcome = looked.why.map_or("works", Why::key);
    let entry = Entry::new(looked.at, "channel_health", outcome);
    record(tx, &entry.on(account.id.as_simple().to_string())).await?;
    let Some(why) = looked.why else {
        return Ok(());
    };
    let keys = us.people.keys(tx.board()).await?;
    let owner = persons::person(tx, &keys, account.owner).await?;
    let Some((name, Some(to))) = owner.and_then(|owner| {
        let details = owner.details?;
        Some((details.name.said(), details.email))
    }) else {
        return Ok(());
    };
    let origin = us.people.identity.parts.origins.first();
    let page = format!("{origin}/kanalen/{}", account.id.as_simple());
    let letter = letters::trouble(Locale::Nl, &to, (&name, &account.name, &page), why);
    let key = format!(
        "kanaal/{}/{}/{}",
        account.id.as_simple(),
        why.key(),
        looked.at
    );
    identity::jobs::post(tx, &keys, key, &letter, looked.at).await?;
    Ok(())
}
