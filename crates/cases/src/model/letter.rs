//! The letters that a school writes, each from a text that it can make its own.

use serde::{Deserialize, Serialize};

words::keyed! {
    /// What a letter is for.
    Template {
        /// Invites somebody to a talk.
        Invitation = "uitnodiging",
        /// Invites somebody to be heard before a decision.
        Hearing = "hoorgesprek",
        /// Asks who posted something to remove it or put it right.
        Correction = "verzoek",
        /// Answers who signalled.
        Reply = "antwoord",
        /// Makes a warning known.
        Warning = "waarschuwing",
        /// Makes a suspension known.
        Suspension = "schorsing",
        /// Makes a removal known.
        Removal = "verwijdering",
        /// Makes a measure against somebody on the staff known.
        StaffSanction = "ordemaatregel",
    }
}

impl Template {
    /// Those that are written by themselves; the others come with a measure.
    pub const FREE: [Self; 4] = [
        Self::Invitation,
        Self::Hearing,
        Self::Correction,
        Self::Reply,
    ];

    /// What can stand in it between braces: all of it is filled in, and nothing else.
    pub const fn variables(self) -> &'static [&'static str] {
        match self {
            Self::Invitation | Self::Hearing => {
                &["to", "school", "number", "today", "when", "place"]
            }
            Self::Correction => &["to", "school", "number", "today", "link"],
            Self::Reply => &["to", "school", "number", "today"],
            Self::Warning | Self::Removal | Self::StaffSanction => &[
                "to", "who", "school", "number", "today", "step", "reason", "article",
            ],
            Self::Suspension => &[
                "to", "who", "school", "number", "today", "step", "reason", "article", "from",
                "until",
            ],
        }
    }
}

/// A letter, or the text that letters are made from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Written {
    /// What stands above it.
    pub subject: String,
    /// What it says.
    pub text: String,
}
