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
    if meaning.ends() {
        // Both are there; the earlier holds.
        word.until = word.until.min(Length::Year.until(writer.today));
    }
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
    let letters = said.chars().filter(|c| c.is_alphanumeric()).count();
    if letters < 3 || !said.contains(char::is_alphabetic) || said.chars().count() > LONGEST {
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

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use personal_data::{Purpose, Roster, Scanner, School};
    use words::Locale;

    const PUPIL: &str = "0000000000000000000000000000000a";

    fn findings(text: &str) -> Vec<Finding> {
        let people = format!("person_id,call_name,surname\n{PUPIL},Tess,Koning\n");
        let roster = Roster::from_csv(&people).unwrap();
        let scanner = Scanner::new(&roster, School::default());
        scanner.scan(text, Purpose::default()).unwrap().findings
    }

    fn writer(today: Date) -> Writer {
        let id = Uuid::from_u128(1);
        Writer {
            id,
            school: SchoolId(id),
            by: PersonId(id),
            at: Timestamp::UNIX_EPOCH,
            today,
        }
    }

    fn answer(meaning: Meaning, length: &str, today: Date) -> Result<Word, Errors> {
        let text = "Hoera voor Tess Koning!";
        let findings = findings(text);
        let typed = Typed {
            answer: Answer {
                mark: Mark::of(1, findings.first().unwrap()),
                meaning,
            },
            text,
            findings: &findings,
            channel: Channel::Social,
            who: "",
            length,
        };
        answered(&typed, writer(today), crate::texts(Locale::Nl))
    }

    #[test]
    fn consent_ends_with_the_school_year_at_the_latest() {
        let until = |length, today| answer(Meaning::Agreed, length, today).unwrap().until;
        let winter = date(2026, 11, 22);
        assert_eq!(until("schooljaar", winter), Some(date(2027, 7, 31)));
        assert_eq!(until("maand", winter), Some(date(2026, 12, 22)));
        let summer = date(2027, 7, 20);
        assert_eq!(until("maand", summer), Some(date(2027, 7, 31)));
        let errors = answer(Meaning::Agreed, "altijd", winter).unwrap_err();
        assert!(errors.of("lang-1").is_some());
    }

    #[test]
    fn an_answer_says_no_more_than_it_was_about() {
        let today = date(2026, 11, 22);
        let agreed = answer(Meaning::Agreed, "maand", today).unwrap();
        assert_eq!(agreed.words, "Tess Koning");
        assert_eq!(
            agreed.person.map(|id| id.to_string()).as_deref(),
            Some(PUPIL)
        );
        assert_eq!(agreed.channel, Some(Channel::Social));
        let nobody = answer(Meaning::NotPersonal, "altijd", today).unwrap();
        assert_eq!(
            (nobody.person, nobody.channel, nobody.until),
            (None, None, None)
        );
        let wrong = answer(Meaning::Public, "altijd", today).unwrap_err();
        assert!(wrong.of("tekst").is_some(), "no answer to a finding");
    }

    #[test]
    fn a_button_is_read_as_it_was_written() {
        let finding = findings("Hoera voor Tess Koning!");
        let answer = Answer {
            mark: Mark::of(3, finding.first().unwrap()),
            meaning: Meaning::LeftOut,
        };
        assert_eq!(answer.to_value(), "3.11-22.PERSON_ROSTER.weglaten");
        assert_eq!(Answer::from_value(&answer.to_value()), Some(answer));
        for wrong in [
            "",
            "3",
            "3.1-2",
            "3.1-2.NAME.weglaten",
            "3.1-2.PHONE.x",
            "x.1-2.PHONE.weglaten",
        ] {
            assert_eq!(Answer::from_value(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_word_of_the_school_says_something_and_of_what_kind() {
        let (writer, words) = (writer(date(2026, 11, 22)), crate::texts(Locale::Nl));
        let word = added("HEALTH", "  Team   Zonnebloem ", writer, words).unwrap();
        assert_eq!(
            (word.words.as_str(), word.meaning),
            ("Team Zonnebloem", Meaning::Sensitive)
        );
        assert!(
            added("PHONE", "Zonnebloem", writer, words)
                .unwrap_err()
                .of("soort")
                .is_some()
        );
        assert!(
            added("bekend", "12 3!", writer, words)
                .unwrap_err()
                .of("woord")
                .is_some()
        );
        let long = "a".repeat(LONGEST + 1);
        assert!(added("bekend", &long, writer, words).is_err());
    }
}
