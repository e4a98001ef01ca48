//! The code of somebody who signals without a name: all that lets them come back.

/// Signs that are not taken for each other (Crockford's base 32).
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A code from this much chance: 100 bits in five groups of four signs.
pub fn code(chance: [u8; 20]) -> String {
    let signs = chance.iter().map(|byte| {
        let at = usize::from(byte & 31);
        SIGNS.get(at).copied().map_or('0', char::from)
    });
    let mut said = String::new();
    for (at, sign) in signs.enumerate() {
        if at > 0 && at % 4 == 0 {
            said.push('-');
        }
        said.push(sign);
    }
    said
}

/// A code as somebody typed it: in any case, with blanks or dashes or none, and with letters that look like digits. None if it can be none.
///
/// ```
/// use cases::rules::code::{code, typed};
/// let made = code([7; 20]);
/// assert_eq!(made, "7777-7777-7777-7777-7777");
/// assert_eq!(typed("7777 7777 7777-7777 7777 "), Some("77777777777777777777".to_owned()));
/// assert_eq!(typed("o1l-i"), None);
/// ```
pub fn typed(text: &str) -> Option<String> {
    let mut bare = String::new();
    for sign in text
        .chars()
        .filter(|sign| !sign.is_whitespace() && *sign != '-')
    {
        let sign = match sign.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let known = sign.is_ascii() && SIGNS.contains(&(sign as u8));
        known.then(|| bare.push(sign))?;
    }
    (bare.len() == 20).then_some(bare)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_code_comes_back_however_it_is_typed(chance in any::<[u8; 20]>()) {
            let made = code(chance);
            let bare = made.replace('-', "");
            prop_assert_eq!(typed(&made), Some(bare.clone()));
            prop_assert_eq!(typed(&made.to_lowercase().replace('-', "  ")), Some(bare.clone()));
            prop_assert_eq!(typed(&made.replace('0', "o").replace('1', "l")), Some(bare));
        }

        #[test]
        fn nothing_else_is_a_code(text in "\\PC{0,40}") {
            if let Some(bare) = typed(&text) {
                prop_assert_eq!(bare.len(), 20);
            }
        }
    }
}
