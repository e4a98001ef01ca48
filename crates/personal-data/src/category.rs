//! What kinds of personal data there are, and how sure a finding is.

use serde::{Deserialize, Serialize};
use words::Locale;

/// A kind of personal data. The codes are those of the contract of `pleinwacht scan`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Category {
    /// A pupil or a member of staff of this school.
    PersonRoster,
    /// Somebody who is not in the school's list.
    PersonOther,
    /// A telephone number.
    Phone,
    /// An address for e-mail.
    Email,
    /// A Dutch postcode, with the house number if that follows.
    Postcode,
    /// A street with a house number.
    Address,
    /// The day on which somebody was born or has a birthday.
    Birthdate,
    /// Somebody's age.
    Age,
    /// The citizen service number.
    Bsn,
    /// A bank account.
    Iban,
    /// A number plate.
    Plate,
    /// A pupil number of this school.
    PupilNo,
    /// An account on a platform.
    Handle,
    /// A link that leads to a person, an album or a closed group.
    Url,
    /// Health of a person.
    Health,
    /// Belief of a person.
    Religion,
    /// A delicate situation: family, care, justice.
    Situation,
    /// Where a group of children will be, and when.
    Outing,
    /// Which school a child goes to.
    SchoolName,
}

impl Category {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 19] = [
        Self::PersonRoster,
        Self::PersonOther,
        Self::Phone,
        Self::Email,
        Self::Postcode,
        Self::Address,
        Self::Birthdate,
        Self::Age,
        Self::Bsn,
        Self::Iban,
        Self::Plate,
        Self::PupilNo,
        Self::Handle,
        Self::Url,
        Self::Health,
        Self::Religion,
        Self::Situation,
        Self::Outing,
        Self::SchoolName,
    ];

    /// The code in formats, such as `PERSON_ROSTER`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::PersonRoster => "PERSON_ROSTER",
            Self::PersonOther => "PERSON_OTHER",
            Self::Phone => "PHONE",
            Self::Email => "EMAIL",
            Self::Postcode => "POSTCODE",
            Self::Address => "ADDRESS",
            Self::Birthdate => "BIRTHDATE",
            Self::Age => "AGE",
            Self::Bsn => "BSN",
            Self::Iban => "IBAN",
            Self::Plate => "PLATE",
            Self::PupilNo => "PUPIL_NO",
            Self::Handle => "HANDLE",
            Self::Url => "URL",
            Self::Health => "HEALTH",
            Self::Religion => "RELIGION",
            Self::Situation => "SITUATION",
            Self::Outing => "OUTING",
            Self::SchoolName => "SCHOOL_NAME",
        }
    }

    /// The category with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|category| category.code() == code)
    }

    /// What a person reads above the finding.
    pub fn said(self, locale: Locale) -> &'static str {
        crate::say::look_up(self.code(), locale)
    }

    /// What the editor could do about it.
    pub fn suggestion(self) -> &'static str {
        match self {
            Self::PersonRoster | Self::PersonOther => "suggest-group",
            Self::Phone | Self::Email => "suggest-school-contact",
            Self::Birthdate | Self::Age => "suggest-no-age",
            Self::Outing => "suggest-afterwards",
            Self::SchoolName => "suggest-no-school",
            Self::Health | Self::Religion | Self::Situation => "suggest-never-public",
            Self::Bsn => "suggest-bsn",
            _ => "suggest-leave-out",
        }
    }

    /// Special categories of the AVG, article 9, and what a school treats likewise.
    pub const fn is_sensitive(self) -> bool {
        matches!(self, Self::Health | Self::Religion | Self::Situation)
    }

    /// Whether it points at a person by name.
    pub const fn is_person(self) -> bool {
        matches!(self, Self::PersonRoster | Self::PersonOther)
    }
}

/// How sure a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    /// Shown folded away: a hint.
    Possible,
    /// Shown as a question.
    Probable,
    /// Shown as a finding.
    Certain,
}

impl Tier {
    /// From here on a finding is a hint.
    pub const POSSIBLE: f32 = 0.3;
    /// From here on a finding counts.
    pub const PROBABLE: f32 = 0.5;
    /// From here on a finding is certain enough to hold a post up.
    pub const CERTAIN: f32 = 0.8;

    /// The tier of a confidence, or none if it is too low to be shown at all.
    pub fn of(confidence: f32) -> Option<Self> {
        if confidence >= Self::CERTAIN {
            Some(Self::Certain)
        } else if confidence >= Self::PROBABLE {
            Some(Self::Probable)
        } else if confidence >= Self::POSSIBLE {
            Some(Self::Possible)
        } else {
            None
        }
    }

    /// What a person reads.
    pub fn said(self, locale: Locale) -> &'static str {
        let code = match self {
            Self::Certain => "tier-certain",
            Self::Probable => "tier-probable",
            Self::Possible => "tier-possible",
        };
        crate::say::look_up(code, locale)
    }
}
