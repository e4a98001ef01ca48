//! Names of the roster in the forms in which people write them.

use crate::casual::{drawn_out, joined};
use crate::context;
use crate::doc::{Case, Gap, Kind, Marks};
use crate::figures;
use crate::forms::{initials, surname_first, titled};
use crate::index::{Given, GivenOf};
use crate::letters::{with_dots, with_letters};
use crate::lexicon::{self, Cues};
use crate::signs;
use crate::slips::{genitive, misspelt, short_slip};
use crate::spelling::{distance, sounds_alike};
use crate::trie::{Found, is_glue};
use crate::work::{Score, Work};

/// At most so many people of one name are looked at one by one.
const MANY: usize = 400;

pub(crate) fn find(post: &mut Work<'_>) {
    let mut i = 0;
    while i < post.doc.tokens.len() {
        post.steps += 1;
        i = if post.doc.at(i).is_word() && !post.is_closed(i) && begins(post, i) {
            at(post, i).unwrap_or(i + 1)
        } else {
            i + 1
        };
    }
}

/// Whether any form can begin at a word. Most words of a text are small ones of Dutch that no name of the roster begins with:
/// for them only a title before them or a hash sign, an infix, or a letter drawn out leaves something to look for.
fn begins(post: &Work<'_>, i: usize) -> bool {
    let token = post.doc.at(i);
    let index = post.index();
    let (before, further) = (
        post.doc.at(i.wrapping_sub(1)),
        post.doc.at(i.wrapping_sub(2)),
    );
    token.is_capital()
        || !token.is_in(lexicon::DUTCH)
        || token.has(Cues::INFIX)
        || before.has(LEADS)
        || before.kind == Kind::Mark && (before.word() == "#" || further.has(LEADS))
        || index.given.heads(token.hash)
        || index.surname.heads(token.hash)
        || token.is_in(lexicon::DRAWN)
}

/// What a name with a title stands behind.
const LEADS: Cues = Cues::TITLE.union(Cues::FAMILY).union(Cues::SCHOOL_ROLE);

/// Tries every form at a token; the token after the name if there is one.
fn at(post: &mut Work<'_>, i: usize) -> Option<usize> {
    titled(post, i)
        .or_else(|| initials(post, i))
        .or_else(|| given_first(post, i))
        .or_else(|| short_slip(post, i))
        .or_else(|| surname_first(post, i))
        .or_else(|| drawn_out(post, i))
        .or_else(|| joined(post, i))
        .or_else(|| misspelt(post, i))
        .or_else(|| genitive(post, i))
}

/// The token after the infixes at `i`: *van*, *van der*, *v.d.*, *'t*.
pub(crate) fn skip_infix(post: &Work<'_>, i: usize) -> usize {
    let doc = &post.doc;
    let mut at = i;
    for _ in 0..4 {
        let apostrophe = matches!(doc.w(at), "'" | "’" | "‘" | "`") && doc.w(at + 1) == "t";
        if apostrophe {
            at += 2;
        } else if doc.at(at).is_word() && doc.at(at).has(Cues::INFIX) && doc.at(at).gap != Gap::Line
        {
            // *in 't Veld* and *op den Akker* are names; *op de Markt* is where somebody is.
            let place = matches!(doc.w(at), "in" | "op");
            if place && !matches!(doc.w(at + 1), "'" | "’" | "t" | "den") {
                break;
            }
            // One capital letter is the initial of a surname, not an infix.
            if doc.at(at).is_capital() && doc.w(at).len() == 1 {
                break;
            }
            at += 1;
            let dotted = doc.w(at) == "." && doc.w(at - 1).len() <= 3 && doc.glued(at);
            let joined = doc.w(at) == "-" && doc.glued(at) && doc.at(at - 1).is_capital();
            at += usize::from(dotted || joined);
        } else {
            break;
        }
    }
    at
}

/// Surnames that may begin at `i`, with and without the infix before them; longest first.
pub(crate) fn surnames(post: &Work<'_>, i: usize) -> Vec<Found> {
    let mut found = post.index().surname.all(&post.doc, i);
    let after = skip_infix(post, i);
    if after > i {
        found.extend(post.index().surname.all(&post.doc, after));
    }
    // *D. Lewandowskas hele klas*: a genitive without apostrophe.
    let last = post.doc.w(after);
    if found.is_empty()
        && post.doc.at(after).is_capital()
        && last.len() > 4
        && let Some(name) = last.strip_suffix('s')
        && let Some(node) = post.index().surname.single(name)
    {
        let (end, words) = (after + 1, 1);
        found.push(Found { end, node, words });
    }
    found.sort_by_key(|one| std::cmp::Reverse(one.end));
    found
}

fn both(people: &[usize], others: &[usize]) -> Vec<usize> {
    // Payloads are added in the order of the roster, so both are sorted.
    people
        .iter()
        .copied()
        .filter(|person| others.binary_search(person).is_ok())
        .collect()
}

