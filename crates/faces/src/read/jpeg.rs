//! JPEG. Its segments are walked here before anything is decoded: size, colours, the camera's notes, and where it ends. Only what is
//! needed for its pixels reaches the decoder: no notes, no remarks, nothing behind the end.

use std::io::Cursor;

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::{Raw, Sides, exif, kind};
use crate::picture::Picture;
use crate::{Limits, Refusal};

/// What the segments say.
#[derive(Default)]
struct Notes<'a> {
    size: Option<(u32, u32)>,
    inks: u8,
    exif: Option<&'a [u8]>,
    /// Pieces of the colour profile, with their number.
    profile: Vec<(u8, &'a [u8])>,
    /// Tables and pictures, marker by marker.
    needed: Vec<&'a [u8]>,
    /// Just behind the last marker.
    end: usize,
}

pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Raw, Refusal> {
    let notes = walk(bytes)?;
    let (width, height) = notes.size.ok_or(Refusal::Broken)?;
    limits.check(Sides { width, height })?;
    if notes.inks == 4 {
        return Err(Refusal::PrintingColours);
    }
    kind::behind(bytes.get(notes.end..).unwrap_or_default())?;
    let turn = exif::turn(notes.exif)?;
    let colours = if notes.inks == 1 {
        ColorSpace::Luma
    } else {
        ColorSpace::RGB
    };
    let side = limits.side as usize;
    let options = DecoderOptions::default()
        .set_max_width(side)
        .set_max_height(side)
        .jpeg_set_out_colorspace(colours);
    let photo = notes.needed.concat();
    let mut decoder = JpegDecoder::new_with_options(Cursor::new(photo), options);
    let pixels = decoder.decode().map_err(|_| Refusal::Broken)?;
    let pixels = if notes.inks == 1 {
        super::grey(&pixels)
    } else {
        pixels
    };
    let mut pieces = notes.profile;
    pieces.sort_by_key(|(number, _)| *number);
    let profile = pieces.iter().flat_map(|(_, piece)| piece.iter().copied());
    Ok(Raw {
        picture: Picture::new(width, height, pixels).ok_or(Refusal::Broken)?,
        turn,
        profile: Some(profile.collect()).filter(|profile: &Vec<u8>| !profile.is_empty()),
    })
}

/// From marker to marker, to the end of the first picture.
fn walk(bytes: &[u8]) -> Result<Notes<'_>, Refusal> {
    let part = |from: usize, to: usize| bytes.get(from..to).ok_or(Refusal::CutShort);
    let mut notes = Notes::default();
    notes.needed.push(part(0, 2)?);
    let mut at = 2;
    loop {
        let start = marker(bytes, at).ok_or(Refusal::CutShort)?;
        // Between two markers: the picture itself.
        notes.needed.push(part(at, start)?);
        let code = *bytes.get(start + 1).ok_or(Refusal::CutShort)?;
        at = start + 2;
        match code {
            0xd9 if notes.size.is_some() => {
                notes.needed.push(part(start, at)?);
                notes.end = at;
                return Ok(notes);
            }
            0x01 | 0xd8 => continue,
            0xd0..=0xd7 => {
                notes.needed.push(part(start, at)?);
                continue;
            }
            0xd9 => return Err(Refusal::Broken),
            _ => {}
        }
        let length = bytes.get(at..).and_then(|rest| rest.first_chunk::<2>());
        let length = usize::from(u16::from_be_bytes(*length.ok_or(Refusal::CutShort)?)).max(2);
        let segment = part(at + 2, at + length)?;
        notes.take(code, segment)?;
        at += length;
        // Sizes, tables and scans; and what Adobe says of the colours.
        if matches!(code, 0xc0..=0xc4 | 0xda..=0xdd | 0xee) {
            notes.needed.push(part(start, at)?);
        }
    }
}

/// Where the next marker stands: 0xff and a byte that is neither filling nor a 0xff of the picture itself.
fn marker(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xff)?;
        match bytes.get(at + 1)? {
            0x00 => at += 2,
            0xff => at += 1,
            _ => return Some(at),
        }
    }
}

impl<'a> Notes<'a> {
    fn take(&mut self, code: u8, segment: &'a [u8]) -> Result<(), Refusal> {
        match (code, segment) {
            (0xc0..=0xc2, [bits, h1, h0, w1, w0, inks, ..]) => {
                if *bits != 8 {
                    return Err(Refusal::Deep { bits: *bits });
                }
                let side = |high: u8, low: u8| u32::from(u16::from_be_bytes([high, low]));
                self.size = Some((side(*w1, *w0), side(*h1, *h0)));
                self.inks = *inks;
            }
            (0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf, _) => return Err(Refusal::Broken),
            (0xe1, _) if self.exif.is_none() => self.exif = segment.strip_prefix(b"Exif\0\0"),
            (0xe2, _) => {
                if let Some([number, _, piece @ ..]) = segment.strip_prefix(b"ICC_PROFILE\0") {
                    self.profile.push((*number, piece));
                }
            }
            _ => {}
        }
        Ok(())
    }
}
