//! Covering: afterwards the pixels say nothing about who stood there.

use serde::{Deserialize, Serialize};

use crate::find::Face;
use crate::numbers::whole;
use crate::picture::Picture;

/// A rectangle in whole pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Region {
    /// Left edge.
    pub x: u32,
    /// Top edge.
    pub y: u32,
    /// Width.
    pub w: u32,
    /// Height.
    pub h: u32,
}

/// How.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Cover {
    /// One colour, the same for everybody: nothing at all remains.
    #[default]
    Solid,
    /// Four by four squares, the same for everybody. Friendlier to look at, and nothing remains either: squares that are averages of
    /// a face tell a handful of children apart, however few and however rounded (`docs/decisions/0022-squares-say-nothing.md`).
    Mosaic,
}

/// The colour of a solid cover.
pub const SOLID: [u8; 3] = [96, 105, 117];
/// Squares along each side of a mosaic.
pub const CELLS: u32 = 4;
/// How much lighter or darker than a solid cover each square is. Drawn once, for everybody; each row and each column has all four.
const SQUARES: [[i8; 4]; 4] = [
    [-21, 7, 21, -7],
    [7, -21, -7, 21],
    [21, -7, 7, -21],
    [-7, 21, -21, 7],
];

impl Region {
    /// The head around a face: hair, ears and chin as well.
    pub fn head(face: &Face) -> Self {
        let (x, y) = (f64::from(face.x), f64::from(face.y));
        let (w, h) = (f64::from(face.w), f64::from(face.h));
        Self::around(x - 0.25 * w, y - 0.35 * h, 1.5 * w, 1.6 * h)
    }

    /// Every pixel that this rectangle touches.
    pub fn around(x: f64, y: f64, w: f64, h: f64) -> Self {
        let (left, top) = (whole(x.floor()), whole(y.floor()));
        Self {
            x: left,
            y: top,
            w: whole((x + w).ceil()).saturating_sub(left).max(1),
            h: whole((y + h).ceil()).saturating_sub(top).max(1),
        }
    }

    /// Just right of it.
    pub(crate) fn right(&self) -> u32 {
        self.x.saturating_add(self.w)
    }

    /// Just below it.
    pub(crate) fn bottom(&self) -> u32 {
        self.y.saturating_add(self.h)
    }

    /// Whether the two share a pixel.
    pub fn meets(&self, other: &Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// Whether the other lies wholly in it.
    pub(crate) fn holds(&self, other: &Self) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && other.right() <= self.right()
            && other.bottom() <= self.bottom()
    }

    /// The part inside a picture of this size.
    pub(crate) fn inside(&self, (width, height): (u32, u32)) -> Option<Self> {
        let (right, bottom) = (self.right().min(width), self.bottom().min(height));
        (self.x < right && self.y < bottom).then_some(Self {
            w: right.saturating_sub(self.x),
            h: bottom.saturating_sub(self.y),
            ..*self
        })
    }

    /// In a picture that is this much larger or smaller; every pixel that it touched is in it.
    pub(crate) fn scaled(&self, wide: f64, high: f64) -> Self {
        let near = |at: u32, factor: f64| whole((f64::from(at) * factor).floor());
        let far = |at: u32, factor: f64| whole((f64::from(at) * factor - 1e-6).ceil());
        let (x, y) = (near(self.x, wide), near(self.y, high));
        Self {
            x,
            y,
            w: far(self.right(), wide).saturating_sub(x).max(1),
            h: far(self.bottom(), high).saturating_sub(y).max(1),
        }
    }
}

impl Region {
    /// In a picture that is this much larger or smaller; only pixels that lie wholly in it.
    pub(crate) fn shrunk(&self, wide: f64, high: f64) -> Self {
        let near = |at: u32, factor: f64| whole((f64::from(at) * factor - 1e-6).ceil());
        let far = |at: u32, factor: f64| whole((f64::from(at) * factor + 1e-6).floor());
        let (x, y) = (near(self.x, wide), near(self.y, high));
        Self {
            x,
            y,
            w: far(self.right(), wide).saturating_sub(x),
            h: far(self.bottom(), high).saturating_sub(y),
        }
    }
}

/// Covers what of the region lies in the picture.
pub(crate) fn cover(picture: &mut Picture, region: &Region, how: Cover) {
    let Some(region) = region.inside(picture.size()) else {
        return;
    };
    match how {
        Cover::Solid => paint(picture, &region, SOLID),
        Cover::Mosaic => {
            for (cell, lighter) in squares(&region) {
                paint(
                    picture,
                    &cell,
                    SOLID.map(|value| value.saturating_add_signed(lighter)),
                );
            }
        }
    }
}

/// The squares of a mosaic, and how light each is: together the region, each a pixel at least.
fn squares(region: &Region) -> impl Iterator<Item = (Region, i8)> {
    let columns = cuts(region.x, region.w);
    let rows = cuts(region.y, region.h).into_iter().zip(SQUARES);
    rows.flat_map(move |((y, h), lighter)| {
        let cells = columns.clone().into_iter().zip(lighter);
        cells.map(move |((x, w), lighter)| (Region { x, y, w, h }, lighter))
    })
}

/// Where the squares begin along one side, and how long they are.
fn cuts(from: u32, side: u32) -> Vec<(u32, u32)> {
    let many = CELLS.min(side);
    let at = |cut: u32| whole((f64::from(side) * f64::from(cut) / f64::from(many)).floor());
    (0..many)
        .map(|cell| (from + at(cell), at(cell + 1) - at(cell)))
        .collect()
}

fn paint(picture: &mut Picture, cell: &Region, colour: [u8; 3]) {
    let row = picture.row_bytes();
    let rows = picture.pixels.chunks_exact_mut(row).skip(cell.y as usize);
    for row in rows.take(cell.h as usize) {
        let pixels = row.as_chunks_mut::<3>().0.iter_mut().skip(cell.x as usize);
        for pixel in pixels.take(cell.w as usize) {
            *pixel = colour;
        }
    }
}
