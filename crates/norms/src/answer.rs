//! What a protocol says of a situation, with everything that explains it.

use crate::situation::Situation;
use crate::vocabulary::Vocabulary;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value as Json};
use words::Verdict;

/// The answer to "mag dit?". Serialises to the JSON of `contract.md`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer<'p> {
    /// The verdict. With facts unknown it is firm only if every completion agrees; otherwise doubt.
    pub verdict: Verdict,
    /// Articles whose norms decide.
    pub articles: Vec<&'p str>,
    /// Articles that would have permitted it, had none forbidden it.
    pub also_permitted_by: Vec<&'p str>,
    /// Articles of the duties that come with it.
    pub duties: Vec<&'p str>,
    /// Articles of the measures that may follow.
    pub measures: Vec<&'p str>,
    /// Whom this asker asks in doubt.
    pub ask: Option<Ask<'p>>,
    /// Verdicts that remain, where facts are unknown and it matters.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub possible: Vec<Verdict>,
    /// Unknown facts that could settle it, most telling first.
    pub open: Vec<&'p str>,
    /// Articles that may still decide, depending on what is open.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub in_play: Vec<&'p str>,
    /// The cheapest changes that would make it permitted, cheapest first.
    pub remedies: Vec<Remedy<'p>>,
    /// The duties in words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub duty_texts: Vec<Duty<'p>>,
    /// Ids of the norms that decide.
    pub norms: Vec<&'p str>,
    /// By what this was decided.
    pub receipt: Receipt<'p>,
}

impl Answer<'_> {
    /// True if a duty of this article, or of the norm with this id, comes along.
    pub fn has_duty(&self, name: &str) -> bool {
        self.duties.contains(&name) || self.duty_texts.iter().any(|duty| duty.norm == name)
    }
}

/// Whom to ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ask<'p> {
    /// The function to ask first.
    pub role: &'p str,
    /// Others that may be asked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub or: Vec<&'p str>,
    /// Where the protocol says so.
    pub article: &'p str,
}

/// A change of facts that would make it permitted.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Remedy<'p> {
    /// The facts and what they would have to be.
    pub set: Map<String, Json>,
    /// What the verdict would be.
    pub then: Verdict,
    /// Who can change each of these facts, in the order of `set`.
    pub who: Vec<&'p str>,
    /// Facts that are unknown and must be no, or nobody, for it to hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub assuming: Vec<&'p str>,
}

/// Something that must be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Duty<'p> {
    /// Id of the norm.
    pub norm: &'p str,
    /// Key of the procedure in the front matter.
    pub procedure: &'p str,
    /// Where the protocol says so.
    pub article: &'p str,
    /// What must be done.
    pub text: &'p str,
    /// True if the protocol advises it rather than demands it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub advice: bool,
}

/// By what it was decided: enough to decide it again years later.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Receipt<'p> {
    /// Name of the protocol.
    pub protocol: &'p str,
    /// Its version.
    pub version: &'p str,
    /// Hash of its text.
    pub sha256: &'p str,
    /// Version of the vocabulary.
    pub vocabulary: u32,
    /// The program that decided.
    pub engine: &'static str,
    /// What it was told.
    pub facts: Facts,
}

/// The facts of a receipt: written straight from the situation.
#[derive(Debug, Clone)]
pub struct Facts {
    /// What was told.
    pub situation: Situation,
    /// In which words.
    pub vocabulary: &'static Vocabulary,
}

impl PartialEq for Facts {
    fn eq(&self, other: &Self) -> bool {
        self.situation == other.situation
    }
}

impl Serialize for Facts {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.situation.write(self.vocabulary, to)
    }
}

/// Name and version of this engine, as on receipts.
pub const ENGINE: &str = concat!("pleinwacht ", env!("CARGO_PKG_VERSION"), " / cedar 4.14.1");
