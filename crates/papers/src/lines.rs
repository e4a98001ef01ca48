//! From runs of text to lines that fit.

use crate::block::Run;
use crate::font::{Fonts, Weight};

/// A stretch of a line in one weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) weight: Weight,
    pub(crate) text: String,
}

/// Something that is not broken, unless it is wider than a whole line.
#[derive(Default)]
struct Word {
    pieces: Vec<Piece>,
    width: f32,
    /// The space before it, in the weight it was typed in.
    space: Option<Weight>,
}

/// Breaks text at its spaces and after its hyphens. There is always at least one line.
pub(crate) fn broken(runs: &[Run], width: f32, size: f32, fonts: &Fonts) -> Vec<Vec<Piece>> {
    let mut lines = vec![Vec::new()];
    let mut used = 0.0;
    for word in words(runs, size, fonts) {
        let gap = word
            .space
            .map_or(0.0, |weight| fonts.width(weight, " ", size));
        let empty = lines.last().is_none_or(Vec::is_empty);
        if !empty && used + gap + word.width > width {
            lines.push(Vec::new());
            used = 0.0;
        } else if let (false, Some(weight)) = (empty, word.space) {
            add(&mut lines, weight, ' ');
            used += gap;
        }
        for piece in &word.pieces {
            for letter in piece.text.chars() {
                let wide = fonts.width(piece.weight, letter.encode_utf8(&mut [0; 4]), size);
                // Only a word wider than the line comes here with no room left.
                if used > 0.0 && used + wide > width + 0.01 {
                    lines.push(Vec::new());
                    used = 0.0;
                }
                add(&mut lines, piece.weight, letter);
                used += wide;
            }
        }
    }
    lines
}

fn add(lines: &mut [Vec<Piece>], weight: Weight, letter: char) {
    let Some(line) = lines.last_mut() else { return };
    match line.last_mut().filter(|piece| piece.weight == weight) {
        Some(piece) => piece.text.push(letter),
        None => line.push(Piece {
            weight,
            text: letter.to_string(),
        }),
    }
}

fn words(runs: &[Run], size: f32, fonts: &Fonts) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = Word::default();
    for run in runs {
        let mut after_hyphen = false;
        for letter in fonts.of(run.weight).writable(&run.text).chars() {
            // A no-break space is a letter: it keeps its neighbours together.
            if letter == ' ' || letter == '\n' {
                words.push(std::mem::take(&mut word));
                word.space = Some(run.weight);
                after_hyphen = false;
                continue;
            }
            if after_hyphen && letter.is_alphabetic() {
                words.push(std::mem::take(&mut word));
            }
            after_hyphen = letter == '-' && !word.pieces.is_empty();
            word.width += fonts.width(run.weight, letter.encode_utf8(&mut [0; 4]), size);
            match word
                .pieces
                .last_mut()
                .filter(|piece| piece.weight == run.weight)
            {
                Some(piece) => piece.text.push(letter),
                None => word.pieces.push(Piece {
                    weight: run.weight,
                    text: letter.to_string(),
                }),
            }
        }
    }
    words.push(word);
    words.retain(|word| !word.pieces.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(runs: &[Run], width: f32) -> Vec<String> {
        let fonts = Fonts::load().unwrap();
        let lines = broken(runs, width, 11.0, &fonts);
        lines
            .iter()
            .map(|line| line.iter().map(|piece| piece.text.as_str()).collect())
            .collect()
    }

    #[test]
    fn lines_fit_and_nothing_is_lost() {
        let fonts = Fonts::load().unwrap();
        let text = "Op een schoolaccount mag je alleen iets plaatsen als iedereen die herkenbaar is dat goed vindt.";
        for width in [90.0_f32, 120.0, 180.0, 400.0] {
            let lines = read(&[Run::plain(text)], width);
            assert_eq!(lines.join(" "), text);
            for line in lines {
                assert!(
                    fonts.width(Weight::Regular, &line, 11.0) <= width,
                    "{line} at {width}"
                );
            }
        }
    }

    #[test]
    fn weights_join_without_a_space_and_hyphens_break() {
        assert_eq!(
            read(
                &[Run::plain("mag "), Run::bold("niet"), Run::plain(".")],
                400.0
            ),
            ["mag niet."]
        );
        assert_eq!(
            read(&[Run::plain("privé-account-houder")], 60.0),
            ["privé-", "account-", "houder"]
        );
        assert_eq!(read(&[], 60.0), [""]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut() {
        let long = "n".repeat(100);
        let lines = read(&[Run::plain(&long)], 100.0);
        assert!(lines.len() > 3);
        assert_eq!(lines.concat(), long);
    }
}
