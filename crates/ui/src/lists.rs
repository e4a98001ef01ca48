//! Lists of many: tables that fit a telephone, pages, tabs with counts, tasks, progress; and the page that says it is done.

use maud::{Markup, Render, html};
use words::Locale;

use crate::words_of;

/// A table of records. On a narrow screen every row becomes a card in which each value bears the name of its column.
#[must_use]
pub fn records(caption: &str, head: &[&str], rows: &[Vec<Markup>]) -> Markup {
    table_of(&html! { (caption) }, head, rows)
}

/// As [`records`], where the name of the table is a heading of the page as well.
#[must_use]
pub fn records_under(heading: &str, head: &[&str], rows: &[Vec<Markup>]) -> Markup {
    table_of(&html! { h2 { (heading) } }, head, rows)
}

fn table_of(caption: &Markup, head: &[&str], rows: &[Vec<Markup>]) -> Markup {
    html! {
        // The roles are said because a table that is laid out as cards loses them in some browsers.
        table.records role="table" {
            caption { (caption) }
            thead role="rowgroup" { tr role="row" { @for cell in head { th scope="col" role="columnheader" { (cell) } } } }
            tbody role="rowgroup" {
                @for row in rows {
                    tr role="row" {
                        @for (at, (cell, name)) in row.iter().zip(head).enumerate() {
                            @if at == 0 { th scope="row" role="rowheader" { (cell) } }
                            @else { td role="cell" data-of=(name) { (cell) } }
                        }
                    }
                }
            }
        }
    }
}

/// One of a few views of the same thing.
pub struct Tab<'a> {
    /// Where it is.
    pub address: String,
    /// Its name.
    pub label: &'a str,
    /// How many there are in it.
    pub count: Option<usize>,
    /// It is shown now.
    pub here: bool,
}

/// Views to choose from, without any script: each is an address.
#[must_use]
pub fn tabs(label: &str, tabs: &[Tab<'_>]) -> Markup {
    html! {
        nav aria-label=(label) {
            ul.tabs {
                @for tab in tabs {
                    li { a href=(tab.address) aria-current=[tab.here.then_some("page")] {
                        (tab.label) @if let Some(count) = tab.count { " (" (count) ")" }
                    } }
                }
            }
        }
    }
}

/// The pages of a long list: the first, the last, and those around this one. Nothing when there is only one.
#[must_use]
pub fn pages(
    locale: Locale,
    here: usize,
    last: usize,
    address: impl Fn(usize) -> String,
) -> Markup {
    let words = words_of(locale);
    let near: Vec<usize> = (1..=last)
        .filter(|page| *page == 1 || *page == last || page.abs_diff(here) <= 1)
        .collect();
    html! {
        @if last > 1 {
            nav aria-label=(words.t("pages")) {
                ul.tabs {
                    @if here > 1 { li { a rel="prev" href=(address(here - 1)) { (words.t("page-before")) } } }
                    @for (at, page) in near.iter().enumerate() {
                        @if at.checked_sub(1).and_then(|at| near.get(at)).is_some_and(|before| before + 1 < *page) { li aria-hidden="true" { "…" } }
                        li { a href=(address(*page)) aria-current=[(*page == here).then_some("page")] {
                            span.hidden { (words.t("page")) " " } (page)
                        } }
                    }
                    @if here < last { li { a rel="next" href=(address(here + 1)) { (words.t("page-after")) } } }
                }
            }
        }
    }
}

/// How a task stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Done: plain text, for nothing needs attention.
    Done,
    /// To do.
    Open,
    /// It cannot be done yet.
    Later,
}

/// One task of a list.
pub struct Task<'a> {
    /// What is to be done.
    pub label: &'a str,
    /// Where it is done; a task that cannot be done yet has no address.
    pub address: Option<String>,
    /// More about it, or empty.
    pub hint: &'a str,
    /// How it stands.
    pub state: State,
}

/// What is to be done, each with how it stands in words.
#[must_use]
pub fn tasks(locale: Locale, name: &str, tasks: &[Task<'_>]) -> Markup {
    let words = words_of(locale);
    html! {
        ul.tasks {
            @for (at, task) in tasks.iter().enumerate() {
                @let id = format!("{name}-{at}");
                li {
                    span {
                        @match &task.address {
                            Some(address) => a href=(address) aria-describedby=(id) { (task.label) },
                            None => (task.label),
                        }
                        @if !task.hint.is_empty() { small.soft { (task.hint) } }
                    }
                    span id=(id) {
                        @match task.state {
                            State::Done => (words.t("task-done")),
                            State::Open => (status(words.t("task-open"))),
                            State::Later => span.soft { (words.t("task-later")) },
                        }
                    }
                }
            }
        }
    }
}

/// A short word that says how something stands.
#[must_use]
pub fn status(word: &str) -> Markup {
    html! { span.tag.plain { (word) } }
}

/// How far something is that takes longer than a second.
#[must_use]
pub fn progress(label: &str, done: u64, of: u64) -> Markup {
    html! {
        div.asked {
            label.field for="voortgang" { (label) }
            progress #voortgang max=(of.max(1)) value=(done.min(of.max(1))) { (done) " / " (of) }
        }
    }
}

/// The page that says it is done: what happened, under which reference, and what happens next.
#[must_use]
pub fn confirmation(title: &str, reference: Option<(&str, &str)>, next: impl Render) -> Markup {
    html! {
        div.verdict.yes role="status" {
            (crate::Tone::Yes.icon())
            h1 { (title) }
            @if let Some((label, code)) = reference { p { (label) " " strong { (code) } } }
        }
        (next)
    }
}

/// Nothing is there, and what one can do about it.
#[must_use]
pub fn empty(sentence: &str) -> Markup {
    html! { p.card { (sentence) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(here: usize, last: usize) -> String {
        let html = pages(Locale::En, here, last, |page| format!("?p={page}")).into_string();
        let mut text = String::new();
        for part in html.split('<').filter_map(|part| part.split_once('>')) {
            text.push_str(part.1);
        }
        text
    }

    #[test]
    fn pages_show_the_ends_and_the_neighbours() {
        assert_eq!(shown(1, 1), "");
        assert_eq!(shown(1, 3), "Page 1Page 2…Page 3Next".replace('…', ""));
        assert_eq!(shown(5, 9), "PreviousPage 1…Page 4Page 5Page 6…Page 9Next");
    }

    #[test]
    fn every_value_of_a_record_bears_the_name_of_its_column() {
        let row = vec![html! { "Daan" }, html! { "5a" }];
        let html = records("Leerlingen", &["Naam", "Groep"], &[row]).into_string();
        assert!(html.contains(r#"<th scope="row" role="rowheader">Daan</th><td role="cell" data-of="Groep">5a</td>"#), "{html}");
    }

    #[test]
    fn progress_is_never_more_than_all() {
        let html = progress("Inlezen", 9, 3).into_string();
        assert!(html.contains(r#"max="3" value="3""#), "{html}");
        assert!(
            progress("Inlezen", 0, 0)
                .into_string()
                .contains(r#"max="1" value="0""#)
        );
    }

    #[test]
    fn a_task_says_how_it_stands() {
        let list = [
            Task {
                label: "Rol overdragen",
                address: Some("/rollen".into()),
                hint: "",
                state: State::Open,
            },
            Task {
                label: "Account sluiten",
                address: None,
                hint: "Pas daarna",
                state: State::Later,
            },
        ];
        let html = tasks(Locale::Nl, "werk", &list).into_string();
        assert!(
            html.contains(r#"aria-describedby="werk-0""#) && html.contains("Kan nog niet"),
            "{html}"
        );
    }
}
