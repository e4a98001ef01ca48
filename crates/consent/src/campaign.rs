//! Asking many people at once: what a school chose, and who is asked about whom. Pure.
//!
//! * Who is asked is who may answer on the day ([`rules::say`]), about whom something is open. So whoever lost authority is not
//!   asked, and a group that changed is asked as it is when the letters are made.
//! * Nobody is asked twice about the same: a question is asked again only if something happened after the letter, such as a
//!   notice that changed for that answer, a pupil who came back, or a sixteenth birthday ([`waits`]).

use jiff::Timestamp;
use jiff::civil::Date;
use norms::front::ConsentRow;
use people::model::Sector;
use people::year::{age_on, turns};
use serde::{Deserialize, Serialize};
use words::{GroupId, PersonId, PurposeId, Text};

use crate::model::{Capacity, Cell, Offer, Purpose, Terms, Votes};
use crate::rules::{self, OWN_NO, OWN_SAY, Reason, Say, Subject};

words::keyed! {
    /// Why a school asks.
    Kind {
        /// Everybody who is here, once.
        Current = "huidig",
        /// Whoever comes: it goes on until somebody stops it.
        Enrolment = "inschrijving",
        /// Whoever answered is told each year that answers can change.
        Reminder = "herinnering",
        /// Something new is asked.
        New = "nieuw",
        /// A farewell photo of those who leave.
        Farewell = "afscheid",
        /// Pupils who are sixteen and have not answered themselves.
        Sixteen = "zestien",
    }
    /// How far asking is.
    State {
        /// Letters are being made; one that goes on stays so.
        Busy = "bezig",
        /// Every letter was made.
        Ready = "klaar",
        /// Somebody stopped it: no letter leaves any more.
        Stopped = "gestopt",
    }
    /// How somebody is asked.
    Way {
        /// By mail.
        Mail = "mail",
        /// The school has no address: on paper.
        Nowhere = "geen",
    }
}

/// Who is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Asks {
    /// Guardians about their children; and pupils of sixteen, who decide alone.
    pub guardians: bool,
    /// Pupils of twelve to fifteen too, who may say no.
    pub pupils: bool,
    /// Staff, about themselves.
    pub staff: bool,
}

/// What a school chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Only pupils of these groups; none for the whole school.
    pub groups: Vec<GroupId>,
    /// Only these purposes; none for all.
    pub purposes: Vec<PurposeId>,
    /// Who is asked.
    pub asks: Asks,
    /// What the letter is about.
    pub subject: Text,
    /// What it says, before the link.
    pub text: Text,
    /// On which days after the letter it reminds, from early to late.
    pub remind: Vec<u8>,
}

impl Kind {
    /// It goes on until somebody stops it.
    pub const fn stands(self) -> bool {
        matches!(self, Self::Enrolment)
    }
}

/// What a protocol makes a school ask, in the order in which it is proposed. A protocol that says nothing of asking still needs
/// answers: consent that nobody asked for is none.
pub fn proposed(rows: &[ConsentRow], sector: Sector) -> Vec<Kind> {
    let says = |moment: &str| {
        rows.iter()
            .any(|row| row.moment.iter().any(|one| one == moment))
    };
    let mut kinds = vec![Kind::Current, Kind::Enrolment];
    if says("jaarlijks") {
        kinds.push(Kind::Reminder);
    }
    kinds.push(match sector {
        Sector::Po => Kind::Farewell,
        Sector::Vo => Kind::Sixteen,
    });
    kinds
}

/// Whom a protocol makes a school ask. Guardians always: under sixteen the law asks theirs.
pub fn asks_of(rows: &[ConsentRow]) -> Asks {
    let says = |role: &str| {
        let mut from = rows.iter().flat_map(|row| &row.van);
        from.any(|one| one.get_ref() == role)
    };
    Asks {
        guardians: true,
        pupils: says("leerling"),
        staff: says("medewerker"),
    }
}

/// A possible question: to whom, about whom, on which day.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// Who would be asked.
    pub speaker: PersonId,
    /// About whom.
    pub subject: Subject<'a>,
    /// The years taught in the groups of a pupil.
    pub levels: &'a [(u8, u8)],
    /// When.
    pub day: Date,
}

