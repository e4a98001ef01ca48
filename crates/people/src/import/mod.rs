//! How a roster brings people in.
//!
//! One file is read as a stream ([`Feed`]) and goes, record by record, through one [`Engine`]. The engine holds what the school
//! has, in a few words per person, and compares. Asked for a preview it only counts and keeps the first lines of each kind
//! ([`Report`]); asked to commit it takes the same steps and writes them, so that what was shown is what is done. Everything is
//! in one transaction, with its entry in the log.
//!
//! The rules:
//!
//! * A person is who the source's key says, hidden by a blind index. Names and dates may change; a key stays.
//! * Absence deletes nothing: who is not in the file is listed as *not delivered*. A last day in the file ends an enrolment.
//! * What a file leaves out, it does not take away: an e-mail address or a birth date that was there stays.
//! * New staff come in as teacher, staff or intern of the school; any further role somebody gives. What the school confirmed of
//!   authority no file undoes.
//! * Who had left before, and was never here, is not brought in; nor is a guardian of nobody here.

mod bonds;
pub(crate) mod desk;
mod engine;
mod feed;
mod known;
mod places;
mod report;
mod steps;
#[cfg(test)]
mod tests;
mod write;

use std::fs::File;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use decisions::Entry;
use jiff::Timestamp;
use jiff::civil::Date;
use rosters::{Options, Refusal};
use seal::BoardKeys;
use serde_json::json;
use shell::Chance;
use store::Tx;
use words::{PersonId, Role};

use crate::model::School;

pub use desk::jobs;
pub use engine::Engine;
pub use feed::{Batch, Feed, Item};
pub use report::{Line, Report, Tally, What};

/// What an import goes by.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The keys of the board.
    pub keys: &'a BoardKeys,
    /// Into which school.
    pub school: &'a School,
    /// Now.
    pub at: Timestamp,
    /// Today at the school.
    pub today: Date,
    /// For new identities.
    pub chance: &'a dyn Chance,
    /// Who imports, in which role; nobody at the command line.
    pub actor: Option<(PersonId, Option<Role>)>,
}

/// Whether an import shows or does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Says what it would do.
    Preview,
    /// Does it.
    Commit,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It was read; in a commit, its steps are in the transaction, which the caller still has to commit.
    Read(Box<Report>),
    /// It is refused as a whole. The transaction must be dropped.
    Refused(Refusal),
}

/// Reads a file into a transaction: a reading one for a preview, a writing one for a commit. `read` counts the bytes as they go.
pub async fn run(
    tx: &mut Tx,
    setting: &Setting<'_>,
    mode: Mode,
    file: File,
    read: Arc<AtomicU64>,
) -> anyhow::Result<Outcome> {
    let feed = Feed::of_file(file, Options::on(setting.today), read);
    through(tx, setting, mode, feed).await
}

/// Takes whatever comes out of a feed.
pub async fn through(
    tx: &mut Tx,
    setting: &Setting<'_>,
    mode: Mode,
    mut feed: Feed,
) -> anyhow::Result<Outcome> {
    let mut engine = Engine::new(tx, setting, mode).await?;
    while let Some(batch) = feed.next().await {
        for item in batch {
            if let Err(refusal) = engine.take(tx, item).await? {
                return Ok(Outcome::Refused(refusal));
            }
        }
    }
    let summary = match feed.end().await? {
        Ok(summary) => summary,
        Err(refusal) => return Ok(Outcome::Refused(refusal)),
    };
    let report = engine.finish(tx, &summary).await?;
    if mode == Mode::Commit {
        record(tx, setting, &report).await?;
    }
    Ok(Outcome::Read(Box::new(report)))
}

/// The entry in the log: figures only.
async fn record(tx: &mut Tx, setting: &Setting<'_>, report: &Report) -> anyhow::Result<()> {
    let mut entry =
        Entry::new(setting.at, "roster_imported", "done").on(setting.school.id.to_string());
    if let Some((person, role)) = setting.actor {
        entry = entry.by(person, role);
    }
    entry.facts = Some(json!({
        "year": report.year,
        "pupils": report.pupils,
        "staff": report.staff,
        "guardians": report.guardians,
        "groups": report.groups,
        "left": report.left,
        "not_delivered": report.not_delivered,
        "refused": report.refused_count,
    }));
    decisions::record(tx, &entry).await.map(drop)
}
