//! What other words hear of a photo that somebody erased.

use serde::{Deserialize, Serialize};
use store::{NewJob, Tx};
use uuid::Uuid;
use words::SchoolId;

/// The kind of the job that tells it: an [`Erased`]. Whoever showed this photo takes it down.
pub const ERASED: &str = "photo_erased";

/// Somebody erased a photo. One that goes because its time is over is not told of: what shows it has a time of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// Which photo it was.
    pub photo: Uuid,
    /// Of which school.
    pub school: SchoolId,
}

impl Erased {
    /// Queues it, once.
    pub(crate) async fn tell(&self, tx: &mut Tx, now: jiff::Timestamp) -> anyhow::Result<()> {
        tx.job(NewJob {
            kind: ERASED,
            key: self.photo.as_simple().to_string(),
            payload: serde_json::to_value(self)?,
            due: now,
        })
        .await
        .map(drop)
    }
}
