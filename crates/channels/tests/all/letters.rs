//! The newsletter: one letter to each address, never called back, and honest about it.

use std::collections::BTreeSet;
use std::sync::Arc;

use channels::model::{Answer, Kind, Why};
use mail::{Security, Sender, Server, Smtp};
use people::directory::Directories;
use people::store::{self as rows, persons};
use serde_json::Value;
use words::Channel;

use crate::house::{At, at_school};
use crate::posts::post;

#[test]
fn a_letter_goes_once_to_each_guardian_and_is_never_said_to_be_gone() {
    at_school(|at| async move {
        let account = at.account(Kind::Newsletter, Channel::Nieuwsbrief).await;
        let outlet = at.outlet(account.id).await;
        let first = post("brief", 1);
        *at.letters.closed.lock().unwrap() = true;
        let answer = outlet.publish(&first).await;
        assert!(
            matches!(
                answer,
                Answer::Passing {
                    why: Why::UnderWay,
                    after: Some(_)
                }
            ),
            "{answer:?}"
        );
        at.house.work().await;
        assert_eq!(
            outlet.publish(&first).await.why(),
            Some(Why::UnderWay),
            "no mail server took anything yet"
        );
        *at.letters.closed.lock().unwrap() = false;
        at.house.days(1);
        at.house.work().await;
        let Answer::Done(there) = outlet.publish(&first).await else {
            panic!()
        };
        let sent = at.letters.letters.lock().unwrap().clone();
        let to: BTreeSet<&str> = sent.iter().map(|(_, letter)| letter.to.as_str()).collect();
        assert!(
            to.len() > 20 && to.len() == sent.len(),
            "{} letters to {} addresses",
            sent.len(),
            to.len()
        );
        assert_eq!(there.parts, vec![sent.len().to_string(), "0".to_owned()]);
        let (_, letter) = &sent[0];
        let address = there.address.clone().unwrap();
        assert!(
            letter.subject == first.title
                && letter.text.contains(&first.text)
                && letter.text.contains(&address)
        );

        // The page is found by its address only, and holds the photo.
        let (status, _, page) = at.visits(&address).await;
        assert!(
            status == 200
                && String::from_utf8(page)
                    .unwrap()
                    .contains("foto 0 van brief")
        );
        let base = address.rsplit_once('/').unwrap().0;
        assert_eq!(
            (
                at.visits(base).await.0,
                at.visits(&format!("{base}/atom.xml")).await.0
            ),
            (404, 404)
        );
        assert!(
            !address.contains("brief-") && !address.ends_with(&first.key),
            "{address}"
        );

        let mut second = first.clone();
        second.text = "Het was groep 6.".to_owned();
        assert_eq!(
            outlet.correct(&there, &second).await.why(),
            Some(Why::UnderWay)
        );
        at.house.work().await;
        assert!(matches!(
            outlet.correct(&there, &second).await,
            Answer::Done(_)
        ));
        at.house.work().await;
        let all = at.letters.letters.lock().unwrap().clone();
        assert_eq!(all.len(), 2 * sent.len(), "one correction to each");
        let (_, letter) = all.last().unwrap();
        assert!(
            letter.subject.starts_with("Verbetering: ") && letter.text.contains("Het was groep 6.")
        );

        assert_eq!(
            outlet.take_down(&there).await,
            Answer::Refused {
                why: Why::CannotBeRecalled
            }
        );
        assert_eq!(
            at.visits(&address).await.0,
            410,
            "the page with the photo is gone all the same"
        );
        assert_eq!(outlet.is_gone(&there).await, Answer::Done(false));
    });
}

#[test]
fn letters_that_did_not_leave_are_taken_back() {
    at_school(|at| async move {
        let account = at.account(Kind::Newsletter, Channel::Nieuwsbrief).await;
        let (outlet, first) = (at.outlet(account.id).await, post("terug", 0));
        assert_eq!(outlet.publish(&first).await.why(), Some(Why::UnderWay));
        let Answer::Done(Some(there)) = outlet.look_up(&first).await else {
            panic!()
        };
        assert_eq!(outlet.take_down(&there).await, Answer::Done(()));
        at.house.work().await;
        assert_eq!(at.letters.letters.lock().unwrap().len(), 0);
        assert_eq!(outlet.is_gone(&there).await, Answer::Done(true));
    });
}

