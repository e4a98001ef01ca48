//! From the phone to the heap: sent, found, named or covered, and looked at by whoever may.

use consent::store::shields::{self, Shield};
use people::model::Span;
use people::store::persons;
use words::{PersonId, Role};

use crate::house::{House, at_school, sends, text};

pub(crate) const ASTRONAUT: &[u8] = include_bytes!("../../demo/astronaut.jpg");
pub(crate) const HOPPER: &[u8] = include_bytes!("../../demo/hopper.jpg");

/// What stands between these two in a page, the first time.
pub(crate) fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = page
        .split_once(from)
        .unwrap_or_else(|| panic!("no {from} in {page}"));
    rest.split_once(to).unwrap().0
}

/// An album of the teacher's group; its address.
pub(crate) async fn album(house: &House, teacher: PersonId) -> String {
    let page = house.get(teacher, "/fotos").await.shown();
    let groups = between(&page, "<select id=\"van\"", "</select>");
    let group = groups
        .split("value=\"")
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(value, _)| value.to_owned())
        .find(|value| !value.is_empty())
        .unwrap();
    let fields = [("naam", "Sportdag"), ("dag", "2026-11-20"), ("van", &group)];
    house.post(teacher, "/fotos", &fields).await.taken()
}

/// The photos of an album, by address.
pub(crate) fn photos(page: &str) -> Vec<String> {
    let links = page.split("href=\"/fotos/foto/").skip(1);
    let ids = links.map(|rest| format!("/fotos/foto/{}", &rest[..32]));
    let mut all: Vec<String> = ids.collect();
    all.dedup();
    all
}

/// The pupils that a photo's page offers for its first face.
pub(crate) fn pupils(page: &str) -> Vec<String> {
    let group = between(page, "aria-label=\"Leerlingen\">", "</div>");
    let values = group.split("value=\"").skip(1);
    values
        .map(|rest| rest.split_once('"').unwrap().0.to_owned())
        .collect()
}

#[test]
fn a_photo_is_sent_named_covered_and_ready() {
    at_school(|house| async move {
        let teacher = house.who(Role::Leraar);
        let album = album(&house, teacher).await;
        let send = format!("{album}/stuur");
        sends(&house, teacher, &send, &[ASTRONAUT, HOPPER, ASTRONAUT])
            .await
            .taken();
        sends(&house, teacher, &send, &[HOPPER, b"%PDF-1.7"])
            .await
            .taken();
        let waiting = house.get(teacher, &album).await.shown();
        assert!(text(&waiting).contains("Kijken: 3"), "{}", text(&waiting));
        house.runner.run_due().await.unwrap();
        let page = house.get(teacher, &album).await.shown();
        assert!(text(&page).contains("Kijken: 2"), "{}", text(&page));
        let home = text(&house.get(teacher, "/thuis").await.shown());
        assert!(
            home.contains("Kijk wie er op 2 foto's staan") && home.contains("Sportdag"),
            "{home}"
        );
        assert!(text(&page).contains("Dit is geen foto of film die het programma kan lezen"));

        let found = photos(&page);
        let photo = &found[0];
        let page = house.get(teacher, photo).await.shown();
        assert!(page.contains("id=\"gezicht-1\"") && text(&page).contains("niet bekend: mag niet"));
        let (image, id) = (
            between(&page, "href=\"/fotos/beeld/", "\"").to_owned(),
            &photo[12..],
        );
        let before = house.get(teacher, &format!("/fotos/beeld/{image}")).await;
        assert!(before.bytes.starts_with(&[0xff, 0xd8]), "a JPEG");
        assert_eq!(
            faces::Photo::read(&before.bytes, &faces::Limits::default())
                .unwrap()
                .faces()
                .len(),
            1
        );

        // Nobody is named who is not in the list.
        let stranger = house.other.faces[0].person.to_string();
        house
            .post(
                teacher,
                photo,
                &[("gezicht-1", &stranger), ("iedereen", "ja")],
            )
            .await
            .again();

        house
            .post(
                teacher,
                photo,
                &[("gezicht-1", "afdekken"), ("iedereen", "ja")],
            )
            .await
            .taken();
        let busy = house.get(teacher, photo).await.shown();
        assert!(text(&busy).contains("Het programma is nog bezig"));
        house.runner.run_due().await.unwrap();
        let page = house.get(teacher, photo).await.shown();
        assert!(text(&page).contains("mag hier") && !text(&page).contains("nog bezig"));
        let covered = house.get(teacher, &format!("/fotos/beeld/{id}/1080")).await;
        assert_ne!(covered.bytes, before.bytes);
        let read = faces::Photo::read(&covered.bytes, &faces::Limits::default()).unwrap();
        assert_eq!(read.faces(), []);
        let page = house.get(teacher, &album).await.shown();
        assert!(text(&page).contains("Klaar: 1"), "{}", text(&page));

        // Whoever may not, finds nothing: no page, no picture.
        for address in [
            album.clone(),
            photo.clone(),
            format!("/fotos/beeld/{id}/400"),
        ] {
            for role in [Role::Ouder, Role::Leerling] {
                assert_eq!(house.get(house.who(role), &address).await.status, 404);
            }
            let other = &house
                .other
                .faces
                .iter()
                .find(|face| face.role == Role::Leraar)
                .unwrap();
            assert_eq!(
                house
                    .get_at(house.other.board, other.person, &address)
                    .await
                    .status,
                404
            );
        }
        assert_eq!(
            house
                .get(teacher, &format!("/fotos/beeld/{id}/original"))
                .await
                .status,
            404
        );
        house
            .post(teacher, &format!("{photo}/weg"), &[])
            .await
            .taken();
        assert_eq!(house.get(teacher, photo).await.status, 404);
    });
}

