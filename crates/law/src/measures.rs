//! What has to be done before, with and after a measure.
//!
//! [`conditions`] gives the conditions that hold in a [`Situation`]; [`missing`] those that what stands on record ([`Done`]) does
//! not meet. A condition [`Weight::Blocks`] or only [`Weight::Warns`]: what is no more than practice never blocks. Its [`Moment`] says when it has to be met:
//! before the decision, with the letter, or at once after it. A letter that misses something of the first two is not sent; what comes
//! after is work with a term. Nothing here imposes a measure, and nobody is measured by it: a person decides.
//!
//! A hearing counts when it lay before the decision, and also when somebody was given the chance and stayed away: else whoever does
//! not come could stop a measure for ever.
//!
//! ```
//! use law::measures::{Denomination, Done, Kind, Need, Sector, Situation, Weight, missing};
//! let situation = Situation::new(Sector::Po, Denomination::Special);
//! let done = Done::on("2026-11-22T10:00:00Z".parse().unwrap());
//! let blocks: Vec<Need> = missing(Kind::Warning, &situation, &done)
//!     .into_iter()
//!     .filter(|missing| missing.condition.weight == Weight::Blocks)
//!     .map(|missing| missing.condition.need)
//!     .collect();
//! assert_eq!(blocks, [Need::GroundInProtocol, Need::TalkOrLetter]);
//! ```

mod record;
mod table;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::source::Source;
pub use record::{Done, Hearing, Missing, Why, missing};

/// What is imposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A warning.
    Warning,
    /// A suspension of a pupil.
    Suspension,
    /// The definitive removal of a pupil.
    Removal,
    /// A measure of order against somebody on the staff, within the collective agreement.
    StaffSanction,
    /// Nothing: that is a decision too.
    NotActing,
}

impl Kind {
    /// All, from the mildest.
    pub const ALL: [Self; 5] = [
        Self::NotActing,
        Self::Warning,
        Self::Suspension,
        Self::Removal,
        Self::StaffSanction,
    ];

    /// The code that a record and a list of texts know it by.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Warning => "waarschuwing",
            Self::Suspension => "schorsing",
            Self::Removal => "verwijdering",
            Self::StaffSanction => "ordemaatregel",
            Self::NotActing => "niet-optreden",
        }
    }
}

/// Which education act holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sector {
    /// Primary education: Wet op het primair onderwijs.
    Po,
    /// Secondary education: Wet voortgezet onderwijs 2020.
    Vo,
}

/// Who founded the school.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Denomination {
    /// A public authority: openbaar.
    Public,
    /// Anybody else: bijzonder.
    Special,
}

/// Somebody who is heard or written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Party {
    /// The pupil.
    Pupil,
    /// The guardians with authority.
    Guardians,
    /// The teacher of the pupil's group.
    GroupTeacher,
    /// The member of staff whom it is about.
    Staff,
}

impl Party {
    /// The code that a record and a list of texts know it by.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pupil => "leerling",
            Self::Guardians => "ouders",
            Self::GroupTeacher => "groepsleraar",
            Self::Staff => "medewerker",
        }
    }
}

/// From when to when a pupil is suspended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stretch {
    /// The first day.
    pub first: Date,
    /// The last day, which counts.
    pub last: Date,
    /// How many of these days the school is open ([`crate::terms::school_days`]).
    pub school_days: usize,
    /// How many days of the calendar the same pupil was suspended for the same facts, right before this.
    pub before: usize,
}

impl Stretch {
    /// The longest that a suspension may be, in days of the calendar: one week.
    pub const LONGEST: usize = 7;
    /// The longest that practice takes a week to be, in school days.
    pub const LONGEST_IN_SCHOOL_DAYS: usize = 5;

    /// A stretch with its school days counted. `before` is nothing.
    pub fn new(first: Date, last: Date, is_school_day: impl Fn(Date) -> bool) -> Self {
        Self {
            first,
            last,
            school_days: crate::terms::school_days(first, last, is_school_day),
            before: 0,
        }
    }

    /// Days of the calendar, both ends counted; none when it ends before it begins.
    pub fn days(&self) -> usize {
        crate::terms::school_days(self.first, self.last, |_| true)
    }

    /// The last day that a suspension from this day may have. It is not lengthened when that is a free day.
    pub fn last_for(first: Date) -> Date {
        first.saturating_add(6.days())
    }
}

/// What decides which conditions hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Situation {
    /// Primary or secondary.
    pub sector: Sector,
    /// Public or special.
    pub denomination: Denomination,
    /// Whether the pupil is eighteen or older on the day of the decision.
    pub adult: bool,
    /// Whether the pupil has to go to school by the Leerplichtwet.
    pub compulsory: bool,
    /// From when to when, of a suspension.
    pub stretch: Option<Stretch>,
}

