//! A draft: what was found in its text is answered in it; a photo leads straight into one; and what is left behind is told.

use axum::http::StatusCode;
use publishing::post::release::Standing;
use words::Role;

use crate::house::text;
use crate::press::{Press, at_press};
use crate::website::Mood;

/// The value of the first button in a draft that means this.
fn button(page: &str, meaning: &str) -> Option<String> {
    let values = page.split("name=\"vondst\" value=\"").skip(1);
    let mut values = values.filter_map(|rest| rest.split_once('"'));
    let end = format!(".{meaning}");
    let found = values.find(|(value, _)| value.ends_with(&end));
    found.map(|(value, _)| value.to_owned())
}

const SAID: &str = "Bel 06-12345678 voor een kaartje.";

/// Somebody in this role begins a draft with a telephone number in it.
async fn begun(press: &Press, role: Role) -> String {
    let fields = [("titel", "Kaartjes"), ("tekst", SAID)];
    press
        .post(press.who(role), "/berichten", &fields)
        .await
        .taken()
}

#[test]
fn an_editor_answers_a_finding_in_the_draft_and_the_check_learns() {
    at_press(|press| async move {
        let editor = press.who(Role::Pr);
        let address = begun(&press, Role::Pr).await;
        let page = press.get(editor, &address).await.shown();
        let answer = button(&page, "geen-persoon").expect("a button");
        assert!(text(&page).contains("In je tekst"), "{}", text(&page));
        // The text changed in the same form: the answer is about something else, and the text is kept.
        let changed = format!("Kom je ook? {SAID}");
        let fields = [("tekst", changed.as_str()), ("vondst", &answer)];
        let again = press.post(editor, &address, &fields).await.again();
        assert!(again.contains("De tekst is veranderd"), "{}", text(&again));
        let (kept, _) = press.kept(&address).await;
        assert_eq!(kept.content.text, changed);
        // Typed back and answered at once: both are kept.
        let fields = [("tekst", SAID), ("vondst", answer.as_str())];
        let on = press.post(editor, &address, &fields).await.taken();
        assert_eq!(on, format!("{address}?onthouden#vondsten"));
        let page = press.get(editor, on.split('#').next().unwrap()).await;
        let page = page.shown();
        assert!(
            text(&page).contains("Onthouden, voor dit bericht"),
            "{}",
            text(&page)
        );
        assert!(button(&page, "geen-persoon").is_none(), "{}", text(&page));
        // Everybody's check has learnt it, and it stands on the list.
        let other = press
            .post(press.who(Role::Leraar), "/tekst", &[("tekst", SAID)])
            .await;
        let other = text(&other.shown());
        assert!(other.contains("1 plek staat op de woordenlijst"), "{other}");
        let list = press.get(editor, "/woorden").await.shown();
        assert!(list.contains("06-12345678"), "{}", text(&list));
    });
}

