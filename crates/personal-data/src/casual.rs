//! Names as people write them in a chat: small, drawn out, in a tag. A small-written word is only somebody when what
//! stands around it can be about nothing else.

use crate::index::{Given, GivenOf};
use crate::lexicon::{self};
use crate::names::{called, with_surname};
use crate::signs;
use crate::work::{Score, Work};

/// *Daaaan*, *Emmmaaa*: letters three times and more are drawn out.
pub(crate) fn drawn_out(post: &mut Work<'_>, i: usize) -> Option<usize> {
    let word = post.doc.w(i);
    let token = post.doc.at(i);
    if word.len() < 4 || word.len() > 40 || post.is_public(i) {
        return None;
    }
    if !is_drawn(word) {
        return None;
    }
    let letters: Vec<char> = word.chars().collect();
    let index = post.index();
    let found = [1, 2].into_iter().find_map(|most| {
        let name = shortened(&letters, most);
        let node = index.given.single(&name)?;
        Some((name, called(index.given.payloads(node)).0))
    });
    let (name, people) = found?;
    if let Some(end) = with_surname(post, i, i + 1, &people) {
        return Some(end);
    }
    let word = lexicon::is_dutch(&name) || lexicon::ENGLISH.has(&name);
    let value = match (token.is_capital(), word) {
        (true, false) => 0.75,
        (true, true) | (false, false) if name.len() > 2 => 0.6,
        _ => 0.35,
    };
    post.person(i, i + 1, people, false, Score::new("drawn-out", value));
    Some(i + 1)
}

/// Whether a word has a letter three times in a row.
pub(crate) fn is_drawn(word: &str) -> bool {
    let (mut last, mut run) = (0, 0_u32);
    word.bytes().any(|b| {
        run = if b == last { run + 1 } else { 1 };
        last = b;
        run > 2
    })
}

/// Runs of three and more of one letter, made `most` long.
fn shortened(letters: &[char], most: usize) -> String {
    let mut out = String::with_capacity(letters.len());
    let mut at = 0;
    while let Some(c) = letters.get(at) {
        let run = letters
            .iter()
            .skip(at)
            .take_while(|other| *other == c)
            .count();
        let kept = if run >= 3 { most } else { run };
        out.extend(std::iter::repeat_n(*c, kept));
        at += run;
    }
    out
}

const JOINED: [&str; 16] = [
    "vanden", "vander", "vande", "vant", "van", "den", "der", "de", "el", "al", "ter", "ten", "te",
    "von", "in", "t",
];

/// `#DaanDeVries`, `daandevries`: a given name and a surname of one person without a space between.
pub(crate) fn joined(post: &mut Work<'_>, i: usize) -> Option<usize> {
    let (word, token) = (post.doc.w(i), post.doc.at(i));
    let tag = post.doc.w(i.wrapping_sub(1)) == "#" && post.doc.glued(i);
    let least = if tag { 6 } else { 8 };
    if !(least..=40).contains(&word.len())
        || !tag && (!token.is_capital() && token.is_in(lexicon::DUTCH))
    {
        return None;
    }
    let index = post.index();
    let meant = (2..word.len() - 1).find_map(|at| {
        let (head, tail) = (word.get(..at)?, word.get(at..)?);
        let people: Vec<usize> = index
            .given
            .payloads(index.given.single(head)?)
            .iter()
            .map(|one| one.person)
            .collect();
        let surnames = JOINED
            .iter()
            .filter_map(|infix| tail.strip_prefix(infix))
            .chain([tail]);
        surnames
            .filter(|surname| surname.len() > 1)
            .find_map(|surname| {
                let named = index.surname.payloads(index.surname.single(surname)?);
                let both: Vec<usize> = people
                    .iter()
                    .copied()
                    .filter(|one| named.binary_search(one).is_ok())
                    .collect();
                (!both.is_empty()).then_some(both)
            })
    });
    if let Some(people) = meant {
        post.person(
            i,
            i + 1,
            people,
            true,
            Score::new(
                "name-joined",
                if tag || token.is_capital() { 0.9 } else { 0.75 },
            ),
        );
        return Some(i + 1);
    }
    if tag { in_tag(post, i) } else { None }
}

/// `#TeamDaan`, `#TrotsOpFatima`: a word of a tag that is somebody's name, and no other word.
fn in_tag(post: &mut Work<'_>, i: usize) -> Option<usize> {
    let token = post.doc.at(i);
    let written = post.doc.slice(i, i + 1);
    let mut from = 0;
    let mut parts = Vec::new();
    let mut before = ' ';
    for (at, c) in written.char_indices() {
        if c.is_uppercase() && before.is_lowercase() {
            parts.push((from, at));
            from = at;
        }
        before = c;
    }
    parts.push((from, written.len()));
    if parts.len() < 2 {
        return None;
    }
    let index = post.index();
    let found = parts.into_iter().find_map(|(from, to)| {
        let name = crate::fold::fold(written.get(from..to)?);
        let given: &[GivenOf] = index.given.payloads(index.given.single(&name)?);
        let (people, kind) = called(given);
        (kind != Given::Official && name.len() > 2 && !signs::is_any_word(&name))
            .then_some((from, to, people))
    });
    let (from, to, people) = found?;
    post.person(i, i + 1, people, false, Score::new("name-in-tag", 0.7));
    if let Some(hit) = post.hits.last_mut() {
        hit.bytes = (token.start() + from, token.start() + to);
    }
    Some(i + 1)
}
