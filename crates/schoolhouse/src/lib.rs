//! For tests only: a made-up school behind its own front door, with anybody signed in.
//!
//! * [`on_both`] hands a [`Ground`] on each database: two boards, a clock and keys, and no page yet.
//! * A slice builds its pages and jobs on it ([`Ground::people`], [`Ground::house`]) and gets a [`House`].
//! * In the house anybody asks for pages and sends forms, and a [`Reply`] comes back.

#![expect(
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::unwrap_used,
    reason = "runs in tests only, where stopping at the first surprise is right"
)]

use std::collections::HashMap;
use std::future::Future;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use axum::response::Response;
use identity::store::sessions::{self, Session};
use identity::{Identity, Keyring, Parts};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use people::demo::{self, Demo, PLANS};
use people::{Answers, Follows, Later, People};
use seal::{BoardKeys, Master};
use shell::{Chance, Files, FixedClock, SeededChance, Site};
use store::jobs::{Handler, Runner};
use store::{Db, Migration};
use tower::ServiceExt;
use uuid::Uuid;
use words::{BoardId, PersonId, Role};

/// A day in the middle of a school year, as the tests' clock shows it.
pub const NOW: &str = "2026-11-21T10:00:00Z";

/// Two made-up boards before any slice stands on them.
pub struct Ground {
    /// The database.
    pub db: Db,
    /// A primary school.
    pub demo: Demo,
    /// Another board, with a school of its own.
    pub other: Demo,
    /// The clock of everything.
    pub clock: Arc<FixedClock>,
    /// The key of all keys.
    pub master: Arc<Master>,
    chance: Arc<dyn Chance>,
}

/// Tells a story on both databases, each with a ground of its own.
pub fn on_both<F, Fut>(migrations: &[&[Migration]], story: F)
where
    F: Fn(Ground) -> Fut,
    Fut: Future<Output = ()>,
{
    testkit::database::on_both(migrations, |db| async {
        story(Ground::on(db).await).await;
    });
}

impl Ground {
    /// Two made-up boards on an empty database, for a story that opened it by itself.
    pub async fn on(db: Db) -> Self {
        let master = Arc::new(Master::generate().unwrap());
        let chance = SeededChance::new(11);
        let (at, today) = (NOW.parse().unwrap(), "2026-11-21".parse().unwrap());
        let found = |plan| demo::found(&db, &master, &chance, at, today, plan);
        let demo = found(&PLANS[4]).await.unwrap();
        let other = found(&PLANS[1]).await.unwrap();
        Self {
            demo,
            other,
            clock: Arc::new(FixedClock::at(at)),
            chance: Arc::new(chance),
            master,
            db,
        }
    }

    /// People, with what a slice changes about signing in, and who follows a merge.
    pub fn people(&self, config: identity::Config, follows: Vec<Box<dyn Follows>>) -> People {
        let later = Later {
            follows,
            ..Later::default()
        };
        self.people_with(config, later)
    }

    /// People, with what a slice changes about signing in, and what later words know.
    pub fn people_with(&self, config: identity::Config, later: Later) -> People {
        let (clock, chance) = (Arc::clone(&self.clock), Arc::clone(&self.chance));
        let parts = Parts {
            db: self.db.clone(),
            keyring: Keyring::new(self.db.clone(), Arc::clone(&self.master)),
            clock: Arc::clone(&clock) as _,
            chance: Arc::clone(&chance),
            site: Arc::new(Site::new(Files::default())),
            directory: Arc::new(Answers::new(clock, chance)),
            config: identity::Config {
                cost: identity::password::Cost::weak(),
                ..config
            },
            origins: shell::Origins::new(["http://localhost".to_owned()]),
        };
        let protocols = vec![("demare".to_owned(), "De Mare".to_owned())];
        let identity = Identity::new(parts).unwrap();
        People::new(identity, protocols, later)
    }

