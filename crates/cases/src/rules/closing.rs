//! When a case can be closed, and what is still to be done before.

use jiff::{SignedDuration, Timestamp};
use norms::front::Stance;

use super::script::Script;
use crate::model::{Opened, Record};

/// What stands in the way of closing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// Something with a term is not done.
    Tasks(usize),
    /// The text reports to the police or weighs it, and nobody decided.
    Police,
    /// The text asks whether the board is told, and nobody decided.
    Board,
    /// A measure is prepared and neither imposed nor dropped.
    Measure,
    /// Neither a measure nor the decision to impose none.
    Decision,
    /// An objection waits for a decision.
    Objection,
    /// Who signalled was not told anything, and there is no reason for that.
    Answer,
}

/// A measure that was prepared, and how it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is prepared.
    Prepared,
    /// It was imposed.
    Imposed,
    /// It was not gone on with, or taken back.
    Gone,
}

/// How a measure stands.
pub fn standing(opened: &Opened, measure: uuid::Uuid) -> Standing {
    let mut is = Standing::Prepared;
    for event in opened.after(measure) {
        match event.record {
            Record::Imposed { .. } => is = Standing::Imposed,
            Record::Dropped { .. } => is = Standing::Gone,
            _ => {}
        }
    }
    is
}

/// Everything that stands in the way, apart from the answer to who signalled, which is given while closing.
pub fn in_the_way(opened: &Opened, script: &Script<'_>) -> Vec<Open> {
    let has = |is: fn(&Record) -> bool| opened.events.iter().any(|event| is(&event.record));
    let measures = opened
        .events
        .iter()
        .filter(|event| matches!(event.record, Record::Measure { .. }));
    let standings: Vec<Standing> = measures.map(|event| standing(opened, event.id)).collect();
    let ruled = |id| {
        let mut after = opened.after(id);
        after.any(|event| matches!(event.record, Record::Ruled { .. }))
    };
    let objects = opened
        .events
        .iter()
        .any(|event| matches!(event.record, Record::Objection { .. }) && !ruled(event.id));
    let tasks = opened
        .events
        .iter()
        .filter(|event| event.is_open() && !matches!(event.record, Record::Objection { .. }));
    let tasks = tasks.count();
    let police = script.police().is_some() && !has(|one| matches!(one, Record::Police { .. }));
    let board = script.asks_board() && !has(|one| matches!(one, Record::Board { .. }));
    let decided = standings.contains(&Standing::Imposed)
        || has(|one| matches!(one, Record::NotActing { .. }));
    let prepared = standings.contains(&Standing::Prepared);
    let all = [
        (tasks > 0, Open::Tasks(tasks)),
        (police, Open::Police),
        (board, Open::Board),
        (prepared, Open::Measure),
        (!decided && !prepared, Open::Decision),
        (objects, Open::Objection),
    ];
    let open = all.into_iter().filter(|(is, _)| *is);
    open.map(|(_, open)| open).collect()
}

/// The text reports every possible offence, instead of weighing it.
pub fn must_report(script: &Script<'_>) -> bool {
    script
        .police()
        .is_some_and(|police| police.houding == Stance::Doet)
}

impl Open {
    /// The name of its text.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Tasks(_) => "open-tasks",
            Self::Police => "open-police",
            Self::Board => "open-board",
            Self::Measure => "open-measure",
            Self::Decision => "open-decision",
            Self::Objection => "open-objection",
            Self::Answer => "open-answer",
        }
    }
}

/// So long a case stays at least after somebody added something: nothing goes the day after it came.
pub const GRACE: SignedDuration = SignedDuration::from_hours(30 * 24);

/// When a case goes, given that something was added now: never within [`GRACE`] of that. One that is not over has no such day.
pub fn with_grace(forget_at: Option<Timestamp>, now: Timestamp) -> Option<Timestamp> {
    let earliest = now.saturating_add(GRACE).unwrap_or(Timestamp::MAX);
    forget_at.map(|at| at.max(earliest))
}
