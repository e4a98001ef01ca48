//! What is public with whom in it, and what must come off. Publishing writes it; this word asks for it back.

use anyhow::Context;
use jiff::Timestamp;
use seal::{BoardKeys, Place};
use serde::{Deserialize, Serialize};
use store::{NewJob, Row, Tx, Value, params};
use uuid::Uuid;
use words::{Channel, PersonId, PublicationId, SchoolId};

use super::events::cell_of;
use crate::model::Cell;

/// Something that was made public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// Identity.
    pub id: PublicationId,
    /// By which school.
    pub school: SchoolId,
    /// Where.
    pub channel: Channel,
    /// When.
    pub published_at: Timestamp,
    /// When it came off.
    pub removed_at: Option<Timestamp>,
    /// What it is.
    pub what: What,
}

/// What is sealed of a publication: its title may name a child.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct What {
    /// What it is called.
    pub title: String,
    /// Where it is found: an address on the web, or in words.
    pub address: String,
}

/// That somebody is in it: as what, and for which purpose.
pub type Depicted = (PersonId, Cell);

fn place(id: PublicationId) -> Place<'static> {
    Place {
        table: "consent_publication",
        column: "sealed",
        row: id.0,
    }
}

/// Writes down what was made public and who is in it.
pub async fn publish(
    tx: &mut Tx,
    keys: &BoardKeys,
    all: &[(Publication, Vec<Depicted>)],
) -> anyhow::Result<()> {
    let mut rows = Vec::with_capacity(all.len());
    let mut depicted: Vec<Vec<Value>> = Vec::new();
    for (one, people) in all {
        let sealed = keys.seal(place(one.id), &serde_json::to_vec(&one.what)?)?;
        rows.push(params![
            one.id,
            one.school,
            one.channel.key(),
            one.published_at,
            one.removed_at,
            sealed
        ]);
        depicted.extend(people.iter().map(|(person, cell)| {
            params![
                *person,
                one.id,
                cell.purpose,
                cell.channel.key(),
                cell.medium.key()
            ]
        }));
    }
    tx.many(
        "INSERT INTO consent_publication (board, id, school, channel, published_at, removed_at, sealed) VALUES",
        rows,
    )
    .await?;
    tx.many(
        "INSERT INTO consent_depiction (board, person, publication, purpose, channel, medium) VALUES",
        depicted,
    )
    .await
}

/// Everything that is still public with this person in it, the newest first; of each, as what they are in it.
pub async fn with(
    tx: &mut Tx,
    keys: &BoardKeys,
    person: PersonId,
) -> anyhow::Result<Vec<(Publication, Cell)>> {
    let rows = tx
        .all(
            "SELECT p.id, p.school, p.channel AS at_channel, p.published_at, p.removed_at, p.sealed, d.purpose, d.channel, d.medium \
             FROM consent_depiction d JOIN consent_publication p ON p.board = d.board AND p.id = d.publication \
             WHERE d.board = $1 AND d.person = $2 AND p.removed_at IS NULL ORDER BY p.published_at DESC, p.id",
            params![person],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((publication_of(row, keys)?, cell_of(row)?)))
        .collect()
}

/// Who is in something that was made public, and as what, from now on: it was corrected.
pub async fn depict_anew(
    tx: &mut Tx,
    id: PublicationId,
    people: &[Depicted],
) -> anyhow::Result<()> {
    tx.run(
        "DELETE FROM consent_depiction WHERE board = $1 AND publication = $2",
        params![id],
    )
    .await?;
    let rows = people.iter().map(|(person, cell)| {
        params![
            *person,
            id,
            cell.purpose,
            cell.channel.key(),
            cell.medium.key()
        ]
    });
    tx.many(
        "INSERT INTO consent_depiction (board, person, publication, purpose, channel, medium) VALUES",
        rows.collect(),
    )
    .await
}

fn publication_of(row: &Row, keys: &BoardKeys) -> anyhow::Result<Publication> {
    let id: PublicationId = row.get("id")?;
    let channel: String = row.get("at_channel")?;
    let sealed: Vec<u8> = row.get("sealed")?;
    Ok(Publication {
        id,
        school: row.get("school")?,
        channel: Channel::from_key(&channel).context("no channel is called so")?,
        published_at: row.get("published_at")?,
        removed_at: row.get("removed_at")?,
        what: serde_json::from_slice(&keys.open(place(id), &sealed)?)
            .context("what is sealed of a publication is not readable")?,
    })
}

