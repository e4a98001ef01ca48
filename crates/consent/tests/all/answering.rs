//! Parents and pupils answer and withdraw.

use axum::http::StatusCode;
use consent::rules::{Reason, Shown};
use consent::store::publications::{self, Publication, What};
use decisions::store::{Query, find};
use words::{Channel, PublicationId, Role};

use crate::family::field;
use crate::house::{House, at_school, text};

#[test]
fn a_parent_answers_and_withdraws_and_it_holds_at_once() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let (family, cell) = (house.family(2, 6..11).await, house.on_the_website().await);
        let (one, name) = (family.guardians[0], field(family.pupil, cell));
        let page = house.get(one, "/toestemming").await.shown();
        assert!(page.contains(&name) && text(&page).contains("Nog geen antwoord."));
        assert!(!page.contains("checked"), "nothing is filled in beforehand");
        assert_eq!(
            house.holds(family.pupil, cell).await.reason,
            Reason::Unanswered
        );

        let saved = house
            .post(one, "/toestemming", &[(&name, "ja")])
            .await
            .taken();
        assert!(text(&house.get(one, &saved).await.shown()).contains("Foto op de website"));
        let outcome = house.holds(family.pupil, cell).await;
        assert_eq!((outcome.shown, outcome.written), (Shown::May, true));

        let again = house
            .post(one, "/toestemming", &[(&name, "ja")])
            .await
            .taken();
        assert_eq!(again, "/toestemming", "the same once more is nothing new");
        house
            .post(one, "/toestemming", &[("intrek", &name)])
            .await
            .taken();
        let outcome = house.holds(family.pupil, cell).await;
        assert_eq!(
            (outcome.shown, outcome.reason),
            (Shown::MayNot, Reason::GuardianNo)
        );

        let mut tx = house.db.read(house.demo.board).await.unwrap();
        let query = Query {
            kind: Some("consent".into()),
            ..Query::default()
        };
        let told: Vec<String> = find(&mut tx, &query)
            .await
            .unwrap()
            .into_iter()
            .map(|one| one.entry.outcome)
            .collect();
        assert_eq!(told, ["withdrawn", "given"]);
    });
}

#[test]
fn one_yes_is_enough_and_the_no_of_the_other_blocks() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let (family, cell) = (house.family(2, 6..11).await, house.on_the_website().await);
        let name = field(family.pupil, cell);
        house
            .post(family.guardians[0], "/toestemming", &[(&name, "ja")])
            .await
            .taken();
        assert_eq!(house.holds(family.pupil, cell).await.shown, Shown::May);
        house
            .post(family.guardians[1], "/toestemming", &[(&name, "nee")])
            .await
            .taken();
        assert_eq!(
            house.holds(family.pupil, cell).await.reason,
            Reason::GuardianNo
        );
    });
}

#[test]
fn a_pupil_of_twelve_withdraws_and_a_parent_who_says_yes_again_asks_for_a_talk() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let (family, cell) = (house.family(2, 12..14).await, house.on_the_website().await);
        let (parent, name) = (family.guardians[0], field(family.pupil, cell));
        house
            .post(parent, "/toestemming", &[(&name, "ja")])
            .await
            .taken();
        let page = text(&house.get(family.pupil, "/toestemming").await.shown());
        assert!(
            page.contains("Jij kunt altijd nee zeggen") && page.contains("Ik wil dit niet"),
            "{page}"
        );
        house
            .post(family.pupil, "/toestemming", &[(&name, "nee")])
            .await
            .taken();
        assert_eq!(
            house.holds(family.pupil, cell).await.reason,
            Reason::PupilNo
        );

        house
            .post(parent, "/toestemming", &[(&name, "nee")])
            .await
            .taken();
        let saved = house
            .post(parent, "/toestemming", &[(&name, "ja")])
            .await
            .taken();
        assert_eq!(
            house.holds(family.pupil, cell).await.reason,
            Reason::PupilNo
        );
        assert!(text(&house.get(parent, &saved).await.shown()).contains("heeft zelf nee gezegd"));
        let mut tx = house.db.read(house.demo.board).await.unwrap();
        assert_eq!(consent::store::talks::open(&mut tx).await.unwrap().len(), 1);
    });
}

