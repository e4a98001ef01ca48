//! Where a fact comes from.

use std::fmt;

use jiff::civil::{Date, date};

/// An act, or what stands in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Act {
    /// Algemene termijnenwet: how a statutory term is reckoned.
    Terms,
    /// Algemene wet bestuursrecht: decisions of public bodies, public schools among them.
    Administrative,
    /// Wet op het primair onderwijs.
    Primary,
    /// Wet voortgezet onderwijs 2020.
    Secondary,
    /// Leerplichtwet 1969.
    Compulsory,
    /// Wetboek van Strafrecht.
    Criminal,
    /// The school's own protocol or statute for pupils.
    Protocol,
    /// The collective agreement of the school's staff.
    Agreement,
    /// No text: what careful schools do.
    Practice,
}

impl Act {
    /// The number in the national register of laws (BWB); none for what is no act.
    pub const fn bwb(self) -> Option<&'static str> {
        match self {
            Self::Terms => Some("BWBR0002448"),
            Self::Administrative => Some("BWBR0005537"),
            Self::Primary => Some("BWBR0003420"),
            Self::Secondary => Some("BWBR0044212"),
            Self::Compulsory => Some("BWBR0002628"),
            Self::Criminal => Some("BWBR0001854"),
            Self::Protocol | Self::Agreement | Self::Practice => None,
        }
    }

    /// A short code: what a list of texts and a record know it by.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Terms => "atw",
            Self::Administrative => "awb",
            Self::Primary => "wpo",
            Self::Secondary => "wvo",
            Self::Compulsory => "lpw",
            Self::Criminal => "sr",
            Self::Protocol => "protocol",
            Self::Agreement => "cao",
            Self::Practice => "praktijk",
        }
    }

    /// The version that was read.
    const fn read(self) -> Option<Date> {
        match self {
            Self::Terms => Some(date(2010, 10, 10)),
            Self::Administrative => Some(date(1994, 1, 1)),
            Self::Primary | Self::Secondary | Self::Compulsory => Some(date(2026, 8, 1)),
            Self::Criminal => Some(date(2026, 7, 1)),
            Self::Protocol | Self::Agreement | Self::Practice => None,
        }
    }
}

/// How sure we are that the source says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// It stands there in so many words.
    Stated,
    /// We conclude it from what stands there.
    Derived,
    /// It is known from practice or from memory: somebody who knows has to look before a school relies on it.
    Unchecked,
}

/// Where a fact comes from: act, article, the version that was read, and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Source {
    /// The act.
    pub act: Act,
    /// Article and paragraph as people write them, such as `40 lid 11`; empty for what has none.
    pub article: &'static str,
    /// Since when the version that was read is in force; none for what is no act.
    pub version: Option<Date>,
    /// How sure it is.
    pub standing: Standing,
}

impl Source {
    /// Six weeks to object to a public body's decision: Awb 6:7.
    pub const OBJECTION: Self = Self::stated(Act::Administrative, "6:7");

    /// What stands in an article in so many words.
    pub const fn stated(act: Act, article: &'static str) -> Self {
        Self {
            act,
            article,
            version: act.read(),
            standing: Standing::Stated,
        }
    }

    /// What we conclude from an article.
    pub const fn derived(act: Act, article: &'static str) -> Self {
        Self {
            standing: Standing::Derived,
            ..Self::stated(act, article)
        }
    }

    /// What is known from memory to stand in an article.
    pub const fn unchecked(act: Act, article: &'static str) -> Self {
        Self {
            standing: Standing::Unchecked,
            ..Self::stated(act, article)
        }
    }

    /// What careful schools do, whatever the law says.
    pub const fn practice() -> Self {
        Self::unchecked(Act::Practice, "")
    }

    /// Where the version that was read can be read by everybody; none for what is no act.
    pub fn address(&self) -> Option<String> {
        let (bwb, version) = (self.act.bwb()?, self.version?);
        Some(format!("https://wetten.overheid.nl/{bwb}/{version}"))
    }
}

impl fmt::Display for Source {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.act.bwb().unwrap_or_else(|| self.act.code()))?;
        if !self.article.is_empty() {
            write!(out, " art. {}", self.article)?;
        }
        match self.version {
            Some(version) => write!(out, " ({version})"),
            None => Ok(()),
        }
    }
}
