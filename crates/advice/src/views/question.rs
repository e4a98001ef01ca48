//! One question.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Choice, Field, Form, hidden};
use ui::parts::{Tone, fold};

use super::outcome;
use crate::model::Outcome;

/// An answer that was given.
pub(crate) struct Answer {
    pub(crate) by: String,
    /// The children for whom a parent answered.
    pub(crate) children: Option<String>,
    pub(crate) at: String,
    pub(crate) outcome: Outcome,
    pub(crate) article: Option<String>,
    pub(crate) text: String,
}

/// Where it lies.
pub(crate) struct Lies {
    pub(crate) at: String,
    /// The article that says so.
    pub(crate) article: Option<String>,
    pub(crate) due: String,
    pub(crate) late: bool,
    /// Who comes next.
    pub(crate) next: Option<String>,
}

/// The form for who may answer.
pub(crate) struct Answering {
    pub(crate) outcomes: Vec<Choice>,
    pub(crate) articles: Vec<Choice>,
    pub(crate) text: String,
    /// To whom it can be handed over.
    pub(crate) others: Vec<Choice>,
    /// Somebody else is at work on it until then.
    pub(crate) busy: Option<(String, String)>,
}

/// Everything that the page shows.
pub(crate) struct Question {
    pub(crate) address: String,
    /// Who asks; none for who asked.
    pub(crate) asker: Option<String>,
    /// The pupil whom it is about.
    pub(crate) about: Option<String>,
    pub(crate) text: String,
    /// The page that it came from.
    pub(crate) from: Option<String>,
    pub(crate) article: Option<String>,
    pub(crate) asked: String,
    pub(crate) open: bool,
    /// Parents answer each other.
    pub(crate) parents: bool,
    pub(crate) lies: Lies,
    pub(crate) binding: bool,
    pub(crate) answers: Vec<Answer>,
    /// What else who looks can do.
    pub(crate) acts: Vec<Act>,
    pub(crate) form: Option<Answering>,
}

/// Something that can be done with a question besides answering it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Act {
    /// Keep one's answer for others.
    Keep,
    /// Take one's answer back.
    TakeBack,
    /// Ask no parent any more.
    Close,
    /// Take the question back.
    Withdraw,
}

/// The page.
pub(crate) fn page(frame: &Frame<'_>, one: &Question, errors: &Errors) -> Markup {
    let words = frame.words();
    let title = words.t("question-title");
    let content = html! {
        (frame.back("/twijfel", words.t("ask-title")))
        (errors.summary(frame.locale()))
        h1 { (title) }
        (standing(frame, one))
        section.card {
            @if let Some(asker) = &one.asker { p { strong { (asker) } } }
            @if let Some(about) = &one.about { p { (words.f("question-about", &[("name", about.as_str().into())])) } }
            @for part in one.text.split('\n').filter(|part| !part.trim().is_empty()) { p { (part) } }
            p.soft {
                (one.asked)
                @if let Some(article) = &one.article { " · " (words.f("article", &[("number", article.as_str().into())])) }
            }
            @if let Some(from) = &one.from { p { a href=(frame.to(from)) { (words.t("ask-from")) } } }
        }
        @for answer in &one.answers { (answered(frame, one, answer)) }
        @if let Some(form) = &one.form { (answering(frame, one, form, errors)) }
        (acts(frame, one, errors))
    };
    super::page(frame, title, errors, content)
}

