//! What an asker said, as it stands in an address.
//!
//! The query of an address is the whole state of *Mag dit?*: `actie=plaatsen&rollen=leraar&personen=deels&nee=kennis,praktisch`.
//! It holds facts and never a name, so it can be kept, mailed and printed. `?` is "I do not know": said, and still unknown.

use norms::situation::{ME, Value};
use norms::vocabulary::{FactId, Kind, RECOGNISABLE};
use norms::{Situation, Vocabulary};

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
    /// Others, and nothing was said of consent yet. No form offers it; sentences to start from may say it.
    Others,
}

impl Persons {
    /// The cases of the form, in its order.
    pub const FORM: [Self; 5] = [
        Self::Nobody,
        Self::Me,
        Self::Written,
        Self::Spoken,
        Self::Missing,
    ];

    /// The word in an address.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Nobody => "niemand",
            Self::Me => "ik",
            Self::Written => "schriftelijk",
            Self::Spoken => "mondeling",
            Self::Missing => "deels",
            Self::Others => "anderen",
        }
    }

    fn consent(self) -> Option<(bool, bool)> {
        match self {
            Self::Nobody | Self::Me | Self::Written => Some((true, true)),
            Self::Spoken => Some((true, false)),
            Self::Missing => Some((false, false)),
            Self::Others => None,
        }
    }

    fn recognisable(self) -> Option<usize> {
        let case = match self {
            Self::Nobody => "niemand",
            Self::Me => "ik",
            Self::Written | Self::Spoken | Self::Missing | Self::Others => "anderen",
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

/// Everything said so far, in the order in which it was said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers(Vec<(Topic, Said)>);

impl Answers {
    /// What was said of this.
    #[must_use]
    pub fn get(&self, topic: Topic) -> Option<Said> {
        self.0
            .iter()
            .find(|(known, _)| *known == topic)
            .map(|(_, said)| *said)
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
                (Topic::Persons, Said::Persons(persons)) => {
                    tell_persons(&mut situation, persons, vocabulary);
                }
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
}

fn tell_persons(situation: &mut Situation, persons: Persons, vocabulary: &Vocabulary) {
    let mut tell = |key: &str, value: Value| {
        if let Some(id) = vocabulary.fact_id(key) {
            situation.set(id, value);
        }
    };
    if let Some(case) = persons.recognisable() {
        tell("herkenbaar", Value::Case(case));
    }
    if let Some((consent, written)) = persons.consent() {
        tell("toestemming", Value::Covers(consent));
        tell("schriftelijkeToestemming", Value::Covers(written));
    }
}

/// Which case a situation is, with or without names.
fn persons_of(situation: &Situation, vocabulary: &Vocabulary) -> Option<Persons> {
    let get = |key: &str| vocabulary.fact_id(key).map(|id| situation.get(id));
    let seen = get("herkenbaar")?;
    let (nobody, me) = match seen {
        Value::Case(case) => (*case == 0, *case == 1),
        Value::Persons(names) => (names.is_empty(), names.iter().all(|name| name == ME)),
        _ => return None,
    };
    let covers = |key: &str| match (get(key), seen) {
        (Some(Value::Covers(covers)), _) => Some(*covers),
        (Some(Value::Persons(gave)), Value::Persons(seen)) => {
            Some(seen.iter().all(|name| gave.contains(name)))
        }
        _ => None,
    };
    Some(
        match (
            nobody,
            me,
            covers("toestemming"),
            covers("schriftelijkeToestemming"),
        ) {
            (true, ..) => Persons::Nobody,
            (_, true, ..) => Persons::Me,
            (_, _, _, Some(true)) => Persons::Written,
            (_, _, Some(true), _) => Persons::Spoken,
            (_, _, None, None) => Persons::Others,
            _ => Persons::Missing,
        },
    )
}
