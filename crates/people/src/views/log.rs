//! The log: who decided what, and who looked at whom.

use maud::{Markup, html};
use ui::form::{Choice, Field, Form};
use ui::lists::{empty, records};
use ui::{Errors, layout::in_language};

use super::{Frame, Who};

/// A line of the log.
pub(crate) struct Line {
    pub(crate) seq: i64,
    pub(crate) at: String,
    pub(crate) actor: Who,
    /// In which role.
    pub(crate) role: String,
    /// What happened.
    pub(crate) what: String,
    pub(crate) subject: Option<Who>,
}

fn who_did(frame: &Frame<'_>, line: &Line) -> Markup {
    html! { (frame.who(&line.actor)) @if !line.role.is_empty() { " · " (line.role) } }
}

/// Who looked at somebody, and what was decided about them.
pub(crate) fn of_person(
    frame: &Frame<'_>,
    name: &str,
    address: &str,
    lines: &[Line],
    older: Option<&str>,
) -> Markup {
    let words = frame.words();
    let title = words.f("seen-title", &[("name", name.into())]);
    let rows: Vec<Vec<Markup>> = lines
        .iter()
        .map(|line| {
            vec![
                html! { (line.at) },
                who_did(frame, line),
                html! { (line.what) },
            ]
        })
        .collect();
    let content = html! {
        (frame.back(address, name))
        h1 { (title) }
        p { (words.t("seen-lead")) }
        @if rows.is_empty() { (empty(words.t("log-none"))) } @else {
            (records(words.t("log-caption"), &[words.t("when"), words.t("who"), words.t("what")], &rows))
        }
        (older_link(frame, older))
    };
    frame.page(&title, content)
}

fn older_link(frame: &Frame<'_>, older: Option<&str>) -> Markup {
    html! { @if let Some(address) = older { div.actions { a.button.quiet href=(frame.to(address)) { (frame.words().t("log-older")) } } } }
}

/// What is searched for, and what was found.
pub(crate) struct Search {
    pub(crate) about: String,
    pub(crate) by: String,
    pub(crate) from: String,
    pub(crate) until: String,
    pub(crate) kinds: Vec<Choice>,
    pub(crate) lines: Vec<Line>,
    pub(crate) older: Option<String>,
}

/// The page that searches the log.
pub(crate) fn search(frame: &Frame<'_>, search: &Search, errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), "", errors);
    let rows: Vec<Vec<Markup>> = search
        .lines
        .iter()
        .map(|line| {
            let subject = html! { @if let Some(subject) = &line.subject { (frame.who(subject)) } };
            vec![
                html! { (line.seq) },
                html! { (line.at) },
                who_did(frame, line),
                html! { (line.what) },
                subject,
            ]
        })
        .collect();
    let content = html! {
        (errors.summary(frame.locale()))
        h1 { (words.t("log-title")) }
        p { (words.t("log-lead")) }
        form method="get" action=(in_language(frame.locale(), "/logboek")) role="search" {
            (form.field(&Field::text("over", words.t("log-about")).value(&search.about).optional()))
            (form.field(&Field::text("door", words.t("log-by")).value(&search.by).optional()))
            (form.select("soort", words.t("log-kind"), "", &search.kinds))
            (form.field(&Field::text("van", words.t("first-day")).kind("date").value(&search.from).optional()))
            (form.field(&Field::text("tot", words.t("last-day")).kind("date").value(&search.until).optional()))
            div.actions { button.button type="submit" { (words.t("find-button")) } }
        }
        @if rows.is_empty() { (empty(words.t("log-none"))) } @else {
            (records(words.t("log-caption"), &[words.t("number"), words.t("when"), words.t("who"), words.t("what"), words.t("log-about")], &rows))
        }
        (older_link(frame, search.older.as_deref()))
    };
    if errors.is_empty() {
        frame.page(words.t("log-title"), content)
    } else {
        frame.page_again(words.t("log-title"), content)
    }
}
