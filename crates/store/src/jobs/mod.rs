//! Effects on the outside world: queued by the transaction that wants them, run until the other side confirmed.
//!
//! A job is taken under a lease. A process that dies leaves its lease to end, and another takes the job: an effect happens at
//! least once, so its handler makes a repeat harmless with the effect's own key. A job that fails waits longer each time, and
//! after [`MOST_ATTEMPTS`] it is *dead*: visible, never forgotten, never called done.

mod claim;
mod runner;

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value as Json;
use tokio::sync::Notify;
use uuid::Uuid;
use words::BoardId;

pub use runner::{Handler, Runner, handler};

use crate::{Db, Row, Tx, params};

/// How often a job is tried.
pub const MOST_ATTEMPTS: i64 = 12;
/// How long a job may take before another process may think this one died.
pub const LEASE: SignedDuration = SignedDuration::from_mins(5);
const FIRST_WAIT: SignedDuration = SignedDuration::from_mins(1);
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(6);

/// A job to queue.
#[derive(Debug, Clone)]
pub struct NewJob {
    /// Which handler.
    pub kind: &'static str,
    /// The effect's own key: a second job of this kind with the same key is not queued.
    pub key: String,
    /// What the handler needs: ids, never what a person said.
    pub payload: Json,
    /// Not before.
    pub due: Timestamp,
}

/// A job that was taken, or that is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// Its identity.
    pub id: Uuid,
    /// Which handler.
    pub kind: String,
    /// The effect's own key.
    pub key: String,
    /// What the handler needs.
    pub payload: Json,
    /// How often it was tried, this time included.
    pub attempts: i64,
    /// `ready`, `running`, `done` or `dead`.
    pub state: String,
    /// When it is tried next, or its lease ends.
    pub due: Timestamp,
    /// What went wrong last.
    pub fault: Option<String>,
}

/// How far a number of effects are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Not yet tried, or tried and to be tried again.
    pub waiting: i64,
    /// The other side confirmed.
    pub done: i64,
    /// It will never work by itself.
    pub dead: i64,
}

/// How a handler ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// The other side confirmed.
    Done,
    /// Not yet: again after this while, or after the usual wait.
    Again {
        /// How long to wait.
        after: Option<SignedDuration>,
        /// Why.
        fault: String,
    },
    /// It will never work: a person must look.
    Dead {
        /// Why.
        fault: String,
    },
}

/// How long to wait after this many attempts: a minute, doubled each time, at most six hours.
pub fn wait(attempts: i64) -> SignedDuration {
    let doublings = u32::try_from(attempts.clamp(1, 16) - 1).unwrap_or(0);
    FIRST_WAIT
        .checked_mul(1 << doublings)
        .map_or(LONGEST_WAIT, |wait| wait.min(LONGEST_WAIT))
}

const COLUMNS: &str = "id, kind, effect, payload, attempts, state, due_at, fault";

impl Job {
    fn read(row: &Row) -> anyhow::Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            kind: row.get("kind")?,
            key: row.get("effect")?,
            payload: row.get("payload")?,
            attempts: row.get("attempts")?,
            state: row.get("state")?,
            due: row.get("due_at")?,
            fault: row.get("fault")?,
        })
    }
}

impl Tx {
    /// Queues an effect; it is there when, and only when, this transaction is kept. True if it was not queued before.
    pub async fn job(&mut self, job: NewJob) -> anyhow::Result<bool> {
        self.with_work();
        let id = Uuid::now_v7();
        let queued = self
            .run(
                "INSERT INTO job (board, id, kind, effect, payload, state, due_at, attempts, made_at) \
                 VALUES ($1, $2, $3, $4, $5, 'ready', $6, 0, $6) ON CONFLICT (board, kind, effect) DO NOTHING",
                params![id, job.kind, job.key, job.payload, job.due],
            )
            .await?;
        Ok(queued > 0)
    }

    /// Queues the work of a day: once for each kind and day.
    pub async fn job_of_day(
        &mut self,
        kind: &'static str,
        day: Date,
        due: Timestamp,
    ) -> anyhow::Result<()> {
        self.job(NewJob {
            kind,
            key: day.to_string(),
            payload: Json::Null,
            due,
        })
        .await
        .map(drop)
    }

    /// Queues many effects of one kind at once.
    pub async fn jobs(&mut self, jobs: Vec<NewJob>) -> anyhow::Result<()> {
        self.with_work();
        let rows = jobs.into_iter().map(|job| {
            let (id, due) = (Uuid::now_v7(), job.due);
            params![id, job.kind, job.key, job.payload, "ready", due, 0, due]
        });
        self.many_or(
            "INSERT INTO job (board, id, kind, effect, payload, state, due_at, attempts, made_at) VALUES",
            "ON CONFLICT (board, kind, effect) DO NOTHING",
            rows.collect(),
        )
        .await
    }

