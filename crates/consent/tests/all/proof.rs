//! The proof of what was answered: to read, as PDF, and for another program.

use axum::http::StatusCode;
use decisions::store::{LOOKED, Query, find};
use words::Role;

use crate::family::field;
use crate::house::{at_school, text};

#[test]
fn whoever_answers_can_take_the_proof_along_and_nobody_else() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let (family, cell) = (house.family(2, 6..11).await, house.on_the_website().await);
        let (one, other) = (family.guardians[0], family.guardians[1]);
        let name = field(family.pupil, cell);
        for answer in ["ja", "nee"] {
            house
                .post(one, "/toestemming", &[(&name, answer)])
                .await
                .taken();
        }
        let address = format!("/toestemming/bewijs/{}", family.pupil);
        let page = text(&house.get(one, &address).await.shown());
        assert!(
            page.contains("Uzelf") && page.contains("Foto op de website"),
            "{page}"
        );
        let page = text(&house.get(other, &address).await.shown());
        assert!(
            page.contains("Een ouder of verzorger") && !page.contains("Uzelf"),
            "{page}"
        );
        let file = house.get_bytes(one, &format!("{address}/pdf")).await;
        assert!(file.starts_with(b"%PDF-1.7"));
        let file = house.get_bytes(one, &format!("{address}/jsonld")).await;
        let receipt: serde_json::Value = serde_json::from_slice(&file).unwrap();
        let whole = receipt.to_string();
        assert!(whole.contains("dpv:ConsentGiven") && whole.contains("dpv:ConsentWithdrawn"));
        assert!(
            !whole.contains("@".repeat(2).as_str()),
            "no address stands in it"
        );
        let past = text(&house.get(one, "/toestemming/geschiedenis").await.shown());
        assert!(past.contains("Uzelf") && past.contains("Nee"), "{past}");

        let stranger = house.family(1, 6..11).await.guardians[0];
        assert_eq!(
            house.get(stranger, &address).await.status,
            StatusCode::NOT_FOUND
        );
        let director = house.who(Role::Directeur);
        house.get(director, &address).await.shown();
        let mut tx = house.db.read(house.demo.board).await.unwrap();
        let query = Query {
            kind: Some(LOOKED.into()),
            ..Query::default()
        };
        let looks = find(&mut tx, &query).await.unwrap();
        let mine = looks.iter().filter(|one| one.entry.actor == Some(director));
        assert_eq!(
            mine.count(),
            1,
            "whoever looks for the school is written down"
        );
    });
}
