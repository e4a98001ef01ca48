//! Faces found on real photos, and who can be told apart once covered. `benches/photos/gather.sh` brings the photos; `labels.json`
//! says where their faces are, by hand: what a detector proposed at a very low threshold was taken, thrown away or drawn anew by eye.
//! What counts neither way (blurred, cut off, seen from behind) is in `ignore`; only the heads of one audience, seen from behind,
//! are not: boxes there count as mistakes.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a bench stops at the first surprise"
)]

mod boxes;
mod covers;
mod like;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

use faces::{Face, Limits, Photo, Picture, Refusal};
use serde::Deserialize;
use testkit::bench::{Section, short};

/// So much of two boxes is shared where they are the same face.
const SAME: f32 = 0.35;
/// Widths of faces, in pixels, from which a row begins.
const SIZES: [f32; 5] = [0.0, 24.0, 48.0, 96.0, 192.0];
/// On photos of these packages it was chosen what the detector drops; all others came later and changed nothing.
const CHOSEN_ON: [&str; 6] = [
    "admin-lte@3.2.0",
    "gentelella@4.2.0",
    "material-kit@2.0.4",
    "soft-ui-design-system@1.0.4",
    "startbootstrap-creative@7.0.7",
    "tabler-ui@0.0.34",
];

#[derive(Deserialize)]
struct Label {
    file: String,
    #[serde(default)]
    faces: Vec<[f32; 4]>,
    #[serde(default)]
    ignore: Vec<[f32; 4]>,
    /// No rule of the detector was chosen on it.
    #[serde(skip)]
    apart: bool,
}

#[derive(Default, Clone, Copy)]
struct Tally {
    there: u32,
    found: u32,
}

impl Tally {
    fn percent(self) -> String {
        format!(
            "{} %",
            short(100.0 * f64::from(self.found) / f64::from(self.there.max(1)))
        )
    }
}

fn main() -> ExitCode {
    let mut section = Section::new(
        "photos",
        "benches/photos/gather.sh && cargo bench -p faces --bench photos -- --write",
    );
    let Some(photos) = photos() else {
        println!("there are no photos: run benches/photos/gather.sh first");
        return ExitCode::SUCCESS;
    };
    let parts: [(&str, Part); 7] = [
        ("found", found),
        ("like", like::like),
        ("apart", held_apart),
        ("crowds", crowds),
        ("lying", lying),
        ("covered", covers::covers),
        ("boxes", boxes::same),
    ];
    let named: Vec<String> = std::env::args().collect();
    let is_named = |name: &str| named.iter().any(|one| one == name);
    let all = !parts.iter().any(|(name, _)| is_named(name));
    for (_, part) in parts.iter().filter(|(name, _)| all || is_named(name)) {
        part(&photos, &mut section);
    }
    if all {
        section.finish()
    } else {
        section.finish_in_part()
    }
}

/// What can be measured alone: `found`, `like`, `apart`, `crowds`, `lying`, `covered` or `boxes` as an argument.
type Part = fn(&[(Label, Photo)], &mut Section);

// The heads of the scenes.
const ASTRONAUT: &[u8] = include_bytes!("../../crates/faces/tests/photos/astronaut.jpg");
const HOPPER: &[u8] = include_bytes!("../../crates/faces/tests/photos/hopper.jpg");
const JOCONDE: &[u8] = include_bytes!("../../crates/faces/tests/photos/joconde.jpg");

fn read(bytes: &[u8]) -> Result<Photo, Refusal> {
    Photo::read(bytes, &Limits::default())
}

fn photos() -> Option<Vec<(Label, Photo)>> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let folder = target
        .unwrap_or_else(|| testkit::repo::root().join("target"))
        .join("photos");
    let labels: BTreeMap<String, Vec<Label>> =
        serde_json::from_str(include_str!("labels.json")).expect("labels");
    let mut photos = Vec::new();
    for (package, labels) in labels {
        for mut label in labels {
            label.apart = !CHOSEN_ON.contains(&package.as_str());
            let bytes = std::fs::read(folder.join(&package).join(&label.file)).ok()?;
            let photo = read(&bytes).expect("a photo");
            photos.push((label, photo));
        }
    }
    Some(photos)
}

fn shared(face: &Face, [x, y, w, h]: [f32; 4]) -> f32 {
    let wide = (face.x + face.w).min(x + w) - face.x.max(x);
    let high = (face.y + face.h).min(y + h) - face.y.max(y);
    let both = wide.max(0.0) * high.max(0.0);
    both / (face.w * face.h + w * h - both)
}

