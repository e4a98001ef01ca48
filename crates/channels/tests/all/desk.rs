//! Who keeps the channels: adding, trying, changing, stopping; and what nobody ever sees.

use channels::model::{Kind, State, Why};
use channels::store::accounts;
use schoolhouse::text;
use words::{Channel, Role};

use crate::house::at_school;

#[test]
fn an_account_is_tried_before_it_is_kept() {
    at_school(|at| async move {
        let (house, pr) = (&at.house, at.house.who(Role::Pr));
        let owner = pr.to_string();
        let with = |address: &str, secret: &str| {
            [
                ("soort", "wordpress-website".to_owned()),
                ("naam", "Onze website".to_owned()),
                ("adres", address.to_owned()),
                ("gebruiker", "pleinwacht".to_owned()),
                ("geheim", secret.to_owned()),
                ("eigenaar", owner.clone()),
            ]
        };
        let send = |fields: [(&'static str, String); 6]| async move {
            let fields: Vec<(&str, &str)> = fields
                .iter()
                .map(|(key, value)| (*key, value.as_str()))
                .collect();
            house.post(pr, "/kanalen/nieuw", &fields).await
        };
        let page = send(with(&at.website, "verkeerd woord")).await.again();
        assert!(
            text(&page).contains("De gebruiker of het wachtwoord klopt niet"),
            "{}",
            text(&page)
        );
        assert!(
            !page.contains("verkeerd woord"),
            "what was typed as a password comes back to nobody"
        );
        let page = send(with("https://192.168.0.1", "geheim")).await.again();
        assert!(
            text(&page).contains("dat iedereen kan openen"),
            "{}",
            text(&page)
        );
        let page = send(with(&format!("{}/elders", at.website), "geheim"))
            .await
            .again();
        assert!(
            text(&page).contains("echt zo'n soort kanaal"),
            "{}",
            text(&page)
        );

        let there = send(with(&at.website, "geheim")).await.taken();
        let page = house.get(pr, &there).await.shown();
        assert!(
            text(&page).contains("werkt") && text(&page).contains("staat verzegeld"),
            "{}",
            text(&page)
        );
        assert!(!page.contains("geheim\""), "{page}");
        let list = house.get(pr, "/kanalen").await.shown();
        assert!(text(&list).contains("Onze website") && text(&list).contains("werkt"));
        let tried = house
            .post(pr, &format!("{there}/probeer"), &[])
            .await
            .taken();
        assert!(text(&house.get(pr, &tried).await.shown()).contains("Net geprobeerd"));
    });
}

#[test]
fn an_empty_password_keeps_what_is_there_and_never_goes_to_another_address() {
    at_school(|at| async move {
        let (house, pr) = (&at.house, at.house.who(Role::Pr));
        let account = at.account(Kind::WordPress, Channel::Website).await;
        let page = format!("/kanalen/{}/wijzig", account.id.as_simple());
        let owner = house.who(Role::Beheerder).to_string();
        let change = |name: &'static str, address: String| {
            let owner = owner.clone();
            let page = page.clone();
            async move {
                let fields = [
                    ("naam", name),
                    ("adres", address.as_str()),
                    ("gebruiker", "pleinwacht"),
                    ("geheim", ""),
                    ("eigenaar", owner.as_str()),
                ];
                house.post(pr, &page, &fields).await
            }
        };
        change("Nieuwe naam", at.website.clone()).await.taken();
        let changed = at.again(account.id).await;
        assert_eq!(
            (changed.name.as_str(), changed.owner),
            ("Nieuwe naam", house.who(Role::Beheerder))
        );
        let again = change("Elders", "http://127.0.0.1:9".to_owned())
            .await
            .again();
        assert!(
            text(&again).contains("Vul daarom ook het wachtwoord opnieuw in"),
            "{}",
            text(&again)
        );
        assert!(
            again.contains("value=\"Elders\""),
            "what was typed comes back"
        );
        let keys = house.keys().await;
        let mut tx = house.db.read(house.demo.board).await.unwrap();
        let secret = accounts::secret(&mut tx, &keys, account.id).await.unwrap();
        assert_eq!(secret.as_deref(), Some("geheim"));
        drop(tx);

        let stop = format!("/kanalen/{}/stop", account.id.as_simple());
        for _ in 0..2 {
            house.post(pr, &stop, &[("staat", "gestopt")]).await.taken();
        }
        assert_eq!(at.again(account.id).await.state, State::Stopped);
        let answer = at
            .outlet(account.id)
            .await
            .publish(&crate::posts::post("x", 0))
            .await;
        assert_eq!(answer.why(), Some(Why::Stopped));
    });
}

#[test]
fn only_who_runs_channels_sees_them() {
    at_school(|at| async move {
        let (house, account) = (
            &at.house,
            at.account(Kind::WordPress, Channel::Website).await,
        );
        let page = format!("/kanalen/{}", account.id.as_simple());
        for role in [
            Role::Leraar,
            Role::Ouder,
            Role::Leerling,
            Role::Fg,
            Role::Bestuur,
        ] {
            let who = house.who(role);
            for address in ["/kanalen", "/kanalen/nieuw"] {
                assert_eq!(
                    house.get(who, address).await.status.as_u16(),
                    403,
                    "{role:?} {address}"
                );
            }
            assert_eq!(house.get(who, &page).await.status.as_u16(), 404, "{role:?}");
            for form in ["probeer", "wijzig", "stop"] {
                let reply = house
                    .post(who, &format!("{page}/{form}"), &[("staat", "gestopt")])
                    .await;
                assert_eq!(reply.status.as_u16(), 404, "{role:?} {form}");
            }
        }
        for role in [Role::Pr, Role::Beheerder] {
            house.get(house.who(role), &page).await.shown();
        }
        // Somebody of another board finds nothing, whatever their role.
        let other = house
            .other
            .faces
            .iter()
            .find(|face| face.role == Role::Beheerder)
            .unwrap();
        assert_eq!(
            house
                .get_at(house.other.board, other.person, &page)
                .await
                .status
                .as_u16(),
            404
        );
        assert_eq!(at.again(account.id).await.state, State::Used);
    });
}
