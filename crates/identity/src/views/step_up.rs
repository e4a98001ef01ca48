//! Proving again that it is still them.

use maud::html;
use ui::form::hidden;
use ui::layout::in_language;
use ui::{Errors, Field, Form, parts};
use words::Locale;

use super::{Titled, passkey};
use crate::texts;

/// The ways that somebody has.
pub(crate) struct Ways<'a> {
    pub(crate) token: &'a str,
    pub(crate) back: &'a str,
    pub(crate) passkey: bool,
    pub(crate) password: bool,
    pub(crate) services: &'a [(String, String)],
    pub(crate) demo: bool,
    pub(crate) errors: &'a Errors,
}

/// Asks.
pub(crate) fn ways(locale: Locale, shown: &Ways<'_>) -> Titled {
    let words = texts(locale);
    let form = Form::new(locale, shown.token, shown.errors);
    let action = in_language(locale, "/account/opnieuw");
    let back: String = form_urlencoded::byte_serialize(shown.back.as_bytes()).collect();
    let service = |slug: &str| {
        in_language(
            locale,
            &format!("/account/opnieuw/dienst/{slug}?naar={back}"),
        )
    };
    let secrets = html! {
        (hidden("naar", shown.back))
        (form.field(&Field::text("wachtwoord", words.t("field-password")).kind("password").complete("current-password")))
        (form.field(&Field::text("code", words.t("field-code")).hint(words.t("code-hint")).complete("one-time-code")))
    };
    let click = html! { (hidden("naar", shown.back)) (hidden("demo", "1")) };
    let content = html! {
        (shown.errors.summary(locale))
        h1 { (words.t("step-up-title")) }
        p { (words.t("step-up-text")) }
        @if shown.demo { (form.around(&action, click, words.t("step-up-demo"))) }
        @if shown.passkey {
            (passkey(locale, "get", ("/account/opnieuw/sleutel", shown.token), &hidden("naar", shown.back), words.t("sign-in-passkey")))
        }
        @if !shown.services.is_empty() {
            div.actions {
                @for (slug, name) in shown.services {
                    (parts::main_link(&service(slug), &words.f("sign-in-with", &[("name", name.as_str().into())])))
                }
            }
        }
        @if shown.password { (form.around(&action, secrets, words.t("step-up-go"))) }
        @if !shown.passkey && !shown.password && shown.services.is_empty() && !shown.demo { p { (words.t("step-up-none")) } }
    };
    (words.t("step-up-title"), content)
}
