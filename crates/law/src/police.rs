//! Offences that an incident with social media may touch, who may file, until when, and what is never taken in.
//!
//! A label of an offence belongs in the restricted record of what was told to the police, and nowhere else: a case says what somebody did
//! and which article of the protocol it is about. For some offences nothing happens without a complaint by the person it was done to
//! (Sr 64), or by who represents them by law while they are under sixteen (65), within three months after they learnt of it (66). A
//! month counts as thirty days there (88), and we do not lengthen it: the earlier day is the safe one. The school can help, and cannot do it for them.
//!
//! A sexual image is never evidence here: to have one of a minor is the offence. [`Route`] says where to go instead, and what may be
//! noted. A sexual offence by somebody on the staff leaves the ordinary way of incidents at once ([`STAFF_DUTY`]).
//!
//! ```
//! use jiff::civil::date;
//! use law::police::{Filer, Offence, complaint};
//! assert_eq!(Offence::Insult.filer(15), Filer::Representative);
//! assert_eq!(Offence::Threat.filer(15), Filer::Anybody);
//! let complaint = complaint(date(2026, 11, 22));
//! assert_eq!(complaint.term.last_day, date(2027, 2, 20));
//! assert_eq!(complaint.reminder, date(2027, 1, 21));
//! ```

use jiff::ToSpan;
use jiff::civil::Date;

use crate::measures::Sector;
use crate::source::{Act, Source};
use crate::terms::Term;

/// An offence that an incident may touch. A label for the police's record only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Offence {
    /// Simple insult (Sr 266).
    Insult,
    /// Making something known that harms somebody's good name, in writing or image too (261).
    Defamation,
    /// The same, knowing that it is untrue (262).
    Slander,
    /// One of these against a public body, public institution or official (267).
    AgainstOfficial,
    /// A report to the authorities that is known to be false (268).
    FalseReport,
    /// Forcing somebody by threatening with defamation (284).
    Coercion,
    /// Threatening with serious violence (285).
    Threat,
    /// Stalking (285b).
    Stalking,
    /// Getting or spreading personal data to frighten or hinder somebody (285d).
    Doxing,
    /// A sexual image made in secret, or spread knowing that it may harm (254ba).
    SexualImage,
    /// A sexual image of a minor (252).
    SexualImageOfMinor,
    /// Approaching a child sexually (251).
    SexualApproach,
}

/// Whether an offence is only prosecuted on a complaint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Needs {
    /// Only on a complaint.
    Complaint,
    /// Without one too: anybody who knows of it can report it.
    Report,
    /// It is not settled whether this holds for a school or a teacher: ask the police.
    AskPolice,
}

/// Who may file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Filer {
    /// The person it was done to, themselves.
    Affected,
    /// Who represents that person by law.
    Representative,
    /// Anybody who knows of it, the school too.
    Anybody,
    /// Not settled: ask the police.
    AskPolice,
}

impl Offence {
    /// All, by how often schools meet them.
    pub const ALL: [Self; 12] = [
        Self::Insult,
        Self::Defamation,
        Self::Slander,
        Self::AgainstOfficial,
        Self::FalseReport,
        Self::Coercion,
        Self::Threat,
        Self::Stalking,
        Self::Doxing,
        Self::SexualImage,
        Self::SexualImageOfMinor,
        Self::SexualApproach,
    ];

