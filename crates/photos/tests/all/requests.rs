//! A parent has a child covered: done at once, stays done, and nothing of another child is seen on the way.

use decisions::store::{LOOKED, Query, find};
use people::store::{guardians, persons};
use words::{PersonId, Role};

use crate::crops::two;
use crate::films::{FILM, boxes, sent};
use crate::house::{House, at_school, sends, text};
use crate::journey::{HOPPER, album, between, photos, pupils};

/// A photo of two children side by side, named and declared, with a parent who speaks for the first.
struct Shown {
    teacher: PersonId,
    album: String,
    photo: String,
    child: PersonId,
    parent: PersonId,
    other: PersonId,
}

impl Shown {
    fn id(&self) -> &str {
        &self.photo[12..]
    }

    /// Where the head of somebody on it is served.
    fn head(&self, of: PersonId) -> String {
        format!("/fotos/mijn/beeld/{}/{of}", self.id())
    }

    fn form(&self) -> String {
        format!("/fotos/afdekken/{}", self.child)
    }

    async fn faces(&self, house: &House) -> usize {
        let image = format!("/fotos/beeld/{}/2048", self.id());
        let bytes = house.get(self.teacher, &image).await.bytes;
        read(&bytes).faces().len()
    }
}

fn read(bytes: &[u8]) -> faces::Photo {
    faces::Photo::read(bytes, &faces::Limits::default()).unwrap()
}

/// Of these pupils the first who has a parent to speak for them, with that parent, and another of another family.
async fn family(house: &House, pupils: &[PersonId]) -> (PersonId, PersonId, PersonId) {
    let mut tx = house.db.read(house.demo.board).await.unwrap();
    for child in pupils {
        let bonds = guardians::of_pupil(&mut tx, *child).await.unwrap();
        for bond in bonds {
            let theirs = guardians::of_guardian(&mut tx, bond.guardian).await;
            let theirs: Vec<PersonId> = theirs.unwrap().iter().map(|one| one.pupil).collect();
            let page = house.get(bond.guardian, "/fotos/mijn").await;
            let Some(other) = pupils.iter().find(|one| !theirs.contains(one)) else {
                continue;
            };
            if page.body.contains(&house.name(*child).await) {
                return (*child, bond.guardian, *other);
            }
        }
    }
    panic!("nobody has a parent");
}

trait Names {
    async fn name(&self, person: PersonId) -> String;
}

impl Names for House {
    async fn name(&self, person: PersonId) -> String {
        let keys = self.keys().await;
        let mut tx = self.db.read(self.demo.board).await.unwrap();
        let one = persons::person(&mut tx, &keys, person).await.unwrap();
        one.unwrap().details.unwrap().name.said()
    }
}

async fn shown(house: &House) -> Shown {
    let teacher = house.who(Role::Leraar);
    let album = album(house, teacher).await;
    sends(house, teacher, &format!("{album}/stuur"), &[&two()])
        .await
        .taken();
    house.work().await;
    let photo = photos(&house.get(teacher, &album).await.shown()).remove(0);
    let page = house.get(teacher, &photo).await.shown();
    let offered: Vec<PersonId> = pupils(&page).iter().map(|id| id.parse().unwrap()).collect();
    let (child, parent, other) = family(house, &offered).await;
    let (one, two) = (child.to_string(), other.to_string());
    let fields = [
        ("gezicht-1", one.as_str()),
        ("gezicht-2", &two),
        ("iedereen", "ja"),
    ];
    house.post(teacher, &photo, &fields).await.taken();
    Shown {
        teacher,
        album,
        photo,
        child,
        parent,
        other,
    }
}

