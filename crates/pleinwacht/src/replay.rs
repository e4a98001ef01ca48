//! A verdict of the log, asked again: years later it must be the same.

use decisions::Logged;
use norms::{Protocol, Situation, shipped};
use serde_json::Value as Json;

/// What asking again gave.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Replayed {
    /// Verdicts that came out the same.
    pub(crate) same: usize,
    /// Entries whose verdict comes out otherwise.
    pub(crate) otherwise: Vec<i64>,
    /// Entries whose version of the protocol is not here any more, or whose facts cannot be read.
    pub(crate) unknown: Vec<i64>,
}

impl Replayed {
    /// Asks the verdict of this entry again, if it rests on one. The entry's receipt is the whole answer, as `ask --json` gives it.
    pub(crate) fn add(&mut self, logged: &Logged) {
        let Some(answer) = &logged.entry.receipt else {
            return;
        };
        match again(answer) {
            Some(true) => self.same += 1,
            Some(false) => self.otherwise.push(logged.seq),
            None => self.unknown.push(logged.seq),
        }
    }
}

/// Whether the verdict is the same; nothing when it cannot be asked.
fn again(answer: &Json) -> Option<bool> {
    let receipt = answer.get("receipt")?;
    let protocol = version(
        receipt.get("protocol")?.as_str()?,
        receipt.get("sha256")?.as_str()?,
    )?;
    let facts = receipt.get("facts")?.to_string();
    let situation = Situation::from_json_str(&facts, protocol.vocabulary()).ok()?;
    let now = serde_json::to_value(protocol.ask_twice(&situation)).ok()?;
    Some(
        ["verdict", "articles", "duties", "measures"]
            .iter()
            .all(|part| now.get(part) == answer.get(part)),
    )
}

/// The protocol with exactly this text.
fn version(name: &str, sha256: &str) -> Option<&'static Protocol> {
    let protocol = shipped::protocol(name)?;
    (protocol.sha256 == sha256).then_some(protocol)
}

#[cfg(test)]
mod tests {
    use decisions::Entry;
    use jiff::Timestamp;

    use super::*;

    fn logged(seq: i64, change: impl FnOnce(&mut Json)) -> Logged {
        let protocol = shipped::protocol("flex").unwrap();
        let facts = r#"{"actie": "plaatsen", "rollen": ["leraar"], "kanaal": "schoolgroep", "praktisch": false}"#;
        let situation = Situation::from_json_str(facts, protocol.vocabulary()).unwrap();
        let mut answer = serde_json::to_value(protocol.ask_twice(&situation)).unwrap();
        change(&mut answer);
        let mut entry = Entry::new(Timestamp::UNIX_EPOCH, "draft_approved", "approved");
        entry.receipt = Some(answer);
        Logged { seq, entry }
    }

    #[test]
    fn a_verdict_is_the_same_and_a_changed_one_is_seen() {
        let mut replayed = Replayed::default();
        replayed.add(&logged(1, |_| {}));
        replayed.add(&logged(2, |answer| answer["verdict"] = "permitted".into()));
        replayed.add(&logged(3, |answer| {
            answer["receipt"]["sha256"] = "00".into();
        }));
        replayed.add(&Logged {
            seq: 4,
            entry: Entry::new(Timestamp::UNIX_EPOCH, "looked", "shown"),
        });
        assert_eq!(
            replayed,
            Replayed {
                same: 1,
                otherwise: vec![2],
                unknown: vec![3]
            }
        );
    }
}