    /// The code that a record and a list of texts know it by.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Insult => "belediging",
            Self::Defamation => "smaad",
            Self::Slander => "laster",
            Self::AgainstOfficial => "tegen-gezag",
            Self::FalseReport => "lasterlijke-aanklacht",
            Self::Coercion => "dwang",
            Self::Threat => "bedreiging",
            Self::Stalking => "belaging",
            Self::Doxing => "doxing",
            Self::SexualImage => "seksueel-beeld",
            Self::SexualImageOfMinor => "seksueel-beeld-minderjarige",
            Self::SexualApproach => "seksuele-benadering",
        }
    }

    /// The article of the criminal code.
    pub const fn source(self) -> Source {
        let article = match self {
            Self::Insult => "266",
            Self::Defamation => "261",
            Self::Slander => "262",
            Self::AgainstOfficial => "267",
            Self::FalseReport => "268",
            Self::Coercion => "284 lid 1 sub 2",
            Self::Threat => "285",
            Self::Stalking => "285b",
            Self::Doxing => "285d",
            Self::SexualImage => "254ba",
            Self::SexualImageOfMinor => "252",
            Self::SexualApproach => "251",
        };
        Source::stated(Act::Criminal, article)
    }

    /// Whether a complaint is needed (Sr 269 and the article itself).
    pub const fn needs(self) -> Needs {
        match self {
            Self::Insult | Self::Defamation | Self::Slander | Self::Coercion | Self::Stalking => {
                Needs::Complaint
            }
            Self::AgainstOfficial | Self::FalseReport => Needs::AskPolice,
            Self::Threat
            | Self::Doxing
            | Self::SexualImage
            | Self::SexualImageOfMinor
            | Self::SexualApproach => Needs::Report,
        }
    }

    /// Who may file for somebody of this age, in whole years on the day of filing.
    pub const fn filer(self, age: u8) -> Filer {
        match self.needs() {
            Needs::Report => Filer::Anybody,
            Needs::AskPolice => Filer::AskPolice,
            Needs::Complaint if age < ALONE => Filer::Representative,
            Needs::Complaint => Filer::Affected,
        }
    }

    /// The route instead of taking it in; none where what there is may be kept as evidence.
    pub const fn route(self) -> Option<Route> {
        match self {
            Self::SexualImage | Self::SexualImageOfMinor => Some(SEXUAL_IMAGE),
            _ => None,
        }
    }
}

/// From this age somebody files a complaint themselves (Sr 65).
pub const ALONE: u8 = 16;
/// Under this age nobody is prosecuted (Sv 486, from memory): a report can still be of use.
pub const PROSECUTED_FROM: u8 = 12;

/// Until when a complaint can be filed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Complaint {
    /// Three months of thirty days after it was learnt of.
    pub term: Term,
    /// When who may file is reminded: after sixty days.
    pub reminder: Date,
}

/// Until when a complaint can be filed by who learnt of the offence on this day. Each person affected has a term of their own.
pub fn complaint(learnt: Date) -> Complaint {
    let last_day = learnt.saturating_add(90.days());
    Complaint {
        term: Term::until(learnt, last_day, Source::stated(Act::Criminal, "66")),
        reminder: learnt.saturating_add(60.days()),
    }
}

/// Until when a complaint that was filed on this day can be taken back: within eight days (Sr 67).
pub fn withdrawal(filed: Date) -> Term {
    let last_day = filed.saturating_add(8.days());
    Term::until(filed, last_day, Source::stated(Act::Criminal, "67"))
}

/// Where somebody goes with what is not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Route {
    /// Where to go, in this order: codes.
    pub to: &'static [&'static str],
    /// What may be noted all the same: codes.
    pub note: &'static [&'static str],
    /// What says so.
    pub source: Source,
}

/// The route for a sexual image: nobody sends it in, opens it, saves it or passes it on.
pub const SEXUAL_IMAGE: Route = Route {
    to: &["politie", "offlimits", "helpwanted", "platform"],
    note: &["waar", "wanneer", "wie-meldde"],
    source: Source::stated(Act::Criminal, "252"),
};

/// One step that the law makes a duty when somebody who works for the school is suspected of a sexual offence against a pupil.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Step {
    /// The code that a list of texts knows it by.
    pub code: &'static str,
    /// Who has to.
    pub who: Who,
    /// Whether it only holds when the suspicion is a reasonable one, after consulting.
    pub on_reasonable_suspicion: bool,
}

/// Who has to take a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Who {
    /// Everybody who works for the school.
    Staff,
    /// The board.
    Board,
}

/// What has to be done, in this order and each at once. It leaves the ordinary way of incidents: no talk first, no lead of a case.
pub const STAFF_DUTY: [Step; 4] = [
    Step {
        code: "bestuur-inlichten",
        who: Who::Staff,
        on_reasonable_suspicion: false,
    },
    Step {
        code: "overleg-vertrouwensinspecteur",
        who: Who::Board,
        on_reasonable_suspicion: false,
    },
    Step {
        code: "ouders-en-betrokkene-inlichten",
        who: Who::Board,
        on_reasonable_suspicion: true,
    },
    Step {
        code: "aangifte",
        who: Who::Board,
        on_reasonable_suspicion: true,
    },
];

/// Which article makes [`STAFF_DUTY`] a duty.
pub const fn staff_duty_source(sector: Sector) -> Source {
    match sector {
        Sector::Po => Source::stated(Act::Primary, "4a"),
        Sector::Vo => Source::stated(Act::Secondary, "3.39"),
    }
}
