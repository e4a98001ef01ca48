//! What the log promises, on both databases.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

mod growing;
mod tampering;

use decisions::{Entry, MIGRATIONS, Signer, Verified, store as log};
use jiff::Timestamp;
use store::{Db, NewBoard};
use uuid::Uuid;
use words::{BoardId, PersonId, Role};

fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).expect("an instant")
}

fn signer() -> Signer {
    Signer::new([7; 32])
}

/// An entry with everything in it, different for each number.
fn full(n: i64) -> Entry {
    let mut entry = Entry::new(at(n), "role_given", "given")
        .by(person(1), Some(Role::Directeur))
        .about(person(2))
        .on("leraar")
        .from_facts(serde_json::json!({"n": n, "naam": null}));
    entry.basis = Some(decisions::Basis {
        protocol: "flex".to_owned(),
        version: "1.0".to_owned(),
        articles: vec!["4.a".to_owned(), "5.1.c".to_owned()],
    });
    entry.reason = Some(vec![0, 1, 2, 255]);
    entry.receipt = Some(serde_json::json!({"sha256": "00ff"}));
    entry
}

/// A board whose log has this many entries, a checkpoint after the half of them.
async fn board_with(db: &Db, entries: i64) -> BoardId {
    let board = db.found(NewBoard::example("linde")).await.unwrap();
    for n in 1..=entries {
        let mut tx = db.begin(board).await.unwrap();
        let seq = log::record(
            &mut tx,
            &if n % 3 == 0 {
                Entry::new(at(n), "import", "done")
            } else {
                full(n)
            },
        )
        .await
        .unwrap();
        assert_eq!(seq, n);
        if n == entries / 2 {
            log::checkpoint(&mut tx, &signer(), at(n)).await.unwrap();
        }
        tx.commit().await.unwrap();
    }
    board
}

async fn verify(db: &Db, board: BoardId) -> Verified {
    log::verify(&mut db.read(board).await.unwrap(), &signer().public())
        .await
        .unwrap()
}

fn on_both<F, Fut>(story: F)
where
    F: Fn(Db) -> Fut,
    Fut: Future<Output = ()>,
{
    testkit::database::on_both(&[MIGRATIONS], story);
}
