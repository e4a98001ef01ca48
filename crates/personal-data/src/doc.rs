//! A text as words: what every recogniser reads. One pass, linear in the text.

use crate::fold;
use crate::lexicon::{Cues, cues};

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
pub(crate) struct Token {
    pub(crate) start: usize,
    pub(crate) end: usize,
    folded: (usize, usize),
    pub(crate) kind: Kind,
    pub(crate) case: Case,
    pub(crate) gap: Gap,
    pub(crate) sentence: usize,
    /// First word of its sentence.
    pub(crate) first: bool,
    pub(crate) cues: Cues,
}

impl Token {
    pub(crate) fn is_word(self) -> bool {
        self.kind == Kind::Word
    }
    pub(crate) fn is_capital(self) -> bool {
        self.kind == Kind::Word && self.case != Case::Lower
    }
    pub(crate) fn has(self, cue: Cues) -> bool {
        self.cues.intersects(cue)
    }
}

/// A stretch of tokens that belongs together.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sentence {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) english: bool,
    /// All capitals or all small: case says nothing here.
    pub(crate) flat: bool,
    /// Every cue of its words.
    pub(crate) cues: Cues,
}

pub(crate) struct Doc<'t> {
    pub(crate) text: &'t str,
    folded: String,
    pub(crate) tokens: Vec<Token>,
    pub(crate) sentences: Vec<Sentence>,
}

impl<'t> Doc<'t> {
    pub(crate) fn read(text: &'t str) -> Self {
        let mut doc = Self {
            text,
            folded: String::with_capacity(text.len()),
            tokens: Vec::with_capacity(text.len() / 4 + 4),
            sentences: Vec::new(),
        };
        doc.tokenise();
        doc.split();
        doc
    }

    fn tokenise(&mut self) {
        let mut chars = self.text.char_indices().peekable();
        let mut gap = Gap::Line;
        while let Some((start, c)) = chars.next() {
            if c == '\n' || c == '\r' || c == '\u{2028}' || c == '\u{2029}' {
                gap = Gap::Line;
                continue;
            }
            if c.is_whitespace() || fold::is_joiner(c) || is_bidi(c) {
                gap = gap.max(Gap::Space);
                continue;
            }
            let from = self.folded.len();
            let mut token = Token {
                start,
                end: start + c.len_utf8(),
                gap,
                kind: Kind::Mark,
                ..Token::default()
            };
            gap = Gap::None;
            fold::push(&mut self.folded, c);
            if c.is_ascii_digit() {
                token.kind = Kind::Number;
                while let Some((at, d)) = chars.next_if(|(_, d)| d.is_ascii_digit()) {
                    self.folded.push(d);
                    token.end = at + 1;
                }
            } else if fold::is_word(c) {
                token.kind = Kind::Word;
                let (mut lower, mut upper) = (false, 0_usize);
                token.case = if c.is_uppercase() {
                    Case::Title
                } else {
                    Case::Lower
                };
                while let Some((at, d)) =
                    chars.next_if(|(_, d)| fold::is_word(*d) || fold::is_joiner(*d))
                {
                    fold::push(&mut self.folded, d);
                    if !fold::is_joiner(d) {
                        token.end = at + d.len_utf8();
                    }
                    lower |= d.is_lowercase();
                    upper += usize::from(d.is_uppercase());
                }
                if token.case == Case::Title && upper > 0 && !lower {
                    token.case = Case::Upper;
                }
            }
            token.folded = (from, self.folded.len());
            if token.kind == Kind::Word {
                token.cues = cues(self.folded.get(from..).unwrap_or_default());
            }
            self.tokens.push(token);
        }
    }

