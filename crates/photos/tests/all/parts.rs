//! Files in parts, what is shared, and what the log has of a list.

use decisions::store::{Query, find};
use sha2::{Digest as _, Sha256};
use words::{PersonId, Role};

use crate::house::{House, Reply, at_school, sends, text};
use crate::journey::{ASTRONAUT, HOPPER, album, photos, pupils};

const PART: usize = 128 << 10;

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

async fn part(house: &House, who: PersonId, album: &str, whole: &[u8], number: usize) -> Reply {
    let fields = [
        ("hash", &*hash(whole)),
        ("grootte", &*whole.len().to_string()),
        ("deel", &*number.to_string()),
    ];
    let bytes = whole.chunks(PART).nth(number).unwrap_or_default();
    let files = [("stuk", "blob", bytes)];
    house
        .upload(who, &format!("{album}/deel"), &fields, &files)
        .await
}

/// A photo of several parts: what stands behind it may be a phone's second picture.
fn large() -> Vec<u8> {
    let mut bytes = ASTRONAUT.to_vec();
    bytes.extend((0..300_000_u32).map(|at| u8::try_from(at % 251).unwrap()));
    bytes
}

#[test]
fn parts_become_one_photo_in_any_order_and_once() {
    at_school(|house| async move {
        let teacher = house.who(Role::Leraar);
        let album = album(&house, teacher).await;
        let whole = large();
        let many = whole.len().div_ceil(PART);
        assert!(many > 2);
        let known = || async {
            let fields = [("hash", hash(&whole))];
            let fields = [(fields[0].0, fields[0].1.as_str())];
            house
                .post(teacher, &format!("{album}/bekend"), &fields)
                .await
                .shown()
        };
        assert_eq!(known().await, "");
        for number in (1..many).rev() {
            assert_eq!(
                part(&house, teacher, &album, &whole, number).await.shown(),
                "meer\n"
            );
            // The same once more, as after an answer that got lost.
            part(&house, teacher, &album, &whole, number).await.shown();
        }
        let there: Vec<String> = (1..many).map(|number| number.to_string()).collect();
        assert_eq!(
            known().await,
            format!("{} {}\n", hash(&whole), there.join(" "))
        );
        assert_eq!(
            part(&house, teacher, &album, &whole, 0).await.shown(),
            "goed\n"
        );
        assert_eq!(
            part(&house, teacher, &album, &whole, 0).await.shown(),
            "goed\n"
        );
        assert_eq!(known().await, format!("{}\n", hash(&whole)));
        house.work().await;
        let page = house.get(teacher, &album).await.shown();
        assert!(text(&page).contains("Kijken: 1"), "{}", text(&page));
        let photo = photos(&page).remove(0);
        assert!(
            house
                .get(teacher, &photo)
                .await
                .shown()
                .contains("gezicht-1")
        );
    });
}

