//! One request: its address, its language and what the browser accepts.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use words::Locale;

/// One request to a public page.
#[derive(Debug, Clone)]
pub struct Visit {
    uri: Uri,
    /// The language of its address.
    pub locale: Locale,
    /// The browser can read gzip.
    pub gzip: bool,
    /// The page that the browser already has.
    pub has: Option<HeaderValue>,
}

impl Visit {
    /// A visit of this address by a browser that reads gzip.
    #[must_use]
    pub fn new(uri: Uri, headers: &HeaderMap) -> Self {
        let locale = match uri.path().strip_prefix("/en") {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => Locale::En,
            _ => Locale::Nl,
        };
        let gzip = headers
            .get(header::ACCEPT_ENCODING)
            .is_some_and(accepts_gzip);
        let has = headers.get(header::IF_NONE_MATCH).cloned();
        Self {
            uri,
            locale,
            gzip,
            has,
        }
    }

    /// A visit of this address by nobody in particular, to render a page beforehand.
    #[must_use]
    pub fn at(address: &str) -> Self {
        Self::new(address.parse().unwrap_or_default(), &HeaderMap::new())
    }

    /// The same visit without its query, for a page that has no use for one: so it is kept once.
    #[must_use]
    pub fn plain(self) -> Self {
        match self.uri.query() {
            None => self,
            Some(_) => Self {
                uri: self.path().parse().unwrap_or_default(),
                ..self
            },
        }
    }

    /// Path and query as they came.
    #[must_use]
    pub fn whole(&self) -> &str {
        self.uri
            .path_and_query()
            .map_or("/", |address| address.as_str())
    }

    /// Path and query without the language, to link to this page in any language.
    #[must_use]
    pub fn address(&self) -> &str {
        match self.locale {
            Locale::Nl => self.whole(),
            Locale::En => match self.whole().strip_prefix("/en") {
                Some(rest) if rest.starts_with('/') => rest,
                _ => "/",
            },
        }
    }

    /// The path as it came.
    #[must_use]
    pub fn path(&self) -> &str {
        self.uri.path()
    }

    /// A part of the path between slashes, without the language, as it came: our own names need no escapes.
    #[must_use]
    pub fn part(&self, at: usize) -> &str {
        let path = match self.locale {
            Locale::Nl => self.path(),
            Locale::En => self.path().get(3..).unwrap_or_default(),
        };
        path.split('/')
            .filter(|part| !part.is_empty())
            .nth(at)
            .unwrap_or_default()
    }

    /// The decoded pairs of the query. Bad escapes become replacement characters and are
    /// refused later as unknown words.
    pub fn pairs(&self) -> impl Iterator<Item = (String, String)> {
        form_urlencoded::parse(self.uri.query().unwrap_or_default().as_bytes()).into_owned()
    }
}

fn accepts_gzip(value: &HeaderValue) -> bool {
    value.to_str().is_ok_and(|list| {
        list.split(',').any(|item| {
            let mut parts = item.split(';').map(str::trim);
            parts.next() == Some("gzip")
                && !parts.any(|part| matches!(part, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
        })
    })
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::new(parts.uri.clone(), &parts.headers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(address: &'static str) -> Visit {
        Visit::new(Uri::from_static(address), &HeaderMap::new())
    }

    #[test]
    fn the_address_carries_the_language() {
        assert_eq!(visit("/flex?a=b").locale, Locale::Nl);
        assert_eq!(visit("/en").address(), "/");
        assert_eq!(visit("/en/flex?a=b").address(), "/flex?a=b");
        assert_eq!(visit("/english").locale, Locale::Nl);
        assert_eq!(visit("/en?x=1").address(), "/");
        assert_eq!(
            (
                visit("/en/flex/mag-dit?a").part(0),
                visit("/flex/mag-dit").part(1)
            ),
            ("flex", "mag-dit")
        );
    }

    #[test]
    fn a_refusal_of_gzip_is_heard() {
        assert!(accepts_gzip(&HeaderValue::from_static("br, gzip;q=0.5")));
        assert!(!accepts_gzip(&HeaderValue::from_static("br, gzip;q=0")));
    }
}
