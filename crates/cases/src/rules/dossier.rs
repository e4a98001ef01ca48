//! What of a case goes into a dossier, by who it is for.

use uuid::Uuid;
use words::PersonId;

use crate::model::{Event, Opened, Record};

/// Who a dossier is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reader {
    /// The school's own dossier system.
    School,
    /// The police, as an evidence pack.
    Police,
    /// Somebody who is in it and asks to see it, alone or for a child.
    Party {
        /// As which parties: themselves and the children they represent.
        own: Vec<Uuid>,
        /// Who those are.
        people: Vec<PersonId>,
    },
}

/// Whether something goes along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// With its file, where it has one.
    Whole,
    /// What was written, without its file.
    WithoutFile,
    /// Not; and that it is left out is told, since the reader has to know that there is more.
    LeftOut,
    /// Not: it is of the school's own work, or of the police.
    Kept,
}

/// The parts of a dossier, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chapter {
    /// What was said.
    Talks,
    /// What was asked to restore.
    Restoring,
    /// Measures, or the decision to impose none.
    Measures,
    /// Objections.
    Objections,
    /// What else was decided.
    Decisions,
    /// Letters and messages.
    Letters,
    /// Evidence.
    Evidence,
    /// What was decided about the police.
    Police,
    /// Notes, tasks and aftercare.
    Work,
}

impl Chapter {
    /// All, in order.
    pub const ALL: [Self; 9] = [
        Self::Talks,
        Self::Restoring,
        Self::Measures,
        Self::Objections,
        Self::Decisions,
        Self::Letters,
        Self::Evidence,
        Self::Police,
        Self::Work,
    ];

    /// The name of its heading.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Talks => "dossier-talks",
            Self::Restoring => "dossier-restoring",
            Self::Measures => "dossier-measures",
            Self::Objections => "dossier-objections",
            Self::Decisions => "dossier-decisions",
            Self::Letters => "dossier-letters",
            Self::Evidence => "dossier-evidence",
            Self::Police => "dossier-police",
            Self::Work => "dossier-work",
        }
    }

    /// Where something stands.
    pub const fn of(record: &Record) -> Self {
        match record {
            Record::Talk { .. } | Record::Held { .. } | Record::Cancelled { .. } => Self::Talks,
            Record::Restore { .. } | Record::Restored { .. } => Self::Restoring,
            Record::Measure { .. }
            | Record::Legal { .. }
            | Record::Imposed { .. }
            | Record::Dropped { .. }
            | Record::NotActing { .. } => Self::Measures,
            Record::Objection { .. } | Record::Said { .. } | Record::Ruled { .. } => {
                Self::Objections
            }
            Record::Board { .. }
            | Record::Fake { .. }
            | Record::Judged { .. }
            | Record::Mistaken { .. }
            | Record::Turned { .. }
            | Record::Hold { .. } => Self::Decisions,
            Record::Letter { .. } | Record::Message { .. } | Record::Answer { .. } => Self::Letters,
            Record::Evidence { .. } => Self::Evidence,
            Record::Police { .. } => Self::Police,
            Record::Note { .. }
            | Record::Task { .. }
            | Record::Done { .. }
            | Record::Aftercare { .. }
            | Record::Seated { .. }
            | Record::Joined { .. } => Self::Work,
        }
    }
}

/// The parties that something is about; none where it is about the case as a whole.
fn about(opened: &Opened, event: &Event) -> Option<Vec<Uuid>> {
    match &event.record {
        Record::Aftercare { party, .. }
        | Record::Measure { party, .. }
        | Record::Fake { party, .. }
        | Record::Mistaken { party, .. }
        | Record::Restore {
            party: Some(party), ..
        }
        | Record::Letter {
            party: Some(party), ..
        } => Some(vec![*party]),
        Record::Talk { with, .. } | Record::Held { with, .. } => Some(with.clone()),
        // What goes on from something is about the same.
        _ => {
            let before = opened.event(event.about?)?;
            (before.id != event.id).then(|| about(opened, before))?
        }
    }
}

/// Whether something goes into a dossier for this reader. The police record only goes into the pack for the police; what the school and
/// who signalled write to each other, notes and tasks go to nobody who is in it.
pub fn given(opened: &Opened, event: &Event, reader: &Reader) -> Given {
    match (reader, &event.record) {
        (Reader::Police, Record::Police { .. }) => Given::Whole,
        (_, Record::Police { .. } | Record::Seated { .. } | Record::Joined { .. }) => Given::Kept,
        (Reader::School, _) => Given::Whole,
        (Reader::Police, record) => match record {
            Record::Note { .. }
            | Record::Task { .. }
            | Record::Done { .. }
            | Record::Aftercare { .. }
            | Record::Answer { .. }
            | Record::Board { .. }
            | Record::Hold { .. } => Given::Kept,
            _ => Given::Whole,
        },
        (Reader::Party { own, people }, record) => to_party(opened, event, record, (own, people)),
    }
}

fn to_party(
    opened: &Opened,
    event: &Event,
    record: &Record,
    (own, people): (&[Uuid], &[PersonId]),
) -> Given {
    match record {
        Record::Note { .. }
        | Record::Task { .. }
        | Record::Done { .. }
        | Record::Message { .. }
        | Record::Answer { .. }
        | Record::Hold { .. }
        | Record::Letter { party: None, .. } => Given::Kept,
        Record::Evidence { file, .. } => match event.by {
            Some(by) if people.contains(&by) => Given::Whole,
            // Who signalled could be known by what they handed in.
            None => Given::LeftOut,
            by if by == opened.case.reporter => Given::LeftOut,
            _ if file.is_some() => Given::WithoutFile,
            _ => Given::Whole,
        },
        _ => match about(opened, event) {
            Some(parties) if parties.iter().any(|one| own.contains(one)) => Given::Whole,
            Some(_) => Given::LeftOut,
            None => Given::Whole,
        },
    }
}
