//! The list that a school keeps.

use axum::http::StatusCode;
use publishing::store as sql;
use store::params;
use words::Role;

use crate::house::{House, at_school, text};
use crate::reading::a_pupil;

/// The addresses of the words on a page of the list.
fn addresses(page: &str) -> Vec<String> {
    let links = page.split("href=\"/woorden/").skip(1);
    links
        .filter_map(|rest| rest.split_once('"'))
        .map(|(id, _)| format!("/woorden/{id}"))
        .collect()
}

async fn add(house: &House, kind: &str, word: &str) -> String {
    let fields = [("woord", word), ("soort", kind)];
    let who = house.who(Role::Directeur);
    let list = house.post(who, "/woorden", &fields).await.taken();
    house.get(who, &list).await.shown()
}

#[test]
fn a_school_teaches_its_own_names_and_sensitive_words_and_takes_them_back() {
    at_school(|house| async move {
        let (editor, teacher) = (house.who(Role::Directeur), house.who(Role::Leraar));
        let (_, name) = a_pupil(&house).await;
        let draft =
            format!("{name} gaat naar de zonnebloemklas.\nGroetjes van Willemijn Hoekstra!");
        let read = async || {
            let page = house.post(teacher, "/tekst", &[("tekst", &draft)]).await;
            text(&page.shown())
        };
        let before = read().await;
        assert!(before.contains("2 vondsten"), "{before}");
        add(&house, "HEALTH", "Zonnebloem").await;
        let page = add(&house, "bekend", "Willemijn  Hoekstra").await;
        assert!(
            text(&page).contains("Gevoelig woord: Mogelijk iets over iemands gezondheid"),
            "{}",
            text(&page)
        );
        let after = read().await;
        assert!(
            after.contains("gezondheid") && !after.contains("Hoekstra Mogelijk"),
            "{after}"
        );
        let list = addresses(&page);
        assert_eq!(list.len(), 2);
        for address in list {
            let page = house.get(editor, &address).await.shown();
            assert!(page.contains("Haal van de lijst"));
            house.post(editor, &address, &[]).await.taken();
            assert_eq!(
                house.get(editor, &address).await.status,
                StatusCode::NOT_FOUND
            );
        }
        let again = read().await;
        assert!(again.contains("2 vondsten"), "{again}");
    });
}

#[test]
fn a_word_that_says_too_little_comes_back() {
    at_school(|house| async move {
        let editor = house.who(Role::Pr);
        let fields = [("woord", "x1"), ("soort", "PHONE")];
        let again = house.post(editor, "/woorden", &fields).await.again();
        assert!(again.contains("van 3 tot 100 letters") && again.contains("Kies wat voor woord"));
        let teacher = house.who(Role::Leraar);
        let list = house.get(teacher, "/woorden").await;
        assert_eq!(list.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn words_stand_sealed_and_go_with_the_key_of_whom_they_are_about() {
    at_school(|house| async move {
        let editor = house.who(Role::Pr);
        let (pupil, name) = a_pupil(&house).await;
        let draft = format!("Knap gedaan, {name}!");
        let page = house.post(editor, "/tekst", &[("tekst", &draft)]).await;
        let page = page.shown();
        let (_, rest) = page.split_once(".PERSON_ROSTER.weglaten").unwrap();
        let _ = rest;
        let answer = format!("1.13-{}.PERSON_ROSTER.weglaten", 13 + name.chars().count());
        let fields = [("tekst", draft.as_str()), ("antwoord", &answer)];
        house.post(editor, "/tekst", &fields).await.shown();
        let (board, school, keys) = (house.demo.board, house.demo.school, house.keys().await);
        let mut tx = house.db.begin(board).await.unwrap();
        let row = tx
            .one("SELECT sealed FROM text_word WHERE board = $1", params![])
            .await
            .unwrap();
        let sealed: Vec<u8> = row.get("sealed").unwrap();
        let plain = name.as_bytes();
        assert!(!sealed.windows(plain.len()).any(|part| part == plain));
        let list = sql::of_school(&mut tx, &keys, school).await.unwrap();
        assert_eq!((list.len(), list[0].words.as_str()), (1, name.as_str()));
        tx.run(
            "DELETE FROM subject_key WHERE board = $1 AND subject = $2",
            params![pupil],
        )
        .await
        .unwrap();
        let list = sql::of_school(&mut tx, &keys, school).await.unwrap();
        assert!(list.is_empty(), "the name went with the key");
    });
}

#[test]
fn a_list_is_of_one_school() {
    at_school(|house| async move {
        add(&house, "bekend", "De Blauwe Reiger").await;
        let mut tx = house.db.read(house.demo.board).await.unwrap();
        let keys = house.keys().await;
        let other = house.other.school;
        assert!(
            sql::of_school(&mut tx, &keys, other)
                .await
                .unwrap()
                .is_empty()
        );
        let list = sql::of_school(&mut tx, &keys, house.demo.school)
            .await
            .unwrap();
        assert_eq!(list.len(), 1);
    });
}
