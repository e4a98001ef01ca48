//! A dossier to hand over: whole for the school, masked for a parent, with the police record for the police only.

use words::{PersonId, Role};

use crate::house::{House, at_school, text};
use crate::paper::{files_of, text_of};

/// A case with two pupils, a talk with each, a note, evidence of two people, the police and a letter.
struct Told {
    case: String,
    one: PersonId,
    parent: PersonId,
    other: PersonId,
}

async fn tells(house: &House) -> Told {
    let leader = house.who(Role::Teamleider);
    let reporter = house.who(Role::Medewerker);
    let (one, parent) = house.family(0).await;
    let (other, _) = house.family(1).await;
    let about = house.name(other).await;
    let said = format!(
        "{} van klas 2 sloeg, en {} filmde. Groet, {}",
        house.name(one).await.call,
        about.call.to_lowercase(),
        house.name(reporter).await.said()
    );
    let number = house
        .signals(
            reporter,
            &[("wat", &said)],
            Some(("melder.png", b"\x89PNG of who signalled")),
        )
        .await;
    let case = house.finds(leader, &number).await.expect("on the list");
    house.takes_up(leader, &case).await;
    let first = house.joins(leader, &case, one, "gedaan").await;
    let second = house.joins(leader, &case, other, "getroffen").await;
    house.hears(leader, &case, &first, "gesprek").await;
    house.hears(leader, &case, &second, "gesprek").await;
    let note = format!(
        "Intern: {} maakt zich zorgen.",
        house.name(reporter).await.said()
    );
    house
        .does(leader, &case, "notitie", &[("tekst", &note)])
        .await;
    let files: [(&str, &str, &[u8]); 1] = [("bestand", "team.png", b"\x89PNG of the team leader")];
    let evidence = format!("Schermafdruk van {}.", about.said());
    house
        .upload(
            leader,
            &format!("{case}/bewijs"),
            &[("tekst", &evidence), ("geen-naakt", "ja")],
            &files,
        )
        .await
        .taken();
    let affected = house
        .choice(leader, &format!("{case}/politie"), &second)
        .await;
    let police = [
        ("keuze", "verteld"),
        ("reden", "De ouders weten het nu."),
        ("feit", "belediging"),
        ("slachtoffer", affected.as_str()),
        ("bekend", "2026-11-20"),
    ];
    house.does(leader, &case, "politie", &police).await;
    Told {
        case,
        one,
        parent,
        other,
    }
}

async fn made(house: &House, who: PersonId, case: &str, reader: &str) -> (String, Vec<u8>) {
    let reply = house
        .post(who, &format!("{case}/dossier"), &[("voor", reader)])
        .await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    (text_of(&reply.bytes), reply.bytes)
}

#[test]
fn each_reader_gets_what_is_theirs() {
    at_school("flex", |house| async move {
        let leader = house.who(Role::Teamleider);
        let told = tells(&house).await;
        let form = text(
            &house
                .get(leader, &format!("{}/dossier", told.case))
                .await
                .shown(),
        );
        assert!(
            form.contains("Volgens artikel 7.a van het protocol"),
            "{form}"
        );
        let one = house.name(told.one).await;
        let other = house.name(told.other).await;
        let reporter = house.name(house.who(Role::Medewerker)).await;

        // The school's own: everything but the police record, and who signalled is not named.
        let (said, pdf) = made(&house, leader, &told.case, "school").await;
        assert!(
            said.contains(&one.said()) && said.contains(&other.said()),
            "{said}"
        );
        assert!(said.contains("Intern:"), "{said}");
        assert!(
            !said.contains("De ouders weten het nu"),
            "the police record stays: {said}"
        );
        assert!(
            !said.to_lowercase().contains("belediging") && !said.contains("266"),
            "{said}"
        );
        let files = files_of(&pdf);
        assert!(
            files.contains("2 embedded files") && files.contains("team.png"),
            "{files}"
        );

        // The police: with the record, the offence and who files.
        let (said, pdf) = made(&house, leader, &told.case, "politie").await;
        assert!(
            said.contains("De ouders weten het nu") && said.contains("artikel 266"),
            "{said}"
        );
        assert!(
            said.contains("wettelijk vertegenwoordiger") || said.contains("doet zelf aangifte"),
            "{said}"
        );
        assert!(said.contains("18 februari 2027"), "ninety days: {said}");
        assert!(!said.contains("Intern:"), "{said}");
        assert!(files_of(&pdf).contains("2 embedded files"));

        // A parent, for the child: others by part and number, nothing of who signalled, no notes, no police.
        let form = format!("{}/dossier", told.case);
        let key = house
            .choice(leader, &form, &house.name(told.parent).await.said())
            .await;
        let (said, pdf) = made(&house, leader, &told.case, &key).await;
        assert!(
            said.contains(&one.said()) && said.contains("leerling 2"),
            "{said}"
        );
        for word in [&other.call, &other.family, &reporter.family, &reporter.call] {
            let whole = |text: &str| {
                text.split(|sign: char| !sign.is_alphanumeric())
                    .any(|part| part.to_lowercase() == word.to_lowercase())
            };
            let shared = [&one.call, &one.family].contains(&word);
            assert!(shared || !whole(&said), "{word}: {said}");
        }
        for hidden in [
            "Intern:",
            "De ouders weten het nu",
            "artikel 266",
            "melder.png",
            "team.png",
            "Klacht",
        ] {
            assert!(!said.contains(hidden), "{hidden}: {said}");
        }
        assert!(
            said.contains("Wat er niet in zit") && said.contains("kwam niet van u"),
            "{said}"
        );
        assert!(!files_of(&pdf).contains(".png"), "no file of others");
        let exported = house.outcomes("case_exported").await;
        assert_eq!(exported, ["school", "police", "party"]);
    });
}

