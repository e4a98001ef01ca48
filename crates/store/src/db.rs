//! The database of an installation.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::Context;
use sqlx::PgPool;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use tokio::sync::Mutex;
use words::BoardId;

use crate::Migration;
use crate::dialect::{Kind, migrator};
use crate::jobs::Bell;
use crate::lite::Lite;
use crate::tx::{Inner as TxInner, Tx};

/// The tables of the installation.
const CONTROL: Migration = Migration {
    number: 1,
    name: "control",
    sql: include_str!("../migrations/0001_control.sql"),
};
/// The tables that the store itself keeps for each board.
const OWN: Migration = Migration {
    number: 2,
    name: "jobs and keys",
    sql: include_str!("../migrations/0002_board.sql"),
};
/// How many files of boards are held open.
const OPEN_BOARDS: usize = 64;
/// How many conversations with PostgreSQL this process holds.
const CONVERSATIONS: u32 = 16;

/// Where the data is.
#[derive(Debug, Clone)]
pub enum Place {
    /// A folder on this machine, for SQLite.
    Folder(PathBuf),
    /// The address of a PostgreSQL database: `postgres://…`.
    Postgres(String),
}

/// The database. A clone is the same database.
#[derive(Debug, Clone)]
pub struct Db {
    pub(crate) inner: Arc<Inner>,
}

#[derive(Debug)]
pub(crate) struct Inner {
    pub(crate) engine: Engine,
    pub(crate) bell: Bell,
}

#[derive(Debug)]
pub(crate) enum Engine {
    Lite(Files),
    Pg(PgPool),
}

/// A file for the installation and one for each board, of which the last used are open.
#[derive(Debug)]
pub(crate) struct Files {
    pub(crate) folder: PathBuf,
    pub(crate) control: Lite,
    migrations: Vec<Migration>,
    open: Mutex<HashMap<BoardId, Held>>,
    turn: AtomicU64,
}

#[derive(Debug)]
struct Held {
    file: Arc<Lite>,
    last: u64,
}

impl Db {
    /// Opens the database and brings its tables up to date. A database that a later version wrote is refused.
    pub async fn open(place: &Place, migrations: &[Migration]) -> anyhow::Result<Self> {
        let mut list = vec![OWN];
        list.extend_from_slice(migrations);
        list.sort_by_key(|step| step.number);
        let engine = match place {
            Place::Folder(folder) => Engine::Lite(Files::open(folder, list).await?),
            Place::Postgres(address) => {
                list.insert(0, CONTROL);
                Engine::Pg(postgres(address, &list).await?)
            }
        };
        let db = Self {
            inner: Arc::new(Inner {
                engine,
                bell: Bell::default(),
            }),
        };
        Ok(db)
    }

    /// A transaction of this board that may write. Nothing is kept until [`Tx::commit`].
    pub async fn begin(&self, board: BoardId) -> anyhow::Result<Tx> {
        let (inner, file) = match &self.inner.engine {
            Engine::Lite(files) => {
                let file = files.board(board).await?;
                let tx = file
                    .write
                    .begin_with("BEGIN IMMEDIATE")
                    .await
                    .context("the database does not take a change now")?;
                (TxInner::LiteWrite(tx), Some(file))
            }
            Engine::Pg(pool) => (TxInner::Pg(tenant(pool, board, "BEGIN").await?), None),
        };
        Ok(Tx::new(inner, board, Some(self.clone()), file))
    }

    /// A transaction of this board that only reads.
    ///
    /// On SQLite each query of it sees what was committed when it began; a page that needs two queries of one moment asks
    /// [`Db::begin`].
    pub async fn read(&self, board: BoardId) -> anyhow::Result<Tx> {
        let (inner, file) = match &self.inner.engine {
            Engine::Lite(files) => {
                let file = files.board(board).await?;
                let connection = file
                    .read
                    .acquire()
                    .await
                    .context("the database does not answer")?;
                (TxInner::LiteRead(connection), Some(file))
            }
            Engine::Pg(pool) => (
                TxInner::Pg(tenant(pool, board, "BEGIN READ ONLY").await?),
                None,
            ),
        };
        Ok(Tx::new(inner, board, None, file))
    }

    /// The database answers.
    pub async fn alive(&self) -> anyhow::Result<()> {
        match &self.inner.engine {
            Engine::Lite(files) => sqlx::query("SELECT 1")
                .execute(&files.control.read)
                .await
                .map(drop)?,
            Engine::Pg(pool) => sqlx::query("SELECT 1").execute(pool).await.map(drop)?,
        }
        Ok(())
    }

    /// `sqlite` or `postgresql`.
    pub fn engine(&self) -> &'static str {
        match self.inner.engine {
            Engine::Lite(_) => "sqlite",
            Engine::Pg(_) => "postgresql",
        }
    }

    /// Closes everything; what was committed is in the files.
    pub async fn close(&self) {
        match &self.inner.engine {
            Engine::Lite(files) => files.close().await,
            Engine::Pg(pool) => pool.close().await,
        }
    }
}

