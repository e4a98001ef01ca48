//! The real networks that `tests/peers/peers.sh` starts.

use channels::Outlet;
use channels::model::Kind;

use crate::posts::outlet;

/// One of them: where it is, and how it is entered.
#[derive(Clone)]
pub(crate) struct Peer {
    pub(crate) kind: Kind,
    pub(crate) address: String,
    pub(crate) user: String,
    pub(crate) secret: String,
}

impl Peer {
    /// As it was started; none, loudly, where it was not.
    pub(crate) fn of(kind: Kind) -> Option<Self> {
        let name = match kind {
            Kind::WordPress => "PLEINWACHT_TEST_WORDPRESS",
            Kind::Mastodon => "PLEINWACHT_TEST_MASTODON",
            _ => "PLEINWACHT_TEST_BLUESKY",
        };
        let Ok(said) = std::env::var(name) else {
            eprintln!("SKIPPED: {name} is not set: start the networks with tests/peers/peers.sh");
            return None;
        };
        let mut parts = said.split(' ').map(str::to_owned);
        let address = parts.next().unwrap();
        let rest: Vec<String> = parts.collect();
        let (user, secret) = match rest.as_slice() {
            [secret] => (String::new(), secret.clone()),
            [user, secret] => (user.clone(), secret.clone()),
            _ => panic!("{name} is an address and how it is entered"),
        };
        Some(Self {
            kind,
            address,
            user,
            secret,
        })
    }

    /// The way there, or by way of something in between.
    pub(crate) fn outlet(&self, address: Option<&str>) -> Outlet {
        outlet(
            self.kind,
            address.unwrap_or(&self.address),
            &self.user,
            &self.secret,
        )
    }

    /// How many posts with this word everybody can see.
    pub(crate) async fn count(&self, word: &str) -> usize {
        let get = |path: String| {
            let url = format!("{}{path}", self.address);
            async move { reqwest::get(url).await.unwrap().text().await.unwrap() }
        };
        match self.kind {
            Kind::WordPress => {
                let path = format!("/wp-json/wp/v2/posts?search={word}&_fields=content");
                get(path).await.matches(&format!("won {word}")).count()
            }
            Kind::Mastodon => {
                // A page with a single post says it once more in its head, for whoever makes a preview of it.
                let page = get("/school".to_owned()).await;
                let (_, posts) = page.split_once("</head>").unwrap_or(("", &page));
                posts.matches(&format!("won {word}")).count()
            }
            _ => {
                let listed = get(format!("/xrpc/com.atproto.repo.listRecords?repo={}&collection=app.bsky.feed.post&limit=100", self.user)).await;
                listed.matches(&format!("won {word}")).count()
            }
        }
    }

    /// How many images of this word are left at the other side, posted or not; none where that cannot be asked.
    pub(crate) async fn images(&self, word: &str) -> Option<usize> {
        if self.kind != Kind::WordPress {
            return None;
        }
        let url = format!(
            "{}/wp-json/wp/v2/media?search={word}&_fields=id",
            self.address
        );
        let found = reqwest::get(url).await.unwrap().text().await.unwrap();
        Some(
            serde_json::from_str::<serde_json::Value>(&found)
                .unwrap()
                .as_array()
                .unwrap()
                .len(),
        )
    }
}
