//! What the scan hands back.

use crate::category::{Category, Tier};
use crate::roster::Consent;
use serde::Serialize;
use words::Locale;

/// The same place, counted in three ways; the end is not part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Span {
    /// Bytes of UTF-8: for Rust.
    pub bytes: (usize, usize),
    /// Unicode characters: for formats.
    pub chars: (usize, usize),
    /// UTF-16 units: for a browser.
    pub utf16: (usize, usize),
}

/// One reason for a finding: a code that the screen turns into words, and what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// The code; `lexicons/sentences.tsv` has its sentence in every language.
    pub code: &'static str,
    /// What the sentence is filled in with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
}

impl Reason {
    /// The reason as a sentence.
    pub fn said(&self, locale: Locale) -> String {
        let sentence = crate::say::look_up(self.code, locale);
        sentence.replace("{}", self.about.as_deref().unwrap_or_default())
    }
}

/// Somebody who may be meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// The person's id in the roster.
    pub person_id: String,
    /// The name as the school writes it.
    pub name: String,
    /// The group, empty for staff.
    pub group: String,
    /// Consent for the channel of the draft.
    pub consent: Consent,
}

/// One piece of personal data, and why the scan thinks so.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub category: Category,
    /// How sure, in three steps.
    pub tier: Tier,
    /// How sure, as a number between 0 and 1. The numbers order findings; they are no probabilities.
    pub confidence: f32,
    /// Why, in the order in which it was weighed.
    pub reasons: Vec<Reason>,
    /// Who may be meant; more than one when the text leaves it open.
    pub candidates: Vec<Candidate>,
    /// The strictest consent among the candidates. None when nobody of the roster is meant.
    pub consent: Option<Consent>,
    /// What to do about it, as a code.
    pub suggestion: &'static str,
    /// Whether publishing should wait: certain and without consent, a BSN, or a sensitive fact about a named person.
    pub holds: bool,
    /// The whole name stands there.
    #[serde(skip)]
    pub(crate) full: bool,
}

impl Finding {
    /// Findings stand in the order of the text.
    pub(crate) fn order(&self) -> (usize, usize, Category) {
        (self.span.bytes.0, self.span.bytes.1, self.category)
    }

    /// What follows from the consent of the candidates: the strictest counts.
    pub(crate) fn weigh(&mut self) {
        self.consent = self.candidates.iter().map(|one| one.consent).min();
        let of_roster = self.category == Category::PersonRoster;
        let agreed = self.consent == Some(Consent::Yes);
        let refused = of_roster && self.consent.is_some() && !agreed;
        self.holds = self.category == Category::Bsn && self.tier >= Tier::Probable
            || self.tier == Tier::Certain && (refused || self.category.is_sensitive());
        self.suggestion = if self.full && of_roster && agreed {
            "suggest-no-surname"
        } else {
            self.category.suggestion()
        };
    }
}

/// All findings in one text, from front to back.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Report {
    /// The findings.
    pub findings: Vec<Finding>,
    /// What an earlier answer of an editor covers: no findings any more.
    pub answered: Vec<Finding>,
    /// Steps of work that were done: what tests count in place of time.
    pub steps: u64,
}

impl Report {
    /// The same findings with the consent that is known now, by a candidate's id. Who refused is a finding again, whatever an
    /// editor answered before.
    #[must_use]
    pub fn with_consents(mut self, known: impl Fn(&str) -> Consent) -> Self {
        for finding in self.findings.iter_mut().chain(&mut self.answered) {
            for candidate in &mut finding.candidates {
                candidate.consent = known(&candidate.person_id);
            }
            finding.weigh();
        }
        let refused = |finding: &Finding| finding.consent == Some(Consent::No);
        let (again, answered) = self.answered.into_iter().partition(refused);
        self.answered = answered;
        self.findings.extend::<Vec<Finding>>(again);
        self.findings.sort_by_key(Finding::order);
        self
    }
}

/// The text is longer than [`crate::MAX_CHARS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong {
    /// How many characters are read at most.
    pub most: usize,
}

impl TooLong {
    /// The refusal as a sentence.
    pub fn said(self, locale: Locale) -> String {
        crate::say::look_up("too-long", locale).replace("{}", &self.most.to_string())
    }
}

impl std::fmt::Display for TooLong {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.said(Locale::En))
    }
}

impl std::error::Error for TooLong {}
