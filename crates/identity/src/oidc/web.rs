//! Asking another service: by `https`, without following where it points, and not for ever.

use std::pin::Pin;
use std::time::Duration;

use openidconnect::url::Url;
use openidconnect::{HttpRequest, HttpResponse, http};

use super::check_issuer;

/// Bytes that an answer may have.
const CAP: usize = 1 << 20;

/// How we ask.
#[derive(Clone)]
pub(crate) struct Web {
    pub(crate) client: reqwest::Client,
    /// A test may use its own machine.
    pub(crate) loopback: bool,
}

/// The client for all services: one set of connections.
pub(crate) fn client() -> anyhow::Result<reqwest::Client> {
    // Two kinds of cryptography in one program would stop it; whoever comes first says which.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Ok(reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .timeout(Duration::from_secs(10))
        .connect_timeout(Duration::from_secs(5))
        .user_agent("Pleinwacht")
        .build()?)
}

/// Why a service was not asked, or did not answer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unanswered {
    /// It points to where we do not go.
    #[error("it points to an address that is not on the web")]
    Address,
    /// The line.
    #[error("it does not answer")]
    Line(#[from] reqwest::Error),
    /// The answer.
    #[error("its answer is too long or cannot be read")]
    Answer,
}

/// An answer under way.
type Asking = Pin<Box<dyn Future<Output = Result<HttpResponse, Unanswered>> + Send>>;

impl Web {
    /// As the library takes it.
    pub(crate) fn asker(&self) -> impl Fn(HttpRequest) -> Asking + Send + Sync + 'static {
        let web = self.clone();
        move |request| {
            let web = web.clone();
            Box::pin(async move { web.fetch(request).await })
        }
    }

    async fn fetch(&self, request: HttpRequest) -> Result<HttpResponse, Unanswered> {
        let (parts, body) = request.into_parts();
        let url = Url::parse(&parts.uri.to_string()).map_err(|_| Unanswered::Address)?;
        // Also where the service's own description points: its keys, its counter.
        let mut bare = url.clone();
        bare.set_query(None);
        check_issuer(bare.as_str(), self.loopback).ok_or(Unanswered::Address)?;
        let mut answer = self
            .client
            .request(parts.method, url)
            .headers(parts.headers)
            .body(body)
            .send()
            .await?;
        let mut bytes = Vec::new();
        while let Some(part) = answer.chunk().await? {
            if bytes.len() + part.len() > CAP {
                return Err(Unanswered::Answer);
            }
            bytes.extend_from_slice(&part);
        }
        let mut response = http::Response::new(bytes);
        *response.status_mut() = answer.status();
        std::mem::swap(response.headers_mut(), answer.headers_mut());
        Ok(response)
    }
}
