//! One account.

use maud::{Markup, html};
use people::Frame;
use ui::form::Form;
use ui::parts::{Row, main_link, summary_list};
use ui::{Errors, Table};

use super::{health, way_said, why_said};
use crate::model::{Account, Kind, State};
use crate::rules::{self, typed};

/// Everything that the page shows.
pub(crate) struct Shown {
    pub(crate) account: Account,
    pub(crate) owner: String,
    /// Where everybody finds what it shows, if the program itself shows it.
    pub(crate) public: Option<String>,
    /// It was tried just now.
    pub(crate) tried: bool,
}

/// The account, how it is and what it can.
pub(crate) fn page(frame: &Frame<'_>, shown: &Shown) -> Markup {
    let (words, account) = (frame.words(), &shown.account);
    let address = format!("/kanalen/{}", account.id.as_simple());
    let stop = match account.state {
        State::Used => "channel-stop",
        State::Stopped => "channel-start",
    };
    let content = html! {
        (frame.back(&format!("/kanalen?school={}", account.school), words.t("channel-list")))
        h1 { (account.name) }
        (how(frame, shown))
        (summary_list(frame.locale(), &rows(frame, shown)))
        @if let Some(public) = &shown.public { (open(words, public)) }
        h2 { (words.t("channel-can")) }
        ul { @for line in can(words, account) { li { (line) } } }
        div.actions {
            (main_link(&frame.to(&format!("{address}/wijzig")), words.t("channel-change")))
            a.button.quiet href=(frame.to(&format!("{address}/stop"))) { (words.t(stop)) }
        }
    };
    frame.page(&account.name, content)
}

/// Whether it works, why not, and the button that tries it.
fn how(frame: &Frame<'_>, shown: &Shown) -> Markup {
    let (words, account) = (frame.words(), &shown.account);
    let try_at = frame.to(&format!("/kanalen/{}/probeer", account.id.as_simple()));
    let none = Errors::default();
    let form = Form::new(frame.locale(), frame.token(), &none);
    html! {
        p role=[shown.tried.then_some("status")] {
            (health(frame, account))
            @if shown.tried { " " (words.t("channel-tried")) }
        }
        @if let Some(looked) = &account.looked {
            @if let Some(why) = looked.why { p { (why_said(frame, why)) } }
            @if let Some(remark) = looked.remark { p { (words.t(&format!("remark-{}", remark.key()))) } }
            p.soft { (words.f("health-at", &[("at", frame.moment(looked.at).into())])) }
        }
        @if account.kind != Kind::ByHand && account.state == State::Used {
            (form.around_with(&try_at, html! {}, html! { button.button.quiet type="submit" { (words.t("channel-try")) } }))
        }
    }
}

fn rows(frame: &Frame<'_>, shown: &Shown) -> Vec<Row> {
    let (words, account) = (frame.words(), &shown.account);
    let row = |key: &str, value: String| Row {
        key: words.t(key).to_owned(),
        value,
        change: None,
    };
    let mut rows = vec![row(
        "channel-kind",
        way_said(frame, (account.kind, account.channel)),
    )];
    if typed::is_entered(account.kind) {
        rows.push(row("channel-address", account.address.clone()));
        if typed::has_user(account.kind) {
            rows.push(row("channel-user", account.user.clone()));
        }
        let secret = if account.has_secret {
            "channel-secret-there"
        } else {
            "channel-secret-not"
        };
        rows.push(row("channel-secret", words.t(secret).to_owned()));
    }
    rows.push(row("channel-owner", shown.owner.clone()));
    rows
}

fn open(words: &Table, public: &str) -> Markup {
    let links = [
        ("channel-page", ""),
        ("channel-atom", "/atom.xml"),
        ("channel-json", "/feed.json"),
    ];
    html! {
        h2 { (words.t("channel-public")) }
        ul { @for (key, path) in links { li { a href={ (public) (path) } { (words.t(key)) } } } }
    }
}

/// What can be done there, a sentence each.
fn can(words: &Table, account: &Account) -> Vec<String> {
    let can = rules::abilities(account.kind, account.channel);
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let either = |yes: bool, key: &str, not: &str| words.t(if yes { key } else { not }).to_owned();
    let mut lines = vec![
        either(can.edit, "can-edit", "can-not-edit"),
        either(can.delete, "can-delete", "can-not-delete"),
        either(can.alt_text, "can-alt", "can-not-alt"),
    ];
    if let Some(limit) = can.text {
        lines.push(words.f("can-text", &[("most", number(limit.most).into())]));
    }
    let (least, most) = can.images;
    let most = number(most).into();
    lines.push(match least {
        0 => words.f("can-images", &[("most", most)]),
        least => words.f(
            "can-images-least",
            &[("least", number(least).into()), ("most", most)],
        ),
    });
    lines
}
