//! Which scales a photo is looked at, and what is made of what they say.

use fast_image_resize::FilterType;
use serde::{Deserialize, Serialize};

use crate::net::{self, Spot, distinct};
use crate::numbers::short;
use crate::picture::{Picture, Turn};

/// A place with a face, in pixels of the photo.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Face {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub w: f32,
    /// Height.
    pub h: f32,
    /// How much it looks like a face, 0 to 1.
    pub score: f32,
    /// Whether it needs no second look by a person.
    pub sure: bool,
}

/// From this score on it is a face. Below it: *look here*.
const SURE: f32 = 0.6;
/// From this score on it is shown at all. A box too many costs a click; a face too few is a child on the web.
const LEAST: f32 = 0.45;
/// What one scale alone half believes counts when another scale half believes it too.
const HALF: f32 = 0.25;
/// The scales that every photo is looked at.
const SCALES: [u32; 2] = [640, 1280];
/// A small photo is enlarged at most this much.
const ENLARGED: u32 = 2;
/// A photo with so many faces, or with faces this small, is looked at once more, larger.
const CROWD: usize = 20;
const SMALL: f32 = 24.0;
/// Where most faces of such a crowd are smaller than this even there, it is looked at enlarged: half of what is smaller than twelve
/// pixels is missed otherwise.
const TINY: f32 = 18.0;
/// A face that is not as clear as this is looked at once more, on a scale between the others, which has to believe it a little too:
/// a hand or a chimney looks like a face on one scale and not on the next, a face looks like one on all.
const CLEAR: f32 = 0.8;
const BETWEEN: u32 = 960;
const BELIEVED: f32 = 0.4;
/// What is smaller than this many pixels there, that scale cannot judge.
const JUDGED: f32 = 12.0;
/// A head that lies is found by turning the photo; there only the clear ones count, and only those that are one in a mirror too.
const LYING: f32 = 0.75;
const MIRRORED: f32 = 0.7;

/// Spots of one scale, in pixels of the picture.
struct Seen {
    spots: Vec<Spot>,
    /// Pixels of the scale for one of the picture.
    scale: f32,
}

/// Every face, best first, in pixels of this picture.
pub(crate) fn faces(picture: &Picture) -> Vec<Face> {
    let longest = picture.width.max(picture.height);
    let mut sizes = SCALES
        .map(|scale| scale.min(longest.saturating_mul(ENLARGED)))
        .to_vec();
    sizes.dedup();
    let mut seen: Vec<Seen> = sizes.iter().map(|size| look(picture, *size)).collect();
    if longest > SCALES[1] && seen.last().is_some_and(is_crowd) {
        seen.push(look(picture, longest));
        if seen.last().and_then(median).is_some_and(|side| side < TINY) {
            seen.push(look(picture, longest.saturating_mul(ENLARGED)));
        }
    }
    let upright = confirmed(picture, agreed(&seen));
    let lying = lying(picture);
    let all = upright.into_iter().chain(lying).collect();
    let spots = distinct(distinct(all, |a, b| a.overlap(b) > 0.3), |a, b| {
        a.inside(b) > 0.7
    });
    let inside = |spot: &Spot| within(spot, picture);
    spots.iter().filter_map(inside).collect()
}

fn look(picture: &Picture, longest: u32) -> Seen {
    let size = picture.fitted(longest);
    let mut spots = if size == picture.size() {
        spots(picture)
    } else {
        spots(&picture.resized(size, FilterType::Bilinear))
    };
    let wide = short(f64::from(picture.width) / f64::from(size.0));
    let high = short(f64::from(picture.height) / f64::from(size.1));
    for spot in &mut spots {
        spot.x *= wide;
        spot.w *= wide;
        spot.y *= high;
        spot.h *= high;
    }
    Seen {
        spots,
        scale: 1.0 / wide,
    }
}

fn spots(picture: &Picture) -> Vec<Spot> {
    let (width, height) = (picture.width as usize, picture.height as usize);
    net::spots(&picture.pixels, width, height, HALF)
}

