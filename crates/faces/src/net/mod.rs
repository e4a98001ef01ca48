//! `YuNet`'s forward pass, written out: 53 000 numbers need no inference library.
//!
//! The network finds faces and says nothing else about them. Its heads for eyes, nose and mouth are not carried, so nothing here
//! could line up a face for somebody who wants to recognise it.

mod boxes;
#[expect(
    clippy::indexing_slicing,
    clippy::inline_always,
    reason = "arrays of a size known when compiled, in loops over that size; and inlining is what brings the processor's instructions in"
)]
mod kernel;
#[expect(
    clippy::inline_always,
    reason = "inlining is what brings the processor's instructions in"
)]
mod rows;
mod weights;

use std::sync::LazyLock;

use fearless_simd::{Level, Simd, dispatch};

pub use boxes::Spot;
pub(crate) use boxes::distinct;
use rows::{Pass, Plane, Pool, Stem, Sum};
use weights::Weights;

static WEIGHTS: LazyLock<Weights> = LazyLock::new(Weights::carried);

/// Sizes are padded to this many pixels: the coarsest layer stands for 32 by 32.
const GRID: usize = 32;

/// What the three heads say, finest first.
type Heads = [Plane<1>; 3];

/// Every spot in these RGB rows that looks like a face, in pixels, with at least this score; doubles are dropped.
pub fn spots(pixels: &[u8], width: usize, height: usize, least: f32) -> Vec<Spot> {
    spots_at(Level::new(), pixels, width, height, least)
}

fn spots_at(level: Level, pixels: &[u8], width: usize, height: usize, least: f32) -> Vec<Spot> {
    if pixels.len() != width * height * 3 || pixels.is_empty() {
        return Vec::new();
    }
    let heads = dispatch!(level, simd => forward(simd, pixels, width, height));
    boxes::read(&heads, least)
}

fn forward<S: Simd>(simd: S, pixels: &[u8], width: usize, height: usize) -> Heads {
    let net = &*WEIGHTS;
    let [u0, u1, u2, u3, u4, u5, u6, u7, u8, u9, u10, u11, u12, u13] = &net.units;
    let [head0, head1, head2] = &net.heads;
    let half = |side: usize| side.div_ceil(GRID) * GRID / 2;
    let stem = Stem::new(net, pixels, width, (half(width), half(height)));
    let x = Pool::new(Pass::<_, 1, 1>::new(u0, stem));
    let x = Pass::<_, 1, 2>::new(u2, Pass::<_, 1, 1>::new(u1, x));
    let x = Pass::<_, 2, 4>::new(u4, Pass::<_, 2, 2>::new(u3, x));
    let x = Pass::<_, 4, 4>::new(u5, Pool::new(x));
    let fine = Plane::of(simd, Pass::<_, 4, 4>::new(u6, x));
    let x = Pass::<_, 4, 4>::new(u7, Pool::new(fine.rows()));
    let middle = Plane::of(simd, Pass::<_, 4, 4>::new(u8, x));
    let x = Pass::<_, 4, 4>::new(u9, Pool::new(middle.rows()));
    let x = Pass::<_, 4, 4>::new(u11, Pass::<_, 4, 4>::new(u10, x));
    let coarse = Plane::of(simd, x);
    let middle = Plane::of(simd, Pass::<_, 4, 4>::new(u12, Sum::of(&middle, &coarse)));
    let fine = Pass::<_, 4, 4>::new(u13, Sum::of(&fine, &middle));
    [
        Plane::of(simd, Pass::<_, 4, 1>::new(head0, fine)),
        Plane::of(simd, Pass::<_, 4, 1>::new(head1, middle.rows())),
        Plane::of(simd, Pass::<_, 4, 1>::new(head2, coarse.rows())),
    ]
}
