//! Writers of files: what phones and programs make, and what they should not.

use jpeg_encoder::{ColorType, Encoder};

/// A picture of 64 × 48 with four corners that can be told apart.
pub(crate) fn corners() -> (u16, u16, Vec<u8>) {
    let mut pixels = Vec::new();
    for y in 0..48 {
        for x in 0..64 {
            pixels.extend(match (x < 32, y < 24) {
                (true, true) => [220, 30, 30],
                (false, true) => [30, 200, 30],
                (true, false) => [30, 30, 220],
                (false, false) => [210, 210, 210],
            });
        }
    }
    (64, 48, pixels)
}

/// A JPEG with these segments before the picture.
pub(crate) fn jpeg(segments: &[(u8, &[u8])]) -> Vec<u8> {
    let (width, height, pixels) = corners();
    let mut bytes = Vec::new();
    let encoder = Encoder::new(&mut bytes, 95);
    encoder
        .encode(&pixels, width, height, ColorType::Rgb)
        .unwrap();
    with_segments(&bytes, segments)
}

/// The same JPEG with segments behind its first marker.
pub(crate) fn with_segments(jpeg: &[u8], segments: &[(u8, &[u8])]) -> Vec<u8> {
    let mut out = jpeg[..2].to_vec();
    for (marker, data) in segments {
        out.extend([0xff, *marker]);
        out.extend((data.len() as u16 + 2).to_be_bytes());
        out.extend(*data);
    }
    out.extend(&jpeg[2..]);
    out
}

/// Notes of a camera: orientation, maker, a place on earth, and a name; as a TIFF.
pub(crate) fn tiff(orientation: u16, little: bool) -> Vec<u8> {
    let two = |v: u16| {
        if little {
            v.to_le_bytes()
        } else {
            v.to_be_bytes()
        }
    };
    let four = |v: u32| {
        if little {
            v.to_le_bytes()
        } else {
            v.to_be_bytes()
        }
    };
    let mut tiff = if little {
        b"II*\0".to_vec()
    } else {
        b"MM\0*".to_vec()
    };
    tiff.extend(four(8));
    tiff.extend(two(3));
    let mut entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        tiff.extend(two(tag));
        tiff.extend(two(kind));
        tiff.extend(four(count));
        tiff.extend(value);
    };
    let [a, b] = two(orientation);
    entry(0x010f, 2, 14, four(60));
    entry(0x0112, 3, 1, [a, b, 0, 0]);
    entry(0x8825, 4, 1, four(80));
    // The next folder is this one again: whoever follows it never ends.
    tiff.extend(four(8));
    tiff.resize(60, 0);
    tiff.extend(b"SECRET-MAKER\0\0");
    tiff.resize(80, 0);
    tiff.extend(two(1));
    tiff.extend(two(1));
    tiff.extend(two(2));
    tiff.extend(four(2));
    tiff.extend(b"N\0\0\0");
    tiff.extend(four(0));
    tiff.extend(b"SECRET-PLACE");
    tiff
}

/// The notes as a JPEG carries them.
pub(crate) fn exif(orientation: u16) -> Vec<u8> {
    [
        b"Exif\0\0".to_vec(),
        tiff(orientation, orientation.is_multiple_of(2)),
    ]
    .concat()
}

/// A PNG of the corners, changed by `change` before its pixels are written.
pub(crate) fn png(change: impl FnOnce(&mut png::Encoder<'_, &mut Vec<u8>>)) -> Vec<u8> {
    let (width, height, pixels) = corners();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width.into(), height.into());
    encoder.set_color(png::ColorType::Rgb);
    change(&mut encoder);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&pixels).unwrap();
    writer.finish().unwrap();
    bytes
}

/// A WebP of the corners, with notes where given.
pub(crate) fn webp(notes: Option<Vec<u8>>) -> Vec<u8> {
    let (width, height, pixels) = corners();
    let mut bytes = Vec::new();
    let mut encoder = image_webp::WebPEncoder::new(&mut bytes);
    if let Some(notes) = notes {
        encoder.set_exif_metadata(notes);
    }
    encoder
        .encode(
            &pixels,
            width.into(),
            height.into(),
            image_webp::ColorType::Rgb8,
        )
        .unwrap();
    bytes
}

/// A HEIC of the corners, with notes where given.
pub(crate) fn heic(orientation: Option<u16>) -> Vec<u8> {
    let (width, height, pixels) = corners();
    let options = heifer::EncodeOptions {
        quality: 90,
        max_threads: 1,
    };
    let plain = heifer::encode_rgb8(width.into(), height.into(), &pixels, &options).unwrap();
    let Some(orientation) = orientation else {
        return plain;
    };
    // The library writes notes with "already upright"; a phone's say how it was held.
    let image = heifer::decode(&plain).unwrap();
    let metadata = heifer::Metadata {
        exif: Some(tiff(1, false)),
        ..heifer::Metadata::default()
    };
    let mut bytes = heifer::encode_with_metadata(&image, &metadata, &options).unwrap();
    let note = b"\x01\x12\0\x03\0\0\0\x01\0\x01";
    let at = bytes.windows(10).position(|w| w == note).unwrap() + 8;
    bytes[at..at + 2].copy_from_slice(&orientation.to_be_bytes());
    bytes
}
