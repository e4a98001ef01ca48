//! What the screens of this word need and that does not change while the program runs.

use std::fmt;
use std::sync::Arc;

use axum::extract::FromRef;
use channels::Channels;
use identity::Identity;
use people::People;

use crate::consents::Consents;
use crate::scanners::Scanners;

/// This word: the state of its handlers. A clone is the same.
#[derive(Clone)]
pub struct Publishing(Arc<Inner>);

/// What it is made of.
pub struct Inner {
    pub(crate) people: People,
    pub(crate) consents: Box<dyn Consents>,
    pub(crate) channels: Channels,
    pub(crate) scanners: Scanners,
}

impl Publishing {
    /// Publications at the accounts that `channels` reaches, and the check of texts, with the names that `people` opens and what
    /// `consents` knows.
    pub fn new(people: People, consents: Box<dyn Consents>, channels: Channels) -> Self {
        Self(Arc::new(Inner {
            people,
            consents,
            channels,
            scanners: Scanners::default(),
        }))
    }
}

impl std::ops::Deref for Publishing {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl fmt::Debug for Publishing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Publishing")
    }
}

impl FromRef<Publishing> for Identity {
    fn from_ref(publishing: &Publishing) -> Self {
        publishing.people.identity.clone()
    }
}
