//! Answers in an address: reading and writing the query.

use norms::Vocabulary;
use norms::vocabulary::Kind;

use crate::model::{Answers, PERSONS, Persons, Said, Topic};

/// More pairs than any form here can send.
const MAX_PAIRS: usize = 80;

/// Why an address cannot be read. Each holds the word at fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misread {
    /// Nothing is called so.
    Key(String),
    /// The key has no such answer.
    Answer {
        /// The key.
        key: String,
        /// What stood there.
        value: String,
    },
    /// The key stands there with two different answers.
    Twice(String),
    /// More than any form sends.
    TooMuch,
}

/// How to go about the answers: words in an address that are no facts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manner {
    /// This question is shown, also when it was answered.
    pub again: Option<String>,
    /// The answer is shown, also when more could be asked.
    pub done: bool,
    /// The answers come from the asker's own words, which may be misunderstood.
    pub understood: bool,
    /// The asker's own words meant nothing to us.
    pub lost: bool,
}

impl Answers {
    /// Reads the pairs of an address.
    ///
    /// # Errors
    /// Every pair that cannot be read.
    pub fn read(
        pairs: impl Iterator<Item = (String, String)>,
        vocabulary: &Vocabulary,
    ) -> Result<(Self, Manner), Vec<Misread>> {
        let (mut answers, mut manner, mut faults) =
            (Self::default(), Manner::default(), Vec::new());
        // A list only says no (or unknown) of what is not said by itself: a tick in a group overrules the group.
        let mut listed = Self::default();
        for (at, (key, value)) in pairs.enumerate() {
            if at >= MAX_PAIRS {
                faults.push(Misread::TooMuch);
                break;
            }
            let read = match key.as_str() {
                "vraag" => {
                    manner.again = Some(value);
                    Ok(())
                }
                "klaar" => {
                    manner.done = true;
                    Ok(())
                }
                "begrepen" => {
                    manner.understood = true;
                    Ok(())
                }
                "niets" => {
                    manner.lost = true;
                    Ok(())
                }
                "nee" => listed.read_list(&mut answers, &value, Said::Is(false), vocabulary),
                "weetniet" => listed.read_list(&mut answers, &value, Said::Unknown, vocabulary),
                _ => read_pair(&key, &value, vocabulary)
                    .and_then(|(topic, said)| answers.hear(topic, said, &key, &listed)),
            };
            if let Err(fault) = read {
                faults.push(fault);
            }
        }
        if faults.is_empty() {
            Ok((answers, manner))
        } else {
            Err(faults)
        }
    }

    /// Hears an answer from a pair of its own. It overrules a list, and nothing else.
    fn hear(&mut self, topic: Topic, said: Said, key: &str, listed: &Self) -> Result<(), Misread> {
        let overrules = match self.get(topic) {
            None => true,
            // Ticked both "yes" and "not sure": not sure.
            Some(Said::Is(true)) if said == Said::Unknown => true,
            Some(before) => before == said || listed.get(topic) == Some(before),
        };
        if !overrules {
            return Err(Misread::Twice(key.to_owned()));
        }
        self.say(topic, said);
        Ok(())
    }

    fn read_list(
        &mut self,
        answers: &mut Self,
        keys: &str,
        said: Said,
        vocabulary: &Vocabulary,
    ) -> Result<(), Misread> {
        for key in keys.split(',').filter(|key| !key.is_empty()) {
            let known = vocabulary.fact_id(key).filter(|id| {
                vocabulary
                    .facts
                    .get(*id)
                    .is_some_and(|fact| fact.kind == Kind::YesNo)
            });
            let topic = Topic::Fact(known.ok_or_else(|| Misread::Key(shorten(key)))?);
            self.say(topic, said);
            if answers.get(topic).is_none() {
                answers.say(topic, said);
            }
        }
        Ok(())
    }

