//! Why a page could not be shown, and the page that says so.

use std::hash::{BuildHasher, Hasher, RandomState};

use axum::http::StatusCode;
use maud::Markup;
use ui::{Links, Page};
use words::Locale;

use crate::Visit;

/// Why a page could not be shown.
#[derive(Debug)]
pub enum Fault {
    /// There is nothing at this address.
    Missing,
    /// The address or form cannot be understood: one sentence per fault, and where to start again.
    Wrong {
        /// What is wrong, in the visitor's words and language.
        sentences: Vec<String>,
        /// An address (without language) where the visitor can go on.
        again: String,
    },
    /// Another method than this address knows.
    Method,
    /// More was sent than any form here can send.
    TooLarge,
    /// A form that no page of ours sent, or one that has gone stale.
    Forged,
    /// Tried too often: to be tried again after these seconds.
    TooOften {
        /// Seconds to wait.
        seconds: u64,
    },
    /// Understood, and not allowed to this visitor: why, one sentence each, and where to go on.
    Refused {
        /// What is not allowed and why, in the visitor's words and language.
        sentences: Vec<String>,
        /// An address (without language) where the visitor can go on.
        again: String,
    },
    /// Nobody has signed in here, or not any more.
    SignIn {
        /// The address (without language) to come back to.
        back: String,
    },
    /// Our own mistake. The log has the details under the reference that the page shows.
    Broken(anyhow::Error),
}

impl Fault {
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Fault::Missing => StatusCode::NOT_FOUND,
            Fault::Wrong { .. } => StatusCode::BAD_REQUEST,
            Fault::Method => StatusCode::METHOD_NOT_ALLOWED,
            Fault::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Fault::Forged | Fault::Refused { .. } => StatusCode::FORBIDDEN,
            Fault::TooOften { .. } => StatusCode::TOO_MANY_REQUESTS,
            Fault::SignIn { .. } => StatusCode::UNAUTHORIZED,
            Fault::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    pub(crate) fn page(&self, visit: &Visit, links: &Links) -> Markup {
        let words = ui::words_of(visit.locale);
        let title = words.t(match self {
            Fault::Missing => "missing-title",
            Fault::Wrong { .. } => "wrong-title",
            Fault::Method => "method-title",
            Fault::TooLarge => "large-title",
            Fault::Forged => "forged-title",
            Fault::TooOften { .. } => "often-title",
            Fault::Refused { .. } => "refused-title",
            Fault::SignIn { .. } => "sign-in-title",
            Fault::Broken(_) => "broken-title",
        });
        let sign_in;
        let (text, again) = match self {
            Fault::Missing => (words.t("missing-text").to_owned(), "/"),
            Fault::Wrong { again, .. } => (words.t("wrong-text").to_owned(), again.as_str()),
            Fault::Method => (words.t("method-text").to_owned(), "/"),
            Fault::TooLarge => (words.t("large-text").to_owned(), "/"),
            Fault::Forged => (words.t("forged-text").to_owned(), "/"),
            Fault::TooOften { seconds } => {
                let minutes = seconds.div_ceil(60);
                (words.f("often-text", &[("minutes", minutes.into())]), "/")
            }
            Fault::Refused { again, .. } => (words.t("refused-text").to_owned(), again.as_str()),
            Fault::SignIn { back } => {
                let back: String = form_urlencoded::byte_serialize(back.as_bytes()).collect();
                sign_in = format!("/aanmelden?naar={back}");
                (words.t("sign-in-text").to_owned(), sign_in.as_str())
            }
            Fault::Broken(error) => {
                let reference = reference();
                tracing::error!(%reference, path = visit.path(), "a page broke: {error:#}");
                (
                    words.f("broken-text", &[("reference", reference.into())]),
                    "/",
                )
            }
        };
        let sentences: &[String] = match self {
            Fault::Wrong { sentences, .. } | Fault::Refused { sentences, .. } => sentences,
            _ => &[],
        };
        let content = ui::parts::fault(visit.locale, title, &text, sentences, again);
        // The faulty address itself is not repeated in the language switch.
        Page::new(visit.locale, title, again)
            .with_fault()
            .render(links, content)
    }
}

impl<E: Into<anyhow::Error>> From<E> for Fault {
    fn from(error: E) -> Self {
        Fault::Broken(error.into())
    }
}

/// Eight characters that a person can read out on the telephone.
fn reference() -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    // The standard library seeds this hasher at random; uniqueness is all that is asked here.
    let mut bits = RandomState::new().build_hasher().finish();
    let mut text = String::with_capacity(9);
    for at in 0..8 {
        if at == 4 {
            text.push('-');
        }
        let letter = LETTERS.get((bits % 32) as usize).copied().unwrap_or(b'A');
        text.push(char::from(letter));
        bits /= 32;
    }
    text
}

/// The language for a fault outside any page.
#[must_use]
pub fn language_of(path: &str) -> Locale {
    if path == "/en" || path.starts_with("/en/") {
        Locale::En
    } else {
        Locale::Nl
    }
}
