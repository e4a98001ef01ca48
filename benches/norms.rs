//! The figures of `norms`: asking, Cedar beside bare Cedar, comparing, proving, the next question.

#![expect(clippy::expect_used, reason = "a bench stops at the first surprise")]

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Duration;

use cedar_policy::Authorizer;
use norms::sample::{Chances, known};
use norms::{Protocol, Situation, Vocabulary, Workspace, shipped};
use testkit::bench::{Section, cpu, thousands, time};

const ROUND: Duration = Duration::from_millis(400);

fn main() -> ExitCode {
    let protocols: Vec<&Protocol> = shipped::NAMES
        .iter()
        .filter_map(|name| shipped::protocol(name))
        .collect();
    let mut section = Section::new("norms", "cargo bench --workspace --bench norms -- --write");
    asking(&protocols, &mut section);
    beside_cedar(&protocols, &mut section);
    whole_space(&protocols, &mut section);
    next_question(&protocols, &mut section);
    section.finish()
}

/// A thousand fully known messages: the action with the most facts and the most norms.
fn messages(vocabulary: &Vocabulary) -> Vec<Situation> {
    let mut chances = Chances::new(7);
    let action = vocabulary.action_id("plaatsen").expect("an action");
    (0..1000)
        .map(|_| known(vocabulary, action, &mut chances))
        .collect()
}

/// A thousand fully known situations, over all actions.
fn situations(vocabulary: &Vocabulary) -> Vec<Situation> {
    let mut chances = Chances::new(7);
    (0..1000)
        .map(|at| known(vocabulary, at % vocabulary.actions.len(), &mut chances))
        .collect()
}

/// JSON in, JSON out, one thread: what `ask --lines` does for each line.
fn asking(protocols: &[&Protocol], section: &mut Section) {
    let mut slowest: Option<(f64, String)> = None;
    for protocol in protocols {
        let vocabulary = protocol.vocabulary();
        let lines: Vec<String> = messages(vocabulary)
            .iter()
            .map(|situation| serde_json::Value::Object(situation.to_json(vocabulary)).to_string())
            .collect();
        let mut work = Workspace::default();
        let mut out = Vec::with_capacity(1 << 20);
        let seconds = cpu(ROUND, || {
            out.clear();
            for line in &lines {
                let situation = Situation::from_json_str(line, vocabulary).expect("a situation");
                serde_json::to_writer(&mut out, &protocol.ask_with(&mut work, &situation))
                    .expect("memory takes it");
                out.push(b'\n');
            }
            out.len()
        }) / 1000.0;
        if slowest.as_ref().is_none_or(|(most, _)| seconds > *most) {
            slowest = Some((seconds, protocol.document.front.protocol.as_ref().clone()));
        }
    }
    let (seconds, name) = slowest.expect("there are protocols");
    section.asked(
        "fully known messages, JSON in and out, one core",
        "100\u{202f}000 a second",
        &format!("{} a second", thousands(&format!("{:.0}", 1.0 / seconds))),
        &format!(
            "{} each: the action with the most facts, at the slowest of the five, {name}",
            time(seconds)
        ),
        1.0 / seconds >= 100_000.0,
    );
}

/// The reference engine with its verdict, against bare Cedar with the same policies, request and entities.
fn beside_cedar(protocols: &[&Protocol], section: &mut Section) {
    let authorizer = Authorizer::new();
    for protocol in protocols {
        let requests: Vec<_> = situations(protocol.vocabulary())
            .iter()
            .take(200)
            .map(|situation| {
                let action = situation.action.expect("a known situation has an action");
                protocol
                    .cedar_request(action, situation)
                    .expect("Cedar takes the request")
            })
            .collect();
        let ours = cpu(ROUND, || {
            for (request, entities, _) in &requests {
                black_box(protocol.by_cedar_request(request, entities));
            }
        });
        let bare = cpu(ROUND, || {
            for (request, entities, policies) in &requests {
                black_box(authorizer.is_authorized(request, policies, entities));
            }
        });
        let name = protocol.document.front.protocol.as_ref();
        let [ours, bare] = [ours, bare].map(|seconds| seconds / 200.0);
        section.asked(
            &format!("Cedar's verdict with its norms, {name}"),
            "1.3 times bare Cedar",
            &format!("{:.2} times", ours / bare),
            &format!("{} against {}", time(ours), time(bare)),
            ours / bare <= 1.3,
        );
    }
}

/// Comparing and proving: every situation counted, none sampled.
fn whole_space(protocols: &[&Protocol], section: &mut Section) {
    let mut slowest = (0.0, String::new(), 0);
    for a in protocols {
        for b in protocols.iter().filter(|b| !std::ptr::eq(**b, *a)) {
            let mut space = 0;
            let seconds = cpu(Duration::from_millis(1), || {
                space = norms::compare(a, b).expect("it fits in the budget").space;
            });
            if seconds > slowest.0 {
                let names = format!(
                    "{} and {}",
                    a.document.front.protocol.as_ref(),
                    b.document.front.protocol.as_ref()
                );
                slowest = (seconds, names, space);
            }
        }
    }
    section.asked(
        "compare two protocols, whole space",
        "1 s",
        &time(slowest.0),
        &format!(
            "the slowest pair, {}: {} kinds of situations",
            slowest.1,
            thousands(&slowest.2.to_string())
        ),
        slowest.0 <= 1.0,
    );
    let mut slowest = (0.0, String::new(), 0);
    for protocol in protocols {
        let mut space = 0;
        let seconds = cpu(Duration::from_millis(1), || {
            let proofs = protocol.prove().expect("it fits in the budget");
            space = proofs
                .iter()
                .map(|proof| proof.space)
                .max()
                .unwrap_or_default();
        });
        if seconds > slowest.0 {
            slowest = (
                seconds,
                protocol.document.front.protocol.as_ref().clone(),
                space,
            );
        }
    }
    section.asked(
        "prove all touchstones of a protocol, whole space",
        "1 s",
        &time(slowest.0),
        &format!(
            "the slowest, {}: {} kinds of situations for one touchstone",
            slowest.1,
            thousands(&slowest.2.to_string())
        ),
        slowest.0 <= 1.0,
    );
}

/// After each answer on the way to a verdict: which question comes next.
fn next_question(protocols: &[&Protocol], section: &mut Section) {
    let mut slowest = (0.0, String::new());
    for protocol in protocols {
        let vocabulary = protocol.vocabulary();
        let mut work = Workspace::default();
        for full in situations(vocabulary).iter().take(40) {
            let mut told = Situation::unknown(vocabulary);
            told.action = full.action;
            while let Some(question) = protocol.next_question(&mut work, &told, &[]) {
                let seconds = cpu(Duration::from_micros(200), || {
                    protocol.next_question(&mut work, &told, &[])
                });
                if seconds > slowest.0 {
                    slowest = (seconds, protocol.document.front.protocol.as_ref().clone());
                }
                for fact in question.facts {
                    told.set(fact, full.get(fact).clone());
                }
            }
        }
    }
    section.asked(
        "next question after an answer",
        "1 ms",
        &time(slowest.0),
        &format!(
            "the slowest of all on the way to 40 verdicts at each school, {}",
            slowest.1
        ),
        slowest.0 <= 1e-3,
    );
}
