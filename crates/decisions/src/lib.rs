//! The spine: who decided what, on which article of which version, from which facts, and who looked at whom.
//!
//! Consent given, draft approved, role granted, roster imported, file of a child opened: each is an [`Entry`] of one log per
//! board. The log only grows. Each row carries the hash of the row before it (SHA-256 over length-prefixed fields), and
//! every hundred rows or ten minutes a [`checkpoint`](store::checkpoint) signs how far it went (Ed25519, RFC 8032): a row that
//! is changed, missing or moved is found and named by [`store::verify`].
//!
//! A row names people by their identity only. What a person *wrote* is kept sealed under the key of whom it is about, so that
//! the chain still holds when that key is destroyed.
//!
//! ```
//! # tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
//! use decisions::{Entry, MIGRATIONS, Signer, store as log};
//! use store::{Db, NewBoard, Place};
//! # let folder = std::env::temp_dir().join(format!("decisions-doc-{}", std::process::id()));
//! let db = Db::open(&Place::Folder(folder.clone()), MIGRATIONS).await?;
//! let board = db.found(NewBoard::example("linde")).await?;
//!
//! let mut tx = db.begin(board).await?;
//! log::record(&mut tx, &Entry::new(jiff::Timestamp::UNIX_EPOCH, "role_given", "given")).await?;
//! tx.commit().await?;
//!
//! let found = log::verify(&mut db.read(board).await?, &Signer::new([7; 32]).public()).await?;
//! assert_eq!((found.entries, found.faults.len()), (1, 0));
//! # std::fs::remove_dir_all(folder)?;
//! # anyhow::Ok(()) }).unwrap();
//! ```

mod chain;
pub mod jobs;
pub mod model;
pub mod store;

pub use model::{Basis, Entry, Fault, Logged, Signer, Verified, Verifier};
pub use store::{looked, record};

use ::store::Migration;

/// The tables of the log.
pub const MIGRATIONS: &[Migration] = &[Migration {
    number: 101,
    name: "decisions",
    sql: include_str!("../migrations/0101_log.sql"),
}];
