//! What a school settled about keeping photos.

use store::{Tx, params};
use words::SchoolId;

/// Files as they came in are gone after so many days, unless a school settled otherwise.
pub const ORIGINALS: i64 = 90;

/// After how many days the files as they came in are gone.
pub async fn originals(tx: &mut Tx, school: SchoolId) -> anyhow::Result<i64> {
    let row = tx
        .maybe(
            "SELECT originals FROM photo_terms WHERE board = $1 AND school = $2",
            params![school],
        )
        .await?;
    row.map_or(Ok(ORIGINALS), |row| row.get("originals"))
}

/// Settles it.
pub async fn settle(tx: &mut Tx, school: SchoolId, originals: i64) -> anyhow::Result<()> {
    tx.run(
        "INSERT INTO photo_terms (board, school, originals) VALUES ($1, $2, $3) \
         ON CONFLICT (board, school) DO UPDATE SET originals = $3",
        params![school, originals],
    )
    .await
    .map(drop)
}
