//! What a document needs to know of a TrueType font: which letters it has, how wide they are, how high it reaches.
//!
//! Only the two fonts that travel with the program are read, so only what they use is understood: one `cmap` of format 4, and
//! plain horizontal metrics.

use std::collections::BTreeMap;

/// The measures of one font, in its own units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Face {
    pub(crate) units_per_em: u16,
    /// Left, bottom, right, top of everything that is drawn.
    pub(crate) bounds: [i16; 4],
    pub(crate) ascender: i16,
    pub(crate) descender: i16,
    pub(crate) capital_height: i16,
    advances: Vec<u16>,
    letters: BTreeMap<char, u16>,
}

impl Face {
    /// Reads a font; `None` if it is not one of the kind described above.
    pub(crate) fn read(data: &[u8]) -> Option<Self> {
        let head = table(data, *b"head")?;
        let hhea = table(data, *b"hhea")?;
        let os2 = table(data, *b"OS/2")?;
        let hmtx = table(data, *b"hmtx")?;
        let count = unsigned(hhea, 34)?;
        let advances = (0..count)
            .map(|glyph| unsigned(hmtx, usize::from(glyph) * 4))
            .collect::<Option<Vec<u16>>>()?;
        Some(Self {
            units_per_em: unsigned(head, 18).filter(|units| *units > 0)?,
            bounds: [
                signed(head, 36)?,
                signed(head, 38)?,
                signed(head, 40)?,
                signed(head, 42)?,
            ],
            ascender: signed(hhea, 4)?,
            descender: signed(hhea, 6)?,
            capital_height: signed(os2, 88)?,
            advances,
            letters: letters(table(data, *b"cmap")?)?,
        })
    }

    /// The glyph that draws a letter.
    pub(crate) fn glyph(&self, letter: char) -> Option<u16> {
        self.letters.get(&letter).copied()
    }

    /// The width of a glyph. Where the table ends the last width goes on, as the format has it.
    pub(crate) fn advance(&self, glyph: u16) -> u16 {
        let own = self.advances.get(usize::from(glyph));
        own.or(self.advances.last()).copied().unwrap_or_default()
    }
}

/// The letters of a `cmap` with a subtable of format 4 for Unicode.
fn letters(cmap: &[u8]) -> Option<BTreeMap<char, u16>> {
    let subtable = (0..usize::from(unsigned(cmap, 2)?))
        .filter_map(|at| cmap.get(4 + at * 8..12 + at * 8))
        .filter(|record| {
            matches!(
                (unsigned(record, 0), unsigned(record, 2)),
                (Some(3), Some(1)) | (Some(0), _)
            )
        })
        .filter_map(|record| {
            cmap.get(usize::from(unsigned(record, 4)?) << 16 | usize::from(unsigned(record, 6)?)..)
        })
        .find(|subtable| unsigned(subtable, 0) == Some(4))?;
    let twice = usize::from(unsigned(subtable, 6)?);
    let mut letters = BTreeMap::new();
    for at in (0..twice).step_by(2) {
        let end = unsigned(subtable, 14 + at)?;
        let start = unsigned(subtable, 16 + twice + at)?;
        let delta = unsigned(subtable, 16 + 2 * twice + at)?;
        let place = 16 + 3 * twice + at;
        let range = usize::from(unsigned(subtable, place)?);
        for code in start..=end.min(0xfffe) {
            let glyph = if range == 0 {
                code.wrapping_add(delta)
            } else {
                // The format counts from the place where the offset itself stands.
                match unsigned(subtable, place + range + 2 * usize::from(code - start))? {
                    0 => 0,
                    glyph => glyph.wrapping_add(delta),
                }
            };
            if let (1.., Some(letter)) = (glyph, char::from_u32(u32::from(code))) {
                letters.insert(letter, glyph);
            }
        }
    }
    Some(letters)
}

fn table(data: &[u8], tag: [u8; 4]) -> Option<&[u8]> {
    let count = usize::from(unsigned(data, 4)?);
    let record = (0..count)
        .filter_map(|at| data.get(12 + at * 16..28 + at * 16))
        .find(|record| record.starts_with(&tag))?;
    let number = |at| {
        Some(usize::from(unsigned(record, at)?) << 16 | usize::from(unsigned(record, at + 2)?))
    };
    let (start, length) = (number(8)?, number(12)?);
    data.get(start..start.checked_add(length)?)
}

fn unsigned(data: &[u8], at: usize) -> Option<u16> {
    let bytes = data.get(at..at.checked_add(2)?)?;
    Some(u16::from_be_bytes(bytes.try_into().ok()?))
}

fn signed(data: &[u8], at: usize) -> Option<i16> {
    unsigned(data, at).map(u16::cast_signed)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FONT: &[u8] = include_bytes!("../../../assets/fonts/AtkinsonHyperlegible-Regular.ttf");

    #[test]
    fn the_measures_are_those_of_the_font() {
        let face = Face::read(FONT).unwrap();
        assert_eq!(face.units_per_em, 1000);
        assert!(
            face.ascender > face.capital_height && face.capital_height > 0 && face.descender < 0
        );
        let width = |letter| face.advance(face.glyph(letter).unwrap());
        assert!(width('m') > width('i'));
        assert_eq!(width('é'), width('e'));
        assert_eq!(face.glyph('→'), None);
        assert!(face.letters.len() > 300, "{}", face.letters.len());
    }

    #[test]
    fn a_font_cut_short_is_refused_and_never_read_beyond() {
        for length in 0..FONT.len().min(4000) {
            let _ = Face::read(&FONT[..length]);
        }
        assert_eq!(Face::read(&FONT[..200]), None);
        assert_eq!(Face::read(b""), None);
    }
}
