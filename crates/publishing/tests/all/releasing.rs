//! Who releases, and who does not: somebody outside, two at once, reminders, and whoever only looks.

use publishing::post::release::Standing;
use words::Role;

use crate::press::at_press;

#[test]
fn somebody_outside_releases_by_a_link_that_works_once() {
    at_press(|press| async move {
        let address = press.written().await;
        press.submit(&address).await;
        let pr = press.who(Role::Pr);
        let at = format!("{address}/buiten");
        let fields = [("naam", "B. Estuur"), ("adres", "geen adres")];
        press.post(pr, &at, &fields).await.again();
        let fields = [("naam", "B. Estuur"), ("adres", "bestuur@elders.example")];
        press.post(pr, &at, &fields).await.taken();
        let link = press.link().await;
        let bare = |method: &'static str, body: String| {
            let request = axum::http::Request::builder()
                .method(method)
                .uri(&link)
                .header("origin", "http://localhost")
                .header("content-type", "application/x-www-form-urlencoded");
            press.bare(request.body(body.into()).unwrap())
        };
        // A program that looks into letters opens it, as often as it likes.
        for _ in 0..3 {
            let page = schoolhouse::Reply::of(bare("GET", String::new()).await)
                .await
                .shown();
            assert!(
                page.contains("Het was een mooie dag op het veld."),
                "{page}"
            );
        }
        let secret = link.rsplit('/').next().unwrap();
        let token = shell::origin::form_token(secret);
        let forged = bare("POST", "csrf=x&stap=akkoord".to_owned()).await;
        assert_eq!(forged.status(), 403);
        let body = format!("csrf={token}&stap=akkoord");
        let done = schoolhouse::Reply::of(bare("POST", body.clone()).await)
            .await
            .shown();
        assert!(done.contains("Vrijgegeven"), "{done}");
        press.work().await;
        assert_eq!(press.standing(&address).await, Standing::Public);
        let again = schoolhouse::Reply::of(bare("POST", body).await)
            .await
            .shown();
        assert!(again.contains("Deze link werkt niet meer"), "{again}");
        let (one, _) = press.kept(&address).await;
        assert_eq!(
            one.approval.unwrap().by,
            pr,
            "whoever asked stays responsible"
        );
    });
}

#[test]
fn who_releases_hears_of_it_and_is_reminded() {
    at_press(|press| async move {
        let address = press.written().await;
        press.submit(&address).await;
        let first = press.letters().await;
        assert!(
            first
                .iter()
                .any(|letter| letter.subject == "Er wacht een bericht op je"),
            "{first:?}"
        );
        assert!(
            first.iter().all(|letter| !letter.text.contains("Sportdag")),
            "nothing of it is in a letter"
        );
        // From Saturday morning to Monday, and to Tuesday.
        press.days(3);
        press.work().await;
        let all = press.letters().await;
        assert!(
            all.iter()
                .any(|letter| letter.subject == "Er wacht nog een bericht op je"),
            "{all:?}"
        );
        press.days(1);
        press.work().await;
        let all = press.letters().await;
        assert!(
            all.iter()
                .any(|letter| letter.subject == "Een bericht wacht te lang"),
            "{all:?}"
        );
    });
}

#[test]
fn another_school_and_a_parent_find_nothing() {
    at_press(|press| async move {
        let address = press.written().await;
        let parent = press.who(Role::Ouder);
        assert_eq!(press.get(parent, &address).await.status, 404);
        let other = press
            .other
            .faces
            .iter()
            .find(|face| face.role == Role::Pr)
            .unwrap()
            .person;
        assert_eq!(
            press
                .get_at(press.other.board, other, &address)
                .await
                .status,
            404
        );
    });
}

#[test]
fn two_who_release_at_once_do_it_once() {
    at_press(|press| async move {
        let address = press.written().await;
        press.submit(&address).await;
        let at = format!("{address}/stap");
        let fields = [("stap", "akkoord"), ("opmerking", "Gezien.")];
        let (one, two) = tokio::join!(
            press.post(press.who(Role::Pr), &at, &fields),
            press.post(press.who(Role::Directeur), &at, &fields),
        );
        let mut answers = [one.status.as_u16(), two.status.as_u16()];
        answers.sort_unstable();
        assert_eq!(
            answers,
            [303, 403],
            "one of them came second, and is told so"
        );
        press.work().await;
        let (_, releases) = press.kept(&address).await;
        assert_eq!((releases.len(), press.site.public().len()), (1, 1));
    });
}

#[test]
fn who_only_looks_changes_nothing() {
    at_press(|press| async move {
        let address = press.released().await;
        press.work().await;
        // A mentor of another group sees what the school publishes, and does not release here.
        let mentor = press.who(Role::Mentor);
        let seen = press.get(mentor, &address).await.shown();
        assert!(
            !seen.contains("Haal overal weg"),
            "what one cannot do is not offered"
        );
        let stap = format!("{address}/stap");
        let all = press.post(mentor, &stap, &[("stap", "weghalen")]).await;
        assert_eq!(all.status, 403);
        let (_, releases) = press.kept(&address).await;
        let at = releases[0].address();
        let one = press.post(mentor, &at, &[("doe", "weghalen")]).await;
        assert_eq!(one.status, 403);
        let fields = [("van", "weg"), ("waar", "Ik zag het zelf.")];
        let proof = press
            .upload(mentor, &format!("{at}/bewijs"), &fields, &[])
            .await;
        assert_eq!(proof.status, 403);
        press.work().await;
        assert_eq!(press.standing(&address).await, Standing::Public);
        let home = press.get(mentor, "/thuis").await.shown();
        assert!(
            !home.contains("/berichten/"),
            "nothing waits for who cannot do it"
        );
    });
}

#[test]
fn who_sends_it_back_is_heard_by_who_wrote_it() {
    at_press(|press| async move {
        let address = press.written().await;
        press.submit(&address).await;
        press.step(Role::Pr, &address, "terug").await;
        let draft = press.get(press.who(Role::Leraar), &address).await.shown();
        assert!(draft.contains("Dit bericht kwam terug"), "{draft}");
        assert!(
            draft.contains("Gezien."),
            "what was said stands on the draft"
        );
    });
}
