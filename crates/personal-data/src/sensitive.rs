//! Words about health, belief, and delicate situations, when they are about somebody.

use crate::category::Category;
use crate::lexicon::{Cues, sections};
use crate::trie::Trie;
use crate::work::{Score, Work};
use aho_corasick::AhoCorasick;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// What a word says, and whether it says so by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Sense {
    category: Category,
    weak: bool,
}

#[derive(Debug)]
pub(crate) struct Lexicon {
    exact: FxHashMap<&'static str, Sense>,
    stems: FxHashMap<&'static str, Sense>,
    inside: Option<AhoCorasick>,
    inside_senses: Vec<Sense>,
    phrases: Trie<(Category, bool)>,
    not: Vec<&'static str>,
}

/// The shipped lexicon, read once.
pub(crate) fn shipped() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut lexicon = Lexicon {
            exact: FxHashMap::default(),
            stems: FxHashMap::default(),
            inside: None,
            inside_senses: Vec::new(),
            phrases: Trie::new(),
            not: Vec::new(),
        };
        let mut patterns = Vec::new();
        for (section, line) in sections(include_str!("../lexicons/sensitive.txt")) {
            let (name, weak) = section
                .strip_suffix("-weak")
                .map_or((section, false), |name| (name, true));
            let category = match name {
                "health" => Category::Health,
                "religion" => Category::Religion,
                "situation" => Category::Situation,
                _ => {
                    lexicon.not.extend(
                        line.split(';')
                            .map(str::trim)
                            .filter(|word| !word.is_empty()),
                    );
                    continue;
                }
            };
            let sense = Sense { category, weak };
            for entry in line
                .split(';')
                .map(str::trim)
                .filter(|entry| !entry.is_empty())
            {
                if entry.contains([' ', '-']) {
                    lexicon.phrases.add(entry, (category, weak));
                } else if let Some(stem) = entry.strip_suffix('*') {
                    if stem.starts_with('*') {
                        let stem = stem.trim_start_matches('*');
                        patterns.push(stem);
                        lexicon.inside_senses.push(sense);
                    } else {
                        lexicon.stems.insert(stem, sense);
                    }
                } else {
                    lexicon.exact.insert(entry, sense);
                }
            }
        }
        lexicon.inside = AhoCorasick::new(patterns).ok();
        lexicon
    })
}

impl Lexicon {
    /// How many entries there are.
    #[cfg(test)]
    fn len(&self) -> usize {
        self.exact.len() + self.stems.len() + self.inside_senses.len() + self.phrases.len()
    }

    fn sense(&self, word: &str) -> Option<Sense> {
        if word.len() < 3 || word.len() > 48 || self.not.contains(&word) {
            return None;
        }
        if let Some(sense) = self.exact.get(word) {
            return Some(*sense);
        }
        let stem = (3..=word.len())
            .rev()
            .find_map(|to| word.get(..to).and_then(|head| self.stems.get(head)));
        let inside = || {
            let found = self.inside.as_ref()?.find(word)?;
            self.inside_senses.get(found.pattern().as_usize()).copied()
        };
        stem.copied().or_else(inside)
    }
}

/// About whom a sentence is, if it is about somebody.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Subject {
    Nobody,
    Kin,
    Somebody,
    Named,
}

pub(crate) fn find(post: &mut Work<'_>) {
    let subjects = subjects(post);
    let lexicon = shipped();
    let own: &[(String, Category)] = &post.scanner.school.sensitive_words;
    let mut i = 0;
    while i < post.doc.tokens.len() {
        post.steps += 1;
        let token = post.doc.at(i);
        let subject = subjects
            .get(token.sentence)
            .copied()
            .unwrap_or(Subject::Nobody);
        if subject == Subject::Nobody || !token.is_word() || post.is_closed(i) || post.is_public(i)
        {
            i += 1;
            continue;
        }
        let phrase = lexicon.phrases.longest(&post.doc, i);
        let found = if let Some(found) = phrase {
            lexicon
                .phrases
                .payloads(found.node)
                .first()
                .map(|(category, weak)| {
                    (
                        found.end,
                        Sense {
                            category: *category,
                            weak: *weak,
                        },
                    )
                })
        } else {
            let word = post.doc.w(i);
            let taught = own
                .iter()
                .find(|(own, _)| crate::fold::fold(own) == word)
                .map(|(_, category)| Sense {
                    category: *category,
                    weak: false,
                });
            taught
                .or_else(|| lexicon.sense(word))
                .map(|sense| (i + 1, sense))
        };
        let Some((end, sense)) = found else {
            i += 1;
            continue;
        };
        // *ziekte van Lyme*, *syndroom van Down*: the name belongs to it.
        let named = post.doc.w(end - 1) == "van" && post.doc.at(end).is_capital();
        let end = if named { end + 1 } else { end };
        let code = match sense.category {
            Category::Health => "health-word",
            Category::Religion => "religion-word",
            _ => "situation-word",
        };
        let mut score = Score::new(code, if sense.weak { 0.15 } else { 0.55 });
        match subject {
            Subject::Named => score.add("about-named", 0.3),
            Subject::Somebody => score.add("about-somebody", 0.15),
            Subject::Kin | Subject::Nobody => score.add("about-kin", 0.1),
        }
        if is_topic(post, i) {
            score.add("is-topic", -0.4);
        }
        if post.doc.at(end).has(Cues::ORG) && sense.category == Category::Religion {
            score.add("name-of-something", -0.3);
        }
        if score.value >= 0.3 {
            post.hit(i, end, sense.category, score);
        }
        i = end;
    }
}

