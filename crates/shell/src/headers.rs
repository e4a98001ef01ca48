//! The headers that every response carries.

use std::sync::LazyLock;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::Response;

/// Only our own files, no inline script or style, nobody may frame us.
pub const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; \
    manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), \
    geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

static ALWAYS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS),
];

static PAGE: LazyLock<HeaderMap> = LazyLock::new(|| {
    let mut map = always();
    map.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    map.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    map.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    map
});

static PRIVATE: LazyLock<HeaderMap> = LazyLock::new(|| {
    let mut map = page();
    map.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // Forms must say where they come from, and with `no-referrer` a browser sends `Origin: null`.
    map.insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("same-origin"),
    );
    map
});

/// What every response carries.
#[must_use]
pub fn always() -> HeaderMap {
    let mut map = HeaderMap::with_capacity(16);
    for (name, value) in &ALWAYS {
        map.insert(name.clone(), HeaderValue::from_static(value));
    }
    map
}

/// What every page carries.
#[must_use]
pub fn page() -> HeaderMap {
    PAGE.clone()
}

/// What a page for one person carries: nobody keeps it.
#[must_use]
pub fn private() -> HeaderMap {
    PRIVATE.clone()
}

/// A file of this media type for one person: nobody keeps it.
#[must_use]
pub fn file(bytes: impl Into<Body>, kind: &'static str) -> Response {
    let mut response = Response::new(bytes.into());
    *response.headers_mut() = private();
    let kind = HeaderValue::from_static(kind);
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}
