//! Of whom a post tells, and what may stand between them and their age.

use crate::agewords::is_filler;
use crate::doc::Kind;
use crate::lexicon::Cues;
use crate::work::Work;

/// Whom a post tells of: which tokens are somebody's name, and which sentences are about a person.
#[derive(Debug)]
pub(crate) struct Telling {
    pub(crate) named: Vec<bool>,
    pub(crate) about: Vec<bool>,
}

impl Telling {
    pub(crate) fn of(post: &Work<'_>) -> Self {
        let mut named = vec![false; post.doc.tokens.len()];
        let mut about: Vec<bool> = post
            .doc
            .sentences
            .iter()
            .map(|one| one.cues.intersects(Cues::KIN.union(Cues::CHILD)))
            .collect();
        for hit in &post.hits {
            if !hit.category.is_person() || hit.score.value < 0.5 {
                continue;
            }
            for slot in named.iter_mut().take(hit.to).skip(hit.from) {
                *slot = true;
            }
            if let Some(slot) = about.get_mut(post.doc.at(hit.from).sentence) {
                *slot = true;
            }
        }
        Self { named, about }
    }

    pub(crate) fn is_name(&self, at: usize) -> bool {
        self.named.get(at).copied().unwrap_or(false)
    }

    /// Whether a sentence, one of the three before it or the one behind it is about somebody.
    pub(crate) fn is_near(&self, sentence: usize) -> bool {
        let low = sentence.saturating_sub(3);
        self.about
            .iter()
            .skip(low)
            .take(sentence + 2 - low)
            .any(|one| *one)
    }
}

/// Whoever may be of an age: a pronoun, a name, one of a family.
pub(crate) fn is_subject(post: &Work<'_>, at: usize, telling: &Telling) -> bool {
    let whoever = Cues::WHOEVER
        .union(Cues::KIN)
        .union(Cues::CHILD)
        .union(Cues::ROLE)
        .union(Cues::SCHOOL_ROLE);
    telling.is_name(at) || post.doc.at(at).has(whoever)
}

/// What may stand between the verb, whoever is meant and the number.
pub(crate) fn is_loose(post: &Work<'_>, at: usize) -> bool {
    let loose = Cues::BETWEEN
        .union(Cues::WHEN)
        .union(Cues::DAY)
        .union(Cues::OWN)
        .union(Cues::MONTH);
    let word = post.doc.w(at);
    let day = post.doc.at(at).kind == Kind::Number && post.doc.at(at + 1).has(Cues::MONTH);
    day || post.doc.at(at).has(loose) || is_filler(word) || matches!(word, "'" | "’" | ",")
}

/// Whether somebody stands close before a token, and no thing of theirs: *Daans fiets*, *de school van mijn dochter*.
pub(crate) fn is_subject_before(post: &Work<'_>, at: usize, telling: &Telling) -> bool {
    let doc = &post.doc;
    let low = at
        .saturating_sub(6)
        .max(doc.sentence_of(at.saturating_sub(1)).from);
    let Some(who) = (low..at).rev().find(|one| is_subject(post, *one, telling)) else {
        return false;
    };
    // Right before the verb, or with no other thing in between.
    let apart = (who + 1..at).any(|one| {
        let token = doc.at(one);
        token.is_word()
            && !is_loose(post, one)
            && !is_subject(post, one, telling)
            && !doc.at(one).has(Cues::BEING)
    });
    let mut head = who;
    while head > low
        && (doc.at(head - 1).has(Cues::OWN)
            || telling.is_name(head - 1)
            || matches!(doc.w(head - 1), "de" | "het"))
    {
        head -= 1;
    }
    let thing = head > low + 1
        && matches!(doc.w(head - 1), "van" | "of")
        && !is_subject(post, head - 2, telling)
        && !doc.at(head - 2).has(Cues::KIN);
    !thing && !apart
}
