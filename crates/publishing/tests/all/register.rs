//! A name in a text goes by the register of consent.

use consent::model::{Answer, Capacity, How, Purpose};
use consent::rules::LAW;
use consent::store::events::{self, Said};
use consent::store::purposes;
use consent::usual;
use people::directory::Directories;
use personal_data::{Channel, Consent};
use publishing::{Consents, Register};
use uuid::Uuid;
use words::{Channel as At, Locale, Medium, Role};

use crate::house::{House, at_school};

async fn of(house: &House, person: words::PersonId, channel: Channel) -> Consent {
    let keys = house.keys().await;
    let mut tx = house.db.read(house.demo.board).await.unwrap();
    let names = Directories::default()
        .of(&mut tx, &keys, house.today())
        .await
        .unwrap();
    let at = (&*names, house.demo.school);
    let people = [person];
    let given = Register.of(&mut tx, at, &people, channel, house.today());
    given.await.unwrap()[&person]
}

#[test]
fn a_name_may_be_on_the_website_when_its_owner_said_so() {
    at_school(|house| async move {
        let teacher = house.who(Role::Leraar);
        assert_eq!(
            of(&house, teacher, Channel::Website).await,
            Consent::Unknown
        );
        let now = shell::Clock::now(&*house.clock);
        let mut tx = house.db.begin(house.demo.board).await.unwrap();
        let new = usual::purposes(house.demo.school, Uuid::now_v7);
        purposes::add(&mut tx, &new, None, now).await.unwrap();
        let all = purposes::of_school(&mut tx, house.demo.school)
            .await
            .unwrap();
        let mut cells = all.iter().flat_map(Purpose::cells);
        let cell = cells.find(|cell| cell.channel == At::Website && cell.medium == Medium::Naam);
        for (answer, expected) in [(Answer::Yes, Consent::Yes), (Answer::No, Consent::No)] {
            let said = Said {
                by: (teacher, Capacity::Own),
                typed_by: None,
                at: now,
                on: house.today(),
                how: How::Page,
                language: Locale::Nl,
                act: Uuid::now_v7(),
                evidence: None,
                rule: LAW,
                answers: vec![(cell.unwrap(), 1, answer)],
            };
            events::record(&mut tx, teacher, &said).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(of(&house, teacher, Channel::Website).await, expected);
            tx = house.db.begin(house.demo.board).await.unwrap();
        }
        drop(tx);
        assert_eq!(
            of(&house, teacher, Channel::Social).await,
            Consent::Unknown,
            "nobody was asked"
        );
    });
}
