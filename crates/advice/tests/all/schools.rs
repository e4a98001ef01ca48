//! The same doubt at five schools: each goes to whom that school's text names.

use axum::http::StatusCode;
use people::model::Part;
use words::Role;

use crate::house::{ANSWER, STAFF, at_school};

#[test]
fn at_pcc_the_mentor_of_a_pupil_answers_and_the_next_pupil_learns_from_it() {
    at_school(Some("pcc"), |house| async move {
        let pupil = house.who(Role::Leerling);
        let form = house.says(pupil, "/twijfel").await;
        assert!(
            form.contains(
                "Volgens artikel 1 van het protocol antwoordt: mentor, PR-medewerker, directeur"
            ),
            "{form}"
        );
        let address = house
            .asks(pupil, &[("artikel", "4"), ("als", "leerling")])
            .await;
        let page = house.says(pupil, &address).await;
        assert!(
            page.contains("Niet doen") && page.contains("uiterlijk 24 november 2026 17:00"),
            "{page}"
        );
        assert!(
            page.contains("Daarna gaat de vraag ook naar: PR-medewerker"),
            "{page}"
        );
        let mentors = house.around(pupil, Part::Mentor).await;
        let mentor = mentors[0];
        assert!(house.is_on_list(mentor, &address).await);
        for other in STAFF.map(|role| house.who(role)) {
            if !mentors.contains(&other) {
                assert!(!house.is_on_list(other, &address).await);
                let reply = house.get(other, &address).await;
                assert_eq!(reply.status, StatusCode::NOT_FOUND);
            }
        }

        // Somebody else of the list is at work on it.
        let page = house.says(mentor, &address).await;
        assert!(
            page.contains("Mag dit filmpje") && page.contains("Antwoord geven"),
            "{page}"
        );
        house
            .post(mentor, &address, &[("wat", "antwoord")])
            .await
            .again();
        let wrong = [
            ("wat", "antwoord"),
            ("uitkomst", "misschien"),
            ("woorden", "Ja hoor"),
        ];
        house.post(mentor, &address, &wrong).await.again();
        let mut answer = ANSWER.to_vec();
        answer.push(("artikel", "4"));
        house.post(mentor, &address, &answer).await.taken();
        let page = house.says(pupil, &address).await;
        for part in [
            "Mag als er iets verandert",
            "Dit is een advies",
            "artikel 4",
            "Haal de andere klas eruit.",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
        assert!(!house.is_on_list(mentor, &address).await);
        house.post(mentor, &address, &answer).await.again();

        // A slip is taken back, and the question is open again.
        house
            .post(mentor, &address, &[("wat", "terug")])
            .await
            .taken();
        assert!(house.says(pupil, &address).await.contains("Niet doen"));
        assert!(house.is_on_list(mentor, &address).await);
        house.post(mentor, &address, &answer).await.taken();

        // What others learn from it has nobody in it.
        let keep = format!("{address}/eerder");
        house.get(mentor, &keep).await.shown();
        let other = house.get(house.who(Role::Directeur), &keep).await;
        assert_eq!(other.status, StatusCode::NOT_FOUND);
        let told = [
            ("vraag", "Mag een filmpje waarop een andere klas loopt?"),
            ("antwoord", "Ja, als de andere klas er niet op te zien is."),
            ("artikel", "4"),
        ];
        house.post(mentor, &keep, &told).await.again();
        let named = house
            .demo
            .faces
            .iter()
            .find(|face| face.role == Role::Leerling);
        let name = named.unwrap().name.clone();
        let slip = [
            ("vraag", name.as_str()),
            told[1],
            told[2],
            ("anoniem", "ja"),
        ];
        let page = house.post(mentor, &keep, &slip).await.again();
        assert!(page.contains("Haal de naam"), "{page}");
        let sure = [told[0], told[1], told[2], ("anoniem", "ja")];
        let list = house.post(mentor, &keep, &sure).await.taken();
        assert!(
            house
                .says(pupil, &list)
                .await
                .contains("een andere klas loopt")
        );

        // It is shown before the next question is sent, and then the question can still be asked.
        let teacher = house.who(Role::Leraar);
        let question = [
            ("vraag", "Er loopt een klas door het beeld."),
            ("artikel", "4"),
        ];
        let page = house.post(teacher, "/twijfel", &question).await.shown();
        assert!(
            page.contains("Eerder beantwoord") && page.contains("een andere klas loopt"),
            "{page}"
        );
        let again = [question[0], question[1], ("gezien", "4")];
        house.post(teacher, "/twijfel", &again).await.taken();
        assert!(
            house
                .says(teacher, "/twijfel?artikel=4")
                .await
                .contains("een andere klas loopt")
        );

        let head = house.who(Role::Directeur);
        let page = house.get(head, &list).await.shown();
        let (_, rest) = page.split_once("name=\"weg\" value=\"").unwrap();
        let id = rest.split('"').next().unwrap();
        let refused = house.post(mentor, "/twijfel/eerder", &[("weg", id)]).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND);
        house
            .post(head, "/twijfel/eerder", &[("weg", id)])
            .await
            .taken();
        assert!(house.says(pupil, &list).await.contains("nog niets bewaard"));
        let log = house.log().await;
        let expected = [
            "advice_asked asked",
            "advice_answered aanpassen",
            "advice_answered undone",
            "advice_answered aanpassen",
            "advice_precedent kept",
            "advice_asked asked",
            "advice_precedent removed",
        ];
        assert_eq!(log, expected);
    });
}