#[test]
fn a_child_of_somebody_else_is_not_there() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let (family, cell) = (house.family(2, 6..11).await, house.on_the_website().await);
        let other = house.family(1, 6..11).await;
        let (name, mine) = (field(family.pupil, cell), field(other.pupil, cell));
        for who in [other.guardians[0], house.who(Role::Leraar), family.pupil] {
            let reply = house
                .post(who, "/toestemming", &[(&mine, "ja"), (&name, "ja")])
                .await;
            assert_eq!(reply.status, StatusCode::NOT_FOUND);
        }
        assert_eq!(
            house.holds(family.pupil, cell).await.reason,
            Reason::Unanswered
        );
        assert_eq!(
            house.holds(other.pupil, cell).await.reason,
            Reason::Unanswered,
            "all of it or nothing"
        );
        for wrong in ["ongedaan", "misschien", ""] {
            let reply = house
                .post(family.guardians[0], "/toestemming", &[(&name, wrong)])
                .await;
            assert_eq!(reply.status, StatusCode::NOT_FOUND, "{wrong}");
        }
    });
}

pub(crate) async fn publish(
    house: &House,
    person: words::PersonId,
    cell: consent::model::Cell,
) -> PublicationId {
    let id = PublicationId(uuid::Uuid::now_v7());
    let one = Publication {
        id,
        school: house.demo.school,
        channel: Channel::Website,
        published_at: shell::Clock::now(&*house.clock),
        removed_at: None,
        what: What {
            title: "Sportdag".into(),
            address: "https://school.example/sportdag".into(),
        },
    };
    let keys = house.keys().await;
    let mut tx = house.db.begin(house.demo.board).await.unwrap();
    publications::publish(&mut tx, &keys, &[(one, vec![(person, cell)])])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    id
}

#[test]
fn a_withdrawal_asks_back_what_is_public() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let (family, cell) = (house.family(1, 6..11).await, house.on_the_website().await);
        let (parent, name) = (family.guardians[0], field(family.pupil, cell));
        house
            .post(parent, "/toestemming", &[(&name, "ja")])
            .await
            .taken();
        let id = publish(&house, family.pupil, cell).await;
        let saved = house
            .post(parent, "/toestemming", &[("intrek", &name)])
            .await
            .taken();
        assert!(text(&house.get(parent, &saved).await.shown()).contains("Sportdag (Website)"));
        let keys = house.keys().await;
        let mut tx = house.db.begin(house.demo.board).await.unwrap();
        let open = publications::open(&mut tx, &keys, house.demo.school, 10)
            .await
            .unwrap();
        assert_eq!(open.len(), 1);
        let now = shell::Clock::now(&*house.clock);
        assert!(publications::is_gone(&mut tx, id, None, now).await.unwrap());
        assert!(
            publications::open(&mut tx, &keys, house.demo.school, 10)
                .await
                .unwrap()
                .is_empty()
        );
        assert!(
            publications::with(&mut tx, &keys, family.pupil)
                .await
                .unwrap()
                .is_empty()
        );
    });
}

#[test]
fn whoever_is_protected_is_asked_back_from_what_is_public() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let (family, cell) = (house.family(1, 6..11).await, house.on_the_website().await);
        let (director, name) = (house.who(Role::Directeur), field(family.pupil, cell));
        house
            .post(family.guardians[0], "/toestemming", &[(&name, "ja")])
            .await
            .taken();
        publish(&house, family.pupil, cell).await;
        let at = format!("/toestemmingen/{}/bescherming", family.pupil);
        house
            .post(director, &at, &[("reden", "geheim adres")])
            .await
            .taken();
        let todo = text(&house.get(director, "/toestemmingen/wacht").await.shown());
        assert!(todo.contains("Sportdag"), "{todo}");
    });
}
