//! The letters of a school in its own words.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Field, Form as Fields, hidden};
use ui::lists::{records, status};

/// A letter in a language.
pub(crate) struct Row {
    pub(crate) address: String,
    pub(crate) label: String,
    pub(crate) language: String,
    /// The school changed it.
    pub(crate) own: bool,
}

/// All of them.
pub(crate) fn list(frame: &Frame<'_>, school: &str, rows: &[Row]) -> Markup {
    let words = frame.words();
    let head = ["templates-letter", "letter-language", "templates-whose"].map(|key| words.t(key));
    let cells: Vec<Vec<Markup>> = rows
        .iter()
        .map(|row| {
            vec![
                html! { a href=(frame.to(&row.address)) { (row.label) span.hidden { ", " (row.language) } } },
                html! { (row.language) },
                html! { @if row.own { (status(words.t("templates-own"))) } @else { (words.t("templates-usual")) } },
            ]
        })
        .collect();
    html! {
        (frame.back("/zaken", words.t("cases-title")))
        h1 { (words.t("templates-title")) }
        p { (words.f("templates-of", &[("school", school.into())])) }
        (records(words.t("templates-title"), &head, &cells))
    }
}

/// One of them as it is written.
pub(crate) struct Form {
    pub(crate) address: String,
    pub(crate) school: String,
    pub(crate) title: String,
    pub(crate) language: String,
    pub(crate) subject: String,
    pub(crate) text: String,
    /// What can stand in it, and what comes in its place.
    pub(crate) names: Vec<(String, String)>,
    pub(crate) own: bool,
}

/// The page.
pub(crate) fn page(frame: &Frame<'_>, form: &Form, errors: &Errors) -> Markup {
    let words = frame.words();
    let fields = Fields::new(frame.locale(), frame.token(), errors);
    let inputs = html! {
        (hidden("school", &form.school))
        (fields.field(&Field::text("onderwerp", words.t("letter-subject")).value(&form.subject)))
        (fields.field(&Field::text("tekst", words.t("letter-text")).kind("area").value(&form.text)))
        section.card {
            h2 { (words.t("templates-names")) }
            dl.answers { @for (name, says) in &form.names { div { dt { code { (name) } } dd { (says) } } } }
        }
    };
    let actions = html! {
        button.button type="submit" { (words.t("act-button")) }
        @if form.own { button.quiet.button type="submit" name="wat" value="terug" { (words.t("templates-back")) } }
    };
    let back = format!("/zaken/brieven?school={}", form.school);
    let content = html! {
        (errors.summary(frame.locale()))
        (frame.back(&back, words.t("templates-title")))
        h1 { (form.title) }
        p.soft { (form.language) }
        (fields.around_with(&frame.to(&form.address), inputs, actions))
    };
    super::page(frame, &form.title, errors, content)
}