#[test]
fn a_parent_without_authority_gets_none_and_hears_why() {
    at_school("flex", |house| async move {
        let leader = house.who(Role::Teamleider);
        let told = tells(&house).await;
        let other = house.who(Role::Stagiair);
        house.stands_around(other, told.one).await;
        let form = format!("{}/dossier", told.case);
        let key = house
            .choice(leader, &form, &house.name(other).await.said())
            .await;
        let refused = text(&house.post(leader, &form, &[("voor", &key)]).await.again());
        assert!(refused.contains("geen gezag"), "{refused}");
        assert!(house.outcomes("case_exported").await.is_empty());
    });
}

#[test]
fn who_only_helps_and_who_is_not_in_it_find_nothing() {
    at_school("flex", |house| async move {
        let leader = house.who(Role::Teamleider);
        let told = tells(&house).await;
        let helper = house.who(Role::Mentor);
        let chair = [("wie", helper.to_string()), ("plek", "leest".to_owned())];
        house.does_with(leader, &told.case, "plek", &chair).await;
        assert_eq!(house.get(helper, &told.case).await.status, 200, "they help");
        for page in ["dossier", "brief"] {
            let address = format!("{}/{page}", told.case);
            for role in Role::ALL {
                let who = house.who(role);
                let may = matches!(role, Role::Teamleider | Role::Directeur);
                let got = house.get(who, &address).await.status.as_u16();
                assert_eq!(got == 200, may, "{role:?} {address}: {got}");
                if !may {
                    let sent = house
                        .post(who, &address, &[("voor", "school")])
                        .await
                        .status
                        .as_u16();
                    assert!(
                        [403, 404].contains(&sent),
                        "{role:?} sends {address}: {sent}"
                    );
                }
            }
            let stranger = house
                .other
                .faces
                .iter()
                .find(|face| face.role == Role::Directeur)
                .unwrap();
            let got = house
                .get_at(house.other.board, stranger.person, &address)
                .await;
            assert_eq!(got.status, 404, "another board");
        }
        assert_eq!(
            house
                .post(
                    leader,
                    &format!("{}/dossier", told.case),
                    &[("voor", "iedereen")]
                )
                .await
                .status,
            422
        );
    });
}

#[test]
fn the_cases_of_a_pupil_are_those_that_one_sees() {
    at_school("flex", |house| async move {
        let (leader, head) = (house.who(Role::Teamleider), house.who(Role::Directeur));
        let told = tells(&house).await;
        let page = format!("/zaken/leerling/{}", told.one);
        let name = house.name(told.one).await.said();
        let found = house
            .get(
                head,
                &format!("/zaken?zoek={}", house.name(told.one).await.call),
            )
            .await
            .shown();
        assert!(found.contains(&page), "from the search: {found}");
        let file = format!("/mensen/{}", told.one);
        let link = format!("href=\"{page}\"");
        let from_file = house.get(head, &file).await.shown();
        assert!(from_file.contains(&link), "and from their page");
        let teacher = house.get(house.who(Role::Leraar), &file).await;
        assert!(!teacher.body.contains(&link), "for who handles cases alone");
        let says = house.says(head, &page).await;
        assert!(says.contains(&name) && says.contains("deed het"), "{says}");
        house
            .does(
                leader,
                &told.case,
                "geen-maatregel",
                &[("reden", "Het is goedgemaakt.")],
            )
            .await;
        let says = house.says(leader, &page).await;
        assert!(
            says.contains("21 november 2026") && !says.contains("nog niets"),
            "{says}"
        );
        // Cleared, and never again somebody who did it.
        let party = house
            .choice(leader, &format!("{}/nepaccount", told.case), &name)
            .await;
        let fake = [
            ("wie", party.as_str()),
            ("bewezen", "ja"),
            ("reden", "Het account was van een ander."),
        ];
        house.does(leader, &told.case, "nepaccount", &fake).await;
        let says = house.says(leader, &page).await;
        assert!(!says.contains("deed het"), "{says}");
        assert!(
            house
                .logged("case_opened")
                .await
                .contains(&leader.to_string())
        );
        // Who handles cases and sees none of these reads that there is none that they may see; a pupil has no such page.
        let antipest = house.get(house.who(Role::Antipest), &page).await;
        assert!(
            antipest.status == 404 || !antipest.body.contains(&told.case),
            "{}",
            antipest.body
        );
        for role in [Role::Leerling, Role::Ouder, Role::Leraar] {
            let got = house.get(house.who(role), &page).await;
            assert!(
                [403, 404].contains(&got.status.as_u16()),
                "{role:?}: {}",
                got.status
            );
        }
    });
}
