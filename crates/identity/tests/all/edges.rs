//! Forms that others send, addresses that lead away, and what is only in the demo.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use identity::{Config, HeldRole};
use words::Role;

use crate::{PASSWORD, plain, story};

#[test]
fn a_form_that_no_page_of_ours_sent_is_refused() {
    story(plain, |house| async move {
        let board = house.board("linde").await;
        board.administrator().await;
        let mut browser = house.browser();
        browser.get("/aanmelden/linde").await;
        let token = browser.token();
        let body = format!("csrf={token}&naam=jan%40linde.test&wachtwoord=x");
        let cases: [(&str, &str, &str, &str); 6] = [
            (
                "https://evil.test",
                "same-origin",
                "application/x-www-form-urlencoded",
                &body,
            ),
            (
                "null",
                "same-origin",
                "application/x-www-form-urlencoded",
                &body,
            ),
            (
                "https://plein.test",
                "cross-site",
                "application/x-www-form-urlencoded",
                &body,
            ),
            ("https://plein.test", "same-origin", "text/plain", &body),
            (
                "https://plein.test",
                "same-origin",
                "application/x-www-form-urlencoded",
                "naam=x",
            ),
            (
                "https://plein.test",
                "same-origin",
                "application/x-www-form-urlencoded",
                "csrf=00&naam=x",
            ),
        ];
        for (origin, site, kind, body) in cases {
            let request = Request::post("/aanmelden/linde/wachtwoord")
                .header("origin", origin)
                .header("sec-fetch-site", site)
                .header("content-type", kind)
                .body(Body::from(body.to_owned()))
                .unwrap();
            assert_eq!(
                browser.send(request).await.status,
                StatusCode::FORBIDDEN,
                "{origin} {site} {kind} {body}"
            );
        }
        // The token of another browser.
        let mut other = house.browser();
        other.get("/aanmelden/linde").await;
        assert_eq!(
            other
                .post_with("/aanmelden/linde/wachtwoord", &token, &[])
                .await
                .status,
            StatusCode::FORBIDDEN
        );
        // Without the cookie that the token belongs to.
        browser.cookies.clear();
        assert_eq!(
            browser
                .post_with("/aanmelden/linde/wachtwoord", &token, &[])
                .await
                .status,
            StatusCode::FORBIDDEN
        );
    });
}

#[test]
fn every_form_of_somebody_who_signed_in_needs_its_token() {
    story(demo, |house| async move {
        let board = house.board("linde").await;
        board
            .person("jan@linde.test", &[HeldRole::everywhere(Role::Beheerder)])
            .await;
        let mut browser = house.browser();
        browser.get("/demo/inloggen").await;
        browser
            .post("/demo/inloggen", &[("wie", "linde beheerder")])
            .await;
        for path in [
            "/uitloggen",
            "/account/sessies",
            "/account/wachtwoord",
            "/account/code",
            "/account/sleutel/begin",
            "/account/sleutel",
            "/account/sleutel/weg",
            "/account/dienst/x",
            "/account/opnieuw",
            "/account/opnieuw/sleutel",
            "/beheer/inloggen",
            "/beheer/inloggen/weg",
            "/beheer/afmelden",
            "/leerling/0/account",
        ] {
            assert_eq!(
                browser.post_with(path, "", &[]).await.status,
                StatusCode::FORBIDDEN,
                "{path}"
            );
            assert_eq!(
                browser.post_with(path, &"0".repeat(32), &[]).await.status,
                StatusCode::FORBIDDEN,
                "{path}"
            );
        }
        assert!(browser.is_in().await);
    });
}

