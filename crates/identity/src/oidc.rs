//! Signing in by another service (`OpenID` Connect Core 1.0): authorization code with PKCE, state and nonce.
//!
//! The service says who somebody is *there*. Who that is *here* was said once, by one of two ways: an address that the board
//! chose to believe this service about, or the person themselves, while signed in. From then on only issuer and subject count.

mod rules;
mod web;

use chrono::{DateTime, TimeZone as _, Utc};
use jiff::Timestamp;
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreGenderClaim, CoreIdTokenVerifier, CoreJsonWebKeySet,
    CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreProviderMetadata,
};
use openidconnect::{
    AdditionalClaims, AuthorizationCode, ClientId, ClientSecret, CsrfToken, IdToken, IssuerUrl,
    Nonce, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, TokenResponse,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use shell::{Chance, chance};

use crate::store::providers::Provider;

pub use rules::{NotBelieved, believed_address, check_issuer};
pub(crate) use web::{Web, client};

/// Clocks of two servers may differ by this many seconds.
const SKEW: i64 = 60;

/// What is remembered of somebody who went to another service, until they come back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trip {
    /// The service.
    pub slug: String,
    /// Comes back in the address.
    pub state: String,
    /// Comes back in the token.
    pub nonce: String,
    /// Proves that who comes back is who went (PKCE).
    pub verifier: String,
    /// Where to go on.
    pub back: String,
    /// They are signed in, as this session, and want to: link this service to themselves, or prove that it is them.
    pub errand: Option<Errand>,
}

/// Why somebody who is signed in goes to another service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Errand {
    /// To link it to themselves.
    Link,
    /// To prove that it is still them.
    StepUp,
}

/// Every claim of a token that is not of the standard set.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extra {
    /// Each by its name.
    #[serde(flatten)]
    pub all: Map<String, Json>,
}

impl AdditionalClaims for Extra {}

type Token =
    IdToken<Extra, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;

/// Who somebody is at a service, proved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The service's own name for them.
    pub subject: String,
    /// When they last typed something there, if it says so.
    pub signed_in: Option<i64>,
    /// All that the token says.
    pub claims: Map<String, Json>,
}

/// Why somebody did not come in by another service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The service does not answer, or not as one.
    #[error("the service does not answer as an OpenID provider")]
    Silent,
    /// It did not take the code.
    #[error("the service does not take the code")]
    Code,
    /// Its token proves nothing.
    #[error("the token of the service proves nothing")]
    Token,
}

/// The address to send somebody to, and what to remember.
pub(crate) async fn depart(
    web: &Web,
    provider: &Provider,
    redirect: &str,
    (back, errand): (&str, Option<Errand>),
    chance: &dyn Chance,
) -> Result<(String, Trip), Fault> {
    let metadata = discover(web, provider).await?;
    let trip = Trip {
        slug: provider.slug.clone(),
        state: chance::token(chance),
        nonce: chance::token(chance),
        verifier: chance::token(chance),
        back: back.to_owned(),
        errand,
    };
    let verifier = PkceCodeVerifier::new(trip.verifier.clone());
    let client =
        CoreClient::from_provider_metadata(metadata, ClientId::new(provider.client.clone()), None)
            .set_redirect_uri(RedirectUrl::new(redirect.to_owned()).map_err(|_| Fault::Silent)?);
    let (state, nonce) = (trip.state.clone(), trip.nonce.clone());
    let mut request = client
        .authorize_url(
            CoreAuthenticationFlow::AuthorizationCode,
            move || CsrfToken::new(state),
            move || Nonce::new(nonce),
        )
        .add_scope(Scope::new("profile".to_owned()))
        .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
    if provider.address_claim.is_some() {
        request = request.add_scope(Scope::new("email".to_owned()));
    }
    if errand == Some(Errand::StepUp) {
        request = request.set_max_age(std::time::Duration::ZERO);
    }
    Ok((request.url().0.to_string(), trip))
}

