//! Who may be shown where, and who may say so. Each answer tells why.
//!
//! The law, in force since 1 September 2026 (Uitvoeringswet AVG art. 5, Staatsblad 2026): under sixteen the legal representative
//! consents (lid 1); from twelve on the pupil may withdraw as well (lid 3); from sixteen on the pupil decides. With joint
//! authority each guardian represents (Burgerlijk Wetboek 1:245, 1:253i); what both need is the school's to settle, but a no of
//! one is always followed.

mod say;

pub use say::{Say, say};

use jiff::ToSpan;
use jiff::civil::Date;
use people::model::{Guardianship, Span};
use people::rules::{Standing, standing};
use people::year::turns;
use words::PersonId;

use crate::model::{Answer, Audience, Capacity, Cell, Purpose, Terms, Vote, Votes};

/// The rule of law that is stored with each event.
pub const LAW: &str = "UAVG-5@2026-09-01";

/// From this birthday on a pupil may withdraw.
pub const OWN_NO: i16 = 12;
/// From this birthday on a pupil decides.
pub const OWN_SAY: i16 = 16;

/// Somebody who may be in the picture, with what decides about them.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// Who.
    pub person: PersonId,
    /// A pupil now or before; otherwise staff or another adult.
    pub pupil: bool,
    /// The birth date, if it is known.
    pub born: Option<Date>,
    /// When they are at the school: enrolments of a pupil. Of staff, one span until their last day.
    pub here: &'a [Span],
    /// Who looks after them.
    pub bonds: &'a [Guardianship],
    /// They are never shown.
    pub shielded: bool,
    /// What was said.
    pub votes: &'a Votes,
}

/// May they be shown?
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shown {
    /// No.
    MayNot,
    /// Yes.
    May,
}

/// Why somebody may be shown or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// A guardian said yes.
    GuardianYes,
    /// They said yes themselves.
    OwnYes,
    /// They are never shown. Nobody is told more.
    Protected,
    /// The school shows nothing for this purpose any more.
    PurposeEnded,
    /// The school does not ask for this, so nobody can have said yes.
    NotAsked,
    /// They are not at the school.
    NotHere,
    /// They said no themselves.
    OwnNo,
    /// The pupil said no, and no guardian undoes that: talk with both.
    PupilNo,
    /// A guardian said no.
    GuardianNo,
    /// A yes of the other guardian is needed too.
    OtherGuardian,
    /// Sixteen: what the guardians said does not go on, and they have not said it themselves yet.
    SaysItSelf,
    /// Somebody said yes of whom the school has not seen to it that they have authority.
    AuthorityToConfirm,
    /// Only somebody spoke who has no say (any more).
    NoSay,
    /// What the school does changed since they said yes: it has to ask again.
    NoticeChanged,
    /// They left after they said yes, and came back: the school has to ask again.
    CameBack,
    /// Nobody answered.
    Unanswered,
}

impl Reason {
    /// Somebody is to be asked, also when they said yes before: that yes does not count any more.
    pub const fn asks_again(self) -> bool {
        matches!(
            self,
            Self::Unanswered | Self::NoticeChanged | Self::CameBack | Self::SaysItSelf
        )
    }

    /// The key of the sentence.
    pub const fn key(self) -> &'static str {
        match self {
            Self::GuardianYes => "reason-guardian-yes",
            Self::OwnYes => "reason-own-yes",
            Self::Protected => "reason-protected",
            Self::PurposeEnded => "reason-purpose-ended",
            Self::NotAsked => "reason-not-asked",
            Self::NotHere => "reason-not-here",
            Self::OwnNo => "reason-own-no",
            Self::PupilNo => "reason-pupil-no",
            Self::GuardianNo => "reason-guardian-no",
            Self::OtherGuardian => "reason-other-guardian",
            Self::SaysItSelf => "reason-says-it-self",
            Self::AuthorityToConfirm => "reason-authority",
            Self::NoSay => "reason-no-say",
            Self::NoticeChanged => "reason-notice-changed",
            Self::CameBack => "reason-came-back",
            Self::Unanswered => "reason-unanswered",
        }
    }
}

