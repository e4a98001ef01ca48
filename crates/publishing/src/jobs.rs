//! What happens outside a request: publications go out, are corrected, come off, and are looked after.
//!
//! Every effect is looked at once more in the second before it leaves, is tried under one key of its own, and is called done only when
//! the other side said so. What a job began and did not end is asked for before it is tried again.

mod covered;
mod erased;
mod remind;
mod removal;
mod sending;

use ::store::jobs::{Ending, Handler, handler};
use ::store::{NewJob, Tx};
use channels::Remote;
use consent::model::Cell;
use consent::store::publications as index;
use jiff::{SignedDuration, Timestamp};
use seal::BoardKeys;
use serde_json::json;
use uuid::Uuid;
use words::{PersonId, PublicationId};

use crate::Publishing;
use crate::gather::Looked;
use crate::post::model::{Event, Publication};
use crate::post::release::Release;
use crate::store::publications;

const SEND: &str = "publication_send";
const LATE: &str = "publication_late";
const REMIND: &str = "publication_remind";
const AGAIN: &str = "publication_gone_again";

/// A publication that is not public so long after its moment is late.
pub const LATE_AFTER: SignedDuration = SignedDuration::from_mins(5);
/// When it is looked at once more whether what came off stays off.
const LOOKED_AGAIN: [SignedDuration; 2] = [
    SignedDuration::from_hours(24),
    SignedDuration::from_hours(24 * 7),
];

/// What this word does outside a request.
pub fn jobs(us: &Publishing) -> Vec<(&'static str, Handler)> {
    macro_rules! job {
        ($kind:expr, $act:path) => {{
            let us = us.clone();
            let act = handler(move |db, board, job| {
                let us = us.clone();
                async move { $act(&us, &db, board, &job).await }
            });
            ($kind, act)
        }};
    }
    vec![
        job!(SEND, sending::send),
        job!(consent::TAKE_DOWN, removal::take_down),
        job!(photos::COVERED, covered::covered),
        job!(photos::ERASED, erased::erased),
        job!(AGAIN, removal::still_gone),
        job!(LATE, remind::late),
        job!(REMIND, remind::remind),
    ]
}

fn payload(id: Uuid) -> serde_json::Value {
    json!({ "id": id })
}

/// The identity that a job names.
fn named(job: &::store::jobs::Job) -> anyhow::Result<Uuid> {
    use anyhow::Context as _;
    let id = job.payload.get("id").and_then(|id| id.as_str());
    Ok(id.context("the job names nothing")?.parse()?)
}

/// The publication of a release.
async fn of(tx: &mut Tx, keys: &BoardKeys, release: &Release) -> anyhow::Result<Publication> {
    use anyhow::Context as _;
    let found = publications::one(tx, keys, release.publication).await?;
    found.context("a release without its publication")
}

/// Plans a release at its moment, and the look whether it went out in time.
pub(crate) async fn send(tx: &mut Tx, release: &Release, revision: i64) -> anyhow::Result<()> {
    let key = format!("{}/{revision}", release.id.as_simple());
    plan(tx, release, key, release.due).await
}

/// Tries a release again that stopped or was refused.
pub(crate) async fn again(
    tx: &mut Tx,
    release: &Release,
    revision: i64,
    now: Timestamp,
) -> anyhow::Result<()> {
    let key = format!("{}/{revision}/{}", release.id.as_simple(), now.as_second());
    plan(tx, release, key, now).await
}

async fn plan(tx: &mut Tx, release: &Release, key: String, due: Timestamp) -> anyhow::Result<()> {
    for (kind, due) in [(SEND, due), (LATE, due.saturating_add(LATE_AFTER)?)] {
        let (key, payload) = (key.clone(), payload(release.id));
        tx.job(NewJob {
            kind,
            key,
            payload,
            due,
        })
        .await?;
    }
    Ok(())
}

