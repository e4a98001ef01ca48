//! Number plates and postcodes.

use crate::category::Category;
use crate::doc::{Doc, Gap, Kind, Marks};
use crate::lexicon::{self, Cues};
use crate::work::{Score, Work};

/// The shapes of Dutch plates that are handed out: a letter is `L`, a digit is `D`.
const SHAPES: [&str; 16] = [
    "LL-DD-DD", "DD-DD-LL", "DD-LL-DD", "LL-DD-LL", "LL-LL-DD", "DD-LL-LL", "DD-LLL-D", "D-LLL-DD",
    "LL-DDD-L", "L-DDD-LL", "LLL-DD-L", "L-DD-LLL", "D-LL-DDD", "DDD-LL-D", "LLL-DD-D", "D-DD-LLL",
];
/// Two letters that no postcode has, or that are mostly something else behind four digits.
const NEVER: [&str; 3] = ["sa", "sd", "ss"];
const OFTEN: [&str; 34] = [
    "ek", "wk", "eu", "nk", "km", "kg", "cm", "mm", "mb", "gb", "tb", "ml", "kb", "om", "en", "in",
    "op", "de", "of", "is", "at", "or", "kw", "vr", "pk", "uu", "je", "we", "ik", "te", "er", "to",
    "ok", "tv",
];

/// The shape of a run of letters and figures, as far as a plate can go on.
#[derive(Default)]
struct Shape {
    signs: [u8; 12],
    size: usize,
}

impl Shape {
    fn push(&mut self, sign: u8) {
        if let Some(slot) = self.signs.get_mut(self.size) {
            *slot = sign;
        }
        self.size += 1;
    }

    fn last(&self) -> Option<u8> {
        self.signs.get(self.size.checked_sub(1)?).copied()
    }

    fn is_plate(&self) -> bool {
        let signs = self.signs.get(..self.size).unwrap_or_default();
        SHAPES.iter().any(|one| one.as_bytes() == signs)
    }
}

pub(crate) fn find(post: &mut Work<'_>) {
    if !post.doc.numbers {
        return;
    }
    let mut i = 0;
    while i < post.doc.tokens.len() {
        post.steps += 1;
        // Both have a figure.
        let token = post.doc.at(i);
        if token.kind == Kind::Mark || !token.is_marked(Marks::NUMBER) || post.is_closed(i) {
            i += 1;
            continue;
        }
        i = postcode(post, i)
            .or_else(|| plate(post, i))
            .unwrap_or(i + 1);
    }
}

/// Whether four figures and two letters begin at a token, as in *7207 XK*.
pub(crate) fn is_written_as_postcode(doc: &Doc<'_>, i: usize) -> bool {
    let (number, letters) = (doc.at(i), doc.at(i + 1));
    number.kind == Kind::Number
        && doc.w(i).len() == 4
        && !doc.w(i).starts_with('0')
        && letters.is_word()
        && doc.w(i + 1).len() == 2
        && letters.gap != Gap::Line
}

fn postcode(post: &mut Work<'_>, i: usize) -> Option<usize> {
    let doc = &post.doc;
    let (number, letters) = (doc.w(i), doc.w(i + 1));
    let glued_before = doc.glued(i)
        && (doc.at(i.wrapping_sub(1)).is_word()
            || matches!(doc.w(i.wrapping_sub(1)), "-" | "." | "€" | "/" | "," | ":"));
    if !is_written_as_postcode(doc, i) || glued_before {
        return None;
    }
    if NEVER.contains(&letters) || (doc.glued(i + 2) && matches!(doc.at(i + 2).kind, Kind::Number))
    {
        return None;
    }
    let written = doc.slice(i + 1, i + 2);
    let upper = written.chars().all(|c| c.is_ascii_uppercase());
    let house = doc.at(i + 2).kind == Kind::Number
        && doc.at(i + 2).gap == Gap::Space
        && doc.w(i + 2).len() <= 4
        && !post.is_closed(i + 2)
        && !doc.at(i + 3).has(Cues::CLOCK.union(Cues::MONTH))
        && doc.w(i + 3) != ":";
    // *… | 7922 DE*: a field of its own.
    let cell = matches!(doc.w(i.wrapping_sub(1)), "|" | ";") && doc.at(i + 2).gap == Gap::Line;
    let addressed = doc.just_before(i, 6, Cues::LIVES)
        || cell && upper
        || post.hits.last().is_some_and(|hit| {
            hit.category == Category::Address
                && hit.to <= i
                && doc.at(hit.from).sentence == doc.at(i).sentence
        })
        || doc.just_before(i, 2, Cues::PAYEE);
    let town = doc.at(i + 2).is_in(lexicon::TOWNS) && doc.at(i + 2).is_capital();
    let named = doc.w(i.wrapping_sub(1)) == "postcode" || doc.w(i.wrapping_sub(2)) == "postcode";
    let mut score = Score::new("postcode", if upper { 0.75 } else { 0.3 });
    if house || town || addressed || named {
        score.add("postcode-with-address", 0.25);
    }
    if OFTEN.contains(&letters) {
        score.add("postcode-like-word", if upper { -0.3 } else { -0.5 });
    }
    if number.starts_with("19") || number.starts_with("20") {
        score.add("postcode-like-year", -0.1);
    }
    // *kastcode 2210 BX*
    let coded = (i.saturating_sub(2)..i).any(|at| {
        let word = doc.w(at);
        word.len() > 4 && word != "postcode" && (word.ends_with("code") || word.ends_with("nummer"))
    });
    if coded || doc.just_before(i, 3, Cues::NOT_ID) {
        score.add("other-number", -0.4);
    }
    if score.value < 0.3 {
        return None;
    }
    let mut end = i + 2;
    if house {
        end += 1;
        let suffix = doc.at(end).is_word() && doc.glued(end) && doc.w(end).len() == 1;
        end += usize::from(suffix);
    }
    post.hit(i, end, Category::Postcode, score);
    Some(end)
}

