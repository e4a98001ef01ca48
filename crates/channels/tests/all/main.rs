//! Stories of channels: at a made-up school on both databases, and with real networks.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a story stops at the first surprise; a real network has a clock of its own"
)]

mod desk;
mod faults;
mod feed;
mod health;
mod house;
mod letters;
mod mentions;
mod peers;
mod posts;
mod proxy;
mod stub;
mod truth;
