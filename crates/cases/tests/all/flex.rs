//! FLEX-College: warned, suspended, reported to the police, objected to, and closed.

use words::Role;

use crate::house::{at_school, text};

#[test]
fn from_a_signal_to_a_suspension_and_its_objection() {
    at_school("flex", |house| async move {
        let (witness, head, leader) = (
            house.who(Role::Ouder),
            house.who(Role::Directeur),
            house.who(Role::Teamleider),
        );
        let actor = house.who(Role::Leerling);
        let png = b"\x89PNG these are the bytes of a screen";
        let number = house.signals(witness, &[], Some(("scherm.png", png))).await;
        let case = house.finds(leader, &number).await.expect("on the list");
        house.takes_up(leader, &case).await;
        let page = house.says(leader, &case).await;
        assert!(page.contains("leidt deze zaak"), "{page}");
        assert!(page.contains("SHA-256"), "the file is evidence");

        let name = house.joins(leader, &case, actor, "gedaan").await;
        house
            .joins(leader, &case, house.child().await, "getroffen")
            .await;
        let fields = [
            ("titel", "Filmpje"),
            ("artikel", "7.b"),
            ("artikel", "5.1.i"),
        ];
        house.does(leader, &case, "artikelen", &fields).await;
        house.hears(leader, &case, &name, "horen").await;
        house.restores(leader, &case, &name).await;

        // The ladder of article 7.b, held against the law.
        let party = house
            .choice(head, &format!("{case}/maatregel"), &name)
            .await;
        let prepare = |until: &'static str| {
            [
                ("wie", party.clone()),
                ("trap", "7.b|schorsing".to_owned()),
                ("soort", "schorsing".to_owned()),
                ("openbaar", "ja".to_owned()),
                (
                    "reden",
                    "Hij plaatste een vernederend filmpje en haalde het niet weg.".to_owned(),
                ),
                ("van", "2026-11-23".to_owned()),
                ("tot", until.to_owned()),
            ]
        };
        house
            .does_with(head, &case, "maatregel", &prepare("2026-12-01"))
            .await;
        let measure = house.follows(head, &case, "opleggen").await;
        let impose = [
            ("bij", measure.as_str()),
            ("toch", "ja"),
            ("brief", "Beste ouders, wij schorsen."),
            ("stap-brief", "doen"),
        ];
        let refused = house
            .post(head, &format!("{case}/opleggen"), &impose)
            .await
            .again();
        assert!(
            refused.contains("hoogstens zeven dagen"),
            "nine days: {refused}"
        );
        assert!(refused.contains("8.14"), "and which article says so");
        house
            .does(
                head,
                &case,
                "laten-vallen",
                &[("bij", &measure), ("reden", "Te lang.")],
            )
            .await;

        house
            .does_with(head, &case, "maatregel", &prepare("2026-11-25"))
            .await;
        let measure = house.follows(head, &case, "opleggen").await;
        let impose = [
            ("bij", measure.as_str()),
            ("toch", "ja"),
            ("brief", "Beste ouders, wij schorsen."),
            ("stap-brief", "doen"),
        ];
        // Two who decide at once: one of them imposes it, and the other finds that it was done.
        let address = format!("{case}/opleggen");
        let (one, other) = tokio::join!(
            house.post(head, &address, &impose),
            house.post(head, &address, &impose)
        );
        let mut both = [one.status.as_u16(), other.status.as_u16()];
        both.sort_unstable();
        assert_eq!(both, [303, 403]);
        let late = house.post(head, &address, &impose).await;
        assert!(text(&late.body).contains("Er is niets dubbel gedaan"));
        let page = house.says(head, &case).await;
        assert!(
            page.contains("bezwaar maken tot en met 4 januari 2027"),
            "six weeks, over the holidays: {page}"
        );
        assert!(
            page.contains("meld het meteen schriftelijk"),
            "longer than a day: the inspectorate"
        );

        // An objection is decided by somebody else than who imposed the measure.
        let party = house
            .choice(head, &format!("{case}/bezwaar?bij={measure}"), &name)
            .await;
        let objects = [
            ("bij", measure.as_str()),
            ("wie", &party),
            ("dag", "2026-11-21"),
            ("tijd", "10:30"),
            ("tekst", "Hij deed het niet alleen."),
        ];
        house.does(head, &case, "bezwaar", &objects).await;
        let objection = house.follows(head, &case, "beslissing").await;
        let rules = [
            ("bij", objection.as_str()),
            ("uitkomst", "blijft"),
            ("reden", "Het filmpje is van hem."),
        ];
        let own = house
            .post(head, &format!("{case}/beslissing"), &rules)
            .await
            .again();
        assert!(own.contains("een ander beslist"), "{own}");
        house.does(leader, &case, "beslissing", &rules).await;

        // The text reports every possible offence: without a word on that it cannot be closed.
        let answer = [(
            "antwoord",
            "Wij hebben gesproken met wie dit deed, en het bericht is weg.",
        )];
        let open = house
            .post(head, &format!("{case}/sluiten"), &answer)
            .await
            .again();
        assert!(
            open.contains("nog niets besloten over de politie"),
            "{open}"
        );
        let police = [
            ("keuze", "gedaan"),
            ("reden", "Bedreiging in het filmpje."),
            ("feit", "bedreiging"),
        ];
        house.does(head, &case, "politie", &police).await;
        house.finishes(head, &case).await;
        house.does(head, &case, "sluiten", &answer).await;
        let page = house.says(head, &case).await;
        assert!(page.contains("Gesloten"), "{page}");
        // As long as the pupil is here there is no day on which it goes.
        assert!(!page.contains("wordt gewist na"), "{page}");

        // Whoever signalled reads the answer and nothing else.
        let thread = house.thread(witness, &number).await;
        assert!(thread.contains("Wij hebben gesproken"), "{thread}");
        assert!(
            !thread.contains("schors") && !thread.contains(&name),
            "{thread}"
        );
    });
}
