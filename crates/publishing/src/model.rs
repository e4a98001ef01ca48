//! What a school teaches its check of texts. Pure.

use jiff::Timestamp;
use jiff::ToSpan as _;
use jiff::civil::Date;
use people::SchoolYear;
use personal_data::{Allowed, Category, Channel, LeftOut, School};
use uuid::Uuid;
use words::{PersonId, SchoolId};

/// What a word on the list means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Meaning {
    /// An editor answered: this is no personal data here.
    NotPersonal,
    /// An editor answered: this person agreed.
    Agreed,
    /// An editor answered: we always leave this out.
    LeftOut,
    /// A name that everybody knows here.
    Public,
    /// A sensitive word of this school.
    Sensitive,
}

impl Meaning {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 5] = [
        Self::Agreed,
        Self::NotPersonal,
        Self::LeftOut,
        Self::Public,
        Self::Sensitive,
    ];

    /// The word in the database, in forms and in the names of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotPersonal => "geen-persoon",
            Self::Agreed => "akkoord",
            Self::LeftOut => "weglaten",
            Self::Public => "bekend",
            Self::Sensitive => "gevoelig",
        }
    }

    /// By that word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.key() == key)
    }

    /// It cannot hold for ever: somebody who agreed is asked again.
    pub const fn ends(self) -> bool {
        matches!(self, Self::Agreed)
    }
}

/// For how long an answer holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// Until the end of the school year.
    Year,
    /// For a month.
    Month,
    /// Until somebody takes it off the list.
    Always,
}

impl Length {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Year, Self::Month, Self::Always];

    /// The word in forms.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Year => "schooljaar",
            Self::Month => "maand",
            Self::Always => "altijd",
        }
    }

    /// By that word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.key() == key)
    }

    /// The last day, counted from today.
    pub fn until(self, today: Date) -> Option<Date> {
        match self {
            Self::Year => Some(SchoolYear::of(today).last_day()),
            Self::Month => today.checked_add(1.month()).ok(),
            Self::Always => None,
        }
    }
}

/// A word on a school's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Identity.
    pub id: Uuid,
    /// Of which school.
    pub school: SchoolId,
    /// What it means.
    pub meaning: Meaning,
    /// The words as they stood in a text.
    pub words: String,
    /// Of which kind the finding was.
    pub category: Option<Category>,
    /// Whom it is about.
    pub person: Option<PersonId>,
    /// For which channel.
    pub channel: Option<Channel>,
    /// The last day on which it holds.
    pub until: Option<Date>,
    /// Who put it there.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

impl Word {
    /// It says the same about the same as another, apart from how long and by whom.
    pub fn repeats(&self, other: &Self) -> bool {
        let key = |word: &Self| {
            let words = people::names::fold(&word.words);
            (
                word.school,
                word.meaning,
                words,
                word.category,
                word.person,
                word.channel,
            )
        };
        key(self) == key(other)
    }
}

/// What a school's list tells the scan.
pub fn taught(list: &[Word], mut school: School) -> School {
    for word in list {
        let (words, until) = (word.words.clone(), word.until.map(|day| day.to_string()));
        match (word.meaning, word.category) {
            (Meaning::NotPersonal | Meaning::Agreed, category) => school.allowed.push(Allowed {
                words,
                category,
                person_id: word.person.map(|id| id.to_string()),
                channel: word.channel,
                until,
                by: word.by.to_string(),
            }),
            (Meaning::LeftOut, Some(category)) => school.left_out.push(LeftOut {
                words,
                category,
                until,
            }),
            (Meaning::Public, _) => school.public_phrases.push(words),
            (Meaning::Sensitive, Some(category)) => school.sensitive_words.push((words, category)),
            (Meaning::LeftOut | Meaning::Sensitive, None) => {}
        }
    }
    school
}
