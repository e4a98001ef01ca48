//! The SQL of this word. What was asked and answered stands sealed under the board's key.

pub mod answers;
pub mod precedents;
pub mod questions;
pub mod terms;

/// The tables of this word.
pub const MIGRATIONS: &[store::Migration] = &[store::Migration {
    number: 801,
    name: "questions of people in doubt",
    sql: include_str!("../migrations/0801_advice.sql"),
}];
