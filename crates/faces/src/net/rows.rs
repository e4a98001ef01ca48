//! The layers as a chain in which each row is pulled through: only a few rows of each layer exist at a time, and stay in the
//! processor's cache.

use fearless_simd::prelude::*;

use super::kernel::{self, Row};
use super::weights::{Block, LANES, Unit, Weights};

const ZERO: Block = [0.0; LANES];

/// What hands out one row of pixels after the other.
pub(super) trait Rows<const B: usize> {
    /// Columns and rows.
    fn size(&self) -> (usize, usize);
    /// Writes the next row.
    fn next<S: Simd>(&mut self, simd: S, row: &mut Row<B>);
}

/// A whole layer, kept.
pub(super) struct Plane<const B: usize> {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) pixels: Vec<[Block; B]>,
}

impl<const B: usize> Plane<B> {
    /// Pulls every row of a chain.
    pub(super) fn of<S: Simd>(simd: S, mut rows: impl Rows<B>) -> Self {
        let (width, height) = rows.size();
        let mut pixels = vec![[ZERO; B]; width * height];
        for row in pixels.chunks_exact_mut(width.max(1)) {
            rows.next(simd, row);
        }
        Self {
            width,
            height,
            pixels,
        }
    }

    /// Its rows again, from the top.
    pub(super) fn rows(&self) -> Again<'_, B> {
        Again {
            plane: self,
            rest: &self.pixels,
        }
    }

    fn row(&self, y: usize) -> &Row<B> {
        let from = y * self.width;
        self.pixels.get(from..from + self.width).unwrap_or_default()
    }
}

/// The rows of a kept layer.
pub(super) struct Again<'a, const B: usize> {
    plane: &'a Plane<B>,
    rest: &'a [[Block; B]],
}

impl<const B: usize> Rows<B> for Again<'_, B> {
    fn size(&self) -> (usize, usize) {
        (self.plane.width, self.plane.height)
    }

    fn next<S: Simd>(&mut self, _: S, row: &mut Row<B>) {
        if let Some((here, rest)) = self.rest.split_at_checked(row.len()) {
            row.copy_from_slice(here);
            self.rest = rest;
        }
    }
}

/// The first layer: bytes of a picture to 16 channels at half the size.
pub(super) struct Stem<'a> {
    weights: &'a Weights,
    pixels: &'a [u8],
    picture: usize,
    size: (usize, usize),
    /// Rows 2y − 1, 2y and 2y + 1, with a zero pixel on both sides.
    ring: [Vec<f32>; 3],
    y: usize,
}

impl<'a> Stem<'a> {
    /// `pixels` are rows of `width` RGB pixels; `size` is that of the result, which may reach beyond the picture.
    pub(super) fn new(
        weights: &'a Weights,
        pixels: &'a [u8],
        width: usize,
        size: (usize, usize),
    ) -> Self {
        Self {
            weights,
            pixels,
            picture: width,
            size,
            ring: [(); 3].map(|()| vec![0.0; (2 * size.0 + 2) * 3]),
            y: 0,
        }
    }
}

impl Rows<1> for Stem<'_> {
    fn size(&self) -> (usize, usize) {
        self.size
    }

    fn next<S: Simd>(&mut self, simd: S, row: &mut Row<1>) {
        self.ring.swap(0, 2);
        let [above, at, below] = &mut self.ring;
        let (first, width) = (2 * self.y * self.picture * 3, self.picture * 3);
        self.y += 1;
        let (pixels, weights) = (self.pixels, self.weights);
        simd.vectorize(
            #[inline(always)]
            || {
                numbers(pixels.get(first..first + width), at);
                numbers(pixels.get(first + width..first + 2 * width), below);
                kernel::stem(simd, [above, at, below], weights, row.as_flattened_mut());
            },
        );
    }
}

/// A row of bytes as numbers, one pixel in; zeros below the picture.
#[inline(always)]
fn numbers(bytes: Option<&[u8]>, row: &mut [f32]) {
    match (bytes, row.get_mut(3..)) {
        (Some(bytes), Some(places)) => {
            let places = places.iter_mut();
            places
                .zip(bytes)
                .for_each(|(to, byte)| *to = f32::from(*byte));
        }
        _ => row.fill(0.0),
    }
}

