//! Who of several people with one name is meant: the group, the rest of the post, and the role tell.

use crate::category::Category;
use crate::context::group_after;
use crate::lexicon::Cues;
use crate::roster::Role;
use crate::work::Work;
use rustc_hash::FxHashSet;

/// At most so many people are compared one by one for a name.
const MANY: usize = 2_000;

pub(crate) fn people(post: &mut Work<'_>) {
    let mut hits = std::mem::take(&mut post.hits);
    // Most names are one person's, and nothing has to settle who it is.
    let several = hits.iter().any(|hit| hit.people.len() > 1);
    let groups = if several { groups(post) } else { Vec::new() };
    let full: FxHashSet<usize> = hits
        .iter()
        .filter(|hit| several && hit.full && hit.people.len() == 1)
        .flat_map(|hit| hit.people.iter().copied())
        .collect();
    for hit in &mut hits {
        if hit.category != Category::PersonRoster {
            continue;
        }
        let titled = post.doc.just_before(hit.from, 2, Cues::TITLE);
        let index = post.index();
        if hit.people.len() > 1 && hit.people.len() <= MANY {
            post.steps += hit.people.len() as u64;
            let mut narrow = |keep: &dyn Fn(usize) -> bool| {
                let left: Vec<usize> = hit
                    .people
                    .iter()
                    .copied()
                    .filter(|person| keep(*person))
                    .collect();
                if !left.is_empty() && left.len() < hit.people.len() {
                    hit.people = left;
                    true
                } else {
                    false
                }
            };
            let is_staff = |person: usize| {
                index
                    .people
                    .get(person)
                    .is_some_and(|one| one.role == Role::Staff)
            };
            narrow(&|person| is_staff(person) == titled);
            let in_group = |person: usize, number: &str, letter: &str| {
                index
                    .people
                    .get(person)
                    .is_some_and(|one| one.is_in(number, letter))
            };
            let mut grouped = false;
            if let Some((number, letter)) = group_after(post, hit.to) {
                grouped = narrow(&|person| in_group(person, number, letter));
            }
            if !grouped && !hit.full {
                grouped = narrow(&|person| full.contains(&person));
            }
            if !grouped {
                let sentence = post.doc.at(hit.from).sentence;
                // They stand in the order of the text. Two are as good as many: only one can settle it.
                let first = groups.partition_point(|(at, _, _)| *at < sentence);
                let mut here = groups.iter().skip(first);
                let own = here.next().filter(|(at, _, _)| *at == sentence);
                let other = here.next().filter(|(at, _, _)| *at == sentence);
                let one = match (own, other, groups.as_slice()) {
                    (Some(one), None, _) | (None, _, [one]) => Some(one),
                    _ => None,
                };
                if let Some((_, number, letter)) = one {
                    grouped = narrow(&|person| in_group(person, number, letter));
                }
            }
            if grouped {
                hit.score.about("settled", "");
            }
        }
        if hit.people.len() == 1
            && let Some(person) = hit.people.first().and_then(|one| index.people.get(*one))
        {
            hit.score.about("is-person", &person.name());
        } else {
            hit.score.about("several", &hit.people.len().to_string());
        }
    }
    post.hits = hits;
}

/// Every group that the post names, with its sentence; each group once.
fn groups<'a>(post: &Work<'a>) -> Vec<(usize, &'a str, &'a str)> {
    let mut found: Vec<(usize, &str, &str)> = Vec::new();
    let mut i = 0;
    while i < post.doc.tokens.len() {
        let Some((number, letter, end)) = post.group_at(i) else {
            i += 1;
            continue;
        };
        let sentence = post.doc.at(i).sentence;
        let known = found
            .iter()
            .rev()
            .take(50)
            .any(|(at, one, other)| *at == sentence && *one == number && *other == letter);
        if !known {
            found.push((sentence, number, letter));
        }
        i = end;
    }
    found
}
