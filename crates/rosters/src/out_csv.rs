//! Text on its way into somebody's spreadsheet.

use std::borrow::Cow;

/// A cell that no spreadsheet runs as a formula: an apostrophe before whatever could begin one, also after blanks, invisible
/// characters and in full width. Ordinary text comes back as it was.
///
/// ```
/// assert_eq!(rosters::csv_safe("Noor"), "Noor");
/// assert_eq!(rosters::csv_safe("=HYPERLINK(1)"), "'=HYPERLINK(1)");
/// ```
pub fn csv_safe(text: &str) -> Cow<'_, str> {
    let begins_with_control = text.starts_with(['\t', '\r', '\n']);
    let first = text
        .chars()
        .find(|c| !c.is_whitespace() && !crate::clean::is_hidden(*c));
    let formula = first.is_some_and(|c| {
        matches!(
            c,
            '=' | '+' | '-' | '@' | '|' | '%' | '＝' | '＋' | '－' | '＠' | '｜' | '％'
        )
    });
    if formula || begins_with_control {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_could_be_a_formula_gets_an_apostrophe() {
        for text in [
            "=1",
            "+31",
            "-1",
            "@SUM",
            "|a",
            "%a",
            "  =1",
            "\u{feff}=1",
            "\u{200b}+1",
            "＝1",
            "\tx",
            "\r=1",
        ] {
            assert_eq!(csv_safe(text), format!("'{text}"));
        }
        for text in ["", "Noor", "'t Hart", "a=b", "7/8", "🎈", "  x"] {
            assert!(matches!(csv_safe(text), Cow::Borrowed(same) if same == text));
        }
    }

    proptest! {
        #[test]
        fn nothing_that_comes_out_begins_a_formula(text in "\\PC*|[ \\t=+@|%a-]*") {
            let safe = csv_safe(&text);
            let first = safe.trim_start().chars().next().unwrap_or('a');
            prop_assert!(!"=+-@|%".contains(first));
            prop_assert!(safe.ends_with(text.as_str()));
        }
    }
}
