//! Editors answer findings, and the school's check learns.

use axum::http::StatusCode;
use personal_data::Consent;
use words::{PersonId, Role};

use crate::house::{House, at_school, text};
use crate::reading::{a_pupil, logged};

/// The value of the button of the first finding that means this.
fn button(page: &str, meaning: &str) -> String {
    let values = page.split("name=\"antwoord\" value=\"").skip(1);
    let mut values = values
        .filter_map(|rest| rest.split_once('"'))
        .map(|(value, _)| value);
    let end = format!(".{meaning}");
    values
        .find(|value| value.ends_with(&end))
        .expect(meaning)
        .to_owned()
}

/// Reads a text, and presses a button of its first finding.
async fn press(house: &House, who: PersonId, draft: &str, meaning: &str) -> String {
    let page = house.post(who, "/tekst", &[("tekst", draft)]).await.shown();
    let answer = button(&page, meaning);
    let fields = [("tekst", draft), ("antwoord", &answer)];
    text(&house.post(who, "/tekst", &fields).await.shown())
}

async fn read(house: &House, who: PersonId, draft: &str, channel: &str) -> String {
    let fields = [("tekst", draft), ("kanaal", channel)];
    text(&house.post(who, "/tekst", &fields).await.shown())
}

#[test]
fn who_agreed_is_no_finding_there_until_the_school_year_ends() {
    at_school(|house| async move {
        let (editor, teacher) = (house.who(Role::Pr), house.who(Role::Leraar));
        let (pupil, name) = a_pupil(&house).await;
        let draft = format!("Knap gedaan, {name}!");
        let said = press(&house, editor, &draft, "akkoord").await;
        assert!(said.contains("Onthouden: toestemming voor"), "{said}");
        assert!(said.contains("tot en met 31 juli 2027"), "{said}");
        assert_eq!(logged(&house, "word_kept", pupil).await, 1);
        let here = read(&house, teacher, &draft, "website").await;
        assert!(
            here.contains("Niets gevonden") && here.contains("1 plek staat op de woordenlijst"),
            "{here}"
        );
        let there = read(&house, teacher, &draft, "social").await;
        assert!(
            there.contains("1 vondst"),
            "agreed for the website only: {there}"
        );
        house.given.lock().unwrap().insert(pupil, Consent::No);
        let refused = read(&house, teacher, &draft, "website").await;
        assert!(
            refused.contains("1 vondst"),
            "a refusal beats an answer: {refused}"
        );
        house.given.lock().unwrap().clear();
    });
}

#[test]
fn an_answer_ends_on_its_day() {
    at_school(|house| async move {
        let editor = house.who(Role::Pr);
        let (_, name) = a_pupil(&house).await;
        let draft = format!("Knap gedaan, {name}!");
        let page = house.post(editor, "/tekst", &[("tekst", &draft)]).await;
        let answer = button(&page.shown(), "akkoord");
        let fields = [
            ("tekst", draft.as_str()),
            ("antwoord", &answer),
            ("lang-1", "maand"),
        ];
        let said = text(&house.post(editor, "/tekst", &fields).await.shown());
        assert!(said.contains("tot en met 21 december 2026"), "{said}");
        house.days(30);
        let last = read(&house, editor, &draft, "website").await;
        assert!(last.contains("1 plek staat op de woordenlijst"), "{last}");
        house.days(1);
        let later = read(&house, editor, &draft, "website").await;
        assert!(later.contains("1 vondst"), "{later}");
    });
}

#[test]
fn consent_is_never_for_ever_and_the_one_who_gave_it_is_named() {
    at_school(|house| async move {
        let editor = house.who(Role::Directeur);
        let (_, name) = a_pupil(&house).await;
        let draft = format!("Knap gedaan, {name}!");
        let page = house.post(editor, "/tekst", &[("tekst", &draft)]).await;
        let answer = button(&page.shown(), "akkoord");
        let fields = [
            ("tekst", draft.as_str()),
            ("antwoord", &answer),
            ("lang-1", "altijd"),
        ];
        let again = house.post(editor, "/tekst", &fields).await.again();
        assert!(
            again.contains("href=\"#lang-1\"")
                && again.contains("Toestemming geldt niet voor altijd")
        );
    });
}

#[test]
fn what_is_no_person_or_always_left_out_is_learnt() {
    at_school(|house| async move {
        let (editor, teacher) = (house.who(Role::Pr), house.who(Role::Leraar));
        let draft = "Groetjes van Willemijn Hoekstra!";
        let before = read(&house, teacher, draft, "website").await;
        assert!(before.contains("1 vondst"), "{before}");
        let said = press(&house, editor, draft, "geen-persoon").await;
        assert!(said.contains("mag blijven staan"), "{said}");
        assert!(
            read(&house, teacher, draft, "social")
                .await
                .contains("Niets gevonden")
        );
        let said = press(&house, editor, "Bel 06-12345678 even", "weglaten").await;
        assert!(said.contains("laten jullie altijd weg"), "{said}");
        let after = read(&house, teacher, "Bel 06-12345678 even", "website").await;
        assert!(after.contains("jullie laten dit altijd weg"), "{after}");
    });
}

#[test]
fn an_answer_is_refused_to_others_and_to_a_text_that_changed() {
    at_school(|house| async move {
        let (editor, teacher) = (house.who(Role::Pr), house.who(Role::Leraar));
        let draft = "Bel 06-12345678 even";
        let page = house
            .post(editor, "/tekst", &[("tekst", draft)])
            .await
            .shown();
        let answer = button(&page, "geen-persoon");
        let fields = [("tekst", draft), ("antwoord", answer.as_str())];
        let reply = house.post(teacher, "/tekst", &fields).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN);
        let fields = [
            ("tekst", "Bel ons even: 06-12345678"),
            ("antwoord", answer.as_str()),
        ];
        let again = house.post(editor, "/tekst", &fields).await.again();
        assert!(again.contains("De tekst is veranderd"), "{}", text(&again));
        let fields = [("tekst", draft), ("antwoord", "1.4-15.PHONE.bekend")];
        let again = house.post(editor, "/tekst", &fields).await.again();
        assert!(again.contains("past dit antwoord niet"), "{}", text(&again));
    });
}
