//! PNG: a screenshot, or what a drawing program saved.

use std::io::Cursor;

use png::{BitDepth, ColorType, Decoder, DecodingError, Transformations};

use super::{Raw, Sides, exif, kind};
use crate::picture::Picture;
use crate::{Limits, Refusal};

pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Raw, Refusal> {
    let end = end(bytes)?;
    let (photo, rest) = bytes.split_at_checked(end).ok_or(Refusal::CutShort)?;
    kind::behind(rest)?;
    let budget = png::Limits {
        bytes: limits.memory(),
    };
    let mut decoder = Decoder::new_with_limits(Cursor::new(photo), budget);
    decoder.set_transformations(Transformations::EXPAND);
    decoder.set_ignore_text_chunk(true);
    let header = decoder.read_header_info().map_err(refused)?;
    let (width, height) = (header.width, header.height);
    limits.check(Sides { width, height })?;
    if header.bit_depth == BitDepth::Sixteen {
        return Err(Refusal::Deep { bits: 16 });
    }
    let mut reader = decoder.read_info().map_err(refused)?;
    let info = reader.info();
    if info.animation_control.is_some() {
        return Err(Refusal::Moving);
    }
    let turn = exif::turn(info.exif_metadata.as_deref())?;
    let profile = match (&info.icc_profile, info.srgb) {
        (Some(profile), None) => Some(profile.to_vec()),
        _ => None,
    };
    let size = reader.output_buffer_size().ok_or(Refusal::Broken)?;
    let mut pixels = vec![0; size];
    let frame = reader.next_frame(&mut pixels).map_err(refused)?;
    let pixels = match frame.color_type {
        ColorType::Rgb => pixels,
        ColorType::Rgba => super::on_white::<4>(&pixels, |[r, g, b, a]| ([r, g, b], a)),
        ColorType::Grayscale => super::grey(&pixels),
        ColorType::GrayscaleAlpha => super::on_white::<2>(&pixels, |[v, a]| ([v; 3], a)),
        ColorType::Indexed => return Err(Refusal::Broken),
    };
    Ok(Raw {
        picture: Picture::new(width, height, pixels).ok_or(Refusal::Broken)?,
        turn,
        profile,
    })
}

/// Where the last chunk ends.
fn end(bytes: &[u8]) -> Result<usize, Refusal> {
    let mut at = 8_usize;
    loop {
        let chunk = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>());
        let [l3, l2, l1, l0, name @ ..] = *chunk.ok_or(Refusal::CutShort)?;
        let length = u32::from_be_bytes([l3, l2, l1, l0]);
        let length = usize::try_from(length).map_err(|_| Refusal::Broken)?;
        at = at.saturating_add(length).saturating_add(12);
        if at > bytes.len() {
            return Err(Refusal::CutShort);
        }
        if name == *b"IEND" {
            return Ok(at);
        }
    }
}

fn refused(fault: DecodingError) -> Refusal {
    match fault {
        DecodingError::IoError(fault) if fault.kind() == std::io::ErrorKind::UnexpectedEof => {
            Refusal::CutShort
        }
        _ => Refusal::Broken,
    }
}
