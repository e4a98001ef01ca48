//! The cases of one pupil.

use maud::{Markup, html};
use people::Frame;
use ui::Tone;
use ui::lists::{empty, records};
use ui::parts::tag;

/// One case, as far as it is about this pupil.
pub(crate) struct Row {
    pub(crate) address: String,
    pub(crate) number: String,
    pub(crate) day: String,
    pub(crate) state: String,
    /// In which part, and whether they were cleared of it.
    pub(crate) parts: Vec<(String, bool)>,
    pub(crate) decided: Vec<String>,
}

/// The page's content.
pub(crate) fn page(frame: &Frame<'_>, title: &str, rows: &[Row]) -> Markup {
    let words = frame.words();
    let head = ["head-number", "head-since", "pupil-part", "pupil-decided"].map(|key| words.t(key));
    let cells: Vec<Vec<Markup>> = rows
        .iter()
        .map(|row| {
            vec![
                html! { a href=(row.address) { (row.number) } },
                html! { (row.day) br; span.soft { (row.state) } },
                html! { @for (part, cleared) in &row.parts {
                    div { @if *cleared { (tag(Tone::Yes, words.t("cleared"))) } @else { (part) } }
                } },
                html! {
                    @if row.decided.is_empty() { span.soft { (words.t("pupil-nothing")) } }
                    @for line in &row.decided { div { (line) } }
                },
            ]
        })
        .collect();
    html! {
        (frame.back("/zaken", words.t("cases-title")))
        h1 { (title) }
        p { (words.t("pupil-lead")) }
        @if rows.is_empty() { (empty(words.t("pupil-none"))) }
        @else { (records(title, &head, &cells)) }
    }
}
