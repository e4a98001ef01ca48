//! Who was asked about whom, and whether they answered.

use jiff::Timestamp;
use store::{Tx, params};
use words::PersonId;

/// Somebody answered about a person: whatever asked them about it reminds them no more.
pub async fn answered(
    tx: &mut Tx,
    by: PersonId,
    about: PersonId,
    at: Timestamp,
) -> anyhow::Result<()> {
    tx.run(
        "UPDATE consent_asked SET answered_at = $2 WHERE board = $1 AND asked = $3 AND about = $4 AND answered_at IS NULL",
        params![at, by, about],
    )
    .await
    .map(drop)
}
