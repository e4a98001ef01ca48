//! What is wrong, where in the document, and what to do about it.

use serde::Serialize;
use std::ops::Range;
use words::{Locale, Text};

/// How much a diagnostic weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The document cannot be used.
    Error,
    /// The document works, and a reader should know this.
    Warning,
}

/// One finding about a document or a situation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// A short stable name of this kind of finding, such as `duplicate-article`.
    pub code: &'static str,
    /// Error or warning.
    pub severity: Severity,
    /// Bytes of the document that it is about.
    pub span: Range<usize>,
    /// What is wrong: one lowercase sentence.
    pub text: Text,
    /// What to do, if there is something to say.
    pub help: Option<Text>,
}

impl Diagnostic {
    /// An error at `span`.
    pub fn error(
        code: &'static str,
        span: Range<usize>,
        nl: impl Into<String>,
        en: impl Into<String>,
    ) -> Self {
        Self {
            code,
            severity: Severity::Error,
            span,
            text: Text::new(nl, en),
            help: None,
        }
    }

    /// A warning at `span`.
    pub fn warning(
        code: &'static str,
        span: Range<usize>,
        nl: impl Into<String>,
        en: impl Into<String>,
    ) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(code, span, nl, en)
        }
    }

    /// The same with advice.
    #[must_use]
    pub fn with_help(mut self, nl: impl Into<String>, en: impl Into<String>) -> Self {
        self.help = Some(Text::new(nl, en));
        self
    }

    /// Adds "bedoel je …?" when a known word is near to the one that was written.
    #[must_use]
    pub fn with_nearest<'a>(
        mut self,
        written: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        if let Some(near) = nearest(written, known).filter(|near| *near != written) {
            self.help = Some(Text::new(
                format!("bedoel je `{near}`?"),
                format!("did you mean `{near}`?"),
            ));
        }
        self
    }

    /// True for an error.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// `NAME:LINE:COLUMN: fout: …` as a person reads it in a terminal.
    pub fn in_line(&self, name: &str, source: &str, locale: Locale) -> String {
        let place = Place::of(source, self.span.start);
        let kind = match (self.severity, locale) {
            (Severity::Error, Locale::Nl) => "fout",
            (Severity::Error, Locale::En) => "error",
            (Severity::Warning, Locale::Nl) => "let op",
            (Severity::Warning, Locale::En) => "warning",
        };
        let help = self.help.as_ref().map_or_else(String::new, |help| {
            let arrow = if locale == Locale::Nl {
                "doe dit"
            } else {
                "help"
            };
            format!("\n    {arrow}: {}", help.said(locale))
        });
        format!(
            "{name}:{}:{}: {kind}: {} [{}]{help}",
            place.line,
            place.column,
            self.text.said(locale),
            self.code
        )
    }
}

/// A place in a document as an editor counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Place {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

impl Place {
    /// The place of a byte offset; an offset past the end is the end.
    pub fn of(source: &str, offset: usize) -> Self {
        let before = source
            .get(..offset)
            .or_else(|| {
                (0..=offset.min(source.len()))
                    .rev()
                    .find_map(|at| source.get(..at))
            })
            .unwrap_or_default();
        let last = before.rsplit('\n').next().unwrap_or_default();
        Self {
            line: before.matches('\n').count() + 1,
            column: last.trim_start_matches('\u{feff}').chars().count() + 1,
        }
    }
}

/// The known word that is nearest to the written one, if it is near enough to be a slip of the pen.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written: Vec<char> = written.to_lowercase().chars().take(80).collect();
    known
        .into_iter()
        .map(|word| (distance(&written, &word.to_lowercase()), word))
        .filter(|(far, word)| *far <= 1 + word.chars().count().max(written.len()) / 4)
        .min_by_key(|(far, _)| *far)
        .map(|(_, word)| word)
}

/// Levenshtein distance.
fn distance(a: &[char], b: &str) -> usize {
    let mut row: Vec<usize> = (0..=a.len()).collect();
    for (j, y) in b.chars().take(80).enumerate() {
        let mut diagonal = j;
        let mut left = j + 1;
        for (x, cell) in a.iter().zip(row.iter_mut().skip(1)) {
            let above = *cell;
            let best = (left + 1)
                .min(above + 1)
                .min(diagonal + usize::from(*x != y));
            diagonal = above;
            *cell = best;
            left = best;
        }
        if let Some(first) = row.first_mut() {
            *first = j + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_lines_and_characters() {
        let source = "één\ntwee\n";
        assert_eq!(Place::of(source, 0), Place { line: 1, column: 1 });
        assert_eq!(Place::of(source, 5), Place { line: 1, column: 4 });
        assert_eq!(Place::of(source, 8), Place { line: 2, column: 3 });
        assert_eq!(Place::of(source, 900), Place { line: 3, column: 1 });
        assert_eq!(Place::of(source, 1).line, 1, "inside a character");
    }

    #[test]
    fn the_nearest_word_is_a_slip_of_the_pen_away() {
        let known = ["kanaal", "kennis", "vertrouwelijk"];
        assert_eq!(nearest("kanaaal", known), Some("kanaal"));
        assert_eq!(nearest("vertrouwlijk", known), Some("vertrouwelijk"));
        assert_eq!(nearest("olifant", known), None);
    }
}