/// A box that lies mostly in a place that counts neither way.
fn is_ignored(face: &Face, places: &[[f32; 4]]) -> bool {
    places.iter().any(|[x, y, w, h]| {
        let wide = (face.x + face.w).min(x + w) - face.x.max(*x);
        let high = (face.y + face.h).min(y + h) - face.y.max(*y);
        wide.max(0.0) * high.max(0.0) > 0.4 * (face.w * face.h).min(w * h)
    })
}

/// What was found in some photos.
#[derive(Default)]
struct Found {
    all: Tally,
    sizes: [Tally; SIZES.len()],
    /// Boxes that are a face, and those that are none.
    right: u32,
    wrong: u32,
}

impl Found {
    fn add(&mut self, label: &Label, photo: &Photo) {
        let faces = photo.faces();
        for place in &label.faces {
            let seen = faces.iter().any(|face| shared(face, *place) >= SAME);
            let size = SIZES
                .iter()
                .rposition(|from| place[2] >= *from)
                .expect("a size");
            for tally in [&mut self.all, &mut self.sizes[size]] {
                tally.there += 1;
                tally.found += u32::from(seen);
            }
            if !seen {
                println!("missed: {} {place:?}", label.file);
            }
        }
        for face in &faces {
            if label.faces.iter().any(|place| shared(face, *place) >= SAME) {
                self.right += 1;
            } else if !is_ignored(face, &label.ignore) {
                self.wrong += 1;
                println!("no face: {} {face:?}", label.file);
            }
        }
    }

    fn precision(&self) -> f64 {
        f64::from(self.right) / f64::from(self.right + self.wrong)
    }
}

fn found(photos: &[(Label, Photo)], section: &mut Section) {
    let mut found = Found::default();
    for (label, photo) in photos {
        found.add(label, photo);
    }
    let many = u32::try_from(photos.len()).expect("few");
    let Found {
        all, right, wrong, ..
    } = found;
    section.asked(
        "faces found on real photos, default setting",
        "99.6 %",
        &all.percent(),
        &format!(
            "{} of {} faces, {many} photos; labels by hand",
            all.found, all.there
        ),
        f64::from(all.found) / f64::from(all.there) >= 0.996,
    );
    let sizes = found.sizes.iter().enumerate();
    for (at, tally) in sizes.filter(|(_, tally)| tally.there > 0) {
        let what = SIZES.get(at + 1).map_or_else(
            || format!("of them {} pixels wide and more", SIZES[at]),
            |to| format!("of them {} to {to} pixels wide", SIZES[at]),
        );
        let beside = format!("{} of {}", tally.found, tally.there);
        section.row(&what, "", &tally.percent(), &beside);
    }
    let empty = photos
        .iter()
        .filter(|(label, _)| label.faces.is_empty())
        .count();
    section.asked(
        "boxes that are a face",
        "94 %",
        &format!("{} %", short(100.0 * found.precision())),
        &format!(
            "{wrong} of {} boxes are none; {empty} of the photos hold no face",
            right + wrong
        ),
        found.precision() >= 0.94,
    );
    let each = f64::from(wrong) / f64::from(many);
    section.asked(
        "boxes that are none, a photo",
        "0.6",
        &short(each),
        "each is one click",
        each <= 0.6,
    );
}

/// Only the photos that no rule was chosen on.
fn held_apart(photos: &[(Label, Photo)], section: &mut Section) {
    let mut found = Found::default();
    let apart: Vec<&(Label, Photo)> = photos.iter().filter(|(label, _)| label.apart).collect();
    for (label, photo) in &apart {
        found.add(label, photo);
    }
    let all = found.all;
    section.row(
        "faces found on photos that no rule of the detector was chosen on",
        "",
        &all.percent(),
        &format!(
            "{} of {} faces, {} photos",
            all.found,
            all.there,
            apart.len()
        ),
    );
    section.row(
        "boxes that are a face, on those",
        "",
        &format!("{} %", short(100.0 * found.precision())),
        &format!("{} of {} are none", found.wrong, found.right + found.wrong),
    );
}

/// Crowds: the heads of all portraits on one sheet of 2048 pixels, each face so many pixels wide.
fn crowds(photos: &[(Label, Photo)], section: &mut Section) {
    for wide in [32.0, 24.0, 20.0, 16.0, 12.0, 8.0] {
        let (sheet, places) = sheet(photos, wide);
        let faces = sheet.faces();
        let seen = |place: &&[f32; 4]| faces.iter().any(|face| shared(face, **place) >= SAME);
        let there = u32::try_from(places.len()).expect("few");
        let found = u32::try_from(places.iter().filter(seen).count()).expect("few");
        let wrong = faces
            .iter()
            .filter(|face| !places.iter().any(|place| shared(face, *place) >= 0.1));
        let what = format!(
            "heads of the portraits together on one sheet of 2048 pixels, faces {wide} pixels wide"
        );
        let beside = format!("{found} of {there}; {} boxes beside them", wrong.count());
        section.row(&what, "", &Tally { there, found }.percent(), &beside);
    }
}

