//! Names of the roster in the forms in which people write them.

use crate::context;
use crate::doc::{Case, Gap, Kind};
use crate::index::{Given, GivenOf, alike, distance};
use crate::lexicon::{self, Cues};
use crate::roster::Role;
use crate::trie::{Found, is_glue};
use crate::work::{Score, Work};

/// At most so many people of one name are looked at one by one.
const MANY: usize = 400;

pub(crate) fn find(work: &mut Work<'_>) {
    let mut i = 0;
    while i < work.doc.tokens.len() {
        work.steps += 1;
        i = if work.doc.at(i).is_word() && !work.is_closed(i) { at(work, i).unwrap_or(i + 1) } else { i + 1 };
    }
}

/// Tries every form at a token; the token after the name if there is one.
fn at(work: &mut Work<'_>, i: usize) -> Option<usize> {
    titled(work, i)
        .or_else(|| initials(work, i))
        .or_else(|| given_first(work, i))
        .or_else(|| surname_first(work, i))
        .or_else(|| misspelt(work, i))
        .or_else(|| genitive(work, i))
}

/// The token after the infixes at `i`: *van*, *van der*, *v.d.*, *'t*.
pub(crate) fn skip_infix(work: &Work<'_>, i: usize) -> usize {
    let doc = &work.doc;
    let mut at = i;
    for _ in 0..4 {
        let apostrophe = matches!(doc.w(at), "'" | "’" | "‘" | "`") && doc.w(at + 1) == "t";
        if apostrophe {
            at += 2;
        } else if doc.at(at).is_word() && doc.at(at).has(Cues::INFIX) && doc.at(at).gap != Gap::Line {
            // One capital letter is the initial of a surname, not an infix.
            if doc.at(at).is_capital() && doc.w(at).len() == 1 {
                break;
            }
            at += 1;
            if doc.w(at) == "." && doc.w(at - 1).len() <= 3 && doc.at(at).gap == Gap::None {
                at += 1;
            } else if doc.w(at) == "-" && doc.glued(at) && doc.at(at - 1).is_capital() {
                at += 1;
            }
        } else {
            break;
        }
    }
    at
}

/// Surnames that may begin at `i`, with and without the infix before them; longest first.
fn surnames(work: &Work<'_>, i: usize) -> Vec<Found> {
    let mut found = work.index().surname.all(&work.doc, i);
    let after = skip_infix(work, i);
    if after > i {
        found.extend(work.index().surname.all(&work.doc, after));
    }
    found.sort_by_key(|one| std::cmp::Reverse(one.end));
    found
}

fn both(people: &[usize], others: &[usize]) -> Vec<usize> {
    // Payloads are added in the order of the roster, so both are sorted.
    people.iter().copied().filter(|person| others.binary_search(person).is_ok()).collect()
}

/// The people of a given name; the official name only counts when nobody is called so.
fn called(given: &[GivenOf]) -> (Vec<usize>, Given) {
    let kind = given.iter().map(|one| one.kind).min().unwrap_or(Given::Official);
    let strict = kind != Given::Official;
    let mut people: Vec<usize> =
        given.iter().filter(|one| !strict || one.kind != Given::Official).map(|one| one.person).collect();
    people.dedup();
    (people, kind)
}

/// *Daan de Vries*, *Daan V.*, *Daan de Vreis*, *Daan*.
fn given_first(work: &mut Work<'_>, i: usize) -> Option<usize> {
    if work.doc.w(i.wrapping_sub(1)) == "@" && work.doc.glued(i) {
        return None;
    }
    let found = work.index().given.all(&work.doc, i);
    for one in found.iter().rev() {
        let given = work.index().given.payloads(one.node);
        let all: Vec<usize> = given.iter().map(|one| one.person).collect();
        if let Some(end) = with_surname(work, i, one.end, &all) {
            return Some(end);
        }
    }
    let one = *found.last()?;
    if work.is_public(i) {
        return None;
    }
    let (people, kind) = called(work.index().given.payloads(one.node));
    let longer = work.doc.w(one.end) == "-" && work.doc.glued(one.end) && work.doc.glued(one.end + 1) && work.doc.at(one.end + 1).is_capital();
    if longer && work.doc.at(i).is_capital() && lexicon::is_given_name(work.doc.w(one.end + 1)) {
        work.person(i, one.end + 2, Vec::new(), false, Score::new("other-double-name", 0.65));
        return Some(one.end + 2);
    }
    if let Some(end) = other_surname(work, one.end) {
        // A surname that nobody of the roster has with this name: somebody else.
        let mut score = Score::new("given-known", 0.45);
        score.add("surname-unknown", 0.25);
        work.person(i, end, Vec::new(), true, score);
        return Some(end);
    }
    let score = context::bare(work, i, one.end, one.words, kind);
    work.person(i, one.end, people, false, score);
    Some(one.end)
}

