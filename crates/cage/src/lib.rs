//! A cage: work on bytes from outside, in a process of its own that can do nothing else.
//!
//! A decoder of photos is a hundred thousand lines that a stranger chooses the input of. Here it runs in a child of the program
//! itself, which before it reads a byte gives up files, network, other processes, most of memory and all but a few seconds. What
//! goes wrong in there ends there: the program gets an [`Escape`] to tell, and lives on.
//!
//! * [`Cage`] is the outside: it starts the child, hands it an order and the bytes, and takes its answer within [`Limits`].
//! * [`enter`] is the inside: the first thing the child does.
//!
//! * [`Tool`] is a program of the system that works on files: it gets limits and no network, and may open files.
//!
//! Only Linux has all of it. Elsewhere the child is still a process of its own, with a clock.
//!
//! ```no_run
//! use cage::{Cage, Limits};
//!
//! # fn main() -> Result<(), cage::Escape> {
//! let cage = Cage::of_this_program("photo-cage", Limits::default());
//! let answer = cage.run(b"find", std::io::empty())?;
//! # Ok(())
//! # }
//! ```

#[cfg(target_os = "linux")]
mod closed;
mod inside;
mod outside;
#[cfg(unix)]
mod tool;

pub use inside::{Ask, enter};
pub use outside::{Cage, Escape};
#[cfg(unix)]
pub use tool::{Tool, become_tool};

use std::time::Duration;

/// What the child may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of memory of its own.
    pub memory: u64,
    /// Seconds of a processor.
    pub seconds: u64,
    /// How long the program waits for an answer.
    pub patience: Duration,
    /// Bytes of an order and what comes with it.
    pub asked: u64,
    /// Bytes of an answer.
    pub answered: u64,
}

impl Default for Limits {
    /// Enough for a photo of 50 million pixels.
    fn default() -> Self {
        Self {
            memory: 640 << 20,
            seconds: 20,
            patience: Duration::from_mins(1),
            asked: 48 << 20,
            answered: 64 << 20,
        }
    }
}
