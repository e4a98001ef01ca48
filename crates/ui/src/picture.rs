//! Pictures as SVG. Each stands above a table that says the same, so a picture is hidden
//! from screen readers and nothing is lost without it.

use maud::{Markup, html};

use crate::Tone;

/// A hopscotch: one numbered square per answer, with its sign.
#[must_use]
pub fn hopscotch(squares: &[Tone]) -> Markup {
    let size = 64;
    let places = places(squares.len());
    let rows = places.last().map_or(0, |place| place.1 + 1);
    let (width, height) = (3 * size + 8, rows * size + 8);
    html! {
        svg.picture.hopscotch viewBox={ "0 0 " (width) " " (height) } aria-hidden="true" focusable="false" {
            @for (at, (tone, (half, row))) in squares.iter().zip(places).enumerate() {
                @let (x, y) = (4 + half * size / 2, height - 4 - (row + 1) * size);
                g transform={ "translate(" (x) " " (y) ")" } class=(tone.class()) {
                    rect width=(size) height=(size) rx="6" {}
                    svg.sign.(tone.class()) x="18" y="8" width="28" height="28" viewBox="0 0 24 24" { (tone.sign()) }
                    text x=(size / 2) y="54" text-anchor="middle" { (at + 1) }
                }
            }
        }
    }
}

/// Where squares lie in a hopscotch: one, two, one, two, … as (half squares from the left, row).
fn places(count: usize) -> Vec<(usize, usize)> {
    let mut places = Vec::with_capacity(count);
    let mut row = 0;
    while places.len() < count {
        if row % 2 == 1 && places.len() + 1 < count {
            places.push((1, row));
            places.push((3, row));
        } else {
            places.push((2, row));
        }
        row += 1;
    }
    places
}

/// From what to what: a grid of four by four, the area of each dot by its share.
#[must_use]
pub fn shifts(words: [&str; 4], from: &str, to: &str, share: impl Fn(Tone, Tone) -> f64) -> Markup {
    let (cell, left, top) = (64, 112, 64);
    html! {
        svg.picture.shifts viewBox={ "0 0 " (left + 4 * cell + 4) " " (top + 4 * cell + 4) } aria-hidden="true" focusable="false" {
            text.axis x=(left) y="14" { (to) " →" }
            text.axis x="0" y=(top - 8) { (from) " ↓" }
            @for (at, (tone, word)) in Tone::ALL.iter().zip(words).enumerate() {
                svg.sign.(tone.class()) x=(left + at * cell + 21) y="22" width="22" height="22" viewBox="0 0 24 24" { (tone.sign()) }
                text x=(left + at * cell + cell / 2) y="57" text-anchor="middle" { (word) }
                svg.sign.(tone.class()) x="0" y=(top + at * cell + 20) width="22" height="22" viewBox="0 0 24 24" { (tone.sign()) }
                text x="28" y=(top + at * cell + 36) { (word) }
            }
            @for (row, before) in Tone::ALL.into_iter().enumerate() {
                @for (column, after) in Tone::ALL.into_iter().enumerate() {
                    @let (x, y) = (left + column * cell, top + row * cell);
                    rect.cell.same[row == column] x=(x) y=(y) width=(cell) height=(cell) {}
                    @if row != column {
                        @let radius = radius(share(before, after));
                        @if radius > 0.0 {
                            circle class=(after.class()) cx=(x + cell / 2) cy=(y + cell / 2) r={ (format!("{radius:.1}")) } {}
                        }
                    }
                }
            }
        }
    }
}

/// Area by share; what is there at all stays visible.
fn radius(share: f64) -> f64 {
    if share <= 0.0 {
        0.0
    } else {
        (share.clamp(0.0, 1.0).sqrt() * 30.0).max(3.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_squares_are_one_two_one_and_one() {
        assert_eq!(places(5), [(2, 0), (1, 1), (3, 1), (2, 2), (2, 3)]);
    }

    #[test]
    fn a_small_share_stays_visible() {
        assert!(radius(1e-9) >= 3.0);
        assert!(radius(0.0).abs() < f64::EPSILON);
    }
}
