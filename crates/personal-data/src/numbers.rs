//! Runs of digits: telephone, BSN, bank account, pupil number. Each is looked at once.

use crate::category::Category;
use crate::doc::{Gap, Kind, Marks};
use crate::lexicon::Cues;
use crate::work::{Score, Work};

pub(crate) fn find(post: &mut Work<'_>) {
    if !post.doc.numbers {
        return;
    }
    let mut i = 0;
    while i < post.doc.tokens.len() {
        post.steps += 1;
        let token = post.doc.at(i);
        let found = match token.kind {
            _ if token.is_marked(Marks::CLOSED) => None,
            Kind::Number => digits(post, i),
            Kind::Mark if matches!(token.word(), "+" | "(") => digits(post, i),
            Kind::Word if token.is_marked(Marks::NUMBER) => {
                let joined = post.doc.at(i + 1).kind == Kind::Number && post.doc.glued(i + 1);
                joined.then(|| iban(post, i)).flatten()
            }
            _ => None,
        };
        i = found.unwrap_or(i + 1);
    }
}

/// Two letters, two digits, then groups: the check is modulo 97.
fn iban(post: &mut Work<'_>, i: usize) -> Option<usize> {
    let doc = &post.doc;
    if doc.w(i).len() != 2
        || doc.w(i + 1).len() < 2
        || (doc.glued(i) && doc.at(i.wrapping_sub(1)).kind != Kind::Mark)
    {
        return None;
    }
    let mut code = String::new();
    let mut best = None;
    let mut at = i;
    while at < i + 24 && at < doc.tokens.len() && code.len() < 36 {
        let token = doc.at(at);
        if token.gap == Gap::Line && at > i {
            break;
        }
        if token.kind == Kind::Mark {
            if !matches!(doc.w(at), "." | "-") {
                break;
            }
        } else {
            code.push_str(doc.w(at));
            let ends = doc.at(at + 1).gap != Gap::None
                || doc.at(at + 1).kind == Kind::Mark
                || at + 1 >= doc.tokens.len();
            if (15..=34).contains(&code.len()) && ends && is_iban(&code) {
                best = Some(at + 1);
            }
        }
        at += 1;
    }
    let end = best?;
    post.hit(i, end, Category::Iban, Score::new("iban", 0.99));
    post.close(i, end);
    Some(end)
}

/// ISO 13616: country and check digits to the back, letters as numbers, remainder 1. Dutch ones have 18 places.
pub(crate) fn is_iban(code: &str) -> bool {
    let upper = code.to_ascii_uppercase();
    let (Some(head), Some(tail)) = (upper.get(..4), upper.get(4..)) else {
        return false;
    };
    if !upper.bytes().all(|b| b.is_ascii_alphanumeric())
        || (head.starts_with("NL") && upper.len() != 18)
    {
        return false;
    }
    let rest = tail.bytes().chain(head.bytes()).fold(0_u32, |rest, b| {
        let value = if b.is_ascii_digit() {
            u32::from(b - b'0')
        } else {
            u32::from(b - b'A') + 10
        };
        (rest * if value > 9 { 100 } else { 10 } + value) % 97
    });
    rest == 1
}

/// The test of eleven of a BSN: nine places, weights 9 to 2 and minus 1.
pub(crate) fn is_bsn(digits: &str) -> bool {
    let padded = if digits.len() == 8 {
        format!("0{digits}")
    } else {
        digits.to_owned()
    };
    if padded.len() != 9 || padded.bytes().all(|b| b == b'0') {
        return false;
    }
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i32 = padded
        .bytes()
        .zip(weights)
        .map(|(b, weight)| i32::from(b.wrapping_sub(b'0')) * weight)
        .sum();
    sum % 11 == 0
}

/// A run of digits with the marks that stand in numbers.
struct Run {
    end: usize,
    digits: String,
    plus: bool,
    /// How many pieces, and whether all marks between them were spaces or hyphens.
    pieces: usize,
    slashed: bool,
}

