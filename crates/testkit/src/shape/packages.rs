//! Rules about crates: what they may stand on, and what may come in from outside.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde_json::Value;

use super::Offence;
use crate::repo::Source;

/// What a pure crate never has below it: waiting, the network, databases, HTML.
const IMPURE: [&str; 12] = [
    "tokio",
    "mio",
    "axum",
    "hyper",
    "tower",
    "reqwest",
    "sqlx",
    "sqlx-core",
    "rusqlite",
    "maud",
    "async-std",
    "socket2",
];

/// The part of `cargo metadata` that the rules look at.
#[derive(Debug, Default)]
pub struct Packages {
    /// The workspace's own crates.
    pub members: BTreeSet<String>,
    names: BTreeMap<String, String>,
    licences: BTreeMap<String, Option<String>>,
    /// What each package needs to run; not what only its tests or its build need.
    needs: BTreeMap<String, Vec<String>>,
    ids: BTreeMap<String, String>,
}

impl Packages {
    /// From the JSON of `cargo metadata`.
    pub fn read(metadata: &Value) -> Self {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let mut read = Self::default();
        for package in list(&metadata["packages"]) {
            let (id, name) = (text(&package["id"]), text(&package["name"]));
            read.licences
                .insert(id.clone(), package["license"].as_str().map(str::to_owned));
            read.names.insert(id, name);
        }
        for member in list(&metadata["workspace_members"]) {
            let id = text(&member);
            let name = read.names.get(&id).cloned().unwrap_or_default();
            read.ids.insert(name.clone(), id);
            read.members.insert(name);
        }
        for node in list(&metadata["resolve"]["nodes"]) {
            let normal = list(&node["deps"])
                .iter()
                .filter(|dep| {
                    list(&dep["dep_kinds"])
                        .iter()
                        .any(|kind| kind["kind"].is_null())
                })
                .map(|dep| text(&dep["pkg"]))
                .collect();
            read.needs.insert(text(&node["id"]), normal);
        }
        read
    }

    /// The names of everything a member needs to run, near and far.
    pub fn below(&self, member: &str) -> BTreeSet<&str> {
        let mut seen = BTreeSet::new();
        let mut open: VecDeque<&String> = self.ids.get(member).into_iter().collect();
        while let Some(id) = open.pop_front() {
            for next in self.needs.get(id).into_iter().flatten() {
                if seen.insert(next) {
                    open.push_back(next);
                }
            }
        }
        seen.into_iter()
            .filter_map(|id| self.names.get(id))
            .map(String::as_str)
            .collect()
    }

    /// A pure crate with something impure below it.
    pub fn impure(&self, pure: &[&str]) -> Vec<Offence> {
        let mut found = Vec::new();
        for member in pure.iter().filter(|member| self.members.contains(**member)) {
            for below in self
                .below(member)
                .into_iter()
                .filter(|name| IMPURE.contains(name))
            {
                found.push(Offence::new(
                    &manifest(member),
                    0,
                    format!("pure, and yet `{below}` lies below it"),
                ));
            }
        }
        found
    }

    /// A crate that uses what does not stand to its left: `arrow` gives each crate the members it may use.
    pub fn against(&self, arrow: &[(&str, &[&str])]) -> Vec<Offence> {
        let mut found = Vec::new();
        for member in &self.members {
            let may = arrow
                .iter()
                .find(|(name, _)| name == member)
                .map_or(&[][..], |(_, may)| *may);
            for used in self
                .below(member)
                .into_iter()
                .filter(|name| self.members.contains(*name))
            {
                if !may.contains(&used) {
                    let what = format!("uses `{used}`, against the arrow of ARCHITECTURE.md");
                    found.push(Offence::new(&manifest(member), 0, what));
                }
            }
        }
        found
    }

    /// A package whose licence is not in the list, or that is banned. `deny` is `deny.toml`.
    pub fn from_outside(&self, deny: &toml::Table) -> Vec<Offence> {
        let strings = |value: Option<&toml::Value>| -> Vec<String> {
            let list = value.and_then(toml::Value::as_array).into_iter().flatten();
            list.filter_map(|item| item.as_str().or_else(|| item.get("crate")?.as_str()))
                .map(str::to_owned)
                .collect()
        };
        let allowed = strings(deny.get("licenses").and_then(|part| part.get("allow")));
        let banned = strings(deny.get("bans").and_then(|part| part.get("deny")));
        let mut found = Vec::new();
        for (id, name) in &self.names {
            if banned.contains(name) {
                found.push(Offence::new(
                    "deny.toml",
                    0,
                    format!("`{name}` is banned and is in the tree"),
                ));
            }
            let licence = self.licences.get(id).cloned().flatten().unwrap_or_default();
            if !licence_is_allowed(&licence, &allowed) {
                found.push(Offence::new(
                    "deny.toml",
                    0,
                    format!("`{name}` has the licence `{licence}`, which is not in the list"),
                ));
            }
        }
        found
    }
}

