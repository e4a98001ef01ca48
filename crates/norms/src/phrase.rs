//! Between facts and sentences: the phrases of the vocabulary read and written.

use crate::diagnostic::nearest;
use crate::situation::{Situation, Value};
use crate::vocabulary::{FactId, Kind, Vocabulary};
use rustc_hash::FxHashMap;
use serde_json::{Map, Value as Json};
use words::{Locale, Text};

/// Beginnings of phrases that name persons, with the fact they tell.
const PERSONS: [(&str, &str); 3] = [
    ("herkenbaar:", "herkenbaar"),
    ("schriftelijke toestemming van:", "schriftelijkeToestemming"),
    ("toestemming van:", "toestemming"),
];

/// Reads Dutch phrases.
#[derive(Debug)]
pub(crate) struct PhraseBook {
    vocabulary: &'static Vocabulary,
    phrases: FxHashMap<String, (FactId, Value)>,
    /// Phrases of actions, longest first.
    actions: Vec<(String, usize)>,
}

impl PhraseBook {
    pub(crate) fn new(vocabulary: &'static Vocabulary) -> Self {
        let words = vocabulary.words(Locale::Nl);
        let mut phrases = FxHashMap::default();
        for (id, fact) in vocabulary.facts.iter().enumerate() {
            let Some(said) = words.fact(&fact.key) else {
                continue;
            };
            let told = |is: bool| match fact.kind {
                Kind::Consent => Value::Covers(is),
                _ => Value::Is(is),
            };
            for (phrase, is) in [(&said.yes, true), (&said.no, false)] {
                if let Some(phrase) = phrase {
                    phrases.insert(normal(phrase), (id, told(is)));
                }
            }
            for (value, said) in &said.values {
                if let Some(index) = fact.values.iter().position(|known| known == value) {
                    let value = match fact.kind {
                        Kind::Roles | Kind::OtherRoles => Value::Roles(1 << index),
                        Kind::Recognisable => Value::Case(index),
                        _ => Value::Choice(index),
                    };
                    phrases.insert(normal(&said.phrase), (id, value));
                }
            }
        }
        let mut actions: Vec<(String, usize)> = vocabulary
            .actions
            .iter()
            .enumerate()
            .filter_map(|(id, action)| Some((normal(&words.action(&action.key)?.phrase), id)))
            .collect();
        actions.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
        Self {
            vocabulary,
            phrases,
            actions,
        }
    }

    /// The action that a sentence ends with: "als juf Anja dit plaatst".
    pub(crate) fn action(&self, sentence: &str) -> Result<usize, Text> {
        let sentence = normal(sentence);
        let found = self.actions.iter().find(|(phrase, _)| {
            sentence
                .strip_suffix(phrase.as_str())
                .is_some_and(|before| before.is_empty() || before.ends_with(' '))
        });
        found.map(|(_, id)| *id).ok_or_else(|| {
            let known: Vec<&str> = self
                .actions
                .iter()
                .map(|(phrase, _)| phrase.as_str())
                .collect();
            Text::new(
                format!(
                    "deze zin eindigt niet op een bekende handeling; bekend zijn: {}",
                    known.join(", ")
                ),
                format!(
                    "this sentence does not end with a known action; known are: {}",
                    known.join(", ")
                ),
            )
        })
    }

    /// Tells a situation every phrase of a line.
    pub(crate) fn tell(&self, situation: &mut Situation, line: &str) -> Result<(), Text> {
        for piece in line
            .split(';')
            .map(str::trim)
            .filter(|piece| !piece.is_empty())
        {
            self.tell_piece(situation, piece.trim_end_matches('.'))?;
        }
        Ok(())
    }

    /// Phrases up to the first that names persons; its names run to the end.
    fn tell_piece(&self, situation: &mut Situation, piece: &str) -> Result<(), Text> {
        let mut rest = piece;
        while !rest.trim().is_empty() {
            rest = rest.trim();
            let lower = rest.to_lowercase();
            if let Some((prefix, key)) = PERSONS.iter().find(|(p, _)| lower.starts_with(p)) {
                let names = rest.get(prefix.len()..).unwrap_or_default();
                if let Some(id) = self.vocabulary.fact_id(key) {
                    situation.set_persons(id, person_names(names));
                }
                return Ok(());
            }
            let (phrase, after) = rest.split_once(',').unwrap_or((rest, ""));
            self.tell_phrase(situation, phrase)?;
            rest = after;
        }
        Ok(())
    }

