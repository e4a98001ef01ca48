//! Against a real `OpenID` provider and a real mail server: `./test` starts them (`tests/peers/peers.sh`) and says where they are.

use std::collections::BTreeMap;
use std::sync::Arc;

use ::mail::{Letter, Outbox, Security, Sender, Sent, Server, Smtp};
use axum::http::StatusCode;
use identity::store::providers::{self, Provider};
use identity::{Config, HeldRole};
use shell::Clock;
use words::Role;

use crate::browser::Browser;
use crate::{Board, House, plain};

/// Where nobody listens: the tests read the address that the provider sends people back to.
const NOWHERE: &str = "http://127.0.0.1:9";

/// Where a counterpart is, if `./test` started one.
fn peer(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// A person at the provider's own pages.
struct Visitor {
    web: reqwest::Client,
    cookies: BTreeMap<String, String>,
}

impl Visitor {
    fn new() -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let web = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        Self {
            web,
            cookies: BTreeMap::new(),
        }
    }

    /// Sends a request; where it leads on to.
    async fn step(&mut self, url: &str, form: Option<&str>) -> String {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let request = match form {
            None => self.web.get(url),
            Some(form) => self
                .web
                .post(url)
                .header("content-type", "application/x-www-form-urlencoded")
                .body(form.to_owned()),
        };
        let reply = request
            .header("cookie", cookies.join("; "))
            .send()
            .await
            .unwrap();
        for set in reply.headers().get_all("set-cookie") {
            let pair = set
                .to_str()
                .unwrap()
                .split(';')
                .next()
                .unwrap()
                .split_once('=')
                .unwrap();
            self.cookies.insert(pair.0.to_owned(), pair.1.to_owned());
        }
        let next = reply
            .headers()
            .get("location")
            .unwrap_or_else(|| panic!("{url}: {}", reply.status()));
        let next = next.to_str().unwrap();
        if next.starts_with('/') {
            format!(
                "{}{next}",
                url.split('/').take(3).collect::<Vec<_>>().join("/")
            )
        } else {
            next.to_owned()
        }
    }

    /// Signs in at the provider, and agrees; the address that it sends back to.
    async fn sign_in(&mut self, start: &str, name: &str) -> String {
        let mut at = start.to_owned();
        for _ in 0..10 {
            if at.starts_with(NOWHERE) {
                return at.strip_prefix(NOWHERE).unwrap().to_owned();
            }
            at = if at.contains("/interaction/") {
                let page = self.web.get(&at).header(
                    "cookie",
                    self.cookies
                        .iter()
                        .map(|(name, value)| format!("{name}={value}"))
                        .collect::<Vec<_>>()
                        .join("; "),
                );
                let page = page.send().await.unwrap().text().await.unwrap();
                let prompt = if page.contains("value=\"login\"") {
                    "login"
                } else {
                    "consent"
                };
                self.step(
                    &at,
                    Some(&format!("prompt={prompt}&login={name}&password=x")),
                )
                .await
            } else {
                self.step(&at, None).await
            };
        }
        panic!("the provider keeps asking: {at}");
    }
}

async fn school<'a>(house: &'a House, issuer: &str) -> Board<'a> {
    let board = house.board("linde").await;
    let provider = Provider {
        slug: "school".into(),
        name: "School".into(),
        issuer: issuer.into(),
        client: "pleinwacht".into(),
        secret: Some("alleen-voor-tests-0123456789abcdef".into()),
        address_claim: Some("email".into()),
        domains: vec!["linde.test".into()],
    };
    let mut tx = house.us.parts.db.begin(board.id).await.unwrap();
    providers::put(&mut tx, &board.keys, &provider)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    board
        .person("anna@linde.test", &[HeldRole::everywhere(Role::Leraar)])
        .await;
    board
}