fn manifest(member: &str) -> String {
    format!("crates/{member}/Cargo.toml")
}

/// Reads an SPDX expression: `OR` needs one side, `AND` both. The old slash means `OR`.
fn licence_is_allowed(expression: &str, allowed: &[String]) -> bool {
    let expression = expression.replace('/', " OR ").replace(['(', ')'], " ");
    // Without brackets `AND` binds tighter. Where brackets say otherwise every name must be allowed: the strict side.
    let all = expression.split(" OR ").collect::<Vec<_>>();
    all.iter().any(|one| {
        one.split(" AND ").all(|name| {
            allowed.iter().any(|licence| {
                licence
                    == name
                        .split_whitespace()
                        .collect::<Vec<_>>()
                        .join(" ")
                        .as_str()
            })
        })
    })
}

/// What every manifest of a crate has: the workspace's lints, and versions from the workspace.
pub fn manifest_rules(file: &Source) -> Vec<Offence> {
    let Ok(table) = file.text.parse::<toml::Table>() else {
        return vec![Offence::new(&file.path, 0, "cannot be read")];
    };
    let mut found = Vec::new();
    let lints = table
        .get("lints")
        .and_then(|lints| lints.get("workspace"))
        .and_then(toml::Value::as_bool);
    if lints != Some(true) {
        found.push(Offence::new(
            &file.path,
            0,
            "does not take the workspace's lints",
        ));
    }
    for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
        for (name, how) in table
            .get(kind)
            .and_then(toml::Value::as_table)
            .into_iter()
            .flatten()
        {
            if how.get("workspace").and_then(toml::Value::as_bool) != Some(true) {
                found.push(Offence::new(
                    &file.path,
                    0,
                    format!("`{name}` has a version of its own; put it in the root"),
                ));
            }
            if how.get("features").is_some() {
                found.push(Offence::new(
                    &file.path,
                    0,
                    format!("`{name}` has features of its own; put them in the root"),
                ));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn packages() -> Packages {
        let package = |id: &str, licence: &str| json!({"id": id, "name": id, "license": licence});
        let dep = |id: &str, kind: Value| json!({"pkg": id, "dep_kinds": [{"kind": kind}]});
        Packages::read(&json!({
            "packages": [package("norms", "EUPL-1.2"), package("ui", "EUPL-1.2"), package("cedar", "MIT OR Apache-2.0"),
                         package("tokio", "GPL-3.0"), package("openssl-sys", "MIT"), package("proptest", "MIT AND Evil-1.0")],
            "workspace_members": ["norms", "ui"],
            "resolve": {"nodes": [
                {"id": "norms", "deps": [dep("cedar", Value::Null), dep("ui", Value::Null), dep("proptest", json!("dev"))]},
                {"id": "cedar", "deps": [dep("tokio", Value::Null)]},
            ]},
        }))
    }

    #[test]
    fn a_pure_crate_on_a_runtime() {
        let found = packages().impure(&["norms", "ui"]);
        assert_eq!(found.len(), 1);
        assert!(found[0].what.contains("`tokio`"));
    }

    #[test]
    fn an_arrow_that_turned() {
        assert_eq!(packages().against(&[("norms", &[]), ("ui", &[])]).len(), 1);
        assert!(packages().against(&[("norms", &["ui"])]).is_empty());
    }

    #[test]
    fn a_licence_and_a_ban() {
        let deny = "[licenses]\nallow = [\"MIT\", \"EUPL-1.2\"]\n[bans]\ndeny = [{ crate = \"openssl-sys\" }]".parse().unwrap();
        let found: Vec<String> = packages()
            .from_outside(&deny)
            .into_iter()
            .map(|offence| offence.what)
            .collect();
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(
            found
                .iter()
                .any(|what| what.contains("`openssl-sys` is banned"))
        );
        assert!(found.iter().any(|what| what.contains("GPL-3.0")));
        assert!(found.iter().any(|what| what.contains("Evil-1.0")));
    }

    #[test]
    fn a_manifest_with_a_will_of_its_own() {
        let file = Source::new(
            "crates/a/Cargo.toml",
            "[dependencies]\naxum = \"0.8\"\nserde = { workspace = true, features = [\"rc\"] }\n",
        );
        assert_eq!(manifest_rules(&file).len(), 3);
    }
}
