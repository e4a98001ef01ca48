//! The page of a person.

use maud::{Markup, html};
use ui::lists::{records_under, status};
use ui::parts::{Row, summary_list};

use super::{Frame, Who};

/// An adult around a pupil, or a pupil around an adult.
pub(crate) struct Bond {
    pub(crate) who: Who,
    pub(crate) relation: String,
    /// How it stands, in words.
    pub(crate) standing: String,
    /// Somebody at the school must still see to it.
    pub(crate) open: bool,
    /// Where the school sees to it.
    pub(crate) confirm: Option<String>,
}

/// A group somebody belongs or belonged to.
pub(crate) struct Belongs {
    pub(crate) group: String,
    pub(crate) address: Option<String>,
    pub(crate) part: String,
    pub(crate) year: String,
}

/// Everything that the page shows. What the visitor may not see is not in it.
#[derive(Default)]
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) rows: Vec<Row>,
    pub(crate) belongs: Vec<Belongs>,
    pub(crate) guardians: Option<Vec<Bond>>,
    /// What is wrong with who represents the pupil.
    pub(crate) warning: Option<String>,
    pub(crate) children: Vec<Bond>,
    pub(crate) roles: Vec<String>,
    /// Records that go on as this one.
    pub(crate) merged: usize,
    /// What can be done here: address and words.
    pub(crate) actions: Vec<(String, String)>,
    /// Where one came from.
    pub(crate) back: Option<(String, String)>,
}

/// The page of a person.
pub(crate) fn page(frame: &Frame<'_>, file: &File) -> Markup {
    let words = frame.words();
    let content = html! {
        @if let Some((address, label)) = &file.back { (frame.back(address, label)) }
        h1 { (file.name) }
        @if !file.kind.is_empty() { p.lead { (file.kind) } }
        (summary_list(frame.locale(), &file.rows))
        @if !file.belongs.is_empty() { (belongs(frame, &file.belongs)) }
        @if let Some(guardians) = &file.guardians {
            @if guardians.is_empty() {
                h2 { (words.t("guardians")) }
                p { (words.t("guardians-none")) }
            } @else { (bonds(frame, words.t("guardians"), guardians)) }
            @if let Some(warning) = &file.warning { p.card { strong { (warning) } } }
        }
        @if !file.children.is_empty() {
            (bonds(frame, words.t("children"), &file.children))
        }
        @if !file.roles.is_empty() {
            h2 { (words.t("roles")) }
            ul { @for role in &file.roles { li { (role) } } }
        }
        @if file.merged > 0 { p.soft { (words.f("merged-count", &[("n", file.merged.into())])) } }
        @if !file.actions.is_empty() {
            h2 { (words.t("file-actions")) }
            ul.contents { @for (address, label) in &file.actions { li { a href=(frame.to(address)) { (label) } } } }
        }
    };
    frame.page(&file.name, content)
}

fn belongs(frame: &Frame<'_>, list: &[Belongs]) -> Markup {
    let words = frame.words();
    let rows: Vec<Vec<Markup>> = list
        .iter()
        .map(|one| {
            let group = Who {
                name: one.group.clone(),
                address: one.address.clone(),
            };
            vec![
                frame.who(&group),
                html! { (one.part) },
                html! { (one.year) },
            ]
        })
        .collect();
    html! {
        (records_under(words.t("groups"), &[words.t("group"), words.t("as"), words.t("school-year")], &rows))
    }
}

/// Guardians of a pupil, or children of an adult.
pub(crate) fn bonds(frame: &Frame<'_>, heading: &str, list: &[Bond]) -> Markup {
    let words = frame.words();
    let rows: Vec<Vec<Markup>> = list
        .iter()
        .map(|bond| {
            let standing = html! {
                @if bond.open { (status(words.t("to-do"))) " " }
                (bond.standing)
                @if let Some(address) = &bond.confirm {
                    br; a href=(frame.to(address)) { (words.t("authority-link")) span.hidden { ": " (bond.who.name) } }
                }
            };
            vec![frame.who(&bond.who), html! { (bond.relation) }, standing]
        })
        .collect();
    records_under(
        heading,
        &[words.t("name"), words.t("relation"), words.t("authority")],
        &rows,
    )
}