    /// Cuts the tokens into sentences and learns what is said of each as a whole.
    fn split(&mut self) {
        let mut sentence = Sentence::default();
        let (mut dutch, mut english, mut upper, mut mixed, mut capital) = (0, 0, 0, 0, 0);
        let mut fresh = true;
        for i in 0..self.tokens.len() {
            let here = self.at(i);
            let ends = i > sentence.from && (here.gap == Gap::Line || self.ends_before(i));
            if ends {
                sentence.to = i;
                sentence.english = english > dutch;
                sentence.flat = (upper > 2 && mixed == 0) || (capital == 0 && mixed > 0);
                self.sentences.push(sentence);
                sentence = Sentence {
                    from: i,
                    ..Sentence::default()
                };
                (dutch, english, upper, mixed, capital) = (0, 0, 0, 0, 0);
                fresh = true;
            }
            let number = self.sentences.len();
            if here.kind == Kind::Word {
                dutch += usize::from(here.has(Cues::DUTCH));
                english += usize::from(here.has(Cues::ENGLISH));
                upper += usize::from(here.case == Case::Upper);
                mixed += usize::from(here.case != Case::Upper && here.end - here.start > 1);
                capital += usize::from(here.is_capital());
            }
            sentence.cues = sentence.cues.union(here.cues);
            if let Some(token) = self.tokens.get_mut(i) {
                token.sentence = number;
                token.first = fresh && here.kind == Kind::Word;
            }
            fresh = fresh && here.kind != Kind::Word;
        }
        sentence.to = self.tokens.len();
        sentence.english = english > dutch;
        sentence.flat = (upper > 2 && mixed == 0) || (capital == 0 && mixed > 0);
        self.sentences.push(sentence);
    }

    /// Whether the token before `i` closes a sentence.
    fn ends_before(&self, i: usize) -> bool {
        let before = self.w(i.wrapping_sub(1));
        let here = self.at(i);
        match before {
            "!" | "?" | "…" => here.kind != Kind::Mark,
            "." => {
                let word = self.at(i.wrapping_sub(2));
                let short = word.kind == Kind::Word
                    && (word.end - word.start == 1 || word.has(Cues::ABBREVIATION));
                let dotted = self.w(i.wrapping_sub(3)) == "."
                    && word.gap == Gap::None
                    && word.end - word.start <= 4;
                here.gap != Gap::None && !short && !dotted
            }
            _ => false,
        }
    }

    /// The token at a place; an empty one outside the text. `i.wrapping_sub(1)` may be asked for.
    pub(crate) fn at(&self, i: usize) -> Token {
        self.tokens.get(i).copied().unwrap_or_default()
    }

    /// The folded token at a place; empty outside the text.
    pub(crate) fn w(&self, i: usize) -> &str {
        let (from, to) = self.at(i).folded;
        self.folded.get(from..to).unwrap_or_default()
    }

    pub(crate) fn sentence_of(&self, i: usize) -> Sentence {
        self.sentences
            .get(self.at(i).sentence)
            .copied()
            .unwrap_or_default()
    }

    /// The original text between two tokens, the second not included.
    pub(crate) fn slice(&self, from: usize, to: usize) -> &'t str {
        let (start, end) = self.bytes(from, to);
        self.text.get(start..end).unwrap_or_default()
    }

    /// Where the tokens from `from` up to `to` stand in the text.
    pub(crate) fn bytes(&self, from: usize, to: usize) -> (usize, usize) {
        let start = self.at(from).start;
        (start, self.at(to.wrapping_sub(1)).end.max(start))
    }

    /// Whether a token is glued to the one before it.
    pub(crate) fn glued(&self, i: usize) -> bool {
        self.at(i).gap == Gap::None && i > 0 && i < self.tokens.len()
    }

    /// Whether any word within `far` tokens of `from..to`, in the same sentence, has a cue.
    pub(crate) fn near(&self, from: usize, to: usize, far: usize, cue: Cues) -> bool {
        let sentence = self.sentence_of(from);
        let low = from.saturating_sub(far).max(sentence.from);
        let high = (to + far).min(sentence.to);
        (low..from).chain(to..high).any(|i| self.at(i).has(cue))
    }

    /// Whether any word within `far` tokens before `from`, in the same sentence, has a cue.
    pub(crate) fn just_before(&self, from: usize, far: usize, cue: Cues) -> bool {
        let low = from.saturating_sub(far).max(self.sentence_of(from).from);
        (low..from).any(|i| self.at(i).has(cue))
    }
}

const fn is_bidi(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
