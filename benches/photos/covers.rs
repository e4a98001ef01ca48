//! What a cover leaves: to the detector, and to somebody who has another photo of everybody.

use faces::{Cover, Limits, Photo, Region};
use testkit::bench::{Section, short};

use crate::{Label, Tally, is_ignored, png};

/// Ways to cover, as the rows call them.
const COVERS: [(Cover, &str); 2] = [
    (Cover::Solid, "one colour, as it is by default"),
    (Cover::Mosaic, "squares, where somebody chooses them"),
];
/// People to tell apart.
const PEOPLE: usize = 50;

/// What a cover leaves to the detector, and to somebody who compares.
pub(crate) fn covers(photos: &[(Label, Photo)], section: &mut Section) {
    found_again(photos, section);
    told_apart(photos, section);
}

/// Covers portraits, and looks for each among the covers of all: the nearest by the colours of its squares.
fn told_apart(photos: &[(Label, Photo)], section: &mut Section) {
    let portraits = photos
        .iter()
        .filter(|(label, _)| label.file.contains("/faces/") && label.faces.len() == 1);
    let portraits: Vec<&(Label, Photo)> = portraits.take(PEOPLE).collect();
    for (how, said) in COVERS {
        // Of the gallery the photo itself is known; what is shown was taken a little darker, and from a step aside.
        let known: Vec<Vec<f64>> = portraits.iter().map(|one| covered(one, how, 0)).collect();
        let shown: Vec<Vec<f64>> = portraits.iter().map(|one| covered(one, how, 8)).collect();
        let hits: f64 = shown
            .iter()
            .enumerate()
            .map(|(at, one)| hit(&known, one, at))
            .sum();
        let what = format!("of {PEOPLE} covered people found again by the nearest colours: {said}");
        let beside = "chance is 1; whoever looks has the other photo of everybody";
        section.asked(&what, "1", &short(hits), beside, hits <= 1.0 + 1e-9);
    }
}

/// Covers every face by hand and every face that is found, and looks again.
fn found_again(photos: &[(Label, Photo)], section: &mut Section) {
    for (how, said) in COVERS {
        let mut tally = Tally::default();
        for (label, photo) in photos.iter().filter(|(label, _)| !label.faces.is_empty()) {
            let mut heads: Vec<Region> = photo.faces().iter().map(Region::head).collect();
            heads.extend(label.faces.iter().map(|place| {
                let [x, y, w, h] = place.map(f64::from);
                Region::around(
                    (x - 0.25 * w).max(0.0),
                    (y - 0.35 * h).max(0.0),
                    1.5 * w,
                    1.6 * h,
                )
            }));
            let mut covered = photo.clone();
            covered.cover(&heads, how);
            let faces = covered.faces();
            tally.there += u32::try_from(label.faces.len()).expect("few");
            let again = |place: &&[f32; 4]| faces.iter().any(|face| is_ignored(face, &[**place]));
            tally.found += u32::try_from(label.faces.iter().filter(again).count()).expect("few");
            for place in label.faces.iter().filter(again) {
                println!("found again, {how:?}: {} {place:?} {faces:?}", label.file);
            }
        }
        section.asked(
            &format!("covered faces that the detector finds again: {said}"),
            "0",
            &tally.found.to_string(),
            &format!("of {} faces on the same photos", tally.there),
            tally.found == 0,
        );
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
    // What can be seen of the cover: a head at the edge of the photo goes on outside it.
    let seen = |from: u32, side: u32, most: u32| side.min(most - from);
    let head = Region {
        w: seen(head.x, head.w, master.width),
        h: seen(head.y, head.h, master.height),
        ..head
    };
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
