//! The form that has somebody covered, and what follows.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Choice, Form, hidden};
use ui::lists::confirmation;

use super::own::{Item, head, key};

/// The form.
pub(crate) struct Cover {
    pub(crate) address: String,
    pub(crate) name: String,
    /// It is the visitor.
    pub(crate) own: bool,
    /// The photo that was pointed at.
    pub(crate) photo: Option<Item>,
    pub(crate) choices: Vec<Choice>,
    /// A film is among them.
    pub(crate) films: bool,
}

/// The form.
pub(crate) fn page(frame: &Frame<'_>, cover: &Cover, errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let title = words.t(key(cover.own, "own-cover-child", "own-cover-self"));
    let back = words.t(key(cover.own, "own-title-child", "own-title-self"));
    let fields = html! {
        @if let Some(photo) = &cover.photo { (hidden("foto", &photo.photo)) }
        (form.radios("welke", words.t("cover-which"), "", &cover.choices))
    };
    let content = html! {
        (errors.summary(frame.locale()))
        (frame.back("/fotos/mijn", back))
        h1 { (title) }
        p.lead { (cover.name) @if let Some(photo) = &cover.photo { ": " (photo.album) ", " (photo.day) } }
        @if let Some(photo) = &cover.photo { p { (head(frame, photo, &cover.name)) } }
        ul {
            li { (words.t("cover-now")) }
            li { (words.t("cover-stays")) }
            li { (words.t("cover-public")) }
            @if cover.films { li { (words.t("cover-film")) } }
            li { (words.t("own-new")) }
        }
        (form.around(&frame.to(&cover.address), fields, words.t("cover-button")))
    };
    if errors.is_empty() {
        frame.page(title, content)
    } else {
        frame.page_again(title, content)
    }
}

/// What was done.
pub(crate) struct Done {
    pub(crate) name: String,
    pub(crate) photos: usize,
    pub(crate) films: usize,
    /// Some file is not made yet.
    pub(crate) busy: bool,
    /// Posts that come off.
    pub(crate) out: Vec<String>,
}

/// What was done, and what happens next.
pub(crate) fn done(frame: &Frame<'_>, done: &Done) -> Markup {
    let words = frame.words();
    let said =
        |key: &str, n: usize| words.f(key, &[("n", n.into()), ("name", done.name.as_str().into())]);
    let next = html! {
        @if done.photos > 0 { p { (said("done-photos", done.photos)) @if done.busy { " " (words.t("done-busy")) } } }
        @if done.films > 0 { p { (said("done-films", done.films)) } }
        p { (words.t("done-look")) }
        @if done.out.is_empty() { p { (words.t("cover-public")) } } @else {
            p { (words.t("done-out")) }
            ul { @for title in &done.out { li { (title) } } }
        }
        p { (words.t("own-new")) " " a href=(frame.to("/toestemming")) { (words.t("own-consent")) } }
        p { a href=(frame.to("/fotos/mijn")) { (words.t("done-back")) } }
    };
    let title = words.t("done-title");
    frame.page(title, html! { (confirmation(title, None, next)) })
}
