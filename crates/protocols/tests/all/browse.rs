//! Following links: everything that a visitor can reach is there, whole and with its headers.

use std::collections::{BTreeSet, VecDeque};

use crate::{Reply, get};
use axum::http::StatusCode;

const ALWAYS: [&str; 6] = [
    "content-security-policy",
    "x-content-type-options",
    "referrer-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "permissions-policy",
];

/// What every response must have, whatever it says.
pub(crate) fn is_guarded(reply: &Reply, address: &str) {
    for header in ALWAYS {
        assert!(!reply.header(header).is_empty(), "{address} lacks {header}");
    }
    assert!(
        reply.header("set-cookie").is_empty(),
        "{address} sets a cookie"
    );
    let policy = reply.header("content-security-policy");
    assert!(
        policy.starts_with("default-src 'none'") && !policy.contains("unsafe"),
        "{policy}"
    );
}

#[test]
fn every_link_leads_somewhere() {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut todo = VecDeque::from(["/".to_owned(), "/en".to_owned()]);
    while let Some(address) = todo.pop_front() {
        if seen.len() >= 600 || !seen.insert(address.clone()) {
            continue;
        }
        let reply = get(&address);
        assert_eq!(reply.status, StatusCode::OK, "{address}");
        is_guarded(&reply, &address);
        if reply.header("content-type").starts_with("text/html") {
            assert!(
                !reply.body.contains("style=\"") && !reply.body.contains("onclick"),
                "{address}"
            );
            // New pages first, and of the endless questions not too many.
            let (plain, asked): (Vec<_>, Vec<_>) = reply
                .links()
                .into_iter()
                // Signing in is another crate's; the browser's crawl goes there as well.
                .filter(|link| !link.ends_with("/aanmelden"))
                .partition(|link| !link.contains('?'));
            todo.extend(asked.into_iter().step_by(5));
            for link in plain {
                todo.push_front(link);
            }
        }
    }
    for expected in [
        "/flex",
        "/en/demare/protocol",
        "/pcc/mag-dit",
        "/vergelijk",
        "/vergelijk/spoenk/pcc",
    ] {
        assert!(seen.contains(expected), "{expected} cannot be reached");
    }
}

#[test]
fn a_page_that_the_browser_has_is_not_sent_again() {
    let first = get("/flex");
    let tag = first.header("etag").to_owned();
    let request = axum::http::Request::get("/flex").header("if-none-match", &tag);
    let second = crate::send(request.body(axum::body::Body::empty()).unwrap());
    assert_eq!(second.status, StatusCode::NOT_MODIFIED);
    assert!(second.body.is_empty());
    is_guarded(&second, "/flex");
}

#[test]
fn a_page_says_the_same_when_it_is_kept() {
    let address = "/flex/mag-dit?actie=plaatsen&rollen=leraar";
    assert_eq!(get(address).body, get(address).body);
}

#[test]
fn the_answers_of_a_link_come_back_in_the_form() {
    let page = get("/flex/mag-dit?actie=plaatsen&rollen=leraar&vraag=kanaal").body;
    assert!(
        page.contains(r#"name="actie" value="plaatsen""#)
            && page.contains(r#"name="rollen" value="leraar""#)
    );
    assert!(page.contains(r#"name="kanaal" value="schoolgroep""#));
}
