//! What this word does for a school, over HTTP, on both databases.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

mod access;
mod families;
mod finding;
mod home;
mod house;
mod importing;
mod jobs;
mod leaving;
mod merging;
mod settings;
mod storing;
mod year;
