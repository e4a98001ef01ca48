//! What each channel can, and what of a post does not fit it. Pure.
//!
//! Figures are measured at real servers where one runs, and otherwise those of the network's own description; `docs/manual` says
//! the same to people.

pub mod typed;

use unicode_segmentation::UnicodeSegmentation as _;
use words::Channel;

use crate::model::{Abilities, Kind, Limit, Misfit, Post, Unit};

/// Everything a website can.
const WEB: Abilities = Abilities {
    edit: true,
    delete: true,
    alt_text: true,
    schedule: false,
    title: true,
    by_hand: false,
    text: None,
    images: (0, 20),
    image_bytes: None,
    alt: None,
    width: None,
    aspect: None,
};

const fn characters(most: usize) -> Limit {
    Limit {
        most,
        unit: Unit::Characters,
    }
}

/// What an account of this kind can on this channel.
pub const fn abilities(kind: Kind, channel: Channel) -> Abilities {
    match kind {
        Kind::WordPress => Abilities {
            schedule: true,
            ..WEB
        },
        Kind::Feed => WEB,
        Kind::Mastodon => Abilities {
            title: false,
            schedule: true,
            text: Some(characters(500)),
            images: (0, 4),
            image_bytes: Some(16_777_216),
            alt: Some(1500),
            ..WEB
        },
        Kind::Bluesky => Abilities {
            title: false,
            text: Some(Limit {
                most: 300,
                unit: Unit::Graphemes,
            }),
            images: (0, 4),
            image_bytes: Some(2_000_000),
            alt: Some(2000),
            ..WEB
        },
        Kind::Newsletter => Abilities {
            edit: false,
            delete: false,
            ..WEB
        },
        Kind::ByHand => by_hand(channel),
    }
}

/// What a person can do there by hand.
const fn by_hand(channel: Channel) -> Abilities {
    let hand = Abilities {
        by_hand: true,
        ..WEB
    };
    match channel {
        // Meta: https://developers.facebook.com/docs/instagram-platform; only JPEG, 4:5 to 1.91:1.
        Channel::Instagram => Abilities {
            edit: false,
            title: false,
            text: Some(characters(2200)),
            images: (1, 10),
            image_bytes: Some(8_000_000),
            alt: Some(2200),
            width: Some(1440),
            aspect: Some((0.8, 1.91)),
            ..hand
        },
        Channel::Facebook => Abilities {
            title: false,
            text: Some(characters(5000)),
            images: (0, 10),
            image_bytes: Some(4_000_000),
            width: Some(2048),
            ..hand
        },
        Channel::LinkedIn => Abilities {
            title: false,
            text: Some(characters(3000)),
            images: (0, 20),
            alt: Some(4086),
            ..hand
        },
        // A chat takes no description, and what was read cannot be called back.
        Channel::Klassengroep => Abilities {
            edit: false,
            delete: false,
            alt_text: false,
            title: false,
            text: Some(characters(4096)),
            image_bytes: Some(5_000_000),
            width: Some(1600),
            ..hand
        },
        Channel::Mastodon => Abilities {
            title: false,
            text: Some(characters(500)),
            images: (0, 4),
            alt: Some(1500),
            ..hand
        },
        Channel::Bluesky => Abilities {
            title: false,
            text: Some(Limit {
                most: 300,
                unit: Unit::Graphemes,
            }),
            images: (0, 4),
            image_bytes: Some(2_000_000),
            alt: Some(2000),
            ..hand
        },
        Channel::Video => Abilities {
            text: Some(characters(5000)),
            images: (0, 1),
            ..hand
        },
        Channel::Nieuwsbrief | Channel::Drukwerk | Channel::Pers => Abilities {
            edit: false,
            delete: false,
            ..hand
        },
        Channel::Website | Channel::Portaal | Channel::Intern => hand,
    }
}

/// How long a text is, as this unit counts.
pub fn length(text: &str, unit: Unit) -> usize {
    match unit {
        Unit::Characters => text.chars().count(),
        Unit::Graphemes => text.graphemes(true).count(),
    }
}

/// What of a post does not fit, all of it.
pub fn misfits(abilities: &Abilities, post: &Post) -> Vec<Misfit> {
    let mut found = Vec::new();
    if let Some(limit) = abilities.text {
        let has = length(&post.text, limit.unit);
        if has > limit.most {
            let most = limit.most;
            found.push(Misfit::Text { has, most });
        }
    }
    let (least, most) = abilities.images;
    if post.images.len() < least {
        found.push(Misfit::TooFewImages { least });
    }
    if post.images.len() > most {
        found.push(Misfit::TooManyImages { most });
    }
    for (image, one) in post.images.iter().enumerate() {
        if let Some(most) = abilities.image_bytes
            && one.jpeg.len() as u64 > most
        {
            found.push(Misfit::Bytes { image, most });
        }
        if one.alt.trim().is_empty() {
            found.push(Misfit::NoAlt { image });
        }
        if let Some(most) = abilities.alt
            && one.alt.chars().count() > most
        {
            found.push(Misfit::Alt { image, most });
        }
        if let Some((narrowest, widest)) = abilities.aspect
            && !(narrowest..=widest).contains(&shape(one.width, one.height))
        {
            found.push(Misfit::Aspect { image });
        }
    }
    found
}

/// Width by height; a picture of nothing fits nowhere.
#[expect(
    clippy::cast_precision_loss,
    reason = "a picture has fewer than 2^24 pixels in a row"
)]
fn shape(width: u32, height: u32) -> f32 {
    width as f32 / height as f32
}
