//! A school asks everybody, reminds, and stops; and a program that dies while it makes letters.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use axum::http::StatusCode;
use consent::campaign::{Asks, Kind, Plan, State, Way};
use consent::jobs::{self, Far};
use consent::store::campaigns::{self, Asked, Campaign};
use people::model::Authority;
use people::rules::{Standing, standing};
use people::store::guardians;
use uuid::Uuid;
use words::{PersonId, Role, Text};

use crate::family::field;
use crate::house::{House, at_school, text};

const FORM: [(&str, &str); 8] = [
    ("soort", "huidig"),
    ("wie", "ouders"),
    ("onderwerp", "Wat mag?"),
    ("onderwerp-en", "What is all right?"),
    ("brief", "Mogen we foto's laten zien?"),
    ("brief-en", "May we show photos?"),
    ("dagen", "7, 14"),
    ("stap", "begin"),
];

async fn begin(house: &House, kind: Kind) -> Uuid {
    let now = shell::Clock::now(&*house.clock);
    let text = Text::new("Mag het?", "Is it all right?");
    let campaign = Campaign {
        id: Uuid::now_v7(),
        school: house.demo.school,
        kind,
        state: State::Busy,
        made_by: house.who(Role::Directeur),
        made_at: now,
        plan: Plan {
            groups: Vec::new(),
            purposes: Vec::new(),
            asks: Asks {
                guardians: true,
                pupils: false,
                staff: false,
            },
            subject: text.clone(),
            text,
            remind: vec![7],
        },
        looked: None,
    };
    let mut tx = house.db.begin(house.demo.board).await.unwrap();
    campaigns::add(&mut tx, &campaign).await.unwrap();
    jobs::begin(&mut tx, now).await.unwrap();
    tx.commit().await.unwrap();
    campaign.id
}

async fn asked(house: &House, id: Uuid) -> Vec<Asked> {
    let mut tx = house.db.read(house.demo.board).await.unwrap();
    campaigns::asked(&mut tx, id).await.unwrap()
}

/// Whom the law lets a school ask: read a second time, from the tables.
async fn may_be_asked(house: &House) -> BTreeMap<PersonId, BTreeSet<PersonId>> {
    let keys = house.keys().await;
    let mut tx = house.db.read(house.demo.board).await.unwrap();
    let directories = people::directory::Directories::default();
    let names = directories.of(&mut tx, &keys, house.today()).await.unwrap();
    let mut all: BTreeMap<PersonId, BTreeSet<PersonId>> = BTreeMap::new();
    for bond in guardians::all(&mut tx).await.unwrap() {
        let pupil = names.get(bond.pupil).unwrap();
        let here = pupil.place.schools.contains(&house.demo.school);
        if here && standing(&bond, pupil.born, house.today()) == Standing::Represents {
            all.entry(bond.guardian).or_default().insert(bond.pupil);
        }
    }
    all
}

