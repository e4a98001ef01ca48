//! A link in a letter that asks something: it opens that, once, and nothing else.

use axum::http::StatusCode;
use identity::invite::{self, Link};
use identity::{Config, HeldRole};
use words::{Locale, PersonId, Role};

use crate::{Board, House, plain, story};

/// As the program is: who came by a letter may open one page.
fn asking() -> Config {
    Config {
        letters: vec!["/rechten.csv".into(), "/account/wachtwoord".into()],
        ..plain()
    }
}

async fn sent<'a>(house: &'a House, roles: &[HeldRole]) -> (Board<'a>, PersonId, String) {
    let board = house.board("linde").await;
    let person = board.person("fatima@ouders.test", roles).await;
    let keys = &board.keys;
    let link = Link::of(keys, "brief-1", person, "/account/wachtwoord", house.now());
    let mut tx = house.us.parts.db.begin(board.id).await.unwrap();
    // A letter that is made twice has one link.
    for _ in 0..2 {
        invite::keep(&mut tx, std::slice::from_ref(&link))
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    (board, person, link.path(Locale::Nl, "linde"))
}

#[test]
fn a_link_opens_what_it_asks_and_nothing_else() {
    story(asking, |house| async move {
        let roles = [
            HeldRole::everywhere(Role::Ouder),
            HeldRole::everywhere(Role::Beheerder),
        ];
        let (_, _, link) = sent(&house, &roles).await;
        let mut phone = house.browser();
        // A program that looks into letters opens links, and uses nothing up.
        for _ in 0..3 {
            let page = phone.get(&link).await;
            assert!(
                page.body.contains("De school vraagt u iets"),
                "{}",
                page.body
            );
        }
        let goes_to = phone.post(&link, &[]).await.goes_to().to_owned();
        assert_eq!(goes_to, "/account/wachtwoord");
        let page = phone.get("/rechten.csv").await;
        assert_eq!(
            page.status,
            StatusCode::FORBIDDEN,
            "an administrator came in without a role"
        );
        for closed in ["/account", "/rechten", "/beheer/inloggen"] {
            let asked = phone.get(closed).await;
            assert!(asked.goes_to().starts_with("/aanmelden?naar="), "{closed}");
        }
    });
}

#[test]
fn a_link_that_does_not_work_any_more_is_sent_again_to_the_address_of_the_school() {
    story(asking, |house| async move {
        let (board, person, link) = sent(&house, &[HeldRole::everywhere(Role::Ouder)]).await;
        let mut first = house.browser();
        first.get(&link).await;
        assert_eq!(first.post(&link, &[]).await.status, StatusCode::SEE_OTHER);
        // Somebody to whom it was forwarded.
        let mut other = house.browser();
        let page = other.get(&link).await;
        assert!(page.body.contains("werkt niet meer"), "{}", page.body);
        assert!(
            !page.body.contains("fatima"),
            "a stranger learns nobody's address"
        );
        assert_eq!(
            other.post(&link, &[]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        let again = format!("{link}/nieuw");
        let mut said = Vec::new();
        for _ in 0..5 {
            other.get(&link).await;
            said.push(other.post(&again, &[]).await.body);
        }
        other.get(&link).await;
        let never = other
            .post("/aanmelden/linde/brief/0000/nieuw", &[])
            .await
            .body;
        let plain = |page: &str, path: &str| page.replace(path, "").replace("0000", "");
        let token = link.rsplit('/').next().unwrap();
        assert_eq!(plain(&said[0], token), plain(&never, "0000"));
        house.runner.run_due().await.unwrap();
        let letters = house.outbox.letters();
        assert_eq!(
            letters.len(),
            3,
            "no more than three in a quarter of an hour"
        );
        assert!(letters.iter().all(|one| one.1.to == "fatima@ouders.test"));
        let text = &letters[0].1.text;
        let fresh = text.split_once("https://plein.test").unwrap().1;
        let fresh = fresh.split_whitespace().next().unwrap().to_owned();
        let mut third = house.browser().at("203.0.113.9");
        assert_eq!(third.get(&fresh).await.status, StatusCode::OK);
        // Taken back: the reader lost their say.
        let mut tx = house.us.parts.db.begin(board.id).await.unwrap();
        assert_eq!(invite::end(&mut tx, person, house.now()).await.unwrap(), 3);
        tx.commit().await.unwrap();
        assert_eq!(
            third.post(&fresh, &[]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
    });
}

#[test]
fn a_link_works_for_two_weeks() {
    story(asking, |house| async move {
        let (_, _, link) = sent(&house, &[HeldRole::everywhere(Role::Ouder)]).await;
        house.wait(14 * 24 * 3600 - 1);
        let mut browser = house.browser();
        assert_eq!(browser.get(&link).await.status, StatusCode::OK);
        house.wait(1);
        assert_eq!(
            browser.post(&link, &[]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
    });
}
