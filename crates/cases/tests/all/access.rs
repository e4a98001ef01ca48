//! Who sees a case: every role on every page, in lists, searches and letters.

use words::Role;

use crate::house::{House, at_school, text};

/// Every page of a case.
const PAGES: [&str; 31] = [
    "",
    "/bewijs",
    "/brief",
    "/dossier",
    "/vergissing",
    "/spoed",
    "/notitie",
    "/bericht",
    "/taak",
    "/betrokkene",
    "/plek",
    "/artikelen",
    "/gesprek",
    "/herstel",
    "/maatregel",
    "/stap",
    "/opleggen",
    "/laten-vallen",
    "/geen-maatregel",
    "/bezwaar",
    "/reactie",
    "/beslissing",
    "/bestuur",
    "/politie",
    "/nepaccount",
    "/nazorg",
    "/afwijzen",
    "/sluiten",
    "/heropenen",
    "/bewaren",
    "/klaar",
];

/// Nobody of these roles sees anything of a case: on no page, by no form, in no list and by no search.
async fn sees_nothing(house: &House, role: Role, case: &str, number: &str) {
    let who = house.who(role);
    for page in PAGES {
        let address = format!("{case}{page}");
        let got = house.get(who, &address).await;
        assert_eq!(got.status, 404, "{role:?} {address}");
        let sent = house
            .post(who, &address, &[("tekst", "x"), ("wat", "oppakken")])
            .await;
        assert!(
            [403, 404].contains(&sent.status.as_u16()),
            "{role:?} sends {address}: {}",
            sent.status
        );
    }
    let list = house.get(who, "/zaken").await;
    assert!(!list.body.contains(number), "{role:?}");
    let home = house.get(who, "/thuis").await;
    assert!(!home.body.contains(number), "{role:?}");
    assert_eq!(house.finds_or_not(who, number).await, None, "{role:?}");
}

#[test]
fn a_case_opens_for_who_has_a_seat_and_for_who_runs_the_school() {
    at_school("flex", |house| async move {
        let leader = house.who(Role::Teamleider);
        let number = house.signals(house.who(Role::Ouder), &[], None).await;
        let case = house.finds(leader, &number).await.expect("on the list");
        house.takes_up(leader, &case).await;
        house
            .joins(leader, &case, house.child().await, "gedaan")
            .await;
        for role in Role::ALL {
            match role {
                Role::Teamleider | Role::Directeur => {
                    assert_eq!(
                        house.get(house.who(role), &case).await.status,
                        200,
                        "{role:?}"
                    );
                }
                _ => sees_nothing(&house, role, &case, &number).await,
            }
        }
        // With a seat a mentor helps, and does not decide.
        let mentor = house.who(Role::Mentor);
        let seat = [("wie", mentor.to_string()), ("plek", "leest".to_owned())];
        house.does_with(leader, &case, "plek", &seat).await;
        assert_eq!(house.get(mentor, &case).await.status, 200);
        assert_eq!(
            house.get(mentor, &format!("{case}/notitie")).await.status,
            200
        );
        for page in [
            "/maatregel",
            "/politie",
            "/sluiten",
            "/plek",
            "/bestuur",
            "/betrokkene",
        ] {
            assert_eq!(
                house.get(mentor, &format!("{case}{page}")).await.status,
                404,
                "{page}"
            );
        }
        // What is looked at stands in the log, with who looked.
        let looks = house.logged("case_opened").await;
        assert!(looks.contains(&mentor.to_string()), "{looks}");
        let seat = [("wie", mentor.to_string()), ("plek", "geen".to_owned())];
        house.does_with(leader, &case, "plek", &seat).await;
        sees_nothing(&house, Role::Mentor, &case, &number).await;
    });
}

#[test]
fn the_head_who_is_in_it_does_not_see_it_and_the_board_does() {
    at_school("flex", |house| async move {
        let (leader, head) = (house.who(Role::Teamleider), house.who(Role::Directeur));
        let number = house.signals(house.who(Role::Ouder), &[], None).await;
        let case = house.finds(leader, &number).await.expect("on the list");
        house.takes_up(leader, &case).await;
        assert_eq!(house.get(head, &case).await.status, 200);
        house.joins(leader, &case, head, "gedaan").await;
        sees_nothing(&house, Role::Directeur, &case, &number).await;
        assert_eq!(house.get(house.who(Role::Bestuur), &case).await.status, 200);
        // Who leads it goes on, under the board.
        assert_eq!(house.get(leader, &case).await.status, 200);
        house.work().await;
        let told = house.mail_of(house.who(Role::Bestuur)).await;
        let letters = house.letters();
        let letter = letters
            .iter()
            .find(|(_, letter)| letter.to == told)
            .expect("the board hears of it");
        assert_eq!(
            letter.1.subject,
            format!("Zaak {number} ligt bij het bestuur")
        );
    });
}

