//! What the screens of this word need and that does not change while the program runs.

use std::fmt;
use std::sync::Arc;

use anyhow::Context;
use axum::extract::FromRef;
use identity::Identity;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use seal::BoardKeys;
use words::BoardId;

use crate::directory::Directories;
use crate::work::OpenWork;

/// The time of the Netherlands, by its rule: one hour before Greenwich, two in summer.
const DUTCH: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

fn zone() -> TimeZone {
    TimeZone::posix(DUTCH).unwrap_or(TimeZone::UTC)
}

/// An instant by the clock on the wall.
pub fn wall(at: Timestamp) -> Zoned {
    at.to_zoned(zone())
}

/// The first moment of a day.
pub(crate) fn begins(day: Date) -> Option<Timestamp> {
    day.to_zoned(zone()).ok().map(|start| start.timestamp())
}

/// The screens of this word: the state of their handlers. A clone is the same.
#[derive(Clone)]
pub struct People(Arc<Inner>);

/// What the screens are made of.
pub struct Inner {
    pub(crate) identity: Identity,
    pub(crate) directories: Directories,
    /// What somebody may still have to do: this word's own, and what later words add.
    pub(crate) work: Vec<Box<dyn OpenWork>>,
    /// The protocols that a school can follow: name, and what people call it.
    pub(crate) protocols: Vec<(String, String)>,
}

impl fmt::Debug for People {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("People")
    }
}

impl std::ops::Deref for People {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl FromRef<People> for Identity {
    fn from_ref(people: &People) -> Self {
        people.identity.clone()
    }
}

impl People {
    /// The screens, over the database and keys of `identity`. A school chooses from `protocols`, by name and title; `work` is
    /// what later words know of open work.
    pub fn new(
        identity: Identity,
        protocols: Vec<(String, String)>,
        work: Vec<Box<dyn OpenWork>>,
    ) -> Self {
        let mut all = crate::work::own();
        all.extend(work);
        Self(Arc::new(Inner {
            identity,
            directories: Directories::default(),
            work: all,
            protocols,
        }))
    }

    /// The keys of a board.
    pub(crate) async fn keys(&self, board: BoardId) -> anyhow::Result<BoardKeys> {
        self.identity
            .parts
            .keyring
            .of(board)
            .await?
            .context("there is no such board")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_in_the_netherlands() {
        let day = |text: &str| wall(text.parse().unwrap()).to_string();
        assert!(day("2026-07-31T22:30:00Z").starts_with("2026-08-01T00:30:00+02:00"));
        assert!(day("2026-12-31T22:59:59Z").starts_with("2026-12-31T23:59:59+01:00"));
    }
}
