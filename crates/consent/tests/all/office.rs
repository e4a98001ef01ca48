//! The office protects, and sees what waits; a teacher looks before taking a photo.

use axum::http::StatusCode;
use consent::model::Answer;
use consent::rules::{Reason, Shown};
use people::model::Part;
use people::store::groups;
use words::Role;

use crate::family::field;
use crate::house::{at_school, text};

#[test]
fn whoever_is_protected_stands_on_the_list_as_a_no_like_any_other() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let (family, cell) = (house.family(1, 6..11).await, house.on_the_website().await);
        let (director, name) = (house.who(Role::Directeur), field(family.pupil, cell));
        house
            .post(family.guardians[0], "/toestemming", &[(&name, "ja")])
            .await
            .taken();
        let at = format!("/toestemmingen/{}/bescherming", family.pupil);
        let office = house
            .post(house.who(Role::Medewerker), &at, &[("reden", "x")])
            .await;
        assert_eq!(office.status, StatusCode::NOT_FOUND);
        house
            .post(director, &at, &[("reden", "geheim adres")])
            .await
            .taken();
        assert_eq!(
            house.holds(family.pupil, cell).await.reason,
            Reason::Protected
        );
        let person = format!("/toestemmingen/{}", family.pupil);
        assert!(
            house
                .get(director, &person)
                .await
                .shown()
                .contains("geheim adres")
        );
        let seen = house
            .get(house.who(Role::Medewerker), &person)
            .await
            .shown();
        assert!(!seen.contains("geheim adres"));

        let mut tx = house.db.read(house.demo.board).await.unwrap();
        let mine = groups::of_person(&mut tx, family.pupil).await.unwrap();
        let group = mine
            .iter()
            .find(|(member, _)| member.part == Part::Pupil)
            .unwrap()
            .1
            .id;
        drop(tx);
        let list = text(
            &house
                .get(house.who(Role::Leraar), &format!("/in-beeld/{group}"))
                .await
                .shown(),
        );
        assert!(
            list.contains("Niet in beeld") && !list.contains("geheim"),
            "{list}"
        );
        assert!(
            !list.contains("laten we niet zien"),
            "the reason is not told"
        );

        house.post(director, &at, &[("einde", "ja")]).await.taken();
        assert_eq!(house.holds(family.pupil, cell).await.shown, Shown::May);
    });
}

#[test]
fn a_changed_notice_asks_again_and_a_form_that_saw_the_old_one_comes_back() {
    at_school(|house| async move {
        let director = house.who(Role::Directeur);
        let school = house.demo.school.to_string();
        house
            .post(
                director,
                "/toestemmingen/doelen/gewoon",
                &[("school", &school)],
            )
            .await
            .taken();
        let (family, cell) = (house.family(1, 6..11).await, house.on_the_website().await);
        let (parent, name) = (family.guardians[0], field(family.pupil, cell));
        let seen = format!("v-{}", cell.purpose);
        house
            .post(parent, "/toestemming", &[(&seen, "1"), (&name, "ja")])
            .await
            .taken();
        let texts = [
            ("titel-nl", "Website"),
            ("titel-en", "Website"),
            ("waarom-nl", "Ook de gemeente plaatst het."),
            ("waarom-en", "The municipality posts it too."),
            ("bewaren-nl", "Een jaar."),
            ("bewaren-en", "A year."),
            ("grond", "toestemming"),
            ("wie", "iedereen"),
            ("dagen", "365"),
            ("v-website-foto", "ja"),
            ("opnieuw", "ja"),
            ("versie", "1"),
            ("school", &school),
        ];
        let at = format!("/toestemmingen/doelen/{}", cell.purpose);
        house.post(director, &at, &texts).await.taken();
        assert_eq!(
            house.holds(family.pupil, cell).await.reason,
            Reason::NoticeChanged
        );
        let again = house
            .post(parent, "/toestemming", &[(&seen, "1"), (&name, "ja")])
            .await
            .again();
        assert!(text(&again).contains("net veranderd"));
        house
            .post(parent, "/toestemming", &[(&seen, "2"), (&name, "ja")])
            .await
            .taken();
        assert_eq!(house.holds(family.pupil, cell).await.shown, Shown::May);
        assert!(text(&house.post(director, &at, &texts).await.again()).contains("Iemand anders"));
        house
            .post(director, &format!("{at}/einde"), &[("school", &school)])
            .await
            .taken();
        assert_eq!(
            house.holds(family.pupil, cell).await.reason,
            Reason::PurposeEnded
        );
    });
}

