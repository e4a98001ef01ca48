//! What may come in by a form: an answer to a finding, or a word of the school. Pure.

use jiff::Timestamp;
use jiff::civil::Date;
use personal_data::{Category, Channel, Finding};
use ui::{Errors, Table};
use uuid::Uuid;
use words::{PersonId, SchoolId};

use crate::model::{Length, Meaning, Word};

/// The longest words that a list keeps.
pub(crate) const LONGEST: usize = 100;
/// How many words a school's list has at most.
pub(crate) const MOST_WORDS: usize = 2_000;

/// Which finding an answer is about: its number on the page, and the characters and kind by which it is known again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) number: usize,
    pub(crate) chars: (usize, usize),
    pub(crate) category: Category,
}

impl Mark {
    pub(crate) fn of(number: usize, finding: &Finding) -> Self {
        Self {
            number,
            chars: finding.span.chars,
            category: finding.category,
        }
    }

    fn fits(self, finding: &Finding) -> bool {
        finding.span.chars == self.chars && finding.category == self.category
    }
}

/// What an editor answered to a finding, as a button sends it: `2.14-19.PERSON_ROSTER.akkoord`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) mark: Mark,
    pub(crate) meaning: Meaning,
}

impl Answer {
    pub(crate) fn to_value(self) -> String {
        let (mark, (from, to)) = (self.mark, self.mark.chars);
        let (code, meaning) = (mark.category.code(), self.meaning.key());
        format!("{}.{from}-{to}.{code}.{meaning}", mark.number)
    }

    pub(crate) fn from_value(value: &str) -> Option<Self> {
        let mut parts = value.split('.');
        let number = parts.next()?.parse().ok()?;
        let (from, to) = parts.next()?.split_once('-')?;
        let mark = Mark {
            number,
            chars: (from.parse().ok()?, to.parse().ok()?),
            category: Category::from_code(parts.next()?)?,
        };
        let meaning = Meaning::from_key(parts.next()?)?;
        Some(Self { mark, meaning })
    }
}

/// The answers that a finding can have. What is of a person can be agreed to; a number or a word about somebody cannot.
pub(crate) fn answers_to(finding: &Finding) -> Vec<Meaning> {
    let mut answers = vec![Meaning::NotPersonal];
    if !finding.candidates.is_empty() {
        answers.push(Meaning::Agreed);
    }
    answers.push(Meaning::LeftOut);
    answers
}

/// Who answers, where, and when.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Writer {
    pub(crate) id: Uuid,
    pub(crate) school: SchoolId,
    pub(crate) by: PersonId,
    pub(crate) at: Timestamp,
    pub(crate) today: Date,
}

impl Writer {
    fn word(self, meaning: Meaning, words: String) -> Word {
        Word {
            id: self.id,
            school: self.school,
            meaning,
            words,
            category: None,
            person: None,
            channel: None,
            until: None,
            by: self.by,
            at: self.at,
        }
    }
}

/// An answer as it came in, with what it is about.
pub(crate) struct Typed<'a> {
    pub(crate) answer: Answer,
    pub(crate) text: &'a str,
    pub(crate) findings: &'a [Finding],
    pub(crate) channel: Channel,
    /// Which of the candidates; empty where there is only one.
    pub(crate) who: &'a str,
    /// For how long.
    pub(crate) length: &'a str,
}

/// The word that an answer puts on the list.
pub(crate) fn answered(typed: &Typed<'_>, writer: Writer, words: &Table) -> Result<Word, Errors> {
    let Answer { mark, meaning } = typed.answer;
    let mut errors = Errors::default();
    let Some(finding) = typed.findings.iter().find(|one| mark.fits(one)) else {
        errors.add("tekst", words.t("answer-text-changed"));
        return Err(errors);
    };
    let (from, to) = finding.span.bytes;
    let said = typed.text.get(from..to).unwrap_or_default();
    if said.chars().count() > LONGEST || !answers_to(finding).contains(&meaning) {
        errors.add("tekst", words.t("answer-not-possible"));
    }
    let length = Length::from_key(typed.length).unwrap_or(Length::Year);
    if meaning.ends() && length == Length::Always {
        let field = format!("lang-{}", mark.number);
        errors.add(field, words.t("answer-how-long"));
    }
    let person = whom(finding, meaning, typed.who);
    if meaning == Meaning::Agreed && person.is_none() {
        errors.add(format!("wie-{}", mark.number), words.t("answer-who"));
    }
    let mut word = writer.word(meaning, said.to_owned());
    word.category = Some(finding.category);
    word.person = person;
    word.channel = (meaning == Meaning::Agreed).then_some(typed.channel);
    word.until = length.until(writer.today);
    errors.or(word)
}

/// Whom an answer is about. The only person whom a name may mean is the one, also where it is left out: with that person's key
/// the word goes.
fn whom(finding: &Finding, meaning: Meaning, chosen: &str) -> Option<PersonId> {
    let mut candidates = finding.candidates.iter();
    let one = match (meaning, finding.candidates.as_slice()) {
        (Meaning::NotPersonal, _) => None,
        (_, [only]) => Some(only),
        (Meaning::Agreed, _) => candidates.find(|one| one.person_id == chosen),
        _ => None,
    };
    one.and_then(|one| one.person_id.parse().ok())
}

/// The kinds of a sensitive word.
pub(crate) const SENSITIVE: [Category; 3] =
    [Category::Health, Category::Religion, Category::Situation];

/// A word that a school adds itself: `kind` is `bekend`, or the code of a sensitive category.
pub(crate) fn added(kind: &str, said: &str, writer: Writer, words: &Table) -> Result<Word, Errors> {
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut errors = Errors::default();
    let letters = said.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 3 || said.chars().count() > LONGEST {
        errors.add("woord", words.t("word-length"));
    }
    let category = Category::from_code(kind).filter(|one| SENSITIVE.contains(one));
    if category.is_none() && kind != Meaning::Public.key() {
        errors.add("soort", words.t("word-kind-choose"));
    }
    let meaning = if category.is_some() {
        Meaning::Sensitive
    } else {
        Meaning::Public
    };
    let mut word = writer.word(meaning, said);
    word.category = category;
    errors.or(word)
}
