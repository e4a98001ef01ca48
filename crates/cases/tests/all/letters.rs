//! Letters: from a text of the school, looked at before they are kept, on paper and by mail.

use words::Role;

use crate::house::{at_school, text};
use crate::paper::ONE_DAY;
use crate::paper::text_of;

#[test]
fn a_letter_is_chosen_written_looked_at_and_kept() {
    at_school("flex", |house| async move {
        let leader = house.who(Role::Teamleider);
        let (child, parent) = house.family(0).await;
        let (number, case) = house.begun(house.who(Role::Ouder), &[]).await;
        let pupil = house.joins(leader, &case, child, "gedaan").await;
        let adult = house.name(parent).await.said();
        let address = format!("{case}/brief");
        let party = house
            .choice(leader, &format!("{case}/gesprek"), &pupil)
            .await;
        let plan = [
            ("met", party.as_str()),
            ("soort", "gesprek"),
            ("dag", "2026-11-25"),
            ("tijd", "13:00"),
            ("waar", "kamer 2"),
        ];
        house.does(leader, &case, "gesprek", &plan).await;

        // Nobody chosen: one clear sentence, and nothing else happens.
        let again = house
            .post(
                leader,
                &address,
                &[("sjabloon", "uitnodiging"), ("taal", "nl")],
            )
            .await
            .again();
        assert!(again.contains("Kies aan wie de brief gaat"), "{again}");

        // Both the pupil and the parent who represents them: each gets their own.
        let to_pupil = house.choice(leader, &address, &pupil).await;
        let to_parent = house.choice(leader, &address, &adult).await;
        let chosen = [
            ("sjabloon", "uitnodiging"),
            ("taal", "nl"),
            ("aan", to_pupil.as_str()),
            ("aan", to_parent.as_str()),
        ];
        let page = house.post(leader, &address, &chosen).await.shown();
        assert!(
            page.contains("Beste { $to }"),
            "open until it is known to whom: {page}"
        );
        assert!(
            page.contains("25 november 2026 13:00") && page.contains("kamer 2"),
            "{page}"
        );
        let with = |stage: &'static str, body: &'static str| {
            let mut all = chosen.to_vec();
            all.extend([
                ("stap", stage),
                ("onderwerp", "Uitnodiging"),
                ("tekst", body),
                ("mailen", "ja"),
            ]);
            all
        };
        let again = house
            .post(
                leader,
                &address,
                &with("bekijk", "Beste { $to }, kom op { $dag } in { $zaal }."),
            )
            .await
            .again();
        for name in ["{ $dag }", "{ $zaal }"] {
            let fault = format!("{name} kent het programma niet");
            assert!(text(&again).contains(&fault), "{again}");
        }
        let again = house
            .post(
                leader,
                &address,
                &with("bewaar", "Beste { $to }, kom op [dag en tijd]."),
            )
            .await
            .again();
        assert!(again.contains("tussen rechte haken"), "{again}");
        let good = "Beste { $to }, wij praten graag met u.";
        let page = text(
            &house
                .post(leader, &address, &with("bekijk", good))
                .await
                .shown(),
        );
        assert!(
            page.contains(&format!("Beste {pupil}, wij praten")),
            "{page}"
        );
        assert!(
            page.contains(&format!("Beste {adult}, wij praten")),
            "{page}"
        );
        assert!(
            !house.says(leader, &case).await.contains("wij praten"),
            "a look keeps nothing"
        );

        house
            .post(leader, &address, &with("bewaar", good))
            .await
            .taken();
        let page = house.says(leader, &case).await;
        assert!(
            page.contains(&format!("Beste {adult}, wij praten")),
            "{page}"
        );
        // The parent is in the case from now on, as the parent of this pupil.
        assert!(
            page.contains(&format!("{adult} , ouder van {pupil}"))
                || page.contains(&format!("{adult}, ouder van {pupil}")),
            "{page}"
        );
        assert!(
            page.contains("Staat klaar om gemaild te worden")
                && !page.contains("Per mail verstuurd"),
            "{page}"
        );
        while house.work().await > 0 {}
        let page = house.says(leader, &case).await;
        assert!(
            page.contains("Per mail verstuurd") && !page.contains("Staat klaar"),
            "{page}"
        );
        let mail = house.mail_of(parent).await;
        let letters = house.letters();
        let (_, letter) = letters
            .iter()
            .find(|(_, one)| one.to == mail && one.text.contains("wij praten"))
            .expect("it left");
        assert!(
            letter.subject.starts_with("Een brief van "),
            "{}",
            letter.subject
        );
        for name in [&pupil, &adult] {
            assert!(
                !letter.subject.contains(name.as_str()),
                "{}",
                letter.subject
            );
        }

        // On paper.
        let page = house.get(leader, &case).await.shown();
        let at = page.find(&format!("{case}/brief/")).expect("a paper");
        let paper = page[at..].split('"').next().unwrap();
        let reply = house.get(leader, paper).await;
        let said = text_of(&reply.bytes);
        assert!(
            said.contains("Beste ") && said.contains("wij praten graag met u"),
            "{said}"
        );
        assert!(!said.contains("{ $"), "{said}");
        let _ = number;
    });
}

