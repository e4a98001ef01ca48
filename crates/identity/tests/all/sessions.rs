//! Sessions: when they begin, how long they last, who can end them.

use axum::http::StatusCode;
use identity::HeldRole;
use identity::store::roles;
use words::{PersonId, Role};

use crate::browser::Browser;
use crate::{Board, House, PASSWORD, plain, story};

/// Signs in as the administrator.
async fn enter(
    house: &House,
    board: &Board<'_>,
    person: PersonId,
    secret: &identity::factor::Secret,
) -> Browser {
    let mut browser = house.browser();
    let address = if person.0.is_nil() {
        ""
    } else {
        "jan@linde.test"
    };
    let _ = board;
    // A code works once: somebody who signs in twice waits for the next.
    house.wait(30);
    browser.get("/aanmelden/linde").await;
    browser
        .post(
            "/aanmelden/linde/wachtwoord",
            &[("naam", address), ("wachtwoord", PASSWORD)],
        )
        .await
        .goes_to();
    browser.get("/aanmelden/linde/code").await;
    browser
        .post(
            "/aanmelden/linde/code",
            &[("code", &secret.code(house.now()))],
        )
        .await
        .goes_to();
    browser
}

#[test]
fn a_session_that_was_planted_is_not_gone_on_with() {
    story(plain, |house| async move {
        let board = house.board("linde").await;
        let (jan, secret) = board.administrator().await;
        let mut browser = house.browser();
        // Somebody planted a cookie before Jan signed in.
        let planted = format!("{}.{}", board.id, "a".repeat(64));
        browser.cookies.insert("__Host-pw".into(), planted.clone());
        browser.get("/aanmelden/linde").await;
        browser
            .post(
                "/aanmelden/linde/wachtwoord",
                &[("naam", "jan@linde.test"), ("wachtwoord", PASSWORD)],
            )
            .await;
        browser.get("/aanmelden/linde/code").await;
        browser
            .post(
                "/aanmelden/linde/code",
                &[("code", &secret.code(house.now()))],
            )
            .await;
        assert_ne!(browser.cookies["__Host-pw"], planted);
        let mut intruder = house.browser();
        intruder.cookies.insert("__Host-pw".into(), planted);
        assert!(browser.is_in().await && !intruder.is_in().await);
        // Nor is an own session from before signing in anew.
        let before = browser.cookies["__Host-pw"].clone();
        house.wait(30);
        let mut again = browser.clone();
        again.get("/aanmelden/linde").await;
        again
            .post(
                "/aanmelden/linde/wachtwoord",
                &[("naam", "jan@linde.test"), ("wachtwoord", PASSWORD)],
            )
            .await;
        again.get("/aanmelden/linde/code").await;
        again
            .post(
                "/aanmelden/linde/code",
                &[("code", &secret.code(house.now()))],
            )
            .await;
        assert_ne!(again.cookies["__Host-pw"], before);
        house.wait(2);
        assert!(!browser.is_in().await);
        let _ = jan;
    });
}

#[test]
fn a_session_ends_after_half_an_hour_of_nothing_and_after_ten_hours() {
    story(plain, |house| async move {
        let board = house.board("linde").await;
        let (jan, secret) = board.administrator().await;
        let mut idle = enter(&house, &board, jan, &secret).await;
        house.wait(29 * 60);
        assert!(idle.is_in().await);
        house.wait(30 * 60 + 1);
        assert!(!idle.is_in().await);
        let mut busy = enter(&house, &board, jan, &secret).await;
        for _ in 0..29 {
            house.wait(20 * 60);
            assert!(busy.is_in().await);
        }
        house.wait(20 * 60 + 1);
        assert!(!busy.is_in().await, "ten hours");
    });
}

#[test]
fn one_sees_where_one_is_signed_in_and_ends_it() {
    story(plain, |house| async move {
        let board = house.board("linde").await;
        let (jan, secret) = board.administrator().await;
        let mut phone = enter(&house, &board, jan, &secret).await;
        let mut desk = enter(&house, &board, jan, &secret).await;
        let mut third = enter(&house, &board, jan, &secret).await;
        let page = desk.get("/account").await;
        assert_eq!(
            page.body.matches("name=\"sessie\"").count(),
            3,
            "two others, and all"
        );
        let first = page
            .body
            .split("name=\"sessie\" value=\"")
            .nth(2)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_owned();
        assert_eq!(
            desk.post("/account/sessies", &[("sessie", &first)])
                .await
                .goes_to(),
            "/account"
        );
        let left = [phone.is_in().await, third.is_in().await];
        assert_eq!(left.iter().filter(|one| **one).count(), 1);
        desk.get("/account").await;
        desk.post("/account/sessies", &[("sessie", "alle")]).await;
        assert!(!phone.is_in().await && !third.is_in().await && desk.is_in().await);
        // Signing out.
        desk.get("/account").await;
        let out = desk.post("/uitloggen", &[]).await;
        assert_eq!(out.goes_to(), "/");
        assert_eq!(out.header("clear-site-data"), "\"cache\", \"storage\"");
        assert!(!desk.is_in().await);
    });
}

