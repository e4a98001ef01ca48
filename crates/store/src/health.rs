//! What an operator should know of the database.

use jiff::Timestamp;
use sqlx::Row as _;
use words::BoardId;

use crate::db::{Db, Engine};

/// The jobs of a board that want looking at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Jobs that were given up.
    pub dead: i64,
    /// When the job that waits longest could have been taken.
    pub oldest: Option<Timestamp>,
}

impl Db {
    /// Whether row-level security holds for us: a superuser of PostgreSQL passes by it. SQLite has a file for each board.
    pub async fn guarded(&self) -> anyhow::Result<bool> {
        match &self.inner.engine {
            Engine::Lite(_) => Ok(true),
            Engine::Pg(pool) => {
                let row = sqlx::query("SELECT rolsuper OR rolbypassrls AS passes FROM pg_roles WHERE rolname = current_user")
                    .fetch_one(pool)
                    .await?;
                Ok(!row.try_get::<bool, _>("passes")?)
            }
        }
    }

    /// The jobs of a board that want looking at.
    pub async fn waiting(&self, board: BoardId) -> anyhow::Result<Waiting> {
        let mut tx = self.read(board).await?;
        let row = tx
            .one(
                "SELECT count(CASE WHEN state = 'dead' THEN 1 END) AS dead, min(CASE WHEN state = 'ready' THEN due_at END) AS oldest \
                 FROM job WHERE board = $1",
                Vec::new(),
            )
            .await?;
        Ok(Waiting {
            dead: row.get("dead")?,
            oldest: row.get("oldest")?,
        })
    }
}
