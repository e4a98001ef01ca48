//! What to ask next. Pure: what was said and what could still matter decide it.

use norms::Vocabulary;
use norms::vocabulary::{Fact, FactId, Kind};

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

/// A question as it is put: a unit, with the facts of it that are on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// What is asked.
    pub unit: Unit,
    /// The facts on the page, where they are several.
    pub members: Vec<FactId>,
}

/// A yes to these is so rare in daily life that they are asked together, to be denied with one tap.
const RARE: f64 = 0.2;
/// More on one page would not be read.
pub(crate) const MOST: usize = 7;
/// The facts behind the one question of who can be recognised, in the order of their variables.
pub(crate) const PERSONS_FACTS: [&str; 3] =
    ["herkenbaar", "toestemming", "schriftelijkeToestemming"];
/// The group whose question fits all rare facts: "is er iets van het volgende aan de hand?".
pub(crate) const ODD: &str = "inhoud";

/// What to ask now, or `None` if nothing that could still matter is left to ask.
#[must_use]
pub fn next(answers: &Answers, open: &[FactId], vocabulary: &Vocabulary) -> Option<Page> {
    let unit = left(answers, open, vocabulary).into_iter().next()?;
    let unsaid = |id: &FactId| answers.get(Topic::Fact(*id)).is_none();
    let rare: Vec<FactId> = open
        .iter()
        .copied()
        .filter(|id| unsaid(id) && is_rare_id(*id, vocabulary))
        .collect();
    let own: Vec<FactId> = open
        .iter()
        .copied()
        .filter(|id| unsaid(id) && Unit::of(*id, vocabulary) == unit)
        .collect();
    if rare.len() > own.len() && !own.is_empty() && own.iter().all(|id| rare.contains(id)) {
        let others = rare.iter().filter(|id| !own.contains(id));
        let members = own.iter().chain(others).copied().take(MOST).collect();
        return Some(Page {
            unit: Unit::Group(ODD.to_owned()),
            members,
        });
    }
    Some(put(unit, own))
}

/// What to ask again.
#[must_use]
pub fn again(unit: Unit, answers: &Answers, open: &[FactId], vocabulary: &Vocabulary) -> Page {
    let all = unit
        .topics(vocabulary)
        .into_iter()
        .filter_map(|topic| match topic {
            Topic::Fact(id) => Some(id),
            Topic::Persons => None,
        });
    let all: Vec<FactId> = all.collect();
    let matters = |id: &FactId| answers.get(Topic::Fact(*id)).is_some() || open.contains(id);
    let shown: Vec<FactId> = all.iter().copied().filter(matters).collect();
    put(unit, if shown.is_empty() { all } else { shown })
}

/// A group of which one fact is left is a plain question.
fn put(unit: Unit, members: Vec<FactId>) -> Page {
    match (&unit, members.as_slice()) {
        (Unit::Group(_), [only]) => Page {
            unit: Unit::Fact(*only),
            members,
        },
        _ => Page { unit, members },
    }
}

pub(crate) fn is_rare(fact: &Fact) -> bool {
    fact.kind == Kind::YesNo && fact.likely <= RARE
}

fn is_rare_id(id: FactId, vocabulary: &Vocabulary) -> bool {
    vocabulary.facts.get(id).is_some_and(is_rare)
}

/// How many questions are left at most.
#[must_use]
pub fn count_left(answers: &Answers, open: &[FactId], vocabulary: &Vocabulary) -> usize {
    let often: Vec<FactId> = open
        .iter()
        .copied()
        .filter(|id| !is_rare_id(*id, vocabulary))
        .collect();
    let rare = open.iter().filter(|id| is_rare_id(**id, vocabulary));
    let rare = rare
        .filter(|id| answers.get(Topic::Fact(**id)).is_none())
        .count();
    left(answers, &often, vocabulary).len() + rare.div_ceil(MOST)
}

/// The units that could still matter and were not asked yet, most telling first.
///
/// What is done and by whom comes first: without those two no question makes sense to people, and whom to ask depends on the role.
fn left(answers: &Answers, open: &[FactId], vocabulary: &Vocabulary) -> Vec<Unit> {
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

/// The answers without what this page asks: what it carries along.
#[must_use]
pub fn without(answers: &Answers, page: &Page) -> Answers {
    let mut rest = answers.clone();
    match page.unit {
        Unit::Persons => rest.forget(Topic::Persons),
        Unit::Fact(id) => rest.forget(Topic::Fact(id)),
        Unit::Group(_) => page
            .members
            .iter()
            .for_each(|id| rest.forget(Topic::Fact(*id))),
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
