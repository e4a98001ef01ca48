//! The detector, and the scales it is used at.

use faces::{Face, Format, Task, spots};

use crate::files::{exif, with_segments};
use crate::{ASTRONAUT, HOPPER, JOCONDE, read};

/// Where the faces are, drawn by hand.
const BY_HAND: [(&[u8], [f32; 4]); 3] = [
    (ASTRONAUT, [180.0, 66.0, 90.0, 110.0]),
    (HOPPER, [179.0, 123.0, 175.0, 210.0]),
    (JOCONDE, [115.0, 64.0, 81.0, 119.0]),
];

fn is_at(face: &Face, [x, y, w, h]: [f32; 4]) -> bool {
    let wide = (face.x + face.w).min(x + w) - face.x.max(x);
    let high = (face.y + face.h).min(y + h) - face.y.max(y);
    let shared = wide.max(0.0) * high.max(0.0);
    shared / (face.w * face.h + w * h - shared) > 0.6
}

#[test]
fn one_face_in_a_portrait_and_no_other() {
    for (file, place) in BY_HAND {
        let faces = read(file).unwrap().faces();
        assert_eq!(faces.len(), 1);
        assert!(faces[0].sure && is_at(&faces[0], place), "{faces:?}");
    }
}

/// What `OpenCV` 4.11 says of the same pixels with the official file, threshold 0.6: made by `benches/peers/boxes.py`.
#[test]
fn the_boxes_are_those_of_the_reference() {
    let reference: Vec<(usize, [f32; 5])> = include_str!("../photos/reference.tsv")
        .lines()
        .map(|line| {
            let numbers: Vec<f32> = line.split('\t').map(|one| one.parse().unwrap()).collect();
            (numbers[0] as usize, numbers[1..6].try_into().unwrap())
        })
        .collect();
    assert!(reference.len() >= 3);
    for (at, [x, y, w, h, score]) in reference {
        // The very same pixels, not a JPEG that two decoders read.
        let bytes = crate::scenes::reference(at);
        let found = spots(
            &bytes.pixels,
            bytes.width as usize,
            bytes.height as usize,
            0.6,
        );
        let same = found.iter().any(|spot| {
            let places = [(spot.x, x), (spot.y, y), (spot.w, w), (spot.h, h)];
            places.iter().all(|(a, b)| (a - b).abs() < 0.01) && (spot.score - score).abs() < 0.0001
        });
        assert!(same, "{at}: {x} {y} {w} {h} {score} is not in {found:?}");
    }
}

#[test]
fn a_camera_held_sideways_finds_the_same_face() {
    // The picture turned a quarter to the left, and the note that says to turn it back.
    let photo = read(ASTRONAUT).unwrap();
    let upright = photo.faces();
    let noted = with_segments(ASTRONAUT, &[(0xe1, &exif(6))]);
    let lying = read(&noted).unwrap();
    let found = lying.faces();
    assert_eq!(found.len(), 1, "a head that lies is found as well");
    // Turned a quarter to the right: what was left is now at the top.
    let face = upright[0];
    assert!(is_at(
        &found[0],
        [512.0 - face.y - face.h, face.x, face.h, face.w]
    ));
}

#[test]
fn nothing_is_found_where_nobody_is() {
    assert_eq!(read(&faces::example()).unwrap().faces(), []);
    assert_eq!(spots(&[], 0, 0, 0.1), []);
    assert_eq!(
        spots(&[1, 2, 3], 5, 5, 0.1),
        [],
        "too few bytes for its size"
    );
}

#[test]
fn the_same_photo_gives_the_same_files() {
    let task = Task {
        cover_all: true,
        write: true,
        ..Task::default()
    };
    let limits = faces::Limits::default();
    let first = task.perform(ASTRONAUT, &limits);
    assert_eq!(first, task.perform(ASTRONAUT, &limits));
    let sent = faces::Done::to_bytes(&first);
    assert_eq!(faces::Done::from_bytes(&sent), Some(first));
    assert_eq!(Task::from_bytes(&task.to_bytes()), Some(task));
    let refusal = Err(faces::Refusal::Empty);
    assert_eq!(
        faces::Done::from_bytes(&faces::Done::to_bytes(&refusal)),
        Some(refusal)
    );
}

#[test]
fn a_rendition_is_never_larger_than_the_photo() {
    let files = read(ASTRONAUT).unwrap().renditions(Format::Jpeg);
    let sizes: Vec<(u32, u32)> = files.iter().map(|file| (file.width, file.height)).collect();
    assert_eq!(sizes, [(512, 512), (512, 512), (400, 400)]);
}
