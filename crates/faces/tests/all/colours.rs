//! Upright, and in the colours that were meant.

use faces::Photo;
use moxcms::{ColorProfile, Layout, TransformOptions};

use crate::files::{corners, exif, heic, jpeg, png, tiff, webp, with_segments};
use crate::read;

const RED: [u8; 3] = [220, 30, 30];
const GREEN: [u8; 3] = [30, 200, 30];
const BLUE: [u8; 3] = [30, 30, 220];
const GREY: [u8; 3] = [210, 210, 210];

/// The colours in the middle of each quarter: top left, top right, bottom left, bottom right.
fn quarters(photo: &Photo) -> [[u8; 3]; 4] {
    let master = photo.master();
    let (w, h) = (master.width as usize, master.height as usize);
    [(1, 1), (3, 1), (1, 3), (3, 3)].map(|(x, y)| {
        let at = ((y * h / 4) * w + x * w / 4) * 3;
        master.pixels[at..at + 3].try_into().unwrap()
    })
}

fn near(found: [[u8; 3]; 4], wanted: [[u8; 3]; 4], by: u8) {
    let far = found.iter().flatten().zip(wanted.iter().flatten());
    assert!(
        far.clone().all(|(a, b)| a.abs_diff(*b) <= by),
        "{found:?} is not {wanted:?}"
    );
}

/// How the corners look when a viewer follows each orientation.
fn upright(orientation: u16) -> [[u8; 3]; 4] {
    match orientation {
        2 => [GREEN, RED, GREY, BLUE],
        3 => [GREY, BLUE, GREEN, RED],
        4 => [BLUE, GREY, RED, GREEN],
        5 => [RED, BLUE, GREEN, GREY],
        6 => [BLUE, RED, GREY, GREEN],
        7 => [GREY, GREEN, BLUE, RED],
        8 => [GREEN, GREY, RED, BLUE],
        _ => [RED, GREEN, BLUE, GREY],
    }
}

#[test]
fn every_way_to_hold_a_camera_comes_out_upright() {
    for orientation in 1..=8 {
        let size = if orientation > 4 { (48, 64) } else { (64, 48) };
        let files = [
            jpeg(&[(0xe1, &exif(orientation))]),
            webp(Some(tiff(orientation, true))),
            // No turn in its container, so the camera's notes count.
            heic(Some(orientation)),
        ];
        for file in files {
            let photo = read(&file).unwrap();
            assert_eq!(photo.size(), size, "{orientation}");
            near(quarters(&photo), upright(orientation), 12);
        }
    }
}

#[test]
fn a_container_that_turns_is_not_turned_twice() {
    // The same notes, and a property of the container that says so too: 0xa7 quarters are written over one that says nothing.
    let mut file = heic(Some(6));
    let Some(at) = file.windows(4).position(|name| name == b"pixi") else {
        panic!("the writer describes its pixels")
    };
    let length = u32::from_be_bytes(file[at - 4..at].try_into().unwrap()) as usize;
    file[at..at + 4].copy_from_slice(b"irot");
    file[at + 4] = 3;
    file[at + 5..at - 4 + length].fill(0);
    let photo = read(&file).unwrap();
    assert_eq!(photo.size(), (48, 64));
    near(quarters(&photo), upright(6), 12);
}

#[test]
fn colours_of_a_wide_screen_become_those_of_every_screen() {
    let p3 = ColorProfile::new_display_p3();
    let profile = p3.encode().unwrap();
    let (_, _, pixels) = corners();
    let mut wanted = vec![0; pixels.len()];
    p3.create_transform_8bit(
        Layout::Rgb,
        &ColorProfile::new_srgb(),
        Layout::Rgb,
        TransformOptions::default(),
    )
    .unwrap()
    .transform(&pixels, &mut wanted)
    .unwrap();
    let at = |x: usize, y: usize| -> [u8; 3] {
        let at = (y * 64 + x) * 3;
        wanted[at..at + 3].try_into().unwrap()
    };
    let wanted = [at(16, 12), at(48, 12), at(16, 36), at(48, 36)];
    assert_ne!(wanted[1], GREEN, "the profile changes something");
    let segment = [b"ICC_PROFILE\0\x01\x01".as_slice(), &profile].concat();
    let photo = read(&jpeg(&[(0xe2, &segment)])).unwrap();
    near(quarters(&photo), wanted, 2);
}

#[test]
fn a_profile_that_cannot_be_read_changes_nothing() {
    let plain = read(&jpeg(&[])).unwrap();
    for profile in [
        b"ICC_PROFILE\0\x01\x01nonsense".as_slice(),
        b"ICC_PROFILE\0",
    ] {
        let file = with_segments(&jpeg(&[]), &[(0xe2, profile)]);
        assert_eq!(read(&file).unwrap(), plain);
    }
}

#[test]
fn all_formats_give_the_same_picture() {
    for file in [jpeg(&[]), png(|_| {}), webp(None), heic(None)] {
        near(quarters(&read(&file).unwrap()), upright(1), 8);
    }
}

#[test]
fn what_is_transparent_shows_white_paper_and_grey_is_grey() {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 16, 16);
    encoder.set_color(png::ColorType::Rgba);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[9, 9, 9, 0].repeat(256)).unwrap();
    writer.finish().unwrap();
    let photo = read(&bytes).unwrap();
    assert!(photo.master().pixels.iter().all(|value| *value == 255));

    let mut bytes = Vec::new();
    jpeg_encoder::Encoder::new(&mut bytes, 95)
        .encode(&[77; 256], 16, 16, jpeg_encoder::ColorType::Luma)
        .unwrap();
    let photo = read(&bytes).unwrap();
    assert!(
        photo
            .master()
            .pixels
            .iter()
            .all(|value| value.abs_diff(77) < 2)
    );
}
