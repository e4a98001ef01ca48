//! *Who may be in the picture?*

use maud::{Markup, html};
use people::{Frame, Who};
use ui::Errors;
use ui::form::{Choice, Form};
use ui::layout::in_language;
use ui::lists::empty;
use ui::parts::{Tone, fold, tag};

/// A group to ask about.
pub(crate) struct Link {
    pub(crate) name: String,
    pub(crate) school: Option<String>,
    pub(crate) own: bool,
    pub(crate) address: String,
}

/// The groups.
pub(crate) fn list(frame: &Frame<'_>, groups: &[Link]) -> Markup {
    let words = frame.words();
    let content = html! {
        h1 { (words.t("menu-picture")) }
        p.lead { (words.t("picture-choose")) }
        ul.choices.two {
            @for group in groups {
                li { a.choice.now[group.own] href=(frame.to(&group.address)) { span {
                    (group.name)
                    @if let Some(school) = &group.school { small { (school) } }
                    @if group.own { small { (words.t("picture-own")) } }
                } } }
            }
        }
    };
    frame.page(words.t("menu-picture"), content)
}

/// A pupil of the group.
pub(crate) struct Person {
    pub(crate) who: Who,
    /// Where they may not be shown.
    pub(crate) not: Vec<String>,
    /// Nowhere of what was asked.
    pub(crate) everywhere: bool,
    /// Only since nobody answered.
    pub(crate) unanswered: bool,
}

/// The list of a group.
pub(crate) struct Picture {
    pub(crate) group: String,
    pub(crate) action: String,
    pub(crate) wheres: Vec<Choice>,
    pub(crate) media: Vec<Choice>,
    /// Something was asked.
    pub(crate) asked: bool,
    pub(crate) not: Vec<Person>,
    pub(crate) may: Vec<Person>,
    /// When it was so, in words and as a machine reads it.
    pub(crate) at: String,
    pub(crate) stamp: String,
}

/// The list of a group: the few who may not stand first.
pub(crate) fn page(frame: &Frame<'_>, picture: &Picture) -> Markup {
    let words = frame.words();
    let title = words.f("picture-title", &[("group", picture.group.as_str().into())]);
    let wheres: Vec<&str> = picture
        .wheres
        .iter()
        .filter(|one| one.chosen)
        .map(|one| one.label.as_str())
        .collect();
    let medium = picture.media.iter().find(|one| one.chosen);
    let about = format!(
        "{}: {}",
        medium.map_or("", |one| one.label.as_str()),
        wheres.join(", ")
    );
    let content = html! {
        (frame.back("/in-beeld", words.t("menu-picture")))
        h1 { (title) }
        p.lead { (about) }
        p { (words.t("picture-at")) " " time datetime=(picture.stamp) data-old=(words.t("picture-old")) { (picture.at) } }
        @if !picture.asked { (empty(words.t("picture-nothing"))) }
        @if picture.asked && picture.not.is_empty() { p.card { (tag(Tone::Yes, words.t("holds-may"))) " " (words.t("picture-everybody")) } }
        @if !picture.not.is_empty() {
            h2 { (words.f("picture-not", &[("n", picture.not.len().into())])) }
            ul.tasks {
                @for person in &picture.not { (not(frame, person)) }
            }
        }
        @if picture.asked && !picture.may.is_empty() {
            h2 { (words.f("picture-may", &[("n", picture.may.len().into())])) }
            ul.codes { @for person in &picture.may { li { (person.who.name) } } }
        }
        div.actions {
            button.button.quiet type="button" hidden data-does="print" { (words.t("picture-print")) }
            button.button.quiet type="button" hidden data-does="take" data-done=(words.t("picture-taken")) { (words.t("picture-take")) }
        }
        div.no-print { (fold(words.t("picture-other"), other(frame, picture))) }
    };
    frame.page(&title, content)
}

fn not(frame: &Frame<'_>, person: &Person) -> Markup {
    let words = frame.words();
    let tone = if person.unanswered {
        Tone::Doubt
    } else {
        Tone::No
    };
    html! {
        li {
            span {
                strong { (person.who.name) }
                @if !person.everywhere { small { (words.f("picture-not-on", &[("where", person.not.join(", ").into())])) } }
                small.soft { (words.t(if person.unanswered { "picture-ask" } else { "picture-instead" })) }
            }
            (tag(tone, words.t(if person.unanswered { "picture-no-answer" } else { "answer-no" })))
        }
    }
}

fn other(frame: &Frame<'_>, picture: &Picture) -> Markup {
    let words = frame.words();
    let errors = Errors::default();
    let form = Form::new(frame.locale(), "", &errors);
    html! {
        form method="get" action=(in_language(frame.locale(), &picture.action)) {
            (form.checkboxes("waar", words.t("picture-where"), "", &picture.wheres))
            (form.radios("als", words.t("picture-as"), "", &picture.media))
            button.button { (words.t("picture-look")) }
        }
    }
}
