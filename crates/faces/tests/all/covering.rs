//! What is covered stays covered.

use std::collections::BTreeSet;

use faces::{CELLS, Cover, Face, Format, Photo, Region, SOLID};
use proptest::prelude::*;

use crate::scenes::Scene;
use crate::{ASTRONAUT, HOPPER, JOCONDE, read};

fn colours(photo: &Photo, region: &Region) -> BTreeSet<[u8; 3]> {
    let master = photo.master();
    let rows = master.pixels.chunks(master.width as usize * 3);
    let rows = rows.skip(region.y as usize).take(region.h as usize);
    rows.flat_map(|row| {
        row.as_chunks::<3>().0[region.x as usize..(region.x + region.w) as usize].to_vec()
    })
    .collect()
}

fn shares(a: &Face, b: &Face) -> bool {
    let w = (a.x + a.w).min(b.x + b.w) - a.x.max(b.x);
    let h = (a.y + a.h).min(b.y + b.h) - a.y.max(b.y);
    w > 0.0 && h > 0.0 && w * h > 0.3 * (a.w * a.h).min(b.w * b.h)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_cover_leaves_a_few_flat_squares_and_touches_nothing_else(
        x in 0..600_u32, y in 0..600_u32, w in 1..400_u32, h in 1..400_u32, mosaic: bool,
    ) {
        let before = read(ASTRONAUT).unwrap();
        let mut after = before.clone();
        let region = Region { x, y, w, h };
        let how = if mosaic { Cover::Mosaic } else { Cover::Solid };
        after.cover(&[region], how);
        let inside = Region { x, y, w: w.min(512_u32.saturating_sub(x)), h: h.min(512_u32.saturating_sub(y)) };
        if x < 512 && y < 512 {
            let left = colours(&after, &inside);
            prop_assert!(left.len() <= (CELLS * CELLS) as usize);
            if mosaic {
                prop_assert!(left.len() <= 4);
            } else {
                prop_assert_eq!(left.into_iter().collect::<Vec<_>>(), [SOLID]);
            }
        }
        let pixels = before.master().pixels.as_chunks::<3>().0.iter().zip(after.master().pixels.as_chunks::<3>().0);
        for (at, (old, new)) in (0_u32..).zip(pixels) {
            let (px, py) = (at % 512, at / 512);
            if !(x..x + w).contains(&px) || !(y..y + h).contains(&py) {
                prop_assert_eq!(old, new);
            }
        }
    }
}

/// The pixels of a region, row by row.
fn pixels(photo: &Photo, region: &Region) -> Vec<[u8; 3]> {
    let master = photo.master();
    let rows = master.pixels.chunks(master.width as usize * 3);
    let rows = rows.skip(region.y as usize).take(region.h as usize);
    rows.flat_map(|row| {
        row.as_chunks::<3>().0[region.x as usize..(region.x + region.w) as usize].to_vec()
    })
    .collect()
}

#[test]
fn squares_are_the_same_for_everybody() {
    // Whoever has another photo of everybody, or this very one, learns nothing from the squares about who is under them: not from
    // what they show, nor from where they stand.
    let (mut squares, mut heads) = (Vec::new(), Vec::new());
    for file in [ASTRONAUT, HOPPER, JOCONDE] {
        let photo = read(file).unwrap();
        let bottom = photo.size().1;
        for (x, up) in [(5, 110), (40, 103), (101, 122)] {
            let (y, w, h) = (bottom - up, 80, 100);
            let region = Region { x, y, w, h };
            let mut photo = photo.clone();
            photo.cover(&[region], Cover::Mosaic);
            squares.push(pixels(&photo, &region));
        }
        let head = Region::head(&photo.faces()[0]);
        let mut photo = photo;
        photo.cover(&[head], Cover::Mosaic);
        heads.push(colours(&photo, &head));
    }
    assert!(squares.iter().all(|one| *one == squares[0]));
    let four: BTreeSet<[u8; 3]> = squares[0].iter().copied().collect();
    assert_eq!(four.len(), 4);
    assert!(!four.contains(&SOLID));
    assert!(heads.iter().all(|one| *one == four), "{heads:?}");
}

#[test]
fn no_covered_face_is_found_again() {
    let mut photos: Vec<Photo> = [ASTRONAUT, HOPPER, JOCONDE]
        .map(|file| read(file).unwrap())
        .into();
    photos.extend((0..12).map(|seed| read(&Scene::new(seed).jpeg()).unwrap()));
    for how in [Cover::Solid, Cover::Mosaic] {
        for (at, photo) in photos.iter().enumerate() {
            let (mut photo, faces) = (photo.clone(), photo.faces());
            let heads: Vec<Region> = faces.iter().map(Region::head).collect();
            photo.cover(&heads, how);
            let again = photo.faces();
            let left = again
                .iter()
                .filter(|new| faces.iter().any(|old| shares(new, old)));
            assert_eq!(left.count(), 0, "photo {at}, {how:?}: {again:?}");
        }
    }
}

#[test]
fn the_files_are_made_of_the_covered_master() {
    let mut photo = read(ASTRONAUT).unwrap();
    let head = Region::head(&photo.faces()[0]);
    photo.cover(&[head], Cover::Solid);
    for file in photo.renditions(Format::Jpeg) {
        let shown = read(&file.bytes).unwrap();
        let (x, y) = (head.x + head.w / 2, head.y + head.h / 2);
        let factor = f64::from(file.width) / 512.0;
        let at = |v: u32| (f64::from(v) * factor) as usize;
        let at = (at(y) * file.width as usize + at(x)) * 3;
        let near = shown.master().pixels[at..at + 3].iter().zip(SOLID);
        assert!(near.into_iter().all(|(a, b)| a.abs_diff(b) < 6));
    }
}
