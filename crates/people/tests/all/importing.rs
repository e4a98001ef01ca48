//! A roster comes in through the screen: looked at, confirmed, done.

use axum::http::StatusCode;
use store::params;
use words::Role;

use crate::house::{House, at_school, text};

const FILE: &str = "<EDEX><school><schooljaar>2026-2027</schooljaar></school>\n<groepen><groep key='z'><naam>8z</naam><jaargroep>8</jaargroep></groep></groepen>\n\
    <leerlingen>\n<leerling key='a1'><achternaam>Zandstra</achternaam><roepnaam>Wilhelmina</roepnaam><bsn>123456782</bsn><groep key='z'/></leerling>\n\
    <leerling><achternaam>Sleutelloos</achternaam></leerling>\n</leerlingen></EDEX>";

async fn count(house: &House, table: &'static str) -> i64 {
    let mut tx = house.db.read(house.demo.board).await.unwrap();
    let row = tx.one(table, params![]).await.unwrap();
    row.get("n").unwrap()
}

const PEOPLE: &str = "SELECT count(*) AS n FROM person WHERE board = $1";
const PIECES: &str = "SELECT count(*) AS n FROM roster_piece WHERE board = $1";

#[test]
fn a_file_is_looked_at_and_brought_in_once_somebody_agrees() {
    at_school(|house| async move {
        let head = house.who(Role::Directeur);
        let before = count(&house, PEOPLE).await;
        let form = text(&house.get(head, "/inlezen").await.shown());
        assert!(
            form.contains("Stuur het bestand uit je leerlingadministratie"),
            "{form}"
        );

        let address = house
            .upload(
                head,
                "/inlezen",
                &[],
                &[("bestand", "lijst.xml", FILE.as_bytes())],
            )
            .await
            .taken();
        let page = text(&house.get(head, &address).await.shown());
        for part in [
            "Dit verandert er",
            "1 nieuw, 0 veranderd, 0 gelijk",
            "Zandstra, Wilhelmina",
            "Geweigerd (1)",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
        let refused = text(
            &house
                .get(head, &format!("{address}?lijst=geweigerd"))
                .await
                .shown(),
        );
        assert!(
            refused.contains("regel 5, key: er staat geen sleutel"),
            "{refused}"
        );
        assert_eq!(
            (count(&house, PEOPLE).await, count(&house, PIECES).await),
            (before, 1)
        );

        let next = house
            .post(head, &address, &[("wat", "inlezen")])
            .await
            .taken();
        assert_eq!(next, address);
        assert!(text(&house.get(head, &address).await.shown()).contains("worden ingelezen"));
        assert_eq!(house.work().await, 1);
        let done = text(&house.get(head, &address).await.shown());
        assert!(done.contains("is bijgewerkt"), "{done}");
        assert_eq!(
            (count(&house, PEOPLE).await, count(&house, PIECES).await),
            (before + 1, 0)
        );
        let found = text(&house.get(head, "/mensen?zoek=wilhelmina").await.shown());
        assert!(found.contains("Zandstra"), "{found}");
        // Once more is harmless.
        house
            .post(head, &address, &[("wat", "inlezen")])
            .await
            .taken();
        assert_eq!(
            (house.work().await, count(&house, PEOPLE).await),
            (0, before + 1)
        );
    });
}

#[test]
fn a_file_that_cannot_be_used_says_so_and_leaves_nothing() {
    at_school(|house| async move {
        let head = house.who(Role::Beheerder);
        let before = count(&house, PEOPLE).await;
        let address = house
            .upload(
                head,
                "/inlezen",
                &[],
                &[("bestand", "lijst.xml", "<EDEX>\n<!DOCTYPE x>".as_bytes())],
            )
            .await
            .taken();
        let page = text(&house.get(head, &address).await.shown());
        assert!(
            page.contains("Dit bestand kunnen we niet gebruiken")
                && page.contains("regel 2: een DOCTYPE"),
            "{page}"
        );
        assert_eq!(
            (count(&house, PEOPLE).await, count(&house, PIECES).await),
            (before, 0)
        );
        let page = text(
            &house
                .upload(head, "/inlezen", &[], &[("bestand", "", "".as_bytes())])
                .await
                .again(),
        );
        assert!(page.contains("Kies een bestand"), "{page}");
    });
}

#[test]
fn somebody_thinks_better_of_it() {
    at_school(|house| async move {
        let head = house.who(Role::Directeur);
        let address = house
            .upload(
                head,
                "/inlezen",
                &[],
                &[("bestand", "lijst.xml", FILE.as_bytes())],
            )
            .await
            .taken();
        house.post(head, &address, &[("wat", "weg")]).await.taken();
        assert_eq!(
            (
                house.get(head, &address).await.status,
                count(&house, PIECES).await
            ),
            (StatusCode::NOT_FOUND, 0)
        );
    });
}

#[test]
fn nobody_else_sends_or_sees_a_roster() {
    at_school(|house| async move {
        let head = house.who(Role::Directeur);
        let address = house
            .upload(
                head,
                "/inlezen",
                &[],
                &[("bestand", "lijst.xml", FILE.as_bytes())],
            )
            .await
            .taken();
        for role in [Role::Leraar, Role::Ouder, Role::Leerling, Role::Mentor] {
            let who = house.who(role);
            assert!(
                house.get(who, "/inlezen").await.status.is_client_error(),
                "{role:?}"
            );
            assert_eq!(house.get(who, &address).await.status, StatusCode::NOT_FOUND);
            assert!(
                house
                    .upload(
                        who,
                        "/inlezen",
                        &[],
                        &[("bestand", "lijst.xml", FILE.as_bytes())]
                    )
                    .await
                    .status
                    .is_client_error()
            );
            assert_eq!(
                house
                    .post(who, &address, &[("wat", "inlezen")])
                    .await
                    .status,
                StatusCode::NOT_FOUND
            );
        }
        assert_eq!(house.work().await, 0);
    });
}

#[test]
fn templates_can_be_downloaded() {
    at_school(|house| async move {
        let head = house.who(Role::Directeur);
        for (name, text) in rosters::templates() {
            let reply = house.get(head, &format!("/inlezen/voorbeeld/{name}")).await;
            assert_eq!((reply.status, reply.body), (StatusCode::OK, text));
        }
        assert_eq!(
            house
                .get(head, "/inlezen/voorbeeld/anders.csv")
                .await
                .status,
            StatusCode::NOT_FOUND
        );
    });
}
