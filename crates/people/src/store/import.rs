//! What an import looks up, in pieces of bounded size, and what it writes.

use jiff::civil::Date;
use seal::BoardKeys;
use store::{Row, Tx, Value, params};
use uuid::Uuid;
use words::{GroupId, PersonId, SchoolId};

use super::persons;
use crate::SchoolYear;
use crate::model::{Authority, Guardianship, Part, Person, Relation, Span};

/// How many rows are looked at in one go.
const PIECE: i64 = 2_000;

/// A person whom a source knows.
#[derive(Debug)]
pub struct Sourced {
    /// The source's key, as [`persons::source_index`] hides it.
    pub index: Vec<u8>,
    /// The person, opened.
    pub person: Person,
}

/// The next piece of the people whom a source knows, after this one.
pub async fn sourced(
    tx: &mut Tx,
    keys: &BoardKeys,
    after: PersonId,
) -> anyhow::Result<Vec<Sourced>> {
    let rows = tx
        .all(
            "SELECT p.id, p.sealed, p.merged_into, p.left_on, p.version, p.source_index, k.wrapped FROM person p \
             LEFT JOIN subject_key k ON k.board = p.board AND k.subject = p.id \
             WHERE p.board = $1 AND p.source_index IS NOT NULL AND p.id > $2 ORDER BY p.id LIMIT $3",
            params![after, PIECE],
        )
        .await?;
    let sourced = |row: &Row| -> anyhow::Result<Sourced> {
        Ok(Sourced {
            index: row.get("source_index")?,
            person: persons::person_of(row, keys)?,
        })
    };
    rows.iter().map(sourced).collect()
}

/// The next piece of a school's enrolments that have not ended before a day, after this pupil. A pupil's rows come together.
pub async fn enrolled(
    tx: &mut Tx,
    school: SchoolId,
    day: Date,
    after: PersonId,
) -> anyhow::Result<Vec<(PersonId, Span)>> {
    let rows = tx
        .all(
            "SELECT pupil, max(from_day) AS from_day, max(coalesce(until_day, '9999-12-31')) AS until_day FROM enrolment \
             WHERE board = $1 AND school = $2 AND pupil > $3 AND (until_day IS NULL OR until_day >= $4) \
             GROUP BY pupil ORDER BY pupil LIMIT $5",
            params![school, after, day, PIECE],
        )
        .await?;
    let one = |row: &Row| -> anyhow::Result<(PersonId, Span)> {
        let until: Date = row.get("until_day")?;
        let until = (until.year() < 9999).then_some(until);
        Ok((
            row.get("pupil")?,
            Span {
                from: row.get("from_day")?,
                until,
            },
        ))
    };
    rows.iter().map(one).collect()
}

/// A group, with the key by which a source knows it.
#[derive(Debug, Clone)]
pub struct SourcedGroup {
    /// Identity.
    pub id: GroupId,
    /// What it is called.
    pub name: String,
    /// `klas` or `cluster`.
    pub kind: String,
    /// The lowest and the highest year.
    pub levels: (i64, i64),
    /// The source's key, hidden.
    pub index: Option<Vec<u8>>,
}

/// The groups of a school in a year.
pub async fn groups(
    tx: &mut Tx,
    school: SchoolId,
    year: SchoolYear,
) -> anyhow::Result<Vec<SourcedGroup>> {
    let rows = tx
        .all(
            "SELECT id, name, kind, lowest, highest, source_index FROM class_group \
             WHERE board = $1 AND school = $2 AND school_year = $3",
            params![school, year.number()],
        )
        .await?;
    let one = |row: &Row| -> anyhow::Result<SourcedGroup> {
        Ok(SourcedGroup {
            id: row.get("id")?,
            name: row.get("name")?,
            kind: row.get("kind")?,
            levels: (row.get("lowest")?, row.get("highest")?),
            index: row.get("source_index")?,
        })
    };
    rows.iter().map(one).collect()
}

/// From now on a source knows this group by its key.
pub async fn adopt(tx: &mut Tx, group: GroupId, index: &[u8]) -> anyhow::Result<()> {
    tx.run(
        "UPDATE class_group SET source_index = $2 WHERE board = $1 AND id = $3",
        params![index, group],
    )
    .await
    .map(drop)
}

/// Who is in a group on a day or later, and as what.
pub async fn members(
    tx: &mut Tx,
    group: GroupId,
    day: Date,
) -> anyhow::Result<Vec<(PersonId, Part, u8, Date)>> {
    let rows = tx
        .all(
            "SELECT person, part, level, from_day FROM membership \
             WHERE board = $1 AND class_group = $2 AND (until_day IS NULL OR until_day >= $3)",
            params![group, day],
        )
        .await?;
    let one = |row: &Row| -> anyhow::Result<(PersonId, Part, u8, Date)> {
        let part: String = row.get("part")?;
        let part = Part::from_key(&part).unwrap_or(Part::Pupil);
        let level = u8::try_from(row.get::<i64>("level")?)?;
        Ok((row.get("person")?, part, level, row.get("from_day")?))
    };
    rows.iter().map(one).collect()
}

/// A pupil's last day at a school, as the source gives it.
pub async fn last_day(
    tx: &mut Tx,
    school: SchoolId,
    pupil: PersonId,
    last: Option<Date>,
) -> anyhow::Result<()> {
    tx.run(
        "UPDATE enrolment SET until_day = $2 WHERE board = $1 AND school = $3 AND pupil = $4 AND from_day = \
         (SELECT max(from_day) FROM enrolment WHERE board = $1 AND school = $3 AND pupil = $4)",
        params![last, school, pupil],
    )
    .await
    .map(drop)
}

/// Says otherwise of a bond that nobody at the school saw to.
pub async fn unconfirmed(tx: &mut Tx, bond: &Guardianship) -> anyhow::Result<()> {
    tx.run(
        "UPDATE guardianship SET relation = $2, authority = $3 \
         WHERE board = $1 AND pupil = $4 AND guardian = $5 AND confirmed_by IS NULL",
        params![
            bond.relation.key(),
            bond.authority.key(),
            bond.pupil,
            bond.guardian
        ],
    )
    .await
    .map(drop)
}

/// A bond, as far as an import compares it.
pub type Bond = (Relation, Authority, bool);

/// Adds locations that a school did not have, by name.
pub async fn locations(
    tx: &mut Tx,
    school: SchoolId,
    new: Vec<(Uuid, String)>,
) -> anyhow::Result<()> {
    let rows = new.into_iter().map(|(id, name)| params![id, school, name]);
    tx.many(
        "INSERT INTO location (board, id, school, name) VALUES",
        rows.collect::<Vec<Vec<Value>>>(),
    )
    .await
}