#[test]
fn a_parent_without_authority_gets_no_letter() {
    at_school("flex", |house| async move {
        let leader = house.who(Role::Teamleider);
        let (child, _) = house.family(0).await;
        let other = house.who(Role::Medewerker);
        house.stands_around(other, child).await;
        let (_, case) = house.begun(house.who(Role::Ouder), &[]).await;
        house.joins(leader, &case, child, "gedaan").await;
        let page = house.get(leader, &format!("{case}/brief")).await.shown();
        let name = house.name(other).await.said();
        assert!(
            !page.contains(&format!("<span>{name}")),
            "no choice: {page}"
        );
        assert!(
            text(&page).contains(&format!("{name} krijgt als ouder niets")),
            "and why: {page}"
        );
    });
}

#[test]
fn a_school_writes_in_its_own_words() {
    at_school("flex", |house| async move {
        let (head, leader) = (house.who(Role::Directeur), house.who(Role::Teamleider));
        for who in [leader, house.who(Role::Leraar), house.who(Role::Leerling)] {
            let got = house.get(who, "/zaken/brieven").await;
            assert_eq!(got.status, 404, "for who runs the school");
            let sent = house
                .post(
                    who,
                    "/zaken/brieven/verzoek-nl",
                    &[("onderwerp", "Weg"), ("tekst", "Weg ermee.")],
                )
                .await;
            assert_eq!(sent.status, 404);
        }
        let list = house.says(head, "/zaken/brieven").await;
        assert!(
            list.contains("Schorsing") && list.contains("gewone tekst"),
            "{list}"
        );
        assert_eq!(house.get(head, "/zaken/brieven/onzin-nl").await.status, 404);
        let address = "/zaken/brieven/verzoek-nl";
        let wrong = [
            ("onderwerp", "Haal { $dit } weg"),
            ("tekst", "Beste { $to }, weg met { $link } en { $dat }."),
        ];
        let again = text(&house.post(head, address, &wrong).await.again());
        assert!(
            again.contains("{ $dit } kent") && again.contains("{ $dat } kent"),
            "{again}"
        );
        assert!(!again.contains("{ $link } kent"), "{again}");
        let own = [
            ("onderwerp", "Haal dit weg"),
            ("tekst", "Dag { $to }, haal { $link } weg. { $school }"),
        ];
        house.post(head, address, &own).await.taken();
        assert!(
            house
                .says(head, "/zaken/brieven")
                .await
                .contains("van de school")
        );

        let (_, case) = house
            .begun(
                house.who(Role::Ouder),
                &[("link", "https://example.org/p/1")],
            )
            .await;
        let name = house
            .joins(leader, &case, house.who(Role::Leerling), "gedaan")
            .await;
        let to = house.choice(leader, &format!("{case}/brief"), &name).await;
        let chosen = [
            ("sjabloon", "verzoek"),
            ("taal", "nl"),
            ("aan", to.as_str()),
        ];
        let page = house
            .post(leader, &format!("{case}/brief"), &chosen)
            .await
            .shown();
        assert!(
            page.contains(&format!("Dag {name}, haal https://example.org/p/1 weg.")),
            "{page}"
        );

        house.post(head, address, &[("wat", "terug")]).await.taken();
        let page = house
            .post(leader, &format!("{case}/brief"), &chosen)
            .await
            .shown();
        assert!(
            page.contains("Op internet staat een bericht"),
            "the usual one again: {page}"
        );
    });
}

