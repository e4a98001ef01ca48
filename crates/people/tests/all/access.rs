//! Who sees what. What somebody may not see is not there: the answer is byte for byte that of an identity nobody has.

use axum::http::StatusCode;
use uuid::Uuid;
use words::{PersonId, Role};

use crate::house::{House, at_school, text};

/// Addresses that name somebody or something, with a place for the identity.
const NAMING: [&str; 14] = [
    "/mensen/{}",
    "/mensen/{}/wijzig",
    "/mensen/{}/gezien",
    "/mensen/{}/ouder",
    "/mensen/{}/vertrek",
    "/mensen/{}/samenvoegen",
    "/groepen/{}",
    "/groepen/{}/leden",
    "/rollen/{}/einde",
    "/schooljaar/{}",
    "/scholen/{}",
    "/groepen?school={}",
    "/schooljaar?school={}",
    "/groepen/nieuw?school={}",
];

/// Something of another board, of each kind.
async fn foreign(house: &House) -> Vec<Uuid> {
    let mut tx = house.db.read(house.other.board).await.unwrap();
    let groups = people::store::groups::all_groups(&mut tx, people::SchoolYear::of(house.today()))
        .await
        .unwrap();
    let roles = identity::store::roles::all(&mut tx, house.today())
        .await
        .unwrap();
    let person = |role| {
        house
            .other
            .faces
            .iter()
            .find(|face| face.role == role)
            .unwrap()
            .person
            .0
    };
    vec![
        person(Role::Leerling),
        person(Role::Ouder),
        person(Role::Directeur),
        groups[0].id.0,
        roles[0].id,
        house.other.school.0,
    ]
}

#[test]
fn what_is_of_another_board_is_not_there_for_anybody() {
    at_school(|house| async move {
        let (mut asked, mut leaked) = (0, 0);
        let foreign = foreign(&house).await;
        for role in Role::ALL {
            let who = house.who(role);
            for address in NAMING {
                let nobody = house
                    .get(
                        who,
                        &address.replace("{}", &Uuid::from_u128(4).as_simple().to_string()),
                    )
                    .await;
                assert_ne!(nobody.status, StatusCode::OK, "{role:?} {address}");
                for id in &foreign {
                    let reply = house
                        .get(who, &address.replace("{}", &id.as_simple().to_string()))
                        .await;
                    asked += 1;
                    leaked +=
                        usize::from(reply.status != nobody.status || reply.body != nobody.body);
                    let sent = house
                        .post(
                            who,
                            &address.replace("{}", &id.as_simple().to_string()),
                            &[("dag", "2026-11-21")],
                        )
                        .await;
                    asked += 1;
                    leaked += usize::from(sent.status.is_success() || sent.status.is_redirection());
                }
            }
        }
        println!("{asked} requests with identities of another board: {leaked} answers that leak");
        assert_eq!(leaked, 0);
    });
}

#[test]
fn an_address_with_a_wrong_identity_is_not_there() {
    at_school(|house| async move {
        let director = house.who(Role::Directeur);
        let upper = house.who(Role::Leerling).to_string().to_uppercase();
        for id in ["x", "%00", "0", &upper] {
            let reply = house.get(director, &format!("/mensen/{id}/gezien")).await;
            assert_eq!(reply.status, StatusCode::NOT_FOUND, "{id}");
        }
    });
}

/// What each role is answered for the page of a pupil of the school: the whole file, the name, or that there is nothing.
#[test]
fn the_page_of_a_pupil_as_each_role_sees_it() {
    at_school(|house| async move {
        let pupil = house.who(Role::Leerling);
        let mut seen = Vec::new();
        for role in Role::ALL
            .into_iter()
            .filter(|role| !matches!(role, Role::Leerling | Role::Ouder | Role::Mentor))
        {
            let reply = house
                .get(house.who(role), &format!("/mensen/{pupil}"))
                .await;
            let what = match reply.status {
                StatusCode::OK if text(&reply.body).contains("Geboren") => "file",
                StatusCode::OK => "name",
                StatusCode::NOT_FOUND => "nothing",
                other => panic!("{role:?}: {other}"),
            };
            seen.push((role.key(), what));
        }
        assert_eq!(
            seen,
            [
                ("leraar", "name"),
                ("medewerker", "name"),
                ("stagiair", "nothing"),
                ("pr", "nothing"),
                ("teamleider", "file"),
                ("directeur", "file"),
                ("antipest", "file"),
                ("mr", "nothing"),
                ("bestuur", "nothing"),
                ("fg", "nothing"),
                // Who keeps the data in order sees it, and the log says so.
                ("beheerder", "file"),
            ]
        );
    });
}

