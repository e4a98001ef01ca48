//! When a case can be closed, and what is still to be done before.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use law::retention::{Facts, Item, ends};

use super::script::Script;
use crate::model::{Opened, Record};

/// What stands in the way of closing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// Something with a term is not done.
    Tasks,
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
        .any(|event| event.is_open() && !matches!(event.record, Record::Objection { .. }));
    let police = script.police().is_some() && !has(|one| matches!(one, Record::Police { .. }));
    let board = script.asks_board() && !has(|one| matches!(one, Record::Board { .. }));
    let decided = standings.contains(&Standing::Imposed)
        || has(|one| matches!(one, Record::NotActing { .. }));
    let prepared = standings.contains(&Standing::Prepared);
    let all = [
        (tasks, Open::Tasks),
        (police, Open::Police),
        (board, Open::Board),
        (prepared, Open::Measure),
        (!decided && !prepared, Open::Decision),
        (objects, Open::Objection),
    ];
    let open = all.into_iter().filter(|(is, _)| *is);
    open.map(|(_, open)| open).collect()
}

impl Open {
    /// The name of its text.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Tasks => "open-tasks",
            Self::Police => "open-police",
            Self::Board => "open-board",
            Self::Measure => "open-measure",
            Self::Decision => "open-decision",
            Self::Objection => "open-objection",
        }
    }
}

/// The last day on which a case that was closed on this day is kept: by the heaviest measure that stands in it, or as a report. None
/// as long as that cannot be known: a pupil who was suspended or removed is still here. `left` is when somebody in it left.
pub fn last_day(
    opened: &Opened,
    closed: Date,
    left: impl Fn(uuid::Uuid) -> Option<Date>,
) -> Option<Date> {
    let mut last = ends(
        Item::Report,
        &Facts {
            closed,
            left: None,
            public_until: None,
        },
    )?;
    for event in &opened.events {
        let Record::Measure { kind, party, .. } = &event.record else {
            continue;
        };
        if standing(opened, event.id) != Standing::Imposed {
            continue;
        }
        let item = match kind.as_str() {
            "waarschuwing" => Item::Warning,
            "schorsing" => Item::Suspension,
            "verwijdering" => Item::Removal,
            _ => Item::PupilFile,
        };
        let facts = Facts {
            closed,
            left: left(*party),
            public_until: None,
        };
        last = last.max(ends(item, &facts)?);
    }
    Some(last)
}

/// The end of that day.
pub fn forget_at(
    opened: &Opened,
    closed: Date,
    left: impl Fn(uuid::Uuid) -> Option<Date>,
) -> Option<Timestamp> {
    last_day(opened, closed, left).and_then(super::end_of)
}

/// So long a case stays at least after somebody added something: nothing goes the day after it came.
pub const GRACE: SignedDuration = SignedDuration::from_hours(30 * 24);

/// When a case goes, given that something was added now: never within [`GRACE`] of that. One that is not over has no such day.
pub fn with_grace(forget_at: Option<Timestamp>, now: Timestamp) -> Option<Timestamp> {
    let earliest = now.saturating_add(GRACE).unwrap_or(Timestamp::MAX);
    forget_at.map(|at| at.max(earliest))
}
