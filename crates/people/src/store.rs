//! The SQL of this word. What says who somebody is, is sealed on its way in and opened on its way out.

pub mod check;
pub mod claims;
pub mod desk;
pub mod groups;
pub mod guardians;
pub mod import;
pub mod leave;
pub mod merge;
pub mod persons;
pub mod roll;
pub mod schools;
pub mod ties;

use store::{Tx, params};

/// The tables of this word.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration {
        number: 301,
        name: "people",
        sql: include_str!("../migrations/0301_people.sql"),
    },
    store::Migration {
        number: 302,
        name: "rosters that wait",
        sql: include_str!("../migrations/0302_import.sql"),
    },
    store::Migration {
        number: 303,
        name: "records that go on as another",
        sql: include_str!("../migrations/0303_merged.sql"),
    },
    store::Migration {
        number: 304,
        name: "who is at work on what waits",
        sql: include_str!("../migrations/0304_claims.sql"),
    },
];

/// The number of the last change of the board's people.
pub async fn version(tx: &mut Tx) -> anyhow::Result<i64> {
    let row = tx
        .maybe(
            "SELECT version FROM people_version WHERE board = $1",
            params![],
        )
        .await?;
    row.map_or(Ok(0), |row| row.get("version"))
}

/// A new number for a change: what is written after this in the same transaction bears it. On PostgreSQL two changes wait
/// for each other here, so that numbers become visible in their order.
pub async fn mark(tx: &mut Tx) -> anyhow::Result<i64> {
    let row = tx
        .one(
            "INSERT INTO people_version (board, version) VALUES ($1, 1) \
             ON CONFLICT (board) DO UPDATE SET version = people_version.version + 1 RETURNING version",
            params![],
        )
        .await?;
    row.get("version")
}
