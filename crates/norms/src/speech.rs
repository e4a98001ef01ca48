//! How facts, actions, roles and verdicts are said in one language: `words.nl.toml`, `words.en.toml`.
//!
//! Forms, scenarios, examples and explanations all use these words, so that they cannot drift apart.

use serde::Deserialize;
use std::collections::BTreeMap;

/// The words of one language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Tag of the language.
    pub language: String,
    fact: BTreeMap<String, FactWords>,
    action: BTreeMap<String, Said>,
    #[serde(default)]
    group: BTreeMap<String, GroupWords>,
    #[serde(default)]
    function: BTreeMap<String, Label>,
    #[serde(default)]
    verdict: BTreeMap<String, VerdictWords>,
    #[serde(default)]
    who: BTreeMap<String, Label>,
}

/// The words of one fact.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactWords {
    /// What a form asks.
    pub question: String,
    /// Answer to "waarom vraag je dit?".
    pub why: String,
    /// Two or three words.
    pub short: String,
    /// Phrase when it is so.
    pub yes: Option<String>,
    /// Phrase when it is not so.
    pub no: Option<String>,
    /// The values of a choice.
    #[serde(default)]
    pub values: BTreeMap<String, Said>,
}

/// A label for forms and a phrase for sentences.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// For a button or a list.
    pub label: String,
    /// In a sentence.
    pub phrase: String,
}

/// The words of a group of facts that are asked together.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupWords {
    /// What a form asks.
    pub question: String,
    /// Answer to "waarom vraag je dit?".
    pub why: String,
    /// Button for "none of these".
    pub none: String,
}

/// The words of a verdict.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerdictWords {
    /// One or two words.
    pub label: String,
    /// One line.
    pub sentence: String,
}

/// A label.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// For a sentence: `de mentor`.
    pub label: String,
}

impl Words {
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|fault| fault.to_string())
    }

    /// The words of a fact.
    pub fn fact(&self, key: &str) -> Option<&FactWords> {
        self.fact.get(key)
    }

    /// The words of an action.
    pub fn action(&self, key: &str) -> Option<&Said> {
        self.action.get(key)
    }

    /// The words of a group of facts.
    pub fn group(&self, key: &str) -> Option<&GroupWords> {
        self.group.get(key)
    }

    /// The words of a verdict.
    pub fn verdict(&self, verdict: words::Verdict) -> Option<&VerdictWords> {
        self.verdict.get(verdict.key())
    }

    /// How a function is called: `de mentor`. The key itself when it has no words.
    pub fn function<'a>(&'a self, key: &'a str) -> &'a str {
        self.function.get(key).map_or(key, |said| &said.label)
    }

    /// How somebody who can change a fact is called.
    pub fn who<'a>(&'a self, key: &'a str) -> &'a str {
        self.who.get(key).map_or(key, |said| &said.label)
    }

    /// How a value of a fact is said.
    pub fn value(&self, fact: &str, value: &str) -> Option<&Said> {
        self.fact.get(fact)?.values.get(value)
    }

    /// How the keys of facts, actions and functions are covered: what is missing, for tests.
    pub fn missing<'a>(
        &self,
        facts: impl Iterator<Item = &'a str>,
        actions: impl Iterator<Item = &'a str>,
        functions: impl Iterator<Item = &'a str>,
    ) -> Vec<String> {
        let facts = facts.filter(|key| !self.fact.contains_key(*key));
        let actions = actions.filter(|key| !self.action.contains_key(*key));
        let functions = functions.filter(|key| !self.function.contains_key(*key));
        facts
            .chain(actions)
            .chain(functions)
            .map(str::to_owned)
            .collect()
    }
}
