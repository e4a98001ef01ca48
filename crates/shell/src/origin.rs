//! Who sent this form: our own page in this browser, or somebody else's?
//!
//! Three locks, each enough by itself in an honest browser: the cookie does not travel with a form of another site
//! (`SameSite`), the browser names where the form came from (`Origin`, `Sec-Fetch-Site`), and the form carries a token
//! that only our page could know.

use axum::http::{HeaderMap, header};
use sha2::{Digest, Sha256};

use crate::chance::hex;
use crate::{Fault, Form};

/// The field that carries the form token.
pub const FIELD: &str = "csrf";

/// Where this program is found: `https://plein.example`. The first is the one that links in letters carry.
#[derive(Debug, Clone)]
pub struct Origins(Vec<String>);

impl Origins {
    /// These origins, each scheme, host and port without a path.
    #[must_use]
    pub fn new(origins: impl IntoIterator<Item = String>) -> Self {
        let clean = |origin: String| origin.trim_end_matches('/').to_ascii_lowercase();
        Self(origins.into_iter().map(clean).collect())
    }

    /// The one that links in letters carry.
    #[must_use]
    pub fn first(&self) -> &str {
        self.0.first().map_or("http://localhost", String::as_str)
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Refuses a request that a page of ours did not send.
    ///
    /// # Errors
    /// [`Fault::Forged`].
    pub fn check(&self, headers: &HeaderMap) -> Result<(), Fault> {
        let text = |name| {
            headers
                .get(name)
                .and_then(|value: &axum::http::HeaderValue| value.to_str().ok())
        };
        let from = text(header::ORIGIN).ok_or(Fault::Forged)?;
        let ours = self.0.iter().any(|origin| origin == from);
        let fetched = headers.get("sec-fetch-site");
        let same = fetched.is_none_or(|site| site == "same-origin");
        if ours && same {
            Ok(())
        } else {
            Err(Fault::Forged)
        }
    }

    /// Refuses a form that a page of ours did not send to this very browser: `secret` is the cookie's.
    ///
    /// # Errors
    /// [`Fault::Forged`].
    pub fn check_form(&self, headers: &HeaderMap, secret: &str, form: &Form) -> Result<(), Fault> {
        self.check(headers)?;
        let right = !secret.is_empty() && same(form.raw(FIELD), &form_token(secret));
        if right { Ok(()) } else { Err(Fault::Forged) }
    }
}

/// The token that a form carries, derived from the secret in the browser's cookie: who knows it does not know the cookie.
#[must_use]
pub fn form_token(secret: &str) -> String {
    let hash = Sha256::digest(format!("form\0{secret}"));
    hex(hash.get(..16).unwrap_or_default())
}

/// Whether two secrets are the same, in a time that tells nothing of where they differ.
#[must_use]
pub fn same(one: &str, other: &str) -> bool {
    let (one, other) = (Sha256::digest(one), Sha256::digest(other));
    one.iter().zip(other).fold(0, |seen, (a, b)| seen | (a ^ b)) == 0
}

/// The address, if it is one of ours to go on to: a path, never another host.
///
/// ```
/// assert_eq!(shell::origin::own_path("/personen?q=a"), Some("/personen?q=a"));
/// for bad in ["//evil.example", "/\\evil.example", "https://evil.example", "/a\nb", "", "personen"] {
///     assert_eq!(shell::origin::own_path(bad), None);
/// }
/// ```
#[must_use]
pub fn own_path(address: &str) -> Option<&str> {
    let plain = |c: char| c.is_ascii_graphic() && c != '\\';
    let fits = address.starts_with('/')
        && !address.starts_with("//")
        && address.len() <= 1_000
        && address.chars().all(plain);
    fits.then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn ask(origin: Option<&'static str>, site: Option<&'static str>) -> bool {
        let origins = Origins::new(["https://plein.example/".to_owned()]);
        let mut headers = HeaderMap::new();
        if let Some(origin) = origin {
            headers.insert(header::ORIGIN, HeaderValue::from_static(origin));
        }
        if let Some(site) = site {
            headers.insert("sec-fetch-site", HeaderValue::from_static(site));
        }
        origins.check(&headers).is_ok()
    }

    #[test]
    fn a_form_comes_from_our_own_page() {
        assert!(ask(Some("https://plein.example"), Some("same-origin")));
        assert!(ask(Some("https://plein.example"), None));
        for origin in [
            None,
            Some("null"),
            Some("https://evil.example"),
            Some("http://plein.example"),
            Some("https://plein.example:444"),
        ] {
            assert!(!ask(origin, Some("same-origin")), "{origin:?}");
        }
        for site in ["cross-site", "same-site", "none", ""] {
            assert!(!ask(Some("https://plein.example"), Some(site)), "{site}");
        }
    }

    #[test]
    fn a_form_carries_the_token_of_its_browser() {
        let origins = Origins::new(["https://plein.example".to_owned()]);
        let mut headers = HeaderMap::new();
        headers.insert(
            header::ORIGIN,
            HeaderValue::from_static("https://plein.example"),
        );
        let with = |token: String| Form::of(vec![(FIELD.to_owned(), token)]);
        assert!(
            origins
                .check_form(&headers, "s", &with(form_token("s")))
                .is_ok()
        );
        assert!(
            origins
                .check_form(&headers, "s", &with(form_token("t")))
                .is_err()
        );
        assert!(origins.check_form(&headers, "s", &Form::default()).is_err());
        assert!(
            origins
                .check_form(&headers, "", &with(form_token("")))
                .is_err()
        );
    }
}
