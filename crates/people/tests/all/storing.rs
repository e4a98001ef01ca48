//! What is kept, and how.

use jiff::civil::date;
use people::model::{Authority, Details, Guardianship, Relation, Span};
use people::store::persons::{self, NewPerson};
use people::store::{guardians, mark, merge, schools, version};
use store::params;
use uuid::Uuid;
use words::{PersonId, PersonName};

use crate::house::at_school;

fn somebody(id: u128, call: &str) -> NewPerson {
    NewPerson {
        id: PersonId(Uuid::from_u128(id)),
        details: Details {
            name: PersonName {
                call: call.into(),
                ..PersonName::default()
            },
            born: Some(date(2015, 3, 4)),
            email: Some(format!("{call}@mail.example")),
        },
        source: None,
    }
}

#[test]
fn a_name_stands_nowhere_in_the_table() {
    at_school(|house| async move {
        let keys = house.keys().await;
        let mut tx = house.db.begin(house.demo.board).await.unwrap();
        let new = somebody(1, "Wilhelmina");
        let mark = mark(&mut tx).await.unwrap();
        let at = shell::Clock::now(&*house.clock);
        persons::add(&mut tx, &keys, mark, at, std::slice::from_ref(&new))
            .await
            .unwrap();
        let row = tx
            .one(
                "SELECT sealed, email_index FROM person WHERE board = $1 AND id = $2",
                params![new.id],
            )
            .await
            .unwrap();
        for column in ["sealed", "email_index"] {
            let bytes: Vec<u8> = row.get(column).unwrap();
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            assert!(
                !text.contains("wilhelmina") && !text.contains("2015"),
                "{column}"
            );
        }
        let read = persons::person(&mut tx, &keys, new.id)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(read.details, Some(new.details));
        let index = persons::email_index(&keys, " WILHELMINA@mail.example");
        assert_eq!(persons::by_email(&mut tx, &index).await.unwrap(), [new.id]);

        // To destroy the key is to erase: the row stays, and nobody can read it.
        tx.run(
            "DELETE FROM subject_key WHERE board = $1 AND subject = $2",
            params![new.id],
        )
        .await
        .unwrap();
        assert_eq!(
            persons::person(&mut tx, &keys, new.id)
                .await
                .unwrap()
                .unwrap()
                .details,
            None
        );
    });
}

#[test]
fn of_two_who_change_the_same_person_the_second_is_told() {
    at_school(|house| async move {
        let keys = house.keys().await;
        let mut tx = house.db.begin(house.demo.board).await.unwrap();
        let mark = mark(&mut tx).await.unwrap();
        let at = shell::Clock::now(&*house.clock);
        persons::add(&mut tx, &keys, mark, at, &[somebody(1, "Daan")])
            .await
            .unwrap();
        let seen = persons::person(&mut tx, &keys, PersonId(Uuid::from_u128(1)))
            .await
            .unwrap()
            .unwrap();
        let (first, second) = (somebody(1, "Daniël").details, somebody(1, "Danny").details);
        assert!(
            persons::change(&mut tx, &keys, mark, &seen, &first)
                .await
                .unwrap()
        );
        assert!(
            !persons::change(&mut tx, &keys, mark, &seen, &second)
                .await
                .unwrap()
        );
        let now = persons::person(&mut tx, &keys, seen.id)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(now.said(), "Daniël");
    });
}

#[test]
fn what_the_school_confirmed_no_file_undoes() {
    at_school(|house| async move {
        let mut tx = house.db.begin(house.demo.board).await.unwrap();
        let (pupil, guardian) = (PersonId(Uuid::from_u128(1)), PersonId(Uuid::from_u128(2)));
        let bond = |authority| Guardianship {
            pupil,
            guardian,
            relation: Relation::Parent,
            authority,
            confirmed: None,
            span: Span {
                from: date(2026, 8, 1),
                until: None,
            },
        };
        guardians::add(&mut tx, &[bond(Authority::Yes)])
            .await
            .unwrap();
        let at = shell::Clock::now(&*house.clock);
        assert!(
            guardians::confirm(
                &mut tx,
                pupil,
                guardian,
                Authority::No,
                house.demo.faces[0].person,
                at
            )
            .await
            .unwrap()
        );
        guardians::add(&mut tx, &[bond(Authority::Yes)])
            .await
            .unwrap();
        let now = guardians::of_pupil(&mut tx, pupil).await.unwrap();
        assert_eq!(
            (now.len(), now[0].authority, now[0].confirmed.is_some()),
            (1, Authority::No, true)
        );
    });
}

#[test]
fn a_record_is_merged_once_and_leaves_a_trace() {
    at_school(|house| async move {
        let keys = house.keys().await;
        let mut tx = house.db.begin(house.demo.board).await.unwrap();
        let number = mark(&mut tx).await.unwrap();
        let at = shell::Clock::now(&*house.clock);
        let (one, two) = (somebody(1, "Daan"), somebody(2, "Daan"));
        persons::add(&mut tx, &keys, number, at, &[one.clone(), two.clone()])
            .await
            .unwrap();
        let number = mark(&mut tx).await.unwrap();
        assert!(merge::merge(&mut tx, number, one.id, two.id).await.unwrap());
        assert!(
            !merge::merge(&mut tx, number, one.id, two.id).await.unwrap(),
            "a trace is not merged again"
        );
        assert!(
            !merge::merge(&mut tx, number, two.id, two.id).await.unwrap(),
            "nor a person with themselves"
        );
        assert_eq!(merge::traces(&mut tx, two.id).await.unwrap(), [one.id]);
        let trace = persons::person(&mut tx, &keys, one.id)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(trace.merged_into, Some(two.id));
        assert_eq!(version(&mut tx).await.unwrap(), number);
    });
}

#[test]
fn another_board_has_none_of_it() {
    at_school(|house| async move {
        let mut here = house.db.read(house.demo.board).await.unwrap();
        assert_eq!(schools::schools(&mut here).await.unwrap().len(), 1);
        drop(here);
        let keys = house.keys().await;
        let mut there = house.db.read(house.other.board).await.unwrap();
        for face in &house.demo.faces {
            assert_eq!(
                persons::person(&mut there, &keys, face.person)
                    .await
                    .unwrap(),
                None
            );
        }
        assert!(
            schools::school(&mut there, house.demo.school)
                .await
                .unwrap()
                .is_none()
        );
    });
}
