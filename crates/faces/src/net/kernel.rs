//! The inner loops: what takes the time. Everything is inlined into the function that carries the processor's instructions.

use fearless_simd::prelude::*;
use fearless_simd::{f32x8, f32x16};

use super::weights::{Block, LANES, Unit, Weights};

/// One row of pixels, each `B` blocks of channels.
pub(super) type Row<const B: usize> = [[Block; B]];

/// Pixels that share one load of a weight.
const TOGETHER: usize = 6;

/// The first convolution, 3 × 3 and stride 2: three rows of bytes (as numbers, with a zero pixel before) to one row of 16 channels.
#[inline(always)]
pub(super) fn stem<S: Simd>(simd: S, rows: [&[f32]; 3], weights: &Weights, out: &mut [Block]) {
    const WIDE: usize = 4;
    let (groups, rest) = out.as_chunks_mut::<WIDE>();
    let bias = f32x16::from_slice(simd, &weights.stem_bias);
    for (at, group) in groups.iter_mut().enumerate() {
        let mut sums = [bias; WIDE];
        for (row, taps) in rows.iter().zip(weights.stem.as_chunks::<9>().0) {
            let Some(window) = row
                .get(at * WIDE * 6..)
                .and_then(|row| row.first_chunk::<27>())
            else {
                continue;
            };
            for (t, tap) in taps.iter().enumerate() {
                let tap = f32x16::from_slice(simd, tap);
                for (q, sum) in sums.iter_mut().enumerate() {
                    let value = window.get(q * 6 + t).copied().unwrap_or_default();
                    *sum = f32x16::splat(simd, value).mul_add(tap, *sum);
                }
            }
        }
        for (to, sum) in group.iter_mut().zip(sums) {
            sum.max(f32x16::splat(simd, 0.0)).store_slice(to);
        }
    }
    debug_assert!(rest.is_empty(), "widths are multiples of 32");
}

/// The 1 × 1 convolution of one row.
#[inline(always)]
pub(super) fn point<S: Simd, const I: usize, const B: usize>(
    simd: S,
    unit: &Unit,
    input: &Row<I>,
    out: &mut Row<B>,
) {
    let (groups, rest) = input.as_chunks::<TOGETHER>();
    let (outs, out_rest) = out.as_chunks_mut::<TOGETHER>();
    for (group, outs) in groups.iter().zip(outs) {
        point_group::<S, I, B, TOGETHER>(simd, unit, group, outs);
    }
    let (rest, _) = rest.as_chunks::<1>();
    let (outs, _) = out_rest.as_chunks_mut::<1>();
    for (group, outs) in rest.iter().zip(outs) {
        point_group::<S, I, B, 1>(simd, unit, group, outs);
    }
}

#[inline(always)]
fn point_group<S: Simd, const I: usize, const B: usize, const P: usize>(
    simd: S,
    unit: &Unit,
    group: &[[Block; I]; P],
    outs: &mut [[Block; B]; P],
) {
    let inputs = I * 16;
    let blocks = unit.point.chunks_exact(inputs).zip(&unit.point_bias);
    for (k, (weights, bias)) in blocks.enumerate().take(B) {
        let mut sums = [f32x16::from_slice(simd, bias); P];
        for (block, weights) in weights.as_chunks::<16>().0.iter().enumerate().take(I) {
            for (lane, weight) in weights.iter().enumerate() {
                let weight = f32x16::from_slice(simd, weight);
                for (sum, pixel) in sums.iter_mut().zip(group) {
                    let value = f32x16::splat(simd, pixel[block][lane]);
                    *sum = value.mul_add(weight, *sum);
                }
            }
        }
        for (out, sum) in outs.iter_mut().zip(sums) {
            sum.store_slice(&mut out[k]);
        }
    }
}

/// The 3 × 3 depth-wise convolution of one row. `rows` carry one zero pixel on both sides.
#[inline(always)]
pub(super) fn depth<S: Simd, const B: usize>(
    simd: S,
    unit: &Unit,
    rows: [&Row<B>; 3],
    out: &mut Row<B>,
) {
    let (groups, rest) = out.as_chunks_mut::<4>();
    let done = groups.len() * 4;
    for (at, group) in groups.iter_mut().enumerate() {
        depth_group::<S, B, 4, 6>(simd, unit, rows, at * 4, group);
    }
    let (singles, _) = rest.as_chunks_mut::<1>();
    for (at, group) in singles.iter_mut().enumerate() {
        depth_group::<S, B, 1, 3>(simd, unit, rows, done + at, group);
    }
}

/// `P` pixels that share the loads of the `W` above, beside and below them.
#[inline(always)]
fn depth_group<S: Simd, const B: usize, const P: usize, const W: usize>(
    simd: S,
    unit: &Unit,
    rows: [&Row<B>; 3],
    at: usize,
    group: &mut [[Block; B]; P],
) {
    let mut windows = [&[[[0.0; LANES]; B]; W]; 3];
    for (window, row) in windows.iter_mut().zip(rows) {
        if let Some(pixels) = row.get(at..).and_then(|row| row.first_chunk::<W>()) {
            *window = pixels;
        }
    }
    let blocks = unit.depth.iter().zip(&unit.depth_bias);
    for (k, (taps, bias)) in blocks.enumerate().take(B) {
        for half in 0..2 {
            let mut sums = [eight(simd, bias, half); P];
            for (window, taps) in windows.iter().zip(taps.as_chunks::<3>().0) {
                let mut values = [f32x8::splat(simd, 0.0); W];
                for (value, pixel) in values.iter_mut().zip(*window) {
                    *value = eight(simd, &pixel[k], half);
                }
                for (x, tap) in taps.iter().enumerate() {
                    let tap = eight(simd, tap, half);
                    for (q, sum) in sums.iter_mut().enumerate() {
                        *sum = values[q + x].mul_add(tap, *sum);
                    }
                }
            }
            for (out, sum) in group.iter_mut().zip(sums) {
                let sum = if unit.rectified {
                    sum.max(f32x8::splat(simd, 0.0))
                } else {
                    sum
                };
                sum.store_slice(&mut out[k].as_chunks_mut::<8>().0[half]);
            }
        }
    }
}

#[inline(always)]
fn eight<S: Simd>(simd: S, block: &Block, half: usize) -> f32x8<S> {
    f32x8::from_slice(simd, &block.as_chunks::<8>().0[half])
}

/// The largest of two by two pixels.
#[inline(always)]
pub(super) fn pool<S: Simd, const B: usize>(
    simd: S,
    [upper, lower]: [&Row<B>; 2],
    out: &mut Row<B>,
) {
    let pairs = upper
        .as_chunks::<2>()
        .0
        .iter()
        .zip(lower.as_chunks::<2>().0);
    for (out, ([a, b], [c, d])) in out.iter_mut().zip(pairs) {
        for (k, out) in out.iter_mut().enumerate() {
            let [a, b, c, d] = [a, b, c, d].map(|pixel| &pixel[k]);
            let upper = f32x16::from_slice(simd, a).max(f32x16::from_slice(simd, b));
            let lower = f32x16::from_slice(simd, c).max(f32x16::from_slice(simd, d));
            upper.max(lower).store_slice(out);
        }
    }
}
