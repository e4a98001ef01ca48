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

/// When the school asked about a person, the first time first.
pub async fn when(tx: &mut Tx, about: PersonId) -> anyhow::Result<Vec<Timestamp>> {
    let rows = tx
        .all(
            "SELECT asked_at FROM consent_asked WHERE board = $1 AND about = $2 ORDER BY asked_at",
            params![about],
        )
        .await?;
    rows.iter().map(|row| row.get("asked_at")).collect()
}

/// About whom somebody was asked and did not answer, with when; what was stopped is asked no more.
pub async fn open_for(tx: &mut Tx, person: PersonId) -> anyhow::Result<Vec<(PersonId, Timestamp)>> {
    let rows = tx
        .all(
            "SELECT a.about, a.asked_at FROM consent_campaign c JOIN consent_asked a ON a.board = c.board AND a.campaign = c.id \
             WHERE c.board = $1 AND c.state <> 'gestopt' AND a.asked = $2 AND a.answered_at IS NULL",
            params![person],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((row.get("about")?, row.get("asked_at")?)))
        .collect()
}
