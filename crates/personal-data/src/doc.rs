//! A text as words: what every recogniser reads. One pass, linear in the text.

use crate::lexicon::Cues;
use crate::tokens::tokenise;
pub(crate) use crate::tokens::{Case, Folded, Gap, Kind, Marks, Token};

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

/// What the words of a sentence say of it together.
#[derive(Default)]
struct Said {
    /// How many more of its words are English than Dutch.
    english: i32,
    upper: u32,
    mixed: bool,
    capital: bool,
}

impl Said {
    fn add(&mut self, word: &Token<'_>) {
        self.english += i32::from(word.has(Cues::ENGLISH)) - i32::from(word.has(Cues::DUTCH));
        self.upper += u32::from(word.case == Case::Upper);
        self.mixed |= word.case != Case::Upper && word.length() > 1;
        self.capital |= word.is_capital();
    }

    fn is_flat(&self) -> bool {
        if self.mixed {
            !self.capital
        } else {
            self.upper > 2
        }
    }
}

pub(crate) struct Doc<'t> {
    pub(crate) text: &'t str,
    pub(crate) tokens: Vec<Token<'t>>,
    pub(crate) sentences: Vec<Sentence>,
    /// Whether a number stands anywhere.
    pub(crate) numbers: bool,
}

impl<'t> Doc<'t> {
    /// Reads a text. `folded` keeps its words; what was in it is lost.
    pub(crate) fn read(text: &'t str, folded: &'t mut Folded) -> Self {
        let mut doc = Self::words(text, folded);
        doc.look_up();
        doc.split();
        doc
    }

    /// Only the words and what stands between them: enough for a phrase of a list.
    pub(crate) fn words(text: &'t str, folded: &'t mut Folded) -> Self {
        Self {
            text,
            tokens: tokenise(text, folded),
            sentences: Vec::new(),
            numbers: false,
        }
    }

    /// What the tables tell of each word, and where numbers are near.
    fn look_up(&mut self) {
        for token in &mut self.tokens {
            if token.is_word() {
                token.look_up();
            }
            self.numbers |= token.kind == Kind::Number;
        }
        if self.numbers {
            let mut left = 0;
            for token in self.tokens.iter_mut().rev() {
                left = if token.kind == Kind::Number {
                    5
                } else {
                    left.max(1) - 1
                };
                if left > 0 {
                    token.mark(Marks::NUMBER);
                }
            }
        }
    }

    /// Cuts the tokens into sentences and learns what is said of each as a whole.
    fn split(&mut self) {
        let mut sentence = Sentence::default();
        let mut said = Said::default();
        let (mut fresh, mut last) = (true, Kind::None);
        for i in 0..self.tokens.len() {
            let here = self.at(i);
            // Only a mark closes a sentence.
            let marked = last == Kind::Mark;
            last = here.kind;
            let ends =
                i > sentence.from && (here.gap == Gap::Line || marked && self.ends_before(i));
            if ends {
                sentence.to = i;
                (sentence.english, sentence.flat) = (said.english > 0, said.is_flat());
                self.sentences.push(sentence);
                sentence = Sentence {
                    from: i,
                    ..Sentence::default()
                };
                said = Said::default();
                fresh = true;
            }
            let number = self.sentences.len();
            if here.kind == Kind::Word {
                said.add(&here);
            }
            sentence.cues = sentence.cues.union(here.cues);
            if let Some(token) = self.tokens.get_mut(i) {
                token.sentence = number;
                token.first = fresh && here.kind == Kind::Word;
            }
            fresh = fresh && here.kind != Kind::Word;
        }
        sentence.to = self.tokens.len();
        (sentence.english, sentence.flat) = (said.english > 0, said.is_flat());
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
                // *… 3531 GR. Adam heeft …*: the letters of a postcode are no *gr.*
                let coded = word.case == Case::Upper
                    && word.length() == 2
                    && self.at(i.wrapping_sub(3)).kind == Kind::Number;
                let short = word.kind == Kind::Word
                    && !coded
                    && (word.length() == 1 || word.has(Cues::ABBREVIATION));
                let dotted =
                    self.w(i.wrapping_sub(3)) == "." && word.gap == Gap::None && word.length() <= 4;
                here.gap != Gap::None && !short && !dotted
            }
            _ => false,
        }
    }

    /// The token at a place; an empty one outside the text. `i.wrapping_sub(1)` may be asked for.
    pub(crate) fn at(&self, i: usize) -> Token<'t> {
        *self.tokens.get(i).unwrap_or(&Token::NONE)
    }

    /// The folded token at a place; empty outside the text.
    pub(crate) fn w(&self, i: usize) -> &'t str {
        self.at(i).word()
    }

    pub(crate) fn mark(&mut self, from: usize, to: usize, mark: Marks) {
        for token in self.tokens.iter_mut().take(to).skip(from) {
            token.mark(mark);
        }
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
        let start = self.at(from).start();
        (start, self.at(to.wrapping_sub(1)).end().max(start))
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