    /// The jobs of this board that are in this state, the oldest first.
    pub async fn jobs_in(&mut self, state: &str) -> anyhow::Result<Vec<Job>> {
        let rows = self
            .all(
                "SELECT id, kind, effect, payload, attempts, state, due_at, fault FROM job \
                 WHERE board = $1 AND state = $2 ORDER BY made_at, id LIMIT 500",
                params![state],
            )
            .await?;
        rows.iter().map(Job::read).collect()
    }

    /// How many jobs were given up, and since when the first of them.
    pub async fn given_up(&mut self) -> anyhow::Result<(u64, Option<Timestamp>)> {
        let row = self
            .one(
                "SELECT count(*) AS many, min(ended_at) AS since FROM job WHERE board = $1 AND state = 'dead'",
                params![],
            )
            .await?;
        let many: i64 = row.get("many")?;
        Ok((many.unsigned_abs(), row.get("since")?))
    }

    /// Tries a dead job again. True if it was dead.
    pub async fn revive(&mut self, id: Uuid, now: Timestamp) -> anyhow::Result<bool> {
        self.with_work();
        let touched = self
            .run(
                "UPDATE job SET state = 'ready', due_at = $3, attempts = 0 WHERE board = $1 AND id = $2 AND state = 'dead'",
                params![id, now],
            )
            .await?;
        Ok(touched > 0)
    }

    /// How far the effects are whose key begins so.
    pub async fn progress(&mut self, kind: &'static str, begins: &str) -> anyhow::Result<Progress> {
        let rows = self
            .all(
                "SELECT state, count(*) AS many FROM job \
                 WHERE board = $1 AND kind = $2 AND substr(effect, 1, length($3)) = $3 GROUP BY state",
                params![kind, begins],
            )
            .await?;
        let mut far = Progress::default();
        for row in rows {
            let many: i64 = row.get("many")?;
            match row.get::<String>("state")?.as_str() {
                "done" => far.done += many,
                "dead" => far.dead += many,
                _ => far.waiting += many,
            }
        }
        Ok(far)
    }

    /// Takes back effects that nobody began and whose key begins so; how many.
    pub async fn take_back(&mut self, kind: &'static str, begins: &str) -> anyhow::Result<u64> {
        self.run(
            "DELETE FROM job WHERE board = $1 AND kind = $2 AND state = 'ready' AND substr(effect, 1, length($3)) = $3",
            params![kind, begins],
        )
        .await
    }

    /// Forgets the effects whose key begins so, whatever came of them: what they were about is gone as well. How many.
    pub async fn forget_all(&mut self, kind: &'static str, begins: &str) -> anyhow::Result<u64> {
        self.run(
            "DELETE FROM job WHERE board = $1 AND kind = $2 AND substr(effect, 1, length($3)) = $3",
            params![kind, begins],
        )
        .await
    }
}

impl Db {
    /// Sees to it that every board does this work each day, from this one on. Once is enough: each day queues the next.
    pub async fn begin_daily(
        &self,
        kind: &'static str,
        day: Date,
        due: Timestamp,
    ) -> anyhow::Result<()> {
        for board in self.boards().await? {
            let mut tx = self.begin(board.id).await?;
            tx.job_of_day(kind, day, due).await?;
            tx.commit().await?;
        }
        Ok(())
    }
}

/// Who has work: rung after a commit, so that nobody waits for the next look.
#[derive(Debug, Default)]
pub(crate) struct Bell {
    boards: Mutex<BTreeSet<BoardId>>,
    rung: Notify,
}

impl Bell {
    pub(crate) fn ring(&self, board: BoardId) {
        self.lock().insert(board);
        self.rung.notify_one();
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeSet<BoardId>> {
        self.boards.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn take(&self) -> BTreeSet<BoardId> {
        std::mem::take(&mut *self.lock())
    }

    pub(crate) async fn heard(&self) {
        self.rung.notified().await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_stop_growing() {
        assert_eq!(wait(1), SignedDuration::from_mins(1));
        assert_eq!(wait(3), SignedDuration::from_mins(4));
        assert_eq!(wait(12), LONGEST_WAIT);
        assert_eq!(wait(i64::MAX), LONGEST_WAIT);
        assert_eq!(wait(i64::MIN), FIRST_WAIT);
    }
}
