//! Names as people write them in a chat: small, drawn out, in a tag. A small-written word is only somebody when what
//! stands around it can be about nothing else.

use crate::category::Category;
use crate::doc::{Gap, Kind};
use crate::index::{Given, GivenOf};
use crate::lexicon::{self, Cues};
use crate::names::{called, with_surname};
use crate::sense::shipped;
use crate::signs;
use crate::work::{Score, Work};

/// How much a word that is written small gains by what stands around it: *kan roos morgen …*, *hoi roos,*, *moeder van roos*.
pub(crate) fn small(post: &Work<'_>, i: usize, end: usize) -> f32 {
    let doc = &post.doc;
    let back = |far: usize| doc.w(i.wrapping_sub(far));
    if doc.at(i).gap != Gap::Space && !doc.at(i).first || doc.at(i.wrapping_sub(1)).has(Cues::DET) {
        return 0.0;
    }
    let closed =
        doc.at(end).kind != Kind::Word && doc.w(end) != "-" || doc.at(end).gap == Gap::Line;
    let greeting = [
        "hoi",
        "hallo",
        "hey",
        "hee",
        "hai",
        "hi",
        "yo",
        "ewa",
        "ey",
        "jo",
        "bro",
        "gast",
        "lieve",
        "beste",
        "gefeliciteerd",
        "dankjewel",
        "bedankt",
    ];
    let told = matches!(
        doc.w(end),
        "bel"
            | "app"
            | "stuur"
            | "kom"
            | "je"
            | "jij"
            | "heb"
            | "kan"
            | "wil"
            | "waar"
            | "hoe"
            | "wanneer"
            | "ben"
            | "mag"
            | "doe"
            | "ga"
            | "ff"
            | "even"
            | "wat"
            | "kun"
            | "ik"
    );
    if greeting.contains(&back(1)) && (closed || told) {
        return 0.35;
    }
    if back(1) == "van" && doc.at(i.wrapping_sub(2)).has(Cues::KIN) && closed_or_verb(post, end) {
        return 0.15;
    }
    // *bo heeft pfeiffer*: who has an illness is somebody.
    let ill = matches!(doc.w(end), "heeft" | "had" | "kreeg" | "krijgt" | "has")
        && shipped()
            .at(doc, end + 1)
            .is_some_and(|(_, sense)| !sense.weak && sense.category == Category::Health);
    if ill {
        return 0.35;
    }
    // *kan iemand roos meenemen*, *weet iemand of lente al thuis is*, *wolf en sem gaan samen*
    let fetched = matches!(
        doc.w(end),
        "meenemen" | "ophalen" | "brengen" | "wegbrengen" | "thuisbrengen" | "bellen" | "helpen"
    ) && matches!(
        back(1),
        "iemand" | "kan" | "wil" | "ik" | "jij" | "je" | "wie" | "zal"
    );
    let whether = back(1) == "of"
        && matches!(back(2), "iemand" | "je" | "jij" | "jullie" | "u")
        && (matches!(
            doc.w(end),
            "al" | "nog" | "ook" | "er" | "wel" | "niet" | "vandaag" | "morgen"
        ) || doc.at(end).has(Cues::VERB));
    let friend = doc.w(end + 1);
    // *Lente en fee woensdag op*: beside somebody who is written as a name.
    let joined = i >= 2
        && matches!(back(1), "en" | "&" | "+" | "and")
        && doc.at(i - 2).is_capital()
        && !(doc.at(i - 2).first && signs::is_any_word(back(2)))
        && post.index().given.single(back(2)).is_some();
    let together = joined
        || matches!(doc.w(end), "en" | "&" | "+")
            && (doc.at(i).first || back(1) == ",")
            && post.index().given.single(friend).is_some()
            && !signs::is_any_word(friend);
    if fetched || whether || together {
        return 0.35;
    }
    let owned = matches!(doc.w(end), "dr" | "zn")
        || matches!(doc.w(end), "d" | "z")
            && matches!(doc.w(end + 2), "r" | "n")
            && doc.glued(end + 1);
    if owned {
        return 0.35;
    }
    let asked = matches!(
        back(1),
        "kan" | "mag" | "wil" | "komt" | "gaat" | "is" | "was" | "heeft" | "had" | "moet"
    ) && doc.at(i.wrapping_sub(1)).first;
    let then = [
        "morgen",
        "vandaag",
        "vanmiddag",
        "ook",
        "mee",
        "even",
        "ff",
        "bij",
        "nog",
        "eerder",
        "straks",
        "misschien",
        "al",
        "met",
        "zaterdag",
        "zondag",
        "woensdag",
        "vrijdag",
        "jarig",
        "ziek",
        "thuis",
        "beter",
        "haar",
        "zijn",
        "iets",
        "niet",
    ];
    if asked && then.contains(&doc.w(end)) {
        return 0.35;
    }
    let living = matches!(
        doc.w(end),
        "wil"
            | "zegt"
            | "zei"
            | "vraagt"
            | "vroeg"
            | "vindt"
            | "vond"
            | "denkt"
            | "dacht"
            | "mist"
            | "vergat"
            | "heet"
            | "huilt"
            | "blijft"
            | "bleef"
            | "huilde"
    );
    let state = matches!(doc.w(end), "is" | "was" | "heeft" | "had" | "kan" | "mag")
        && matches!(
            doc.w(end + 1),
            "jarig"
                | "ziek"
                | "vergeten"
                | "geslaagd"
                | "gevallen"
                | "thuis"
                | "kwijt"
                | "verdrietig"
                | "misselijk"
                | "dr"
                | "zn"
                | "z"
                | "d"
                | "haar"
                | "gewonnen"
                | "vandaag"
                | "morgen"
        );
    let abed = matches!(doc.w(end), "ligt" | "lag" | "zit")
        && matches!(doc.w(end + 1), "in" | "op" | "ziek" | "thuis" | "nog")
        && matches!(doc.w(end + 2), "bed" | "bank");
    let opens = doc.at(i).first || back(1) == ",";
    if opens && (living || state || abed) {
        0.35
    } else {
        0.0
    }
}

fn closed_or_verb(post: &Work<'_>, end: usize) -> bool {
    let next = post.doc.at(end);
    next.kind != Kind::Word || next.gap == Gap::Line || next.has(Cues::VERB)
}

/// *Daaaan*, *Emmmaaa*: letters three times and more are drawn out.
pub(crate) fn drawn_out(post: &mut Work<'_>, i: usize) -> Option<usize> {
    let word = post.doc.w(i);
    let token = post.doc.at(i);
    if word.len() < 4 || word.len() > 40 || post.is_public(i) {
        return None;
    }
    let drawn = |three: &[u8]| three.first() == three.last() && three.first() == three.get(1);
    if !word.as_bytes().windows(3).any(drawn) {
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
        || !tag && (!token.is_capital() && lexicon::DUTCH.has(word))
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
        hit.bytes = (token.start + from, token.start + to);
    }
    Some(i + 1)
}
