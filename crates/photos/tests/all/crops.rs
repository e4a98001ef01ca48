//! A crop leaves somebody out, and can be undone until somebody declares the list complete.

use words::Role;

use crate::house::{House, at_school, sends, text};
use crate::journey::{album, between, photos};

/// Two people side by side, the second turned round so that the two differ.
pub(crate) fn two() -> Vec<u8> {
    let read = |bytes| faces::Photo::read(bytes, &faces::Limits::default()).unwrap();
    let one = read(crate::journey::HOPPER);
    let (width, height) = (one.master().width as usize, one.master().height as usize);
    let mut pixels = Vec::new();
    for row in one.master().pixels.chunks(width * 3) {
        pixels.extend_from_slice(row);
        pixels.extend(row.chunks(3).rev().flatten());
    }
    let (width, height) = (
        u32::try_from(2 * width).unwrap(),
        u32::try_from(height).unwrap(),
    );
    png(width, height, &pixels)
}

fn png(width: u32, height: u32, pixels: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(pixels).unwrap();
    writer.finish().unwrap();
    bytes
}

async fn shown(house: &House, teacher: words::PersonId, photo: &str) -> faces::Photo {
    let image = format!("/fotos/beeld/{}/2048", &photo[12..]);
    let bytes = house.get(teacher, &image).await.bytes;
    faces::Photo::read(&bytes, &faces::Limits::default()).unwrap()
}

#[test]
fn somebody_is_left_out_and_comes_back() {
    at_school(|house| async move {
        let teacher = house.who(Role::Leraar);
        let album = album(&house, teacher).await;
        sends(&house, teacher, &format!("{album}/stuur"), &[&two()])
            .await
            .taken();
        house.work().await;
        let photo = photos(&house.get(teacher, &album).await.shown()).remove(0);
        let whole = shown(&house, teacher, &photo).await;
        assert_eq!(whole.faces().len(), 2);

        let crops = format!("{photo}/uitsnede");
        let page = house.get(teacher, &format!("{crops}?weg=2")).await.shown();
        assert!(text(&page).contains("Deel 1: "), "{}", text(&page));
        // The form speaks of numbers, so every part bears them.
        let drawn = between(&page, "<svg class=\"photo\"", "</svg>");
        assert!(drawn.contains(">1</text>") && drawn.contains(">2</text>"));
        // Without both only what lies under them remains.
        let none = house
            .get(teacher, &format!("{crops}?weg=1&weg=2"))
            .await
            .shown();
        assert!(text(&none).contains("Deel 1: 100 % van de breedte, 34 % van de hoogte"));
        house
            .post(teacher, &crops, &[("weg", "2"), ("deel", "9")])
            .await
            .again();
        house
            .post(teacher, &crops, &[("weg", "2"), ("deel", "0")])
            .await
            .taken();
        house.work().await;
        let part = shown(&house, teacher, &photo).await;
        assert!(part.size().0 < whole.size().0);
        assert_eq!(part.faces().len(), 1);
        let page = house.get(teacher, &photo).await.shown();
        assert!(text(&page).contains("buiten beeld"), "{}", text(&page));
        let drawn = between(&page, "<svg class=\"photo\"", "</svg>");
        assert!(drawn.contains("gezicht-1") && !drawn.contains("gezicht-2"));

        // The face that is left is covered in the part, at the right place.
        let fields = [
            ("gezicht-1", "afdekken"),
            ("gezicht-2", ""),
            ("iedereen", "ja"),
        ];
        house.post(teacher, &photo, &fields).await.taken();
        house.work().await;
        assert_eq!(shown(&house, teacher, &photo).await.faces(), []);
        let page = house.get(teacher, &album).await.shown();
        assert!(text(&page).contains("Klaar: 1"), "{}", text(&page));

        // Declared complete: it stays as it is.
        house
            .post(teacher, &format!("{photo}/heel"), &[])
            .await
            .again();
        house
            .post(teacher, &photo, &[("gezicht-1", ""), ("gezicht-2", "")])
            .await
            .taken();
        house
            .post(teacher, &format!("{photo}/heel"), &[])
            .await
            .taken();
        house.work().await;
        assert_eq!(shown(&house, teacher, &photo).await.faces().len(), 2);
    });
}

#[test]
fn a_cover_in_a_part_holds_without_the_photo_as_it_came_in() {
    at_school(|house| async move {
        let teacher = house.who(Role::Leraar);
        let album = album(&house, teacher).await;
        sends(&house, teacher, &format!("{album}/stuur"), &[&two()])
            .await
            .taken();
        house.work().await;
        let photo = photos(&house.get(teacher, &album).await.shown()).remove(0);
        let choice = [("weg", "1"), ("deel", "0")];
        let crops = format!("{photo}/uitsnede");
        house.post(teacher, &crops, &choice).await.taken();
        photos::jobs::begin_all(&house.db, house.now())
            .await
            .unwrap();
        house.work().await;
        house.days(100);
        house.work().await;
        // The right half is shown, and the face in it is covered there.
        house
            .post(teacher, &photo, &[("gezicht-2", "afdekken")])
            .await
            .taken();
        house.work().await;
        assert_eq!(shown(&house, teacher, &photo).await.faces(), []);
        house
            .post(teacher, &format!("{photo}/heel"), &[])
            .await
            .again();
    });
}