/// A given name up to `after`, and then a surname or its first letter.
fn with_surname(work: &mut Work<'_>, i: usize, after: usize, people: &[usize]) -> Option<usize> {
    if work.doc.at(after).gap == Gap::Line {
        return None;
    }
    for surname in surnames(work, after) {
        let meant = both(people, work.index().surname.payloads(surname.node));
        if !meant.is_empty() {
            let lower = !work.doc.at(i).is_capital() && !work.doc.at(surname.end - 1).is_capital();
            let score = Score::new("full-name", if lower { 0.86 } else { 0.97 });
            work.person(i, surname.end, meant, true, score);
            return Some(surname.end);
        }
    }
    let at = skip_infix(work, after);
    let next = work.doc.at(at);
    if !next.is_capital() || people.len() > MANY {
        return None;
    }
    let word = work.doc.w(at);
    if word.len() == 1 || (word == "ij" && next.case != Case::Title) {
        let index = work.index();
        let first = word.chars().next();
        let meant: Vec<usize> = people
            .iter()
            .copied()
            .filter(|person| index.letters.get(*person).is_some_and(|(surname, _)| surname.chars().next() == first))
            .collect();
        let dotted = work.doc.w(at + 1) == "." && work.doc.at(at + 1).gap == Gap::None;
        if !meant.is_empty() && (dotted || at > after || next.gap == Gap::Space) {
            let end = if dotted { at + 2 } else { at + 1 };
            work.person(i, end, meant, true, Score::new("surname-letter", 0.92));
            return Some(end);
        }
        return None;
    }
    if word.len() < 4 || next.has(Cues::DUTCH) {
        return None;
    }
    let mut end = at + 1;
    let mut joined = word.to_owned();
    if is_glue(&work.doc, end) && work.doc.glued(end) && work.doc.at(end + 1).is_capital() {
        joined.push(' ');
        joined.push_str(work.doc.w(end + 1));
        end += 2;
    }
    let index = work.index();
    let like = |person: &usize| {
        let surname = index.people.get(*person).map(|one| crate::fold::fold(&one.surname)).unwrap_or_default();
        let slips = if joined.len() >= 8 { 2 } else { 1 };
        surname.len() >= 4 && (distance(&surname, &joined) <= slips || alike(&surname, &joined))
    };
    let meant: Vec<usize> = people.iter().copied().filter(like).collect();
    work.steps += people.len() as u64;
    if meant.is_empty() {
        return None;
    }
    work.person(i, end, meant, true, Score::new("surname-misspelt", 0.86));
    Some(end)
}

/// The end of something that is written like a surname and is none of the roster's for this person.
pub(crate) fn other_surname(work: &Work<'_>, after: usize) -> Option<usize> {
    let doc = &work.doc;
    let at = skip_infix(work, after);
    let next = doc.at(at);
    if !next.is_capital() || next.gap == Gap::Line || doc.at(after).gap != Gap::Space || next.first || doc.sentence_of(at).flat {
        return None;
    }
    let word = doc.w(at);
    let sign = Cues::DAY.union(Cues::MONTH).union(Cues::TITLE).union(Cues::GROUP).union(Cues::ORG).union(Cues::ROLE).union(Cues::KIN);
    if next.has(sign) || doc.at(at + 1).has(Cues::ORG) && !doc.at(at + 1).has(Cues::PLACE) || work.scanner.is_school_word(word) {
        return None;
    }
    let infixed = at > after;
    let known = work.index().surname.knows(word) || lexicon::SURNAMES.has(word);
    if work.index().given.knows(word) && !infixed && !known {
        return None;
    }
    let odd = word.len() >= 3 && !lexicon::is_dutch(word) && !lexicon::TOWNS.has(word) && !next.has(Cues::DUTCH);
    let english = doc.sentence_of(at).english && lexicon::ENGLISH.has(word);
    if !(infixed || known || (odd && !english)) || word.len() < 2 {
        return None;
    }
    let mut end = at + 1;
    if doc.w(end) == "-" && doc.glued(end) && doc.at(end + 1).is_capital() && doc.glued(end + 1) {
        end += 2;
    }
    Some(end)
}

