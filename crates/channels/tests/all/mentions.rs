//! Where others named an account: what a server of the fediverse says itself, and Bluesky by the words of its own description
//! (`app.bsky.notification.listNotifications`). A server of the AT protocol alone has no application behind it that would know of mentions, so that one is
//! played here.

use std::time::Duration;

use channels::model::{Answer, Kind, Why};
use channels::{Outlet, Reach};

use crate::peers::Peer;
use crate::posts::{account, unique};
use crate::stub::{Says, Stub};

const SESSION: &str =
    r#"{"did":"did:plc:ons","handle":"school.test","accessJwt":"t","refreshJwt":"r"}"#;
const FIRST: &str = r#"{"cursor":"twee","notifications":[
    {"uri":"at://did:plc:ander/app.bsky.feed.post/3k2a","cid":"b","reason":"mention","isRead":false,"indexedAt":"2026-11-20T10:00:00Z",
     "author":{"did":"did:plc:ander","handle":"ander.test"},"record":{"$type":"app.bsky.feed.post","text":"Wat een school @school.test","createdAt":"2026-11-20T10:00:00Z"}},
    {"uri":"at://did:plc:fan/app.bsky.feed.like/3k2b","cid":"c","reason":"like","isRead":false,"indexedAt":"2026-11-20T09:00:00Z",
     "author":{"did":"did:plc:fan","handle":"fan.test"},"record":{"$type":"app.bsky.feed.like"}}]}"#;
const SECOND: &str = r#"{"notifications":[{"uri":"at://x/y/..%2f..","reason":"reply","author":{"did":"<b>","handle":""},"record":{}}]}"#;

fn outlet(kind: Kind, address: &str) -> Outlet {
    let account = account(kind, address, "school");
    let patience = Duration::from_millis(500);
    Outlet::to_try(account, Some("woord".to_owned()), Reach::Loopback, patience).unwrap()
}

#[tokio::test]
async fn mentions_on_bluesky_are_read_page_by_page() {
    let says = [SESSION, FIRST, SECOND].map(|body| Says::Whole(200, "", body));
    let stub = Stub::saying(&says).await;
    let Answer::Done(found) = outlet(Kind::Bluesky, &stub.address).mentions().await else {
        panic!("it answers");
    };
    assert_eq!(found.len(), 2, "a like is no mention");
    assert_eq!(
        (found[0].author.as_str(), found[0].text.as_str()),
        ("ander.test", "Wat een school @school.test")
    );
    assert_eq!(
        found[0].address.as_deref(),
        Some("https://bsky.app/profile/did:plc:ander/post/3k2a")
    );
    assert_eq!(
        found[1].address, None,
        "what is no identity makes no address"
    );
    let asked = stub.asked();
    assert!(
        asked[1].contains("/xrpc/app.bsky.notification.listNotifications?limit=50&reasons=mention"),
        "{asked:?}"
    );
    assert!(asked[2].contains("cursor=twee"), "{asked:?}");
    assert!(
        asked.iter().all(|line| !line.contains("updateSeen")),
        "nothing is marked as seen"
    );
}

#[tokio::test]
async fn a_network_that_does_not_tell_says_why() {
    for (says, why) in [
        (Says::Whole(401, "", "{}"), Why::Credentials),
        (Says::Whole(200, "", "<html>"), Why::NotUnderstood),
        (Says::Silence, Why::TimedOut),
        (Says::Endless, Why::NotUnderstood),
    ] {
        for kind in [Kind::Bluesky, Kind::Mastodon] {
            let stub = Stub::saying(std::slice::from_ref(&says)).await;
            let answer = outlet(kind, &stub.address).mentions().await;
            assert_eq!(answer.why(), Some(why), "{kind:?}");
        }
    }
    let answer = outlet(Kind::WordPress, "http://localhost:9")
        .mentions()
        .await;
    assert_eq!(answer.why(), Some(Why::ByHand), "a website names nobody");
}

#[tokio::test]
async fn a_server_without_an_application_says_so() {
    let Some(peer) = Peer::of(Kind::Bluesky) else {
        return;
    };
    let answer = peer.outlet(None).mentions().await;
    assert!(
        answer.why().is_some(),
        "a server alone knows of no mentions, and an empty list would be a lie: {answer:?}"
    );
}

#[tokio::test]
async fn mentions_on_a_real_mastodon_are_read() {
    let Some(peer) = Peer::of(Kind::Mastodon) else {
        return;
    };
    let Ok(other) = std::env::var("PLEINWACHT_TEST_MASTODON_OTHER") else {
        eprintln!(
            "SKIPPED: PLEINWACHT_TEST_MASTODON_OTHER is not set: start the networks with tests/peers/peers.sh"
        );
        return;
    };
    // The way there is made first: it says which cryptography.
    let outlet = peer.outlet(None);
    let (word, client) = (unique(), reqwest::Client::new());
    let sent = client
        .post(format!("{}/api/v1/statuses", peer.address))
        .bearer_auth(other)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(format!(
            "status=@school {word} <b>dus</b>&visibility=public"
        ))
        .send();
    assert!(sent.await.unwrap().status().is_success());
    for _ in 0..40 {
        let Answer::Done(found) = outlet.mentions().await else {
            panic!("it answers");
        };
        if let Some(one) = found.iter().find(|one| one.text.contains(&word)) {
            assert!(
                one.author.contains("ander") && !one.text.contains("<p>"),
                "{one:?}"
            );
            assert!(
                one.address
                    .as_ref()
                    .is_some_and(|at| at.contains("/ander/")),
                "{one:?}"
            );
            return;
        }
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
    panic!("it never told of {word}");
}