/// Hands in the code that somebody brought back, and proves the token that comes for it.
pub(crate) async fn arrive(
    web: &Web,
    provider: &Provider,
    redirect: &str,
    (trip, code): (&Trip, &str),
    now: Timestamp,
) -> Result<Shown, Fault> {
    let metadata = discover(web, provider).await?;
    let keys = metadata.jwks().clone();
    let secret = provider.secret.clone().map(ClientSecret::new);
    let client = CoreClient::from_provider_metadata(
        metadata,
        ClientId::new(provider.client.clone()),
        secret,
    )
    .set_redirect_uri(RedirectUrl::new(redirect.to_owned()).map_err(|_| Fault::Silent)?);
    let ask = web.asker();
    let answer = client
        .exchange_code(AuthorizationCode::new(code.to_owned()))
        .map_err(|_| Fault::Silent)?
        .set_pkce_verifier(PkceCodeVerifier::new(trip.verifier.clone()))
        .request_async(&ask)
        .await
        .map_err(|_| Fault::Code)?;
    let token = answer.id_token().ok_or(Fault::Token)?.to_string();
    prove(&token, provider, &keys, &trip.nonce, now)
}

async fn discover(web: &Web, provider: &Provider) -> Result<CoreProviderMetadata, Fault> {
    let issuer = IssuerUrl::new(provider.issuer.clone()).map_err(|_| Fault::Silent)?;
    let ask = web.asker();
    CoreProviderMetadata::discover_async(issuer, &ask)
        .await
        .map_err(|fault| {
            tracing::warn!(provider = provider.slug, %fault, "a sign-in service cannot be used");
            Fault::Silent
        })
}

/// Proves a token: signed by a key of this service with a method that only it can use, for us, not stale, for this trip.
///
/// # Errors
/// [`Fault::Token`]: which part failed is nobody's business but the log's.
pub fn prove(
    token: &str,
    provider: &Provider,
    keys: &CoreJsonWebKeySet,
    nonce: &str,
    now: Timestamp,
) -> Result<Shown, Fault> {
    let wrong = |why: &dyn std::fmt::Display| {
        tracing::warn!(provider = provider.slug, %why, "a token was refused");
        Fault::Token
    };
    let token: Token = token.parse().map_err(|_| wrong(&"it is no token"))?;
    let issuer = IssuerUrl::new(provider.issuer.clone()).map_err(|fault| wrong(&fault))?;
    // As without a secret: a method by which anybody who knows the secret could have signed is no proof. And the service's own
    // list of methods is not asked, for it may have `none` on it.
    let verifier = CoreIdTokenVerifier::new_public_client(
        ClientId::new(provider.client.clone()),
        issuer,
        keys.clone(),
    )
    .set_allowed_algs([
        CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
        CoreJwsSigningAlgorithm::RsaSsaPssSha256,
        CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    ])
    .set_time_fn(move || instant(now, -SKEW))
    .set_issue_time_verifier_fn(move |issued| {
        let ours = instant(now, 0);
        let fits =
            issued <= instant(now, SKEW) && ours.signed_duration_since(issued).num_seconds() <= 600;
        if fits {
            Ok(())
        } else {
            Err("it was not made now".to_owned())
        }
    });
    let expected = Nonce::new(nonce.to_owned());
    let claims = token
        .claims(&verifier, &expected)
        .map_err(|fault| wrong(&fault))?;
    let all = serde_json::to_value(claims).map_err(|fault| wrong(&fault))?;
    let Json::Object(all) = all else {
        return Err(wrong(&"it says nothing"));
    };
    Ok(Shown {
        subject: claims.subject().to_string(),
        signed_in: claims.auth_time().map(|at| at.timestamp()),
        claims: all,
    })
}

fn instant(now: Timestamp, seconds: i64) -> DateTime<Utc> {
    Utc.timestamp_opt(now.as_second() + seconds, 0)
        .single()
        .unwrap_or(DateTime::UNIX_EPOCH)
}
