//! Schools, groups and roles that somebody sets.

use axum::http::StatusCode;
use words::Role;

use crate::house::{at_school, text};

#[test]
fn a_school_gets_a_number_a_protocol_and_a_location() {
    at_school(|house| async move {
        let keeper = house.who(Role::Beheerder);
        let list = house.get(keeper, "/scholen").await.shown();
        assert!(
            text(&list).contains("Basisschool De Waterlelie Basisonderwijs 99ZE00 De Mare"),
            "{}",
            text(&list)
        );
        let wrong = [
            ("naam", "De Eik"),
            ("sector", "po"),
            ("brin", "12"),
            ("protocol", "nergens"),
        ];
        let again = house.post(keeper, "/scholen/nieuw", &wrong).await.again();
        assert!(
            again.contains("Vul een BRIN-nummer in") && again.contains("Kies een protocol"),
            "{}",
            text(&again)
        );
        let right = [
            ("naam", "De Eik"),
            ("sector", "po"),
            ("brin", "99zy"),
            ("protocol", "demare"),
        ];
        let address = house.post(keeper, "/scholen/nieuw", &right).await.taken();
        house
            .post(keeper, &format!("{address}/locatie"), &[("locatie", " ")])
            .await
            .again();
        house
            .post(
                keeper,
                &format!("{address}/locatie"),
                &[("locatie", "Dorpsstraat")],
            )
            .await
            .taken();
        let page = house.get(keeper, &address).await.shown();
        assert!(
            page.contains("99ZY") && text(&page).contains("Dorpsstraat"),
            "{}",
            text(&page)
        );
        let director = house.who(Role::Directeur);
        assert_eq!(
            house.get(director, &address).await.status,
            StatusCode::NOT_FOUND,
            "another school than theirs"
        );
        assert_eq!(
            house.get(director, "/scholen/nieuw").await.status,
            StatusCode::FORBIDDEN
        );
    });
}

#[test]
fn a_group_is_added_and_gets_its_pupils() {
    at_school(|house| async move {
        let (director, school) = (house.who(Role::Directeur), house.demo.school.to_string());
        let wrong = [
            ("school", school.as_str()),
            ("naam", "8"),
            ("jaar", "2026-2027"),
            ("laagste", "9"),
            ("hoogste", "2"),
        ];
        let again = house.post(director, "/groepen/nieuw", &wrong).await.again();
        assert!(
            again.contains("deze groep is er al") && again.contains("van 1 tot en met 8"),
            "{}",
            text(&again)
        );
        let right = [
            ("school", school.as_str()),
            ("naam", "8b"),
            ("jaar", "2026-2027"),
            ("soort", "klas"),
            ("laagste", "8"),
        ];
        let address = house.post(director, "/groepen/nieuw", &right).await.taken();
        let pupil = house.who(Role::Leerling).to_string();
        house
            .post(
                director,
                &format!("{address}/leden"),
                &[("wie", &pupil), ("als", "leerling")],
            )
            .await
            .taken();
        let name = house
            .demo
            .faces
            .iter()
            .find(|face| face.role == Role::Leerling)
            .unwrap()
            .name
            .clone();
        let page = text(&house.get(director, &address).await.shown());
        assert!(
            page.contains("1 leerling") && page.contains("Groep 8b"),
            "{page}"
        );
        let file = text(
            &house
                .get(director, &format!("/mensen/{pupil}"))
                .await
                .shown(),
        );
        assert!(file.contains(&name) && file.contains("8b"), "{file}");
        let again = house
            .post(director, &format!("{address}/leden"), &[("wie", "")])
            .await
            .again();
        assert!(again.contains("Kies een persoon"), "{}", text(&again));
    });
}

#[test]
fn a_role_is_given_where_it_belongs_and_by_who_may() {
    at_school(|house| async move {
        let director = house.who(Role::Directeur);
        let teacher = house.who(Role::Leraar).to_string();
        let school = house.demo.school.to_string();
        let give = |role: &'static str, place: String| {
            let (house, teacher) = (house.clone(), teacher.clone());
            async move {
                let fields = [
                    ("wie", teacher.as_str()),
                    ("rol", role),
                    ("waar", place.as_str()),
                    ("van", "2026-11-21"),
                ];
                house.post(director, "/rollen/geef", &fields).await
            }
        };
        assert!(
            give("fg", school.clone())
                .await
                .again()
                .contains("geldt voor het hele bestuur")
        );
        give("fg", "bestuur".into()).await.again();
        give("ouder", school.clone()).await.again();
        give("directeur", house.other.school.to_string())
            .await
            .again();
        give("pr", school).await.taken();
        let list = text(&house.get(director, "/rollen").await.shown());
        let name = house
            .demo
            .faces
            .iter()
            .find(|face| face.role == Role::Leraar)
            .unwrap()
            .name
            .clone();
        assert!(list.contains(&name), "{list}");
        let mut tx = house.db.read(house.demo.board).await.unwrap();
        let given = identity::store::roles::of(&mut tx, house.who(Role::Leraar), house.today())
            .await
            .unwrap();
        drop(tx);
        assert_eq!(given.len(), 1, "only what was in order");
        let address = format!("/rollen/{}/einde", given[0].id.as_simple());
        let parent = house.who(Role::Ouder);
        assert_eq!(
            house
                .post(parent, &address, &[("dag", "2026-11-21")])
                .await
                .status,
            StatusCode::NOT_FOUND
        );
        house.post(director, &address, &[("dag", "")]).await.again();
        house
            .post(director, &address, &[("dag", "2026-11-20")])
            .await
            .taken();
        let list = text(&house.get(director, "/rollen").await.shown());
        assert!(!list.contains(&name), "{list}");
    });
}

#[test]
fn the_log_is_searched_by_name_kind_and_day() {
    at_school(|house| async move {
        let (director, guard, pupil) = (
            house.who(Role::Directeur),
            house.who(Role::Fg),
            house.who(Role::Leerling),
        );
        house
            .get(director, &format!("/mensen/{pupil}"))
            .await
            .shown();
        house
            .get(director, &format!("/mensen/{pupil}/wijzig"))
            .await
            .shown();
        let id = pupil.to_string();
        let found = text(
            &house
                .get(
                    guard,
                    &format!("/logboek?over={id}&soort=looked&van=2026-11-21&tot=2026-11-21"),
                )
                .await
                .shown(),
        );
        assert_eq!(found.matches("Bekeken: ").count(), 2, "{found}");
        let before = text(
            &house
                .get(guard, &format!("/logboek?over={id}&tot=2026-11-20"))
                .await
                .shown(),
        );
        assert!(before.contains("Niets gevonden"), "{before}");
        let wrong = house
            .get(guard, "/logboek?van=gisteren&over=xq")
            .await
            .again();
        assert!(
            wrong.contains("Vul een dag in") && wrong.contains("Vul een naam in die we kennen"),
            "{}",
            text(&wrong)
        );
        assert_eq!(
            house.get(house.who(Role::Leraar), "/logboek").await.status,
            StatusCode::FORBIDDEN
        );
    });
}
