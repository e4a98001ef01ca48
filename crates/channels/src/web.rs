//! Asking another service: at a public address, not following where it points, not for ever and not without end.

mod parts;

use std::time::Duration;

use jiff::fmt::rfc2822;
use jiff::{SignedDuration, Timestamp};
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::{Method, StatusCode, Url};
use serde_json::Value as Json;

use crate::guard::{self, Guarded, NotPublic, Reach};
use crate::model::{Answer, Why};

pub(crate) use parts::Parts;

/// Bytes that an answer may have.
const CAP: usize = 2 << 20;
/// Longer nobody is made to wait by the other side.
const LONGEST: SignedDuration = SignedDuration::from_hours(24);

/// Why something was not done, or not surely.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Setback {
    /// Later it may.
    Passing(Why, Option<SignedDuration>),
    /// Not without a change.
    Refused(Why),
    /// It may have been done.
    Unknown(Why),
}

impl<T> From<Result<T, Setback>> for Answer<T> {
    fn from(result: Result<T, Setback>) -> Self {
        match result {
            Ok(done) => Self::Done(done),
            Err(Setback::Passing(why, after)) => Self::Passing { why, after },
            Err(Setback::Refused(why)) => Self::Refused { why },
            Err(Setback::Unknown(why)) => Self::Unknown { why },
        }
    }
}

/// A question to another service.
pub(crate) struct Question {
    pub(crate) method: Method,
    pub(crate) url: Url,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
    signed: Signed,
}

/// As whom somebody asks.
enum Signed {
    Nobody,
    Basic(String, String),
    Bearer(String),
}

impl Question {
    pub(crate) fn new(method: Method, url: Url) -> Self {
        Self {
            method,
            url,
            headers: HeaderMap::new(),
            body: Vec::new(),
            signed: Signed::Nobody,
        }
    }

    pub(crate) fn get(url: Url) -> Self {
        Self::new(Method::GET, url)
    }

    /// With a header; one that is none is left out.
    pub(crate) fn header(mut self, name: &'static str, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.insert(HeaderName::from_static(name), value);
        }
        self
    }

    /// As a user with a password (RFC 7617).
    pub(crate) fn basic(mut self, user: &str, word: &str) -> Self {
        self.signed = Signed::Basic(user.to_owned(), word.to_owned());
        self
    }

    /// As whoever has this token (RFC 6750).
    pub(crate) fn bearer(mut self, token: &str) -> Self {
        self.signed = Signed::Bearer(token.to_owned());
        self
    }

    pub(crate) fn body(mut self, kind: &str, body: Vec<u8>) -> Self {
        self.body = body;
        self.header("content-type", kind)
    }

    pub(crate) fn json(self, body: &Json) -> Self {
        self.body("application/json", body.to_string().into_bytes())
    }

    /// It only looks: repeated it changes nothing, and cut off it changed nothing.
    fn looks(&self) -> bool {
        self.method == Method::GET
    }
}

/// What came back.
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    headers: HeaderMap,
    pub(crate) body: Vec<u8>,
    looks: bool,
}

/// How we ask.
#[derive(Clone)]
pub(crate) struct Web {
    client: reqwest::Client,
    reach: Reach,
}

impl Web {
    /// Connections that reach so far and wait so long.
    pub(crate) fn new(reach: Reach, patience: Duration) -> anyhow::Result<Self> {
        Self::with(
            Guarded {
                reach,
                lookup: None,
            },
            patience,
        )
    }

    pub(crate) fn with(guarded: Guarded, patience: Duration) -> anyhow::Result<Self> {
        // Two kinds of cryptography in one program would stop it; whoever comes first says which.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let reach = guarded.reach;
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .dns_resolver(guarded)
            .timeout(patience)
            .connect_timeout(patience.min(Duration::from_secs(5)))
            // A connection that the other side dropped in the meantime would look like an unknown outcome.
            .pool_max_idle_per_host(0)
            .user_agent("Pleinwacht")
            .build()?;
        Ok(Self { client, reach })
    }

    /// An address that somebody typed or another service named.
    pub(crate) fn url(&self, text: &str) -> Result<Url, Setback> {
        let url = Url::parse(text).map_err(|_| Setback::Refused(Why::Address))?;
        guard::checked(url, self.reach).map_err(|NotPublic| Setback::Refused(Why::Address))
    }

    /// Asks; whatever status comes back is an answer.
    pub(crate) async fn ask(&self, question: Question) -> Result<Reply, Setback> {
        let looks = question.looks();
        let url = guard::checked(question.url, self.reach)
            .map_err(|NotPublic| Setback::Refused(Why::Address))?;
        let cut = |fault: reqwest::Error| lost(&fault, looks);
        let asking = self
            .client
            .request(question.method, url)
            .headers(question.headers)
            .body(question.body);
        let asking = match question.signed {
            Signed::Nobody => asking,
            Signed::Basic(user, word) => asking.basic_auth(user, Some(word)),
            Signed::Bearer(token) => asking.bearer_auth(token),
        };
        let mut answer = asking.send().await.map_err(cut)?;
        let (status, headers) = (answer.status(), std::mem::take(answer.headers_mut()));
        let mut body = Vec::new();
        while let Some(part) = answer.chunk().await.map_err(cut)? {
            if body.len() + part.len() > CAP {
                return Err(unclear(looks));
            }
            body.extend_from_slice(&part);
        }
        Ok(Reply {
            status,
            headers,
            body,
            looks,
        })
    }

