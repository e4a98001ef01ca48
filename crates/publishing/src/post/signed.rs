//! What a release signs: a hash of everything that is made public and of everything it rests on. Pure.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;
use sha2::{Digest, Sha256};
use words::PersonId;

use super::model::Publication;
use super::panel::Relied;

words::keyed! {
    /// A part of what was released. Each is hashed by itself, so that it can be told which one changed.
    Part {
        /// Title, texts, sources, in whose name and for which purpose.
        Words = "tekst",
        /// The bytes of the photos and what is said of them.
        Pictures = "fotos",
        /// Where and when.
        Places = "waar",
        /// The protocol in force.
        Protocol = "protocol",
        /// The consents of whoever is in it.
        Consents = "toestemming",
    }
}

/// The hash of each part, in hexadecimal.
pub type Parts = BTreeMap<Part, String>;

/// What the parts are made of, beside the publication itself.
#[derive(Debug, Clone, Default)]
pub struct Ground<'a> {
    /// The SHA-256 of the bytes of each photo, in the order of the publication.
    pub pictures: Vec<String>,
    /// The SHA-256 of the protocol in force; empty where the school follows none.
    pub protocol: &'a str,
    /// The consents it relies on.
    pub consents: &'a [Relied],
}

fn hash(what: &impl Serialize) -> String {
    // Serialising plain lists and maps of text cannot fail; nothing is not the hash of anything.
    let bytes = serde_json::to_vec(what).unwrap_or_default();
    hex(&Sha256::digest(bytes))
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The SHA-256 of some bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// The hash of each part of a publication.
pub fn parts(of: &Publication, ground: &Ground<'_>) -> Parts {
    let content = &of.content;
    let pictures = content.pictures.iter();
    let pictures: Vec<_> = pictures.map(|one| (one.photo, &one.alt)).collect();
    let consents: Vec<(PersonId, String, Option<i64>)> = ground
        .consents
        .iter()
        .map(|one| {
            let Relied {
                person,
                cell,
                event,
            } = one;
            let place = format!(
                "{}/{}/{}",
                cell.purpose,
                cell.channel.key(),
                cell.medium.key()
            );
            (*person, place, *event)
        })
        .collect();
    let due: Option<Timestamp> = of.due;
    Parts::from([
        (
            Part::Words,
            hash(&(
                (&content.title, &content.text, &content.texts),
                (&content.sources, content.capacity().key(), content.purpose),
                (&content.answers, &content.reason),
            )),
        ),
        (Part::Pictures, hash(&(&pictures, &ground.pictures))),
        (Part::Places, hash(&(&content.accounts, due, of.school))),
        (Part::Protocol, hash(&ground.protocol)),
        (Part::Consents, hash(&consents)),
    ])
}

/// The hash of all parts together.
pub fn digest(parts: &Parts) -> String {
    let all: Vec<_> = parts
        .iter()
        .map(|(part, hash)| (part.key(), hash))
        .collect();
    hash(&all)
}

/// The parts that are not what they were.
pub fn changed(then: &Parts, now: &Parts) -> Vec<Part> {
    let differs = |part: &&Part| then.get(part) != now.get(part);
    Part::ALL.iter().filter(differs).copied().collect()
}
