//! Somebody erased a photo: what shows it comes off, and what was to show it stops.

use ::store::Db;
use ::store::jobs::{Ending, Job};
use photos::Erased;
use words::BoardId;

use crate::Publishing;
use crate::post::model::Event;
use crate::post::release::Standing;
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
        let goes = |standing: Standing| {
            standing.can_come_off()
                || matches!(
                    standing,
                    Standing::Planned | Standing::Sending | Standing::ByHand
                )
        };
        let releases = releases::of(&mut tx, publication.id).await?;
        let all: Vec<_> = releases.iter().filter(|one| goes(one.standing)).collect();
        if all.is_empty() {
            continue;
        }
        let event = Event::new(now, "gewist");
        publications::happened(&mut tx, &keys, publication.id, &event).await?;
        for release in all {
            super::remove(&mut tx, release, now).await?;
        }
    }
    tx.commit().await?;
    Ok(Ending::Done)
}
