//! A copy of everything, taken while the program runs, and put back elsewhere.
//!
//! A backup is a folder of SQLite files, whichever database it was taken of: one text makes the tables of both, so a backup of
//! one can be put back into the other. The keys of people lie apart (`keys/`), so that they can be kept shorter than the
//! data: who was erased stays erased in a backup whose keys are gone.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use sqlx::{AssertSqlSafe, Row as _};
use words::BoardId;

use crate::boards::Board;
use crate::copy::{self, Source, Target};
use crate::db::{Db, Engine, Place};
use crate::lite::Lite;
use crate::{Migration, NewBoard};

/// The table that lies apart.
const KEYS: &str = "subject_key";

/// What was copied.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Copied {
    /// Boards.
    pub boards: usize,
    /// Rows of all tables.
    pub rows: u64,
}

impl Db {
    /// Copies everything into this folder, which must be empty. Each board is copied as it was at one moment.
    pub async fn backup(&self, folder: &Path, migrations: &[Migration]) -> anyhow::Result<Copied> {
        empty(folder)?;
        let place = Place::Folder(folder.to_owned());
        let target = Self::open(&place, migrations).await?;
        let mut copied = Copied::default();
        for board in self.boards().await? {
            copied.rows += self.backup_board(&target, folder, &board).await?;
            copied.boards += 1;
        }
        for (name, value) in self.settings().await? {
            target.set_setting(&name, Some(value)).await?;
        }
        target.close().await;
        Ok(copied)
    }

    async fn backup_board(
        &self,
        target: &Self,
        folder: &Path,
        board: &Board,
    ) -> anyhow::Result<u64> {
        target
            .found(NewBoard {
                board: board.clone(),
                at: jiff::Timestamp::UNIX_EPOCH,
            })
            .await?;
        let file = target.file(board.id).await?;
        let keys = Lite::open(&keys_path(folder, board.id)?, &[]).await?;
        let mut source = Source::open(self, board.id).await?;
        let (mut data, mut apart) = (file.write.begin().await?, keys.write.begin().await?);
        let mut rows = 0;
        for table in &copy::tables(&file.read).await? {
            let into = if table.name == KEYS {
                copy::make(&mut apart, table).await?;
                &mut apart
            } else {
                &mut data
            };
            rows += copy::copy(&mut source, &mut Target::Lite(into), table).await?;
        }
        data.commit().await?;
        apart.commit().await?;
        keys.close().await;
        Ok(rows)
    }

    /// Puts a backup back into this database, which must be empty.
    pub async fn restore(&self, folder: &Path, migrations: &[Migration]) -> anyhow::Result<Copied> {
        anyhow::ensure!(
            self.boards().await?.is_empty(),
            "there is data here already; a backup goes into an empty place"
        );
        let backup = Self::open_backup(folder, migrations).await?;
        let mut copied = Copied::default();
        for board in backup.boards().await? {
            self.found(NewBoard {
                board: board.clone(),
                at: jiff::Timestamp::UNIX_EPOCH,
            })
            .await?;
            copied.rows += self.restore_board(&backup, folder, board.id).await?;
            copied.boards += 1;
        }
        for (name, value) in backup.settings().await? {
            self.set_setting(&name, Some(value)).await?;
        }
        backup.close().await;
        Ok(copied)
    }

    /// The boards of a backup.
    pub async fn boards_in(folder: &Path, migrations: &[Migration]) -> anyhow::Result<Vec<Board>> {
        let backup = Self::open_backup(folder, migrations).await?;
        let boards = backup.boards().await?;
        backup.close().await;
        Ok(boards)
    }

    async fn open_backup(folder: &Path, migrations: &[Migration]) -> anyhow::Result<Self> {
        anyhow::ensure!(
            folder.join("control.db").exists(),
            "{}: there is no backup here",
            folder.display()
        );
        Self::open(&Place::Folder(folder.to_owned()), migrations).await
    }

    async fn restore_board(
        &self,
        backup: &Self,
        folder: &Path,
        board: BoardId,
    ) -> anyhow::Result<u64> {
        let file = backup.file(board).await?;
        let path = keys_path(folder, board)?;
        anyhow::ensure!(
            path.exists(),
            "{}: the keys of this board are not in the backup",
            path.display()
        );
        let keys = Lite::open(&path, &[]).await?;
        let (mut data, mut apart) = (
            Source::file(&file.read, board).await?,
            Source::file(&keys.read, board).await?,
        );
        let tables = copy::tables(&file.read).await?;
        let mut rows = 0;
        match &self.inner.engine {
            Engine::Lite(files) => {
                let mut tx = files.board(board).await?.write.begin().await?;
                for table in &tables {
                    let from = if table.name == KEYS {
                        &mut apart
                    } else {
                        &mut data
                    };
                    rows += copy::copy(from, &mut Target::Lite(&mut tx), table).await?;
                }
                tx.commit().await?;
            }
            Engine::Pg(pool) => {
                let mut tx = copy::begin_pg(pool, board).await?;
                for table in &tables {
                    let from = if table.name == KEYS {
                        &mut apart
                    } else {
                        &mut data
                    };
                    rows += copy::copy(from, &mut Target::Pg(&mut tx, Vec::new()), table).await?;
                }
                tx.commit().await?;
            }
        }
        drop(apart);
        keys.close().await;
        Ok(rows)
    }

    /// The file of a board, of a database that is a folder.
    async fn file(&self, board: BoardId) -> anyhow::Result<Arc<Lite>> {
        match &self.inner.engine {
            Engine::Lite(files) => files.board(board).await,
            Engine::Pg(_) => anyhow::bail!("a backup is a folder"),
        }
    }

    /// Every setting of the installation.
    async fn settings(&self) -> anyhow::Result<Vec<(String, serde_json::Value)>> {
        const SQL: &str = "SELECT name, value FROM setting ORDER BY name";
        macro_rules! read {
            ($pool:expr) => {{
                let rows = sqlx::query(AssertSqlSafe(SQL.to_owned()))
                    .fetch_all($pool)
                    .await?;
                rows.iter()
                    .map(|row| {
                        let value: sqlx::types::Json<serde_json::Value> = row.try_get("value")?;
                        Ok((row.try_get("name")?, value.0))
                    })
                    .collect()
            }};
        }
        match &self.inner.engine {
            Engine::Lite(files) => read!(&files.control.read),
            Engine::Pg(pool) => read!(pool),
        }
    }
}

fn keys_path(folder: &Path, board: BoardId) -> anyhow::Result<PathBuf> {
    let keys = folder.join("keys");
    std::fs::create_dir_all(&keys)
        .with_context(|| format!("{}: cannot be made", keys.display()))?;
    Ok(keys.join(format!("{board}.db")))
}

fn empty(folder: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder)
        .with_context(|| format!("{}: cannot be made", folder.display()))?;
    let mut inside = std::fs::read_dir(folder)
        .with_context(|| format!("{}: cannot be read", folder.display()))?;
    anyhow::ensure!(
        inside.next().is_none(),
        "{}: is not empty; a backup goes into a folder of its own",
        folder.display()
    );
    Ok(())
}
