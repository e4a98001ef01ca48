//! The SQL of this word. What was said stands sealed under the key of its case.

pub mod cases;
pub mod events;
pub mod figures;
pub mod letters;
pub mod lists;
pub mod parties;
pub mod pieces;
pub mod precedents;
pub mod watches;

/// The tables of this word.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration {
        number: 901,
        name: "cases",
        sql: include_str!("../migrations/0901_cases.sql"),
    },
    store::Migration {
        number: 902,
        name: "letters_and_figures",
        sql: include_str!("../migrations/0902_letters_and_figures.sql"),
    },
    store::Migration {
        number: 903,
        name: "feeds that a school watches",
        sql: include_str!("../migrations/0903_watching.sql"),
    },
    store::Migration {
        number: 905,
        name: "what was decided before",
        sql: include_str!("../migrations/0905_precedents.sql"),
    },
];
