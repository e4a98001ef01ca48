//! What a website answers, and whether it is what was sent. Pure.

use md5::Md5;
use serde_json::Value as Json;

use crate::model::{Image, Remote, Why};
use crate::outlet::hash as hash_of;
use crate::reading;
use crate::web::{Setback, text};

/// A post as the website has it.
pub(super) struct There {
    pub(super) id: String,
    pub(super) link: String,
    pub(super) status: String,
}

/// An image in its library.
#[derive(Debug, PartialEq)]
pub(super) struct Media {
    pub(super) id: String,
    pub(super) source: String,
}

pub(super) fn there(post: &Json) -> There {
    There {
        id: text(post, "id"),
        link: text(post, "link"),
        status: text(post, "status"),
    }
}

pub(super) fn media(one: &Json) -> Media {
    Media {
        id: text(one, "id"),
        source: text(one, "source_url"),
    }
}

pub(super) fn hash(image: &Image) -> String {
    hash_of::<Md5>(&image.jpeg)
}

/// Enough to tell the images of one post apart.
pub(super) fn short(image: &Image) -> String {
    hash(image).chars().take(10).collect()
}

/// The library has the image with its description.
pub(super) fn agrees(answer: &Json, image: &Image) -> Result<(), Setback> {
    let there = reading::bare(&text(answer, "alt_text")) == reading::bare(&image.alt);
    if there && !text(answer, "id").is_empty() {
        Ok(())
    } else {
        Err(Setback::Unknown(Why::Different))
    }
}

/// A success that is one: it says itself that it is public.
pub(super) fn public(answer: &Json, images: &[Media]) -> Result<Remote, Setback> {
    let (id, link) = (text(answer, "id"), text(answer, "link"));
    match text(answer, "status").as_str() {
        "publish" if !id.is_empty() && !link.is_empty() => Ok(remote(id, link, images)),
        "pending" => Err(Setback::Refused(Why::Forbidden)),
        _ => Err(Setback::Unknown(Why::NotUnderstood)),
    }
}

pub(super) fn remote(id: String, link: String, images: &[Media]) -> Remote {
    Remote {
        id,
        address: Some(link),
        parts: images
            .iter()
            .map(|media| format!("{} {}", media.id, media.source))
            .collect(),
    }
}

pub(super) fn id_of(part: &str) -> &str {
    part.split_once(' ').map_or(part, |(id, _)| id)
}
