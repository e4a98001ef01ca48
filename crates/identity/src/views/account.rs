//! One's own account.

use jiff::Timestamp;
use maud::{Markup, html};
use shell::clock;
use ui::form::hidden;
use ui::layout::in_language;
use ui::{Errors, Field, Form, lists};
use words::Locale;

use super::{Titled, passkey};
use crate::caller::role_key;
use crate::store::passkeys::Kept;
use crate::store::sessions::Session;
use crate::{Caller, texts};

/// What somebody has.
pub(crate) struct Own<'a> {
    pub(crate) caller: &'a Caller,
    pub(crate) passkeys: &'a [Kept],
    pub(crate) password: bool,
    pub(crate) second: bool,
    /// Recovery codes that were not used.
    pub(crate) left: usize,
    pub(crate) services: &'a [(String, String)],
    pub(crate) sessions: &'a [Session],
}

/// Everything on one page.
pub(crate) fn own(locale: Locale, own: &Own<'_>) -> Titled {
    let words = texts(locale);
    let mut roles: Vec<&str> = own
        .caller
        .roles
        .iter()
        .map(|held| words.t(role_key(held.role)))
        .collect();
    roles.dedup();
    let content = html! {
        h1 { (words.t("account-title")) }
        p.lead { (own.caller.name) }
        @if roles.is_empty() { p { (words.t("account-no-role")) } } @else { p { (words.t("account-roles")) " " (roles.join(", ")) } }
        @if own.password && !own.second && own.passkeys.is_empty() && own.caller.roles.iter().any(|held| held.role != words::Role::Leerling) {
            (ui::parts::error_summary(locale, &[("#sleutels".to_owned(), words.t("account-one-way").to_owned())]))
        }
        h2 #sleutels { (words.t("account-passkeys")) }
        (keys(locale, own))
        @if own.password {
            h2 { (words.t("account-password")) }
            (second(locale, own))
        }
        @if !own.services.is_empty() {
            h2 { (words.t("account-services")) }
            @for (slug, name) in own.services { (service(locale, own.caller, slug, name)) }
        }
        h2 { (words.t("account-sessions")) }
        (sessions(locale, own))
    };
    (words.t("account-title"), content)
}

fn keys(locale: Locale, own: &Own<'_>) -> Markup {
    let words = texts(locale);
    let token = &own.caller.csrf;
    let none = Errors::default();
    let form = Form::new(locale, token, &none);
    let label = form.field(
        &Field::text("naam", words.t("field-passkey"))
            .hint(words.t("field-passkey-hint"))
            .optional(),
    );
    let remove = |kept: &Kept| {
        form.around_with(
            &in_language(locale, "/account/sleutel/weg"),
            hidden("sleutel", &kept.id.to_string()),
            html! { button.button.quiet type="submit" { (words.t("passkey-remove")) span.hidden { " " (kept.label) } } },
        )
    };
    html! {
        p { (words.t("account-passkeys-text")) }
        @for kept in own.passkeys {
            div.panel {
                p { strong { (kept.label) } " " span.soft { (words.t("passkey-made")) " " (moment(locale, kept.made)) } }
                (remove(kept))
            }
        }
        (passkey(locale, "create", ("/account/sleutel", token), &label, words.t("passkey-add")))
    }
}

fn second(locale: Locale, own: &Own<'_>) -> Markup {
    let words = texts(locale);
    html! {
        p {
            @if own.second { (words.f("account-second-on", &[("left", own.left.into())])) } @else { (words.t("account-second-off")) }
        }
        div.actions {
            a href=(in_language(locale, "/account/wachtwoord")) { (words.t("account-password-change")) }
            a href=(in_language(locale, "/account/code")) { (words.t(if own.second { "account-second-again" } else { "account-second-add" })) }
        }
    }
}

fn service(locale: Locale, caller: &Caller, slug: &str, name: &str) -> Markup {
    let words = texts(locale);
    let none = Errors::default();
    Form::new(locale, &caller.csrf, &none).around_with(
        &in_language(locale, &format!("/account/dienst/{slug}")),
        "",
        html! { button.button.quiet type="submit" { (words.f("account-link", &[("name", name.into())])) } },
    )
}

fn sessions(locale: Locale, own: &Own<'_>) -> Markup {
    let words = texts(locale);
    let none = Errors::default();
    let form = Form::new(locale, &own.caller.csrf, &none);
    let action = in_language(locale, "/account/sessies");
    let end = |which: &str, label: &str, more: &str| {
        let button =
            html! { button.button.quiet type="submit" { (label) span.hidden { " " (more) } } };
        form.around_with(&action, hidden("sessie", which), button)
    };
    let means = |session: &Session| {
        words
            .find(&format!("means-{}", session.means))
            .unwrap_or_default()
            .to_owned()
    };
    html! {
        p { (words.t("account-sessions-text")) }
        @for session in own.sessions {
            div.panel {
                p {
                    strong { (session.device) } " · " (means(session))
                    br;
                    span.soft { (words.t("session-seen")) " " (moment(locale, session.seen)) }
                }
                @if session.id == own.caller.session { p { (lists::status(words.t("session-here"))) } }
                @else { (end(&session.id.to_string(), words.t("session-end"), &moment(locale, session.begun))) }
            }
        }
        @if own.sessions.len() > 1 { (end("alle", words.t("session-end-all"), "")) }
    }
}

/// A moment as a clock on the wall says it.
fn moment(locale: Locale, at: Timestamp) -> String {
    let wall = clock::on_the_wall(at);
    let values = [
        ("day", i64::from(wall.day()).into()),
        ("month", i64::from(wall.month()).into()),
        ("year", wall.year().to_string().into()),
        (
            "time",
            format!("{:02}:{:02}", wall.hour(), wall.minute()).into(),
        ),
    ];
    texts(locale).f("moment", &values)
}