    /// The house, with these pages and jobs.
    pub fn house(self, app: Router, jobs: Vec<(&'static str, Handler)>) -> House {
        let clock = Arc::clone(&self.clock);
        let now = move || shell::Clock::now(&*clock);
        House {
            runner: Runner::new(self.db.clone(), now, jobs),
            app,
            db: self.db,
            demo: self.demo,
            other: self.other,
            clock: self.clock,
            master: self.master,
            sessions: Mutex::default(),
        }
    }
}

/// A school to test with.
pub struct House {
    /// The database.
    pub db: Db,
    /// A primary school.
    pub demo: Demo,
    /// Another board, with a school of its own.
    pub other: Demo,
    /// The clock of everything.
    pub clock: Arc<FixedClock>,
    /// The key of all keys.
    pub master: Arc<Master>,
    /// The jobs of the slice.
    pub runner: Runner,
    app: Router,
    sessions: Mutex<HashMap<PersonId, String>>,
}

/// What came back.
pub struct Reply {
    /// The status.
    pub status: StatusCode,
    /// Where it goes on; empty if nowhere.
    pub location: String,
    /// What stands in it, as text; empty where it is none.
    pub body: String,
    /// What stands in it.
    pub bytes: Vec<u8>,
    /// Its headers.
    pub headers: HeaderMap,
}

impl Reply {
    /// Reads an answer whole.
    pub async fn of(response: Response) -> Self {
        let status = response.status();
        let location = response.headers().get(header::LOCATION);
        let location = location.map(|value| value.to_str().unwrap().to_owned());
        let kind = response.headers().get(header::CONTENT_TYPE);
        let is_text = kind.is_none_or(|kind| kind.to_str().unwrap().starts_with("text/"));
        let headers = response.headers().clone();
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        let body = match std::str::from_utf8(&bytes) {
            Err(wrong) => {
                assert!(!is_text, "{wrong}");
                String::new()
            }
            Ok(body) => body.to_owned(),
        };
        Self {
            status,
            location: location.unwrap_or_default(),
            body,
            bytes: bytes.to_vec(),
            headers,
        }
    }

    /// The page was shown.
    pub fn shown(self) -> String {
        assert_eq!(self.status, StatusCode::OK, "{}", self.body);
        self.body
    }

    /// The form was taken; where it goes on.
    pub fn taken(self) -> String {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.body);
        self.location
    }

    /// The form came back with a fault.
    pub fn again(self) -> String {
        let expected = StatusCode::UNPROCESSABLE_ENTITY;
        assert_eq!(self.status, expected, "{}", self.body);
        assert!(self.body.contains("<title>Fout: "), "{}", self.body);
        self.body
    }
}

impl House {
    /// Somebody in this role, at the first school.
    pub fn who(&self, role: Role) -> PersonId {
        let mut faces = self.demo.faces.iter();
        faces.find(|face| face.role == role).unwrap().person
    }

    /// The keys of the first board.
    pub async fn keys(&self) -> BoardKeys {
        let board = self.db.board(self.demo.board).await.unwrap().unwrap();
        self.master
            .board(self.demo.board, &board.wrapped_key)
            .unwrap()
    }

    /// The moment that the clock shows.
    pub fn now(&self) -> Timestamp {
        shell::Clock::now(&*self.clock)
    }

    /// Today.
    pub fn today(&self) -> Date {
        shell::clock::today(self.now())
    }

    /// Moves the clock by days; sessions do not live that long.
    pub fn days(&self, days: i64) {
        self.clock.advance(SignedDuration::from_hours(24 * days));
        self.sessions.lock().unwrap().clear();
    }

    /// Runs what is due outside requests; how many.
    pub async fn work(&self) -> usize {
        self.runner.run_due().await.unwrap()
    }

