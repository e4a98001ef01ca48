//! Finding people and opening their page.

use decisions::store::{Query, find};
use words::Role;

use crate::house::{at_school, text};

#[test]
fn a_teacher_finds_a_pupil_by_two_letters_and_sees_no_file() {
    at_school(|house| async move {
        let (teacher, pupil) = (house.who(Role::Leraar), house.who(Role::Leerling));
        let name = house
            .demo
            .faces
            .iter()
            .find(|face| face.person == pupil)
            .unwrap()
            .name
            .clone();
        let two: String = people::names::fold(&name).chars().take(2).collect();
        let found = house
            .get(teacher, &format!("/mensen?zoek={two}"))
            .await
            .shown();
        assert!(
            found.contains(&format!("/mensen/{pupil}")),
            "{}",
            text(&found)
        );
        let page = text(
            &house
                .get(teacher, &format!("/mensen/{pupil}"))
                .await
                .shown(),
        );
        assert!(page.contains(&name) && page.contains("Groep"), "{page}");
        assert!(
            !page.contains("Geboren") && !page.contains("Ouders en verzorgers"),
            "{page}"
        );
    });
}

#[test]
fn a_director_sees_the_file_and_the_log_says_so() {
    at_school(|house| async move {
        let (director, pupil) = (house.who(Role::Directeur), house.who(Role::Leerling));
        let page = text(
            &house
                .get(director, &format!("/mensen/{pupil}"))
                .await
                .shown(),
        );
        assert!(
            page.contains("Geboren") && page.contains("Ouders en verzorgers"),
            "{page}"
        );
        let mut tx = house.db.read(house.demo.board).await.unwrap();
        let query = Query {
            subject: Some(pupil),
            kind: Some("looked".into()),
            ..Query::default()
        };
        let log = find(&mut tx, &query).await.unwrap();
        assert_eq!(log.len(), 1);
        assert_eq!(
            (log[0].entry.actor, log[0].entry.role),
            (Some(director), Some(Role::Directeur))
        );
        drop(tx);
        let seen = text(
            &house
                .get(director, &format!("/mensen/{pupil}/gezien"))
                .await
                .shown(),
        );
        assert!(seen.contains("directeur Bekeken: het dossier"), "{seen}");
    });
}

#[test]
fn a_name_that_changes_is_found_by_its_new_letters_at_once() {
    at_school(|house| async move {
        let (director, pupil) = (house.who(Role::Directeur), house.who(Role::Leerling));
        assert!(
            text(&house.get(director, "/mensen?zoek=xylof").await.shown())
                .contains("Niemand gevonden")
        );
        let form = house
            .get(director, &format!("/mensen/{pupil}/wijzig"))
            .await
            .shown();
        let version = form
            .split(r#"name="versie" value=""#)
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_owned();
        let fields = |version: &'static str| {
            [
                ("roepnaam", "Xylofoon"),
                ("achternaam", "Çınar"),
                ("versie", version),
            ]
        };
        let address = format!("/mensen/{pupil}/wijzig");
        assert_eq!(version, "1");
        house.post(director, &address, &fields("1")).await.taken();
        let found = text(&house.get(director, "/mensen?zoek=cinar+xylo").await.shown());
        assert!(found.contains("Çınar, Xylofoon"), "{found}");
        let late = house.post(director, &address, &fields("1")).await.again();
        assert!(late.contains("net gewijzigd"), "{}", text(&late));
    });
}

#[test]
fn somebody_new_is_found_and_can_be_opened() {
    at_school(|house| async move {
        let director = house.who(Role::Directeur);
        let school = house.demo.school.to_string();
        let empty = house
            .post(director, "/mensen/nieuw", &[("school", &school)])
            .await
            .again();
        for fault in ["Kies of het een leerling", "Vul een roepnaam"] {
            assert_eq!(
                empty.matches(fault).count(),
                2,
                "on top and at the field: {fault}"
            );
        }
        let fields = [
            ("soort", "leerling"),
            ("school", &school),
            ("roepnaam", "Wietske"),
            ("tussenvoegsel", "op ’t"),
            ("achternaam", "Zand"),
            ("geboren", "4"),
            ("geboren-maand", "3"),
            ("geboren-jaar", "2016"),
        ];
        let address = house.post(director, "/mensen/nieuw", &fields).await.taken();
        let page = text(&house.get(director, &address).await.shown());
        assert!(
            page.contains("Wietske op ’t Zand") && page.contains("4 maart 2016 (10 jaar)"),
            "{page}"
        );
        assert!(page.contains("Er is niemand bekend met gezag"), "{page}");
        let teacher = house.who(Role::Leraar);
        assert!(
            house
                .get(teacher, "/mensen?zoek=wi")
                .await
                .shown()
                .contains(&address)
        );
    });
}

#[test]
fn the_page_speaks_english_too() {
    at_school(|house| async move {
        let director = house.who(Role::Directeur);
        let page = house.get(director, "/en/mensen?zoek=aa").await.shown();
        assert!(
            page.contains("<html lang=\"en\">")
                && text(&page).contains("Whom are you looking for?"),
            "{page}"
        );
        assert!(page.contains("Signed in as"), "{page}");
    });
}
