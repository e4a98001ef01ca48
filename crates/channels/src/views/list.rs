//! The accounts of a school.

use maud::{Markup, html};
use people::Frame;
use people::model::School;
use ui::lists::{Tab, empty, records, tabs};
use ui::parts::main_link;

use super::{health, way_said};
use crate::model::Account;

/// An account with who keeps it.
pub(crate) struct Line {
    pub(crate) account: Account,
    pub(crate) owner: String,
}

/// Everything that the page shows.
pub(crate) struct List {
    pub(crate) school: School,
    pub(crate) schools: Vec<School>,
    pub(crate) lines: Vec<Line>,
}

/// The list.
pub(crate) fn list(frame: &Frame<'_>, list: &List) -> Markup {
    let words = frame.words();
    let rows: Vec<Vec<Markup>> = list.lines.iter().map(|line| row(frame, line)).collect();
    let head = [
        "channels-name",
        "channels-way",
        "channels-health",
        "channels-owner",
    ];
    let head = head.map(|key| words.t(key));
    let caption = words.f(
        "channels-caption",
        &[("school", list.school.name.as_str().into())],
    );
    let add = frame.to(&format!("/kanalen/nieuw?school={}", list.school.id));
    let content = html! {
        h1 { (words.t("channels-title")) }
        p.lead { (words.t("channels-lead")) }
        @if list.schools.len() > 1 { (schools(frame, list)) }
        @if rows.is_empty() { (empty(words.t("channels-none"))) } @else { (records(&caption, &head, &rows)) }
        div.actions { (main_link(&add, words.t("channels-add"))) }
    };
    frame.page(words.t("channels-title"), content)
}

fn row(frame: &Frame<'_>, line: &Line) -> Vec<Markup> {
    let account = &line.account;
    let address = frame.to(&format!("/kanalen/{}", account.id.as_simple()));
    vec![
        html! { a href=(address) { (account.name) } },
        html! { (way_said(frame, (account.kind, account.channel))) },
        health(frame, account),
        html! { (line.owner) },
    ]
}

fn schools(frame: &Frame<'_>, list: &List) -> Markup {
    let all: Vec<Tab<'_>> = list
        .schools
        .iter()
        .map(|one| Tab {
            address: frame.to(&format!("/kanalen?school={}", one.id)),
            label: &one.name,
            count: None,
            here: one.id == list.school.id,
        })
        .collect();
    tabs(frame.words().t("channels-of"), &all)
}
