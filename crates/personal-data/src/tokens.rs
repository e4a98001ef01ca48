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
    pub(crate) const NONE: Self = Self(0);
    /// Nothing may be found here: the school's own, or a link.
    pub(crate) const CLOSED: Self = Self(1);
    /// Part of a public name.
    pub(crate) const PUBLIC: Self = Self(2);
    /// A given name so well known that it is nobody unless the roster has it.
    pub(crate) const FAMOUS: Self = Self(4);
    /// It is a number, or one stands among the four tokens behind it: elsewhere nothing is looked for that has one.
    pub(crate) const NUMBER: Self = Self(8);
}

/// Cuts a text into tokens. A word that is written as it is folded has its place in the text; of every other one the folded
/// form is added to `folded`, and handed back is which token it is and where it stands there.
pub(crate) fn tokenise<'t>(
    text: &'t str,
    tokens: &mut Vec<Token<'t>>,
    folded: &mut String,
) -> Vec<(usize, usize, usize)> {
    let bytes = text.as_bytes();
    let mut rewritten = Vec::new();
    let mut gap = Gap::Line;
    let mut start = 0;
    while let Some(byte) = bytes.get(start).copied() {
        match byte {
            b'\n' | b'\r' => {
                gap = Gap::Line;
                start += 1;
                continue;
            }
            b' ' | b'\t' | 0x0b | 0x0c => {
                gap = gap.max(Gap::Space);
                start += 1;
                continue;
            }
            _ => {}
        }
        let mut token = Token {
            start: place(start),
            gap,
            kind: Kind::Mark,
            ..Token::NONE
        };
        let run = |is: fn(&u8) -> bool| {
            let rest = bytes.get(start..).unwrap_or_default();
            start + rest.iter().position(|b| !is(b)).unwrap_or(rest.len())
        };
        let from = folded.len();
        let mut next = start + 1;
        let mut plain = true;
        if byte.is_ascii_digit() {
            token.kind = Kind::Number;
            next = run(u8::is_ascii_digit);
        } else if byte.is_ascii_alphabetic() {
            token.kind = Kind::Word;
            next = run(u8::is_ascii_alphabetic);
            if bytes.get(next).is_some_and(|b| !b.is_ascii()) {
                // A letter or a joiner of another script may go on with the word.
                next = wide(text, start, folded, &mut token);
                plain = false;
            } else {
                let word = bytes.get(start..next).unwrap_or_default();
                let upper = word.iter().filter(|b| b.is_ascii_uppercase()).count();
                token.case = match (byte.is_ascii_uppercase(), upper) {
                    (false, _) => Case::Lower,
                    (true, upper) if upper > 1 && upper == word.len() => Case::Upper,
                    (true, _) => Case::Title,
                };
                if upper > 0 {
                    plain = false;
                    folded.push_str(text.get(start..next).unwrap_or_default());
                    if let Some(word) = folded.get_mut(from..) {
                        word.make_ascii_lowercase();
                    }
                }
            }
        } else if !byte.is_ascii() {
            let c = char_at(text, start);
            next = start + c.len_utf8();
            if matches!(c, '\u{2028}' | '\u{2029}') {
                gap = Gap::Line;
                start = next;
                continue;
            }
            if c.is_whitespace() || fold::is_joiner(c) || is_bidi(c) {
                gap = gap.max(Gap::Space);
                start = next;
                continue;
            }
            plain = false;
            if fold::is_word(c) {
                token.kind = Kind::Word;
                next = wide(text, start, folded, &mut token);
            } else {
                fold::push(folded, c);
            }
        }
        gap = Gap::None;
        if plain {
            token.set_word(text.get(start..next).unwrap_or_default());
        } else {
            rewritten.push((tokens.len(), from, folded.len()));
        }
        if plain || token.end == 0 {
            token.end = place(next);
        }
        tokens.push(token);
        start = next;
    }
    rewritten
}

/// A word with letters that are not ASCII: folds it, learns its case and where its last letter ends; where to read on.
fn wide(text: &str, start: usize, folded: &mut String, token: &mut Token<'_>) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let (mut lower, mut upper) = (false, 0_usize);
    let mut next = start;
    for (at, c) in rest.char_indices() {
        let joiner = fold::is_joiner(c);
        if at == 0 {
            token.case = if c.is_uppercase() {
                Case::Title
            } else {
                Case::Lower
            };
        } else if fold::is_word(c) || joiner {
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
