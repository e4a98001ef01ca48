//! A made-up school behind its own front door, with anybody signed in.

use std::collections::HashMap;
use std::future::Future;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use identity::store::sessions::{self, Session};
use identity::{Identity, Keyring, Parts};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use people::demo::{self, Demo, PLANS};
use people::{Answers, People};
use photos::Photos;
use seal::{BoardKeys, Master};
use shell::{Files, FixedClock, SeededChance, Site};
use store::Db;
use store::jobs::Runner;
use testkit::database::on_both;
use tower::ServiceExt;
use uuid::Uuid;
use words::{BoardId, PersonId, Role};

/// A day in the middle of a school year, as the tests' clock shows it.
pub(crate) const NOW: &str = "2026-11-21T10:00:00Z";

/// A school to test with.
pub(crate) struct House {
    pub(crate) db: Db,
    pub(crate) demo: Demo,
    /// Another board, with a school of its own.
    pub(crate) other: Demo,
    pub(crate) clock: Arc<FixedClock>,
    pub(crate) master: Arc<Master>,
    pub(crate) runner: Runner,
    app: Router,
    sessions: Mutex<HashMap<PersonId, String>>,
}

/// Tells a story at a made-up primary school, on both databases.
pub(crate) fn at_school<F, Fut>(story: F)
where
    F: Fn(Arc<House>) -> Fut,
    Fut: Future<Output = ()>,
{
    let all = [
        decisions::MIGRATIONS,
        identity::MIGRATIONS,
        people::MIGRATIONS,
        consent::MIGRATIONS,
        photos::MIGRATIONS,
    ];
    on_both(&all, |db| async {
        let house = House::begin(db).await;
        story(Arc::new(house)).await;
    });
}

/// What came back.
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) location: String,
    pub(crate) body: String,
    pub(crate) bytes: Vec<u8>,
}

impl Reply {
    /// The page was shown.
    pub(crate) fn shown(self) -> String {
        assert_eq!(self.status, StatusCode::OK, "{}", self.body);
        self.body
    }

    /// The form was taken; where it goes on.
    pub(crate) fn taken(self) -> String {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.body);
        self.location
    }

    /// The form came back with a fault.
    pub(crate) fn again(self) -> String {
        assert_eq!(
            self.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{}",
            self.body
        );
        assert!(self.body.contains("<title>Fout: "), "{}", self.body);
        self.body
    }
}

impl House {
    async fn begin(db: Db) -> Self {
        let master = Arc::new(Master::generate().unwrap());
        let clock = Arc::new(FixedClock::at(NOW.parse().unwrap()));
        let chance = Arc::new(SeededChance::new(11));
        let (at, today) = (NOW.parse().unwrap(), "2026-11-21".parse().unwrap());
        let demo = demo::found(&db, &master, &*chance, at, today, &PLANS[4])
            .await
            .unwrap();
        let other = demo::found(&db, &master, &*chance, at, today, &PLANS[1])
            .await
            .unwrap();
        let parts = Parts {
            db: db.clone(),
            keyring: Keyring::new(db.clone(), Arc::clone(&master)),
            clock: Arc::clone(&clock) as _,
            chance: Arc::clone(&chance) as _,
            site: Arc::new(Site::new(Files::default())),
            directory: Arc::new(Answers::new(Arc::clone(&clock) as _, chance)),
            config: identity::Config {
                cost: identity::password::Cost::weak(),
                menu: Arc::new(|caller| photos::menu(caller, caller.locale)),
                ..identity::Config::default()
            },
            origins: shell::Origins::new(["http://localhost".to_owned()]),
        };
        let protocols = vec![("demare".to_owned(), "De Mare".to_owned())];
        let people = People::new(
            Identity::new(parts).unwrap(),
            protocols,
            Vec::new(),
            vec![Box::new(consent::Merged), Box::new(photos::Merged)],
        );
        // The cage is tried by the whole program; here the same work is done without one.
        let photos = Photos::new(
            people.clone(),
            Arc::new(|task, bytes| Ok(task.perform(bytes, &faces::Limits::default()))),
        );
        let moment = Arc::clone(&clock);
        let runner = Runner::new(
            db.clone(),
            move || shell::Clock::now(&*moment),
            photos::jobs::jobs(&photos),
        );
        let demos = [demo];
        consent::demo::fill(&db, &master, &SeededChance::new(12), at, &demos)
            .await
            .unwrap();
        let [demo] = demos;
        let app = people::routes(people.clone())
            .merge(consent::routes(consent::Consent::new(people)))
            .merge(photos::routes(photos));
        Self {
            db,
            demo,
            other,
            clock,
            master,
            runner,
            app,
            sessions: Mutex::default(),
        }
    }

