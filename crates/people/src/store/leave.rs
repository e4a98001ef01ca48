//! What ends when somebody leaves, and who left without it.

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

/// Who left or leaves between these days while a role, or a part in a group other than a pupil's, goes on after it; with the last
/// day. The first to leave first, at most this many.
pub async fn with_open_ties(
    tx: &mut Tx,
    from: Date,
    until: Date,
    most: i64,
) -> anyhow::Result<Vec<(PersonId, Date)>> {
    let rows = tx
        .all(
            "SELECT p.id, p.left_on FROM person p WHERE p.board = $1 AND p.left_on >= $2 AND p.left_on <= $3 AND p.merged_into IS NULL \
             AND (EXISTS (SELECT 1 FROM role_held r WHERE r.board = $1 AND r.person = p.id \
             AND (r.until_day IS NULL OR r.until_day > p.left_on)) \
             OR EXISTS (SELECT 1 FROM membership m WHERE m.board = $1 AND m.person = p.id AND m.part <> 'leerling' \
             AND (m.until_day IS NULL OR m.until_day > p.left_on))) ORDER BY p.left_on, p.id LIMIT $4",
            params![from, until, most],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((row.get("id")?, row.get("left_on")?)))
        .collect()
}
