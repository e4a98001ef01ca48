//! Files that are refused: with one reason, before they cost anything.

use faces::{Other, Refusal};

use crate::files::{corners, exif, heic, jpeg, png, tiff, webp};
use crate::{ASTRONAUT, read, refused};

/// A PNG that says it is this large, and holds a few bytes.
fn bomb(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = png(|_| {});
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.to_be_bytes());
    bytes
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 & 0_u32.wrapping_sub(sum & 1))
        })
    })
}

#[test]
fn a_bomb_is_refused_by_what_it_says() {
    assert_eq!(
        refused(&bomb(16_000, 16_000)),
        Refusal::TooManyPixels {
            width: 16_000,
            height: 16_000,
            most: 52
        }
    );
    for (width, height) in [(1, 1), (1, 60_000), (60_000, 1), (15, 400), (17_000, 20)] {
        let said = refused(&bomb(width, height));
        assert!(matches!(said, Refusal::OddSize { .. }), "{said}");
    }
}

#[test]
fn a_file_that_stops_halfway_is_not_half_a_photo() {
    let files = [
        ASTRONAUT.to_vec(),
        jpeg(&[]),
        png(|_| {}),
        webp(None),
        heic(None),
    ];
    for file in files {
        assert!(read(&file).is_ok());
        for part in [2, 3, 5, 9] {
            let cut = &file[..file.len() * part / 10];
            let said = refused(cut);
            assert!(
                matches!(said, Refusal::CutShort | Refusal::Broken),
                "{part}: {said}"
            );
        }
        assert!(read(&file[..file.len() - 1]).is_err());
    }
}

#[test]
fn what_is_no_photo_is_called_by_its_name() {
    let cases: [(&[u8], Other); 12] = [
        (b"%PDF-1.7 ...", Other::Pdf),
        (b"\xff\xd8\xff\xfe\0\x20%PDF-1.4", Other::Pdf),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Other::Drawing),
        (b"<?xml version='1.0'?>\n<SVG/>", Other::Drawing),
        (b"GIF89a......", Other::Gif),
        (b"II*\0\x08\0\0\0", Other::Tiff),
        (b"BM......", Other::Bmp),
        (b"\0\0\0\x20ftypavif....", Other::Avif),
        (b"\0\0\0\x20ftypmp42....", Other::Video),
        (b"PK\x03\x04......", Other::Archive),
        (b"<!DOCTYPE html>", Other::Page),
        (b"hallo", Other::Unknown),
    ];
    for (bytes, what) in cases {
        assert_eq!(refused(bytes), Refusal::NotAPhoto { what });
    }
    assert_eq!(refused(b""), Refusal::Empty);
    let heavy = vec![0xff; (40 << 20) + 1];
    assert_eq!(refused(&heavy), Refusal::Heavy { most: 40 });
}

#[test]
fn two_files_in_one_are_refused_and_a_moving_photo_is_not() {
    let behind: [(&[u8], Other); 3] = [
        (b"PK\x03\x04....PK\x05\x06\0\0\0\0", Other::Archive),
        (b"<html><script>alert(1)</script>", Other::Page),
        (b"%PDF-1.4", Other::Pdf),
    ];
    for file in [jpeg(&[]), png(|_| {}), webp(None)] {
        for (rest, what) in behind {
            let both = [file.as_slice(), rest].concat();
            // A document within the first 1024 bytes is what the file is.
            let said = refused(&both);
            let expected = [Refusal::TwoThings { what }, Refusal::NotAPhoto { what }];
            assert!(expected.contains(&said), "{said}");
        }
        // A phone puts its short video and its second camera there.
        let moving = [file.as_slice(), b"\0\0\0\x18ftypmp42", &jpeg(&[])].concat();
        assert_eq!(read(&moving), read(&file));
    }
}

#[test]
fn printing_colours_and_deep_colours_are_refused() {
    let mut bytes = Vec::new();
    let (width, height, pixels) = corners();
    let inks: Vec<u8> = pixels
        .chunks(3)
        .flat_map(|p| [p[0], p[1], p[2], 0])
        .collect();
    jpeg_encoder::Encoder::new(&mut bytes, 90)
        .encode(&inks, width, height, jpeg_encoder::ColorType::Cmyk)
        .unwrap();
    assert_eq!(refused(&bytes), Refusal::PrintingColours);

    let mut deep = Vec::new();
    let mut encoder = png::Encoder::new(&mut deep, 64, 48);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Sixteen);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&vec![7; 64 * 48 * 6]).unwrap();
    writer.finish().unwrap();
    assert_eq!(refused(&deep), Refusal::Deep { bits: 16 });

    let mut twelve = jpeg(&[]);
    let at = twelve.windows(2).position(|w| w == [0xff, 0xc0]).unwrap();
    twelve[at + 4] = 12;
    assert_eq!(refused(&twelve), Refusal::Deep { bits: 12 });
}

#[test]
fn what_moves_is_refused() {
    let mut bytes = Vec::new();
    let (width, height, pixels) = corners();
    let mut encoder = png::Encoder::new(&mut bytes, width.into(), height.into());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_animated(2, 0).unwrap();
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&pixels).unwrap();
    writer.write_image_data(&pixels).unwrap();
    writer.finish().unwrap();
    assert_eq!(refused(&bytes), Refusal::Moving);

    // A WebP whose header says that frames follow, with one frame around the picture of another file.
    let still = webp(None);
    let mut frame = [0_u8; 16].to_vec();
    frame[6..9].copy_from_slice(&63_u32.to_le_bytes()[..3]);
    frame[9..12].copy_from_slice(&47_u32.to_le_bytes()[..3]);
    frame.extend(&still[12..]);
    let mut moving =
        b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\x3f\0\0\x2f\0\0ANIM\x06\0\0\0\0\0\0\0\0\0"
            .to_vec();
    moving.extend(b"ANMF");
    moving.extend((frame.len() as u32).to_le_bytes());
    moving.extend(frame);
    let length = moving.len() as u32 - 8;
    moving[4..8].copy_from_slice(&length.to_le_bytes());
    assert_eq!(refused(&moving), Refusal::Moving);
}

#[test]
fn a_camera_that_does_not_know_what_is_up_is_asked_again() {
    for value in [0, 9] {
        assert_eq!(
            refused(&jpeg(&[(0xe1, &exif(value))])),
            Refusal::NoUp { value }
        );
        assert_eq!(
            refused(&webp(Some(tiff(value, true)))),
            Refusal::NoUp { value }
        );
        assert_eq!(refused(&heic(Some(value))), Refusal::NoUp { value });
    }
}

#[test]
fn notes_in_a_circle_are_not_walked() {
    assert!(read(&jpeg(&[(0xe1, &exif(1))])).is_ok());
}

#[test]
fn every_refusal_has_a_key_and_a_sentence() {
    for refusal in [Refusal::Empty, Refusal::Moving, Refusal::NoHeic] {
        assert!(!refusal.code().is_empty() && !refusal.to_string().contains('\n'));
    }
}
