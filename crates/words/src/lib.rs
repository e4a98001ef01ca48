//! The nouns that every other crate shares.
//!
//! Pure and small: a language to speak in ([`Locale`]), a sentence in each of them ([`Text`]), the four things a
//! protocol can say ([`Verdict`]), who a row is about ([`BoardId`], [`PersonId`]), what people are called
//! ([`PersonName`]) which parts they play ([`Role`]), and where
//! and as what they may be shown ([`Channel`], [`Medium`]).
//!
//! ```
//! use words::{Locale, Text};
//! let text = Text::new("mag niet", "not allowed");
//! assert_eq!(text.said(Locale::En), "not allowed");
//! ```

mod channel;
mod ids;
mod keyed;
mod name;
mod role;

pub use channel::{Channel, Medium};
pub use ids::{BoardId, GroupId, NotAnId, PersonId, PublicationId, PurposeId, SchoolId};
pub use name::PersonName;
pub use role::Role;

use serde::{Deserialize, Serialize};

/// The language a person reads. Dutch first; a further language is one more variant and one more file of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
}

impl Locale {
    /// Every language there is, the default first.
    pub const ALL: [Self; 2] = [Self::Nl, Self::En];

    /// The BCP 47 tag: `nl` or `en`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }

    /// The language with this tag, if it is one of ours.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.tag() == tag)
    }
}

/// One sentence in every language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// In Dutch.
    pub nl: String,
    /// In English.
    pub en: String,
}

impl Text {
    /// The same sentence twice.
    pub fn new(nl: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            nl: nl.into(),
            en: en.into(),
        }
    }

    /// The sentence in one language.
    pub fn said(&self, locale: Locale) -> &str {
        match locale {
            Locale::Nl => &self.nl,
            Locale::En => &self.en,
        }
    }
}

/// What a protocol says of a situation. Never a yes or a no: doubt is not permission, and what a protocol
/// does not reach is not a ban.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// The protocol is not about this.
    Outside,
    /// A norm forbids it.
    Prohibited,
    /// No norm decides, or the text itself leaves doubt: do not, and ask.
    Doubt,
    /// A norm permits it and none forbids it.
    Permitted,
}

impl Verdict {
    /// All four, in the order in which they are counted and listed.
    pub const ALL: [Self; 4] = [
        Self::Outside,
        Self::Prohibited,
        Self::Doubt,
        Self::Permitted,
    ];

    /// The word used in formats: `permitted`, `prohibited`, `doubt` or `outside`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Outside => "outside",
            Self::Prohibited => "prohibited",
            Self::Doubt => "doubt",
            Self::Permitted => "permitted",
        }
    }
}