#[test]
fn a_real_provider_lets_in_whom_the_school_knows() {
    let Some(issuer) = peer("PLEINWACHT_TEST_OIDC") else {
        return;
    };
    testkit::database::on_both(&[decisions::MIGRATIONS, identity::MIGRATIONS], |db| {
        let issuer = issuer.clone();
        async move {
            let house = House::new(
                db,
                Config {
                    loopback: true,
                    ..plain()
                },
                NOWHERE,
            );
            let today = shell::SystemClock.now().duration_since(house.now());
            house.clock.advance(today);
            school(&house, &issuer).await;
            for (name, enters) in [
                ("juf.anna", true),
                ("ongezien", false),
                ("elders", false),
                ("onbekend", false),
                ("juf.anna", true),
            ] {
                let mut browser = Browser::new(house.app.clone(), NOWHERE);
                let start = browser
                    .get("/aanmelden/linde/dienst/school?naar=%2Faccount")
                    .await
                    .goes_to()
                    .to_owned();
                let back = Visitor::new().sign_in(&start, name).await;
                assert!(back.contains("iss=http"), "{back}");
                let reply = browser.get(&back).await;
                assert_eq!(
                    reply.status == StatusCode::SEE_OTHER,
                    enters,
                    "{name}: {}",
                    reply.body
                );
                assert_eq!(browser.is_in().await, enters, "{name}");
                // What came back is used up, here and there.
                assert_eq!(browser.get(&back).await.status, StatusCode::FORBIDDEN);
            }
        }
    });
}

#[tokio::test]
async fn a_real_mail_server_gets_the_letter_with_its_link() {
    let (Some(smtp), Some(inbox)) = (peer("PLEINWACHT_TEST_SMTP"), peer("PLEINWACHT_TEST_INBOX"))
    else {
        return;
    };
    let (host, port) = smtp.split_once(':').unwrap();
    let server = Server {
        host: host.into(),
        port: port.parse().unwrap(),
        security: Security::Open,
        login: None,
    };
    let outbox: Arc<dyn Outbox> = Arc::new(
        Smtp::new(
            Sender::new("De Linde", "plein@linde.test", "plein.test").unwrap(),
            &server,
        )
        .unwrap(),
    );
    let unique = format!("fatima-{}@ouders.test", std::process::id());
    let folder = testkit::database::Folder::new();
    let db = store::Db::open(
        &store::Place::Folder(folder.0.clone()),
        &[decisions::MIGRATIONS, identity::MIGRATIONS].concat(),
    )
    .await
    .unwrap();
    let house = House::new(db.clone(), plain(), crate::ORIGIN);
    let board = house.board("linde").await;
    board
        .person(&unique, &[HeldRole::everywhere(Role::Ouder)])
        .await;
    let mut browser = house.browser();
    browser.get("/aanmelden/linde").await;
    browser
        .post("/aanmelden/linde/mail", &[("mail", &unique)])
        .await;
    let clock = Arc::clone(&house.clock);
    let runner =
        store::jobs::Runner::new(db, move || clock.now(), identity::jobs(&house.us, &outbox));
    runner.run_due().await.unwrap();
    let web = Visitor::new().web;
    let letters = web
        .get(format!("{inbox}/email"))
        .send()
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    let letters: serde_json::Value = serde_json::from_str(&letters).unwrap();
    let own: Vec<_> = letters
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["to"][0]["address"] == unique.as_str())
        .collect();
    assert_eq!(own.len(), 1);
    assert_eq!(own[0]["subject"], "Inloggen bij Bestuur linde");
    assert_eq!(own[0]["headers"]["auto-submitted"], "auto-generated");
    let text = own[0]["text"].as_str().unwrap();
    let link = text
        .split_once(crate::ORIGIN)
        .unwrap()
        .1
        .split_whitespace()
        .next()
        .unwrap();
    browser.get(link).await;
    assert_eq!(browser.post(link, &[]).await.goes_to(), "/account");
    // A second try of the same letter is recognisably the same message.
    let letter = Letter {
        to: unique,
        subject: "x".into(),
        text: "x".into(),
        html: None,
        language: "nl".into(),
    };
    assert_eq!(outbox.send("zelfde", &letter).await, Sent::Accepted);
}
