//! A message that came in, read into what is of use of it. Whatever comes in is read within limits: so deep, so many parts, so long; and nothing
//! in it is opened, run or looked up.
//!
//! What a message says of itself is what its sender claims: a `From:` is no proof of who wrote it.

mod parts;

use mail_parser::{Address, HeaderName, HeaderValue, Message, MessageParser};

use parts::Walk;

/// Longer no name, subject or file name of it is.
const LINE: usize = 300;
/// A header section that is longer is none.
const HEADERS: usize = 256 << 10;

/// How much of a message is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Characters of text.
    pub text: usize,
    /// Bytes of one file.
    pub file: usize,
    /// Files.
    pub files: usize,
    /// Bytes of all files together.
    pub all: usize,
}

/// Who a message says it is from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Claimed {
    /// The name, if it says one.
    pub name: String,
    /// The address, in small letters.
    pub address: String,
}

/// A file that came along.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    /// What the sender calls it: to show, never to open.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for File {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "File({} bytes)", self.bytes.len())
    }
}

words::keyed! {
    /// Why something of a message was left out.
    Left {
        /// The file is larger than is taken.
        Large = "groot",
        /// There are more files than are taken.
        Many = "veel",
        /// It is put in something that is put in something, and so on.
        Deep = "diep",
        /// It cannot be read.
        Broken = "kapot",
    }
}

/// A message that was passed on inside another, or the outermost one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Piece {
    /// Who it says it is from.
    pub from: Claimed,
    /// What it is about.
    pub subject: String,
    /// When it says it was written, in seconds since 1970.
    pub at: Option<i64>,
    /// What it says, plain.
    pub text: String,
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Received {
    /// What it calls itself, or nothing.
    pub id: String,
    /// The message itself, and then what was passed on inside it.
    pub pieces: Vec<Piece>,
    /// The text is longer than was taken.
    pub cut: bool,
    /// Files that came along.
    pub files: Vec<File>,
    /// What was left out: the name it has, and why.
    pub left: Vec<(String, Left)>,
    /// No person wrote it: it answers by itself, goes to a list, or tells that another did not arrive (RFC 3834).
    pub automatic: bool,
}

impl Received {
    /// The message itself.
    pub fn outer(&self) -> Option<&Piece> {
        self.pieces.first()
    }

    /// Reads a message.
    ///
    /// ```
    /// use mail::{Limits, Received};
    /// let limits = Limits { text: 1_000, file: 1_000, files: 2, all: 1_000 };
    /// let read = Received::read(b"From: Fatima <F@ouders.test>\r\nSubject: Kijk\r\n\r\nDit staat er.\r\n", limits);
    /// let outer = read.outer().unwrap();
    /// assert_eq!((outer.from.address.as_str(), outer.text.as_str()), ("f@ouders.test", "Dit staat er."));
    /// ```
    pub fn read(bytes: &[u8], limits: Limits) -> Self {
        let mut read = Self::default();
        if let Some(head) = headers(bytes) {
            read.id = said(head.message_id().unwrap_or_default());
            read.automatic = is_automatic(&head);
        }
        Walk::new(limits, &mut read).message(bytes, 0);
        read
    }
}

/// The one address that a `From:` line says; none where it says none, or several.
///
/// ```
/// let from = b"From: \"Vries, D. de\" <D@school.test>\r\n\r\n";
/// assert_eq!(mail::sender(from).unwrap().address, "d@school.test");
/// assert_eq!(mail::sender(b"From: a@b.test, c@d.test\r\n\r\n"), None);
/// ```
pub fn sender(headers_only: &[u8]) -> Option<Claimed> {
    sender_of(&headers(headers_only)?)
}

/// The header section of a message, or of a part of one.
fn headers(bytes: &[u8]) -> Option<Message<'_>> {
    let (section, _) = split(bytes)?;
    MessageParser::default().parse_headers(section)
}

/// The header section with the empty line after it, and the body.
fn split(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut at = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        at += line.len();
        if line.trim_ascii().is_empty() {
            break;
        }
        if at > HEADERS {
            return None;
        }
    }
    bytes.split_at_checked(at)
}

fn sender_of(head: &Message<'_>) -> Option<Claimed> {
    let mut all = head.header_values(HeaderName::From);
    let (Some(HeaderValue::Address(Address::List(list))), None) = (all.next(), all.next()) else {
        return None;
    };
    let [one] = list.as_slice() else { return None };
    let address = said(one.address().unwrap_or_default()).to_lowercase();
    crate::is_address(&address).then(|| Claimed {
        name: said(one.name().unwrap_or_default()),
        address,
    })
}

/// A line of at most so many characters, without signs that trick the eye.
fn said(text: &str) -> String {
    let tricks = |sign: &char| matches!(sign, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let plain = text.chars().take(4 * LINE).filter(|sign| !tricks(sign));
    let plain: String = plain
        .map(|sign| if sign.is_control() { ' ' } else { sign })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.join(" ").chars().take(LINE).collect()
}

/// What answers by itself says so in one of these ways.
fn is_automatic(head: &Message<'_>) -> bool {
    let value = |name: &str| {
        let mut all = head.headers_raw();
        let found = all.find(|(is, _)| is.trim().eq_ignore_ascii_case(name));
        found.map(|(_, text)| text.trim().to_lowercase())
    };
    let submitted = value("Auto-Submitted").is_some_and(|said| !said.starts_with("no"));
    let bulk = value("Precedence")
        .is_some_and(|said| ["bulk", "junk", "list", "auto_reply"].contains(&said.as_str()));
    let replies = ["X-Autoreply", "X-Autorespond", "X-Failed-Recipients"];
    let replies = replies.into_iter().any(|name| value(name).is_some());
    let list = value("List-Id").is_some();
    let bounce = value("Return-Path").is_some_and(|path| path == "<>");
    let reports = head
        .header(HeaderName::ContentType)
        .and_then(HeaderValue::as_content_type)
        .is_some_and(|kind| {
            kind.ctype().eq_ignore_ascii_case("multipart")
                && kind
                    .subtype()
                    .is_some_and(|sub| sub.eq_ignore_ascii_case("report"))
        });
    let machine = sender_of(head).is_some_and(|from| {
        let name = from.address.split('@').next().unwrap_or_default();
        ["mailer-daemon", "postmaster"].contains(&name)
    });
    submitted || bulk || replies || list || bounce || reports || machine
}

#[cfg(test)]
mod tests;
