//! One person who is here twice.

use maud::{Markup, html};
use ui::form::{Choice, Form, hidden};
use ui::lists::{empty, records};
use ui::{Errors, layout::in_language};

use super::Frame;

/// Two records, side by side.
pub(crate) struct Pair {
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) typed: String,
    /// Who it could be.
    pub(crate) found: Vec<Choice>,
    /// What is chosen: its id, and rows of what, this record, the other.
    pub(crate) chosen: Option<(String, Vec<[String; 3]>)>,
}

/// Find the other record, then compare, then merge.
pub(crate) fn page(frame: &Frame<'_>, pair: &Pair, errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let action = in_language(frame.locale(), &format!("{}/samenvoegen", pair.address));
    let content = html! {
        (frame.back(&pair.address, &pair.name))
        (errors.summary(frame.locale()))
        h1 { (words.t("merge")) }
        @match &pair.chosen {
            None => {
                p { (words.f("merge-lead", &[("name", pair.name.as_str().into())])) }
                (ui::form::search(&action, "zoek", words.t("merge-find"), &pair.typed, words.t("find-button")))
                @if !pair.found.is_empty() {
                    form method="get" action=(action) {
                        (form.radios("met", words.t("merge-who"), "", &pair.found))
                        div.actions { button.button type="submit" { (words.t("merge-compare")) } }
                    }
                } @else if !pair.typed.is_empty() { (empty(words.t("find-none"))) }
            },
            Some((other, rows)) => {
                @let rows = rows.iter().map(|row| row.iter().map(|cell| html! { (cell) }).collect()).collect::<Vec<Vec<Markup>>>();
                (records(words.t("merge-caption"), &[words.t("what"), words.t("merge-goes"), words.t("merge-stays")], &rows))
                p { (words.t("merge-warning")) }
                (form.around(&action, hidden("met", other), words.t("merge-button")))
            },
        }
    };
    frame.page(words.t("merge"), content)
}
