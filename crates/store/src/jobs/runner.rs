//! Who takes the jobs.

use std::collections::{BTreeMap, HashMap};
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::task::JoinSet;
use words::BoardId;

use super::{Ending, Job};
use crate::Db;
use crate::db::Engine;

/// Does the effect of one kind of job.
pub type Handler = Arc<
    dyn Fn(Db, BoardId, Job) -> Pin<Box<dyn Future<Output = anyhow::Result<Ending>> + Send>>
        + Send
        + Sync,
>;

/// Makes a handler of an async function.
pub fn handler<F, Fut>(act: F) -> Handler
where
    F: Fn(Db, BoardId, Job) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = anyhow::Result<Ending>> + Send + 'static,
{
    Arc::new(move |db, board, job| Box::pin(act(db, board, job)))
}

/// How long another process's new job may lie unseen: this one is rung only by its own commits.
const LOOK: Duration = Duration::from_secs(5);
/// How many effects this process has under way.
const AT_ONCE: usize = 4;

/// Runs the jobs of an installation. Several processes may: a job is taken by one.
#[derive(Clone)]
pub struct Runner {
    db: Db,
    now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    handlers: Arc<HashMap<&'static str, Handler>>,
}

impl Runner {
    /// A runner that knows these kinds of jobs. A kind that nobody knows stays queued: a newer version may.
    pub fn new(
        db: Db,
        now: impl Fn() -> Timestamp + Send + Sync + 'static,
        handlers: impl IntoIterator<Item = (&'static str, Handler)>,
    ) -> Self {
        Self {
            db,
            now: Arc::new(now),
            handlers: Arc::new(handlers.into_iter().collect()),
        }
    }

    /// Runs every job that may be taken now, until there is none; how many it ran. For tests, and before a program ends.
    pub async fn run_due(&self) -> anyhow::Result<usize> {
        let mut ran = 0;
        for board in self.boards().await? {
            while let Some((board, job)) = self.db.take_job(board, (self.now)()).await? {
                self.do_one(board, job).await?;
                ran += 1;
            }
        }
        Ok(ran)
    }

    /// Runs jobs until `stop`. Faults of the database are told and waited for.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        tokio::pin!(stop);
        let mut work = JoinSet::new();
        // When each board may have work; unknown is now.
        let mut due: BTreeMap<BoardId, Timestamp> = BTreeMap::new();
        loop {
            if let Err(fault) = self.look(&mut due, &mut work).await {
                tracing::error!(%fault, "jobs cannot be taken");
            }
            tokio::select! {
                () = &mut stop => break,
                () = self.db.inner.bell.heard() => {}
                () = tokio::time::sleep(LOOK) => due.clear(),
                Some(_) = work.join_next(), if work.len() >= AT_ONCE => {}
            }
        }
        while work.join_next().await.is_some() {}
    }

    async fn look(
        &self,
        due: &mut BTreeMap<BoardId, Timestamp>,
        work: &mut JoinSet<()>,
    ) -> anyhow::Result<()> {
        for board in self.db.inner.bell.take() {
            due.remove(&board);
        }
        for board in self.boards().await? {
            while due.get(&board).is_none_or(|due| *due <= (self.now)()) {
                if work.len() >= AT_ONCE {
                    return Ok(());
                }
                let Some((of, job)) = self.db.take_job(board, (self.now)()).await? else {
                    let next = self.db.next_job(board).await?.unwrap_or(Timestamp::MAX);
                    due.insert(board, next);
                    break;
                };
                let runner = self.clone();
                work.spawn(async move {
                    if let Err(fault) = runner.do_one(of, job).await {
                        tracing::error!(%fault, "a job's end could not be written: it will run again");
                    }
                });
            }
        }
        Ok(())
    }

    async fn do_one(&self, board: BoardId, job: Job) -> anyhow::Result<()> {
        let ending = match self.handlers.get(job.kind.as_str()) {
            Some(handler) => handler(self.db.clone(), board, job.clone())
                .await
                .unwrap_or_else(|fault| Ending::Again {
                    after: None,
                    fault: format!("{fault:#}"),
                }),
            None => Ending::Again {
                after: None,
                fault: format!("no handler for {}", job.kind),
            },
        };
        if let Ending::Dead { fault } | Ending::Again { fault, .. } = &ending {
            tracing::warn!(kind = job.kind, id = %job.id, attempts = job.attempts, fault, "a job did not succeed");
        }
        self.db.end_job(board, &job, ending, (self.now)()).await
    }

    /// Whose jobs to look at: each board's file, or any board's, since PostgreSQL has one table.
    async fn boards(&self) -> anyhow::Result<Vec<BoardId>> {
        let all = self.db.boards().await?.into_iter().map(|board| board.id);
        Ok(match self.db.inner.engine {
            Engine::Lite(_) => all.collect(),
            Engine::Pg(_) => all.take(1).collect(),
        })
    }
}
