//! From one kind of number to another, where the compiler cannot see that nothing is lost.

/// One side as a part of another.
pub(crate) fn ratio(part: u32, of: u32) -> f64 {
    f64::from(part) / f64::from(of.max(1))
}

/// The whole number at or below; nothing below zero.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "what does not fit becomes the nearest that does, which is what is asked"
)]
pub(crate) fn whole(x: f64) -> u32 {
    x as u32
}

/// The nearest of the shorter kind.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a hundredth of a pixel is enough"
)]
pub(crate) fn short(x: f64) -> f32 {
    x as f32
}
