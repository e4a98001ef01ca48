//! The school itself: what is its own is no personal data.

use crate::category::Category;
use crate::finding::Candidate;
use crate::fold::fold;
use crate::roster::Channel;
use crate::scanner::Purpose;
use rustc_hash::FxHashMap;
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
    /// What editors always want left out.
    pub left_out: Vec<LeftOut>,
}

/// An editor's answer that is remembered: these words are always a finding here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The words as they stood in the text; case and marks do not matter.
    pub words: String,
    /// What they are.
    pub category: Category,
    /// The last day on which it holds.
    #[serde(default)]
    pub until: Option<String>,
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
    /// Only for this channel; every channel if absent.
    #[serde(default)]
    pub channel: Option<Channel>,
    /// The last day on which it holds, such as `2027-07-31`.
    #[serde(default)]
    pub until: Option<String>,
    /// Who answered.
    #[serde(default)]
    pub by: String,
}

/// Whether something holds on a day. Without a day nothing has expired.
pub(crate) fn holds_on(until: Option<&str>, today: Option<&str>) -> bool {
    match (until, today) {
        (Some(until), Some(today)) => today <= until,
        _ => true,
    }
}

/// What editors answered, by the folded words: a finding costs one look.
#[derive(Debug, Default)]
pub(crate) struct Answers(FxHashMap<String, Vec<Allowed>>);

impl Answers {
    pub(crate) fn new(allowed: &[Allowed]) -> Self {
        let mut answers = FxHashMap::<String, Vec<Allowed>>::default();
        for one in allowed {
            answers
                .entry(fold(&one.words))
                .or_default()
                .push(one.clone());
        }
        Self(answers)
    }

    /// Whether an answer covers these words as this kind of finding about these people.
    pub(crate) fn cover(
        &self,
        words: &str,
        category: Category,
        people: &[Candidate],
        purpose: Purpose<'_>,
    ) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let answers = self
            .0
            .get(&fold(words))
            .map(Vec::as_slice)
            .unwrap_or_default();
        answers.iter().any(|answer| {
            answer.category.is_none_or(|only| only == category)
                && answer.channel.is_none_or(|only| only == purpose.channel)
                && answer.person_id.as_deref().is_none_or(|only| {
                    !people.is_empty() && people.iter().all(|one| one.person_id == only)
                })
                && holds_on(answer.until.as_deref(), purpose.today)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::Consent;

    fn candidate(id: &str) -> Candidate {
        Candidate {
            person_id: id.to_owned(),
            name: String::new(),
            group: String::new(),
            consent: Consent::Unknown,
        }
    }

    #[test]
    fn an_answer_holds_for_what_it_says_and_no_longer() {
        let answers = Answers::new(&[Allowed {
            words: "Daan".into(),
            category: Some(Category::PersonRoster),
            person_id: Some("P1".into()),
            channel: Some(Channel::Classapp),
            until: Some("2027-07-31".into()),
            by: "S1".into(),
        }]);
        let covers = |people: &[&str], today, channel| {
            let today = Some(today);
            let purpose = Purpose { channel, today };
            let people: Vec<Candidate> = people.iter().copied().map(candidate).collect();
            answers.cover("daan", Category::PersonRoster, &people, purpose)
        };
        assert!(covers(&["P1"], "2027-07-31", Channel::Classapp));
        assert!(!covers(&["P1"], "2027-08-01", Channel::Classapp));
        assert!(!covers(&["P1"], "2027-01-01", Channel::Website));
        assert!(!covers(&["P1", "P2"], "2027-01-01", Channel::Classapp));
        let purpose = Purpose::default();
        assert!(!answers.cover("daan", Category::Health, &[candidate("P1")], purpose));
    }
}