/// One unit, with the three rows that its 3 × 3 convolution looks at.
pub(super) struct Pass<'a, T, const I: usize, const B: usize> {
    unit: &'a Unit,
    from: T,
    input: Vec<[Block; I]>,
    ring: [Vec<[Block; B]>; 3],
    y: usize,
}

impl<'a, T: Rows<I>, const I: usize, const B: usize> Pass<'a, T, I, B> {
    pub(super) fn new(unit: &'a Unit, from: T) -> Self {
        let (width, _) = from.size();
        Self {
            unit,
            from,
            input: vec![[ZERO; I]; width],
            ring: [(); 3].map(|()| vec![[ZERO; B]; width + 2]),
            y: 0,
        }
    }

    fn fill<S: Simd>(&mut self, simd: S, place: usize) {
        self.from.next(simd, &mut self.input);
        let Some([_, inner @ .., _]) = self.ring.get_mut(place).map(Vec::as_mut_slice) else {
            return;
        };
        let (unit, input) = (self.unit, &self.input);
        simd.vectorize(
            #[inline(always)]
            || kernel::point(simd, unit, input, inner),
        );
    }
}

impl<T: Rows<I>, const I: usize, const B: usize> Rows<B> for Pass<'_, T, I, B> {
    fn size(&self) -> (usize, usize) {
        self.from.size()
    }

    fn next<S: Simd>(&mut self, simd: S, row: &mut Row<B>) {
        let (_, height) = self.size();
        if self.y == 0 {
            self.fill(simd, 1);
        }
        self.y += 1;
        if self.y < height {
            self.fill(simd, 2);
        } else if let Some(below) = self.ring.last_mut() {
            below.fill([ZERO; B]);
        }
        let [above, at, below] = &self.ring;
        let unit = self.unit;
        simd.vectorize(
            #[inline(always)]
            || kernel::depth(simd, unit, [above, at, below], row),
        );
        self.ring.rotate_left(1);
    }
}

/// Half the size: the largest of two by two.
pub(super) struct Pool<T, const B: usize> {
    from: T,
    pair: [Vec<[Block; B]>; 2],
}

impl<T: Rows<B>, const B: usize> Pool<T, B> {
    pub(super) fn new(from: T) -> Self {
        let (width, _) = from.size();
        Self {
            from,
            pair: [(); 2].map(|()| vec![[ZERO; B]; width]),
        }
    }
}

impl<T: Rows<B>, const B: usize> Rows<B> for Pool<T, B> {
    fn size(&self) -> (usize, usize) {
        let (width, height) = self.from.size();
        (width / 2, height / 2)
    }

    fn next<S: Simd>(&mut self, simd: S, row: &mut Row<B>) {
        let [upper, lower] = &mut self.pair;
        self.from.next(simd, upper);
        self.from.next(simd, lower);
        simd.vectorize(
            #[inline(always)]
            || kernel::pool(simd, [upper, lower], row),
        );
    }
}

/// A layer plus a coarser one, each of whose pixels stands for two by two.
pub(super) struct Sum<'a, const B: usize> {
    fine: Again<'a, B>,
    coarse: &'a Plane<B>,
    y: usize,
}

impl<'a, const B: usize> Sum<'a, B> {
    pub(super) fn of(fine: &'a Plane<B>, coarse: &'a Plane<B>) -> Self {
        Self {
            fine: fine.rows(),
            coarse,
            y: 0,
        }
    }
}

impl<const B: usize> Rows<B> for Sum<'_, B> {
    fn size(&self) -> (usize, usize) {
        self.fine.size()
    }

    fn next<S: Simd>(&mut self, simd: S, row: &mut Row<B>) {
        self.fine.next(simd, row);
        let coarse = self.coarse.row(self.y / 2);
        self.y += 1;
        simd.vectorize(
            #[inline(always)]
            || {
                for (pair, coarse) in row.as_chunks_mut::<2>().0.iter_mut().zip(coarse) {
                    for pixel in pair {
                        let numbers = pixel.as_flattened_mut().iter_mut();
                        numbers
                            .zip(coarse.as_flattened())
                            .for_each(|(to, one)| *to += one);
                    }
                }
            },
        );
    }
}
