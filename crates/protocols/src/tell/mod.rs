//! From what the protocol says to what a screen shows. Nothing is decided here: words are found for it.

pub(crate) mod compare;
pub(crate) mod home;
pub(crate) mod offline;
pub(crate) mod prose;
pub(crate) mod question;
pub(crate) mod read;
pub(crate) mod school;
pub(crate) mod start;
pub(crate) mod verdict;

use norms::vocabulary::FactId;
use norms::{Answer, Situation, Vocabulary};
use ui::{Table, Tone, layout::in_language};
use words::{Locale, Verdict};

use crate::address::Manner;
use crate::house::{House, School};
use crate::model::Answers;
use crate::rules::{self, Page, Unit};

/// A question put to a protocol, with its answer.
pub(crate) struct Asked<'a> {
    pub(crate) house: &'a House,
    pub(crate) school: &'a School,
    pub(crate) answers: &'a Answers,
    pub(crate) situation: Situation,
    pub(crate) answer: Answer<'static>,
    /// The facts that could still settle it, most telling first.
    pub(crate) open: Vec<FactId>,
    pub(crate) locale: Locale,
}

impl<'a> Asked<'a> {
    pub(crate) fn new(
        house: &'a House,
        school: &'a School,
        answers: &'a Answers,
        locale: Locale,
    ) -> Self {
        let situation = answers.situation(house.vocabulary);
        let answer = school.protocol.ask(&situation);
        let open = answer
            .open
            .iter()
            .filter_map(|key| house.vocabulary.fact_id(key))
            .collect();
        Self {
            house,
            school,
            answers,
            situation,
            answer,
            open,
            locale,
        }
    }

    /// What to ask now; `None` when the answer is shown.
    pub(crate) fn next(&self, manner: &Manner) -> Option<Page> {
        let vocabulary = self.vocabulary();
        let again = manner
            .again
            .as_deref()
            .and_then(|key| Unit::find(key, vocabulary));
        match again {
            Some(unit) => Some(rules::again(unit, self.answers, &self.open, vocabulary)),
            None if manner.done => None,
            None => rules::next(self.answers, &self.open, vocabulary),
        }
    }

    pub(crate) fn vocabulary(&self) -> &'static Vocabulary {
        self.house.vocabulary
    }

    pub(crate) fn slug(&self) -> &str {
        &self.school.card.slug
    }

    pub(crate) fn texts(&self) -> &'static Table {
        crate::texts(self.locale)
    }

    /// An address in the language of the visit.
    pub(crate) fn to(&self, address: &str) -> String {
        in_language(self.locale, address)
    }

    /// Where an article of this school stands.
    pub(crate) fn article(&self, number: &str) -> String {
        self.to(&format!("/{}/protocol#{number}", self.slug()))
    }
}

/// The look of a verdict.
pub(crate) fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Permitted => Tone::Yes,
        Verdict::Prohibited => Tone::No,
        Verdict::Doubt => Tone::Doubt,
        Verdict::Outside => Tone::Outside,
    }
}

/// The word for a verdict, as the vocabulary says it.
pub(crate) fn word(vocabulary: &Vocabulary, locale: Locale, verdict: Verdict) -> String {
    let said = vocabulary.words(locale).verdict(verdict);
    said.map_or_else(|| verdict.key().to_owned(), |said| said.label.clone())
}
