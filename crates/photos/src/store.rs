//! The SQL of this word.

pub mod albums;
pub mod marks;
pub mod photos;
pub mod pieces;
pub mod terms;

/// The tables of this word.
pub const MIGRATIONS: &[store::Migration] = &[store::Migration {
    number: 501,
    name: "photos",
    sql: include_str!("../migrations/0501_photos.sql"),
}];