/// The people of a given name; the official name only counts when nobody is called so.
pub(crate) fn called(given: &[GivenOf]) -> (Vec<usize>, Given) {
    let kind = given
        .iter()
        .map(|one| one.kind)
        .min()
        .unwrap_or(Given::Official);
    let most = match kind {
        Given::Call | Given::Nick => Given::Nick,
        other => other,
    };
    let mut people: Vec<usize> = given
        .iter()
        .filter(|one| one.kind <= most)
        .map(|one| one.person)
        .collect();
    people.dedup();
    (people, kind)
}

/// *Daan de Vries*, *Daan V.*, *Daan de Vreis*, *Daan*.
fn given_first(post: &mut Work<'_>, i: usize) -> Option<usize> {
    if post.doc.w(i.wrapping_sub(1)) == "@" && post.doc.glued(i) {
        return None;
    }
    if let Some(end) = street_of(post, i) {
        post.doc.mark(i, end, Marks::PUBLIC);
        return Some(end);
    }
    let found = post.index().given.all(&post.doc, i);
    for one in found.iter().rev() {
        let given = post.index().given.payloads(one.node);
        let all: Vec<usize> = given.iter().map(|one| one.person).collect();
        if let Some(end) = with_surname(post, i, one.end, &all) {
            return Some(end);
        }
    }
    let one = *found.last()?;
    if post.is_public(i) {
        return None;
    }
    let (people, kind) = called(post.index().given.payloads(one.node));
    let longer = post.doc.w(one.end) == "-"
        && post.doc.glued(one.end)
        && post.doc.glued(one.end + 1)
        && post.doc.at(one.end + 1).is_capital();
    if longer && post.doc.at(i).is_capital() && post.doc.at(one.end + 1).is_in(lexicon::GIVEN) {
        post.person(
            i,
            one.end + 2,
            Vec::new(),
            false,
            Score::new("other-double-name", 0.65),
        );
        return Some(one.end + 2);
    }
    let other = other_surname(post, one.end).filter(|_| post.doc.at(i).is_capital());
    if let Some(end) = other {
        // A surname that nobody of the roster has with this name: somebody else.
        let mut score = Score::new("given-known", 0.45);
        score.add("surname-unknown", 0.25);
        // *de Jan Ligthart*: a person has no article.
        if matches!(
            post.doc.w(i.wrapping_sub(1)),
            "de" | "het" | "een" | "the" | "a"
        ) {
            score.add("article-before", -0.25);
        }
        // *Storm Corrie*: a storm has a given name.
        let storm = post.doc.w(i) == "storm" && post.doc.at(one.end).is_in(lexicon::GIVEN);
        if storm {
            score.add("name-of-something", -0.5);
        }
        if let Some((code, less)) = figures::nobody(post, i, end, true) {
            score.add(code, less);
        }
        // *De Storm van Shakespeare*, *Dag van de Mantelzorg*: a word of something.
        let word = signs::is_any_word(post.doc.w(i)) && skip_infix(post, one.end) > one.end;
        if word && (post.doc.at(i).first || post.doc.at(i.wrapping_sub(1)).has(Cues::DET)) {
            score.add("name-of-something", -0.35);
        }
        post.person(i, end, Vec::new(), true, score);
        return Some(end);
    }
    let score = context::bare(post, i, one.end, one.words, kind);
    post.person(i, one.end, people, false, score);
    Some(one.end)
}

/// *de Guus Meeuwislaan*: a street that is called after somebody is nobody of the school. With a number it is an address, found before.
fn street_of(post: &Work<'_>, i: usize) -> Option<usize> {
    let doc = &post.doc;
    if !doc.at(i).is_capital() {
        return None;
    }
    let at = skip_infix(post, i + 1);
    let word = doc.w(at);
    if !doc.at(at).is_capital() || doc.at(at).gap != Gap::Space {
        return None;
    }
    let street = [
        "straat",
        "laan",
        "plein",
        "singel",
        "gracht",
        "dreef",
        "plantsoen",
    ]
    .iter()
    .any(|ending| word.len() > ending.len() + 1 && word.ends_with(ending));
    (street && !post.index().surname.knows(post.doc.at(at).hash) && !post.doc.at(at).is_surname())
        .then_some(at + 1)
}

