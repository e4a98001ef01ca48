//! The site makes every response.

use std::panic::{AssertUnwindSafe, catch_unwind};

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use maud::Markup;
use ui::Links;

use crate::kept::{Kept, Pages};
use crate::{Fault, Files, Visit, headers};

/// What a handler shows: a page, or why not.
pub type Shown = Result<Markup, Fault>;

/// Files, kept pages and the layout's links.
pub struct Site {
    /// The static files.
    pub files: Files,
    /// Where the layout finds its files.
    pub links: Links,
    pages: Pages,
}

impl Site {
    /// A site with these files; the layout's own are added.
    #[must_use]
    pub fn new(mut files: Files) -> Self {
        for (name, content) in ui::FILES {
            files.add(name, *content);
        }
        let manifest = ui::manifest(|name| files.path(name).to_owned());
        files.add("manifest.webmanifest", manifest);
        let links = Links {
            css: files.path("app.css").to_owned(),
            js: files.path("app.js").to_owned(),
            icon: files.path("icon.svg").to_owned(),
            manifest: files.path("manifest.webmanifest").to_owned(),
        };
        Self {
            files,
            links,
            pages: Pages::default(),
        }
    }

    /// Shows a page. It must follow from its address alone, for its bytes are kept.
    pub fn show(&self, visit: &Visit, render: impl FnOnce() -> Shown) -> Response {
        if let Some(kept) = self.pages.get(visit.whole()) {
            return send(visit, &kept);
        }
        match attempt(render) {
            Ok(page) => {
                let kept = Kept::new(page.into_string());
                self.pages.put(visit.whole(), kept.clone());
                send(visit, &kept)
            }
            Err(fault) => self.fault(visit, &fault),
        }
    }

    /// Shows a page that is for one person: made anew each time, and kept by nobody, in no cache on the way.
    pub fn private(&self, visit: &Visit, shown: Shown) -> Response {
        self.private_as(StatusCode::OK, visit, shown)
    }

    /// As [`Site::private`], with another status: 422 for a form that comes back with what is to be repaired.
    pub fn private_as(&self, status: StatusCode, visit: &Visit, shown: Shown) -> Response {
        match shown {
            Ok(page) => {
                let mut response = Response::new(Body::from(page.into_string()));
                *response.status_mut() = status;
                *response.headers_mut() = headers::private();
                response
            }
            Err(fault) => self.fault(visit, &fault),
        }
    }

    /// The page for a fault.
    pub fn fault(&self, visit: &Visit, fault: &Fault) -> Response {
        let page = fault.page(visit, &self.links).into_string();
        let mut response = Response::new(Body::from(page));
        *response.status_mut() = fault.status();
        *response.headers_mut() = headers::private();
        if let Fault::TooOften { seconds } = fault {
            let wait = HeaderValue::from(*seconds);
            response.headers_mut().insert(header::RETRY_AFTER, wait);
        }
        response
    }

    /// Goes on at another address of ours, after a form that was sent.
    pub fn go_on(&self, visit: &Visit, address: &str) -> Response {
        self.elsewhere(visit, address, StatusCode::SEE_OTHER)
    }

    /// Has the browser send the same form to another address of ours (RFC 9110, 15.4.8).
    pub fn send_on(&self, visit: &Visit, address: &str) -> Response {
        self.elsewhere(visit, address, StatusCode::TEMPORARY_REDIRECT)
    }

    fn elsewhere(&self, visit: &Visit, address: &str, status: StatusCode) -> Response {
        let address = ui::layout::in_language(visit.locale, address);
        let Ok(location) = HeaderValue::try_from(address) else {
            return self.fault(visit, &Fault::Missing);
        };
        let mut response = Response::new(Body::empty());
        *response.status_mut() = status;
        *response.headers_mut() = headers::always();
        response.headers_mut().insert(header::LOCATION, location);
        response
            .headers_mut()
            .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }

    /// The static file at the address of this visit.
    pub fn file(&self, visit: &Visit) -> Response {
        self.files
            .serve(visit.path(), visit.gzip)
            .unwrap_or_else(|| self.fault(visit, &Fault::Missing))
    }
}

/// No panic may cut off a visitor: it becomes a fault with a reference, like every other mistake of ours.
fn attempt(render: impl FnOnce() -> Shown) -> Shown {
    catch_unwind(AssertUnwindSafe(render))
        .unwrap_or_else(|_| Err(Fault::Broken(anyhow::anyhow!("a page panicked"))))
}

fn send(visit: &Visit, kept: &Kept) -> Response {
    let known = visit.has.as_ref() == Some(kept.tag());
    let body = match (known, visit.gzip) {
        (true, _) => Bytes::new(),
        (false, true) => kept.gzip(),
        (false, false) => kept.plain(),
    };
    let mut response = Response::new(Body::from(body));
    let mut map = headers::page();
    map.insert(header::ETAG, kept.tag().clone());
    if known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    } else if visit.gzip {
        map.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    *response.headers_mut() = map;
    response
}
