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
