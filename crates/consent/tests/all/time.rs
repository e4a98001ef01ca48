//! What the calendar, another board and a wrong clock do.

use axum::http::StatusCode;
use consent::rules::{Reason, Shown};
use jiff::SignedDuration;
use people::store::guardians;
use people::year::turns;
use words::Role;

use crate::family::field;
use crate::house::at_school;

#[test]
fn at_sixteen_the_parents_yes_ends_and_the_pupil_decides() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let (family, cell) = (house.family(2, 13..14).await, house.on_the_website().await);
        let (parent, name) = (family.guardians[0], field(family.pupil, cell));
        house
            .post(parent, "/toestemming", &[(&name, "ja")])
            .await
            .taken();
        // A pupil who is fine with it says so at thirteen; at sixteen that is no yes of one's own yet.
        house
            .post(family.pupil, "/toestemming", &[(&name, "ja")])
            .await
            .taken();
        let keys = house.keys().await;
        let mut tx = house.db.read(house.demo.board).await.unwrap();
        let person = people::store::persons::person(&mut tx, &keys, family.pupil)
            .await
            .unwrap()
            .unwrap();
        drop(tx);
        let birthday = turns(person.details.unwrap().born.unwrap(), 16);
        let days = house.today().until(birthday).unwrap().get_days();
        house.days(i64::from(days) - 1);
        assert_eq!(house.holds(family.pupil, cell).await.shown, Shown::May);
        house.days(1);
        assert_eq!(
            house.holds(family.pupil, cell).await.reason,
            Reason::SaysItSelf
        );
        let refused = house.post(parent, "/toestemming", &[(&name, "nee")]).await;
        assert_eq!(
            refused.status,
            StatusCode::NOT_FOUND,
            "no parent answers for who is sixteen"
        );
        house
            .post(family.pupil, "/toestemming", &[(&name, "ja")])
            .await
            .taken();
        assert_eq!(house.holds(family.pupil, cell).await.reason, Reason::OwnYes);
    });
}

#[test]
fn a_guardian_who_lost_authority_says_nothing_any_more() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let (family, cell) = (house.family(2, 6..11).await, house.on_the_website().await);
        let (parent, name) = (family.guardians[0], field(family.pupil, cell));
        house
            .post(parent, "/toestemming", &[(&name, "ja")])
            .await
            .taken();
        let mut tx = house.db.begin(house.demo.board).await.unwrap();
        guardians::end(&mut tx, family.pupil, parent, house.today())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        house.days(1);
        assert_eq!(house.holds(family.pupil, cell).await.reason, Reason::NoSay);
        let refused = house.post(parent, "/toestemming", &[(&name, "ja")]).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_clock_that_is_set_back_changes_no_order() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let (family, cell) = (house.family(1, 6..11).await, house.on_the_website().await);
        let (parent, name) = (family.guardians[0], field(family.pupil, cell));
        house
            .post(parent, "/toestemming", &[(&name, "ja")])
            .await
            .taken();
        house.clock.advance(SignedDuration::from_hours(-30));
        house
            .post(parent, "/toestemming", &[(&name, "nee")])
            .await
            .taken();
        assert_eq!(
            house.holds(family.pupil, cell).await.reason,
            Reason::GuardianNo
        );
        let mut tx = house.db.read(house.demo.board).await.unwrap();
        let all = consent::store::events::of_person(&mut tx, family.pupil)
            .await
            .unwrap();
        assert_eq!(
            all.iter().map(|event| event.number).collect::<Vec<_>>(),
            [1, 2]
        );
        assert!(all[0].at <= all[1].at);
    });
}

#[test]
fn two_guardians_at_the_same_moment_are_both_heard() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let (family, cell) = (house.family(2, 6..11).await, house.on_the_website().await);
        let name = field(family.pupil, cell);
        let yes = [(name.as_str(), "ja")];
        let no = [(name.as_str(), "nee")];
        let both = tokio::join!(
            house.post(family.guardians[0], "/toestemming", &yes),
            house.post(family.guardians[1], "/toestemming", &no)
        );
        both.0.taken();
        both.1.taken();
        assert_eq!(
            house.holds(family.pupil, cell).await.reason,
            Reason::GuardianNo
        );
        let mut tx = house.db.read(house.demo.board).await.unwrap();
        let all = consent::store::events::of_person(&mut tx, family.pupil)
            .await
            .unwrap();
        assert_eq!(all.len(), 2);
    });
}

#[test]
fn somebody_of_another_board_is_not_there() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let stranger = house
            .other
            .faces
            .iter()
            .find(|face| face.role == Role::Leerling)
            .unwrap()
            .person;
        let office = house.who(Role::Medewerker);
        for address in ["", "/papier"] {
            let reply = house
                .get(office, &format!("/toestemmingen/{stranger}{address}"))
                .await;
            assert_eq!(reply.status, StatusCode::NOT_FOUND);
        }
        let cell = house.on_the_website().await;
        let reply = house
            .post(office, "/toestemming", &[(&field(stranger, cell), "ja")])
            .await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND);
    });
}
