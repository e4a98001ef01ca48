//! The public pages over HTTP, without a network.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise and prints what it measured"
)]

mod browse;
mod faults;
mod language;
mod state;
mod taps;
mod weight;

use std::sync::LazyLock;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use tower::ServiceExt;

static APP: LazyLock<Router> = LazyLock::new(protocols::app);

/// What came back.
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Reply {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// Every address that the page links to or sends a form to, on this site.
    pub(crate) fn links(&self) -> Vec<String> {
        let hrefs = self.body.split("href=\"").skip(1);
        hrefs
            .filter_map(|rest| rest.split('"').next())
            .filter(|link| link.starts_with('/'))
            .map(|link| link.split('#').next().unwrap().replace("&amp;", "&"))
            .collect()
    }
}

/// Sends a request and waits for the answer.
pub(crate) fn send(request: Request<Body>) -> Reply {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    runtime.block_on(async {
        let response = APP.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Reply {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    })
}

/// Asks for a page.
pub(crate) fn get(address: &str) -> Reply {
    send(Request::get(address).body(Body::empty()).unwrap())
}

/// Sends the form with one's own words.
pub(crate) fn post(address: &str, body: &str) -> Reply {
    send(
        Request::post(address)
            .body(Body::from(body.to_owned()))
            .unwrap(),
    )
}