    async fn cookie(&self, board: BoardId, person: PersonId) -> String {
        if let Some(secret) = self.sessions.lock().unwrap().get(&person) {
            return secret.clone();
        }
        let now = self.now();
        let id = Uuid::now_v7();
        let secret = format!("{board}.{}", id.as_simple());
        let session = Session {
            id,
            person,
            means: "passkey".into(),
            device: String::new(),
            begun: now,
            seen: now,
            stepped_up: Some(now),
        };
        let mut tx = self.db.begin(board).await.unwrap();
        sessions::begin(&mut tx, &session, identity::store::hash(&secret))
            .await
            .unwrap();
        tx.commit().await.unwrap();
        self.goes_on_as(person, secret.clone());
        secret
    }

    /// From now on this session is what somebody asks with.
    pub fn goes_on_as(&self, who: PersonId, secret: String) {
        self.sessions.lock().unwrap().insert(who, secret);
    }

    /// Somebody of a board asks for a page.
    pub async fn get_at(&self, board: BoardId, who: PersonId, address: &str) -> Reply {
        let secret = self.cookie(board, who).await;
        let request = Request::get(address).header(header::COOKIE, session(&secret));
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Somebody of the first board asks for a page.
    pub async fn get(&self, who: PersonId, address: &str) -> Reply {
        self.get_at(self.demo.board, who, address).await
    }

    /// Somebody of the first board sends a form.
    pub async fn post(&self, who: PersonId, address: &str, fields: &[(&str, &str)]) -> Reply {
        let secret = self.cookie(self.demo.board, who).await;
        self.post_with(&shell::origin::form_token(&secret), who, address, fields)
            .await
    }

    /// As [`House::post`], with this token.
    pub async fn post_with(
        &self,
        token: &str,
        who: PersonId,
        address: &str,
        fields: &[(&str, &str)],
    ) -> Reply {
        let secret = self.cookie(self.demo.board, who).await;
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("csrf", token);
        form.extend_pairs(fields);
        let request = Request::post(address)
            .header(header::COOKIE, session(&secret))
            .header(header::ORIGIN, "http://localhost")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(form.finish())).unwrap())
            .await
    }

    /// Somebody of the first board sends a form with files: for each its field, its name and what is in it.
    pub async fn upload(
        &self,
        who: PersonId,
        address: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Reply {
        let secret = self.cookie(self.demo.board, who).await;
        let token = shell::origin::form_token(&secret);
        let mut body = Vec::new();
        for (name, value) in fields.iter().copied().chain([("csrf", token.as_str())]) {
            part(&mut body, &format!("name=\"{name}\""), value.as_bytes());
        }
        for (field, name, content) in files {
            let about = format!("name=\"{field}\"; filename=\"{name}\"");
            part(&mut body, &about, content);
        }
        body.extend(b"--B--\r\n");
        let request = Request::post(address)
            .header(header::COOKIE, session(&secret))
            .header(header::ORIGIN, "http://localhost")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=B");
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// A request as it is, answered as it is: for what is not signed in.
    pub async fn bare(&self, request: Request<Body>) -> Response {
        self.app.clone().oneshot(request).await.unwrap()
    }

    async fn send(&self, request: Request<Body>) -> Reply {
        let response = self.bare(request).await;
        // A method that a page does not know is answered by the router of the whole program.
        if response.status() != StatusCode::METHOD_NOT_ALLOWED {
            let kept = response.headers().get(header::CACHE_CONTROL);
            assert_eq!(kept.unwrap(), "no-store");
        }
        Reply::of(response).await
    }
}

fn session(secret: &str) -> String {
    format!("{}={secret}", shell::cookie::SESSION)
}

fn part(body: &mut Vec<u8>, about: &str, content: &[u8]) {
    let head = format!("--B\r\nContent-Disposition: form-data; {about}\r\n\r\n");
    body.extend(head.as_bytes());
    body.extend(content);
    body.extend(b"\r\n");
}

/// The text of a page without its tags, on one line.
pub fn text(html: &str) -> String {
    let main = html.split_once("<main").map_or(html, |(_, rest)| rest);
    let main = main.split_once("</main>").map_or(main, |(main, _)| main);
    let mut text = String::new();
    for part in main.split('<') {
        text.push(' ');
        text.push_str(part.split_once('>').map_or("", |(_, after)| after));
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
