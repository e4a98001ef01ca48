//! What this word does for a school, over HTTP, on both databases.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

mod access;
mod baddays;
mod dossier;
mod flex;
mod forget;
mod house;
mod letters;
mod mailbox;
mod mailbox_bad;
mod paper;
mod post;
mod received;
mod schools;
mod unknown;
mod watching;
mod year;
