//! What this word has waiting for whom, in the list of everybody.

use words::Role;

use crate::answering::publish;
use crate::family::field;
use crate::house::{at_school, text};

#[test]
fn what_must_come_off_waits_until_it_is_gone_and_waits_again_when_it_was_not() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let (family, cell) = (house.family(1, 6..11).await, house.on_the_website().await);
        let (parent, name) = (family.guardians[0], field(family.pupil, cell));
        let yes = [(name.as_str(), "ja")];
        house.post(parent, "/toestemming", &yes).await.taken();
        let id = publish(&house, family.pupil, cell).await.to_string();
        let no = [("intrek", name.as_str())];
        house.post(parent, "/toestemming", &no).await.taken();

        let head = house.who(Role::Directeur);
        let page = text(&house.get(head, "/thuis").await.shown());
        assert!(page.contains("Nu Haal weg: Sportdag"), "{page}");
        let teacher = house.get(house.who(Role::Leraar), "/thuis").await.shown();
        assert!(!teacher.contains("Sportdag"), "{teacher}");

        let desk = "/toestemmingen/wacht";
        let gone = [("soort", "weg"), ("wat", id.as_str())];
        house.post(head, desk, &gone).await.taken();
        let page = text(&house.get(head, "/thuis").await.shown());
        assert!(!page.contains("Haal weg"), "{page}");
        assert!(page.contains("Weggehaald: Sportdag"), "{page}");

        // Only who said so takes it back.
        let back = [("soort", "weg-niet"), ("wat", id.as_str())];
        let other = house.post(house.who(Role::Beheerder), desk, &back).await;
        assert_eq!(other.status, axum::http::StatusCode::NOT_FOUND);
        house.post(head, desk, &back).await.taken();
        let page = text(&house.get(head, "/thuis").await.shown());
        assert!(page.contains("Haal weg: Sportdag"), "{page}");
        house.post(head, desk, &gone).await.taken();
        house.days(2);
        let late = house.post(head, desk, &back).await;
        assert_eq!(late.status, axum::http::StatusCode::NOT_FOUND);
    });
}
