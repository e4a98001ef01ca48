//! WebP.

use std::io::Cursor;

use image_webp::WebPDecoder;

use super::{Raw, Sides, exif, kind};
use crate::picture::Picture;
use crate::{Limits, Refusal};

pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Raw, Refusal> {
    let length = bytes.get(4..).and_then(|rest| rest.first_chunk::<4>());
    let length = u32::from_le_bytes(*length.ok_or(Refusal::CutShort)?);
    let end = usize::try_from(length)
        .map_err(|_| Refusal::Broken)?
        .saturating_add(8);
    let (photo, rest) = bytes.split_at_checked(end).ok_or(Refusal::CutShort)?;
    kind::behind(rest)?;
    let mut decoder = WebPDecoder::new(Cursor::new(photo)).map_err(|_| Refusal::Broken)?;
    let (width, height) = decoder.dimensions();
    limits.check(Sides { width, height })?;
    if decoder.is_animated() {
        return Err(Refusal::Moving);
    }
    decoder.set_memory_limit(limits.memory());
    let profile = decoder.icc_profile().map_err(|_| Refusal::Broken)?;
    let notes = decoder.exif_metadata().map_err(|_| Refusal::Broken)?;
    // Some writers put the mark of a JPEG's segment before the notes.
    let notes = notes.as_deref();
    let turn = exif::turn(notes.map(|notes| notes.strip_prefix(b"Exif\0\0").unwrap_or(notes)))?;
    let size = decoder.output_buffer_size().ok_or(Refusal::Broken)?;
    let mut pixels = vec![0; size];
    decoder
        .read_image(&mut pixels)
        .map_err(|_| Refusal::Broken)?;
    let pixels = if decoder.has_alpha() {
        super::on_white::<4>(&pixels, |[r, g, b, a]| ([r, g, b], a))
    } else {
        pixels
    };
    Ok(Raw {
        picture: Picture::new(width, height, pixels).ok_or(Refusal::Broken)?,
        turn,
        profile,
    })
}
