//! Tokens that prove nothing: each is refused, and the one good token is not.

use identity::oidc::prove;
use identity::store::providers::Provider;
use jiff::Timestamp;
use openidconnect::core::CoreJsonWebKeySet;
use serde_json::{Value, json};

use crate::provider::{CLIENT, SECRET, base64, jwks, key, signed, signed_with, stranger, unsigned};

const NONCE: &str = "n-0af3";

fn now() -> Timestamp {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

fn service() -> Provider {
    Provider {
        slug: "school".into(),
        name: "School".into(),
        issuer: "https://login.school.test".into(),
        client: CLIENT.into(),
        secret: Some(SECRET.into()),
        address_claim: None,
        domains: vec![],
    }
}

/// A good token's claims, with these changed; a null takes one away.
fn claims(changes: &Value) -> Value {
    let mut all = json!({
        "iss": "https://login.school.test", "sub": "anna", "aud": CLIENT, "nonce": NONCE,
        "iat": now().as_second(), "exp": now().as_second() + 300, "email": "anna@linde.test",
    });
    for (name, value) in changes.as_object().unwrap() {
        all[name] = value.clone();
        if value.is_null() {
            all.as_object_mut().unwrap().remove(name);
        }
    }
    all
}

fn head() -> Value {
    json!({ "alg": "RS256", "kid": "eigen" })
}

fn proves(token: &str) -> bool {
    prove(token, &service(), &jwks(), NONCE, now()).is_ok()
}

#[test]
fn a_good_token_proves_who_it_is() {
    let token = signed(&head(), &claims(&json!({})), &key());
    let shown = prove(&token, &service(), &jwks(), NONCE, now()).unwrap();
    assert_eq!((shown.subject.as_str(), shown.signed_in), ("anna", None));
    assert_eq!(shown.claims["email"], "anna@linde.test");
    assert!(proves(&signed(
        &json!({ "alg": "RS256" }),
        &claims(&json!({ "aud": [CLIENT] })),
        &key()
    )));
    // Clocks differ a little.
    assert!(proves(&signed(
        &head(),
        &claims(&json!({ "iat": now().as_second() + 30, "exp": now().as_second() - 30 })),
        &key()
    )));
}

#[test]
fn a_token_with_another_story_proves_nothing() {
    let second = now().as_second();
    let stories = [
        json!({ "aud": "een-ander" }),
        json!({ "aud": ["een-ander"] }),
        json!({ "aud": [CLIENT, "een-ander"] }),
        json!({ "aud": [] }),
        json!({ "aud": null }),
        json!({ "aud": CLIENT.to_uppercase() }),
        json!({ "iss": "https://evil.test" }),
        json!({ "iss": "https://login.school.test/" }),
        json!({ "iss": "https://login.school.test.evil.test" }),
        json!({ "iss": null }),
        json!({ "nonce": "een-andere" }),
        json!({ "nonce": "" }),
        json!({ "nonce": null }),
        json!({ "exp": second - 61 }),
        json!({ "exp": 0 }),
        json!({ "exp": null }),
        json!({ "exp": "morgen" }),
        json!({ "iat": second + 61 }),
        json!({ "iat": second - 601 }),
        json!({ "iat": null }),
        json!({ "sub": null }),
        json!({ "sub": 7 }),
    ];
    for story in stories {
        assert!(
            !proves(&signed(&head(), &claims(&story), &key())),
            "{story}"
        );
    }
}

#[test]
fn a_token_that_the_service_did_not_sign_proves_nothing() {
    let good = claims(&json!({}));
    let token = signed(&head(), &good, &key());
    let parts: Vec<&str> = token.split('.').collect();
    let other = base64(
        claims(&json!({ "sub": "directeur" }))
            .to_string()
            .as_bytes(),
    );
    let public = openidconnect_pem();
    let cases = [
        ("nobody signed it", unsigned(&good)),
        (
            "nobody signed it, with a mark",
            format!("{}{}", unsigned(&good), parts[2]),
        ),
        ("a stranger signed it", signed(&head(), &good, &stranger())),
        (
            "with the secret that we know too",
            signed_with(SECRET.as_bytes(), &good),
        ),
        (
            "with the public key as a secret",
            signed_with(public.as_bytes(), &good),
        ),
        ("with nothing as a secret", signed_with(b"", &good)),
        (
            "other claims under a good mark",
            format!("{}.{other}.{}", parts[0], parts[2]),
        ),
        (
            "another head over a good mark",
            format!(
                "{}.{}.{}",
                base64(br#"{"alg":"PS256","kid":"eigen"}"#),
                parts[1],
                parts[2]
            ),
        ),
        (
            "an unknown key",
            signed(&json!({ "alg": "RS256", "kid": "onbekend" }), &good, &key()),
        ),
        (
            "its own key in its head",
            signed(
                &json!({ "alg": "RS256", "jwk": { "kty": "RSA" } }),
                &good,
                &stranger(),
            ),
        ),
        (
            "a critical word that we do not know",
            signed(
                &json!({ "alg": "RS256", "kid": "eigen", "crit": ["x"], "x": 1 }),
                &good,
                &key(),
            ),
        ),
        ("no mark", format!("{}.{}", parts[0], parts[1])),
        ("an empty mark", format!("{}.{}.", parts[0], parts[1])),
        ("one part more", format!("{token}.x")),
        ("a blank", format!(" {token}")),
        ("nothing", String::new()),
        ("points", "..".to_owned()),
        ("no base64", "é.é.é".to_owned()),
        (
            "no json",
            format!("{}.{}.{}", parts[0], base64(b"[1"), parts[2]),
        ),
    ];
    for (what, token) in cases {
        assert!(!proves(&token), "{what}");
    }
    assert!(
        prove(
            &token,
            &service(),
            &CoreJsonWebKeySet::new(vec![]),
            NONCE,
            now()
        )
        .is_err(),
        "a service without keys"
    );
    assert!(
        prove(
            &token,
            &service(),
            &jwks(),
            NONCE,
            now()
                .saturating_add(jiff::SignedDuration::from_secs(361))
                .unwrap()
        )
        .is_err()
    );
}

/// The public key as the text that a careless verifier would take for a secret.
fn openidconnect_pem() -> String {
    serde_json::to_string(&jwks()).unwrap()
}

#[test]
fn broken_variants_of_a_token_are_refused_one_and_all() {
    let token = signed(&head(), &claims(&json!({})), &key());
    let mut chance = testkit::mutate::Chance::new(5);
    let mut refused = 0;
    for _ in 0..1500 {
        let variant = testkit::mutate::variant(&token, &mut chance);
        if variant == token {
            continue;
        }
        // The last letter of a mark has bits that mean nothing; a strict reader refuses those as well.
        assert!(!proves(&variant), "{variant}");
        refused += 1;
    }
    assert!(refused > 1000);
}
