//! HEIC: what an iPhone makes. Which side is up is said in two places, and phones differ: where the container says it, the camera's
//! notes say it once more and must not be followed; where the container is silent, they must.

use heifer::heifer_isobmff::HeifFile;
use heifer::heifer_isobmff::boxes::Property;
use heifer::{Error, Options, decode_srgb_rgba8};

use super::{Raw, Sides, exif};
use crate::picture::{Picture, Turn};
use crate::{Limits, Refusal};

pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Raw, Refusal> {
    let file = HeifFile::parse(bytes).map_err(|_| Refusal::Broken)?;
    let id = file.primary_id;
    let size = file.image_size(id).map_err(|_| Refusal::Broken)?;
    let (width, height) = size.ok_or(Refusal::Broken)?;
    limits.check(Sides { width, height })?;
    let turned = file
        .item_properties(id)
        .map_err(|_| Refusal::Broken)?
        .any(|one| matches!(one, Property::Rotation(_) | Property::Mirror(_)));
    let turn = if turned {
        Turn::default()
    } else {
        let notes = file.exif(id).map_err(|_| Refusal::Broken)?;
        exif::turn(notes.as_deref())?
    };
    let options = Options {
        max_threads: 1,
        max_pixels: limits.pixels,
    };
    // Decoded into sRGB, whatever its profile was.
    let image = decode_srgb_rgba8(bytes, &options).map_err(refused)?;
    let pixels = super::on_white::<4>(&image.data, |[r, g, b, a]| ([r, g, b], a));
    Ok(Raw {
        picture: Picture::new(image.width, image.height, pixels).ok_or(Refusal::Broken)?,
        turn,
        profile: None,
    })
}

fn refused(_: Error) -> Refusal {
    Refusal::Broken
}
