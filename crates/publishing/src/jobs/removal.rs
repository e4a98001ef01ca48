//! A publication comes off, and it is looked at later whether it stays off.

use ::store::Db;
use ::store::jobs::{Ending, Job};
use anyhow::Context;
use channels::{Answer, Outlet, Remote, Why};
use jiff::SignedDuration;
use uuid::Uuid;
use words::BoardId;

use super::{did, later};
use crate::post::release::{Release, Standing, Standing as S};
use crate::store::{publications, releases};
use crate::{Publishing, letters};

/// Takes one release down. Whoever asked for it, a person or a withdrawal, waits for this.
pub(super) async fn take_down(
    us: &Publishing,
    db: &Db,
    board: BoardId,
    job: &Job,
) -> anyhow::Result<Ending> {
    let id = super::named(job)?;
    let Some((outlet, remote)) = begin(us, db, board, id).await? else {
        return Ok(Ending::Done);
    };
    let Some(remote) = remote else {
        return Ok(later("under-way", Some(SignedDuration::from_mins(1))));
    };
    let asked = match outlet.take_down(&remote).await {
        Answer::Done(()) => outlet.is_gone(&remote).await,
        other => other.map(|()| false),
    };
    match asked {
        Answer::Done(true) => ended(us, db, board, id, (Standing::Removed, None)).await,
        // It said so, and it is still there: nothing is called gone that somebody can see.
        Answer::Done(false) => Ok(later("still-there", Some(SignedDuration::from_mins(1)))),
        Answer::Refused {
            why: Why::CannotBeRecalled,
        } => {
            ended(
                us,
                db,
                board,
                id,
                (Standing::Stays, Some(Why::CannotBeRecalled)),
            )
            .await
        }
        Answer::Refused { why } => {
            ended(us, db, board, id, (Standing::RemoveFailed, Some(why))).await
        }
        Answer::Passing { why, after } => Ok(later(why.key(), after)),
        Answer::Unknown { why } => Ok(later(why.key(), None)),
    }
}

/// Marks that it is coming off. Nothing to do where it was never public.
async fn begin(
    us: &Publishing,
    db: &Db,
    board: BoardId,
    id: Uuid,
) -> anyhow::Result<Option<(Outlet, Option<Remote>)>> {
    let mut tx = db.begin(board).await?;
    let keys = us.people.keys(board).await?;
    publications::hold_of(&mut tx, id).await?;
    let Some(mut release) = releases::one(&mut tx, id).await? else {
        return Ok(None);
    };
    let publication = super::of(&mut tx, &keys, &release).await?;
    let outlet = us.channels.outlet(&mut tx, &keys, release.account).await?;
    let outlet = outlet.context("a release without its account")?;
    let before = release.standing;
    match release.standing {
        S::Removed | S::Stays | S::RemoveByHand | S::Stopped | S::Failed => return Ok(None),
        // Nobody knows yet whether it arrived: it is asked again in a moment.
        S::Sending => return Ok(Some((outlet, None))),
        S::Planned | S::ByHand => release.standing = S::Stopped,
        _ if outlet.abilities().by_hand => {
            release.standing = if outlet.abilities().delete {
                S::RemoveByHand
            } else {
                S::Stays
            };
        }
        _ => release.standing = S::Removing,
    }
    // Tried again it is no younger: since when it comes off, tells whether somebody has to see to it.
    if release.standing != before {
        release.changed_at = us.people.identity.now();
    }
    releases::keep(&mut tx, publication.school, &release).await?;
    let remote = releases::remote(&mut tx, &keys, id).await?;
    if release.standing != S::Removing {
        did(&mut tx, &keys, &release, release.standing.key(), "").await?;
        letters::about(us, &mut tx, &keys, &publication, &release).await?;
    }
    tx.commit().await?;
    Ok((release.standing == S::Removing).then_some((outlet, remote)))
}

/// How it ended.
async fn ended(
    us: &Publishing,
    db: &Db,
    board: BoardId,
    id: Uuid,
    (standing, why): (Standing, Option<Why>),
) -> anyhow::Result<Ending> {
    let mut tx = db.begin(board).await?;
    let keys = us.people.keys(board).await?;
    publications::hold_of(&mut tx, id).await?;
    let release = releases::one(&mut tx, id).await?;
    let mut release = release.context("the release is not there any more")?;
    let publication = super::of(&mut tx, &keys, &release).await?;
    let now = us.people.identity.now();
    release.standing = standing;
    release.changed_at = now;
    release.fault = why.map(|why| why.key().to_owned());
    releases::keep(&mut tx, publication.school, &release).await?;
    if standing == Standing::Removed {
        super::gone(&mut tx, &release, None, now).await?;
    }
    did(
        &mut tx,
        &keys,
        &release,
        standing.key(),
        why.map_or("", Why::key),
    )
    .await?;
    letters::about(us, &mut tx, &keys, &publication, &release).await?;
    tx.commit().await?;
    Ok(Ending::Done)
}

/// Looks once more whether what came off is still off.
pub(super) async fn still_gone(
    us: &Publishing,
    db: &Db,
    board: BoardId,
    job: &Job,
) -> anyhow::Result<Ending> {
    let id = super::named(job)?;
    let mut tx = db.read(board).await?;
    let keys = us.people.keys(board).await?;
    let release: Option<Release> = releases::one(&mut tx, id).await?;
    let Some(release) = release.filter(|one| one.standing == Standing::Removed) else {
        return Ok(Ending::Done);
    };
    let remote = releases::remote(&mut tx, &keys, id).await?;
    let outlet = us.channels.outlet(&mut tx, &keys, release.account).await?;
    drop(tx);
    let (Some(outlet), Some(remote)) = (outlet, remote) else {
        return Ok(Ending::Done);
    };
    if outlet.abilities().by_hand {
        return Ok(Ending::Done);
    }
    match outlet.is_gone(&remote).await {
        Answer::Done(false) => {
            ended(
                us,
                db,
                board,
                id,
                (Standing::RemoveFailed, Some(Why::Different)),
            )
            .await
        }
        Answer::Done(true) | Answer::Refused { .. } => Ok(Ending::Done),
        Answer::Passing { why, after } => Ok(later(why.key(), after)),
        Answer::Unknown { why } => Ok(later(why.key(), None)),
    }
}
