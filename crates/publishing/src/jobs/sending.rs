//! A publication goes out, or a corrected one does.

use ::store::Db;
use ::store::jobs::{Ending, Job};
use anyhow::Context;
use channels::{Answer, Image, Outlet, Post, Remote, Why};
use people::store::schools;
use photos::model::File;
use seal::BoardKeys;
use uuid::Uuid;
use words::{BoardId, Locale};

use super::{did, later, named};
use crate::gather::{Known, Looked, bytes};
use crate::post::model::Publication;
use crate::post::panel;
use crate::post::release::{Now, Release, Standing, Stop, after_refusal, stops};
use crate::store::{publications, releases};
use crate::{Publishing, letters};

/// All that is read of a release in one transaction.
struct Read {
    keys: BoardKeys,
    release: Release,
    publication: Publication,
    looked: Looked,
    stops: Vec<Stop>,
}

/// What is given to the channel.
struct Going {
    outlet: Outlet,
    post: Post,
    /// Where it is, for a correction.
    remote: Option<Remote>,
    /// An earlier try may have arrived.
    unknown: bool,
    /// It may not go any more: only ask whether it did.
    stopped: bool,
}

/// Publishes or corrects one release.
pub(super) async fn send(
    us: &Publishing,
    db: &Db,
    board: BoardId,
    job: &Job,
) -> anyhow::Result<Ending> {
    let id = named(job)?;
    let Some(going) = begin(us, db, board, id).await? else {
        return Ok(Ending::Done);
    };
    let Going {
        outlet,
        post,
        remote,
        unknown,
        stopped,
    } = going;
    // What may have arrived is asked for first; a post that may not go any more is never sent.
    if unknown && remote.is_none() {
        match outlet.look_up(&post).await {
            Answer::Done(Some(found)) => return arrived(us, db, board, id, found).await,
            Answer::Done(None) if stopped => return stop_unsent(us, db, board, id).await,
            Answer::Done(None) => {}
            other => {
                let why = other.why().map_or("unknown", Why::key);
                return Ok(later(why, None));
            }
        }
    }
    let answer = match &remote {
        Some(remote) => outlet.correct(remote, &post).await,
        None => outlet.publish(&post).await,
    };
    match answer {
        Answer::Done(remote) => arrived(us, db, board, id, remote).await,
        Answer::Refused { why } => refused(us, db, board, id, why).await,
        Answer::Unknown { why } => Ok(later(why.key(), None)),
        Answer::Passing { why, after } => {
            waits(us, db, board, id, why).await?;
            Ok(later(why.key(), after))
        }
    }
}

async fn read(us: &Publishing, tx: &mut ::store::Tx, id: Uuid) -> anyhow::Result<Option<Read>> {
    let keys = us.people.keys(tx.board()).await?;
    publications::hold_of(tx, id).await?;
    let Some(release) = releases::one(tx, id).await? else {
        return Ok(None);
    };
    let publication = super::of(tx, &keys, &release).await?;
    let school = schools::school(tx, publication.school).await?;
    let school = school.context("a publication without its school")?;
    let now = us.people.identity.now();
    let day = shell::clock::today(now);
    let names = us.people.directories.of(tx, &keys, day).await?;
    let known = Known {
        keys: &keys,
        names: &names,
        school: &school,
        day,
    };
    let role = publication.approval.as_ref().and_then(|one| one.role);
    let looked = us.look(tx, known, &publication, role).await?;
    let parts = us.parts(tx, &keys, &publication, &looked).await?;
    let released = publications::signed(tx, publication.id).await?;
    let stops = stops(
        &publication,
        &Now {
            parts: &parts,
            released: &released,
            blocked: looked.panel.blocks(),
        },
    );
    Ok(Some(Read {
        keys,
        release,
        publication,
        looked,
        stops,
    }))
}

