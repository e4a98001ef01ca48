//! Codes into sentences, by the table `lexicons/sentences.tsv`.

use rustc_hash::FxHashMap;
use std::sync::OnceLock;
use words::Locale;

/// The sentence of a code; the code itself where the table has none.
pub(crate) fn look_up(code: &'static str, locale: Locale) -> &'static str {
    static TABLE: OnceLock<FxHashMap<&'static str, (&'static str, &'static str)>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let lines = include_str!("../lexicons/sentences.tsv")
            .lines()
            .filter(|line| !line.starts_with('#'));
        lines
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

/// The sentence of a suggestion, a fault or any other code of the table.
pub fn say(code: &'static str, locale: Locale) -> &'static str {
    look_up(code, locale)
}