#[test]
fn nobody_is_sent_to_another_site() {
    story(demo, |house| async move {
        let board = house.board("linde").await;
        board
            .person("jan@linde.test", &[HeldRole::everywhere(Role::Beheerder)])
            .await;
        for bad in [
            "//evil.test",
            "https://evil.test",
            "/\\evil.test",
            "/\t/evil.test",
            "javascript:alert(1)",
            "\\\\evil.test",
            "/%0d%0aset-cookie: a=b\r\n",
        ] {
            let mut browser = house.browser();
            browser.get("/demo/inloggen").await;
            let reply = browser
                .post(
                    "/demo/inloggen",
                    &[("wie", "linde beheerder"), ("naar", bad)],
                )
                .await;
            assert_eq!(reply.goes_to(), "/account", "{bad}");
            let encoded: String = form_urlencoded::byte_serialize(bad.as_bytes()).collect();
            let page = browser
                .get(&format!("/aanmelden/linde?naar={encoded}"))
                .await;
            let kept = page.body.matches(r#"name="naar" value=""#).count();
            assert!(kept >= 2);
            assert_eq!(
                page.body.matches(r#"name="naar" value="/account""#).count(),
                kept,
                "{bad}"
            );
        }
    });
}

fn demo() -> Config {
    Config {
        demo: true,
        ..plain()
    }
}

#[test]
fn one_click_in_the_demo_as_any_of_fourteen_roles() {
    story(demo, |house| async move {
        let board = house.board("linde").await;
        for role in Role::ALL {
            board
                .person(
                    &format!("{}@linde.test", role.key()),
                    &[HeldRole::everywhere(role)],
                )
                .await;
        }
        let mut browser = house.browser();
        let page = browser.get("/demo/inloggen").await;
        assert_eq!(page.body.matches("name=\"wie\"").count(), 14);
        for role in Role::ALL {
            browser.get("/demo/inloggen").await;
            browser
                .post(
                    "/demo/inloggen",
                    &[("wie", &format!("linde {}", role.key()))],
                )
                .await;
            let page = browser.get("/account").await;
            assert!(
                page.body
                    .contains(identity::role_said(role, words::Locale::Nl)),
                "{role:?}"
            );
        }
    });
}

#[test]
fn outside_the_demo_there_is_no_such_click() {
    story(plain, |house| async move {
        let board = house.board("linde").await;
        board
            .person("jan@linde.test", &[HeldRole::everywhere(Role::Beheerder)])
            .await;
        let mut browser = house.browser();
        assert_eq!(
            browser.get("/demo/inloggen").await.status,
            StatusCode::NOT_FOUND
        );
        browser.get("/aanmelden/linde").await;
        let reply = browser
            .post("/demo/inloggen", &[("wie", "linde beheerder")])
            .await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND);
        assert!(!browser.is_in().await);
        let page = browser.get("/aanmelden/linde").await;
        assert!(!page.body.contains("/demo/"), "{}", page.body);
    });
}

#[test]
fn a_list_of_boards_when_there_are_several() {
    story(plain, |house| async move {
        house.board("linde").await;
        let mut browser = house.browser();
        assert_eq!(
            browser.get("/aanmelden?naar=%2Fgroepen").await.goes_to(),
            "/aanmelden/linde?naar=%2Fgroepen"
        );
        house.board("eik").await;
        let page = browser.get("/en/aanmelden").await;
        assert!(
            page.body.contains("href=\"/en/aanmelden/eik\""),
            "{}",
            page.body
        );
        assert_eq!(
            browser.get("/aanmelden/berk").await.status,
            StatusCode::NOT_FOUND
        );
    });
}

#[test]
fn what_is_typed_never_becomes_part_of_the_page() {
    story(plain, |house| async move {
        house.board("linde").await;
        let mut browser = house.browser();
        browser.get("/aanmelden/linde").await;
        let bad = "\"><script>alert(1)</script>";
        let reply = browser
            .post(
                "/aanmelden/linde/wachtwoord",
                &[("naam", bad), ("wachtwoord", PASSWORD), ("naar", bad)],
            )
            .await;
        assert!(!reply.body.contains("<script>alert"), "{}", reply.body);
        assert!(
            !reply.body.contains(PASSWORD),
            "a password does not come back"
        );
    });
}
