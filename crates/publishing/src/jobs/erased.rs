//! Somebody erased a photo: what shows it comes off, and what was to show it stops.

use ::store::Db;
use ::store::jobs::{Ending, Job};
use photos::Erased;
use words::BoardId;

use crate::Publishing;
use crate::post::model::Event;
use crate::store::{publications, releases};

/// Takes down every publication of the school in which this photo stands.
pub(super) async fn erased(
    us: &Publishing,
    db: &Db,
    board: BoardId,
    job: &Job,
) -> anyhow::Result<Ending> {
    let of: Erased = serde_json::from_value(job.payload.clone())?;
    let mut tx = db.begin(board).await?;
    let keys = us.people.keys(board).await?;
    let now = us.people.identity.now();
    for publication in publications::released(&mut tx, &keys, of.school).await? {
        let mut pictures = publication.content.pictures.iter();
        if !pictures.any(|one| one.photo == of.photo) {
            continue;
        }
        publications::hold(&mut tx, publication.id).await?;
        let mut all = releases::of(&mut tx, publication.id).await?;
        all.retain(|release| release.standing.is_meant_to_be_seen());
        if all.is_empty() {
            continue;
        }
        let event = Event::new(now, "gewist");
        publications::happened(&mut tx, &keys, publication.id, &event).await?;
        for release in &all {
            super::remove(&mut tx, release, now).await?;
        }
    }
    tx.commit().await?;
    Ok(Ending::Done)
}
