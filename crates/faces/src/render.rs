//! Renditions: new files, written from pixels. Nothing of the file that came in is in them.

use fast_image_resize::FilterType;
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use crate::picture::Picture;

/// The longest side of each rendition: to print, to show, to list.
pub const SIZES: [u32; 3] = [2048, 1080, 400];

const QUALITY: u8 = 82;

/// One file to show.
#[derive(Clone, PartialEq, Eq)]
pub struct Rendition {
    /// The size that was asked for.
    pub longest: u32,
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Without its bytes: they belong in no log.
impl std::fmt::Debug for Rendition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Rendition({} × {})", self.width, self.height)
    }
}

/// How a rendition is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// What everything shows.
    #[default]
    Jpeg,
    /// A third smaller. Needs a C compiler to build.
    #[cfg(feature = "webp")]
    WebP,
}

impl Format {
    /// The end of a file's name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            #[cfg(feature = "webp")]
            Self::WebP => "webp",
        }
    }
}

/// The picture at this size or, where it is smaller, its own.
pub(crate) fn rendition(picture: &Picture, longest: u32, format: Format) -> Rendition {
    let longest_here = picture.width.max(picture.height);
    let small = (longest_here > longest)
        .then(|| picture.resized(picture.fitted(longest), FilterType::Lanczos3));
    let picture = small.as_ref().unwrap_or(picture);
    let bytes = match format {
        Format::Jpeg => jpeg(picture),
        #[cfg(feature = "webp")]
        Format::WebP => webp::Encoder::from_rgb(&picture.pixels, picture.width, picture.height)
            .encode(f32::from(QUALITY))
            .to_vec(),
    };
    Rendition {
        longest,
        width: picture.width,
        height: picture.height,
        bytes,
    }
}

fn jpeg(picture: &Picture) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(picture.pixels.len() / 8);
    let mut encoder = Encoder::new(&mut bytes, QUALITY);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    let side = |side: u32| u16::try_from(side).unwrap_or(u16::MAX);
    let (width, height) = (side(picture.width), side(picture.height));
    let done = encoder.encode(&picture.pixels, width, height, ColorType::Rgb);
    debug_assert!(done.is_ok(), "memory takes every byte");
    bytes
}
