//! Which board, and by which way.

use maud::{Markup, html};
use ui::form::hidden;
use ui::layout::in_language;
use ui::{Errors, Field, Form, parts};
use words::Locale;

use super::{Titled, passkey};
use crate::texts;

/// Which board?
pub(crate) fn boards(
    locale: Locale,
    asked: &str,
    found: &[(String, String)],
    many: bool,
    demo: bool,
) -> Titled {
    let words = texts(locale);
    let content = html! {
        h1 { (words.t("boards-title")) }
        @if many {
            form method="get" {
                label.field for="zoek" { (words.t("boards-search")) }
                div.ask { input #zoek name="zoek" type="text" value=(asked) autocomplete="off"; button.button type="submit" { (words.t("boards-find")) } }
            }
        }
        @if found.is_empty() { p { (words.t("boards-none")) } }
        ul.schools { @for (address, name) in found { li { a href=(in_language(locale, address)) { strong { (name) } } } } }
        @if demo { p { a href=(in_language(locale, "/demo/inloggen")) { (words.t("demo-link")) } } }
    };
    (words.t("boards-title"), content)
}

/// What the page with all ways shows.
pub(crate) struct Ways<'a> {
    pub(crate) slug: &'a str,
    pub(crate) board: &'a str,
    pub(crate) services: &'a [(String, String)],
    pub(crate) token: &'a str,
    pub(crate) back: &'a str,
    pub(crate) name: &'a str,
    pub(crate) address: &'a str,
    pub(crate) errors: &'a Errors,
    pub(crate) demo: bool,
}

/// By which way?
pub(crate) fn ways(locale: Locale, shown: &Ways<'_>) -> Titled {
    let words = texts(locale);
    let back: String = form_urlencoded::byte_serialize(shown.back.as_bytes()).collect();
    let service = |slug: &str| {
        in_language(
            locale,
            &format!("/aanmelden/{}/dienst/{slug}?naar={back}", shown.slug),
        )
    };
    let content = html! {
        (shown.errors.summary(locale))
        h1 { (words.t("sign-in-title")) }
        p.lead { (shown.board) }
        @if shown.demo { p { a href=(in_language(locale, "/demo/inloggen")) { (words.t("demo-link")) } } }
        @if !shown.services.is_empty() {
            h2 { (words.t("sign-in-staff")) }
            div.actions { @for (slug, name) in shown.services { (parts::main_link(&service(slug), &with(locale, name))) } }
        }
        (passkey(
            locale,
            "get",
            (&format!("/aanmelden/{}/sleutel", shown.slug), shown.token),
            &hidden("naar", shown.back),
            words.t("sign-in-passkey"),
        ))
        h2 { (words.t("sign-in-parents")) }
        (mail(locale, shown))
        (parts::fold(words.t("sign-in-password"), password(locale, shown)))
    };
    (words.t("sign-in-title"), content)
}

fn with(locale: Locale, name: &str) -> String {
    texts(locale).f("sign-in-with", &[("name", name.into())])
}

fn mail(locale: Locale, shown: &Ways<'_>) -> Markup {
    let words = texts(locale);
    let form = Form::new(locale, shown.token, shown.errors);
    let address = Field::text("mail", words.t("field-address"))
        .kind("email")
        .hint(words.t("sign-in-mail-hint"));
    let fields = html! {
        (hidden("naar", shown.back))
        (form.field(&address.value(shown.address).complete("email")))
    };
    form.around(
        &in_language(locale, &format!("/aanmelden/{}/mail", shown.slug)),
        fields,
        words.t("sign-in-mail"),
    )
}

fn password(locale: Locale, shown: &Ways<'_>) -> Markup {
    let words = texts(locale);
    let form = Form::new(locale, shown.token, shown.errors);
    let fields = html! {
        (hidden("naar", shown.back))
        (form.field(&Field::text("naam", words.t("field-name")).hint(words.t("field-name-hint")).value(shown.name).complete("username")))
        (form.field(&Field::text("wachtwoord", words.t("field-password")).kind("password").complete("current-password")))
    };
    form.around(
        &in_language(locale, &format!("/aanmelden/{}/wachtwoord", shown.slug)),
        fields,
        words.t("sign-in-go"),
    )
}