/// A given name up to `after`, and then a surname or its first letter.
pub(crate) fn with_surname(
    post: &mut Work<'_>,
    i: usize,
    after: usize,
    people: &[usize],
) -> Option<usize> {
    // *Daan_de_Vries*, *Daan.de.Vries*
    let glue = matches!(post.doc.w(after), "_" | ".")
        && post.doc.glued(after)
        && post.doc.glued(after + 1);
    let after = if glue { after + 1 } else { after };
    let wrapped = post.doc.at(after).gap == Gap::Line;
    for surname in surnames(post, after) {
        let meant = both(people, post.index().surname.payloads(surname.node));
        // A name may be broken off at the end of a line; then both halves have their capital.
        let whole =
            !wrapped || post.doc.at(i).is_capital() && post.doc.at(surname.end - 1).is_capital();
        if !meant.is_empty() && whole {
            let lower = !post.doc.at(i).is_capital() && !post.doc.at(surname.end - 1).is_capital();
            let score = Score::new("full-name", if lower { 0.86 } else { 0.97 });
            post.person(i, surname.end, meant, true, score);
            return Some(surname.end);
        }
    }
    if people.len() > MANY || wrapped {
        return None;
    }
    if let Some(end) = with_letters(post, i, after, people) {
        return Some(end);
    }
    if let Some(end) = with_dots(post, i, after, people) {
        return Some(end);
    }
    let at = skip_infix(post, after);
    let next = post.doc.at(at);
    // *Roos v.*: a small letter needs its dot.
    let dotted = post.doc.w(at + 1) == "." && post.doc.glued(at + 1) && !post.doc.glued(at + 2);
    let small = post.doc.at(i).is_capital()
        && next.is_word()
        && dotted
        && post.doc.w(at).len() == 1
        && next.gap == Gap::Space;
    if !next.is_capital() && !small {
        return None;
    }
    let word = post.doc.w(at);
    if word.len() == 1 || (word == "ij" && next.case != Case::Title) {
        let index = post.index();
        let first = word.chars().next();
        let meant: Vec<usize> = people
            .iter()
            .copied()
            .filter(|person| {
                index
                    .letters
                    .get(*person)
                    .is_some_and(|(surname, _)| surname.chars().next() == first)
            })
            .collect();
        let dotted = post.doc.w(at + 1) == "." && post.doc.at(at + 1).gap == Gap::None;
        if !meant.is_empty() && (dotted || at > after || next.gap == Gap::Space) {
            let end = if dotted { at + 2 } else { at + 1 };
            post.person(i, end, meant, true, Score::new("surname-letter", 0.92));
            return Some(end);
        }
        return None;
    }
    if word.len() < 4 || next.has(Cues::DUTCH) {
        return None;
    }
    let mut end = at + 1;
    let mut joined = word.to_owned();
    if is_glue(&post.doc, end) && post.doc.glued(end) && post.doc.at(end + 1).is_capital() {
        joined.push(' ');
        joined.push_str(post.doc.w(end + 1));
        end += 2;
    }
    let index = post.index();
    let like = |person: &usize| {
        let surname = index
            .people
            .get(*person)
            .map(|one| crate::fold::fold(&one.surname))
            .unwrap_or_default();
        let slips = if joined.len() >= 8 { 2 } else { 1 };
        surname.len() >= 4
            && (distance(&surname, &joined) <= slips || sounds_alike(&surname, &joined))
    };
    let meant: Vec<usize> = people.iter().copied().filter(like).collect();
    post.steps += people.len() as u64;
    if meant.is_empty() {
        return None;
    }
    post.person(i, end, meant, true, Score::new("surname-misspelt", 0.86));
    Some(end)
}

/// The end of something that is written like a surname and is none of the roster's for this person.
pub(crate) fn other_surname(post: &Work<'_>, after: usize) -> Option<usize> {
    let doc = &post.doc;
    let at = skip_infix(post, after);
    let next = doc.at(at);
    if !next.is_capital()
        || next.gap == Gap::Line
        || doc.at(after).gap != Gap::Space
        || next.first
        || doc.sentence_of(at).flat
    {
        return None;
    }
    if figures::called_after(post, at) {
        return None;
    }
    let word = doc.w(at);
    let sign = Cues::DAY
        .union(Cues::MONTH)
        .union(Cues::TITLE)
        .union(Cues::GROUP)
        .union(Cues::ORG)
        .union(Cues::ROLE)
        .union(Cues::BIRTH)
        .union(Cues::KIN);
    if next.has(sign)
        || doc.at(at + 1).has(Cues::ORG) && !doc.at(at + 1).has(Cues::PLACE)
        || post.scanner.is_school_word(word)
    {
        return None;
    }
    let infixed = at > after;
    let known = post.index().surname.knows(next.hash) || next.is_surname();
    if post.index().given.knows(next.hash) && !infixed && !known {
        return None;
    }
    // *Wouter Langeraad*: two words in one are a surname here.
    let odd = word.len() >= 3
        && !next.is_in(lexicon::DUTCH.union(lexicon::TOWNS))
        && !next.has(Cues::DUTCH);
    let english = doc.sentence_of(at).english && next.is_in(lexicon::ENGLISH);
    if !(infixed || known || (odd && !english)) || word.len() < 2 {
        return None;
    }
    let mut end = at + 1;
    if doc.w(end) == "-" && doc.glued(end) && doc.at(end + 1).is_capital() && doc.glued(end + 1) {
        end += 2;
    }
    Some(end)
}