/// What holds for one cell of one person at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// May they be shown?
    pub shown: Shown,
    /// Why.
    pub reason: Reason,
    /// The yes stands in writing. Always false without a yes.
    pub written: bool,
    /// The event that decided, if one did.
    pub event: Option<i64>,
}

impl Outcome {
    const fn no(reason: Reason) -> Self {
        Self {
            shown: Shown::MayNot,
            reason,
            written: false,
            event: None,
        }
    }

    fn by(shown: Shown, reason: Reason, vote: &Vote) -> Self {
        Self {
            shown,
            reason,
            written: shown == Shown::May && vote.how.is_written(),
            event: Some(vote.number),
        }
    }
}

/// What holds for this cell on this day. Whatever is not known counts against showing.
pub fn decide(
    subject: &Subject<'_>,
    purpose: Option<&Purpose>,
    cell: Cell,
    terms: Terms,
    day: Date,
) -> Outcome {
    if subject.shielded {
        return Outcome::no(Reason::Protected);
    }
    let Some((purpose, since)) = purpose.and_then(|purpose| {
        let offer = purpose.offer(cell.channel, cell.medium)?;
        purpose
            .cells()
            .next()
            .map(|_| (purpose, offer.since))
            .filter(|(purpose, _)| purpose.id == cell.purpose)
    }) else {
        return Outcome::no(Reason::NotAsked);
    };
    if !purpose.is_open(day) {
        return Outcome::no(Reason::PurposeEnded);
    }
    if !is_asked(subject, purpose) {
        return Outcome::no(Reason::NotAsked);
    }
    if !subject.here.iter().any(|span| span.holds_on(day)) {
        return Outcome::no(Reason::NotHere);
    }
    let question = Question {
        subject,
        cell,
        since,
        terms,
        day,
    };
    if subject.pupil && !question.decides_alone() {
        question.of_a_child()
    } else {
        question.of_oneself()
    }
}

/// The purpose is for people as this one.
pub fn is_asked(subject: &Subject<'_>, purpose: &Purpose) -> bool {
    match purpose.notice.audience {
        Audience::Everybody => true,
        Audience::Pupils => subject.pupil,
        Audience::Staff => !subject.pupil,
    }
}

struct Question<'a> {
    subject: &'a Subject<'a>,
    cell: Cell,
    since: i64,
    terms: Terms,
    day: Date,
}

