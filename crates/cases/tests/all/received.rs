//! Whoever the school wrote to reads that here, and objects here; nobody else does.

use words::Role;

use crate::house::at_school;
use crate::paper::ONE_DAY;

#[test]
fn a_parent_reads_the_letter_objects_and_hears_how_it_ended() {
    at_school("flex", |house| async move {
        let (head, leader) = (house.who(Role::Directeur), house.who(Role::Teamleider));
        let (child, parent) = house.family(0).await;
        let (_, case) = house.begun(house.who(Role::Ouder), &[]).await;
        let name = house.joins(leader, &case, child, "gedaan").await;
        house.hears(leader, &case, &name, "horen").await;
        let (list, id) = ("/melden/brieven", case.rsplit('/').next().unwrap());
        let mine = format!("{list}/{id}");
        let before = house.get(parent, list).await.shown();
        assert!(!before.contains(&mine), "nothing was written yet");
        assert_eq!(house.get(parent, &mine).await.status, 404);

        let measure = house.prepares(head, &case, &name, ONE_DAY).await;
        let impose = [
            ("bij", measure.as_str()),
            ("toch", "ja"),
            ("brief", "Beste { $to }, wij schorsen uw kind."),
            ("stap-brief", "doen"),
        ];
        house.does(head, &case, "opleggen", &impose).await;

        // The parent finds it, and nothing else of the case.
        assert!(house.get(parent, list).await.shown().contains(&mine));
        let read = house.says(parent, &mine).await;
        assert!(read.contains("wij schorsen uw kind"), "{read}");
        assert!(read.contains("bezwaar maken tot en met 4 januari 2027"));
        for hidden in ["filmpje over Sanne", "Gesproken", "Het is besproken"] {
            assert!(!read.contains(hidden), "{hidden}: {read}");
        }
        // Others find nothing: the reporter, another parent without authority, a teacher; nor by the road of who handles it.
        let other = house.who(Role::Ouder);
        house.stands_around(other, child).await;
        for role in [Role::Ouder, Role::Leerling, Role::Leraar, Role::Pr] {
            let who = house.who(role);
            assert_eq!(house.get(who, &mine).await.status, 404, "{role:?}");
            let sent = [("bij", measure.as_str()), ("tekst", "Ik ook niet.")];
            assert_eq!(house.post(who, &mine, &sent).await.status, 404);
        }
        assert_eq!(house.get(parent, &case).await.status, 404);

        // They object, once, and can add to it; who leads hears of it.
        let empty = [("bij", measure.as_str()), ("tekst", " ")];
        house.post(parent, &mine, &empty).await.again();
        while house.work().await > 0 {}
        let letters = house.letters().len();
        let object = [
            ("bij", measure.as_str()),
            ("tekst", "Hij was die dag ziek."),
        ];
        house.post(parent, &mine, &object).await.taken();
        let more = [
            ("bij", measure.as_str()),
            ("tekst", "Zie de absentenlijst."),
        ];
        house.post(parent, &mine, &more).await.taken();
        while house.work().await > 0 {}
        assert!(
            house.letters().len() > letters,
            "who handles it hears of it"
        );
        let seen = house.says(leader, &case).await;
        assert!(seen.contains("Hij was die dag ziek") && seen.contains("absentenlijst"));
        let objection = house.follows(leader, &case, "beslissing").await;
        let rules = [
            ("bij", objection.as_str()),
            ("uitkomst", "vervalt"),
            ("reden", "Hij was inderdaad ziek."),
        ];
        house.does(leader, &case, "beslissing", &rules).await;
        let read = house.says(parent, &mine).await;
        assert!(read.contains("Hij was inderdaad ziek"), "{read}");
        assert!(!read.contains("Maak bezwaar"), "it is decided");
        let again = house.post(parent, &mine, &object).await;
        assert_eq!(again.status, 404);

        // That they read about their child stands in the log. Whoever does not represent the child any more reads nothing.
        let mut tx = house.db.begin(house.demo.board).await.unwrap();
        let looked = tx
            .one(
                "SELECT count(*) AS many FROM log_entry WHERE board = $1 AND kind = $2 AND actor = $3 AND subject = $4",
                store::params!["looked", parent, child],
            )
            .await
            .unwrap();
        assert!(looked.get::<i64>("many").unwrap() > 0);
        tx.run(
            "UPDATE guardianship SET authority = $2 WHERE board = $1 AND guardian = $3",
            store::params!["nee", parent],
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(house.get(parent, &mine).await.status, 404);
    });
}
