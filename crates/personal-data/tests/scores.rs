//! How well the scan does on labelled posts, with floors. `cargo test -p personal-data --test scores -- --nocapture` shows
//! the figures of `docs/figures-personal-data.md`; `SCAN_ERRORS=1` shows each error beside them.

mod common;

use common::{Scores, data, lines, marked, score, scanner};
use personal_data::Category;

fn show(name: &str, scores: &Scores) {
    println!("== {name}\n{}", scores.table());
    if std::env::var_os("SCAN_ERRORS").is_some() {
        scores.errors.iter().for_each(|error| println!("{error}"));
    }
}

#[test]
fn the_public_sample() {
    let scores = score(&scanner("zeester"), &lines(&data("zeester/posts.jsonl")));
    show("zeester", &scores);
}

#[test]
fn everyday_posts() {
    let scores = score(&scanner("compass"), &marked(&data("compass/everyday.txt")));
    show("everyday", &scores);
}

#[test]
fn hard_posts() {
    let scores = score(&scanner("compass"), &marked(&data("compass/hard.txt")));
    show("hard", &scores);
}

/// Ignored until the rules are done: nobody looks at it while writing them.
#[test]
#[ignore = "unseen"]
fn unseen_posts() {
    let scores = score(&scanner("compass"), &marked(&data("compass/unseen.txt")));
    show("unseen", &scores);
    assert!(scores.of(Category::Bsn).wanted > 0);
}
