//! A made-up school behind its own front door, with the pages of this word.

use std::future::Future;
use std::ops::Deref;
use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use consent::Consent;
use words::PersonId;

pub(crate) use schoolhouse::{Reply, text};

/// A school to test with.
pub(crate) struct House {
    under: schoolhouse::House,
    pub(crate) us: Consent,
    outbox: Arc<mail::Memory>,
}

impl Deref for House {
    type Target = schoolhouse::House;
    fn deref(&self) -> &Self::Target {
        &self.under
    }
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
    ];
    schoolhouse::on_both(&all, |ground| async {
        let house = House::begin(ground);
        story(Arc::new(house)).await;
    });
}

impl House {
    fn begin(ground: schoolhouse::Ground) -> Self {
        let config = identity::Config {
            menu: Arc::new(|caller| consent::menu(caller, caller.locale)),
            letters: consent::LETTERS.map(str::to_owned).to_vec(),
            ..identity::Config::default()
        };
        let later = people::Later {
            follows: vec![Box::new(consent::Merged)],
            waits: vec![Box::new(consent::Waiting)],
            ..people::Later::default()
        };
        let people = ground.people_with(config, later);
        let identity = people.identity.clone();
        let us = Consent::new(people.clone());
        let outbox = Arc::new(mail::Memory::default());
        let sent: Arc<dyn mail::Outbox> = Arc::clone(&outbox) as _;
        let mut jobs = consent::jobs::jobs(&us);
        jobs.extend(identity::jobs(&identity, &sent));
        let pages = people::routes(people)
            .merge(consent::routes(us.clone()))
            .merge(identity::routes().with_state(identity));
        Self {
            under: ground.house(pages, jobs),
            us,
            outbox,
        }
    }

    /// The letters that left, as they were addressed and what they say, with their keys.
    pub(crate) fn letters(&self) -> Vec<(String, mail::Letter)> {
        self.outbox.letters()
    }

    /// Somebody of the first board asks for a file.
    pub(crate) async fn get_bytes(&self, who: PersonId, address: &str) -> Vec<u8> {
        let reply = self.get(who, address).await;
        assert_eq!(reply.status, StatusCode::OK);
        reply.bytes
    }

    /// Somebody of the first board sends a form with a file; without a name none was chosen.
    pub(crate) async fn upload_with(
        &self,
        who: PersonId,
        address: &str,
        fields: &[(&str, &str)],
        (file, content): (&str, &str),
    ) -> Reply {
        let files = [("bestand", file, content.as_bytes())];
        self.upload(who, address, fields, &files).await
    }

    /// Somebody presses the button that a link in a letter opens; where it leads, and the cookie of the session.
    pub(crate) async fn press(&self, link: &str) -> (Reply, String) {
        let peer = axum::extract::ConnectInfo(std::net::SocketAddr::from(([203, 0, 113, 5], 1)));
        let mut open = Request::get(link).body(Body::empty()).unwrap();
        open.extensions_mut().insert(peer);
        let page = self.bare(open).await;
        let first = page.headers()[header::SET_COOKIE].to_str().unwrap();
        let first = first.split(';').next().unwrap().to_owned();
        let secret = first.split_once('=').unwrap().1;
        let form = format!("csrf={}", shell::origin::form_token(secret));
        let mut press = Request::post(link)
            .header(header::COOKIE, first)
            .header(header::ORIGIN, "http://localhost")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form))
            .unwrap();
        press.extensions_mut().insert(peer);
        let response = self.bare(press).await;
        let cookies = response.headers().get_all(header::SET_COOKIE).iter();
        let session = cookies
            .filter_map(|cookie| cookie.to_str().unwrap().split(';').next())
            .find(|cookie| cookie.starts_with(shell::cookie::SESSION));
        let secret = session
            .and_then(|pair| pair.split_once('='))
            .map_or("", |pair| pair.1);
        let secret = secret.to_owned();
        (Reply::of(response).await, secret)
    }
}
