//! What the screens of this word need and that does not change while the program runs.

use std::fmt;
use std::sync::Arc;

use anyhow::Context;
use axum::extract::FromRef;
use identity::Identity;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use seal::BoardKeys;
use shell::clock;
use words::BoardId;

use crate::directory::Directories;
use crate::waits::Waits;
use crate::work::{Follows, Keeps, OpenWork};

/// What later words know, and this one asks them.
#[derive(Default)]
pub struct Later {
    /// What somebody who leaves still has to hand over.
    pub work: Vec<Box<dyn OpenWork>>,
    /// Who follows a merge.
    pub follows: Vec<Box<dyn Follows>>,
    /// Who has a page about somebody.
    pub keeps: Vec<Box<dyn Keeps>>,
    /// What waits for somebody.
    pub waits: Vec<Box<dyn Waits>>,
}

impl fmt::Debug for Later {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Later")
    }
}

/// The first moment of a day at a Dutch school.
pub fn begins(day: Date) -> Option<Timestamp> {
    clock::from_the_wall(day.at(0, 0, 0, 0)).ok()
}

/// The screens of this word: the state of their handlers. A clone is the same.
#[derive(Clone)]
pub struct People(Arc<Inner>);

/// What the screens are made of.
pub struct Inner {
    /// Signing in, and the database with its keys.
    pub identity: Identity,
    /// Everybody by name, held in memory.
    pub directories: Directories,
    /// How far the rosters are that are being read here.
    pub(crate) progress: crate::import::desk::Progress,
    /// What somebody may still have to do: this word's own, and what later words add.
    pub(crate) work: Vec<Box<dyn OpenWork>>,
    /// Which later words follow a merge.
    pub(crate) follows: Vec<Box<dyn Follows>>,
    /// Which later words have a page about somebody.
    pub(crate) keeps: Vec<Box<dyn Keeps>>,
    /// What waits for somebody: this word's own, and what later words add.
    pub(crate) waits: Vec<Box<dyn Waits>>,
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
    /// The screens, over the database and keys of `identity`. A school chooses from `protocols`, by name and title.
    pub fn new(identity: Identity, protocols: Vec<(String, String)>, later: Later) -> Self {
        let (mut work, mut waits) = (crate::work::own(), crate::waits::own());
        work.extend(later.work);
        waits.extend(later.waits);
        Self(Arc::new(Inner {
            identity,
            directories: Directories::default(),
            progress: crate::import::desk::Progress::default(),
            work,
            follows: later.follows,
            keeps: later.keeps,
            waits,
            protocols,
        }))
    }

    /// The keys of a board.
    pub async fn keys(&self, board: BoardId) -> anyhow::Result<BoardKeys> {
        self.identity
            .parts
            .keyring
            .of(board)
            .await?
            .context("there is no such board")
    }
}

/// The day after this moment, and its moment so many hours after it begins: when the work of that day is done.
///
/// # Errors
/// Only at the end of the calendar.
pub fn tomorrow_at(now: Timestamp, hours: i64) -> anyhow::Result<(Date, Timestamp)> {
    let tomorrow = clock::today(now).tomorrow()?;
    let begins = begins(tomorrow).unwrap_or(now);
    Ok((
        tomorrow,
        begins.saturating_add(SignedDuration::from_hours(hours))?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_begins_at_midnight_in_the_netherlands() {
        let begin = |y, m, d| begins(date(y, m, d)).unwrap().to_string();
        assert_eq!(begin(2026, 8, 1), "2026-07-31T22:00:00Z");
        assert_eq!(begin(2027, 1, 1), "2026-12-31T23:00:00Z");
        assert_eq!(
            begin(2026, 10, 25),
            "2026-10-24T22:00:00Z",
            "the night of the long hour"
        );
        assert_eq!(
            begin(2027, 3, 28),
            "2027-03-27T23:00:00Z",
            "the night of the short one"
        );
    }
}
