//! Who is never shown. That it is so is known to whoever makes a list; why is not.

use jiff::Timestamp;
use jiff::civil::Date;
use people::model::Span;
use seal::{BoardKeys, Place, SubjectKey};
use store::{Row, Tx, params};
use words::PersonId;

/// A time in which somebody is never shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shield {
    /// Who.
    pub person: PersonId,
    /// When.
    pub span: Span,
    /// Who settled it.
    pub made_by: PersonId,
    /// When they did.
    pub made_at: Timestamp,
}

/// The key of a person; none once the person was erased.
pub(crate) async fn key_of(
    tx: &mut Tx,
    keys: &BoardKeys,
    person: PersonId,
) -> anyhow::Result<Option<SubjectKey>> {
    let row = tx
        .maybe(
            "SELECT wrapped FROM subject_key WHERE board = $1 AND subject = $2",
            params![person],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let wrapped: Vec<u8> = row.get("wrapped")?;
    Ok(Some(keys.subject(person.0, &wrapped)?))
}

const PLACE: Place<'static> = Place {
    table: "consent_shield",
    column: "reason",
    row: uuid::Uuid::nil(),
};

/// Shields somebody. False if the person was erased.
pub async fn put(
    tx: &mut Tx,
    keys: &BoardKeys,
    shield: &Shield,
    reason: &str,
) -> anyhow::Result<bool> {
    let Some(key) = key_of(tx, keys, shield.person).await? else {
        return Ok(false);
    };
    let sealed = key.seal(place(shield.person), reason.as_bytes())?;
    tx.run(
        "INSERT INTO consent_shield (board, person, from_day, until_day, made_by, made_at, reason) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![
            shield.person,
            shield.span.from,
            shield.span.until,
            shield.made_by,
            shield.made_at,
            sealed
        ],
    )
    .await?;
    Ok(true)
}

fn place(person: PersonId) -> Place<'static> {
    Place {
        row: person.0,
        ..PLACE
    }
}

/// Ends every shield of a person: this is the last day.
pub async fn end(tx: &mut Tx, person: PersonId, last: Date) -> anyhow::Result<u64> {
    tx.run(
        "UPDATE consent_shield SET until_day = $2 WHERE board = $1 AND person = $3 AND (until_day IS NULL OR until_day > $2)",
        params![last, person],
    )
    .await
}

/// Everybody of the board who is shielded on this day. Few are; a list asks once.
pub async fn on(tx: &mut Tx, day: Date) -> anyhow::Result<Vec<PersonId>> {
    let rows = tx
        .all(
            "SELECT person FROM consent_shield WHERE board = $1 AND from_day <= $2 AND (until_day IS NULL OR until_day >= $2)",
            params![day],
        )
        .await?;
    rows.iter().map(|row| row.get("person")).collect()
}

/// The shields of a person with their reasons, for whoever may know.
pub async fn of(
    tx: &mut Tx,
    keys: &BoardKeys,
    person: PersonId,
) -> anyhow::Result<Vec<(Shield, String)>> {
    let key = key_of(tx, keys, person).await?;
    let rows = tx
        .all(
            "SELECT person, from_day, until_day, made_by, made_at, reason FROM consent_shield WHERE board = $1 AND person = $2 \
             ORDER BY made_at",
            params![person],
        )
        .await?;
    let read = |row: &Row| {
        let sealed: Vec<u8> = row.get("reason")?;
        let reason = match &key {
            Some(key) => String::from_utf8_lossy(&key.open(place(person), &sealed)?).into_owned(),
            None => String::new(),
        };
        let shield = Shield {
            person,
            span: Span {
                from: row.get("from_day")?,
                until: row.get("until_day")?,
            },
            made_by: row.get("made_by")?,
            made_at: row.get("made_at")?,
        };
        Ok((shield, reason))
    };
    rows.iter().map(read).collect()
}
