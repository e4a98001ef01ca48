//! A roster that comes in through the screen: read once, kept in sealed pieces, shown, and brought in when somebody confirms.
//!
//! Reading happens beside the request that sent the file, and how far it is stands in memory. Bringing in is a job: it is there
//! when, and only when, somebody confirmed, and a program that dies on the way begins it again from the pieces.

use std::collections::HashMap;
use std::fs::File;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context;
use rosters::{Finding, Options, Summary};
use serde::{Deserialize, Serialize};
use store::jobs::{Ending, Handler, handler};
use store::{Db, NewJob, Tx};
use tokio::sync::mpsc;
use uuid::Uuid;
use words::BoardId;

use super::{Batch, Engine, Feed, Mode, Outcome, Report, Setting, through};
use crate::People;
use crate::store::desk::{self, State, Waiting};
use crate::store::schools;

/// The kind of the job that brings a roster in.
const JOB: &str = "roster_import";
/// Bytes of a piece before it is sealed.
const PIECE: usize = 1 << 20;

/// How far the rosters are that this process is reading: bytes read, and bytes there are.
#[derive(Debug, Default)]
pub(crate) struct Progress(Mutex<HashMap<Uuid, (Arc<AtomicU64>, u64)>>);

impl Progress {
    fn begin(&self, id: Uuid, size: u64) -> Arc<AtomicU64> {
        let read = Arc::<AtomicU64>::default();
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(id, (Arc::clone(&read), size));
        read
    }

    fn end(&self, id: Uuid) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&id);
    }

    /// Bytes read and bytes there are; nothing if this process is not reading it.
    pub(crate) fn of(&self, id: Uuid) -> Option<(u64, u64)> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(&id)
            .map(|(read, size)| (read.load(Ordering::Relaxed).min(*size), *size))
    }
}

/// What is kept of a roster that was read.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Told {
    /// What it would do, or did.
    Report(Box<Report>, Counts),
    /// Why it cannot be used.
    Refused(Vec<Finding>),
}

/// What the reader counted, for the second time.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub(crate) struct Counts {
    refused: u64,
    repaired: u64,
    dropped: u64,
}

/// Reads a file that was sent, and keeps what is in it. Whatever happens, the row says so.
pub(crate) async fn read(us: People, board: BoardId, waiting: Waiting, file: File, size: u64) {
    let read = us.progress.begin(waiting.id, size);
    let told = match prepared(&us, board, &waiting, file, read).await {
        Ok(told) => Ok(told),
        Err(fault) => {
            tracing::error!("a roster could not be read: {fault:#}");
            Err(fault)
        }
    };
    if let Err(fault) = settle(&us, board, waiting.id, told.ok()).await {
        tracing::error!("what became of a roster could not be kept: {fault:#}");
    }
    us.progress.end(waiting.id);
}

async fn settle(us: &People, board: BoardId, id: Uuid, told: Option<Told>) -> anyhow::Result<()> {
    let keys = us.keys(board).await?;
    let mut tx = us.identity.parts.db.begin(board).await?;
    let told = told.unwrap_or_else(|| Told::Refused(Vec::new()));
    let to = match told {
        Told::Report(..) => State::Ready,
        Told::Refused(_) => State::Refused,
    };
    if to == State::Refused {
        desk::drop_pieces(&mut tx, id).await?;
    }
    let report = serde_json::to_vec(&told)?;
    desk::go_on(&mut tx, &keys, id, (State::Reading, to), Some(&report)).await?;
    tx.commit().await
}

async fn prepared(
    us: &People,
    board: BoardId,
    waiting: &Waiting,
    file: File,
    read: Arc<AtomicU64>,
) -> anyhow::Result<Told> {
    let parts = &us.identity.parts;
    let keys = us.keys(board).await?;
    let mut tx = parts.db.read(board).await?;
    let school = schools::school(&mut tx, waiting.school)
        .await?
        .context("there is no such school")?;
    let setting = Setting {
        keys: &keys,
        school: &school,
        at: waiting.at,
        today: shell::clock::today(waiting.at),
        chance: &*parts.chance,
        actor: Some((waiting.by, Some(waiting.role))),
    };
    let mut feed = Feed::of_file(file, Options::on(setting.today), read);
    let mut engine = Engine::new(&mut tx, &setting, Mode::Preview).await?;
    let mut spool = Spool {
        db: &parts.db,
        board,
        id: waiting.id,
        part: 0,
        lines: Vec::new(),
    };
    while let Some(batch) = feed.next().await {
        spool.add(&keys, &batch).await?;
        for item in batch {
            if let Err(refusal) = engine.take(&mut tx, item).await? {
                return Ok(Told::Refused(refusal.faults));
            }
        }
    }
    let summary = match feed.end().await? {
        Ok(summary) => summary,
        Err(refusal) => return Ok(Told::Refused(refusal.faults)),
    };
    spool.flush(&keys).await?;
    let counts = Counts {
        refused: summary.refused,
        repaired: summary.repaired,
        dropped: summary.dropped,
    };
    let report = engine.finish(&mut tx, &summary).await?;
    Ok(Told::Report(Box::new(report), counts))
}

