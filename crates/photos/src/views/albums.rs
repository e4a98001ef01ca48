//! The albums of somebody's schools and groups.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Choice, Field, Form};
use ui::lists::empty;

/// An album in the list.
pub(crate) struct Link {
    pub(crate) name: String,
    pub(crate) day: String,
    /// The group, or the school where there are several.
    pub(crate) of: Option<String>,
    pub(crate) many: usize,
    pub(crate) address: String,
}

/// The page.
pub(crate) struct Albums {
    pub(crate) links: Vec<Link>,
    pub(crate) name: String,
    pub(crate) day: String,
    pub(crate) whereto: Vec<Choice>,
    pub(crate) settles: bool,
}

/// The albums, and the form of a new one.
pub(crate) fn list(frame: &Frame<'_>, albums: &Albums, errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let fields = html! {
        (form.field(&Field::text("naam", words.t("albums-name")).hint(words.t("albums-name-hint")).value(&albums.name)))
        (form.field(&Field::text("dag", words.t("albums-day")).kind("date").value(&albums.day)))
        (form.select("van", words.t("albums-of"), "", &albums.whereto))
    };
    let content = html! {
        (errors.summary(frame.locale()))
        h1 { (words.t("menu-photos")) }
        p.lead { (words.t("albums-lead")) }
        @if albums.links.is_empty() { (empty(words.t("albums-none"))) }
        ul.choices {
            @for link in &albums.links {
                li { a.choice href=(frame.to(&link.address)) { span {
                    (link.name)
                    small { (link.day) @if let Some(of) = &link.of { ", " (of) } ", " (words.f("albums-many", &[("n", link.many.into())])) }
                } } }
            }
        }
        h2 { (words.t("albums-new")) }
        (form.around(&frame.to("/fotos"), fields, words.t("albums-begin")))
        @if albums.settles { p { a href=(frame.to("/fotos/regels")) { (words.t("settle-title")) } } }
    };
    if errors.is_empty() {
        frame.page(words.t("menu-photos"), content)
    } else {
        frame.page_again(words.t("menu-photos"), content)
    }
}
