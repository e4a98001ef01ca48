//! Signing in by another service, and everything that goes wrong on the way there and back.

use axum::http::StatusCode;
use identity::store::providers::{self, Provider};
use identity::{Config, HeldRole};
use serde_json::{Value, json};
use words::Role;

use crate::browser::{Browser, Reply};
use crate::provider::{CLIENT, SECRET, Service, key, signed};
use crate::{Board, House, plain, story};

pub(crate) fn config() -> Config {
    Config {
        loopback: true,
        ..plain()
    }
}

async fn add(board: &Board<'_>, slug: &str, service: &Service, claim: Option<&str>) {
    let provider = Provider {
        slug: slug.into(),
        name: format!("Dienst {slug}"),
        issuer: service.issuer().into(),
        client: CLIENT.into(),
        secret: Some(SECRET.into()),
        address_claim: claim.map(str::to_owned),
        domains: vec!["linde.test".into()],
    };
    let mut tx = board.house.us.parts.db.begin(board.id).await.unwrap();
    providers::put(&mut tx, &board.keys, &provider)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// A board with a service, and Anna who works there.
pub(crate) async fn school(house: &House) -> (Board<'_>, Service) {
    let (board, service) = (house.board("linde").await, Service::start().await);
    add(&board, "school", &service, Some("email")).await;
    board
        .person("anna@linde.test", &[HeldRole::everywhere(Role::Leraar)])
        .await;
    (board, service)
}

/// What our address to the service asks.
pub(crate) struct Asked(pub(crate) Vec<(String, String)>);

impl Asked {
    pub(crate) fn of(reply: &Reply) -> Self {
        let query = reply.goes_to().split_once('?').unwrap().1;
        Self(
            form_urlencoded::parse(query.as_bytes())
                .into_owned()
                .collect(),
        )
    }

    pub(crate) fn get(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(key, _)| key == name)
            .map_or("", |(_, value)| value)
    }
}

/// Goes to the service.
pub(crate) async fn go(browser: &mut Browser) -> Asked {
    Asked::of(
        &browser
            .get("/aanmelden/linde/dienst/school?naar=%2Faccount")
            .await,
    )
}

/// What the service says of somebody with a checked address.
pub(crate) fn said(
    house: &House,
    service: &Service,
    asked: &Asked,
    subject: &str,
    more: &Value,
) -> String {
    let mut claims = service.claims(subject, asked.get("nonce"), house.now());
    for (name, value) in more.as_object().unwrap() {
        claims[name] = value.clone();
    }
    signed(&json!({ "alg": "RS256", "kid": "eigen" }), &claims, &key())
}

fn anna() -> Value {
    json!({ "email": "Anna@linde.test", "email_verified": true })
}

/// Comes back from the service with what it gave.
pub(crate) async fn back(
    browser: &mut Browser,
    asked: &Asked,
    service: &Service,
    token: String,
) -> Reply {
    let code = service.code(token, asked.get("code_challenge"));
    browser
        .get(&format!(
            "/aanmelden/linde/dienst/school/terug?code={code}&state={}",
            asked.get("state")
        ))
        .await
}

#[test]
fn a_teacher_comes_in_by_a_checked_address_and_after_that_by_subject_only() {
    story(config, |house| async move {
        let (board, service) = school(&house).await;
        let mut browser = house.browser();
        let asked = go(&mut browser).await;
        assert_eq!(
            (
                asked.get("client_id"),
                asked.get("response_type"),
                asked.get("code_challenge_method")
            ),
            (CLIENT, "code", "S256")
        );
        assert_eq!(
            asked.get("redirect_uri"),
            "https://plein.test/aanmelden/linde/dienst/school/terug"
        );
        assert!(
            asked.get("state").len() >= 32
                && asked.get("nonce").len() >= 32
                && asked.get("scope").contains("openid")
        );
        let token = said(&house, &service, &asked, "sub-anna", &anna());
        assert_eq!(
            back(&mut browser, &asked, &service, token).await.goes_to(),
            "/account"
        );
        assert!(browser.get("/account").await.body.contains("leraar"));
        // Later the service says another address: that changes nothing.
        let mut later = house.browser();
        let asked = go(&mut later).await;
        let token = said(
            &house,
            &service,
            &asked,
            "sub-anna",
            &json!({ "email": "x@elders.test" }),
        );
        assert_eq!(
            back(&mut later, &asked, &service, token).await.goes_to(),
            "/account"
        );
        assert!(later.get("/account").await.body.contains("anna Test"));
        let _ = board;
    });
}

