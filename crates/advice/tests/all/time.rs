//! The clock of a question: a reminder, going on, handing over, and forgetting.

use jiff::SignedDuration;
use people::model::Part;
use store::params;
use words::Role;

use crate::house::{ANSWER, STAFF, at_school};

#[test]
fn a_question_goes_on_until_somebody_answers_and_no_letter_repeats_it() {
    at_school(Some("pcc"), |house| async move {
        let teacher = house.who(Role::Leraar);
        let address = house.asks(teacher, &[]).await;
        assert_eq!(house.waits_for(&address, &STAFF).await, [Role::Pr]);
        house.work().await;
        assert_eq!(house.letters().len(), 1);
        // It was asked on a Saturday: Tuesday is the second school day.
        house.days(2);
        house.work().await;
        assert_eq!(house.letters().len(), 1, "Monday is quiet");
        house.days(1);
        house.work().await;
        let letters = house.letters();
        assert_eq!(letters.len(), 2, "Tuesday morning it reminds");
        assert!(letters[1].1.subject.contains("nog een vraag"));
        house.clock.advance(SignedDuration::from_hours(7));
        house.days(0);
        house.work().await;
        assert_eq!(
            house.waits_for(&address, &STAFF).await,
            [Role::Pr, Role::Directeur],
            "it goes on, and whoever had it may still answer"
        );
        let page = house.says(house.who(Role::Directeur), "/thuis").await;
        assert!(page.contains("Nu Beantwoord een vraag"), "{page}");
        let page = house.says(teacher, &address).await;
        assert!(
            page.contains("ligt bij: directeur") && page.contains("Niet doen"),
            "{page}"
        );
        house.days(2);
        house.work().await;
        let at = house.waits_for(&address, &STAFF).await;
        assert_eq!(at, [Role::Pr, Role::Directeur, Role::Bestuur]);
        // Nobody comes after the board: every school day it is reminded.
        let before = house.letters().len();
        for _ in 0..7 {
            house.days(1);
            house.work().await;
        }
        assert!(house.letters().len() > before + 2);
        let page = house.says(teacher, &address).await;
        assert!(
            page.contains("had er") && page.contains("Niet doen"),
            "{page}"
        );
        let board = house.who(Role::Bestuur);
        house.post(board, &address, &ANSWER).await.taken();
        let after = house.letters().len();
        house.work().await;
        assert_eq!(house.letters().len(), after + 1, "who asked hears of it");
        for (_, letter) in house.letters() {
            assert!(letter.text.contains(&address), "{}", letter.text);
            assert!(
                !letter.text.contains("sportdag") && !letter.text.contains("andere klas"),
                "{}",
                letter.text
            );
        }
        let said = house.letters().len();
        house.days(30);
        house.work().await;
        assert_eq!(house.letters().len(), said, "an answered question is quiet");
        let went_on = house.log().await;
        let went_on = went_on
            .iter()
            .filter(|one| one.starts_with("advice_went_on"));
        assert_eq!(went_on.count(), 2);
    });
}

#[test]
fn one_hands_it_over_to_another_who_may_answer_and_to_nobody_else() {
    at_school(Some("flex"), |house| async move {
        let teacher = house.who(Role::Leraar);
        let (leader, head) = (house.who(Role::Teamleider), house.who(Role::Directeur));
        let address = house.asks(teacher, &[]).await;
        let page = house.get(leader, &address).await.shown();
        assert!(page.contains(&format!("value=\"{head}\"")), "{page}");
        let (pupil, to) = (house.who(Role::Leerling).to_string(), head.to_string());
        for nobody in [pupil.as_str(), "", "0"] {
            let fields = [("wat", "geef"), ("aan", nobody)];
            house.post(leader, &address, &fields).await.again();
        }
        house
            .post(leader, &address, &[("wat", "geef"), ("aan", &to)])
            .await
            .taken();
        assert_eq!(house.waits_for(&address, &STAFF).await, [Role::Directeur]);
        house.work().await;
        let letters = house.letters();
        assert!(letters.last().unwrap().1.subject.contains("overgedragen"));
        // Somebody who has it in hand does not leave without it.
        let leaving = house
            .says(
                house.who(Role::Beheerder),
                &format!("/mensen/{head}/vertrek"),
            )
            .await;
        assert!(
            leaving.contains("Een vraag bij twijfel is aan deze persoon overgedragen"),
            "{leaving}"
        );
        house.post(head, &address, &ANSWER).await.taken();
        assert!(
            house
                .says(teacher, &address)
                .await
                .contains("Haal de andere klas eruit.")
        );
    });
}

#[test]
fn two_do_not_answer_at_once() {
    at_school(Some("pcc"), |house| async move {
        let teacher = house.who(Role::Leraar);
        let address = house.asks(teacher, &[]).await;
        let (pr, head) = (house.who(Role::Pr), house.who(Role::Directeur));
        let fields = [("wat", "geef"), ("aan", &*head.to_string())];
        house.post(pr, &address, &fields).await.taken();
        let key = address.replace("/twijfel/", "advice-");
        house.post(head, "/thuis", &[("pak", &key)]).await.taken();
        let page = house.says(pr, &address).await;
        assert!(page.contains("is hiermee bezig tot 12:00"), "{page}");
        let busy = house.post(pr, &address, &ANSWER).await.again();
        assert!(
            busy.contains("is hiermee bezig. Neem het eerst over"),
            "{busy}"
        );
        house.post(head, &address, &ANSWER).await.taken();
        house.post(pr, &address, &ANSWER).await.again();
    });
}

#[test]
fn a_question_goes_a_year_after_it_was_answered_and_what_was_learned_stays() {
    at_school(Some("pcc"), |house| async move {
        let pupil = house.who(Role::Leerling);
        let mentor = house.around(pupil, Part::Mentor).await[0];
        let address = house.asks(pupil, &[("artikel", "4")]).await;
        house.post(mentor, &address, &ANSWER).await.taken();
        let told = [
            ("vraag", "Mag een filmpje waarop een andere klas loopt?"),
            ("antwoord", "Ja, als de andere klas er niet op te zien is."),
            ("artikel", "4"),
            ("anoniem", "ja"),
        ];
        house
            .post(mentor, &format!("{address}/eerder"), &told)
            .await
            .taken();
        house.days(365);
        house.work().await;
        let count = async |sql| {
            let mut tx = house.db.read(house.demo.board).await.unwrap();
            let row = tx.one(sql, params![]).await.unwrap();
            row.get::<i64>("n").unwrap()
        };
        let questions = "SELECT count(*) AS n FROM advice_question WHERE board = $1";
        assert_eq!(count(questions).await, 1);
        house.days(2);
        house.work().await;
        assert_eq!(count(questions).await, 0);
        for gone in [
            "SELECT count(*) AS n FROM advice_answer WHERE board = $1",
            "SELECT count(*) AS n FROM advice_desk WHERE board = $1",
        ] {
            assert_eq!(count(gone).await, 0);
        }
        assert_eq!(
            count("SELECT count(*) AS n FROM advice_precedent WHERE board = $1").await,
            1
        );
    });
}
