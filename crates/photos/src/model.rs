//! What there is: albums, photos, and the faces on them. Pure.

use faces::{Refusal, Region};
use identity::Scope;
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;
use words::{BoardId, GroupId, PersonId, SchoolId};

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

impl Album {
    /// Where it is: what a right to its photos is asked about.
    pub fn scope(&self, board: BoardId) -> Scope {
        let at = Scope::of(board).school(self.school);
        match self.group {
            Some(group) => at.group(group),
            None => at,
        }
    }
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
    /// A kind of film that is taken.
    Film {
        /// MPEG-4.
        Mp4 = "mp4",
        /// What iPhones make.
        Mov = "mov",
        /// WebM.
        WebM = "webm",
    }
    /// One of the files that are kept of a photo or film.
    File {
        /// As it came in.
        Original = "original",
        /// A film without anything but its pictures and sound.
        Clean = "film",
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
    /// Somebody in a film: named by hand, and nowhere in particular.
    pub const fn in_film(number: i64, person: PersonId) -> Self {
        Self {
            number,
            place: Region {
                x: 0,
                y: 0,
                w: 1,
                h: 1,
            },
            found: false,
            sure: true,
            mark: Mark::Person(person),
        }
    }

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

impl Film {
    /// What a browser calls it once nothing but pictures and sound is in it: what an iPhone makes becomes MPEG-4.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Mp4 | Self::Mov => "video/mp4",
            Self::WebM => "video/webm",
        }
    }

    /// The end of the name of that file.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Mp4 | Self::Mov => "mp4",
            Self::WebM => "webm",
        }
    }

    /// What a file is by its first bytes, never by its name; none if it is no film that is taken.
    pub fn of(begin: &[u8]) -> Option<Self> {
        match begin {
            [_, _, _, _, b'f', b't', b'y', b'p', b'q', b't', ..]
            | [_, _, _, _, b'm', b'o', b'o', b'v', ..]
            | [_, _, _, _, b'm', b'd', b'a', b't', ..]
            | [_, _, _, _, b'w', b'i', b'd', b'e', ..] => Some(Self::Mov),
            [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => {
                let still = [
                    b"heic", b"heix", b"heim", b"heis", b"mif1", b"avif", b"avis", b"hevc",
                ];
                let brand = brand.first_chunk::<4>()?;
                (!still.contains(&brand)).then_some(Self::Mp4)
            }
            [0x1a, 0x45, 0xdf, 0xa3, rest @ ..] => {
                let kind = rest.get(..60).unwrap_or(rest);
                let webm = kind.windows(4).any(|word| word == b"webm");
                webm.then_some(Self::WebM)
            }
            _ => None,
        }
    }
}

/// A photo, or a film.
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
    /// The part that is shown, in those pixels; none for all of it.
    pub crop: Option<Region>,
    /// What kind of film it is; none for a photo.
    pub film: Option<Film>,
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
    /// It is a photo of which a person said that everybody on it is in the list: one that can be published.
    pub fn is_offered(&self) -> bool {
        self.complete.is_some() && self.film.is_none()
    }

    /// The files show what was last asked to be covered.
    pub fn is_settled(&self) -> bool {
        self.state == State::Ready && self.made == self.wanted
    }

    /// What is shown of it, in pixels of the photo as it came in.
    pub fn shown(&self) -> Region {
        let (w, h) = self.size;
        self.crop.unwrap_or(Region { x: 0, y: 0, w, h })
    }

    /// Nothing of this head is in the part that is shown.
    pub fn leaves_out(&self, face: &Face) -> bool {
        self.crop.is_some_and(|crop| !crop.meets(&face.cover()))
    }

    /// Another part may be chosen, or all of it again: as long as nobody declared that everybody on it is in the list, and the
    /// photo as it came in is kept.
    pub fn is_open_to_crops(&self) -> bool {
        self.state == State::Ready
            && self.film.is_none()
            && self.original
            && self.complete.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_film_is_known_by_its_first_bytes() {
        let of = |bytes: &[u8]| Film::of(bytes);
        assert_eq!(of(b"\0\0\0\x18ftypmp42\0\0"), Some(Film::Mp4));
        assert_eq!(of(b"\0\0\0\x14ftypqt  \0\0"), Some(Film::Mov));
        assert_eq!(
            of(b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm"),
            Some(Film::WebM)
        );
        assert_eq!(
            of(b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x88matroska"),
            None
        );
        for still in [b"heic", b"mif1", b"avif"] {
            let file = [b"\0\0\0\x18ftyp".as_slice(), still].concat();
            assert_eq!(of(&file), None);
        }
        assert_eq!(of(b"\xff\xd8\xff\xe0"), None);
        assert_eq!(of(b""), None);
    }
}
