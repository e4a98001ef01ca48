//! The database: one SQL text for SQLite and PostgreSQL, and the only crate that names the SQL library. It knows no word of
//! the school.
//!
//! * [`Db`]: the database, opened at a [`Place`]: a folder (SQLite, one file for each board and a small one for the
//!   installation) or a PostgreSQL address.
//! * [`Tx`]: a transaction *of one board*. Every text uses `$1`, which is always that board; PostgreSQL checks it once more by
//!   row-level security, and SQLite has no other board in the file. A query cannot forget its board.
//! * [`Migration`]: one text for both databases, see [`dialect`].
//! * [`jobs`]: effects on the outside world, queued in the transaction that wants them and run until they are done.
//!
//! Acknowledged means on disk: SQLite runs with a write-ahead log and `synchronous = FULL`.
//!
//! ```
//! # tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
//! use store::{Db, Migration, NewBoard, Place, params};
//! let notes = Migration { number: 901, name: "note", sql: "
//!     CREATE TABLE note (board {uuid} NOT NULL, line {int} NOT NULL, said TEXT NOT NULL, PRIMARY KEY (board, line)) {strict};
//!     {tenant note};" };
//! # let folder = std::env::temp_dir().join(format!("store-doc-{}", std::process::id()));
//! let db = Db::open(&Place::Folder(folder.clone()), &[notes]).await?;
//! let board = db.found(NewBoard::example("linde")).await?;
//!
//! let mut tx = db.begin(board).await?;
//! tx.run("INSERT INTO note (board, line, said) VALUES ($1, $2, $3)", params![1, "hallo"]).await?;
//! tx.commit().await?;
//!
//! let mut tx = db.read(board).await?;
//! let row = tx.one("SELECT said FROM note WHERE board = $1 AND line = $2", params![1]).await?;
//! assert_eq!(row.get::<String>("said")?, "hallo");
//! # std::fs::remove_dir_all(folder)?;
//! # anyhow::Ok(()) }).unwrap();
//! ```

mod backup;
mod boards;
mod copy;
mod db;
pub mod dialect;
mod health;
pub mod jobs;
mod lite;
mod tx;
mod value;

pub use backup::Copied;
pub use boards::{Board, NewBoard};
pub use db::{Db, Place};
pub use dialect::Migration;
pub use health::Waiting;
pub use jobs::NewJob;
pub use tx::Tx;
pub use value::{Column, Row, Value};