fn run(post: &Work<'_>, i: usize) -> Option<Run> {
    let doc = &post.doc;
    let mut at = i;
    let plus = doc.w(at) == "+";
    let mut run = Run {
        end: i,
        digits: String::with_capacity(24),
        plus,
        pieces: 0,
        slashed: false,
    };
    if plus {
        at += 1;
    }
    while at < i + 16 && run.digits.len() < 20 {
        let token = doc.at(at);
        if token.gap == Gap::Line && at > i {
            break;
        }
        match token.kind {
            Kind::Number => {
                let enough = if run.digits.starts_with("00") {
                    13
                } else if plus {
                    11
                } else {
                    9
                };
                if run.pieces > 0 && token.gap == Gap::Space && run.digits.len() >= enough {
                    break;
                }
                run.digits.push_str(doc.w(at));
                run.pieces += 1;
                run.end = at + 1;
            }
            // *06 1234 5678/06 8765 4321*: two numbers.
            Kind::Mark if doc.w(at) == "/" && run.digits.len() >= 10 => break,
            // *06-l2345678*, *06 12 34 56 O8*: letters that look like figures.
            Kind::Word
                if run.digits.starts_with("06")
                    && doc.w(at).chars().all(|c| matches!(c, 'o' | 'l' | 'i'))
                    && doc.w(at).len() <= 3
                    && doc.at(at + 1).kind == Kind::Number
                    && doc.glued(at + 1) =>
            {
                run.digits
                    .extend(doc.w(at).chars().map(|c| if c == 'o' { '0' } else { '1' }));
            }
            Kind::Mark if matches!(doc.w(at), "-" | "." | "(" | ")" | "/" | "–") => {
                run.slashed |= doc.w(at) == "/";
            }
            _ => break,
        }
        at += 1;
    }
    (run.pieces > 0).then_some(run)
}

fn digits(post: &mut Work<'_>, i: usize) -> Option<usize> {
    let glued_before = post.doc.glued(i) && post.doc.at(i.wrapping_sub(1)).is_word();
    let number = post.doc.w(i);
    if number.len() > 24 {
        return None;
    }
    let glued_after = post.doc.at(i + 1).is_word() && post.doc.glued(i + 1);
    let amount = matches!(
        post.doc.w(i + 1),
        "stuks" | "euro" | "keer" | "meter" | "exemplaren" | "pieces" | "times"
    );
    if let Some(person) = post.index().numbers.get(number).copied()
        && !amount
        && !glued_before
        && !glued_after
    {
        let mut score = Score::new("pupil-number", 0.98);
        // *Factuur 61610*: somebody has that number by chance.
        if post.doc.just_before(i, 2, Cues::NOT_ID) && !post.doc.just_before(i, 3, Cues::PUPIL) {
            score.add("other-number", -0.6);
        }
        // *71033 stemmen*, *71033.jpg*: so many of something, or a file.
        let next = post.doc.w(i + 1);
        let counted = post.doc.at(i + 1).gap == Gap::Space
            && !post.doc.at(i + 1).is_capital()
            && (next.ends_with("en") || next.ends_with('s'))
            && crate::lexicon::DUTCH.has(next)
            && crate::lexicon::cues(next) == Cues::default();
        let file = next == "."
            && post.doc.glued(i + 1)
            && post.doc.glued(i + 2)
            && post.doc.at(i + 2).is_word();
        if (counted || file) && !post.doc.just_before(i, 3, Cues::PUPIL) {
            score.add("other-number", -0.6);
        }
        post.hit(i, i + 1, Category::PupilNo, score);
        if let Some(hit) = post.hits.last_mut() {
            hit.people = vec![person];
        }
        post.close(i, i + 1);
        return Some(i + 1);
    }
    let mut run = run(post, i)?;
    // *o6-12345678*
    let nought = glued_before
        && post.doc.w(i.wrapping_sub(1)) == "o"
        && run.digits.starts_with('6')
        && run.digits.len() == 9
        && !post.doc.glued(i - 1);
    if nought {
        run.digits.insert(0, '0');
        let (category, score, end) = phone(post, i, &run)?;
        post.hit(i - 1, end, category, score);
        post.close(i - 1, end);
        return Some(end);
    }
    if glued_before || (post.doc.at(run.end).is_word() && post.doc.glued(run.end)) {
        return None;
    }
    let found = phone(post, i, &run)
        .or_else(|| bsn(post, i, &run))
        .or_else(|| pupil(post, i, number));
    let (category, score, end) = found?;
    let from = if post.doc.w(i) == "(" && category != Category::Phone {
        i + 1
    } else {
        i
    };
    post.hit(from, end, category, score);
    post.close(from, end);
    Some(end)
}