    fn tell_phrase(&self, situation: &mut Situation, phrase: &str) -> Result<(), Text> {
        let phrase = normal(phrase);
        let Some((fact, value)) = self.phrases.get(&phrase) else {
            let known = self.phrases.keys().map(String::as_str);
            let near = nearest(&phrase, known.chain(PERSONS.map(|(prefix, _)| prefix)));
            return Err(match near {
                Some(near) => Text::new(
                    format!("`{phrase}` is geen bekende zin: bedoel je `{near}`?"),
                    format!("`{phrase}` is no known phrase: did you mean `{near}`?"),
                ),
                None => Text::new(
                    format!("`{phrase}` is geen bekende zin; de zinnen staan in words.nl.toml"),
                    format!("`{phrase}` is no known phrase; the phrases are in words.nl.toml"),
                ),
            });
        };
        let value = match (situation.get(*fact), value) {
            // "een leraar, een ouder": both.
            (Value::Roles(before), Value::Roles(more)) => Value::Roles(before | more),
            (Value::Unknown, value) => value.clone(),
            (before, value) if before == value => value.clone(),
            _ => {
                return Err(Text::new(
                    format!("`{phrase}` spreekt iets tegen dat er al staat"),
                    format!("`{phrase}` contradicts what was said before"),
                ));
            }
        };
        situation.set(*fact, value);
        Ok(())
    }
}

/// "Sam, Noor en ik": three names. "niemand": none.
fn person_names(text: &str) -> Vec<String> {
    let names = text.replace(" en ", ",");
    let names = names.split(',').map(|name| name.trim().to_lowercase());
    names
        .filter(|name| !name.is_empty() && name != "niemand")
        .collect()
}

/// Lower case, single blanks, no full stop.
pub(crate) fn normal(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").trim_end_matches('.').to_lowercase()
}

impl Vocabulary {
    /// What is told of a situation, one phrase a fact, in the order of the vocabulary. `plain` leaves out what is not so.
    pub fn phrases(&self, situation: &Situation, locale: Locale, plain: bool) -> Vec<String> {
        let words = self.words(locale);
        let mut told = Vec::new();
        for (id, fact) in self.facts.iter().enumerate() {
            let Some(said) = words.fact(&fact.key) else {
                continue;
            };
            let value = |index: usize| {
                let key = fact.values.get(index)?;
                said.values.get(key).map(|said| said.phrase.clone())
            };
            match situation.get(id) {
                Value::Is(true) | Value::Covers(true) => told.extend(said.yes.clone()),
                Value::Is(false) if plain => {}
                Value::Is(false) | Value::Covers(false) => told.extend(said.no.clone()),
                Value::Choice(index) | Value::Case(index) => told.extend(value(*index)),
                Value::Roles(bits) => {
                    let roles = (0..fact.values.len()).filter(|bit| bits >> bit & 1 == 1);
                    told.extend(roles.filter_map(value));
                }
                Value::Persons(names) if names.is_empty() && plain => {}
                Value::Persons(names) => {
                    let prefix = PERSONS.iter().find(|(_, key)| *key == fact.key);
                    let names = if names.is_empty() {
                        "niemand".to_owned()
                    } else {
                        names.join(", ")
                    };
                    let prefix = prefix.map_or("", |(prefix, _)| prefix);
                    told.push(format!("{prefix} {names}"));
                }
                Value::Unknown => {}
            }
        }
        told
    }

    /// The situation as one sentence: "een leraar die dit plaatst: in functie, in de schoolgroep, er is beeld of geluid bij".
    pub fn sentence(&self, situation: &Situation, locale: Locale) -> String {
        let words = self.words(locale);
        let (somebody, who, and) = match locale {
            Locale::Nl => ("iemand", "die ", " en "),
            Locale::En => ("somebody", "who ", " and "),
        };
        let mut only_roles = Situation::unknown(self);
        let mut rest = situation.clone();
        if let Some(id) = self.fact_id("rollen") {
            only_roles.set(id, situation.get(id).clone());
            rest.set(id, Value::Unknown);
        }
        let roles = self.phrases(&only_roles, locale, true).join(and);
        let mut sentence = if roles.is_empty() {
            somebody.to_owned()
        } else {
            roles
        };
        let action = situation.action.and_then(|id| self.actions.get(id));
        if let Some(said) = action.and_then(|action| words.action(&action.key)) {
            sentence.push(' ');
            sentence.push_str(who);
            sentence.push_str(&said.phrase);
        }
        let told = self.phrases(&rest, locale, true);
        if !told.is_empty() {
            sentence.push_str(": ");
            sentence.push_str(&told.join(", "));
        }
        sentence
    }

    /// A situation from facts as JSON; what does not fit is left out. For facts that the program itself wrote.
    pub fn situation_from(&self, facts: &Map<String, Json>) -> Situation {
        let mut situation = Situation::unknown(self);
        for (key, value) in facts {
            drop(situation.tell(key, value, self));
        }
        situation
    }
}
