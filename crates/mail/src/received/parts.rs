//! The parts of a message (RFC 2046), taken apart here and not by the library, so that how deep and how many is bounded before anything is made
//! of them.

use std::borrow::Cow;

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::charsets::map::charset_decoder;
use mail_parser::decoders::html::html_to_text;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{ContentType, HeaderName, HeaderValue, Message};

use super::{File, Left, Limits, Piece, Received, said, sender_of};

/// Parts in parts.
const DEPTH: usize = 12;
/// Messages in messages.
const MESSAGES: usize = 5;
/// Parts of a whole message.
const PARTS: usize = 200;
/// Bytes of one part that is read as text.
const TEXT: usize = 2 << 20;
/// Things that are told to be left out.
const TOLD: usize = 30;

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Plain,
    Html,
    Message,
    Choice,
    Several,
    File,
}

/// Going through the parts of a message.
pub(super) struct Walk<'a> {
    limits: Limits,
    to: &'a mut Received,
    parts: usize,
    messages: usize,
}

/// The headers of a part, and what stands in it.
struct Part<'a> {
    head: Option<Message<'a>>,
    body: &'a [u8],
}

impl<'a> Part<'a> {
    fn of(bytes: &'a [u8]) -> Option<Self> {
        let (_, body) = super::split(bytes)?;
        let head = super::headers(bytes);
        Some(Self { head, body })
    }

    fn header(&self, name: HeaderName<'static>) -> Option<&HeaderValue<'a>> {
        self.head.as_ref()?.header(name)
    }

    fn content_type(&self) -> Option<&ContentType<'a>> {
        self.header(HeaderName::ContentType)?.as_content_type()
    }

    /// The name of the file that it is; none for what is to be read where it stands.
    fn file(&self) -> Option<String> {
        let placed = self
            .header(HeaderName::ContentDisposition)
            .and_then(HeaderValue::as_content_type);
        let named = placed.and_then(|one| one.attribute("filename"));
        let named = named.or_else(|| self.content_type()?.attribute("name"));
        let attached = placed.is_some_and(ContentType::is_attachment);
        let name = named.map(shown).filter(|name| !name.is_empty());
        name.or_else(|| attached.then(String::new))
    }

    fn kind(&self, otherwise: Kind) -> Kind {
        let Some(said) = self.content_type() else {
            return otherwise;
        };
        let sub = said.subtype().unwrap_or_default().to_ascii_lowercase();
        match (said.ctype().to_ascii_lowercase().as_str(), sub.as_str()) {
            ("text", "html") => Kind::Html,
            ("text", "plain") => Kind::Plain,
            ("message", "rfc822" | "global") => Kind::Message,
            ("multipart", "alternative") => Kind::Choice,
            ("multipart", _) => Kind::Several,
            _ => Kind::File,
        }
    }

    /// Its bytes, as they were before they were made fit for mail.
    fn bytes(&self) -> Option<Cow<'a, [u8]>> {
        let how = self
            .header(HeaderName::ContentTransferEncoding)
            .and_then(HeaderValue::as_text);
        match how.map(str::trim).map(str::to_ascii_lowercase).as_deref() {
            Some("base64") => base64_decode(self.body).map(Cow::Owned),
            Some("quoted-printable") => quoted_printable_decode(self.body).map(Cow::Owned),
            _ => Some(Cow::Borrowed(self.body)),
        }
    }

    /// Its text. A set of characters that nobody knows is read as the one of the web.
    fn text(&self, html: bool) -> Option<String> {
        let bytes = self.bytes()?;
        let bytes = bytes.get(..TEXT).unwrap_or(&bytes);
        let set = self.content_type().and_then(|one| one.attribute("charset"));
        let decoder = set.and_then(|set| charset_decoder(set.trim().as_bytes()));
        let text = match decoder {
            Some(decode) => decode(bytes),
            None => String::from_utf8_lossy(bytes).into_owned(),
        };
        Some(if html { html_to_text(&text) } else { text })
    }
}

/// A file's name without its folders.
fn shown(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    said(last).chars().take(100).collect()
}

/// A text as it is kept: no signs of control, no heap of empty lines.
fn plain(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.replace("\r\n", "\n").split(['\n', '\r']) {
        let kept: String = line
            .chars()
            .filter(|sign| !sign.is_control() || *sign == '\t')
            .collect();
        let kept = kept.trim_end().to_owned();
        if !(kept.is_empty() && lines.last().is_none_or(String::is_empty)) {
            lines.push(kept);
        }
    }
    lines.join("\n").trim().to_owned()
}

impl<'a> Walk<'a> {
    pub(super) fn new(limits: Limits, to: &'a mut Received) -> Self {
        Self {
            limits,
            to,
            parts: 0,
            messages: 0,
        }
    }

    fn left(&mut self, name: String, why: Left) {
        if self.to.left.len() < TOLD {
            self.to.left.push((name, why));
        }
    }

