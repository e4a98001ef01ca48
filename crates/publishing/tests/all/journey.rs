//! A publication on its road, from the first word until it is gone.

use publishing::post::model::Stage;
use publishing::post::release::Standing;
use words::Role;

use crate::press::at_press;
use crate::website::Mood;

#[test]
fn a_photo_becomes_a_post_is_corrected_and_verifiably_gone() {
    at_press(|press| async move {
        let address = press.written().await;
        let teacher = press.who(Role::Leraar);
        let shown = press.get(teacher, &address).await.shown();
        assert!(
            shown.contains("Klaar om in te dienen"),
            "{}",
            crate::house::text(&shown)
        );
        press.submit(&address).await;
        // Who wrote it does not release it; PR sees exactly what will be public.
        let own = press
            .post(teacher, &format!("{address}/stap"), &[("stap", "akkoord")])
            .await;
        assert_eq!(own.status, 403);
        let pr = press.get(press.who(Role::Pr), &address).await.shown();
        assert!(pr.contains("Het was een mooie dag op het veld."), "{pr}");
        assert!(
            press.site.public().is_empty(),
            "nothing is public before somebody released it"
        );
        press.step(Role::Pr, &address, "akkoord").await;
        press.work().await;
        assert_eq!(press.standing(&address).await, Standing::Public);
        let [(title, content)] = &press.site.public()[..] else {
            panic!("once")
        };
        assert!(
            title == "Sportdag" && content.contains("mooie dag"),
            "{title} {content}"
        );
        assert_eq!(
            press.site.descriptions(),
            ["Een kind in een astronautenpak lacht."]
        );

        // A correction is released by somebody else too, and changes what is there.
        press
            .save(
                &address,
                &[
                    ("tekst", "Het was een dag op het veld."),
                    ("naar", "verder"),
                ],
            )
            .await;
        press.work().await;
        assert!(
            press.site.public()[0].1.contains("mooie dag"),
            "not before it is released"
        );
        press.submit(&address).await;
        press.step(Role::Pr, &address, "akkoord").await;
        press.work().await;
        assert_eq!(press.standing(&address).await, Standing::Public);
        let [(_, content)] = &press.site.public()[..] else {
            panic!("once")
        };
        assert!(
            content.contains("Het was een dag op het veld."),
            "{content}"
        );

        press.step(Role::Pr, &address, "weghalen").await;
        press.work().await;
        assert_eq!(press.standing(&address).await, Standing::Removed);
        assert!(press.site.public().is_empty() && press.site.descriptions().is_empty());
    });
}

#[test]
fn a_consent_that_is_withdrawn_stops_what_was_released() {
    at_press(|press| async move {
        let address = press.released().await;
        press.withdraws(&address).await;
        press.work().await;
        assert_eq!(press.standing(&address).await, Standing::Stopped);
        assert!(press.site.public().is_empty());
        let (_, releases) = press.kept(&address).await;
        assert_eq!(releases[0].fault.as_deref(), Some("toestemming-veranderd"));
        let at = format!("{address}/plaatsing/{}", releases[0].id.as_simple());
        let shown = press.get(press.who(Role::Pr), &at).await.shown();
        assert!(
            shown.contains("De toestemming van iemand in dit bericht"),
            "{shown}"
        );
    });
}

#[test]
fn a_consent_that_is_withdrawn_takes_down_what_is_public() {
    at_press(|press| async move {
        let address = press.released().await;
        press.work().await;
        assert_eq!(press.site.public().len(), 1);
        press.withdraws(&address).await;
        press.work().await;
        assert_eq!(press.standing(&address).await, Standing::Removed);
        assert!(press.site.public().is_empty());
        let keys = press.keys().await;
        let mut tx = press.db.read(press.demo.board).await.unwrap();
        let open = consent::store::publications::open(&mut tx, &keys, press.demo.school, 100)
            .await
            .unwrap();
        let (_, releases) = press.kept(&address).await;
        assert!(
            open.iter()
                .all(|one| one.publication.id.0 != releases[0].id),
            "whoever asked for it is served"
        );
    });
}

#[test]
fn an_edit_after_the_release_voids_it() {
    at_press(|press| async move {
        let address = press.released().await;
        press
            .save(&address, &[("tekst", "Iets heel anders.")])
            .await;
        press.work().await;
        let (one, releases) = press.kept(&address).await;
        assert_eq!((one.stage, one.approval), (Stage::Draft, None));
        assert!(releases.is_empty() && press.site.public().is_empty());
    });
}

#[test]
fn an_answer_that_was_lost_makes_no_second_post() {
    at_press(|press| async move {
        let address = press.released().await;
        press.site.is(Mood::LosesAnswer);
        press.work().await;
        assert_eq!(
            press.standing(&address).await,
            Standing::Sending,
            "nobody knows yet"
        );
        assert_eq!(press.site.public().len(), 1);
        press.site.is(Mood::Well);
        press.clock.advance(jiff::SignedDuration::from_mins(2));
        press.work().await;
        assert_eq!(press.standing(&address).await, Standing::Public);
        assert_eq!(press.site.public().len(), 1, "once");
    });
}

