//! What waits for somebody: one list, of everything that every word of the school asks of them.
//!
//! * A word implements [`Waits`]. It gives its most urgent first, at most as many as it was asked for, and says how many more
//!   there are: a school with thousands of them reads as many rows as fit on a page.
//! * The list is never kept: what is done is not found any more. What can be undone, the word says itself ([`Waits::done`]).
//! * Where several people could do the same, one of them takes it ([`Waiting::claim`]); others see who is at work on it, and can take it over. A claim
//!   keeps nobody out and ends by itself after [`CLAIM`].

mod own;

use std::future::Future;
use std::pin::Pin;

use jiff::{SignedDuration, Timestamp};
use words::PersonId;

use crate::ask::{Ask, Reading};

pub(crate) use own::own;

/// How long somebody is taken to be at work on something.
pub const CLAIM: SignedDuration = SignedDuration::from_mins(60);

/// What happens as long as it waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Risk {
    /// Somebody is harmed, or a term has passed.
    Now,
    /// Somebody else cannot go on, or a term comes near.
    Soon,
    /// Nothing happens.
    Later,
}

/// Something that waits for somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// What there is to do, said in the language of the request.
    pub what: String,
    /// Why, about whom, or by when.
    pub about: String,
    /// Since when it waits.
    pub since: Timestamp,
    /// What happens as long as it waits.
    pub risk: Risk,
    /// Where it is done, without language.
    pub address: String,
    /// Its own key in the whole board, if somebody can take it so that others leave it: `advice-0193…`.
    pub claim: Option<String>,
}

/// What a word found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The most urgent.
    pub items: Vec<Waiting>,
    /// How many more there are.
    pub beyond: u64,
}

impl Found {
    /// Those that were read, of so many that there are in all.
    pub fn of(items: Vec<Waiting>, all: u64) -> Self {
        let beyond = all.saturating_sub(items.len() as u64);
        Self { items, beyond }
    }
}

/// Something that was done a short while ago and can be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// What was done, said in the language of the request.
    pub what: String,
    /// When.
    pub at: Timestamp,
    /// Where it is undone, without language.
    pub address: String,
}

/// A list that a word answers, after it asked the database.
pub type Listed<'a, T> = Pin<Box<dyn Future<Output = anyhow::Result<T>> + Send + 'a>>;

/// A word of the school in which something can wait for somebody. Later words implement it; the home of everybody asks all of them.
pub trait Waits: Send + Sync {
    /// What waits for who asks, the most urgent first, at most this many.
    fn for_caller<'a>(
        &'a self,
        ask: &'a Ask<'_>,
        reading: &'a mut Reading,
        most: usize,
    ) -> Listed<'a, Found>;

    /// What who asks did since this moment and can undo; nothing, unless a word says otherwise.
    fn done<'a>(
        &'a self,
        _: &'a Ask<'_>,
        _: &'a mut Reading,
        _since: Timestamp,
    ) -> Listed<'a, Vec<Done>> {
        Box::pin(async { Ok(Vec::new()) })
    }
}

/// Puts together what the words found: what harms first, and of the same risk what waits longest. At most this many are shown.
pub fn together(found: Vec<Found>, most: usize) -> Found {
    let beyond: u64 = found.iter().map(|one| one.beyond).sum();
    let mut items: Vec<Waiting> = found.into_iter().flat_map(|one| one.items).collect();
    items.sort_by(|a, b| {
        (a.risk, a.since, &a.address, &a.what).cmp(&(b.risk, b.since, &b.address, &b.what))
    });
    let cut = items.len().saturating_sub(most);
    items.truncate(most);
    Found {
        items,
        beyond: beyond + cut as u64,
    }
}

/// That somebody is at work on something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// Who.
    pub person: PersonId,
    /// Until when others leave it.
    pub until: Timestamp,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn waiting() -> impl Strategy<Value = Waiting> {
        let risk = prop_oneof![Just(Risk::Now), Just(Risk::Soon), Just(Risk::Later)];
        (risk, 0_i64..5, 0_u8..3).prop_map(|(risk, at, name)| Waiting {
            what: format!("{name}"),
            about: String::new(),
            since: Timestamp::from_second(at).unwrap(),
            risk,
            address: "/".to_owned(),
            claim: None,
        })
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_urgent_stands_behind(
            words in prop::collection::vec((prop::collection::vec(waiting(), 0..6), 0_u64..4), 0..5),
            most in 0_usize..12,
        ) {
            let all: u64 = words.iter().map(|(items, beyond)| items.len() as u64 + beyond).sum();
            let found = words.iter().map(|(items, beyond)| Found { items: items.clone(), beyond: *beyond });
            let list = together(found.collect(), most);
            prop_assert!(list.items.len() <= most);
            prop_assert_eq!(list.items.len() as u64 + list.beyond, all);
            for pair in list.items.windows(2) {
                prop_assert!((pair[0].risk, pair[0].since) <= (pair[1].risk, pair[1].since));
            }
            // What was cut off is never more urgent than what is shown.
            if let (Some(last), true) = (list.items.last(), list.beyond > 0) {
                let shown = list.items.iter().filter(|one| (one.risk, one.since) < (last.risk, last.since)).count();
                let urgent = words.iter().flat_map(|(items, _)| items)
                    .filter(|one| (one.risk, one.since) < (last.risk, last.since)).count();
                prop_assert_eq!(shown, urgent);
            }
        }
    }

    #[test]
    fn what_was_not_read_is_counted() {
        assert_eq!(Found::of(Vec::new(), 7).beyond, 7);
    }
}