#[test]
fn a_change_of_consent_holds_for_every_photo_at_once() {
    at_school(|house| async move {
        let teacher = house.who(Role::Leraar);
        let album = album(&house, teacher).await;
        sends(&house, teacher, &format!("{album}/stuur"), &[HOPPER])
            .await
            .taken();
        house.runner.run_due().await.unwrap();
        let photo = photos(&house.get(teacher, &album).await.shown()).remove(0);
        let offered = pupils(&house.get(teacher, &photo).await.shown());
        // The first pupil who may be shown on the first place.
        let mut named = None;
        for pupil in offered {
            house
                .post(
                    teacher,
                    &photo,
                    &[("gezicht-1", &pupil), ("iedereen", "ja")],
                )
                .await
                .taken();
            if text(&house.get(teacher, &album).await.shown()).contains("Klaar: 1") {
                named = Some(pupil);
                break;
            }
        }
        let pupil: PersonId = named.expect("somebody may be shown").parse().unwrap();
        let shield = Shield {
            person: pupil,
            span: Span {
                from: house.today(),
                until: None,
            },
            made_by: teacher,
            made_at: house.now(),
        };
        let keys = house.keys().await;
        let mut tx = house.db.begin(house.demo.board).await.unwrap();
        shields::put(&mut tx, &keys, &shield, "").await.unwrap();
        tx.commit().await.unwrap();
        let page = house.get(teacher, &album).await.shown();
        assert!(text(&page).contains("Zo niet: 1"), "{}", text(&page));

        // The office finds all photos with somebody; a teacher does not.
        let of = format!("/fotos/van/{pupil}");
        let page = house.get(house.who(Role::Directeur), &of).await.shown();
        assert!(text(&page).contains("Sportdag"));
        assert_eq!(house.get(teacher, &of).await.status, 404);
    });
}

#[test]
fn a_missed_face_is_added_and_taken_away_without_script() {
    at_school(|house| async move {
        let teacher = house.who(Role::Leraar);
        let album = album(&house, teacher).await;
        sends(&house, teacher, &format!("{album}/stuur"), &[HOPPER])
            .await
            .taken();
        house.runner.run_due().await.unwrap();
        let photo = photos(&house.get(teacher, &album).await.shown()).remove(0);
        let add = format!("{photo}/gezicht");
        house
            .post(teacher, &add, &[("kolom", "7"), ("rij", "1")])
            .await
            .again();
        let fields = [("kolom", "6"), ("rij", "6"), ("groot", "2")];
        house.post(teacher, &add, &fields).await.taken();
        let page = house.get(teacher, &photo).await.shown();
        assert!(text(&page).contains("Gezicht 2, door iemand toegevoegd"));
        house
            .post(teacher, &photo, &[("gezicht-2", "weg")])
            .await
            .taken();
        let page = house.get(teacher, &photo).await.shown();
        assert!(!text(&page).contains("Gezicht 2"));
        // What the program found is not taken away: it is marked.
        house
            .post(teacher, &photo, &[("gezicht-1", "weg")])
            .await
            .again();
    });
}

#[test]
fn who_bear_one_name_are_told_apart() {
    at_school(|house| async move {
        let teacher = house.who(Role::Leraar);
        let album = album(&house, teacher).await;
        sends(&house, teacher, &format!("{album}/stuur"), &[HOPPER])
            .await
            .taken();
        house.runner.run_due().await.unwrap();
        let photo = photos(&house.get(teacher, &album).await.shown()).remove(0);
        let page = house.get(teacher, &photo).await.shown();
        let offered: Vec<PersonId> = pupils(&page).iter().map(|id| id.parse().unwrap()).collect();
        assert!(!text(&page).contains("geboren"));

        let keys = house.keys().await;
        let mut tx = house.db.begin(house.demo.board).await.unwrap();
        for (pupil, day) in offered.iter().zip([4, 17]) {
            let one = persons::person(&mut tx, &keys, *pupil).await.unwrap();
            let one = one.unwrap();
            let mut details = one.details.clone().unwrap();
            details.name.call = "Xylofoon".to_owned();
            details.name.infix = String::new();
            details.name.family = "Zegers".to_owned();
            details.born = Some(jiff::civil::date(2018, 3, day));
            let mark = people::store::mark(&mut tx).await.unwrap();
            let changed = persons::change(&mut tx, &keys, mark, &one, &details).await;
            assert!(changed.unwrap());
        }
        tx.commit().await.unwrap();
        let page = text(&house.get(teacher, &photo).await.shown());
        assert!(
            page.contains("Xylofoon Zegers, geboren 4 maart 2018"),
            "{page}"
        );
        assert!(
            page.contains("Xylofoon Zegers, geboren 17 maart 2018"),
            "{page}"
        );
        assert_eq!(page.matches("geboren").count(), 2);
    });
}