/// The first guardians of the school get these addresses.
async fn move_in(at: &At, addresses: &[String]) {
    let (house, keys) = (&at.house, at.house.keys().await);
    let mut tx = house.db.begin(house.demo.board).await.unwrap();
    let mark = rows::mark(&mut tx).await.unwrap();
    let names = Directories::default()
        .of(&mut tx, &keys, house.today())
        .await
        .unwrap();
    let all = names.everybody().filter(|known| known.place.guardian);
    for (one, address) in all.zip(addresses) {
        let person = persons::person(&mut tx, &keys, one.id)
            .await
            .unwrap()
            .unwrap();
        let mut details = person.details.clone().unwrap();
        details.email = Some(address.clone());
        assert!(
            persons::change(&mut tx, &keys, mark, &person, &details)
                .await
                .unwrap()
        );
    }
    tx.commit().await.unwrap();
}

#[test]
fn a_mail_server_on_a_bad_day_is_asked_again_and_believed() {
    let Ok(said) = std::env::var("PLEINWACHT_TEST_BAD_MAIL") else {
        eprintln!(
            "SKIPPED: PLEINWACHT_TEST_BAD_MAIL is not set: start it with tests/peers/peers.sh"
        );
        return;
    };
    let (smtp, list) = said.split_once(' ').unwrap();
    let (host, port) = smtp.split_once(':').unwrap();
    let server = Server {
        host: host.into(),
        port: port.parse().unwrap(),
        security: Security::Open,
        login: None,
    };
    at_school(|at| {
        let (server, list) = (server.clone(), list.to_owned());
        async move {
            let word = crate::posts::unique();
            let names = ["grijs", "vol", "weg", "groot", "breek", "gewoon"];
            let addresses: Vec<String> = names
                .iter()
                .map(|name| format!("{name}.{word}@storing.test"))
                .collect();
            move_in(&at, &addresses).await;
            let sender = Sender::new("De Linde", "plein@linde.test", "linde.test").unwrap();
            *at.letters.through.lock().unwrap() =
                Some(Arc::new(Smtp::new(sender, &server).unwrap()));
            let account = at.account(Kind::Newsletter, Channel::Nieuwsbrief).await;
            let (outlet, first) = (at.outlet(account.id).await, post(&word, 0));
            assert_eq!(outlet.publish(&first).await.why(), Some(Why::UnderWay));
            at.house.work().await;
            assert_eq!(
                outlet.publish(&first).await.why(),
                Some(Why::UnderWay),
                "three were not taken yet"
            );
            for _ in 0..3 {
                at.house.days(1);
                at.house.work().await;
            }
            let Answer::Done(there) = outlet.publish(&first).await else {
                panic!()
            };
            assert_eq!(
                there.parts[1], "2",
                "nobody is called so, and too big: {there:?}"
            );
            let kept: Vec<Value> =
                serde_json::from_str(&reqwest::get(list).await.unwrap().text().await.unwrap())
                    .unwrap();
            let ids = |name: &str| {
                let to = format!("{name}.{word}@storing.test");
                let mine = kept.iter().filter(|one| one["to"] == to.as_str());
                mine.map(|one| one["id"].as_str().unwrap().to_owned())
                    .collect::<Vec<_>>()
            };
            assert_eq!(
                (ids("grijs").len(), ids("vol").len(), ids("gewoon").len()),
                (1, 1, 1)
            );
            assert_eq!((ids("weg").len(), ids("groot").len()), (0, 0));
            // Cut off after it was kept, it is sent again, and every mail program sees that it is the same letter.
            let twice = ids("breek");
            assert!(twice.len() == 2 && twice[0] == twice[1], "{twice:?}");
        }
    });
}
