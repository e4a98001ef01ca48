//! What is published is there for everybody, once, and gone when it was taken away: read back from each real network.

use std::time::Duration;

use channels::model::{Answer, Kind, Post, Why};

use crate::peers::Peer;
use crate::posts::{image, post, unique};
use crate::proxy::Proxy;

fn done<T: std::fmt::Debug>(answer: Answer<T>) -> T {
    match answer {
        Answer::Done(done) => done,
        other => panic!("{other:?}"),
    }
}

/// Published, corrected, taken away; at each step what everybody can see.
async fn life(kind: Kind) {
    let Some(peer) = Peer::of(kind) else { return };
    let outlet = peer.outlet(None);
    let (word, changed) = (unique(), unique());
    let first = post(&word, 2);
    assert!(matches!(outlet.look_up(&first).await, Answer::Done(None)));
    assert!(!done(outlet.health().await).user.is_empty());

    let there = done(outlet.publish(&first).await);
    let seen = done(outlet.read_back(&there, &first).await).expect("it is public");
    assert_eq!(
        (seen.text, seen.images),
        (true, 2),
        "text and descriptions are there for everybody"
    );
    assert!(!done(outlet.is_gone(&there).await));

    assert_eq!(
        done(outlet.publish(&first).await).id,
        there.id,
        "a second try finds it"
    );
    assert_eq!(
        done(outlet.look_up(&first).await)
            .map(|found| found.id)
            .as_ref(),
        Some(&there.id)
    );
    assert_eq!(peer.count(&word).await, 1);

    let mut second = post(&changed, 1);
    (second.key, second.since) = (first.key.clone(), first.since);
    second.images = first.images.clone();
    // The server of the tests leaves the photos of a post as they were, and that is told.
    if kind == Kind::Mastodon {
        let images = vec![image("nieuw", 200, "Een beker"), first.images[0].clone()];
        let other = Post {
            images,
            ..second.clone()
        };
        let answer = outlet.correct(&there, &other).await;
        assert_eq!(
            answer,
            Answer::Refused {
                why: Why::Different
            }
        );
    } else {
        second.images[1] = image("nieuw", 200, &format!("Een beker met {changed}"));
    }
    let corrected = done(outlet.correct(&there, &second).await);
    // The Mastodon server of the tests begins its ids with the second of the last change, and finds a post by the rest.
    let same = |id: &str| id[if kind == Kind::Mastodon { 10 } else { 0 }..].to_owned();
    assert_eq!(same(&corrected.id), same(&there.id), "it is the same post");
    let seen = done(outlet.read_back(&corrected, &second).await).expect("it is public");
    assert_eq!((seen.text, seen.images), (true, 2));
    let seen = done(outlet.read_back(&corrected, &first).await).expect("it is public");
    assert!(!seen.text, "the old text is no longer there");
    assert_eq!(
        (peer.count(&word).await, peer.count(&changed).await),
        (0, 1)
    );

    done(outlet.take_down(&corrected).await);
    assert!(done(outlet.is_gone(&corrected).await));
    assert_eq!(done(outlet.read_back(&corrected, &second).await), None);
    assert_eq!(
        (peer.count(&word).await, peer.count(&changed).await),
        (0, 0)
    );
    assert!(
        peer.images(&word).await.is_none_or(|left| left == 0),
        "no image stays behind"
    );
    done(outlet.take_down(&corrected).await);
}

/// The line is cut after each of the requests that change something, one after another: there is one post each time.
async fn cut(kind: Kind) {
    let Some(peer) = Peer::of(kind) else { return };
    let direct = peer.outlet(None);
    for at in 1.. {
        let (word, proxy) = (unique(), Proxy::cutting(&peer.address, at).await);
        let post = post(&word, 1);
        let outlet = peer.outlet(Some(&proxy.address));
        let answer = outlet.publish(&post).await;
        let was_cut = proxy.writes() >= at;
        if was_cut {
            assert!(
                matches!(answer, Answer::Unknown { .. } | Answer::Passing { .. }),
                "request {at} was cut off, and nothing is done that was not confirmed: {answer:?}"
            );
            assert_eq!(answer.why(), Some(Why::Unreachable));
            // The program asks again after a minute. What the server still had in hand when the line broke is done by then.
            tokio::time::sleep(Duration::from_secs(2)).await;
        }
        let there = done(direct.publish(&post).await);
        assert_eq!(peer.count(&word).await, 1, "cut after request {at}");
        assert!(
            peer.images(&word).await.is_none_or(|left| left == 1),
            "cut after request {at}"
        );
        done(direct.take_down(&there).await);
        assert!(done(direct.is_gone(&there).await));
        if !was_cut {
            assert!(at > 2, "at least an image and a post were cut off once");
            return;
        }
    }
}

#[tokio::test]
async fn a_website_tells_the_truth() {
    life(Kind::WordPress).await;
}

#[tokio::test]
async fn a_website_has_one_post_however_the_line_breaks() {
    cut(Kind::WordPress).await;
}

#[tokio::test]
async fn mastodon_tells_the_truth() {
    life(Kind::Mastodon).await;
}

#[tokio::test]
async fn mastodon_has_one_post_however_the_line_breaks() {
    cut(Kind::Mastodon).await;
}

#[tokio::test]
async fn bluesky_tells_the_truth() {
    life(Kind::Bluesky).await;
}

#[tokio::test]
async fn bluesky_has_one_post_however_the_line_breaks() {
    cut(Kind::Bluesky).await;
}