#[test]
fn whose_child_is_in_it_loses_their_seat() {
    at_school("flex", |house| async move {
        let leader = house.who(Role::Teamleider);
        let number = house.signals(house.who(Role::Ouder), &[], None).await;
        let case = house.finds(leader, &number).await.expect("on the list");
        house.takes_up(leader, &case).await;
        let child = house.child().await;
        house.becomes_parent(leader, child).await;
        let to = house.joins_to(leader, &case, child, "gedaan").await;
        assert_eq!(to, "/zaken", "it is not theirs from here on");
        sees_nothing(&house, Role::Teamleider, &case, &number).await;
        assert_eq!(
            house.get(house.who(Role::Directeur), &case).await.status,
            200
        );
    });
}

#[test]
fn a_suspicion_against_staff_goes_to_the_board_alone() {
    at_school("flex", |house| async move {
        let who = house.who(Role::Leerling);
        let file: (&str, &[u8]) = ("foto.jpg", b"bytes that may not be kept");
        let fields = [("personeel", "ja"), ("naakt", "ja")];
        let number = house.signals(who, &fields, Some(file)).await;
        for role in [Role::Directeur, Role::Teamleider, Role::Pr, Role::Antipest] {
            assert_eq!(
                house.finds_or_not(house.who(role), &number).await,
                None,
                "{role:?}"
            );
        }
        let board = house.who(Role::Bestuur);
        let case = house.finds(board, &number).await.expect("the board's");
        let page = house.says(board, &case).await;
        assert!(page.contains("0900-111 3 111"), "{page}");
        assert!(
            !page.contains("foto.jpg"),
            "nothing of the file was kept: {page}"
        );
        assert_eq!(house.rows("case_piece").await, 0);
        house.work().await;
        let to: Vec<String> = house.letters().into_iter().map(|(_, one)| one.to).collect();
        let of_board = house.mail_of(board).await;
        assert_eq!(to, std::slice::from_ref(&of_board));
        // It does not lie there for ever without a thought: after a year the board is asked, once a month.
        cases::jobs::begin_all(&house.db, house.now())
            .await
            .unwrap();
        for _ in 0..14 {
            house.days(30);
            while house.work().await > 0 {}
        }
        let letters = house.letters();
        let asks = letters
            .iter()
            .filter(|(_, one)| one.subject.contains("nog bewaard"));
        let to: Vec<&str> = asks.map(|(_, one)| one.to.as_str()).collect();
        assert!((1..=3).contains(&to.len()), "{to:?}");
        assert!(to.iter().all(|one| *one == of_board), "{to:?}");
    });
}

#[test]
fn a_case_with_a_child_of_the_head_goes_to_the_board() {
    at_school("flex", |house| async move {
        let head = house.who(Role::Directeur);
        let number = house.signals(house.who(Role::Ouder), &[], None).await;
        let case = house.finds(head, &number).await.expect("on the list");
        house.takes_up(head, &case).await;
        let child = house.child().await;
        house.becomes_parent(head, child).await;
        let to = house.joins_to(head, &case, child, "gedaan").await;
        assert_eq!(to, "/zaken", "it is not theirs from here on");
        sees_nothing(&house, Role::Directeur, &case, &number).await;
        // Somebody sees it still: nobody else has a seat in it.
        let board = house.who(Role::Bestuur);
        assert_eq!(house.get(board, &case).await.status, 200);
    });
}

/// A parent may be called as their child is: what they are stands beside the name.
#[test]
fn a_parent_who_is_looked_up_is_told_apart_from_a_pupil() {
    at_school("flex", |house| async move {
        let leader = house.who(Role::Teamleider);
        let number = house
            .signals(house.who(Role::Ouder), &[("wat", "Een ruzie online")], None)
            .await;
        let case = house.finds(leader, &number).await.expect("on the list");
        house.takes_up(leader, &case).await;
        for (person, is_parent) in [(house.who(Role::Ouder), true), (house.child().await, false)] {
            let name = house.name_of(person).await;
            // Which part they had is not said, so the choices that the name leaves are shown.
            let fields = [("naam", name.as_str())];
            let page = house
                .post(leader, &format!("{case}/betrokkene"), &fields)
                .await
                .again();
            let (_, choice) = page
                .split_once(&format!("value=\"{person}\""))
                .expect("a choice");
            let (choice, _) = choice.split_once("</label>").expect("its label");
            assert_eq!(text(choice).contains("ouder"), is_parent, "{choice}");
        }
    });
}
