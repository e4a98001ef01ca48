//! The shape of the code: every invariant of `ARCHITECTURE.md` that a machine can hold.
//!
//! The checks and their self-tests are in `crates/testkit/src/shape/`; here they meet the repository.

use std::collections::BTreeSet;

use testkit::repo::{self, Source};
use testkit::shape::{self, Offence, code, docs, packages, texts};

/// Crates without I/O, clock, chance or HTML.
const PURE: [&str; 6] = ["words", "norms", "personal-data", "rosters", "faces", "law"];

/// What each crate may use of the others: the arrow.
const ARROW: &[(&str, &[&str])] = &[
    ("words", &[]),
    ("norms", &["words"]),
    ("cage", &[]),
    ("faces", &[]),
    ("law", &[]),
    ("papers", &[]),
    ("personal-data", &["words"]),
    ("rosters", &["words"]),
    ("seal", &["words"]),
    ("store", &["words"]),
    ("mail", &["words"]),
    ("ui", &["words"]),
    ("shell", &["words", "store", "ui", "mail"]),
    ("protocols", &["words", "norms", "ui", "shell"]),
    ("decisions", &["words", "store", "seal", "shell", "ui"]),
    (
        "identity",
        &["decisions", "mail", "seal", "shell", "store", "ui", "words"],
    ),
    (
        "people",
        &[
            "decisions",
            "identity",
            "mail",
            "papers",
            "rosters",
            "seal",
            "shell",
            "store",
            "ui",
            "words",
        ],
    ),
    (
        "channels",
        &[
            "decisions",
            "identity",
            "mail",
            "papers",
            "people",
            "rosters",
            "seal",
            "shell",
            "store",
            "ui",
            "words",
        ],
    ),
    (
        "consent",
        &[
            "decisions",
            "identity",
            "mail",
            "norms",
            "papers",
            "people",
            "rosters",
            "seal",
            "shell",
            "store",
            "ui",
            "words",
        ],
    ),
    (
        "photos",
        &[
            "cage",
            "consent",
            "decisions",
            "faces",
            "identity",
            "mail",
            "norms",
            "papers",
            "people",
            "rosters",
            "seal",
            "shell",
            "store",
            "ui",
            "words",
        ],
    ),
    (
        "publishing",
        &[
            "channels",
            "consent",
            "decisions",
            "identity",
            "mail",
            "norms",
            "papers",
            "people",
            "personal-data",
            "cage",
            "faces",
            "photos",
            "rosters",
            "seal",
            "shell",
            "store",
            "ui",
            "words",
        ],
    ),
    (
        "advice",
        &[
            "decisions",
            "identity",
            "law",
            "mail",
            "norms",
            "papers",
            "people",
            "rosters",
            "seal",
            "shell",
            "store",
            "ui",
            "words",
        ],
    ),
    (
        "cases",
        &[
            "channels",
            "decisions",
            "identity",
            "law",
            "mail",
            "norms",
            "papers",
            "people",
            "protocols",
            "rosters",
            "seal",
            "shell",
            "store",
            "ui",
            "words",
        ],
    ),
    ("pleinwacht", EVERYTHING),
    (
        "schoolhouse",
        &[
            "decisions",
            "identity",
            "mail",
            "papers",
            "people",
            "rosters",
            "seal",
            "shell",
            "store",
            "testkit",
            "ui",
            "words",
        ],
    ),
    ("testkit", EVERYTHING),
];

/// What stands at the top may use all that stands below it.
const EVERYTHING: &[&str] = &[
    "advice",
    "cage",
    "cases",
    "channels",
    "consent",
    "decisions",
    "faces",
    "identity",
    "law",
    "mail",
    "norms",
    "papers",
    "people",
    "personal-data",
    "photos",
    "protocols",
    "publishing",
    "rosters",
    "seal",
    "shell",
    "store",
    "ui",
    "words",
];

fn everywhere(check: impl Fn(&Source) -> Vec<Offence>) {
    shape::hold(repo::files("crates", &[".rs"]).iter().flat_map(check));
}

