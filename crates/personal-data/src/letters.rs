//! A given name with the letters of infix and surname: *Daan dV*, *mees d.h.*

use crate::doc::{Case, Gap};
use crate::work::{Score, Work};

/// *Daan dV*, *Emma vR*: the letters of infix and surname, the last one a capital.
pub(crate) fn with_letters(
    post: &mut Work<'_>,
    i: usize,
    after: usize,
    people: &[usize],
) -> Option<usize> {
    let (token, word) = (post.doc.at(after), post.doc.w(after));
    let written = post.doc.slice(after, after + 1);
    let mixed = written.ends_with(char::is_uppercase) && post.doc.at(i).case != Case::Upper;
    if !mixed || token.gap != Gap::Space || !(2..=4).contains(&word.len()) {
        return None;
    }
    let index = post.index();
    let fits = |person: &usize| {
        let infixed = index
            .people
            .get(*person)
            .is_some_and(|one| !one.infix.is_empty());
        infixed && letters_of(post, *person) == word
    };
    let meant: Vec<usize> = people.iter().copied().filter(fits).collect();
    post.steps += people.len() as u64;
    if meant.is_empty() {
        return None;
    }
    post.person(
        i,
        after + 1,
        meant,
        true,
        Score::new("surname-letter", 0.88),
    );
    Some(after + 1)
}

/// *mees d.h.*: the letters of infix and surname, each with its dot.
pub(crate) fn with_dots(
    post: &mut Work<'_>,
    i: usize,
    after: usize,
    people: &[usize],
) -> Option<usize> {
    let (mut at, mut word) = (after, String::new());
    while word.len() < 5
        && post.doc.w(at).len() == 1
        && post.doc.at(at).is_word()
        && post.doc.w(at + 1) == "."
        && post.doc.glued(at + 1)
    {
        word.push_str(post.doc.w(at));
        at += 2;
    }
    if word.len() < 2 || post.doc.at(after).gap != Gap::Space {
        return None;
    }
    let meant: Vec<usize> = people
        .iter()
        .copied()
        .filter(|one| letters_of(post, *one) == word)
        .collect();
    post.steps += people.len() as u64;
    if meant.is_empty() {
        return None;
    }
    post.person(i, at, meant, true, Score::new("surname-letter", 0.9));
    Some(at)
}

/// The first letters of infix and surname, folded.
fn letters_of(post: &Work<'_>, person: usize) -> String {
    let one = post.index().people.get(person);
    let parts = one
        .map(|one| format!("{} {}", one.infix, one.surname))
        .unwrap_or_default();
    let letters = parts
        .split_whitespace()
        .filter_map(|part| part.trim_start_matches(['\'', '’']).chars().next());
    crate::fold::fold(&letters.collect::<String>())
}
