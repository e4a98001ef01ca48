//! The SQL of this word. What was said stands sealed under the key of its case.

pub mod cases;
pub mod events;
pub mod lists;
pub mod parties;
pub mod pieces;
pub mod watches;

/// The tables of this word.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration {
        number: 901,
        name: "cases",
        sql: include_str!("../migrations/0901_cases.sql"),
    },
    store::Migration {
        number: 903,
        name: "feeds that a school watches",
        sql: include_str!("../migrations/0903_watching.sql"),
    },
];
