//! Faces found on real photos, and who can be told apart once covered. `benches/photos/gather.sh` brings the photos; `labels.json`
//! says where their faces are, by hand: what a detector proposed at a very low threshold was taken, thrown away or drawn anew by eye.
//! What counts neither way (blurred, cut off, seen from behind) is in `ignore`.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a bench stops at the first surprise"
)]

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

use faces::{Cover, Face, Limits, Photo, Region};
use serde::Deserialize;
use testkit::bench::{Section, short};

/// So much of two boxes is shared where they are the same face.
const SAME: f32 = 0.35;
/// Widths of faces, in pixels, from which a row begins.
const SIZES: [f32; 5] = [0.0, 24.0, 48.0, 96.0, 192.0];
/// People to tell apart.
const PEOPLE: usize = 50;

#[derive(Deserialize)]
struct Label {
    file: String,
    #[serde(default)]
    faces: Vec<[f32; 4]>,
    #[serde(default)]
    ignore: Vec<[f32; 4]>,
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
    found(&photos, &mut section);
    lying(&photos, &mut section);
    told_apart(&photos, &mut section);
    section.finish()
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
        for label in labels {
            let bytes = std::fs::read(folder.join(&package).join(&label.file)).ok()?;
            let photo = Photo::read(&bytes, &Limits::default()).expect("a photo");
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

fn found(photos: &[(Label, Photo)], section: &mut Section) {
    let (mut all, mut sizes) = (Tally::default(), [Tally::default(); SIZES.len()]);
    let (mut right, mut wrong) = (0_u32, 0_u32);
    for (label, photo) in photos {
        let faces = photo.faces();
        for place in &label.faces {
            let seen = faces.iter().any(|face| shared(face, *place) >= SAME);
            let size = SIZES
                .iter()
                .rposition(|from| place[2] >= *from)
                .expect("a size");
            for tally in [&mut all, &mut sizes[size]] {
                tally.there += 1;
                tally.found += u32::from(seen);
            }
            if !seen {
                println!("missed: {} {place:?}", label.file);
            }
        }
        for face in &faces {
            if label.faces.iter().any(|place| shared(face, *place) >= SAME) {
                right += 1;
            } else if !is_ignored(face, &label.ignore) {
                wrong += 1;
                println!("no face: {} {face:?}", label.file);
            }
        }
    }
    let many = u32::try_from(photos.len()).expect("few");
    let recall = f64::from(all.found) / f64::from(all.there);
    section.asked(
        "faces found on real photos, default setting",
        "99.6 %",
        &all.percent(),
        &format!(
            "{} of {} faces, {many} photos; labels by hand",
            all.found, all.there
        ),
        recall >= 0.996,
    );
    for (at, tally) in sizes
        .iter()
        .enumerate()
        .filter(|(_, tally)| tally.there > 0)
    {
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
    let precision = f64::from(right) / f64::from(right + wrong);
    section.asked(
        "boxes that are a face",
        "94 %",
        &format!("{} %", short(100.0 * precision)),
        &format!(
            "{wrong} of {} boxes are none; {empty} of the photos hold no face",
            right + wrong
        ),
        precision >= 0.94,
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
        let factor = short_side(height) / short_side(photo.size().1);
        for [x, y, w, h] in &label.faces {
            let place = [
                short_side(height) - (y + h) * factor,
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
fn short_side(side: u32) -> f32 {
    side as f32
}

/// Covers portraits, and looks for each among the covers of all: the nearest by the colours of its squares.
fn told_apart(photos: &[(Label, Photo)], section: &mut Section) {
    let portraits = photos
        .iter()
        .filter(|(label, _)| label.file.contains("/faces/") && label.faces.len() == 1);
    let portraits: Vec<&(Label, Photo)> = portraits.take(PEOPLE).collect();
    for (how, said) in [
        (Cover::Solid, "one colour, as it is by default"),
        (Cover::Mosaic, "squares, where somebody chooses them"),
    ] {
        // Of the gallery the photo itself is known; what is shown was taken a little darker, and from a step aside.
        let known: Vec<Vec<f64>> = portraits.iter().map(|one| covered(one, how, 0)).collect();
        let shown: Vec<Vec<f64>> = portraits.iter().map(|one| covered(one, how, 8)).collect();
        let hits: f64 = shown
            .iter()
            .enumerate()
            .map(|(at, one)| hit(&known, one, at))
            .sum();
        let asked = if how == Cover::Solid { "1" } else { "" };
        let what = format!("of {PEOPLE} covered people found again by the nearest colours: {said}");
        let beside = "chance is 1; whoever looks has the other photo of everybody";
        if how == Cover::Solid {
            section.asked(&what, asked, &short(hits), beside, hits <= 1.0 + 1e-9);
        } else {
            section.row(&what, asked, &short(hits), beside);
        }
    }
}

/// One if this is the nearest, and the part of it that chance leaves where several are as near.
fn hit(known: &[Vec<f64>], one: &[f64], at: usize) -> f64 {
    let far =
        |other: &Vec<f64>| -> f64 { other.iter().zip(one).map(|(a, b)| (a - b) * (a - b)).sum() };
    let all: Vec<f64> = known.iter().map(far).collect();
    let nearest = all.iter().copied().fold(f64::INFINITY, f64::min);
    let as_near = all.iter().filter(|far| **far <= nearest).count();
    if all[at] <= nearest {
        1.0 / f64::from(u32::try_from(as_near).expect("few"))
    } else {
        0.0
    }
}

/// The colours of a covered head on a grid of eight by eight.
fn covered((label, photo): &(Label, Photo), how: Cover, darker: u8) -> Vec<f64> {
    let mut picture = photo.master().clone();
    for value in &mut picture.pixels {
        *value = value.saturating_sub(darker);
    }
    let png = png(&picture.pixels, picture.width, picture.height);
    let mut photo = Photo::read(&png, &Limits::default()).expect("a photo");
    let [x, y, w, h] = label.faces[0].map(f64::from);
    let aside = f64::from(darker) / 4.0;
    let head = Region::around(
        (x - 0.25 * w + aside).max(0.0),
        (y - 0.35 * h + aside).max(0.0),
        1.5 * w,
        1.6 * h,
    );
    photo.cover(&[head], how);
    let master = photo.master();
    let mut colours = Vec::new();
    for row in 0..8_u32 {
        for column in 0..8_u32 {
            let x = (head.x + head.w * (2 * column + 1) / 16).min(master.width - 1);
            let y = (head.y + head.h * (2 * row + 1) / 16).min(master.height - 1);
            let at = (y * master.width + x) as usize * 3;
            colours.extend(
                master.pixels[at..at + 3]
                    .iter()
                    .map(|value| f64::from(*value)),
            );
        }
    }
    colours
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
