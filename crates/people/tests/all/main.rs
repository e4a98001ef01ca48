//! What this word does for a school, over HTTP, on both databases.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod access;
mod families;
mod finding;
mod house;
mod leaving;
mod merging;
mod settings;
mod storing;
mod year;