/// A talk, a book, a theme *about* it is not somebody who has it.
fn is_topic(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let low = i.saturating_sub(4).max(doc.sentence_of(i).from);
    let about = (low..i).any(|at| {
        matches!(
            doc.w(at),
            "over" | "about" | "tegen" | "rond" | "rondom" | "thema"
        )
    });
    let telling = (i.saturating_sub(9).max(doc.sentence_of(i).from)..i).any(|at| {
        matches!(
            doc.w(at),
            "spreekbeurt"
                | "boek"
                | "boekje"
                | "les"
                | "werkstuk"
                | "vertelt"
                | "vertelde"
                | "vertelden"
                | "vertellen"
                | "film"
                | "thema"
                | "presentatie"
                | "presenteerde"
                | "gastles"
                | "voorlichting"
                | "leerden"
                | "leerde"
                | "leren"
                | "verhaal"
                | "gedicht"
                | "poster"
                | "uitleg"
                | "talk"
                | "book"
                | "story"
                | "learned"
                | "actie"
                | "geld"
                | "opgehaald"
                | "sponsorloop"
                | "strijd"
                | "schreef"
                | "quiz"
                | "las"
                | "leest"
                | "speelt"
                | "speelde"
                | "rol"
                | "collecteerde"
        )
    });
    about && telling
}

fn subjects(post: &Work<'_>) -> Vec<Subject> {
    let mut subjects = vec![Subject::Nobody; post.doc.sentences.len()];
    for hit in &post.hits {
        let named = match hit.category {
            Category::PersonRoster | Category::PersonOther => hit.score.value >= 0.5,
            Category::PupilNo => true,
            _ => false,
        };
        if named && let Some(slot) = subjects.get_mut(post.doc.at(hit.from).sentence) {
            *slot = Subject::Named;
        }
    }
    for at in 0..subjects.len() {
        if subjects.get(at) != Some(&Subject::Nobody) {
            continue;
        }
        let Some(sentence) = post.doc.sentences.get(at) else {
            continue;
        };
        let owned = (sentence.from..sentence.to).any(|i| {
            post.doc.at(i).has(Cues::KIN)
                && (post.doc.just_before(i, 2, Cues::OWN)
                    || matches!(
                        post.doc.w(i.wrapping_sub(1)),
                        "haar" | "zijn" | "hun" | "his" | "her" | "trotse"
                    ))
        });
        let before = at
            .checked_sub(1)
            .and_then(|before| subjects.get(before))
            .copied()
            .unwrap_or(Subject::Nobody);
        let carried = matches!(before, Subject::Named | Subject::Somebody)
            && sentence.cues.intersects(Cues::PRONOUN);
        let found = if carried {
            Subject::Somebody
        } else if owned {
            Subject::Kin
        } else {
            Subject::Nobody
        };
        if let Some(slot) = subjects.get_mut(at) {
            *slot = found;
        }
    }
    subjects
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_compounds_and_exceptions() {
        let lexicon = shipped();
        let category = |word: &str| lexicon.sense(word).map(|sense| sense.category);
        assert_eq!(category("epilepsie"), Some(Category::Health));
        assert_eq!(category("notenallergie"), Some(Category::Health));
        assert_eq!(category("offerfeest"), Some(Category::Religion));
        assert_eq!(category("voogdijzaak"), Some(Category::Situation));
        assert_eq!(category("boterham"), None);
        assert!(lexicon.len() >= 1000, "{}", lexicon.len());
    }
}
