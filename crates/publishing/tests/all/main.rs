//! What this word does for a school, over HTTP, on both databases.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

mod answering;
mod drafts;
mod house;
mod journey;
mod killed;
mod peers;
mod pictures;
mod press;
mod reading;
mod releasing;
mod slow;
mod website;
mod words;
