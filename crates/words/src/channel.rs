//! Where something can be shown, and as what.

use serde::{Deserialize, Serialize};

/// A place where a school shows things. A consent is given for one of them, and a post goes to one or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    /// The school's own website, open to everybody.
    Website,
    /// The newsletter, by mail or on paper.
    Nieuwsbrief,
    /// The closed portal for parents.
    Portaal,
    /// A chat group of a class, made by the school.
    Klassengroep,
    /// Instagram.
    Instagram,
    /// Facebook.
    Facebook,
    /// A network for work: `LinkedIn`.
    LinkedIn,
    /// Mastodon.
    Mastodon,
    /// Bluesky.
    Bluesky,
    /// A video service, open to everybody.
    Video,
    /// Print: the school guide, a folder, a calendar, a poster.
    Drukwerk,
    /// Newspapers and broadcasters.
    Pers,
    /// Inside the school only: a screen in the hall, a lesson, the training of teachers.
    Intern,
}

impl Channel {
    /// Every channel, in the order in which they are listed.
    pub const ALL: [Self; 13] = [
        Self::Website,
        Self::Nieuwsbrief,
        Self::Portaal,
        Self::Klassengroep,
        Self::Instagram,
        Self::Facebook,
        Self::LinkedIn,
        Self::Mastodon,
        Self::Bluesky,
        Self::Video,
        Self::Drukwerk,
        Self::Pers,
        Self::Intern,
    ];

    /// The word in the database, in forms and in the names of texts.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Website => "website",
            Self::Nieuwsbrief => "nieuwsbrief",
            Self::Portaal => "portaal",
            Self::Klassengroep => "klassengroep",
            Self::Instagram => "instagram",
            Self::Facebook => "facebook",
            Self::LinkedIn => "linkedin",
            Self::Mastodon => "mastodon",
            Self::Bluesky => "bluesky",
            Self::Video => "video",
            Self::Drukwerk => "drukwerk",
            Self::Pers => "pers",
            Self::Intern => "intern",
        }
    }

    /// By that word.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.key() == key)
    }

    /// The word for it in the vocabulary that all protocols share; none for what stays inside the school, which is not
    /// publishing.
    #[must_use]
    pub const fn in_norms(self) -> Option<&'static str> {
        match self {
            Self::Website | Self::Nieuwsbrief | Self::Drukwerk => Some("eigen_kanaal"),
            Self::Portaal => Some("schoolportaal"),
            Self::Klassengroep => Some("schoolgroep"),
            Self::Instagram
            | Self::Facebook
            | Self::LinkedIn
            | Self::Mastodon
            | Self::Bluesky
            | Self::Video => Some("schoolaccount"),
            Self::Pers => Some("pers"),
            Self::Intern => None,
        }
    }
}

/// As what a person can be recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Medium {
    /// A photo.
    Foto,
    /// A film, also live.
    Film,
    /// Sound: a voice.
    Geluid,
    /// The name, in a text or beside a picture.
    Naam,
}

impl Medium {
    /// Every medium, in the order in which they are listed.
    pub const ALL: [Self; 4] = [Self::Foto, Self::Film, Self::Geluid, Self::Naam];

    /// The word in the database, in forms and in the names of texts.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Foto => "foto",
            Self::Film => "film",
            Self::Geluid => "geluid",
            Self::Naam => "naam",
        }
    }

    /// By that word.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.key() == key)
    }
}
