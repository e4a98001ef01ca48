//! Bad days of the other side: what is answered, and that nothing is ever called done that was not confirmed.

use std::time::Duration;

use channels::model::{Answer, Kind, Why};
use channels::{Outlet, Reach};
use jiff::SignedDuration;

use crate::posts::{account, post};
use crate::stub::{Says, Stub};

fn outlet(kind: Kind, address: &str, patience: Duration) -> Outlet {
    let account = account(kind, address, "school");
    Outlet::to_try(account, Some("woord".to_owned()), Reach::Loopback, patience).unwrap()
}

/// What the three networks answer at their first question.
async fn first(says: Says) -> Vec<(Kind, Answer<channels::Remote>)> {
    let mut answers = Vec::new();
    for kind in [Kind::WordPress, Kind::Mastodon, Kind::Bluesky] {
        let stub = Stub::saying(std::slice::from_ref(&says)).await;
        let outlet = outlet(kind, &stub.address, Duration::from_millis(300));
        answers.push((kind, outlet.publish(&post("x", 0)).await));
    }
    answers
}

#[tokio::test]
async fn before_anything_was_sent_every_fault_is_passing_or_definite() {
    let passing = |why| Answer::Passing { why, after: None };
    let later = |seconds| Answer::Passing {
        why: Why::RateLimited,
        after: Some(SignedDuration::from_secs(seconds)),
    };
    let dated =
        "date: Sun, 22 Nov 2026 10:00:00 GMT\r\nretry-after: Sun, 22 Nov 2026 10:02:00 GMT\r\n";
    for (says, expected) in [
        (Says::Silence, passing(Why::TimedOut)),
        (Says::Half, passing(Why::Unreachable)),
        (Says::Endless, passing(Why::NotUnderstood)),
        (Says::Whole(500, "", "oops"), passing(Why::ServerError)),
        (Says::Whole(502, "", "<html>"), passing(Why::ServerError)),
        (
            Says::Whole(200, "", "<html>Onderhoud</html>"),
            passing(Why::NotUnderstood),
        ),
        (Says::Whole(429, "retry-after: 90\r\n", "{}"), later(90)),
        (Says::Whole(429, dated, "{}"), later(120)),
        (
            Says::Whole(429, "retry-after: 999999999\r\n", "{}"),
            later(86400),
        ),
        (
            Says::Whole(401, "", "{}"),
            Answer::Refused {
                why: Why::Credentials,
            },
        ),
        (
            Says::Whole(403, "", "{}"),
            Answer::Refused {
                why: Why::Forbidden,
            },
        ),
        (
            Says::Whole(301, "location: https://elders.example/\r\n", ""),
            Answer::Refused { why: Why::Moved },
        ),
    ] {
        for (kind, answer) in first(says).await {
            assert_eq!(answer, expected, "{kind:?}");
        }
    }
}

/// The answers that a website gives before a draft is made, and then this.
async fn website(last: Says) -> (Answer<channels::Remote>, Vec<String>) {
    let none = Says::Whole(200, "", "[]");
    let stub = Stub::saying(&[none.clone(), none, last]).await;
    let outlet = outlet(Kind::WordPress, &stub.address, Duration::from_millis(300));
    (outlet.publish(&post("x", 0)).await, stub.asked())
}

