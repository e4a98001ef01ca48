//! A letter: what is sent to one person, and how it is put on the line.

use lettre::message::header::ContentType;
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};
use serde::{Deserialize, Serialize};

use crate::NotALetter;

/// What is sent to one person. The words are the caller's, in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// The address of the reader.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// The whole message as plain text.
    pub text: String,
    /// The same message as HTML, if it has one: no pictures, nothing from elsewhere.
    pub html: Option<String>,
    /// The language, for those who have it read aloud: `nl` or `en`.
    pub language: String,
}

/// Whether a letter can be sent to this address, as far as its form tells.
#[must_use]
pub fn is_address(text: &str) -> bool {
    text.parse::<Address>().is_ok()
}

/// Who sends.
#[derive(Debug, Clone)]
pub struct Sender {
    from: Mailbox,
    host: String,
}

impl Sender {
    /// Sends as `address` with this name; `host` is in the identity of each message.
    ///
    /// # Errors
    /// An address that is none.
    pub fn new(name: &str, address: &str, host: &str) -> Result<Self, NotALetter> {
        let address = address.parse::<Address>().map_err(|_| NotALetter::From)?;
        let host = host
            .chars()
            .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
            .collect();
        Ok(Self {
            from: Mailbox::new(Some(one_line(name)), address),
            host,
        })
    }

    /// The letter as a message. Its identity follows from `key`: sent a second time it is recognisably the same message.
    ///
    /// # Errors
    /// An address that is none, or a letter that cannot be written.
    pub fn message(&self, key: &str, letter: &Letter) -> Result<Message, NotALetter> {
        let to = letter.to.parse::<Address>().map_err(|_| NotALetter::To)?;
        let builder = Message::builder()
            .message_id(Some(self.id(key)))
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(one_line(&letter.subject))
            .header(Language(one_line(&letter.language)))
            .header(Automatic);
        let text = SinglePart::builder()
            .header(ContentType::TEXT_PLAIN)
            .body(letter.text.clone());
        let built = match &letter.html {
            None => builder.singlepart(text),
            Some(html) => {
                let html = SinglePart::builder()
                    .header(ContentType::TEXT_HTML)
                    .body(html.clone());
                builder.multipart(MultiPart::alternative().singlepart(text).singlepart(html))
            }
        };
        built.map_err(|_| NotALetter::Content)
    }

    /// `<key@host>` with only signs that every mail program leaves alone.
    fn id(&self, key: &str) -> String {
        let plain = key.chars().map(|c| {
            if c.is_ascii_alphanumeric() || c == '-' {
                c
            } else {
                '.'
            }
        });
        format!("<{}@{}>", plain.collect::<String>(), self.host)
    }

    pub(crate) fn host(&self) -> &str {
        &self.host
    }
}

/// A header is one line: what would begin another one becomes a blank.
fn one_line(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

/// `Content-Language`.
#[derive(Debug, Clone)]
struct Language(String);

/// Says that a machine wrote it, so that no machine answers (RFC 3834).
#[derive(Debug, Clone, Copy)]
struct Automatic;

macro_rules! header {
    ($type:ty, $name:literal, |$own:ident| $value:expr, |$text:ident| $parsed:expr) => {
        impl lettre::message::header::Header for $type {
            fn name() -> lettre::message::header::HeaderName {
                lettre::message::header::HeaderName::new_from_ascii_str($name)
            }
            fn parse($text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Ok($parsed)
            }
            fn display(&self) -> lettre::message::header::HeaderValue {
                let $own = self;
                lettre::message::header::HeaderValue::new(Self::name(), $value)
            }
        }
    };
}

header!(Language, "Content-Language", |own| own.0.clone(), |text| {
    Self(text.to_owned())
});
header!(
    Automatic,
    "Auto-Submitted",
    |_own| "auto-generated".to_owned(),
    |_text| Self
);

#[cfg(test)]
mod tests {
    use super::*;

    fn letter() -> Letter {
        Letter {
            to: "fatima@ouders.test".into(),
            subject: "Aanmelden bij De Linde\r\nBcc: iedereen@school.test".into(),
            text: "Beste ouder,\n\nDit is uw link. Ook met één é.\n".into(),
            html: Some("<p>Beste ouder</p>".into()),
            language: "nl".into(),
        }
    }

    #[test]
    fn a_letter_has_one_identity_and_no_header_can_be_slipped_in() {
        let sender = Sender::new("De Linde", "plein@linde.test", "plein.linde.test").unwrap();
        let write = |key: &str| {
            String::from_utf8(sender.message(key, &letter()).unwrap().formatted()).unwrap()
        };
        let message = write("mail-link/0af3");
        assert!(
            message.contains("Message-ID: <mail-link.0af3@plein.linde.test>\r\n"),
            "{message}"
        );
        assert!(
            message.contains("Auto-Submitted: auto-generated\r\n"),
            "{message}"
        );
        assert!(message.contains("Content-Language: nl\r\n"), "{message}");
        assert!(!message.contains("\r\nBcc:"), "{message}");
        assert!(message.contains("multipart/alternative"), "{message}");
        assert_eq!(
            write("a").matches("Message-ID: <a@").count(),
            1,
            "the same key gives the same identity"
        );
    }

    #[test]
    fn what_is_no_address_is_refused() {
        let sender = Sender::new("De Linde", "plein@linde.test", "plein.linde.test").unwrap();
        for to in [
            "",
            "geen",
            "a@b\r\nBcc: c@d",
            "a b@c.test",
            "<a@b.test>, c@d.test",
        ] {
            let refused = sender.message(
                "k",
                &Letter {
                    to: to.into(),
                    ..letter()
                },
            );
            assert!(matches!(refused, Err(NotALetter::To)), "{to}");
        }
        assert!(Sender::new("x", "geen adres", "h").is_err());
    }
}
