//! What there is: schools, groups, people and how they belong together. Pure.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use words::{GroupId, PersonId, PersonName, SchoolId};

use crate::SchoolYear;

/// What is sealed of a person: everything that says who it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Details {
    /// The name.
    pub name: PersonName,
    /// The birth date, of pupils only: by it a pupil's own say grows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<Date>,
    /// Where post goes and a link to sign in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Identity.
    pub id: PersonId,
    /// What is sealed. `None` once the key is gone: the person was erased.
    pub details: Option<Details>,
    /// This record is a trace: the person goes on as this other one.
    pub merged_into: Option<PersonId>,
    /// The last day, for who left.
    pub left_on: Option<Date>,
    /// Counts the changes.
    pub version: i64,
}

impl Person {
    /// The name as one says it; empty for who was erased.
    pub fn said(&self) -> String {
        self.details
            .as_ref()
            .map(|details| details.name.said())
            .unwrap_or_default()
    }
}

/// A school of a board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct School {
    /// Identity.
    pub id: SchoolId,
    /// What it is called.
    pub name: String,
    /// `99ZZ` or `99ZZ00`.
    pub brin: Option<String>,
    /// The protocol it follows, by name.
    pub protocol: Option<String>,
    /// Primary or secondary.
    pub sector: Sector,
}

/// A class or another group of one school year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Identity.
    pub id: GroupId,
    /// Of which school.
    pub school: SchoolId,
    /// Of which year.
    pub year: SchoolYear,
    /// What it is called: `5a`, `3/4`, `H3b`.
    pub name: String,
    /// A class, or another group beside it.
    pub kind: Kind,
    /// The lowest and the highest year taught in it; the same for most, 0 where a year says nothing.
    pub levels: (u8, u8),
}

impl Group {
    /// More than one year is taught in it.
    pub fn is_combined(&self) -> bool {
        self.levels.0 != self.levels.1
    }
}

/// A day's span of something: from a first day, to a last one if there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: Date,
    /// The last day, if it ends.
    pub until: Option<Date>,
}

impl Span {
    /// It holds on this day.
    pub fn holds_on(self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// That somebody belongs to a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// Who.
    pub person: PersonId,
    /// Of which group.
    pub group: GroupId,
    /// As what.
    pub part: Part,
    /// A pupil's own year; 0 where it says nothing.
    pub level: u8,
    /// When.
    pub span: Span,
}

/// That an adult looks after a pupil.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guardianship {
    /// The pupil.
    pub pupil: PersonId,
    /// The adult.
    pub guardian: PersonId,
    /// What the adult is to the pupil.
    pub relation: Relation,
    /// Parental authority, as far as is known.
    pub authority: Authority,
    /// Who saw to it at the school, and when.
    pub confirmed: Option<(PersonId, Timestamp)>,
    /// When.
    pub span: Span,
}

words::keyed! {
    /// Primary or secondary education.
    Sector {
        /// Primary: groups 1 to 8.
        Po = "po",
        /// Secondary: years 1 to 6.
        Vo = "vo",
    }
    /// A class, or another group beside it.
    Kind {
        /// A class: every pupil is in one.
        Class = "klas",
        /// Another group: a subject, a level of reading.
        Cluster = "cluster",
    }
    /// As what somebody belongs to a group.
    Part {
        /// Pupil.
        Pupil = "leerling",
        /// Mentor.
        Mentor = "mentor",
        /// Teacher.
        Teacher = "leraar",
    }
    /// What an adult is to a pupil.
    Relation {
        /// Parent.
        Parent = "ouder",
        /// Legal guardian.
        Voogd = "voogd",
        /// Carer without more.
        Carer = "verzorger",
        /// Somebody else.
        Other = "overig",
    }
    /// Parental authority, *gezag*.
    Authority {
        /// With authority: the legal representative.
        Yes = "ja",
        /// Without.
        No = "nee",
        /// Nobody said.
        Unknown = "onbekend",
    }
}

impl Sector {
    /// The highest year that is taught.
    pub const fn highest(self) -> u8 {
        match self {
            Self::Po => 8,
            Self::Vo => 6,
        }
    }
}
