//! Work that was given up is seen by who runs the board, and tried again by them.

use axum::http::StatusCode;
use serde_json::json;
use store::NewJob;
use store::jobs::{Ending, Runner, handler};
use words::Role;

use crate::house::{at_school, text};

#[test]
fn a_letter_that_was_given_up_is_tried_again_by_the_administrator() {
    at_school(|house| async move {
        let now = shell::Clock::now(&*house.clock);
        let mut tx = house.db.begin(house.demo.board).await.unwrap();
        let letter = NewJob {
            kind: "mail",
            key: "a".into(),
            payload: json!("aabb"),
            due: now,
        };
        tx.job(letter).await.unwrap();
        tx.commit().await.unwrap();
        let refuse = handler(|_, _, _| async {
            Ok(Ending::Dead {
                fault: "the mail server answered 550".into(),
            })
        });
        let runner = Runner::new(house.db.clone(), move || now, [("mail", refuse)]);
        runner.run_due().await.unwrap();

        let keeper = house.who(Role::Beheerder);
        let page = house.get(keeper, "/taken").await.shown();
        assert!(
            text(&page).contains("Een brief") && page.contains("answered 550"),
            "{}",
            text(&page)
        );
        assert!(!page.contains("aabb"), "what a letter says is not shown");
        let (_, rest) = page.split_once("name=\"taak\" value=\"").unwrap();
        let id = rest.split('"').next().unwrap();
        assert_eq!(
            house.post(keeper, "/taken", &[("taak", id)]).await.taken(),
            "/taken"
        );
        assert!(text(&house.get(keeper, "/taken").await.shown()).contains("Er is niets opgegeven"));
        assert_eq!(
            house.post(keeper, "/taken", &[("taak", id)]).await.taken(),
            "/taken"
        );
        let nonsense = house.post(keeper, "/taken", &[("taak", "niets")]).await;
        assert_eq!(nonsense.status, StatusCode::NOT_FOUND);
        let director = house.get(house.who(Role::Directeur), "/taken").await;
        assert_eq!(director.status, StatusCode::FORBIDDEN);
    });
}
