//! The imitated website of the demo, which fails on demand. How a real one behaves, `channels` tries with a real one.

use std::sync::{Arc, Mutex};

use axum::extract::{Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use channels::stand_in::{self, StandIn};
use shell::{Files, Site};

/// Its password.
pub(crate) const SECRET: &str = "geheim";
const SLUG: &str = "school";

/// How the website behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mood {
    Well,
    /// It makes the post public, and the answer is lost.
    LosesAnswer,
    /// It is broken.
    Broken,
    /// The password is no longer right.
    Revoked,
    /// It says that it took a post away, and does not.
    Keeps,
}

/// The website; a clone is the same.
#[derive(Clone)]
pub(crate) struct Website {
    site: StandIn,
    origin: String,
    mood: Arc<Mutex<Mood>>,
}

impl Website {
    /// Opens it on a free port of this machine.
    pub(crate) async fn open() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let site = Arc::new(Site::new(Files::default()));
        let schools = [(SLUG.to_owned(), "De school".to_owned())];
        let website = Self {
            site: StandIn::new(site, &origin, SECRET.to_owned(), schools),
            mood: Arc::new(Mutex::new(Mood::Well)),
            origin,
        };
        let moody = middleware::from_fn_with_state(website.clone(), moody);
        let app = stand_in::routes(website.site.clone()).layer(moody);
        tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        website
    }

    pub(crate) fn address(&self) -> String {
        stand_in::address(&self.origin, SLUG)
    }

    pub(crate) fn is(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }

    /// What everybody can see, title and content.
    pub(crate) fn public(&self) -> Vec<(String, String)> {
        self.site.public(SLUG)
    }

    /// The descriptions of the images in its library.
    pub(crate) fn descriptions(&self) -> Vec<String> {
        self.site.descriptions(SLUG)
    }
}

/// What a program that asks gets to hear; visitors always see the pages.
async fn moody(State(website): State<Website>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    if !path.contains("/wp-json/") {
        return next.run(request).await;
    }
    let one_post = path.contains("/posts/");
    let mood = *website.mood.lock().unwrap();
    match (mood, request.method().clone()) {
        (Mood::Broken, _) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        (Mood::Revoked, _) => {
            let said = r#"{"code": "rest_not_logged_in"}"#;
            let kind = [(CONTENT_TYPE, "application/json")];
            (StatusCode::UNAUTHORIZED, kind, said).into_response()
        }
        (Mood::Keeps, Method::DELETE) if one_post => {
            ([(CONTENT_TYPE, "application/json")], r#"{"deleted": true}"#).into_response()
        }
        (Mood::LosesAnswer, Method::POST) if one_post => {
            next.run(request).await;
            StatusCode::BAD_GATEWAY.into_response()
        }
        _ => next.run(request).await,
    }
}
