//! Three websites that are slow, and now and then break, lose an answer, or say nothing: the imitated one of the demo with faults around it.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use channels::stand_in::{self, StandIn};
use shell::{Files, Site};

/// The websites of three schools, and how long each takes for an answer, in milliseconds.
pub(crate) const WEBSITES: [(&str, u64); 3] = [("een", 30), ("twee", 60), ("drie", 120)];
/// The password of each.
pub(crate) const SECRET: &str = "geheim";

/// The three websites. They are no part of what is killed.
#[derive(Clone)]
pub(crate) struct Websites {
    sites: StandIn,
    pub(crate) origin: String,
    asked: Arc<AtomicU64>,
    pub(crate) faults: Arc<AtomicU64>,
}

impl Websites {
    pub(crate) async fn open() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let site = Arc::new(Site::new(Files::default()));
        let schools = WEBSITES.map(|(slug, _)| (slug.to_owned(), slug.to_owned()));
        let websites = Self {
            sites: StandIn::new(site, &origin, SECRET.to_owned(), schools),
            origin,
            asked: Arc::default(),
            faults: Arc::default(),
        };
        let slow = middleware::from_fn_with_state(websites.clone(), slow);
        let app = stand_in::routes(websites.sites.clone()).layer(slow);
        tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        websites
    }

    /// How many posts are public on the three together, and how many different ones.
    pub(crate) fn posts(&self) -> (usize, usize) {
        let all = WEBSITES.map(|(slug, _)| self.sites.public(slug)).concat();
        let own: BTreeSet<&String> = all.iter().map(|(title, _)| title).collect();
        (all.len(), own.len())
    }
}

/// Slow, and one answer in forty is not what it should be.
async fn slow(State(websites): State<Websites>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let wait = WEBSITES
        .iter()
        .find(|(slug, _)| path.contains(&format!("/{slug}")));
    let number = websites.asked.fetch_add(1, Ordering::Relaxed);
    let wait = wait.map_or(10, |(_, wait)| *wait) * if number % 97 == 0 { 20 } else { 1 };
    tokio::time::sleep(Duration::from_millis(wait)).await;
    let changes = request.method() == Method::POST;
    let fault = match number % 120 {
        // Broken before it did anything.
        40 => Some(StatusCode::SERVICE_UNAVAILABLE),
        80 => Some(StatusCode::INTERNAL_SERVER_ERROR),
        // It did it, and the answer is lost.
        10 | 60 if changes => {
            next.run(request).await;
            websites.faults.fetch_add(1, Ordering::Relaxed);
            return StatusCode::BAD_GATEWAY.into_response();
        }
        _ => None,
    };
    if let Some(status) = fault {
        websites.faults.fetch_add(1, Ordering::Relaxed);
        return status.into_response();
    }
    next.run(request).await
}
