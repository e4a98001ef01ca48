//! Texts: one Fluent file per crate and language.
//!
//! Most messages have no variables. Those are resolved once, at start, so that a page
//! asks for a word by a plain table look-up; only the others go through Fluent when shown.

use std::collections::HashMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;
use words::Locale;

/// The texts of one crate, in every language.
pub struct Texts {
    nl: Table,
    en: Table,
}

/// The texts of one crate in one language.
pub struct Table {
    plain: HashMap<String, Box<str>>,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// Reads the two Fluent files of a crate, usually by `include_str!`.
    ///
    /// A line that does not parse is left out: the test of the crate that owns the file
    /// compares both languages and would miss its key.
    #[must_use]
    pub fn new(nl: &str, en: &str) -> Self {
        Self {
            nl: Table::new("nl", nl),
            en: Table::new("en", en),
        }
    }

    /// The texts in this language.
    #[must_use]
    pub fn of(&self, locale: Locale) -> &Table {
        match locale {
            Locale::Nl => &self.nl,
            Locale::En => &self.en,
        }
    }
}

/// Gives a crate its words: the function `texts` over the `nl.ftl` and `en.ftl` beside its manifest, and the test that both say the
/// same things.
///
/// The crate that uses it depends on `words`.
#[macro_export]
macro_rules! speaks {
    () => {
        static TEXTS: std::sync::LazyLock<$crate::Texts> = std::sync::LazyLock::new(|| {
            $crate::Texts::new(
                include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/nl.ftl")),
                include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/en.ftl")),
            )
        });

        /// The words of this crate.
        pub(crate) fn texts(locale: words::Locale) -> &'static $crate::Table {
            TEXTS.of(locale)
        }

        #[cfg(test)]
        mod its_texts {
            #[test]
            fn both_languages_say_the_same_things() {
                let nl = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/nl.ftl"));
                let en = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/en.ftl"));
                let (nl, en) = ($crate::texts::keys(nl), $crate::texts::keys(en));
                assert_eq!(nl, en, "the keys and their order");
                for key in nl {
                    for locale in words::Locale::ALL {
                        assert!(super::texts(locale).has(key), "{key} does not parse");
                    }
                }
            }
        }
    };
}

impl Table {
    fn new(language: &str, source: &str) -> Self {
        let language: LanguageIdentifier = language.parse().unwrap_or_default();
        let resource = match FluentResource::try_new(source.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Our variables are words and numbers of the same direction as the sentence.
        bundle.set_use_isolating(false);
        let keys = keys(source);
        let _ = bundle.add_resource(resource);
        let mut plain = HashMap::with_capacity(keys.len());
        for key in keys {
            let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
                continue;
            };
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, None, &mut errors);
            if errors.is_empty() {
                plain.insert(key.to_owned(), text.into());
            }
        }
        Self { plain, bundle }
    }

    /// A text without variables. A key that is missing shows itself, so that it is seen.
    #[must_use]
    pub fn t<'a>(&'a self, key: &'a str) -> &'a str {
        self.plain.get(key).map_or(key, |text| text)
    }

    /// A text without variables, if there is one by this name.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<&str> {
        self.plain.get(key).map(|text| &**text)
    }

    /// A text with variables.
    #[must_use]
    pub fn f(&self, key: &str, values: &[(&'static str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
        else {
            return key.to_owned();
        };
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            args.set(*name, value.clone());
        }
        self.bundle
            .format_pattern(pattern, Some(&args), &mut Vec::new())
            .into_owned()
    }

    /// Every key that has no variables, for tests.
    pub fn plain_keys(&self) -> impl Iterator<Item = &str> {
        self.plain.keys().map(String::as_str)
    }

    /// Whether there is a text by this name, with or without variables.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }
}

/// The message names of a Fluent source: lines that begin with `name =`.
#[must_use]
pub fn keys(source: &str) -> Vec<&str> {
    source
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once('='))
        .map(|(name, _)| name.trim())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_text_and_one_with_a_plural() {
        let texts = Texts::new(
            "dag = Dag\nover = { $n ->\n    [one] nog één\n   *[other] nog { $n }\n }\n",
            "dag = Day\n",
        );
        let nl = texts.of(Locale::Nl);
        assert_eq!(nl.t("dag"), "Dag");
        assert_eq!(nl.f("over", &[("n", 1.into())]), "nog één");
        assert_eq!(nl.f("over", &[("n", 4.into())]), "nog 4");
        assert_eq!(texts.of(Locale::En).t("weg"), "weg");
    }
}
