//! A link by mail, for parents.

use axum::http::StatusCode;
use identity::HeldRole;
use words::Role;

use crate::{Board, House, plain, story};

async fn parent(house: &House) -> Board<'_> {
    let board = house.board("linde").await;
    board
        .person("fatima@ouders.test", &[HeldRole::everywhere(Role::Ouder)])
        .await;
    board
}

async fn ask(house: &House, address: &str) -> crate::browser::Reply {
    let mut browser = house.browser();
    browser.get("/aanmelden/linde").await;
    browser
        .post("/aanmelden/linde/mail", &[("mail", address)])
        .await
}

/// The path of the link in the last letter.
fn link(house: &House) -> String {
    let letters = house.outbox.letters();
    let text = letters.last().unwrap().1.text.clone();
    let rest = text.split_once("https://plein.test").unwrap().1;
    rest.split_whitespace().next().unwrap().to_owned()
}

#[test]
fn a_parent_signs_in_by_a_link() {
    story(plain, |house| async move {
        parent(&house).await;
        assert_eq!(
            ask(&house, "Fatima@Ouders.test").await.status,
            StatusCode::OK
        );
        assert!(
            house.outbox.letters().is_empty(),
            "nothing is sent while somebody waits"
        );
        house.runner.run_due().await.unwrap();
        let letters = house.outbox.letters();
        assert_eq!(letters.len(), 1);
        let letter = &letters[0].1;
        assert_eq!(
            (letter.to.as_str(), letter.language.as_str()),
            ("fatima@ouders.test", "nl")
        );
        assert!(
            letter.text.starts_with("Beste fatima Test,")
                && letter.html.as_ref().unwrap().contains(&link(&house))
        );
        // Any browser will do.
        let mut phone = house.browser();
        let page = phone.get(&link(&house)).await;
        assert!(page.body.contains("U kunt nu inloggen"), "{}", page.body);
        assert_eq!(phone.post(&link(&house), &[]).await.goes_to(), "/account");
        assert!(
            phone
                .get("/account")
                .await
                .body
                .contains("ouder of verzorger")
        );
    });
}

#[test]
fn a_program_that_opens_links_uses_nothing_up_and_a_link_works_once() {
    story(plain, |house| async move {
        parent(&house).await;
        ask(&house, "fatima@ouders.test").await;
        house.runner.run_due().await.unwrap();
        for _ in 0..5 {
            assert_eq!(
                house.browser().get(&link(&house)).await.status,
                StatusCode::OK
            );
        }
        // Several browsers that press at once: one gets in.
        let mut open = Vec::new();
        for _ in 0..4 {
            let mut browser = house.browser();
            browser.get(&link(&house)).await;
            open.push(browser);
        }
        let path = link(&house);
        let pressed = open.iter_mut().map(|browser| browser.post(&path, &[]));
        let mut entered = 0;
        for reply in futures_of(pressed).await {
            entered += usize::from(reply.status == StatusCode::SEE_OTHER);
        }
        assert_eq!(entered, 1);
        let stale = house.browser().get(&path).await;
        assert!(
            stale.status == StatusCode::UNPROCESSABLE_ENTITY
                && stale.body.contains("werkt niet meer")
        );
    });
}

/// Waits for all at once.
async fn futures_of<F: Future>(all: impl Iterator<Item = F>) -> Vec<F::Output> {
    let mut all: Vec<_> = all.map(|one| (Box::pin(one), None)).collect();
    std::future::poll_fn(|context| {
        let mut waiting = false;
        for (one, done) in &mut all {
            if done.is_none() {
                match one.as_mut().poll(context) {
                    std::task::Poll::Ready(answer) => *done = Some(answer),
                    std::task::Poll::Pending => waiting = true,
                }
            }
        }
        if waiting {
            std::task::Poll::Pending
        } else {
            std::task::Poll::Ready(())
        }
    })
    .await;
    all.into_iter().map(|(_, done)| done.unwrap()).collect()
}

