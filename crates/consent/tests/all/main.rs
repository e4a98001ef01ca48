//! Stories of asking, answering and withdrawing, on both databases.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a story stops at the first surprise"
)]

mod answering;
mod asked;
mod campaigns;
mod exchange;
mod family;
mod home;
mod house;
mod office;
mod paper;
mod proof;
mod time;
