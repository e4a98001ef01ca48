//! A school's public page: *Mag dit?* first, then the protocol, whom to ask, and what the school does.

use maud::{Markup, html};

use super::{Frame, start};

/// One thing that a school does, with its article.
pub(crate) struct Done {
    pub(crate) text: String,
    /// The text is the protocol's own, in Dutch.
    pub(crate) dutch: bool,
    /// Who and when, as far as the protocol says.
    pub(crate) detail: String,
    pub(crate) number: String,
}

/// A heading with what stands under it.
pub(crate) struct Part {
    pub(crate) title: &'static str,
    pub(crate) rows: Vec<Done>,
}

/// Whom a kind of asker asks.
pub(crate) struct Advice {
    pub(crate) who: String,
    /// Functions and article; `None` where the protocol names nobody.
    pub(crate) ask: Option<(String, String)>,
}

/// Everything that the public page shows.
pub(crate) struct School {
    pub(crate) title: String,
    pub(crate) version: String,
    pub(crate) advice: Vec<Advice>,
    pub(crate) parts: Vec<Part>,
    pub(crate) related: Vec<(String, String)>,
}

fn article(frame: &Frame<'_>, number: &str) -> Markup {
    html! { a href=(frame.of(&format!("/protocol#{number}"))) { "art. " (number) } }
}

fn advice(frame: &Frame<'_>, row: &Advice) -> Markup {
    html! {
        div {
            dt { (row.who) }
            @match &row.ask {
                Some((ask, number)) => { dd { (ask) } dd.change { (article(frame, number)) } },
                None => dd.soft { (frame.words().t("nobody")) },
            }
        }
    }
}

fn part(frame: &Frame<'_>, part: &Part) -> Markup {
    html! {
        h3 { (frame.words().t(part.title)) }
        ul {
            @for row in &part.rows {
                li {
                    span lang=[row.dutch.then_some("nl")] { (row.text) } " " span.soft { "(" (article(frame, &row.number)) ")" }
                    @if !row.detail.is_empty() { br; small.soft { (row.detail) } }
                }
            }
        }
    }
}

/// The public page of a school.
pub(crate) fn page(frame: &Frame<'_>, school: &School) -> Markup {
    let words = frame.words();
    let content = html! {
        div.hero {
            h1 { (words.t("may-i")) }
            p.lead { (words.t("may-i-lead")) }
            (start::field(frame))
            p.no-print { a href=(frame.of("/mag-dit")) { (words.t("start-tapping")) } }
        }
        section.card aria-labelledby="protocol" {
            h2 #protocol { (words.t("read-protocol")) }
            p { strong lang="nl" { (school.title) } br; span.soft { (school.version) } }
            ul.tabs {
                li { a href=(frame.of("/protocol")) { (words.t("whole-text")) } }
                li { a href=(frame.of("/protocol/kinderen")) { (words.t("for-children")) } }
            }
        }
        h2 { (words.t("whom-to-ask")) }
        p { (words.t("whom-to-ask-lead")) }
        dl.answers { @for row in &school.advice { (advice(frame, row)) } }
        @if !school.parts.is_empty() {
            h2 { (words.t("what-school-does")) }
            @for row in &school.parts { (part(frame, row)) }
        }
        @if !school.related.is_empty() {
            h3 { (words.t("related")) }
            ul { @for (title, number) in &school.related { li { span lang="nl" { (title) } " " span.soft { "(" (article(frame, number)) ")" } } } }
        }
        p { a href=(frame.to("/vergelijk")) { (words.t("compare-link")) } }
    };
    frame.page(words.t("school-title"), content)
}