/// Plans that a release comes off.
pub(crate) async fn remove(tx: &mut Tx, release: &Release, now: Timestamp) -> anyhow::Result<()> {
    let key = format!("{}/{}", release.id.as_simple(), now.as_millisecond());
    tx.job(NewJob {
        kind: consent::TAKE_DOWN,
        key,
        payload: payload(release.id),
        due: now,
    })
    .await
    .map(drop)
}

/// Reminds whoever releases, and after that everybody who can.
pub(crate) async fn remind(
    tx: &mut Tx,
    publication: &Publication,
    moments: [Timestamp; 2],
) -> anyhow::Result<()> {
    for (n, due) in (1..).zip(moments) {
        let (id, revision) = (publication.id, publication.revision);
        tx.job(NewJob {
            kind: REMIND,
            key: format!("{}/{revision}/{n}", id.as_simple()),
            payload: json!({ "id": id, "revision": revision, "n": n }),
            due,
        })
        .await?;
    }
    Ok(())
}

/// Writes down what is public now and who is in it: a withdrawal finds it from this moment.
pub(crate) async fn public(
    tx: &mut Tx,
    keys: &BoardKeys,
    (of, release): (&Publication, &Release),
    remote: &Remote,
    looked: &Looked,
) -> anyhow::Result<()> {
    let id = PublicationId(release.id);
    let cells = of.content.purpose.into_iter().flat_map(|purpose| {
        looked.panel.people.iter().map(move |(person, medium)| {
            let cell = Cell {
                purpose,
                channel: release.channel,
                medium: *medium,
            };
            (*person, cell)
        })
    });
    let people: Vec<(PersonId, Cell)> = cells.collect();
    if index::one(tx, keys, id).await?.is_some() {
        return index::depict_anew(tx, id, &people).await;
    }
    entry(tx, keys, (of, release), remote, people).await
}

async fn entry(
    tx: &mut Tx,
    keys: &BoardKeys,
    (of, release): (&Publication, &Release),
    remote: &Remote,
    people: Vec<(PersonId, Cell)>,
) -> anyhow::Result<()> {
    let what = index::What {
        title: of.content.title.clone(),
        address: remote.address.clone().unwrap_or_default(),
    };
    let new = index::Publication {
        id: PublicationId(release.id),
        school: of.school,
        channel: release.channel,
        published_at: release.public_at.unwrap_or(release.changed_at),
        removed_at: None,
        what,
    };
    index::publish(tx, keys, &[(new, people)]).await
}

/// Writes down that it is gone, serves whoever asked for it, and plans to look whether it stays so.
pub(crate) async fn gone(
    tx: &mut Tx,
    release: &Release,
    by: Option<PersonId>,
    now: Timestamp,
) -> anyhow::Result<()> {
    index::is_gone(tx, PublicationId(release.id), by, now).await?;
    for (n, after) in LOOKED_AGAIN.into_iter().enumerate() {
        tx.job(NewJob {
            kind: AGAIN,
            key: format!("{}/{}/{n}", release.id.as_simple(), now.as_second()),
            payload: payload(release.id),
            due: now.saturating_add(after)?,
        })
        .await?;
    }
    Ok(())
}

/// Writes down what the program did with a release.
async fn did(
    tx: &mut Tx,
    keys: &BoardKeys,
    release: &Release,
    kind: &str,
    comment: &str,
) -> anyhow::Result<()> {
    let event = Event::new(release.changed_at, format!("plaatsing-{kind}")).saying(comment);
    publications::happened(tx, keys, release.publication, &event).await?;
    let entry = decisions::Entry::new(release.changed_at, "publication_release", kind)
        .on(release.id.as_simple().to_string());
    decisions::record(tx, &entry).await.map(drop)
}

/// Not yet: again after this while, or after the usual one.
fn later(why: impl Into<String>, after: Option<SignedDuration>) -> Ending {
    Ending::Again {
        after,
        fault: why.into(),
    }
}
