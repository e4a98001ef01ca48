//! Forms on paper: typed in with their scan, undone with a trace, and each fault told.

use axum::http::StatusCode;
use consent::rules::{Reason, Shown};
use words::Role;

use crate::family::field;
use crate::house::{House, at_school, text};

/// The office types a form in, with its scan.
async fn paper(
    house: &House,
    who: words::PersonId,
    pupil: words::PersonId,
    fields: &[(&str, &str)],
) -> crate::house::Reply {
    house
        .upload_with(
            who,
            &format!("/toestemmingen/{pupil}/papier"),
            fields,
            ("formulier.pdf", "%PDF-1.7 een formulier"),
        )
        .await
}

#[test]
fn a_form_on_paper_is_typed_in_with_its_scan_and_can_be_undone() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let (family, cell) = (house.family(2, 6..11).await, house.on_the_website().await);
        let (office, name) = (house.who(Role::Medewerker), field(family.pupil, cell));
        let guardian = family.guardians[0].to_string();
        let good = [
            ("wie", guardian.as_str()),
            ("hoe", "papier"),
            ("dag", "2026-11-02"),
            (&name, "ja"),
        ];
        let back = paper(&house, office, family.pupil, &good).await.taken();
        let outcome = house.holds(family.pupil, cell).await;
        assert_eq!((outcome.shown, outcome.written), (Shown::May, true));
        let page = house.get(office, &back).await.shown();
        assert!(
            text(&page).contains("1 keer ja, 0 keer nee (op papier)"),
            "{}",
            text(&page)
        );

        let scan = page
            .split("href=\"/toestemmingen/formulier/")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        let scan = format!("/toestemmingen/formulier/{scan}");
        assert_eq!(
            house.get(office, &scan).await.shown(),
            "%PDF-1.7 een formulier"
        );
        assert_eq!(
            house.get(house.who(Role::Leraar), &scan).await.status,
            StatusCode::NOT_FOUND
        );

        let act = page
            .split("name=\"handeling\" value=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        let undo = format!("/toestemmingen/{}/ongedaan", family.pupil);
        let shown = crate::answering::publish(&house, family.pupil, cell).await;
        house
            .post(office, &undo, &[("handeling", act)])
            .await
            .taken();
        assert_eq!(
            house.holds(family.pupil, cell).await.reason,
            Reason::Unanswered
        );
        assert!(text(&house.get(office, &back).await.shown()).contains("Ongedaan gemaakt"));
        let keys = house.keys().await;
        let mut tx = house.db.read(house.demo.board).await.unwrap();
        let open = consent::store::publications::open(&mut tx, &keys, house.demo.school, 100).await;
        let open = open.unwrap();
        let asked = open.iter().any(|one| one.publication.id == shown);
        assert!(asked, "what was shown by that yes comes off");
        drop(tx);
        let again = house.post(office, &undo, &[("handeling", act)]).await;
        assert_eq!(again.status, StatusCode::NOT_FOUND, "once");
    });
}

#[test]
fn each_fault_of_a_form_is_told_and_nothing_is_kept() {
    at_school(|house| async move {
        house.asks_the_usual().await;
        let (family, cell) = (house.family(2, 6..11).await, house.on_the_website().await);
        let (office, name) = (house.who(Role::Medewerker), field(family.pupil, cell));
        let stranger = house.who(Role::Leraar).to_string();
        let wrong = [
            ("wie", stranger.as_str()),
            ("hoe", "pagina"),
            ("dag", "2027-01-01"),
        ];
        let page = text(&paper(&house, office, family.pupil, &wrong).await.again());
        for fault in [
            "Kies wie",
            "Kies hoe",
            "Vul een dag in",
            "minstens één antwoord",
        ] {
            assert!(page.contains(fault), "{fault}: {page}");
        }
        let guardian = family.guardians[0].to_string();
        let fields = [
            ("wie", guardian.as_str()),
            ("hoe", "gesprek"),
            ("dag", "2026-11-02"),
            (&name, "ja"),
        ];
        let at = format!("/toestemmingen/{}/papier", family.pupil);
        let reply = house
            .upload_with(office, &at, &fields, ("x.pdf", "<html>"))
            .await;
        assert!(text(&reply.again()).contains("Kies een PDF"));
        assert_eq!(
            house.holds(family.pupil, cell).await.reason,
            Reason::Unanswered
        );
        let reply = house.upload_with(office, &at, &fields, ("", "")).await;
        reply.taken();
        assert!(
            !house.holds(family.pupil, cell).await.written,
            "a talk is no writing"
        );
        let reply = paper(&house, house.who(Role::Leraar), family.pupil, &fields).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND);
    });
}
