//! Reads texts many times over, for measuring: `scan_many ROSTER.csv TEXTS ROUNDS [LINES]`. The texts are a file's lines, put
//! together by LINES (5 by default). It prints what it did, and no text; measure it with `/usr/bin/time`, which counts CPU.

#![expect(clippy::print_stdout, reason = "a program for people who measure")]

use personal_data::{Purpose, Roster, Scanner, School};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [roster, texts, rounds, rest @ ..] = arguments.as_slice() else {
        println!("scan_many ROSTER.csv TEXTS ROUNDS [LINES]");
        return ExitCode::from(2);
    };
    let read = |path: &String| std::fs::read_to_string(path).unwrap_or_default();
    let Ok(roster) = Roster::from_csv(&read(roster)) else {
        println!("the roster cannot be read");
        return ExitCode::from(2);
    };
    let lines = rest
        .first()
        .and_then(|lines| lines.parse().ok())
        .unwrap_or(5);
    let texts = read(texts);
    let all: Vec<&str> = texts.lines().collect();
    let texts: Vec<String> = all.chunks(lines).map(|chunk| chunk.join("\n")).collect();
    let scanner = Scanner::new(&roster, School::default());
    let (mut chars, mut found) = (0, 0);
    for _ in 0..rounds.parse().unwrap_or(1) {
        for text in &texts {
            chars += text.chars().count();
            found += scanner
                .scan(text, Purpose::default())
                .map_or(0, |report| report.findings.len());
        }
    }
    println!(
        "{} people, {chars} characters, {found} findings",
        roster.people.len()
    );
    ExitCode::SUCCESS
}