#[test]
fn a_mentor_opens_the_files_of_the_own_group_and_no_other() {
    at_school(|house| async move {
        let mentor = house.who(Role::Mentor);
        let mut tx = house.db.read(house.demo.board).await.unwrap();
        let own = people::store::groups::of_person(&mut tx, mentor)
            .await
            .unwrap();
        let all = people::store::groups::all_memberships(&mut tx, house.today())
            .await
            .unwrap();
        drop(tx);
        let group = own[0].1.id;
        let pupil = |inside: bool| -> PersonId {
            let is = |one: &&people::model::Membership| {
                one.part == people::model::Part::Pupil && (one.group == group) == inside
            };
            all.iter().find(is).unwrap().person
        };
        let file = text(
            &house
                .get(mentor, &format!("/mensen/{}", pupil(true)))
                .await
                .shown(),
        );
        assert!(file.contains("Geboren"), "{file}");
        let name = text(
            &house
                .get(mentor, &format!("/mensen/{}", pupil(false)))
                .await
                .shown(),
        );
        assert!(!name.contains("Geboren"), "{name}");
        let seen = house
            .get(mentor, &format!("/mensen/{}/gezien", pupil(false)))
            .await;
        assert_eq!(seen.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn an_intern_sees_one_group_by_name_and_nobodys_page() {
    at_school(|house| async move {
        let intern = house.who(Role::Stagiair);
        let list = house.get(intern, "/groepen").await.shown();
        assert_eq!(
            list.matches("href=\"/groepen/").count(),
            1,
            "{}",
            text(&list)
        );
        let address = list
            .split("href=\"/groepen/")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        let group = house
            .get(intern, &format!("/groepen/{address}"))
            .await
            .shown();
        assert!(
            text(&group).contains("26 leerlingen") && !group.contains("/mensen/"),
            "{}",
            text(&group)
        );
    });
}

#[test]
fn a_menu_shows_what_somebody_may_do() {
    at_school(|house| async move {
        let menu = |html: &str| -> Vec<String> {
            let nav = html
                .split_once("<nav aria-label=\"Menu\">")
                .unwrap()
                .1
                .split_once("</nav>")
                .unwrap()
                .0;
            nav.split("href=\"")
                .skip(1)
                .map(|rest| rest.split('"').next().unwrap().to_owned())
                .collect()
        };
        let of =
            async |role, address: &str| menu(&house.get(house.who(role), address).await.shown());
        assert_eq!(of(Role::Leerling, "/ik").await, ["/thuis", "/ik"]);
        assert_eq!(of(Role::Ouder, "/kinderen").await, ["/thuis", "/kinderen"]);
        assert_eq!(
            of(Role::Fg, "/logboek").await,
            ["/thuis", "/rollen", "/logboek"]
        );
        let director = of(Role::Directeur, "/mensen").await;
        assert_eq!(
            director,
            [
                "/thuis",
                "/mensen",
                "/groepen",
                "/rollen",
                "/inlezen",
                "/schooljaar",
                "/scholen",
                "/logboek"
            ]
        );
        for address in director {
            house
                .get(house.who(Role::Directeur), &address)
                .await
                .shown();
        }
    });
}

#[test]
fn a_form_that_another_site_sent_changes_nothing() {
    at_school(|house| async move {
        let director = house.who(Role::Directeur);
        let pupil = house.who(Role::Leerling);
        let reply = house
            .post_with(
                "vervalst",
                director,
                &format!("/mensen/{pupil}/vertrek"),
                &[("dag", "2026-11-21")],
            )
            .await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN);
        let page = text(
            &house
                .get(director, &format!("/mensen/{pupil}"))
                .await
                .shown(),
        );
        assert!(!page.contains("Laatste dag"), "{page}");
    });
}
