//! What is wrong with a form.

use maud::{Markup, html};
use words::Locale;

use crate::parts::error_summary;

/// What is wrong with a form: one sentence per fault, in the imperative, with the name of its field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Errors(Vec<(String, String)>);

impl Errors {
    /// Adds a fault of a field; of a field with several faults only the first is shown there.
    pub fn add(&mut self, field: impl Into<String>, sentence: impl Into<String>) {
        self.0.push((field.into(), sentence.into()));
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first fault of a field.
    #[must_use]
    pub fn of(&self, field: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(name, _)| name == field)
            .map(|(_, sentence)| sentence.as_str())
    }

    /// The summary on top of the page, each fault a link to its field; nothing when nothing is wrong.
    #[must_use]
    pub fn summary(&self, locale: Locale) -> Markup {
        let linked: Vec<(String, String)> = self
            .0
            .iter()
            .map(|(field, sentence)| match field.as_str() {
                "" => (String::new(), sentence.clone()),
                name => (format!("#{name}"), sentence.clone()),
            })
            .collect();
        html! { @if !linked.is_empty() { (error_summary(locale, &linked)) } }
    }

    /// What was checked, or these faults if there are any.
    ///
    /// # Errors
    /// The faults themselves.
    pub fn or<T>(self, valid: T) -> Result<T, Self> {
        if self.is_empty() {
            Ok(valid)
        } else {
            Err(self)
        }
    }
}
