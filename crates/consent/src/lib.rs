//! Consent: asking, giving and withdrawing it; what may be shown of whom, where.
//!
//! The rules of this word:
//!
//! * An answer is about one person, one purpose, one channel and one medium ([`model::Cell`]). Nobody answered is a no.
//! * Each answer is an event that stays ([`model::Event`]); what holds is what the events give ([`model::Votes::replay`]).
//! * Who may say what follows from age and authority on the day ([`rules::say`]); what may be shown follows from what they said
//!   and from how they stand now ([`rules::decide`]). Whatever is not known counts against showing.
//! * A withdrawal is as easy as a yes, holds from the next request on, and asks back what is public ([`store::publications`]).
//!
//! ```
//! use consent::model::{Answer, Votes};
//! use consent::rules::{self, Reason, Shown, Subject};
//! use consent::{model::Terms, usual};
//! use jiff::civil::date;
//! use people::model::Span;
//! use words::{PersonId, SchoolId};
//!
//! let sam = PersonId(uuid::Uuid::from_u128(1));
//! let purpose = usual::example(SchoolId(uuid::Uuid::from_u128(2)));
//! let here = [Span { from: date(2026, 8, 1), until: None }];
//! let votes = Votes::default();
//! let subject = Subject { person: sam, pupil: true, born: Some(date(2018, 5, 4)), here: &here, bonds: &[], shielded: false, votes: &votes };
//! let cell = purpose.cells().next().unwrap();
//! let outcome = rules::decide(&subject, Some(&purpose), cell, Terms::default(), date(2026, 11, 21));
//! assert_eq!((outcome.shown, outcome.reason), (Shown::MayNot, Reason::Unanswered));
//! ```

pub mod campaign;
pub mod demo;
pub mod desk;
mod follows;
mod house;
pub mod jobs;
pub mod model;
mod pages;
pub mod places;
pub mod proof;
pub mod register;
pub mod rules;
pub mod store;
pub mod takeover;
pub mod usual;
mod views;
mod waits;

pub use follows::Merged;
pub use house::Consent;
pub use pages::{Spoken, menu, routes, speaks_for};
pub use register::Register;
pub use store::MIGRATIONS;
pub use waits::Waiting;

/// The pages that somebody may open who came by a link in a letter: the questions, and what was kept of the answers.
pub const LETTERS: [&str; 2] = ["/toestemming", "/toestemming/bewaard/"];

/// The kind of job that takes down what somebody does not want public any more: `{"id": PUBLICATION}`. Publishing does it.
pub const TAKE_DOWN: &str = "publication_take_down";

ui::speaks!();
