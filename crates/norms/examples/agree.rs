//! Holds both engines to each other: Cedar decides, the diagrams must say the same, verdict and norms.
//!
//! `cargo run -p norms --release --example agree [SITUATIONS]` compares at least that many (3 million without it) over the
//! five protocols and every action, and fails at the first difference.

#![expect(clippy::print_stdout, reason = "an example prints what it found")]

use norms::sample::{Chances, known};
use norms::{Protocol, Vocabulary, Workspace, shipped};
use std::process::ExitCode;
use std::thread;

fn main() -> ExitCode {
    let wanted: u64 = std::env::args()
        .nth(1)
        .and_then(|n| n.parse().ok())
        .unwrap_or(3_000_000);
    let protocols: Vec<&Protocol> = shipped::NAMES
        .iter()
        .filter_map(|name| shipped::protocol(name))
        .collect();
    let workers = thread::available_parallelism().map_or(2, std::num::NonZero::get) as u64;
    let rounds = (protocols.len() * Vocabulary::shipped().actions.len()) as u64 * workers;
    let each = wanted.div_ceil(rounds);
    let found: Vec<(u64, u64)> = thread::scope(|scope| {
        let spawn = |worker| {
            let protocols = &protocols;
            scope.spawn(move || compare(protocols, each, worker))
        };
        let running: Vec<_> = (0..workers).map(spawn).collect();
        running
            .into_iter()
            .map(|worker| worker.join().unwrap_or((0, 1)))
            .collect()
    });
    let compared: u64 = found.iter().map(|(compared, _)| compared).sum();
    let different: u64 = found.iter().map(|(_, different)| different).sum();
    println!("{compared} situations, {different} differences");
    ExitCode::from(u8::from(different > 0 || compared < wanted))
}

/// Compares `each` situations of every action under every protocol; returns how many and how many differed.
fn compare(protocols: &[&Protocol], each: u64, worker: u64) -> (u64, u64) {
    let mut work = Workspace::default();
    let mut chances = Chances::new(2026 + worker);
    let (mut compared, mut different) = (0, 0);
    for protocol in protocols {
        let vocabulary = protocol.vocabulary();
        for action in 0..vocabulary.actions.len() {
            for _ in 0..each {
                let situation = known(vocabulary, action, &mut chances);
                let reference = protocol.by_cedar(action, &situation).ok();
                let diagram = protocol.by_diagram(&mut work, action, &situation);
                compared += 1;
                if reference != diagram {
                    different += 1;
                    println!(
                        "{reference:?} but {diagram:?}: {:?}",
                        situation.to_json(vocabulary)
                    );
                }
            }
        }
    }
    (compared, different)
}
