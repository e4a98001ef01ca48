//! Mailboxes for signals, and what was taken out of them.

use std::collections::BTreeMap;

use anyhow::Context;
use jiff::Timestamp;
use seal::{BoardKeys, Place};
use store::{Row, Tx, params};
use uuid::Uuid;
use words::SchoolId;

use crate::model::{Mailbox, Outcome};

const fn place(row: Uuid) -> Place<'static> {
    Place {
        table: "case_mailbox",
        column: "sealed",
        row,
    }
}

fn read(keys: &BoardKeys, row: &Row) -> anyhow::Result<Mailbox> {
    let id: Uuid = row.get("id")?;
    let sealed: Vec<u8> = row.get("sealed")?;
    Ok(Mailbox {
        id,
        school: row.get("school")?,
        by: row.get("made_by")?,
        read_at: row.get("read_at")?,
        fault: row.get("fault")?,
        waiting: row.get("waiting")?,
        access: serde_json::from_slice(&keys.open(place(id), &sealed)?)
            .context("what is sealed of a mailbox is not readable")?,
    })
}

/// The one of a school.
pub async fn of_school(
    tx: &mut Tx,
    keys: &BoardKeys,
    school: SchoolId,
) -> anyhow::Result<Option<Mailbox>> {
    let row = tx
        .maybe(
            "SELECT id, school, made_by, read_at, fault, waiting, sealed FROM case_mailbox WHERE board = $1 AND school = $2",
            params![school],
        )
        .await?;
    row.map(|row| read(keys, &row)).transpose()
}

/// One of them.
pub async fn one(tx: &mut Tx, keys: &BoardKeys, id: Uuid) -> anyhow::Result<Option<Mailbox>> {
    let row = tx
        .maybe(
            "SELECT id, school, made_by, read_at, fault, waiting, sealed FROM case_mailbox WHERE board = $1 AND id = $2",
            params![id],
        )
        .await?;
    row.map(|row| read(keys, &row)).transpose()
}

/// How many messages stay in the mailboxes of these schools, for who reads no passwords.
pub async fn waiting(tx: &mut Tx, schools: &[SchoolId]) -> anyhow::Result<i64> {
    let rows = tx
        .all(
            "SELECT school, waiting FROM case_mailbox WHERE board = $1",
            Vec::new(),
        )
        .await?;
    let mut all = 0;
    for row in &rows {
        let (school, waits): (SchoolId, i64) = (row.get("school")?, row.get("waiting")?);
        if schools.contains(&school) {
            all += waits;
        }
    }
    Ok(all)
}

/// Keeps where it is and how it is entered; a new one begins.
pub async fn put(
    tx: &mut Tx,
    keys: &BoardKeys,
    mailbox: &Mailbox,
    now: Timestamp,
) -> anyhow::Result<()> {
    let sealed = keys.seal(place(mailbox.id), &serde_json::to_vec(&mailbox.access)?)?;
    tx.run(
        "INSERT INTO case_mailbox (board, id, school, made_by, made_at, waiting, sealed) VALUES ($1, $2, $3, $4, $5, 0, $6) \
         ON CONFLICT (board, id) DO UPDATE SET sealed = excluded.sealed, fault = NULL",
        params![mailbox.id, mailbox.school, mailbox.by, now, sealed],
    )
    .await
    .map(drop)
}

/// It was read, or why not.
pub async fn looked(
    tx: &mut Tx,
    id: Uuid,
    (fault, waiting): (Option<&str>, i64),
    now: Timestamp,
) -> anyhow::Result<()> {
    tx.run(
        "UPDATE case_mailbox SET read_at = $2, fault = $3, waiting = $4 WHERE board = $1 AND id = $5",
        params![now, fault.map(str::to_owned), waiting, id],
    )
    .await
    .map(drop)
}

/// Reads it no longer.
pub async fn stop(tx: &mut Tx, id: Uuid) -> anyhow::Result<()> {
    for sql in [
        "DELETE FROM case_mail WHERE board = $1 AND mailbox = $2",
        "DELETE FROM case_mailbox WHERE board = $1 AND id = $2",
    ] {
        tx.run(sql, params![id]).await?;
    }
    Ok(())
}

