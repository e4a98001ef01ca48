//! Everything that an act changes.

use jiff::Timestamp;
use people::ask::Ask;
use uuid::Uuid;
use words::{PersonId, Role};

use crate::letters::News;
use crate::model::{Case, Event, Party, Record, Seat, State};

/// A new event.
#[derive(Debug)]
pub(in crate::pages) struct New {
    pub(in crate::pages) about: Option<Uuid>,
    pub(in crate::pages) due: Option<Timestamp>,
    pub(in crate::pages) record: Record,
}

impl New {
    /// It happens now, by who asks.
    pub(in crate::pages) fn happens(self, ask: &Ask<'_>, role: Role) -> Event {
        Event {
            id: ask.new_id(),
            about: self.about,
            at: ask.now,
            by: Some(ask.caller.person),
            role: Some(role),
            due: self.due,
            done_at: None,
            record: self.record,
        }
    }
}

/// When a case goes.
#[derive(Debug, Clone, Copy)]
pub(in crate::pages) enum Forget {
    /// Then.
    At(Timestamp),
    /// It cannot be known yet.
    NotYet,
}

/// What changes of the case itself.
#[derive(Debug, Default)]
pub(in crate::pages) struct OfCase {
    pub(in crate::pages) state: Option<State>,
    pub(in crate::pages) to_board: bool,
    pub(in crate::pages) urgent: Option<bool>,
    pub(in crate::pages) articles: Option<Vec<String>>,
    pub(in crate::pages) forget: Option<Forget>,
    pub(in crate::pages) hold_until: Option<Timestamp>,
}

impl OfCase {
    /// Changes it.
    pub(in crate::pages) fn apply(self, case: &mut Case, now: Timestamp) {
        case.touched_at = now;
        if let Some(state) = self.state {
            case.state = state;
            match state {
                State::Open => {
                    case.opened_at = case.opened_at.or(Some(now));
                    case.closed_at = None;
                }
                State::Signal => {}
                _ => case.closed_at = Some(now),
            }
        }
        case.to_board |= self.to_board;
        case.urgent = self.urgent.unwrap_or(case.urgent);
        if let Some(articles) = self.articles {
            case.articles = articles;
        }
        match self.forget {
            Some(Forget::At(at)) => case.forget_at = Some(at),
            Some(Forget::NotYet) => case.forget_at = None,
            None => {}
        }
        case.hold_until = self.hold_until.or(case.hold_until);
        case.forget_at = crate::rules::closing::with_grace(case.forget_at, now);
    }
}

/// Everything that an act changes.
#[derive(Debug)]
pub(in crate::pages) struct Change {
    pub(in crate::pages) kind: &'static str,
    pub(in crate::pages) outcome: String,
    pub(in crate::pages) articles: Vec<String>,
    pub(in crate::pages) events: Vec<New>,
    pub(in crate::pages) done: Vec<Uuid>,
    pub(in crate::pages) joins: Vec<Party>,
    pub(in crate::pages) clears: Vec<Uuid>,
    /// Parties that were named by mistake.
    pub(in crate::pages) unnames: Vec<Uuid>,
    pub(in crate::pages) seats: Vec<(PersonId, Option<Seat>)>,
    pub(in crate::pages) case: OfCase,
    /// A name, and the page with the verdict.
    pub(in crate::pages) named: Option<(String, Option<String>)>,
    /// Something that is noted in another case too.
    pub(in crate::pages) elsewhere: Option<(Uuid, Record)>,
    /// What a check of the log needs to ask the protocol again.
    pub(in crate::pages) receipt: Option<serde_json::Value>,
    pub(in crate::pages) news: Vec<(News, Vec<PersonId>)>,
}

impl Change {
    /// One that the log calls so.
    pub(in crate::pages) fn new(kind: &'static str, outcome: impl Into<String>) -> Self {
        Self {
            kind,
            outcome: outcome.into(),
            articles: Vec::new(),
            events: Vec::new(),
            done: Vec::new(),
            joins: Vec::new(),
            clears: Vec::new(),
            unnames: Vec::new(),
            seats: Vec::new(),
            case: OfCase::default(),
            named: None,
            elsewhere: None,
            receipt: None,
            news: Vec::new(),
        }
    }

    /// With this happening.
    pub(in crate::pages) fn with(kind: &'static str, record: Record) -> Self {
        let mut change = Self::new(kind, record.kind());
        change.add(record);
        change
    }

    /// Something happens too.
    pub(in crate::pages) fn add(&mut self, record: Record) {
        self.push(None, None, record);
    }

    /// Something follows from this event.
    pub(in crate::pages) fn then(&mut self, about: Uuid, record: Record) {
        self.push(Some(about), None, record);
    }

    /// Something is to be done by then.
    pub(in crate::pages) fn plan(&mut self, due: Option<Timestamp>, record: Record) {
        self.push(None, due, record);
    }

    /// Something that follows from an event, with a term or without.
    pub(in crate::pages) fn push(
        &mut self,
        about: Option<Uuid>,
        due: Option<Timestamp>,
        record: Record,
    ) {
        self.events.push(New { about, due, record });
    }

    /// Somebody gets a seat, or leaves it.
    pub(in crate::pages) fn seat(&mut self, person: PersonId, seat: Option<Seat>) {
        self.seats.push((person, seat));
        let person = person.0;
        self.add(Record::Seated { person, seat });
    }

    /// It rests on this article.
    pub(in crate::pages) fn on(mut self, article: Option<String>) -> Self {
        self.articles.extend(article);
        self
    }
}
