//! Rules about texts for people: the Fluent files of a crate, in every language.

use std::collections::{BTreeMap, BTreeSet};

use super::Offence;
use crate::repo::Source;
use crate::rust::{Kind, program};

/// The messages of a Fluent file with the variables that each uses. Attributes count as `message.attribute`.
pub fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let (mut message, mut current) = (String::new(), String::new());
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        let head = line.split_once('=').map(|(name, _)| name.trim());
        if line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-') {
            head.unwrap_or(line.trim()).clone_into(&mut message);
            current.clone_from(&message);
            found.entry(current.clone()).or_default();
        } else if let Some(attribute) = head.and_then(|name| name.strip_prefix('.')) {
            current = format!("{message}.{attribute}");
            found.entry(current.clone()).or_default();
        }
        for after in line.split('$').skip(1) {
            let name: String = after
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
                .collect();
            found.entry(current.clone()).or_default().insert(name);
        }
    }
    found
}

/// Two languages say the same things, with the same variables.
pub fn same(one: &Source, other: &Source) -> Vec<Offence> {
    let (ours, theirs) = (messages(&one.text), messages(&other.text));
    let missing = |from: &BTreeMap<String, _>, to: &BTreeMap<String, _>, path: &str| {
        from.keys()
            .filter(|key| !to.contains_key(*key))
            .map(|key| Offence::new(path, 0, format!("`{key}` is missing")))
            .collect::<Vec<_>>()
    };
    let mut found = missing(&ours, &theirs, &other.path);
    found.extend(missing(&theirs, &ours, &one.path));
    for (key, variables) in &ours {
        if theirs.get(key).is_some_and(|others| others != variables) {
            found.push(Offence::new(
                &other.path,
                0,
                format!("`{key}` does not use the same variables as {}", one.path),
            ));
        }
    }
    found
}

/// A message that stands twice in one file: the second would silently lose.
pub fn double(file: &Source) -> Vec<Offence> {
    let mut seen = BTreeSet::new();
    file.text
        .lines()
        .enumerate()
        .filter(|(_, line)| line.starts_with(|c: char| c.is_ascii_alphabetic()))
        .filter_map(|(at, line)| Some((at + 1, line.split_once('=')?.0.trim())))
        .filter(|(_, key)| !seen.insert((*key).to_owned()))
        .map(|(line, key)| {
            Offence::new(
                &file.path,
                line,
                format!("`{key}` stands here a second time"),
            )
        })
        .collect()
}

/// Keys that the code asks for, by `.t("key")`, `.f("key", …)` or `.html("key", …)`, and that no file has.
pub fn unknown(file: &Source, known: &BTreeSet<String>) -> Vec<Offence> {
    if file.is_test() {
        return Vec::new();
    }
    program(&file.text)
        .windows(4)
        .filter_map(|four| match four {
            [dot, name, open, key]
                if dot.is(".")
                    && open.is("(")
                    && key.kind == Kind::Text
                    && ["t", "f"].iter().any(|f| name.is(f)) =>
            {
                Some(key)
            }
            _ => None,
        })
        .filter(|key| !known.contains(&key.text))
        .map(|key| {
            Offence::new(
                &file.path,
                key.line,
                format!("no text is called `{}`", key.text),
            )
        })
        .collect()
}

/// What the program writes in the log without a word for people: `log-…` in the texts of `people`.
#[must_use]
pub fn unsaid(file: &Source, known: &BTreeSet<String>) -> Vec<Offence> {
    if file.is_test() || !file.lies_in("src") || file.krate() == Some("decisions") {
        return Vec::new();
    }
    let mut offences = Vec::new();
    for call in ["Entry::new(", ".entry(", "Change::new(", "Change::with("] {
        for (at, _) in file.text.match_indices(call) {
            let rest = file.text.get(at + call.len()..).unwrap_or_default();
            let mut pieces = rest.split('"');
            let before = pieces.next().unwrap_or_default();
            // An entry begins with its moment; where the kind is no literal, the next one is something else.
            let first = before.matches(',').count() == usize::from(call == "Entry::new(")
                && !before.contains([';', '{', ')']);
            let Some(kind) = pieces.next().filter(|_| first) else {
                continue;
            };
            let key = format!("log-{}", kind.replace('_', "-"));
            if !known.contains(&key) {
                let line = file
                    .text
                    .get(..at)
                    .map_or(0, |before| before.lines().count());
                offences.push(Offence::new(
                    &file.path,
                    line,
                    format!("writes {kind} in the log, and no {key} says what that is"),
                ));
            }
        }
    }
    offences
}

#[cfg(test)]
mod tests {
    use super::*;

    const NL: &str = "# uitleg = $niet\nvraag = Mag dit?\nover = { $n ->\n    [one] nog één\n   *[other] nog { $n }\n}\nknop = Verder\n    .titel = Ga { $waar }\n";

    #[test]
    fn a_missing_text_and_an_unequal_variable() {
        let nl = Source::new("nl.ftl", NL);
        let en = Source::new(
            "en.ftl",
            "vraag = May I?\nover = { $m } left\nextra = More\nknop = On\n",
        );
        let found: Vec<String> = same(&nl, &en).iter().map(ToString::to_string).collect();
        assert_eq!(
            found,
            [
                "en.ftl:0: `knop.titel` is missing",
                "nl.ftl:0: `extra` is missing",
                "en.ftl:0: `over` does not use the same variables as nl.ftl",
            ]
        );
        assert!(same(&nl, &nl).is_empty());
    }

    #[test]
    fn a_text_that_stands_twice() {
        assert_eq!(
            double(&Source::new("nl.ftl", "a = x\nb = y\na = z\n")).len(),
            1
        );
        assert!(double(&Source::new("nl.ftl", NL)).is_empty());
    }

    #[test]
    fn a_text_that_nobody_wrote() {
        let known = messages(NL).into_keys().collect();
        let file = Source::new(
            "crates/a/src/views.rs",
            "t.t(\"vraag\"); t.t(\"vraagg\");\nt.f(\"over\", &[]); x.get(\"weg\");",
        );
        let lines: Vec<usize> = unknown(&file, &known)
            .into_iter()
            .map(|offence| offence.line)
            .collect();
        assert_eq!(lines, [1]);
    }
}
