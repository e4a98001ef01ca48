//! What an asker said, as it stands in an address.
//!
//! The query of an address is the whole state of *Mag dit?*: `actie=plaatsen&rollen=leraar&personen=deels&nee=kennis,praktisch`.
//! It holds facts and never a name, so it can be kept, mailed and printed. `?` is "I do not know": said, and still unknown.

use norms::situation::Value;
use norms::vocabulary::{FactId, Kind, RECOGNISABLE};
use norms::{Situation, Vocabulary};

/// More pairs than any form here can send.
const MAX_PAIRS: usize = 80;
/// The key of the question that joins who can be recognised and who gave consent.
pub const PERSONS: &str = "personen";

/// Who can be recognised, and whether they gave consent: three facts that one question settles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Persons {
    /// Nobody.
    Nobody,
    /// Only the asker.
    Me,
    /// Others, who all gave consent in writing.
    Written,
    /// Others, who all gave consent, not all of them in writing.
    Spoken,
    /// Others, and not everybody gave consent as far as the asker knows.
    Missing,
}

impl Persons {
    /// All cases, in the order of the form.
    pub const ALL: [Self; 5] = [Self::Nobody, Self::Me, Self::Written, Self::Spoken, Self::Missing];

    /// The word in an address.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Nobody => "niemand",
            Self::Me => "ik",
            Self::Written => "schriftelijk",
            Self::Spoken => "mondeling",
            Self::Missing => "deels",
        }
    }

    fn consent(self) -> (bool, bool) {
        match self {
            Self::Nobody | Self::Me | Self::Written => (true, true),
            Self::Spoken => (true, false),
            Self::Missing => (false, false),
        }
    }

    fn recognisable(self) -> Option<usize> {
        let case = match self {
            Self::Nobody => "niemand",
            Self::Me => "ik",
            Self::Written | Self::Spoken | Self::Missing => "anderen",
        };
        RECOGNISABLE.iter().position(|known| *known == case)
    }
}

/// What an answer is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    /// One fact.
    Fact(FactId),
    /// Who can be recognised, with their consent.
    Persons,
}

/// An answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Said {
    /// "I do not know."
    Unknown,
    /// Yes or no.
    Is(bool),
    /// One of the fact's values.
    Choice(usize),
    /// Roles, one bit each.
    Roles(u32),
    /// Who can be recognised.
    Persons(Persons),
}

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