#[test]
fn parts_that_are_something_else_are_not_kept() {
    at_school(|house| async move {
        let teacher = house.who(Role::Leraar);
        let album = album(&house, teacher).await;
        let address = format!("{album}/deel");
        let send = |fields: [(&'static str, String); 3], bytes: &'static [u8]| {
            let (house, address) = (&house, &address);
            async move {
                let fields: Vec<(&str, &str)> = fields
                    .iter()
                    .map(|(name, value)| (*name, value.as_str()))
                    .collect();
                house
                    .upload(teacher, address, &fields, &[("stuk", "blob", bytes)])
                    .await
            }
        };
        let said = |hash: &str, size: &str, part: &str| {
            [
                ("hash", hash.to_owned()),
                ("grootte", size.to_owned()),
                ("deel", part.to_owned()),
            ]
        };
        let right = hash(b"abc");
        // Another hash than that of the bytes: it is sent anew.
        let answer = send(said(&hash(b"abd"), "3", "0"), b"abc").await;
        assert_eq!(answer.shown(), "opnieuw\n");
        for (hash, size, number) in [
            (right.as_str(), "4", "0"),
            (&right, "3", "1"),
            (&right, "3", "-1"),
            (&right, "999999999999", "0"),
            (&right, "18446744073709551615", "18446744073709551615"),
            (&right.to_uppercase(), "3", "0"),
            ("", "3", "0"),
        ] {
            let status = send(said(hash, size, number), b"abc").await.status;
            assert!(status.is_client_error(), "{hash} {size} {number}: {status}");
        }
        let parent = house.who(Role::Ouder);
        assert_eq!(part(&house, parent, &album, &large(), 0).await.status, 404);
        // What nobody goes on with is gone after a day.
        part(&house, teacher, &album, &large(), 0).await.shown();
        photos::jobs::begin_all(&house.db, house.now())
            .await
            .unwrap();
        house.work().await;
        house.days(2);
        house.work().await;
        let mut tx = house.db.read(house.demo.board).await.unwrap();
        let sql = "SELECT count(*) AS many FROM photo_part WHERE board = $1";
        let row = tx.one(sql, Vec::new()).await.unwrap();
        assert_eq!(row.get::<i64>("many").unwrap(), 0);
    });
}

#[test]
fn what_is_shared_goes_into_an_album_or_into_that_of_today() {
    at_school(|house| async move {
        let teacher = house.who(Role::Leraar);
        let album = album(&house, teacher).await;
        let page = house.get(teacher, "/fotos/stuur").await.shown();
        assert!(page.contains(album.trim_start_matches("/fotos/")));
        let none = [("album", "geen")];
        let today = house.post(teacher, "/fotos/stuur", &none).await.taken();
        assert!(today.ends_with("#stuur"));
        assert_eq!(
            house.post(teacher, "/fotos/stuur", &none).await.taken(),
            today
        );
        let page = house
            .get(teacher, today.trim_end_matches("#stuur"))
            .await
            .shown();
        assert!(text(&page).contains("Foto's van 21 november 2026"));
        let there = [("album", album.trim_start_matches("/fotos/"))];
        let on = house.post(teacher, "/fotos/stuur", &there).await.taken();
        assert_eq!(on, format!("{album}#stuur"));
        house
            .post(teacher, "/fotos/stuur", &[("album", "x")])
            .await
            .again();
        let parent = house.who(Role::Ouder);
        assert_eq!(house.get(parent, "/fotos/stuur").await.status, 403);
        // Without a worker in the browser the page asks for the photos.
        let on = house.post(teacher, "/delen", &[]).await.taken();
        assert_eq!(on, "/fotos/stuur");
    });
}

#[test]
fn a_look_at_a_list_is_in_the_log_once_an_hour() {
    at_school(|house| async move {
        let teacher = house.who(Role::Leraar);
        let album = album(&house, teacher).await;
        sends(&house, teacher, &format!("{album}/stuur"), &[HOPPER])
            .await
            .taken();
        house.work().await;
        let photo = photos(&house.get(teacher, &album).await.shown()).remove(0);
        let pupil = pupils(&house.get(teacher, &photo).await.shown()).remove(0);
        house
            .post(teacher, &photo, &[("gezicht-1", &pupil)])
            .await
            .taken();
        let looks = || async {
            let mut tx = house.db.read(house.demo.board).await.unwrap();
            let query = Query {
                subject: Some(pupil.parse().unwrap()),
                actor: Some(teacher),
                ..Query::default()
            };
            find(&mut tx, &query).await.unwrap().len()
        };
        let small = format!("/fotos/beeld/{}/400", &photo[12..]);
        let before = looks().await;
        for _ in 0..3 {
            assert_eq!(house.get(teacher, &small).await.status, 200);
        }
        assert_eq!(looks().await, before + 1);
        house.days(1);
        house.get(teacher, &small).await;
        assert_eq!(looks().await, before + 2);
        // Large ones each time.
        let large = format!("/fotos/beeld/{}/1080", &photo[12..]);
        for _ in 0..2 {
            house.get(teacher, &large).await;
        }
        assert_eq!(looks().await, before + 4);
    });
}
