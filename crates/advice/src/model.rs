//! What there is: questions, answers, precedents and what a school settled. Pure.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use words::{GroupId, PersonId, Role, SchoolId};

use crate::rules::Route;

words::keyed! {
    /// How far a question is.
    State {
        /// Nobody answered it: *don't*.
        Open = "open",
        /// It was answered.
        Answered = "beantwoord",
    }
    /// What was answered.
    Outcome {
        /// It may.
        May = "mag",
        /// It may not.
        MayNot = "mag-niet",
        /// It may once something is changed.
        Adjust = "aanpassen",
    }
}

/// What is sealed of a question: it may name a child.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Asked {
    /// The question in the asker's words.
    pub text: String,
    /// The page of ours that it came from, without language: a situation of *mag dit*, or a draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
}

/// The protocol that was in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce {
    /// Its name.
    pub protocol: String,
    /// Its version.
    pub version: String,
}

/// A question of somebody in doubt.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Identity.
    pub id: Uuid,
    /// At which school.
    pub school: SchoolId,
    /// Who asks.
    pub asker: PersonId,
    /// As what.
    pub asker_role: Role,
    /// The protocol when it was asked; none where the school has none.
    pub in_force: Option<InForce>,
    /// The article that it is about, as far as the asker knows.
    pub article: Option<String>,
    /// Who is asked, one after the other.
    pub route: Route,
    /// How far it went along the route.
    pub step: usize,
    /// How far it is.
    pub state: State,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// When it goes on to the next.
    pub due_at: Timestamp,
    /// When it was answered.
    pub answered_at: Option<Timestamp>,
    /// To whom it was handed over.
    pub handed_to: Option<PersonId>,
    /// The pupil whom it is about, if one was named.
    pub about: Option<PersonId>,
    /// What was asked.
    pub asked: Asked,
}

impl Question {
    /// The role at whose desk it lies now.
    pub fn now_at(&self) -> Option<Role> {
        self.route.steps.get(self.step).copied()
    }

    /// Parents ask each other: each answers for their own child, and nobody decides.
    pub fn is_among_parents(&self) -> bool {
        self.route.steps.first() == Some(&Role::Ouder)
    }

    /// The key by which somebody takes it.
    pub fn claim(&self) -> String {
        claim(self.id)
    }
}

/// The key by which somebody takes a question.
pub fn claim(id: Uuid) -> String {
    format!("advice-{}", id.as_simple())
}

/// A desk: a role at a school, of one group where it is about one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Desk {
    /// At which school.
    pub school: SchoolId,
    /// Whose.
    pub role: Role,
    /// Of which group; none is the whole school.
    pub group: Option<GroupId>,
}

/// What somebody answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Who.
    pub by: PersonId,
    /// As what.
    pub role: Role,
    /// When.
    pub at: Timestamp,
    /// What.
    pub outcome: Outcome,
    /// On which article.
    pub article: Option<String>,
    /// In words, and for whom.
    pub said: Said,
}

/// What is sealed of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Said {
    /// In words; empty where the outcome says it.
    pub text: String,
    /// The children for whom a parent answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<PersonId>,
}

/// What is sealed of a precedent. Nobody is in it, and somebody may have been mistaken about that.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Told {
    /// The question, without anybody in it.
    pub question: String,
    /// The answer, without anybody in it.
    pub answer: String,
}

/// A good answer, for whoever asks about the same article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Precedent {
    /// Identity.
    pub id: Uuid,
    /// At which school.
    pub school: SchoolId,
    /// Under which protocol.
    pub in_force: InForce,
    /// Under which article.
    pub article: String,
    /// What was answered.
    pub outcome: Outcome,
    /// Who kept it.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// What others read.
    pub told: Told,
}

/// Days on which a school is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Free {
    /// The first.
    pub from: Date,
    /// The last.
    pub until: Date,
}

/// What a school settled about answering.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// School days in which a question is answered.
    pub days: i64,
    /// When it is closed, beside weekends and the days that are a holiday everywhere.
    pub free: Vec<Free>,
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            days: 2,
            free: Vec::new(),
        }
    }
}
