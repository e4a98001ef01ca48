//! What a roster says, the same for every format. A key is the source's own, and means nothing outside that source.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use words::PersonName;

/// One thing that a roster says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Record {
    /// The school, or one of the schools, that the file is about.
    School(School),
    /// A place where the school teaches.
    Location(Location),
    /// A class or another group.
    Group(Group),
    /// A pupil.
    Pupil(Pupil),
    /// Somebody who works at the school.
    Staff(Staff),
    /// A parent or other guardian.
    Guardian(Guardian),
    /// Somebody is in a group. Comes after both.
    Member(Member),
    /// A guardian belongs to a pupil. Comes after both, where the file has both.
    Tie(Tie),
}

/// A school and its school year.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct School {
    /// The source's own key, where it gives one.
    pub key: String,
    /// The BRIN code with the number of the branch where it is not 00: `99ZZ`, `99ZZ01`. Empty where the file has none.
    pub brin: String,
    /// The name; EDEXML has none.
    pub name: String,
    /// The year in which the school year begins: 2026 for 2026-2027.
    pub year: Option<i16>,
    /// The day for which the file holds.
    pub on: Option<Date>,
}

/// A place where the school teaches.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Location {
    /// The source's key.
    pub key: String,
    /// Its name.
    pub name: String,
}

/// A class, or a group made of several classes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// The source's key.
    pub key: String,
    /// Its name, `7a`.
    pub name: String,
    /// EDEXML's code of the year: `1` to `8`, `11` to `16`, `C` for several; empty where unknown.
    pub year: String,
    /// Made of pupils of several classes.
    pub composite: bool,
}

/// A pupil.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pupil {
    /// The source's key.
    pub key: String,
    /// What the pupil is called.
    pub name: PersonName,
    /// Birth date: what a pupil decides alone changes at 12, 16 and 18.
    pub born: Option<Date>,
    /// EDEXML's code of the year, as in [`Group::year`].
    pub year: String,
    /// Key of the location.
    pub location: Option<String>,
    /// E-mail address, to link an account to.
    pub email: Option<String>,
    /// First day at the school.
    pub from: Option<Date>,
    /// Last day at the school: the pupil left or will leave.
    pub until: Option<Date>,
}

/// What somebody does at the school, as far as a roster can tell. It is a hint: no file gives anybody a right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Work {
    /// Teaches.
    Teacher,
    /// Any other work.
    Support,
    /// Learns the work.
    Intern,
    /// Leads the school or part of it.
    Head,
    /// Helps without being employed.
    Volunteer,
}

/// Somebody who works at the school.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// The source's key.
    pub key: String,
    /// What he or she is called.
    pub name: PersonName,
    /// E-mail address, to link an account to.
    pub email: Option<String>,
    /// What he or she does; in order, without doubles.
    pub work: Vec<Work>,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
}

/// A parent or other guardian.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guardian {
    /// The source's key.
    pub key: String,
    /// What he or she is called.
    pub name: PersonName,
    /// E-mail address, to be asked and told at.
    pub email: Option<String>,
}

/// As what somebody is in a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Part {
    /// As a pupil.
    Pupil,
    /// As a teacher.
    Teacher,
    /// As other staff.
    Support,
}

/// Somebody is in a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Key of the person.
    pub person: String,
    /// Key of the group.
    pub group: String,
    /// As what.
    pub part: Part,
}

/// What a guardian is to a pupil.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Relation {
    /// Parent.
    Parent,
    /// Guardian appointed by a court, *voogd*.
    Ward,
    /// Carer, such as a foster parent.
    Carer,
    /// Anything else, or unknown. Never somebody who consents.
    #[default]
    Other,
}

/// Whether a guardian has parental authority, *gezag*.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Authority {
    /// The school says so.
    Yes,
    /// The school says not.
    No,
    /// Not known: to be confirmed by the school.
    #[default]
    Unknown,
}

/// A guardian belongs to a pupil.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tie {
    /// Key of the guardian.
    pub guardian: String,
    /// Key of the pupil.
    pub pupil: String,
    /// What the guardian is to the pupil.
    pub relation: Relation,
    /// Whether the guardian has authority.
    pub authority: Authority,
    /// Whether the school writes to this guardian about this pupil.
    pub contact: bool,
}
