//! The norms ask the register: what a protocol says of a real photo follows from what people answered.

use std::collections::BTreeMap;

use consent::register::Register;
use norms::{Situation, shipped};
use serde_json::json;
use words::{PersonId, Role};

use crate::family::field;
use crate::house::{House, at_school};

async fn verdict(house: &House, protocol: &str, pupil: PersonId) -> (String, Vec<String>) {
    let cell = house.on_the_website().await;
    let keys = house.keys().await;
    let mut tx = house.db.read(house.demo.board).await.unwrap();
    let names = people::directory::Directories::default()
        .of(&mut tx, &keys, house.today())
        .await
        .unwrap();
    let register = Register::of(&mut tx, &names, house.demo.school, &[pupil], house.today())
        .await
        .unwrap();
    let people = BTreeMap::from([("sam".to_owned(), pupil)]);
    let mut situation = serde_json::to_value(register.in_norms(&people, &[cell])).unwrap();
    let more = json!({
        "actie": "plaatsen", "rollen": ["pr"], "hoedanigheid": "namens_school", "kanaal": cell.channel.in_norms(),
        "schoolgerelateerd": true, "beeldOfGeluid": true, "*": false,
    });
    situation
        .as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    ask(protocol, &situation)
}

fn ask(protocol: &str, situation: &serde_json::Value) -> (String, Vec<String>) {
    let protocol = shipped::protocol(protocol).unwrap();
    let situation =
        Situation::from_json_str(&situation.to_string(), protocol.vocabulary()).unwrap();
    let answer = protocol.ask(&situation);
    let articles = answer.articles.iter().map(ToString::to_string);
    (answer.verdict.key().to_owned(), articles.collect())
}

#[test]
fn a_photo_on_the_website_goes_by_the_register() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let (family, cell) = (house.family(2, 6..11).await, house.on_the_website().await);
        let name = field(family.pupil, cell);
        let forbids = |answer: &(String, Vec<String>), article: &str| {
            answer.0 == "prohibited" && answer.1.iter().any(|one| one == article)
        };
        for (protocol, article) in [("flex", "4.c"), ("spoenk", "5"), ("demare", "8")] {
            let answer = verdict(&house, protocol, family.pupil).await;
            assert!(forbids(&answer, article), "{protocol} {answer:?}");
        }
        let guardian = family.guardians[0].to_string();
        let at = format!("/toestemmingen/{}/papier", family.pupil);
        let talk = [
            ("wie", guardian.as_str()),
            ("hoe", "gesprek"),
            ("dag", "2026-11-02"),
            (&name, "ja"),
        ];
        let office = house.who(Role::Medewerker);
        house
            .upload_with(office, &at, &talk, ("", ""))
            .await
            .taken();
        let answer = verdict(&house, "flex", family.pupil).await;
        assert!(forbids(&answer, "4.c"), "it asks for writing: {answer:?}");
        let answer = verdict(&house, "spoenk", family.pupil).await;
        assert_eq!(
            answer,
            ("permitted".to_owned(), vec!["5".to_owned()]),
            "expressly is enough"
        );
        let yes = [(name.as_str(), "ja")];
        house
            .post(family.guardians[0], "/toestemming", &yes)
            .await
            .taken();
        let answer = verdict(&house, "flex", family.pupil).await;
        assert!(!forbids(&answer, "4.c"), "{answer:?}");
    });
}
