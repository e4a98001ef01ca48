//! One person who was here twice.

use store::{Tx, params};
use words::PersonId;

/// Everything that one record is tied to goes to the other; the first stays as a trace. What both had is kept once.
/// False if either is a trace already.
pub async fn merge(tx: &mut Tx, mark: i64, from: PersonId, into: PersonId) -> anyhow::Result<bool> {
    let live = tx
        .one(
            "SELECT count(*) AS live FROM person WHERE board = $1 AND id IN ($2, $3) AND merged_into IS NULL",
            params![from, into],
        )
        .await?;
    if from == into || live.get::<i64>("live")? != 2 {
        return Ok(false);
    }
    for (both, rest) in STEPS {
        tx.run(both, params![from, into]).await?;
        tx.run(rest, params![from, into]).await?;
    }
    // A child is not its own guardian, should somebody merge a child with its parent.
    tx.run(
        "DELETE FROM guardianship WHERE board = $1 AND pupil = $2 AND guardian = $2",
        params![into],
    )
    .await?;
    // The source goes on knowing the person by its key; an own key of the one that goes on stays.
    tx.run(
        "UPDATE person SET merged_into = $3, email_index = NULL, version = version + 1, changed = $4 WHERE board = $1 AND id = $2",
        params![from, into, mark],
    )
    .await?;
    tx.run(
        "UPDATE person SET version = version + 1, changed = $3 WHERE board = $1 AND id = $2",
        params![into, mark],
    )
    .await?;
    Ok(true)
}

/// For each table: what both have goes from the first, and the rest goes to the second. `$2` is the first, `$3` the second.
const STEPS: [(&str, &str); 4] = [
    (
        "DELETE FROM enrolment WHERE board = $1 AND pupil = $2 AND EXISTS (SELECT 1 FROM enrolment o WHERE o.board = $1 \
         AND o.pupil = $3 AND o.school = enrolment.school AND o.from_day = enrolment.from_day)",
        "UPDATE enrolment SET pupil = $3 WHERE board = $1 AND pupil = $2",
    ),
    (
        "DELETE FROM membership WHERE board = $1 AND person = $2 AND EXISTS (SELECT 1 FROM membership o WHERE o.board = $1 \
         AND o.person = $3 AND o.class_group = membership.class_group AND o.part = membership.part AND o.from_day = membership.from_day)",
        "UPDATE membership SET person = $3 WHERE board = $1 AND person = $2",
    ),
    (
        "DELETE FROM guardianship WHERE board = $1 AND pupil = $2 AND EXISTS (SELECT 1 FROM guardianship o WHERE o.board = $1 \
         AND o.pupil = $3 AND o.guardian = guardianship.guardian)",
        "UPDATE guardianship SET pupil = $3 WHERE board = $1 AND pupil = $2",
    ),
    (
        "DELETE FROM guardianship WHERE board = $1 AND guardian = $2 AND EXISTS (SELECT 1 FROM guardianship o WHERE o.board = $1 \
         AND o.guardian = $3 AND o.pupil = guardianship.pupil)",
        "UPDATE guardianship SET guardian = $3 WHERE board = $1 AND guardian = $2",
    ),
];

/// The records that go on as this one: the trace of a merge.
pub async fn traces(tx: &mut Tx, person: PersonId) -> anyhow::Result<Vec<PersonId>> {
    let rows = tx
        .all(
            "SELECT id FROM person WHERE board = $1 AND merged_into = $2 ORDER BY id",
            params![person],
        )
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}
