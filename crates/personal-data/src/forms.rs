//! The rarer forms of a roster name: initials, a title, the surname first, a slip of the pen.

use crate::doc::{Case, Gap, Kind};
use crate::lexicon::{self, Cues};
use crate::names::{other_surname, skip_infix, surnames, with_surname};
use crate::roster::Role;
use crate::work::{Score, Work};

/// *D. de Vries*, *D.J. de Vries*, *D de Vries*.
pub(crate) fn initials(post: &mut Work<'_>, i: usize) -> Option<usize> {
    let doc = &post.doc;
    // *… 3531 GX. Ravi heeft …*: the end of an address.
    if doc.at(i.wrapping_sub(1)).kind == Kind::Number && doc.w(i).len() == 2 {
        return None;
    }
    let mut at = i;
    let mut dots = 0;
    while doc.at(at).is_capital()
        && doc.w(at).len() <= 2
        && (at == i || doc.at(at).gap != Gap::Line)
    {
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
    if (dots == 0 && !bare)
        || doc.at(at).gap == Gap::Line
        || (doc.glued(i) && doc.at(i.wrapping_sub(1)).kind != Kind::Mark)
    {
        return None;
    }
    let first = doc.w(i).chars().next()?;
    for surname in surnames(post, at) {
        if !post.doc.at(surname.end - 1).is_capital() {
            continue;
        }
        let index = post.index();
        let all = index.surname.payloads(surname.node);
        let meant: Vec<usize> = all
            .iter()
            .copied()
            .filter(|person| {
                index
                    .letters
                    .get(*person)
                    .is_some_and(|(_, given)| given.contains(first))
            })
            .collect();
        if !meant.is_empty() {
            post.person(
                i,
                surname.end,
                meant,
                true,
                Score::new("initials", if bare { 0.82 } else { 0.93 }),
            );
            return Some(surname.end);
        }
    }
    if dots == 0 || post.is_public(i) {
        return None;
    }
    let last = skip_infix(post, at);
    let name = post.doc.at(last);
    // *Ds. Martin Luther King*
    if !name.is_capital()
        || (last..last + 2).any(|at| post.is_public(at))
        || post.doc.w(last).len() < if last > at { 2 } else { 3 }
        || name.has(Cues::ORG)
        || name.gap == Gap::Line
        || (name.first && dots < 2 && last == at && post.doc.at(last).is_dutch())
    {
        return None;
    }
    // *uit klas HV. Ravi heeft …*: a sentence ends there.
    let called = dots == 1 && last == at && post.index().given.heads(name.hash);
    if called && post.doc.w(i).len() == 2 {
        return None;
    }
    // *de M. L. Kingstraat*, *de Dr. Willem Dreesweg*
    if is_street(post, last) || is_street(post, last + 1) {
        return None;
    }
    let mut end = last + 1;
    if post.doc.w(end) == "-" && post.doc.glued(end) && post.doc.at(end + 1).is_capital() {
        end += 2;
    }
    post.person(
        i,
        end,
        Vec::new(),
        true,
        Score::new("initials-unknown", 0.75),
    );
    Some(end)
}

/// Whether a word is a street or a building, and no surname that ends like one.
pub(crate) fn is_street(post: &Work<'_>, at: usize) -> bool {
    const WAYS: [&str; 13] = [
        "straat",
        "laan",
        "weg",
        "plein",
        "singel",
        "gracht",
        "kade",
        "brug",
        "tunnel",
        "dreef",
        "steeg",
        "plantsoen",
        "pad",
    ];
    let word = post.doc.w(at);
    let token = post.doc.at(at);
    let way = WAYS
        .iter()
        .any(|way| word.len() > way.len() + 2 && word.ends_with(way));
    way && token.gap != Gap::Line
        && token.is_capital()
        && !post.index().surname.knows(token.hash)
        && !token.is_surname()
}

/// *juf Karin*, *meester de Haan*, *mevrouw Groothuis*, *familie Tesfay*: `i` is the name, its title stands before it.
pub(crate) fn titled(post: &mut Work<'_>, i: usize) -> Option<usize> {
    let doc = &post.doc;
    let mut before = i.wrapping_sub(1);
    if doc.w(before) == "." {
        before = before.wrapping_sub(1);
    }
    let title = doc.at(before);
    // *docent De Boer*, *coach Hoekstra*: only somebody of the staff; whoever else it is, is looked at later.
    let role = !title.has(Cues::TITLE.union(Cues::FAMILY)) && title.has(Cues::SCHOOL_ROLE);
    if doc.at(i).gap == Gap::Line
        || !role && !title.has(Cues::TITLE.union(Cues::FAMILY))
        || title.kind == Kind::None
    {
        return None;
    }
    let index = post.index();
    let family = title.has(Cues::FAMILY);
    let staff = |people: &[usize]| -> Vec<usize> {
        people
            .iter()
            .copied()
            .filter(|person| {
                index
                    .people
                    .get(*person)
                    .is_some_and(|one| (one.role == Role::Staff) != family)
            })
            .collect()
    };
    let given = (!family && !role)
        .then(|| index.given.longest(doc, i))
        .flatten();
    if let Some(given) = given {
        let people: Vec<usize> = index
            .given
            .payloads(given.node)
            .iter()
            .map(|one| one.person)
            .collect();
        let meant = staff(&people);
        if let Some(end) = with_surname(post, i, given.end, &people) {
            return Some(end);
        }
        if !meant.is_empty() && other_surname(post, given.end).is_none() {
            post.person(i, given.end, meant, false, Score::new("title-given", 0.95));
            return Some(given.end);
        }
    }
    let last = skip_infix(post, i);
    let capital = post.doc.at(last).is_capital() || post.doc.at(i).is_capital();
    for surname in surnames(post, i) {
        let meant = staff(index.surname.payloads(surname.node));
        if !meant.is_empty() && capital {
            // *conciërge Dekker, Hennie*
            let turned = (post.doc.w(surname.end) == ",")
                .then(|| index.given.longest(&post.doc, surname.end + 1))
                .flatten()
                .filter(|given| {
                    index
                        .given
                        .payloads(given.node)
                        .iter()
                        .any(|one| meant.contains(&one.person))
                });
            let end = turned.map_or(surname.end, |given| given.end);
            let code = if family {
                "family-name"
            } else {
                "title-surname"
            };
            post.person(
                i,
                end,
                meant,
                false,
                Score::new(code, if family { 0.75 } else { 0.93 }),
            );
            return Some(end);
        }
    }
    if role {
        return None;
    }
    let name = post.doc.at(last);
    let word = post.doc.w(last);
    // *Notulen MR. Aanwezig: …*: the council, and no title.
    let council = post.doc.w(i) == "mr" && post.doc.at(i).case == Case::Upper;
    // *met de gehele familie. Hij …*, *familie te Rotterdam*
    let apart = family && (name.first || post.doc.w(i) == "te") || name.has(Cues::PRONOUN);
    if !name.is_capital()
        || council
        || apart
        || post.doc.sentence_of(i).flat
        || word.len() < 2
        || name.gap == Gap::Line
        || post.is_public(last)
        || name.has(Cues::DAY.union(Cues::MONTH))
    {
        return None;
    }
    // *met zijn familie het Suikerfeest*: what they keep.
    let (from, to) = (i, last);
    let kept = post.doc.w(from) == "het" && !post.doc.at(from).is_capital()
        || crate::sense::shipped()
            .at(&post.doc, to)
            .is_some_and(|(_, sense)| !sense.weak)
            && !post.doc.at(to).is_in(lexicon::GIVEN);
    if family && kept {
        return None;
    }
    // *het gezin van Lars*: whose it is, and no surname.
    if family
        && !post.doc.at(i).is_capital()
        && last > i
        && index.given.longest(&post.doc, last).is_some()
    {
        return None;
    }
    let end = other_surname(post, last + 1).unwrap_or(last + 1);
    post.person(i, end, Vec::new(), false, Score::new("title-unknown", 0.8));
    Some(end)
}

/// What somebody does who is only told of by a surname.
fn acts_or_called(word: &str) -> bool {
    lexicon::is_action(word) || matches!(word, "belt" | "mailt" | "appt" | "komt" | "gaat" | "doet")
}

/// *Vries, Daan de*; *de Vries, D.*; *Vries Daan*. The infix before a surname is taken along.
pub(crate) fn surname_first(post: &mut Work<'_>, i: usize) -> Option<usize> {
    for surname in surnames(post, i) {
        let comma = post.doc.w(surname.end) == ",";
        let at = if comma { surname.end + 1 } else { surname.end };
        if post.doc.at(at).gap == Gap::Line || !post.doc.at(surname.end - 1).is_capital() {
            continue;
        }
        let people = post.index().surname.payloads(surname.node);
        if let Some(given) = post.index().given.longest(&post.doc, at) {
            let named: Vec<usize> = post
                .index()
                .given
                .payloads(given.node)
                .iter()
                .map(|one| one.person)
                .collect();
            let meant: Vec<usize> = people
                .iter()
                .copied()
                .filter(|person| named.contains(person))
                .collect();
            if !meant.is_empty() && (comma || post.doc.at(at).is_capital()) {
                let infixed = skip_infix(post, given.end);
                let trailing = infixed > given.end && comma && !post.doc.at(infixed).is_capital();
                let end = if trailing { infixed } else { given.end };
                post.person(
                    i,
                    end,
                    meant,
                    true,
                    Score::new("surname-first", if comma { 0.93 } else { 0.85 }),
                );
                return Some(end);
            }
        }
        let letter = post.doc.w(at);
        if comma && post.doc.at(at).is_capital() && letter.len() == 1 && post.doc.w(at + 1) == "." {
            let first = letter.chars().next();
            let index = post.index();
            let fits = |person: &usize| {
                index
                    .letters
                    .get(*person)
                    .is_some_and(|(_, given)| given.chars().any(|c| Some(c) == first))
            };
            let meant: Vec<usize> = people.iter().copied().filter(fits).collect();
            if !meant.is_empty() {
                post.person(i, at + 2, meant, true, Score::new("surname-first", 0.9));
                return Some(at + 2);
            }
        }
        // A rare surname on its own is a hint.
        let last = post.doc.at(surname.end - 1);
        let alone = post.doc.at(i).is_capital()
            && !post.is_public(i)
            && !last.is_dutch()
            && !post.doc.at(at).is_capital();
        // *… twee keer mailen. Van der Laan*: who signs.
        let signs = surname.end >= post.doc.tokens.len() && post.doc.at(i).first && i > 6;
        let rare = last.word().len() >= 5 && !last.is_in(lexicon::TOWNS.union(lexicon::GIVEN));
        let infixed = signs && surname.end > i + 1 && last.is_capital();
        if alone && rare || infixed {
            let people = people.to_vec();
            let mut score = Score::new("surname-alone", 0.4);
            // *Terpstra scoorde*, *doelpunt van Terpstra*: as of players and pupils is told.
            let next = post.doc.at(surname.end);
            let done = !post.doc.at(i.wrapping_sub(1)).is_capital()
                && next.has(Cues::VERB)
                && next.gap == Gap::Space
                && !last.is_in(lexicon::PROPER);
            if done
                && !post
                    .doc
                    .at(i.wrapping_sub(1))
                    .has(Cues::DET.union(Cues::ORG).union(Cues::ROLE))
            {
                score.add("does-something", 0.15);
            }
            // *Leito belt vanmiddag*, of the staff.
            let doc = &post.doc;
            let staff = post.has_role(&people, Role::Staff);
            if signs || staff && doc.at(i).first && acts_or_called(doc.w(surname.end)) {
                score.add("signature", 0.15);
            }
            post.person(i, surname.end, people, false, score);
            return Some(surname.end);
        }
    }
    None
}
