//! Covering the names of others in what was written, for who reads it and is not them.
//!
//! A name counts as a whole word, without regard to accents: call name, family name, and both together. The names of who is in the case
//! count however they are typed; those of everybody else only with a capital, since *roos* and *bakker* are words as well, and so do
//! names that are an infix elsewhere (*Von*, *Ten*). What nobody at the school is called is not found: whoever hands it over reads it
//! first.

use std::collections::{BTreeSet, HashMap};

use people::names::fold;
use words::PersonName;

/// Somebody whose name is covered, and what stands in its place.
#[derive(Debug, Clone)]
pub struct Cover {
    names: Vec<Vec<String>>,
    said: String,
    is_party: bool,
}

/// Words that stand before a family name, and are somebody's by themselves only where that is the whole of a name.
const INFIX: [&str; 14] = [
    "van", "de", "der", "den", "het", "ten", "ter", "te", "t", "el", "al", "la", "von", "op",
];

fn tokens(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded
        .split(' ')
        .filter(|one| !one.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A name in every way in which it may stand in a text.
fn ways(name: &PersonName, shortest: usize) -> Vec<Vec<String>> {
    let (call, family) = (tokens(&name.call), tokens(&name.family));
    let (infix, initials) = (tokens(&name.infix), tokens(&name.initials));
    let with_infix: Vec<String> = infix.iter().chain(&family).cloned().collect();
    let join = |first: &[String]| first.iter().chain(&with_infix).cloned().collect::<Vec<_>>();
    let short = call.iter().chain(&family).cloned().collect::<Vec<_>>();
    let mut all = vec![join(&call), join(&initials), short, with_infix.clone()];
    all.push(call.clone());
    all.push(family.clone());
    let single = call.iter().chain(&family);
    let single =
        single.filter(|one| one.chars().count() >= shortest && !INFIX.contains(&one.as_str()));
    all.extend(single.map(|one| vec![one.clone()]));
    all.retain(|one| match one.as_slice() {
        [] => false,
        [only] => only.chars().count() >= shortest,
        _ => true,
    });
    all.sort_unstable();
    all.dedup();
    all
}

impl Cover {
    /// Somebody in the case, who is called so.
    pub fn party(name: &PersonName, said: impl Into<String>) -> Self {
        Self {
            names: ways(name, 2),
            said: said.into(),
            is_party: true,
        }
    }

    /// Somebody in the case of whom only a name is known: it as a whole, and each word of it with a capital.
    pub fn outside(name: &str, said: impl Into<String>) -> Self {
        let mut names = vec![tokens(name)];
        let capital = name
            .split_whitespace()
            .filter(|word| word.starts_with(char::is_uppercase));
        names.extend(capital.map(tokens).filter(|one| {
            matches!(one.as_slice(), [only] if only.chars().count() >= 2 && !INFIX.contains(&only.as_str()))
        }));
        names.retain(|one| !one.is_empty());
        Self {
            names,
            said: said.into(),
            is_party: true,
        }
    }

    /// Somebody whom the school knows and who is not in the case.
    pub fn known(name: &PersonName, said: impl Into<String>) -> Self {
        Self {
            names: ways(name, 3),
            said: said.into(),
            is_party: false,
        }
    }
}

/// How one name is covered.
#[derive(Debug, Clone)]
struct Rule {
    tokens: Vec<String>,
    said: String,
    is_party: bool,
}

impl Rule {
    /// That a word which reads as this name is meant as a name.
    fn counts(&self, word: &Word) -> bool {
        let however_typed = match self.tokens.as_slice() {
            [only] => self.is_party && !INFIX.contains(&only.as_str()),
            _ => true,
        };
        however_typed || word.capital
    }
}

/// Covers names.
#[derive(Debug, Default)]
pub struct Redactor {
    by_first: HashMap<String, Vec<Rule>>,
}

/// A word of a text: where it stands, and folded.
struct Word {
    from: usize,
    to: usize,
    folded: String,
    capital: bool,
}

fn binds(sign: char) -> bool {
    sign.is_alphanumeric()
        || matches!(sign, '\'' | '’' | '‘' | '`' | 'ʼ')
        || ('\u{300}'..='\u{36f}').contains(&sign)
}

fn words_of(text: &str) -> Vec<Word> {
    let mut all = Vec::new();
    let mut from = None;
    let ends = text
        .char_indices()
        .chain(std::iter::once((text.len(), ' ')));
    for (at, sign) in ends {
        match (from, binds(sign)) {
            (None, true) => from = Some(at),
            (Some(begun), false) => {
                let word = text.get(begun..at).unwrap_or_default();
                all.push(Word {
                    from: begun,
                    to: at,
                    folded: fold(word),
                    capital: word
                        .chars()
                        .find(|one| one.is_alphanumeric())
                        .is_some_and(char::is_uppercase),
                });
                from = None;
            }
            _ => {}
        }
    }
    all
}

/// Between two words of one name stand blanks, dots and dashes, and no end of a line.
fn joins(gap: &str) -> bool {
    gap.chars()
        .all(|sign| matches!(sign, ' ' | '\u{a0}' | '.' | '-' | '‑' | '_'))
}

impl Redactor {
    /// Covers these people. The names of `own`, who read it, stay, unless somebody else in the case is called the same; `other`
    /// stands where a name may mean more than one.
    pub fn new(own: &[PersonName], covers: &[Cover], other: &str) -> Self {
        let kept: BTreeSet<Vec<String>> = own.iter().flat_map(|name| ways(name, 2)).collect();
        let mut rules: HashMap<Vec<String>, Rule> = HashMap::new();
        for cover in covers {
            for tokens in &cover.names {
                if kept.contains(tokens) && !cover.is_party {
                    continue;
                }
                let said = if kept.contains(tokens) {
                    other
                } else {
                    &cover.said
                };
                let new = Rule {
                    tokens: tokens.clone(),
                    said: said.to_owned(),
                    is_party: cover.is_party,
                };
                rules
                    .entry(tokens.clone())
                    .and_modify(|old| {
                        if old.is_party == new.is_party && old.said != new.said {
                            other.clone_into(&mut old.said);
                        } else if new.is_party {
                            *old = new.clone();
                        }
                    })
                    .or_insert(new);
            }
        }
        let mut by_first: HashMap<String, Vec<Rule>> = HashMap::new();
        for rule in rules.into_values() {
            if let Some(first) = rule.tokens.first() {
                by_first.entry(first.clone()).or_default().push(rule);
            }
        }
        Self { by_first }
    }

    /// The longest name that begins at this word, and after how many words it ends.
    fn at(&self, text: &str, words: &[Word], at: usize) -> Option<(&Rule, usize)> {
        let word = words.get(at)?;
        // *Sannes fiets*, *Sanne's fiets*: the name with an s.
        let forms = [Some(word.folded.as_str()), word.folded.strip_suffix('s')];
        let rules = forms
            .into_iter()
            .flatten()
            .filter_map(|form| self.by_first.get(form))
            .flatten();
        let fits = rules.filter(|rule| rule.counts(word) && Self::goes_on(text, words, at, rule));
        fits.map(|rule| (rule, rule.tokens.len()))
            .max_by_key(|(rule, length)| (*length, rule.is_party))
    }

    fn goes_on(text: &str, words: &[Word], at: usize, rule: &Rule) -> bool {
        let last = rule.tokens.len().saturating_sub(1);
        rule.tokens.iter().enumerate().all(|(step, token)| {
            let Some(word) = words.get(at + step) else {
                return false;
            };
            let gap = step
                .checked_sub(1)
                .and_then(|before| words.get(at + before))
                .is_none_or(|before| text.get(before.to..word.from).is_some_and(joins));
            let ends = step == last && word.folded.strip_suffix('s') == Some(token.as_str());
            gap && (word.folded == *token || ends)
        })
    }

    /// The text without these names.
    pub fn cover(&self, text: &str) -> String {
        let words = words_of(text);
        let mut covered = String::with_capacity(text.len());
        let (mut at, mut done) = (0, 0);
        while let Some(word) = words.get(at) {
            if let Some((rule, length)) = self.at(text, &words, at) {
                covered.push_str(text.get(done..word.from).unwrap_or_default());
                covered.push_str(&rule.said);
                done = words
                    .get(at + length - 1)
                    .map_or(text.len(), |last| last.to);
                at += length;
            } else {
                at += 1;
            }
        }
        covered.push_str(text.get(done..).unwrap_or_default());
        covered
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn name(call: &str, infix: &str, family: &str) -> PersonName {
        PersonName {
            call: call.into(),
            infix: infix.into(),
            family: family.into(),
            initials: String::new(),
        }
    }

    fn usual() -> Redactor {
        let own = [name("Sanne", "de", "Vries")];
        let covers = [
            Cover::party(&name("Zoë", "van der", "Berg"), "leerling 2"),
            Cover::party(&name("Bo", "", "Li"), "leerling 3"),
            Cover::outside("Kees van de overkant", "betrokkene 1"),
            Cover::known(&name("Roos", "de", "Vries"), "[naam]"),
            Cover::known(&name("Daan", "", "Bakker"), "[naam]"),
        ];
        Redactor::new(&own, &covers, "[naam]")
    }

    #[test]
    fn the_names_of_others_go_and_those_of_the_reader_stay() {
        let all = [
            ("Zoë van der Berg sloeg Sanne.", "leerling 2 sloeg Sanne."),
            (
                "zoe zei het, en ZOË ook",
                "leerling 2 zei het, en leerling 2 ook",
            ),
            (
                "Sanne de Vries en mevrouw van der Berg",
                "Sanne de Vries en mevrouw leerling 2",
            ),
            (
                "Zoë's telefoon, Zoës fiets",
                "leerling 2 telefoon, leerling 2 fiets",
            ),
            ("bo li en Bo", "leerling 3 en leerling 3"),
            (
                "De bakker gaf een roos aan Roos Bakker.",
                "De bakker gaf een roos aan [naam] [naam].",
            ),
            ("Kees van de overkant; Kees", "betrokkene 1; betrokkene 1"),
            (
                "https://x.example/zoe_van_der_berg",
                "https://x.example/leerling 2",
            ),
            ("Overkant, van, de", "Overkant, van, de"),
        ];
        for (text, covered) in all {
            assert_eq!(usual().cover(text), covered);
        }
    }

    #[test]
    fn a_name_that_is_an_infix_elsewhere_goes_with_its_capital() {
        let covers = [
            Cover::party(&name("Aé", "", "Von"), "leerling 2"),
            Cover::outside("Ten", "betrokkene 1"),
        ];
        let redactor = Redactor::new(&[], &covers, "[naam]");
        assert_eq!(
            redactor.cover("Aé Von zag Von en Ten von ver, ten slotte"),
            "leerling 2 zag leerling 2 en betrokkene 1 von ver, ten slotte"
        );
    }

    #[test]
    fn who_is_called_as_the_reader_is_not_taken_for_the_reader() {
        let own = [name("Sanne", "", "Vos")];
        let covers = [Cover::party(&name("Sanne", "", "Smit"), "leerling 2")];
        let redactor = Redactor::new(&own, &covers, "[naam]");
        assert_eq!(
            redactor.cover("Sanne Smit en Sanne Vos en Sanne"),
            "leerling 2 en [naam] Vos en [naam]"
        );
    }

    proptest! {
        /// Wherever a name of a party stands as a word, it is gone.
        #[test]
        fn a_party_is_never_named(
            call in "[A-Z][a-zé]{2,8}", family in "[A-Z][a-zö]{2,8}",
            before in "[a-z ,.\n]{0,20}", after in "[a-z ,.\n]{0,20}", which in 0_u8..4,
        ) {
            let who = name(&call, "", &family);
            let redactor = Redactor::new(&[], &[Cover::party(&who, "1")], "2");
            let said = match which {
                0 => call.clone(),
                1 => family.clone(),
                2 => who.said(),
                _ => call.to_uppercase(),
            };
            let covered = redactor.cover(&format!("{before} {said} {after}"));
            let left = tokens(&covered);
            prop_assert!(!left.contains(&fold(&call)), "{covered}");
            prop_assert!(!left.contains(&fold(&family)), "{covered}");
        }

        /// A text without any name comes out as it went in.
        #[test]
        fn nothing_else_changes(text in "[ -@\\[-`{-~\n]{0,60}") {
            prop_assert_eq!(usual().cover(&text), text);
        }
    }
}
