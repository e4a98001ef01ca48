//! The figures of a year: counted, with small numbers hidden, for who may see them.

use words::Role;

use crate::house::at_school;

#[test]
fn figures_count_and_hide_what_is_small() {
    at_school("flex", |house| async move {
        let (head, leader) = (house.who(Role::Directeur), house.who(Role::Teamleider));
        let parent = house.who(Role::Ouder);
        for _ in 0..6 {
            house.signals(parent, &[], None).await;
        }
        let number = house.signals(parent, &[], None).await;
        let case = house.finds(leader, &number).await.expect("on the list");
        house.takes_up(leader, &case).await;
        let page = house.says(head, "/zaken/cijfers").await;
        assert!(page.contains("2026-2027"), "{page}");
        // Seven came in by the form: that is shown. One was taken up: that is not, and nor is what would tell it.
        assert!(page.contains("in behandeling &lt; 5"), "{page}");
        assert!(
            page.contains("formulier 7") && page.contains("Meldingen en zaken: niet getoond"),
            "{page}"
        );
        let csv = house.get(head, "/zaken/cijfers.csv").await;
        assert_eq!(csv.status, 200);
        assert!(
            csv.body.contains("\"in behandeling\";\"< 5\""),
            "{}",
            csv.body
        );
        assert!(
            csv.body.starts_with('\u{feff}') && csv.body.contains("2026-2027"),
            "{}",
            csv.body
        );
        let before = house.says(head, "/zaken/cijfers?jaar=2025-2026").await;
        assert!(before.contains("Meldingen en zaken: &lt; 5"), "{before}");
        assert_eq!(
            house.get(head, "/zaken/cijfers?jaar=ooit").await.status,
            404
        );
        for role in Role::ALL {
            let may = matches!(role, Role::Directeur | Role::Antipest | Role::Bestuur);
            for page in ["/zaken/cijfers", "/zaken/cijfers.csv"] {
                let got = house.get(house.who(role), page).await.status.as_u16();
                assert_eq!(got == 200, may, "{role:?} {page}: {got}");
            }
        }
    });
}

#[test]
fn how_a_case_ended_is_counted_also_when_it_is_forgotten() {
    at_school("spoenk", |house| async move {
        let (head, leader) = (house.who(Role::Directeur), house.who(Role::Teamleider));
        let parent = house.who(Role::Ouder);
        for _ in 0..5 {
            let (_, case) = house.begun(parent, &[]).await;
            house
                .does(
                    leader,
                    &case,
                    "geen-maatregel",
                    &[("reden", "Het is goedgemaakt.")],
                )
                .await;
            house.finishes(leader, &case).await;
            house
                .does(
                    leader,
                    &case,
                    "sluiten",
                    &[("antwoord", "Dank, het is opgelost.")],
                )
                .await;
        }
        let counts = "geen maatregel 5";
        let page = house.says(head, "/zaken/cijfers").await;
        assert!(
            page.contains(counts) && page.contains("alles op tijd 5"),
            "{page}"
        );
        cases::jobs::begin_all(&house.db, house.now())
            .await
            .unwrap();
        house.days(400);
        while house.work().await > 0 {}
        assert_eq!(house.rows("case_file").await, 0, "forgotten");
        let page = house.says(head, "/zaken/cijfers?jaar=2026-2027").await;
        assert!(
            page.contains(counts) && page.contains("alles op tijd 5"),
            "by their stones: {page}"
        );
    });
}
