//! Signing in, run by the school.

use maud::{Markup, html};
use ui::form::hidden;
use ui::layout::in_language;
use ui::{Choice, Errors, Field, Form, parts};
use words::{Locale, PersonId};

use super::Titled;
use crate::store::providers::Provider;
use crate::texts;

/// The services of the board, and a form for another.
pub(crate) fn services(
    locale: Locale,
    token: &str,
    all: &[(&Provider, String)],
    typed: &shell::Form,
    errors: &Errors,
) -> Titled {
    let words = texts(locale);
    let content = html! {
        (errors.summary(locale))
        h1 { (words.t("services-title")) }
        p { (words.t("services-text")) }
        @for (provider, redirect) in all { (service(locale, token, provider, redirect)) }
        h2 { (words.t("services-add")) }
        (add(locale, token, typed, errors))
    };
    (words.t("services-title"), content)
}

fn service(locale: Locale, token: &str, provider: &Provider, redirect: &str) -> Markup {
    let words = texts(locale);
    let none = Errors::default();
    let believed = match &provider.address_claim {
        Some(claim) => format!("{claim}: {}", provider.domains.join(", ")),
        None => words.t("services-by-hand").to_owned(),
    };
    html! {
        h2 { (provider.name) }
        dl.answers {
            div { dt { (words.t("field-issuer")) } dd { (provider.issuer) } }
            div { dt { (words.t("services-redirect")) } dd { code { (redirect) } } }
            div { dt { (words.t("field-claim")) } dd { (believed) } }
        }
        (Form::new(locale, token, &none).around_with(
            &in_language(locale, "/beheer/inloggen/weg"),
            hidden("dienst", &provider.slug),
            html! { button.button.quiet type="submit" { (words.t("services-remove")) span.hidden { " " (provider.name) } } },
        ))
    }
}

fn add(locale: Locale, token: &str, typed: &shell::Form, errors: &Errors) -> Markup {
    let words = texts(locale);
    let form = Form::new(locale, token, errors);
    let claim = |value: &str, key| Choice::new(value, words.t(key), typed.one("kenmerk") == value);
    let claims = [
        claim("", "claim-none"),
        claim("email", "claim-email"),
        claim("preferred_username", "claim-username"),
        claim("upn", "claim-upn"),
        claim("mail", "claim-mail"),
    ];
    let fields = html! {
        (form.field(&Field::text("naam", words.t("field-service")).hint(words.t("field-service-hint")).value(typed.one("naam"))))
        (form.field(&Field::text("adres", words.t("field-issuer")).hint(words.t("field-issuer-hint")).value(typed.one("adres"))))
        (form.field(&Field::text("client", words.t("field-client")).value(typed.one("client"))))
        (form.field(&Field::text("geheim", words.t("field-secret")).kind("password").optional()))
        (form.radios("kenmerk", words.t("field-claim"), words.t("field-claim-hint"), &claims))
        (form.field(&Field::text("domeinen", words.t("field-domains")).hint(words.t("field-domains-hint")).value(typed.one("domeinen"))))
    };
    form.around(
        &in_language(locale, "/beheer/inloggen"),
        fields,
        words.t("services-keep"),
    )
}

/// Asks whether to make an account for a pupil.
pub(crate) fn ask_pupil(locale: Locale, token: &str, person: PersonId, name: &str) -> Titled {
    let words = texts(locale);
    let none = Errors::default();
    let content = html! {
        h1 { (words.t("pupil-title")) }
        p { (words.f("pupil-text", &[("name", name.into())])) }
        (Form::new(locale, token, &none).around(&in_language(locale, &format!("/leerling/{person}/account")), "", words.t("pupil-make")))
    };
    (words.t("pupil-title"), content)
}

/// Name and code, once.
pub(crate) fn made_pupil(locale: Locale, name: &str, username: &str, code: &str) -> Titled {
    let words = texts(locale);
    let content = html! {
        h1 { (words.t("pupil-made-title")) }
        p { (words.f("pupil-made-text", &[("name", name.into())])) }
        dl.answers {
            div { dt { (words.t("field-name")) } dd { code { (username) } } }
            div { dt { (words.t("pupil-code")) } dd { code { (code) } } }
        }
        div.actions {
            button.button type="button" data-does="print" hidden { (words.t("print")) }
            (parts::main_link(&in_language(locale, "/account"), words.t("recovery-kept")))
        }
    };
    (words.t("pupil-made-title"), content)
}