#[test]
fn a_suspension_is_written_to_each_whom_the_law_asks_to_write_to() {
    at_school("flex", |house| async move {
        let (head, leader) = (house.who(Role::Directeur), house.who(Role::Teamleider));
        let (child, parent) = house.family(0).await;
        let (_, case) = house.begun(house.who(Role::Ouder), &[]).await;
        let name = house.joins(leader, &case, child, "gedaan").await;
        house.hears(leader, &case, &name, "horen").await;
        let id = house.prepares(head, &case, &name, ONE_DAY).await;
        let form = house
            .get(head, &format!("{case}/opleggen?bij={id}"))
            .await
            .shown();
        let adult = house.name(parent).await.said();
        assert!(text(&form).contains(&adult), "it says who gets one: {form}");
        let impose = [
            ("bij", id.as_str()),
            ("toch", "ja"),
            ("brief", "Beste { $to }, wij schorsen."),
            ("stap-brief", "doen"),
        ];
        // Each letter is looked at first, in the language that was chosen; until then nothing was imposed.
        let address = format!("{case}/opleggen");
        let look = house.post(head, &address, &impose[..3]).await.shown();
        assert!(
            look.contains(&format!("Beste {adult}, wij schorsen.")),
            "{look}"
        );
        let english = [
            ("bij", id.as_str()),
            ("toch", "ja"),
            ("taal", "en"),
            ("taal-was", "nl"),
            ("brief", ""),
        ];
        let look = house.post(head, &address, &english).await.again();
        assert!(look.contains("Dear"), "the school's English text: {look}");
        let page = house.says(head, &case).await;
        assert!(!page.contains("wij schorsen"), "{page}");
        house.does(head, &case, "opleggen", &impose).await;
        let page = house.says(head, &case).await;
        let represent = house.bonds(child).await;
        let represent = represent.iter().filter(|bond| {
            bond.confirmed.is_some() && bond.authority == people::model::Authority::Yes
        });
        for bond in represent {
            let adult = house.name(bond.guardian).await.said();
            assert!(
                page.contains(&format!("Beste {adult}, wij schorsen.")),
                "{page}"
            );
        }
    });
}

#[test]
fn without_anybody_who_represents_a_pupil_there_is_no_suspension() {
    at_school("flex", |house| async move {
        let (head, leader) = (house.who(Role::Directeur), house.who(Role::Teamleider));
        let (child, _) = house.family(0).await;
        let day = house.today();
        let mut tx = house.db.begin(house.demo.board).await.unwrap();
        for bond in house.bonds(child).await {
            let before = day.yesterday().unwrap();
            people::store::guardians::end(&mut tx, child, bond.guardian, before)
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
        let (_, case) = house.begun(house.who(Role::Ouder), &[]).await;
        let name = house.joins(leader, &case, child, "gedaan").await;
        let id = house.prepares(head, &case, &name, ONE_DAY).await;
        let impose = [
            ("bij", id.as_str()),
            ("toch", "ja"),
            ("brief", "Beste { $to }, wij schorsen."),
            ("stap-brief", "doen"),
        ];
        let refused = text(
            &house
                .post(head, &format!("{case}/opleggen"), &impose)
                .await
                .again(),
        );
        assert!(
            refused.contains("Kan nog niet") && refused.contains("ouders"),
            "{refused}"
        );
    });
}
