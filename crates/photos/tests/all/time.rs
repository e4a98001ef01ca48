//! What time does: files as they came in go, and what is shown can still be covered.

use words::Role;

use crate::house::{at_school, sends, text};
use crate::journey::{HOPPER, album, photos};

#[test]
fn the_file_as_it_came_in_goes_and_a_later_cover_still_holds() {
    at_school(|house| async move {
        let teacher = house.who(Role::Leraar);
        let album = album(&house, teacher).await;
        sends(&house, teacher, &format!("{album}/stuur"), &[HOPPER])
            .await
            .taken();
        house.runner.run_due().await.unwrap();
        let director = house.who(Role::Directeur);
        house
            .post(director, "/fotos/regels", &[("dagen", "0")])
            .await
            .again();
        house
            .post(director, "/fotos/regels", &[("dagen", "30")])
            .await
            .taken();
        let wrong = [("dagen", "30"), ("getoond", "0")];
        house.post(director, "/fotos/regels", &wrong).await.again();
        photos::jobs::begin_all(&house.db, house.now())
            .await
            .unwrap();
        let kept = |count: i64| {
            let house = house.clone();
            async move {
                let mut tx = house.db.read(house.demo.board).await.unwrap();
                let sql = "SELECT count(*) AS many FROM photo_piece WHERE board = $1 AND file = 'original'";
                let row = tx.one(sql, Vec::new()).await.unwrap();
                assert_eq!(row.get::<i64>("many").unwrap(), count);
            }
        };
        for _ in 0..29 {
            house.days(1);
        }
        house.runner.run_due().await.unwrap();
        kept(1).await;
        house.days(2);
        house.runner.run_due().await.unwrap();
        kept(0).await;

        let photo = photos(&house.get(teacher, &album).await.shown()).remove(0);
        let fields = [("gezicht-1", "afdekken"), ("iedereen", "ja")];
        house.post(teacher, &photo, &fields).await.taken();
        house.runner.run_due().await.unwrap();
        let image = format!("/fotos/beeld/{}/2048", &photo[12..]);
        let shown = house.get(teacher, &image).await.bytes;
        let read = faces::Photo::read(&shown, &faces::Limits::default()).unwrap();
        assert_eq!(read.faces(), []);
        // Without the file as it came in a cover is for good.
        house
            .post(teacher, &photo, &[("gezicht-1", ""), ("iedereen", "ja")])
            .await
            .taken();
        let page = house.get(teacher, &photo).await.shown();
        assert!(text(&page).contains("niet meer bewaard"), "{}", text(&page));
    });
}

#[test]
fn photos_as_they_are_shown_go_when_the_school_says() {
    at_school(|house| async move {
        let teacher = house.who(Role::Leraar);
        let album = album(&house, teacher).await;
        sends(&house, teacher, &format!("{album}/stuur"), &[HOPPER])
            .await
            .taken();
        let director = house.who(Role::Directeur);
        let fields = [("dagen", "30"), ("getoond", "60")];
        house.post(director, "/fotos/regels", &fields).await.taken();
        let page = house.get(director, "/fotos/regels").await.shown();
        assert!(page.contains("value=\"60\""));
        photos::jobs::begin_all(&house.db, house.now())
            .await
            .unwrap();
        house.work().await;
        // The event was a day before the photo came.
        house.days(58);
        house.work().await;
        let there = photos(&house.get(teacher, &album).await.shown());
        assert_eq!(there.len(), 1);
        house.days(3);
        house.work().await;
        assert_eq!(photos(&house.get(teacher, &album).await.shown()).len(), 0);
    });
}
