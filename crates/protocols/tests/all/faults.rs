//! Whatever anybody sends: a page, with a sentence for each fault, and never a mistake of ours.

use crate::browse::is_guarded;
use crate::{get, post, send};
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use proptest::prelude::*;

#[test]
fn a_link_that_cannot_be_read_says_why() {
    let reply = get("/flex/mag-dit?actie=toveren&kanal=schoolgroep&kennis=ja&kennis=nee");
    assert_eq!(reply.status, StatusCode::BAD_REQUEST);
    is_guarded(&reply, "a bad link");
    for word in ["“toveren”", "“kanal”", "“kennis” twee keer"] {
        assert!(
            reply.body.contains(word),
            "{word} is missing in {}",
            reply.body
        );
    }
    assert!(
        get("/en/flex/mag-dit?kanal=x")
            .body
            .contains("We do not know that word")
    );
}

#[test]
fn what_is_not_there_is_said_kindly() {
    for address in [
        "/nergens",
        "/flex/zoek",
        "/%ff/mag-dit",
        "/static/app.css",
        "/vergelijk/flex/nergens",
        "/en/en",
        "//flex",
    ] {
        let reply = get(address);
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{address}");
        is_guarded(&reply, address);
        assert!(reply.body.contains("<h1>"), "{address}");
    }
    let reply = send(
        Request::builder()
            .method(Method::DELETE)
            .uri("/flex")
            .body(Body::empty())
            .unwrap(),
    );
    assert_eq!(reply.status, StatusCode::METHOD_NOT_ALLOWED);
    is_guarded(&reply, "DELETE");
}

#[test]
fn what_somebody_types_stays_out_of_the_address() {
    let reply = post(
        "/flex/mag-dit",
        "wat=een+foto+van+Sam+de+Vries+in+de+klassenapp+zetten",
    );
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    is_guarded(&reply, "the form");
    let address = reply.header("location");
    assert!(
        address.contains("kanaal=schoolgroep") && address.contains("actie=plaatsen"),
        "{address}"
    );
    assert!(!address.to_lowercase().contains("sam"), "{address}");
    assert_eq!(get(address).status, StatusCode::OK);
    let nothing = post("/en/flex/mag-dit", "wat=qqqq");
    assert_eq!(nothing.header("location"), "/en/flex/mag-dit?niets=1");
    let large = post("/flex/mag-dit", &format!("wat={}", "a".repeat(10_000)));
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    is_guarded(&large, "a large form");
}

#[test]
fn a_tick_overrules_its_group() {
    let page = get(
        "/flex/mag-dit?actie=plaatsen&rollen=leraar&nee=schadelijk,vertrouwelijk&schadelijk=ja&klaar=1",
    );
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("schadelijk=ja"), "{}", page.body);
}

/// Pairs that are right, nearly right, or nothing at all.
fn pair() -> impl Strategy<Value = String> {
    let key = prop_oneof![
        4 => prop::sample::select(vec![
            "actie", "rollen", "kanaal", "hoedanigheid", "personen", "nee", "weetniet", "vraag", "klaar", "begrepen",
            "beeldOfGeluid", "schoolgerelateerd", "kennis", "tijdensLes", "toestel", "doelrollen", "herkenbaar", "openbaar",
        ]).prop_map(str::to_owned),
        1 => "[^#]{0,12}",
    ];
    let value = prop_oneof![
        4 => prop::sample::select(vec![
            "ja", "nee", "?", "plaatsen", "bevrienden", "leraar", "ouder,medewerker", "schoolgroep", "deels", "anderen",
            "niemand", "inhoud", "personen", "kennis,praktisch", "prive", "telefoon", "1", "",
        ]).prop_map(str::to_owned),
        1 => "[^#]{0,12}",
        1 => "(%[0-9a-fA-F]{2}){1,4}",
    ];
    (key, value).prop_map(|(key, value)| format!("{key}={value}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_query_breaks_a_page(
        page in prop::sample::select(vec!["/flex/mag-dit", "/en/demare/mag-dit", "/vergelijk", "/pcc/mag-dit", "/spoenk", "/"]),
        pairs in prop::collection::vec(pair(), 0..12),
    ) {
        let address = format!("{page}?{}", pairs.join("&"));
        // What is no address at all is refused before it comes here.
        if let Ok(request) = Request::get(&address).body(Body::empty()) {
            let reply = send(request);
            prop_assert!(matches!(reply.status, StatusCode::OK | StatusCode::BAD_REQUEST), "{address}: {}", reply.status);
            if reply.status == StatusCode::BAD_REQUEST {
                prop_assert!(reply.body.contains("role=\"alert\""));
            }
        }
    }

    #[test]
    fn no_form_breaks_a_page(body in "\\PC{0,200}") {
        let reply = post("/verkruisen/mag-dit", &body);
        prop_assert_eq!(reply.status, StatusCode::SEE_OTHER);
        prop_assert_eq!(get(reply.header("location")).status, StatusCode::OK);
    }
}
