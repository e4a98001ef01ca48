//! Somebody is here twice.

use axum::http::StatusCode;
use words::Role;

use crate::house::{at_school, text};

#[test]
fn two_records_of_a_parent_become_one_with_all_children() {
    at_school(|house| async move {
        let director = house.who(Role::Directeur);
        let pupil = house.who(Role::Leerling);
        let fields = [
            ("roepnaam", "Hatice"),
            ("achternaam", "Güneş"),
            ("relatie", "ouder"),
            ("gezag", "ja"),
        ];
        house
            .post(director, &format!("/mensen/{pupil}/ouder"), &fields)
            .await
            .taken();
        let found = house
            .get(director, "/mensen?zoek=hatice+gunes")
            .await
            .shown();
        let first = found
            .split("href=\"/mensen/")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_owned();
        let parent = house.who(Role::Ouder);
        let name = house
            .demo
            .faces
            .iter()
            .find(|face| face.role == Role::Ouder)
            .unwrap()
            .name
            .clone();

        let address = format!("/mensen/{first}/samenvoegen");
        let zoek: String = form_urlencoded::byte_serialize(name.as_bytes()).collect();
        let shown = house
            .get(director, &format!("{address}?zoek={zoek}"))
            .await
            .shown();
        assert!(shown.contains(&parent.to_string()), "{}", text(&shown));
        let compared = text(
            &house
                .get(director, &format!("{address}?met={parent}"))
                .await
                .shown(),
        );
        assert!(
            compared.contains("Hatice Güneş") && compared.contains(&name),
            "{compared}"
        );
        house
            .post(director, &address, &[("met", &parent.to_string())])
            .await
            .taken();

        let page = text(
            &house
                .get(director, &format!("/mensen/{parent}"))
                .await
                .shown(),
        );
        let child = house
            .demo
            .faces
            .iter()
            .find(|face| face.role == Role::Leerling)
            .unwrap();
        assert!(
            page.contains(&child.name) && page.contains("Eén dubbel dossier"),
            "{page}"
        );
        assert_eq!(
            house
                .get(director, &format!("/mensen/{first}"))
                .await
                .status,
            StatusCode::NOT_FOUND
        );
        assert!(
            text(
                &house
                    .get(director, "/mensen?zoek=hatice+gunes")
                    .await
                    .shown()
            )
            .contains("Niemand gevonden")
        );
        assert_eq!(
            house
                .post(director, &address, &[("met", &parent.to_string())])
                .await
                .status,
            StatusCode::NOT_FOUND
        );
    });
}
