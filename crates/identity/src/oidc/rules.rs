//! Whom another service is believed about.

use serde_json::{Map, Value as Json};

use crate::store::providers::Provider;

/// Why an address in a token is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotBelieved {
    /// The board believes this service about no address.
    NoRule,
    /// The token has no address.
    NoAddress,
    /// It is not of a domain that the board believes this service about.
    OtherDomain,
    /// The service itself does not stand for it.
    Unverified,
}

/// The address that the board believes this service about, for the first time that somebody comes by. A service speaks only
/// for the domains that the board gave it, and only when it does not itself say that it has not seen to the address.
///
/// # Errors
/// Why not.
pub fn believed_address(
    provider: &Provider,
    claims: &Map<String, Json>,
) -> Result<String, NotBelieved> {
    let claim = provider
        .address_claim
        .as_deref()
        .ok_or(NotBelieved::NoRule)?;
    let address = claims
        .get(claim)
        .and_then(Json::as_str)
        .ok_or(NotBelieved::NoAddress)?;
    let plain = address.is_ascii() && !address.chars().any(|c| c.is_whitespace() || c.is_control());
    let domain = match address.split_once('@') {
        Some((name, domain)) if plain && !name.is_empty() && !domain.contains('@') => {
            domain.to_ascii_lowercase()
        }
        _ => return Err(NotBelieved::NoAddress),
    };
    if !provider.domains.contains(&domain) {
        return Err(NotBelieved::OtherDomain);
    }
    let seen_to = match claims.get("email_verified") {
        Some(Json::Bool(yes)) => *yes,
        Some(Json::String(yes)) => yes == "true",
        Some(_) => false,
        // A name within a school's own directory is given by the school; an e-mail address must have been seen to.
        None => claim != "email",
    };
    if seen_to {
        Ok(address.to_ascii_lowercase())
    } else {
        Err(NotBelieved::Unverified)
    }
}

/// Whether this can be the address of a service: `https`, a host by name, nothing after it that says who asks. `loopback` lets
/// a test use its own machine.
#[must_use]
pub fn check_issuer(issuer: &str, loopback: bool) -> Option<openidconnect::url::Url> {
    let url = openidconnect::url::Url::parse(issuer).ok()?;
    let bare = url.username().is_empty()
        && url.password().is_none()
        && url.query().is_none()
        && url.fragment().is_none();
    let named = url.domain().is_some_and(|name| {
        name.rsplit_once('.')
            .is_some_and(|(_, last)| !matches!(last, "local" | "internal" | "localhost"))
    });
    let own = loopback && matches!(url.host_str(), Some("127.0.0.1" | "localhost"));
    let safe = url.scheme() == "https" && named || own;
    (bare && safe).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn provider(claim: Option<&str>) -> Provider {
        Provider {
            slug: "m".into(),
            name: "M".into(),
            issuer: "https://m.test".into(),
            client: "c".into(),
            secret: None,
            address_claim: claim.map(str::to_owned),
            domains: vec!["linde.test".into()],
        }
    }

    fn of(claim: Option<&str>, claims: &Json) -> Result<String, NotBelieved> {
        believed_address(&provider(claim), claims.as_object().unwrap())
    }

    #[test]
    fn a_service_speaks_for_the_domains_that_the_board_gave_it() {
        let email = Some("email");
        assert_eq!(
            of(
                email,
                &json!({"email": "Anna@Linde.test", "email_verified": true})
            ),
            Ok("anna@linde.test".into())
        );
        assert_eq!(
            of(
                email,
                &json!({"email": "anna@elders.test", "email_verified": true})
            ),
            Err(NotBelieved::OtherDomain)
        );
        assert_eq!(
            of(
                email,
                &json!({"email": "anna@linde.test.elders.test", "email_verified": true})
            ),
            Err(NotBelieved::OtherDomain)
        );
        assert_eq!(
            of(
                None,
                &json!({"email": "anna@linde.test", "email_verified": true})
            ),
            Err(NotBelieved::NoRule)
        );
    }

    #[test]
    fn an_address_that_nobody_saw_to_is_not_believed() {
        for claims in [
            json!({"email": "anna@linde.test"}),
            json!({"email": "anna@linde.test", "email_verified": false}),
            json!({"email": "anna@linde.test", "email_verified": "false"}),
            json!({"email": "anna@linde.test", "email_verified": 1}),
        ] {
            assert_eq!(
                of(Some("email"), &claims),
                Err(NotBelieved::Unverified),
                "{claims}"
            );
        }
        let upn = Some("preferred_username");
        assert_eq!(
            of(upn, &json!({"preferred_username": "anna@linde.test"})),
            Ok("anna@linde.test".into())
        );
        assert_eq!(
            of(
                upn,
                &json!({"preferred_username": "anna@linde.test", "email_verified": false})
            ),
            Err(NotBelieved::Unverified)
        );
    }

    #[test]
    fn what_is_no_address_is_none() {
        for address in [
            "",
            "anna",
            "@linde.test",
            "a@b@linde.test",
            "anna@linde.test ",
            "ánna@linde.test",
            "a\n@linde.test",
        ] {
            let said = of(
                Some("email"),
                &json!({"email": address, "email_verified": true}),
            );
            assert_eq!(said, Err(NotBelieved::NoAddress), "{address}");
        }
        assert_eq!(
            of(
                Some("email"),
                &json!({"email": ["anna@linde.test"], "email_verified": true})
            ),
            Err(NotBelieved::NoAddress)
        );
    }

    #[test]
    fn a_service_is_on_the_web_and_not_in_our_own_house() {
        assert!(check_issuer("https://login.microsoftonline.com/abc/v2.0", false).is_some());
        for bad in [
            "http://login.test",
            "https://127.0.0.1",
            "https://[::1]",
            "https://10.0.0.1/x",
            "https://intranet",
            "https://a.internal",
            "https://me:you@login.test",
            "https://login.test/?x=1",
            "ftp://login.test",
            "",
        ] {
            assert!(check_issuer(bad, false).is_none(), "{bad}");
        }
        assert!(check_issuer("http://127.0.0.1:8086", false).is_none());
        assert!(check_issuer("http://127.0.0.1:8086", true).is_some());
    }
}
