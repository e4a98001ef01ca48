//! What stands on record, held against the conditions.

use jiff::Timestamp;

use super::{Condition, Kind, Need, Party, Situation, Stretch, conditions};

/// Somebody was heard, or given the chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hearing {
    /// Who.
    pub who: Party,
    /// When it was held, or would have been.
    pub at: Timestamp,
    /// Whether they came; who was invited in time and stayed away had the chance.
    pub came: bool,
}

/// What stands on record about one measure.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one line of a list that somebody ticks"
)]
pub struct Done {
    /// When it is decided: now, as long as it is not.
    pub decided: Timestamp,
    /// When the intention was made known in writing.
    pub announced: Option<Timestamp>,
    /// Who was heard.
    pub heard: Vec<Hearing>,
    /// When the inspectorate was consulted.
    pub inspectorate_consulted: Option<Timestamp>,
    /// When another school said that it is willing.
    pub other_school: Option<Timestamp>,
    /// Whether who decides is the board, or has its mandate.
    pub mandate: bool,
    /// Whether an article of the protocol is named.
    pub ground_in_protocol: bool,
    /// Whether an article of the collective agreement is named.
    pub ground_in_agreement: bool,
    /// Whether a conversation was held about it.
    pub talk: bool,
    /// Whether the reasons are given.
    pub reasons: bool,
    /// To whom a letter is written.
    pub letters: Vec<Party>,
    /// Whether the letter names the objection: that, until when, and with whom.
    pub objection_named: bool,
    /// Whether schoolwork was arranged.
    pub schoolwork: bool,
    /// When the inspectorate was told.
    pub inspectorate_told: Option<Timestamp>,
    /// When the municipality was told.
    pub municipality_told: Option<Timestamp>,
}

impl Done {
    /// Nothing yet, for a decision at this moment.
    pub const fn on(decided: Timestamp) -> Self {
        Self {
            decided,
            announced: None,
            heard: Vec::new(),
            inspectorate_consulted: None,
            other_school: None,
            mandate: false,
            ground_in_protocol: false,
            ground_in_agreement: false,
            talk: false,
            reasons: false,
            letters: Vec::new(),
            objection_named: false,
            schoolwork: false,
            inspectorate_told: None,
            municipality_told: None,
        }
    }

    fn before(&self, at: Option<Timestamp>) -> Option<Why> {
        match at {
            None => Some(Why::Absent),
            Some(at) if at < self.decided => None,
            Some(_) => Some(Why::NotBefore),
        }
    }

    fn after(&self, at: Option<Timestamp>) -> Option<Why> {
        match at {
            None => Some(Why::Absent),
            Some(at) if at >= self.decided => None,
            Some(_) => Some(Why::NotAfter),
        }
    }

    /// Why a need is not met; none when it is.
    fn lacks(&self, need: Need, stretch: Option<Stretch>) -> Option<Why> {
        let there = |is: bool| (!is).then_some(Why::Absent);
        let within = |days: usize, at_most: usize| {
            (days > at_most).then_some(Why::TooLong { days, at_most })
        };
        match (need, stretch) {
            (Need::Announced, _) => self.before(self.announced),
            (Need::Heard(party), _) => {
                let first = self.heard.iter().filter(|one| one.who == party);
                self.before(first.map(|one| one.at).min())
            }
            (Need::InspectorateConsulted, _) => self.before(self.inspectorate_consulted),
            (Need::OtherSchool, _) => self.before(self.other_school),
            (Need::Mandate, _) => there(self.mandate),
            (Need::GroundInProtocol, _) => there(self.ground_in_protocol),
            (Need::GroundInAgreement, _) => there(self.ground_in_agreement),
            (Need::Stretch, stretch) => there(stretch.is_some_and(|one| one.days() > 0)),
            (Need::WithinWeek, Some(one)) => within(one.days(), Stretch::LONGEST),
            (Need::WithinFiveSchoolDays, Some(one)) => {
                within(one.school_days, Stretch::LONGEST_IN_SCHOOL_DAYS)
            }
            (Need::WithinWeekTogether, Some(one)) if one.before > 0 => {
                within(one.days().saturating_add(one.before), Stretch::LONGEST)
            }
            (Need::WithinWeek | Need::WithinFiveSchoolDays | Need::WithinWeekTogether, _) => None,
            (Need::TalkOrLetter, _) => there(self.talk || !self.letters.is_empty()),
            (Need::Reasons, _) => there(self.reasons),
            (Need::Letter(party), _) => there(self.letters.contains(&party)),
            (Need::ObjectionNamed, _) => there(self.objection_named),
            (Need::Schoolwork, _) => there(self.schoolwork),
            (Need::InspectorateTold, _) => self.after(self.inspectorate_told),
            (Need::MunicipalityTold, _) => self.after(self.municipality_told),
        }
    }
}

/// Why a condition is not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// It is not there.
    Absent,
    /// It is there, and not from before the decision.
    NotBefore,
    /// It is there, and from before the decision that it is about.
    NotAfter,
    /// It lasts too long.
    TooLong {
        /// So many days.
        days: usize,
        /// Of so many at most.
        at_most: usize,
    },
}

/// A condition that is not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Missing {
    /// Which.
    pub condition: &'static Condition,
    /// Why.
    pub why: Why,
}

/// The conditions of a measure that are not met by what stands on record, in the order in which they are met.
pub fn missing(kind: Kind, situation: &Situation, done: &Done) -> Vec<Missing> {
    conditions(kind, situation)
        .into_iter()
        .filter_map(|condition| {
            let why = done.lacks(condition.need, situation.stretch)?;
            Some(Missing { condition, why })
        })
        .collect()
}