#[test]
fn a_withdrawal_while_nobody_knows_takes_it_down() {
    at_press(|press| async move {
        let address = press.released().await;
        press.site.is(Mood::LosesAnswer);
        press.work().await;
        press.withdraws(&address).await;
        press.site.is(Mood::Well);
        for _ in 0..4 {
            press.clock.advance(jiff::SignedDuration::from_mins(3));
            press.work().await;
        }
        assert_eq!(press.standing(&address).await, Standing::Removed);
        assert!(press.site.public().is_empty());
    });
}

#[test]
fn a_website_that_is_down_is_tried_again_and_one_that_refuses_is_told() {
    at_press(|press| async move {
        let address = press.released().await;
        press.site.is(Mood::Broken);
        press.work().await;
        assert!(press.site.public().is_empty());
        press.site.is(Mood::Revoked);
        press.clock.advance(jiff::SignedDuration::from_mins(3));
        press.work().await;
        assert_eq!(press.standing(&address).await, Standing::Failed);
        let (_, releases) = press.kept(&address).await;
        assert_eq!(releases[0].fault.as_deref(), Some("credentials"));
        press.site.is(Mood::Well);
        let at = format!("{address}/plaatsing/{}", releases[0].id.as_simple());
        press
            .post(press.who(Role::Pr), &at, &[("doe", "opnieuw")])
            .await
            .taken();
        press.work().await;
        assert_eq!(press.standing(&address).await, Standing::Public);
    });
}

#[test]
fn a_takedown_that_the_website_only_says_is_not_called_gone() {
    at_press(|press| async move {
        let address = press.released().await;
        press.work().await;
        press.site.is(Mood::Keeps);
        press.step(Role::Pr, &address, "weghalen").await;
        press.work().await;
        assert_eq!(press.standing(&address).await, Standing::Removing);
        press.site.is(Mood::Well);
        press.clock.advance(jiff::SignedDuration::from_mins(3));
        press.work().await;
        assert_eq!(press.standing(&address).await, Standing::Removed);
    });
}

#[test]
fn what_has_no_interface_is_done_by_hand_with_proof() {
    at_press(|press| async move {
        let address = press.written().await;
        let hand = press.by_hand.as_simple().to_string();
        press
            .save(&address, &[("kanaal", &hand), ("reden", "Voor de ouders.")])
            .await;
        let teacher = press.who(Role::Leraar);
        press.submit(&address).await;
        press.step(Role::Pr, &address, "akkoord").await;
        press.work().await;
        let (_, releases) = press.kept(&address).await;
        let one = releases
            .iter()
            .find(|one| one.account == press.by_hand)
            .unwrap();
        assert_eq!(one.standing, Standing::ByHand);
        let at = format!("{address}/plaatsing/{}", one.id.as_simple());
        let shown = press.get(teacher, &at).await.shown();
        assert!(shown.contains("Neem deze tekst over"), "{shown}");
        let fields = [("van", "openbaar"), ("waar", "")];
        press
            .upload(teacher, &format!("{at}/bewijs"), &fields, &[])
            .await
            .again();
        let fields = [
            ("van", "openbaar"),
            ("waar", "https://instagram.example/p/1"),
        ];
        press
            .upload(teacher, &format!("{at}/bewijs"), &fields, &[])
            .await
            .taken();
        let (_, releases) = press.kept(&address).await;
        let one = releases
            .iter()
            .find(|one| one.account == press.by_hand)
            .unwrap();
        assert_eq!(one.standing, Standing::Public);
    });
}

#[test]
fn a_correction_changes_who_is_found_by_a_withdrawal() {
    at_press(|press| async move {
        let address = press.released().await;
        press.work().await;
        let (one, releases) = press.kept(&address).await;
        let depicted = || async {
            let mut tx = press.db.read(press.demo.board).await.unwrap();
            let faces = photos::store::marks::of_photo(&mut tx, one.content.pictures[0].photo)
                .await
                .unwrap();
            let person = faces.iter().find_map(|face| face.mark.person()).unwrap();
            let keys = press.keys().await;
            let all = consent::store::publications::with(&mut tx, &keys, person)
                .await
                .unwrap();
            all.iter()
                .filter(|(of, _)| of.id.0 == releases[0].id)
                .count()
        };
        assert_eq!(depicted().await, 1);
        let away = format!("weg-{}", one.content.pictures[0].photo.as_simple());
        press.save(&address, &[(away.as_str(), "ja")]).await;
        press.submit(&address).await;
        press.step(Role::Pr, &address, "akkoord").await;
        press.work().await;
        assert_eq!(depicted().await, 0, "the photo is not in it any more");
    });
}
