//! The parts of a photo that leave somebody out.

use faces::Region;
use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Choice, Form, hidden};

/// The page.
pub(crate) struct Crops {
    pub(crate) id: String,
    pub(crate) album: String,
    pub(crate) query: String,
    /// Of the photo as it came in.
    pub(crate) size: (u32, u32),
    /// Which change the files show.
    pub(crate) made: i64,
    /// A part may be chosen, or undone.
    pub(crate) open: bool,
    /// A part is shown now.
    pub(crate) cropped: bool,
    /// The faces by number, where they are, and whether each is to be left out.
    pub(crate) faces: Vec<(i64, Region, bool)>,
    /// Who is left out, by number.
    pub(crate) out: Vec<i64>,
    pub(crate) parts: Vec<Region>,
    /// Everybody else stays in the photo whole.
    pub(crate) others_stay: bool,
}

/// The parts to choose from.
pub(crate) fn page(frame: &Frame<'_>, crops: &Crops, errors: &Errors) -> Markup {
    let words = frame.words();
    let content = html! {
        (errors.summary(frame.locale()))
        (frame.back(&address(crops, ""), words.t("crop-back")))
        h1 { (words.t("crop-title")) }
        p.lead { (crops.album) }
        @if crops.cropped {
            p { (words.t("crop-there")) }
            @if crops.open { (undo(frame, &crops.id, &crops.query)) } @else { p.card { (words.t("crop-closed")) } }
        } @else if !crops.open { p.card { (words.t("crop-closed")) } }
        @else {
            @if !crops.out.is_empty() { (parts(frame, crops, errors)) }
            @if !crops.faces.is_empty() { h2 { (words.t("crop-who")) } (who(frame, crops)) }
        }
    };
    if errors.is_empty() {
        frame.page(words.t("crop-title"), content)
    } else {
        frame.page_again(words.t("crop-title"), content)
    }
}

fn address(crops: &Crops, rest: &str) -> String {
    format!("/fotos/foto/{}{rest}{}", crops.id, crops.query)
}

fn parts(frame: &Frame<'_>, crops: &Crops, errors: &Errors) -> Markup {
    let words = frame.words();
    if crops.parts.is_empty() {
        return html! { p.card { (words.t("crop-none")) } };
    }
    let form = Form::new(frame.locale(), frame.token(), errors);
    let fields = html! {
        @for number in &crops.out { (hidden("weg", &number.to_string())) }
        fieldset.asked.wrong[errors.of("deel").is_some()] {
            legend.field { (words.t("crop-which")) }
            @if !crops.others_stay { p.hint { (words.t("crop-others")) } }
            @if let Some(error) = errors.of("deel") { p.error { (error) } }
            @for (at, part) in crops.parts.iter().enumerate() {
                @let id = if at == 0 { "deel".to_owned() } else { format!("deel-{at}") };
                label.pick-one for=(id) {
                    input id=(id) name="deel" type="radio" value=(at) checked[at == 0];
                    span { (said(frame, crops, at, part)) (picture(crops, part)) }
                }
            }
        }
    };
    form.around(
        &frame.to(&address(crops, "/uitsnede")),
        fields,
        words.t("crop-button"),
    )
}

/// A part in words: its number and how much of the photo it is.
fn said(frame: &Frame<'_>, crops: &Crops, at: usize, part: &Region) -> String {
    let of = |side: u32, whole: u32| (u64::from(side) * 100).div_euclid(u64::from(whole.max(1)));
    let values = [
        ("n", (at + 1).into()),
        ("wide", of(part.w, crops.size.0).into()),
        ("high", of(part.h, crops.size.1).into()),
    ];
    frame.words().f("crop-part", &values)
}

/// The photo with all but a part of it darkened, and the numbers of its faces. Colours stand in the drawing itself: they are on a
/// photo, not on a page.
fn picture(crops: &Crops, part: &Region) -> Markup {
    let (width, height) = crops.size;
    let Region { x, y, w, h } = *part;
    // On a phone the photo is three hundred pixels wide: a number of a sixteenth can be read there.
    let unit = width.max(height).div_ceil(16).max(1);
    let dark = format!("M0 0h{width}v{height}h-{width}zM{x} {y}v{h}h{w}v-{h}z");
    html! {
        svg.photo viewBox={ "0 0 " (width) " " (height) } width="100%" aria-hidden="true" {
            image href={ "/fotos/beeld/" (crops.id) "/1080?" (crops.made) } width=(width) height=(height) {}
            path d=(dark) fill="#000" fill-opacity=".7" {}
            rect x=(x) y=(y) width=(w) height=(h) fill="none" stroke="#fff" stroke-width=(width.max(height) / 150 + 1) {}
            @for (number, face, _) in &crops.faces {
                @let (x, y) = (face.x, face.y.saturating_sub(unit));
                rect x=(x) y=(y) width=(unit) height=(unit) fill="#3f4651" {}
                text x=(x + unit / 2) y=(y + unit * 4 / 5) font-size=(unit * 4 / 5) text-anchor="middle" fill="#fff" { (number) }
            }
        }
    }
}

/// Whom to leave out, by number: a question that changes nothing yet.
fn who(frame: &Frame<'_>, crops: &Crops) -> Markup {
    let faces = crops.faces.iter().map(|(number, _, out)| (*number, *out));
    let choices: Vec<(i64, bool)> = faces.collect();
    ask_who(frame, &crops.id, &crops.query, &choices)
}

/// The form that asks whom to leave out.
pub(super) fn ask_who(frame: &Frame<'_>, id: &str, query: &str, faces: &[(i64, bool)]) -> Markup {
    let words = frame.words();
    let errors = Errors::default();
    let form = Form::new(frame.locale(), "", &errors);
    let choices: Vec<Choice> = faces
        .iter()
        .map(|(number, out)| {
            let label = words.f("face-number", &[("n", (*number).into())]);
            Choice::new(number.to_string(), label, *out)
        })
        .collect();
    let places = query.trim_start_matches('?').split('&');
    let places = places.filter_map(|pair| pair.split_once('='));
    html! {
        form method="get" action=(frame.to(&format!("/fotos/foto/{id}/uitsnede"))) {
            @for (key, value) in places { (hidden(key, value)) }
            (form.checkboxes("weg", words.t("crop-out"), words.t("crop-out-hint"), &choices))
            button.button { (words.t("crop-look")) }
        }
    }
}

/// The button that shows the whole photo again.
pub(super) fn undo(frame: &Frame<'_>, id: &str, query: &str) -> Markup {
    let action = frame.to(&format!("/fotos/foto/{id}/heel{query}"));
    html! {
        form method="post" action=(action) {
            (hidden("csrf", frame.token()))
            button.button.quiet { (frame.words().t("crop-undo")) }
        }
    }
}