#[test]
fn nobody_takes_the_place_of_another_by_an_address() {
    story(config, |house| async move {
        let (board, service) = school(&house).await;
        board
            .person(
                "directeur@linde.test",
                &[HeldRole::everywhere(Role::Directeur)],
            )
            .await;
        let mut first = house.browser();
        let asked = go(&mut first).await;
        let token = said(&house, &service, &asked, "sub-anna", &anna());
        back(&mut first, &asked, &service, token).await.goes_to();
        let thieves = [
            (
                "somebody else with Anna's address, who has come by already",
                "sub-ander",
                anna(),
            ),
            (
                "an address that nobody checked",
                "s1",
                json!({ "email": "directeur@linde.test", "email_verified": false }),
            ),
            (
                "an address of which nothing is said",
                "s2",
                json!({ "email": "directeur@linde.test" }),
            ),
            (
                "an address elsewhere",
                "s3",
                json!({ "email": "directeur@elders.test", "email_verified": true }),
            ),
            (
                "somebody whom the school does not know",
                "s4",
                json!({ "email": "nieuw@linde.test", "email_verified": true }),
            ),
            (
                "two addresses",
                "s5",
                json!({ "email": "x@linde.test,directeur@linde.test", "email_verified": true }),
            ),
        ];
        for (who, subject, more) in thieves {
            let mut thief = house.browser();
            let asked = go(&mut thief).await;
            let token = said(&house, &service, &asked, subject, &more);
            let reply = back(&mut thief, &asked, &service, token).await;
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{who}");
            assert!(!thief.is_in().await, "{who}");
        }
    });
}

