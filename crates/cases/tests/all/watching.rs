//! What is said of a school in public lands where signals land.

use std::sync::{Arc, Mutex};

use words::Role;

use crate::house::at_school;

/// A feed on this machine that says what it is told to.
async fn feed(says: Arc<Mutex<String>>) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}/feed.rss", listener.local_addr().unwrap());
    let page = axum::routing::get(move || {
        let said = says.lock().unwrap().clone();
        async move { said }
    });
    let app = axum::Router::new().route("/feed.rss", page);
    tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
    address
}

fn rss(items: &[&str]) -> String {
    let items: Vec<String> = items
        .iter()
        .map(|one| format!("<item><guid>{one}</guid><title>{one}</title><link>https://n.example/1</link></item>"))
        .collect();
    format!("<rss><channel>{}</channel></rss>", items.concat())
}

#[test]
fn what_is_new_in_a_feed_is_a_signal_once() {
    at_school("pcc", |house| async move {
        let pr = house.who(Role::Pr);
        let says = Arc::new(Mutex::new(rss(&["Oud bericht over PCC"])));
        let address = feed(Arc::clone(&says)).await;
        let fields = [("link", address.as_str()), ("woorden", "PCC, school")];
        house.post(pr, "/zaken/volgen", &fields).await.taken();
        house.work().await;
        assert_eq!(house.rows("case_file").await, 0, "what was there is old");
        let page = house.says(pr, "/zaken/volgen").await;
        assert!(page.contains("Gelezen op"), "{page}");

        *says.lock().unwrap() = rss(&[
            "Wat een dag op de PCC",
            "Iets anders",
            "Oud bericht over PCC",
        ]);
        for _ in 0..3 {
            house.days(1);
            house.work().await;
        }
        assert_eq!(
            house.rows("case_file").await,
            1,
            "the one with a word, once"
        );
        let list = house.says(pr, "/zaken").await;
        assert!(list.contains("gevonden"), "{list}");

        *says.lock().unwrap() = "<html>weg</html>".to_owned();
        house.days(1);
        house.work().await;
        let page = house.says(pr, "/zaken/volgen").await;
        assert!(
            !page.contains("Gelezen op"),
            "it says that it could not be read: {page}"
        );
        for (wrong, status) in [("geen adres", 422), ("", 422)] {
            let reply = house.post(pr, "/zaken/volgen", &[("link", wrong)]).await;
            assert_eq!(reply.status, status, "{wrong}");
        }
        assert_eq!(
            house
                .get(house.who(Role::Leraar), "/zaken/volgen")
                .await
                .status,
            403
        );
    });
}

/// A network on this machine where somebody names the school; whatever is asked there.
async fn network(says: Arc<Mutex<Vec<String>>>) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let session = axum::routing::post(|| async {
        r#"{"did":"did:plc:ons","handle":"school.test","accessJwt":"t"}"#
    });
    let told = axum::routing::get(move || {
        let said = says.lock().unwrap().clone();
        let all: Vec<serde_json::Value> = said
            .iter()
            .map(|text| {
                serde_json::json!({ "uri": format!("at://did:plc:a/app.bsky.feed.post/{}", text.len()), "reason": "mention",
                    "author": { "did": "did:plc:a", "handle": "ander.test" }, "record": { "text": text } })
            })
            .collect();
        async move { serde_json::json!({ "notifications": all }).to_string() }
    });
    let app = axum::Router::new()
        .route("/xrpc/com.atproto.server.createSession", session)
        .route("/xrpc/app.bsky.notification.listNotifications", told);
    tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
    address
}

#[test]
fn who_names_the_account_of_the_school_is_a_signal_once() {
    at_school("pcc", |house| async move {
        let pr = house.who(Role::Pr);
        let none = house.says(pr, "/zaken/volgen").await;
        assert!(
            none.contains("geen account op Bluesky of Mastodon"),
            "{none}"
        );
        let says = Arc::new(Mutex::new(vec!["Van vroeger".to_owned()]));
        let account = channels::Account {
            id: uuid::Uuid::from_u128(77),
            school: house.demo.school,
            channel: words::Channel::Bluesky,
            kind: channels::Kind::Bluesky,
            name: "De school".to_owned(),
            address: network(Arc::clone(&says)).await,
            user: "school.test".to_owned(),
            has_secret: true,
            owner: pr,
            state: channels::model::State::Used,
            looked: None,
            token: "t77".to_owned(),
        };
        let keys = house.keys().await;
        let mut tx = house.db.begin(house.demo.board).await.unwrap();
        channels::store::accounts::add(&mut tx, &keys, &account, Some("woord"), house.now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let id = account.id.as_simple().to_string();
        for wrong in ["", "0193a000000070008000000000000000"] {
            let reply = house.post(pr, "/zaken/volgen", &[("account", wrong)]).await;
            assert_eq!(reply.status, 422, "{wrong}");
        }
        house
            .post(pr, "/zaken/volgen", &[("account", &id)])
            .await
            .taken();
        house.work().await;
        assert_eq!(house.rows("case_file").await, 0, "what was there is old");
        says.lock()
            .unwrap()
            .push("Wat een rotschool is dat".to_owned());
        for _ in 0..3 {
            house.days(1);
            house.work().await;
        }
        assert_eq!(house.rows("case_file").await, 1);
        let says = crate::mailbox::case_saying(&house, "Wat een rotschool").await;
        assert!(
            says.contains("ander.test")
                && says.contains("https://bsky.app/profile/did:plc:a/post/"),
            "{says}"
        );
        let page = house.says(pr, "/zaken/volgen").await;
        assert!(
            page.contains("Vermeldingen van De school (Bluesky)") && page.contains("Gelezen op"),
            "{page}"
        );
    });
}
