//! The screens as HTML. They show what they are given and decide nothing.

pub(crate) mod album;
pub(crate) mod albums;
pub(crate) mod cover;
pub(crate) mod crop;
pub(crate) mod film;
pub(crate) mod own;
pub(crate) mod person;
pub(crate) mod photo;
pub(crate) mod settle;
pub(crate) mod share;

use maud::{Markup, html};

/// A photo as a list shows it.
fn thumbnail(id: &str, size: Option<(u32, u32)>, alt: &str) -> Markup {
    html! {
        @if let Some((width, height)) = size {
            img.photo src={ "/fotos/beeld/" (id) "/400" } width=(width) height=(height) alt=(alt) loading="lazy";
        }
    }
}