/// What holds now, large.
fn standing(frame: &Frame<'_>, one: &Question) -> Markup {
    let words = frame.words();
    let may_not = one.answers.iter().any(|one| one.outcome == Outcome::MayNot);
    let (tone, word, line) = match one.answers.first() {
        _ if one.parents && may_not => (Tone::No, "outcome-mag-niet", "stands-parent-no"),
        _ if one.parents => (Tone::Doubt, "stands-dont", "stands-parents"),
        Some(answer) if !one.open => (
            match answer.outcome {
                Outcome::May => Tone::Yes,
                Outcome::MayNot => Tone::No,
                Outcome::Adjust => Tone::Doubt,
            },
            match answer.outcome {
                Outcome::May => "outcome-mag",
                Outcome::MayNot => "outcome-mag-niet",
                Outcome::Adjust => "outcome-aanpassen",
            },
            if one.binding {
                "stands-binding"
            } else {
                "stands-advice"
            },
        ),
        _ => (Tone::Doubt, "stands-dont", "stands-open"),
    };
    html! {
        div.verdict.(tone.class()) {
            (tone.icon())
            h2 { (words.t(word)) }
            p { (words.t(line)) }
        }
        @if one.open {
            p {
                @if one.parents { (words.t("lies-parents")) } @else { (words.f("lies-at", &[("who", one.lies.at.as_str().into())])) }
                @if let Some(article) = &one.lies.article { " (" (words.f("article", &[("number", article.as_str().into())])) ")" }
                ". "
                (words.f(if one.lies.late { "lies-late" } else { "lies-due" }, &[("due", one.lies.due.as_str().into())]))
                @if let Some(next) = &one.lies.next { " " (words.f("lies-next", &[("who", next.as_str().into())])) }
            }
        }
    }
}

fn answered(frame: &Frame<'_>, one: &Question, answer: &Answer) -> Markup {
    let words = frame.words();
    html! {
        section.card {
            h2 { (words.f("answer-of", &[("who", answer.by.as_str().into())])) }
            p {
                @if let Some(children) = &answer.children { (words.f("answer-for", &[("who", children.as_str().into())])) " " }
                @if one.parents { (words.t(&format!("given-{}", answer.outcome.key()))) } @else { (outcome(words, answer.outcome)) }
            }
            @for part in answer.text.split('\n').filter(|part| !part.trim().is_empty()) { p { (part) } }
            p.soft {
                (answer.at)
                @if let Some(article) = &answer.article { " · " (words.f("article", &[("number", article.as_str().into())])) }
            }
        }
    }
}

fn answering(frame: &Frame<'_>, one: &Question, form: &Answering, errors: &Errors) -> Markup {
    let words = frame.words();
    let fields = Form::new(frame.locale(), frame.token(), errors);
    let here = frame.to(&one.address);
    let inputs = html! {
        (hidden("wat", "antwoord"))
        (fields.radios("uitkomst", words.t("outcome-label"), "", &form.outcomes))
        @if form.articles.len() > 1 { (fields.select("artikel", words.t("article-label"), "", &form.articles)) }
        (fields.field(&Field::text("woorden", words.t("answer-label")).kind("area").hint(words.t(if one.parents { "answer-parent-hint" } else { "answer-hint" })).value(&form.text)))
    };
    html! {
        h2 { (words.t("answer-title")) }
        @if let Some((who, until)) = &form.busy {
            p.card role="status" { (words.f("busy", &[("who", who.as_str().into()), ("until", until.as_str().into())])) }
        }
        (fields.around(&here, inputs, words.t("answer-button")))
        @if !form.others.is_empty() {
            (fold(words.t("hand-title"), fields.around(
                &here,
                html! { (hidden("wat", "geef")) (fields.select("aan", words.t("hand-label"), words.t("hand-hint"), &form.others)) },
                words.t("hand-button"),
            )))
        }
    }
}

/// What else can be done.
fn acts(frame: &Frame<'_>, one: &Question, errors: &Errors) -> Markup {
    let words = frame.words();
    let fields = Form::new(frame.locale(), frame.token(), errors);
    let here = frame.to(&one.address);
    let act = |what: &str, button: &str| {
        fields.around_with(
            &here,
            hidden("wat", what),
            html! { button.button.quiet { (words.t(button)) } },
        )
    };
    html! {
        @for one_act in &one.acts {
            @match one_act {
                Act::Keep => p { a href=(frame.to(&format!("{}/eerder", one.address))) { (words.t("keep-link")) } },
                Act::TakeBack => div #terug { p.soft { (words.t("undo-hint")) } (act("terug", "undo-button")) },
                Act::Close => { p.soft { (words.t("close-hint")) } (act("klaar", "close-button")) }
                Act::Withdraw => { p.soft { (words.t("withdraw-hint")) } (act("intrekken", "withdraw-button")) }
            }
        }
    }
}
