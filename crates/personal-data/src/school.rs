//! The school itself: what is its own is no personal data.

use crate::category::Category;
use serde::{Deserialize, Serialize};

/// The school's name and its public contact details.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct School {
    /// The name.
    pub name: String,
    /// Other ways to write the name.
    pub aliases: Vec<String>,
    /// Town or village.
    pub place: String,
    /// Domains of mail and website.
    pub domains: Vec<String>,
    /// Telephone numbers.
    pub phones: Vec<String>,
    /// Street with number, then postcode.
    pub addresses: Vec<String>,
    /// Accounts, with the at sign.
    pub handles: Vec<String>,
    /// What stands before the at sign in mail addresses of the school as a whole.
    pub role_mailboxes: Vec<String>,
    /// Public names of this school's neighbourhood, beside those of `lexicons/public-phrases.txt`.
    pub public_phrases: Vec<String>,
    /// Sensitive words of this school, beside those of `lexicons/sensitive.txt`: each with its category.
    pub sensitive_words: Vec<(String, Category)>,
    /// What editors answered before.
    pub allowed: Vec<Allowed>,
}

/// An editor's answer that is remembered: this word is no finding here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allowed {
    /// The words as they stood in the text; case and marks do not matter.
    pub words: String,
    /// Only for this category; every category if absent.
    #[serde(default)]
    pub category: Option<Category>,
    /// Only for this person; everybody if absent.
    #[serde(default)]
    pub person_id: Option<String>,
    /// The last day on which it holds, such as `2027-07-31`.
    #[serde(default)]
    pub until: Option<String>,
    /// Who answered.
    #[serde(default)]
    pub by: String,
}

impl Allowed {
    /// Whether this answer covers a finding. `today` is a date such as `2026-11-22`; without it nothing has expired.
    pub(crate) fn covers(
        &self,
        folded: &str,
        category: Category,
        people: &[&str],
        today: Option<&str>,
    ) -> bool {
        crate::fold::fold(&self.words) == folded
            && self.category.is_none_or(|only| only == category)
            && self
                .person_id
                .as_deref()
                .is_none_or(|only| !people.is_empty() && people.iter().all(|id| *id == only))
            && match (&self.until, today) {
                (Some(until), Some(today)) => today <= until.as_str(),
                _ => true,
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_holds_for_what_it_says_and_no_longer() {
        let answer = Allowed {
            words: "Daan".into(),
            category: Some(Category::PersonRoster),
            person_id: Some("P1".into()),
            until: Some("2027-07-31".into()),
            by: "S1".into(),
        };
        let covers = |people: &[&str], today| {
            answer.covers("daan", Category::PersonRoster, people, Some(today))
        };
        assert!(covers(&["P1"], "2027-07-31"));
        assert!(!covers(&["P1"], "2027-08-01"));
        assert!(!covers(&["P1", "P2"], "2027-01-01"));
        assert!(!answer.covers("daan", Category::Health, &["P1"], None));
    }
}
