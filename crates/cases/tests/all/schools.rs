//! The other four protocols, each by its own road.

use words::Role;

use crate::house::{House, at_school};

const ANSWER: [(&str, &str); 1] = [("antwoord", "Dank voor je melding. Er is over gesproken.")];

/// A signal, taken up by this role, with somebody who did it.
async fn case(house: &House, leader: Role) -> (String, String, String) {
    let leader = house.who(leader);
    let number = house.signals(house.who(Role::Ouder), &[], None).await;
    let case = house.finds(leader, &number).await.expect("on the list");
    house.takes_up(leader, &case).await;
    let name = house
        .joins(leader, &case, house.who(Role::Leerling), "gedaan")
        .await;
    (number, case, name)
}

#[test]
fn spoenk_talks_with_the_manager_and_the_head() {
    at_school("spoenk", |house| async move {
        let (number, case, name) = case(&house, Role::Teamleider).await;
        let leader = house.who(Role::Teamleider);
        let plan = house.says(leader, &format!("{case}/gesprek")).await;
        assert!(
            plan.contains("Volgens artikel 8 voert dit gesprek: teamleider, directeur"),
            "{plan}"
        );
        house.hears(leader, &case, &name, "gesprek").await;
        let party = house
            .choice(leader, &format!("{case}/maatregel"), &name)
            .await;
        let page = house.says(leader, &format!("{case}/maatregel")).await;
        assert!(
            page.contains("gesprek met de algemeen directeur"),
            "the ladder of article 8: {page}"
        );
        let _ = party;
        house
            .does(
                leader,
                &case,
                "geen-maatregel",
                &[("reden", "Het gesprek was genoeg.")],
            )
            .await;
        house.finishes(leader, &case).await;
        house.does(leader, &case, "sluiten", &ANSWER).await;
        let page = house.says(leader, &case).await;
        assert!(
            page.contains("wordt gewist na 21 november 2027"),
            "a year: {page}"
        );
        assert!(
            house
                .thread(house.who(Role::Ouder), &number)
                .await
                .contains("Dank voor je melding")
        );
    });
}

#[test]
fn pcc_hears_signals_at_public_relations() {
    at_school("pcc", |house| async move {
        let (pr, pupil) = (house.who(Role::Pr), house.who(Role::Leerling));
        let form = house.says(pupil, "/melden").await;
        assert!(form.contains("(artikel 6)"), "{form}");
        let number = house
            .signals(pupil, &[("link", "https://netwerk.example/p/1")], None)
            .await;
        house.work().await;
        let to: Vec<String> = house
            .letters()
            .into_iter()
            .map(|(_, letter)| letter.to)
            .collect();
        assert_eq!(
            to,
            [house.mail_of(pr).await],
            "public relations and nobody else"
        );
        let case = house.finds(pr, &number).await.expect("on the list");
        house.takes_up(pr, &case).await;
        // Who hears signals may hand the lead to who can decide.
        let leader = house.who(Role::Teamleider);
        let seat = [("wie", leader.to_string()), ("plek", "leidt".to_owned())];
        house.does_with(pr, &case, "plek", &seat).await;
        let name = house
            .joins(leader, &case, house.child().await, "gedaan")
            .await;
        let page = house.says(leader, &format!("{case}/maatregel")).await;
        assert!(
            page.contains("disciplinaire maatregelen") && page.contains("artikel 7"),
            "{page}"
        );
        let party = house
            .choice(leader, &format!("{case}/maatregel"), &name)
            .await;
        let fields = [
            ("wie", party),
            ("trap", "7|disciplinaire maatregelen".to_owned()),
            ("soort", "waarschuwing".to_owned()),
            ("openbaar", "nee".to_owned()),
            ("reden", "Tegen de bedoeling van het protocol.".to_owned()),
        ];
        house.does_with(leader, &case, "maatregel", &fields).await;
        let measure = house.follows(leader, &case, "opleggen").await;
        let impose = [
            ("bij", measure.as_str()),
            ("brief", "Dit is een waarschuwing."),
            ("stap-brief", "doen"),
        ];
        house.does(leader, &case, "opleggen", &impose).await;
        house.finishes(leader, &case).await;
        house.does(leader, &case, "sluiten", &ANSWER).await;
        let page = house.says(leader, &case).await;
        assert!(
            page.contains("wordt gewist na 31 juli 2028"),
            "a warning, until the end of the next year: {page}"
        );
    });
}

#[test]
fn verkruisen_agrees_to_remove_and_correct_and_weighs_the_police() {
    at_school("verkruisen", |house| async move {
        let (_, case, name) = case(&house, Role::Directeur).await;
        let head = house.who(Role::Directeur);
        house.hears(head, &case, &name, "gesprek").await;
        let form = house.get(head, &format!("{case}/herstel")).await.shown();
        assert_eq!(
            form.matches(" checked").count(),
            2,
            "removing and correcting are ticked: {form}"
        );
        house.restores(head, &case, &name).await;
        house
            .does(
                head,
                &case,
                "geen-maatregel",
                &[("reden", "Weg en rechtgezet.")],
            )
            .await;
        let open = house
            .post(head, &format!("{case}/sluiten"), &ANSWER)
            .await
            .again();
        assert!(open.contains("over de politie"), "{open}");
        let page = house.says(head, &format!("{case}/politie")).await;
        assert!(page.contains("Volgens artikel 4 weegt de school"), "{page}");
        house
            .does(
                head,
                &case,
                "politie",
                &[("keuze", "niet"), ("reden", "Geen belediging.")],
            )
            .await;
        house.finishes(head, &case).await;
        house.does(head, &case, "sluiten", &ANSWER).await;
    });
}

#[test]
fn demare_clears_who_had_no_part_in_a_fake_account_and_decides_on_the_board() {
    at_school("demare", |house| async move {
        let (_, case, name) = case(&house, Role::Directeur).await;
        let head = house.who(Role::Directeur);
        let party = house
            .choice(head, &format!("{case}/nepaccount"), &name)
            .await;
        let found = [
            ("wie", party.as_str()),
            ("bewezen", "ja"),
            ("reden", "Het adres was van een ander."),
        ];
        house.does(head, &case, "nepaccount", &found).await;
        let page = house.says(head, &case).await;
        assert!(
            page.contains("naam gebruikt door een ander treft geen verwijt"),
            "{page}"
        );
        house
            .does(
                head,
                &case,
                "geen-maatregel",
                &[("reden", "Het was een nepaccount.")],
            )
            .await;
        house
            .does(
                head,
                &case,
                "politie",
                &[("keuze", "niet"), ("reden", "Niet nodig.")],
            )
            .await;
        let open = house
            .post(head, &format!("{case}/sluiten"), &ANSWER)
            .await
            .again();
        assert!(open.contains("of het bestuur het hoort"), "{open}");
        let told = [
            ("inlichten", "ja"),
            ("beslist", "ja"),
            ("reden", "Het raakt meer scholen."),
        ];
        let to = house.does(head, &case, "bestuur", &told).await;
        assert_eq!(to, case, "who leads it goes on, under the board");
        let board = house.who(Role::Bestuur);
        house.finishes(board, &case).await;
        house.does(board, &case, "sluiten", &ANSWER).await;
    });
}