/// What became of the messages whose numbers are of this kind.
pub async fn done(
    tx: &mut Tx,
    mailbox: Uuid,
    validity: u32,
) -> anyhow::Result<BTreeMap<u32, Outcome>> {
    let rows = tx
        .all(
            "SELECT uid, outcome FROM case_mail WHERE board = $1 AND mailbox = $2 AND validity = $3",
            params![mailbox, i64::from(validity)],
        )
        .await?;
    let mut done = BTreeMap::new();
    for row in &rows {
        let (uid, outcome): (i64, String) = (row.get("uid")?, row.get("outcome")?);
        let outcome = Outcome::from_key(&outcome).context("no outcome is called so")?;
        done.insert(u32::try_from(uid)?, outcome);
    }
    Ok(done)
}

/// What is kept of a message.
#[derive(Debug)]
pub struct Taken {
    /// In which mailbox.
    pub mailbox: Uuid,
    /// Of which kind its number is.
    pub validity: u32,
    /// Its number.
    pub uid: u32,
    /// A keyed hash of what it says.
    pub item: Vec<u8>,
    /// A keyed hash of the address that it says it is from.
    pub sender: Vec<u8>,
    /// A keyed hash of the domain, where nobody here has that address.
    pub domain: Option<Vec<u8>>,
    /// What became of it.
    pub outcome: Outcome,
}

/// Whether something with these words was taken before.
pub async fn is_known(tx: &mut Tx, mailbox: Uuid, item: &[u8]) -> anyhow::Result<bool> {
    let row = tx
        .maybe(
            "SELECT uid FROM case_mail WHERE board = $1 AND mailbox = $2 AND item = $3 AND outcome = 'gemeld'",
            params![mailbox, item.to_vec()],
        )
        .await?;
    Ok(row.is_some())
}

/// Keeps that it was taken. False where it was before: then nothing may come of it again.
pub async fn keep(tx: &mut Tx, taken: Taken, now: Timestamp) -> anyhow::Result<bool> {
    let added = tx
        .run(
            "INSERT INTO case_mail (board, mailbox, validity, uid, item, sender, domain, outcome, at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (board, mailbox, validity, uid) DO NOTHING",
            params![
                taken.mailbox,
                i64::from(taken.validity),
                i64::from(taken.uid),
                taken.item,
                taken.sender,
                taken.domain,
                taken.outcome.key(),
                now
            ],
        )
        .await?;
    Ok(added > 0)
}

/// A message of before is old: nothing comes of it.
pub async fn keep_old(
    tx: &mut Tx,
    mailbox: Uuid,
    validity: u32,
    uids: &[u32],
    now: Timestamp,
) -> anyhow::Result<()> {
    for some in uids.chunks(500) {
        let rows = some.iter().map(|uid| {
            params![
                mailbox,
                i64::from(validity),
                i64::from(*uid),
                Vec::<u8>::new(),
                Vec::<u8>::new(),
                Outcome::Old.key(),
                now
            ]
        });
        tx.many(
            "INSERT INTO case_mail (board, mailbox, validity, uid, item, sender, outcome, at) VALUES",
            rows.collect(),
        )
        .await?;
    }
    Ok(())
}

/// Whose messages became signals since then: address, and domain where nobody here has it.
pub async fn since(
    tx: &mut Tx,
    mailbox: Uuid,
    since: Timestamp,
) -> anyhow::Result<Vec<(Vec<u8>, Option<Vec<u8>>)>> {
    let rows = tx
        .all(
            "SELECT sender, domain FROM case_mail WHERE board = $1 AND mailbox = $2 AND outcome = 'gemeld' AND at >= $3",
            params![mailbox, since],
        )
        .await?;
    let read = |row: &Row| Ok((row.get("sender")?, row.get("domain")?));
    rows.iter().map(read).collect()
}
