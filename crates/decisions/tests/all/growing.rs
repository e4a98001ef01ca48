//! The log grows, and is found again.

use std::sync::Arc;

use decisions::store::{self as log, Query};
use decisions::{Entry, jobs};
use store::NewBoard;
use store::jobs::Runner;
use words::Role;

use crate::{at, board_with, full, on_both, person, signer, verify};

#[test]
fn an_empty_log_is_clean() {
    on_both(|db| async move {
        let board = db.found(NewBoard::example("linde")).await.unwrap();
        let found = verify(&db, board).await;
        assert_eq!((found.entries, found.faults), (0, vec![]));
    });
}

#[test]
fn what_was_recorded_reads_the_same() {
    on_both(|db| async move {
        let board = board_with(&db, 7).await;
        let found = log::find(&mut db.read(board).await.unwrap(), &Query::default())
            .await
            .unwrap();
        assert_eq!(found.len(), 7);
        assert_eq!((found[0].seq, &found[0].entry), (7, &full(7)));
        let found = verify(&db, board).await;
        assert_eq!(
            (
                found.entries,
                found.checkpoints,
                found.signed_to,
                found.faults
            ),
            (7, 1, 3, vec![])
        );
    });
}

#[test]
fn an_entry_is_there_when_its_change_is() {
    on_both(|db| async move {
        let board = board_with(&db, 2).await;
        let mut tx = db.begin(board).await.unwrap();
        log::record(&mut tx, &full(3)).await.unwrap();
        drop(tx);
        assert_eq!(verify(&db, board).await.entries, 2);
        let mut tx = db.begin(board).await.unwrap();
        assert_eq!(log::record(&mut tx, &full(3)).await.unwrap(), 3);
        tx.commit().await.unwrap();
    });
}

#[test]
fn a_person_sees_who_looked() {
    on_both(|db| async move {
        let board = board_with(&db, 4).await;
        let mut tx = db.begin(board).await.unwrap();
        log::looked(
            &mut tx,
            at(50),
            person(9),
            Some(Role::Leraar),
            person(5),
            "file",
        )
        .await
        .unwrap();
        log::looked(&mut tx, at(60), person(9), None, person(6), "photo")
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let mut tx = db.read(board).await.unwrap();
        let of = |query: Query| query;
        let about = log::find(
            &mut tx,
            &of(Query {
                subject: Some(person(5)),
                ..Query::default()
            }),
        )
        .await
        .unwrap();
        assert_eq!(about.len(), 1);
        assert_eq!(
            (about[0].entry.actor, about[0].entry.object.as_deref()),
            (Some(person(9)), Some("file"))
        );
        let by = Query {
            actor: Some(person(9)),
            kind: Some(log::LOOKED.to_owned()),
            ..Query::default()
        };
        assert_eq!(log::find(&mut tx, &by).await.unwrap().len(), 2);
        let late = Query {
            from: Some(at(55)),
            until: Some(at(61)),
            ..by.clone()
        };
        assert_eq!(log::find(&mut tx, &late).await.unwrap().len(), 1);
        let both = Query {
            subject: Some(person(6)),
            ..by
        };
        assert_eq!(log::find(&mut tx, &both).await.unwrap().len(), 1);
    });
}

#[test]
fn a_long_log_is_read_page_by_page() {
    on_both(|db| async move {
        let board = board_with(&db, 60).await;
        let mut tx = db.read(board).await.unwrap();
        let first = log::find(&mut tx, &Query::default()).await.unwrap();
        let before = first.last().map(|entry| entry.seq);
        let second = log::find(
            &mut tx,
            &Query {
                before,
                ..Query::default()
            },
        )
        .await
        .unwrap();
        assert_eq!((first.len(), second.len(), second[0].seq), (50, 10, 10));
    });
}

#[test]
fn two_that_write_at_once_write_after_each_other() {
    on_both(|db| async move {
        let board = board_with(&db, 1).await;
        let writers: Vec<_> = (0..6)
            .map(|n| {
                let db = db.clone();
                tokio::spawn(async move {
                    for _ in 0..5 {
                        let mut tx = db.begin(board).await.unwrap();
                        log::record(&mut tx, &Entry::new(at(n), "import", "done"))
                            .await
                            .unwrap();
                        tx.commit().await.unwrap();
                    }
                })
            })
            .collect();
        for writer in writers {
            writer.await.unwrap();
        }
        let found = verify(&db, board).await;
        assert_eq!((found.entries, found.faults), (31, vec![]));
    });
}

#[test]
fn the_log_is_signed_within_ten_minutes_and_every_hundred_entries() {
    on_both(|db| async move {
        let board = board_with(&db, 100).await;
        let runner = |now: i64| {
            Runner::new(
                db.clone(),
                move || at(now),
                jobs::jobs(Arc::new(signer()), move || at(now)),
            )
        };
        runner(100).run_due().await.unwrap();
        assert_eq!(verify(&db, board).await.signed_to, 100);
        let mut tx = db.begin(board).await.unwrap();
        log::record(&mut tx, &full(101)).await.unwrap();
        tx.commit().await.unwrap();
        runner(599).run_due().await.unwrap();
        assert_eq!(verify(&db, board).await.signed_to, 100);
        runner(600).run_due().await.unwrap();
        assert_eq!(verify(&db, board).await.signed_to, 101);
    });
}
