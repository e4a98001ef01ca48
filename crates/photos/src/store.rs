//! The SQL of this word.

pub mod albums;
pub mod films;
pub mod marks;
pub mod parts;
pub mod photos;
pub mod pieces;
pub mod requests;
pub mod seen;
pub mod terms;

/// The tables of this word.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration {
        number: 501,
        name: "photos",
        sql: include_str!("../migrations/0501_photos.sql"),
    },
    store::Migration {
        number: 502,
        name: "crops_films_parts",
        sql: include_str!("../migrations/0502_crops_films_parts.sql"),
    },
    store::Migration {
        number: 503,
        name: "requests",
        sql: include_str!("../migrations/0503_requests.sql"),
    },
];
