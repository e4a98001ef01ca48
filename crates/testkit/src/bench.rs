//! Figures: CPU time measured, and written into `docs/figures.md` beside what it is compared with.
//!
//! A bench is a plain program. It measures with [`cpu`], puts rows into a [`Section`], and calls [`Section::finish`]: that prints
//! the table, and with `--write` also replaces the section of that name in `docs/figures.md`. A bench that measured only a part of
//! its rows calls [`Section::finish_in_part`], which leaves the others as they stand there.
//!
//! CPU time, not the clock on the wall: other work on the machine must not change a figure.

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Duration;

use cpu_time::ThreadTime;

use crate::repo;

/// CPU seconds of this thread per call of `work`: the best of five rounds of at least `round` each.
pub fn cpu<T>(round: Duration, mut work: impl FnMut() -> T) -> f64 {
    let mut best = f64::INFINITY;
    for _ in 0..5 {
        let start = ThreadTime::now();
        let mut calls = 0_u32;
        while start.elapsed() < round {
            black_box(work());
            calls += 1;
        }
        best = best.min(start.elapsed().as_secs_f64() / f64::from(calls));
    }
    best
}

/// Seconds as a person reads them.
pub fn time(seconds: f64) -> String {
    let (value, unit) = match seconds {
        s if s >= 1.0 => (s, "s"),
        s if s >= 1e-3 => (s * 1e3, "ms"),
        s if s >= 1e-6 => (s * 1e6, "µs"),
        s => (s * 1e9, "ns"),
    };
    format!("{} {unit}", short(value))
}

/// A number with about three digits, and a space between thousands.
pub fn short(value: f64) -> String {
    match value {
        v if v >= 1000.0 => thousands(&format!("{v:.0}")),
        v if v >= 100.0 => format!("{v:.0}"),
        v if v >= 10.0 => format!("{v:.1}"),
        v => format!("{v:.2}"),
    }
}

/// A whole number with a space between thousands.
pub fn thousands(digits: &str) -> String {
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    out
}

/// One table of `docs/figures.md`.
#[derive(Debug)]
pub struct Section {
    name: &'static str,
    command: &'static str,
    rows: Vec<[String; 4]>,
    failed: Vec<String>,
}

impl Section {
    /// A table under this name, made again by this command.
    pub fn new(name: &'static str, command: &'static str) -> Self {
        Self {
            name,
            command,
            rows: Vec::new(),
            failed: Vec::new(),
        }
    }

    /// What was measured, what we ask of it, what came out, and what stands beside it.
    pub fn row(&mut self, what: &str, asked: &str, measured: &str, beside: &str) {
        let row = [what, asked, measured, beside].map(str::to_owned);
        self.rows.push(row);
    }

    /// The same for something that is asked: `met` says whether the figure is good enough.
    pub fn asked(&mut self, what: &str, asked: &str, measured: &str, beside: &str, met: bool) {
        self.row(
            what,
            asked,
            &format!("{}{measured}", if met { "" } else { "**not met** " }),
            beside,
        );
        if !met {
            self.failed
                .push(format!("{what}: {measured}, and {asked} is asked"));
        }
    }

    fn table(&self) -> String {
        let mut out = String::from("| what | asked | measured | beside it |\n|---|---|---|---|\n");
        for row in &self.rows {
            let _ = writeln!(out, "| {} |", row.join(" | "));
        }
        let _ = write!(out, "\nMade by `{}`.\n", self.command);
        out
    }

    /// As [`Section::finish`], but rows of the page that were not measured now stay. What was measured takes the place of the row of
    /// the same name, or comes last.
    pub fn finish_in_part(mut self) -> std::process::ExitCode {
        let mut rows = rows(&repo::read("docs/figures.md"), self.name);
        for row in self.rows {
            match rows.iter_mut().find(|old| old[0] == row[0]) {
                Some(old) => *old = row,
                None => rows.push(row),
            }
        }
        self.rows = rows;
        self.finish()
    }

    /// Prints the table, writes it where that was asked, and says by its answer whether everything was met.
    pub fn finish(self) -> std::process::ExitCode {
        println!("{}", self.table());
        if std::env::args().any(|argument| argument == "--write") {
            let path = repo::root().join("docs/figures.md");
            let page = replaced(&repo::read("docs/figures.md"), self.name, &self.table());
            std::fs::write(path, page).expect("docs/figures.md can be written");
        }
        for failed in &self.failed {
            eprintln!("not met: {failed}");
        }
        if self.failed.is_empty() {
            std::process::ExitCode::SUCCESS
        } else {
            std::process::ExitCode::FAILURE
        }
    }
}

/// The page with the section of this name replaced.
///
/// A section stands between `<!-- figures: NAME -->` and `<!-- end -->`.
fn replaced(page: &str, name: &str, table: &str) -> String {
    let open = format!("<!-- figures: {name} -->\n");
    let (before, rest) = page
        .split_once(&open)
        .expect("docs/figures.md has a place for this section");
    let (_, after) = rest
        .split_once("<!-- end -->")
        .expect("a section of docs/figures.md ends");
    format!("{before}{open}\n{table}\n<!-- end -->{after}")
}

/// The rows that the section of this name holds.
fn rows(page: &str, name: &str) -> Vec<[String; 4]> {
    let (_, rest) = page
        .split_once(&format!("<!-- figures: {name} -->\n"))
        .expect("docs/figures.md has a place for this section");
    let (section, _) = rest
        .split_once("<!-- end -->")
        .expect("a section of docs/figures.md ends");
    let lines = section.lines().filter(|line| line.starts_with('|'));
    let cells = |line: &str| -> Option<[String; 4]> {
        let cells = line.strip_prefix('|')?.strip_suffix('|')?.split('|');
        let cells: Vec<String> = cells.map(|cell| cell.trim().to_owned()).collect();
        cells.try_into().ok()
    };
    // Its head and the line below it are no rows.
    lines.skip(2).filter_map(cells).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_replaced_and_the_rest_stays() {
        let page =
            "a\n<!-- figures: x -->\nold\n<!-- end -->\nb\n<!-- figures: y -->\nz\n<!-- end -->\n";
        let new = replaced(page, "x", "new\n");
        assert_eq!(
            new,
            "a\n<!-- figures: x -->\n\nnew\n\n<!-- end -->\nb\n<!-- figures: y -->\nz\n<!-- end -->\n"
        );
        assert_eq!(replaced(&new, "x", "new\n"), new);
    }

    #[test]
    fn the_rows_of_a_section_are_read_as_they_were_written() {
        let mut section = Section::new("x", "make");
        section.row("one", "", "1 ms", "beside");
        section.asked("two", "1", "2", "", false);
        let page = "<!-- figures: x -->\n<!-- end -->\n<!-- figures: y -->\n| a | b | c | d |\n<!-- end -->\n";
        let page = replaced(page, "x", &section.table());
        assert_eq!(rows(&page, "x"), section.rows);
    }

    #[test]
    fn figures_are_short() {
        assert_eq!(time(0.000_012_34), "12.3 µs");
        assert_eq!(time(2.5), "2.50 s");
        assert_eq!(thousands("235931810"), "235\u{202f}931\u{202f}810");
        assert_eq!(short(987.6), "988");
    }

    #[test]
    fn a_longer_work_takes_longer() {
        let work = |times: u64| move || (0..times).fold(0_u64, |sum, next| black_box(sum ^ next));
        let round = Duration::from_millis(2);
        assert!(cpu(round, work(20_000)) > cpu(round, work(200)));
    }
}