impl Question<'_> {
    /// As what they would be asked, and since when they can be. Nothing if they are not asked.
    fn asked_as(&self, kind: Kind, asks: Asks) -> Option<(Say, Timestamp)> {
        let Subject {
            person,
            pupil,
            born,
            here,
            bonds,
            shielded,
            ..
        } = self.subject;
        let stay = here.iter().find(|span| span.holds_on(self.day))?;
        let since = |day: Date| people::begins(day).unwrap_or(Timestamp::MIN);
        let (may, capacity) = rules::say(self.speaker, person, pupil, born, bonds, self.day);
        let at_age = |age| {
            born.map_or(Date::MIN, |born| turns(born, age))
                .max(stay.from)
        };
        let (asked, since) = match (capacity, may) {
            (Capacity::Guardian, Say::Decide) => (
                pupil && asks.guardians && kind != Kind::Sixteen,
                since(stay.from),
            ),
            (Capacity::Own, Say::Decide) if !pupil => (asks.staff, since(stay.from)),
            (Capacity::Own, Say::Decide) => (asks.guardians || asks.pupils, since(at_age(OWN_SAY))),
            (Capacity::Own, Say::Withdraw) => {
                let known = born.is_some_and(|born| age_on(born, self.day) >= OWN_NO);
                let asked = asks.pupils && known && kind != Kind::Sixteen;
                (asked, since(at_age(OWN_NO)))
            }
            _ => (false, Timestamp::MIN),
        };
        (asked && !shielded).then_some((may, since))
    }

    /// What is asked of these purposes.
    fn cells<'p>(
        &'p self,
        plan: &'p Plan,
        purposes: &'p [Purpose],
    ) -> impl Iterator<Item = (&'p Purpose, &'p Offer, Cell)> {
        let wanted = purposes.iter().filter(move |purpose| {
            let chosen = plan.purposes.is_empty() || plan.purposes.contains(&purpose.id);
            let level = purpose.notice.levels.is_none_or(|(low, high)| {
                let mut own = self.levels.iter();
                own.any(|(lowest, highest)| *lowest <= high && low <= *highest)
            });
            chosen && level && purpose.is_open(self.day) && rules::is_asked(&self.subject, purpose)
        });
        wanted.flat_map(|purpose| {
            purpose.cells().filter_map(move |cell| {
                let offer = purpose.offer(cell.channel, cell.medium)?;
                Some((purpose, offer, cell))
            })
        })
    }

    /// What holds if nobody else had spoken leaves it open.
    fn is_open(&self, say: Say, purpose: &Purpose, cell: Cell) -> bool {
        if say == Say::Withdraw {
            return self.subject.votes.of(cell, self.speaker).is_none();
        }
        let own = self.subject.votes.on(cell).iter();
        let votes = Votes(
            own.filter(|vote| vote.said_by == self.speaker)
                .cloned()
                .collect(),
        );
        let alone = Subject {
            votes: &votes,
            ..self.subject
        };
        let terms = Terms::default();
        is_waiting(rules::decide(&alone, Some(purpose), cell, terms, self.day).reason)
    }
}

/// Somebody still has to answer.
pub const fn is_waiting(reason: Reason) -> bool {
    matches!(
        reason,
        Reason::Unanswered | Reason::NoticeChanged | Reason::CameBack | Reason::SaysItSelf
    )
}

/// Since when this question waits for an answer; nothing if it is not asked. `made` tells when a version of a notice was made.
/// Who was asked after that moment is not asked again.
pub fn waits(
    kind: Kind,
    plan: &Plan,
    question: &Question<'_>,
    purposes: &[Purpose],
    made: impl Fn(PurposeId, i64) -> Option<Timestamp>,
) -> Option<Timestamp> {
    let (say, since) = question.asked_as(kind, plan.asks)?;
    let cells = question.cells(plan, purposes);
    let open = cells.filter(|(purpose, _, cell)| {
        // A reminder goes to whoever answered as well: answers can change.
        kind == Kind::Reminder || question.is_open(say, purpose, *cell)
    });
    open.map(|(purpose, offer, _)| made(purpose.id, offer.since).map_or(since, |at| at.max(since)))
        .max()
}

/// The days on which it reminds as somebody typed them: `7, 14`.
/// Nothing if one is no day between 1 and 60, there are more than four, or they do not go from early to late.
pub fn days(typed: &str) -> Option<Vec<u8>> {
    let parts = typed.split([',', ' ', ';']).filter(|part| !part.is_empty());
    let days: Vec<u8> = parts.map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let good = days.len() <= 4
        && days.iter().all(|day| (1..=60).contains(day))
        && days.is_sorted_by(|one, next| one < next);
    good.then_some(days)
}

#[cfg(test)]
mod tests;
