//! What this word does for a school, over HTTP, on both databases.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

mod answering;
mod house;
mod reading;
mod words;
