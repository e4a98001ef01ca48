//! Persons, and the schools they are enrolled at.

use anyhow::Context;
use jiff::Timestamp;
use jiff::civil::Date;
use seal::{BoardKeys, Place};
use store::{Row, Tx, Value, params};
use words::{GroupId, PersonId, SchoolId};

use crate::model::{Details, Person, Span};

/// A person who comes in.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// Identity.
    pub id: PersonId,
    /// What is sealed.
    pub details: Details,
    /// The key of the source that brought them, as [`source_index`] hides it.
    pub source: Option<Vec<u8>>,
}

/// What is stored instead of a source's own key of a person, so that the next file finds the same person again.
pub fn source_index(keys: &BoardKeys, school: SchoolId, kind: &str, key: &str) -> Vec<u8> {
    keys.index("source", &format!("{school} {kind} {key}"))
}

/// What is stored to find a person by an e-mail address.
pub fn email_index(keys: &BoardKeys, email: &str) -> Vec<u8> {
    keys.index("email", &email.trim().to_lowercase())
}

pub(crate) fn place(id: PersonId) -> Place<'static> {
    Place {
        table: "person",
        column: "sealed",
        row: id.0,
    }
}

/// Adds people. `mark` is the number of this change, from [`super::mark`].
pub async fn add(
    tx: &mut Tx,
    keys: &BoardKeys,
    mark: i64,
    at: Timestamp,
    people: &[NewPerson],
) -> anyhow::Result<()> {
    let mut rows = Vec::with_capacity(people.len());
    let mut wrapped_keys = Vec::with_capacity(people.len());
    for person in people {
        let (key, wrapped) = keys.new_subject(person.id.0)?;
        let sealed = key.seal(place(person.id), &serde_json::to_vec(&person.details)?)?;
        wrapped_keys.push(params![person.id, wrapped]);
        let email = person.details.email.as_deref();
        rows.push(params![
            person.id,
            sealed,
            person.source.clone(),
            email.map(|email| email_index(keys, email)),
            at,
            1,
            mark
        ]);
    }
    tx.many(
        "INSERT INTO subject_key (board, subject, wrapped) VALUES",
        wrapped_keys,
    )
    .await?;
    tx.many(
        "INSERT INTO person (board, id, sealed, source_index, email_index, made_at, version, changed) VALUES",
        rows,
    )
    .await
}

pub(super) fn person_of(row: &Row, keys: &BoardKeys) -> anyhow::Result<Person> {
    let id: PersonId = row.get("id")?;
    let wrapped: Option<Vec<u8>> = row.get("wrapped")?;
    let details = match wrapped {
        None => None,
        Some(wrapped) => {
            let sealed: Vec<u8> = row.get("sealed")?;
            let opened = keys.subject(id.0, &wrapped)?.open(place(id), &sealed)?;
            Some(serde_json::from_slice(&opened).context("what is sealed of a person is no JSON")?)
        }
    };
    Ok(Person {
        id,
        details,
        merged_into: row.get("merged_into")?,
        left_on: row.get("left_on")?,
        version: row.get("version")?,
    })
}

/// One person.
pub async fn person(tx: &mut Tx, keys: &BoardKeys, id: PersonId) -> anyhow::Result<Option<Person>> {
    let row = tx
        .maybe(
            "SELECT p.id, p.sealed, p.merged_into, p.left_on, p.version, k.wrapped FROM person p \
             LEFT JOIN subject_key k ON k.board = p.board AND k.subject = p.id WHERE p.board = $1 AND p.id = $2",
            params![id],
        )
        .await?;
    row.map(|row| person_of(&row, keys)).transpose()
}

/// These people; whoever is not there is left out.
pub async fn these(
    tx: &mut Tx,
    keys: &BoardKeys,
    people: &[PersonId],
) -> anyhow::Result<Vec<Person>> {
    let mut found = Vec::with_capacity(people.len());
    for values in Value::by_eights(people) {
        let rows = tx
            .all(
                "SELECT p.id, p.sealed, p.merged_into, p.left_on, p.version, k.wrapped FROM person p \
                 LEFT JOIN subject_key k ON k.board = p.board AND k.subject = p.id \
                 WHERE p.board = $1 AND p.id IN ($2, $3, $4, $5, $6, $7, $8, $9)",
                values,
            )
            .await?;
        for row in &rows {
            found.push(person_of(row, keys)?);
        }
    }
    Ok(found)
}

/// Everybody of the board who changed after a number, for the directory.
pub async fn changed_after(
    tx: &mut Tx,
    keys: &BoardKeys,
    number: i64,
) -> anyhow::Result<Vec<Person>> {
    let rows = tx
        .all(
            "SELECT p.id, p.sealed, p.merged_into, p.left_on, p.version, k.wrapped FROM person p \
             LEFT JOIN subject_key k ON k.board = p.board AND k.subject = p.id WHERE p.board = $1 AND p.changed > $2",
            params![number],
        )
        .await?;
    rows.iter().map(|row| person_of(row, keys)).collect()
}

/// Who is known by this source's key, as [`source_index`] hides it.
pub async fn by_source(tx: &mut Tx, index: &[u8]) -> anyhow::Result<Option<PersonId>> {
    let row = tx
        .maybe(
            "SELECT id FROM person WHERE board = $1 AND source_index = $2",
            params![index],
        )
        .await?;
    row.map(|row| row.get("id")).transpose()
}

