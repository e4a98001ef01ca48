//! Services by which people sign in: linking one to oneself, and adding one.

use axum::http::StatusCode;
use identity::Config;
use identity::HeldRole;
use serde_json::json;
use words::Role;

use crate::oidc::{Asked, back, config, go, said, school};
use crate::{plain, story};

#[test]
fn who_is_signed_in_links_a_service_to_themselves() {
    story(
        || Config {
            demo: true,
            ..config()
        },
        |house| async move {
            let (board, service) = school(&house).await;
            board
                .person(
                    "beheer@linde.test",
                    &[HeldRole::everywhere(Role::Beheerder)],
                )
                .await;
            let mut browser = house.browser();
            browser.get("/demo/inloggen").await;
            browser
                .post("/demo/inloggen", &[("wie", "linde beheerder")])
                .await;
            browser.get("/account").await;
            let page = browser.post("/account/dienst/school", &[]).await;
            let onward = page
                .between("<a class=\"button\" href=\"", "\"")
                .replace("&amp;", "&");
            let query = onward.split_once('?').unwrap().1;
            let asked = Asked(
                form_urlencoded::parse(query.as_bytes())
                    .into_owned()
                    .collect(),
            );
            let token = said(&house, &service, &asked, "sub-beheer", &json!({}));
            assert_eq!(
                back(&mut browser, &asked, &service, token).await.goes_to(),
                "/account"
            );
            let mut later = house.browser();
            let asked = go(&mut later).await;
            let token = said(&house, &service, &asked, "sub-beheer", &json!({}));
            back(&mut later, &asked, &service, token).await.goes_to();
            assert!(later.get("/account").await.body.contains("beheerder"));
            // Coming in by a service proves nothing fresh; being asked again there, a moment ago, does.
            assert_eq!(
                later.get("/beheer/inloggen").await.status,
                StatusCode::FORBIDDEN
            );
            for (signed_in, may) in [
                (house.now().as_second() - 3_600, false),
                (house.now().as_second() - 5, true),
            ] {
                let asked = Asked::of(
                    &later
                        .get("/account/opnieuw/dienst/school?naar=%2Fbeheer%2Finloggen")
                        .await,
                );
                assert_eq!(asked.get("max_age"), "0");
                let token = said(
                    &house,
                    &service,
                    &asked,
                    "sub-beheer",
                    &json!({ "auth_time": signed_in }),
                );
                let reply = back(&mut later, &asked, &service, token).await;
                assert_eq!(reply.status == StatusCode::SEE_OTHER, may);
                assert_eq!(
                    later.get("/beheer/inloggen").await.status == StatusCode::OK,
                    may
                );
            }
        },
    );
}

#[test]
fn an_administrator_adds_a_service_and_its_secret_is_sealed() {
    story(
        || Config {
            demo: true,
            ..plain()
        },
        |house| async move {
            let board = house.board("linde").await;
            board
                .person(
                    "beheer@linde.test",
                    &[HeldRole::everywhere(Role::Beheerder)],
                )
                .await;
            let mut browser = house.browser();
            browser.get("/demo/inloggen").await;
            browser
                .post("/demo/inloggen", &[("wie", "linde beheerder")])
                .await;
            browser.get("/beheer/inloggen").await;
            let typed = [
                ("naam", "Microsoft"),
                ("adres", "https://login.microsoftonline.com/abc/v2.0/"),
                ("client", "c"),
                ("geheim", "heel-geheim"),
                ("kenmerk", "preferred_username"),
                ("domeinen", "@Linde.test, eik.test"),
            ];
            assert_eq!(
                browser.post("/beheer/inloggen", &typed).await.goes_to(),
                "/beheer/inloggen"
            );
            let page = browser.get("/beheer/inloggen").await;
            assert!(
                page.body
                    .contains("https://plein.test/aanmelden/linde/dienst/microsoft/terug")
            );
            assert!(
                page.body
                    .contains("preferred_username: linde.test, eik.test")
                    && !page.body.contains("heel-geheim")
            );
            let mut tx = house.us.parts.db.read(board.id).await.unwrap();
            let row = tx
                .one("SELECT secret FROM oidc_provider WHERE board = $1", vec![])
                .await
                .unwrap();
            let sealed = row.get::<Vec<u8>>("secret").unwrap();
            assert!(!sealed.windows(6).any(|part| part == b"geheim"));
            for (field, bad) in [
                ("adres", "http://login.test"),
                ("adres", "https://127.0.0.1"),
                ("domeinen", "linde"),
                ("kenmerk", "sub"),
                ("client", ""),
            ] {
                let typed: Vec<_> = typed
                    .iter()
                    .map(|(name, value)| (*name, if *name == field { bad } else { *value }))
                    .collect();
                let reply = browser.post("/beheer/inloggen", &typed).await;
                assert_eq!(
                    reply.status,
                    StatusCode::UNPROCESSABLE_ENTITY,
                    "{field} {bad}"
                );
                assert!(
                    reply.body.contains(&format!("href=\"#{field}\""))
                        && !reply.body.contains("heel-geheim")
                );
            }
            browser.get("/beheer/inloggen").await;
            browser
                .post("/beheer/inloggen/weg", &[("dienst", "microsoft")])
                .await
                .goes_to();
            assert!(
                !browser
                    .get("/aanmelden/linde")
                    .await
                    .body
                    .contains("Microsoft")
            );
        },
    );
}
