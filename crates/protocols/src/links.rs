//! Addresses of *Mag dit?*, without language.

use norms::Vocabulary;

use crate::model::Answers;
use crate::rules::Unit;

/// Where these answers stand.
pub(crate) fn ask(slug: &str, answers: &Answers, vocabulary: &Vocabulary) -> String {
    format!("/{slug}/mag-dit{}", answers.query(vocabulary))
}

/// Where the answer stands, whatever is still open.
pub(crate) fn answer(slug: &str, answers: &Answers, vocabulary: &Vocabulary) -> String {
    with(&ask(slug, answers, vocabulary), "klaar=1")
}

/// Where this question is asked (again).
pub(crate) fn question(
    slug: &str,
    answers: &Answers,
    unit: &Unit,
    vocabulary: &Vocabulary,
) -> String {
    with(
        &ask(slug, answers, vocabulary),
        &format!("vraag={}", unit.key(vocabulary)),
    )
}

/// The same at every school.
pub(crate) fn everywhere(answers: &Answers, vocabulary: &Vocabulary) -> String {
    format!("/vergelijk{}", answers.query(vocabulary))
}

/// The address with one more pair.
pub(crate) fn with(address: &str, pair: &str) -> String {
    let sign = if address.contains('?') { '&' } else { '?' };
    format!("{address}{sign}{pair}")
}
