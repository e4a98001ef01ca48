//! Codes into sentences, by the table `lexicons/sentences.tsv`.

use rustc_hash::FxHashMap;
use std::sync::OnceLock;
use words::Locale;

/// The sentence of a code; the code itself where the table has none.
pub(crate) fn look_up(code: &'static str, locale: Locale) -> &'static str {
    static TABLE: OnceLock<FxHashMap<&'static str, (&'static str, &'static str)>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let lines = include_str!("../lexicons/sentences.tsv").lines();
        lines
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| {
                let mut fields = line.split('\t');
                Some((fields.next()?, (fields.next()?, fields.next()?)))
            })
            .collect()
    });
    table.get(code).map_or(code, |(nl, en)| match locale {
        Locale::Nl => nl,
        Locale::En => en,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Code;

    #[test]
    fn every_code_has_its_sentence_and_every_sentence_its_code() {
        for code in Code::ALL {
            for locale in Locale::ALL {
                assert_ne!(look_up(code.key(), locale), code.key(), "{code:?}");
            }
        }
        let lines = include_str!("../lexicons/sentences.tsv").lines();
        let lines = lines.filter(|line| !line.starts_with('#')).count();
        assert_eq!(lines, Code::ALL.len());
    }
}
