//! Rules about the documents beside the code.

use std::collections::{BTreeMap, BTreeSet};

use super::Offence;
use crate::repo::Source;

/// The code map names every crate once and nothing else: `crates` are the names of the workspace's members.
pub fn code_map(page: &Source, crates: &BTreeSet<String>) -> Vec<Offence> {
    let mut named: BTreeMap<&str, usize> = BTreeMap::new();
    let mut inside = false;
    for line in page.text.lines() {
        if line.starts_with("## ") {
            inside = line.trim() == "## Code map";
        }
        let row = line
            .strip_prefix("| `")
            .and_then(|rest| rest.split_once("` |"));
        if let (true, Some((name, _))) = (inside, row) {
            *named.entry(name).or_default() += 1;
        }
    }
    let offence = |what: String| Offence::new(&page.path, 0, what);
    let missing = crates
        .iter()
        .filter(|name| !named.contains_key(name.as_str()))
        .map(|name| offence(format!("the code map does not name `{name}`")));
    let extra = named
        .keys()
        .filter(|name| !crates.contains(**name))
        .map(|name| offence(format!("the code map names `{name}`, which is no crate")));
    let twice = named
        .iter()
        .filter(|(_, times)| **times > 1)
        .map(|(name, _)| offence(format!("the code map names `{name}` more than once")));
    missing.chain(extra).chain(twice).collect()
}

/// Links to files of the repository, with the line they stand on: `[text](path)`, without the outside world.
pub fn links(page: &Source) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut fenced = false;
    for (at, line) in page.text.lines().enumerate() {
        fenced ^= line.trim_start().starts_with("```");
        if fenced {
            continue;
        }
        for after in line.split("](").skip(1) {
            let target = after.split(')').next().unwrap_or_default();
            let target = target.split(['#', ' ']).next().unwrap_or_default();
            if !target.is_empty() && !target.contains(':') && !target.starts_with('/') {
                found.push((at + 1, target.to_owned()));
            }
        }
    }
    found
}

/// A link that leads nowhere. `exists` says whether a path from the root is there.
pub fn dead_links(page: &Source, exists: impl Fn(&str) -> bool) -> Vec<Offence> {
    let folder = page.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    links(page)
        .into_iter()
        .filter(|(_, target)| !exists(&joined(folder, target)))
        .map(|(line, target)| {
            Offence::new(
                &page.path,
                line,
                format!("the link to `{target}` leads nowhere"),
            )
        })
        .collect()
}

fn joined(folder: &str, target: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    parts.join("/")
}

/// Every chapter stands in both languages, under the same name.
pub fn both_languages(paths: &BTreeSet<String>) -> Vec<Offence> {
    paths
        .iter()
        .filter_map(|path| {
            let other = if path.contains("/nl/") {
                path.replace("/nl/", "/en/")
            } else {
                path.replace("/en/", "/nl/")
            };
            (other != *path && !paths.contains(&other))
                .then(|| Offence::new(path, 0, format!("there is no `{other}` beside it")))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_map_that_went_out_of_date() {
        let page = Source::new(
            "A.md",
            "## Code map\n| `words` | x |\n| `old` | x |\n| `ui` | x |\n| `ui` | y |\n## Arrow\n| `z` | x |\n",
        );
        let crates = ["words", "ui", "norms"]
            .map(str::to_owned)
            .into_iter()
            .collect();
        let found: Vec<String> = code_map(&page, &crates)
            .into_iter()
            .map(|offence| offence.what)
            .collect();
        assert_eq!(
            found,
            [
                "the code map does not name `norms`",
                "the code map names `old`, which is no crate",
                "the code map names `ui` more than once",
            ]
        );
    }

    #[test]
    fn a_link_that_leads_nowhere() {
        let page = Source::new(
            "docs/a/b.md",
            "[x](../c.md#d) ![y](e.png)\n```\n[z](q.md)\n```\n[w](https://w.org) [v](#here)",
        );
        let lines: Vec<_> = dead_links(&page, |path| path == "docs/c.md")
            .into_iter()
            .map(|offence| offence.what)
            .collect();
        assert_eq!(lines, ["the link to `e.png` leads nowhere"]);
    }

    #[test]
    fn a_chapter_in_one_language() {
        let paths = [
            "docs/manual/nl/a.md",
            "docs/manual/en/a.md",
            "docs/manual/nl/b.md",
            "docs/c.md",
        ];
        let found = both_languages(&paths.map(str::to_owned).into_iter().collect());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].path, "docs/manual/nl/b.md");
    }
}