#[test]
fn a_parent_sees_their_child_and_has_it_covered() {
    at_school(|house| async move {
        let of = shown(&house).await;
        let page = house.get(of.parent, "/fotos/mijn").await.shown();
        assert!(text(&page).contains("Sportdag") && page.contains(&of.head(of.child)));
        assert!(!page.contains(&of.other.to_string()));
        assert!(!page.contains(&house.name(of.other).await), "{page}");
        // One head, and nobody beside it: of 1154 columns no more than a few hundred.
        let head = house.get(of.parent, &of.head(of.child)).await;
        let picture = read(&head.bytes);
        let whole = format!("/fotos/beeld/{}/2048", of.id());
        let whole = read(&house.get(of.teacher, &whole).await.bytes);
        assert_eq!((whole.faces().len(), picture.faces().len()), (2, 1));
        assert!(
            picture.size().0 * 2 < whole.size().0,
            "{:?}",
            picture.size()
        );

        let query = format!("{}?foto={}", of.form(), of.id());
        let form = house.get(of.parent, &query).await.shown();
        assert!(text(&form).contains("niemand hoeft het goed te keuren"));
        house.post(of.parent, &query, &[]).await.again();
        let fields = [("foto", of.id()), ("welke", "deze")];
        let done = house.post(of.parent, &of.form(), &fields).await.taken();
        assert!(done.starts_with("/fotos/gevraagd/"), "{done}");
        let page = text(&house.get(of.parent, &done).await.shown());
        assert!(page.contains("wordt afgedekt op 1 foto") && page.contains("binnen een minuut"));
        house.work().await;
        assert_eq!(of.faces(&house).await, 1);
        let page = text(&house.get(of.parent, "/fotos/mijn").await.shown());
        assert!(page.contains("afgedekt gevraagd op"), "{page}");
        assert_eq!(house.get(of.parent, &of.head(of.child)).await.status, 404);
        // Once more is no fault, and changes nothing.
        let again = house.post(of.parent, &of.form(), &fields).await.taken();
        assert_eq!(again, "/fotos/mijn");

        // Whoever made the album looks, and cannot undo it.
        let home = text(&house.get(of.teacher, "/thuis").await.shown());
        assert!(
            home.contains("Op verzoek is op 1 foto iemand afgedekt"),
            "{home}"
        );
        assert!(!home.contains("Kijk wie er op"), "{home}");
        let page = text(&house.get(of.teacher, &of.album).await.shown());
        assert!(page.contains("Kijken: 1") && page.contains("Op verzoek is hier iemand afgedekt"));
        let page = text(&house.get(of.teacher, &of.photo).await.shown());
        assert!(
            page.contains("Op verzoek afgedekt. Dat blijft zo."),
            "{page}"
        );
        let child = of.child.to_string();
        let fields = [("gezicht-1", child.as_str()), ("iedereen", "ja")];
        house.post(of.teacher, &of.photo, &fields).await.taken();
        house.work().await;
        assert_eq!(of.faces(&house).await, 1, "it stays covered");
        let home = text(&house.get(of.teacher, "/thuis").await.shown());
        assert!(!home.contains("Op verzoek"), "{home}");

        let mut tx = house.db.read(house.demo.board).await.unwrap();
        let about = Query {
            subject: Some(of.child),
            ..Query::default()
        };
        let log = find(&mut tx, &about).await.unwrap();
        let by_parent = |kind: &str| {
            let mut lines = log.iter().map(|one| &one.entry);
            lines.any(|one| one.kind == kind && one.actor == Some(of.parent))
        };
        assert!(by_parent("photo_request") && by_parent(LOOKED));
    });
}

#[test]
fn nobody_else_sees_or_covers_a_child() {
    at_school(|house| async move {
        let of = shown(&house).await;
        let fields = [("foto", of.id()), ("welke", "deze")];
        let other = format!("/fotos/afdekken/{}", of.other);
        // The parent neither sees nor covers the other child, by any address.
        assert_eq!(house.get(of.parent, &of.head(of.other)).await.status, 404);
        assert_eq!(house.get(of.parent, &other).await.status, 404);
        assert_eq!(house.post(of.parent, &other, &fields).await.status, 404);
        for size in ["400", "1080", "2048"] {
            let whole = format!("/fotos/beeld/{}/{size}", of.id());
            assert_eq!(house.get(of.parent, &whole).await.status, 404);
        }
        // Nobody else does it for this child: not staff, not a child of this age.
        for stranger in [of.teacher, house.who(Role::Directeur), of.child] {
            assert_eq!(house.get(stranger, &of.head(of.child)).await.status, 404);
            assert_eq!(house.get(stranger, &of.form()).await.status, 404);
            assert_eq!(house.post(stranger, &of.form(), &fields).await.status, 404);
        }
        house.work().await;
        assert_eq!(of.faces(&house).await, 2);

        // Not looked at by the school yet: a name may stand at a wrong face. It is not shown, and can be covered.
        let (child, other) = (of.child.to_string(), of.other.to_string());
        let fields = [("gezicht-1", child.as_str()), ("gezicht-2", &other)];
        house.post(of.teacher, &of.photo, &fields).await.taken();
        assert_eq!(house.get(of.parent, &of.head(of.child)).await.status, 404);
        let page = house.get(of.parent, "/fotos/mijn").await.shown();
        assert!(!page.contains("/fotos/mijn/beeld/"), "{page}");
        assert!(text(&page).contains("Met nog 1 foto is de school bezig"));
        let query = format!("{}?foto={}", of.form(), of.id());
        assert_eq!(house.get(of.parent, &query).await.status, 404);
        house
            .post(of.parent, &of.form(), &[("welke", "alle")])
            .await
            .taken();
        house.work().await;
        assert_eq!(of.faces(&house).await, 1);
    });
}