#[test]
fn whether_an_address_is_known_nobody_learns() {
    story(plain, |house| async move {
        parent(&house).await;
        let (known, unknown) = (
            ask(&house, "fatima@ouders.test").await,
            ask(&house, "niemand@ouders.test").await,
        );
        assert_eq!((known.status, &known.body), (unknown.status, &unknown.body));
        // The same work is done for both before the answer: a job each.
        let mut tx = house
            .us
            .parts
            .db
            .read(house.us.parts.db.boards().await.unwrap()[0].id)
            .await
            .unwrap();
        let jobs = tx.jobs_in("ready").await.unwrap();
        let asked: Vec<_> = jobs
            .iter()
            .filter(|job| job.kind == "sign_in_link")
            .collect();
        assert_eq!(asked.len(), 2);
        for job in asked {
            let payload = job.payload.to_string();
            assert!(
                !payload.contains("ouders.test") && !payload.contains("fatima"),
                "{payload}"
            );
        }
        drop(tx);
        house.runner.run_due().await.unwrap();
        assert_eq!(house.outbox.letters().len(), 1);
        // Nor by asking until it is refused.
        let mut answers = Vec::new();
        for _ in 0..6 {
            answers.push((
                ask(&house, "fatima@ouders.test").await.body,
                ask(&house, "niemand@ouders.test").await.body,
            ));
        }
        assert!(answers.iter().all(|(known, unknown)| known == unknown));
        house.runner.run_due().await.unwrap();
        assert_eq!(
            house.outbox.letters().len(),
            3,
            "three letters in a quarter of an hour"
        );
    });
}

#[test]
fn a_link_works_for_half_an_hour() {
    story(plain, |house| async move {
        parent(&house).await;
        ask(&house, "fatima@ouders.test").await;
        house.runner.run_due().await.unwrap();
        let mut browser = house.browser();
        browser.get(&link(&house)).await;
        house.wait(30 * 60 + 1);
        assert_eq!(
            browser.post(&link(&house), &[]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        assert!(!browser.is_in().await);
    });
}

#[test]
fn a_letter_that_comes_too_late_is_not_sent() {
    story(plain, |house| async move {
        parent(&house).await;
        ask(&house, "fatima@ouders.test").await;
        house.wait(31 * 60);
        house.runner.run_due().await.unwrap();
        assert!(house.outbox.letters().is_empty());
    });
}

#[test]
fn a_teacher_who_is_a_parent_too_comes_in_as_a_parent_only() {
    story(plain, |house| async move {
        let board = house.board("linde").await;
        let roles = [
            HeldRole::everywhere(Role::Ouder),
            HeldRole::everywhere(Role::Beheerder),
        ];
        board.person("fatima@ouders.test", &roles).await;
        ask(&house, "fatima@ouders.test").await;
        house.runner.run_due().await.unwrap();
        let mut browser = house.browser();
        browser.get(&link(&house)).await;
        browser.post(&link(&house), &[]).await;
        let page = browser.get("/account").await;
        assert!(
            page.body.contains("ouder of verzorger") && !page.body.contains("beheerder"),
            "{}",
            page.body
        );
        assert_eq!(browser.get("/rechten").await.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn a_link_of_one_board_opens_nothing_of_another() {
    story(plain, |house| async move {
        parent(&house).await;
        house.board("eik").await;
        ask(&house, "fatima@ouders.test").await;
        house.runner.run_due().await.unwrap();
        let elsewhere = link(&house).replace("/linde/", "/eik/");
        assert_eq!(
            house.browser().get(&elsewhere).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
    });
}

#[test]
fn what_is_no_address_is_told_so() {
    story(plain, |house| async move {
        parent(&house).await;
        let reply = ask(&house, "fatima").await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            reply.body.contains("Vul een e-mailadres in")
                && reply.body.contains("value=\"fatima\"")
        );
    });
}