/// Looks once more, and marks that it is going out before anything leaves.
async fn begin(
    us: &Publishing,
    db: &Db,
    board: BoardId,
    id: Uuid,
) -> anyhow::Result<Option<Going>> {
    let mut tx = db.begin(board).await?;
    let Some(mut all) = read(us, &mut tx, id).await? else {
        return Ok(None);
    };
    let unknown = all.release.standing == Standing::Sending;
    let correcting = all.release.standing == Standing::Correcting;
    if !unknown && !correcting && all.release.standing != Standing::Planned {
        return Ok(None);
    }
    let stopped = !all.stops.is_empty();
    if stopped && !unknown {
        stop(us, &mut tx, &mut all).await?;
        tx.commit().await?;
        return Ok(None);
    }
    let outlet = us
        .channels
        .outlet(&mut tx, &all.keys, all.release.account)
        .await?;
    let outlet = outlet.context("a release without its account")?;
    if outlet.abilities().by_hand {
        by_hand(us, &mut tx, &mut all, correcting).await?;
        tx.commit().await?;
        return Ok(None);
    }
    let remote = if correcting {
        releases::remote(&mut tx, &all.keys, id).await?
    } else {
        None
    };
    let post = post(&mut tx, &all, &outlet).await?;
    if !correcting {
        all.release.standing = Standing::Sending;
    }
    all.release.changed_at = us.people.identity.now();
    releases::keep(&mut tx, all.publication.school, &all.release).await?;
    tx.commit().await?;
    Ok(Some(Going {
        outlet,
        post,
        remote,
        unknown,
        stopped,
    }))
}

/// It was no longer in order at the second of publishing.
async fn stop(us: &Publishing, tx: &mut ::store::Tx, all: &mut Read) -> anyhow::Result<()> {
    let first = all.stops.first().copied().unwrap_or(Stop::NotReleased);
    let was_public = all.release.standing == Standing::Correcting;
    all.release.standing = if was_public {
        Standing::Public
    } else {
        Standing::Stopped
    };
    all.release.fault = Some(first.key().to_owned());
    all.release.changed_at = us.people.identity.now();
    releases::keep(tx, all.publication.school, &all.release).await?;
    did(tx, &all.keys, &all.release, "gestopt", first.key()).await?;
    letters::about(us, tx, &all.keys, &all.publication, &all.release).await
}

/// A person does it: the program prepares it.
async fn by_hand(
    us: &Publishing,
    tx: &mut ::store::Tx,
    all: &mut Read,
    correcting: bool,
) -> anyhow::Result<()> {
    all.release.standing = if correcting {
        Standing::CorrectByHand
    } else {
        Standing::ByHand
    };
    all.release.changed_at = us.people.identity.now();
    releases::keep(tx, all.publication.school, &all.release).await?;
    did(tx, &all.keys, &all.release, "met-de-hand", "").await?;
    letters::about(us, tx, &all.keys, &all.publication, &all.release).await
}

/// The finished post.
async fn post(tx: &mut ::store::Tx, all: &Read, outlet: &Outlet) -> anyhow::Result<Post> {
    let content = &all.publication.content;
    let takes = outlet.abilities();
    let mut images = Vec::new();
    for (n, (picture, shot)) in (1..).zip(content.pictures.iter().zip(&all.looked.shots)) {
        let size = shot.photo.as_ref().map_or((1, 1), |photo| photo.size);
        let mut made = None;
        for (file, longest) in [(File::Large, 2048), (File::Medium, 1080)] {
            let found = bytes(tx, &all.keys, picture.photo, file).await?;
            let found = found.context("the bytes of a photo are not there")?;
            let fits = takes
                .image_bytes
                .is_none_or(|most| found.len() as u64 <= most)
                && takes.width.is_none_or(|widest| longest <= widest);
            if fits || file == File::Medium {
                made = Some((found, longest));
                break;
            }
        }
        let (jpeg, longest) = made.context("no file of a photo fits")?;
        let (width, height) = scaled(size, longest);
        images.push(Image {
            name: format!("foto-{n}"),
            jpeg,
            alt: picture.alt.trim().to_owned(),
            width,
            height,
        });
    }
    Ok(Post {
        key: all.release.key(),
        since: all.release.due,
        title: content.title.trim().to_owned(),
        text: content.published_at(all.release.account, &panel::credits(&all.looked.shots)),
        locale: Locale::Nl,
        images,
    })
}

