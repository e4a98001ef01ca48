//! Situations as JSON: read straight into facts, with one sentence for each fault.

use crate::diagnostic::nearest;
use crate::situation::{MAX_BYTES, Situation, SituationError, Value};
use crate::vocabulary::{Fact, Kind, Vocabulary};
use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde::{Serialize, Serializer};
use serde_json::Value as Json;
use std::borrow::Cow;
use std::fmt;
use words::Text;

/// More names in one set are refused.
const MAX_PERSONS: usize = 1_000;

impl Situation {
    /// Reads the JSON object of `contract.md`, "Ask".
    ///
    /// ```
    /// use norms::{Situation, Vocabulary};
    /// let vocabulary = Vocabulary::shipped();
    /// let asked = r#"{"actie": "plaatsen", "rollen": ["leraar"], "herkenbaar": ["sam"], "kennis": null}"#;
    /// let situation = Situation::from_json_str(asked, vocabulary).unwrap();
    /// assert_eq!(situation.to_json(vocabulary)["rollen"][0], "leraar");
    /// ```
    ///
    /// # Errors
    /// One sentence for each unknown key, each value of the wrong type, and each unknown value.
    pub fn from_json_str(text: &str, vocabulary: &Vocabulary) -> Result<Self, SituationError> {
        if text.len() > MAX_BYTES {
            return Err(SituationError(vec![Text::new(
                format!("de situatie is langer dan {} kB", MAX_BYTES / 1000),
                format!("the situation is longer than {} kB", MAX_BYTES / 1000),
            )]));
        }
        let mut reader = serde_json::Deserializer::from_str(text);
        let reading = Reading { vocabulary };
        let read = reading
            .deserialize(&mut reader)
            .and_then(|read| reader.end().map(|()| read));
        match read {
            Ok(read) => read.map_err(SituationError),
            Err(fault) => Err(SituationError(vec![Text::new(
                format!(
                    "dit is geen geldig JSON-object (regel {}, kolom {})",
                    fault.line(),
                    fault.column()
                ),
                format!("not a valid JSON object: {fault}"),
            )])),
        }
    }

    /// Tells one fact from a JSON value.
    ///
    /// # Errors
    /// One sentence: the key is unknown, or the value is of the wrong type or unknown.
    pub fn tell(&mut self, key: &str, value: &Json, vocabulary: &Vocabulary) -> Result<(), Text> {
        let raw = match value {
            Json::Null => Raw::Null,
            Json::Bool(is) => Raw::Bool(*is),
            Json::String(text) => Raw::Text(Cow::Borrowed(text)),
            Json::Array(items) => Raw::List(
                items
                    .iter()
                    .map(|item| item.as_str().map(str::to_owned))
                    .collect::<Option<_>>()
                    .ok_or_else(|| wrong_type(key, "een lijst van namen", "a list of names"))?,
            ),
            Json::Number(_) | Json::Object(_) => Raw::Other,
        };
        self.tell_raw(key, raw, vocabulary)
    }

    fn tell_raw(&mut self, key: &str, raw: Raw<'_>, vocabulary: &Vocabulary) -> Result<(), Text> {
        let Some(id) = vocabulary.fact_id(key) else {
            return Err(unknown_word("sleutel", "key", key, vocabulary.fact_keys()));
        };
        let Some(fact) = vocabulary.facts.get(id) else {
            return Ok(());
        };
        if fact.kind == Kind::Action {
            self.action = match raw {
                Raw::Null => None,
                Raw::Text(text) => Some(vocabulary.action_id(&text).ok_or_else(|| {
                    unknown_word(
                        "waarde",
                        "value",
                        &text,
                        fact.values.iter().map(String::as_str),
                    )
                })?),
                _ => return Err(wrong_type(key, "een tekst", "a string")),
            };
            return Ok(());
        }
        let value = read_value(fact, raw)?;
        self.set(id, value);
        Ok(())
    }
}

/// A JSON value as far as a situation has use for it.
enum Raw<'a> {
    Null,
    Bool(bool),
    Text(Cow<'a, str>),
    List(Vec<String>),
    Other,
}

fn wrong_type(key: &str, nl: &str, en: &str) -> Text {
    Text::new(
        format!("`{key}` moet {nl} zijn"),
        format!("`{key}` must be {en}"),
    )
}

fn unknown_word<'a>(
    nl: &str,
    en: &str,
    written: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Text {
    let written: String = written.chars().take(60).collect();
    match nearest(&written, known) {
        Some(near) => Text::new(
            format!("onbekende {nl} `{written}`: bedoel je `{near}`?"),
            format!("unknown {en} `{written}`: did you mean `{near}`?"),
        ),
        None => Text::new(
            format!("onbekende {nl} `{written}`"),
            format!("unknown {en} `{written}`"),
        ),
    }
}