#[test]
fn a_school_asks_everybody_who_may_answer_once_each_about_all_children() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let director = house.who(Role::Directeur);
        let list = house.get(director, "/toestemmingen/vragen").await.shown();
        assert!(
            text(&list).contains("Iedereen die er nu is"),
            "{}",
            text(&list)
        );
        let page = "/toestemmingen/vragen/nieuw";
        let form = house.get(director, &format!("{page}?soort=huidig")).await;
        assert!(form.shown().contains("Wat mag de school laten zien?"));
        let check: Vec<_> = FORM.iter().copied().filter(|one| one.0 != "stap").collect();
        let shown = house.post(director, page, &check).await.shown();
        let expected = may_be_asked(&house).await;
        let said = format!("{} mensen, over", expected.len());
        assert!(text(&shown).contains(&said), "{said}: {}", text(&shown));
        let own = house.post(director, page, &FORM).await.taken();
        house.work().await;
        let letters = house.letters();
        let to: BTreeSet<&str> = letters.iter().map(|one| one.0.as_str()).collect();
        assert_eq!(to.len(), letters.len(), "a letter left twice");
        let id: Uuid = own.rsplit('/').next().unwrap().parse().unwrap();
        let mut told: BTreeMap<PersonId, BTreeSet<PersonId>> = BTreeMap::new();
        for one in asked(&house, id).await {
            told.entry(one.asked).or_default().insert(one.about);
        }
        assert_eq!(told, expected);
        let reached = asked(&house, id).await;
        let reached: BTreeSet<PersonId> = reached
            .iter()
            .filter(|one| one.way == Way::Mail)
            .map(|one| one.asked)
            .collect();
        assert_eq!(letters.len(), reached.len());
        // Nobody answered before: both languages.
        let letter = &letters[0].1.text;
        assert!(
            letter.starts_with("English below.") && letter.contains("Dear "),
            "{letter}"
        );
        let shown = house.get(director, &own).await.shown();
        assert!(
            text(&shown).contains("De brieven zijn weg."),
            "{}",
            text(&shown)
        );
        let file = house.get_bytes(director, &format!("{own}/papier")).await;
        assert!(file.starts_with(b"%PDF-1.7"));
    });
}

#[test]
fn a_parent_answers_by_the_link_of_the_letter_and_is_not_reminded() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let (family, cell) = (house.family(2, 6..11).await, house.on_the_website().await);
        let (one, other) = (family.guardians[0], family.guardians[1]);
        let id = begin(&house, Kind::Current).await;
        while jobs::stretch(&house.us, &house.db, house.demo.board, id, 50)
            .await
            .unwrap()
            == Far::More
        {}
        house.work().await;
        let first = letters_to(&house, one);
        let link = link(&first[0].1.text);
        let (reply, secret) = house.press(&link).await;
        assert_eq!(reply.taken(), "/toestemming");
        house.goes_on_as(one, secret);
        let page = house.get(one, "/toestemming").await.shown();
        assert!(page.contains(&field(family.pupil, cell)));
        for closed in [
            "/kinderen",
            "/account",
            &format!("/mensen/{}", family.pupil),
            "/toestemming/geschiedenis",
        ] {
            let to = house.get(one, closed).await.location;
            assert!(to.starts_with("/aanmelden?naar="), "{closed} opened");
        }
        let name = field(family.pupil, cell);
        let answers = [(name.as_str(), "ja")];
        house.post(one, "/toestemming", &answers).await.taken();
        house.work().await;
        let receipts = letters_to(&house, one);
        assert!(
            receipts
                .last()
                .unwrap()
                .1
                .text
                .contains("Foto op de website – Ja")
        );
        // A second time, or whoever it was forwarded to.
        assert_eq!(
            house.press(&link).await.0.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );

        let before = house.letters().len();
        house.days(7);
        house.work().await;
        let reminders = house.letters().split_off(before);
        assert!(!reminders.is_empty());
        assert!(
            reminders
                .iter()
                .all(|(key, _)| !key.contains(&one.to_string()))
        );
        // One question of many was answered: the other guardian is asked about the rest.
        assert!(
            reminders
                .iter()
                .any(|(key, _)| key.contains(&other.to_string()))
        );
        house.days(1);
        house.work().await;
        assert_eq!(
            house.letters().len(),
            before + reminders.len(),
            "reminded on one day only"
        );
    });
}

fn letters_to(house: &House, who: PersonId) -> Vec<(String, mail::Letter)> {
    let mut letters = house.letters();
    letters.retain(|(key, _)| key.contains(&who.to_string()));
    letters
}

/// The path of the first link of a letter.
fn link(letter: &str) -> String {
    let rest = letter.split_once("http://localhost").unwrap().1;
    rest.split_whitespace().next().unwrap().to_owned()
}

