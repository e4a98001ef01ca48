//! The whole road at the real networks that `tests/peers/peers.sh` starts: a photo and a text become a post on a `WordPress`, a Mastodon API
//! and a Bluesky PDS, are corrected there, and are verifiably gone, read back from each server by its own interface.

#![expect(
    clippy::panic,
    clippy::print_stderr,
    clippy::string_slice,
    reason = "a test stops at the first surprise, and says loudly what it leaves out"
)]

use channels::model::Kind;
use publishing::post::release::Standing;
use serde_json::Value;
use uuid::Uuid;
use words::{Channel, Role};

use crate::press::{Press, at_press};

/// A server and how it is entered.
struct Peer {
    channel: Channel,
    kind: Kind,
    address: String,
    user: String,
    secret: String,
}

/// Those that were started; loudly fewer where one was not.
fn peers() -> Vec<Peer> {
    let all = [
        (
            Channel::Website,
            Kind::WordPress,
            "PLEINWACHT_TEST_WORDPRESS",
        ),
        (
            Channel::Mastodon,
            Kind::Mastodon,
            "PLEINWACHT_TEST_MASTODON",
        ),
        (Channel::Bluesky, Kind::Bluesky, "PLEINWACHT_TEST_BLUESKY"),
    ];
    let one = |(channel, kind, name): (Channel, Kind, &str)| {
        let Ok(said) = std::env::var(name) else {
            eprintln!("SKIPPED: {name} is not set: start the networks with tests/peers/peers.sh");
            return None;
        };
        let mut parts: Vec<String> = said.split(' ').map(str::to_owned).collect();
        let secret = parts.pop()?;
        Some(Peer {
            channel,
            kind,
            address: parts.first()?.clone(),
            user: parts.get(1).cloned().unwrap_or_default(),
            secret,
        })
    };
    all.into_iter().filter_map(one).collect()
}

impl Peer {
    async fn ask(&self, path: &str) -> Value {
        let mut request = reqwest::Client::new().get(format!("{}{path}", self.address));
        if self.kind == Kind::Mastodon {
            request = request.bearer_auth(&self.secret);
        }
        let answer = request.send().await.unwrap().text().await.unwrap();
        serde_json::from_str(&answer).unwrap_or_else(|_| panic!("{path}: {answer}"))
    }

    /// The posts with this word, each with what is said of its images, as the server itself tells them.
    async fn posts(&self, word: &str) -> Vec<(String, Vec<String>)> {
        let (list, text, images) = match self.kind {
            Kind::WordPress => {
                let path = format!("/wp-json/wp/v2/posts?search={word}&_fields=content");
                (self.ask(&path).await, "/content/rendered", "")
            }
            Kind::Mastodon => {
                let me = self.ask("/api/v1/accounts/verify_credentials").await;
                let path = format!(
                    "/api/v1/accounts/{}/statuses?limit=40",
                    me["id"].as_str().unwrap()
                );
                (self.ask(&path).await, "/content", "/media_attachments")
            }
            _ => {
                let path = format!(
                    "/xrpc/com.atproto.repo.listRecords?repo={}&collection=app.bsky.feed.post&limit=100",
                    self.user
                );
                let all = self.ask(&path).await;
                (all["records"].clone(), "/value/text", "/value/embed/images")
            }
        };
        let said = |one: &Value, at: &str| {
            one.pointer(at)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        let described = |one: &Value| -> Vec<String> {
            if self.kind == Kind::WordPress {
                let content = said(one, text);
                let alts = content.split("alt=\"").skip(1);
                return alts
                    .filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()))
                    .collect();
            }
            let key = if self.kind == Kind::Mastodon {
                "/description"
            } else {
                "/alt"
            };
            let all = one.pointer(images).and_then(Value::as_array);
            all.into_iter()
                .flatten()
                .map(|image| said(image, key))
                .collect()
        };
        let all = list.as_array().unwrap().iter();
        let all = all.map(|one| (said(one, text), described(one)));
        all.filter(|(text, _)| text.contains(word)).collect()
    }
}

impl Peer {
    /// What a Bluesky server says is a link or a hashtag in the post with this word: the part of the text that it covers.
    async fn facets(&self, word: &str) -> Vec<String> {
        let path = format!(
            "/xrpc/com.atproto.repo.listRecords?repo={}&collection=app.bsky.feed.post&limit=100",
            self.user
        );
        let all = self.ask(&path).await;
        let records = all["records"].as_array().unwrap();
        let said = |one: &&Value| one["value"]["text"].as_str().unwrap().contains(word);
        let post = &records.iter().find(said).unwrap()["value"];
        let text = post["text"].as_str().unwrap();
        let place = |facet: &Value, key: &str| {
            usize::try_from(facet["index"][key].as_u64().unwrap()).unwrap()
        };
        let facets = post["facets"].as_array().unwrap().iter();
        facets
            .map(|one| text[place(one, "byteStart")..place(one, "byteEnd")].to_owned())
            .collect()
    }
}

const ALT: &str = "Een kind in een astronautenpak lacht.";

/// A draft with one photo on which nobody is named, at these accounts.
async fn draft(press: &Press, accounts: &[Uuid], text: &str) -> String {
    let teacher = press.who(Role::Leraar);
    let address = press.written().await;
    let (one, _) = press.kept(&address).await;
    let photo = one.content.pictures[0].photo.as_simple().to_string();
    let at = format!("/fotos/foto/{photo}");
    let nobody = [("gezicht-1", "geen"), ("iedereen", "ja")];
    press.post(teacher, &at, &nobody).await.taken();
    save(press, &address, accounts, text).await;
    address
}

