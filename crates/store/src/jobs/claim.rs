//! Taking a job, and saying how it ended. The one place that looks at the jobs of more boards than one.

use jiff::Timestamp;
use sqlx::{AssertSqlSafe, Row as _};
use words::BoardId;

use super::{COLUMNS, Ending, Job, LEASE, MOST_ATTEMPTS, wait};
use crate::Db;
use crate::db::Engine;
use crate::value::{Kind, Row};

/// One text: on PostgreSQL two who take at once get different jobs, on SQLite there is one writer.
fn taking(skip_locked: &str) -> String {
    format!(
        "UPDATE job SET state = 'running', attempts = attempts + 1, due_at = $2 WHERE (board, id) = (\
         SELECT board, id FROM job WHERE state IN ('ready', 'running') AND due_at <= $1 \
         ORDER BY due_at, id LIMIT 1{skip_locked}) RETURNING board, {COLUMNS}"
    )
}

const NEXT: &str = "SELECT min(due_at) AS due_at FROM job WHERE state IN ('ready', 'running')";

/// What a job that is done was about is not kept: a letter that left says nothing here any more. Its key stays, so that it leaves
/// once.
const ENDED: &str = "UPDATE job SET state = $4, due_at = $5, ended_at = $6, fault = $7, \
                     payload = CASE WHEN $4 = 'done' THEN 'null' ELSE payload END \
                     WHERE board = $1 AND id = $2 AND attempts = $3 AND state = 'running'";

impl Db {
    /// Takes the job that waits longest, of this board where the boards have files of their own, of any board otherwise.
    pub(super) async fn take_job(
        &self,
        board: BoardId,
        now: Timestamp,
    ) -> anyhow::Result<Option<(BoardId, Job)>> {
        let (now, lease) = (now.as_microsecond(), (now + LEASE).as_microsecond());
        let taken = match &self.inner.engine {
            Engine::Lite(files) => {
                let file = files.board(board).await?;
                let query = sqlx::query(AssertSqlSafe(taking(""))).bind(now).bind(lease);
                query.fetch_optional(&file.write).await?.map(Kind::Lite)
            }
            Engine::Pg(pool) => {
                let query = sqlx::query(AssertSqlSafe(taking(" FOR UPDATE SKIP LOCKED")))
                    .bind(now)
                    .bind(lease);
                query.fetch_optional(pool).await?.map(Kind::Pg)
            }
        };
        taken
            .map(|row| {
                let row = Row(row);
                Ok((row.get("board")?, Job::read(&row)?))
            })
            .transpose()
    }

    /// When the next job may be taken, of this board or of any, as [`Db::take_job`].
    pub(super) async fn next_job(&self, board: BoardId) -> anyhow::Result<Option<Timestamp>> {
        let due: Option<i64> = match &self.inner.engine {
            Engine::Lite(files) => {
                let file = files.board(board).await?;
                sqlx::query(NEXT)
                    .fetch_one(&file.read)
                    .await?
                    .try_get("due_at")?
            }
            Engine::Pg(pool) => sqlx::query(NEXT).fetch_one(pool).await?.try_get("due_at")?,
        };
        Ok(due.map(Timestamp::from_microsecond).transpose()?)
    }

    /// Says how a job ended. Somebody whose lease ended meanwhile says nothing: another has the job now.
    pub(super) async fn end_job(
        &self,
        board: BoardId,
        job: &Job,
        ending: Ending,
        now: Timestamp,
    ) -> anyhow::Result<()> {
        let (state, due, ended, fault) = match ending {
            Ending::Done => ("done", now, Some(now), None),
            Ending::Again { fault, .. } if job.attempts >= MOST_ATTEMPTS => {
                ("dead", now, Some(now), Some(fault))
            }
            Ending::Again { after, fault } => (
                "ready",
                now + after.unwrap_or_else(|| wait(job.attempts)),
                None,
                Some(fault),
            ),
            Ending::Dead { fault } => ("dead", now, Some(now), Some(fault)),
        };
        macro_rules! end {
            ($pool:expr) => {
                sqlx::query(ENDED)
                    .bind(board.0)
                    .bind(job.id)
                    .bind(job.attempts)
                    .bind(state)
                    .bind(due.as_microsecond())
                    .bind(ended.map(Timestamp::as_microsecond))
                    .bind(fault)
                    .execute($pool)
                    .await
                    .map(drop)?
            };
        }
        match &self.inner.engine {
            Engine::Lite(files) => end!(&files.board(board).await?.write),
            Engine::Pg(pool) => end!(pool),
        }
        Ok(())
    }
}
