//! Forgetting: in time, not before it, and whole.

use std::path::Path;

use words::{PersonId, Role};

use crate::house::{House, at_school};

const TEXT: &str = "Plantwoordalfa stond in de groepsapp";
const NOTE: &str = "Plantwoordbeta zei de mentor";
const FILE: &[u8] = b"plantwoordgamma in a file that was handed in";
const OUTSIDE: &str = "Plantwoorddelta";
const WORDS: [&str; 4] = [
    "lantwoordalfa",
    "lantwoordbeta",
    "lantwoordgamma",
    "lantwoorddelta",
];

/// A case that was closed without a measure; its number and where it is.
async fn closed(house: &House, reporter: PersonId) -> (String, String) {
    let leader = house.who(Role::Teamleider);
    let number = house
        .signals(reporter, &[("wat", TEXT)], Some(("bewijs.txt", FILE)))
        .await;
    let case = house.finds(leader, &number).await.expect("on the list");
    house.takes_up(leader, &case).await;
    house
        .does(leader, &case, "notitie", &[("tekst", NOTE)])
        .await;
    let outside = [("naam", OUTSIDE), ("wie", "buiten"), ("deel", "getuige")];
    house.does(leader, &case, "betrokkene", &outside).await;
    house
        .does(
            leader,
            &case,
            "geen-maatregel",
            &[("reden", "Het is goedgemaakt.")],
        )
        .await;
    house.finishes(leader, &case).await;
    house
        .does(
            leader,
            &case,
            "sluiten",
            &[("antwoord", "Dank, het is opgelost.")],
        )
        .await;
    (number, case)
}

/// Does the work of each day from now until so many days on.
async fn live(house: &House, days: i64) {
    house.days(days);
    while house.work().await > 0 {}
}

/// How many rows of these tables there are.
async fn rows(house: &House, sql: &'static str) -> i64 {
    let mut tx = house.db.read(house.demo.board).await.unwrap();
    tx.one(sql, Vec::new()).await.unwrap().get("many").unwrap()
}

/// Which of the planted words can be read in a file below this folder. Files of other tests that go meanwhile are passed over.
fn found_in(folder: &Path, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else {
        return found;
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            found.extend(found_in(&path, words));
            continue;
        }
        let bytes = std::fs::read(&path).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let here = words.iter().filter(|word| text.contains(**word));
        found.extend(here.map(|word| format!("{word} in {}", path.display())));
    }
    found
}

#[test]
fn a_case_goes_when_its_time_is_up_and_leaves_a_stone() {
    at_school("spoenk", |house| async move {
        let leader = house.who(Role::Teamleider);
        let (_, case) = closed(&house, house.who(Role::Ouder)).await;
        let page = house.says(leader, &case).await;
        assert!(
            page.contains("wordt gewist na 21 november 2027"),
            "a year: {page}"
        );
        cases::jobs::begin_all(&house.db, house.now())
            .await
            .unwrap();
        live(&house, 364).await;
        assert_eq!(
            house.get(leader, &case).await.status,
            200,
            "not a day too early"
        );
        let keys = "SELECT count(*) AS many FROM subject_key WHERE board = $1";
        let before = rows(&house, keys).await;
        let mails = "SELECT count(*) AS many FROM job WHERE board = $1 AND kind = 'mail' AND substr(effect, 1, 5) = 'case-'";
        assert!(rows(&house, mails).await > 0, "letters that left");
        live(&house, 2).await;
        assert_eq!(house.get(leader, &case).await.status, 404, "gone");
        assert_eq!(rows(&house, mails).await, 0, "nor is what they said kept");
        assert_eq!(rows(&house, keys).await, before - 1, "its key is gone");
        for sql in [
            "SELECT count(*) AS many FROM case_file WHERE board = $1",
            "SELECT count(*) AS many FROM case_event WHERE board = $1",
            "SELECT count(*) AS many FROM case_party WHERE board = $1",
            "SELECT count(*) AS many FROM case_seat WHERE board = $1",
            "SELECT count(*) AS many FROM case_piece WHERE board = $1",
        ] {
            assert_eq!(rows(&house, sql).await, 0, "{sql}");
        }
        let stones =
            "SELECT count(*) AS many FROM case_stone WHERE board = $1 AND outcome = 'geen'";
        assert_eq!(rows(&house, stones).await, 1);
        assert_eq!(house.outcomes("case_forgotten").await, ["gone"]);
    });
}

#[test]
fn nothing_that_was_said_can_be_read_anywhere() {
    at_school("spoenk", |house| async move {
        let (_, case) = closed(&house, house.who(Role::Ouder)).await;
        let leader = house.who(Role::Teamleider);
        let to = house
            .choice(leader, &format!("{case}/brief"), OUTSIDE)
            .await;
        let letter = [
            ("sjabloon", "verzoek"),
            ("taal", "nl"),
            ("aan", to.as_str()),
            ("stap", "bewaar"),
            ("onderwerp", NOTE),
            ("tekst", TEXT),
        ];
        house
            .post(leader, &format!("{case}/brief"), &letter)
            .await
            .taken();
        let to = house
            .choice(
                leader,
                &format!("{case}/brief"),
                &house.name(house.who(Role::Ouder)).await.said(),
            )
            .await;
        let letter = [
            ("sjabloon", "antwoord"),
            ("taal", "nl"),
            ("aan", to.as_str()),
            ("stap", "bewaar"),
            ("onderwerp", NOTE),
            ("tekst", TEXT),
            ("mailen", "ja"),
        ];
        house
            .post(leader, &format!("{case}/brief"), &letter)
            .await
            .taken();
        let own = [("onderwerp", NOTE), ("tekst", TEXT)];
        house
            .post(
                house.who(Role::Directeur),
                "/zaken/brieven/verzoek-nl",
                &own,
            )
            .await
            .taken();
        let folder = testkit::database::Folder::new();
        house
            .db
            .backup(&folder.0.join("copy"), &crate::house::migrations())
            .await
            .unwrap();
        assert!(
            !found_in(&folder.0, &["case_file"]).is_empty(),
            "it was really looked into"
        );
        let nothing = Vec::<String>::new();
        // The copy has every row of either database.
        assert_eq!(found_in(&folder.0, &WORDS), nothing);
        // The database itself where it is a folder, with its log of writes and what it keeps beside it.
        let folders = std::fs::read_dir(std::env::temp_dir()).unwrap().flatten();
        for one in folders {
            let name = one.file_name();
            let id = name.to_string_lossy();
            if id
                .strip_prefix("pleinwacht-")
                .is_some_and(|id| id.len() == 32)
            {
                assert_eq!(found_in(&one.path(), &WORDS), nothing);
            }
        }
    });
}

