//! Text as it may be kept: no invisible characters, composed, one space between words.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A text, and whether invisible characters were taken out of it.
pub(crate) fn clean(text: &str) -> (Cow<'_, str>, bool) {
    let text = text.trim();
    let plain = |byte: u8| (b' '..0x7f).contains(&byte);
    if text.bytes().all(plain) && !text.contains("  ") {
        return (Cow::Borrowed(text), false);
    }
    let hidden = text.chars().any(is_hidden);
    let shown: String = text.chars().filter(|c| !is_hidden(*c)).collect();
    let words: Vec<&str> = shown.split_whitespace().collect();
    let joined = words.join(" ");
    if is_nfc(&joined) {
        (Cow::Owned(joined), hidden)
    } else {
        (Cow::Owned(joined.nfc().collect()), hidden)
    }
}

/// Characters that nobody sees: controls, zero width, turning the direction of text, tags, noncharacters.
pub(crate) fn is_hidden(c: char) -> bool {
    let control = c.is_control() && !c.is_whitespace();
    control
        || matches!(u32::from(c),
            0x00ad | 0x034f | 0x061c | 0x115f | 0x1160 | 0x17b4 | 0x17b5 | 0x180b..=0x180f | 0x200b..=0x200f
            | 0x202a..=0x202e | 0x2060..=0x206f | 0x3164 | 0xfe00..=0xfe0f | 0xfeff | 0xffa0 | 0xfff9..=0xfffb
            | 0xfdd0..=0xfdef | 0xfffe | 0xffff | 0xe0000..=0xe0fff)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_seen_stays() {
        for text in [
            "Noor",
            "d'Hondt-El Amrani",
            "Zoë",
            "محمد",
            "Łukasz 🎈",
            "=1+1",
            "\"Bo\"",
        ] {
            assert_eq!(clean(text), (text.into(), false));
        }
    }

    #[test]
    fn what_is_not_seen_goes() {
        assert_eq!(clean("No\u{200b}or"), ("Noor".into(), true));
        assert_eq!(clean("\u{202e}rooN\u{202c}"), ("rooN".into(), true));
        assert_eq!(clean("N\0o"), ("No".into(), true));
        assert_eq!(clean(" de \t  Vries\n"), ("de Vries".into(), false));
        // Composed, as every other program writes it.
        assert_eq!(clean("Zoe\u{308}"), ("Zoë".into(), false));
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(text in "\\PC*|[ \\u{200b}a\\u{308}\\t]*") {
            let once = clean(&text).0.into_owned();
            let (twice, hidden) = clean(&once);
            prop_assert!(!hidden);
            prop_assert_eq!(twice.as_ref(), once.as_str());
        }
    }
}
