//! Folding: letters without case and marks, so that *Ayşe*, *Ayse* and *AYSE* are one word.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Adds the folded form of one character. Joiners and marks add nothing.
pub(crate) fn push(out: &mut String, c: char) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    match c {
        'ł' | 'Ł' => out.push('l'),
        'ı' | 'İ' => out.push('i'),
        'ø' | 'Ø' => out.push('o'),
        'đ' | 'Đ' | 'ð' | 'Ð' => out.push('d'),
        'ß' => out.push_str("ss"),
        'æ' | 'Æ' => out.push_str("ae"),
        'œ' | 'Œ' => out.push_str("oe"),
        'þ' | 'Þ' => out.push_str("th"),
        'ĳ' | 'Ĳ' => out.push_str("ij"),
        _ if is_joiner(c) => {}
        _ => decompose_canonical(c, |part| {
            if !is_combining_mark(part) {
                out.extend(part.to_lowercase());
            }
        }),
    }
}

/// The folded form of a text.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| push(&mut out, c));
    out
}

/// Characters without width that may stand inside a word.
pub(crate) const fn is_joiner(c: char) -> bool {
    matches!(
        c,
        '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
    )
}

/// Whether a character can be part of a word.
pub(crate) fn is_word(c: char) -> bool {
    c.is_ascii_alphabetic() || (!c.is_ascii() && (c.is_alphabetic() || is_combining_mark(c)))
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn marks_case_and_joiners_go() {
        assert_eq!(fold("Łukasz"), "lukasz");
        assert_eq!(fold("YILDIRIM Yıldırım"), "yildirim yildirim");
        assert_eq!(fold("Noe\u{308}lle"), "noelle");
        assert_eq!(fold("Da\u{200d}an"), "daan");
        assert_eq!(fold("Ĳsbrand"), "ijsbrand");
        assert_eq!(fold("Nguyễn"), "nguyen");
    }
}
