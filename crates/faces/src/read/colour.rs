//! Colours as a screen shows them, whatever profile a camera wrote beside its pixels.

use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use crate::picture::Picture;

/// In sRGB. A profile that cannot be read, or that is not about red, green and blue, is left out: the photo then has the colours
/// that a viewer without colour management shows.
pub(super) fn to_srgb(mut picture: Picture, profile: &[u8]) -> Picture {
    let srgb = ColorProfile::new_srgb();
    let transform = ColorProfile::new_from_slice(profile)
        .ok()
        .filter(|profile| profile.color_space == DataColorSpace::Rgb)
        .and_then(|profile| {
            let options = TransformOptions::default();
            let made = profile.create_transform_8bit(Layout::Rgb, &srgb, Layout::Rgb, options);
            made.ok()
        });
    if let Some(transform) = transform {
        let mut pixels = vec![0; picture.pixels.len()];
        if transform.transform(&picture.pixels, &mut pixels).is_ok() {
            picture.pixels = pixels;
        }
    }
    picture
}
