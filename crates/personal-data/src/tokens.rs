//! A text cut into words, numbers and marks, each with what is known of it by itself. One pass, linear in the text.

use crate::fold;
use crate::lexicon::{Cues, cues_of};
use crate::lists::{Lists, hash};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Kind {
    /// Before the first or after the last token.
    #[default]
    None,
    /// Letters.
    Word,
    /// ASCII digits.
    Number,
    /// One other character.
    Mark,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Case {
    #[default]
    Lower,
    /// The first letter is a capital.
    Title,
    /// Two or more letters, all capitals.
    Upper,
}

/// What stands before a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) enum Gap {
    #[default]
    None,
    Space,
    Line,
}

#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Token<'t> {
    /// Folded.
    word: &'t str,
    /// Of the folded word: taken once, for every table that is asked about it.
    pub(crate) hash: u64,
    pub(crate) cues: Cues,
    pub(crate) sentence: usize,
    start: u32,
    end: u32,
    pub(crate) kind: Kind,
    pub(crate) case: Case,
    pub(crate) gap: Gap,
    /// First word of its sentence.
    pub(crate) first: bool,
    /// The long lists that the word is in.
    lists: Lists,
    marks: Marks,
}

impl<'t> Token<'t> {
    /// What stands before the first token and after the last.
    pub(crate) const NONE: Self = Self {
        word: "",
        hash: 0,
        cues: Cues::NONE,
        sentence: 0,
        start: 0,
        end: 0,
        kind: Kind::None,
        case: Case::Lower,
        gap: Gap::None,
        first: false,
        lists: Lists::NONE,
        marks: Marks::NONE,
    };

    pub(crate) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }
    pub(crate) fn is_capital(&self) -> bool {
        self.kind == Kind::Word && self.case != Case::Lower
    }
    pub(crate) fn has(&self, cue: Cues) -> bool {
        self.cues.intersects(cue)
    }
    /// Where it begins in the text.
    pub(crate) fn start(&self) -> usize {
        self.start as usize
    }
    pub(crate) fn end(&self) -> usize {
        self.end as usize
    }
    /// How many bytes it has in the text.
    pub(crate) fn length(&self) -> u32 {
        self.end.saturating_sub(self.start)
    }
    /// Whether the word is in one of these lists.
    pub(crate) fn is_in(&self, lists: Lists) -> bool {
        self.lists.intersects(lists)
    }
    pub(crate) fn is_dutch(&self) -> bool {
        self.lists.is_dutch(self.word)
    }
    pub(crate) fn is_surname(&self) -> bool {
        self.lists.is_surname(self.word)
    }
    pub(crate) fn is_surname_here(&self) -> bool {
        self.lists.is_surname_here(self.word)
    }
    pub(crate) fn word(&self) -> &'t str {
        self.word
    }
    pub(crate) fn is_marked(&self, mark: Marks) -> bool {
        self.marks.0 & mark.0 != 0
    }
    pub(crate) fn mark(&mut self, mark: Marks) {
        self.marks.0 |= mark.0;
    }
    /// Asks the tables about the word.
    pub(crate) fn look_up(&mut self) {
        self.cues = cues_of(self.hash);
        self.lists = Lists::of(self.hash);
    }
    pub(crate) fn set_word(&mut self, word: &'t str) {
        self.word = word;
        self.hash = hash(word);
    }
}

/// What the scan made of a token so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Marks(u8);

impl Marks {
    pub(crate) const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
    pub(crate) const NONE: Self = Self(0);
    /// Nothing may be found here: the school's own, or a link.
    pub(crate) const CLOSED: Self = Self(1);
    /// Part of a public name.
    pub(crate) const PUBLIC: Self = Self(2);
    /// A given name so well known that it is nobody unless the roster has it.
    pub(crate) const FAMOUS: Self = Self(4);
    /// It is a number, or one stands among the four tokens behind it: elsewhere nothing is looked for that has one.
    pub(crate) const NUMBER: Self = Self(8);
    /// Part of a name of the roster, when others are looked for.
    pub(crate) const USED: Self = Self(16);
    /// Part of a finding that stays.
    pub(crate) const TAKEN: Self = Self(32);
}

/// The folded words of a text: kept beside the tokens, which point into it.
#[derive(Debug, Default)]
pub(crate) struct Folded {
    /// The text with small letters for capitals of ASCII, byte for byte: most words are folded by that.
    plain: String,
    /// The folded form of every other token.
    wide: String,
}

