//! The figures of the scan: what a text costs, what a school's list costs, and how it stands beside others on the same posts.
//!
//! With `PEERS_PYTHON` (see `benches/peers/README.md`) the peers read the same posts in the same run. Linux only: memory is read
//! from `/proc`.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a bench stops at the first surprise"
)]

#[expect(dead_code, reason = "tests read more of a post than a bench")]
#[path = "../tests/common/posts.rs"]
mod posts;

mod peers;

use std::process::ExitCode;
use std::time::Duration;

use cpu_time::ThreadTime;
use personal_data::{Person, Purpose, Roster, Scanner, School};
use posts::{Post, data, marked};
use testkit::bench::{Section, cpu, short, time};

/// Sets of the school Het Kompas.
const SETS: [&str; 6] = ["everyday", "hard", "unseen", "second", "third", "fourth"];

fn main() -> ExitCode {
    let mut section = Section::new(
        "scan",
        "cargo bench -p personal-data --bench scan -- --write",
    );
    let posts: Vec<Post> = SETS
        .iter()
        .flat_map(|set| marked(&data(&format!("compass/{set}.txt"))))
        .collect();
    let text: Vec<char> = posts
        .iter()
        .flat_map(|post| post.text.chars().chain(['\n']))
        .collect();
    costs(&mut section, &text);
    peers::beside(&mut section, &posts);
    section.finish()
}

/// Names as they come, with the same seed each time.
fn roster(people: usize) -> Roster {
    let given = list(include_str!("../lexicons/given-names.txt"));
    let surnames = list(include_str!("../lexicons/surnames.txt"));
    let mut seed = 0x5EED_u64;
    let mut draw = |from: &[&str]| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let at = usize::try_from(seed >> 33).expect("small") % from.len();
        let word = from[at];
        word[..1].to_uppercase() + &word[1..]
    };
    let people = (0..people).map(|n| Person {
        id: format!("P{n}"),
        call_name: draw(&given),
        surname: draw(&surnames),
        group: format!("{}a", n % 8 + 1),
        pupil_no: format!("{}", 4_000_000 + n),
        ..Person::default()
    });
    Roster {
        people: people.collect(),
    }
}

fn list(text: &'static str) -> Vec<&'static str> {
    let plain = |line: &&str| line.bytes().all(|b| b.is_ascii_lowercase()) && line.len() > 2;
    text.lines().filter(plain).collect()
}

/// Pieces of so many characters, each beginning at another place of the text.
fn pieces(text: &[char], chars: usize, count: usize) -> Vec<String> {
    let from = |n: usize| (n * 977) % (text.len() - chars);
    (0..count)
        .map(|n| text[from(n)..from(n) + chars].iter().collect())
        .collect()
}

fn costs(section: &mut Section, text: &[char]) {
    let (small, large) = (roster(440), roster(20_000));
    let round = Duration::from_millis(400);
    let scanner = Scanner::new(&small, School::default());
    let short_texts = pieces(text, 1_000, 64);
    let read = cpu(round, || all(&scanner, &short_texts)) / 64.0;
    section.asked(
        "1 000 characters, roster of 440",
        "0.1 ms",
        &time(read),
        "mean of 64 texts, put together from the labelled posts",
        read <= 1e-4,
    );
    let built = cpu(round, || Scanner::new(&small, School::default()));
    section.asked(
        "scan made ready for 440 people",
        "60 ms",
        &time(built),
        "",
        built <= 0.06,
    );
    drop(scanner);
    let before = resident();
    let scanner = Scanner::new(&large, School::default());
    let memory = resident();
    let built = cpu(round, || Scanner::new(&large, School::default()));
    section.asked(
        "the same for 20 000",
        "200 ms",
        &time(built),
        "",
        built <= 0.2,
    );
    section.asked(
        "memory with 20 000 people",
        "70 MB",
        &format!("{} MB", short(memory)),
        &format!(
            "resident, whole program; {} MB before, with lists and texts",
            short(before)
        ),
        memory <= 70.0,
    );
    let long_texts = pieces(text, 5_000, 1_000);
    let mut times: Vec<f64> = long_texts
        .iter()
        .map(|text| fastest(&scanner, text))
        .collect();
    times.sort_by(f64::total_cmp);
    let p99 = times[times.len() * 99 / 100];
    section.asked(
        "5 000 characters, roster of 20 000, p99",
        "1 ms",
        &time(p99),
        &format!(
            "of 1 000 texts; half of them under {}",
            time(times[times.len() / 2])
        ),
        p99 <= 1e-3,
    );
}

fn all(scanner: &Scanner, texts: &[String]) -> usize {
    let read = |text: &String| scanner.scan(text, Purpose::default());
    texts
        .iter()
        .map(|text| read(text).expect("short").findings.len())
        .sum()
}

/// The best of three: what else the machine does is no property of a text.
fn fastest(scanner: &Scanner, text: &str) -> f64 {
    let once = || {
        let start = ThreadTime::now();
        std::hint::black_box(scanner.scan(text, Purpose::default()).expect("short"));
        start.elapsed().as_secs_f64()
    };
    (0..3).map(|_| once()).fold(f64::INFINITY, f64::min)
}

/// Megabytes of this process in memory now.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status
        .lines()
        .find(|line| line.starts_with("VmRSS:"))
        .unwrap_or_else(|| panic!("no VmRSS"));
    let kilobytes = line.split_whitespace().nth(1).and_then(|n| n.parse().ok());
    kilobytes.map_or(0.0, |n: f64| n / 1024.0)
}
