//! From nothing to a board with an administrator.

use axum::http::StatusCode;
use identity::setup;

use crate::{PASSWORD, plain, story};

const TYPED: [(&str, &str); 7] = [
    ("bestuur", "Stichting De Linde"),
    ("school", "De Linde"),
    ("sector", "po"),
    ("roepnaam", "Jan"),
    ("achternaam", "Bakker"),
    ("mail", "Jan@Linde.test"),
    ("wachtwoord", PASSWORD),
];

#[test]
fn the_link_of_the_first_start_makes_a_board_once() {
    story(plain, |house| async move {
        let parts = &house.us.parts;
        let old = setup::invite(&parts.db, &*parts.chance)
            .await
            .unwrap()
            .unwrap();
        let link = setup::invite(&parts.db, &*parts.chance)
            .await
            .unwrap()
            .unwrap();
        let mut browser = house.browser();
        assert_eq!(
            browser.get(&old).await.status,
            StatusCode::NOT_FOUND,
            "each start makes a new one"
        );
        assert_eq!(
            browser
                .get(&format!("/begin/{}", "0".repeat(64)))
                .await
                .status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(browser.get(&link).await.status, StatusCode::OK);
        let mut second = house.browser();
        second.get(&link).await;
        assert_eq!(browser.post(&link, &TYPED).await.goes_to(), "/account");
        let page = browser.get("/account").await;
        assert!(
            page.body.contains("beheerder") && page.body.contains("directeur"),
            "{}",
            page.body
        );
        assert!(page.body.contains("Je hebt alleen een wachtwoord"));
        // The link is used up, also for who had the page open.
        assert_eq!(
            second.post(&link, &TYPED).await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(second.get(&link).await.status, StatusCode::NOT_FOUND);
        assert_eq!(parts.db.boards().await.unwrap().len(), 1);
        assert_eq!(
            setup::invite(&parts.db, &*parts.chance).await.unwrap(),
            None
        );
        // A second factor, and then in again with both.
        let shown = browser.get("/account/code").await;
        assert!(shown.body.contains("<svg class=\"qr\""));
        let said = shown
            .body
            .rsplit_once("<code>")
            .unwrap()
            .1
            .split('<')
            .next()
            .unwrap()
            .to_owned();
        let secret = identity::factor::Secret::from_said(&said).unwrap();
        assert_eq!(
            browser
                .post("/account/code", &[("code", "000000")])
                .await
                .status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        let added = browser
            .post("/account/code", &[("code", &secret.code(house.now()))])
            .await;
        assert_eq!(
            (added.status, added.body.matches("<li><code>").count()),
            (StatusCode::OK, 8)
        );
        house.wait(30);
        let mut again = house.browser();
        again.get("/aanmelden/stichting-de-linde").await;
        let fields = [("naam", "jan@linde.test"), ("wachtwoord", PASSWORD)];
        again
            .post("/aanmelden/stichting-de-linde/wachtwoord", &fields)
            .await
            .goes_to();
        again.get("/aanmelden/stichting-de-linde/code").await;
        again
            .post(
                "/aanmelden/stichting-de-linde/code",
                &[("code", &secret.code(house.now()))],
            )
            .await
            .goes_to();
        assert_eq!(again.get("/beheer/inloggen").await.status, StatusCode::OK);
    });
}

#[test]
fn what_is_wrong_is_said_and_nothing_is_begun() {
    story(plain, |house| async move {
        let parts = &house.us.parts;
        let link = setup::invite(&parts.db, &*parts.chance)
            .await
            .unwrap()
            .unwrap();
        let mut browser = house.browser();
        browser.get(&link).await;
        let mut typed = TYPED;
        typed[5].1 = "jan";
        typed[6].1 = "welkom";
        let reply = browser.post(&link, &typed).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            reply.body.contains("href=\"#mail\"") && reply.body.contains("href=\"#wachtwoord\""),
            "{}",
            reply.body
        );
        assert!(
            reply.body.contains("value=\"Stichting De Linde\"")
                && !reply.body.contains("value=\"welkom\"")
        );
        assert!(parts.db.boards().await.unwrap().is_empty());
        assert_eq!(
            browser.post(&link, &TYPED).await.goes_to(),
            "/account",
            "the link still works"
        );
    });
}
