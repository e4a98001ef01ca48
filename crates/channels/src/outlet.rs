//! A channel that is open: its account, its secret, and the way there.

use std::fmt;

use crate::model::{Abilities, Account, Answer, Health, Post, Remote, Seen, Why};
use crate::rules;

/// An account with its opened secret. It asks the other side and keeps nothing; nothing here is in a transaction.
#[derive(Clone)]
pub struct Outlet {
    account: Account,
    #[expect(dead_code, reason = "the adapters come next")]
    secret: Option<String>,
}

impl fmt::Debug for Outlet {
    /// A secret is never written anywhere by accident.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Outlet({} {})",
            self.account.kind.key(),
            self.account.id.as_simple()
        )
    }
}

impl Outlet {
    pub(crate) fn new(account: Account, secret: Option<String>) -> Self {
        Self { account, secret }
    }

    /// The account.
    pub fn account(&self) -> &Account {
        &self.account
    }

    /// What it can.
    pub fn abilities(&self) -> Abilities {
        rules::abilities(self.account.kind, self.account.channel)
    }

    /// Makes the post public. Harmless when repeated with the same key: what is there already is found and not made again.
    pub async fn publish(&self, _post: &Post) -> Answer<Remote> {
        self.not_yet()
    }

    /// Where the post of this key is, if it is there.
    pub async fn look_up(&self, _post: &Post) -> Answer<Option<Remote>> {
        self.not_yet()
    }

    /// Changes a post into this one where it stands, or refuses ([`Why::CannotBeChanged`]) where it cannot be changed.
    pub async fn correct(&self, _remote: &Remote, _post: &Post) -> Answer<Remote> {
        self.not_yet()
    }

    /// Takes a post away with all its parts. That it was gone already is done too.
    pub async fn take_down(&self, _remote: &Remote) -> Answer<()> {
        self.not_yet()
    }

    /// It is gone for everybody, as somebody without an account sees it.
    pub async fn is_gone(&self, _remote: &Remote) -> Answer<bool> {
        self.not_yet()
    }

    /// What somebody without an account sees of it. `Done(None)`: nothing is there.
    pub async fn read_back(&self, _remote: &Remote, _post: &Post) -> Answer<Option<Seen>> {
        self.not_yet()
    }

    /// The account works, as far as asking changes nothing.
    pub async fn health(&self) -> Answer<Health> {
        self.not_yet()
    }

    fn not_yet<T>(&self) -> Answer<T> {
        Answer::Refused { why: Why::ByHand }
    }
}