/// *D. de Vries*, *D.J. de Vries*, *D de Vries*.
fn initials(work: &mut Work<'_>, i: usize) -> Option<usize> {
    let doc = &work.doc;
    let mut at = i;
    let mut dots = 0;
    while doc.at(at).is_capital() && doc.w(at).len() <= 2 && (at == i || doc.at(at).gap != Gap::Line) {
        let dotted = doc.w(at + 1) == "." && doc.glued(at + 1);
        if !dotted {
            break;
        }
        dots += 1;
        at += 2;
    }
    let bare = dots == 0 && doc.w(i).len() == 1 && doc.at(i).is_capital() && !doc.glued(i);
    if bare {
        at = i + 1;
    }
    if (dots == 0 && !bare) || doc.at(at).gap == Gap::Line || (doc.glued(i) && doc.at(i.wrapping_sub(1)).kind != Kind::Mark) {
        return None;
    }
    let first = doc.w(i).chars().next()?;
    for surname in surnames(work, at) {
        if !work.doc.at(surname.end - 1).is_capital() {
            continue;
        }
        let index = work.index();
        let all = index.surname.payloads(surname.node);
        let meant: Vec<usize> = all
            .iter()
            .copied()
            .filter(|person| index.letters.get(*person).is_some_and(|(_, given)| given.contains(first)))
            .collect();
        if !meant.is_empty() {
            work.person(i, surname.end, meant, true, Score::new("initials", if bare { 0.82 } else { 0.93 }));
            return Some(surname.end);
        }
    }
    if dots == 0 || work.is_public(i) {
        return None;
    }
    let last = skip_infix(work, at);
    let name = work.doc.at(last);
    if !name.is_capital() || work.doc.w(last).len() < 3 || name.has(Cues::ORG) || name.gap == Gap::Line || (name.first && dots < 2 && last == at && lexicon::is_dutch(work.doc.w(last))) {
        return None;
    }
    let mut end = last + 1;
    if work.doc.w(end) == "-" && work.doc.glued(end) && work.doc.at(end + 1).is_capital() {
        end += 2;
    }
    work.person(i, end, Vec::new(), true, Score::new("initials-unknown", 0.75));
    Some(end)
}

/// *juf Karin*, *meester de Haan*, *mevrouw Groothuis*, *familie Tesfay*: `i` is the name, its title stands before it.
fn titled(work: &mut Work<'_>, i: usize) -> Option<usize> {
    let doc = &work.doc;
    let mut before = i.wrapping_sub(1);
    if doc.w(before) == "." {
        before = before.wrapping_sub(1);
    }
    let title = doc.at(before);
    if doc.at(i).gap == Gap::Line || !title.has(Cues::TITLE.union(Cues::FAMILY)) || title.end == 0 {
        return None;
    }
    let index = work.index();
    let family = title.has(Cues::FAMILY);
    let staff = |people: &[usize]| -> Vec<usize> {
        people.iter().copied().filter(|person| index.people.get(*person).is_some_and(|one| (one.role == Role::Staff) != family)).collect()
    };
    let given = (!family).then(|| index.given.longest(doc, i)).flatten();
    if let Some(given) = given {
        let people: Vec<usize> = index.given.payloads(given.node).iter().map(|one| one.person).collect();
        let meant = staff(&people);
        if let Some(end) = with_surname(work, i, given.end, &people) {
            return Some(end);
        }
        if !meant.is_empty() && other_surname(work, given.end).is_none() {
            work.person(i, given.end, meant, false, Score::new("title-given", 0.95));
            return Some(given.end);
        }
    }
    let last = skip_infix(work, i);
    let capital = work.doc.at(last).is_capital() || work.doc.at(i).is_capital();
    for surname in surnames(work, i) {
        let meant = staff(index.surname.payloads(surname.node));
        if !meant.is_empty() && capital {
            let code = if family { "family-name" } else { "title-surname" };
            work.person(i, surname.end, meant, false, Score::new(code, if family { 0.75 } else { 0.93 }));
            return Some(surname.end);
        }
    }
    let name = work.doc.at(last);
    let word = work.doc.w(last);
    if !name.is_capital() || work.doc.sentence_of(i).flat || word.len() < 2 || name.gap == Gap::Line || work.is_public(last) || name.has(Cues::DAY.union(Cues::MONTH)) {
        return None;
    }
    let end = other_surname(work, last + 1).unwrap_or(last + 1);
    work.person(i, end, Vec::new(), false, Score::new("title-unknown", 0.8));
    Some(end)
}