    /// Asks, and takes only a success for an answer.
    pub(crate) async fn done(&self, question: Question) -> Result<Reply, Setback> {
        let reply = self.ask(question).await?;
        if reply.status.is_success() {
            Ok(reply)
        } else {
            Err(reply.setback())
        }
    }

    /// Asks for JSON.
    pub(crate) async fn json(&self, question: Question) -> Result<Json, Setback> {
        self.done(question).await?.json()
    }
}

/// The line failed: before or after the question left?
fn lost(fault: &reqwest::Error, looks: bool) -> Setback {
    let mut cause: Option<&dyn std::error::Error> = Some(fault);
    while let Some(one) = cause {
        if one.is::<NotPublic>() {
            return Setback::Refused(Why::Address);
        }
        if one.is::<rustls::Error>() {
            return Setback::Passing(Why::NotSecure, None);
        }
        // The resolver's and the handshake's faults travel inside one of the system's.
        let inner = one
            .downcast_ref::<std::io::Error>()
            .and_then(std::io::Error::get_ref);
        cause = match inner {
            Some(inner) => Some(inner),
            None => one.source(),
        };
    }
    let why = if fault.is_timeout() {
        Why::TimedOut
    } else {
        Why::Unreachable
    };
    if looks || fault.is_connect() {
        Setback::Passing(why, None)
    } else {
        Setback::Unknown(why)
    }
}

/// An answer that says nothing.
fn unclear(looks: bool) -> Setback {
    if looks {
        Setback::Passing(Why::NotUnderstood, None)
    } else {
        Setback::Unknown(Why::NotUnderstood)
    }
}

impl Reply {
    /// The body as JSON; a success that is none may have been one.
    pub(crate) fn json(&self) -> Result<Json, Setback> {
        serde_json::from_slice(&self.body).map_err(|_| self.unclear())
    }

    /// What it says is not understood.
    pub(crate) fn unclear(&self) -> Setback {
        unclear(self.looks)
    }

    /// The body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// There is nothing at this address.
    pub(crate) fn is_gone(&self) -> bool {
        matches!(self.status, StatusCode::NOT_FOUND | StatusCode::GONE)
    }

    /// Where it points.
    pub(crate) fn location(&self) -> Option<&str> {
        self.headers.get("location")?.to_str().ok()
    }

    /// What a status that is no success means.
    pub(crate) fn setback(&self) -> Setback {
        let may_be = |why| {
            if self.looks {
                Setback::Passing(why, None)
            } else {
                Setback::Unknown(why)
            }
        };
        match self.status.as_u16() {
            300..=399 => Setback::Refused(Why::Moved),
            401 => Setback::Refused(Why::Credentials),
            403 => Setback::Refused(Why::Forbidden),
            404 | 410 => Setback::Refused(Why::Gone),
            408 => may_be(Why::TimedOut),
            413 => Setback::Refused(Why::TooBig),
            415 => Setback::Refused(Why::Image),
            429 => Setback::Passing(Why::RateLimited, self.after()),
            503 => Setback::Passing(Why::ServerError, self.after()),
            500..=599 => may_be(Why::ServerError),
            _ => Setback::Refused(Why::Refused),
        }
    }

    /// After how long it wants to be asked again: `Retry-After` (RFC 9110 section 10.2.3), in seconds or as a moment by its own
    /// clock.
    fn after(&self) -> Option<SignedDuration> {
        let text = |name: &str| self.headers.get(name)?.to_str().ok();
        let said = text("retry-after")?;
        let wait = match said.parse::<u32>() {
            Ok(seconds) => SignedDuration::from_secs(i64::from(seconds)),
            Err(_) => moment(said)?.duration_since(moment(text("date")?)?),
        };
        Some(wait.clamp(SignedDuration::ZERO, LONGEST))
    }
}

/// A moment as HTTP writes it.
fn moment(text: &str) -> Option<Timestamp> {
    rfc2822::DateTimeParser::new().parse_timestamp(text).ok()
}

/// A text of a JSON answer; empty if it is not there.
pub(crate) fn text(of: &Json, key: &str) -> String {
    match of.get(key) {
        Some(Json::String(text)) => text.clone(),
        Some(Json::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    async fn asked(found: &'static [&'static str]) -> Setback {
        let lookup = move |_| Ok(found.iter().filter_map(|ip| ip.parse().ok()).collect());
        let guarded = Guarded {
            reach: Reach::Public,
            lookup: Some(Arc::new(lookup)),
        };
        let web = Web::with(guarded, Duration::from_secs(1)).unwrap();
        let url = web.url("https://school.example/wp-json").unwrap();
        web.ask(Question::get(url)).await.err().unwrap()
    }

    #[tokio::test]
    async fn a_good_name_that_leads_inside_is_not_followed() {
        for found in [
            &["127.0.0.1"][..],
            &["10.1.2.3"],
            &["::1"],
            &["169.254.169.254"],
            &["fd00::1"],
            // One of two is enough of a trick.
            &["1.1.1.1", "192.168.1.1"],
            &["::ffff:10.0.0.1"],
        ] {
            assert_eq!(
                asked(found).await,
                Setback::Refused(Why::Address),
                "{found:?}"
            );
        }
    }
}
