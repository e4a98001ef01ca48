//! One publication at one account: how far it is there, and what may happen at this second. Pure.

use channels::Why;
use jiff::Timestamp;
use uuid::Uuid;
use words::{Channel, PersonId};

use super::model::{Publication, Stage};
use super::signed::{self, Part, Parts};

words::keyed! {
    /// How far a publication is at one account.
    Standing {
        /// It waits for its moment.
        Planned = "gepland",
        /// It is going out, and nobody knows yet whether it arrived.
        Sending = "bezig",
        /// It is public: the other side confirmed it, or somebody showed proof.
        Public = "openbaar",
        /// Somebody has to post it by hand and show proof.
        ByHand = "met-de-hand",
        /// It did not go: at the second of publishing it was no longer in order.
        Stopped = "gestopt",
        /// The other side refused it.
        Failed = "mislukt",
        /// It is public, and a corrected text goes out.
        Correcting = "wordt-verbeterd",
        /// It is public, and somebody has to correct it by hand.
        CorrectByHand = "verbeter-met-de-hand",
        /// It is being taken down.
        Removing = "wordt-weggehaald",
        /// Somebody has to take it down by hand and show proof.
        RemoveByHand = "weghalen-met-de-hand",
        /// Verified gone.
        Removed = "weg",
        /// It cannot be taken back: it was sent to people, or printed.
        Stays = "blijft",
        /// The other side refused to take it down.
        RemoveFailed = "weghalen-mislukt",
    }
}

impl Standing {
    /// People outside can see it, or might.
    pub const fn is_out(self) -> bool {
        matches!(
            self,
            Self::Sending
                | Self::Public
                | Self::Correcting
                | Self::CorrectByHand
                | Self::Removing
                | Self::RemoveByHand
                | Self::Stays
                | Self::RemoveFailed
        )
    }

    /// A person has to do something.
    pub const fn waits(self) -> bool {
        matches!(
            self,
            Self::ByHand
                | Self::CorrectByHand
                | Self::RemoveByHand
                | Self::Failed
                | Self::RemoveFailed
                | Self::Stopped
        )
    }

    /// It is public, and nobody is taking it down yet.
    pub const fn can_come_off(self) -> bool {
        matches!(self, Self::Public | Self::Correcting | Self::CorrectByHand)
    }

    /// It is public or is to be, and nobody is taking it down yet.
    pub const fn is_meant_to_be_seen(self) -> bool {
        self.can_come_off() || matches!(self, Self::Planned | Self::Sending | Self::ByHand)
    }

    /// It is going out or coming off at this moment.
    pub const fn is_busy(self) -> bool {
        matches!(self, Self::Sending | Self::Correcting | Self::Removing)
    }
}

/// How far it is once the other side refused it, or refused to change what is public there.
pub const fn after_refusal(correcting: bool, why: Why) -> Standing {
    match (correcting, why) {
        // It cannot be changed there, or only half of it was, as where a server keeps the old photos: a person makes it right.
        (true, Why::CannotBeChanged | Why::Different) => Standing::CorrectByHand,
        (true, _) => Standing::Public,
        (false, Why::ByHand) => Standing::ByHand,
        (false, _) => Standing::Failed,
    }
}

/// A publication at one account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// Identity; also that of the publication in the register of consent.
    pub id: Uuid,
    /// Of which publication.
    pub publication: Uuid,
    /// At which account.
    pub account: Uuid,
    /// On which channel.
    pub channel: Channel,
    /// How far it is.
    pub standing: Standing,
    /// When it goes out.
    pub due: Timestamp,
    /// Which change of the publication is out there.
    pub revision: Option<i64>,
    /// What went wrong last, as a word.
    pub fault: Option<String>,
    /// When it became public.
    pub public_at: Option<Timestamp>,
    /// When something last happened.
    pub changed_at: Timestamp,
    /// When somebody read the reactions.
    pub watched_at: Option<Timestamp>,
}

impl Release {
    /// Its address, without language.
    pub fn address(&self) -> String {
        let (of, id) = (self.publication.as_simple(), self.id.as_simple());
        format!("/berichten/{of}/plaatsing/{id}")
    }

    /// Its key in the list of what waits, by which somebody takes it.
    pub fn claim(&self) -> String {
        format!("release-{}", self.id.as_simple())
    }

    /// A release of a publication that goes out at an account at this moment.
    pub fn planned(
        id: Uuid,
        publication: Uuid,
        (account, channel): (Uuid, Channel),
        due: Timestamp,
        now: Timestamp,
    ) -> Self {
        Self {
            id,
            publication,
            account,
            channel,
            standing: Standing::Planned,
            due,
            revision: None,
            fault: None,
            public_at: None,
            changed_at: now,
            watched_at: None,
        }
    }

    /// Its own key at the other side: one post, however often it is tried.
    pub fn key(&self) -> String {
        format!("pw-{}", self.id.as_simple())
    }
}

/// Why it does not go out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stop {
    /// Nobody released it, or not this change of it.
    NotReleased,
    /// Who wrote it released it.
    OwnWork,
    /// This part is not what was released.
    Changed(Part),
    /// Something stands in its way that did not when it was released.
    Blocked,
}

impl Stop {
    /// The word in the database and in the names of texts.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotReleased => "niet-vrijgegeven",
            Self::OwnWork => "eigen-werk",
            Self::Changed(Part::Words) => "tekst-veranderd",
            Self::Changed(Part::Pictures) => "foto-veranderd",
            Self::Changed(Part::Places) => "plaats-veranderd",
            Self::Changed(Part::Protocol) => "protocol-veranderd",
            Self::Changed(Part::Consents) => "toestemming-veranderd",
            Self::Blocked => "niet-in-orde",
        }
    }
}

/// What is true at this second.
#[derive(Debug, Clone)]
pub struct Now<'a> {
    /// The parts as they are now.
    pub parts: &'a Parts,
    /// The parts as they were released.
    pub released: &'a Parts,
    /// Something stands in its way.
    pub blocked: bool,
}

/// What stops it at this second; nothing when it goes out.
pub fn stops(of: &Publication, now: &Now<'_>) -> Vec<Stop> {
    let mut stops = Vec::new();
    match &of.approval {
        Some(approval) if of.stage == Stage::Approved => {
            if approval.revision != of.revision {
                stops.push(Stop::NotReleased);
            }
            if approval.by == of.author {
                stops.push(Stop::OwnWork);
            }
            stops.extend(
                signed::changed(now.released, now.parts)
                    .into_iter()
                    .map(Stop::Changed),
            );
            if stops.is_empty() && signed::digest(now.parts) != approval.digest {
                stops.push(Stop::NotReleased);
            }
        }
        _ => stops.push(Stop::NotReleased),
    }
    if now.blocked {
        stops.push(Stop::Blocked);
    }
    stops
}

/// Who has to know that something happened to a publication.
pub fn told(of: &Publication) -> Vec<PersonId> {
    let mut told = vec![of.author];
    told.extend(of.approval.as_ref().map(|approval| approval.by));
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_correction_is_no_correction_and_a_refused_post_is_not_public() {
        for why in Why::ALL.iter().copied() {
            let corrected = after_refusal(true, why);
            assert!(corrected.is_out(), "what was public still is: {why:?}");
            let by_hand = matches!(why, Why::CannotBeChanged | Why::Different);
            assert_eq!(corrected == Standing::CorrectByHand, by_hand, "{why:?}");
            let new = after_refusal(false, why);
            assert!(!new.is_out() && new.waits(), "{why:?}");
        }
    }
}