#[test]
fn nobody_ends_the_session_of_somebody_else_by_guessing_it() {
    story(plain, |house| async move {
        let board = house.board("linde").await;
        let (jan, secret) = board.administrator().await;
        let mut own = enter(&house, &board, jan, &secret).await;
        for id in ["00000000-0000-0000-0000-000000000000", "x", ""] {
            own.get("/account").await;
            assert_eq!(
                own.post("/account/sessies", &[("sessie", id)]).await.status,
                StatusCode::NOT_FOUND
            );
        }
    });
}

#[test]
fn a_role_that_is_given_or_ended_ends_the_session() {
    story(plain, |house| async move {
        let board = house.board("linde").await;
        let (jan, secret) = board.administrator().await;
        let mut browser = enter(&house, &board, jan, &secret).await;
        assert_eq!(browser.get("/rechten").await.status, StatusCode::OK);
        let mut tx = house.us.parts.db.begin(board.id).await.unwrap();
        let held = roles::of(&mut tx, jan, shell::clock::today(house.now()))
            .await
            .unwrap();
        let yesterday = shell::clock::today(house.now()).yesterday().unwrap();
        assert!(
            roles::end(&mut tx, held[0].id, yesterday, house.now())
                .await
                .unwrap()
        );
        tx.commit().await.unwrap();
        house.wait(1);
        assert!(!browser.is_in().await, "within a second, in every process");
        let mut again = enter(&house, &board, jan, &secret).await;
        assert_eq!(again.get("/rechten").await.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn who_left_is_out() {
    story(plain, |house| async move {
        let board = house.board("linde").await;
        let (jan, secret) = board.administrator().await;
        let mut browser = enter(&house, &board, jan, &secret).await;
        house.town.leave(board.id, jan);
        house.wait(1);
        assert!(!browser.is_in().await);
    });
}

#[test]
fn what_counts_asks_to_prove_again_who_it_is() {
    story(plain, |house| async move {
        let board = house.board("linde").await;
        let (jan, secret) = board.administrator().await;
        let mut browser = enter(&house, &board, jan, &secret).await;
        assert_eq!(
            browser.get("/beheer/inloggen").await.status,
            StatusCode::OK,
            "just now"
        );
        house.wait(10 * 60);
        let refused = browser.get("/beheer/inloggen").await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        assert!(
            refused
                .body
                .contains("/account/opnieuw?naar=%2Fbeheer%2Finloggen"),
            "{}",
            refused.body
        );
        let before = browser.cookies["__Host-pw"].clone();
        browser
            .get("/account/opnieuw?naar=%2Fbeheer%2Finloggen")
            .await;
        let wrong = browser
            .post(
                "/account/opnieuw",
                &[("wachtwoord", PASSWORD), ("code", "000000")],
            )
            .await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let fields = [
            ("wachtwoord", PASSWORD),
            ("code", &secret.code(house.now())),
            ("naar", "/beheer/inloggen"),
        ];
        assert_eq!(
            browser.post("/account/opnieuw", &fields).await.goes_to(),
            "/beheer/inloggen"
        );
        assert_eq!(browser.get("/beheer/inloggen").await.status, StatusCode::OK);
        assert_ne!(browser.cookies["__Host-pw"], before, "under a new secret");
        let mut old = house.browser();
        old.cookies.insert("__Host-pw".into(), before);
        assert!(!old.is_in().await);
    });
}

#[test]
fn an_administrator_ends_the_sessions_of_somebody_else() {
    story(plain, |house| async move {
        let board = house.board("linde").await;
        let (jan, secret) = board.administrator().await;
        let mut stolen = enter(&house, &board, jan, &secret).await;
        let piet = board
            .person("piet@linde.test", &[HeldRole::everywhere(Role::Leraar)])
            .await;
        let mut admin = enter(&house, &board, jan, &secret).await;
        admin.get("/account").await;
        let fields = [("persoon", &*jan.to_string()), ("naar", "/account")];
        assert_eq!(
            admin.post("/beheer/afmelden", &fields).await.goes_to(),
            "/account"
        );
        assert!(!stolen.is_in().await);
        let _ = piet;
    });
}

#[test]
fn a_cookie_of_one_board_is_nothing_at_another() {
    story(plain, |house| async move {
        let board = house.board("linde").await;
        let eik = house.board("eik").await;
        let (jan, secret) = board.administrator().await;
        let browser = enter(&house, &board, jan, &secret).await;
        let own = browser.cookies["__Host-pw"].clone();
        let token = own.split_once('.').unwrap().1.to_owned();
        for other in [
            format!("{}.{token}", eik.id),
            format!("{}.{token}", words::BoardId(uuid::Uuid::from_u128(5))),
            format!("{}.{token}", board.id.to_string().to_uppercase()),
            token.clone(),
            format!("{own}x"),
            String::new(),
            "….…".to_owned(),
        ] {
            let mut thief = house.browser();
            thief.cookies.insert("__Host-pw".into(), other.clone());
            if other.is_ascii() {
                assert!(!thief.is_in().await, "{other}");
            }
        }
    });
}