/// The size of what is made of a photo of this size.
fn scaled((width, height): (u32, u32), longest: u32) -> (u32, u32) {
    let most = width.max(height).max(1);
    if most <= longest {
        return (width.max(1), height.max(1));
    }
    let side = |side: u32| {
        let scaled = (u64::from(side) * u64::from(longest) + u64::from(most) / 2) / u64::from(most);
        u32::try_from(scaled).unwrap_or(longest).max(1)
    };
    (side(width), side(height))
}

/// The other side confirmed it.
async fn arrived(
    us: &Publishing,
    db: &Db,
    board: BoardId,
    id: Uuid,
    remote: Remote,
) -> anyhow::Result<Ending> {
    let mut tx = db.begin(board).await?;
    let Some(mut all) = read(us, &mut tx, id).await? else {
        return Ok(Ending::Done);
    };
    let now = us.people.identity.now();
    let corrected = all.release.standing == Standing::Correcting;
    all.release.standing = Standing::Public;
    all.release.revision = Some(all.publication.revision);
    all.release.public_at = all.release.public_at.or(Some(now));
    all.release.changed_at = now;
    all.release.fault = None;
    all.release.watched_at = None;
    releases::is_at(&mut tx, &all.keys, id, &remote).await?;
    super::public(
        &mut tx,
        &all.keys,
        (&all.publication, &all.release),
        &remote,
        &all.looked,
    )
    .await?;
    let kind = if corrected { "verbeterd" } else { "openbaar" };
    did(&mut tx, &all.keys, &all.release, kind, "").await?;
    // Somebody withdrew, or changed it, while it was on its way: it comes off at once.
    if !all.stops.is_empty() {
        all.release.standing = Standing::Removing;
        all.release.fault = all.stops.first().map(|stop| stop.key().to_owned());
        super::remove(&mut tx, &all.release, now).await?;
    }
    releases::keep(&mut tx, all.publication.school, &all.release).await?;
    if !corrected {
        letters::about(us, &mut tx, &all.keys, &all.publication, &all.release).await?;
    }
    tx.commit().await?;
    Ok(Ending::Done)
}

/// It never arrived and may not go any more.
async fn stop_unsent(us: &Publishing, db: &Db, board: BoardId, id: Uuid) -> anyhow::Result<Ending> {
    let mut tx = db.begin(board).await?;
    if let Some(mut all) = read(us, &mut tx, id).await? {
        stop(us, &mut tx, &mut all).await?;
        tx.commit().await?;
    }
    Ok(Ending::Done)
}

/// The other side will not have it as it is.
async fn refused(
    us: &Publishing,
    db: &Db,
    board: BoardId,
    id: Uuid,
    why: Why,
) -> anyhow::Result<Ending> {
    let mut tx = db.begin(board).await?;
    let Some(mut all) = read(us, &mut tx, id).await? else {
        return Ok(Ending::Done);
    };
    let correcting = all.release.standing == Standing::Correcting;
    all.release.standing = after_refusal(correcting, why);
    all.release.fault = Some(why.key().to_owned());
    all.release.changed_at = us.people.identity.now();
    releases::keep(&mut tx, all.publication.school, &all.release).await?;
    did(&mut tx, &all.keys, &all.release, "geweigerd", why.key()).await?;
    letters::about(us, &mut tx, &all.keys, &all.publication, &all.release).await?;
    tx.commit().await?;
    Ok(Ending::Done)
}

/// It did not go, and goes later: the page says why.
async fn waits(us: &Publishing, db: &Db, board: BoardId, id: Uuid, why: Why) -> anyhow::Result<()> {
    let mut tx = db.begin(board).await?;
    let keys = us.people.keys(board).await?;
    let Some(mut release) = releases::one(&mut tx, id).await? else {
        return Ok(());
    };
    let publication = super::of(&mut tx, &keys, &release).await?;
    if release.standing == Standing::Sending {
        release.standing = Standing::Planned;
    }
    release.fault = Some(why.key().to_owned());
    releases::keep(&mut tx, publication.school, &release).await?;
    tx.commit().await?;
    Ok(())
}