#[test]
fn a_hold_keeps_a_case_and_ends() {
    at_school("spoenk", |house| async move {
        let leader = house.who(Role::Teamleider);
        let (_, case) = closed(&house, house.who(Role::Ouder)).await;
        cases::jobs::begin_all(&house.db, house.now())
            .await
            .unwrap();
        live(&house, 300).await;
        let until = house.today().saturating_add(jiff::ToSpan::days(200));
        let hold = [
            ("dag", until.to_string()),
            ("reden", "Er loopt een klacht.".to_owned()),
        ];
        house.does_with(leader, &case, "bewaren", &hold).await;
        let reviews = |house: &House| {
            let letters = house.letters();
            let asks = letters
                .iter()
                .filter(|(_, one)| one.subject.contains("nog bewaard"));
            asks.map(|(_, one)| one.to.clone()).collect::<Vec<_>>()
        };
        live(&house, 180).await;
        assert_eq!(reviews(&house).len(), 0);
        for _ in 0..19 {
            live(&house, 1).await;
        }
        assert_eq!(
            reviews(&house),
            [house.mail_of(leader).await],
            "once, to who leads it"
        );
        assert_eq!(
            house.get(leader, &case).await.status,
            200,
            "held beyond its time"
        );
        live(&house, 3).await;
        assert_eq!(house.get(leader, &case).await.status, 404);
    });
}

#[test]
fn what_comes_the_day_before_keeps_it_thirty_days() {
    at_school("spoenk", |house| async move {
        let (leader, reporter) = (house.who(Role::Teamleider), house.who(Role::Ouder));
        let (_, case) = closed(&house, reporter).await;
        cases::jobs::begin_all(&house.db, house.now())
            .await
            .unwrap();
        live(&house, 364).await;
        let mine = case.replace("/zaken/", "/melden/mijn/");
        house
            .post(reporter, &mine, &[("bericht", "Het is weer begonnen.")])
            .await
            .taken();
        live(&house, 29).await;
        assert!(house.says(leader, &case).await.contains("weer begonnen"));
        live(&house, 2).await;
        assert_eq!(house.get(leader, &case).await.status, 404);
    });
}

#[test]
fn a_case_that_is_opened_again_the_day_before_has_no_day() {
    at_school("spoenk", |house| async move {
        let leader = house.who(Role::Teamleider);
        let (_, case) = closed(&house, house.who(Role::Ouder)).await;
        cases::jobs::begin_all(&house.db, house.now())
            .await
            .unwrap();
        live(&house, 364).await;
        house
            .does(
                leader,
                &case,
                "heropenen",
                &[("reden", "Er kwam iets nieuws.")],
            )
            .await;
        live(&house, 400).await;
        let page = house.says(leader, &case).await;
        assert!(!page.contains("wordt gewist na"), "{page}");
        let outcome = "SELECT count(*) AS many FROM case_file WHERE board = $1 AND outcome IS NULL AND forget_at IS NULL";
        assert_eq!(rows(&house, outcome).await, 1);
    });
}

#[test]
fn a_suspension_goes_two_years_after_the_pupil_left() {
    at_school("spoenk", |house| async move {
        let leader = house.who(Role::Teamleider);
        let (child, _) = house.family(0).await;
        let (_, case) = closed(&house, house.who(Role::Ouder)).await;
        house
            .does(
                leader,
                &case,
                "heropenen",
                &[("reden", "Toch een maatregel.")],
            )
            .await;
        house.joins(leader, &case, child, "gedaan").await;
        house.imposed(&case, child).await;
        house.finishes(leader, &case).await;
        house
            .does(
                leader,
                &case,
                "sluiten",
                &[("antwoord", "Dank, het is opgelost.")],
            )
            .await;
        cases::jobs::begin_all(&house.db, house.now())
            .await
            .unwrap();
        live(&house, 900).await;
        let page = house.says(leader, &case).await;
        assert!(
            !page.contains("wordt gewist na"),
            "the pupil is still here: {page}"
        );
        let mut tx = house.db.begin(house.demo.board).await.unwrap();
        let mark = people::store::mark(&mut tx).await.unwrap();
        people::store::persons::set_left(&mut tx, mark, child, Some(house.today()))
            .await
            .unwrap();
        tx.commit().await.unwrap();
        live(&house, 1).await;
        let page = house.says(leader, &case).await;
        assert!(page.contains("wordt gewist na"), "{page}");
        live(&house, 731).await;
        assert_eq!(house.get(leader, &case).await.status, 404);
    });
}
