//! A made-up school behind its own front door, with the pages of this word, a website and a box for letters.

use std::future::Future;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use channels::model::{Account, Kind, State};
use channels::store::accounts;
use channels::{Channels, Outlet, Reach, stand_in};
use identity::Identity;
use mail::{Letter, Outbox, Sending, Sent};
use schoolhouse::House;
use shell::{Files, Site};
use uuid::Uuid;
use words::{Channel, Role};

/// The letters that left, and what happens to the next ones.
#[derive(Default)]
pub(crate) struct Box_ {
    pub(crate) letters: Mutex<Vec<(String, Letter)>>,
    pub(crate) closed: Mutex<bool>,
    /// A real mail server, for addresses at `storing.test`.
    pub(crate) through: Mutex<Option<Arc<dyn Outbox>>>,
}

impl Outbox for Box_ {
    fn send<'a>(&'a self, key: &'a str, letter: &'a Letter) -> Sending<'a> {
        Box::pin(async move {
            if *self.closed.lock().unwrap() {
                return Sent::Later("closed".to_owned());
            }
            let through = self.through.lock().unwrap().clone();
            if let Some(real) = through.filter(|_| letter.to.ends_with("@storing.test")) {
                return real.send(key, letter).await;
            }
            if letter.to.starts_with("weg") {
                return Sent::Refused("nobody".to_owned());
            }
            self.letters
                .lock()
                .unwrap()
                .push((key.to_owned(), letter.clone()));
            Sent::Accepted
        })
    }
}

/// Everything that a story needs.
pub(crate) struct At {
    pub(crate) house: House,
    pub(crate) channels: Channels,
    pub(crate) letters: Arc<Box_>,
    /// Where the imitated website is.
    pub(crate) website: String,
}

/// Tells a story at a made-up primary school, on both databases.
pub(crate) fn at_school<F, Fut>(story: F)
where
    F: Fn(Arc<At>) -> Fut,
    Fut: Future<Output = ()>,
{
    let all = [
        decisions::MIGRATIONS,
        identity::MIGRATIONS,
        people::MIGRATIONS,
        channels::MIGRATIONS,
    ];
    schoolhouse::on_both(&all, |ground| async {
        story(Arc::new(begin(ground).await)).await;
    });
}

async fn begin(ground: schoolhouse::Ground) -> At {
    let config = identity::Config {
        menu: Arc::new(|caller| channels::menu(caller, caller.locale)),
        ..identity::Config::default()
    };
    let people = ground.people(config, vec![Box::new(channels::Merged)]);
    let identity: Identity = people.identity.clone();
    let us = Channels::patient(people, Reach::Loopback, Duration::from_secs(20)).unwrap();
    let letters: Arc<Box_> = Arc::default();
    let outbox: Arc<dyn Outbox> = Arc::clone(&letters) as _;
    let mut jobs = channels::jobs::jobs(&us);
    jobs.extend(identity::jobs(&identity, &outbox));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let schools = [("linde".to_owned(), "De Linde".to_owned())];
    let site = Arc::new(Site::new(Files::default()));
    let website = stand_in::StandIn::new(site, &origin, "geheim".to_owned(), schools);
    let served = axum::serve(listener, stand_in::routes(website));
    tokio::spawn(async move { served.await });
    At {
        house: ground.house(channels::routes(us.clone()), jobs),
        channels: us,
        letters,
        website: stand_in::address(&origin, "linde"),
    }
}

impl At {
    /// An account of the school.
    pub(crate) async fn account(&self, kind: Kind, channel: Channel) -> Account {
        let entered = kind == Kind::WordPress;
        let account = Account {
            id: Uuid::now_v7(),
            school: self.house.demo.school,
            channel,
            kind,
            name: "Nieuws".to_owned(),
            address: if entered {
                self.website.clone()
            } else {
                String::new()
            },
            user: if entered {
                stand_in::USER.to_owned()
            } else {
                String::new()
            },
            has_secret: entered,
            owner: self.house.who(Role::Pr),
            state: State::Used,
            looked: None,
            token: Uuid::now_v7().simple().to_string(),
        };
        let keys = self.house.keys().await;
        let mut tx = self.house.db.begin(self.house.demo.board).await.unwrap();
        let secret = entered.then_some("geheim");
        accounts::add(&mut tx, &keys, &account, secret, self.house.now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        account
    }

    /// The account as it is now.
    pub(crate) async fn again(&self, id: Uuid) -> Account {
        let keys = self.house.keys().await;
        let mut tx = self.house.db.read(self.house.demo.board).await.unwrap();
        accounts::one(&mut tx, &keys, id).await.unwrap().unwrap()
    }

    pub(crate) async fn outlet(&self, id: Uuid) -> Outlet {
        let keys = self.house.keys().await;
        let mut tx = self.house.db.read(self.house.demo.board).await.unwrap();
        self.channels
            .outlet(&mut tx, &keys, id)
            .await
            .unwrap()
            .unwrap()
    }

    /// What a visitor without an account gets: status, kind and content.
    pub(crate) async fn visits(&self, address: &str) -> (u16, String, Vec<u8>) {
        let path = address.replace("http://localhost", "");
        let request = axum::http::Request::get(path)
            .body(axum::body::Body::empty())
            .unwrap();
        let response = self.house.bare(request).await;
        let status = response.status().as_u16();
        let kind = response.headers().get("content-type");
        let kind = kind
            .map(|kind| kind.to_str().unwrap().to_owned())
            .unwrap_or_default();
        let bytes = axum::body::to_bytes(response.into_body(), usize::MAX)
            .await
            .unwrap();
        (status, kind, bytes.to_vec())
    }
}
