//! A token of another service: whatever it says, without a key of the service it proves nothing; and what it claims of an address is
//! believed only of the domains that the board gave.
#![no_main]

use identity::oidc::{believed_address, prove};
use identity::store::providers::Provider;
use libfuzzer_sys::fuzz_target;
use openidconnect::core::CoreJsonWebKeySet;

fuzz_target!(|text: &str| {
    let provider = Provider {
        slug: "school".into(),
        name: "School".into(),
        issuer: "https://login.school.test".into(),
        client: "pleinwacht".into(),
        secret: Some("geheim".into()),
        address_claim: Some("email".into()),
        domains: vec!["linde.test".into()],
    };
    let now = jiff::Timestamp::UNIX_EPOCH;
    // The key set is foreign input as well.
    let keys: CoreJsonWebKeySet = serde_json::from_str(text).unwrap_or_default();
    assert!(prove(text, &provider, &keys, "n", now).is_err());
    if let Ok(serde_json::Value::Object(claims)) = serde_json::from_str(text)
        && let Ok(address) = believed_address(&provider, &claims)
    {
        assert!(address.ends_with("@linde.test") && address.matches('@').count() == 1 && address.is_ascii());
    }
});
