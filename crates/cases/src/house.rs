//! What the screens of this word need and that does not change while the program runs.

use std::fmt;
use std::sync::Arc;

use axum::extract::FromRef;
use channels::Channels;
use identity::Identity;
use jiff::SignedDuration;
use mail::Trust;
use people::People;
use shell::{Fault, Limit, Peer, limit};
use words::BoardId;

/// The screens of this word: the state of their handlers. A clone is the same.
#[derive(Clone)]
pub struct Cases(Arc<Inner>);

/// What the screens are made of.
pub struct Inner {
    pub(crate) people: People,
    pub(crate) channels: Channels,
    /// Whose certificates are trusted of a mailbox.
    pub(crate) trust: Trust,
    /// Signals without a name from one subscriber, in memory only.
    near: Limit<u128>,
    /// Signals without a name at one board.
    board: Limit<BoardId>,
}

impl fmt::Debug for Cases {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cases")
    }
}

impl std::ops::Deref for Cases {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl FromRef<Cases> for Identity {
    fn from_ref(cases: &Cases) -> Self {
        cases.people.identity.clone()
    }
}

impl Cases {
    /// The screens, beside those of `people`. `channels` reads what a school watches, and the mailboxes of which `trust` has the certificates.
    pub fn new(people: People, channels: Channels, trust: Trust) -> Self {
        Self(Arc::new(Inner {
            people,
            channels,
            trust,
            near: Limit::new(10, SignedDuration::from_hours(1)),
            board: Limit::new(200, SignedDuration::from_hours(1)),
        }))
    }

    /// Counts something that was sent without a name. A flood from one place stops there and not at the board, so that others still
    /// get through.
    ///
    /// # Errors
    /// [`Fault::TooOften`].
    pub(crate) fn counts(&self, peer: &Peer, board: BoardId) -> Result<(), Fault> {
        let identity = &self.people.identity;
        let address = peer.behind(&identity.parts.config.proxies);
        let now = identity.now();
        let near = self.near.take(limit::subscriber(address), now);
        near.and_then(|()| self.board.take(board, now))
            .map_err(|wait| Fault::TooOften {
                seconds: wait.as_secs().unsigned_abs() + 1,
            })
    }
}
