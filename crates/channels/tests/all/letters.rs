//! The newsletter: one letter to each address, never called back, and honest about it.

use std::collections::BTreeSet;

use channels::model::{Answer, Kind, Why};
use words::Channel;

use crate::house::at_school;
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
