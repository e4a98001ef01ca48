//! The invariants of `ARCHITECTURE.md`: each a function from text to offences.

use std::fmt;

pub mod code;
pub mod docs;
pub mod packages;
pub mod texts;

/// One place that breaks an invariant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offence {
    /// The file.
    pub path: String,
    /// The line, or 0 for the file as a whole.
    pub line: usize,
    /// What is wrong and what to do, in one sentence.
    pub what: String,
}

impl Offence {
    /// An offence at a line of a file.
    pub fn new(path: &str, line: usize, what: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line,
            what: what.into(),
        }
    }
}

impl fmt::Display for Offence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.what)
    }
}

/// Fails with every offence on a line of its own.
pub fn hold(offences: impl IntoIterator<Item = Offence>) {
    let lines: Vec<String> = offences
        .into_iter()
        .map(|offence| offence.to_string())
        .collect();
    assert!(
        lines.is_empty(),
        "{} broken:\n{}",
        lines.len(),
        lines.join("\n")
    );
}
