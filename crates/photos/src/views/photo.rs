//! One photo: numbered faces, and below it who each of them is.

use faces::Region;
use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Choice, Form, hidden};
use ui::parts::{Tone, fold, tag};

use super::album::away;
use super::crop::{ask_who, undo};
use crate::rules::{Heap, Holds};

/// What can be chosen for a face.
pub(crate) struct Choices {
    pub(crate) first: Vec<Choice>,
    pub(crate) pupils: Vec<Choice>,
    pub(crate) staff: Vec<Choice>,
}

impl Choices {
    fn many(&self) -> usize {
        self.first.len() + self.pupils.len() + self.staff.len()
    }
}

/// A face.
pub(crate) struct Face {
    pub(crate) number: i64,
    pub(crate) place: Region,
    /// The head around it.
    pub(crate) head: Region,
    pub(crate) holds: Holds,
    pub(crate) sure: bool,
    pub(crate) drawn: bool,
    /// It is covered for good: the text that says why.
    pub(crate) fixed: Option<&'static str>,
    pub(crate) choices: Choices,
    /// Who it is, with the address of all their photos, for who may see them.
    pub(crate) person: Option<(String, String)>,
}

/// With at most so many names on a page each name is one tap; with more, a face has a list to open.
const MOST_NAMES: usize = 300;

/// More names than these are found by their letters as well, with script.
const FEW: usize = 9;

/// The page.
#[expect(clippy::struct_excessive_bools, reason = "independent")]
pub(crate) struct Photo {
    pub(crate) number: usize,
    pub(crate) of: usize,
    pub(crate) id: String,
    pub(crate) query: String,
    pub(crate) album: (String, String),
    /// The identity of that album, and of its school.
    pub(crate) ids: (String, String),
    /// What is shown of it, in pixels of the photo as it came in.
    pub(crate) part: Region,
    /// That is not all of it.
    pub(crate) cropped: bool,
    /// Another part may be chosen.
    pub(crate) open_to_crops: bool,
    pub(crate) ready: bool,
    pub(crate) refused: Option<String>,
    /// Which change of its covers the files show.
    pub(crate) made: i64,
    pub(crate) heap: Heap,
    pub(crate) reasons: Vec<String>,
    pub(crate) wheres: Vec<String>,
    pub(crate) faces: Vec<Face>,
    pub(crate) complete: bool,
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
    pub(crate) groups: Vec<Choice>,
    pub(crate) licence: String,
    pub(crate) credit: String,
    pub(crate) by: String,
    pub(crate) added: String,
}

/// The photo.
pub(crate) fn page(frame: &Frame<'_>, photo: &Photo, errors: &Errors) -> Markup {
    let words = frame.words();
    let title = words.f(
        "photo-title",
        &[("n", photo.number.into()), ("of", photo.of.into())],
    );
    let content = html! {
        (errors.summary(frame.locale()))
        (frame.back(&photo.album.1, &photo.album.0))
        h1 { (title) }
        @if let Some(refused) = &photo.refused { p.card { (refused) } }
        @else if !photo.ready { p.card role="status" data-waits { (words.t("photo-waits")) } }
        @else {
            (stands(frame, photo))
            (picture(frame, photo))
            (faces(frame, photo, errors))
            (fold(words.t("draw-title"), missed(frame, photo)))
            (fold(words.t("crop-title"), cropping(frame, photo)))
            (fold(words.t("photo-names-of"), names_of(frame, photo)))
        }
        p.actions {
            @if let Some(before) = &photo.before { a href=(frame.to(before)) { "‹ " (words.t("photo-before")) } " " }
            @if let Some(after) = &photo.after { a href=(frame.to(after)) { (words.t("photo-after")) " ›" } }
        }
        p.soft { (words.f("photo-by", &[("who", photo.by.as_str().into()), ("when", photo.added.as_str().into())])) " " (photo.licence) @if !photo.credit.is_empty() { ": " (photo.credit) } }
        (fold(words.t("photo-erase-title"), html! { p { (words.t("photo-erase-hint")) } (away(frame, &photo.id)) }))
    };
    if errors.is_empty() {
        frame.page(&title, content)
    } else {
        frame.page_again(&title, content)
    }
}

fn stands(frame: &Frame<'_>, photo: &Photo) -> Markup {
    let words = frame.words();
    let (tone, key) = match photo.heap {
        Heap::Ready => (Tone::Yes, "heap-ready-hint"),
        Heap::Look => (Tone::Doubt, "heap-look-hint"),
        Heap::Not => (Tone::No, "heap-not-hint"),
    };
    html! {
        div.card {
            p { (tag(tone, words.t(key))) " " (photo.wheres.join(", ")) }
            @if !photo.reasons.is_empty() { ul { @for reason in &photo.reasons { li { (reason) } } } }
        }
    }
}

