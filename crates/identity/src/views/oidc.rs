//! Another service.

use maud::html;
use ui::layout::in_language;
use ui::parts;
use words::Locale;

use super::Titled;
use crate::texts;

/// On to another service.
pub(crate) fn onward(locale: Locale, address: &str) -> Titled {
    let words = texts(locale);
    let content = html! {
        h1 { (words.t("onward-title")) }
        p { (words.t("onward-text")) }
        div.actions { (parts::main_link(address, words.t("onward-go"))) }
    };
    (words.t("onward-title"), content)
}

/// Somebody came back, and does not come in.
pub(crate) fn refused(locale: Locale, board: &str, key: &str) -> Titled {
    let words = texts(locale);
    let content = html! {
        h1 { (words.t("service-title")) }
        p { (texts(locale).find(key).unwrap_or_default()) }
        div.actions { (parts::main_link(&in_language(locale, &format!("/aanmelden/{board}")), words.t("other-way"))) }
    };
    (words.t("service-title"), content)
}
