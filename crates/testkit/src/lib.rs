//! For tests only: what more than one test needs, and a home for the tests and benches of the whole.
//!
//! * [`repo`] reads the repository as data: its files, its crates, what they depend on.
//! * [`rust`] reads Rust source just far enough to tell code from text and tests from the program.
//! * [`shape`] holds the invariants of `ARCHITECTURE.md`, each as a function from text to offences. `tests/shape.rs` calls
//!   them on the repository; each shows beside it that it catches an offender.
//! * [`mutate`] makes broken variants of a document, for readers that must survive anything.
//! * [`rosters`] makes roster files of any size.
//! * [`mod@bench`] measures and writes what it measured into `docs/figures.md`.
//!
//! The workspace's own tests use it as a dev-dependency; the program never does.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "runs in tests only, where stopping at the first surprise is right"
)]

pub mod bench;
pub mod database;
pub mod mutate;
pub mod repo;
pub mod rosters;
pub mod rust;
pub mod shape;
