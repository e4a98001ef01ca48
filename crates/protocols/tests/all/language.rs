//! Dutch and English both say everything.

use std::collections::BTreeSet;

use crate::get;

const NL: &str = include_str!("../../nl.ftl");
const EN: &str = include_str!("../../en.ftl");

#[test]
fn both_languages_have_the_same_keys_and_variables() {
    let (nl, en) = (ui::texts::keys(NL), ui::texts::keys(EN));
    assert_eq!(nl, en);
    let variables = |source: &str, key: &str| -> BTreeSet<String> {
        let start = source.find(&format!("\n{key} =")).unwrap_or(0) + 1;
        let rest = &source[start..];
        let end = rest
            .match_indices('\n')
            .map(|(at, _)| at)
            .find(|at| !rest[at + 1..].starts_with([' ', '}']))
            .unwrap_or(rest.len());
        rest[..end]
            .split('$')
            .skip(1)
            .map(|part| part.chars().take_while(|c| c.is_alphanumeric()).collect())
            .collect()
    };
    for key in nl {
        assert_eq!(variables(NL, key), variables(EN, key), "{key}");
    }
}

#[test]
fn every_text_that_is_asked_for_is_there_and_every_text_is_used() {
    let sources = sources();
    let keys: BTreeSet<&str> = ui::texts::keys(NL).into_iter().collect();
    let used = |key: &&&str| sources.contains(&format!("\"{key}\"")) || key.starts_with("medium-");
    let unused: Vec<_> = keys.iter().filter(|key| !used(key)).collect();
    assert!(unused.is_empty(), "not used: {unused:?}");
    for call in ["t(\"", "f(\"", "f(\n            \"", "t(\n            \""] {
        for rest in sources.split(call).skip(1) {
            let key = rest.split('"').next().unwrap_or_default();
            let is_key = key.contains('-')
                && key
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            assert!(!is_key || keys.contains(key), "no text `{key}`");
        }
    }
}

#[test]
fn no_page_shows_a_key() {
    for page in [
        "",
        "/flex",
        "/flex/mag-dit",
        "/demare/protocol",
        "/demare/protocol/kinderen",
        "/vergelijk",
        "/vergelijk/flex/demare",
    ] {
        for prefix in ["", "/en"] {
            let address = format!("{prefix}{page}");
            let body = get(if address.is_empty() { "/" } else { &address }).body;
            for key in ui::texts::keys(NL)
                .into_iter()
                .filter(|key| key.contains('-'))
            {
                assert!(!body.contains(&format!(">{key}<")), "{address} shows {key}");
            }
        }
    }
}

/// All source files of this crate, one after the other.
fn sources() -> String {
    let mut text = String::new();
    let mut folders = vec![std::path::PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/src"
    ))];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                text.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    text
}
