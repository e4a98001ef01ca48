//! A channel that is open: its account, its secret, and the way there.

mod bluesky;
mod mastodon;
mod own;
mod wordpress;

use std::fmt;
use std::fmt::Write as _;
use std::time::Duration;

use md5::Digest;

use crate::guard::Reach;
use crate::model::{
    Abilities, Account, Answer, Health, Kind, Mention, Misfit, Post, Remote, Seen, Why,
};
use crate::rules;
use crate::web::{Setback, Web};
use bluesky::Bluesky;
use mastodon::Mastodon;
use wordpress::WordPress;

pub(crate) use own::Home;
use own::Own;

/// Longer no piece of work takes: a job's lease is five minutes.
const LONGEST: Duration = Duration::from_mins(4);

/// An account with its opened secret. It asks the other side and keeps nothing; nothing here is in a transaction.
#[derive(Clone)]
pub struct Outlet {
    account: Account,
    line: Line,
    home: Option<Home>,
}

/// The way to another service.
#[derive(Clone)]
pub(crate) struct Line {
    pub(crate) web: Web,
    pub(crate) kind: Kind,
    pub(crate) channel: words::Channel,
    pub(crate) address: String,
    pub(crate) user: String,
    pub(crate) secret: Option<String>,
    /// How long it waits for work that the other side is still doing.
    pub(crate) pause: Duration,
}

impl Line {
    fn secret(&self) -> Result<&str, Setback> {
        self.secret
            .as_deref()
            .filter(|secret| !secret.trim().is_empty())
            .ok_or(Setback::Refused(Why::NoSecret))
    }

    fn abilities(&self) -> Abilities {
        rules::abilities(self.kind, self.channel)
    }
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

/// One piece of work, by the adapter of this kind of account, and not for ever.
macro_rules! by_kind {
    ($own:ident . $work:ident ( $($argument:expr),* )) => {{
        let line = &$own.line;
        let work = async {
            match line.kind {
                Kind::WordPress => WordPress { line }.$work($($argument),*).await,
                Kind::Mastodon => Mastodon { line }.$work($($argument),*).await,
                Kind::Bluesky => Bluesky { line }.$work($($argument),*).await,
                Kind::Feed | Kind::Newsletter => {
                    let (home, account) = ($own.home.as_ref(), &$own.account);
                    Own { home, account }.$work($($argument),*).await
                }
                Kind::ByHand => Err(Setback::Refused(Why::ByHand)),
            }
        };
        tokio::time::timeout(LONGEST, work)
            .await
            .unwrap_or(Err(Setback::Unknown(Why::TimedOut)))
            .into()
    }};
}

impl Outlet {
    pub(crate) fn new(
        account: Account,
        secret: Option<String>,
        web: Web,
        home: Option<Home>,
    ) -> Self {
        let line = Line {
            web,
            kind: account.kind,
            channel: account.channel,
            address: account.address.clone(),
            user: account.user.clone(),
            secret,
            pause: Duration::from_secs(2),
        };
        Self {
            account,
            line,
            home,
        }
    }

    /// An account that stands nowhere yet: to try whether it works before it is kept.
    ///
    /// # Errors
    /// A machine without the certificates of the web.
    pub fn to_try(
        account: Account,
        secret: Option<String>,
        reach: Reach,
        patience: Duration,
    ) -> anyhow::Result<Self> {
        Ok(Self::new(account, secret, Web::new(reach, patience)?, None))
    }

    /// The account.
    pub fn account(&self) -> &Account {
        &self.account
    }

    /// What it can.
    pub fn abilities(&self) -> Abilities {
        self.line.abilities()
    }

    /// Makes the post public. Harmless when repeated with the same key: what is there already is found and not made again.
    pub async fn publish(&self, post: &Post) -> Answer<Remote> {
        if self.account.state == crate::model::State::Stopped {
            return Answer::Refused { why: Why::Stopped };
        }
        if post.images.iter().any(|image| image.alt.trim().is_empty()) {
            return Answer::Refused { why: Why::NoAlt };
        }
        by_kind!(self.publish(post))
    }

    /// Where the post of this key is, if it is there for everybody.
    pub async fn look_up(&self, post: &Post) -> Answer<Option<Remote>> {
        by_kind!(self.look_up(post))
    }

    /// Changes a post into this one where it stands, or refuses ([`Why::CannotBeChanged`]) where it cannot be changed.
    pub async fn correct(&self, remote: &Remote, post: &Post) -> Answer<Remote> {
        if post.images.iter().any(|image| image.alt.trim().is_empty()) {
            return Answer::Refused { why: Why::NoAlt };
        }
        by_kind!(self.correct(remote, post))
    }

    /// Takes a post away with all its parts. That it was gone already is done too.
    pub async fn take_down(&self, remote: &Remote) -> Answer<()> {
        by_kind!(self.take_down(remote))
    }

    /// It is gone for everybody, as somebody without an account sees it.
    pub async fn is_gone(&self, remote: &Remote) -> Answer<bool> {
        by_kind!(self.is_gone(remote))
    }

    /// What somebody without an account sees of it. `Done(None)`: nothing is there.
    pub async fn read_back(&self, remote: &Remote, post: &Post) -> Answer<Option<Seen>> {
        by_kind!(self.read_back(remote, post))
    }

    /// Where others named this account or answered it, the newest first and not more than the latest hundred. Asking marks nothing as seen.
    pub async fn mentions(&self) -> Answer<Vec<Mention>> {
        let line = &self.line;
        let work = async {
            match line.kind {
                Kind::Bluesky => Bluesky { line }.mentions().await,
                Kind::Mastodon => Mastodon { line }.mentions().await,
                _ => Err(Setback::Refused(Why::ByHand)),
            }
        };
        let work = tokio::time::timeout(LONGEST, work).await;
        work.unwrap_or(Err(Setback::Passing(Why::TimedOut, None)))
            .into()
    }

    /// The account works, as far as asking changes nothing.
    pub async fn health(&self) -> Answer<Health> {
        match by_kind!(self.health()) {
            // Nothing is at the address by which this kind is asked.
            Answer::Refused { why: Why::Gone } => Answer::Refused {
                why: Why::NotUnderstood,
            },
            answer => answer,
        }
    }
}

/// What does not fit is not sent: half of it would be taken.
fn fits(misfits: &[Misfit]) -> Result<(), Setback> {
    let why = match misfits.first() {
        None => return Ok(()),
        Some(Misfit::Text { .. } | Misfit::Alt { .. }) => Why::TooLong,
        Some(Misfit::Bytes { .. }) => Why::TooBig,
        Some(Misfit::NoAlt { .. }) => Why::NoAlt,
        Some(
            Misfit::TooFewImages { .. } | Misfit::TooManyImages { .. } | Misfit::Aspect { .. },
        ) => Why::Image,
    };
    Err(Setback::Refused(why))
}

/// A hash as hexadecimal digits.
fn hash<D: Digest>(bytes: &[u8]) -> String {
    D::digest(bytes)
        .iter()
        .fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}
