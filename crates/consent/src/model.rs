//! What there is: purposes with their notices, answers as events, and what holds now. Pure.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use words::{Channel, Locale, Medium, PersonId, PurposeId, SchoolId, Text};

/// What one answer is about: a purpose, a channel and a medium of one person. There is no smaller question and no larger one:
/// consent is specific (GDPR art. 4(11), recital 32).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Cell {
    /// Why it is shown.
    pub purpose: PurposeId,
    /// Where.
    pub channel: Channel,
    /// As what.
    pub medium: Medium,
}

words::keyed! {
    /// An answer. That nobody answered is no event, and is a no.
    Answer {
        /// Yes.
        Yes = "ja",
        /// No.
        No = "nee",
        /// Everything of this act was a mistake, such as a form of another child: it does not count.
        Undone = "ongedaan",
    }
    /// As what somebody speaks.
    Capacity {
        /// For a pupil, as the legal representative.
        Guardian = "ouder",
        /// For oneself.
        Own = "zelf",
    }
    /// How somebody said it.
    How {
        /// On the page of this program, signed in.
        Page = "pagina",
        /// On paper, typed in by the office.
        Paper = "papier",
        /// In a talk, written down by the office.
        Talk = "gesprek",
        /// In another system, in writing, before this one.
        ImportWritten = "overgenomen-schriftelijk",
        /// In another system, before this one; in what form is not known.
        Import = "overgenomen",
    }
    /// Who is asked about a purpose.
    Audience {
        /// Pupils, or their guardians for them.
        Pupils = "leerlingen",
        /// Staff.
        Staff = "medewerkers",
        /// Both.
        Everybody = "iedereen",
    }
    /// On which ground the law lets a school do it. Only consent makes a choice; the others are told.
    Ground {
        /// Consent: GDPR art. 6(1)(a).
        Consent = "toestemming",
        /// A task in the public interest: GDPR art. 6(1)(e).
        Task = "taak",
        /// A legitimate interest, against which one may object: GDPR art. 6(1)(f) and 21.
        Interest = "belang",
    }
}

impl How {
    /// It stands in writing: a form that somebody sent under their own name counts as one (Burgerlijk Wetboek 3:15a, 6:227a).
    pub const fn is_written(self) -> bool {
        matches!(self, Self::Page | Self::Paper | Self::ImportWritten)
    }
}

/// One answer, as it happened. Events are never changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Counts the events about this person.
    pub number: i64,
    /// About whom.
    pub person: PersonId,
    /// About what.
    pub cell: Cell,
    /// What was said.
    pub answer: Answer,
    /// Whose answer it is.
    pub said_by: PersonId,
    /// As what.
    pub capacity: Capacity,
    /// Who typed it in for them.
    pub typed_by: Option<PersonId>,
    /// When it was stored. Never before the event before it, also when a clock was set back.
    pub at: Timestamp,
    /// The day on which it was said.
    pub said_on: Date,
    /// How.
    pub how: How,
    /// Which version of the notice they saw.
    pub notice: i64,
    /// In which language.
    pub language: Locale,
    /// What was sent at once is one act.
    pub act: Uuid,
    /// The scan of a form on paper.
    pub evidence: Option<Uuid>,
    /// Which rule of law decided who may say it.
    pub rule: String,
}

/// The last word of one person on one cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vote {
    /// About what.
    pub cell: Cell,
    /// Whose.
    pub said_by: PersonId,
    /// As what.
    pub capacity: Capacity,
    /// What.
    pub answer: Answer,
    /// Their word before this one was a yes: this no is a withdrawal.
    pub withdrew: bool,
    /// The day on which it was said.
    pub said_on: Date,
    /// How.
    pub how: How,
    /// Which version of the notice they saw.
    pub notice: i64,
    /// The number of the event.
    pub number: i64,
}

/// What holds of one person: the last word of everybody who spoke. Sorted by cell, then by speaker.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Votes(pub Vec<Vote>);