    /// Somebody in this role, at the first school.
    pub(crate) fn who(&self, role: Role) -> PersonId {
        self.demo
            .faces
            .iter()
            .find(|face| face.role == role)
            .unwrap()
            .person
    }

    /// The keys of the first board.
    pub(crate) async fn keys(&self) -> BoardKeys {
        let board = self.db.board(self.demo.board).await.unwrap().unwrap();
        self.master
            .board(self.demo.board, &board.wrapped_key)
            .unwrap()
    }

    /// Today.
    pub(crate) fn today(&self) -> Date {
        shell::clock::today(shell::Clock::now(&*self.clock))
    }

    /// The moment that the clock shows.
    pub(crate) fn clock_now(&self) -> Timestamp {
        shell::Clock::now(&*self.clock)
    }

    /// Moves the clock by days.
    pub(crate) fn days(&self, days: i64) {
        self.clock.advance(SignedDuration::from_hours(24 * days));
        self.sessions.lock().unwrap().clear();
    }

    async fn cookie(&self, board: BoardId, person: PersonId) -> String {
        if let Some(secret) = self.sessions.lock().unwrap().get(&person) {
            return secret.clone();
        }
        let now: Timestamp = shell::Clock::now(&*self.clock);
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
        self.sessions.lock().unwrap().insert(person, secret.clone());
        secret
    }

    /// Somebody of a board asks for a page.
    pub(crate) async fn get_at(&self, board: BoardId, who: PersonId, address: &str) -> Reply {
        let cookie = self.cookie(board, who).await;
        let cookie = format!("{}={cookie}", shell::cookie::SESSION);
        self.send(
            Request::get(address)
                .header(header::COOKIE, cookie)
                .body(Body::empty())
                .unwrap(),
        )
        .await
    }

    /// Somebody of the first board asks for a page.
    pub(crate) async fn get(&self, who: PersonId, address: &str) -> Reply {
        self.get_at(self.demo.board, who, address).await
    }

    /// Somebody of the first board sends a form.
    pub(crate) async fn post(
        &self,
        who: PersonId,
        address: &str,
        fields: &[(&str, &str)],
    ) -> Reply {
        let secret = self.cookie(self.demo.board, who).await;
        self.post_with(&shell::origin::form_token(&secret), who, address, fields)
            .await
    }

    /// As [`House::post`], with this token.
    pub(crate) async fn post_with(
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
            .header(
                header::COOKIE,
                format!("{}={secret}", shell::cookie::SESSION),
            )
            .header(header::ORIGIN, "http://localhost")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form.finish()));
        self.send(request.unwrap()).await
    }

    /// Somebody of the first board sends photos.
    pub(crate) async fn photos(&self, who: PersonId, address: &str, files: &[&[u8]]) -> Reply {
        let secret = self.cookie(self.demo.board, who).await;
        let token = shell::origin::form_token(&secret);
        let mut body =
            format!("--B\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{token}\r\n")
                .into_bytes();
        for file in files {
            body.extend_from_slice(
                b"--B\r\nContent-Disposition: form-data; name=\"fotos\"; filename=\"Daan.jpg\"\r\n\r\n",
            );
            body.extend_from_slice(file);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--B--\r\n");
        let request = Request::post(address)
            .header(
                header::COOKIE,
                format!("{}={secret}", shell::cookie::SESSION),
            )
            .header(header::ORIGIN, "http://localhost")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=B")
            .body(Body::from(body));
        self.send(request.unwrap()).await
    }

    async fn send(&self, request: Request<Body>) -> Reply {
        let response = self.app.clone().oneshot(request).await.unwrap();
        let status = response.status();
        let location = response
            .headers()
            .get(header::LOCATION)
            .map(|value| value.to_str().unwrap().to_owned());
        // A method that a page does not know is answered by the router of the whole program.
        if status != StatusCode::METHOD_NOT_ALLOWED {
            let kept = response.headers().get(header::CACHE_CONTROL);
            assert_eq!(kept.unwrap(), "no-store");
        }
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        Reply {
            status,
            location: location.unwrap_or_default(),
            body: String::from_utf8_lossy(&body).into_owned(),
            bytes: body.to_vec(),
        }
    }
}

/// The text of a page without its tags, on one line.
pub(crate) fn text(html: &str) -> String {
    let main = html.split_once("<main").map_or(html, |(_, rest)| rest);
    let main = main.split_once("</main>").map_or(main, |(main, _)| main);
    let mut text = String::new();
    for part in main.split('<') {
        text.push(' ');
        text.push_str(part.split_once('>').map_or("", |(_, after)| after));
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
