//! Groups and who belongs to them.

use anyhow::Context;
use jiff::civil::Date;
use store::{Row, Tx, Value, params};
use words::{GroupId, PersonId, SchoolId};

use super::persons::span_of;
use crate::SchoolYear;
use crate::model::{Group, Kind, Membership, Part};

fn group_of(row: &Row) -> anyhow::Result<Group> {
    let kind: String = row.get("kind")?;
    let level = |name: &str| -> anyhow::Result<u8> { Ok(u8::try_from(row.get::<i64>(name)?)?) };
    Ok(Group {
        id: row.get("id")?,
        school: row.get("school")?,
        year: SchoolYear::beginning(row.get("school_year")?)
            .context("no school year begins then")?,
        name: row.get("name")?,
        kind: Kind::from_key(&kind).context("no kind of group is called so")?,
        levels: (level("lowest")?, level("highest")?),
    })
}

/// Adds groups, with the keys by which a source knows them.
pub async fn add(tx: &mut Tx, groups: &[(Group, Option<Vec<u8>>)]) -> anyhow::Result<()> {
    let row = |(group, source): &(Group, Option<Vec<u8>>)| -> Vec<Value> {
        params![
            group.id,
            group.school,
            group.year.number(),
            &group.name,
            group.kind.key(),
            i64::from(group.levels.0),
            i64::from(group.levels.1),
            source.clone()
        ]
    };
    tx.many(
        "INSERT INTO class_group (board, id, school, school_year, name, kind, lowest, highest, source_index) VALUES",
        groups.iter().map(row).collect(),
    )
    .await
}

/// Changes the name and years of a group.
pub async fn change(tx: &mut Tx, group: &Group) -> anyhow::Result<()> {
    tx.run(
        "UPDATE class_group SET name = $2, kind = $3, lowest = $4, highest = $5 WHERE board = $1 AND id = $6",
        params![
            &group.name,
            group.kind.key(),
            i64::from(group.levels.0),
            i64::from(group.levels.1),
            group.id
        ],
    )
    .await
    .map(drop)
}

/// One group.
pub async fn group(tx: &mut Tx, id: GroupId) -> anyhow::Result<Option<Group>> {
    let row = tx
        .maybe(
            "SELECT id, school, school_year, name, kind, lowest, highest FROM class_group WHERE board = $1 AND id = $2",
            params![id],
        )
        .await?;
    row.as_ref().map(group_of).transpose()
}

/// The group that a source means by this key.
pub async fn group_by_source(tx: &mut Tx, index: &[u8]) -> anyhow::Result<Option<GroupId>> {
    let row = tx
        .maybe(
            "SELECT id FROM class_group WHERE board = $1 AND source_index = $2",
            params![index],
        )
        .await?;
    row.map(|row| row.get("id")).transpose()
}

/// The groups of a school in a year: classes first, from young to old.
pub async fn groups(tx: &mut Tx, school: SchoolId, year: SchoolYear) -> anyhow::Result<Vec<Group>> {
    let rows = tx
        .all(
            "SELECT id, school, school_year, name, kind, lowest, highest FROM class_group \
             WHERE board = $1 AND school = $2 AND school_year = $3 ORDER BY kind DESC, lowest, highest, name, id",
            params![school, year.number()],
        )
        .await?;
    rows.iter().map(group_of).collect()
}

/// Every group of the board in a year, for the directory.
pub async fn all_groups(tx: &mut Tx, year: SchoolYear) -> anyhow::Result<Vec<Group>> {
    let rows = tx
        .all(
            "SELECT id, school, school_year, name, kind, lowest, highest FROM class_group \
             WHERE board = $1 AND school_year = $2 ORDER BY kind DESC, lowest, highest, name, id",
            params![year.number()],
        )
        .await?;
    rows.iter().map(group_of).collect()
}

/// How many pupils each group of a school has on a day.
pub async fn counts(
    tx: &mut Tx,
    school: SchoolId,
    day: Date,
) -> anyhow::Result<Vec<(GroupId, i64)>> {
    let rows = tx
        .all(
            "SELECT m.class_group, count(*) AS pupils FROM membership m \
             JOIN class_group g ON g.board = m.board AND g.id = m.class_group \
             WHERE m.board = $1 AND g.school = $2 AND m.part = 'leerling' AND m.from_day <= $3 \
             AND (m.until_day IS NULL OR m.until_day >= $3) GROUP BY m.class_group",
            params![school, day],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((row.get("class_group")?, row.get("pupils")?)))
        .collect()
}

