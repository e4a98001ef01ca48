//! What there is: albums, photos, and the faces on them. Pure.

use faces::{Refusal, Region};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;
use words::{GroupId, PersonId, SchoolId};

/// The photos of one event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Album {
    /// Identity.
    pub id: Uuid,
    /// Of which school.
    pub school: SchoolId,
    /// Of which group; none for an event of the school.
    pub group: Option<GroupId>,
    /// What it is called.
    pub name: String,
    /// The day of the event.
    pub day: Date,
    /// Who made it.
    pub made_by: PersonId,
    /// When.
    pub made_at: Timestamp,
}

words::keyed! {
    /// How far the program is with a photo.
    State {
        /// Nobody looked at it yet.
        Waits = "wacht",
        /// It was read, and its faces were looked for.
        Ready = "klaar",
        /// It is no photo that can be taken.
        Refused = "geweigerd",
    }
    /// By what right the school has it.
    Licence {
        /// Made for the school, by who sent it.
        Own = "eigen",
        /// Made by somebody else, who lets the school use it.
        Person = "persoon",
        /// Under a free licence.
        Free = "vrij",
    }
    /// One of the files that are kept of a photo.
    File {
        /// As it came in.
        Original = "original",
        /// To print.
        Large = "2048",
        /// To show.
        Medium = "1080",
        /// To list.
        Small = "400",
    }
}

impl File {
    /// What is made of a photo, largest first.
    pub const RENDITIONS: [Self; 3] = [Self::Large, Self::Medium, Self::Small];
}

/// What a person said of a face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Mark {
    /// Nothing yet: it may not be shown.
    #[default]
    Unknown,
    /// It is covered. Nobody needs to say who it is.
    Cover,
    /// It is no face.
    NoFace,
    /// It is this person.
    Person(PersonId),
}

impl Mark {
    /// The word in the database.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unknown => "onbekend",
            Self::Cover => "afdekken",
            Self::NoFace => "geen",
            Self::Person(_) => "persoon",
        }
    }

    /// By that word, with the person if it is one.
    pub fn from_key(key: &str, person: Option<PersonId>) -> Self {
        match (key, person) {
            ("afdekken", _) => Self::Cover,
            ("geen", _) => Self::NoFace,
            ("persoon", Some(person)) => Self::Person(person),
            _ => Self::Unknown,
        }
    }

    /// Who it is, if it is somebody.
    pub const fn person(self) -> Option<PersonId> {
        match self {
            Self::Person(person) => Some(person),
            _ => None,
        }
    }
}

/// A face on a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Face {
    /// Its number on the page.
    pub number: i64,
    /// Where, in pixels of the photo as it came in, upright.
    pub place: Region,
    /// The program found it; otherwise a person drew it.
    pub found: bool,
    /// It needs no second look.
    pub sure: bool,
    /// What a person said of it.
    pub mark: Mark,
}

impl Face {
    /// What is covered: the head around a face that was found, and just what a person drew.
    pub fn cover(&self) -> Region {
        if !self.found {
            return self.place;
        }
        let Region { x, y, w, h } = self.place;
        let (x, y, w, h) = (f64::from(x), f64::from(y), f64::from(w), f64::from(h));
        // As `Region::head` does it.
        Region::around(x - 0.25 * w, y - 0.35 * h, 1.5 * w, 1.6 * h)
    }
}

/// A photo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// Identity.
    pub id: Uuid,
    /// Of which album.
    pub album: Uuid,
    /// How far the program is.
    pub state: State,
    /// Why it was not taken.
    pub refusal: Option<Refusal>,
    /// Columns and rows of the photo as it came in, upright.
    pub size: (u32, u32),
    /// By what right the school has it.
    pub licence: Licence,
    /// Who sent it.
    pub added_by: PersonId,
    /// When.
    pub added_at: Timestamp,
    /// Who said that everybody on it is in the list, and when.
    pub complete: Option<(PersonId, Timestamp)>,
    /// Counts the changes of what is to be covered.
    pub wanted: i64,
    /// Up to which of them the files show it.
    pub made: i64,
    /// The file as it came in is still kept.
    pub original: bool,
}

impl Photo {
    /// The files show what was last asked to be covered.
    pub fn is_settled(&self) -> bool {
        self.state == State::Ready && self.made == self.wanted
    }
}
