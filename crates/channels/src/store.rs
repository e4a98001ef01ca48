//! The SQL of this word.

pub mod accounts;
pub mod posts;

/// The tables of this word.
pub const MIGRATIONS: &[store::Migration] = &[store::Migration {
    number: 701,
    name: "channels",
    sql: include_str!("../migrations/0701_channels.sql"),
}];
