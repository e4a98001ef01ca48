//! The forms about an account.

use maud::{Markup, html};
use people::Frame;
use people::model::School;
use ui::Errors;
use ui::form::{Choice, Field, Form, hidden};
use words::Channel;

use super::channel_said;
use crate::model::{Account, Kind, State};
use crate::rules::typed::{WAYS, has_user, is_entered, way_key};

/// What stands in the fields. A password never does.
pub(crate) struct Fields<'a> {
    pub(crate) name: &'a str,
    pub(crate) address: &'a str,
    pub(crate) user: &'a str,
    pub(crate) owners: Vec<Choice>,
    pub(crate) kind: Kind,
    /// It has a password already, which an empty field keeps.
    pub(crate) keeps: bool,
}

/// Which kind of account.
pub(crate) fn choose(frame: &Frame<'_>, school: &School, errors: &Errors) -> Markup {
    let words = frame.words();
    let choices = WAYS.map(|(kind, channel)| {
        let key = way_key((kind, channel));
        let choice = Choice::new(key.as_str(), label(frame, (kind, channel)), false);
        match kind {
            Kind::Mastodon | Kind::Bluesky | Kind::ByHand => choice,
            _ => choice.hint(words.t(&format!("way-{key}-hint"))),
        }
    });
    let form = Form::new(frame.locale(), frame.token(), errors);
    let content = html! {
        (errors.summary(frame.locale()))
        (frame.back(&format!("/kanalen?school={}", school.id), words.t("channel-list")))
        h1 { (words.t("new-title")) }
        p.lead { (words.t("new-lead")) }
        // It only asks the next question: nothing is sent that counts.
        form method="get" action=(frame.to("/kanalen/nieuw")) {
            (hidden("school", &school.id.to_string()))
            (form.radios("soort", words.t("new-way"), "", &choices))
            div.actions { button.button type="submit" { (words.t("new-next")) } }
        }
    };
    whole(frame, words.t("new-title"), errors, content)
}

fn label(frame: &Frame<'_>, (kind, channel): (Kind, Channel)) -> String {
    let words = frame.words();
    match kind {
        Kind::ByHand => words.f(
            "way-hand",
            &[("channel", channel_said(frame, channel).into())],
        ),
        _ => words
            .t(&format!("way-{}", way_key((kind, channel))))
            .to_owned(),
    }
}

fn whole(frame: &Frame<'_>, title: &str, errors: &Errors, content: Markup) -> Markup {
    if errors.is_empty() {
        frame.page(title, content)
    } else {
        frame.page_again(title, content)
    }
}

/// A new account of the kind that was chosen.
pub(crate) fn add(
    frame: &Frame<'_>,
    (school, way): (&School, (Kind, Channel)),
    fields: &Fields<'_>,
    errors: &Errors,
) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let inside = html! {
        (hidden("school", &school.id.to_string()))
        (hidden("soort", &way_key(way)))
        (asked(frame, &form, fields))
    };
    let content = html! {
        (errors.summary(frame.locale()))
        (frame.back(&format!("/kanalen/nieuw?school={}", school.id), words.t("new-title")))
        h1 { (words.t("new-form")) }
        p.lead { (label(frame, way)) }
        (form.around(&frame.to("/kanalen/nieuw"), inside, words.t("new-add")))
    };
    whole(frame, words.t("new-form"), errors, content)
}

/// An account as it is, to change.
pub(crate) fn change(
    frame: &Frame<'_>,
    account: &Account,
    fields: &Fields<'_>,
    errors: &Errors,
) -> Markup {
    let words = frame.words();
    let address = format!("/kanalen/{}", account.id.as_simple());
    let title = words.f("change-title", &[("name", account.name.as_str().into())]);
    let form = Form::new(frame.locale(), frame.token(), errors);
    let inside = asked(frame, &form, fields);
    let content = html! {
        (errors.summary(frame.locale()))
        (frame.back(&address, &account.name))
        h1 { (title) }
        (form.around(&frame.to(&format!("{address}/wijzig")), inside, words.t("form-save")))
    };
    whole(frame, &title, errors, content)
}

fn asked(frame: &Frame<'_>, form: &Form<'_>, fields: &Fields<'_>) -> Markup {
    let (words, kind) = (frame.words(), fields.kind);
    let hint = |field: &str| words.t(&format!("form-{field}-{}", kind.key())).to_owned();
    let keep = fields.keeps.then(|| words.t("form-secret-keep"));
    html! {
        (form.field(&Field::text("naam", words.t("form-name")).hint(words.t("form-name-hint")).value(fields.name)))
        @if is_entered(kind) {
            (form.field(&Field::text("adres", words.t("form-address")).kind("url").hint(&hint("address")).value(fields.address)))
            @if has_user(kind) {
                (form.field(&Field::text("gebruiker", words.t("form-user")).hint(&hint("user")).value(fields.user)))
            }
            (form.field(&Field::text("geheim", words.t("form-secret")).kind("password").hint(&[hint("secret").as_str(), keep.unwrap_or_default()].join(" "))))
        }
        (form.select("eigenaar", words.t("form-owner"), words.t("form-owner-hint"), &fields.owners))
    }
}

/// The question whether an account is used no more, or again.
pub(crate) fn stop(frame: &Frame<'_>, account: &Account) -> Markup {
    let words = frame.words();
    let address = format!("/kanalen/{}", account.id.as_simple());
    let (title, text, button, wanted) = match account.state {
        State::Used => ("stop-title", "stop-text", "stop-button", State::Stopped),
        State::Stopped => ("start-title", "start-text", "start-button", State::Used),
    };
    let title = words.f(title, &[("name", account.name.as_str().into())]);
    let none = Errors::default();
    let form = Form::new(frame.locale(), frame.token(), &none);
    let content = html! {
        (frame.back(&address, &account.name))
        h1 { (title) }
        p { (words.t(text)) }
        (form.around(&frame.to(&format!("{address}/stop")), hidden("staat", wanted.key()), words.t(button)))
    };
    frame.page(&title, content)
}
