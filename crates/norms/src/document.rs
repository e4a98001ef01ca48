//! The literate protocol file: reading it into articles, norms and scenarios, each with its place.
//!
//! Reading never panics and is bounded in time and memory: see the limits below. `docs/protocol-format.md` is the grammar.

use crate::diagnostic::Diagnostic;
use crate::front::Front;
use cedar_policy::{Effect, Policy};
use std::ops::Range;

/// A larger file is refused. The longest real protocol is 60 kB.
pub const MAX_BYTES: usize = 1_000_000;
/// More articles are refused.
pub const MAX_ARTICLES: usize = 1_000;
/// More norms are refused.
pub const MAX_NORMS: usize = 512;
/// Reading stops after this many errors: the first ones cause the rest.
pub const MAX_ERRORS: usize = 50;

/// In which layer of the judgement a policy acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// What the protocol is about.
    Reach,
    /// What it forbids and permits.
    Norm,
    /// Where it leaves doubt.
    Doubt,
    /// What must be done besides.
    Duty,
}

/// What carries an article that has no norms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coverage {
    /// The vocabulary.
    Vocabulary,
    /// A row of the front matter.
    Procedure,
    /// It is a statement.
    Text,
}

/// One article.
#[derive(Debug, Clone)]
pub struct Article {
    /// Its number, such as `5.1.h.IV`.
    pub number: String,
    /// Its title.
    pub title: String,
    /// What carries it, where the heading says so.
    pub coverage: Option<Coverage>,
    /// Markdown, without fences.
    pub prose: String,
    /// The same in plain language for pupils of groups 6 to 8.
    pub children: Option<String>,
    /// Indices of its norms in [`Document::norms`].
    pub norms: Vec<usize>,
    /// Place of the heading.
    pub span: Range<usize>,
}

/// One policy with its place.
#[derive(Debug, Clone)]
pub struct Norm {
    /// Its `@id`.
    pub id: String,
    /// Index of its article in [`Document::articles`].
    pub article: usize,
    /// Its layer.
    pub layer: Layer,
    /// As written, before weaving.
    pub policy: Policy,
    /// What the policy says of itself, read once: every question asks it.
    pub(crate) marks: Marks,
    /// The text of the policy in the document; places that Cedar gives are relative to its start.
    pub span: Range<usize>,
}

/// What a policy says of itself.
#[derive(Debug, Clone)]
pub(crate) struct Marks {
    forbids: bool,
    advice: bool,
    pub(crate) measure: Option<String>,
    pub(crate) duty: Option<String>,
}

impl Marks {
    pub(crate) fn of(policy: &Policy) -> Self {
        let said = |key: &str| policy.annotation(key).map(str::to_owned);
        Self {
            forbids: policy.effect() == Effect::Forbid,
            advice: policy.annotation("kracht") == Some("advies"),
            measure: said("maatregel"),
            duty: said("plicht"),
        }
    }
}

impl Norm {
    /// The value of an annotation.
    pub fn annotation(&self, key: &str) -> Option<&str> {
        self.policy.annotation(key)
    }

    /// True for a `forbid`.
    pub fn forbids(&self) -> bool {
        self.marks.forbids
    }

    /// True if the text advises rather than commands: shown, but it decides nothing.
    pub fn is_advice(&self) -> bool {
        self.marks.advice
    }
}

/// A scenario as written; [`crate::scenario`] reads it.
#[derive(Debug, Clone)]
pub struct ScenarioText {
    /// Its title.
    pub title: String,
    /// Index of the article that it stands under.
    pub article: usize,
    /// The lines between the fences.
    pub body: Range<usize>,
}

/// A protocol as written.
#[derive(Debug, Clone)]
pub struct Document {
    /// The text.
    pub source: String,
    /// The typed front matter.
    pub front: Front,
    /// Where the front matter starts in the text.
    pub front_at: usize,
    /// Title and text before the first article, Markdown.
    pub preamble: String,
    /// All articles in order.
    pub articles: Vec<Article>,
    /// All norms in order.
    pub norms: Vec<Norm>,
    /// All scenarios in order.
    pub scenarios: Vec<ScenarioText>,
}

impl Document {
    /// Reads a file. Without errors among the diagnostics there is a document.
    ///
    /// ```
    /// let (document, problems) = norms::Document::read(b"no front matter");
    /// assert!(document.is_none());
    /// assert_eq!(problems[0].code, "front-missing");
    /// ```
    pub fn read(bytes: &[u8]) -> (Option<Self>, Vec<Diagnostic>) {
        crate::reader::read(bytes)
    }

    /// The article with this number.
    pub fn article(&self, number: &str) -> Option<&Article> {
        self.articles
            .iter()
            .find(|article| article.number == number)
    }

    /// The number of the article that a norm stands in.
    pub fn article_of(&self, norm: &Norm) -> &str {
        self.articles
            .get(norm.article)
            .map_or("", |article| article.number.as_str())
    }

    /// Where a place in the front matter lies in the document.
    pub fn in_front(&self, span: Range<usize>) -> Range<usize> {
        span.start + self.front_at..span.end + self.front_at
    }
}

/// True if `number` is `above` or lies under it: `5.1.c` lies under `5.1` and `5`.
pub fn lies_under(number: &str, above: &str) -> bool {
    number == above
        || number
            .strip_prefix(above)
            .is_some_and(|rest| rest.starts_with('.'))
}
