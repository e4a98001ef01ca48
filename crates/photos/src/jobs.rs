//! What happens outside a request: photos are read and covered, and once a day those whose time is up go.

mod films;

use ::store::jobs::{Ending, Handler, Job, handler};
use ::store::{Db, NewJob, Tx};
use anyhow::Context;
use cage::Escape;
use faces::{Cover, Done, Refusal, Task};
use jiff::{SignedDuration, Timestamp, ToSpan};
use people::store::schools;
use seal::SubjectKey;
use tokio::sync::mpsc;
use uuid::Uuid;
use words::{BoardId, SchoolId};

use crate::model::{Face, File, Photo, State};
use crate::store::films::waiting;
use crate::store::{marks, parts, photos, pieces, seen, terms};
use crate::{Photos, work};

const MAKE: &str = "photos_make";
const DAY: &str = "photos_day";
/// When the daily work is done: in the night.
const HOUR: i64 = 4;

/// What this word does outside a request.
pub fn jobs(us: &Photos) -> Vec<(&'static str, Handler)> {
    let making = us.clone();
    let make = handler(move |db, board, job| {
        let us = making.clone();
        async move { made(&us, &db, board, &job).await }
    });
    let living = us.clone();
    let day = handler(move |db, board, _| {
        let us = living.clone();
        async move { daily(&us, &db, board).await }
    });
    vec![(MAKE, make), (DAY, day)]
}

/// Queues the work on a photo: what is not read yet is read, and what is to be covered by this change is covered.
pub(crate) async fn make(
    tx: &mut Tx,
    photo: Uuid,
    change: i64,
    now: Timestamp,
) -> anyhow::Result<()> {
    tx.job(NewJob {
        kind: MAKE,
        key: format!("{}/{change}", photo.as_simple()),
        payload: serde_json::json!({ "photo": photo }),
        due: now,
    })
    .await
    .map(drop)
}

/// Sees to it that the daily work of every board is done from now on. Once is enough: each day queues the next.
pub async fn begin_all(db: &Db, now: Timestamp) -> anyhow::Result<()> {
    db.begin_daily(DAY, shell::clock::today(now), now).await
}

/// What the work on a photo begins with.
struct Begun {
    photo: Photo,
    faces: Vec<Face>,
    at_hand: File,
    key: SubjectKey,
}

async fn begin(
    us: &Photos,
    tx: &mut Tx,
    board: BoardId,
    id: Uuid,
) -> anyhow::Result<Option<Begun>> {
    let keys = us.people.keys(board).await?;
    let Some(photo) = photos::one(tx, id).await? else {
        return Ok(None);
    };
    if photo.film.is_some() || photo.state == State::Refused || photo.is_settled() {
        return Ok(None);
    }
    let at_hand = if photo.original {
        File::Original
    } else {
        File::Large
    };
    let key = pieces::key(tx, &keys, id).await?.context("no key")?;
    Ok(Some(Begun {
        faces: marks::of_photo(tx, id).await?,
        photo,
        at_hand,
        key,
    }))
}

/// Opens the file piece by piece for who reads it. Who wants no more of it stops taking: that is no fault.
async fn pour(tx: &mut Tx, begun: &Begun, to: mpsc::Sender<Vec<u8>>) -> anyhow::Result<()> {
    let file = (begun.photo.id, begun.at_hand);
    for part in 0.. {
        let piece = pieces::get_one(tx, &begun.key, file, part).await?;
        let Some(piece) = piece else {
            anyhow::ensure!(part > 0, "the bytes of a photo are not there");
            break;
        };
        if to.send(piece).await.is_err() {
            break;
        }
    }
    Ok(())
}

async fn made(us: &Photos, db: &Db, board: BoardId, job: &Job) -> anyhow::Result<Ending> {
    let named = job.payload.get("photo").and_then(|id| id.as_str());
    let id: Uuid = named.context("the job names no photo")?.parse()?;
    let mut tx = db.read(board).await?;
    let Some(begun) = begin(us, &mut tx, board, id).await? else {
        drop(tx);
        return films::made(us, db, board, id).await;
    };
    let task = Task {
        find: begun.photo.state == State::Waits,
        cover: work::covers(&begun.faces, &begun.photo, begun.at_hand),
        how: Cover::Solid,
        // What was made of it before is the part already.
        crop: begun.photo.crop.filter(|_| begun.at_hand == File::Original),
        write: true,
        ..Task::default()
    };
    let (perform, (to, mut bytes)) = (us.perform.clone(), work::pieces());
    let working = tokio::task::spawn_blocking(move || perform(&task, &mut bytes));
    let poured = pour(&mut tx, &begun, to).await;
    drop(tx);
    let answer = working.await?;
    // What was said of half a photo says nothing of the photo.
    poured?;
    match answer {
        Ok(answer) => keep(us, db, board, &begun.photo, answer).await,
        Err(fault @ (Escape::Start(_) | Escape::TooLong)) => Ok(Ending::Again {
            after: None,
            fault: fault.to_string(),
        }),
        Err(_) => keep(us, db, board, &begun.photo, Err(Refusal::Broken)).await,
    }
}

