//! What the screens of this word need and that does not change while the program runs.

use std::fmt;
use std::sync::Arc;

use axum::extract::FromRef;
use identity::Identity;
use people::People;

use crate::film::Clean;
use crate::work::Perform;

/// The screens of this word: the state of their handlers. A clone is the same.
#[derive(Clone)]
pub struct Photos(Arc<Inner>);

/// What the screens are made of.
pub struct Inner {
    pub(crate) people: People,
    pub(crate) perform: Perform,
    pub(crate) clean: Option<Clean>,
}

impl fmt::Debug for Photos {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Photos")
    }
}

impl std::ops::Deref for Photos {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl FromRef<Photos> for Identity {
    fn from_ref(photos: &Photos) -> Self {
        photos.people.identity.clone()
    }
}

impl Photos {
    /// The screens, beside those of `people`, and who does the work on files from outside: on photos, and on films where this
    /// house has the means.
    pub fn new(people: People, perform: Perform, clean: Option<Clean>) -> Self {
        Self(Arc::new(Inner {
            people,
            perform,
            clean,
        }))
    }
}
