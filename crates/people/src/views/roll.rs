//! The school year rolls over.

use maud::{Markup, html};
use ui::form::{Choice, Form, hidden};
use ui::lists::{Tab, records, status, tabs};
use ui::parts::{Row, summary_list};
use ui::{Errors, layout::in_language};

use super::Frame;

/// A class of now, and what becomes of its pupils.
pub(crate) struct Class {
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) pupils: usize,
    /// What becomes of them, in words.
    pub(crate) goes: String,
    pub(crate) unclear: usize,
}

/// What would happen.
pub(crate) struct Preview {
    pub(crate) school: String,
    pub(crate) school_id: String,
    pub(crate) schools: Vec<(String, String, bool)>,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) rows: Vec<Row>,
    pub(crate) classes: Vec<Class>,
    /// Next year's classes with their pupils.
    pub(crate) next: Vec<(String, usize)>,
    /// Why it cannot be confirmed now, if it cannot.
    pub(crate) stop: Option<String>,
    /// Who confirms, confirms exactly this.
    pub(crate) seal: String,
}

/// The preview. Nothing changes until somebody confirms.
pub(crate) fn page(frame: &Frame<'_>, preview: &Preview, errors: &Errors) -> Markup {
    let words = frame.words();
    let schools: Vec<Tab<'_>> = preview
        .schools
        .iter()
        .map(|(address, name, here)| Tab {
            address: frame.to(address),
            label: name,
            count: None,
            here: *here,
        })
        .collect();
    let rows: Vec<Vec<Markup>> = preview
        .classes
        .iter()
        .map(|class| {
            let goes =
                html! { @if class.unclear > 0 { (status(words.t("to-do"))) " " } (class.goes) };
            vec![
                html! { a href=(frame.to(&class.address)) { (class.name) } },
                html! { (class.pupils) },
                goes,
            ]
        })
        .collect();
    let next: Vec<Vec<Markup>> = preview
        .next
        .iter()
        .map(|(name, pupils)| vec![html! { (name) }, html! { (pupils) }])
        .collect();
    let years = [
        ("from", preview.from.as_str().into()),
        ("to", preview.to.as_str().into()),
    ];
    let content = html! {
        (errors.summary(frame.locale()))
        h1 { (words.f("roll-title", &years)) }
        p.lead { (preview.school) }
        @if schools.len() > 1 { (tabs(words.t("schools"), &schools)) }
        p { (words.t("roll-lead")) }
        (summary_list(frame.locale(), &preview.rows))
        (records(words.t("roll-caption"), &[words.t("group"), words.t("pupils"), words.t("roll-goes")], &rows))
        (records(&words.f("roll-next", &years), &[words.t("group"), words.t("pupils")], &next))
        @match &preview.stop {
            Some(why) => p.card { strong { (why) } },
            None => {
                p { (words.f("roll-warning", &years)) }
                (Form::new(frame.locale(), frame.token(), errors).around(
                    &in_language(frame.locale(), "/schooljaar"),
                    html! { (hidden("school", &preview.school_id)) (hidden("gezien", &preview.seal)) },
                    &words.f("roll-button", &years),
                ))
            },
        }
    };
    let title = words.t("menu-year");
    if errors.is_empty() {
        frame.page(title, content)
    } else {
        frame.page_again(title, content)
    }
}

/// A pupil of a class, and what can be chosen.
pub(crate) struct Pupil {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) choices: Vec<Choice>,
}

/// The pupils of a class.
pub(crate) struct Choosing {
    pub(crate) class: String,
    pub(crate) action: String,
    pub(crate) back: String,
    pub(crate) to: String,
    pub(crate) pupils: Vec<Pupil>,
}

/// Choose for the pupils of a class.
pub(crate) fn class(frame: &Frame<'_>, choosing: &Choosing) -> Markup {
    let words = frame.words();
    let none = Errors::default();
    let form = Form::new(frame.locale(), frame.token(), &none);
    let fields = html! {
        @for pupil in &choosing.pupils { (form.select(&pupil.id, &pupil.name, "", &pupil.choices)) }
    };
    let content = html! {
        (frame.back(&choosing.back, words.t("menu-year")))
        h1 { (words.f("roll-class-title", &[("group", choosing.class.as_str().into()), ("to", choosing.to.as_str().into())])) }
        p { (words.t("roll-class-lead")) }
        (form.around(&in_language(frame.locale(), &choosing.action), fields, words.t("save")))
    };
    frame.page(&choosing.class, content)
}