#[test]
fn at_flex_staff_ask_the_manager_and_the_school_chooses_for_pupils() {
    at_school(Some("flex"), |house| async move {
        let (teacher, pupil) = (house.who(Role::Leraar), house.who(Role::Leerling));
        let address = house
            .asks(teacher, &[("over", "/flex/mag-dit?rollen=leraar&klaar=1")])
            .await;
        assert_eq!(house.waits_for(&address, &STAFF).await, [Role::Teamleider]);
        let leader = house.who(Role::Teamleider);
        let page = house.get(leader, &address).await.shown();
        assert!(
            page.contains("href=\"/flex/mag-dit?rollen=leraar&amp;klaar=1\""),
            "{page}"
        );
        // Nobody answers their own question: a manager asks the manager's manager.
        let own = house.asks(leader, &[]).await;
        assert_eq!(house.waits_for(&own, &STAFF).await, [Role::Directeur]);
        let head = house.who(Role::Directeur);
        let own = house.asks(head, &[]).await;
        assert_eq!(house.waits_for(&own, &STAFF).await, [Role::Bestuur]);
        // An address of elsewhere is no address.
        let away = house
            .asks(teacher, &[("over", "https://elders.example/")])
            .await;
        assert!(!house.get(teacher, &away).await.shown().contains("elders"));

        let home = house.says(head, "/thuis").await;
        assert!(home.contains("Kies wie antwoordt bij twijfel"), "{home}");
        let form = house.says(pupil, "/twijfel").await;
        assert!(
            form.contains("noemt hiervoor niemand") && form.contains("gaat naar de directeur"),
            "{form}"
        );
        let address = house.asks(pupil, &[]).await;
        assert_eq!(house.waits_for(&address, &STAFF).await, [Role::Directeur]);
        let chosen = [
            ("dagen", "2"),
            ("wie-leerling", "mentor"),
            ("wie-ouder", "mentor"),
            ("wie-stagiair", "teamleider"),
            ("wie-betrokkene", "directeur"),
            // What the text says, no school chooses.
            ("wie-leraar", "pr"),
        ];
        house.post(head, "/twijfel/keuzes", &chosen).await.taken();
        let page = house.says(head, "/twijfel/keuzes").await;
        assert!(
            page.contains("Het protocol noemt niemand"),
            "the lint stays in sight: {page}"
        );
        assert!(
            !house
                .says(head, "/thuis")
                .await
                .contains("Kies wie antwoordt")
        );
        let address = house.asks(pupil, &[]).await;
        let mentor = house.around(pupil, Part::Mentor).await[0];
        assert!(house.is_on_list(mentor, &address).await);
        let intern = house.asks(house.who(Role::Stagiair), &[]).await;
        assert_eq!(house.waits_for(&intern, &STAFF).await, [Role::Teamleider]);
        let address = house.asks(teacher, &[]).await;
        assert_eq!(house.waits_for(&address, &STAFF).await, [Role::Teamleider]);
    });
}

#[test]
fn at_verkruisen_staff_ask_the_manager() {
    at_school(Some("verkruisen"), |house| async move {
        let address = house.asks(house.who(Role::Leraar), &[]).await;
        assert_eq!(house.waits_for(&address, &STAFF).await, [Role::Teamleider]);
        let page = house.says(house.who(Role::Leraar), &address).await;
        assert!(page.contains("teamleider (artikel 8)"), "{page}");
    });
}

#[test]
fn at_de_mare_a_teacher_answers_everybody() {
    at_school(Some("demare"), |house| async move {
        let pupil = house.who(Role::Leerling);
        let address = house.asks(pupil, &[]).await;
        for teacher in house.around(pupil, Part::Teacher).await {
            assert!(house.is_on_list(teacher, &address).await);
        }
        // Somebody who teaches nobody asks any teacher of the school.
        let office = house.who(Role::Medewerker);
        let address = house.asks(office, &[]).await;
        let teacher = house.who(Role::Leraar);
        assert!(house.is_on_list(teacher, &address).await);
        let own = house.asks(teacher, &[]).await;
        assert!(
            !house.is_on_list(teacher, &own).await,
            "nobody answers their own question"
        );
    });
}

#[test]
fn at_spoenk_and_without_a_protocol_the_head_answers_until_the_school_chose() {
    for protocol in [Some("spoenk"), None] {
        at_school(protocol, |house| async move {
            for role in [Role::Leraar, Role::Ouder, Role::Leerling] {
                let address = house.asks(house.who(role), &[]).await;
                assert_eq!(house.waits_for(&address, &STAFF).await, [Role::Directeur]);
            }
            let head = house.who(Role::Directeur);
            let chosen = [("dagen", "2"), ("wie-leraar", "antipest")];
            house.post(head, "/twijfel/keuzes", &chosen).await.taken();
            let address = house.asks(house.who(Role::Leraar), &[]).await;
            assert_eq!(house.waits_for(&address, &STAFF).await, [Role::Antipest]);
        });
    }
}