fn membership_of(row: &Row) -> anyhow::Result<Membership> {
    let part: String = row.get("part")?;
    Ok(Membership {
        person: row.get("person")?,
        group: row.get("class_group")?,
        part: Part::from_key(&part).context("no part is called so")?,
        level: u8::try_from(row.get::<i64>("level")?)?,
        span: span_of(row)?,
    })
}

/// Who belongs to a group on a day.
pub async fn members(tx: &mut Tx, group: GroupId, day: Date) -> anyhow::Result<Vec<Membership>> {
    let rows = tx
        .all(
            "SELECT person, class_group, part, level, from_day, until_day FROM membership \
             WHERE board = $1 AND class_group = $2 AND from_day <= $3 AND (until_day IS NULL OR until_day >= $3)",
            params![group, day],
        )
        .await?;
    rows.iter().map(membership_of).collect()
}

/// The groups somebody belongs or belonged to, with the groups themselves, the latest first.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> anyhow::Result<Vec<(Membership, Group)>> {
    let rows = tx
        .all(
            "SELECT m.person, m.class_group, m.part, m.level, m.from_day, m.until_day, \
             g.id, g.school, g.school_year, g.name, g.kind, g.lowest, g.highest FROM membership m \
             JOIN class_group g ON g.board = m.board AND g.id = m.class_group \
             WHERE m.board = $1 AND m.person = $2 ORDER BY g.school_year DESC, g.kind DESC, g.name",
            params![person],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((membership_of(row)?, group_of(row)?)))
        .collect()
}

/// Everybody's place in a group on a day, for the directory.
pub async fn all_memberships(tx: &mut Tx, day: Date) -> anyhow::Result<Vec<Membership>> {
    let rows = tx
        .all(
            "SELECT person, class_group, part, level, from_day, until_day FROM membership \
             WHERE board = $1 AND from_day <= $2 AND (until_day IS NULL OR until_day >= $2)",
            params![day],
        )
        .await?;
    rows.iter().map(membership_of).collect()
}

/// The groups of which somebody is the only mentor on a day.
pub async fn mentored_alone(
    tx: &mut Tx,
    person: PersonId,
    day: Date,
) -> anyhow::Result<Vec<Group>> {
    let rows = tx
        .all(
            "SELECT g.id, g.school, g.school_year, g.name, g.kind, g.lowest, g.highest FROM class_group g \
             JOIN membership m ON m.board = g.board AND m.class_group = g.id \
             WHERE g.board = $1 AND m.person = $2 AND m.part = 'mentor' AND m.from_day <= $3 \
             AND (m.until_day IS NULL OR m.until_day >= $3) AND NOT EXISTS (SELECT 1 FROM membership o WHERE o.board = $1 \
             AND o.class_group = g.id AND o.part = 'mentor' AND o.person <> $2 AND o.from_day <= $3 \
             AND (o.until_day IS NULL OR o.until_day >= $3)) ORDER BY g.name",
            params![person, day],
        )
        .await?;
    rows.iter().map(group_of).collect()
}

/// Places people in groups.
pub async fn place(tx: &mut Tx, memberships: &[Membership]) -> anyhow::Result<()> {
    let row = |one: &Membership| -> Vec<Value> {
        params![
            one.person,
            one.group,
            one.part.key(),
            i64::from(one.level),
            one.span.from,
            one.span.until
        ]
    };
    tx.many_or(
        "INSERT INTO membership (board, person, class_group, part, level, from_day, until_day) VALUES",
        "ON CONFLICT (board, person, class_group, part, from_day) DO UPDATE SET level = excluded.level, until_day = excluded.until_day",
        memberships.iter().map(row).collect(),
    )
    .await
}

/// Ends every place that somebody has in a group in this part, on a last day. A place that had not begun yet goes.
pub async fn end(
    tx: &mut Tx,
    person: PersonId,
    group: GroupId,
    part: Part,
    last: Date,
) -> anyhow::Result<()> {
    tx.run(
        "DELETE FROM membership WHERE board = $1 AND person = $2 AND class_group = $3 AND part = $4 AND from_day > $5",
        params![person, group, part.key(), last],
    )
    .await?;
    tx.run(
        "UPDATE membership SET until_day = $5 WHERE board = $1 AND person = $2 AND class_group = $3 AND part = $4 \
         AND (until_day IS NULL OR until_day > $5)",
        params![person, group, part.key(), last],
    )
    .await
    .map(drop)
}
