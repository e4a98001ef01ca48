//! From the bytes of a file to pixels: under limits, turned upright, in the colours of a screen. Nothing else of the file is kept.

mod colour;
mod exif;
#[cfg(feature = "heic")]
mod heic;
mod jpeg;
mod kind;
mod png;
mod webp;

use fast_image_resize::FilterType;

use crate::picture::{Picture, Turn};
use crate::refusal::Refusal;
use kind::Kind;

/// The longest side of what is kept to work on: the largest rendition.
pub(crate) const MASTER: u32 = 2048;

/// What is taken. Beyond it a file is refused before it is decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: usize,
    /// Pixels of the photo.
    pub pixels: u64,
    /// The longest side.
    pub side: u32,
    /// The shortest side.
    pub least: u32,
}

impl Default for Limits {
    /// What today's phones make, and a little more.
    fn default() -> Self {
        Self {
            bytes: 40 << 20,
            pixels: 52_000_000,
            side: 16_384,
            least: 16,
        }
    }
}

/// What a file says about itself.
#[derive(Clone, Copy)]
struct Sides {
    width: u32,
    height: u32,
}

impl Limits {
    fn check(&self, Sides { width, height }: Sides) -> Result<(), Refusal> {
        if u64::from(width) * u64::from(height) > self.pixels {
            return Err(Refusal::TooManyPixels {
                width,
                height,
                most: self.pixels / 1_000_000,
            });
        }
        if width.min(height) < self.least || width.max(height) > self.side {
            return Err(Refusal::OddSize {
                width,
                height,
                least: self.least,
                most: self.side,
            });
        }
        Ok(())
    }

    /// What a decoder may ask for: four bytes a pixel, and as much again to work with.
    fn memory(&self) -> usize {
        usize::try_from(self.pixels * 8).unwrap_or(usize::MAX)
    }
}

/// Decoded, as it lay in the file.
struct Raw {
    picture: Picture,
    turn: Turn,
    profile: Option<Vec<u8>>,
}

/// A photo to work on: at most 2048 pixels long, upright, in sRGB; and how large it was.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<(Picture, (u32, u32)), Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if bytes.len() > limits.bytes {
        return Err(Refusal::Heavy {
            most: limits.bytes >> 20,
        });
    }
    let raw = match kind::kind(bytes)? {
        Kind::Jpeg => jpeg::read(bytes, limits)?,
        Kind::Png => png::read(bytes, limits)?,
        Kind::WebP => webp::read(bytes, limits)?,
        #[cfg(feature = "heic")]
        Kind::Heic => heic::read(bytes, limits)?,
        #[cfg(not(feature = "heic"))]
        Kind::Heic => return Err(Refusal::NoHeic),
    };
    let size = raw.turn.size(raw.picture.size());
    // Made smaller first: turning and colours then cost a sixth. What comes out is the same.
    let mut picture = raw.picture;
    if picture.width.max(picture.height) > MASTER {
        picture = picture.resized(picture.fitted(MASTER), FilterType::Lanczos3);
    }
    if let Some(profile) = raw.profile {
        picture = colour::to_srgb(picture, &profile);
    }
    Ok((picture.turned(raw.turn), size))
}

/// One number a pixel becomes three.
fn grey(pixels: &[u8]) -> Vec<u8> {
    pixels.iter().flat_map(|value| [*value; 3]).collect()
}

/// What is transparent shows white paper.
fn on_white<const N: usize>(pixels: &[u8], split: impl Fn([u8; N]) -> ([u8; 3], u8)) -> Vec<u8> {
    let mut out = Vec::with_capacity(pixels.len() / N * 3);
    for pixel in pixels.as_chunks::<N>().0 {
        let (colour, opaque) = split(*pixel);
        if opaque == u8::MAX {
            out.extend_from_slice(&colour);
            continue;
        }
        let opaque = u32::from(opaque);
        out.extend(colour.map(|value| {
            let mixed = u32::from(value) * opaque + 255 * (255 - opaque);
            u8::try_from((mixed + 127) / 255).unwrap_or(u8::MAX)
        }));
    }
    out
}