/// The sign and the colour of a face.
const fn tone(holds: Holds) -> (Tone, &'static str, &'static str, &'static str) {
    match holds {
        Holds::May => (Tone::Yes, "face-may", "✓", "#14532d"),
        Holds::MayNot => (Tone::No, "face-may-not", "✕", "#8f1414"),
        Holds::Unknown => (Tone::Doubt, "face-unknown", "?", "#7a4a00"),
        Holds::Covered => (Tone::Outside, "face-covered", "■", "#3f4651"),
        Holds::LeftOut => (Tone::Outside, "face-left-out", "", "#3f4651"),
        Holds::NoFace => (Tone::Outside, "face-none", "–", "#3f4651"),
    }
}

/// The photo with its boxes. Colours stand in the drawing itself: they are on a photo, not on a page.
fn picture(frame: &Frame<'_>, photo: &Photo) -> Markup {
    let Region {
        x: from,
        y: above,
        w: width,
        h: height,
    } = photo.part;
    let unit = width.max(height).div_ceil(24).max(1);
    let label = frame
        .words()
        .f("photo-faces", &[("n", photo.faces.len().into())]);
    html! {
        svg.photo viewBox={ (from) " " (above) " " (width) " " (height) } width="100%" role="img" aria-label=(label) data-draw="trek" {
            // The number of the change makes a new address of a new file.
            image href={ "/fotos/beeld/" (photo.id) "/1080?" (photo.made) } x=(from) y=(above) width=(width) height=(height) {}
            @for face in photo.faces.iter().filter(|face| face.holds != Holds::LeftOut) {
                @let (_, _, sign, colour) = tone(face.holds);
                @let Region { x, y, w, h } = face.place;
                @let (left, top) = (x.min((from + width).saturating_sub(2 * unit)).max(from), y.saturating_sub(unit).max(above));
                g data-goes={ "gezicht-" (face.number) } {
                    rect x=(x) y=(y) width=(w) height=(h) fill="none" pointer-events="all" stroke="#fff" stroke-width=(unit.div_ceil(4)) {}
                    rect x=(x) y=(y) width=(w) height=(h) fill="none" stroke=(colour) stroke-width=(unit.div_ceil(8)) stroke-dasharray=[(!face.sure).then_some(unit.to_string())] {}
                    rect x=(left) y=(top) width=(2 * unit) height=(unit) fill=(colour) {}
                    text x=(left + unit) y=(top + unit * 4 / 5) font-size=(unit * 4 / 5) text-anchor="middle" fill="#fff" { (face.number) " " (sign) }
                }
            }
        }
    }
}

fn faces(frame: &Frame<'_>, photo: &Photo, errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let chosen = photo.groups.iter().find(|group| group.chosen);
    let everybody = [
        Choice::new("ja", words.t("complete-yes"), photo.complete).hint(words.t("complete-hint"))
    ];
    let names = photo.faces.iter().map(|face| face.choices.many());
    let open = names.sum::<usize>() <= MOST_NAMES;
    let fields = html! {
        @if let Some(group) = chosen { (hidden("groep", &group.value)) }
        (hidden("album", &photo.ids.0))
        (hidden("school", &photo.ids.1))
        (hidden("foto", &photo.id))
        @if photo.faces.is_empty() { p { (words.t("photo-no-faces")) } }
        @for face in &photo.faces { (one(frame, photo, face, open, errors)) }
        (form.checkboxes("iedereen", words.t("complete"), "", &everybody))
    };
    let actions = html! {
        button.button type="submit" { (words.t("photo-keep")) }
        button.button.quiet type="submit" name="naar" value="bericht" { (words.t("photo-post")) }
    };
    let address = format!("/fotos/foto/{}{}", photo.id, photo.query);
    form.around_with(&frame.to(&address), fields, actions)
}

fn one(frame: &Frame<'_>, photo: &Photo, face: &Face, open: bool, errors: &Errors) -> Markup {
    let words = frame.words();
    let (shape, key, ..) = tone(face.holds);
    let id = format!("gezicht-{}", face.number);
    let error = errors.of(&id);
    if open && face.fixed.is_none() {
        return taps(frame, photo, face, (&id, error));
    }
    let options = |choices: &[Choice]| {
        html! { @for one in choices { option value=(one.value) selected[one.chosen] { (one.label) } } }
    };
    html! {
        div.asked.wrong[error.is_some()] {
            label.field for=(id) { (words.f(if face.drawn { "face-drawn" } else { "face-number" }, &[("n", face.number.into())])) " " (tag(shape, words.t(key))) }
            (close(photo, face))
            @if !face.sure { p.hint { (words.t("face-look")) } }
            @if let Some(error) = error { p.error { (error) } }
            @if let Some(why) = face.fixed { p #(id) tabindex="-1" { (words.t(why)) } } @else {
                select id=(id) name=(id) aria-invalid=[error.map(|_| "true")] {
                    (options(&face.choices.first))
                    @if !face.choices.pupils.is_empty() { optgroup label=(words.t("photo-pupils")) { (options(&face.choices.pupils)) } }
                    @if !face.choices.staff.is_empty() { optgroup label=(words.t("photo-staff")) { (options(&face.choices.staff)) } }
                }
            }
            @if let Some((name, address)) = &face.person { p.hint { a href=(frame.to(address)) { (words.f("person-title", &[("name", name.as_str().into())])) } } }
        }
    }
}

