//! What other words hear of somebody who was covered on request.

use serde::{Deserialize, Serialize};
use store::{NewJob, Tx};
use uuid::Uuid;
use words::PersonId;

/// The kind of the job that tells it: a [`Covered`]. Whoever showed one of these photos asks it back.
pub const COVERED: &str = "photo_covered";

/// Somebody was covered on request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Covered {
    /// By which form.
    pub act: Uuid,
    /// Who is covered.
    pub person: PersonId,
    /// On which photos.
    pub photos: Vec<Uuid>,
}

impl Covered {
    /// Queues it, once.
    pub(crate) async fn tell(&self, tx: &mut Tx, now: jiff::Timestamp) -> anyhow::Result<()> {
        tx.job(NewJob {
            kind: COVERED,
            key: self.act.as_simple().to_string(),
            payload: serde_json::to_value(self)?,
            due: now,
        })
        .await
        .map(drop)
    }
}
