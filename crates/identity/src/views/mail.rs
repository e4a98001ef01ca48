//! A link by mail.

use maud::html;
use ui::layout::in_language;
use ui::{Errors, Form, parts};
use words::Locale;

use super::Titled;
use crate::texts;

/// What everybody reads who asked for a link.
pub(crate) fn sent(locale: Locale, board: &str) -> Titled {
    let words = texts(locale);
    let content = html! {
        h1 { (words.t("mail-sent-title")) }
        p { (words.t("mail-sent-text")) }
        p { (words.t("mail-sent-none")) }
        p { a href=(in_language(locale, &format!("/aanmelden/{board}"))) { (words.t("mail-again")) } }
    };
    (words.t("mail-sent-title"), content)
}

/// What a link opens.
pub(crate) fn enter(locale: Locale, action: &str, token: &str, board: &str) -> Titled {
    let words = texts(locale);
    let none = Errors::default();
    let form = Form::new(locale, token, &none);
    let content = html! {
        h1 { (words.t("mail-enter-title")) }
        p { (words.f("mail-enter-text", &[("board", board.into())])) }
        (form.around(&in_language(locale, action), "", words.t("mail-enter")))
    };
    (words.t("mail-enter-title"), content)
}

/// A link that was used, or is too old.
pub(crate) fn stale(locale: Locale, board: &str) -> Titled {
    let words = texts(locale);
    let content = html! {
        h1 { (words.t("mail-stale-title")) }
        p { (words.t("mail-stale-text")) }
        div.actions { (parts::main_link(&in_language(locale, &format!("/aanmelden/{board}")), words.t("mail-again"))) }
    };
    (words.t("mail-stale-title"), content)
}

/// What a link in a letter opens.
pub(crate) fn letter(locale: Locale, action: &str, token: &str, board: &str) -> Titled {
    let words = texts(locale);
    let none = Errors::default();
    let form = Form::new(locale, token, &none);
    let content = html! {
        h1 { (words.t("letter-enter-title")) }
        p { (words.f("letter-enter-text", &[("board", board.into())])) }
        (form.around(&in_language(locale, action), "", words.t("letter-enter")))
    };
    (words.t("letter-enter-title"), content)
}

/// A link in a letter that was used, is too old or was taken back: which of them, a stranger does not learn.
pub(crate) fn letter_stale(locale: Locale, action: &str, token: &str) -> Titled {
    let words = texts(locale);
    let none = Errors::default();
    let form = Form::new(locale, token, &none);
    let again = in_language(locale, &format!("{action}/nieuw"));
    let content = html! {
        h1 { (words.t("mail-stale-title")) }
        p { (words.t("letter-stale-text")) }
        (form.around(&again, "", words.t("letter-again")))
    };
    (words.t("mail-stale-title"), content)
}

/// What everybody reads who asked for a fresh link.
pub(crate) fn letter_sent(locale: Locale) -> Titled {
    let words = texts(locale);
    let content = html! {
        h1 { (words.t("mail-sent-title")) }
        p { (words.t("letter-sent-text")) }
        p { (words.t("mail-sent-none")) }
    };
    (words.t("mail-sent-title"), content)
}