#[tokio::test]
async fn once_it_was_sent_a_fault_is_unknown() {
    for (says, why) in [
        (Says::Silence, Why::TimedOut),
        (Says::Half, Why::Unreachable),
        (Says::Endless, Why::NotUnderstood),
        (Says::Whole(500, "", "oops"), Why::ServerError),
        (Says::Whole(504, "", ""), Why::ServerError),
        (
            Says::Whole(200, "", "<html>Gelukt!</html>"),
            Why::NotUnderstood,
        ),
    ] {
        let (answer, asked) = website(says).await;
        assert_eq!(answer, Answer::Unknown { why });
        assert!(asked.last().unwrap().starts_with("POST "), "{asked:?}");
    }
    let (answer, _) = website(Says::Whole(403, "", r#"{"code":"rest_cannot_create"}"#)).await;
    assert_eq!(
        answer,
        Answer::Refused {
            why: Why::Forbidden
        }
    );
    let (answer, _) = website(Says::Whole(503, "retry-after: 30\r\n", "")).await;
    let after = Some(SignedDuration::from_secs(30));
    assert_eq!(
        answer,
        Answer::Passing {
            why: Why::ServerError,
            after
        }
    );
}

#[tokio::test]
async fn a_success_that_is_none_is_not_done() {
    let none = Says::Whole(200, "", "[]");
    let draft = Says::Whole(
        201,
        "",
        r#"{"id":7,"slug":"proef-x","status":"draft","link":"http://127.0.0.1/x"}"#,
    );
    let listed = Says::Whole(
        200,
        "",
        r#"[{"id":7,"slug":"proef-x","status":"draft","link":"http://127.0.0.1/x"}]"#,
    );
    for (last, expected) in [
        (
            r#"{"id":7,"status":"draft","link":"x"}"#,
            Answer::Unknown {
                why: Why::NotUnderstood,
            },
        ),
        (
            r#"{"id":7,"status":"pending","link":"x"}"#,
            Answer::Refused {
                why: Why::Forbidden,
            },
        ),
        (
            "{}",
            Answer::Unknown {
                why: Why::NotUnderstood,
            },
        ),
    ] {
        let last = Says::Whole(200, "", last);
        let stub = Stub::saying(&[
            none.clone(),
            none.clone(),
            draft.clone(),
            listed.clone(),
            last,
        ])
        .await;
        let outlet = outlet(Kind::WordPress, &stub.address, Duration::from_secs(2));
        assert_eq!(outlet.publish(&post("x", 0)).await, expected);
    }
}

#[tokio::test]
async fn an_image_that_a_website_refuses_is_never_sent_again_as_it_is() {
    let none = Says::Whole(200, "", "[]");
    let refused = Says::Whole(500, "", r#"{"code":"rest_upload_sideload_error"}"#);
    let stub = Stub::saying(&[none, refused]).await;
    let outlet = outlet(Kind::WordPress, &stub.address, Duration::from_secs(2));
    assert_eq!(
        outlet.publish(&post("x", 1)).await,
        Answer::Refused { why: Why::Image }
    );
}

#[tokio::test]
async fn what_does_not_fit_is_not_sent() {
    let stub = Stub::saying(&[Says::Whole(500, "", "")]).await;
    let bluesky = outlet(Kind::Bluesky, &stub.address, Duration::from_secs(2));
    let mut long = post("x", 0);
    long.text = "👨‍👩‍👧‍👦".repeat(301);
    assert_eq!(
        bluesky.publish(&long).await,
        Answer::Refused { why: Why::TooLong }
    );
    let mut mute = post("x", 1);
    mute.images[0].alt = " ".to_owned();
    for kind in [Kind::WordPress, Kind::Mastodon, Kind::Bluesky] {
        let outlet = outlet(kind, &stub.address, Duration::from_secs(2));
        assert_eq!(
            outlet.publish(&mute).await,
            Answer::Refused { why: Why::NoAlt }
        );
    }
    assert_eq!(stub.asked(), Vec::<String>::new());
}

#[tokio::test]
async fn this_machine_is_asked_by_nobody_who_was_not_told_to() {
    let stub = Stub::saying(&[Says::Whole(200, "", "{}")]).await;
    for kind in [Kind::WordPress, Kind::Mastodon, Kind::Bluesky] {
        let account = account(kind, &stub.address, "school");
        let outlet = Outlet::to_try(
            account,
            Some("woord".to_owned()),
            Reach::Public,
            Duration::from_secs(2),
        )
        .unwrap();
        assert_eq!(outlet.health().await, Answer::Refused { why: Why::Address });
        assert_eq!(
            outlet.publish(&post("x", 0)).await,
            Answer::Refused { why: Why::Address }
        );
    }
    assert_eq!(stub.asked(), Vec::<String>::new());
}
