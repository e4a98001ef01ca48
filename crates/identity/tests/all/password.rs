//! Names, passwords, second factors; and guessing them.

use axum::http::StatusCode;
use identity::HeldRole;
use words::Role;

use crate::browser::{Browser, Reply};
use crate::{PASSWORD, plain, story};

async fn try_password(browser: &mut Browser, name: &str, password: &str) -> Reply {
    browser.get("/aanmelden/linde").await;
    browser
        .post(
            "/aanmelden/linde/wachtwoord",
            &[
                ("naam", name),
                ("wachtwoord", password),
                ("naar", "/account"),
            ],
        )
        .await
}

#[test]
fn an_administrator_signs_in_with_password_and_code() {
    story(plain, |house| async move {
        let board = house.board("linde").await;
        let (_, secret) = board.administrator().await;
        let mut browser = house.browser();
        assert_eq!(
            browser.get("/account").await.goes_to(),
            "/aanmelden?naar=%2Faccount"
        );
        assert_eq!(
            try_password(&mut browser, "Jan@Linde.test", PASSWORD)
                .await
                .goes_to(),
            "/aanmelden/linde/code"
        );
        assert!(!browser.is_in().await, "half of it is nothing");
        browser.get("/aanmelden/linde/code").await;
        let reply = browser
            .post(
                "/aanmelden/linde/code",
                &[("code", &secret.code(house.now()))],
            )
            .await;
        assert_eq!(reply.goes_to(), "/account");
        let page = browser.get("/account").await;
        assert!(
            page.body.contains("beheerder") && page.body.contains("met wachtwoord en code"),
            "{}",
            page.body
        );
        assert_eq!(page.header("cache-control"), "no-store");
    });
}

