//! Who saw whom in a list of photos, by the hour.

use jiff::Timestamp;
use store::{Tx, params};
use uuid::Uuid;
use words::PersonId;

const HOUR: i64 = 3600;

/// Somebody sees this person on this photo. False if they did so in this hour before: the log has it already.
pub async fn first(
    tx: &mut Tx,
    photo: Uuid,
    by: PersonId,
    subject: Uuid,
    now: Timestamp,
) -> anyhow::Result<bool> {
    let added = tx
        .run(
            "INSERT INTO photo_seen (board, photo, seen_by, subject, hour) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (board, photo, seen_by, subject, hour) DO NOTHING",
            params![photo, by, subject, now.as_second() / HOUR],
        )
        .await?;
    Ok(added > 0)
}

/// Forgets the hours before this moment: the log has what counts.
pub async fn tidy(tx: &mut Tx, before: Timestamp) -> anyhow::Result<()> {
    tx.run(
        "DELETE FROM photo_seen WHERE board = $1 AND hour < $2",
        params![before.as_second() / HOUR],
    )
    .await
    .map(drop)
}
