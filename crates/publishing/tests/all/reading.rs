//! Somebody has a text read.

use axum::http::StatusCode;
use decisions::store::{Query, find};
use personal_data::Consent;
use words::{PersonId, Role};

use crate::house::{House, at_school, text};

/// A pupil of the first school with a family name, and the name.
pub(crate) async fn a_pupil(house: &House) -> (PersonId, String) {
    let (keys, today) = (house.keys().await, house.today());
    let directories = people::directory::Directories::default();
    let mut tx = house.db.read(house.demo.board).await.unwrap();
    let names = directories.of(&mut tx, &keys, today).await.unwrap();
    let mut pupils = names.everybody().filter(|known| {
        let place = &known.place;
        let whole = !known.name.call.is_empty() && !known.name.family.is_empty();
        place.pupil && whole && place.schools.contains(&house.demo.school)
    });
    let known = pupils.nth(3).unwrap();
    (known.id, known.name.said())
}

/// How many lines of this kind the log has about somebody.
pub(crate) async fn logged(house: &House, kind: &str, who: PersonId) -> usize {
    let mut tx = house.db.read(house.demo.board).await.unwrap();
    let query = Query {
        subject: Some(who),
        ..Query::default()
    };
    let found = find(&mut tx, &query).await.unwrap();
    found.iter().filter(|one| one.entry.kind == kind).count()
}

#[test]
fn a_text_is_read_marked_and_kept_nowhere() {
    at_school(|house| async move {
        let teacher = house.who(Role::Leraar);
        let (pupil, name) = a_pupil(&house).await;
        let draft = format!("Goed gedaan, {name}! <b>Bel</b> 06-12345678\nof kom langs.");
        let page = house.post(teacher, "/tekst", &[("tekst", &draft)]).await;
        let page = page.shown();
        let said = text(&page);
        assert!(
            said.contains("2 vondsten") && said.contains("Niets gevonden is geen garantie"),
            "{said}"
        );
        assert!(page.contains(&format!("<mark>{name}</mark>")), "{page}");
        assert!(
            page.contains("&lt;b&gt;Bel&lt;/b&gt;"),
            "what was pasted is text"
        );
        assert!(said.contains("toestemming niet bekend, dus nee"), "{said}");
        assert!(
            !said.contains("Heeft toestemming gegeven"),
            "a teacher keeps no list"
        );
        assert_eq!(logged(&house, "looked", pupil).await, 1);
        let again = house.get(teacher, "/tekst").await.shown();
        assert!(!again.contains(&name) && !again.contains("12345678"));
    });
}

#[test]
fn no_text_stands_anywhere_in_the_database() {
    at_school(|house| async move {
        let editor = house.who(Role::Directeur);
        let (_, name) = a_pupil(&house).await;
        let draft = format!("{name} zei xylofoonkoraal tegen juf");
        house
            .post(editor, "/tekst", &[("tekst", &draft)])
            .await
            .shown();
        let mut tx = house.db.read(house.demo.board).await.unwrap();
        let found = find(&mut tx, &Query::default()).await.unwrap();
        let log = format!("{found:?}");
        assert!(!log.contains(&name) && !log.contains("xylofoon"), "{log}");
    });
}

#[test]
fn who_refused_holds_a_text_up_and_who_agreed_does_not() {
    at_school(|house| async move {
        let teacher = house.who(Role::Leraar);
        let (pupil, name) = a_pupil(&house).await;
        let draft = format!("Knap, {name}!");
        let read = async |consent: Consent| {
            house.given.lock().unwrap().insert(pupil, consent);
            let page = house.post(teacher, "/tekst", &[("tekst", &draft)]).await;
            text(&page.shown())
        };
        let refused = read(Consent::No).await;
        assert!(
            refused.contains("Plaats deze tekst zo nog niet"),
            "{refused}"
        );
        assert!(refused.contains(&format!("{name} (")) && refused.contains("geen toestemming"));
        let agreed = read(Consent::Yes).await;
        assert!(
            !agreed.contains("Plaats deze tekst zo nog niet"),
            "{agreed}"
        );
        assert!(agreed.contains("Laat de achternaam weg."), "{agreed}");
    });
}

#[test]
fn an_intern_learns_no_more_than_the_text_said() {
    at_school(|house| async move {
        let intern = house.who(Role::Stagiair);
        let (pupil, name) = a_pupil(&house).await;
        let first = name.split(' ').next().unwrap().to_owned();
        let page = house
            .post(
                intern,
                "/tekst",
                &[("tekst", &format!("Hoera voor {first}, zij won!"))],
            )
            .await
            .shown();
        let said = text(&page);
        assert!(said.contains("iemand van deze school"), "{said}");
        assert!(!page.contains(&name), "{said}");
        assert_eq!(logged(&house, "looked", pupil).await, 0);
    });
}

#[test]
fn an_empty_text_and_one_that_is_too_long_come_back() {
    at_school(|house| async move {
        let teacher = house.who(Role::Medewerker);
        let empty = house.post(teacher, "/tekst", &[("tekst", " \n")]).await;
        assert!(empty.again().contains("Plak eerst een tekst"));
        let long = "a".repeat(personal_data::MAX_CHARS + 1);
        let again = house.post(teacher, "/tekst", &[("tekst", &long)]).await;
        let again = again.again();
        assert!(
            text(&again).contains("Knip hem in stukken"),
            "refused politely"
        );
        assert!(again.contains(&long), "what was pasted is still there");
        let most = "é".repeat(personal_data::MAX_CHARS);
        let read = house.post(teacher, "/tekst", &[("tekst", &most)]).await;
        read.shown();
    });
}

#[test]
fn who_does_not_write_for_the_school_reads_no_text() {
    at_school(|house| async move {
        for role in [
            Role::Leerling,
            Role::Ouder,
            Role::Mr,
            Role::Bestuur,
            Role::Fg,
        ] {
            let who = house.who(role);
            let reply = house.get(who, "/tekst").await;
            assert_eq!(reply.status, StatusCode::FORBIDDEN, "{role:?}");
        }
        let teacher = house.who(Role::Leraar);
        let theirs = house.other.school.to_string();
        let fields = [("tekst", "x"), ("school", theirs.as_str())];
        let reply = house.post(teacher, "/tekst", &fields).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND);
        let forged = house.post_with("nee", teacher, "/tekst", &[("tekst", "x")]);
        assert_eq!(forged.await.status, StatusCode::FORBIDDEN);
    });
}
