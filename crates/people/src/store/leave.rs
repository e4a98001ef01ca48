//! What ends when somebody leaves.

use jiff::civil::Date;
use store::{Tx, params};
use words::PersonId;

/// The places in groups, enrolments and bonds of somebody end on this day at the latest. What had not begun by then goes.
pub async fn end_ties(tx: &mut Tx, person: PersonId, last: Date) -> anyhow::Result<()> {
    for sql in [
        "DELETE FROM membership WHERE board = $1 AND person = $2 AND from_day > $3",
        "UPDATE membership SET until_day = $3 WHERE board = $1 AND person = $2 AND (until_day IS NULL OR until_day > $3)",
        "DELETE FROM enrolment WHERE board = $1 AND pupil = $2 AND from_day > $3",
        "UPDATE enrolment SET until_day = $3 WHERE board = $1 AND pupil = $2 AND (until_day IS NULL OR until_day > $3)",
        "UPDATE guardianship SET until_day = $3 WHERE board = $1 AND guardian = $2 AND (until_day IS NULL OR until_day > $3)",
    ] {
        tx.run(sql, params![person, last]).await?;
    }
    Ok(())
}
