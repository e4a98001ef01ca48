//! A mailbox that is read by IMAP (RFC 9051, and what RFC 3501 has in common with it): a few commands, over any line.
//!
//! What the other side says is never trusted to be short: each answer has its most bytes, each wait its most seconds. Nothing here deletes
//! or moves a message.

mod line;
mod wire;

use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt as _, BufReader};

pub use line::{Line, Trust};
use wire::{Token, number, whole_answer, word};

/// Bytes of an answer that only tells.
const SHORT: usize = 4 << 20;
/// So many messages are asked for at once.
const AT_ONCE: usize = 50;

words::keyed! {
    /// Why a mailbox could not be read.
    Trouble {
        /// No connection, or no such host.
        Unreachable = "unreachable",
        /// It did not answer in time.
        TimedOut = "timed-out",
        /// Its certificate is not to be trusted, or it has no encryption.
        NotSecure = "not-secure",
        /// The address is one that is never asked.
        Address = "address",
        /// User or password is not right.
        Credentials = "credentials",
        /// There is no such folder.
        Folder = "folder-gone",
        /// It takes no more mail, or nearly so.
        Full = "full",
        /// It said something that is not understood: perhaps it is no mailbox.
        NotUnderstood = "not-understood",
    }
}

/// A folder that was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opened {
    /// Numbers of messages hold as long as this is the same (RFC 9051 section 2.3.1.1).
    pub validity: u32,
}

/// What is known of a message before it is fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its number in this folder.
    pub uid: u32,
    /// Its size in bytes.
    pub size: u64,
    /// Its `From:`, as it came.
    pub from: Vec<u8>,
}