    /// The pairs of an address that says the same. Runs of no and of unknown become lists.
    #[must_use]
    pub fn pairs(&self, vocabulary: &Vocabulary) -> Vec<(String, String)> {
        let mut pairs: Vec<(String, String)> = Vec::new();
        for (topic, said) in self.iter() {
            let (key, yes_no) = match topic {
                Topic::Persons => (PERSONS, false),
                Topic::Fact(id) => match vocabulary.facts.get(id) {
                    Some(fact) => (fact.key.as_str(), fact.kind == Kind::YesNo),
                    None => continue,
                },
            };
            let list = match said {
                Said::Is(false) => Some("nee"),
                Said::Unknown if yes_no => Some("weetniet"),
                _ => None,
            };
            match (list, pairs.last_mut()) {
                (Some(list), Some((before, keys))) if before == list => {
                    keys.push(',');
                    keys.push_str(key);
                }
                (Some(list), _) => pairs.push((list.to_owned(), key.to_owned())),
                (None, _) => pairs.push((key.to_owned(), value_of(topic, said, vocabulary))),
            }
        }
        pairs
    }

    /// The query of an address that says the same.
    #[must_use]
    pub fn query(&self, vocabulary: &Vocabulary) -> String {
        let mut query = String::with_capacity(64);
        for (key, value) in self.pairs(vocabulary) {
            // Keys and values are words of the vocabulary: letters, `_`, `,` and `?` stand in a query as they are.
            query.push(if query.is_empty() { '?' } else { '&' });
            query.push_str(&key);
            query.push('=');
            query.push_str(&value);
        }
        query
    }
}

fn value_of(topic: Topic, said: Said, vocabulary: &Vocabulary) -> String {
    let values = match topic {
        Topic::Fact(id) => vocabulary
            .facts
            .get(id)
            .map(|fact| fact.values.as_slice())
            .unwrap_or_default(),
        Topic::Persons => &[],
    };
    match said {
        Said::Unknown => "?".to_owned(),
        Said::Is(is) => if is { "ja" } else { "nee" }.to_owned(),
        Said::Choice(value) => values.get(value).cloned().unwrap_or_default(),
        Said::Roles(bits) => {
            let named = values
                .iter()
                .enumerate()
                .filter(|(bit, _)| bits >> bit & 1 == 1);
            named
                .map(|(_, role)| role.as_str())
                .collect::<Vec<_>>()
                .join(",")
        }
        Said::Persons(persons) => persons.key().to_owned(),
    }
}

fn read_pair(key: &str, value: &str, vocabulary: &Vocabulary) -> Result<(Topic, Said), Misread> {
    let wrong = || Misread::Answer {
        key: shorten(key),
        value: shorten(value),
    };
    if key == PERSONS {
        let persons = Persons::FORM
            .into_iter()
            .chain([Persons::Others])
            .find(|persons| persons.key() == value)
            .map(Said::Persons);
        let said = persons
            .or((value == "?").then_some(Said::Unknown))
            .ok_or_else(wrong)?;
        return Ok((Topic::Persons, said));
    }
    let id = vocabulary
        .fact_id(key)
        .ok_or_else(|| Misread::Key(shorten(key)))?;
    let fact = vocabulary.facts.get(id).ok_or_else(wrong)?;
    let index = |text: &str| fact.values.iter().position(|known| known == text);
    let said = match (&fact.kind, value) {
        (Kind::Recognisable | Kind::Consent, _) => return Err(Misread::Key(shorten(key))),
        (_, "?") => Said::Unknown,
        (Kind::YesNo, "ja") => Said::Is(true),
        (Kind::YesNo, "nee") => Said::Is(false),
        (Kind::YesNo, _) => return Err(wrong()),
        (Kind::Action | Kind::Choice, _) => Said::Choice(index(value).ok_or_else(wrong)?),
        (Kind::Roles | Kind::OtherRoles, _) => {
            let mut bits = 0;
            for role in value.split(',') {
                bits |= 1_u32 << index(role).ok_or_else(wrong)?;
            }
            Said::Roles(bits)
        }
    };
    Ok((Topic::Fact(id), said))
}

fn shorten(word: &str) -> String {
    word.chars().take(40).collect()
}
