//! Who fills which role, from when until when.

use jiff::civil::Date;
use store::{Row, Tx, params};
use uuid::Uuid;
use words::{GroupId, PersonId, Role, SchoolId};

use crate::HeldRole;

/// A role that somebody fills, with its days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleRow {
    /// Its identity.
    pub id: Uuid,
    /// Who fills it.
    pub person: PersonId,
    /// What it covers, and for whom they stand in.
    pub held: HeldRole,
    /// The first day.
    pub from: Date,
    /// The last day; none: until further notice.
    pub until: Option<Date>,
}

fn read(row: &Row) -> anyhow::Result<RoleRow> {
    Ok(RoleRow {
        id: row.get("id")?,
        person: row.get("person")?,
        held: HeldRole {
            role: row.get("role")?,
            school: row.get::<Option<SchoolId>>("school")?,
            group: row.get::<Option<GroupId>>("class_group")?,
            substitute_for: row.get::<Option<PersonId>>("substitute_for")?,
        },
        from: row.get("from_day")?,
        until: row.get("until_day")?,
    })
}

/// The roles that somebody fills on this day.
pub async fn of(tx: &mut Tx, person: PersonId, today: Date) -> anyhow::Result<Vec<RoleRow>> {
    let rows = tx
        .all(
            "SELECT id, person, role, school, class_group, from_day, until_day, substitute_for FROM role_held \
             WHERE board = $1 AND person = $2 AND from_day <= $3 AND (until_day IS NULL OR until_day >= $3) ORDER BY id",
            params![person, today],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Every role that anybody fills on this day or will fill later.
pub async fn all(tx: &mut Tx, today: Date) -> anyhow::Result<Vec<RoleRow>> {
    let rows = tx
        .all(
            "SELECT id, person, role, school, class_group, from_day, until_day, substitute_for FROM role_held \
             WHERE board = $1 AND (until_day IS NULL OR until_day >= $2) ORDER BY role, id",
            params![today],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// One row.
pub async fn one(tx: &mut Tx, id: Uuid) -> anyhow::Result<Option<RoleRow>> {
    let row = tx
        .maybe(
            "SELECT id, person, role, school, class_group, from_day, until_day, substitute_for FROM role_held \
             WHERE board = $1 AND id = $2",
            params![id],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

/// Gives a role. The sessions of the person end: what they may do is another thing from now on.
pub async fn give(tx: &mut Tx, row: &RoleRow, now: jiff::Timestamp) -> anyhow::Result<()> {
    give_many(tx, std::slice::from_ref(row)).await?;
    super::sessions::end_all(tx, row.person, None, now)
        .await
        .map(drop)
}

/// Gives roles to people who have no session yet: by an import.
pub async fn give_many(tx: &mut Tx, rows: &[RoleRow]) -> anyhow::Result<()> {
    let values = rows.iter().map(|row| {
        let held = &row.held;
        params![
            row.id,
            row.person,
            held.role,
            held.school,
            held.group,
            row.from,
            row.until,
            held.substitute_for
        ]
    });
    tx.many(
        "INSERT INTO role_held (board, id, person, role, school, class_group, from_day, until_day, substitute_for) VALUES",
        values.collect(),
    )
    .await
}

/// Ends a role with this last day, and the sessions of who filled it. True if there was such a role.
pub async fn end(tx: &mut Tx, id: Uuid, last: Date, now: jiff::Timestamp) -> anyhow::Result<bool> {
    let row = tx
        .maybe(
            "UPDATE role_held SET until_day = $3 WHERE board = $1 AND id = $2 RETURNING person",
            params![id, last],
        )
        .await?;
    let Some(row) = row else { return Ok(false) };
    super::sessions::end_all(tx, row.get("person")?, None, now).await?;
    Ok(true)
}

/// Somebody who fills this role on this day: for the demo.
pub async fn somebody(tx: &mut Tx, role: Role, today: Date) -> anyhow::Result<Option<PersonId>> {
    let row = tx
        .maybe(
            "SELECT person FROM role_held WHERE board = $1 AND role = $2 AND from_day <= $3 \
             AND (until_day IS NULL OR until_day >= $3) AND substitute_for IS NULL ORDER BY id LIMIT 1",
            params![role, today],
        )
        .await?;
    row.map(|row| row.get("person")).transpose()
}
