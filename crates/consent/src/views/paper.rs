//! Typing in what somebody answered on paper or in a talk.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Choice, Field, Form};
use ui::layout::in_language;

use crate::model::Answer;

/// A question, with what was typed.
pub(crate) struct Question {
    pub(crate) label: String,
    pub(crate) field: String,
    pub(crate) chosen: Option<Answer>,
}

/// A purpose with its questions.
pub(crate) struct Purpose {
    pub(crate) title: String,
    pub(crate) questions: Vec<Question>,
}

/// The form as typed so far.
pub(crate) struct Paper {
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) who: Vec<Choice>,
    pub(crate) how: Vec<Choice>,
    pub(crate) day: String,
    pub(crate) purposes: Vec<Purpose>,
}

/// The form.
pub(crate) fn page(frame: &Frame<'_>, paper: &Paper, errors: &Errors) -> Markup {
    let words = frame.words();
    let title = words.f("paper-title", &[("name", paper.name.as_str().into())]);
    let form = Form::new(frame.locale(), frame.token(), errors).with_files();
    let fields = html! {
        (form.radios("wie", words.t("paper-who-asked"), words.t("paper-who-hint"), &paper.who))
        (form.radios("hoe", words.t("paper-how-asked"), "", &paper.how))
        (form.field(&Field::text("dag", words.t("paper-day-asked")).kind("date").value(&paper.day)))
        div #antwoorden tabindex="-1" {
            @if let Some(error) = errors.of("antwoorden") { p.error { (error) } }
            p { (words.t("paper-only")) }
            @for purpose in &paper.purposes {
                h2 { (purpose.title) }
                @for question in &purpose.questions {
                    fieldset.rare {
                        legend { (question.label) span.hidden { ", " (purpose.title) } }
                        @for (answer, key) in [(Answer::Yes, "answer-yes"), (Answer::No, "answer-no")] {
                            label {
                                input type="radio" name=(question.field) value=(answer.key()) checked[question.chosen == Some(answer)];
                                (words.t(key))
                            }
                        }
                    }
                }
            }
        }
        (form.file("bestand", words.t("paper-scan"), words.t("paper-scan-hint"), ".pdf,.jpg,.jpeg,.png"))
    };
    let content = html! {
        (frame.back(&paper.address, &paper.name))
        (errors.summary(frame.locale()))
        h1 { (title) }
        @if paper.who.is_empty() { p.card { (words.t("paper-nobody")) } }
        @else { (form.around(&in_language(frame.locale(), &format!("{}/papier", paper.address)), fields, words.t("paper-save"))) }
    };
    if errors.is_empty() {
        frame.page(&title, content)
    } else {
        frame.page_again(&title, content)
    }
}