impl Situation {
    /// A pupil under eighteen who has to go to school.
    pub const fn new(sector: Sector, denomination: Denomination) -> Self {
        Self {
            sector,
            denomination,
            adult: false,
            compulsory: true,
            stretch: None,
        }
    }
}

/// Something that has to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Need {
    /// The intention was made known in writing.
    Announced,
    /// Somebody was heard, or given the chance.
    Heard(Party),
    /// The inspectorate was consulted.
    InspectorateConsulted,
    /// Another school is willing to take the pupil.
    OtherSchool,
    /// The board imposes it, or somebody with its mandate.
    Mandate,
    /// The article of the protocol that it rests on.
    GroundInProtocol,
    /// The article of the collective agreement that it rests on.
    GroundInAgreement,
    /// First and last day.
    Stretch,
    /// At most seven days of the calendar.
    WithinWeek,
    /// At most five school days.
    WithinFiveSchoolDays,
    /// Together with what went right before it at most seven days.
    WithinWeekTogether,
    /// A conversation was held or a letter written.
    TalkOrLetter,
    /// The reasons.
    Reasons,
    /// A letter to somebody.
    Letter(Party),
    /// The letter says that, until when and with whom somebody may object.
    ObjectionNamed,
    /// Schoolwork goes on.
    Schoolwork,
    /// The inspectorate was told in writing, with the reasons.
    InspectorateTold,
    /// The municipality was told.
    MunicipalityTold,
}

impl Need {
    /// The code that a record and a list of texts know it by.
    pub fn code(self) -> String {
        let code = match self {
            Self::Announced => "voornemen",
            Self::Heard(party) => return format!("horen-{}", party.code()),
            Self::InspectorateConsulted => "overleg-inspectie",
            Self::OtherSchool => "andere-school",
            Self::Mandate => "bevoegd",
            Self::GroundInProtocol => "grond-protocol",
            Self::GroundInAgreement => "grond-cao",
            Self::Stretch => "begin-en-einde",
            Self::WithinWeek => "hoogstens-week",
            Self::WithinFiveSchoolDays => "hoogstens-vijf-schooldagen",
            Self::WithinWeekTogether => "samen-hoogstens-week",
            Self::TalkOrLetter => "gesprek-of-brief",
            Self::Reasons => "redenen",
            Self::Letter(party) => return format!("brief-{}", party.code()),
            Self::ObjectionNamed => "bezwaar-genoemd",
            Self::Schoolwork => "schoolwerk",
            Self::InspectorateTold => "melding-inspectie",
            Self::MunicipalityTold => "melding-gemeente",
        };
        code.to_owned()
    }
}

/// What it means when a condition is not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weight {
    /// The measure cannot go on.
    Blocks,
    /// Somebody is told, and decides.
    Warns,
}

/// When a condition has to be met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Moment {
    /// Before the decision.
    Before,
    /// With the letter that makes it known.
    With,
    /// At once after it: the same school day, where the law names no term.
    After,
}

/// When a condition holds; what is none holds for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct When {
    /// Only in this sector.
    pub sector: Option<Sector>,
    /// Only at these schools.
    pub denomination: Option<Denomination>,
    /// Only for who is eighteen, or is not.
    pub adult: Option<bool>,
    /// Only for who has to go to school, or has not.
    pub compulsory: Option<bool>,
    /// Only for a suspension of more school days than this.
    pub longer_than: Option<usize>,
}

impl When {
    /// Whether it holds here.
    pub fn holds(&self, situation: &Situation) -> bool {
        fn fits<T: PartialEq>(asked: Option<T>, is: &T) -> bool {
            asked.is_none_or(|asked| asked == *is)
        }
        fits(self.sector, &situation.sector)
            && fits(self.denomination, &situation.denomination)
            && fits(self.adult, &situation.adult)
            && fits(self.compulsory, &situation.compulsory)
            && self.longer_than.is_none_or(|days| {
                situation
                    .stretch
                    .is_some_and(|stretch| stretch.school_days > days)
            })
    }
}

/// One condition of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Condition {
    /// Of which measure.
    pub kind: Kind,
    /// What has to be there.
    pub need: Need,
    /// By when.
    pub moment: Moment,
    /// Whether it blocks.
    pub weight: Weight,
    /// Where it holds.
    pub when: When,
    /// What says so.
    pub source: Source,
}

/// Every condition there is, in the order in which it is met.
pub const fn all() -> &'static [Condition] {
    table::ALL
}

/// The conditions of a measure in a situation, in the order in which they are met.
pub fn conditions(kind: Kind, situation: &Situation) -> Vec<&'static Condition> {
    all()
        .iter()
        .filter(|condition| condition.kind == kind && condition.when.holds(situation))
        .collect()
}