/// Cuts a text into tokens.
pub(crate) fn tokenise<'t>(text: &'t str, folded: &'t mut Folded) -> Vec<Token<'t>> {
    let mut tokens = Vec::with_capacity(text.len() / 4 + 4);
    let Folded { plain, wide } = folded;
    plain.clear();
    plain.push_str(text);
    plain.make_ascii_lowercase();
    wide.clear();
    // Which token it is, and where it stands among the wide ones: they can be pointed at when all are there.
    let mut later = Vec::new();
    let bytes = text.as_bytes();
    let mut gap = Gap::Line;
    let mut start = 0;
    while let Some(byte) = bytes.get(start).copied() {
        let mut token = Token {
            start: place(start),
            gap,
            kind: Kind::Mark,
            ..Token::NONE
        };
        let mut next = start + 1;
        if byte.is_ascii_alphabetic() {
            next = word_end(bytes, next);
            token.kind = Kind::Word;
            if byte.is_ascii_uppercase() {
                let rest = bytes.get(start + 1..next).unwrap_or_default();
                let upper = !rest.is_empty() && rest.iter().all(u8::is_ascii_uppercase);
                token.case = if upper { Case::Upper } else { Case::Title };
            }
        } else if byte == b' ' || byte == b'\t' || byte == 0x0b || byte == 0x0c {
            gap = gap.max(Gap::Space);
            start = next;
            continue;
        } else if byte == b'\n' || byte == b'\r' {
            gap = Gap::Line;
            start = next;
            continue;
        } else if byte.is_ascii_digit() {
            next = run(bytes, next, |b| b.is_ascii_digit());
            token.kind = Kind::Number;
        }
        // A letter or a joiner of another script may begin a word or go on with one.
        let other = bytes.get(next).is_some_and(|b| !b.is_ascii());
        if !byte.is_ascii() || token.kind == Kind::Word && other {
            let c = char_at(text, start);
            if let Some(space) = space(c) {
                gap = gap.max(space);
                start += c.len_utf8();
                continue;
            }
            let from = wide.len();
            next = read_wide(text, start, wide, &mut token);
            later.push((tokens.len(), from, wide.len()));
        } else {
            token.end = place(next);
            token.set_word(plain.get(start..next).unwrap_or_default());
        }
        gap = Gap::None;
        tokens.push(token);
        start = next;
    }
    let wide: &'t str = wide;
    for (at, from, to) in later {
        if let Some(token) = tokens.get_mut(at) {
            token.set_word(wide.get(from..to).unwrap_or_default());
        }
    }
    tokens
}

/// Where a run of letters of ASCII ends: eight bytes are looked at in one go, as many as most words have.
fn word_end(bytes: &[u8], from: usize) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    const REST: u64 = 0x7f * ONES;
    let mut at = from;
    while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let eight = u64::from_le_bytes(*eight);
        // The high bit of each byte says whether it is a small letter, once the bit of capitals is set.
        let small = (eight | (0x20 * ONES)) & REST;
        let from_a = small + (0x80 - u64::from(b'a')) * ONES;
        let behind_z = small + (0x7f - u64::from(b'z')) * ONES;
        let letters = from_a & !behind_z & !eight & HIGH;
        let count = (letters ^ HIGH).trailing_zeros() / 8;
        at += count as usize;
        if count < 8 {
            return at;
        }
    }
    run(bytes, at, |b| b.is_ascii_alphabetic())
}

/// Where a run of bytes ends.
fn run(bytes: &[u8], from: usize, is: impl Fn(u8) -> bool) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    from + rest.iter().take_while(|b| is(**b)).count()
}

/// What a character that is no part of any token leaves between two.
fn space(c: char) -> Option<Gap> {
    match c {
        '\u{2028}' | '\u{2029}' => Some(Gap::Line),
        _ if c.is_whitespace() || fold::is_joiner(c) || is_bidi(c) => Some(Gap::Space),
        _ => None,
    }
}

/// A mark or a word with letters that are not ASCII: folds it, learns its case and where its last letter ends; where to read on.
fn read_wide(text: &str, start: usize, folded: &mut String, token: &mut Token<'_>) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let (mut lower, mut upper) = (false, 0_usize);
    let mut next = start;
    for (at, c) in rest.char_indices() {
        let joiner = fold::is_joiner(c);
        if at == 0 {
            token.kind = if fold::is_word(c) {
                Kind::Word
            } else {
                Kind::Mark
            };
            token.case = if token.kind == Kind::Word && c.is_uppercase() {
                Case::Title
            } else {
                Case::Lower
            };
        } else if token.kind == Kind::Word && (fold::is_word(c) || joiner) {
            lower |= c.is_lowercase();
            upper += usize::from(c.is_uppercase());
        } else {
            break;
        }
        fold::push(folded, c);
        next = start + at + c.len_utf8();
        if !joiner {
            token.end = place(next);
        }
    }
    if token.case == Case::Title && upper > 0 && !lower {
        token.case = Case::Upper;
    }
    next
}

fn char_at(text: &str, at: usize) -> char {
    let rest = text.get(at..).unwrap_or_default();
    rest.chars().next().unwrap_or_default()
}

/// No text is so long that a place in it is more.
fn place(byte: usize) -> u32 {
    u32::try_from(byte).unwrap_or(u32::MAX)
}

const fn is_bidi(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
