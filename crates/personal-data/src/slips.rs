//! Names with a slip of the pen, written by ear, or with a genitive s.

use crate::context;
use crate::doc::Gap;
use crate::index::Given;
use crate::lexicon::{self, Cues};
use crate::names::{called, other_surname, surnames, with_surname};
use crate::spelling::{distance, sound};
use crate::work::{Score, Work};

/// *Yousef*, *Zeyneb*: a slip of the pen, or written by ear.
pub(crate) fn misspelt(post: &mut Work<'_>, i: usize) -> Option<usize> {
    let word = post.doc.w(i);
    let token = post.doc.at(i);
    if !crate::index::TYPO_LENGTHS.contains(&word.len())
        || post.is_public(i)
        || token.has(Cues::DUTCH.union(Cues::ENGLISH))
        // Most words of a text are these: no name begins small and is a word of Dutch.
        || !token.is_capital() && token.is_in(lexicon::DUTCH)
    {
        return None;
    }
    let index = post.index();
    let names = index.misspelt(&token);
    let mut people: Vec<usize> = names
        .iter()
        .flat_map(|name| {
            let node = index.given.single(name);
            node.map(|node| called(index.given.payloads(node)).0)
                .unwrap_or_default()
        })
        .collect();
    post.steps += word.len() as u64;
    people.sort_unstable();
    people.dedup();
    if people.is_empty() {
        return None;
    }
    if let Some(end) = with_surname(post, i, i + 1, &people) {
        return Some(end);
    }
    // *Yousef* may be another's name, but here it sounds like Youssef's.
    let heard = sound(word);
    let sounds = names.iter().any(|name| sound(name) == heard);
    let given = token.is_in(lexicon::GIVEN);
    if given && !sounds
        || token.is_in(lexicon::PROPER) && !given
        || token.is_in(lexicon::ENGLISH)
        || other_surname(post, i + 1).is_some()
    {
        return None;
    }
    let mut score = context::bare(post, i, i + 1, 1, Given::Nick);
    score.add("given-misspelt", -0.15);
    post.person(i, i + 1, people, false, score);
    Some(i + 1)
}

/// *ayan hirsi*: a short given name with a slip, before the surname of whoever is called nearly so.
pub(crate) fn short_slip(post: &mut Work<'_>, i: usize) -> Option<usize> {
    let word = post.doc.w(i);
    let token = post.doc.at(i);
    let letters = word.len();
    if !(3..5).contains(&letters)
        || !word.is_ascii()
        || token.has(
            Cues::DUTCH
                .union(Cues::ENGLISH)
                .union(Cues::PREP)
                .union(Cues::TITLE)
                .union(Cues::INFIX),
        )
        || post.is_public(i)
        || !token.is_capital() && token.is_in(lexicon::DUTCH)
    {
        return None;
    }
    let index = post.index();
    for surname in surnames(post, i + 1) {
        let last = post.doc.at(surname.end - 1);
        if post.doc.at(i + 1).gap == Gap::Line || last.is_capital() != token.is_capital() {
            continue;
        }
        let all = index.surname.payloads(surname.node);
        let like = |person: &usize| {
            let name = index
                .people
                .get(*person)
                .map(|one| crate::fold::fold(&one.call_name));
            name.is_some_and(|name| {
                name.len() > 2
                    && name.as_bytes().first() == word.as_bytes().first()
                    && distance(&name, word) <= 1
            })
        };
        let meant: Vec<usize> = all.iter().copied().take(200).filter(like).collect();
        if !meant.is_empty() {
            post.person(
                i,
                surname.end,
                meant,
                true,
                Score::new("given-misspelt", 0.8),
            );
            return Some(surname.end);
        }
    }
    None
}

/// *Daans tas*: a genitive without apostrophe.
pub(crate) fn genitive(post: &mut Work<'_>, i: usize) -> Option<usize> {
    let token = post.doc.at(i);
    let word = post.doc.w(i);
    // What costs least is asked first: most words end otherwise.
    let name = word
        .strip_suffix('s')
        .filter(|name| token.is_capital() && name.len() >= 3)?;
    let node = post.index().given.single(name)?;
    if post.is_public(i) || token.is_in(lexicon::GIVEN) || token.is_dutch() {
        return None;
    }
    let (people, _) = called(post.index().given.payloads(node));
    post.person(i, i + 1, people, false, Score::new("genitive", 0.7));
    if let Some(hit) = post.hits.last_mut() {
        hit.bytes.1 = hit.bytes.1.saturating_sub(1);
    }
    Some(i + 1)
}
