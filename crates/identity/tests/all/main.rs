//! Signing in, over HTTP and on both databases: journeys, and everything that people try who should not come in.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

mod browser;
mod edges;
mod letter;
mod mail;
mod matrix;
mod oidc;
mod password;
mod peers;
mod provider;
mod services;
mod sessions;
mod setup;
mod tokens;
mod town;

use std::sync::Arc;

use ::mail::{Memory, Outbox};
use axum::Router;
use identity::factor::Secret;
use identity::password::Cost;
use identity::store::accounts::{self, Account};
use identity::store::roles::{self, RoleRow};
use identity::{Config, HeldRole, Identity, Keyring, Parts};
use jiff::{SignedDuration, Timestamp};
use seal::{BoardKeys, Master, Place};
use shell::{Chance, Clock, Files, FixedClock, Origins, SeededChance, Site, chance};
use store::Db;
use store::jobs::Runner;
use testkit::database::on_both;
use words::{BoardId, PersonId, Role};

use crate::browser::Browser;
use crate::town::Town;

/// Where the program is found in these tests.
pub(crate) const ORIGIN: &str = "https://plein.test";

/// A password that is good enough.
pub(crate) const PASSWORD: &str = "fiets lamp regenjas";

/// An installation to test with.
pub(crate) struct House {
    pub(crate) us: Identity,
    pub(crate) app: Router,
    pub(crate) clock: Arc<FixedClock>,
    pub(crate) town: Arc<Town>,
    pub(crate) outbox: Arc<Memory>,
    pub(crate) runner: Runner,
}

/// Tells a story on both databases, in an installation with these settings.
pub(crate) fn story<F, Fut>(config: fn() -> Config, tell: F)
where
    F: Fn(House) -> Fut,
    Fut: Future<Output = ()>,
{
    on_both(&[decisions::MIGRATIONS, identity::MIGRATIONS], |db| {
        let house = House::new(db, config(), ORIGIN);
        tell(house)
    });
}

/// What most stories are told with.
pub(crate) fn plain() -> Config {
    Config {
        cost: Cost::weak(),
        ..Config::default()
    }
}

impl House {
    pub(crate) fn new(db: Db, config: Config, origin: &str) -> Self {
        let master = Arc::new(Master::generate().unwrap());
        let clock = Arc::new(FixedClock::at("2026-11-23T09:00:00Z".parse().unwrap()));
        let town = Arc::new(Town::default());
        let outbox = Arc::new(Memory::default());
        let us = Identity::new(Parts {
            keyring: Keyring::new(db.clone(), master),
            db: db.clone(),
            clock: Arc::clone(&clock) as Arc<dyn Clock>,
            chance: Arc::new(SeededChance::new(7)),
            site: Arc::new(Site::new(Files::default())),
            origins: Origins::new([origin.to_owned()]),
            directory: Arc::clone(&town) as Arc<dyn identity::Directory>,
            config,
        })
        .unwrap();
        let ticking = Arc::clone(&clock);
        let jobs = identity::jobs(&us, &(Arc::clone(&outbox) as Arc<dyn Outbox>));
        let runner = Runner::new(db, move || ticking.now(), jobs);
        let app = identity::routes().with_state(us.clone());
        Self {
            us,
            app,
            clock,
            town,
            outbox,
            runner,
        }
    }

    pub(crate) fn browser(&self) -> Browser {
        Browser::new(self.app.clone(), ORIGIN)
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub(crate) fn wait(&self, seconds: i64) {
        self.clock.advance(SignedDuration::from_secs(seconds));
    }

    /// A board with this word.
    pub(crate) async fn board(&self, slug: &str) -> Board<'_> {
        let id = BoardId(chance::id(&*self.us.parts.chance, self.now()));
        let keys = self
            .us
            .parts
            .keyring
            .found(id, slug, &format!("Bestuur {slug}"), self.now())
            .await
            .unwrap();
        Board {
            house: self,
            id,
            keys,
        }
    }
}

/// A board to test with.
pub(crate) struct Board<'a> {
    pub(crate) house: &'a House,
    pub(crate) id: BoardId,
    pub(crate) keys: BoardKeys,
}

impl Board<'_> {
    /// Somebody with this address and these roles.
    pub(crate) async fn person(&self, address: &str, held: &[HeldRole]) -> PersonId {
        let (house, chance) = (self.house, &*self.house.us.parts.chance);
        let person = house
            .town
            .add(self.id, address, chance::id(chance, house.now()));
        let mut tx = house.us.parts.db.begin(self.id).await.unwrap();
        for held in held {
            let row = RoleRow {
                id: chance::id(chance, house.now()),
                person,
                held: held.clone(),
                from: shell::clock::today(house.now()),
                until: None,
            };
            roles::give(&mut tx, &row, house.now()).await.unwrap();
        }
        tx.commit().await.unwrap();
        person
    }

    /// Gives somebody the usual password, and a second factor if asked; its secret.
    pub(crate) async fn account(&self, person: PersonId, second: bool) -> Secret {
        let secret = Secret::new(&*self.house.us.parts.chance as &dyn Chance);
        let place = Place {
            table: "account",
            column: "totp",
            row: person.0,
        };
        let account = Account {
            username: (!second).then(|| "blauwe-uil-1234".to_owned()),
            password: Some(hashed(PASSWORD)),
            totp: second.then(|| self.keys.seal(place, secret.bytes()).unwrap()),
            recovery: vec![identity::factor::recovery_hash("aaaaa-bbbbb-ccccc")],
            ..Account::default()
        };
        let mut tx = self.house.us.parts.db.begin(self.id).await.unwrap();
        accounts::put(&mut tx, person, &account, self.house.now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        secret
    }

    /// The administrator, with a password and a second factor.
    pub(crate) async fn administrator(&self) -> (PersonId, Secret) {
        let person = self
            .person("jan@linde.test", &[HeldRole::everywhere(Role::Beheerder)])
            .await;
        (person, self.account(person, true).await)
    }
}

/// The weak hash of a password, for tests.
fn hashed(password: &str) -> String {
    identity::password::hashed(Cost::weak(), password, b"0123456789abcdef").unwrap()
}
