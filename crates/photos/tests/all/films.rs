//! A film: who is in it is named by hand, each place is confirmed by hand, and it goes nowhere before.

use words::{PersonId, Role};

use crate::house::{House, at_school, text};
use crate::journey::{album, between};

pub(crate) const FILM: &[u8] = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom a film of nobody";

pub(crate) async fn sent(house: &House, teacher: PersonId, film: &[u8]) -> (String, String) {
    let album = album(house, teacher).await;
    let send = format!("{album}/stuur");
    house
        .upload(teacher, &send, &[], &[("fotos", "IMG_1.MOV", film)])
        .await
        .taken();
    let page = house.get(teacher, &album).await.shown();
    let film = page.split_once("/fotos/film/").map(|(_, rest)| &rest[..32]);
    (album, format!("/fotos/film/{}", film.unwrap()))
}

/// The values of the boxes with this name.
pub(crate) fn boxes(page: &str, name: &str) -> Vec<String> {
    let inputs = page.split("<input ").skip(1);
    let inputs = inputs.filter_map(|rest| rest.split_once('>').map(|(input, _)| input));
    inputs
        .filter(|input| input.contains(&format!("name=\"{name}\"")))
        .map(|input| between(input, "value=\"", "\"").to_owned())
        .collect()
}

#[test]
fn a_film_goes_only_where_a_person_confirmed_it() {
    at_school(|house| async move {
        let teacher = house.who(Role::Leraar);
        let (album, film) = sent(&house, teacher, FILM).await;
        let page = house.get(teacher, &film).await.shown();
        assert!(text(&page).contains("kan gezichten in een film nog niet afdekken"));
        assert!(text(&page).contains("haalt plaats en andere gegevens eruit"));
        for rest in ["/beeld", "/ophalen"] {
            assert_eq!(
                house.get(teacher, &format!("{film}{rest}")).await.status,
                404
            );
        }
        house.work().await;
        let clean = house.get(teacher, &format!("{film}/beeld")).await;
        assert_eq!(clean.bytes, [b"clean", FILM].concat());
        let fetch = format!("{film}/ophalen");
        assert_eq!(house.get(teacher, &fetch).await.status, 403);

        // No place before somebody said that everybody is named.
        let page = house.get(teacher, &film).await.shown();
        let place = boxes(&page, "plek").first().cloned().unwrap();
        let confirm = format!("{film}/plek");
        house
            .post(teacher, &confirm, &[("plek", &place)])
            .await
            .again();
        // Nobody is in it who is not offered.
        let stranger = house.other.faces[0].person.to_string();
        house
            .post(teacher, &film, &[("wie", &stranger)])
            .await
            .again();

        // The first pupil who may be on film somewhere.
        let (mut named, mut there) = (None, String::new());
        for pupil in boxes(&page, "wie") {
            let fields = [("wie", pupil.as_str()), ("iedereen", "ja")];
            house.post(teacher, &film, &fields).await.taken();
            let page = house.get(teacher, &film).await.shown();
            if let Some(place) = boxes(&page, "plek").first() {
                (named, there) = (Some(pupil), place.clone());
                break;
            }
        }
        let pupil = named.expect("somebody may be on film");
        let at = format!("{fetch}?waar={there}");
        assert_eq!(house.get(teacher, &at).await.status, 403, "not confirmed");
        house
            .post(teacher, &confirm, &[("plek", &there)])
            .await
            .taken();
        let got = house.get(teacher, &at).await;
        assert_eq!((got.status.as_u16(), got.bytes), (200, clean.bytes));
        let page = house
            .get(teacher, &format!("{album}?waar={there}"))
            .await
            .shown();
        assert!(text(&page).contains("Klaar: 1"), "{}", text(&page));

        // Somebody else in it: whoever confirmed did not see that.
        let fields = [("iedereen", "ja")];
        house.post(teacher, &film, &fields).await.taken();
        assert_eq!(house.get(teacher, &at).await.status, 403);

        // The office finds it with the pupil; a parent finds nothing.
        house.post(teacher, &film, &[("wie", &pupil)]).await.taken();
        let of = format!("/fotos/van/{pupil}");
        let page = house.get(house.who(Role::Directeur), &of).await.shown();
        assert!(page.contains(&film), "{}", text(&page));
        for address in [&film, &format!("{film}/beeld"), &at] {
            let parent = house.who(Role::Ouder);
            assert_eq!(house.get(parent, address).await.status, 404);
        }
        let erase = film.replace("/film/", "/foto/") + "/weg";
        house.post(teacher, &erase, &[]).await.taken();
        assert_eq!(house.get(teacher, &film).await.status, 404);
    });
}

#[test]
fn a_film_is_no_photo_and_a_broken_one_is_refused() {
    at_school(|house| async move {
        let teacher = house.who(Role::Leraar);
        let (album, film) = sent(&house, teacher, &[FILM, b" broken"].concat()).await;
        let as_photo = film.replace("/film/", "/foto/");
        assert_eq!(house.get(teacher, &as_photo).await.status, 404);
        house.work().await;
        let page = house.get(teacher, &album).await.shown();
        assert!(
            text(&page).contains("Het bestand is beschadigd"),
            "{}",
            text(&page)
        );
        assert_eq!(
            house.get(teacher, &format!("{film}/beeld")).await.status,
            404
        );
    });
}