fn read_value(fact: &Fact, raw: Raw<'_>) -> Result<Value, Text> {
    let known = || fact.values.iter().map(String::as_str);
    let index = |text: &str| {
        fact.values
            .iter()
            .position(|value| value == text)
            .ok_or_else(|| unknown_word("waarde", "value", text, known()))
    };
    match (&fact.kind, raw) {
        (_, Raw::Null) | (Kind::Action, _) => Ok(Value::Unknown),
        (Kind::YesNo, Raw::Bool(is)) => Ok(Value::Is(is)),
        (Kind::YesNo, _) => Err(wrong_type(&fact.key, "true of false", "true or false")),
        (Kind::Choice, Raw::Text(text)) => Ok(Value::Choice(index(&text)?)),
        (Kind::Choice, _) => Err(wrong_type(&fact.key, "een tekst", "a string")),
        (Kind::Roles | Kind::OtherRoles, Raw::List(roles)) => {
            let mut bits = 0;
            for role in &roles {
                bits |= 1_u32 << index(role)?;
            }
            Ok(Value::Roles(bits))
        }
        (Kind::Roles | Kind::OtherRoles, _) => Err(wrong_type(
            &fact.key,
            "een lijst van rollen",
            "a list of roles",
        )),
        (Kind::Recognisable, Raw::Text(text)) => Ok(Value::Case(index(&text)?)),
        (Kind::Consent, Raw::Bool(covers)) => Ok(Value::Covers(covers)),
        (Kind::Recognisable | Kind::Consent, Raw::List(mut names)) => {
            if names.len() > MAX_PERSONS {
                return Err(Text::new(
                    format!("`{}` noemt meer dan {MAX_PERSONS} personen", fact.key),
                    format!("`{}` names more than {MAX_PERSONS} persons", fact.key),
                ));
            }
            names.sort_unstable();
            names.dedup();
            Ok(Value::Persons(names))
        }
        (Kind::Recognisable | Kind::Consent, _) => Err(wrong_type(
            &fact.key,
            "een lijst van namen",
            "a list of names",
        )),
    }
}

/// One fact as it is written.
pub(crate) struct Told<'a> {
    pub(crate) fact: &'a Fact,
    pub(crate) value: &'a Value,
}

impl Serialize for Told<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let word = |index: usize| self.fact.values.get(index).map_or("", String::as_str);
        match self.value {
            Value::Unknown => to.serialize_none(),
            Value::Is(is) | Value::Covers(is) => to.serialize_bool(*is),
            Value::Choice(index) | Value::Case(index) => to.serialize_str(word(*index)),
            Value::Persons(names) => names.serialize(to),
            Value::Roles(bits) => {
                let named = self.fact.values.iter().enumerate();
                to.collect_seq(
                    named
                        .filter(|(bit, _)| bits >> bit & 1 == 1)
                        .map(|(_, role)| role),
                )
            }
        }
    }
}

/// Reads one JSON object straight into a situation, without a tree in between.
struct Reading<'v> {
    vocabulary: &'v Vocabulary,
}

impl<'de> DeserializeSeed<'de> for Reading<'_> {
    type Value = Result<Situation, Vec<Text>>;

    fn deserialize<D: serde::Deserializer<'de>>(self, reader: D) -> Result<Self::Value, D::Error> {
        reader.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Reading<'_> {
    type Value = Result<Situation, Vec<Text>>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a JSON object with facts")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
        let mut situation = Situation::unknown(self.vocabulary);
        let mut faults = Vec::new();
        let mut told = 0_u128;
        let mut close = false;
        while let Some(key) = map.next_key_seed(Key)? {
            let raw = map.next_value_seed(RawSeed)?;
            if key == "*" {
                match raw {
                    Raw::Bool(false) => close = true,
                    _ => faults.push(wrong_type("*", "false", "false")),
                }
                continue;
            }
            let bit = self
                .vocabulary
                .fact_id(&key)
                .map_or(0, |id| 1_u128 << (id % 128));
            if told & bit != 0 {
                faults.push(Text::new(
                    format!("`{key}` staat er twee keer"),
                    format!("`{key}` is there twice"),
                ));
            }
            told |= bit;
            if let Err(fault) = situation.tell_raw(&key, raw, self.vocabulary)
                && faults.len() < 20
            {
                faults.push(fault);
            }
        }
        if close {
            situation.close(self.vocabulary);
        }
        Ok(if faults.is_empty() {
            Ok(situation)
        } else {
            Err(faults)
        })
    }
}

struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Cow<'de, str>;
    fn deserialize<D: serde::Deserializer<'de>>(self, reader: D) -> Result<Self::Value, D::Error> {
        reader.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key {
    type Value = Cow<'de, str>;
    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a key")
    }
    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }
    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}

struct RawSeed;

impl<'de> DeserializeSeed<'de> for RawSeed {
    type Value = Raw<'de>;
    fn deserialize<D: serde::Deserializer<'de>>(self, reader: D) -> Result<Self::Value, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for RawSeed {
    type Value = Raw<'de>;
    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a value")
    }
    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Raw::Null)
    }
    fn visit_bool<E>(self, is: bool) -> Result<Self::Value, E> {
        Ok(Raw::Bool(is))
    }
    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Raw::Text(Cow::Borrowed(text)))
    }
    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Raw::Text(Cow::Owned(text.to_owned())))
    }
    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(Raw::Other)
    }
    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
        Ok(Raw::Other)
    }
    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(Raw::Other)
    }
    fn visit_seq<S: SeqAccess<'de>>(self, mut items: S) -> Result<Self::Value, S::Error> {
        let mut names = Vec::new();
        let mut clean = true;
        while let Some(item) = items.next_element_seed(RawSeed)? {
            match item {
                Raw::Text(name) if names.len() <= MAX_PERSONS => names.push(name.into_owned()),
                Raw::Text(_) => {}
                _ => clean = false,
            }
        }
        Ok(if clean { Raw::List(names) } else { Raw::Other })
    }
    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
        while map.next_key_seed(Key)?.is_some() {
            map.next_value_seed(RawSeed)?;
        }
        Ok(Raw::Other)
    }
}
