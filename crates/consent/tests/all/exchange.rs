//! The register goes out as a file, and answers of another system come in.

use axum::http::StatusCode;
use consent::rules::{Reason, Shown};
use words::Role;

use crate::family::field;
use crate::house::{House, at_school, text};

async fn name_of(house: &House, person: words::PersonId) -> String {
    let keys = house.keys().await;
    let mut tx = house.db.read(house.demo.board).await.unwrap();
    let directories = people::directory::Directories::default();
    let names = directories.of(&mut tx, &keys, house.today()).await.unwrap();
    names.said(person)
}

#[test]
fn the_register_goes_out_and_only_whoever_asks_may_take_it() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let (family, cell) = (house.family(1, 6..11).await, house.on_the_website().await);
        let (parent, director) = (family.guardians[0], house.who(Role::Directeur));
        let name = field(family.pupil, cell);
        house
            .post(parent, "/toestemming", &[(&name, "ja")])
            .await
            .taken();
        house
            .get(director, "/toestemmingen/uitwisselen")
            .await
            .shown();
        let file = "/toestemmingen/uitvoer?als=csv";
        let all = String::from_utf8(house.get_bytes(director, file).await).unwrap();
        assert!(all.starts_with("persoon;naam;groep;doel;kanaal;medium;mag;"));
        let about = all
            .lines()
            .filter(|line| line.starts_with(&family.pupil.to_string()));
        assert_eq!(
            about
                .filter(|line| line.contains(";ja;guardian-yes;2026-11-21;ja"))
                .count(),
            1
        );
        let json = house
            .get_bytes(director, "/toestemmingen/uitvoer?als=json")
            .await;
        let json: Vec<serde_json::Value> = serde_json::from_slice(&json).unwrap();
        assert_eq!(json.len() + 1, all.lines().count());
        let changes = "/toestemmingen/uitvoer?als=csv&sinds=2026-11-21";
        let changes = String::from_utf8(house.get_bytes(director, changes).await).unwrap();
        assert_eq!(changes.lines().count(), 2);
        let none = house
            .get_bytes(director, "/toestemmingen/uitvoer?als=csv&sinds=2026-11-22")
            .await;
        assert_eq!(String::from_utf8(none).unwrap().lines().count(), 1);
        for other in [parent, house.who(Role::Leraar)] {
            let refused = house.get(other, file).await.status;
            assert_eq!(refused, StatusCode::FORBIDDEN);
        }
    });
}

#[test]
fn answers_of_another_system_are_looked_over_and_taken_over() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let (one, two) = (house.family(1, 6..11).await, house.family(2, 6..11).await);
        let (cell, director) = (house.on_the_website().await, house.who(Role::Directeur));
        let (alone, both) = (
            name_of(&house, one.pupil).await,
            name_of(&house, two.pupil).await,
        );
        let file = format!(
            "Leerling;Website foto\n{alone};J\n{both};N\nNiemand Hier;J\n{alone};misschien\n"
        );
        let send = "/toestemmingen/overnemen";
        house
            .upload_with(director, send, &[], ("leeg.csv", ""))
            .await
            .again();
        let at = house
            .upload_with(director, send, &[], ("uit.csv", &file))
            .await
            .taken();
        let page = house.get(director, &at).await.shown();
        assert!(text(&page).contains("Website foto") && page.contains("Niemand Hier"));
        house
            .post(director, &at, &[("k-0", "naam"), ("k-1", "-")])
            .await
            .again();
        let means = [("k-0", "naam"), ("k-1", "v0"), ("ja", "j"), ("nee", "n")];
        let page = text(&house.post(director, &at, &means).await.shown());
        for said in [
            "1 regels kunnen we",
            "3 regels nemen we",
            "Er zijn twee ouders",
            "kennen we niet",
            "“misschien”",
        ] {
            assert!(page.contains(said), "{said}: {page}");
        }
        let teacher = house.who(Role::Leraar);
        assert_eq!(
            house.post(teacher, &at, &means).await.status,
            StatusCode::NOT_FOUND
        );
        let begin: Vec<_> = means.into_iter().chain([("stap", "begin")]).collect();
        house.post(director, &at, &begin).await.taken();
        let outcome = house.holds(one.pupil, cell).await;
        assert_eq!(
            (outcome.shown, outcome.written),
            (Shown::May, false),
            "not said to be on paper"
        );
        assert_eq!(
            house.holds(two.pupil, cell).await.reason,
            Reason::Unanswered
        );
        let again = house.post(director, &at, &begin).await.status;
        assert_eq!(again, StatusCode::NOT_FOUND, "a file is taken over once");
    });
}
