//! What who signalled reads: how far it is, and what was written to and fro. Nothing of what was done in the case, or to whom.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Field, Form as Fields, hidden};
use words::Locale;

use crate::model::State;
use crate::texts;

/// Something that was written.
pub(crate) struct Line {
    pub(crate) at: String,
    pub(crate) text: String,
    /// The school wrote it.
    pub(crate) ours: bool,
}

/// A signal, for who signalled.
pub(crate) struct Thread {
    pub(crate) to: String,
    pub(crate) token: String,
    /// The code of who stays unknown: it travels in the form.
    pub(crate) code: Option<String>,
    pub(crate) number: String,
    pub(crate) state: State,
    pub(crate) text: String,
    pub(crate) lines: Vec<Line>,
    pub(crate) typed: String,
}

/// How far it is, for who signalled: handled or not, and nothing more.
const fn far(state: State) -> &'static str {
    match state {
        State::Signal => "far-new",
        State::Open | State::Mandatory => "far-open",
        _ => "far-done",
    }
}

/// The page's content.
pub(crate) fn thread(locale: Locale, thread: &Thread, errors: &Errors) -> Markup {
    let words = texts(locale);
    let fields = Fields::new(locale, &thread.token, errors);
    let field = Field::text("bericht", words.t("thread-write"))
        .kind("area")
        .value(&thread.typed);
    let inputs = html! {
        @if let Some(code) = &thread.code { (hidden("code", code)) (hidden("schrijft", "ja")) }
        (fields.field(&field))
    };
    html! {
        (errors.summary(locale))
        h1 { (words.t("thread-title")) }
        p { (words.f("case-number", &[("number", thread.number.as_str().into())])) " · " strong { (words.t(far(thread.state))) } }
        section.card { h2 { (words.t("thread-yours")) } (super::written(&thread.text)) }
        @for line in &thread.lines {
            section.card {
                h2 { (words.t(if line.ours { "thread-school" } else { "thread-you" })) }
                p.soft { (line.at) }
                (super::written(&line.text))
            }
        }
        (fields.around(&thread.to, inputs, words.t("thread-button")))
    }
}

/// Where a code is typed in.
pub(crate) fn code(locale: Locale, to: &str, errors: &Errors) -> Markup {
    let words = texts(locale);
    let fields = Fields::new(locale, "", errors);
    let field = Field::text("code", words.t("code-label")).hint(words.t("code-hint"));
    html! {
        (errors.summary(locale))
        h1 { (words.t("code-title")) }
        (fields.around(to, fields.field(&field), words.t("code-button")))
    }
}

/// One of somebody's own signals.
pub(crate) struct Mine {
    pub(crate) address: String,
    pub(crate) number: String,
    pub(crate) day: String,
    pub(crate) state: State,
}

/// Somebody's own signals.
pub(crate) fn list(frame: &Frame<'_>, mine: &[Mine]) -> Markup {
    let words = frame.words();
    html! {
        (frame.back("/melden", words.t("signal-title")))
        h1 { (words.t("mine-title")) }
        @if mine.is_empty() { (ui::lists::empty(words.t("mine-none"))) }
        ul.tasks {
            @for one in mine {
                li { div {
                    a href=(one.address) { (words.f("case-number", &[("number", one.number.as_str().into())])) }
                    small.soft { (one.day) " · " (words.t(far(one.state))) }
                } }
            }
        }
    }
}
