//! Find a person.

use maud::{Markup, html};
use ui::form::search;
use ui::lists::{empty, records};

use super::{Frame, Who};

/// Somebody who was found.
pub(crate) struct Hit {
    pub(crate) who: Who,
    /// Pupil, guardian, staff.
    pub(crate) kind: String,
    /// School and group.
    pub(crate) place: String,
}

/// What was asked and found.
pub(crate) struct Found {
    pub(crate) typed: String,
    /// Nothing while nothing was asked.
    pub(crate) hits: Option<Vec<Hit>>,
    /// There are more than are shown.
    pub(crate) more: bool,
    pub(crate) may_add: bool,
}

/// The page that finds people.
pub(crate) fn page(frame: &Frame<'_>, found: &Found) -> Markup {
    let words = frame.words();
    let content = html! {
        h1 { (words.t("find-title")) }
        (search(&frame.to("/mensen"), "zoek", words.t("find-label"), &found.typed, words.t("find-button")))
        p.hint { (words.t("find-hint")) }
        @match &found.hits {
            None => {},
            Some(hits) if hits.is_empty() => (empty(words.t("find-none"))),
            Some(hits) => {
                @let rows = hits.iter().map(|hit| vec![frame.who(&hit.who), html! { (hit.kind) }, html! { (hit.place) }]).collect::<Vec<_>>();
                (records(words.t("find-caption"), &[words.t("name"), words.t("kind"), words.t("where")], &rows))
                @if found.more { p { (words.t("find-more")) } }
            },
        }
        @if found.may_add { div.actions { a.button.quiet href=(frame.to("/mensen/nieuw")) { (words.t("add-person")) } } }
    };
    frame.page(words.t("find-title"), content)
}