/// Begins, and says whose rows there are, in one message: the setting is gone when the transaction ends, also behind a
/// pooler that hands the connection to somebody else.
async fn tenant(
    pool: &PgPool,
    board: BoardId,
    begin: &str,
) -> anyhow::Result<sqlx::Transaction<'static, sqlx::Postgres>> {
    let opening = format!("{begin}; SELECT set_config('app.board', '{board}', true)");
    let pool = pool.clone();
    // In a task of its own: whoever asked may be gone before the answer is there (a visitor who closes the page), and a connection that was told to
    // begin and is dropped before it answered goes back to the others with its transaction open (sqlx 0.9.0), so that the next one cannot write.
    let handshake =
        tokio::spawn(async move { pool.begin_with(sqlx::AssertSqlSafe(opening)).await });
    handshake
        .await
        .context("the database was not waited for")?
        .context("the database does not answer")
}

/// Opens PostgreSQL. `?schema=NAME` in the address keeps the tables in a schema of that name, made if it is not there: so
/// several installations can share one database.
async fn postgres(address: &str, migrations: &[Migration]) -> anyhow::Result<PgPool> {
    let (address, schema) = schema_of(address)?;
    let mut options = PgConnectOptions::from_str(&address)
        .context("the address of the database cannot be read")?;
    if let Some(schema) = &schema {
        options = options.options([("search_path", schema.as_str())]);
    }
    let pool = PgPoolOptions::new()
        .max_connections(CONVERSATIONS)
        .connect_with(options)
        .await
        .context("the database does not answer")?;
    if let Some(schema) = schema {
        sqlx::raw_sql(sqlx::AssertSqlSafe(format!(
            "CREATE SCHEMA IF NOT EXISTS {schema}"
        )))
        .execute(&pool)
        .await
        .context("the schema cannot be made")?;
    }
    migrator(Kind::Pg, migrations)
        .run(&pool)
        .await
        .context("the tables of the database do not fit this version")?;
    Ok(pool)
}

/// The address without our own part of it, and the schema, whose name is plain so that it needs no quotes.
fn schema_of(address: &str) -> anyhow::Result<(String, Option<String>)> {
    let Some((before, query)) = address.split_once('?') else {
        return Ok((address.to_owned(), None));
    };
    let (own, others): (Vec<&str>, Vec<&str>) = query
        .split('&')
        .partition(|part| part.starts_with("schema="));
    let schema = own.first().and_then(|part| part.strip_prefix("schema="));
    if let Some(schema) = schema {
        let plain = schema.starts_with(|first: char| first.is_ascii_lowercase())
            && schema
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        anyhow::ensure!(
            plain,
            "a schema's name is lower case letters, digits and _: {schema}"
        );
    }
    let rest = others.join("&");
    let address = if rest.is_empty() {
        before.to_owned()
    } else {
        format!("{before}?{rest}")
    };
    Ok((address, schema.map(str::to_owned)))
}

impl Files {
    async fn open(folder: &Path, migrations: Vec<Migration>) -> anyhow::Result<Self> {
        let boards = folder.join("boards");
        std::fs::create_dir_all(&boards)
            .with_context(|| format!("{}: cannot be made", boards.display()))?;
        let control = Lite::open(&folder.join("control.db"), &[CONTROL]).await?;
        Ok(Self {
            folder: folder.to_owned(),
            control,
            migrations,
            open: Mutex::default(),
            turn: AtomicU64::default(),
        })
    }

    /// The file of a board.
    pub(crate) fn path(&self, board: BoardId) -> PathBuf {
        self.folder.join("boards").join(format!("{board}.db"))
    }

    /// Makes the file of a new board.
    pub(crate) async fn make(&self, board: BoardId) -> anyhow::Result<()> {
        let file = Lite::open(&self.path(board), &self.migrations).await?;
        self.keep(board, Arc::new(file)).await;
        Ok(())
    }

    /// The file of a board, opened if it was not.
    pub(crate) async fn board(&self, board: BoardId) -> anyhow::Result<Arc<Lite>> {
        let turn = self.turn.fetch_add(1, Ordering::Relaxed);
        let mut open = self.open.lock().await;
        if let Some(held) = open.get_mut(&board) {
            held.last = turn;
            return Ok(Arc::clone(&held.file));
        }
        let path = self.path(board);
        anyhow::ensure!(path.exists(), "board {board} has no file here");
        // Under the lock, so that a file is opened once.
        let file = Arc::new(Lite::open(&path, &self.migrations).await?);
        let spare = insert(&mut open, board, Arc::clone(&file), turn);
        drop(open);
        for old in spare {
            old.close().await;
        }
        Ok(file)
    }

    async fn keep(&self, board: BoardId, file: Arc<Lite>) {
        let turn = self.turn.fetch_add(1, Ordering::Relaxed);
        let mut open = self.open.lock().await;
        let spare = insert(&mut open, board, file, turn);
        drop(open);
        for old in spare {
            old.close().await;
        }
    }

    async fn close(&self) {
        for held in self.open.lock().await.drain() {
            held.1.file.close().await;
        }
        self.control.close().await;
    }
}

/// Adds a file; gives back one that nobody used for longest and nobody uses now, if there are too many.
fn insert(
    open: &mut HashMap<BoardId, Held>,
    board: BoardId,
    file: Arc<Lite>,
    last: u64,
) -> Vec<Arc<Lite>> {
    open.insert(board, Held { file, last });
    if open.len() <= OPEN_BOARDS {
        return Vec::new();
    }
    let idle = open
        .iter()
        .filter(|(_, held)| Arc::strong_count(&held.file) == 1)
        .min_by_key(|(_, held)| held.last)
        .map(|(board, _)| *board);
    idle.and_then(|board| open.remove(&board))
        .map(|held| held.file)
        .into_iter()
        .collect()
}
