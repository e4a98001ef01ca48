//! What others learn from an answer.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Choice, Field, Form, hidden};
use ui::lists::empty;

use super::outcome;
use crate::model::Outcome;

/// A precedent.
pub(crate) struct Line {
    pub(crate) id: String,
    pub(crate) article: String,
    pub(crate) outcome: Outcome,
    pub(crate) question: String,
    pub(crate) answer: String,
    pub(crate) at: String,
    pub(crate) version: String,
}

/// Those of a school; the first of an article has its name.
pub(crate) struct List {
    pub(crate) school: String,
    pub(crate) lines: Vec<(Option<String>, Line)>,
    /// Who looks may take them away.
    pub(crate) removes: bool,
}

/// The form that keeps one.
pub(crate) struct Keeping {
    pub(crate) address: String,
    pub(crate) asked: String,
    pub(crate) answered: String,
    pub(crate) question: String,
    pub(crate) answer: String,
    pub(crate) articles: Vec<Choice>,
    pub(crate) sure: bool,
}

/// One of them.
pub(crate) fn card(frame: &Frame<'_>, one: &Line) -> Markup {
    let words = frame.words();
    html! {
        section.card {
            p { (outcome(words, one.outcome)) " " strong { (one.question) } }
            p { (one.answer) }
            p.soft { (words.f("precedent-at", &[("article", one.article.as_str().into()), ("version", one.version.as_str().into()), ("day", one.at.as_str().into())])) }
        }
    }
}

/// Everything that was kept at a school.
pub(crate) fn list(frame: &Frame<'_>, list: &List) -> Markup {
    let words = frame.words();
    let title = words.t("precedents-title");
    let errors = Errors::default();
    let form = Form::new(frame.locale(), frame.token(), &errors);
    let content = html! {
        (frame.back("/twijfel", words.t("ask-title")))
        h1 { (title) }
        p.lead { (words.t("precedents-lead")) }
        @if list.lines.is_empty() { (empty(words.t("precedents-none"))) }
        @for (article, one) in &list.lines {
            @if let Some(article) = article { h2 lang="nl" { (article) } }
            (card(frame, one))
            @if list.removes {
                (form.around_with(
                    &frame.to("/twijfel/eerder"),
                    html! { (hidden("school", &list.school)) (hidden("weg", &one.id)) },
                    html! { button.button.quiet { (words.t("precedent-remove")) span.hidden { ": " (one.question) } } },
                ))
            }
        }
    };
    frame.page(title, content)
}

/// The form: the question and the answer beside it, to be told anew without anybody in them.
pub(crate) fn form(frame: &Frame<'_>, keeping: &Keeping, errors: &Errors) -> Markup {
    let words = frame.words();
    let title = words.t("keep-title");
    let form = Form::new(frame.locale(), frame.token(), errors);
    let sure = [Choice::new(
        "ja",
        words.t("precedent-is-sure"),
        keeping.sure,
    )];
    let inputs = html! {
        (form.field(&Field::text("vraag", words.t("precedent-question")).kind("area").hint(words.t("precedent-hint")).value(&keeping.question)))
        (form.field(&Field::text("antwoord", words.t("precedent-answer")).kind("area").value(&keeping.answer)))
        (form.select("artikel", words.t("article-label"), "", &keeping.articles))
        (form.checkboxes("anoniem", words.t("precedent-check"), words.t("precedent-warning"), &sure))
    };
    let content = html! {
        (frame.back(&keeping.address, words.t("question-title")))
        (errors.summary(frame.locale()))
        h1 { (title) }
        p.lead { (words.t("keep-lead")) }
        section.card {
            p { strong { (words.t("precedent-question")) } " " (keeping.asked) }
            p { strong { (words.t("precedent-answer")) } " " (keeping.answered) }
        }
        (form.around(&frame.to(&format!("{}/eerder", keeping.address)), inputs, words.t("keep-button")))
    };
    super::page(frame, title, errors, content)
}