async fn save(press: &Press, address: &str, accounts: &[Uuid], text: &str) {
    let ids: Vec<String> = accounts
        .iter()
        .map(|id| id.as_simple().to_string())
        .collect();
    let mut fields = vec![("tekst", text), ("reden", "Het gaat over onze eigen dag.")];
    fields.extend(ids.iter().map(|id| ("kanaal", id.as_str())));
    fields.push(("naar", "verder"));
    let on = press.save(address, &fields).await;
    let shown = press.get(press.who(Role::Leraar), address).await.shown();
    assert!(on.ends_with("/indienen"), "{}", crate::house::text(&shown));
}

async fn settle(press: &Press, address: &str, wanted: Standing) {
    for _ in 0..6 {
        press.work().await;
        let (_, releases) = press.kept(address).await;
        if releases.iter().all(|one| one.standing == wanted) {
            return;
        }
        press.clock.advance(jiff::SignedDuration::from_mins(3));
    }
    let (_, releases) = press.kept(address).await;
    panic!("{releases:#?}");
}

#[test]
fn a_publication_goes_its_whole_road_at_real_servers() {
    let peers = std::sync::Arc::new(peers());
    if peers.is_empty() {
        return;
    }
    at_press(move |press| {
        let peers = std::sync::Arc::clone(&peers);
        async move { road(&press, &peers).await }
    });
}

async fn road(press: &Press, peers: &[Peer]) {
    let word = format!("proef{}", &Uuid::new_v4().simple().to_string()[..10]);
    let mut accounts = Vec::new();
    for peer in peers {
        let at = (peer.channel, peer.kind);
        accounts.push(
            press
                .account(at, &peer.address, (&peer.user, &peer.secret))
                .await,
        );
    }
    let first =
        format!("Eén klas won {word} op het veld. Kijk op https://school.example/dag, #ruimtedag.");
    let address = draft(press, &accounts, &first).await;
    press.submit(&address).await;
    for peer in peers {
        assert!(
            peer.posts(&word).await.is_empty(),
            "nothing before it is released"
        );
    }
    press.step(Role::Pr, &address, "akkoord").await;
    settle(press, &address, Standing::Public).await;
    for peer in peers {
        let posts = peer.posts(&word).await;
        let [(text, alts)] = &posts[..] else {
            panic!("once at {:?}: {posts:?}", peer.kind)
        };
        assert!(
            text.contains("won") && alts == &[ALT],
            "{:?}: {text} {alts:?}",
            peer.kind
        );
    }

    for peer in peers.iter().filter(|peer| peer.kind == Kind::Bluesky) {
        let facets = peer.facets(&word).await;
        let wanted = ["https://school.example/dag", "#ruimtedag"];
        assert_eq!(facets, wanted, "links are links there");
    }

    let second = format!("Eén klas won {word} net niet.");
    save(press, &address, &accounts, &second).await;
    press.submit(&address).await;
    press.step(Role::Pr, &address, "akkoord").await;
    settle(press, &address, Standing::Public).await;
    for peer in peers {
        let posts = peer.posts(&word).await;
        let [(text, alts)] = &posts[..] else {
            panic!("once at {:?}: {posts:?}", peer.kind)
        };
        assert!(
            text.contains("net niet") && !text.contains("veld"),
            "{:?}: {text}",
            peer.kind
        );
        assert_eq!(alts, &[ALT]);
    }

    press.step(Role::Pr, &address, "weghalen").await;
    settle(press, &address, Standing::Removed).await;
    for peer in peers {
        assert!(
            peer.posts(&word).await.is_empty(),
            "gone from {:?}",
            peer.kind
        );
    }
}

#[test]
fn a_photo_that_a_server_does_not_let_change_is_said_to_be_unchanged() {
    let peers: Vec<Peer> = peers()
        .into_iter()
        .filter(|peer| peer.kind == Kind::Mastodon)
        .collect();
    let peers = std::sync::Arc::new(peers);
    if peers.is_empty() {
        return;
    }
    at_press(move |press| {
        let peers = std::sync::Arc::clone(&peers);
        async move { half(&press, &peers[0]).await }
    });
}

async fn half(press: &Press, peer: &Peer) {
    let word = format!("proef{}", &Uuid::new_v4().simple().to_string()[..10]);
    let at = (peer.channel, peer.kind);
    let secret = (peer.user.as_str(), peer.secret.as_str());
    let account = press.account(at, &peer.address, secret).await;
    let said = format!("Onze klas won {word} op het veld.");
    let address = draft(press, &[account], &said).await;
    press.submit(&address).await;
    press.step(Role::Pr, &address, "akkoord").await;
    settle(press, &address, Standing::Public).await;
    let (one, _) = press.kept(&address).await;
    let alt = format!("alt-{}", one.content.pictures[0].photo.as_simple());
    let id = account.as_simple().to_string();
    let fields = [
        ("kanaal", id.as_str()),
        (&alt, "Iemand lacht."),
        ("naar", "verder"),
    ];
    press.save(&address, &fields).await;
    press.submit(&address).await;
    press.step(Role::Pr, &address, "akkoord").await;
    for _ in 0..4 {
        press.work().await;
        press.clock.advance(jiff::SignedDuration::from_mins(3));
    }
    let (_, releases) = press.kept(&address).await;
    let here = releases.iter().find(|one| one.account == account).unwrap();
    let posts = peer.posts(&word).await;
    let changed = posts[0].1 == ["Iemand lacht."];
    let said = here.standing;
    let expected = if changed {
        Standing::Public
    } else {
        Standing::CorrectByHand
    };
    assert_eq!(said, expected, "{posts:?}");
    press.step(Role::Pr, &address, "weghalen").await;
    settle(press, &address, Standing::Removed).await;
}