impl Votes {
    /// What the events give, in the order of their numbers. An act that was undone counts for nothing, and the word before it
    /// holds again.
    pub fn replay<'a>(events: impl IntoIterator<Item = &'a Event> + Clone) -> Self {
        let undone: Vec<Uuid> = events
            .clone()
            .into_iter()
            .filter(|event| event.answer == Answer::Undone)
            .map(|event| event.act)
            .collect();
        let mut votes = Self::default();
        for event in events {
            if !undone.contains(&event.act) {
                votes.take(event);
            }
        }
        votes
    }

    fn take(&mut self, event: &Event) {
        let place = self.place(event.cell, event.said_by);
        let mut vote = Vote {
            cell: event.cell,
            said_by: event.said_by,
            capacity: event.capacity,
            answer: event.answer,
            withdrew: false,
            said_on: event.said_on,
            how: event.how,
            notice: event.notice,
            number: event.number,
        };
        match place {
            Ok(at) => {
                if let Some(before) = self.0.get_mut(at) {
                    let said_yes = before.answer == Answer::Yes || before.withdrew;
                    vote.withdrew = vote.answer == Answer::No && said_yes;
                    *before = vote;
                }
            }
            Err(at) => self.0.insert(at, vote),
        }
    }

    fn place(&self, cell: Cell, by: PersonId) -> Result<usize, usize> {
        self.0
            .binary_search_by_key(&(cell, by), |vote| (vote.cell, vote.said_by))
    }

    /// Everybody's last word on this cell.
    pub fn on(&self, cell: Cell) -> &[Vote] {
        let from = self.0.partition_point(|vote| vote.cell < cell);
        let rest = self.0.get(from..).unwrap_or_default();
        let until = rest.partition_point(|vote| vote.cell == cell);
        rest.get(..until).unwrap_or_default()
    }

    /// The last word of one person on one cell.
    pub fn of(&self, cell: Cell, by: PersonId) -> Option<&Vote> {
        self.place(cell, by).ok().and_then(|at| self.0.get(at))
    }
}

/// A purpose for which a school shows people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Purpose {
    /// Identity.
    pub id: PurposeId,
    /// Of which school.
    pub school: SchoolId,
    /// From this day on nothing new is shown for it.
    pub ends_on: Option<Date>,
    /// The version of the notice that is in force.
    pub version: i64,
    /// When that version was made.
    pub since: Timestamp,
    /// What it says.
    pub notice: Notice,
}

impl Purpose {
    /// The cells that it asks about, in the order of its notice.
    pub fn cells(&self) -> impl Iterator<Item = Cell> + '_ {
        let offered = (self.notice.ground == Ground::Consent).then_some(&self.notice.offers);
        offered.into_iter().flatten().map(|offer| Cell {
            purpose: self.id,
            channel: offer.channel,
            medium: offer.medium,
        })
    }

    /// What it offers at this place, if anything.
    pub fn offer(&self, channel: Channel, medium: Medium) -> Option<&Offer> {
        let mut offers = self.notice.offers.iter();
        offers.find(|offer| offer.channel == channel && offer.medium == medium)
    }

    /// It has not ended.
    pub fn is_open(&self, day: Date) -> bool {
        self.ends_on.is_none_or(|end| day < end)
    }
}

/// What people read before they answer. A change makes a new version; who answered keeps the version they saw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// What it is called.
    pub title: Text,
    /// Why the school does it, what is shown and who sees it. No word of what follows from a yes or a no.
    pub why: Text,
    /// How long it stays.
    pub kept: Text,
    /// On which ground.
    pub ground: Ground,
    /// Who is asked.
    pub audience: Audience,
    /// Only pupils of these years, lowest and highest: a farewell photo for group 8.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub levels: Option<(u8, u8)>,
    /// Who else receives it, by name: the provider of a channel.
    #[serde(default)]
    pub recipients: Vec<String>,
    /// After how many days it is removed; none for as long as the person is at the school.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention_days: Option<i64>,
    /// What is asked.
    pub offers: Vec<Offer>,
}

/// One question of a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Where.
    pub channel: Channel,
    /// As what.
    pub medium: Medium,
    /// A yes counts from this version of the notice on: before it something changed that matters for this answer.
    pub since: i64,
}

/// What a school settled about asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Terms {
    /// The yes of both guardians is needed; otherwise one is enough. Any no blocks in either case.
    pub both_guardians: bool,
    /// Days after the sixteenth birthday in which what the guardians said goes on, 0 to 60.
    pub grace_days: u8,
}