fn phone(post: &Work<'_>, i: usize, run: &Run) -> Option<(Category, Score, usize)> {
    let digits = run.digits.as_str();
    let national = if let Some(rest) = digits
        .strip_prefix("0031")
        .or_else(|| digits.strip_prefix("31").filter(|_| run.plus))
    {
        format!("0{}", rest.trim_start_matches('0'))
    } else if run.plus {
        let foreign = (8..=15).contains(&digits.len()) && !digits.starts_with('0');
        return foreign.then(|| (Category::Phone, Score::new("phone-foreign", 0.85), run.end));
    } else if let Some(rest) = digits
        .strip_prefix("00")
        .filter(|_| (10..=16).contains(&digits.len()))
    {
        return (!rest.starts_with('0'))
            .then(|| (Category::Phone, Score::new("phone-foreign", 0.75), run.end));
    } else if digits.len() == 10 {
        digits.to_owned()
    } else {
        // No number of here has more figures or less.
        return None;
    };
    let service = ["0900", "0800", "0906", "0909"]
        .iter()
        .any(|one| national.starts_with(one));
    let rest = national.strip_prefix('0')?;
    if national.len() != 10 || rest.starts_with('0') || service || run.slashed && run.pieces > 4 {
        return None;
    }
    if post.scanner.own_phones.contains(&national) {
        return Some((Category::Phone, Score::default(), run.end));
    }
    let mut score = Score::new(
        if rest.starts_with('6') {
            "phone-mobile"
        } else {
            "phone"
        },
        if rest.starts_with('6') { 0.95 } else { 0.85 },
    );
    // *06-4471-8820-B*: a number that goes on is a machine's.
    let goes_on = post.doc.w(run.end) == "-"
        && post.doc.glued(run.end)
        && post.doc.glued(run.end + 1)
        && post.doc.at(run.end + 1).is_capital()
        && post.doc.w(run.end + 1).len() == 1;
    let named = post.doc.just_before(i, 4, Cues::NOT_ID) && !post.doc.just_before(i, 2, Cues::CALL);
    if goes_on || named {
        score.add("other-number", -0.7);
    }
    Some((Category::Phone, score, run.end))
}

fn bsn(post: &Work<'_>, i: usize, run: &Run) -> Option<(Category, Score, usize)> {
    let doc = &post.doc;
    let cue = doc.just_before(i, 5, Cues::BSN)
        || doc.at(run.end).has(Cues::BSN)
        || doc.at(run.end + 1).has(Cues::BSN);
    let length = run.digits.len();
    if run.plus
        || run.slashed
        || !(length == 9 || (length == 8 && cue && run.pieces == 1))
        || run.pieces > 5
        || (run.pieces > 3 && !cue)
    {
        return None;
    }
    let mut score = if is_bsn(&run.digits) {
        Score::new("bsn-test", 0.6)
    } else {
        Score::new("bsn-failed", 0.15)
    };
    if cue {
        score.add("bsn-named", 0.3);
    }
    if doc.near(i, run.end, 4, Cues::NOT_ID) && !cue {
        score.add("other-number", -0.5);
    }
    if score.value < 0.3 {
        return None;
    }
    Some((Category::Bsn, score, run.end))
}

/// A number that is called a pupil number and is nobody's of the roster.
fn pupil(post: &Work<'_>, i: usize, number: &str) -> Option<(Category, Score, usize)> {
    let named = post.doc.just_before(i, 2, Cues::PUPIL);
    let exact = post.doc.just_before(i, 2, Cues::PUPIL) && (5..=10).contains(&number.len());
    (named && exact).then(|| {
        (
            Category::PupilNo,
            Score::new("pupil-number-named", 0.8),
            i + 1,
        )
    })
}

#[cfg(test)]
mod tests {
    use super::{is_bsn, is_iban};

    #[test]
    fn check_digits() {
        assert!(
            is_bsn("999990640")
                && is_bsn("999993422")
                && !is_bsn("999993423")
                && !is_bsn("000000000")
        );
        assert!(
            is_iban("nl68snsb0901234567")
                && !is_iban("nl69snsb0901234567")
                && !is_iban("nl")
                && !is_iban("é")
        );
        assert!(is_iban("GB82WEST12345698765432"));
    }
}