/// The head beside its names, out of the same file as the photo above: far down the page nobody has to remember who number 3 was.
fn close(photo: &Photo, face: &Face) -> Markup {
    let Region { x, y, w, h } = face.head;
    let part = photo.part;
    html! {
        @if face.holds != Holds::LeftOut {
            svg viewBox={ (x) " " (y) " " (w) " " (h) } width="96" height="96" aria-hidden="true" {
                image href={ "/fotos/beeld/" (photo.id) "/1080?" (photo.made) } x=(part.x) y=(part.y) width=(part.w) height=(part.h) {}
            }
        }
    }
}

/// A face with every name at hand: who it is, is one tap.
fn taps(
    frame: &Frame<'_>,
    photo: &Photo,
    face: &Face,
    (id, error): (&str, Option<&str>),
) -> Markup {
    let words = frame.words();
    let (shape, key, ..) = tone(face.holds);
    let names = |choices: &[Choice], of: Option<&str>| {
        html! {
            @let letters = (choices.len() > FEW).then(|| words.t("photo-letters"));
            div.chips data-letters=[letters] role=[of.map(|_| "group")] aria-label=[of.map(|key| words.t(key))] {
                @for one in choices {
                    @let of = format!("{id}-{}", one.value);
                    label.pick-one for=(of) { input id=(of) type="radio" name=(id) value=(one.value) checked[one.chosen]; span { (one.label) } }
                }
            }
        }
    };
    html! {
        fieldset.asked.wrong[error.is_some()] #(id) tabindex="-1" {
            legend.field { (words.f(if face.drawn { "face-drawn" } else { "face-number" }, &[("n", face.number.into())])) " " (tag(shape, words.t(key))) }
            (close(photo, face))
            @if !face.sure { p.hint { (words.t("face-look")) } }
            @if let Some(error) = error { p.error { (error) } }
            (names(&face.choices.first, None))
            @if !face.choices.pupils.is_empty() { (names(&face.choices.pupils, Some("photo-pupils"))) }
            @if !face.choices.staff.is_empty() { (fold(words.t("photo-staff"), names(&face.choices.staff, None))) }
            @if let Some((name, address)) = &face.person { p.hint { a href=(frame.to(address)) { (words.f("person-title", &[("name", name.as_str().into())])) } } }
        }
    }
}

/// A face that was missed: drawn on the photo with script, or a field of a grid of six by six.
fn missed(frame: &Frame<'_>, photo: &Photo) -> Markup {
    let words = frame.words();
    let errors = Errors::default();
    let form = Form::new(frame.locale(), frame.token(), &errors);
    let numbers: Vec<Choice> = (1..=6)
        .map(|at: u32| Choice::new(at.to_string(), at.to_string(), at == 1))
        .collect();
    let sizes = [
        Choice::new("1", words.t("draw-small"), true),
        Choice::new("2", words.t("draw-large"), false),
    ];
    let fields = html! {
        p { (words.t("draw-hint")) }
        (form.select("kolom", words.t("draw-column"), words.t("draw-column-hint"), &numbers))
        (form.select("rij", words.t("draw-row"), words.t("draw-row-hint"), &numbers))
        (form.radios("groot", words.t("draw-size"), "", &sizes))
    };
    let address = frame.to(&format!("/fotos/foto/{}/gezicht{}", photo.id, photo.query));
    html! {
        (form.around(&address, fields, words.t("draw-button")))
        // Sent by script alone, when somebody drew a rectangle.
        form #trek method="post" action=(address) hidden {
            (hidden("csrf", frame.token()))
            @for name in ["x", "y", "w", "h"] { (hidden(name, "")) }
        }
    }
}

/// A part of the photo that leaves somebody out.
fn cropping(frame: &Frame<'_>, photo: &Photo) -> Markup {
    let words = frame.words();
    let is_face = |face: &&Face| face.holds != Holds::NoFace;
    // Who may not be shown is what a crop is mostly for.
    let out = |face: &Face| (face.number, face.holds == Holds::MayNot);
    let faces: Vec<(i64, bool)> = photo.faces.iter().filter(is_face).map(out).collect();
    html! {
        @if photo.cropped { p { (words.t("crop-there")) } }
        @if !photo.open_to_crops { p { (words.t("crop-closed")) } }
        @else if photo.cropped { (undo(frame, &photo.id, &photo.query)) }
        @else if faces.is_empty() { p { (words.t("photo-no-faces")) } }
        @else { (ask_who(frame, &photo.id, &photo.query, &faces)) }
    }
}

/// Names of another group.
fn names_of(frame: &Frame<'_>, photo: &Photo) -> Markup {
    let words = frame.words();
    let errors = Errors::default();
    let form = Form::new(frame.locale(), "", &errors);
    let address = format!("/fotos/foto/{}", photo.id);
    html! {
        form method="get" action=(frame.to(&address)) {
            (form.select("groep", words.t("photo-group"), "", &photo.groups))
            button.button { (words.t("photo-group-button")) }
        }
    }
}
