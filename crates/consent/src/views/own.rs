//! The page of whoever answers.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Form, hidden};
use ui::layout::in_language;
use ui::lists::confirmation;
use ui::parts::{Tone, tag};

use crate::model::Answer;
use crate::rules::Say;

/// A school with what it asks.
pub(crate) struct School {
    pub(crate) name: String,
    /// For whom the visitor cannot answer everything, and why.
    pub(crate) waiting: Vec<String>,
    pub(crate) purposes: Vec<Purpose>,
}

/// A purpose with its questions.
pub(crate) struct Purpose {
    pub(crate) id: String,
    pub(crate) version: i64,
    pub(crate) title: String,
    pub(crate) why: String,
    pub(crate) kept: String,
    pub(crate) recipients: String,
    pub(crate) questions: Vec<Question>,
}

/// One question about everybody for whom the visitor speaks.
pub(crate) struct Question {
    pub(crate) label: String,
    pub(crate) lines: Vec<Line>,
}

/// One question about one person.
pub(crate) struct Line {
    pub(crate) name: String,
    /// About the visitor.
    pub(crate) own: bool,
    pub(crate) field: String,
    /// What the visitor may say.
    pub(crate) say: Say,
    pub(crate) chosen: Option<Answer>,
    /// What holds now, whoever said it.
    pub(crate) may: bool,
    pub(crate) reason: String,
}

/// The page with every question.
pub(crate) fn page(frame: &Frame<'_>, schools: &[School], errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let asks = schools
        .iter()
        .flat_map(|school| &school.purposes)
        .any(|purpose| !purpose.questions.is_empty());
    let fields = html! {
        @for school in schools {
            @if schools.len() > 1 { h2 { (school.name) } }
            @for sentence in &school.waiting { p.card { (sentence) } }
            @for purpose in &school.purposes { (purpose_card(frame, purpose)) }
        }
    };
    let content = html! {
        (errors.summary(frame.locale()))
        h1 { (words.t("own-title")) }
        @if asks {
            p.lead { (words.t("own-lead")) }
            p { (words.t("own-unanswered")) }
        } @else { p { (words.t("own-nothing")) } }
        @if asks {
            (form.around(&in_language(frame.locale(), "/toestemming"), fields, words.t("own-save")))
            p { a href=(frame.to("/toestemming/geschiedenis")) { (words.t("own-history")) } }
            p { a href=(frame.to("/fotos/mijn")) { (words.t("own-photos")) } }
        } @else { (fields) }
    };
    if errors.is_empty() {
        frame.page(words.t("own-title"), content)
    } else {
        frame.page_again(words.t("own-title"), content)
    }
}

fn purpose_card(frame: &Frame<'_>, purpose: &Purpose) -> Markup {
    let words = frame.words();
    html! {
        section.card id={ "doel-" (purpose.id) } tabindex="-1" {
            h2 { (purpose.title) }
            p { (purpose.why) }
            p.soft {
                (purpose.kept)
                @if !purpose.recipients.is_empty() { " " (words.f("recipients-said", &[("who", purpose.recipients.as_str().into())])) }
            }
            (hidden(&format!("v-{}", purpose.id), &purpose.version.to_string()))
            @for question in &purpose.questions {
                h3 { (question.label) }
                @for line in &question.lines { (line_shown(frame, question, line)) }
            }
        }
    }
}

fn line_shown(frame: &Frame<'_>, question: &Question, line: &Line) -> Markup {
    let words = frame.words();
    let (yes, no) = if line.say == Say::Withdraw {
        ("pupil-fine", "pupil-no")
    } else {
        ("answer-yes", "answer-no")
    };
    let choices = [(Answer::Yes, yes), (Answer::No, no)];
    html! {
        fieldset.rare {
            legend {
                @if line.own { (words.t("myself")) } @else { (line.name) }
                span.hidden { ": " (question.label) }
                " "
                @if line.may { (tag(Tone::Yes, words.t("holds-may"))) } @else { (tag(Tone::No, words.t("holds-may-not"))) }
            }
            @if line.say.covers(Answer::No) {
                @for (answer, label) in choices {
                    label {
                        input type="radio" name=(line.field) value=(answer.key()) checked[line.chosen == Some(answer)];
                        (words.t(label))
                    }
                }
                @if line.may {
                    button.quiet.button name="intrek" value=(line.field) {
                        (words.t("withdraw"))
                        span.hidden { ": " (question.label) ", " (line.name) }
                    }
                }
            }
            p.soft.small { (line.reason) }
        }
    }
}

/// What one act was about one person.
pub(crate) struct Kept {
    pub(crate) name: String,
    pub(crate) person: String,
    /// Purpose, question and answer.
    pub(crate) answers: Vec<[String; 3]>,
    /// What is public and will be removed: its title and where it is.
    pub(crate) out: Vec<(String, String)>,
    /// The pupil said no: somebody will talk with both.
    pub(crate) talk: bool,
}

/// What was kept, and what happens next.
pub(crate) fn saved(frame: &Frame<'_>, kept: &[Kept]) -> Markup {
    let words = frame.words();
    let next = html! {
        @for one in kept {
            h2 { (one.name) }
            ul { @for [purpose, question, answer] in &one.answers { li { (purpose) ": " (question) " – " strong { (answer) } } } }
            @if one.talk { p.card { (words.f("saved-talk", &[("name", one.name.as_str().into())])) } }
            @if !one.out.is_empty() {
                p { (words.t("saved-out")) }
                ul { @for (title, channel) in &one.out { li { (title) " (" (channel) ")" } } }
                p { (words.t("saved-out-next")) }
            }
            p { a href=(frame.to(&format!("/toestemming/bewijs/{}", one.person))) { (words.f("see-receipt", &[("name", one.name.as_str().into())])) } }
        }
        p { (words.t("saved-next")) }
        p { a href=(frame.to("/fotos/mijn")) { (words.t("own-photos")) } }
        p { a href=(frame.to("/toestemming")) { (words.t("back-to-answers")) } }
    };
    let title = words.t("saved-title");
    frame.page(title, html! { (confirmation(title, None, next)) })
}