#[test]
fn everywhere_at_once_and_a_film_goes_nowhere() {
    at_school(|house| async move {
        let of = shown(&house).await;
        let send = format!("{}/stuur", of.album);
        sends(&house, of.teacher, &send, &[HOPPER]).await.taken();
        let (_, film) = sent(&house, of.teacher, FILM).await;
        house.work().await;
        let all = photos(&house.get(of.teacher, &of.album).await.shown());
        let second = all.into_iter().find(|one| *one != of.photo).unwrap();
        let child = of.child.to_string();
        let fields = [("gezicht-1", child.as_str()), ("iedereen", "ja")];
        house.post(of.teacher, &second, &fields).await.taken();
        let fields = [("wie", child.as_str()), ("iedereen", "ja")];
        house.post(of.teacher, &film, &fields).await.taken();

        let page = text(&house.get(of.parent, &of.form()).await.shown());
        assert!(page.contains("Op alle 3 foto's met") && page.contains("In een film kan niemand"));
        let done = house
            .post(of.parent, &of.form(), &[("welke", "alle")])
            .await
            .taken();
        let page = text(&house.get(of.parent, &done).await.shown());
        assert!(page.contains("op 2 foto's") && page.contains("De film wordt niet meer gebruikt"));
        house.work().await;
        for photo in [&of.photo, &second] {
            let image = format!("/fotos/beeld/{}/2048", &photo[12..]);
            let bytes = house.get(of.teacher, &image).await.bytes;
            let left = usize::from(*photo == of.photo);
            assert_eq!(read(&bytes).faces().len(), left);
        }
        // Unticked or declared again, the film goes nowhere as long as it is there.
        house
            .post(of.teacher, &film, &[("iedereen", "ja")])
            .await
            .taken();
        let page = house.get(of.teacher, &film).await.shown();
        assert_eq!(
            boxes(&page, "plek"),
            Vec::<String>::new(),
            "{}",
            text(&page)
        );
        // Only who asked reads what was asked.
        assert_eq!(house.get(of.teacher, &done).await.status, 404);
        let erase = format!("{}/weg", of.photo);
        house.post(of.teacher, &erase, &[]).await.taken();
        assert!(text(&house.get(of.parent, &done).await.shown()).contains("op 1 foto"));
    });
}

#[test]
fn from_sixteen_on_a_pupil_decides() {
    at_school(|house| async move {
        let of = shown(&house).await;
        let keys = house.keys().await;
        let mut tx = house.db.begin(house.demo.board).await.unwrap();
        let one = persons::person(&mut tx, &keys, of.child).await.unwrap();
        let one = one.unwrap();
        let mut details = one.details.clone().unwrap();
        details.born = Some(jiff::civil::date(2010, 3, 4));
        let mark = people::store::mark(&mut tx).await.unwrap();
        assert!(
            persons::change(&mut tx, &keys, mark, &one, &details)
                .await
                .unwrap()
        );
        tx.commit().await.unwrap();
        assert_eq!(house.get(of.parent, &of.form()).await.status, 404);
        assert_eq!(house.get(of.parent, &of.head(of.child)).await.status, 404);
        let page = house.get(of.child, "/fotos/mijn").await.shown();
        assert!(text(&page).contains("Foto's van mij") && page.contains(&of.head(of.child)));
        assert_eq!(house.get(of.child, &of.head(of.child)).await.status, 200);
        let fields = [("foto", of.id()), ("welke", "deze")];
        house.post(of.child, &of.form(), &fields).await.taken();
        house.work().await;
        assert_eq!(of.faces(&house).await, 1);
        let menu = house.get(of.child, "/fotos/mijn").await.shown();
        assert!(between(&menu, "<nav", "</nav>").contains("/fotos/mijn"));
    });
}
