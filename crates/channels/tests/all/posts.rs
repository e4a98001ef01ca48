//! Posts to publish, and accounts to publish them on.

use std::time::Duration;

use channels::model::{Account, Image, Kind, Post, State};
use channels::{Outlet, Reach};
use jiff::Timestamp;
use uuid::Uuid;
use words::{Channel, Locale, PersonId, SchoolId};

/// A picture of one colour.
pub(crate) fn jpeg(width: u16, height: u16, shade: u8) -> Vec<u8> {
    let mut file = Vec::new();
    let pixels = [shade, 200, 255 - shade].repeat(usize::from(width) * usize::from(height));
    jpeg_encoder::Encoder::new(&mut file, 80)
        .encode(&pixels, width, height, jpeg_encoder::ColorType::Rgb)
        .unwrap();
    file
}

/// What nobody else publishes, also not an earlier run.
pub(crate) fn unique() -> String {
    let id = Uuid::now_v7().simple().to_string();
    id[20..].to_owned()
}

pub(crate) fn image(name: &str, shade: u8, alt: &str) -> Image {
    Image {
        name: name.to_owned(),
        jpeg: jpeg(320, 240, shade),
        alt: alt.to_owned(),
        width: 320,
        height: 240,
    }
}

/// A post with so many photos.
pub(crate) fn post(word: &str, photos: u8) -> Post {
    Post {
        key: format!("proef-{word}"),
        since: Timestamp::now(),
        title: format!("Sportdag {word}"),
        text: format!(
            "Groep 5 rende vandaag \"keihard\" & won {word}.\n\nDank aan alle ouders – tot volgend jaar!"
        ),
        locale: Locale::Nl,
        images: (0..photos)
            .map(|n| {
                image(
                    &format!("foto-{n}"),
                    40 * n + 10,
                    &format!("Kinderen rennen over een veld, foto {n} van {word}"),
                )
            })
            .collect(),
    }
}

/// An account that is nowhere but here.
pub(crate) fn account(kind: Kind, address: &str, user: &str) -> Account {
    Account {
        id: Uuid::from_u128(1),
        school: SchoolId(Uuid::from_u128(2)),
        channel: match kind {
            Kind::Mastodon => Channel::Mastodon,
            Kind::Bluesky => Channel::Bluesky,
            _ => Channel::Website,
        },
        kind,
        name: "De Proef".to_owned(),
        address: address.to_owned(),
        user: user.to_owned(),
        has_secret: true,
        owner: PersonId(Uuid::from_u128(3)),
        state: State::Used,
        looked: None,
        token: "proef".to_owned(),
    }
}

pub(crate) fn outlet(kind: Kind, address: &str, user: &str, secret: &str) -> Outlet {
    let account = account(kind, address, user);
    let patience = Duration::from_secs(30);
    Outlet::to_try(account, Some(secret.to_owned()), Reach::Loopback, patience).unwrap()
}
