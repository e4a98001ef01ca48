//! A browser without a screen: it keeps cookies, sends forms as our pages do, and says where they come from.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use tower::ServiceExt;

/// What came back.
#[derive(Debug, Clone)]
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

    pub(crate) fn goes_to(&self) -> &str {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.body);
        self.header("location")
    }

    /// The first text between these.
    pub(crate) fn between(&self, before: &str, after: &str) -> &str {
        let rest = self
            .body
            .split_once(before)
            .unwrap_or_else(|| panic!("no {before} in {}", self.body))
            .1;
        rest.split_once(after).unwrap().0
    }
}

/// A browser.
#[derive(Clone)]
pub(crate) struct Browser {
    app: Router,
    origin: String,
    pub(crate) cookies: BTreeMap<String, String>,
    pub(crate) address: String,
    /// The page that it shows.
    pub(crate) page: String,
}

impl Browser {
    pub(crate) fn new(app: Router, origin: &str) -> Self {
        Self {
            app,
            origin: origin.to_owned(),
            cookies: BTreeMap::new(),
            address: "203.0.113.5".into(),
            page: String::new(),
        }
    }

    pub(crate) fn at(mut self, address: &str) -> Self {
        address.clone_into(&mut self.address);
        self
    }

    /// Sends a request as it is.
    pub(crate) async fn send(&mut self, mut request: Request<Body>) -> Reply {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        if !cookies.is_empty() {
            request
                .headers_mut()
                .insert(header::COOKIE, cookies.join("; ").parse().unwrap());
        }
        let from: SocketAddr = format!(
            "{}:1",
            if self.address.contains(':') {
                format!("[{}]", self.address)
            } else {
                self.address.clone()
            }
        )
        .parse()
        .unwrap();
        request.extensions_mut().insert(ConnectInfo(from));
        let response = self.app.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for set in parts.headers.get_all(header::SET_COOKIE) {
            let (pair, rest) = set.to_str().unwrap().split_once("; ").unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            assert!(
                rest.starts_with("Secure; HttpOnly; SameSite=Lax; Path=/"),
                "{rest}"
            );
            if rest.ends_with("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let body = to_bytes(body, usize::MAX).await.unwrap();
        let body = String::from_utf8_lossy(&body).into_owned();
        Reply {
            status: parts.status,
            headers: parts.headers,
            body,
        }
    }

    /// Opens a page.
    pub(crate) async fn get(&mut self, address: &str) -> Reply {
        let reply = self
            .send(Request::get(address).body(Body::empty()).unwrap())
            .await;
        self.page.clone_from(&reply.body);
        reply
    }

    /// The token of the page that is open.
    pub(crate) fn token(&self) -> String {
        let rest = self.page.split_once(r#"name="csrf" value=""#);
        rest.map_or_else(String::new, |(_, rest)| {
            rest.split('"').next().unwrap().to_owned()
        })
    }

    /// Sends a form of the page that is open.
    pub(crate) async fn post(&mut self, address: &str, fields: &[(&str, &str)]) -> Reply {
        let token = self.token();
        let reply = self.post_with(address, &token, fields).await;
        if !reply.body.is_empty() {
            self.page.clone_from(&reply.body);
        }
        reply
    }

    /// Sends a form with this token.
    pub(crate) async fn post_with(
        &mut self,
        address: &str,
        token: &str,
        fields: &[(&str, &str)],
    ) -> Reply {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("csrf", token).extend_pairs(fields);
        let request = Request::builder()
            .method(Method::POST)
            .uri(address)
            .header("origin", &self.origin)
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(form.finish()))
            .unwrap();
        self.send(request).await
    }

    /// Whether somebody is signed in here.
    pub(crate) async fn is_in(&mut self) -> bool {
        self.get("/account").await.status == StatusCode::OK
    }
}
