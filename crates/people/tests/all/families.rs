//! Parents, pupils, and what the school sees to about authority.

use axum::http::StatusCode;
use people::model::{Authority, Guardianship};
use words::{PersonId, Role};

use crate::house::{House, at_school, text};

/// A bond of the first school for which this holds.
async fn bond(house: &House, is: impl Fn(&Guardianship) -> bool) -> Guardianship {
    let mut tx = house.db.read(house.demo.board).await.unwrap();
    let all = people::store::guardians::all(&mut tx).await.unwrap();
    all.into_iter().find(is).unwrap()
}

#[test]
fn a_parent_sees_the_own_child_and_who_looked() {
    at_school(|house| async move {
        let parent = house.who(Role::Ouder);
        let own = bond(&house, |bond| {
            bond.guardian == parent && bond.confirmed.is_some() && bond.authority == Authority::Yes
        })
        .await;
        house
            .get(
                house.who(Role::Directeur),
                &format!("/mensen/{}", own.pupil),
            )
            .await
            .shown();
        let list = house.get(parent, "/kinderen").await.shown();
        assert!(
            text(&list).contains("U hebt gezag over dit kind"),
            "{}",
            text(&list)
        );
        let file = text(
            &house
                .get(parent, &format!("/mensen/{}", own.pupil))
                .await
                .shown(),
        );
        assert!(
            file.contains("Geboren") && file.contains("Ouders en verzorgers"),
            "{file}"
        );
        let seen = text(
            &house
                .get(parent, &format!("/mensen/{}/gezien", own.pupil))
                .await
                .shown(),
        );
        assert!(seen.contains("directeur Bekeken: het dossier"), "{seen}");

        let other = bond(&house, |bond| {
            bond.pupil != own.pupil && bond.guardian != parent
        })
        .await;
        for address in ["", "/gezien", "/wijzig"] {
            let reply = house
                .get(parent, &format!("/mensen/{}{address}", other.pupil))
                .await;
            assert_eq!(reply.status, StatusCode::NOT_FOUND, "{address}");
        }
    });
}

#[test]
fn authority_that_nobody_confirmed_opens_nothing_until_the_school_saw_to_it() {
    at_school(|house| async move {
        let open = bond(&house, |bond| bond.authority == Authority::Unknown).await;
        let list = house.get(open.guardian, "/kinderen").await.shown();
        assert!(
            text(&list).contains("De school moet nog vaststellen"),
            "{}",
            text(&list)
        );
        let file = format!("/mensen/{}", open.pupil);
        assert_eq!(
            house.get(open.guardian, &file).await.status,
            StatusCode::NOT_FOUND
        );

        let director = house.who(Role::Directeur);
        let address = format!("{file}/gezag/{}", open.guardian);
        assert!(
            text(&house.get(director, &address).await.shown())
                .contains("Gezag nog niet vastgesteld")
        );
        house.post(director, &address, &[]).await.again();
        assert_eq!(
            house
                .post(director, &address, &[("gezag", "ja")])
                .await
                .taken(),
            file
        );
        house.days(0);
        assert!(text(&house.get(open.guardian, &file).await.shown()).contains("Geboren"));
        let seen = text(
            &house
                .get(open.guardian, &format!("{file}/gezien"))
                .await
                .shown(),
        );
        assert!(seen.contains("directeur Gezag vastgelegd"), "{seen}");

        house
            .post(director, &address, &[("gezag", "nee")])
            .await
            .taken();
        house.days(0);
        assert_eq!(
            house.get(open.guardian, &file).await.status,
            StatusCode::NOT_FOUND
        );
        let list = text(&house.get(open.guardian, "/kinderen").await.shown());
        assert!(list.contains("u geen gezag"), "{list}");
    });
}

#[test]
fn a_parent_without_authority_gives_nobody_authority() {
    at_school(|house| async move {
        let without = bond(&house, |bond| bond.authority == Authority::No).await;
        let address = format!("/mensen/{}/gezag/{}", without.pupil, without.guardian);
        let reply = house
            .post(without.guardian, &address, &[("gezag", "ja")])
            .await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_pupil_sees_what_is_known_and_who_looked() {
    at_school(|house| async move {
        let pupil: PersonId = house.who(Role::Leerling);
        let me = house.get(pupil, "/ik").await.shown();
        assert!(
            text(&me).contains("Geboren") && me.contains(&format!("/mensen/{pupil}/gezien")),
            "{}",
            text(&me)
        );
        assert!(!me.contains("/wijzig"), "a pupil changes nothing of it");
        let seen = text(
            &house
                .get(pupil, &format!("/mensen/{pupil}/gezien"))
                .await
                .shown(),
        );
        assert!(seen.contains("leerling Bekeken: het dossier"), "{seen}");
    });
}

#[test]
fn a_guardian_is_added_with_what_the_school_saw() {
    at_school(|house| async move {
        let (director, pupil) = (house.who(Role::Directeur), house.who(Role::Leerling));
        let address = format!("/mensen/{pupil}/ouder");
        house.get(director, &address).await.shown();
        let again = house
            .post(director, &address, &[("email", "geen adres")])
            .await
            .again();
        for fault in [
            "Vul een roepnaam",
            "Vul een e-mailadres",
            "Kies wat deze persoon",
            "Kies of deze persoon gezag",
        ] {
            assert_eq!(again.matches(fault).count(), 2, "{fault}");
        }
        assert!(again.contains("geen adres"), "what was typed comes back");
        let fields = [
            ("roepnaam", "Hatice"),
            ("achternaam", "Güneş"),
            ("relatie", "voogd"),
            ("gezag", "ja"),
        ];
        house.post(director, &address, &fields).await.taken();
        let page = text(
            &house
                .get(director, &format!("/mensen/{pupil}"))
                .await
                .shown(),
        );
        assert!(page.contains("Hatice Güneş Voogd Heeft gezag"), "{page}");
    });
}
