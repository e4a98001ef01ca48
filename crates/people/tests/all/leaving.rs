//! Somebody leaves: open work first.

use people::model::Part;
use words::Role;

use crate::house::{at_school, text};

#[test]
fn a_director_hands_over_before_leaving() {
    at_school(|house| async move {
        let (director, keeper) = (house.who(Role::Directeur), house.who(Role::Beheerder));
        let leave = format!("/mensen/{director}/vertrek");
        let page = text(&house.get(keeper, &leave).await.shown());
        assert!(
            page.contains("Niemand anders is directeur") && !page.contains("Leg vertrek vast"),
            "{page}"
        );
        house
            .post(keeper, &leave, &[("dag", "2026-12-31")])
            .await
            .again();

        let leader = house.who(Role::Teamleider);
        let school = house.demo.school.to_string();
        let name = house
            .demo
            .faces
            .iter()
            .find(|face| face.role == Role::Teamleider)
            .unwrap()
            .name
            .clone();
        let leader = leader.to_string();
        let fields = [
            ("zoek", name.as_str()),
            ("wie", &leader),
            ("rol", "directeur"),
            ("waar", &school),
            ("van", "2026-11-21"),
        ];
        house.post(keeper, "/rollen/geef", &fields).await.taken();
        assert!(text(&house.get(keeper, &leave).await.shown()).contains("Leg vertrek vast"));
        house
            .post(keeper, &leave, &[("dag", "morgen")])
            .await
            .again();
        house
            .post(keeper, &leave, &[("dag", "2026-11-21")])
            .await
            .taken();
        let page = text(
            &house
                .get(keeper, &format!("/mensen/{director}"))
                .await
                .shown(),
        );
        assert!(page.contains("Laatste dag 21 november 2026"), "{page}");
        house.get(director, "/mensen").await.shown();
        house.days(1);
        let gone = house.get(director, "/mensen").await;
        assert!(
            gone.location.starts_with("/aanmelden"),
            "after the last day nobody gets in: {}",
            gone.location
        );
    });
}

#[test]
fn a_mentor_leaves_no_group_without_one() {
    at_school(|house| async move {
        let (mentor, keeper) = (house.who(Role::Mentor), house.who(Role::Beheerder));
        let page = text(
            &house
                .get(keeper, &format!("/mensen/{mentor}/vertrek"))
                .await
                .shown(),
        );
        assert!(page.contains("heeft geen andere mentor"), "{page}");
        let mut tx = house.db.read(house.demo.board).await.unwrap();
        let own = people::store::groups::of_person(&mut tx, mentor)
            .await
            .unwrap();
        drop(tx);
        let members = format!("/groepen/{}/leden", own[0].1.id);
        let teacher = house.who(Role::Leraar).to_string();
        house
            .post(keeper, &members, &[("wie", &teacher), ("als", "mentor")])
            .await
            .taken();
        let page = text(
            &house
                .get(keeper, &format!("/mensen/{mentor}/vertrek"))
                .await
                .shown(),
        );
        assert!(page.contains("geen open werk meer"), "{page}");
        let out = format!("{}:{mentor}", Part::Mentor.key());
        house
            .post(keeper, &members, &[("eruit", &out)])
            .await
            .taken();
        let group = text(
            &house
                .get(keeper, &format!("/groepen/{}", own[0].1.id))
                .await
                .shown(),
        );
        let left = house
            .demo
            .faces
            .iter()
            .find(|face| face.role == Role::Mentor)
            .unwrap();
        assert!(!group.contains(&left.name), "{group}");
    });
}

#[test]
fn a_substitute_stands_in_until_a_day() {
    at_school(|house| async move {
        let (director, keeper, leader) = (
            house.who(Role::Directeur),
            house.who(Role::Beheerder),
            house.who(Role::Antipest),
        );
        let mut tx = house.db.read(house.demo.board).await.unwrap();
        let row = identity::store::roles::of(&mut tx, director, house.today())
            .await
            .unwrap()
            .remove(0);
        drop(tx);
        let (row, leader) = (row.id.as_simple().to_string(), leader.to_string());
        let page = text(
            &house
                .get(keeper, &format!("/rollen/geef?voor={row}&zoek=aa"))
                .await
                .shown(),
        );
        assert!(page.contains("als directeur?"), "{page}");
        let name = house
            .demo
            .faces
            .iter()
            .find(|face| face.role == Role::Antipest)
            .unwrap()
            .name
            .clone();
        let mut fields = vec![
            ("voor", row.as_str()),
            ("zoek", &name),
            ("wie", &leader),
            ("van", "2026-11-21"),
        ];
        assert!(
            house
                .post(keeper, "/rollen/geef", &fields)
                .await
                .again()
                .contains("Vul een laatste dag in")
        );
        fields.push(("tot", "2026-11-22"));
        house.post(keeper, "/rollen/geef", &fields).await.taken();
        let list = text(&house.get(keeper, "/rollen").await.shown());
        assert!(list.contains("vervangt"), "{list}");
        house.days(0);
        let leader = house.who(Role::Antipest);
        house.get(leader, "/schooljaar").await.shown();
        house.days(2);
        let late = house.get(leader, "/schooljaar").await;
        assert_eq!(
            late.status,
            axum::http::StatusCode::FORBIDDEN,
            "the day is over"
        );
    });
}
