//! What the store promises, on both databases.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

mod backup;
mod boards;
mod jobs;
mod transactions;

use jiff::Timestamp;
use store::Migration;

/// A table to try things with.
const NOTES: &[Migration] = &[Migration {
    number: 901,
    name: "note",
    sql: "CREATE TABLE note (
              board {uuid} NOT NULL, line {uuid} NOT NULL, said TEXT, at {instant}, day {date}, yes {bool}, raw {bytes},
              more {json}, n {int}, PRIMARY KEY (board, line)
          ) {strict};
          {tenant note};",
}];

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).expect("an instant")
}
