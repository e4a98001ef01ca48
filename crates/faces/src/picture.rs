//! Pixels: rows of red, green and blue, and nothing else.

use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::U8x3;
use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};

use crate::numbers::{ratio, whole};

/// Rows of RGB pixels.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Three bytes a pixel.
    pub pixels: Vec<u8>,
}

/// How a camera was held: one to eight, as EXIF counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Turn {
    /// Columns and rows change places, before the rest.
    pub(crate) across: bool,
    /// Left becomes right.
    pub(crate) sideways: bool,
    /// Top becomes bottom.
    pub(crate) upside_down: bool,
}

impl Turn {
    /// What EXIF's number asks for.
    pub(crate) fn from_exif(value: u16) -> Option<Self> {
        let (across, sideways, upside_down) = match value {
            1 => (false, false, false),
            2 => (false, true, false),
            3 => (false, true, true),
            4 => (false, false, true),
            5 => (true, false, false),
            6 => (true, true, false),
            7 => (true, true, true),
            8 => (true, false, true),
            _ => return None,
        };
        Some(Self {
            across,
            sideways,
            upside_down,
        })
    }

    /// Width and height after it.
    pub(crate) fn size(self, (width, height): (u32, u32)) -> (u32, u32) {
        if self.across {
            (height, width)
        } else {
            (width, height)
        }
    }
}

/// Without its pixels: they belong in no log.
impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({} × {})", self.width, self.height)
    }
}

impl Picture {
    /// Of these rows; `None` where there are more or fewer bytes than that asks.
    pub fn new(width: u32, height: u32, pixels: Vec<u8>) -> Option<Self> {
        let bytes = u64::from(width) * u64::from(height) * 3;
        (u64::try_from(pixels.len()) == Ok(bytes) && bytes > 0).then_some(Self {
            width,
            height,
            pixels,
        })
    }

    pub(crate) fn size(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    /// A row's bytes.
    pub(crate) fn row_bytes(&self) -> usize {
        self.width as usize * 3
    }

    /// The size with this longest side, and at least one pixel.
    pub(crate) fn fitted(&self, longest: u32) -> (u32, u32) {
        let factor = ratio(longest, self.width.max(self.height));
        let side = |side: u32| whole((f64::from(side) * factor).round()).max(1);
        (side(self.width), side(self.height))
    }

    /// At another size. Lanczos for what people look at, a plain average for what the detector looks at.
    pub(crate) fn resized(&self, (width, height): (u32, u32), filter: FilterType) -> Self {
        let mut pixels = vec![0; width as usize * height as usize * 3];
        let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(filter));
        // By the kind of pixel that there is: asked for at run time, every kind would be built in.
        let from = TypedImageRef::<U8x3>::from_buffer(self.width, self.height, &self.pixels);
        let to = TypedImage::<U8x3>::from_buffer(width, height, &mut pixels);
        let done = from.ok().zip(to.ok()).and_then(|(from, mut to)| {
            let mut resizer = Resizer::new();
            resizer.resize_typed(&from, &mut to, &options).ok()
        });
        debug_assert!(done.is_some(), "both have as many bytes as pixels");
        Self {
            width,
            height,
            pixels,
        }
    }

    /// The right way up.
    pub(crate) fn turned(mut self, turn: Turn) -> Self {
        if turn.across {
            self = self.across();
        }
        let row = self.row_bytes();
        if turn.sideways {
            for row in self.pixels.chunks_exact_mut(row) {
                row.as_chunks_mut::<3>().0.reverse();
            }
        }
        if turn.upside_down {
            let mut rows = Vec::with_capacity(self.pixels.len());
            for row in self.pixels.chunks_exact(row).rev() {
                rows.extend_from_slice(row);
            }
            self.pixels = rows;
        }
        self
    }

    /// Columns become rows. In squares, so that what is read stays near.
    fn across(self) -> Self {
        const SQUARE: usize = 32;
        let (width, height) = (self.width as usize, self.height as usize);
        let (from, _) = self.pixels.as_chunks::<3>();
        let mut pixels = vec![0; self.pixels.len()];
        let (to, _) = pixels.as_chunks_mut::<3>();
        for left in (0..width).step_by(SQUARE) {
            for top in (0..height).step_by(SQUARE) {
                for x in left..width.min(left + SQUARE) {
                    let places = to.iter_mut().skip(x * height + top).take(SQUARE);
                    let column = from.iter().skip(top * width + x).step_by(width);
                    let inside = height.min(top + SQUARE) - top;
                    for (to, from) in places.zip(column).take(inside) {
                        *to = *from;
                    }
                }
            }
        }
        Self {
            width: self.height,
            height: self.width,
            pixels,
        }
    }
}
