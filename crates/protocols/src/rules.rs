//! What to ask next. Pure: what was said and what could still matter decide it.

use norms::Vocabulary;
use norms::vocabulary::{FactId, Kind};

use crate::model::{Answers, PERSONS, Persons, Said, Topic};

/// What one page asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// One fact.
    Fact(FactId),
    /// Who can be recognised, and their consent.
    Persons,
    /// The facts of a group, all yes or no.
    Group(String),
}

impl Unit {
    /// The unit that asks for this fact.
    #[must_use]
    pub fn of(id: FactId, vocabulary: &Vocabulary) -> Self {
        match vocabulary.facts.get(id) {
            Some(fact) if matches!(fact.kind, Kind::Recognisable | Kind::Consent) => Self::Persons,
            Some(fact) if fact.kind == Kind::YesNo => {
                fact.group.clone().map_or(Self::Fact(id), Self::Group)
            }
            _ => Self::Fact(id),
        }
    }

    /// The unit that asks for this topic.
    #[must_use]
    pub fn of_topic(topic: Topic, vocabulary: &Vocabulary) -> Self {
        match topic {
            Topic::Persons => Self::Persons,
            Topic::Fact(id) => Self::of(id, vocabulary),
        }
    }

    /// Its word in an address.
    #[must_use]
    pub fn key<'a>(&'a self, vocabulary: &'a Vocabulary) -> &'a str {
        match self {
            Self::Fact(id) => vocabulary.facts.get(*id).map_or("", |fact| &fact.key),
            Self::Persons => PERSONS,
            Self::Group(name) => name,
        }
    }

    /// The unit with this word in an address.
    #[must_use]
    pub fn find(key: &str, vocabulary: &Vocabulary) -> Option<Self> {
        if key == PERSONS {
            return Some(Self::Persons);
        }
        if vocabulary.groups.iter().any(|group| group == key) {
            return Some(Self::Group(key.to_owned()));
        }
        vocabulary.fact_id(key).map(|id| Self::of(id, vocabulary))
    }

    /// All topics it could ask for.
    #[must_use]
    pub fn topics(&self, vocabulary: &Vocabulary) -> Vec<Topic> {
        match self {
            Self::Fact(id) => vec![Topic::Fact(*id)],
            Self::Persons => vec![Topic::Persons],
            Self::Group(name) => {
                let facts = vocabulary.facts.iter().enumerate();
                let members = facts.filter(|(_, fact)| {
                    fact.group.as_deref() == Some(name) && fact.kind == Kind::YesNo
                });
                members.map(|(id, _)| Topic::Fact(id)).collect()
            }
        }
    }
}

/// The units that could still matter and were not asked yet, most telling first.
///
/// What is done and by whom comes first: without those two no question makes sense to people, and whom to ask depends on the role.
#[must_use]
pub fn left(answers: &Answers, open: &[FactId], vocabulary: &Vocabulary) -> Vec<Unit> {
    let mut units = Vec::new();
    let first = [Some(0), vocabulary.fact_id("rollen")]
        .into_iter()
        .flatten();
    for id in first.chain(open.iter().copied()) {
        let unit = Unit::of(id, vocabulary);
        let topic = if unit == Unit::Persons {
            Topic::Persons
        } else {
            Topic::Fact(id)
        };
        if !is_told(answers, topic) && !units.contains(&unit) {
            units.push(unit);
        }
    }
    units
}

/// Whether it needs no further asking. Of others whose consent nobody spoke of yet, it does.
fn is_told(answers: &Answers, topic: Topic) -> bool {
    !matches!(
        answers.get(topic),
        None | Some(Said::Persons(Persons::Others))
    )
}

/// The answers without what this unit asks: what the page of the unit carries along.
#[must_use]
pub fn without(answers: &Answers, unit: &Unit, vocabulary: &Vocabulary) -> Answers {
    let mut rest = answers.clone();
    for topic in unit.topics(vocabulary) {
        rest.forget(topic);
    }
    rest
}

/// The unit that was asked last.
#[must_use]
pub fn last(answers: &Answers, vocabulary: &Vocabulary) -> Option<Unit> {
    answers
        .iter()
        .next_back()
        .map(|(topic, _)| Unit::of_topic(topic, vocabulary))
}

/// The facts that a group page shows: those that could still matter, or were said before.
#[must_use]
pub fn members(
    unit: &Unit,
    answers: &Answers,
    open: &[FactId],
    vocabulary: &Vocabulary,
) -> Vec<(FactId, Option<Said>)> {
    let said = unit
        .topics(vocabulary)
        .into_iter()
        .filter_map(|topic| match topic {
            Topic::Fact(id) => Some((id, answers.get(topic))),
            Topic::Persons => None,
        });
    let all: Vec<_> = said.collect();
    let shown: Vec<_> = all
        .iter()
        .copied()
        .filter(|(id, said)| said.is_some() || open.contains(id))
        .collect();
    if shown.is_empty() { all } else { shown }
}