impl Question<'_> {
    /// Sixteen, and the days are over in which what the guardians said goes on.
    fn decides_alone(&self) -> bool {
        self.subject.born.is_some_and(|born| {
            let grace = i64::from(self.terms.grace_days.min(60));
            let from = turns(born, OWN_SAY)
                .checked_add(grace.days())
                .unwrap_or(Date::MAX);
            self.day >= from
        })
    }

    fn of_oneself(&self) -> Outcome {
        let votes = self.subject.votes.on(self.cell);
        let own = votes.iter().find(|vote| vote.capacity == Capacity::Own);
        match own {
            Some(vote) if vote.answer == Answer::No => {
                Outcome::by(Shown::MayNot, Reason::OwnNo, vote)
            }
            Some(vote) if self.was_of_age(vote) => match self.lapsed(vote) {
                None => Outcome::by(Shown::May, Reason::OwnYes, vote),
                Some(reason) => Outcome::no(reason),
            },
            _ if votes.iter().any(|vote| vote.answer == Answer::Yes) => {
                Outcome::no(Reason::SaysItSelf)
            }
            _ => Outcome::no(Reason::Unanswered),
        }
    }

    /// A yes of one's own counts from sixteen on; of staff always.
    fn was_of_age(&self, vote: &Vote) -> bool {
        !self.subject.pupil
            || self
                .subject
                .born
                .is_some_and(|born| vote.said_on >= turns(born, OWN_SAY))
    }

    fn of_a_child(&self) -> Outcome {
        let votes = self.subject.votes.on(self.cell);
        let own = votes.iter().find(|vote| vote.capacity == Capacity::Own);
        if let Some(no) = own.filter(|vote| vote.answer == Answer::No) {
            return Outcome::by(Shown::MayNot, Reason::PupilNo, no);
        }
        // In the days after the birthday the pupil's own yes is enough.
        if let Some(yes) = own.filter(|vote| self.was_of_age(vote) && self.lapsed(vote).is_none()) {
            return Outcome::by(Shown::May, Reason::OwnYes, yes);
        }
        let said = |wanted: Standing| {
            let bonds = self.subject.bonds.iter();
            bonds
                .filter(move |bond| self.stands(bond) == wanted)
                .map(|bond| votes.iter().find(|vote| is_by(vote, bond)))
        };
        let heard = said(Standing::Represents).chain(said(Standing::ToConfirm));
        if let Some(no) = heard.flatten().find(|vote| vote.answer == Answer::No) {
            return Outcome::by(Shown::MayNot, Reason::GuardianNo, no);
        }
        // Where both are needed, one whom the school still has to see to is waited for as well.
        let represented = said(Standing::Represents).count() + said(Standing::ToConfirm).count();
        let yeses: Vec<&Vote> = said(Standing::Represents).flatten().collect();
        let good: Vec<&Vote> = yeses
            .iter()
            .copied()
            .filter(|vote| self.lapsed(vote).is_none())
            .collect();
        // Of two who said yes on paper and aloud, the one in writing is the proof.
        let best = good.iter().max_by_key(|vote| vote.how.is_written());
        match best {
            Some(_) if self.terms.both_guardians && good.len() < represented => {
                Outcome::no(Reason::OtherGuardian)
            }
            Some(vote) => Outcome {
                written: if self.terms.both_guardians {
                    good.iter().all(|vote| vote.how.is_written())
                } else {
                    vote.how.is_written()
                },
                ..Outcome::by(Shown::May, Reason::GuardianYes, vote)
            },
            None => Outcome::no(self.why_none(&yeses, votes, said(Standing::ToConfirm).flatten())),
        }
    }

    fn why_none<'v>(
        &self,
        yeses: &[&Vote],
        votes: &[Vote],
        mut unconfirmed: impl Iterator<Item = &'v Vote>,
    ) -> Reason {
        let lapsed = yeses.iter().find_map(|vote| self.lapsed(vote));
        match lapsed {
            Some(reason) => reason,
            None if unconfirmed.next().is_some() => Reason::AuthorityToConfirm,
            None if votes.iter().any(|vote| vote.capacity == Capacity::Guardian) => Reason::NoSay,
            None => Reason::Unanswered,
        }
    }

    /// How a guardian stands for this question. In the days of grace the pupil is sixteen already, and is represented still.
    fn stands(&self, bond: &Guardianship) -> Standing {
        standing(bond, self.subject.born, self.day)
    }

    /// Why a yes does not count any more.
    fn lapsed(&self, vote: &Vote) -> Option<Reason> {
        if vote.answer != Answer::Yes {
            return Some(Reason::Unanswered);
        }
        if vote.notice < self.since {
            return Some(Reason::NoticeChanged);
        }
        let here = self.subject.here;
        let left = |last: Date| {
            let after = last.tomorrow().unwrap_or(last);
            vote.said_on <= last && last < self.day && !here.iter().any(|span| span.holds_on(after))
        };
        let leaves = here.iter().filter_map(|span| span.until).any(left);
        leaves.then_some(Reason::CameBack)
    }
}

fn is_by(vote: &Vote, bond: &Guardianship) -> bool {
    vote.said_by == bond.guardian && vote.capacity == Capacity::Guardian
}

#[cfg(test)]
mod tests;
