//! Schools of the board and their locations.

use maud::{Markup, html};
use ui::form::{Choice, Field, Form};
use ui::lists::{empty, records};
use ui::{Errors, layout::in_language};

use super::Frame;

/// A school in the list.
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) brin: String,
    pub(crate) sector: String,
    pub(crate) protocol: String,
}

/// The schools.
pub(crate) fn list(frame: &Frame<'_>, schools: &[Entry], may_add: bool) -> Markup {
    let words = frame.words();
    let rows: Vec<Vec<Markup>> = schools
        .iter()
        .map(|school| {
            vec![
                html! { a href=(frame.to(&school.address)) { (school.name) } },
                html! { (school.sector) },
                html! { (school.brin) },
                html! { (school.protocol) },
            ]
        })
        .collect();
    let content = html! {
        h1 { (words.t("schools")) }
        @if rows.is_empty() { (empty(words.t("schools-none"))) } @else {
            (records(words.t("schools-caption"), &[words.t("name"), words.t("sector"), words.t("brin"), words.t("protocol")], &rows))
        }
        @if may_add { div.actions { a.button.quiet href=(frame.to("/scholen/nieuw")) { (words.t("add-school")) } } }
    };
    frame.page(words.t("schools"), content)
}

/// A school, as typed so far.
#[derive(Default)]
pub(crate) struct Typed {
    /// Where the form is sent.
    pub(crate) address: String,
    pub(crate) title: String,
    pub(crate) name: String,
    pub(crate) brin: String,
    pub(crate) sectors: Vec<Choice>,
    pub(crate) protocols: Vec<Choice>,
    /// The locations of a school that is there; nothing for a new one.
    pub(crate) locations: Option<Vec<String>>,
    pub(crate) location: String,
}

/// The form of a school, and its locations.
pub(crate) fn form(frame: &Frame<'_>, typed: &Typed, errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let fields = html! {
        (form.field(&Field::text("naam", words.t("school-name")).value(&typed.name)))
        (form.radios("sector", words.t("sector"), "", &typed.sectors))
        (form.field(&Field::text("brin", words.t("brin")).hint(words.t("brin-hint")).value(&typed.brin).optional()))
        (form.select("protocol", words.t("protocol"), words.t("protocol-hint"), &typed.protocols))
    };
    let content = html! {
        (frame.back("/scholen", words.t("schools")))
        (errors.summary(frame.locale()))
        h1 { (typed.title) }
        (form.around(&in_language(frame.locale(), &typed.address), fields, words.t("save")))
        @if let Some(locations) = &typed.locations {
            h2 { (words.t("locations")) }
            @if locations.is_empty() { p { (words.t("locations-none")) } } @else { ul { @for name in locations { li { (name) } } } }
            (form.around(
                &in_language(frame.locale(), &format!("{}/locatie", typed.address)),
                form.field(&Field::text("locatie", words.t("location-name")).value(&typed.location)),
                words.t("add-location"),
            ))
        }
    };
    if errors.is_empty() {
        frame.page(&typed.title, content)
    } else {
        frame.page_again(&typed.title, content)
    }
}
