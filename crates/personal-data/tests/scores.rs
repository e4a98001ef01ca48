//! How well the scan does on labelled posts, with floors. `cargo test -p personal-data --test scores -- --nocapture` shows
//! the figures of `docs/figures-personal-data.md`; `SCAN_ERRORS=1` shows each error beside them.

#[cfg(test)]
mod common;
#[cfg(test)]
#[path = "common/scorer.rs"]
mod scorer;

#[cfg(test)]
mod tests {
    use super::common::posts::{data, lines, marked, scanner};
    use super::scorer::{Scores, score};
    use personal_data::Category;

    fn show(name: &str, scores: &Scores) {
        let mut said = format!("== {name}\n{}", scores.table());
        if std::env::var_os("SCAN_ERRORS").is_some() {
            said.push_str(&scores.errors.join("\n"));
        }
        println!("{said}");
    }

    fn compass(set: &str) -> Scores {
        let scores = score(
            &scanner("compass"),
            &marked(&data(&format!("compass/{set}.txt"))),
        );
        show(set, &scores);
        scores
    }

    #[test]
    fn the_public_sample() {
        let scores = score(&scanner("zeester"), &lines(&data("zeester/posts.jsonl")));
        show("zeester", &scores);
    }

    #[test]
    fn everyday_posts() {
        let scores = compass("everyday");
    }

    #[test]
    fn hard_posts() {
        let scores = compass("hard");
    }

    #[test]
    #[ignore = "unseen"]
    fn unseen_posts() {
        let scores = compass("unseen");
    }
}
