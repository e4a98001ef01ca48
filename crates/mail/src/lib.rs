//! E-mail out, and a mailbox read. It knows no word of the school: the words of a letter are the caller's.
//!
//! * [`Letter`]: what is sent to one person; [`Sender`] makes a message of it.
//! * [`Outbox`]: where letters go: [`Smtp`], [`Folder`] (`.eml` files, for the demo), [`Memory`] (for tests).
//! * [`Sent`]: what became of it. *Accepted* only after the other side said so.
//! * [`Mailbox`]: a mailbox over IMAP; [`Received`]: a message of it, read within limits.
//!
//! Whoever wants to send queues a job, so that a letter leaves when, and only when, the change it tells of was kept.
//!
//! ```
//! # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
//! use mail::{Letter, Memory, Outbox, Sent};
//! let outbox = Memory::default();
//! let letter = Letter {
//!     to: "fatima@ouders.test".into(),
//!     subject: "Aanmelden".into(),
//!     text: "Beste ouder, …".into(),
//!     html: None,
//!     language: "nl".into(),
//! };
//! assert_eq!(outbox.send("mail-link-1", &letter).await, Sent::Accepted);
//! assert_eq!(outbox.letters().len(), 1);
//! # });
//! ```

mod letter;
mod mailbox;
mod outbox;
mod received;
mod smtp;

pub use letter::{Letter, Sender, is_address};
pub use mailbox::{Head, Line, Mailbox, Opened, Trouble, Trust};
pub use outbox::{Folder, Memory, Outbox, Sending, Sent};
pub use received::{Claimed, File, Left, Limits, Piece, Received, sender};
pub use smtp::{Security, Server, Smtp};

/// Why something is no letter, or no way to send one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotALetter {
    /// The sender's address is none.
    #[error("the sender's address is no e-mail address")]
    From,
    /// The reader's address is none.
    #[error("the reader's address is no e-mail address")]
    To,
    /// It cannot be written.
    #[error("the letter cannot be written")]
    Content,
    /// A line in the clear to another machine.
    #[error("mail goes in the clear only to this machine: use starttls or tls")]
    Open,
    /// No certificate can be for this name.
    #[error("the name of the mail server is none")]
    Server,
}
