//! Where the text sends parents to each other, each answers for their own child, and silence is no.

use axum::http::StatusCode;
use people::model::Part;
use people::rules::{Standing, standing};
use people::store::guardians;
use words::{PersonId, Role};

use crate::house::{House, STAFF, at_school};

/// Other parents of the groups of a parent's children, with the child they speak for.
async fn others(house: &House, parent: PersonId) -> Vec<(PersonId, PersonId)> {
    let mut tx = house.db.read(house.demo.board).await.unwrap();
    let mut found = Vec::new();
    let bonds = guardians::of_guardian(&mut tx, parent).await.unwrap();
    let is_own = |pupil| bonds.iter().any(|bond| bond.pupil == pupil);
    for own in &bonds {
        for pupil in house.around(own.pupil, Part::Pupil).await {
            for bond in guardians::of_pupil(&mut tx, pupil).await.unwrap() {
                let represents = standing(&bond, None, house.today()) == Standing::Represents;
                if represents && bond.guardian != parent && !is_own(pupil) {
                    found.push((bond.guardian, pupil));
                }
            }
        }
    }
    found
}

#[test]
fn parents_ask_each_other_and_a_no_stands() {
    at_school(Some("verkruisen"), |house| async move {
        let parent = house.who(Role::Ouder);
        let form = house.says(parent, "/twijfel").await;
        assert!(form.contains("vragen ouders het aan elkaar"), "{form}");
        let address = house.asks(parent, &[("als", "ouder")]).await;
        assert!(house.waits_for(&address, &STAFF).await.is_empty());
        let page = house.says(parent, &address).await;
        assert!(page.contains("Wie niet antwoordt, zegt nee"), "{page}");
        let all = others(&house, parent).await;
        let (yes, no) = (all[0], all.iter().find(|one| one.0 != all[0].0).unwrap());
        assert!(house.is_on_list(yes.0, &address).await);
        let page = house.says(yes.0, &address).await;
        assert!(page.contains("Ja, mijn kind mag erop"), "{page}");
        let answer = |outcome| [("wat", "antwoord"), ("uitkomst", outcome)];
        house.post(yes.0, &address, &answer("mag")).await.taken();
        assert!(!house.is_on_list(yes.0, &address).await);
        let page = house.says(parent, &address).await;
        assert!(
            page.contains("Antwoord van een ouder Voor ") && page.contains(": ja"),
            "{page}"
        );
        assert!(
            page.contains("Niet doen"),
            "one yes is no yes of all: {page}"
        );
        house
            .post(no.0, &address, &answer("mag-niet"))
            .await
            .taken();
        let page = house.says(parent, &address).await;
        assert!(page.contains("Een ouder zei nee"), "{page}");
        // Parents do not see what others answered, and nobody sees an address.
        let page = house.says(yes.0, &address).await;
        assert!(!page.contains(": nee") && !page.contains('@'), "{page}");
        house
            .post(yes.0, &address, &[("wat", "terug")])
            .await
            .taken();
        assert!(house.is_on_list(yes.0, &address).await);
        house
            .post(parent, &address, &[("wat", "klaar")])
            .await
            .taken();
        assert!(!house.is_on_list(yes.0, &address).await);
        // A pupil and a parent of another group see nothing.
        let pupil = house.get(house.who(Role::Leerling), &address).await;
        assert_eq!(pupil.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_parent_asks_about_an_own_child_only() {
    at_school(Some("demare"), |house| async move {
        let parent = house.who(Role::Ouder);
        let mut tx = house.db.read(house.demo.board).await.unwrap();
        let bonds = guardians::of_guardian(&mut tx, parent).await.unwrap();
        drop(tx);
        let child = bonds[0].pupil.to_string();
        let address = house
            .asks(parent, &[("als", "ouder"), ("kind", &child)])
            .await;
        let teacher = house.around(bonds[0].pupil, Part::Teacher).await[0];
        assert!(house.says(teacher, &address).await.contains("Gaat over "));
        let other = others(&house, parent).await[0].1.to_string();
        let fields = [
            ("vraag", "Mag dit filmpje van de sportdag op de website?"),
            ("als", "ouder"),
            ("kind", other.as_str()),
        ];
        let reply = house.post(parent, "/twijfel", &fields).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND);
    });
}
