//! The whole program from outside: the binary that a school runs, over HTTP and on the command line.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise and prints what it counted"
)]

mod client;
mod films;
mod installation;
mod isolation;
#[cfg(target_os = "linux")]
mod memory;
mod mutated;
