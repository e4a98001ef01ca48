//! From what the heads say to boxes.

use super::Heads;

/// A place that looks like a face: left, top, width and height in pixels, and how much it looks like one, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub w: f32,
    /// Height.
    pub h: f32,
    /// How much it looks like a face.
    pub score: f32,
}

/// Two spots of one scale that share more than this are one face.
const SAME: f32 = 0.3;

impl Spot {
    /// What both cover, in square pixels.
    pub(crate) fn shared(&self, other: &Self) -> f32 {
        let wide = (self.x + self.w).min(other.x + other.w) - self.x.max(other.x);
        let high = (self.y + self.h).min(other.y + other.h) - self.y.max(other.y);
        wide.max(0.0) * high.max(0.0)
    }

    /// What both cover, as a part of what either covers.
    pub(crate) fn overlap(&self, other: &Self) -> f32 {
        let shared = self.shared(other);
        shared / (self.w * self.h + other.w * other.h - shared + 1e-9)
    }

    /// What both cover, as a part of the smaller one.
    pub(crate) fn inside(&self, other: &Self) -> f32 {
        self.shared(other) / ((self.w * self.h).min(other.w * other.h) + 1e-9)
    }
}

/// Every cell of every head that scores enough, best first, without doubles.
pub(super) fn read(heads: &Heads, least: f32) -> Vec<Spot> {
    let mut found = Vec::new();
    for (plane, stride) in heads.iter().zip([8.0_f32, 16.0, 32.0]) {
        let rows = plane.pixels.chunks_exact(plane.width.max(1));
        for (row, y) in rows.zip(counted()) {
            for ([cell], x) in row.iter().zip(counted()) {
                let [class, object, right, down, wide, high, ..] = *cell;
                let score = (chance(class) * chance(object)).sqrt();
                if score < least {
                    continue;
                }
                let (w, h) = (wide.exp() * stride, high.exp() * stride);
                found.push(Spot {
                    x: (x + right) * stride - w / 2.0,
                    y: (y + down) * stride - h / 2.0,
                    w,
                    h,
                    score,
                });
            }
        }
    }
    distinct(found, |a, b| a.overlap(b) > SAME)
}

/// 0, 1, 2, … as numbers to reckon with.
fn counted() -> impl Iterator<Item = f32> {
    (0_u16..).map(f32::from)
}

fn chance(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}

/// Best first; a spot that is the same as a better one is dropped.
pub(crate) fn distinct(mut spots: Vec<Spot>, same: impl Fn(&Spot, &Spot) -> bool) -> Vec<Spot> {
    spots.sort_by(|a, b| b.score.total_cmp(&a.score));
    let mut kept: Vec<Spot> = Vec::new();
    for spot in spots {
        if !kept.iter().any(|better| same(&spot, better)) {
            kept.push(spot);
        }
    }
    kept
}
