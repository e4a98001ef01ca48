//! Somebody was covered on a photo because they, or who speaks for them, asked it: what shows it without the cover comes off, as it
//! does when a consent is withdrawn. What is not public yet is stopped by its release: these are not the bytes that were released.

use ::store::Db;
use ::store::jobs::{Ending, Job};
use consent::store::publications as index;
use photos::Covered;
use words::BoardId;

use crate::Publishing;
use crate::post::model::Event;
use crate::store::{publications, releases};

/// Asks back every publication in which one of these photos shows this person.
pub(super) async fn covered(
    us: &Publishing,
    db: &Db,
    board: BoardId,
    job: &Job,
) -> anyhow::Result<Ending> {
    let of: Covered = serde_json::from_value(job.payload.clone())?;
    let mut tx = db.begin(board).await?;
    let keys = us.people.keys(board).await?;
    let now = us.people.identity.now();
    let mut back: Vec<index::Publication> = Vec::new();
    for (out, _) in index::with(&mut tx, &keys, of.person).await? {
        let again = back.iter().any(|one| one.id == out.id);
        let Some(release) = releases::one(&mut tx, out.id.0).await?.filter(|_| !again) else {
            continue;
        };
        publications::hold(&mut tx, release.publication).await?;
        let publication = super::of(&mut tx, &keys, &release).await?;
        let mut pictures = publication.content.pictures.iter();
        if !pictures.any(|one| of.photos.contains(&one.photo)) {
            continue;
        }
        let event = Event::new(now, "afgedekt");
        publications::happened(&mut tx, &keys, publication.id, &event).await?;
        back.push(out);
    }
    index::ask_back(&mut tx, &back, of.person, (of.act, now)).await?;
    tx.commit().await?;
    Ok(Ending::Done)
}