fn metadata() -> packages::Packages {
    packages::Packages::read(&repo::metadata())
}

#[test]
fn a_file_holds_one_thing() {
    let sources = repo::files("crates", &[".rs"]);
    let program = sources.iter().filter(|file| file.lies_in("src"));
    shape::hold(program.flat_map(code::length));
}

#[test]
fn sql_stays_in_store() {
    everywhere(code::sql);
}

#[test]
fn html_stays_in_views() {
    everywhere(code::html);
}

#[test]
fn texts_for_people_stay_in_fluent_files() {
    everywhere(code::sentences);
}

#[test]
fn exceptions_have_reasons_and_nothing_is_unsafe() {
    everywhere(code::exceptions);
}

#[test]
fn nothing_stops_the_program() {
    everywhere(code::stops);
}

#[test]
fn a_verdict_is_never_a_bare_yes() {
    everywhere(code::bare_answers);
}

#[test]
fn nobody_is_recognised() {
    everywhere(code::face_vectors);
}

#[test]
fn pure_code_is_pure() {
    everywhere(|file| code::purity(file, &PURE));
    shape::hold(metadata().impure(&PURE));
}

#[test]
fn the_arrow_points_one_way() {
    shape::hold(metadata().against(ARROW));
}

#[test]
fn only_what_deny_toml_names_comes_in() {
    let deny = repo::read("deny.toml").parse().expect("deny.toml is TOML");
    shape::hold(metadata().from_outside(&deny));
}

#[test]
fn crates_take_lints_and_versions_from_the_workspace() {
    shape::hold(
        repo::files("crates", &["Cargo.toml"])
            .iter()
            .flat_map(packages::manifest_rules),
    );
}

#[test]
fn every_crate_says_what_it_is_about() {
    let silent = repo::files("crates", &["src/lib.rs", "lib.rs", "main.rs"])
        .into_iter()
        .filter(|file| file.lies_in("src") && !file.text.starts_with("//! "))
        .map(|file| Offence::new(&file.path, 1, "does not begin with what the crate is about"));
    shape::hold(silent);
}

#[test]
fn languages_say_the_same() {
    let files = repo::files("crates", &[".ftl"]);
    let mut offences: Vec<Offence> = files.iter().flat_map(texts::double).collect();
    for nl in files.iter().filter(|file| file.name() == "nl.ftl") {
        let path = nl.path.replace("nl.ftl", "en.ftl");
        match files.iter().find(|file| file.path == path) {
            Some(en) => offences.extend(texts::same(nl, en)),
            None => offences.push(Offence::new(&path, 0, "is missing")),
        }
    }
    shape::hold(offences);
}

#[test]
fn the_code_asks_only_for_texts_that_exist() {
    let known: BTreeSet<String> = repo::files("crates", &["nl.ftl"])
        .iter()
        .flat_map(|file| texts::messages(&file.text).into_keys())
        .collect();
    everywhere(|file| texts::unknown(file, &known));
}

#[test]
fn the_log_is_said_in_words() {
    let known: BTreeSet<String> = texts::messages(&repo::read("crates/people/nl.ftl"))
        .into_keys()
        .collect();
    everywhere(|file| texts::unsaid(file, &known));
}

#[test]
fn the_code_map_names_every_crate_once() {
    let page = Source::new("ARCHITECTURE.md", &repo::read("ARCHITECTURE.md"));
    shape::hold(docs::code_map(&page, &metadata().members));
}

#[test]
fn links_lead_somewhere() {
    let root = repo::root();
    let pages = repo::files("", &[".md"]);
    let dead = pages
        .iter()
        .filter(|page| !page.path.starts_with("protocols/"))
        .flat_map(|page| docs::dead_links(page, |path| root.join(path).exists()));
    shape::hold(dead);
}

#[test]
fn the_manuals_stand_in_both_languages() {
    let pages = repo::files("docs", &[".md"])
        .into_iter()
        .map(|file| file.path)
        .collect();
    shape::hold(docs::both_languages(&pages));
}
