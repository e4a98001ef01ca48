//! What a publication is.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use words::{GroupId, PersonId, PurposeId, Role, SchoolId};

words::keyed! {
    /// How far a publication is.
    Stage {
        /// Somebody writes it.
        Draft = "concept",
        /// It waits for somebody who releases it.
        Submitted = "ingediend",
        /// Whoever releases it wants to wait.
        Held = "aangehouden",
        /// It came back with a comment.
        Returned = "terug",
        /// It will not be published.
        Rejected = "afgewezen",
        /// Somebody else released exactly this.
        Approved = "akkoord",
        /// Who wrote it gave it up.
        Dropped = "vervallen",
    }
    /// As what it is published.
    Capacity {
        /// In one's work, under one's own name.
        Work = "functie",
        /// In the name of the school.
        School = "namens_school",
    }
}

impl Capacity {
    /// What it is, when nobody said otherwise: what the school publishes is in its name.
    pub const USUAL: Self = Self::School;
}

/// A photo in a publication.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Picture {
    /// Which photo.
    pub photo: Uuid,
    /// What is on it, for who cannot see it.
    pub alt: String,
}

/// What somebody wrote and chose. It stands sealed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Content {
    /// What it is called.
    pub title: String,
    /// The text.
    pub text: String,
    /// Another text for one account, where that is needed.
    pub texts: BTreeMap<Uuid, String>,
    /// The photos, in order.
    pub pictures: Vec<Picture>,
    /// Where it comes from, if it is not one's own.
    pub sources: String,
    /// As what it is published.
    pub capacity: Option<Capacity>,
    /// For which purpose people may be shown in it.
    pub purpose: Option<PurposeId>,
    /// The accounts where it will be.
    pub accounts: BTreeSet<Uuid>,
    /// What the author answered about it: facts of the vocabulary.
    pub answers: BTreeMap<String, bool>,
    /// Why, where a finding asks for a reason.
    pub reason: String,
}

impl Content {
    /// The text for an account.
    pub fn text_for(&self, account: Uuid) -> &str {
        let own = self.texts.get(&account).filter(|text| !text.is_empty());
        own.map_or(&self.text, String::as_str)
    }

    /// The text as it is published at an account: with where it comes from, and whose photos these are.
    pub fn published_at(&self, account: Uuid, credits: &[String]) -> String {
        let mut text = self.text_for(account).trim().to_owned();
        if !self.sources.trim().is_empty() {
            text.push_str("\n\nBron: ");
            text.push_str(self.sources.trim());
        }
        let mut said: Vec<&str> = credits.iter().map(|one| one.trim()).collect();
        said.retain(|one| !one.is_empty());
        said.dedup();
        if !said.is_empty() {
            text.push_str("\n\nFoto: ");
            text.push_str(&said.join("; "));
        }
        text
    }

    /// As what it is published.
    pub fn capacity(&self) -> Capacity {
        self.capacity.unwrap_or(Capacity::USUAL)
    }
}

/// That somebody else released it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// Who.
    pub by: PersonId,
    /// As what; none for somebody outside the school who was asked by a link.
    pub role: Option<Role>,
    /// When.
    pub at: Timestamp,
    /// Which change of the publication.
    pub revision: i64,
    /// The hash of everything that was released ([`super::signed`]), in hexadecimal.
    pub digest: String,
}

/// A publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// Identity.
    pub id: Uuid,
    /// Of which school.
    pub school: SchoolId,
    /// Of which group, where it is about one.
    pub group: Option<GroupId>,
    /// Who wrote it.
    pub author: PersonId,
    /// As what they did.
    pub role: Role,
    /// How far it is.
    pub stage: Stage,
    /// Counts the changes of its content.
    pub revision: i64,
    /// When it is to be published; none for as soon as it is released.
    pub due: Option<Timestamp>,
    /// When it was begun.
    pub made_at: Timestamp,
    /// When something last happened to it.
    pub changed_at: Timestamp,
    /// Who released it, as long as nothing changed since.
    pub approval: Option<Approval>,
    /// What was written and chosen.
    pub content: Content,
}

impl Publication {
    /// Its address, without language.
    pub fn address(&self) -> String {
        format!("/berichten/{}", self.id.as_simple())
    }

    /// Its key in the list of what waits, by which somebody takes it.
    pub fn claim(&self) -> String {
        format!("publication-{}", self.id.as_simple())
    }
}

/// Something that happened to a publication, for its history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Counts them.
    pub number: i64,
    /// What: the key of a step or of what a release did.
    pub kind: String,
    /// Who; none for the program.
    pub by: Option<PersonId>,
    /// As what.
    pub role: Option<Role>,
    /// When.
    pub at: Timestamp,
    /// What they said.
    pub comment: String,
}

impl Event {
    /// What the program did, at this moment. It is counted when it is kept.
    pub fn new(at: Timestamp, kind: impl Into<String>) -> Self {
        Self {
            number: 0,
            kind: kind.into(),
            by: None,
            role: None,
            at,
            comment: String::new(),
        }
    }

    /// Somebody did it, in this role.
    #[must_use]
    pub fn by(self, person: PersonId, role: Role) -> Self {
        Self {
            by: Some(person),
            role: Some(role),
            ..self
        }
    }

    /// And this was said about it.
    #[must_use]
    pub fn saying(self, comment: impl Into<String>) -> Self {
        Self {
            comment: comment.into(),
            ..self
        }
    }
}
