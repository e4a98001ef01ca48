//! Who reads what, and what stands in the database.

use axum::http::StatusCode;
use people::model::Part;
use store::params;
use words::Role;

use crate::house::{ANSWER, at_school};

#[test]
fn a_question_stands_sealed_and_a_look_at_one_of_a_pupil_is_in_the_log() {
    at_school(Some("pcc"), |house| async move {
        let pupil = house.who(Role::Leerling);
        let address = house.asks(pupil, &[]).await;
        let mentor = house.around(pupil, Part::Mentor).await[0];
        let looks = async || {
            let sql = "SELECT count(*) AS n FROM log_entry WHERE board = $1 AND kind = 'looked' AND object = 'advice' AND subject = $2";
            let mut tx = house.db.read(house.demo.board).await.unwrap();
            let row = tx.one(sql, params![pupil]).await.unwrap();
            row.get::<i64>("n").unwrap()
        };
        house.says(pupil, &address).await;
        house.says(mentor, "/thuis").await;
        assert_eq!(
            looks().await,
            0,
            "one's own question, and a list without it"
        );
        house.says(mentor, &address).await;
        assert_eq!(looks().await, 1);
        house.post(mentor, &address, &ANSWER).await.taken();
        let mut tx = house.db.read(house.demo.board).await.unwrap();
        for sql in [
            "SELECT sealed FROM advice_question WHERE board = $1",
            "SELECT sealed FROM advice_answer WHERE board = $1",
        ] {
            let row = tx.one(sql, params![]).await.unwrap();
            let sealed: Vec<u8> = row.get("sealed").unwrap();
            let said = String::from_utf8_lossy(&sealed);
            assert!(!said.contains("sportdag") && !said.contains("klas"));
        }
    });
}

#[test]
fn who_asks_withdraws_and_nothing_is_left() {
    at_school(Some("flex"), |house| async move {
        let (teacher, leader) = (house.who(Role::Leraar), house.who(Role::Teamleider));
        let address = house.asks(teacher, &[]).await;
        house
            .post(leader, &address, &[("wat", "intrekken")])
            .await
            .taken();
        house.says(teacher, &address).await;
        house
            .post(
                teacher,
                &address,
                &[
                    ("wat", "antwoord"),
                    ("uitkomst", "mag"),
                    ("woorden", "Van mij mag het"),
                ],
            )
            .await;
        assert!(
            house.says(teacher, &address).await.contains("Niet doen"),
            "nobody answers their own question"
        );
        house
            .post(teacher, &address, &[("wat", "intrekken")])
            .await
            .taken();
        for who in [teacher, leader] {
            let gone = house.get(who, &address).await;
            assert_eq!(gone.status, StatusCode::NOT_FOUND);
        }
        house.days(9);
        house.work().await;
        let log = house.log().await;
        assert_eq!(log, ["advice_asked asked", "advice_asked withdrawn"]);
    });
}

#[test]
fn bad_input_is_said_in_words() {
    at_school(Some("demare"), |house| async move {
        let teacher = house.who(Role::Leraar);
        for (question, said) in [
            ("Mag?".to_owned(), "een paar woorden"),
            ("a".repeat(4_001), "Maak de vraag korter"),
        ] {
            let page = house
                .post(teacher, "/twijfel", &[("vraag", &question)])
                .await
                .again();
            assert!(page.contains(said), "{page}");
        }
        for address in [
            "/twijfel/0",
            "/twijfel/0193a000000070008000000000000000",
            "/twijfel?school=0",
        ] {
            let reply = house.get(teacher, address).await;
            assert_eq!(reply.status, StatusCode::NOT_FOUND, "{address}");
        }
        let odd = [("artikel", "99"), ("als", "koning")];
        let address = house.asks(teacher, &odd).await;
        assert!(!house.says(teacher, &address).await.contains("99"));
    });
}
