//! The SQL of this word.

pub mod asked;
pub mod campaigns;
pub mod events;
pub mod publications;
pub mod purposes;
pub mod shields;
pub mod takeover;
pub mod talks;

/// The tables of this word.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration {
        number: 401,
        name: "consent",
        sql: include_str!("../migrations/0401_consent.sql"),
    },
    store::Migration {
        number: 402,
        name: "answers of another system that wait",
        sql: include_str!("../migrations/0402_takeover.sql"),
    },
];
