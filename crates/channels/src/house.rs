//! What the screens and jobs of this word need and that does not change while the program runs.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use axum::extract::FromRef;
use identity::Identity;
use people::People;
use seal::BoardKeys;
use store::Tx;
use tokio::net::TcpStream;
use uuid::Uuid;
use words::BoardId;

use crate::guard;
use crate::model::{Account, Why};
use crate::outlet::Home;
use crate::store::accounts;
use crate::web::{Question, Setback, Web};
use crate::{Outlet, Reach};

/// How long it waits for an answer: a large photo over a school's line takes a while.
const PATIENCE: Duration = Duration::from_secs(40);
/// How long while somebody waits for the page.
const QUICK: Duration = Duration::from_secs(8);

/// This word: the state of its handlers. A clone is the same.
#[derive(Clone)]
pub struct Channels(Arc<Inner>);

/// What it is made of.
pub struct Inner {
    pub(crate) people: People,
    pub(crate) web: Web,
    /// For somebody who waits for the answer.
    quick: Web,
    pub(crate) reach: Reach,
}

impl fmt::Debug for Channels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Channels")
    }
}

impl std::ops::Deref for Channels {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl FromRef<Channels> for Identity {
    fn from_ref(channels: &Channels) -> Self {
        channels.people.identity.clone()
    }
}

impl Channels {
    /// The channels of the schools that `people` knows. `reach` says how far their addresses may lead.
    ///
    /// # Errors
    /// A machine without the certificates of the web.
    pub fn new(people: People, reach: Reach) -> anyhow::Result<Self> {
        Self::patient(people, reach, PATIENCE)
    }

    /// The same, with how long it waits for an answer of another service.
    pub fn patient(people: People, reach: Reach, patience: Duration) -> anyhow::Result<Self> {
        Ok(Self(Arc::new(Inner {
            people,
            web: Web::new(reach, patience)?,
            quick: Web::new(reach, patience.min(QUICK))?,
            reach,
        })))
    }

    /// An account with its secret opened, ready to be asked; none if there is no such account. The outlet outlives the transaction:
    /// ask it after the commit, never within.
    pub async fn outlet(
        &self,
        tx: &mut Tx,
        keys: &BoardKeys,
        account: Uuid,
    ) -> anyhow::Result<Option<Outlet>> {
        let Some(account) = accounts::one(tx, keys, account).await? else {
            return Ok(None);
        };
        let secret = accounts::secret(tx, keys, account.id).await?;
        let home = self.home(tx.board(), keys);
        Ok(Some(Outlet::new(
            account,
            secret,
            self.web.clone(),
            Some(home),
        )))
    }

    /// An account, kept or not, to try while somebody waits.
    pub(crate) fn to_try(
        &self,
        board: BoardId,
        keys: &BoardKeys,
        account: Account,
        secret: Option<String>,
    ) -> Outlet {
        let home = self.home(board, keys);
        Outlet::new(account, secret, self.quick.clone(), Some(home))
    }

    /// Reads what is public at an address that somebody typed: at a public address, within limits, not following where it points.
    ///
    /// # Errors
    /// Why not.
    pub async fn read(&self, address: &str) -> Result<Vec<u8>, Why> {
        let why = |setback| match setback {
            Setback::Passing(why, _) | Setback::Refused(why) | Setback::Unknown(why) => why,
        };
        let url = self.web.url(address).map_err(why)?;
        let reply = self.web.done(Question::get(url)).await;
        reply.map(|reply| reply.body).map_err(why)
    }

    /// A connection to a host that somebody typed and that is no website: at a public address, and in the clear as far as it goes.
    ///
    /// # Errors
    /// Why not.
    pub async fn connect(&self, host: &str, port: u16) -> Result<TcpStream, Why> {
        let connecting = async {
            let found = guard::addresses(host, port, self.reach).await;
            let found = found.map_err(|fault| match fault {
                Some(guard::NotPublic) => Why::Address,
                None => Why::Unreachable,
            })?;
            let stream = TcpStream::connect(found.as_slice()).await;
            stream.map_err(|_| Why::Unreachable)
        };
        let connecting = tokio::time::timeout(QUICK, connecting).await;
        connecting.unwrap_or(Err(Why::TimedOut))
    }

    fn home(&self, board: BoardId, keys: &BoardKeys) -> Home {
        Home {
            channels: self.clone(),
            board,
            keys: keys.clone(),
        }
    }

    /// Where everybody finds what this program shows for an account.
    pub(crate) async fn address(
        &self,
        board: BoardId,
        account: &Account,
    ) -> anyhow::Result<String> {
        let parts = &self.people.identity.parts;
        let board = parts.db.board(board).await?;
        let slug = board.context("there is no such board")?.slug;
        let origin = parts.origins.first();
        Ok(format!("{origin}/feed/{slug}/{}", account.token))
    }
}
