//! Forms, as they come in: pairs of names and values, a field may come several times. What they mean, the page checks.

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, header};

use crate::Fault;

/// Bytes that a form without files may have.
pub const CAP: usize = 64 * 1024;

/// Fields that a form may have.
const FIELDS: usize = 2_000;

/// The fields of a form that was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// Reads the body of a request, at most `cap` bytes of it.
    ///
    /// # Errors
    /// Too large, or not a form.
    pub async fn read(headers: &HeaderMap, body: Body, cap: usize) -> Result<Self, Fault> {
        let kind = headers
            .get(header::CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok());
        let kind = kind
            .unwrap_or_default()
            .split(';')
            .next()
            .unwrap_or_default();
        if !kind
            .trim()
            .eq_ignore_ascii_case("application/x-www-form-urlencoded")
        {
            return Err(Fault::Forged);
        }
        let bytes = to_bytes(body, cap).await.map_err(|_| Fault::TooLarge)?;
        Self::parse(&bytes).ok_or(Fault::TooLarge)
    }

    /// Reads the bytes of a form; nothing if it has more fields than any form of ours.
    ///
    /// ```
    /// let form = shell::Form::parse(b"naam=Fatima+K.&rol=leraar&rol=mentor").unwrap();
    /// assert_eq!(form.one("naam"), "Fatima K.");
    /// assert_eq!(form.all("rol").collect::<Vec<_>>(), ["leraar", "mentor"]);
    /// ```
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let mut pairs = Vec::new();
        for (key, value) in form_urlencoded::parse(bytes) {
            if pairs.len() == FIELDS {
                return None;
            }
            pairs.push((key.into_owned(), value.into_owned()));
        }
        Some(Self(pairs))
    }

    /// The form with these fields, for a page that shows again what was typed, and for tests.
    #[must_use]
    pub fn of(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }

    /// The first value of a field, without blanks around it; empty if the field did not come.
    #[must_use]
    pub fn one(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// The first value of a field exactly as typed: for passwords.
    #[must_use]
    pub fn raw(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(key, _)| key == name)
            .map_or("", |(_, value)| value)
    }

    /// Every value of a field, in order.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, value)| value.trim())
    }

    /// Every field, in order.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// Whether the field came at all: a box that was ticked.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[tokio::test]
    async fn only_a_form_of_a_sane_size_is_read() {
        let mut headers = HeaderMap::new();
        let read = |headers: &HeaderMap, text: String| {
            let headers = headers.clone();
            async move { Form::read(&headers, Body::from(text), CAP).await }
        };
        assert!(matches!(
            read(&headers, "a=1".into()).await,
            Err(Fault::Forged)
        ));
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain"));
        assert!(matches!(
            read(&headers, "a=1".into()).await,
            Err(Fault::Forged)
        ));
        let kind = HeaderValue::from_static("application/x-www-form-urlencoded; charset=utf-8");
        headers.insert(header::CONTENT_TYPE, kind);
        assert_eq!(read(&headers, "a=1".into()).await.unwrap().one("a"), "1");
        assert!(matches!(
            read(&headers, "a=".repeat(CAP)).await,
            Err(Fault::TooLarge)
        ));
        assert!(matches!(
            read(&headers, "a&".repeat(2_001)).await,
            Err(Fault::TooLarge)
        ));
    }

    #[test]
    fn a_password_keeps_its_blanks_and_a_name_does_not() {
        let form = Form::parse(b"p=+a+&leeg").unwrap();
        assert_eq!((form.raw("p"), form.one("p")), (" a ", "a"));
        assert!(form.has("leeg") && !form.has("weg"));
    }
}
