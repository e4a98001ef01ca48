//! What signing in needs to work: the state of this slice.

use std::net::IpAddr;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use maud::Markup;
use shell::{Chance, Clock, Fault, Limit, Origins, Peer, Site, Visit, limit};
use store::Db;
use ui::{Account, Page, Place};
use words::BoardId;

use crate::password::{Cost, Passwords};
use crate::session::Sessions;
use crate::{Caller, Directory, Keyring, Passkeys, texts};

/// The places that somebody who signed in can go to.
pub type Menu = Arc<dyn Fn(&Caller) -> Vec<Place> + Send + Sync>;

/// What the operator decides.
#[derive(Clone)]
pub struct Config {
    /// How slow a guess at a password is.
    pub cost: Cost,
    /// One-click sign-in as anybody: only in the demo.
    pub demo: bool,
    /// Services on this very machine may sign people in: only in tests.
    pub loopback: bool,
    /// The operator's own proxies, which may say for whom they ask.
    pub proxies: Vec<IpAddr>,
    /// The menu of somebody who signed in.
    pub menu: Menu,
    /// The pages that somebody may open who came by a link in a letter: an address, or with `/` at its end all below it.
    pub letters: Vec<String>,
    /// Where somebody goes who signed in and asked for nothing.
    pub home: String,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            cost: Cost::default(),
            demo: false,
            loopback: false,
            proxies: Vec::new(),
            menu: Arc::new(|_| Vec::new()),
            letters: Vec::new(),
            home: "/account".to_owned(),
        }
    }
}

/// What it is made of.
pub struct Parts {
    /// The database.
    pub db: Db,
    /// The keys of the boards.
    pub keyring: Keyring,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub chance: Arc<dyn Chance>,
    /// Pages and files.
    pub site: Arc<Site>,
    /// Where the program is found.
    pub origins: Origins,
    /// The people.
    pub directory: Arc<dyn Directory>,
    /// What the operator decides.
    pub config: Config,
}

/// The state of this slice. A clone is the same.
#[derive(Clone)]
pub struct Identity(Arc<Inner>);

/// The parts, and what is made of them.
pub struct Inner {
    /// The parts.
    pub parts: Parts,
    pub(crate) passwords: Passwords,
    pub(crate) passkeys: Passkeys,
    pub(crate) sessions: Sessions,
    pub(crate) web: reqwest::Client,
    near: Limit<u128>,
    wide: Limit<u128>,
}

impl std::ops::Deref for Identity {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Identity {
    /// Puts the parts together.
    ///
    /// # Errors
    /// An origin that is no address, or a machine without the certificates of the web.
    pub fn new(parts: Parts) -> anyhow::Result<Self> {
        let minute = SignedDuration::from_mins(1);
        Ok(Self(Arc::new(Inner {
            passwords: Passwords::new(parts.config.cost, &*parts.chance)?,
            passkeys: Passkeys::new(&parts.origins)?,
            sessions: Sessions::default(),
            web: crate::oidc::client()?,
            near: Limit::new(20, minute),
            wide: Limit::new(100, minute),
            parts,
        })))
    }

    /// Counts a try to sign in from this address.
    ///
    /// # Errors
    /// [`Fault::TooOften`].
    pub(crate) fn from(&self, peer: &Peer) -> Result<IpAddr, Fault> {
        let address = peer.behind(&self.parts.config.proxies);
        let now = self.now();
        let near = self.near.take(limit::subscriber(address), now);
        near.and_then(|()| self.wide.take(limit::network(address), now))
            .map_err(|wait| Fault::TooOften {
                seconds: wait.as_secs().unsigned_abs() + 1,
            })?;
        Ok(address)
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.parts.clock.now()
    }

    /// Who is signed in, for the header of a page.
    #[must_use]
    pub fn account(&self, caller: &Caller) -> Account {
        let words = texts(caller.locale);
        let role = caller
            .roles
            .first()
            .map_or("", |held| words.t(crate::caller::role_key(held.role)));
        Account {
            name: caller.name.clone(),
            role: role.to_owned(),
            menu: (self.parts.config.menu)(caller),
            sign_out: "/uitloggen".to_owned(),
            token: caller.csrf.clone(),
        }
    }

    /// A page for somebody who signed in.
    #[must_use]
    pub fn page(&self, visit: &Visit, caller: &Caller, title: &str, content: Markup) -> Markup {
        let account = self.account(caller);
        Page::new(visit.locale, title, visit.address())
            .signed_in(&account)
            .render(&self.parts.site.links, content)
    }

    /// A page for whoever.
    pub(crate) fn open_page(&self, visit: &Visit, title: &str, content: Markup) -> Markup {
        Page::new(visit.locale, title, visit.address()).render(&self.parts.site.links, content)
    }

    /// The keys of a board that is there.
    pub(crate) async fn keys(&self, board: BoardId) -> Result<seal::BoardKeys, Fault> {
        self.parts.keyring.of(board).await?.ok_or(Fault::Missing)
    }
}