#[test]
fn what_comes_back_belongs_to_this_browser_and_this_trip() {
    story(config, |house| async move {
        let (_, service) = school(&house).await;
        // Another state.
        let mut browser = house.browser();
        let asked = go(&mut browser).await;
        let code = service.code(
            said(&house, &service, &asked, "sub-anna", &anna()),
            asked.get("code_challenge"),
        );
        let path = |state: &str, more: &str| {
            format!("/aanmelden/linde/dienst/school/terug?code={code}&state={state}{more}")
        };
        assert_eq!(
            browser.get(&path("een-andere", "")).await.status,
            StatusCode::FORBIDDEN
        );
        assert_eq!(
            browser.get(&path(asked.get("state"), "")).await.status,
            StatusCode::FORBIDDEN,
            "the trip is used up"
        );
        // Another browser: somebody is to be signed in as who prepared this.
        let mut attacker = house.browser();
        let asked = go(&mut attacker).await;
        let code = service.code(
            said(&house, &service, &asked, "sub-anna", &anna()),
            asked.get("code_challenge"),
        );
        let mut victim = house.browser();
        let planted = format!(
            "/aanmelden/linde/dienst/school/terug?code={code}&state={}",
            asked.get("state")
        );
        assert_eq!(victim.get(&planted).await.status, StatusCode::FORBIDDEN);
        victim.get("/aanmelden/linde").await;
        assert_eq!(victim.get(&planted).await.status, StatusCode::FORBIDDEN);
        assert!(!victim.is_in().await);
        // The attacker's own trip was not used by that.
        assert_eq!(attacker.get(&planted).await.goes_to(), "/account");
        // And not twice.
        assert_eq!(attacker.get(&planted).await.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn a_code_is_worth_nothing_with_another_browsers_proof() {
    story(config, |house| async move {
        let (_, service) = school(&house).await;
        let (mut anna_browser, mut thief) = (house.browser(), house.browser());
        let of_anna = go(&mut anna_browser).await;
        let of_thief = go(&mut thief).await;
        // The thief brings Anna's code on a trip of their own.
        let code = service.code(
            said(&house, &service, &of_anna, "sub-anna", &anna()),
            of_anna.get("code_challenge"),
        );
        let reply = thief
            .get(&format!(
                "/aanmelden/linde/dienst/school/terug?code={code}&state={}",
                of_thief.get("state")
            ))
            .await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        // A token for another trip, under a code of this one: the nonce is another.
        let mut again = house.browser();
        let asked = go(&mut again).await;
        let token = said(&house, &service, &of_anna, "sub-anna", &anna());
        assert_eq!(
            back(&mut again, &asked, &service, token).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        assert!(!thief.is_in().await && !again.is_in().await);
    });
}

#[test]
fn one_service_does_not_speak_for_another() {
    story(config, |house| async move {
        let (board, service) = school(&house).await;
        let evil = Service::start().await;
        add(&board, "evil", &evil, None).await;
        let mut first = house.browser();
        let asked = go(&mut first).await;
        let token = said(&house, &service, &asked, "sub-anna", &anna());
        back(&mut first, &asked, &service, token).await.goes_to();
        // The same subject at another service is somebody else.
        let mut browser = house.browser();
        let asked = Asked::of(&browser.get("/aanmelden/linde/dienst/evil").await);
        let code = evil.code(
            said(&house, &evil, &asked, "sub-anna", &anna()),
            asked.get("code_challenge"),
        );
        let reply = browser
            .get(&format!(
                "/aanmelden/linde/dienst/evil/terug?code={code}&state={}",
                asked.get("state")
            ))
            .await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        // A trip to one service is not ended at the door of the other, nor under the other's name.
        for (door, issuer) in [("evil", ""), ("school", evil.issuer())] {
            let mut mixed = house.browser();
            let asked = go(&mut mixed).await;
            let code = service.code(
                said(&house, &service, &asked, "sub-anna", &anna()),
                asked.get("code_challenge"),
            );
            let issuer: String = form_urlencoded::byte_serialize(issuer.as_bytes()).collect();
            let reply = mixed
                .get(&format!(
                    "/aanmelden/linde/dienst/{door}/terug?code={code}&state={}&iss={issuer}",
                    asked.get("state")
                ))
                .await;
            assert_eq!(reply.status, StatusCode::FORBIDDEN, "{door}");
            assert!(!mixed.is_in().await);
        }
    });
}

#[test]
fn a_service_that_fails_lets_nobody_in() {
    story(config, |house| async move {
        let (board, service) = school(&house).await;
        let mut browser = house.browser();
        let asked = go(&mut browser).await;
        for query in ["error=access_denied&state=", "code=&state=", "state="] {
            let reply = browser
                .get(&format!(
                    "/aanmelden/linde/dienst/school/terug?{query}{}",
                    asked.get("state")
                ))
                .await;
            assert_eq!(reply.status, StatusCode::FORBIDDEN, "{query}");
        }
        let asked = go(&mut browser).await;
        let token = said(
            &house,
            &service,
            &asked,
            "sub-anna",
            &json!({ "aud": "een-ander" }),
        );
        assert_eq!(
            back(&mut browser, &asked, &service, token).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        // A service that is not there.
        let mut tx = house.us.parts.db.begin(board.id).await.unwrap();
        let mut gone = providers::one(&mut tx, &board.keys, "school")
            .await
            .unwrap()
            .unwrap();
        gone.issuer = "http://127.0.0.1:9".into();
        providers::put(&mut tx, &board.keys, &gone).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(
            browser.get("/aanmelden/linde/dienst/school").await.status,
            StatusCode::INTERNAL_SERVER_ERROR
        );
        assert_eq!(
            browser.get("/aanmelden/linde/dienst/weg").await.status,
            StatusCode::NOT_FOUND
        );
        assert!(!browser.is_in().await);
    });
}