/// What is said to the other side: as it is, or as a value that may hold anything.
enum Say<'a> {
    Plain(&'a str),
    Value(&'a str),
}

/// A mailbox that is being read.
pub struct Mailbox<S> {
    stream: BufReader<S>,
    said: u32,
    patience: Duration,
}

impl<S> std::fmt::Debug for Mailbox<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Mailbox")
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin + Send> Mailbox<S> {
    /// Greets over this line; `patience` is for each answer.
    ///
    /// # Errors
    /// Whoever answers is no mailbox.
    pub async fn over(stream: S, patience: Duration) -> Result<Self, Trouble> {
        let mut own = Self {
            stream: BufReader::new(stream),
            said: 0,
            patience,
        };
        let greeting = own.hear(SHORT).await?;
        match (word(&greeting, 0), word(&greeting, 1)) {
            (Some("*"), Some("OK")) => Ok(own),
            _ => Err(Trouble::NotUnderstood),
        }
    }

    /// The line below, to put something around it. What was heard ahead is thrown away: nothing said in the clear counts after it.
    fn into_line(self) -> S {
        self.stream.into_inner()
    }

    async fn hear(&mut self, most: usize) -> Result<Vec<Token>, Trouble> {
        tokio::time::timeout(self.patience, whole_answer(&mut self.stream, most))
            .await
            .map_err(|_| Trouble::TimedOut)?
    }

    async fn write(&mut self, bytes: &[u8]) -> Result<(), Trouble> {
        let writing = async {
            self.stream.write_all(bytes).await?;
            self.stream.flush().await
        };
        tokio::time::timeout(self.patience, writing)
            .await
            .map_err(|_| Trouble::TimedOut)?
            .map_err(|_| Trouble::Unreachable)
    }

    /// Asks, and hears everything up to the end of the answer. `refused` is what a *no* means.
    async fn ask(
        &mut self,
        says: &[Say<'_>],
        most: usize,
        refused: Trouble,
    ) -> Result<Vec<Vec<Token>>, Trouble> {
        self.said += 1;
        let tag = format!("p{}", self.said);
        let mut out = tag.clone().into_bytes();
        for say in says {
            out.push(b' ');
            match say {
                Say::Plain(text) => out.extend(text.as_bytes()),
                Say::Value(text) if is_quotable(text) => {
                    let quoted = text.replace('\\', "\\\\").replace('"', "\\\"");
                    out.extend(format!("\"{quoted}\"").as_bytes());
                }
                Say::Value(text) => {
                    out.extend(format!("{{{}}}\r\n", text.len()).as_bytes());
                    self.write(&out).await?;
                    if word(&self.hear(SHORT).await?, 0) != Some("+") {
                        return Err(refused);
                    }
                    out = text.as_bytes().to_vec();
                }
            }
        }
        out.extend(b"\r\n");
        self.write(&out).await?;
        let (mut all, mut room) = (Vec::new(), most);
        loop {
            let answer = self.hear(room).await?;
            room = room
                .checked_sub(wire::weight(&answer))
                .ok_or(Trouble::NotUnderstood)?;
            match (word(&answer, 0), word(&answer, 1)) {
                (Some("*"), Some("BYE")) => return Err(refused),
                (Some("*"), _) => all.push(answer),
                (Some(is), Some("OK")) if is == tag => return Ok(all),
                (Some(is), Some(_)) if is == tag => return Err(why_not(&answer, refused)),
                _ => return Err(Trouble::NotUnderstood),
            }
        }
    }

    /// Signs in.
    ///
    /// # Errors
    /// [`Trouble::Credentials`] where user and password are not right.
    pub async fn sign_in(&mut self, user: &str, password: &str) -> Result<(), Trouble> {
        let says = [Say::Plain("LOGIN"), Say::Value(user), Say::Value(password)];
        let asked = self.ask(&says, SHORT, Trouble::Credentials).await;
        asked.map(drop)
    }

    /// Opens a folder.
    ///
    /// # Errors
    /// [`Trouble::Folder`] where there is none of this name.
    pub async fn open(&mut self, folder: &str) -> Result<Opened, Trouble> {
        let says = [Say::Plain("SELECT"), Say::Value(folder)];
        let all = self.ask(&says, SHORT, Trouble::Folder).await?;
        let validity = all.iter().flatten().find_map(|token| {
            let said = token.word()?.strip_prefix("[UIDVALIDITY ")?;
            said.trim_end_matches(']').parse().ok()
        });
        let validity = validity.ok_or(Trouble::NotUnderstood)?;
        Ok(Opened { validity })
    }

    /// The numbers of its messages, the eldest first; only those that nobody read, or all.
    pub async fn messages(&mut self, unread: bool) -> Result<Vec<u32>, Trouble> {
        let which = if unread { "UNSEEN" } else { "ALL" };
        let says = [Say::Plain("UID SEARCH"), Say::Plain(which)];
        let all = self.ask(&says, SHORT, Trouble::NotUnderstood).await?;
        let found = all
            .iter()
            .filter(|one| word(one, 1) == Some("SEARCH"))
            .flat_map(|one| one.iter().skip(2));
        let mut uids: Vec<u32> = found
            .filter_map(|token| token.word()?.parse().ok())
            .collect();
        uids.sort_unstable();
        uids.dedup();
        Ok(uids)
    }

    /// Size and sender of these, unread as they were.
    pub async fn heads(&mut self, uids: &[u32]) -> Result<Vec<Head>, Trouble> {
        let mut heads = Vec::new();
        for some in uids.chunks(AT_ONCE) {
            let set: Vec<String> = some.iter().map(u32::to_string).collect();
            let set = set.join(",");
            let says = [
                Say::Plain("UID FETCH"),
                Say::Plain(&set),
                Say::Plain("(UID RFC822.SIZE BODY.PEEK[HEADER.FIELDS (FROM)])"),
            ];
            for one in self.ask(&says, SHORT, Trouble::NotUnderstood).await? {
                let uid = number(&one, "UID").and_then(|uid| u32::try_from(uid).ok());
                let (Some(uid), Some(size)) = (uid, number(&one, "RFC822.SIZE")) else {
                    continue;
                };
                let from = wire::bytes(one).unwrap_or_default();
                heads.push(Head { uid, size, from });
            }
        }
        Ok(heads)
    }

    /// A message, or its first bytes where it is longer than `most`; none where it is gone. It stays unread.
    pub async fn message(&mut self, uid: u32, most: usize) -> Result<Option<Vec<u8>>, Trouble> {
        let (set, part) = (uid.to_string(), format!("(UID BODY.PEEK[]<0.{most}>)"));
        let says = [Say::Plain("UID FETCH"), Say::Plain(&set), Say::Plain(&part)];
        let room = most.saturating_add(SHORT);
        let all = self.ask(&says, room, Trouble::NotUnderstood).await?;
        let is_it = |one: &Vec<Token>| number(one, "UID") == Some(u64::from(uid));
        let found = all.into_iter().find(is_it).and_then(wire::bytes);
        Ok(found.filter(|bytes| bytes.len() <= most))
    }

    /// Marks these as read.
    pub async fn mark_read(&mut self, uids: &[u32]) -> Result<(), Trouble> {
        for some in uids.chunks(AT_ONCE) {
            let set: Vec<String> = some.iter().map(u32::to_string).collect();
            let set = set.join(",");
            let says = [
                Say::Plain("UID STORE"),
                Say::Plain(&set),
                Say::Plain("+FLAGS.SILENT (\\Seen)"),
            ];
            self.ask(&says, SHORT, Trouble::NotUnderstood).await?;
        }
        Ok(())
    }

    /// Whether it has hardly any room left (RFC 9208): mail to it will be refused. Not every server says.
    pub async fn is_full(&mut self, folder: &str) -> Result<bool, Trouble> {
        let says = [Say::Plain("GETQUOTAROOT"), Say::Value(folder)];
        let all = match self.ask(&says, SHORT, Trouble::NotUnderstood).await {
            Ok(all) => all,
            // It does not know of room.
            Err(Trouble::NotUnderstood) => return Ok(false),
            Err(other) => return Err(other),
        };
        let tight = |one: &Vec<Token>| {
            let at = one
                .iter()
                .position(|token| token.word() == Some("STORAGE"))?;
            let at = |more: usize| one.get(at + more)?.word()?.parse::<u64>().ok();
            let (used, most) = (at(1)?, at(2)?);
            Some(most > 0 && used.saturating_mul(100) >= most.saturating_mul(98))
        };
        Ok(all.iter().any(|one| tight(one) == Some(true)))
    }

    /// Takes leave. That nobody answers changes nothing any more.
    pub async fn leave(mut self) {
        let says = [Say::Plain("LOGOUT")];
        let _ = self.ask(&says, SHORT, Trouble::Unreachable).await;
    }
}

/// Fits between quotation marks.
fn is_quotable(text: &str) -> bool {
    text.len() < 900 && text.chars().all(|sign| matches!(sign, ' '..='~'))
}

/// Why it refused: its code says more than the command (RFC 5530).
fn why_not(answer: &[Token], refused: Trouble) -> Trouble {
    match word(answer, 2) {
        Some("[OVERQUOTA]") => Trouble::Full,
        Some("[AUTHENTICATIONFAILED]" | "[AUTHORIZATIONFAILED]" | "[EXPIRED]") => {
            Trouble::Credentials
        }
        Some("[PRIVACYREQUIRED]") => Trouble::NotSecure,
        Some("[UNAVAILABLE]" | "[INUSE]") => Trouble::Unreachable,
        _ => refused,
    }
}

#[cfg(test)]
mod tests;
