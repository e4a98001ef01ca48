//! What somebody who is in a case reads of it: the letters that were written to them, and what came of their objection. Nothing else.

use uuid::Uuid;

use super::closing::{Standing, standing};
use super::measure::imposed_on;
use crate::model::{Event, Opened, Record};

/// The letters to these parties, in order.
pub fn letters<'a>(opened: &'a Opened, mine: &[Uuid]) -> Vec<&'a Event> {
    let is_mine = |event: &&Event| match &event.record {
        Record::Letter {
            party: Some(party), ..
        } => mine.contains(party),
        _ => false,
    };
    opened.events.iter().filter(is_mine).collect()
}

/// A measure that was made known to somebody, and their objections to it.
#[derive(Debug)]
pub struct Known<'a> {
    /// The measure.
    pub measure: &'a Event,
    /// It stands: one can object to it.
    pub stands: bool,
    /// Their objections, in order.
    pub objections: Vec<&'a Event>,
}

impl Known<'_> {
    /// One of their objections waits for a decision.
    pub fn is_open(&self) -> bool {
        self.objections.iter().any(|one| one.is_open())
    }
}

/// The measures on `subjects` that were imposed and made known by a letter to these parties.
pub fn measures<'a>(opened: &'a Opened, mine: &[Uuid], subjects: &[Uuid]) -> Vec<Known<'a>> {
    let told = |measure: Uuid| {
        letters(opened, mine)
            .iter()
            .any(|letter| letter.about == Some(measure))
    };
    let on_them = |event: &&Event| matches!(&event.record, Record::Measure { party, .. } if subjects.contains(party));
    let all = opened.events.iter().filter(on_them);
    let known = all.filter(|event| imposed_on(opened, event.id).is_some() && told(event.id));
    known
        .map(|measure| Known {
            measure,
            stands: standing(opened, measure.id) == Standing::Imposed,
            objections: opened
                .after(measure.id)
                .filter(|event| is_theirs(event, mine))
                .collect(),
        })
        .collect()
}

fn is_theirs(event: &Event, mine: &[Uuid]) -> bool {
    matches!(&event.record, Record::Objection { party: Some(party), .. } if mine.contains(party))
}

/// What was said in an objection: text, whether the school said it, and the event.
pub fn thread<'a>(opened: &'a Opened, objection: &'a Event) -> Vec<(&'a str, bool, &'a Event)> {
    let mut all = Vec::new();
    if let Record::Objection { text, .. } = &objection.record {
        all.push((text.as_str(), false, objection));
    }
    all.extend(
        opened
            .after(objection.id)
            .filter_map(|event| match &event.record {
                Record::Said { text, ours } => Some((text.as_str(), *ours, event)),
                Record::Ruled { reason, .. } => Some((reason.as_str(), true, event)),
                _ => None,
            }),
    );
    all
}
