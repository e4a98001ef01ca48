//! What the screens of this word need and that does not change while the program runs.

use std::fmt;
use std::sync::Arc;

use axum::extract::FromRef;
use identity::Identity;
use people::People;

/// The screens of this word: the state of their handlers. A clone is the same.
#[derive(Clone)]
pub struct Advice(Arc<Inner>);

/// What the screens are made of.
pub struct Inner {
    pub(crate) people: People,
}

impl fmt::Debug for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Advice")
    }
}

impl std::ops::Deref for Advice {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl FromRef<Advice> for Identity {
    fn from_ref(advice: &Advice) -> Self {
        advice.people.identity.clone()
    }
}

impl Advice {
    /// The screens, beside those of `people`.
    pub fn new(people: People) -> Self {
        Self(Arc::new(Inner { people }))
    }
}