/// A publication that must come off, for one of the people in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Takedown {
    /// What.
    pub publication: Publication,
    /// For whom.
    pub person: PersonId,
    /// By which withdrawal.
    pub act: Uuid,
    /// When they withdrew.
    pub asked_at: Timestamp,
    /// When it was gone.
    pub done_at: Option<Timestamp>,
}

/// Asks for everything back that these withdrawn cells are in. A second time nothing is added.
pub async fn take_down(
    tx: &mut Tx,
    keys: &BoardKeys,
    person: PersonId,
    withdrawn: &[Cell],
    act: Uuid,
    at: Timestamp,
) -> anyhow::Result<Vec<Publication>> {
    let mut affected: Vec<Publication> = Vec::new();
    for (publication, cell) in with(tx, keys, person).await? {
        let again = affected.iter().any(|one| one.id == publication.id);
        if withdrawn.contains(&cell) && !again {
            affected.push(publication);
        }
    }
    ask_back(tx, &affected, person, (act, at)).await?;
    Ok(affected)
}

/// Asks for these back, for one of the people in them.
pub async fn ask_back(
    tx: &mut Tx,
    affected: &[Publication],
    person: PersonId,
    (act, at): (Uuid, Timestamp),
) -> anyhow::Result<()> {
    // Whoever published it takes it down, if it can; until then it waits for a person.
    let jobs = affected.iter().map(|publication| NewJob {
        kind: crate::TAKE_DOWN,
        key: format!("{}/{}", publication.id, act.as_simple()),
        payload: serde_json::json!({ "id": publication.id }),
        due: at,
    });
    tx.jobs(jobs.collect()).await?;
    let rows = affected
        .iter()
        .map(|publication| params![publication.id, person, act, at]);
    tx.many_or(
        "INSERT INTO consent_takedown (board, publication, person, act, asked_at) VALUES",
        "ON CONFLICT (board, publication, person, act) DO NOTHING",
        rows.collect(),
    )
    .await
}

/// What an act asked back of what a person is in.
pub async fn asked_back(
    tx: &mut Tx,
    keys: &BoardKeys,
    person: PersonId,
    act: Uuid,
) -> anyhow::Result<Vec<Publication>> {
    let rows = tx
        .all(
            "SELECT p.id, p.school, p.channel AS at_channel, p.published_at, p.removed_at, p.sealed FROM consent_takedown t \
             JOIN consent_publication p ON p.board = t.board AND p.id = t.publication \
             WHERE t.board = $1 AND t.person = $2 AND t.act = $3 ORDER BY p.published_at DESC, p.id",
            params![person, act],
        )
        .await?;
    rows.iter().map(|row| publication_of(row, keys)).collect()
}

/// How much must come off at a school and is not gone yet.
pub async fn many_open(tx: &mut Tx, school: SchoolId) -> anyhow::Result<u64> {
    let row = tx
        .one(
            "SELECT count(*) AS many FROM consent_takedown t JOIN consent_publication p ON p.board = t.board AND p.id = t.publication \
             WHERE t.board = $1 AND p.school = $2 AND t.done_at IS NULL",
            params![school],
        )
        .await?;
    Ok(row.get::<i64>("many")?.unsigned_abs())
}

/// What must come off at a school and is not gone yet, the oldest first, at most this much.
pub async fn open(
    tx: &mut Tx,
    keys: &BoardKeys,
    school: SchoolId,
    most: i64,
) -> anyhow::Result<Vec<Takedown>> {
    let rows = tx
        .all(
            "SELECT p.id, p.school, p.channel AS at_channel, p.published_at, p.removed_at, p.sealed, t.person, t.act, t.asked_at, \
             t.done_at FROM consent_takedown t JOIN consent_publication p ON p.board = t.board AND p.id = t.publication \
             WHERE t.board = $1 AND p.school = $2 AND t.done_at IS NULL ORDER BY t.asked_at, p.id, t.person LIMIT $3",
            params![school, most],
        )
        .await?;
    let read = |row: &Row| {
        Ok(Takedown {
            publication: publication_of(row, keys)?,
            person: row.get("person")?,
            act: row.get("act")?,
            asked_at: row.get("asked_at")?,
            done_at: row.get("done_at")?,
        })
    };
    rows.iter().map(read).collect()
}

