//! SQLite: a file with one writer and a few readers.

use std::path::Path;
use std::time::Duration;

use anyhow::Context;
use sqlx::SqlitePool;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use crate::Migration;
use crate::dialect::{Kind, migrator};

/// How many may read at once; SQLite's readers do not wait for its writer.
const READERS: u32 = 4;

/// One file.
#[derive(Debug)]
pub(crate) struct Lite {
    pub(crate) read: SqlitePool,
    pub(crate) write: SqlitePool,
}

impl Lite {
    /// Opens the file, made if it is not there, and brings its tables up to date.
    pub(crate) async fn open(path: &Path, migrations: &[Migration]) -> anyhow::Result<Self> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .pragma("trusted_schema", "OFF")
            .pragma("cell_size_check", "ON")
            .pragma("secure_delete", "ON");
        // One writer: two would only wait for each other, and a waiting one can fail.
        let write = SqlitePoolOptions::new()
            .max_connections(1)
            .connect_with(options.clone())
            .await
            .with_context(|| format!("{}: cannot be opened", path.display()))?;
        migrator(Kind::Lite, migrations)
            .run(&write)
            .await
            .with_context(|| format!("{}: its tables do not fit this version", path.display()))?;
        let read = SqlitePoolOptions::new()
            .max_connections(READERS)
            .connect_lazy_with(options.read_only(true).create_if_missing(false));
        Ok(Self { read, write })
    }

    /// Closes it: the write-ahead log goes into the file.
    pub(crate) async fn close(&self) {
        self.read.close().await;
        self.write.close().await;
    }
}