/// Batches on their way into sealed pieces.
struct Spool<'a> {
    db: &'a Db,
    board: BoardId,
    id: Uuid,
    part: i64,
    lines: Vec<u8>,
}

impl Spool<'_> {
    async fn add(&mut self, keys: &seal::BoardKeys, batch: &Batch) -> anyhow::Result<()> {
        serde_json::to_writer(&mut self.lines, batch)?;
        self.lines.push(b'\n');
        if self.lines.len() < PIECE {
            Ok(())
        } else {
            self.flush(keys).await
        }
    }

    async fn flush(&mut self, keys: &seal::BoardKeys) -> anyhow::Result<()> {
        let mut tx = self.db.begin(self.board).await?;
        desk::add_piece(&mut tx, keys, self.id, self.part, &self.lines).await?;
        tx.commit().await?;
        self.part += 1;
        self.lines.clear();
        Ok(())
    }
}

/// Somebody confirms: from here on it will be brought in, on their word.
pub(crate) async fn confirm(
    tx: &mut Tx,
    keys: &seal::BoardKeys,
    waiting: &Waiting,
    now: jiff::Timestamp,
) -> anyhow::Result<bool> {
    let confirmed = desk::go_on(tx, keys, waiting.id, (State::Ready, State::Busy), None).await?;
    if confirmed {
        desk::confirmed_by(tx, waiting.id, waiting.by, waiting.role).await?;
        let payload = serde_json::json!({ "import": waiting.id });
        tx.job(NewJob {
            kind: JOB,
            key: waiting.id.to_string(),
            payload,
            due: now,
        })
        .await?;
    }
    Ok(confirmed)
}

/// What this word does outside a request.
pub fn jobs(us: &People) -> Vec<(&'static str, Handler)> {
    let us = us.clone();
    let bring = handler(move |_, board, job| {
        let us = us.clone();
        async move {
            let id = job
                .payload
                .get("import")
                .and_then(|id| id.as_str())
                .and_then(|id| id.parse().ok());
            bring_in(&us, board, id.context("the job names no roster")?).await
        }
    });
    vec![(JOB, bring)]
}

async fn bring_in(us: &People, board: BoardId, id: Uuid) -> anyhow::Result<Ending> {
    let parts = &us.identity.parts;
    let keys = us.keys(board).await?;
    let mut tx = parts.db.begin(board).await?;
    let waiting = desk::one(&mut tx, &keys, id).await?;
    // Done before, or taken away.
    let Some(waiting) = waiting.filter(|waiting| waiting.state == State::Busy) else {
        return Ok(Ending::Done);
    };
    let school = schools::school(&mut tx, waiting.school)
        .await?
        .context("there is no such school")?;
    let told: Told = serde_json::from_slice(waiting.report.as_deref().unwrap_or_default())?;
    let Told::Report(_, counts) = told else {
        return Ok(Ending::Dead {
            fault: "a refused roster was confirmed".to_owned(),
        });
    };
    let now = parts.clock.now();
    let setting = Setting {
        keys: &keys,
        school: &school,
        at: now,
        today: shell::clock::today(now),
        chance: &*parts.chance,
        actor: Some((waiting.by, Some(waiting.role))),
    };
    let summary = Summary {
        refused: counts.refused,
        repaired: counts.repaired,
        dropped: counts.dropped,
        ..Summary::default()
    };
    let (db, own_keys) = (parts.db.clone(), keys.clone());
    let feed = Feed::played(|sender| async move {
        play(&db, &own_keys, board, id, &sender)
            .await
            .map(|()| summary)
    });
    let told = match through(&mut tx, &setting, Mode::Commit, feed).await? {
        Outcome::Read(report) => Told::Report(report, counts),
        Outcome::Refused(_) => {
            return Ok(Ending::Dead {
                fault: "the roster is not of this school".to_owned(),
            });
        }
    };
    desk::drop_pieces(&mut tx, id).await?;
    let report = serde_json::to_vec(&told)?;
    desk::go_on(
        &mut tx,
        &keys,
        id,
        (State::Busy, State::Done),
        Some(&report),
    )
    .await?;
    tx.commit().await?;
    Ok(Ending::Done)
}

/// Plays the pieces back.
async fn play(
    db: &Db,
    keys: &seal::BoardKeys,
    board: BoardId,
    id: Uuid,
    sender: &mpsc::Sender<Batch>,
) -> anyhow::Result<()> {
    let mut tx = db.read(board).await?;
    let mut part = 0;
    while let Some(lines) = desk::piece(&mut tx, keys, id, part).await? {
        for line in lines
            .split(|byte| *byte == b'\n')
            .filter(|line| !line.is_empty())
        {
            let batch: Batch = serde_json::from_slice(line)?;
            if sender.send(batch).await.is_err() {
                return Ok(());
            }
        }
        part += 1;
    }
    Ok(())
}
