//! A text as lines, and what was found on each: lists, tables and forms say more by their rows than by their words.

use crate::category::Category;
use crate::doc::Gap;
use crate::lexicon::Cues;
use crate::work::Work;

/// Who is on a line, and by what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Whose {
    #[default]
    Nobody,
    Name,
    /// A number that only one person has.
    Number,
}

#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Line {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) whose: Whose,
    /// Where somebody can be reached.
    pub(crate) reached: bool,
    /// A word for birth.
    pub(crate) birth: bool,
}

/// The lines of a text, made once after people and numbers were found.
#[derive(Debug)]
pub(crate) struct Rows {
    lines: Vec<Line>,
    /// Per token: its line.
    line: Vec<usize>,
    /// Per token: a person's finding ends right before it.
    person_ends: Vec<bool>,
    /// Per token: a person's finding begins with it.
    person_begins: Vec<bool>,
    /// As the first, of a person who comes behind *van*: *die van Summer*.
    theirs: Vec<bool>,
    /// The same, or a number of a person.
    whose_ends: Vec<bool>,
}

impl Rows {
    pub(crate) fn of(post: &Work<'_>) -> Self {
        let count = post.doc.tokens.len();
        let mut rows = Self {
            lines: vec![Line::default()],
            line: Vec::with_capacity(count),
            person_ends: vec![false; count + 1],
            person_begins: vec![false; count + 1],
            theirs: vec![false; count + 1],
            whose_ends: vec![false; count + 1],
        };
        for (at, token) in post.doc.tokens.iter().enumerate() {
            if token.gap == Gap::Line && at > 0 {
                rows.lines.push(Line {
                    from: at,
                    ..Line::default()
                });
            }
            rows.line.push(rows.lines.len() - 1);
            if let Some(line) = rows.lines.last_mut() {
                line.to = at + 1;
                line.birth |= token.has(Cues::BIRTH);
            }
        }
        for hit in &post.hits {
            let person = hit.category.is_person() && hit.score.value >= 0.5;
            let number = matches!(hit.category, Category::PupilNo | Category::Bsn);
            let line = rows.line.get(hit.from).copied().unwrap_or_default();
            if let Some(line) = rows.lines.get_mut(line) {
                let whose = match (number, person) {
                    (true, _) => Whose::Number,
                    (false, true) => Whose::Name,
                    (false, false) => Whose::Nobody,
                };
                line.whose = line.whose.max(whose);
                line.reached |= matches!(
                    hit.category,
                    Category::Phone | Category::Postcode | Category::Address | Category::Email
                );
            }
            if let Some(slot) = rows.person_ends.get_mut(hit.to) {
                *slot |= person;
            }
            if let Some(slot) = rows.person_begins.get_mut(hit.from) {
                *slot |= person;
            }
            let of = matches!(post.doc.w(hit.from.wrapping_sub(1)), "van" | "of");
            if let Some(slot) = rows.theirs.get_mut(hit.to) {
                *slot |= person && of;
            }
            if let Some(slot) = rows.whose_ends.get_mut(hit.to) {
                *slot |= person || number;
            }
        }
        rows
    }

    pub(crate) fn line(&self, at: usize) -> Line {
        let line = self.line.get(at).copied().unwrap_or_default();
        self.lines.get(line).copied().unwrap_or_default()
    }

    /// The lines around that of a token, so many before and after it, and its own.
    pub(crate) fn around(&self, at: usize, far: usize) -> impl Iterator<Item = Line> {
        let line = self.line.get(at).copied().unwrap_or_default();
        let to = (line + far + 1).min(self.lines.len());
        let lines = self.lines.get(line.saturating_sub(far)..to);
        lines.unwrap_or_default().iter().copied()
    }

    /// The lines before that of a token, at most so many.
    pub(crate) fn before(&self, at: usize, far: usize) -> impl Iterator<Item = Line> {
        let line = self.line.get(at).copied().unwrap_or_default();
        let lines = self.lines.get(line.saturating_sub(far)..line);
        lines.unwrap_or_default().iter().copied()
    }

    /// Whether a person's finding ends right before a token.
    pub(crate) fn person_ends(&self, at: usize) -> bool {
        self.person_ends.get(at).copied().unwrap_or(false)
    }

    /// Whether a person's finding begins with a token.
    pub(crate) fn person_begins(&self, at: usize) -> bool {
        self.person_begins.get(at).copied().unwrap_or(false)
    }

    /// Whether a person's finding ends right before a token, and stands behind *van*.
    pub(crate) fn theirs(&self, at: usize) -> bool {
        self.theirs.get(at).copied().unwrap_or(false)
    }

    /// Whether a person's finding, or a number of theirs, ends right before a token.
    pub(crate) fn whose_ends(&self, at: usize) -> bool {
        self.whose_ends.get(at).copied().unwrap_or(false)
    }
}
