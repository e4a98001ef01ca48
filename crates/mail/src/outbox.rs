//! Where letters go.

use std::path::PathBuf;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};

use crate::{Letter, NotALetter, Sender};

/// What became of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sent {
    /// The other side said that it has it.
    Accepted,
    /// Not now: worth another try. It may have arrived all the same when the line broke at the end.
    Later(String),
    /// Never: the other side said so, or it is no letter.
    Refused(String),
}

/// A future that is sent between threads.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Sent> + Send + 'a>>;

/// Where letters go.
pub trait Outbox: Send + Sync {
    /// Sends a letter; `key` is the effect's own key, and makes the identity of the message.
    fn send<'a>(&'a self, key: &'a str, letter: &'a Letter) -> Sending<'a>;
}

impl From<NotALetter> for Sent {
    fn from(fault: NotALetter) -> Self {
        Self::Refused(fault.to_string())
    }
}

/// Puts each letter in a folder as an `.eml` file that every mail program opens: for the demo, and to try things out.
#[derive(Debug)]
pub struct Folder {
    sender: Sender,
    folder: PathBuf,
}

impl Folder {
    /// Letters go to this folder, which is made if it is not there.
    ///
    /// # Errors
    /// A folder that cannot be made.
    pub fn new(sender: Sender, folder: PathBuf) -> std::io::Result<Self> {
        std::fs::create_dir_all(&folder)?;
        Ok(Self { sender, folder })
    }

    async fn put(&self, key: &str, letter: &Letter) -> Sent {
        let message = match self.sender.message(key, letter) {
            Ok(message) => message.formatted(),
            Err(fault) => return fault.into(),
        };
        let plain = key.chars().map(|c| {
            if c.is_ascii_alphanumeric() || c == '-' {
                c
            } else {
                '.'
            }
        });
        let file = self
            .folder
            .join(format!("{}.eml", plain.collect::<String>()));
        // Written beside and moved, so that a reader never sees half a letter.
        let half = file.with_extension("half");
        let done = async {
            tokio::fs::write(&half, message).await?;
            tokio::fs::rename(&half, &file).await
        };
        match done.await {
            Ok(()) => Sent::Accepted,
            Err(fault) => Sent::Later(fault.to_string()),
        }
    }
}

impl Outbox for Folder {
    fn send<'a>(&'a self, key: &'a str, letter: &'a Letter) -> Sending<'a> {
        Box::pin(self.put(key, letter))
    }
}

/// Keeps letters in memory: for tests.
#[derive(Debug, Default)]
pub struct Memory(Mutex<Vec<(String, Letter)>>);

impl Memory {
    /// The letters so far, each with its key.
    pub fn letters(&self) -> Vec<(String, Letter)> {
        let letters = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        letters.clone()
    }
}

impl Outbox for Memory {
    fn send<'a>(&'a self, key: &'a str, letter: &'a Letter) -> Sending<'a> {
        let mut letters = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        letters.push((key.to_owned(), letter.clone()));
        Box::pin(std::future::ready(Sent::Accepted))
    }
}
