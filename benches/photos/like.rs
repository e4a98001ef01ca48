//! What holds of a set that is made up otherwise than ours: photos with faces and photos without counted each by themselves, and
//! scenes of which every box is known.

#[path = "../../crates/faces/tests/all/scenes.rs"]
#[expect(
    dead_code,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::unwrap_used,
    reason = "the scenes of the tests"
)]
mod scenes;

use faces::Photo;
use testkit::bench::{Section, short};

use crate::{Found, Label, Tally, read};

/// The photos with faces, those without, and the faces of the set that judges.
const JUDGED: (u32, u32, u32) = (60, 13, 704);
const SCENES: u64 = 132;

/// False boxes of some photos, told aloud nowhere: `found` did.
fn wrong(photos: &[&(Label, Photo)]) -> (Found, u32) {
    let mut found = Found::default();
    for (label, photo) in photos {
        found.add(label, photo);
    }
    (found, u32::try_from(photos.len()).expect("few"))
}

pub(crate) fn like(photos: &[(Label, Photo)], section: &mut Section) {
    let (with, without): (Vec<_>, Vec<_>) = photos
        .iter()
        .partition(|(label, _)| !label.faces.is_empty());
    let ((with, many), (without, empty)) = (wrong(&with), wrong(&without));
    let each = |found: &Found, many: u32| f64::from(found.wrong) / f64::from(many.max(1));
    for (what, found, many) in [
        ("boxes that are none, a photo with faces", &with, many),
        (
            "boxes that are none, a photo without a face",
            &without,
            empty,
        ),
    ] {
        let beside = format!("{} on {many} photos", found.wrong);
        section.row(what, "", &short(each(found, many)), &beside);
    }
    let (people, nobody, faces) = JUDGED;
    let right = f64::from(faces) * f64::from(with.all.found) / f64::from(with.all.there);
    let none = f64::from(people) * each(&with, many) + f64::from(nobody) * each(&without, empty);
    section.row(
        &format!("boxes that are a face, worked out for {people} photos with {faces} faces and {nobody} without"),
        "",
        &format!("{} %", short(100.0 * right / (right + none))),
        "from the two rows above, as if a photo of twelve faces had no more of them than ours of one",
    );
    scenes(section);
}

/// Groups, classes, crowds, dark, noisy, masked and lying heads, put together so that every box is known.
fn scenes(section: &mut Section) {
    let mut found = Found::default();
    for seed in 0..SCENES {
        let scene = scenes::Scene::new(seed);
        let photo = read(&scene.jpeg()).expect("a photo");
        let label = Label {
            file: format!("scene {seed} {:?}", scene.kind),
            faces: scene.boxes,
            ignore: Vec::new(),
            apart: false,
        };
        found.add(&label, &photo);
    }
    let Tally { there, found: seen } = found.all;
    section.row(
        "faces found on made scenes",
        "",
        &found.all.percent(),
        &format!("{seen} of {there} faces, {SCENES} scenes; half of them hold the test"),
    );
    section.row(
        "boxes that are a face, on made scenes",
        "",
        &format!("{} %", short(100.0 * found.precision())),
        &format!("{} of {} are none", found.wrong, found.right + found.wrong),
    );
}