    /// A whole message: the one that came, or one inside it.
    pub(super) fn message(&mut self, bytes: &[u8], depth: usize) {
        if self.messages > MESSAGES {
            return self.left(String::new(), Left::Deep);
        }
        self.messages += 1;
        let head = super::headers(bytes);
        let head = head.as_ref();
        self.to.pieces.push(Piece {
            from: head.and_then(sender_of).unwrap_or_default(),
            subject: said(head.and_then(Message::subject).unwrap_or_default()),
            at: head
                .and_then(Message::date)
                .map(mail_parser::DateTime::to_timestamp),
            text: String::new(),
        });
        let piece = self.to.pieces.len() - 1;
        self.part(bytes, Kind::Plain, (piece, depth));
        self.messages -= 1;
    }

    fn part(&mut self, bytes: &[u8], otherwise: Kind, (piece, depth): (usize, usize)) {
        self.parts += 1;
        if depth > DEPTH || self.parts > PARTS {
            return self.left(String::new(), Left::Deep);
        }
        let Some(part) = Part::of(bytes) else {
            return self.left(String::new(), Left::Broken);
        };
        let named = part.file();
        match (part.kind(otherwise), named) {
            (Kind::Message, _) => match part.bytes() {
                Some(inner) => self.message(&inner, depth + 1),
                None => self.left(String::new(), Left::Broken),
            },
            (kind @ (Kind::Choice | Kind::Several), _) => {
                self.several(&part, kind, (piece, depth));
            }
            (kind @ (Kind::Plain | Kind::Html), None) => match part.text(kind == Kind::Html) {
                Some(text) => self.says(piece, &text),
                None => self.left(String::new(), Left::Broken),
            },
            (_, named) => self.keep(&part, named.unwrap_or_default()),
        }
    }

    fn several(&mut self, part: &Part<'_>, kind: Kind, (piece, depth): (usize, usize)) {
        let boundary = part
            .content_type()
            .and_then(|one| one.attribute("boundary"));
        let Some(boundary) = boundary.filter(|one| !one.is_empty() && one.len() <= 200) else {
            let text = part.text(false).unwrap_or_default();
            return self.says(piece, &text);
        };
        let digest = part
            .content_type()
            .and_then(ContentType::subtype)
            .is_some_and(|sub| sub.eq_ignore_ascii_case("digest"));
        let otherwise = if digest { Kind::Message } else { Kind::Plain };
        let all = pieces_of(part.body, boundary);
        if kind == Kind::Choice {
            let of = |one: &[u8]| Part::of(one).map(|part| part.kind(otherwise));
            let plain = all.iter().position(|one| {
                of(one) == Some(Kind::Plain)
                    && Part::of(one)
                        .and_then(|part| part.text(false))
                        .is_some_and(|text| !text.trim().is_empty())
            });
            // The last is what its writer likes best (RFC 2046 section 5.1.4); plain is what we like best.
            let best = plain.or_else(|| all.len().checked_sub(1));
            if let Some(one) = best.and_then(|at| all.get(at)) {
                self.part(one, otherwise, (piece, depth + 1));
            }
            return;
        }
        for one in all {
            self.part(one, otherwise, (piece, depth + 1));
        }
    }

    /// Adds text, as far as there is room for it.
    fn says(&mut self, piece: usize, text: &str) {
        let text = plain(text);
        let taken: usize = self
            .to
            .pieces
            .iter()
            .map(|one| one.text.chars().count())
            .sum();
        let room = self.limits.text.saturating_sub(taken);
        let Some(to) = self.to.pieces.get_mut(piece).filter(|_| !text.is_empty()) else {
            return;
        };
        let apart = if to.text.is_empty() { "" } else { "\n\n" };
        let more = format!("{apart}{text}");
        self.to.cut |= more.chars().count() > room;
        to.text.extend(more.chars().take(room));
    }

    fn keep(&mut self, part: &Part<'_>, name: String) {
        let taken: usize = self.to.files.iter().map(|one| one.bytes.len()).sum();
        if self.to.files.len() >= self.limits.files {
            return self.left(name, Left::Many);
        }
        match part.bytes() {
            None => self.left(name, Left::Broken),
            Some(bytes) if bytes.is_empty() => {}
            Some(bytes) if bytes.len() > self.limits.file => self.left(name, Left::Large),
            Some(bytes) if taken + bytes.len() > self.limits.all => self.left(name, Left::Large),
            Some(bytes) => self.to.files.push(File {
                name,
                bytes: bytes.into_owned(),
            }),
        }
    }
}

/// The parts between lines that begin with this boundary.
fn pieces_of<'b>(body: &'b [u8], boundary: &str) -> Vec<&'b [u8]> {
    let mark = format!("--{boundary}").into_bytes();
    let (mut all, mut from, mut at) = (Vec::new(), None, 0);
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        let next = at + line.len();
        if let Some(rest) = line.strip_prefix(mark.as_slice()) {
            let rest = rest.trim_ascii();
            if rest.is_empty() || rest == b"--" {
                if let Some(from) = from {
                    // The end of the line before belongs to the boundary.
                    let part = body.get(from..at).unwrap_or_default();
                    let part = part.strip_suffix(b"\n").unwrap_or(part);
                    all.push(part.strip_suffix(b"\r").unwrap_or(part));
                }
                from = Some(next);
                if rest == b"--" || all.len() > PARTS {
                    return all;
                }
            }
        }
        at = next;
    }
    // Cut off before its end: what is there is there.
    all.extend(from.and_then(|from| body.get(from..)));
    all
}
