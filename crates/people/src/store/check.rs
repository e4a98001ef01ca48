//! Does everything here open, and does it point to something that is there?

use seal::BoardKeys;
use store::{Tx, params};
use uuid::Uuid;

/// How many rows are read at once.
const SOME: i64 = 2_000;

/// Each question finds rows that point to nothing.
const REFERENCES: [(&str, &str); 7] = [
    (
        "a person has no key",
        "SELECT p.id FROM person p WHERE p.board = $1 AND NOT EXISTS \
         (SELECT 1 FROM subject_key k WHERE k.board = p.board AND k.subject = p.id)",
    ),
    (
        "an enrolment is of nobody",
        "SELECT e.pupil AS id FROM enrolment e WHERE e.board = $1 AND NOT EXISTS \
         (SELECT 1 FROM person p WHERE p.board = e.board AND p.id = e.pupil)",
    ),
    (
        "an enrolment is at no school",
        "SELECT e.school AS id FROM enrolment e WHERE e.board = $1 AND NOT EXISTS \
         (SELECT 1 FROM school s WHERE s.board = e.board AND s.id = e.school)",
    ),
    (
        "a membership is of nobody",
        "SELECT m.person AS id FROM membership m WHERE m.board = $1 AND NOT EXISTS \
         (SELECT 1 FROM person p WHERE p.board = m.board AND p.id = m.person)",
    ),
    (
        "a membership is of no group",
        "SELECT m.class_group AS id FROM membership m WHERE m.board = $1 AND NOT EXISTS \
         (SELECT 1 FROM class_group g WHERE g.board = m.board AND g.id = m.class_group)",
    ),
    (
        "a guardianship is over nobody",
        "SELECT g.pupil AS id FROM guardianship g WHERE g.board = $1 AND NOT EXISTS \
         (SELECT 1 FROM person p WHERE p.board = g.board AND p.id = g.pupil)",
    ),
    (
        "a guardianship is by nobody",
        "SELECT g.guardian AS id FROM guardianship g WHERE g.board = $1 AND NOT EXISTS \
         (SELECT 1 FROM person p WHERE p.board = g.board AND p.id = g.guardian)",
    ),
];

/// Everything that does not open or points to nothing, each as one sentence with the identity it is about.
pub async fn loose(tx: &mut Tx, keys: &BoardKeys) -> anyhow::Result<Vec<String>> {
    let mut found = Vec::new();
    for (what, sql) in REFERENCES {
        for row in tx.all(sql, params![]).await? {
            found.push(format!("{what}: {}", row.get::<Uuid>("id")?.as_simple()));
        }
    }
    let mut last = Uuid::nil();
    loop {
        let rows = tx
            .all(
                "SELECT p.id, p.sealed, k.wrapped FROM person p JOIN subject_key k ON k.board = p.board AND k.subject = p.id \
                 WHERE p.board = $1 AND p.id > $2 ORDER BY p.id LIMIT $3",
                params![last, SOME],
            )
            .await?;
        let Some(end) = rows.last() else { break };
        last = end.get("id")?;
        for row in &rows {
            let id: Uuid = row.get("id")?;
            let opens = keys
                .subject(id, &row.get::<Vec<u8>>("wrapped")?)
                .and_then(|key| {
                    key.open(
                        super::persons::place(words::PersonId(id)),
                        &row.get::<Vec<u8>>("sealed").unwrap_or_default(),
                    )
                });
            if let Err(fault) = opens {
                found.push(format!("person {}: {fault}", id.as_simple()));
            }
        }
    }
    Ok(found)
}