/// Everything said so far, in the order in which it was said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers(Vec<(Topic, Said)>);

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
    pub fn read(pairs: impl Iterator<Item = (String, String)>, vocabulary: &Vocabulary) -> Result<(Self, Manner), Vec<Misread>> {
        let (mut answers, mut manner, mut faults) = (Self::default(), Manner::default(), Vec::new());
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
                "klaar" => Ok(manner.done = true),
                "begrepen" => Ok(manner.understood = true),
                "niets" => Ok(manner.lost = true),
                "nee" => listed.read_list(&mut answers, &value, Said::Is(false), vocabulary),
                "weetniet" => listed.read_list(&mut answers, &value, Said::Unknown, vocabulary),
                _ => read_pair(&key, &value, vocabulary).and_then(|(topic, said)| answers.hear(topic, said, &key, &listed)),
            };
            if let Err(fault) = read {
                faults.push(fault);
            }
        }
        if faults.is_empty() { Ok((answers, manner)) } else { Err(faults) }
    }

    /// Hears an answer from a pair of its own. It overrules a list, and nothing else.
    fn hear(&mut self, topic: Topic, said: Said, key: &str, listed: &Self) -> Result<(), Misread> {
        match self.get(topic) {
            Some(before) if before == said => Ok(()),
            // Ticked both "yes" and "not sure": not sure.
            Some(Said::Is(true)) if said == Said::Unknown => Ok(self.say(topic, said)),
            Some(before) if listed.get(topic) == Some(before) => Ok(self.say(topic, said)),
            Some(_) => Err(Misread::Twice(key.to_owned())),
            None => Ok(self.say(topic, said)),
        }
    }

    fn read_list(&mut self, answers: &mut Self, keys: &str, said: Said, vocabulary: &Vocabulary) -> Result<(), Misread> {
        for key in keys.split(',').filter(|key| !key.is_empty()) {
            let known = vocabulary.fact_id(key).filter(|id| vocabulary.facts.get(*id).is_some_and(|fact| fact.kind == Kind::YesNo));
            let topic = Topic::Fact(known.ok_or_else(|| Misread::Key(shorten(key)))?);
            self.say(topic, said);
            if answers.get(topic).is_none() {
                answers.say(topic, said);
            }
        }
        Ok(())
    }

    /// What was said of this.
    #[must_use]
    pub fn get(&self, topic: Topic) -> Option<Said> {
        self.0.iter().find(|(known, _)| *known == topic).map(|(_, said)| *said)
    }

    /// Says this; what was said of it before is gone.
    pub fn say(&mut self, topic: Topic, said: Said) {
        self.forget(topic);
        self.0.push((topic, said));
    }

    /// Unsays this.
    pub fn forget(&mut self, topic: Topic) {
        self.0.retain(|(known, _)| *known != topic);
    }

    /// In the order in which it was said.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Topic, Said)> + '_ {
        self.0.iter().copied()
    }

    /// Nothing was said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The facts of it.
    #[must_use]
    pub fn situation(&self, vocabulary: &Vocabulary) -> Situation {
        let mut situation = Situation::unknown(vocabulary);
        for (topic, said) in self.iter() {
            match (topic, said) {
                (Topic::Fact(0), Said::Choice(action)) => situation.action = Some(action),
                (Topic::Fact(id), Said::Is(is)) => situation.set(id, Value::Is(is)),
                (Topic::Fact(id), Said::Choice(value)) => situation.set(id, Value::Choice(value)),
                (Topic::Fact(id), Said::Roles(bits)) => situation.set(id, Value::Roles(bits)),
                (Topic::Persons, Said::Persons(persons)) => tell_persons(&mut situation, persons, vocabulary),
                _ => {}
            }
        }
        situation
    }

    /// The answers that lead to this situation, in the order of the vocabulary.
    #[must_use]
    pub fn of(situation: &Situation, vocabulary: &Vocabulary) -> Self {
        let mut answers = Self::default();
        if let Some(action) = situation.action {
            answers.say(Topic::Fact(0), Said::Choice(action));
        }
        for (id, fact) in vocabulary.facts.iter().enumerate() {
            match situation.get(id) {
                Value::Is(is) => answers.say(Topic::Fact(id), Said::Is(*is)),
                Value::Choice(value) => answers.say(Topic::Fact(id), Said::Choice(*value)),
                Value::Roles(bits) => answers.say(Topic::Fact(id), Said::Roles(*bits)),
                _ if fact.kind == Kind::Recognisable => {
                    if let Some(persons) = persons_of(situation, vocabulary) {
                        answers.say(Topic::Persons, Said::Persons(persons));
                    }
                }
                _ => {}
            }
        }
        answers
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
                (Some(list), Some((last, keys))) if last == list => {
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
        Topic::Fact(id) => vocabulary.facts.get(id).map(|fact| fact.values.as_slice()).unwrap_or_default(),
        Topic::Persons => &[],
    };
    match said {
        Said::Unknown => "?".to_owned(),
        Said::Is(is) => if is { "ja" } else { "nee" }.to_owned(),
        Said::Choice(value) => values.get(value).cloned().unwrap_or_default(),
        Said::Roles(bits) => {
            let named = values.iter().enumerate().filter(|(bit, _)| bits >> bit & 1 == 1);
            named.map(|(_, role)| role.as_str()).collect::<Vec<_>>().join(",")
        }
        Said::Persons(persons) => persons.key().to_owned(),
    }
}

fn read_pair(key: &str, value: &str, vocabulary: &Vocabulary) -> Result<(Topic, Said), Misread> {
    let wrong = || Misread::Answer { key: shorten(key), value: shorten(value) };
    if key == PERSONS {
        let persons = Persons::ALL.into_iter().find(|persons| persons.key() == value).map(Said::Persons);
        let said = persons.or((value == "?").then_some(Said::Unknown)).ok_or_else(wrong)?;
        return Ok((Topic::Persons, said));
    }
    let id = vocabulary.fact_id(key).ok_or_else(|| Misread::Key(shorten(key)))?;
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

fn tell_persons(situation: &mut Situation, persons: Persons, vocabulary: &Vocabulary) {
    let (consent, written) = persons.consent();
    let mut tell = |key: &str, value: Value| {
        if let Some(id) = vocabulary.fact_id(key) {
            situation.set(id, value);
        }
    };
    if let Some(case) = persons.recognisable() {
        tell("herkenbaar", Value::Case(case));
    }
    tell("toestemming", Value::Covers(consent));
    tell("schriftelijkeToestemming", Value::Covers(written));
}

/// Which case of the form a situation is, with or without names.
fn persons_of(situation: &Situation, vocabulary: &Vocabulary) -> Option<Persons> {
    let get = |key: &str| vocabulary.fact_id(key).map(|id| situation.get(id));
    let (nobody, me) = match get("herkenbaar")? {
        Value::Case(case) => (*case == 0, *case == 1),
        Value::Persons(names) => (names.is_empty(), names.iter().all(|name| name == norms::situation::ME)),
        _ => return None,
    };
    let covers = |key: &str| match (get(key), get("herkenbaar")) {
        (Some(Value::Covers(covers)), _) => *covers,
        (Some(Value::Persons(gave)), Some(Value::Persons(seen))) => seen.iter().all(|name| gave.contains(name)),
        _ => false,
    };
    Some(match (nobody, me, covers("toestemming"), covers("schriftelijkeToestemming")) {
        (true, ..) => Persons::Nobody,
        (_, true, ..) => Persons::Me,
        (_, _, true, true) => Persons::Written,
        (_, _, true, false) => Persons::Spoken,
        _ => Persons::Missing,
    })
}

fn shorten(word: &str) -> String {
    word.chars().take(40).collect()
}