#[test]
fn where_the_school_needs_both_one_yes_is_not_enough() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let (family, cell) = (house.family(2, 6..11).await, house.on_the_website().await);
        let (director, name) = (house.who(Role::Directeur), field(family.pupil, cell));
        let school = house.demo.school.to_string();
        let at = "/toestemmingen/regels";
        let wrong = house
            .post(
                director,
                at,
                &[("school", &school), ("ouders", "geen"), ("dagen", "61")],
            )
            .await
            .again();
        assert!(
            text(&wrong).contains("Kies een van de twee")
                && text(&wrong).contains("0 tot en met 60")
        );
        house
            .post(
                director,
                at,
                &[("school", &school), ("ouders", "beide"), ("dagen", "0")],
            )
            .await
            .taken();
        house
            .post(family.guardians[0], "/toestemming", &[(&name, "ja")])
            .await
            .taken();
        assert_eq!(
            house.holds(family.pupil, cell).await.reason,
            Reason::OtherGuardian
        );
    });
}

#[test]
fn two_records_of_one_child_become_one_and_no_answer_is_lost() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let (family, cell) = (house.family(1, 6..9).await, house.on_the_website().await);
        let twin = house.family(1, 9..12).await;
        let (parent, name) = (family.guardians[0], field(family.pupil, cell));
        house
            .post(parent, "/toestemming", &[(&name, "nee")])
            .await
            .taken();
        let director = house.who(Role::Directeur);
        let at = format!("/mensen/{}/samenvoegen", family.pupil);
        house
            .post(director, &at, &[("met", &twin.pupil.to_string())])
            .await
            .taken();
        let outcome = house.holds(twin.pupil, cell).await;
        assert_eq!(
            (outcome.shown, outcome.reason),
            (Shown::MayNot, Reason::GuardianNo)
        );
        let mut tx = house.db.read(house.demo.board).await.unwrap();
        let events = consent::store::events::of_person(&mut tx, twin.pupil)
            .await
            .unwrap();
        assert_eq!(
            events
                .iter()
                .filter(|event| event.answer == Answer::No)
                .count(),
            1
        );
    });
}

#[test]
fn the_office_sees_how_far_the_answers_are() {
    at_school(|house| async move {
        let (db, chance) = (house.db.clone(), shell::SeededChance::new(3));
        let now = shell::Clock::now(&*house.clock);
        consent::demo::fill(
            &db,
            &house.master,
            &chance,
            now,
            std::slice::from_ref(&house.demo),
        )
        .await
        .unwrap();
        let office = house.who(Role::Medewerker);
        let page = text(&house.get(office, "/toestemmingen").await.shown());
        assert!(
            page.contains("1 keer weghalen") && page.contains("Alles beantwoord"),
            "{page}"
        );
        let todo = house.get(office, "/toestemmingen/wacht").await.shown();
        assert!(text(&todo).contains("Sportdag op het plein"));
        let id = todo
            .split("name=\"wat\" value=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        let school = house.demo.school.to_string();
        let done = [("school", school.as_str()), ("soort", "weg"), ("wat", id)];
        house
            .post(office, "/toestemmingen/wacht", &done)
            .await
            .taken();
        assert!(
            text(&house.get(office, "/toestemmingen/wacht").await.shown())
                .contains("Er hoeft niets weg.")
        );
        let teacher = house.get(house.who(Role::Leraar), "/toestemmingen").await;
        assert_eq!(teacher.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn an_intern_finds_the_list_of_the_own_group_and_no_other() {
    at_school(|house| async move {
        let intern = house.who(Role::Stagiair);
        let page = house.get(intern, "/in-beeld").await.shown();
        assert!(
            page.contains("<a href=\"/in-beeld\""),
            "it stands in the menu"
        );
        assert_eq!(page.matches("href=\"/in-beeld/").count(), 1);
    });
}
