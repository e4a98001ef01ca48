//! One album: three heaps, and where photos come in.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Choice, Field, Form, hidden};
use ui::layout::in_language;
use ui::lists::empty;
use ui::parts::{Tone, fold, tag};

use super::thumbnail;

/// A photo in a heap.
pub(crate) struct Item {
    pub(crate) number: usize,
    pub(crate) id: String,
    pub(crate) address: String,
    /// Of its picture, once there is one.
    pub(crate) size: Option<(u32, u32)>,
    pub(crate) film: bool,
    pub(crate) reasons: Vec<String>,
}

/// The page.
pub(crate) struct Album {
    pub(crate) name: String,
    pub(crate) day: String,
    pub(crate) group: Option<String>,
    pub(crate) address: String,
    pub(crate) school: String,
    pub(crate) wheres: Vec<Choice>,
    /// Ready, to be looked at, not like this.
    pub(crate) heaps: [Vec<Item>; 3],
    /// Files that were not taken.
    pub(crate) refused: Vec<Item>,
    pub(crate) licences: Vec<Choice>,
    /// Bytes of the largest file that is taken.
    pub(crate) most: u64,
}

const HEAPS: [(&str, &str, Tone); 3] = [
    ("heap-ready", "heap-ready-hint", Tone::Yes),
    ("heap-look", "heap-look-hint", Tone::Doubt),
    ("heap-not", "heap-not-hint", Tone::No),
];

/// The way to a post with these photos: the word that publishes takes them on at this address.
fn onward(frame: &Frame<'_>, album: &Album) -> Markup {
    html! {
        form.no-print method="post" action=(frame.to("/berichten")) {
            (hidden("csrf", frame.token()))
            (hidden("album", album.address.trim_start_matches("/fotos/")))
            (hidden("school", &album.school))
            div.actions { button.button.quiet type="submit" { (frame.words().t("album-post")) } }
        }
    }
}

/// The album.
pub(crate) fn page(frame: &Frame<'_>, album: &Album) -> Markup {
    let words = frame.words();
    let chosen = album.wheres.iter().filter(|one| one.chosen);
    let wheres: Vec<&str> = chosen.map(|one| one.label.as_str()).collect();
    let any = album.heaps.iter().any(|heap| !heap.is_empty());
    let content = html! {
        (frame.back("/fotos", words.t("menu-photos")))
        h1 { (album.name) }
        p.lead { (album.day) @if let Some(group) = &album.group { ", " (group) } }
        @if !any { (empty(words.t("album-empty"))) } @else {
            p { (words.t("album-for")) " " strong { (wheres.join(", ")) } }
            div.no-print { (fold(words.t("album-other"), places(frame, album))) }
        }
        @for ((title, hint, tone), heap) in HEAPS.into_iter().zip(&album.heaps) {
            @if !heap.is_empty() {
                h2 { (words.f(title, &[("n", heap.len().into())])) }
                p { (tag(tone, words.t(hint))) }
                (items(frame, heap))
                @if title == "heap-ready" { (onward(frame, album)) }
            }
        }
        @if !album.refused.is_empty() {
            h2 { (words.t("album-refused")) }
            ul.tasks { @for item in &album.refused { li {
                span { strong { (number(frame, item)) } @for reason in &item.reasons { small { (reason) } } }
                (away(frame, &item.id))
            } } }
        }
        h2 #stuur { (words.t("send-title")) }
        (send(frame, album))
    };
    frame.page(&album.name, content)
}

fn number(frame: &Frame<'_>, item: &Item) -> String {
    let key = if item.film {
        "film-number"
    } else {
        "photo-number"
    };
    frame.words().f(key, &[("n", item.number.into())])
}

fn items(frame: &Frame<'_>, items: &[Item]) -> Markup {
    html! {
        ul.tasks {
            @for item in items {
                @let name = number(frame, item);
                li {
                    a href=(frame.to(&item.address)) {
                        @if item.size.is_none() { (name) }
                        (thumbnail(&item.id, item.size, &name))
                    }
                    span { strong { (name) } @for reason in &item.reasons { small { (reason) } } }
                }
            }
        }
    }
}

/// The button that erases a photo.
pub(super) fn away(frame: &Frame<'_>, id: &str) -> Markup {
    html! {
        form method="post" action=(frame.to(&format!("/fotos/foto/{id}/weg"))) {
            (hidden("csrf", frame.token()))
            button.button.quiet { (frame.words().t("photo-erase")) }
        }
    }
}

fn places(frame: &Frame<'_>, album: &Album) -> Markup {
    let words = frame.words();
    let errors = Errors::default();
    let form = Form::new(frame.locale(), "", &errors);
    html! {
        form method="get" action=(in_language(frame.locale(), &album.address)) {
            (form.checkboxes("waar", words.t("album-where"), "", &album.wheres))
            button.button { (words.t("album-look")) }
        }
    }
}

/// Works without script as one form with all files. With it, each file goes by itself: what is there already is not sent, and
/// what broke off is sent again.
fn send(frame: &Frame<'_>, album: &Album) -> Markup {
    let words = frame.words();
    let errors = Errors::default();
    let form = Form::new(frame.locale(), frame.token(), &errors);
    html! {
        form method="post" enctype="multipart/form-data" action=(frame.to(&format!("{}/stuur", album.address)))
            data-next=(frame.to(&format!("{}/verder", album.address)))
            data-send=(frame.to(&format!("{}/bekend", album.address)))
            data-part=(frame.to(&format!("{}/deel", album.address))) data-shared=(words.f("share-there", &[("n", "{n}".into())])) data-told=(words.f("send-told", &[("n", "{n}".into()), ("of", "{of}".into())])) data-broke=(words.t("send-broke"))
            data-most=(album.most) data-heavy=(words.f("send-heavy", &[("most", (album.most >> 20).into())])) {
            (hidden("csrf", frame.token()))
            div.asked {
                label.field for="fotos" { (words.t("send-files")) }
                p.hint #fotos-hint { (words.t("send-hint")) }
                input #fotos name="fotos" type="file" multiple required accept="image/jpeg,image/png,image/webp,image/heic,.heic,video/mp4,video/quicktime,video/webm" aria-describedby="fotos-hint";
            }
            (form.radios("licentie", words.t("send-licence"), "", &album.licences))
            (form.field(&Field::text("maker", words.t("send-maker")).hint(words.t("send-maker-hint")).optional()))
            div.actions { button.button { (words.t("send-button")) } }
            p role="status" {}
        }
    }
}