#[test]
fn a_code_works_once() {
    story(plain, |house| async move {
        let board = house.board("linde").await;
        let (_, secret) = board.administrator().await;
        let code = secret.code(house.now());
        for expected in [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY] {
            let mut browser = house.browser();
            try_password(&mut browser, "jan@linde.test", PASSWORD).await;
            browser.get("/aanmelden/linde/code").await;
            let reply = browser
                .post("/aanmelden/linde/code", &[("code", &code)])
                .await;
            assert_eq!(reply.status, expected);
        }
        // Nor does one from before it.
        house.wait(25);
        let mut browser = house.browser();
        try_password(&mut browser, "jan@linde.test", PASSWORD).await;
        browser.get("/aanmelden/linde/code").await;
        assert_eq!(
            browser
                .post("/aanmelden/linde/code", &[("code", &code)])
                .await
                .status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
    });
}

#[test]
fn a_recovery_code_works_once_and_wrong_codes_end_the_attempt() {
    story(plain, |house| async move {
        let board = house.board("linde").await;
        board.administrator().await;
        for expected in [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY] {
            let mut browser = house.browser();
            try_password(&mut browser, "jan@linde.test", PASSWORD).await;
            browser.get("/aanmelden/linde/code").await;
            let reply = browser
                .post("/aanmelden/linde/code", &[("code", "AAAAA bbbbb ccccc")])
                .await;
            assert_eq!(reply.status, expected);
        }
        let mut browser = house.browser();
        try_password(&mut browser, "jan@linde.test", PASSWORD).await;
        browser.get("/aanmelden/linde/code").await;
        for _ in 0..4 {
            assert_eq!(
                browser
                    .post("/aanmelden/linde/code", &[("code", "000000")])
                    .await
                    .status,
                StatusCode::UNPROCESSABLE_ENTITY
            );
        }
        assert_eq!(
            browser
                .post("/aanmelden/linde/code", &[("code", "000000")])
                .await
                .status,
            StatusCode::TOO_MANY_REQUESTS
        );
    });
}

#[test]
fn every_way_to_be_wrong_looks_the_same() {
    story(plain, |house| async move {
        let board = house.board("linde").await;
        board.administrator().await;
        board
            .person("anna@linde.test", &[HeldRole::everywhere(Role::Leraar)])
            .await;
        let mut pages = Vec::new();
        // The wrong password, nobody at all, somebody without a password.
        for name in ["jan@linde.test", "niemand@linde.test", "anna@linde.test"] {
            let mut browser = house.browser();
            let reply = try_password(&mut browser, name, "dit is het niet!").await;
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
            pages.push(
                reply
                    .body
                    .replace(name, "NAAM")
                    .replace(&browser.token(), "TOKEN"),
            );
        }
        assert_eq!(pages[0], pages[1]);
        assert_eq!(pages[0], pages[2]);
    });
}

#[test]
fn guessing_is_slow_and_locks_out_nobody_else() {
    story(plain, |house| async move {
        let board = house.board("linde").await;
        let (_, secret) = board.administrator().await;
        let anna = board
            .person("anna@linde.test", &[HeldRole::everywhere(Role::Beheerder)])
            .await;
        board.account(anna, true).await;
        // Jan signs in on his own computer.
        let mut own = house.browser();
        try_password(&mut own, "jan@linde.test", PASSWORD).await;
        own.get("/aanmelden/linde/code").await;
        own.post(
            "/aanmelden/linde/code",
            &[("code", &secret.code(house.now()))],
        )
        .await;
        own.cookies.remove("__Host-pw");
        // Somebody guesses, from everywhere at once.
        let mut checked = 0;
        for network in 0..40 {
            let mut guesser = house.browser().at(&format!("198.51.{network}.7"));
            let reply = try_password(
                &mut guesser,
                "jan@linde.test",
                &format!("gok nummer {network} !"),
            )
            .await;
            checked += usize::from(reply.status == StatusCode::UNPROCESSABLE_ENTITY);
            assert!(matches!(
                reply.status,
                StatusCode::UNPROCESSABLE_ENTITY | StatusCode::TOO_MANY_REQUESTS
            ));
        }
        assert!(checked <= 10, "{checked} guesses were checked");
        // Even the right password is not heard from a strange place now; from Jan's own computer it is, and so is Anna's.
        let mut strange = house.browser().at("198.51.99.7");
        let reply = try_password(&mut strange, "jan@linde.test", PASSWORD).await;
        assert_eq!(reply.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(!reply.header("retry-after").is_empty());
        assert_eq!(
            try_password(&mut own, "jan@linde.test", PASSWORD)
                .await
                .goes_to(),
            "/aanmelden/linde/code"
        );
        assert_eq!(
            try_password(&mut strange, "anna@linde.test", PASSWORD)
                .await
                .goes_to(),
            "/aanmelden/linde/code"
        );
        house.wait(901);
        assert_eq!(
            try_password(&mut strange, "jan@linde.test", PASSWORD)
                .await
                .goes_to(),
            "/aanmelden/linde/code"
        );
    });
}

#[test]
fn a_name_that_nobody_has_is_slowed_down_just_so() {
    story(plain, |house| async move {
        house.board("linde").await;
        let mut refused = 0;
        for at in 0..12 {
            let mut guesser = house.browser().at(&format!("198.51.{at}.7"));
            let reply = try_password(&mut guesser, "niemand@linde.test", "wat dan ook 123").await;
            refused += usize::from(reply.status == StatusCode::TOO_MANY_REQUESTS);
        }
        assert_eq!(refused, 2);
    });
}

#[test]
fn one_network_may_not_try_everybody() {
    story(plain, |house| async move {
        house.board("linde").await;
        let mut heard = 0;
        // 65,536 addresses of one subscriber are one subscriber.
        for at in 0..60 {
            let mut guesser = house.browser().at(&format!("2001:db8:1:2:{at:x}::1"));
            let reply = try_password(
                &mut guesser,
                &format!("naam{at}@linde.test"),
                "Welkom2026!!!",
            )
            .await;
            heard += usize::from(reply.status == StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert_eq!(heard, 20);
    });
}

#[test]
fn a_pupil_gets_an_account_from_school_and_chooses_a_password() {
    story(plain, |house| async move {
        let board = house.board("linde").await;
        let (_, secret) = board.administrator().await;
        let daan = board
            .person("", &[HeldRole::everywhere(Role::Leerling)])
            .await;
        let mut staff = house.browser();
        try_password(&mut staff, "jan@linde.test", PASSWORD).await;
        staff.get("/aanmelden/linde/code").await;
        staff
            .post(
                "/aanmelden/linde/code",
                &[("code", &secret.code(house.now()))],
            )
            .await;
        let address = format!("/leerling/{daan}/account");
        assert_eq!(staff.get(&address).await.status, StatusCode::OK);
        let made = staff.post(&address, &[]).await;
        let (name, code) = {
            let mut codes = made
                .body
                .split("<code>")
                .skip(1)
                .map(|rest| rest.split('<').next().unwrap().to_owned());
            (codes.next().unwrap(), codes.next().unwrap())
        };
        let mut pupil = house.browser();
        assert_eq!(
            try_password(&mut pupil, &name, &code).await.goes_to(),
            "/aanmelden/linde/nieuw"
        );
        pupil.get("/aanmelden/linde/nieuw").await;
        assert_eq!(
            pupil
                .post("/aanmelden/linde/nieuw", &[("wachtwoord", "kort")])
                .await
                .status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        assert_eq!(
            pupil
                .post("/aanmelden/linde/nieuw", &[("wachtwoord", PASSWORD)])
                .await
                .goes_to(),
            "/account"
        );
        assert!(pupil.get("/account").await.body.contains("leerling"));
        // The code of the school has had its time.
        let mut other = house.browser();
        assert_eq!(
            try_password(&mut other, &name, &code).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        // And a pupil makes no accounts.
        assert_eq!(pupil.get(&address).await.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn a_code_of_school_that_lay_about_for_weeks_does_not_work() {
    story(plain, |house| async move {
        let board = house.board("linde").await;
        let daan = board
            .person("", &[HeldRole::everywhere(Role::Leerling)])
            .await;
        board.account(daan, false).await;
        let mut tx = house.us.parts.db.begin(board.id).await.unwrap();
        let mut account = identity::store::accounts::of(&mut tx, daan).await.unwrap();
        account.once = true;
        identity::store::accounts::put(&mut tx, daan, &account, house.now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        house.wait(15 * 24 * 3600);
        let mut pupil = house.browser();
        assert_eq!(
            try_password(&mut pupil, "blauwe-uil-1234", PASSWORD)
                .await
                .status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
    });
}

#[test]
fn a_password_alone_opens_nothing_of_a_grown_up() {
    story(plain, |house| async move {
        let board = house.board("linde").await;
        let person = board
            .person("jan@linde.test", &[HeldRole::everywhere(Role::Beheerder)])
            .await;
        board.account(person, false).await;
        let mut browser = house.browser();
        assert_eq!(
            try_password(&mut browser, "jan@linde.test", PASSWORD)
                .await
                .goes_to(),
            "/account"
        );
        assert!(browser.get("/account").await.body.contains("geen rol"));
        assert_eq!(browser.get("/rechten").await.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn a_teacher_makes_accounts_for_their_own_group_only() {
    story(
        || identity::Config {
            demo: true,
            ..plain()
        },
        |house| async move {
            let board = house.board("linde").await;
            let group = |number| words::GroupId(uuid::Uuid::from_u128(number));
            let ties = |number| identity::Ties {
                groups: vec![group(number)],
                ..identity::Ties::default()
            };
            let anna = board
                .person("anna@linde.test", &[HeldRole::everywhere(Role::Leraar)])
                .await;
            house.town.tie(board.id, anna, ties(4));
            let mut browser = house.browser();
            browser.get("/demo/inloggen").await;
            browser
                .post("/demo/inloggen", &[("wie", "linde leraar")])
                .await;
            for (number, status) in [(4, StatusCode::OK), (5, StatusCode::FORBIDDEN)] {
                let pupil = board
                    .person("", &[HeldRole::everywhere(Role::Leerling)])
                    .await;
                house.town.tie(board.id, pupil, ties(number));
                assert_eq!(
                    browser
                        .get(&format!("/leerling/{pupil}/account"))
                        .await
                        .status,
                    status
                );
            }
            // Nobody makes such an account for a grown-up.
            assert_eq!(
                browser
                    .get(&format!("/leerling/{anna}/account"))
                    .await
                    .status,
                StatusCode::NOT_FOUND
            );
        },
    );
}
