//! Stories of photos, on both databases.
#![expect(
    clippy::string_slice,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a story stops at the first surprise"
)]

mod crops;
mod films;
mod house;
mod journey;
mod parts;
mod requests;
mod time;
