//! What was asked and answered about one person.

use maud::{Markup, html};
use people::Frame;
use ui::lists::{empty, records};
use ui::parts::{Tone, tag};

/// One answer.
pub(crate) struct Line {
    pub(crate) when: String,
    pub(crate) said: String,
    pub(crate) who: String,
    pub(crate) how: String,
    /// Which version of the notice they saw.
    pub(crate) notice: i64,
}

/// One question with everything that was answered.
pub(crate) struct Question {
    pub(crate) purpose: String,
    pub(crate) label: String,
    pub(crate) may: bool,
    pub(crate) reason: String,
    pub(crate) lines: Vec<Line>,
}

/// The proof.
pub(crate) struct Shown {
    pub(crate) name: String,
    pub(crate) school: String,
    pub(crate) address: String,
    pub(crate) made: String,
    pub(crate) questions: Vec<Question>,
}

/// The proof as a page.
pub(crate) fn page(frame: &Frame<'_>, proof: &Shown) -> Markup {
    let words = frame.words();
    let title = words.f("proof-title", &[("name", proof.name.as_str().into())]);
    let head = [
        "proof-when",
        "proof-said",
        "proof-who",
        "proof-how",
        "proof-notice",
    ]
    .map(|key| words.t(key));
    let file = |kind: &str| frame.to(&format!("{}/{kind}", proof.address));
    let content = html! {
        h1 { (title) }
        p.lead { (proof.school) }
        p { (words.f("proof-made", &[("when", proof.made.as_str().into())])) }
        p { a href=(file("pdf")) download { (words.t("proof-pdf")) } }
        p { a href=(file("jsonld")) download { (words.t("proof-jsonld")) } }
        @if proof.questions.is_empty() { (empty(words.t("proof-nothing"))) }
        @for question in &proof.questions {
            section.card {
                h2 { (question.purpose) ": " (question.label) }
                p {
                    @if question.may { (tag(Tone::Yes, words.t("holds-may"))) } @else { (tag(Tone::No, words.t("holds-may-not"))) }
                    " " (question.reason)
                }
                @if !question.lines.is_empty() { (records(&question.label, &head, &rows(&question.lines))) }
            }
        }
    };
    frame.page(&title, content)
}

fn rows(lines: &[Line]) -> Vec<Vec<Markup>> {
    let row = |line: &Line| {
        vec![
            html! { (line.when) },
            html! { (line.said) },
            html! { (line.who) },
            html! { (line.how) },
            html! { (line.notice) },
        ]
    };
    lines.iter().map(row).collect()
}

/// Somebody with what was answered about them: the question, and the answer.
pub(crate) struct Past {
    pub(crate) name: String,
    pub(crate) proof: String,
    pub(crate) lines: Vec<(String, Line)>,
}

/// Every earlier answer.
pub(crate) fn history(frame: &Frame<'_>, people: &[Past]) -> Markup {
    let words = frame.words();
    let head = [
        "proof-when",
        "proof-question",
        "proof-said",
        "proof-who",
        "proof-how",
    ]
    .map(|key| words.t(key));
    let title = words.t("own-history");
    let content = html! {
        (frame.back("/toestemming", words.t("menu-consent")))
        h1 { (title) }
        @if people.is_empty() { (empty(words.t("history-nothing"))) }
        @for one in people {
            h2 { (one.name) }
            @if one.lines.is_empty() { (empty(words.t("history-nothing"))) } @else {
                (records(&one.name, &head, &one.lines.iter().map(|(question, line)| vec![
                    html! { (line.when) },
                    html! { (question) },
                    html! { (line.said) },
                    html! { (line.who) },
                    html! { (line.how) },
                ]).collect::<Vec<_>>()))
            }
            p { a href=(frame.to(&one.proof)) { (words.f("see-receipt", &[("name", one.name.as_str().into())])) } }
        }
    };
    frame.page(title, content)
}
