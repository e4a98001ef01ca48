//! A situation: what is known of what somebody wants to do. What is not known stays unknown; it is never a no.

use crate::situation_json::Told;
use crate::vocabulary::{ActionId, FactId, Kind, Vocabulary};
use serde::Serializer;
use serde::ser::SerializeMap;
use serde_json::{Map, Value as Json};
use words::Text;

/// A longer situation is refused, in bytes.
pub const MAX_BYTES: usize = 256_000;
/// How the actor is called in a set of persons.
pub const ME: &str = "ik";

/// What is known of one fact.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Value {
    /// Nothing.
    #[default]
    Unknown,
    /// Yes or no.
    Is(bool),
    /// One of the fact's values.
    Choice(usize),
    /// A set of roles, one bit each.
    Roles(u32),
    /// A set of persons by name; `ik` is the actor.
    Persons(Vec<String>),
    /// Who can be recognised, without names: index in [`crate::vocabulary::RECOGNISABLE`].
    Case(usize),
    /// Whether everybody who can be recognised gave consent, without names.
    Covers(bool),
}

/// What is known of what somebody wants to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Situation {
    /// What they want to do, if known.
    pub action: Option<ActionId>,
    values: Vec<Value>,
}

/// Why a text is not a situation: one sentence per fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(|fault| fault.en.as_str()).collect::<Vec<_>>().join("; "))]
pub struct SituationError(pub Vec<Text>);

impl Situation {
    /// A situation of which nothing is known.
    pub fn unknown(vocabulary: &Vocabulary) -> Self {
        Self {
            action: None,
            values: vec![Value::Unknown; vocabulary.facts.len()],
        }
    }

    /// What is known of a fact.
    pub fn get(&self, fact: FactId) -> &Value {
        self.values.get(fact).unwrap_or(&Value::Unknown)
    }

    /// Tells a fact.
    pub fn set(&mut self, fact: FactId, value: Value) {
        if let Some(place) = self.values.get_mut(fact) {
            *place = value;
        }
    }

    /// Tells a set of persons.
    pub fn set_persons(&mut self, fact: FactId, names: impl IntoIterator<Item = String>) {
        let mut names: Vec<String> = names.into_iter().collect();
        names.sort_unstable();
        names.dedup();
        self.set(fact, Value::Persons(names));
    }

    /// True if the fact is known.
    pub fn knows(&self, fact: FactId) -> bool {
        *self.get(fact) != Value::Unknown
    }

    /// Sets every fact that is not known to no, and every unknown set of persons to empty: `"*": false`.
    pub fn close(&mut self, vocabulary: &Vocabulary) {
        for (fact, value) in vocabulary.facts.iter().zip(&mut self.values) {
            if *value == Value::Unknown {
                *value = match fact.kind {
                    Kind::YesNo => Value::Is(false),
                    Kind::Recognisable | Kind::Consent => Value::Persons(Vec::new()),
                    Kind::Action | Kind::Roles | Kind::OtherRoles | Kind::Choice => continue,
                };
            }
        }
    }

    /// The same as a JSON object; facts that are not known are left out.
    pub fn to_json(&self, vocabulary: &Vocabulary) -> Map<String, Json> {
        match self.write(vocabulary, serde_json::value::Serializer) {
            Ok(Json::Object(told)) => told,
            _ => Map::new(),
        }
    }

    /// Writes the JSON object.
    pub(crate) fn write<S: Serializer>(
        &self,
        vocabulary: &Vocabulary,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        if let Some(action) = self.action.and_then(|id| vocabulary.actions.get(id)) {
            map.serialize_entry("actie", &action.key)?;
        }
        for (fact, value) in vocabulary.facts.iter().zip(&self.values) {
            if *value != Value::Unknown {
                map.serialize_entry(&fact.key, &Told { fact, value })?;
            }
        }
        map.end()
    }
}