/// It is gone: somebody saw it, or the channel confirmed it. All who asked for it are served.
pub async fn is_gone(
    tx: &mut Tx,
    publication: PublicationId,
    by: Option<PersonId>,
    at: Timestamp,
) -> anyhow::Result<bool> {
    let touched = tx
        .run(
            "UPDATE consent_publication SET removed_at = $2 WHERE board = $1 AND id = $3 AND removed_at IS NULL",
            params![at, publication],
        )
        .await?;
    tx.run(
        "UPDATE consent_takedown SET done_at = $2, done_by = $3 WHERE board = $1 AND publication = $4 AND done_at IS NULL",
        params![at, by, publication],
    )
    .await?;
    Ok(touched == 1)
}

/// What somebody said is gone since this moment, the newest first.
pub async fn gone_by(
    tx: &mut Tx,
    keys: &BoardKeys,
    by: PersonId,
    since: Timestamp,
) -> anyhow::Result<Vec<(Publication, Timestamp)>> {
    let rows = tx
        .all(
            "SELECT p.id, p.school, p.channel AS at_channel, p.published_at, p.removed_at, p.sealed, max(t.done_at) AS done_at \
             FROM consent_takedown t JOIN consent_publication p ON p.board = t.board AND p.id = t.publication \
             WHERE t.board = $1 AND t.done_by = $2 AND t.done_at >= $3 \
             GROUP BY p.id, p.school, p.channel, p.published_at, p.removed_at, p.sealed ORDER BY done_at DESC, p.id LIMIT 20",
            params![by, since],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((publication_of(row, keys)?, row.get("done_at")?)))
        .collect()
}

/// It is not gone after all: who said so since this moment was mistaken. Everybody who asked for it is owed it again.
pub async fn is_there_after_all(
    tx: &mut Tx,
    publication: PublicationId,
    by: PersonId,
    since: Timestamp,
) -> anyhow::Result<bool> {
    let touched = tx
        .run(
            "UPDATE consent_takedown SET done_at = NULL, done_by = NULL \
             WHERE board = $1 AND publication = $2 AND done_by = $3 AND done_at >= $4",
            params![publication, by, since],
        )
        .await?;
    if touched > 0 {
        tx.run(
            "UPDATE consent_publication SET removed_at = NULL WHERE board = $1 AND id = $2",
            params![publication],
        )
        .await?;
    }
    Ok(touched > 0)
}

/// One publication.
pub async fn one(
    tx: &mut Tx,
    keys: &BoardKeys,
    id: PublicationId,
) -> anyhow::Result<Option<Publication>> {
    let row = tx
        .maybe(
            "SELECT id, school, channel AS at_channel, published_at, removed_at, sealed FROM consent_publication \
             WHERE board = $1 AND id = $2",
            params![id],
        )
        .await?;
    row.map(|row| publication_of(&row, keys)).transpose()
}

/// Who was in something as one record goes on as another.
pub(crate) async fn merge(tx: &mut Tx, from: PersonId, into: PersonId) -> anyhow::Result<()> {
    for sql in [
        "DELETE FROM consent_depiction WHERE board = $1 AND person = $2 AND EXISTS (SELECT 1 FROM consent_depiction o \
         WHERE o.board = $1 AND o.person = $3 AND o.publication = consent_depiction.publication AND o.medium = consent_depiction.medium)",
        "UPDATE consent_depiction SET person = $3 WHERE board = $1 AND person = $2",
        "DELETE FROM consent_takedown WHERE board = $1 AND person = $2 AND EXISTS (SELECT 1 FROM consent_takedown o \
         WHERE o.board = $1 AND o.person = $3 AND o.publication = consent_takedown.publication AND o.act = consent_takedown.act)",
        "UPDATE consent_takedown SET person = $3 WHERE board = $1 AND person = $2",
    ] {
        tx.run(sql, params![from, into]).await?;
    }
    Ok(())
}