#[test]
fn who_keeps_no_list_answers_no_finding_in_a_draft() {
    at_press(|press| async move {
        let teacher = press.who(Role::Leraar);
        let address = begun(&press, Role::Leraar).await;
        let page = press.get(teacher, &address).await.shown();
        assert!(button(&page, "geen-persoon").is_none());
        assert!(text(&page).contains("Wie de woordenlijst bijhoudt"));
        let theirs = begun(&press, Role::Pr).await;
        let theirs = press.get(press.who(Role::Pr), &theirs).await.shown();
        let answer = button(&theirs, "geen-persoon").unwrap();
        let forged = [("tekst", SAID), ("vondst", answer.as_str())];
        let reply = press.post(teacher, &address, &forged).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn a_photo_leads_straight_into_a_draft_with_just_that_photo() {
    at_press(|press| async move {
        let teacher = press.who(Role::Leraar);
        let keys = press.keys().await;
        let album = press.album().await;
        let mut tx = press.db.read(press.demo.board).await.unwrap();
        let all = photos::store::photos::of_album(&mut tx, album)
            .await
            .unwrap();
        let looked = all.iter().find(|one| one.complete.is_none()).unwrap().id;
        let school = photos::store::albums::one(&mut tx, &keys, album).await;
        let school = school.unwrap().unwrap().school.to_string();
        drop(tx);
        let (album, photo) = (
            album.as_simple().to_string(),
            looked.as_simple().to_string(),
        );
        let fields = [
            ("album", album.as_str()),
            ("foto", &photo),
            ("school", &school),
            ("gezicht-1", "geen"),
            ("naar", "bericht"),
        ];
        let at = format!("/fotos/foto/{photo}");
        let on = press.post(teacher, &at, &fields).await;
        assert_eq!(
            (on.status, on.location.as_str()),
            (StatusCode::TEMPORARY_REDIRECT, "/berichten")
        );
        // As a browser does it: the same form, once more.
        let address = press.post(teacher, &on.location, &fields).await.taken();
        let (one, _) = press.kept(&address).await;
        let photos: Vec<_> = one.content.pictures.iter().map(|one| one.photo).collect();
        assert_eq!(photos, [looked]);
        let page = press.get(teacher, &address).await.shown();
        assert!(
            !text(&page).contains("iedereen in de lijst"),
            "the button said so: {}",
            text(&page)
        );
    });
}

#[test]
fn what_stands_at_an_account_that_was_stopped_is_told_and_comes_off() {
    at_press(|press| async move {
        let address = press.released().await;
        press.work().await;
        let pr = press.who(Role::Pr);
        let stop = format!("/kanalen/{}/stop", press.website.as_simple());
        let stopped = press.post(pr, &stop, &[("staat", "gestopt")]).await;
        assert!(stopped.status.is_redirection(), "{}", stopped.body);
        let page = text(&press.get(pr, &address).await.shown());
        assert!(page.contains("Dit account is gestopt"), "{page}");
        press.step(Role::Pr, &address, "weghalen").await;
        press.work().await;
        assert_eq!(press.standing(&address).await, Standing::Removed);
        let page = text(&press.get(pr, &address).await.shown());
        assert!(!page.contains("Dit account is gestopt"), "{page}");
    });
}

#[test]
fn somebody_takes_a_publication_from_its_own_page_and_others_see_it() {
    at_press(|press| async move {
        let address = press.written().await;
        press.submit(&address).await;
        let pr = press.who(Role::Pr);
        let (one, _) = press.kept(&address).await;
        let key = one.claim();
        let page = press.get(pr, &address).await.shown();
        assert!(page.contains(&format!("name=\"pak\" value=\"{key}\"")));
        let on = press.post(pr, people::HOME, &[("pak", &key)]).await.taken();
        assert_eq!(on, address);
        let page = press.get(pr, &address).await.shown();
        assert!(text(&page).contains("Je bent hiermee bezig tot"));
        assert!(page.contains(&format!("name=\"geef\" value=\"{key}\"")));
        let teacher = press.get(press.who(Role::Leraar), &address).await.shown();
        assert!(
            !teacher.contains(&key),
            "who does not release takes nothing"
        );
    });
}

#[test]
fn what_does_not_come_off_waits_for_a_person_who_shows_that_it_did() {
    at_press(|press| async move {
        let address = press.released().await;
        press.work().await;
        press.site.is(Mood::Keeps);
        press.step(Role::Pr, &address, "weghalen").await;
        press.work().await;
        let pr = press.who(Role::Pr);
        let home = || async { text(&press.get(pr, people::HOME).await.shown()) };
        let told = "Weghalen lukt nog niet";
        assert!(!home().await.contains(told), "it was only just asked");
        for _ in 0..4 {
            press.clock.advance(jiff::SignedDuration::from_mins(2));
            press.work().await;
        }
        assert_eq!(press.standing(&address).await, Standing::Removing);
        let home = home().await;
        assert!(home.contains(told), "tried again it is no younger: {home}");
        let (_, releases) = press.kept(&address).await;
        let at = releases[0].address();
        let fields = [
            ("van", "weg"),
            ("waar", "Zelf weggehaald, door de beheerder."),
        ];
        let shown = format!("{at}/bewijs");
        press.upload(pr, &shown, &fields, &[]).await.taken();
        assert_eq!(press.standing(&address).await, Standing::Removed);
    });
}

#[test]
fn who_released_it_by_mistake_sends_it_back_before_its_moment() {
    at_press(|press| async move {
        let address = press.written().await;
        let tomorrow = [("wanneer", "2026-11-22T09:00"), ("naar", "verder")];
        press.save(&address, &tomorrow).await;
        press.submit(&address).await;
        press.step(Role::Pr, &address, "akkoord").await;
        press.work().await;
        let pr = press.who(Role::Pr);
        let home = press.get(pr, people::HOME).await.shown();
        assert!(home.contains("Een bericht vrijgegeven dat nog niet geplaatst is"));
        press.step(Role::Pr, &address, "terug").await;
        press.days(2);
        press.work().await;
        assert!(press.site.public().is_empty());
        let home = press.get(pr, people::HOME).await.shown();
        assert!(!home.contains("Een bericht vrijgegeven dat nog niet geplaatst is"));
    });
}

#[test]
fn a_school_that_posts_nothing_but_to_its_groups_is_told_so_at_the_website() {
    at_press(|press| async move {
        let address = press.written().await;
        let teacher = press.who(Role::Leraar);
        let page = text(&press.get(teacher, &address).await.shown());
        assert!(page.contains("Klaar om in te dienen"), "De Mare: {page}");
        let mut tx = press.db.begin(press.demo.board).await.unwrap();
        let school = people::store::schools::school(&mut tx, press.demo.school).await;
        let mut school = school.unwrap().unwrap();
        school.protocol = Some("flex".to_owned());
        people::store::schools::keep(&mut tx, &school)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let page = text(&press.get(teacher, &address).await.shown());
        assert!(page.contains("Er moet nog iets gebeuren"), "FLEX: {page}");
        assert!(page.contains("mag dit niet"), "FLEX: {page}");
    });
}
