//! Filling in a letter. What stands between braces and a dollar sign, `{ $to }`, is a name that the program knows; anything else
//! between them is a fault that whoever writes can see.

use std::collections::BTreeSet;

/// What a text is filled in with: name and value.
pub type Values<'a> = [(&'static str, String)];

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece<'a> {
    Plain(&'a str),
    /// The name, and all of it as it stands there.
    Name(&'a str, &'a str),
}

/// A text in parts. A brace that begins no name is plain text.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        let (before, from) = rest.split_at(at);
        let end = from.find('}').map(|end| end + 1);
        let inner = end.and_then(|end| from.get(1..end - 1));
        let name = inner
            .map(str::trim)
            .and_then(|inner| inner.strip_prefix('$'))
            .map(str::trim);
        found.push(Piece::Plain(before));
        match (name, end) {
            (Some(name), Some(end)) if !name.contains(['{', '\n']) => {
                let (whole, after) = from.split_at(end);
                found.push(Piece::Name(name, whole));
                rest = after;
            }
            _ => {
                let (brace, after) = from.split_at(1);
                found.push(Piece::Plain(brace));
                rest = after;
            }
        }
    }
    found.push(Piece::Plain(rest));
    found
}

/// The names in a text that are none of these, each once, in order.
///
/// ```
/// use cases::rules::letter::unknown;
/// assert_eq!(unknown("Beste { $to }, op {$dag} in { $zaal }", &["to"]), ["dag", "zaal"]);
/// assert!(unknown("Tussen { haakjes } mag alles", &[]).is_empty());
/// ```
pub fn unknown(text: &str, known: &[&str]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let names = pieces(text).into_iter().filter_map(|piece| match piece {
        Piece::Name(name, _) if !known.contains(&name) && seen.insert(name) => {
            Some(name.to_owned())
        }
        _ => None,
    });
    names.collect()
}

/// The text with these names filled in. A name that is not among them stays as it stands.
///
/// ```
/// use cases::rules::letter::fill;
/// let values = [("to", "Sanne".to_owned())];
/// assert_eq!(fill("Beste { $to }, kom {$when}.", &values), "Beste Sanne, kom {$when}.");
/// ```
pub fn fill(text: &str, values: &Values<'_>) -> String {
    let mut filled = String::with_capacity(text.len());
    for piece in pieces(text) {
        match piece {
            Piece::Plain(plain) => filled.push_str(plain),
            Piece::Name(name, whole) => {
                let value = values.iter().find(|(known, _)| *known == name);
                filled.push_str(value.map_or(whole, |(_, value)| value.as_str()));
            }
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Template;

    proptest! {
        /// Nothing is lost of a text that names nothing, and what is put in is never read as a name itself.
        #[test]
        fn only_names_change(text in "[^{]{0,80}", value in "\\PC{0,20}") {
            let values = [("to", value.clone())];
            prop_assert_eq!(fill(&text, &values), text.clone());
            let with = format!("{text}{{ $to }}{text}");
            prop_assert_eq!(fill(&with, &values), format!("{text}{value}{text}"));
        }

        #[test]
        fn whatever_is_typed_comes_apart_and_together_again(text in "[{}$ a-z\n]{0,60}") {
            prop_assert_eq!(fill(&text, &[]), text.clone());
            let all = unknown(&text, &[]);
            let known: Vec<&str> = all.iter().map(String::as_str).collect();
            prop_assert!(unknown(&text, &known).is_empty());
        }
    }

    #[test]
    fn every_letter_can_be_addressed_to_somebody() {
        for one in Template::ALL {
            assert!(one.variables().contains(&"to"), "{one:?}");
        }
    }
}