/// Keeps what came of it, unless somebody asked for something else in the meantime: then the next job does that.
async fn keep(
    us: &Photos,
    db: &Db,
    board: BoardId,
    before: &Photo,
    answer: Result<Done, Refusal>,
) -> anyhow::Result<Ending> {
    let keys = us.people.keys(board).await?;
    let mut tx = db.begin(board).await?;
    let now = photos::one(&mut tx, before.id).await?;
    let same = |now: &Photo| now.wanted == before.wanted && now.state == before.state;
    let Some(photo) = now.filter(same) else {
        return Ok(Ending::Done);
    };
    let done = match answer {
        Ok(done) => done,
        Err(refusal) if photo.state == State::Waits => {
            photos::refuse(&mut tx, photo.id, refusal).await?;
            tx.commit().await?;
            return Ok(Ending::Done);
        }
        Err(refusal) => {
            return Ok(Ending::Dead {
                fault: refusal.to_string(),
            });
        }
    };
    let size = if photo.state == State::Waits {
        marks::add(&mut tx, photo.id, &work::numbered(&done)).await?;
        (done.width, done.height)
    } else {
        photo.size
    };
    let key = pieces::key(&mut tx, &keys, photo.id)
        .await?
        .context("no key")?;
    for (file, made) in File::RENDITIONS.into_iter().zip(&done.files) {
        pieces::put(&mut tx, &key, photo.id, file, &made.bytes).await?;
    }
    photos::made(&mut tx, photo.id, size, photo.wanted).await?;
    tx.commit().await?;
    Ok(Ending::Done)
}

async fn daily(us: &Photos, db: &Db, board: BoardId) -> anyhow::Result<Ending> {
    let now = us.people.identity.now();
    let mut tx = db.begin(board).await?;
    let (tomorrow, at) = people::tomorrow_at(now, HOUR)?;
    tx.job_of_day(DAY, tomorrow, at).await?;
    for school in schools::schools(&mut tx).await? {
        tidy(&mut tx, school.id, now).await?;
    }
    let yesterday = now.saturating_sub(SignedDuration::from_hours(24))?;
    parts::tidy(&mut tx, yesterday).await?;
    seen::tidy(&mut tx, yesterday).await?;
    if us.clean.is_some() {
        // Films that came in before this house had the means.
        for film in waiting(&mut tx).await? {
            make(&mut tx, film, now.as_second(), now).await?;
        }
    }
    tx.commit().await?;
    Ok(Ending::Done)
}

/// What a school keeps no longer: the files as they came in after the days it settled, and whole photos when their time is over.
async fn tidy(tx: &mut Tx, school: SchoolId, now: Timestamp) -> anyhow::Result<()> {
    let terms = terms::of_school(tx, school).await?;
    let before = now.saturating_sub(SignedDuration::from_hours(24 * terms.originals))?;
    photos::drop_originals(tx, school, before).await?;
    let longest = match terms.shown {
        Some(days) => Some(days),
        None => longest_of_purposes(tx, school).await?,
    };
    let Some(longest) = longest else {
        return Ok(());
    };
    let day = shell::clock::today(now).saturating_sub(longest.days());
    for photo in photos::of_events_before(tx, school, day).await? {
        photos::erase(tx, photo).await?;
    }
    Ok(())
}

/// The longest time that any purpose of a school names. Where one names none there is none: photos then stay until somebody
/// removes them.
async fn longest_of_purposes(tx: &mut Tx, school: SchoolId) -> anyhow::Result<Option<i64>> {
    let purposes = consent::store::purposes::of_school(tx, school).await?;
    let times: Option<Vec<i64>> = purposes
        .iter()
        .filter(|purpose| purpose.cells().next().is_some())
        .map(|purpose| purpose.notice.retention_days)
        .collect();
    Ok(times.and_then(|times| times.into_iter().max()))
}
