//! How near two spellings are: by slips of the pen, and by ear.

/// Keys under which a word and its misspellings meet: each form with one letter left out, and how it sounds.
pub(crate) fn keys(word: &str, mut each: impl FnMut(u64)) {
    let whole = hash(word);
    each(mixed(whole));
    // The hash is a sum of letters times powers of the base, so that of a word without one letter follows from the whole.
    let (mut behind, mut power) = (0_u64, 1_u64);
    for c in word.chars().rev() {
        let here = u64::from(u32::from(c)).wrapping_mul(power);
        let before = whole.wrapping_sub(behind).wrapping_sub(here);
        each(mixed(before.wrapping_mul(INVERSE).wrapping_add(behind)));
        behind = behind.wrapping_add(here);
        power = power.wrapping_mul(BASE);
    }
    each(mixed(hash(&sound(word))) ^ 1);
}

/// An odd number, and what it gives 1 with: both in 64 bits.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
const INVERSE: u64 = inverse(BASE);

/// Each step of Newton's doubles the bits that are right; an odd number is right in three by itself.
const fn inverse(odd: u64) -> u64 {
    let mut found = odd;
    let mut bits = 3;
    while bits < 64 {
        found = found.wrapping_mul(2_u64.wrapping_sub(odd.wrapping_mul(found)));
        bits *= 2;
    }
    found
}

fn hash(word: &str) -> u64 {
    word.chars().fold(0, |sum: u64, c| {
        sum.wrapping_mul(BASE).wrapping_add(u64::from(u32::from(c)))
    })
}

/// The low bits of a sum know only the low bits of its letters.
fn mixed(sum: u64) -> u64 {
    (sum ^ (sum >> 32)).wrapping_mul(0xf135_7aea_2e62_a9c5)
}

/// Letters that one hears alike, and which of the alphabet are in them.
const ALIKE: [(&str, &str, u32); 24] = [
    pair("tsj", "x"),
    pair("tch", "x"),
    pair("sch", "x"),
    pair("shch", "x"),
    pair("sj", "x"),
    pair("sh", "x"),
    pair("ch", "x"),
    pair("ck", "k"),
    pair("ph", "f"),
    pair("th", "t"),
    pair("dj", "j"),
    pair("dz", "j"),
    pair("ij", "i"),
    pair("ei", "i"),
    pair("ey", "i"),
    pair("ou", "u"),
    pair("oe", "u"),
    pair("oo", "o"),
    pair("aa", "a"),
    pair("ee", "e"),
    pair("uu", "u"),
    pair("ks", "x"),
    pair("ja", "ia"),
    pair("ya", "ia"),
];

const fn pair(from: &'static str, to: &'static str) -> (&'static str, &'static str, u32) {
    (from, to, letters(from.as_bytes()))
}

const fn letters(mut bytes: &[u8]) -> u32 {
    let mut sum = 0;
    while let [first, rest @ ..] = bytes {
        sum |= 1 << (*first & 31);
        bytes = rest;
    }
    sum
}

/// How a name sounds to somebody who writes it down by ear.
pub(crate) fn sound(word: &str) -> String {
    let mut key = word.to_owned();
    // Letters that the word has: most pairs are ruled out by one of theirs.
    let own = letters(word.as_bytes());
    for (from, to, needed) in &ALIKE {
        let bytes = from.as_bytes();
        if needed & !own == 0
            && key
                .as_bytes()
                .windows(bytes.len())
                .any(|part| part == bytes)
        {
            key = key.replace(from, to);
        }
    }
    let mut out = String::with_capacity(key.len());
    let mut last = None;
    for c in key.chars() {
        let c = match c {
            'c' | 'q' => 'k',
            'z' => 's',
            'y' => 'i',
            'w' => 'v',
            'd' => 't',
            'h' => continue,
            _ => c,
        };
        if last != Some(c) {
            out.push(c);
            last = Some(c);
        }
    }
    out
}

/// Whether two words are one slip apart (a letter more, less, other, or two swapped), or sound the same.
pub(crate) fn alike(a: &str, b: &str) -> bool {
    distance(a, b) <= 1 || sounds_alike(a, b)
}

/// Whether two words begin with the same letter and sound the same.
pub(crate) fn sounds_alike(a: &str, b: &str) -> bool {
    a.chars().next() == b.chars().next() && sound(a) == sound(b)
}

/// No word that is compared is longer.
const LONGEST: usize = 40;

/// What more than three slips are.
const FAR: usize = 9;

/// The number of slips between two words, as far as it is interesting: more than three is far away.
pub(crate) fn distance(a: &str, b: &str) -> usize {
    let (mut a_letters, mut b_letters) = (['\0'; LONGEST], ['\0'; LONGEST]);
    let (Some(a), Some(b)) = (spell(a, &mut a_letters), spell(b, &mut b_letters)) else {
        return FAR;
    };
    if a.len().abs_diff(b.len()) > 3 {
        return FAR;
    }
    let cell = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(FAR);
    let (mut before, mut last, mut row) = ([FAR; LONGEST + 1], [0; LONGEST + 1], [0; LONGEST + 1]);
    last.iter_mut().enumerate().for_each(|(at, one)| *one = at);
    let mut near = 0;
    for (i, x) in a.iter().enumerate() {
        let (mut left, mut nearest) = (i + 1, i + 1);
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (j, y) in b.iter().enumerate() {
            let change = cell(&last, j) + usize::from(x != y);
            let mut best = change.min(cell(&last, j + 1) + 1).min(left + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                best = best.min(cell(&before, j - 1) + 1);
            }
            if let Some(slot) = row.get_mut(j + 1) {
                *slot = best;
            }
            left = best;
            nearest = nearest.min(best);
        }
        // Neither this row nor, over two letters swapped, the one before it leads back to three.
        if nearest > 3 && near > 2 {
            return FAR;
        }
        near = nearest;
        (before, last, row) = (last, row, before);
    }
    cell(&last, b.len())
}

/// The letters of a word, if there are not too many.
fn spell<'a>(word: &str, letters: &'a mut [char; LONGEST]) -> Option<&'a [char]> {
    let mut count = 0;
    for c in word.chars() {
        *letters.get_mut(count)? = c;
        count += 1;
    }
    letters.get(..count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted() {
        assert_eq!(distance("hajjami", "hajami"), 1);
        assert_eq!(distance("yusuf", "yusfu"), 1);
        assert!(distance("emma", "lars") > 2);
        assert!(alike("yildirim", "yildrim"));
        assert!(alike("shevchenko", "sjevtsjenko"));
        assert!(!alike("daan", "sem"));
    }

    #[test]
    fn words_meet_where_one_letter_is_left_out() {
        let of = |word: &str| {
            let mut all = Vec::new();
            keys(word, |key| all.push(key));
            all
        };
        let whole = of("jansen");
        for other in ["jasen", "jansn", "ansen", "jansenn"] {
            assert!(of(other).iter().any(|key| whole.contains(key)), "{other}");
        }
        assert!(!of("pietersen").iter().any(|key| whole.contains(key)));
    }
}
