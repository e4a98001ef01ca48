//! Letters as HTML: no pictures, nothing from elsewhere, and the same words as the plain text.

use maud::{DOCTYPE, Markup, html};
use words::Locale;

use crate::texts;

/// The link that signs a parent in.
pub(crate) fn link(locale: Locale, name: &str, board: &str, link: &str) -> Markup {
    let words = texts(locale);
    html! {
        (DOCTYPE)
        html lang=(locale.tag()) {
            body {
                p { (words.f("letter-hello", &[("name", name.into())])) }
                p { (words.f("letter-link-why", &[("board", board.into())])) }
                p { a href=(link) { (words.t("letter-link-button")) } }
                p { (words.t("letter-link-short")) }
            }
        }
    }
}
