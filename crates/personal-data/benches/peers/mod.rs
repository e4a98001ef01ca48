//! Others on the same posts, in the same run, counted by the same rule.

use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use personal_data::{Purpose, Scanner, Tier};
use serde_json::{Value, json};
use testkit::bench::{Section, cpu, short, time};

use crate::posts::{Label, Post, scanner};

/// A place in characters, and whether it is a person.
type Place = (usize, usize, bool);

/// What a tool did with all posts.
struct Run {
    name: &'static str,
    /// CPU seconds for 1 000 characters.
    cost: f64,
    persons: f64,
    any: f64,
}

/// Our scan beside `deduce` and Presidio.
pub(crate) fn beside(section: &mut Section, posts: &[Post]) {
    let ours = ours(posts);
    let python = std::env::var("PEERS_PYTHON").ok();
    for tool in ["deduce", "presidio"] {
        let Some(python) = &python else {
            section.row(tool, "", "not run", "needs PEERS_PYTHON");
            continue;
        };
        let theirs = theirs(python, tool, posts);
        let times = theirs.cost / ours.cost;
        section.asked(
            &format!("faster than {tool} on the same {} posts", posts.len()),
            "40 times",
            &format!("{} times", short(times)),
            &format!(
                "{} against {} for 1 000 characters",
                time(ours.cost),
                time(theirs.cost)
            ),
            times >= 40.0,
        );
        for (what, mine, other) in [
            ("names", ours.persons, theirs.persons),
            ("any finding", ours.any, theirs.any),
        ] {
            section.asked(
                &format!("F1 above {}, {what}", theirs.name),
                "10 points",
                &format!("{:.1} points", mine - other),
                &format!("{mine:.1} against {other:.1}; our rules have seen these posts"),
                mine - other >= 10.0,
            );
        }
    }
}

fn ours(posts: &[Post]) -> Run {
    let scanner = scanner("compass");
    let found: Vec<Vec<Place>> = posts.iter().map(|post| places(&scanner, post)).collect();
    let read = || {
        let texts = posts.iter();
        texts
            .map(|post| {
                scanner
                    .scan(&post.text, Purpose::default())
                    .expect("short")
                    .steps
            })
            .sum::<u64>()
    };
    let seconds = cpu(Duration::from_millis(400), read);
    Run::new("ours", seconds, posts, &found)
}

fn places(scanner: &Scanner, post: &Post) -> Vec<Place> {
    let report = scanner.scan(&post.text, Purpose::default()).expect("short");
    let counted = report
        .findings
        .iter()
        .filter(|one| one.tier >= Tier::Probable);
    counted
        .map(|one| (one.span.chars.0, one.span.chars.1, one.category.is_person()))
        .collect()
}

fn theirs(python: &str, tool: &'static str, posts: &[Post]) -> Run {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut file = std::env::temp_dir();
    file.push(format!("pleinwacht-posts-{}.jsonl", std::process::id()));
    let mut out = std::fs::File::create(&file).expect("a file for the posts");
    for post in posts {
        let line = json!({"id": post.id, "text": post.text});
        writeln!(out, "{line}").expect("room for the posts");
    }
    let answer = Command::new(python)
        .arg(root.join("benches/peers/scan.py"))
        .args([tool.as_ref(), file.as_os_str()])
        .arg(root.join("crates/personal-data/tests/data/compass/roster.csv"))
        .output()
        .expect("python starts");
    std::fs::remove_file(&file).expect("the file is ours");
    let said = String::from_utf8_lossy(&answer.stdout);
    let complaint = String::from_utf8_lossy(&answer.stderr);
    assert!(answer.status.success(), "{tool}: {complaint}");
    let mut lines: Vec<Value> = said
        .lines()
        .filter(|line| line.starts_with('{'))
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let last = lines.pop().expect("a last line");
    let found: Vec<Vec<Place>> = lines.iter().map(spans).collect();
    assert_eq!(found.len(), posts.len(), "{tool} read every post");
    let seconds = last["cpu"].as_f64().expect("seconds");
    Run::new(tool, seconds, posts, &found)
}

fn spans(line: &Value) -> Vec<Place> {
    let spans = line["spans"].as_array().expect("spans").iter();
    let number = |value: &Value| usize::try_from(value.as_u64().expect("a place")).expect("small");
    spans
        .map(|span| (number(&span[0]), number(&span[1]), span[2] == "PERSON"))
        .collect()
}

impl Run {
    fn new(name: &'static str, seconds: f64, posts: &[Post], found: &[Vec<Place>]) -> Self {
        let chars: usize = posts.iter().map(|post| post.text.chars().count()).sum();
        let chars = f64::from(u32::try_from(chars).expect("small"));
        Self {
            name,
            cost: seconds / chars * 1_000.0,
            persons: f1(posts, found, true),
            any: f1(posts, found, false),
        }
    }
}

/// F1 in percent: one to one, at least one shared character; only persons, or whatever it is.
fn f1(posts: &[Post], found: &[Vec<Place>], persons: bool) -> f64 {
    let (mut right, mut all) = (0_u32, 0_u32);
    for (post, found) in posts.iter().zip(found) {
        let counts = |label: &&Label| !persons || label.category.is_person();
        let mut wanted: Vec<(usize, usize)> = post
            .labels
            .iter()
            .filter(counts)
            .map(|label| (label.start, label.end))
            .collect();
        let found: Vec<&Place> = found.iter().filter(|one| !persons || one.2).collect();
        all += u32::try_from(wanted.len() + found.len()).expect("small");
        for (from, to, _) in found {
            let meets = |label: &(usize, usize)| label.0 < *to && *from < label.1;
            if let Some(at) = wanted.iter().position(meets) {
                wanted.swap_remove(at);
                right += 1;
            }
        }
    }
    f64::from(2 * right) / f64::from(all.max(1)) * 100.0
}
