//! The two weights of the font: which letters it has, how wide they are, and the part of it that travels along.

use std::collections::BTreeMap;

use subsetter::GlyphRemapper;

use crate::PaperError;
use crate::face::Face;

/// Ordinary or bold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// Both weights.
pub(crate) struct Fonts {
    regular: Font,
    bold: Font,
}

impl Fonts {
    pub(crate) fn load() -> Result<Self, PaperError> {
        Ok(Self {
            regular: Font::load(
                "AtkinsonHyperlegible-Regular",
                90.0,
                include_bytes!("../../../assets/fonts/AtkinsonHyperlegible-Regular.ttf"),
            )?,
            bold: Font::load(
                "AtkinsonHyperlegible-Bold",
                140.0,
                include_bytes!("../../../assets/fonts/AtkinsonHyperlegible-Bold.ttf"),
            )?,
        })
    }

    pub(crate) fn of(&self, weight: Weight) -> &Font {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    /// Width of a text at a size, in points.
    pub(crate) fn width(&self, weight: Weight, text: &str, size: f32) -> f32 {
        let font = self.of(weight);
        text.chars()
            .map(|letter| font.advance(font.glyph(letter)))
            .sum::<f32>()
            * size
            / 1000.0
    }
}

/// One weight.
pub(crate) struct Font {
    pub(crate) name: &'static str,
    pub(crate) face: Face,
    /// Width of an upright stroke, which a reader without the font uses to find one like it.
    pub(crate) stem: f32,
    data: &'static [u8],
    /// The question mark's, for a letter that the font lacks.
    missing: u16,
}

impl Font {
    fn load(name: &'static str, stem: f32, data: &'static [u8]) -> Result<Self, PaperError> {
        let face = Face::read(data).ok_or(PaperError::Font(name))?;
        let missing = face.glyph('?').ok_or(PaperError::Font(name))?;
        Ok(Self {
            name,
            face,
            stem,
            data,
            missing,
        })
    }

    pub(crate) fn glyph(&self, letter: char) -> u16 {
        self.face.glyph(letter).unwrap_or(self.missing)
    }

    /// Units of the font to thousandths of its size, the measure of PDF.
    pub(crate) fn per_mille(&self, units: f32) -> f32 {
        units * 1000.0 / f32::from(self.face.units_per_em)
    }

    pub(crate) fn advance(&self, glyph: u16) -> f32 {
        self.per_mille(f32::from(self.face.advance(glyph)))
    }

    /// The text in letters that this font has.
    ///
    /// Dutch and its neighbours are all there; a few signs that people type and the font lacks are written out, so that
    /// the text taken out of the document still says what was meant.
    pub(crate) fn writable(&self, text: &str) -> String {
        let mut written = String::with_capacity(text.len());
        for letter in text.chars() {
            if self.face.glyph(letter).is_some() {
                written.push(letter);
                continue;
            }
            match letter {
                'ĳ' => written.push_str("ij"),
                'Ĳ' => written.push_str("IJ"),
                '→' => written.push_str("->"),
                '←' => written.push_str("<-"),
                '‑' => written.push('-'),
                '✓' => written.push('v'),
                '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}' => {}
                other if other.is_whitespace() => written.push(' '),
                other if other.is_control() => {}
                _ => written.push('?'),
            }
        }
        written
    }
}

/// Which letters of one weight a document uses, under the numbers they get in it.
#[derive(Default)]
pub(crate) struct Used {
    remapper: GlyphRemapper,
    letters: BTreeMap<u16, (u16, char)>,
}

impl Used {
    /// The bytes that show this text, remembering its letters.
    pub(crate) fn encode(&mut self, font: &Font, text: &str) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(text.len() * 2);
        for letter in text.chars() {
            let glyph = font.glyph(letter);
            let number = self.remapper.remap(glyph);
            self.letters.entry(number).or_insert((glyph, letter));
            bytes.extend(number.to_be_bytes());
        }
        bytes
    }

    /// Number in the document, glyph in the font, letter: in order of number.
    pub(crate) fn letters(&self) -> impl Iterator<Item = (u16, u16, char)> {
        self.letters
            .iter()
            .map(|(number, (glyph, letter))| (*number, *glyph, *letter))
    }

    /// The font with only the letters that were used.
    pub(crate) fn subset(&self, font: &Font) -> Result<Vec<u8>, PaperError> {
        subsetter::subset(font.data, 0, &self.remapper).map_err(|_| PaperError::Font(font.name))
    }

    /// Six capitals that differ when the letters differ, as PDF wants before the name of a subset.
    pub(crate) fn tag(&self) -> String {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for glyph in self
            .letters
            .values()
            .flat_map(|(glyph, _)| glyph.to_be_bytes())
        {
            hash = (hash ^ u64::from(glyph)).wrapping_mul(0x0100_0000_01b3);
        }
        let mut tag = String::new();
        for _ in 0..6 {
            let letter = u8::try_from(hash % 26).unwrap_or_default();
            tag.push(char::from(b'A' + letter));
            hash /= 26;
        }
        tag
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_font_has_what_dutch_needs_and_writes_out_the_rest() {
        let fonts = Fonts::load().unwrap();
        let all = "Één geïnteresseerde coöperatie: „privé”, ‘s ochtends – € 5 … • · « ü ê ç × ≥";
        for weight in [Weight::Regular, Weight::Bold] {
            assert_eq!(fonts.of(weight).writable(all), all);
            assert_eq!(
                fonts
                    .of(weight)
                    .writable("bĳ → \u{202e}x\u{a0}y\tz \u{1f600}"),
                "bij -> x\u{a0}y z ?"
            );
        }
        assert!(fonts.width(Weight::Bold, "mag", 11.0) > fonts.width(Weight::Regular, "mag", 11.0));
    }
}