/// Everybody with this e-mail address: two parents may share one.
pub async fn by_email(tx: &mut Tx, index: &[u8]) -> anyhow::Result<Vec<PersonId>> {
    let rows = tx
        .all(
            "SELECT id FROM person WHERE board = $1 AND email_index = $2 AND merged_into IS NULL ORDER BY id",
            params![index],
        )
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// Changes what is sealed of a person; false if somebody else changed it since this version.
pub async fn change(
    tx: &mut Tx,
    keys: &BoardKeys,
    mark: i64,
    person: &Person,
    details: &Details,
) -> anyhow::Result<bool> {
    let key = tx
        .maybe(
            "SELECT wrapped FROM subject_key WHERE board = $1 AND subject = $2",
            params![person.id],
        )
        .await?;
    let Some(key) = key else { return Ok(false) };
    let key = keys.subject(person.id.0, &key.get::<Vec<u8>>("wrapped")?)?;
    let sealed = key.seal(place(person.id), &serde_json::to_vec(details)?)?;
    let email = details
        .email
        .as_deref()
        .map(|email| email_index(keys, email));
    let touched = tx
        .run(
            "UPDATE person SET sealed = $2, email_index = $3, version = version + 1, changed = $4 \
             WHERE board = $1 AND id = $5 AND version = $6 AND merged_into IS NULL",
            params![sealed, email, mark, person.id, person.version],
        )
        .await?;
    Ok(touched == 1)
}

/// Somebody leaves on a day, or came back.
pub async fn set_left(
    tx: &mut Tx,
    mark: i64,
    person: PersonId,
    day: Option<Date>,
) -> anyhow::Result<()> {
    tx.run(
        "UPDATE person SET left_on = $2, version = version + 1, changed = $3 WHERE board = $1 AND id = $4",
        params![day, mark, person],
    )
    .await
    .map(drop)
}

/// A pupil's time at a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Enrolment {
    /// Who.
    pub pupil: PersonId,
    /// Where.
    pub school: SchoolId,
    /// When.
    pub span: Span,
}

/// Enrols pupils.
pub async fn enrol(tx: &mut Tx, enrolments: &[Enrolment]) -> anyhow::Result<()> {
    let rows = enrolments
        .iter()
        .map(|one| params![one.pupil, one.school, one.span.from, one.span.until])
        .collect::<Vec<Vec<Value>>>();
    tx.many_or(
        "INSERT INTO enrolment (board, pupil, school, from_day, until_day) VALUES",
        "ON CONFLICT (board, pupil, school, from_day) DO UPDATE SET until_day = excluded.until_day",
        rows,
    )
    .await
}

/// Where and when a pupil was enrolled, the first time first.
pub async fn enrolments(tx: &mut Tx, pupil: PersonId) -> anyhow::Result<Vec<Enrolment>> {
    let rows = tx
        .all(
            "SELECT pupil, school, from_day, until_day FROM enrolment WHERE board = $1 AND pupil = $2 ORDER BY from_day",
            params![pupil],
        )
        .await?;
    rows.iter().map(enrolment_of).collect()
}

/// Where and when these pupils were enrolled.
pub async fn enrolments_of(tx: &mut Tx, pupils: &[PersonId]) -> anyhow::Result<Vec<Enrolment>> {
    let mut found = Vec::with_capacity(pupils.len());
    for values in Value::by_eights(pupils) {
        let rows = tx
            .all(
                "SELECT pupil, school, from_day, until_day FROM enrolment \
                 WHERE board = $1 AND pupil IN ($2, $3, $4, $5, $6, $7, $8, $9) ORDER BY pupil, from_day",
                values,
            )
            .await?;
        for row in &rows {
            found.push(enrolment_of(row)?);
        }
    }
    Ok(found)
}

/// Every enrolment of the board, for the directory.
pub async fn all_enrolments(tx: &mut Tx) -> anyhow::Result<Vec<Enrolment>> {
    let rows = tx
        .all(
            "SELECT pupil, school, from_day, until_day FROM enrolment WHERE board = $1",
            params![],
        )
        .await?;
    rows.iter().map(enrolment_of).collect()
}

/// Where and when the pupils of a group on a day were enrolled.
pub async fn enrolments_of_group(
    tx: &mut Tx,
    group: GroupId,
    day: Date,
) -> anyhow::Result<Vec<Enrolment>> {
    let rows = tx
        .all(
            "SELECT e.pupil, e.school, e.from_day, e.until_day FROM membership m \
             JOIN enrolment e ON e.board = m.board AND e.pupil = m.person \
             WHERE m.board = $1 AND m.class_group = $2 AND m.part = 'leerling' AND m.from_day <= $3 \
             AND (m.until_day IS NULL OR m.until_day >= $3) ORDER BY e.from_day",
            params![group, day],
        )
        .await?;
    rows.iter().map(enrolment_of).collect()
}

fn enrolment_of(row: &Row) -> anyhow::Result<Enrolment> {
    Ok(Enrolment {
        pupil: row.get("pupil")?,
        school: row.get("school")?,
        span: span_of(row)?,
    })
}

/// The days of a row.
pub(super) fn span_of(row: &Row) -> anyhow::Result<Span> {
    Ok(Span {
        from: row.get("from_day")?,
        until: row.get("until_day")?,
    })
}