#[test]
fn whoever_lost_authority_or_stopped_asking_gets_nothing_more() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let family = house.family(1, 6..11).await;
        let (parent, director) = (family.guardians[0], house.who(Role::Directeur));
        let id = begin(&house, Kind::Current).await;
        while jobs::stretch(&house.us, &house.db, house.demo.board, id, 50)
            .await
            .unwrap()
            == Far::More
        {}
        house.work().await;
        let link = link(&letters_to(&house, parent)[0].1.text);
        let address = format!("/mensen/{}/gezag/{parent}", family.pupil);
        let no = [("gezag", Authority::No.key())];
        house.post(director, &address, &no).await.taken();
        assert_eq!(
            house.press(&link).await.0.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        let page = house.get(parent, "/toestemming").await.shown();
        assert!(
            !page.contains(&family.pupil.to_string()),
            "asked without authority"
        );
        let mine = letters_to(&house, parent).len();
        house.days(7);
        let own = format!("/toestemmingen/vragen/{}", id.as_simple());
        house.work().await;
        let about_child = asked(&house, id).await;
        let others = about_child
            .iter()
            .any(|one| one.asked == parent && one.about != family.pupil);
        assert_eq!(letters_to(&house, parent).len() > mine, others);
        house.post(director, &own, &[("wat", "stop")]).await.taken();
        let left = house.letters().len();
        house.days(30);
        house.work().await;
        let life = |one: &(String, mail::Letter)| one.0.starts_with("life");
        assert_eq!(
            house
                .letters()
                .split_off(left)
                .iter()
                .filter(|one| !life(one))
                .count(),
            0
        );
    });
}

#[test]
fn a_program_that_dies_again_and_again_mails_nobody_twice_and_forgets_nobody() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let id = begin(&house, Kind::Current).await;
        let (us, db, board) = (house.us.clone(), house.db.clone(), house.demo.board);
        // Each round ends somewhere else: in the middle of reading, of writing, of keeping.
        for micros in (0..60).map(|round| round * 700) {
            let stretch = jobs::stretch(&us, &db, board, id, 7);
            let _ = tokio::time::timeout(Duration::from_micros(micros), stretch).await;
        }
        while jobs::stretch(&us, &db, board, id, 7).await.unwrap() == Far::More {}
        house.work().await;
        let keys: Vec<String> = house.letters().into_iter().map(|one| one.0).collect();
        let once: BTreeSet<&String> = keys.iter().collect();
        assert_eq!(once.len(), keys.len());
        let told: BTreeSet<PersonId> = asked(&house, id)
            .await
            .iter()
            .map(|one| one.asked)
            .collect();
        let expected: BTreeSet<PersonId> = may_be_asked(&house).await.into_keys().collect();
        assert_eq!(told, expected);
        assert_eq!(
            jobs::stretch(&us, &db, board, id, 7).await.unwrap(),
            Far::Done
        );
    });
}

#[test]
fn whoever_is_new_is_asked_the_next_day_and_nobody_twice() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let family = house.family(2, 6..11).await;
        let (parent, director) = (family.guardians[0], house.who(Role::Directeur));
        let address = format!("/mensen/{}/gezag/{parent}", family.pupil);
        let say = |authority: Authority| [("gezag", authority.key())];
        house
            .post(director, &address, &say(Authority::No))
            .await
            .taken();
        let id = begin(&house, Kind::Enrolment).await;
        house.work().await;
        let first = house.letters().len();
        assert!(first > 0);
        let about = |rows: &[Asked]| {
            rows.iter()
                .any(|one| one.asked == parent && one.about == family.pupil)
        };
        assert!(!about(&asked(&house, id).await));
        house.days(1);
        house.work().await;
        let quiet = house.letters();
        assert_eq!(
            quiet
                .iter()
                .filter(|one| one.0.starts_with("campaign"))
                .count(),
            first
        );
        house
            .post(director, &address, &say(Authority::Yes))
            .await
            .taken();
        house.days(1);
        house.work().await;
        assert!(about(&asked(&house, id).await), "newly confirmed");
    });
}