fn plate(post: &mut Work<'_>, i: usize) -> Option<usize> {
    let doc = &post.doc;
    // Most words are longer than a group.
    if doc.w(i).len() > 3 {
        return None;
    }
    if doc.glued(i)
        && (doc.at(i - 1).kind != Kind::Mark
            || matches!(doc.w(i - 1), "-" | "/" | "_" | "." | "@" | "#"))
    {
        return None;
    }
    let mut shape = Shape::default();
    let mut at = i;
    let (mut lower, mut spaced, mut hyphens, mut vowel) = (false, false, 0, false);
    let mut words = false;
    while shape.size < 9 && at < doc.tokens.len() {
        let token = doc.at(at);
        if at > i && token.gap == Gap::Line {
            break;
        }
        if token.gap == Gap::Space && at > i {
            // Groups apart by spaces only count when all are.
            if hyphens > 0 {
                break;
            }
            spaced = true;
        }
        match token.kind {
            Kind::Mark
                if matches!(doc.w(at), "-" | "–")
                    && token.gap == Gap::None
                    && doc.glued(at + 1)
                    && !spaced =>
            {
                hyphens += 1;
                shape.push(b'-');
            }
            Kind::Word | Kind::Number if doc.w(at).len() <= 3 => {
                if at > i && shape.last() != Some(b'-') {
                    shape.push(b'-');
                }
                let sign = if token.kind == Kind::Word { b'L' } else { b'D' };
                if token.kind == Kind::Word {
                    vowel |= doc.w(at).contains(['a', 'e', 'i', 'o', 'u']);
                    words |= !token.is_capital() && token.has(Cues::DUTCH);
                    lower |= doc.slice(at, at + 1).chars().any(char::is_lowercase);
                }
                (0..doc.w(at).len()).for_each(|_| shape.push(sign));
            }
            _ => break,
        }
        at += 1;
        if shape.size == 8 {
            break;
        }
    }
    if !shape.is_plate()
        || (doc.glued(at) && doc.at(at).kind != Kind::Mark)
        || (doc.w(at) == "-" && doc.glued(at))
    {
        return None;
    }
    // *is 16 en*: three words and a number.
    if spaced && words {
        return None;
    }
    let cue = doc.near(i, at, 9, Cues::CAR);
    let mut score = Score::new("plate", if hyphens == 2 { 0.7 } else { 0.25 });
    if cue {
        score.add("plate-named", if hyphens == 2 { 0.27 } else { 0.45 });
    }
    if doc.just_before(i, 2, Cues::CAR)
        && matches!(
            doc.w(i.wrapping_sub(1)),
            "kenteken" | "kentekenplaat" | ":" | "nummerbord"
        )
    {
        score.add("plate-named", 0.15);
    }
    if lower {
        score.add("plate-small", if cue { -0.1 } else { -0.35 });
    }
    if vowel {
        score.add("plate-vowel", -0.12);
    }
    // *AB-123-C is geen kenteken*
    let denied = (at..at + 10).any(|one| {
        matches!(doc.w(one), "geen" | "not" | "no")
            && matches!(
                doc.w(one + 1),
                "kenteken" | "nummerbord" | "nummerplaat" | "plate" | "a"
            )
    });
    let stuck = matches!(
        doc.w(i.wrapping_sub(1)),
        "sticker"
            | "code"
            | "label"
            | "rek"
            | "vak"
            | "kluis"
            | "sleutel"
            | "doos"
            | "bak"
            | "plank"
    );
    let example =
        (i.saturating_sub(2)..i).any(|at| matches!(doc.w(at), "bijvoorbeeld" | "zoals" | "bijv"));
    if denied || stuck || example {
        score.add("other-number", -0.6);
    }
    if doc.near(i, at, 4, Cues::NOT_ID) && !doc.just_before(i, 2, Cues::CAR) {
        score.add("other-number", -0.5);
    }
    if score.value < 0.3 {
        return None;
    }
    post.hit(i, at, Category::Plate, score);
    post.close(i, at);
    Some(at)
}
