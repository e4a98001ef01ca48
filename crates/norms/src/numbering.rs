//! Gaps in the numbering of articles: a reader will look for the article that is not there.

use crate::diagnostic::Diagnostic;
use crate::document::{Article, Document};

/// Reports every number that is missing between two siblings.
pub(crate) fn gaps(document: &Document, found: &mut Vec<Diagnostic>) {
    for (i, article) in document.articles.iter().enumerate() {
        let (parent, last) = split(&article.number);
        // The sibling before it may have articles of its own in between: `4`, then `5.1.a`.
        let before = document.articles.iter().take(i).rev().find_map(|other| {
            let rest = match parent {
                "" => Some(other.number.as_str()),
                parent => other.number.strip_prefix(parent)?.strip_prefix('.'),
            }?;
            rest.split('.').next()
        });
        let (Some(before), last) = (before, last) else {
            continue;
        };
        if let Some(missing) = missing_between(before, last) {
            let number = if parent.is_empty() {
                missing
            } else {
                format!("{parent}.{missing}")
            };
            found.push(gap(article, &number));
        }
    }
}

fn gap(article: &Article, missing: &str) -> Diagnostic {
    Diagnostic::warning(
        "numbering-gap",
        article.span.clone(),
        format!(
            "voor artikel {} ontbreekt artikel {missing}",
            article.number
        ),
        format!(
            "article {missing} is missing before article {}",
            article.number
        ),
    )
}

fn split(number: &str) -> (&str, &str) {
    number.rsplit_once('.').unwrap_or(("", number))
}

/// The first number that is missing from a row: `i` and `k` miss `j`, `3` and `5` miss `4`, `II` and `IV` miss `III`.
fn missing_between(before: &str, after: &str) -> Option<String> {
    if let (Ok(a), Ok(b)) = (before.parse::<u32>(), after.parse::<u32>()) {
        return (b > a + 1).then(|| (a + 1).to_string());
    }
    if let (Some(a), Some(b)) = (roman(before), roman(after)) {
        return (b > a + 1).then(|| {
            ROMAN
                .get(a)
                .map_or_else(String::new, |next| (*next).to_owned())
        });
    }
    let (a, b) = (letter(before)?, letter(after)?);
    (b > a + 1).then(|| char::from(a + 1).to_string())
}

const ROMAN: [&str; 12] = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
];

/// Value of a Roman number up to twelve.
fn roman(text: &str) -> Option<usize> {
    ROMAN
        .iter()
        .position(|known| *known == text)
        .map(|at| at + 1)
}

fn letter(text: &str) -> Option<u8> {
    match text.as_bytes() {
        [one] if one.is_ascii_lowercase() => Some(*one),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_found_in_each_kind_of_number() {
        assert_eq!(missing_between("i", "k"), Some("j".to_owned()));
        assert_eq!(missing_between("3", "5"), Some("4".to_owned()));
        assert_eq!(missing_between("II", "IV"), Some("III".to_owned()));
        assert_eq!(missing_between("a", "b"), None);
        assert_eq!(missing_between("scope", "reach"), None);
        assert_eq!(missing_between("reach", "1"), None);
    }
}
