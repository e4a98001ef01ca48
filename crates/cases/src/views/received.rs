//! Letters of the school to somebody who is in a case, and their objection.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Field, Form as Fields, hidden};

use super::letter::{Looked, as_they_will_be};
use super::thread::Line;

/// A case in which the school wrote to somebody.
pub(crate) struct Row {
    pub(crate) address: String,
    pub(crate) number: String,
    /// When the last letter was written.
    pub(crate) day: String,
}

/// All of them.
pub(crate) fn list(frame: &Frame<'_>, rows: &[Row]) -> Markup {
    let words = frame.words();
    html! {
        (frame.back("/melden", words.t("signal-title")))
        h1 { (words.t("received-title")) }
        p { (words.t("received-lead")) }
        @if rows.is_empty() { (ui::lists::empty(words.t("received-none"))) }
        ul.tasks {
            @for row in rows {
                li { div {
                    a href=(row.address) { (words.f("case-number", &[("number", row.number.as_str().into())])) }
                    small.soft { (row.day) }
                } }
            }
        }
    }
}

/// A measure that was made known, and what its reader says of it.
pub(crate) struct Measure {
    /// The measure, in a form.
    pub(crate) id: String,
    pub(crate) step: String,
    /// Until when one may object, or that no term holds; none where one cannot.
    pub(crate) until: Option<String>,
    pub(crate) lines: Vec<Line>,
    /// How it was decided.
    pub(crate) ruled: Option<String>,
    /// An objection waits: what is written goes to it.
    pub(crate) is_open: bool,
    pub(crate) typed: String,
}

/// What the school wrote to somebody in one case.
pub(crate) struct Received {
    pub(crate) to: String,
    pub(crate) number: String,
    pub(crate) letters: Vec<Looked>,
    pub(crate) measures: Vec<Measure>,
}

/// The page's content.
pub(crate) fn page(frame: &Frame<'_>, received: &Received, errors: &Errors) -> Markup {
    let words = frame.words();
    let number = words.f(
        "case-number",
        &[("number", received.number.as_str().into())],
    );
    html! {
        (errors.summary(frame.locale()))
        (frame.back("/melden/brieven", words.t("received-title")))
        h1 { (number) }
        (as_they_will_be(&received.letters))
        @for measure in &received.measures { (objecting(frame, &received.to, measure, errors)) }
    }
}

fn objecting(frame: &Frame<'_>, to: &str, measure: &Measure, errors: &Errors) -> Markup {
    let words = frame.words();
    let fields = Fields::new(frame.locale(), frame.token(), errors);
    let (label, button) = if measure.is_open {
        ("object-more", "thread-button")
    } else {
        ("object-why", "object-button")
    };
    let inputs = html! {
        (hidden("bij", &measure.id))
        (fields.field(&Field::text("tekst", words.t(label)).kind("area").value(&measure.typed)))
    };
    html! {
        h2 { (words.f("object-title", &[("step", measure.step.as_str().into())])) }
        @for line in &measure.lines {
            section.card {
                h3 { (words.t(if line.ours { "thread-school" } else { "thread-you" })) }
                p.soft { (line.at) }
                (super::written(&line.text))
            }
        }
        @if let Some(ruled) = &measure.ruled { p { strong { (ruled) } } }
        @if let Some(until) = &measure.until { p { (until) } }
        @if measure.is_open || measure.until.is_some() { (fields.around(to, inputs, words.t(button))) }
    }
}
