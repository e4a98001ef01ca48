//! The second factor.

use std::fmt::Write as _;

use maud::{Markup, html};
use qrcodegen::{QrCode, QrCodeEcc};
use ui::layout::in_language;
use ui::{Errors, Field, Form, parts};
use words::Locale;

use super::Titled;
use crate::texts;

/// Asks for the code.
pub(crate) fn ask(locale: Locale, board: &str, token: &str, errors: &Errors) -> Titled {
    let words = texts(locale);
    let form = Form::new(locale, token, errors);
    let field = Field::text("code", words.t("field-code"))
        .hint(words.t("code-hint"))
        .complete("one-time-code");
    let content = html! {
        (errors.summary(locale))
        h1 { (words.t("code-title")) }
        (form.around(&in_language(locale, &format!("/aanmelden/{board}/code")), form.field(&field), words.t("sign-in-go")))
    };
    (words.t("code-title"), content)
}

/// Shows a new secret, and asks for a code that shows that an app has it.
pub(crate) fn add(
    locale: Locale,
    token: &str,
    (said, address): (&str, &str),
    errors: &Errors,
) -> Titled {
    let words = texts(locale);
    let form = Form::new(locale, token, errors);
    let field = Field::text("code", words.t("field-code"))
        .hint(words.t("code-add-hint"))
        .complete("one-time-code")
        .numbers();
    let content = html! {
        (errors.summary(locale))
        h1 { (words.t("code-add-title")) }
        p { (words.t("code-add-how")) }
        (picture(locale, address))
        p { (words.t("code-add-by-hand")) " " code { (said) } }
        (form.around(&in_language(locale, "/account/code"), form.field(&field), words.t("code-add-keep")))
    };
    (words.t("code-add-title"), content)
}

/// The address as a picture that an app reads. Dark on light in every colour scheme, with the margin that readers need.
fn picture(locale: Locale, address: &str) -> Markup {
    let Ok(code) = QrCode::encode_text(address, QrCodeEcc::Medium) else {
        return html! {};
    };
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            let _ = write!(path, "M{} {}h1v1h-1z", x + 4, y + 4);
        }
    }
    let side = code.size() + 8;
    html! {
        svg.qr viewBox={ "0 0 " (side) " " (side) } role="img" aria-label=(texts(locale).t("code-add-picture")) {
            rect width=(side) height=(side) fill="#fff" {}
            path d=(path) fill="#000" {}
        }
    }
}

/// The recovery codes, once.
pub(crate) fn recovery(locale: Locale, codes: &[String]) -> Titled {
    let words = texts(locale);
    let content = html! {
        h1 { (words.t("recovery-title")) }
        p { (words.t("recovery-how")) }
        ul.codes { @for code in codes { li { code { (code) } } } }
        div.actions {
            (parts::main_link(&in_language(locale, "/account"), words.t("recovery-kept")))
            button.button.quiet type="button" data-does="print" hidden { (words.t("print")) }
        }
    };
    (words.t("recovery-title"), content)
}
