//! Static files. Each is served under a name that carries a hash of its content, so a
//! browser may keep it forever; each is compressed once, at start.

use std::collections::HashMap;
use std::io::Write;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use crate::headers;

/// Files that never change while the program runs.
#[derive(Default)]
pub struct Files {
    by_path: HashMap<String, File>,
    path_of: HashMap<String, String>,
}

struct File {
    headers: HeaderMap,
    plain: Bytes,
    gzip: Option<Bytes>,
}

impl Files {
    /// Adds a file under a hashed name and returns the path it is served at.
    pub fn add(&mut self, name: &str, content: impl Into<Bytes>) -> String {
        let content = content.into();
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
        let path = format!("/static/{stem}.{}.{ending}", short_hash(&content));
        self.insert(path.clone(), content, "public, max-age=31536000, immutable");
        self.path_of.insert(name.to_owned(), path.clone());
        path
    }

    /// Adds a file at a fixed path, for names that browsers expect: `/sw.js`, `/robots.txt`.
    pub fn add_at(&mut self, path: &str, content: impl Into<Bytes>) {
        self.insert(path.to_owned(), content.into(), "no-cache");
    }

    fn insert(&mut self, path: String, plain: Bytes, keep: &'static str) {
        let mut headers = headers::always();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static(content_type(&path)),
        );
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        let packed = gzip(&plain, Compression::best());
        let gzip = (packed.len() < plain.len()).then_some(packed);
        self.by_path.insert(
            path,
            File {
                headers,
                plain,
                gzip,
            },
        );
    }

    /// Where a file is served; its bare name if there is none, which a test would catch.
    #[must_use]
    pub fn path<'a>(&'a self, name: &'a str) -> &'a str {
        self.path_of.get(name).map_or(name, String::as_str)
    }

    /// All served paths with their size as sent.
    pub fn sizes(&self) -> impl Iterator<Item = (&str, usize)> {
        self.by_path.iter().map(|(path, file)| {
            (
                path.as_str(),
                file.gzip.as_ref().unwrap_or(&file.plain).len(),
            )
        })
    }

    /// The response for this path, if there is such a file.
    #[must_use]
    pub fn serve(&self, path: &str, may_gzip: bool) -> Option<Response> {
        let file = self.by_path.get(path)?;
        let packed = file.gzip.as_ref().filter(|_| may_gzip);
        let mut response = Response::new(Body::from(packed.unwrap_or(&file.plain).clone()));
        *response.headers_mut() = file.headers.clone();
        if packed.is_some() {
            response
                .headers_mut()
                .insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        Some(response)
    }
}

/// Ten characters that change when the content changes.
fn short_hash(content: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut hash = String::with_capacity(10);
    for byte in Sha256::digest(content).iter().take(5) {
        let _ = write!(hash, "{byte:02x}");
    }
    hash
}

/// The bytes, packed.
#[must_use]
pub fn gzip(content: &[u8], level: Compression) -> Bytes {
    let mut packer = GzEncoder::new(Vec::with_capacity(content.len() / 3), level);
    // Writing to memory does not fail; should it, the plain bytes are the shorter ones.
    match packer.write_all(content).and_then(|()| packer.finish()) {
        Ok(bytes) => bytes.into(),
        Err(_) => Bytes::copy_from_slice(content),
    }
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("html") => "text/html; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_follows_the_content() {
        let mut files = Files::default();
        let one = files.add("a.css", "b{}".as_bytes());
        let two = files.add("a.css", "c{}".as_bytes());
        assert_ne!(one, two);
        assert_eq!(files.path("a.css"), two);
        assert!(files.serve(&one, true).is_some());
        assert!(files.serve("/static/a.css", true).is_none());
    }
}
