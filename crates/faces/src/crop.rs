//! Crops that leave somebody out: the largest rectangles of a photo in which nobody of these stands.

use crate::cover::Region;

/// More people than this cannot be cropped away in any way that leaves a photo.
const MOST: usize = 24;
/// A crop has at least this part of the photo's sides.
const LEAST: u32 = 3;

/// Crops of a photo of this size, largest first: they touch none of `out`, hold all of `keep` and are at least a third of the
/// photo wide and high. None where nothing worth showing would remain.
pub fn crops(size: (u32, u32), out: &[Region], keep: &[Region]) -> Vec<Region> {
    if out.is_empty() || out.len() > MOST {
        return Vec::new();
    }
    let whole = Region {
        x: 0,
        y: 0,
        w: size.0,
        h: size.1,
    };
    let large_enough = |one: &Region| {
        one.w.saturating_mul(LEAST) >= size.0
            && one.h.saturating_mul(LEAST) >= size.1
            && keep.iter().all(|kept| one.holds(kept))
    };
    let mut free = vec![whole];
    for region in out {
        let (touched, mut rest): (Vec<Region>, Vec<Region>) =
            free.into_iter().partition(|one| one.meets(region));
        rest.extend(touched.iter().flat_map(|one| around(one, region)));
        rest.retain(large_enough);
        rest.sort_by_key(|one| std::cmp::Reverse(area(one)));
        let mut outer: Vec<Region> = Vec::new();
        for one in rest {
            if !outer.iter().any(|larger| larger.holds(&one)) {
                outer.push(one);
            }
        }
        free = outer;
    }
    free
}

fn area(region: &Region) -> u64 {
    u64::from(region.w) * u64::from(region.h)
}

/// What remains of a rectangle left, right, above and below somebody.
fn around(one: &Region, out: &Region) -> Vec<Region> {
    let (right, bottom) = (one.right(), one.bottom());
    let sides = [
        (one.x, one.y, out.x.min(right), bottom),
        (out.right().max(one.x), one.y, right, bottom),
        (one.x, one.y, right, out.y.min(bottom)),
        (one.x, out.bottom().max(one.y), right, bottom),
    ];
    let sides = sides
        .into_iter()
        .filter(|(x, y, right, bottom)| x < right && y < bottom);
    sides
        .map(|(x, y, right, bottom)| Region {
            x,
            y,
            w: right - x,
            h: bottom - y,
        })
        .collect()
}
