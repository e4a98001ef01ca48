//! What becomes of a post when a photo in it is covered or erased.

use words::Role;

use publishing::post::release::Standing;

use crate::press::at_press;

#[test]
fn a_child_that_is_covered_on_request_comes_off_everywhere() {
    at_press(|press| async move {
        let address = press.released().await;
        press.work().await;
        assert_eq!(press.site.public().len(), 1);
        let (one, releases) = press.kept(&address).await;
        let photo = one.content.pictures[0].photo;
        let mut tx = press.db.read(press.demo.board).await.unwrap();
        let faces = photos::store::marks::of_photo(&mut tx, photo)
            .await
            .unwrap();
        let child = faces.iter().find_map(|face| face.mark.person()).unwrap();
        let bonds = people::store::guardians::of_pupil(&mut tx, child).await;
        let bonds = bonds.unwrap();
        drop(tx);
        let form = format!("/fotos/afdekken/{child}");
        let mut parent = None;
        for bond in &bonds {
            if press.get(bond.guardian, &form).await.status == 200 {
                parent = Some(bond.guardian);
            }
        }
        let parent = parent.expect("somebody speaks for the child");
        let done = press
            .post(parent, &form, &[("welke", "alle")])
            .await
            .taken();
        press.work().await;
        assert_eq!(press.standing(&address).await, Standing::Removed);
        assert!(press.site.public().is_empty());
        let shown = press.get(parent, &done).await.shown();
        assert!(
            shown.contains("Deze berichten haalt de school weg"),
            "{shown}"
        );
        let post = press.get(press.who(Role::Leraar), &address).await.shown();
        assert!(post.contains("Op verzoek is iemand afgedekt"), "{post}");
        // What is sent again is another post, of the photo as it is now: nobody looked at that yet.
        let mut tx = press.db.read(press.demo.board).await.unwrap();
        let photo = photos::store::photos::one(&mut tx, photo).await.unwrap();
        let photo = photo.unwrap();
        assert!(photo.is_settled() && !photo.is_offered());
        assert_eq!(releases.len(), 1);
    });
}

#[test]
fn a_child_that_is_covered_on_request_stops_what_was_released() {
    at_press(|press| async move {
        let address = press.released().await;
        let (one, _) = press.kept(&address).await;
        let photo = one.content.pictures[0].photo;
        let mut tx = press.db.begin(press.demo.board).await.unwrap();
        let faces = photos::store::marks::of_photo(&mut tx, photo)
            .await
            .unwrap();
        let child = faces.iter().find_map(|face| face.mark.person()).unwrap();
        let bonds = people::store::guardians::of_pupil(&mut tx, child).await;
        tx.commit().await.unwrap();
        let form = format!("/fotos/afdekken/{child}");
        for bond in bonds.unwrap() {
            press.post(bond.guardian, &form, &[("welke", "alle")]).await;
        }
        press.work().await;
        assert_eq!(press.standing(&address).await, Standing::Stopped);
        assert!(press.site.public().is_empty());
    });
}

#[test]
fn a_photo_that_is_erased_comes_off_everywhere() {
    at_press(|press| async move {
        let address = press.released().await;
        press.work().await;
        assert_eq!(press.site.public().len(), 1);
        let (one, _) = press.kept(&address).await;
        let photo = one.content.pictures[0].photo.as_simple().to_string();
        let teacher = press.who(Role::Leraar);
        let form = format!("/fotos/foto/{photo}");
        let before = press.get(teacher, &form).await.shown();
        assert!(before.contains("gaan van de website"), "{before}");
        press.post(teacher, &format!("{form}/weg"), &[]).await;
        press.work().await;
        assert_eq!(press.standing(&address).await, Standing::Removed);
        assert!(press.site.public().is_empty());
        let post = press.get(teacher, &address).await.shown();
        assert!(post.contains("Een foto hierin is gewist"), "{post}");
    });
}

#[test]
fn a_photo_that_is_erased_stops_what_was_released() {
    at_press(|press| async move {
        let address = press.released().await;
        let (one, _) = press.kept(&address).await;
        let photo = one.content.pictures[0].photo.as_simple().to_string();
        let teacher = press.who(Role::Leraar);
        press
            .post(teacher, &format!("/fotos/foto/{photo}/weg"), &[])
            .await;
        press.work().await;
        assert_eq!(press.standing(&address).await, Standing::Stopped);
        assert!(press.site.public().is_empty());
    });
}
