//! What people say in their own words, and the everyday sentences to start from: `protocols/starts.toml`.

use norms::{Situation, Vocabulary};
use serde::Deserialize;
use words::Text;

use crate::model::{Answers, Topic};

/// Longer texts are cut: nobody asks that way, and looking costs time.
const MAX_LETTERS: usize = 500;

/// Sentences and keywords with the facts that they mean.
pub(crate) struct Ears {
    pub(crate) starts: Vec<Start>,
    keywords: Vec<(Vec<String>, Answers)>,
}

/// An everyday sentence.
pub(crate) struct Start {
    pub(crate) text: Text,
    pub(crate) answers: Answers,
    /// Roles that would say it; empty is everybody.
    pub(crate) roles: Vec<String>,
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    start: Vec<StartRow>,
    #[serde(default)]
    keyword: Vec<KeywordRow>,
}

#[derive(Deserialize)]
struct StartRow {
    nl: String,
    en: String,
    set: toml::Table,
    #[serde(default)]
    roles: Vec<String>,
}

#[derive(Deserialize)]
struct KeywordRow {
    nl: Vec<String>,
    en: Vec<String>,
    set: toml::Table,
}

impl Ears {
    /// The sentences and keywords that ship with the program.
    pub(crate) fn shipped(vocabulary: &Vocabulary) -> Self {
        Self::read(include_str!("../../../protocols/starts.toml"), vocabulary).unwrap_or_else(
            |fault| {
                // A test reads the file; a program without its sentences still answers.
                tracing::error!("starts.toml: {fault}");
                Self {
                    starts: Vec::new(),
                    keywords: Vec::new(),
                }
            },
        )
    }

    fn read(text: &str, vocabulary: &Vocabulary) -> Result<Self, String> {
        let file: File = toml::from_str(text).map_err(|fault| fault.to_string())?;
        let starts = file.start.into_iter().map(|row| {
            let answers = meaning(&row.set, vocabulary)?;
            Ok(Start {
                text: Text::new(row.nl, row.en),
                answers,
                roles: row.roles,
            })
        });
        let keywords = file.keyword.into_iter().map(|row| {
            let answers = meaning(&row.set, vocabulary)?;
            Ok((
                row.nl
                    .iter()
                    .chain(&row.en)
                    .map(|word| plain(word))
                    .collect(),
                answers,
            ))
        });
        Ok(Self {
            starts: starts.collect::<Result<_, String>>()?,
            keywords: keywords.collect::<Result<_, String>>()?,
        })
    }

    /// The facts that a text means. The first keyword that speaks about a fact decides it.
    pub(crate) fn hear(&self, text: &str, vocabulary: &Vocabulary) -> Answers {
        let text: String = plain(&text.chars().take(MAX_LETTERS).collect::<String>());
        let mut heard = Answers::default();
        for (words, answers) in &self.keywords {
            if words.iter().any(|word| says(&text, word)) {
                for (topic, said) in answers.iter() {
                    if heard.get(topic).is_none() {
                        heard.say(topic, said);
                    }
                }
            }
        }
        in_order(&heard, vocabulary)
    }
}

/// What is done comes first in an address, then the rest in the order of the vocabulary.
fn in_order(heard: &Answers, vocabulary: &Vocabulary) -> Answers {
    let mut ordered = Answers::default();
    let facts = (0..vocabulary.facts.len()).map(Topic::Fact);
    for topic in facts.chain([Topic::Persons]) {
        if let Some(said) = heard.get(topic) {
            ordered.say(topic, said);
        }
    }
    ordered
}

/// Small letters, single blanks around words, no punctuation or accents.
fn plain(text: &str) -> String {
    let mut plain = String::from(" ");
    for letter in text.chars().flat_map(char::to_lowercase) {
        let letter = match letter {
            'à' | 'á' | 'â' | 'ä' => 'a',
            'è' | 'é' | 'ê' | 'ë' => 'e',
            'ì' | 'í' | 'î' | 'ï' => 'i',
            'ò' | 'ó' | 'ô' | 'ö' => 'o',
            'ù' | 'ú' | 'û' | 'ü' => 'u',
            letter => letter,
        };
        if letter.is_alphanumeric() {
            plain.push(letter);
        } else if !plain.ends_with(' ') && !matches!(letter, '\'' | '’') {
            plain.push(' ');
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// Whether the text has the word at the beginning of a word: `foto` is in "foto's" and not in "telefoto".
/// Short words must stand alone.
fn says(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let rest = text.get(at + word.len()..).unwrap_or_default();
        word.len() > 4 || rest.is_empty() || rest.starts_with(' ')
    })
}

fn meaning(set: &toml::Table, vocabulary: &Vocabulary) -> Result<Answers, String> {
    let mut situation = Situation::unknown(vocabulary);
    for (key, value) in set {
        let value = serde_json::to_value(value).map_err(|fault| fault.to_string())?;
        situation
            .tell(key, &value, vocabulary)
            .map_err(|fault| fault.en)?;
    }
    Ok(Answers::of(&situation, vocabulary))
}
