//! Publications, what happened to them, and who releases at a school.

use anyhow::Context;
use jiff::Timestamp;
use seal::{BoardKeys, Place};
use store::{Row, Tx, params};
use uuid::Uuid;
use words::{PersonId, Role, SchoolId};

use crate::post::model::{Approval, Content, Event, Publication, Stage};
use crate::post::signed::{Part, Parts};

fn place(id: Uuid) -> Place<'static> {
    Place {
        table: "publication",
        column: "sealed",
        row: id,
    }
}

fn said(id: Uuid) -> Place<'static> {
    Place {
        table: "publication_event",
        column: "sealed",
        row: id,
    }
}

/// The columns of a row, with what follows: a text is there before the program runs, so that none is made of what people type.
macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT id, school, class_group, author, role, stage, revision, due, made_at, changed_at, approved_by, approved_role, approved_at, approved_revision, approved_digest, sealed FROM publication ", $rest)
    };
}

fn read(row: &Row, keys: &BoardKeys) -> anyhow::Result<Publication> {
    let id: Uuid = row.get("id")?;
    let (stage, role): (String, String) = (row.get("stage")?, row.get("role")?);
    let sealed: Vec<u8> = row.get("sealed")?;
    let content: Content = serde_json::from_slice(&keys.open(place(id), &sealed)?)?;
    let by: Option<PersonId> = row.get("approved_by")?;
    let at: Option<Timestamp> = row.get("approved_at")?;
    let role_then: Option<String> = row.get("approved_role")?;
    let revision: Option<i64> = row.get("approved_revision")?;
    let digest: Option<String> = row.get("approved_digest")?;
    let approval = by.zip(at).zip(revision.zip(digest));
    Ok(Publication {
        id,
        school: row.get("school")?,
        group: row.get("class_group")?,
        author: row.get("author")?,
        role: Role::from_key(&role).context("no role is called so")?,
        stage: Stage::from_key(&stage).context("no stage is called so")?,
        revision: row.get("revision")?,
        due: row.get("due")?,
        made_at: row.get("made_at")?,
        changed_at: row.get("changed_at")?,
        approval: approval.map(|((by, at), (revision, digest))| Approval {
            by,
            role: role_then.as_deref().and_then(Role::from_key),
            at,
            revision,
            digest,
        }),
        content,
    })
}

/// Begins a publication.
pub async fn add(tx: &mut Tx, keys: &BoardKeys, new: &Publication) -> anyhow::Result<()> {
    let sealed = keys.seal(place(new.id), &serde_json::to_vec(&new.content)?)?;
    tx.run(
        "INSERT INTO publication (board, id, school, class_group, author, role, stage, revision, due, made_at, changed_at, sealed) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        params![
            new.id,
            new.school,
            new.group,
            new.author,
            new.role.key(),
            new.stage.key(),
            new.revision,
            new.due,
            new.made_at,
            new.changed_at,
            sealed
        ],
    )
    .await
    .map(drop)
}

/// Keeps a publication as it is now: where it stands, its content, its release.
pub async fn keep(tx: &mut Tx, keys: &BoardKeys, now: &Publication) -> anyhow::Result<()> {
    let sealed = keys.seal(place(now.id), &serde_json::to_vec(&now.content)?)?;
    let approval = now.approval.as_ref();
    tx.run(
        "UPDATE publication SET class_group = $3, stage = $4, revision = $5, due = $6, changed_at = $7, approved_by = $8, \
         approved_role = $9, approved_at = $10, approved_revision = $11, approved_digest = $12, sealed = $13 \
         WHERE board = $1 AND id = $2",
        params![
            now.id,
            now.group,
            now.stage.key(),
            now.revision,
            now.due,
            now.changed_at,
            approval.map(|one| one.by),
            approval.and_then(|one| one.role).map(Role::key),
            approval.map(|one| one.at),
            approval.map(|one| one.revision),
            approval.map(|one| one.digest.clone()),
            sealed
        ],
    )
    .await
    .map(drop)
}

/// Keeps others from changing it until this transaction ends: who comes second finds what the first one left.
pub async fn hold(tx: &mut Tx, id: Uuid) -> anyhow::Result<()> {
    tx.run(
        "UPDATE publication SET revision = revision WHERE board = $1 AND id = $2",
        params![id],
    )
    .await
    .map(drop)
}

/// The same for the publication of a release.
pub async fn hold_of(tx: &mut Tx, release: Uuid) -> anyhow::Result<()> {
    tx.run(
        "UPDATE publication SET revision = revision WHERE board = $1 AND id IN \
         (SELECT publication FROM publication_release WHERE board = $1 AND id = $2)",
        params![release],
    )
    .await
    .map(drop)
}

/// Keeps the hash of each part as it was released.
pub async fn sign(tx: &mut Tx, id: Uuid, parts: &Parts) -> anyhow::Result<()> {
    tx.run(
        "UPDATE publication SET approved_parts = $3 WHERE board = $1 AND id = $2",
        params![id, serde_json::to_value(parts)?],
    )
    .await
    .map(drop)
}

/// The hash of each part as it was released; empty if it was not.
pub async fn signed(tx: &mut Tx, id: Uuid) -> anyhow::Result<Parts> {
    let row = tx
        .maybe(
            "SELECT approved_parts FROM publication WHERE board = $1 AND id = $2",
            params![id],
        )
        .await?;
    let parts: Option<serde_json::Value> = match row {
        Some(row) => row.get("approved_parts")?,
        None => None,
    };
    Ok(parts
        .map(serde_json::from_value::<std::collections::BTreeMap<Part, String>>)
        .transpose()?
        .unwrap_or_default())
}

