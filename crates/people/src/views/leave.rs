//! Somebody leaves.

use maud::{Markup, html};
use ui::form::{Field, Form};
use ui::{Errors, layout::in_language};

use super::Frame;
use crate::work::Open;

/// What is still to be handed over, and the day.
pub(crate) struct Leaving {
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) open: Vec<Open>,
    pub(crate) day: String,
}

/// The page of somebody who leaves.
pub(crate) fn page(frame: &Frame<'_>, leaving: &Leaving, errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let content = html! {
        (frame.back(&leaving.address, &leaving.name))
        (errors.summary(frame.locale()))
        h1 { (words.f("leave-title", &[("name", leaving.name.as_str().into())])) }
        @if leaving.open.is_empty() {
            p { (words.t("leave-ready")) }
            (form.around(
                &in_language(frame.locale(), &format!("{}/vertrek", leaving.address)),
                form.field(&Field::text("dag", words.t("last-day")).kind("date").value(&leaving.day)),
                words.t("leave-button"),
            ))
        } @else {
            h2 { (words.f("work-count", &[("n", leaving.open.len().into())])) }
            p { (words.t("work-first")) }
            ul.tasks { @for open in &leaving.open { li { a href=(frame.to(&open.address)) { (open.what) } } } }
        }
    };
    let title = words.t("leaves");
    if errors.is_empty() {
        frame.page(title, content)
    } else {
        frame.page_again(title, content)
    }
}
