//! Names as the Netherlands has them: how a list is sorted, and how a person is found by a few letters.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use words::PersonName;

/// A text as it is compared: lower case, without accents, and every sign that is no letter or digit a space.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for sign in text.nfd().filter(|sign| !is_combining_mark(*sign)) {
        for lower in sign.to_lowercase() {
            match lower {
                // Letters that no decomposition takes apart, as a keyboard here would type them.
                'ø' => folded.push('o'),
                'ł' => folded.push('l'),
                'đ' | 'ð' => folded.push('d'),
                'ħ' => folded.push('h'),
                'ı' => folded.push('i'),
                'ß' => folded.push_str("ss"),
                'æ' => folded.push_str("ae"),
                'œ' => folded.push_str("oe"),
                'þ' => folded.push_str("th"),
                'ĳ' => folded.push_str("ij"),
                // An apostrophe binds: *'t*, *d'Or*. Marks of direction and zero width are nothing at all.
                '\'' | '’' | '‘' | '`' | 'ʼ' => {}
                _ if is_invisible(lower) => {}
                _ if lower.is_alphanumeric() => folded.push(lower),
                _ => folded.push(' '),
            }
        }
    }
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Signs that take no room and could hide a difference between two names.
fn is_invisible(sign: char) -> bool {
    matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

/// The order of a list: by family name without its infix, then the call name, then the infix. Who has only one name is
/// listed under it.
pub fn order(name: &PersonName) -> (String, String, String) {
    let first = if name.call.is_empty() {
        &name.initials
    } else {
        &name.call
    };
    if name.family.is_empty() {
        (fold(first), String::new(), fold(&name.infix))
    } else {
        (fold(&name.family), fold(first), fold(&name.infix))
    }
}

/// A name prepared for being found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Findable {
    call: String,
    /// The family name, each part of a double name by itself.
    family: Vec<String>,
    infix: Vec<String>,
    /// Call name, infix and family name as they are said, and the family name with its infix.
    whole: [String; 2],
}

impl Findable {
    /// Prepares a name.
    pub fn new(name: &PersonName) -> Self {
        let split = |text: &str| {
            fold(text)
                .split(' ')
                .filter(|part| !part.is_empty())
                .map(str::to_owned)
                .collect()
        };
        let with_infix = format!("{} {}", name.infix, name.family);
        Self {
            call: fold(if name.call.is_empty() {
                &name.initials
            } else {
                &name.call
            }),
            family: split(&name.family),
            infix: split(&name.infix),
            whole: [fold(&name.said()), fold(&with_infix)],
        }
    }

    /// How well this name answers what was typed (already folded), the least the best; `None` when it does not.
    pub fn answers(&self, typed: &str) -> Option<u8> {
        if typed.is_empty() {
            return None;
        }
        // Somebody who typed a whole name or its beginning means exactly that.
        if self.whole.iter().any(|whole| whole == typed) {
            return Some(0);
        }
        let mut worst = 0;
        for word in typed.split(' ') {
            worst = worst.max(self.word(word)?);
        }
        let straight = self.whole.iter().any(|whole| whole.starts_with(typed));
        Some(if straight { worst.min(2) } else { worst })
    }

    fn word(&self, word: &str) -> Option<u8> {
        let begins = |part: &String| part.starts_with(word);
        let call = |exact: bool| {
            self.call.split(' ').any(|part| {
                if exact {
                    part == word
                } else {
                    part.starts_with(word)
                }
            })
        };
        if call(true) || self.family.iter().any(|part| part == word) {
            Some(1)
        } else if call(false) || self.family.first().is_some_and(begins) {
            Some(2)
        } else if self.family.iter().any(begins) {
            Some(3)
        } else if self.infix.iter().any(begins) {
            Some(4)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn name(call: &str, infix: &str, family: &str) -> PersonName {
        PersonName {
            call: call.into(),
            infix: infix.into(),
            family: family.into(),
            ..PersonName::default()
        }
    }

    fn found(typed: &str, who: &PersonName) -> Option<u8> {
        Findable::new(who).answers(&fold(typed))
    }

    #[test]
    fn a_list_is_in_the_order_of_the_telephone_book() {
        let mut list = [
            name("Daan", "de", "Vries"),
            name("Anouk", "van der", "Berg"),
            name("Fatima", "", ""),
            name("Zoë", "", "Çelik"),
            name("Ali", "el", "Idrissi"),
            name("Bram", "", "Berg-de Vries"),
        ];
        list.sort_by_key(order);
        let said: Vec<String> = list.iter().map(PersonName::listed).collect();
        assert_eq!(
            said,
            [
                "Berg, Anouk van der",
                "Berg-de Vries, Bram",
                "Çelik, Zoë",
                "Fatima",
                "Idrissi, Ali el",
                "Vries, Daan de"
            ]
        );
    }

    #[test]
    fn two_letters_are_enough_and_accents_do_not_matter() {
        let zoe = name("Zoë", "van ’t", "Hof-Øzdemir");
        for typed in [
            "zo",
            "Zoe",
            "ho",
            "oz",
            "van t hof",
            "zoe hof",
            "ZOË VAN 'T HOF",
            "t",
        ] {
            assert!(found(typed, &zoe).is_some(), "{typed}");
        }
        for typed in ["ik", "zoe jansen", "", "  ", "’"] {
            assert_eq!(found(typed, &zoe), None, "{typed}");
        }
    }

    #[test]
    fn the_plainest_answer_comes_first() {
        let (whole, call, family, second, infix) = (
            found("de boer", &name("Piet", "de", "Boer")),
            found("de", &name("De", "", "Boer")),
            found("de", &name("Piet", "", "Dekker")),
            found("de", &name("Piet", "", "Jansen-Dekker")),
            found("de", &name("Piet", "de", "Boer")),
        );
        // "de" is the beginning of "de Boer" as well, so that a name that begins so is not the last of all.
        assert_eq!(
            (whole, call, family, second, infix),
            (Some(0), Some(1), Some(2), Some(3), Some(2))
        );
    }

    proptest! {
        #[test]
        fn everybody_is_found_by_two_letters_of_their_call_or_family_name(call in "\\p{L}{2,12}", family in "\\p{L}{2,12}") {
            let who = name(&call, "", &family);
            for typed in [fold(&call), fold(&family)] {
                let two: String = typed.chars().take(2).collect();
                prop_assume!(two.chars().count() == 2 && !two.contains(' '));
                prop_assert!(found(&two, &who).is_some(), "{} in {:?}", two, who);
            }
        }

        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,30}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
