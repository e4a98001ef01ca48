//! A school life with one question, for tests.

use jiff::civil::date;
use people::model::{Authority, Relation};
use uuid::Uuid;
use words::{Locale, SchoolId};

use crate::model::{Event, How};
use crate::rules::*;
use crate::usual;

pub(super) const SAM: PersonId = PersonId(Uuid::from_u128(1));
pub(super) const ONE: PersonId = PersonId(Uuid::from_u128(11));
pub(super) const TWO: PersonId = PersonId(Uuid::from_u128(12));
pub(super) const DESK: PersonId = PersonId(Uuid::from_u128(99));

pub(super) fn purpose() -> Purpose {
    usual::example(SchoolId(Uuid::from_u128(2)))
}

pub(super) fn cell() -> Cell {
    purpose().cells().next().unwrap()
}

pub(super) fn bond(guardian: PersonId, authority: Authority, seen: bool) -> Guardianship {
    Guardianship {
        pupil: SAM,
        guardian,
        relation: Relation::Parent,
        authority,
        confirmed: seen.then_some((DESK, jiff::Timestamp::UNIX_EPOCH)),
        span: Span {
            from: date(2015, 1, 1),
            until: None,
        },
    }
}

pub(super) fn event(number: i64, by: PersonId, answer: Answer, on: Date) -> Event {
    Event {
        number,
        person: SAM,
        cell: cell(),
        answer,
        said_by: by,
        capacity: if by == SAM {
            Capacity::Own
        } else {
            Capacity::Guardian
        },
        typed_by: None,
        at: jiff::Timestamp::UNIX_EPOCH,
        said_on: on,
        how: How::Page,
        notice: 1,
        language: Locale::Nl,
        act: Uuid::from_u128(u128::try_from(number).unwrap()),
        evidence: None,
        rule: LAW.to_owned(),
    }
}

/// A school life with one question: who was born when, who looks after them, what was said, and what the school settled.
pub(super) struct Life {
    pub(super) born: Option<Date>,
    pub(super) here: Vec<Span>,
    pub(super) bonds: Vec<Guardianship>,
    pub(super) events: Vec<Event>,
    pub(super) terms: Terms,
    pub(super) purpose: Purpose,
    pub(super) shielded: bool,
}

impl Life {
    pub(super) fn new(born: Date) -> Self {
        Self {
            born: Some(born),
            here: vec![Span {
                from: date(2015, 8, 1),
                until: None,
            }],
            bonds: vec![
                bond(ONE, Authority::Yes, true),
                bond(TWO, Authority::Yes, true),
            ],
            events: Vec::new(),
            terms: Terms::default(),
            purpose: purpose(),
            shielded: false,
        }
    }

    pub(super) fn says(&mut self, by: PersonId, answer: Answer, on: Date) {
        let number = i64::try_from(self.events.len()).unwrap() + 1;
        self.events.push(event(number, by, answer, on));
    }

    pub(super) fn on(&self, day: Date) -> (Shown, Reason) {
        let votes = Votes::replay(&self.events);
        let subject = Subject {
            person: SAM,
            pupil: true,
            born: self.born,
            here: &self.here,
            bonds: &self.bonds,
            shielded: self.shielded,
            votes: &votes,
        };
        let outcome = decide(&subject, Some(&self.purpose), cell(), self.terms, day);
        (outcome.shown, outcome.reason)
    }
}
