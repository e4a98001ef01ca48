//! A parent's own page, a pupil's own page, and what the school sees to about authority.

use maud::{Markup, html};
use ui::form::{Choice, Field, Form};
use ui::lists::{empty, status};
use ui::{Errors, layout::in_language};

use super::{Frame, Who};

/// A child of the visitor.
pub(crate) struct Child {
    pub(crate) who: Who,
    /// Group and school.
    pub(crate) place: String,
    /// How the visitor stands to the child.
    pub(crate) standing: String,
    /// The school must still see to it.
    pub(crate) open: bool,
    /// Who looked at the child.
    pub(crate) seen: Option<String>,
}

/// The page of a parent.
pub(crate) fn children(frame: &Frame<'_>, children: &[Child]) -> Markup {
    let words = frame.words();
    let content = html! {
        h1 { (words.t("children-title")) }
        @if children.is_empty() { (empty(words.t("children-none"))) }
        @for child in children {
            section.card {
                h2 { (child.who.name) }
                p { (child.place) }
                p { @if child.open { (status(words.t("to-do-school"))) " " } (child.standing) }
                @if child.who.address.is_some() || child.seen.is_some() {
                    ul.contents {
                        @if let Some(address) = &child.who.address { li { a href=(frame.to(address)) { (words.t("see-file")) span.hidden { ": " (child.who.name) } } } }
                        @if let Some(address) = &child.seen { li { a href=(frame.to(address)) { (words.t("who-looked-child")) span.hidden { ": " (child.who.name) } } } }
                    }
                }
            }
        }
        p { a href=(frame.to("/ik")) { (words.t("see-own")) } }
    };
    frame.page(words.t("children-title"), content)
}

/// What the school is asked about one adult and one pupil.
pub(crate) struct Question {
    pub(crate) pupil: String,
    pub(crate) guardian: String,
    pub(crate) relation: String,
    /// How it stands now.
    pub(crate) now: String,
    pub(crate) choices: Vec<Choice>,
    pub(crate) action: String,
    pub(crate) back: String,
}

/// Authority: what the school saw.
pub(crate) fn authority(frame: &Frame<'_>, question: &Question, errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let names = [
        ("guardian", question.guardian.as_str().into()),
        ("pupil", question.pupil.as_str().into()),
    ];
    let fields = form.radios(
        "gezag",
        &words.f("authority-question", &names),
        words.t("authority-hint"),
        &question.choices,
    );
    let content = html! {
        (frame.back(&question.back, &question.pupil))
        (errors.summary(frame.locale()))
        h1 { (words.t("authority-title")) }
        p { (question.guardian) " · " (question.relation) }
        p { (question.now) }
        p { (words.t("authority-why")) }
        (form.around(&in_language(frame.locale(), &question.action), fields, words.t("authority-button")))
    };
    if errors.is_empty() {
        frame.page(words.t("authority-title"), content)
    } else {
        frame.page_again(words.t("authority-title"), content)
    }
}

/// A new guardian of a pupil, as typed so far.
#[derive(Default)]
pub(crate) struct Guardian {
    pub(crate) pupil: String,
    pub(crate) back: String,
    pub(crate) action: String,
    pub(crate) call: String,
    pub(crate) infix: String,
    pub(crate) family: String,
    pub(crate) email: String,
    pub(crate) relations: Vec<Choice>,
    pub(crate) authorities: Vec<Choice>,
}

/// The form for a new guardian.
pub(crate) fn guardian(frame: &Frame<'_>, typed: &Guardian, errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let fields = html! {
        (form.field(&Field::text("roepnaam", words.t("call-name")).value(&typed.call)))
        (form.field(&Field::text("tussenvoegsel", words.t("infix")).value(&typed.infix).optional()))
        (form.field(&Field::text("achternaam", words.t("family-name")).value(&typed.family).optional()))
        (form.field(&Field::text("email", words.t("email")).kind("email").hint(words.t("email-hint-guardian")).value(&typed.email).optional()))
        (form.radios("relatie", words.t("relation-question"), "", &typed.relations))
        (form.radios("gezag", words.t("authority"), words.t("authority-hint"), &typed.authorities))
    };
    let content = html! {
        (frame.back(&typed.back, &typed.pupil))
        (errors.summary(frame.locale()))
        h1 { (words.t("add-guardian")) }
        (form.around(&in_language(frame.locale(), &typed.action), fields, words.t("add-guardian-button")))
    };
    if errors.is_empty() {
        frame.page(words.t("add-guardian"), content)
    } else {
        frame.page_again(words.t("add-guardian"), content)
    }
}
