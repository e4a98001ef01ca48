//! Cases by the list: numbers, days and terms, and no names of who is in them.

use maud::{Markup, html};
use people::Frame;
use ui::form::search;
use ui::lists::{Tab, empty, records, tabs};
use ui::parts::{Tone, tag};

use crate::model::State;

/// What comes next in a case.
pub(crate) struct Next {
    pub(crate) what: String,
    pub(crate) day: String,
    pub(crate) late: bool,
}

/// One case.
pub(crate) struct Row {
    pub(crate) address: String,
    pub(crate) number: String,
    pub(crate) urgent: bool,
    pub(crate) way: String,
    pub(crate) school: Option<String>,
    pub(crate) since: String,
    pub(crate) lead: Option<String>,
    pub(crate) next: Option<Next>,
}

/// The list.
pub(crate) struct List {
    /// Of which state; none for what was searched.
    pub(crate) state: Option<State>,
    pub(crate) typed: String,
    pub(crate) rows: Vec<Row>,
    /// Pupils who answer to what was searched, and where their cases stand.
    pub(crate) pupils: Vec<(String, String)>,
    /// Other pages: address, and the name of the text.
    pub(crate) places: Vec<(&'static str, &'static str)>,
    /// How many messages stay in the mailboxes of where who looks handles cases.
    pub(crate) waiting: i64,
    /// Who looks keeps what the school watches.
    pub(crate) watches: bool,
    /// Where the next page is.
    pub(crate) more: Option<String>,
}

/// The states that a list is made of.
const SHOWN: [State; 7] = [
    State::Signal,
    State::Open,
    State::Closed,
    State::Advice,
    State::NotOurs,
    State::Double,
    State::Mandatory,
];

/// The page's content.
pub(crate) fn page(frame: &Frame<'_>, list: &List) -> Markup {
    let words = frame.words();
    let all: Vec<Tab<'_>> = SHOWN
        .iter()
        .map(|state| Tab {
            address: frame.to(&format!("/zaken?staat={}", state.key())),
            label: words.t(state_key(*state)),
            count: None,
            here: list.state == Some(*state),
        })
        .collect();
    let find = words.t("cases-find");
    html! {
        h1 { (words.t("cases-title")) }
        (tabs(words.t("cases-title"), &all))
        (search(&frame.to("/zaken"), "zoek", find, &list.typed, words.t("cases-find-button")))
        @if !list.pupils.is_empty() {
            h2 { (words.t("pupil-found")) }
            ul { @for (name, address) in &list.pupils { li { a href=(frame.to(address)) { (name) } } } }
        }
        (super::mailbox::waiting(words, list.waiting))
        @if list.rows.is_empty() { (empty(words.t("cases-none"))) }
        @else { (rows(frame, list)) }
        @if list.watches { p { a href=(frame.to("/zaken/volgen")) { (words.t("watch-title")) } } }
        @if let Some(more) = &list.more { p { a href=(frame.to(more)) { (words.t("cases-more")) } } }
        @if !list.places.is_empty() {
            ul { @for (address, key) in &list.places { li { a href=(frame.to(address)) { (words.t(key)) } } } }
        }
    }
}

/// The name of a state.
pub(crate) const fn state_key(state: State) -> &'static str {
    match state {
        State::Signal => "state-signaal",
        State::Open => "state-open",
        State::Closed => "state-gesloten",
        State::Advice => "state-advies",
        State::NotOurs => "state-niet-van-ons",
        State::Double => "state-dubbel",
        State::Mandatory => "state-meldroute",
    }
}

fn rows(frame: &Frame<'_>, list: &List) -> Markup {
    let words = frame.words();
    let head = ["head-number", "head-since", "head-lead", "head-next"].map(|key| words.t(key));
    let rows: Vec<Vec<Markup>> = list
        .rows
        .iter()
        .map(|row| {
            vec![
                html! {
                    a href=(row.address) { (row.number) }
                    @if row.urgent { " " (tag(Tone::No, words.t("urgent"))) }
                },
                html! { (row.since) br; span.soft { (row.way) @if let Some(school) = &row.school { " · " (school) } } },
                html! { (row.lead.as_deref().unwrap_or(words.t("nobody-yet"))) },
                html! {
                    @if let Some(next) = &row.next {
                        (next.what) ", " (next.day)
                        @if next.late { " " (tag(Tone::Doubt, words.t("late"))) }
                    } @else { span.soft { (words.t("nothing-next")) } }
                },
            ]
        })
        .collect();
    records(words.t("cases-title"), &head, &rows)
}
