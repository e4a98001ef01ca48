//! The norms ask the register: what a protocol says of a real photo follows from what people answered.

use std::collections::BTreeMap;

use consent::register::Register;
use norms::{Situation, shipped};
use serde_json::json;
use words::{PersonId, Role};

use crate::family::field;
use crate::house::{House, at_school};

async fn verdict(house: &House, protocol: &str, pupil: PersonId) -> String {
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

fn ask(protocol: &str, situation: &serde_json::Value) -> String {
    let protocol = shipped::protocol(protocol).unwrap();
    let situation =
        Situation::from_json_str(&situation.to_string(), protocol.vocabulary()).unwrap();
    protocol.ask(&situation).verdict.key().to_owned()
}

#[test]
fn a_photo_on_the_website_goes_by_the_register() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let (family, cell) = (house.family(2, 6..11).await, house.on_the_website().await);
        let name = field(family.pupil, cell);
        for protocol in ["flex", "spoenk", "demare"] {
            assert_eq!(
                verdict(&house, protocol, family.pupil).await,
                "prohibited",
                "{protocol}"
            );
        }
        let guardian = family.guardians[0].to_string();
        let at = format!("/toestemmingen/{}/papier", family.pupil);
        let talk = [
            ("wie", guardian.as_str()),
            ("hoe", "gesprek"),
            ("dag", "2026-11-02"),
            (&name, "ja"),
        ];
        house
            .upload_with(house.who(Role::Medewerker), &at, &talk, ("", ""))
            .await
            .taken();
        assert_eq!(
            verdict(&house, "flex", family.pupil).await,
            "prohibited",
            "4.c asks it in writing"
        );
        assert_ne!(
            verdict(&house, "spoenk", family.pupil).await,
            "prohibited",
            "5 asks it expressly"
        );
        house
            .post(family.guardians[0], "/toestemming", &[(&name, "ja")])
            .await
            .taken();
        assert_ne!(verdict(&house, "flex", family.pupil).await, "prohibited");
    });
}