/// *Vries, Daan de*; *de Vries, D.*; *Vries Daan*. The infix before a surname is taken along.
fn surname_first(work: &mut Work<'_>, i: usize) -> Option<usize> {
    for surname in surnames(work, i) {
        let comma = work.doc.w(surname.end) == ",";
        let at = if comma { surname.end + 1 } else { surname.end };
        if work.doc.at(at).gap == Gap::Line || !work.doc.at(surname.end - 1).is_capital() {
            continue;
        }
        let people = work.index().surname.payloads(surname.node);
        if let Some(given) = work.index().given.longest(&work.doc, at) {
            let named: Vec<usize> = work.index().given.payloads(given.node).iter().map(|one| one.person).collect();
            let meant: Vec<usize> = people.iter().copied().filter(|person| named.contains(person)).collect();
            if !meant.is_empty() && (comma || work.doc.at(at).is_capital()) {
                let infixed = skip_infix(work, given.end);
                let trailing = infixed > given.end && comma && !work.doc.at(infixed).is_capital();
                let end = if trailing { infixed } else { given.end };
                work.person(i, end, meant, true, Score::new("surname-first", if comma { 0.93 } else { 0.85 }));
                return Some(end);
            }
        }
        let letter = work.doc.w(at);
        if comma && work.doc.at(at).is_capital() && letter.len() == 1 && work.doc.w(at + 1) == "." {
            let first = letter.chars().next();
            let index = work.index();
            let fits = |person: &usize| index.letters.get(*person).is_some_and(|(_, given)| given.chars().any(|c| Some(c) == first));
            let meant: Vec<usize> = people.iter().copied().filter(fits).collect();
            if !meant.is_empty() {
                work.person(i, at + 2, meant, true, Score::new("surname-first", 0.9));
                return Some(at + 2);
            }
        }
        // A rare surname on its own is a hint.
        let word = work.doc.w(surname.end - 1);
        let alone = work.doc.at(i).is_capital() && !work.is_public(i) && !lexicon::is_dutch(word) && !work.doc.at(at).is_capital();
        if alone && word.len() >= 5 && !lexicon::TOWNS.has(word) && !lexicon::is_given_name(word) {
            let people = people.to_vec();
            work.person(i, surname.end, people, false, Score::new("surname-alone", 0.4));
            return Some(surname.end);
        }
    }
    None
}

/// *Yousef*, *Zeyneb*: a slip of the pen, or written by ear.
fn misspelt(work: &mut Work<'_>, i: usize) -> Option<usize> {
    let word = work.doc.w(i);
    let token = work.doc.at(i);
    if !crate::index::TYPO_LENGTHS.contains(&word.len()) || work.is_public(i) || token.has(Cues::DUTCH.union(Cues::ENGLISH)) {
        return None;
    }
    let index = work.index();
    let names = index.misspelt(word);
    let mut people: Vec<usize> = names
        .iter()
        .flat_map(|name| {
            let doc = crate::doc::Doc::read(name);
            let found = index.given.longest(&doc, 0);
            found.map(|found| called(index.given.payloads(found.node)).0).unwrap_or_default()
        })
        .collect();
    let word = word.to_owned();
    work.steps += word.len() as u64;
    people.sort_unstable();
    people.dedup();
    if people.is_empty() {
        return None;
    }
    if let Some(end) = with_surname(work, i, i + 1, &people) {
        return Some(end);
    }
    if lexicon::is_given_name(&word) || lexicon::PROPER.has(&word) || lexicon::ENGLISH.has(&word) || other_surname(work, i + 1).is_some() {
        return None;
    }
    let mut score = context::bare(work, i, i + 1, 1, Given::Nick);
    score.add("given-misspelt", -0.15);
    work.person(i, i + 1, people, false, score);
    Some(i + 1)
}

/// *Daans tas*: a genitive without apostrophe.
fn genitive(work: &mut Work<'_>, i: usize) -> Option<usize> {
    let token = work.doc.at(i);
    let word = work.doc.w(i);
    if !token.is_capital() || work.is_public(i) || lexicon::is_given_name(word) || lexicon::is_dutch(word) {
        return None;
    }
    let name = word.strip_suffix('s').filter(|name| name.len() >= 3)?;
    let doc = crate::doc::Doc::read(name);
    let found = work.index().given.longest(&doc, 0)?;
    let (people, _) = called(work.index().given.payloads(found.node));
    work.person(i, i + 1, people, false, Score::new("genitive", 0.7));
    if let Some(hit) = work.hits.last_mut() {
        hit.bytes.1 = hit.bytes.1.saturating_sub(1);
    }
    Some(i + 1)
}
