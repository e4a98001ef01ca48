//! What the screens of this word need and that does not change while the program runs.

use std::fmt;
use std::sync::Arc;

use axum::extract::FromRef;
use identity::Identity;
use people::People;

/// The screens of this word: the state of their handlers. A clone is the same.
#[derive(Clone)]
pub struct Consent(Arc<Inner>);

/// What the screens are made of.
pub struct Inner {
    pub(crate) people: People,
}

impl fmt::Debug for Consent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Consent")
    }
}

impl std::ops::Deref for Consent {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl FromRef<Consent> for Identity {
    fn from_ref(consent: &Consent) -> Self {
        consent.people.identity.clone()
    }
}

impl Consent {
    /// The screens, beside those of `people`.
    pub fn new(people: People) -> Self {
        Self(Arc::new(Inner { people }))
    }
}
