//! Broken variants of a document, for readers that must survive anything.
//!
//! The same seed gives the same variants, so a failure can be repeated; a fuzzer goes further, and takes longer.

/// A small generator of chance (xorshift): no crate, no clock, the same everywhere.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// Starts at a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `limit`, or 0 where there is nothing below it.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let limit = u64::try_from(limit).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.0 % limit).unwrap_or_default()
    }

    /// One of these.
    pub fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> Option<&'a T> {
        let at = self.below(from.len());
        from.get(at).copied()
    }
}

/// What writers and editors leave behind, and what breaks readers.
const STRANGE: [&str; 24] = [
    "\u{feff}",
    "\r\n",
    "\t",
    "\0",
    "\u{202e}",
    "é",
    "\u{1f600}",
    "+++",
    "```",
    "## ",
    "## 4.a ",
    "{",
    "}",
    "[[",
    "\"",
    "'",
    "\\",
    "//",
    "permit",
    "null",
    "1e999",
    "-",
    ",",
    "((((((((((((((((",
];

/// A broken variant of a file: one to eight bytes changed, or a piece of it cut, doubled or filled.
pub fn broken(file: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = file.to_vec();
    // Headers are where the decisions are: half of the changes land there.
    let place = |bytes: &[u8], chance: &mut Chance| match chance.below(2) {
        0 => chance.below(bytes.len().min(400)),
        _ => chance.below(bytes.len()),
    };
    for _ in 0..=chance.below(8) {
        let at = place(&bytes, chance);
        let length = chance.below(64).min(bytes.len().saturating_sub(at));
        let value = u8::try_from(chance.below(256)).unwrap_or_default();
        let piece = bytes.get(at..at + length).unwrap_or_default().to_vec();
        match chance.below(8) {
            0 => drop(bytes.drain(at..at + length)),
            1 => drop(bytes.splice(at..at, piece)),
            2 => {
                let filled = vec![if value < 128 { 0 } else { 0xff }; length];
                drop(bytes.splice(at..at + length, filled));
            }
            _ => bytes
                .iter_mut()
                .skip(at)
                .take(1)
                .for_each(|byte| *byte = value),
        }
        if bytes.is_empty() {
            break;
        }
    }
    bytes
}

/// One variant of `document`: one to four cuts, doublings, swaps or strange insertions.
pub fn variant(document: &str, chance: &mut Chance) -> String {
    let mut text = document.to_owned();
    for _ in 0..=chance.below(4) {
        let (from, to) = (place(&text, chance), place(&text, chance));
        let (from, to) = (from.min(to), from.max(to).min(from.min(to) + 400));
        let to = (to..=text.len())
            .find(|at| text.is_char_boundary(*at))
            .unwrap_or(text.len());
        let part = text.get(from..to).unwrap_or_default().to_owned();
        match chance.below(5) {
            0 => text.replace_range(from..to, ""),
            1 => text.insert_str(from, &part),
            2 => text.truncate(from),
            3 => {
                let lines: Vec<&str> = document.lines().collect();
                let line = chance.pick(&lines).unwrap_or_default().to_owned();
                text.insert_str(from, &line);
            }
            _ => text.insert_str(from, chance.pick(&STRANGE).unwrap_or_default()),
        }
    }
    text
}

fn place(text: &str, chance: &mut Chance) -> usize {
    let wanted = chance.below(text.len() + 1);
    (0..=wanted)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_variants_and_they_differ() {
        let document = "één artikel\n\n## 1 Eén\n".repeat(20);
        let make = || {
            let mut chance = Chance::new(7);
            (0..200)
                .map(|_| variant(&document, &mut chance))
                .collect::<Vec<_>>()
        };
        let variants = make();
        assert_eq!(variants, make());
        let distinct: std::collections::BTreeSet<_> = variants.iter().collect();
        assert!(distinct.len() > 150, "{}", distinct.len());
    }

    #[test]
    fn an_empty_document_has_variants_too() {
        let mut chance = Chance::new(1);
        for _ in 0..100 {
            variant("", &mut chance);
        }
    }
}
