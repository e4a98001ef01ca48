//! One film: what the program cannot do, who is in it, and where it may go.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Choice, Form, hidden};
use ui::parts::{Tone, fold, tag};

use super::album::away;
use crate::rules::{Heap, Holds};

/// A place where it may go.
pub(crate) struct Place {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) confirmed: bool,
    /// Why it may not go there, if it may not.
    pub(crate) refused: Option<String>,
}

/// The page.
#[expect(clippy::struct_excessive_bools, reason = "independent")]
pub(crate) struct Film {
    pub(crate) number: usize,
    pub(crate) of: usize,
    pub(crate) id: String,
    pub(crate) query: String,
    pub(crate) album: (String, String),
    pub(crate) refused: Option<String>,
    /// Its metadata is gone.
    pub(crate) clean: bool,
    /// This house can take the metadata out of films.
    pub(crate) cleans: bool,
    pub(crate) heap: Heap,
    pub(crate) reasons: Vec<String>,
    pub(crate) wheres: Vec<String>,
    pub(crate) named: Vec<(String, Holds)>,
    pub(crate) first: Vec<Choice>,
    pub(crate) pupils: Vec<Choice>,
    pub(crate) staff: Vec<Choice>,
    pub(crate) complete: bool,
    pub(crate) places: Vec<Place>,
    /// It may go to the places that were chosen.
    pub(crate) may_go: bool,
    pub(crate) groups: Vec<Choice>,
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
    pub(crate) licence: String,
    pub(crate) credit: String,
    pub(crate) by: String,
    pub(crate) added: String,
}

/// The film.
pub(crate) fn page(frame: &Frame<'_>, film: &Film, errors: &Errors) -> Markup {
    let words = frame.words();
    let title = words.f(
        "film-title",
        &[("n", film.number.into()), ("of", film.of.into())],
    );
    let content = html! {
        (errors.summary(frame.locale()))
        (frame.back(&film.album.1, &film.album.0))
        h1 { (title) }
        @if let Some(refused) = &film.refused { p.card { (refused) } } @else {
            p.card { strong { (words.t("film-uncovered")) } " " (words.t("film-sound")) }
            @if film.clean {
                video.photo controls preload="metadata" width="100%" src={ "/fotos/film/" (film.id) "/beeld" } aria-label=(title) {}
            } @else {
                p.card { (words.t(if film.cleans { "film-waits" } else { "film-no-tool" })) }
            }
            (stands(frame, film))
            h2 { (words.t("film-who")) }
            (who(frame, film, errors))
            (fold(words.t("photo-names-of"), names_of(frame, film)))
            h2 { (words.t("film-where")) }
            (places(frame, film, errors))
        }
        p.actions {
            @if let Some(before) = &film.before { a href=(frame.to(before)) { "‹ " (words.t("photo-before")) } " " }
            @if let Some(after) = &film.after { a href=(frame.to(after)) { (words.t("photo-after")) " ›" } }
        }
        p.soft { (words.f("photo-by", &[("who", film.by.as_str().into()), ("when", film.added.as_str().into())])) " " (film.licence) @if !film.credit.is_empty() { ": " (film.credit) } }
        (fold(words.t("film-erase-title"), html! { p { (words.t("film-erase-hint")) } (away(frame, &film.id)) }))
    };
    if errors.is_empty() {
        frame.page(&title, content)
    } else {
        frame.page_again(&title, content)
    }
}

fn address(frame: &Frame<'_>, film: &Film, rest: &str) -> String {
    frame.to(&format!("/fotos/film/{}{rest}{}", film.id, film.query))
}

fn stands(frame: &Frame<'_>, film: &Film) -> Markup {
    let words = frame.words();
    let (tone, key) = match film.heap {
        Heap::Ready => (Tone::Yes, "heap-ready-hint"),
        Heap::Look => (Tone::Doubt, "heap-look-hint"),
        Heap::Not => (Tone::No, "heap-not-hint"),
    };
    html! {
        div.card {
            p { (tag(tone, words.t(key))) " " (film.wheres.join(", ")) }
            @if !film.reasons.is_empty() { ul { @for reason in &film.reasons { li { (reason) } } } }
            @if film.may_go { p { a.button href=(address(frame, film, "/ophalen")) { (words.t("film-fetch")) } } }
        }
    }
}

/// Who is in it: ticked by hand, with what holds of each.
fn who(frame: &Frame<'_>, film: &Film, errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let nobody = Errors::default();
    let plain = Form::new(frame.locale(), frame.token(), &nobody);
    let chosen = film.groups.iter().find(|group| group.chosen);
    let everybody = [
        Choice::new("ja", words.t("film-complete-yes"), film.complete)
            .hint(words.t("film-complete-hint")),
    ];
    let fields = html! {
        @if let Some(group) = chosen { (hidden("groep", &group.value)) }
        @if !film.first.is_empty() { (plain.checkboxes("eerder", words.t("film-named"), "", &film.first)) }
        @if !film.pupils.is_empty() { (form.checkboxes("wie", words.t("photo-pupils"), "", &film.pupils)) }
        @if !film.staff.is_empty() { (fold(words.t("photo-staff"), plain.checkboxes("staf", words.t("photo-staff"), "", &film.staff))) }
        (form.checkboxes("iedereen", words.t("complete"), "", &everybody))
    };
    html! {
        @if !film.named.is_empty() {
            ul { @for (name, holds) in &film.named {
                @let (tone, key) = if *holds == Holds::May { (Tone::Yes, "face-may") } else { (Tone::No, "face-may-not") };
                li { (name) " " (tag(tone, words.t(key))) }
            } }
        }
        (form.around(&address(frame, film, ""), fields, words.t("photo-keep")))
    }
}

/// Names of another group.
fn names_of(frame: &Frame<'_>, film: &Film) -> Markup {
    let words = frame.words();
    let errors = Errors::default();
    let form = Form::new(frame.locale(), "", &errors);
    html! {
        form method="get" action=(frame.to(&format!("/fotos/film/{}", film.id))) {
            (form.select("groep", words.t("photo-group"), "", &film.groups))
            button.button { (words.t("photo-group-button")) }
        }
    }
}

/// Each place by itself: only a person knows what is to be seen and heard.
fn places(frame: &Frame<'_>, film: &Film, errors: &Errors) -> Markup {
    let words = frame.words();
    if !film.clean {
        return html! { p { (words.t("film-first")) } };
    }
    let form = Form::new(frame.locale(), frame.token(), errors);
    let may: Vec<Choice> = film
        .places
        .iter()
        .filter(|place| place.refused.is_none())
        .map(|place| Choice::new(&place.value, &place.label, place.confirmed))
        .collect();
    html! {
        @if may.is_empty() { p { (words.t("film-nowhere")) } } @else {
            (form.around(&address(frame, film, "/plek"), form.checkboxes("plek", words.t("film-seen"), words.t("film-seen-hint"), &may), words.t("film-confirm")))
        }
        @if film.places.iter().any(|place| place.refused.is_some()) {
            (fold(words.t("film-not-there"), html! { ul { @for place in &film.places { @if let Some(why) = &place.refused { li { (place.label) ": " (why) } } } } }))
        }
    }
}