fn is_crowd(seen: &Seen) -> bool {
    believed(seen).count() >= CROWD || median(seen).is_some_and(|side| side < SMALL)
}

fn believed(seen: &Seen) -> impl Iterator<Item = &Spot> {
    seen.spots.iter().filter(|spot| spot.score >= LEAST)
}

/// How large the face in the middle is, in pixels of the scale, when they stand in order of size.
fn median(seen: &Seen) -> Option<f32> {
    let sides = believed(seen).map(|spot| spot.w.min(spot.h) * seen.scale);
    let mut sides: Vec<f32> = sides.collect();
    sides.sort_by(f32::total_cmp);
    sides.get(sides.len() / 2).copied()
}

/// What one scale believes, or two half believe.
fn agreed(seen: &[Seen]) -> Vec<Spot> {
    let mut all = Vec::new();
    for (at, here) in seen.iter().enumerate() {
        let enough = here.spots.iter().filter(|spot| spot.score >= LEAST);
        all.extend(enough.filter(|spot| {
            let mut others = seen.iter().enumerate().filter(|(other, _)| *other != at);
            spot.score >= SURE || others.any(|(_, other)| is_among(spot, &other.spots, HALF))
        }));
    }
    all
}

/// Without the doubtful ones that a scale in between does not believe. Nothing clear, and nothing too small to tell, is dropped.
fn confirmed(picture: &Picture, mut spots: Vec<Spot>) -> Vec<Spot> {
    if spots.iter().all(|spot| spot.score >= CLEAR) {
        return spots;
    }
    let longest = picture.width.max(picture.height);
    let between = look(picture, BETWEEN.min(longest.saturating_mul(ENLARGED)));
    spots.retain(|spot| {
        spot.score >= CLEAR
            || spot.w.min(spot.h) * between.scale < JUDGED
            || is_among(spot, &between.spots, BELIEVED)
    });
    spots
}

/// Whether one of these, with at least this score, is in the same place.
fn is_among(spot: &Spot, others: &[Spot], least: f32) -> bool {
    others
        .iter()
        .any(|other| other.score >= least && other.overlap(spot) > 0.3)
}

/// Faces of heads that lie on their side.
fn lying(picture: &Picture) -> Vec<Spot> {
    let small = picture.resized(picture.fitted(SCALES[0]), FilterType::Bilinear);
    let factor = short(f64::from(picture.width) / f64::from(small.width));
    let (width, height) = (short(small.width.into()), short(small.height.into()));
    let mut found = Vec::new();
    for (exif, left) in [(6, false), (8, true)] {
        let turned = small
            .clone()
            .turned(Turn::from_exif(exif).unwrap_or_default());
        let mut clear = spots(&turned);
        clear.retain(|spot| spot.score >= LYING);
        if clear.is_empty() {
            continue;
        }
        let wide = short(turned.width.into());
        let mut mirrored = spots(&turned.turned(Turn::from_exif(2).unwrap_or_default()));
        for spot in &mut mirrored {
            spot.x = wide - spot.x - spot.w;
        }
        clear.retain(|spot| is_among(spot, &mirrored, MIRRORED));
        found.extend(clear.into_iter().map(|spot| {
            let (x, y) = if left {
                (width - spot.y - spot.h, spot.x)
            } else {
                (spot.y, height - spot.x - spot.w)
            };
            Spot {
                x: x * factor,
                y: y * factor,
                w: spot.h * factor,
                h: spot.w * factor,
                score: spot.score,
            }
        }));
    }
    found
}

/// The part inside the picture.
fn within(spot: &Spot, picture: &Picture) -> Option<Face> {
    let (width, height) = (short(picture.width.into()), short(picture.height.into()));
    let (x, y) = (spot.x.max(0.0), spot.y.max(0.0));
    let (w, h) = (
        (spot.x + spot.w).min(width) - x,
        (spot.y + spot.h).min(height) - y,
    );
    (w > 0.0 && h > 0.0).then_some(Face {
        x,
        y,
        w,
        h,
        score: spot.score,
        sure: spot.score >= SURE,
    })
}
