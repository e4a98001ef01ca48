//! The figures of a year: bars, and the numbers beside them.

use maud::{Markup, html};
use people::Frame;
use ui::parts::table;

/// A line of a table.
pub(crate) struct Row {
    pub(crate) label: String,
    pub(crate) said: String,
    /// The number, where it is shown: that is what a bar is drawn of.
    pub(crate) number: Option<u64>,
}

/// A table.
pub(crate) struct Table {
    pub(crate) title: String,
    pub(crate) rows: Vec<Row>,
}

/// A year.
pub(crate) struct Figures {
    pub(crate) school: String,
    pub(crate) year: String,
    pub(crate) total: String,
    pub(crate) tables: Vec<Table>,
    /// The years around it: what they are called and where they are.
    pub(crate) before: (String, String),
    pub(crate) next: (String, String),
    pub(crate) others: Vec<(String, String)>,
    pub(crate) csv: String,
}

/// The page's content.
pub(crate) fn page(frame: &Frame<'_>, all: &Figures) -> Markup {
    let words = frame.words();
    html! {
        (frame.back("/zaken", words.t("cases-title")))
        h1 { (words.t("figures-title")) }
        p { (all.school) ", " (all.year) }
        p { (words.t("figures-total")) ": " strong { (all.total) } }
        p.soft { (words.t("figures-small")) }
        @for one in &all.tables {
            h2 { (one.title) }
            @if one.rows.is_empty() { p.soft { (words.t("figures-none")) } }
            @else { (drawn(frame, one)) }
        }
        p { a href=(frame.to(&all.csv)) { (words.t("figures-csv")) } }
        ul {
            @for (label, address) in [&all.before, &all.next].into_iter().chain(&all.others) {
                li { a href=(frame.to(address)) { (label) } }
            }
        }
    }
}

fn drawn(frame: &Frame<'_>, one: &Table) -> Markup {
    let words = frame.words();
    let most = one
        .rows
        .iter()
        .filter_map(|row| row.number)
        .max()
        .unwrap_or(1);
    let head = ["figures-what", "figures-many"].map(|key| words.t(key));
    let rows: Vec<Vec<Markup>> = one
        .rows
        .iter()
        .map(|row| {
            let bar = html! {
                @if let Some(number) = row.number { progress max=(most) value=(number) aria-label=(row.label) {} " " }
                (row.said)
            };
            vec![html! { (row.label) }, bar]
        })
        .collect();
    table(&one.title, &head, &rows)
}