/// Columns and rows of pixels of a sheet, and the side of the place of one head on it.
const SHEET: (u32, u32) = (2048, 1536);
const PLACE: u32 = 100;

/// A sheet with the head of every photo with one face that is large enough to be made smaller, and where the faces are on it.
fn sheet(photos: &[(Label, Photo)], wide: f32) -> (Photo, Vec<[f32; 4]>) {
    let (columns, rows) = (SHEET.0 / PLACE, SHEET.1 / PLACE);
    let heads = photos.iter().filter(|(label, photo)| {
        let master = photo.master();
        let whole = photo.size() == (master.width, master.height);
        whole && label.faces.len() == 1 && label.faces[0][2] >= 32.0
    });
    let mut pixels = vec![128_u8; (SHEET.0 * SHEET.1 * 3) as usize];
    let mut places = Vec::new();
    for (at, (label, photo)) in (0..columns * rows).zip(heads) {
        let (left, top) = (at % columns * PLACE, at / columns * PLACE);
        let [x, y, w, h] = label.faces[0];
        let factor = w / wide;
        // The face in the middle, with what is around it as far as the photo goes.
        let (x, y) = (x + w / 2.0, y + h / 2.0);
        let middle = number(PLACE) / 2.0;
        for row in 0..PLACE {
            for column in 0..PLACE {
                let from = |of: f32, at: u32| of + (number(at) - middle) * factor;
                let colour = average(photo.master(), from(x, column), from(y, row), factor);
                let to = ((top + row) * SHEET.0 + left + column) as usize * 3;
                pixels[to..to + 3].copy_from_slice(&colour);
            }
        }
        let (w, h) = (wide, h / factor);
        let (x, y) = (number(left) + middle, number(top) + middle);
        places.push([x - w / 2.0, y - h / 2.0, w, h]);
    }
    let file = png(&pixels, SHEET.0, SHEET.1);
    (
        Photo::read(&file, &Limits::default()).expect("a photo"),
        places,
    )
}

/// The average of a square of pixels, this many a side; grey outside the picture.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole pixels, held to the picture"
)]
fn average(picture: &Picture, x: f32, y: f32, side: f32) -> [u8; 3] {
    let inside = |at: f32, most: u32| at >= 0.0 && at + side <= number(most);
    if !inside(x, picture.width) || !inside(y, picture.height) {
        return [128; 3];
    }
    let cut = |from: f32| from as u32..((from + side.max(1.0)) as u32).max(from as u32 + 1);
    let (mut sums, mut many) = ([0_u32; 3], 0);
    for y in cut(y) {
        for x in cut(x) {
            let at =
                (y.min(picture.height - 1) * picture.width + x.min(picture.width - 1)) as usize;
            let pixel = picture.pixels.as_chunks::<3>().0[at];
            for (sum, value) in sums.iter_mut().zip(pixel) {
                *sum += u32::from(value);
            }
            many += 1;
        }
    }
    sums.map(|sum| u8::try_from(sum / many).expect("an average"))
}

/// The same faces on photos that lie on their side, as nobody said that they do: what the turned passes find.
fn lying(photos: &[(Label, Photo)], section: &mut Section) {
    let mut tally = Tally::default();
    for (label, photo) in photos.iter().filter(|(label, _)| !label.faces.is_empty()) {
        let master = photo.master();
        let (width, height) = (master.width, master.height);
        let (from, _) = master.pixels.as_chunks::<3>();
        let turned: Vec<u8> = (0..width)
            .flat_map(|x| (0..height).rev().map(move |y| (y * width + x) as usize))
            .flat_map(|at| from[at])
            .collect();
        let turned =
            Photo::read(&png(&turned, height, width), &Limits::default()).expect("a photo");
        let faces = turned.faces();
        let factor = number(height) / number(photo.size().1);
        for [x, y, w, h] in &label.faces {
            let place = [
                number(height) - (y + h) * factor,
                x * factor,
                h * factor,
                w * factor,
            ];
            tally.there += 1;
            tally.found += u32::from(faces.iter().any(|face| shared(face, place) >= SAME));
        }
    }
    let beside = "nobody said which side is up";
    section.row(
        "the same faces, lying on their side",
        "",
        &tally.percent(),
        beside,
    );
}

#[expect(clippy::cast_precision_loss, reason = "sides are small")]
fn number(side: u32) -> f32 {
    side as f32
}

fn png(pixels: &[u8], width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(pixels).expect("pixels");
    writer.finish().expect("a file");
    bytes
}