/// One.
pub async fn one(tx: &mut Tx, keys: &BoardKeys, id: Uuid) -> anyhow::Result<Option<Publication>> {
    let row = tx
        .maybe(select!("WHERE board = $1 AND id = $2"), params![id])
        .await?;
    row.map(|row| read(&row, keys)).transpose()
}

/// Those of a school at these stages, what changed last first, at most so many.
pub async fn of_school(
    tx: &mut Tx,
    keys: &BoardKeys,
    school: SchoolId,
    stages: &[Stage],
    most: i64,
) -> anyhow::Result<Vec<Publication>> {
    let mut all = Vec::new();
    for stage in stages {
        let rows = tx
            .all(
                select!(
                    "WHERE board = $1 AND school = $2 AND stage = $3 \
                     ORDER BY changed_at DESC, id LIMIT $4"
                ),
                params![school, stage.key(), most],
            )
            .await?;
        for row in &rows {
            all.push(read(row, keys)?);
        }
    }
    all.sort_by_key(|one| std::cmp::Reverse((one.changed_at, one.id)));
    Ok(all)
}

/// Those of a school that were released somewhere.
pub async fn released(
    tx: &mut Tx,
    keys: &BoardKeys,
    school: SchoolId,
) -> anyhow::Result<Vec<Publication>> {
    let rows = tx
        .all(
            select!(
                "WHERE board = $1 AND school = $2 AND id IN \
                 (SELECT publication FROM publication_release WHERE board = $1 AND school = $2) ORDER BY id"
            ),
            params![school],
        )
        .await?;
    rows.iter().map(|row| read(row, keys)).collect()
}

/// Those that somebody wrote, what changed last first, at most so many.
pub async fn of_author(
    tx: &mut Tx,
    keys: &BoardKeys,
    author: PersonId,
    most: i64,
) -> anyhow::Result<Vec<Publication>> {
    let rows = tx
        .all(
            select!("WHERE board = $1 AND author = $2 ORDER BY changed_at DESC, id LIMIT $3"),
            params![author, most],
        )
        .await?;
    rows.iter().map(|row| read(row, keys)).collect()
}

/// Writes down that something happened.
pub async fn happened(
    tx: &mut Tx,
    keys: &BoardKeys,
    publication: Uuid,
    event: &Event,
) -> anyhow::Result<()> {
    let sealed = keys.seal(said(publication), event.comment.as_bytes())?;
    tx.run(
        "INSERT INTO publication_event (board, publication, number, kind, by_person, role, at, sealed) \
         SELECT $1, $2, COALESCE(MAX(number), 0) + 1, $3, $4, $5, $6, $7 FROM publication_event \
         WHERE board = $1 AND publication = $2",
        params![
            publication,
            event.kind.clone(),
            event.by,
            event.role.map(Role::key),
            event.at,
            sealed
        ],
    )
    .await
    .map(drop)
}

/// What happened to a publication, in order.
pub async fn history(
    tx: &mut Tx,
    keys: &BoardKeys,
    publication: Uuid,
) -> anyhow::Result<Vec<Event>> {
    let rows = tx
        .all(
            "SELECT number, kind, by_person, role, at, sealed FROM publication_event \
             WHERE board = $1 AND publication = $2 ORDER BY number",
            params![publication],
        )
        .await?;
    let event = |row: &Row| {
        let (role, sealed): (Option<String>, Vec<u8>) = (row.get("role")?, row.get("sealed")?);
        let comment = keys.open(said(publication), &sealed)?;
        Ok(Event {
            number: row.get("number")?,
            kind: row.get("kind")?,
            by: row.get("by_person")?,
            role: role.as_deref().and_then(Role::from_key),
            at: row.get("at")?,
            comment: String::from_utf8_lossy(&comment).into_owned(),
        })
    };
    rows.iter().map(event).collect()
}

/// The roles that a school chose to release, where its protocol names nobody.
pub async fn releasers(tx: &mut Tx, school: SchoolId) -> anyhow::Result<Option<Vec<Role>>> {
    let row = tx
        .maybe(
            "SELECT roles FROM publication_terms WHERE board = $1 AND school = $2",
            params![school],
        )
        .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let roles: serde_json::Value = row.get("roles")?;
    Ok(Some(serde_json::from_value(roles)?))
}

/// Keeps that choice.
pub async fn choose(tx: &mut Tx, school: SchoolId, roles: &[Role]) -> anyhow::Result<()> {
    tx.run(
        "INSERT INTO publication_terms (board, school, roles) VALUES ($1, $2, $3) \
         ON CONFLICT (board, school) DO UPDATE SET roles = excluded.roles",
        params![school, serde_json::to_value(roles)?],
    )
    .await
    .map(drop)
}

/// What somebody wrote goes on under another record of the same person.
pub(crate) async fn merge(tx: &mut Tx, from: PersonId, into: PersonId) -> anyhow::Result<()> {
    for sql in [
        "UPDATE publication SET author = $3 WHERE board = $1 AND author = $2",
        "UPDATE publication SET approved_by = $3 WHERE board = $1 AND approved_by = $2",
    ] {
        tx.run(sql, params![from, into]).await?;
    }
    Ok(())
}
