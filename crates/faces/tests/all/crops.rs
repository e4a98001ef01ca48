//! Crops that leave somebody out.

use faces::Region;
use proptest::prelude::*;

use crate::{ASTRONAUT, read};

fn region() -> impl Strategy<Value = Region> {
    (0..480_u32, 0..480_u32, 1..200_u32, 1..200_u32).prop_map(|(x, y, w, h)| Region { x, y, w, h })
}

fn meets(a: &Region, b: &Region) -> bool {
    a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

fn holds(a: &Region, b: &Region) -> bool {
    a.x <= b.x && a.y <= b.y && b.x + b.w <= a.x + a.w && b.y + b.h <= a.y + a.h
}

#[test]
fn the_largest_part_without_somebody_comes_first() {
    let photo = read(ASTRONAUT).unwrap();
    let left = Region {
        x: 0,
        y: 0,
        w: 100,
        h: 512,
    };
    let crops = faces::crops(photo.size(), &[left], &[]);
    let rest = Region {
        x: 100,
        y: 0,
        w: 412,
        h: 512,
    };
    assert_eq!(crops, [rest]);
    assert_eq!(photo.cropped(&rest).unwrap().size(), (412, 512));
    assert!(
        faces::crops(photo.size(), &[left], &[left]).is_empty(),
        "kept and left out"
    );
}

proptest! {
    #[test]
    fn a_crop_never_shows_who_is_left_out(
        out in prop::collection::vec(region(), 1..8),
        keep in prop::collection::vec(region(), 0..2),
    ) {
        let photo = read(ASTRONAUT).unwrap();
        for crop in faces::crops(photo.size(), &out, &keep) {
            prop_assert!(out.iter().all(|one| !meets(&crop, one)));
            prop_assert!(crop.x + crop.w <= 512 && crop.y + crop.h <= 512);
            prop_assert!(crop.w * 3 >= 512 && crop.h * 3 >= 512);
            prop_assert!(keep.iter().all(|one| holds(&crop, one)));
        }
    }
}
