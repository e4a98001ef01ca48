//! A sign-in service that does whatever a test asks, also what none should.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use openidconnect::core::{
    CoreHmacKey, CoreJsonWebKeySet, CoreJwsSigningAlgorithm, CoreRsaPrivateSigningKey,
};
use openidconnect::{JsonWebKeyId, PrivateSigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

pub(crate) const CLIENT: &str = "pleinwacht";
pub(crate) const SECRET: &str = "een-geheim-van-de-dienst";

const OWN: &str = include_str!("../data/provider.pem");
const STRANGER: &str = include_str!("../data/stranger.pem");

pub(crate) fn key() -> CoreRsaPrivateSigningKey {
    CoreRsaPrivateSigningKey::from_pem(OWN, Some(JsonWebKeyId::new("eigen".into()))).unwrap()
}

pub(crate) fn stranger() -> CoreRsaPrivateSigningKey {
    CoreRsaPrivateSigningKey::from_pem(STRANGER, Some(JsonWebKeyId::new("eigen".into()))).unwrap()
}

pub(crate) fn jwks() -> CoreJsonWebKeySet {
    CoreJsonWebKeySet::new(vec![key().as_verification_key()])
}

/// Base64 for tokens.
pub(crate) fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let held = three.iter().enumerate().fold(0_u32, |held, (at, byte)| {
            held | u32::from(*byte) << (16 - 8 * at)
        });
        for at in 0..=three.len() {
            text.push(char::from(LETTERS[(held >> (18 - 6 * at) & 63) as usize]));
        }
    }
    text
}

/// A token whose parts are what they are, signed with this key.
pub(crate) fn signed(head: &Value, claims: &Value, key: &CoreRsaPrivateSigningKey) -> String {
    let said = format!(
        "{}.{}",
        base64(head.to_string().as_bytes()),
        base64(claims.to_string().as_bytes())
    );
    let mark = key
        .sign(
            &CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
            said.as_bytes(),
        )
        .unwrap();
    format!("{said}.{}", base64(&mark))
}

/// A token signed with a secret that two know.
pub(crate) fn signed_with(secret: &[u8], claims: &Value) -> String {
    let head = json!({ "alg": "HS256" });
    let said = format!(
        "{}.{}",
        base64(head.to_string().as_bytes()),
        base64(claims.to_string().as_bytes())
    );
    let mark = CoreHmacKey::new(secret.to_vec())
        .sign(&CoreJwsSigningAlgorithm::HmacSha256, said.as_bytes())
        .unwrap();
    format!("{said}.{}", base64(&mark))
}

/// A token that nobody signed.
pub(crate) fn unsigned(claims: &Value) -> String {
    let head = json!({ "alg": "none" });
    format!(
        "{}.{}.",
        base64(head.to_string().as_bytes()),
        base64(claims.to_string().as_bytes())
    )
}

/// What a service gives for a code: a token, and the PKCE challenge that the code was asked with.
struct Given {
    token: String,
    challenge: String,
}

#[derive(Default)]
struct Inner {
    issuer: String,
    codes: Mutex<HashMap<String, Given>>,
}

/// A service on this machine.
#[derive(Clone)]
pub(crate) struct Service {
    inner: Arc<Inner>,
}

impl Service {
    pub(crate) async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let service = Self {
            inner: Arc::new(Inner {
                issuer,
                codes: Mutex::default(),
            }),
        };
        let app = Router::new()
            .route("/.well-known/openid-configuration", get(describe))
            .route(
                "/jwks",
                get(|| async { json_of(&serde_json::to_value(jwks()).unwrap()) }),
            )
            .route("/token", post(token))
            .with_state(service.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        service
    }

    pub(crate) fn issuer(&self) -> &str {
        &self.inner.issuer
    }

    /// The claims of a good token for this trip.
    pub(crate) fn claims(&self, subject: &str, nonce: &str, now: jiff::Timestamp) -> Value {
        json!({
            "iss": self.inner.issuer, "sub": subject, "aud": CLIENT, "nonce": nonce,
            "iat": now.as_second(), "exp": now.as_second() + 300,
        })
    }

    /// A code for which this token is given.
    pub(crate) fn code(&self, token: String, challenge: &str) -> String {
        let mut codes = self.inner.codes.lock().unwrap();
        let code = format!("code-{}", codes.len());
        codes.insert(
            code.clone(),
            Given {
                token,
                challenge: challenge.to_owned(),
            },
        );
        code
    }
}

async fn describe(State(service): State<Service>) -> Response {
    let issuer = service.issuer();
    json_of(&json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/auth"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/jwks"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        // As some do: what it *could* sign with is no reason to believe it.
        "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
    }))
}

async fn token(
    State(service): State<Service>,
    Form(form): Form<HashMap<String, String>>,
) -> Response {
    let given = service.inner.codes.lock().unwrap().remove(&form["code"]);
    let proved = |given: &Given| base64(&Sha256::digest(&form["code_verifier"])) == given.challenge;
    match given.filter(proved) {
        Some(given) => json_of(
            &json!({ "access_token": "x", "token_type": "Bearer", "id_token": given.token }),
        ),
        None => (
            StatusCode::BAD_REQUEST,
            json_of(&json!({ "error": "invalid_grant" })),
        )
            .into_response(),
    }
}

fn json_of(value: &Value) -> Response {
    (
        [(header::CONTENT_TYPE, "application/json")],
        value.to_string(),
    )
        .into_response()
}
