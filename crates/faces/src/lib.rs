//! Photos of a school: read under limits, faces found, faces covered, and files written that hold nothing but pixels.
//!
//! Faces are found and never recognised. There is no number here that says whose face it is, and no way to make one: the network
//! that finds faces ([`net`](self)) is carried without the part that finds eyes and mouths, so no face can be lined up for somebody
//! who would compare it.
//!
//! * [`Photo::read`] takes JPEG, PNG, WebP and (feature `heic`, on) HEIC, and says in one [`Refusal`] why it does not.
//! * [`Photo::faces`] gives [`Face`]s, each sure or *look here*.
//! * [`Photo::cover`] covers a [`Region`] of the master, before anything is written; [`Region::head`] is the head around a face.
//! * [`crops`] leaves somebody out; [`Photo::renditions`] writes the files.
//! * [`Task`] is all of it as one order, and [`Done`] its answer, both as bytes: for a process that does nothing else.
//!
//! The same bytes give the same answer, always. A decoder of hostile bytes belongs in a process of its own; this crate only keeps
//! to its [`Limits`].
//!
//! ```
//! use faces::{Cover, Format, Limits, Photo, Region};
//!
//! # let bytes = faces::example();
//! let mut photo = Photo::read(&bytes, &Limits::default())?;
//! let heads: Vec<Region> = photo.faces().iter().map(Region::head).collect();
//! photo.cover(&heads, Cover::Solid);
//! let files = photo.renditions(Format::Jpeg);
//! assert_eq!(files.len(), 3);
//! # Ok::<(), faces::Refusal>(())
//! ```

mod cover;
mod crop;
mod find;
mod net;
mod numbers;
mod photo;
mod picture;
mod read;
mod refusal;
mod render;
mod task;

pub use cover::{CELLS, Cover, Region, SOLID};
pub use crop::crops;
pub use find::Face;
pub use net::{Spot, spots};
pub use photo::Photo;
pub use picture::Picture;
pub use read::Limits;
pub use refusal::{Other, Refusal};
pub use render::{Format, Rendition, SIZES};
pub use task::{Done, Task};

/// A photo of nobody, for examples and tests: a slope of colours, as a JPEG file.
pub fn example() -> Vec<u8> {
    let slope = (0..64_u8).flat_map(|y| (0..64_u8).flat_map(move |x| [x * 4, y * 4, 128]));
    Picture::new(64, 64, slope.collect())
        .map(|picture| render::rendition(&picture, SIZES[0], Format::Jpeg).bytes)
        .unwrap_or_default()
}
