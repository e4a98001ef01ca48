//! Where everybody begins: what waits for them, and who is at work on it.

use jiff::SignedDuration;
use words::Role;

use crate::house::{House, at_school, text};

/// One pupil, so that there is something to confirm.
const FILE: &str = "<EDEX><school><schooljaar>2026-2027</schooljaar></school>\n<groepen><groep key='z'><naam>8z</naam><jaargroep>8</jaargroep></groep></groepen>\n\
    <leerlingen>\n<leerling key='a1'><achternaam>Zandstra</achternaam><roepnaam>Wilhelmina</roepnaam><groep key='z'/></leerling>\n</leerlingen></EDEX>";

/// A roster is sent; its page, and the key by which it is taken.
async fn roster(house: &House) -> (String, String) {
    let head = house.who(Role::Directeur);
    let files = [("bestand", "lijst.xml", FILE.as_bytes())];
    let address = house.upload(head, "/inlezen", &[], &files).await.taken();
    let key = address.replace("/inlezen/", "roster-");
    (address, key)
}

async fn home(house: &House, role: Role) -> String {
    text(&house.get(house.who(role), "/thuis").await.shown())
}

#[test]
fn one_takes_what_waits_and_the_other_sees_it() {
    at_school(|house| async move {
        let (head, keeper) = (house.who(Role::Directeur), house.who(Role::Beheerder));
        assert!(
            home(&house, Role::Directeur)
                .await
                .contains("Hier wacht niets")
        );
        let (address, key) = roster(&house).await;
        for role in [Role::Directeur, Role::Beheerder] {
            let page = home(&house, role).await;
            assert!(page.contains("Bevestig een leerlingbestand"), "{page}");
            assert!(page.contains("Ik doe dit"), "{page}");
        }
        let teacher = home(&house, Role::Leraar).await;
        assert!(!teacher.contains("leerlingbestand"), "{teacher}");

        // Who takes it goes on to where it is done.
        let taken = house.post(head, "/thuis", &[("pak", &key)]).await.taken();
        assert_eq!(taken, address);
        let mine = home(&house, Role::Directeur).await;
        assert!(mine.contains("Je bent hiermee bezig tot 12:00"), "{mine}");
        let theirs = home(&house, Role::Beheerder).await;
        assert!(theirs.contains("is hiermee bezig tot 12:00"), "{theirs}");
        let late = house.post(keeper, "/thuis", &[("pak", &key)]).await.again();
        assert!(text(&late).contains("is hier net aan begonnen"), "{late}");
        // Giving back what somebody else has changes nothing.
        house
            .post(keeper, "/thuis", &[("geef", &key)])
            .await
            .taken();
        assert!(home(&house, Role::Directeur).await.contains("Je bent"));
        house
            .post(keeper, "/thuis", &[("over", &key)])
            .await
            .taken();
        assert!(home(&house, Role::Beheerder).await.contains("Je bent"));
        house
            .post(keeper, "/thuis", &[("geef", &key)])
            .await
            .taken();
        assert!(home(&house, Role::Directeur).await.contains("Ik doe dit"));

        // Nobody else takes it, and no word takes what does not wait.
        let pupil = house.who(Role::Leerling);
        for (who, key) in [(pupil, key.as_str()), (head, "roster-0"), (head, "")] {
            let reply = house.post(who, "/thuis", &[("pak", key)]).await;
            assert_eq!(reply.taken(), "/thuis");
        }
        assert!(home(&house, Role::Beheerder).await.contains("Ik doe dit"));

        house.post(head, "/thuis", &[("pak", &key)]).await.taken();
        house.clock.advance(SignedDuration::from_mins(61));
        // Sessions do not live that long unused.
        house.days(0);
        let free = home(&house, Role::Beheerder).await;
        assert!(
            free.contains("Ik doe dit"),
            "a claim ends by itself: {free}"
        );

        // What is done is not in the list any more.
        house
            .post(keeper, &address, &[("wat", "weg")])
            .await
            .taken();
        assert!(
            home(&house, Role::Directeur)
                .await
                .contains("Hier wacht niets")
        );
    });
}

#[test]
fn who_left_with_work_open_waits_for_who_runs_the_school() {
    at_school(|house| async move {
        let leader = house.who(Role::Teamleider);
        let mut tx = house.db.begin(house.demo.board).await.unwrap();
        let mark = people::store::mark(&mut tx).await.unwrap();
        let day = Some(house.today());
        people::store::persons::set_left(&mut tx, mark, leader, day)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let page = home(&house, Role::Directeur).await;
        assert!(page.contains("Draag het werk over van"), "{page}");
        assert!(page.contains("Laatste dag: 21 november 2026"), "{page}");
        assert!(
            home(&house, Role::Leraar)
                .await
                .contains("Hier wacht niets")
        );
    });
}

#[test]
fn work_that_was_given_up_waits_for_the_administrator() {
    at_school(|house| async move {
        let now = house.now();
        let mut tx = house.db.begin(house.demo.board).await.unwrap();
        for key in ["a", "b"] {
            let letter = store::NewJob {
                kind: "mail",
                key: key.into(),
                payload: serde_json::json!("aabb"),
                due: now,
            };
            tx.job(letter).await.unwrap();
        }
        tx.commit().await.unwrap();
        let refuse = store::jobs::handler(|_, _, _| async {
            Ok(store::jobs::Ending::Dead {
                fault: "550".into(),
            })
        });
        let runner = store::jobs::Runner::new(house.db.clone(), move || now, [("mail", refuse)]);
        runner.run_due().await.unwrap();
        let page = home(&house, Role::Beheerder).await;
        assert!(page.contains("Kijk naar 2 taken die niet lukten"), "{page}");
        assert!(
            home(&house, Role::Directeur)
                .await
                .contains("Hier wacht niets")
        );
    });
}
