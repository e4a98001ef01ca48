//! What there is: cases, who is in them, who handles them, and what happened. Pure.

mod letter;
mod mailed;
mod record;

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use words::{PersonId, Role, SchoolId};

pub use letter::{Template, Written};
pub use mailed::{Access, Mailbox, Mailed, Outcome, Refusal};
pub use record::{Choice, File, Record, Ruling};

words::keyed! {
    /// How far it is.
    State {
        /// Nobody looked at it yet.
        Signal = "signaal",
        /// Somebody handles it.
        Open = "open",
        /// It was handled.
        Closed = "gesloten",
        /// It was a question: who signalled was answered.
        Advice = "advies",
        /// It is not the school's.
        NotOurs = "niet-van-ons",
        /// It was signalled before.
        Double = "dubbel",
        /// It left this road for the one that the law prescribes.
        Mandatory = "meldroute",
    }
    /// How it came in.
    Way {
        /// By the form, signed in.
        Form = "formulier",
        /// By the form, without a name.
        Anonymous = "anoniem",
        /// By the button for what threatens to derail.
        Derails = "ontspoort",
        /// Somebody passed on what reached them otherwise: by mail, on paper, in the corridor.
        Forwarded = "doorgestuurd",
        /// By mail to the mailbox of the school: who wrote it is not proved.
        Mail = "mail",
        /// Found where the school watches.
        Found = "gevonden",
    }
    /// What somebody is to a case. It says nothing of them elsewhere.
    Part {
        /// It was done to them.
        Affected = "getroffen",
        /// They did it, or are said to have.
        Actor = "gedaan",
        /// They saw it.
        Witness = "getuige",
        /// A parent of another party.
        Guardian = "ouder",
        /// Their name was used.
        Named = "genoemd",
    }
    /// What somebody does in handling it.
    Seat {
        /// Leads it.
        Lead = "leidt",
        /// Leads it while the lead is away.
        Second = "vervangt",
        /// Helps, and reads.
        Reader = "leest",
    }
    /// What is asked to restore.
    Restore {
        /// That a post goes.
        Remove = "verwijderen",
        /// That it is put right.
        Correct = "corrigeren",
        /// That somebody apologises.
        Apologise = "excuses",
    }
}

impl State {
    /// It is done with.
    pub const fn is_over(self) -> bool {
        !matches!(self, Self::Signal | Self::Open)
    }
}

/// By what people name a case: the year it came in and how manieth it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    /// The year.
    pub year: i64,
    /// From 1.
    pub serial: i64,
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.year, self.serial)
    }
}

impl std::str::FromStr for Number {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (year, serial) = text.trim().split_once('-').ok_or(())?;
        let read = |part: &str| part.parse().map_err(|_| ());
        Ok(Self {
            year: read(year)?,
            serial: read(serial)?,
        })
    }
}

/// What is sealed of a case: what happened, in the words of who signalled.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Account {
    /// What happened.
    pub text: String,
    /// Where it can be seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// A short name that who leads it gave it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The page of *mag dit* with the verdict on what was done, without language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<String>,
    /// The message by which it came, if it came by mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<Mailed>,
}

/// The protocol that was in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce {
    /// Its name.
    pub protocol: String,
    /// Its version.
    pub version: String,
}

/// A case, without what was said in it: what a list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Identity.
    pub id: Uuid,
    /// How people name it.
    pub number: Number,
    /// At which school.
    pub school: SchoolId,
    /// How far it is.
    pub state: State,
    /// How it came in.
    pub way: Way,
    /// Somebody is harmed as long as it waits.
    pub urgent: bool,
    /// The board handles it.
    pub to_board: bool,
    /// Who signalled; none for who stays unknown.
    pub reporter: Option<PersonId>,
    /// As what.
    pub reporter_role: Option<Role>,
    /// Somebody holds the code of it.
    pub has_code: bool,
    /// When it came in.
    pub received_at: Timestamp,
    /// When it became a case.
    pub opened_at: Option<Timestamp>,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// The last time that anything was added.
    pub touched_at: Timestamp,
    /// When it goes.
    pub forget_at: Option<Timestamp>,
    /// Until when it must stay.
    pub hold_until: Option<Timestamp>,
    /// The protocol when it came in.
    pub in_force: Option<InForce>,
    /// The articles in play.
    pub articles: Vec<String>,
}

impl Case {
    /// Where it is handled, without language.
    pub fn address(&self) -> String {
        format!("/zaken/{}", self.id.as_simple())
    }

    /// Its own key in the whole board, by which somebody takes it.
    pub fn claim(&self) -> String {
        format!("case-{}", self.id.as_simple())
    }
}

/// Somebody who is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Identity in the case.
    pub id: Uuid,
    /// Who; none for somebody from outside.
    pub person: Option<PersonId>,
    /// What somebody from outside is called.
    pub name: String,
    /// In which part.
    pub part: Part,
    /// Of which other party they are the parent.
    pub parent_of: Option<Uuid>,
    /// Found to have nothing to do with it.
    pub cleared_at: Option<Timestamp>,
}

/// Somebody who handles it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sitting {
    /// Who.
    pub person: PersonId,
    /// In which seat.
    pub seat: Seat,
}

/// Something that happened with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Identity.
    pub id: Uuid,
    /// The event that it goes on from.
    pub about: Option<Uuid>,
    /// When.
    pub at: Timestamp,
    /// Who did it; none for who stays unknown, and for what happened by itself.
    pub by: Option<PersonId>,
    /// As what.
    pub role: Option<Role>,
    /// By when it is to be done, where it has a term.
    pub due: Option<Timestamp>,
    /// When it was.
    pub done_at: Option<Timestamp>,
    /// What.
    pub record: Record,
}

impl Event {
    /// Something that waits to be done.
    pub fn is_open(&self) -> bool {
        self.due.is_some() && self.done_at.is_none()
    }
}

/// A case with everything in it: what opens with its key.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The case.
    pub case: Case,
    /// What was signalled.
    pub account: Account,
    /// Who is in it.
    pub parties: Vec<Party>,
    /// Who handles it.
    pub seats: Vec<Sitting>,
    /// What happened, in order.
    pub events: Vec<Event>,
}

impl Opened {
    /// The party of this identity.
    pub fn party(&self, id: Uuid) -> Option<&Party> {
        self.parties.iter().find(|one| one.id == id)
    }

    /// The event of this identity.
    pub fn event(&self, id: Uuid) -> Option<&Event> {
        self.events.iter().find(|one| one.id == id)
    }

    /// What goes on from an event, in order.
    pub fn after(&self, id: Uuid) -> impl Iterator<Item = &Event> {
        self.events.iter().filter(move |one| one.about == Some(id))
    }

    /// Who sits in this seat.
    pub fn seated(&self, seat: Seat) -> Option<PersonId> {
        let mut seats = self.seats.iter();
        seats.find(|one| one.seat == seat).map(|one| one.person)
    }
}
