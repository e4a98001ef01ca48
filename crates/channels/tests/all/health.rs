//! The daily look: the owner is told of a cause once, and of another one again.

use channels::model::{Kind, Why};
use channels::store::accounts;
use words::{Channel, Role};

use crate::house::{At, at_school};

/// The subjects of the letters since the last time that this was asked.
fn letters(at: &At) -> Vec<String> {
    let mut all = at.letters.letters.lock().unwrap();
    let said = all
        .drain(..)
        .map(|(_, letter)| format!("{} {}", letter.subject, letter.text));
    said.collect()
}

async fn secret(at: &At, id: uuid::Uuid, secret: &str) {
    let (keys, account) = (at.house.keys().await, at.again(id).await);
    let mut tx = at.house.db.begin(at.house.demo.board).await.unwrap();
    accounts::change(&mut tx, &keys, &account, Some(secret))
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// A day later, until nothing is left to do that day.
async fn next_day(at: &At) {
    at.house.days(1);
    at.house.work().await;
    for _ in 0..5 {
        at.house.clock.advance(jiff::SignedDuration::from_mins(9));
        at.house.work().await;
    }
}

#[test]
fn an_owner_is_told_once_of_each_cause() {
    at_school(|at| async move {
        let account = at.account(Kind::WordPress, Channel::Website).await;
        channels::jobs::begin_all(&at.house.db, at.house.now())
            .await
            .unwrap();
        at.house.work().await;
        let looked = at.again(account.id).await.looked.unwrap();
        assert_eq!((looked.why, letters(&at)), (None, vec![]));

        secret(&at, account.id, "ingetrokken").await;
        next_day(&at).await;
        let told = letters(&at);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(
            told[0].contains("Het kanaal Nieuws werkt niet")
                && told[0].contains("wachtwoord klopt niet"),
            "{told:?}"
        );
        assert!(!told[0].contains("ingetrokken"));
        assert_eq!(
            at.again(account.id).await.looked.unwrap().why,
            Some(Why::Credentials)
        );
        for _ in 0..3 {
            next_day(&at).await;
        }
        assert_eq!(letters(&at), Vec::<String>::new(), "not again each day");

        secret(&at, account.id, "geheim").await;
        next_day(&at).await;
        assert_eq!(at.again(account.id).await.looked.unwrap().why, None);
        secret(&at, account.id, "weer ingetrokken").await;
        next_day(&at).await;
        assert_eq!(
            letters(&at).len(),
            1,
            "it worked in between: this is a new cause"
        );
    });
}

#[test]
fn a_line_that_is_down_for_a_moment_is_told_to_nobody() {
    at_school(|at| async move {
        let account = at.account(Kind::WordPress, Channel::Website).await;
        let keys = at.house.keys().await;
        let mut changed = at.again(account.id).await;
        changed.address = "http://127.0.0.1:9".to_owned();
        let mut tx = at.house.db.begin(at.house.demo.board).await.unwrap();
        accounts::change(&mut tx, &keys, &changed, None)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        channels::jobs::begin_all(&at.house.db, at.house.now())
            .await
            .unwrap();
        at.house.work().await;
        assert_eq!(
            at.again(account.id).await.looked.unwrap().why,
            Some(Why::Unreachable)
        );
        assert_eq!(
            letters(&at),
            Vec::<String>::new(),
            "it may be back in a minute"
        );
        for _ in 0..5 {
            at.house.clock.advance(jiff::SignedDuration::from_mins(9));
            at.house.work().await;
        }
        assert_eq!(letters(&at).len(), 1, "after some tries it is");
    });
}

#[test]
fn an_account_goes_with_whoever_it_belongs_to() {
    at_school(|at| async move {
        at.account(Kind::Feed, Channel::Website).await;
        let (pr, other) = (at.house.who(Role::Pr), at.house.who(Role::Beheerder));
        let mut tx = at.house.db.begin(at.house.demo.board).await.unwrap();
        let open = people::OpenWork::of(
            &channels::Owned,
            &mut tx,
            pr,
            at.house.today(),
            words::Locale::Nl,
        )
        .await
        .unwrap();
        assert_eq!(open[0].what, "eigenaar van 1 kanaal");
        let keys = at.house.keys().await;
        people::Follows::merged(&channels::Merged, &mut tx, &keys, pr, other)
            .await
            .unwrap();
        assert_eq!(accounts::owned(&mut tx, pr).await.unwrap(), 0);
        assert_eq!(accounts::owned(&mut tx, other).await.unwrap(), 1);
    });
}
