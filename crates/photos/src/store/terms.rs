//! What a school settled about keeping photos.

use store::{Tx, params};
use words::SchoolId;

/// Files as they came in are gone after so many days, unless a school settled otherwise.
pub const ORIGINALS: i64 = 90;

/// What a school settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// After so many days the files as they came in are gone.
    pub originals: i64,
    /// After so many days the photos as they are shown are gone; none where the terms of the school's purposes count.
    pub shown: Option<i64>,
}

/// What a school settled, or what holds where it settled nothing.
pub async fn of_school(tx: &mut Tx, school: SchoolId) -> anyhow::Result<Terms> {
    let row = tx
        .maybe(
            "SELECT originals, shown FROM photo_terms WHERE board = $1 AND school = $2",
            params![school],
        )
        .await?;
    let Some(row) = row else {
        return Ok(Terms {
            originals: ORIGINALS,
            shown: None,
        });
    };
    Ok(Terms {
        originals: row.get("originals")?,
        shown: row.get("shown")?,
    })
}

/// Settles it.
pub async fn settle(tx: &mut Tx, school: SchoolId, terms: Terms) -> anyhow::Result<()> {
    tx.run(
        "INSERT INTO photo_terms (board, school, originals, shown) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (board, school) DO UPDATE SET originals = $3, shown = $4",
        params![school, terms.originals, terms.shown],
    )
    .await
    .map(drop)
}
