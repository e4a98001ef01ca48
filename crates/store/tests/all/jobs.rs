//! Effects outside: once wanted, they happen.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};

use jiff::SignedDuration;
use serde_json::json;
use store::jobs::{Ending, LEASE, MOST_ATTEMPTS, Runner, handler};
use store::{Db, NewBoard, NewJob};
use testkit::database::on_both;
use words::BoardId;

use crate::at;

fn letter(key: &str) -> NewJob {
    NewJob {
        kind: "letter",
        key: key.to_owned(),
        payload: json!({"to": 1}),
        due: at(100),
    }
}

async fn queue(db: &Db, board: BoardId, job: NewJob) -> bool {
    let mut tx = db.begin(board).await.unwrap();
    let queued = tx.job(job).await.unwrap();
    tx.commit().await.unwrap();
    queued
}

async fn states(db: &Db, board: BoardId, state: &str) -> usize {
    db.read(board)
        .await
        .unwrap()
        .jobs_in(state)
        .await
        .unwrap()
        .len()
}

/// A runner whose clock is in the test's hand and whose letters end as the test says.
fn runner(db: &Db, clock: &Arc<AtomicI64>, sent: &Arc<AtomicUsize>, ending: Ending) -> Runner {
    let (clock, sent) = (Arc::clone(clock), Arc::clone(sent));
    let post = handler(move |_, _, _| {
        let (sent, ending) = (Arc::clone(&sent), ending.clone());
        async move {
            sent.fetch_add(1, Ordering::SeqCst);
            Ok(ending)
        }
    });
    Runner::new(
        db.clone(),
        move || at(clock.load(Ordering::SeqCst)),
        [("letter", post)],
    )
}

#[test]
fn a_job_is_there_when_its_change_is() {
    on_both(&[], |db| async move {
        let board = db.found(NewBoard::example("linde")).await.unwrap();
        let mut tx = db.begin(board).await.unwrap();
        tx.job(letter("a")).await.unwrap();
        drop(tx);
        assert_eq!(states(&db, board, "ready").await, 0);
        assert!(queue(&db, board, letter("a")).await);
        assert!(
            !queue(&db, board, letter("a")).await,
            "the same effect is queued once"
        );
        assert_eq!(states(&db, board, "ready").await, 1);
    });
}

#[test]
fn what_was_done_says_nothing_any_more_and_is_not_done_again() {
    on_both(&[], |db| async move {
        let board = db.found(NewBoard::example("linde")).await.unwrap();
        let (clock, sent) = (Arc::new(AtomicI64::new(100)), Arc::default());
        let again = Ending::Again {
            after: None,
            fault: "no network".to_owned(),
        };
        queue(&db, board, letter("a")).await;
        runner(&db, &clock, &sent, again).run_due().await.unwrap();
        let payload = |state: &'static str| {
            let db = db.clone();
            async move {
                let mut read = db.read(board).await.unwrap();
                read.jobs_in(state).await.unwrap()[0].payload.clone()
            }
        };
        assert_eq!(
            payload("ready").await,
            json!({"to": 1}),
            "it is tried again"
        );
        clock.store(100_000, Ordering::SeqCst);
        runner(&db, &clock, &sent, Ending::Done)
            .run_due()
            .await
            .unwrap();
        assert_eq!(payload("done").await, json!(null));
        assert!(!queue(&db, board, letter("a")).await, "it was done");
        assert_eq!(sent.load(Ordering::SeqCst), 2);
    });
}

#[test]
fn a_job_waits_for_its_time_and_is_done_once() {
    on_both(&[], |db| async move {
        let board = db.found(NewBoard::example("linde")).await.unwrap();
        let (clock, sent) = (Arc::new(AtomicI64::new(99)), Arc::default());
        let runner = runner(&db, &clock, &sent, Ending::Done);
        queue(&db, board, letter("a")).await;
        assert_eq!(runner.run_due().await.unwrap(), 0);
        clock.store(100, Ordering::SeqCst);
        assert_eq!(
            (
                runner.run_due().await.unwrap(),
                runner.run_due().await.unwrap()
            ),
            (1, 0)
        );
        assert_eq!(
            (
                states(&db, board, "done").await,
                sent.load(Ordering::SeqCst)
            ),
            (1, 1)
        );
    });
}

#[test]
fn a_job_that_fails_waits_longer_and_at_last_a_person_must_look() {
    on_both(&[], |db| async move {
        let board = db.found(NewBoard::example("linde")).await.unwrap();
        let (clock, sent) = (Arc::new(AtomicI64::new(100)), Arc::default());
        let again = Ending::Again {
            after: None,
            fault: "no answer".to_owned(),
        };
        let runner = runner(&db, &clock, &sent, again);
        queue(&db, board, letter("a")).await;
        runner.run_due().await.unwrap();
        assert_eq!(
            runner.run_due().await.unwrap(),
            0,
            "it waits a minute first"
        );
        for _ in 1..MOST_ATTEMPTS {
            clock.fetch_add(SignedDuration::from_hours(7).as_secs(), Ordering::SeqCst);
            runner.run_due().await.unwrap();
        }
        let dead = db.read(board).await.unwrap().jobs_in("dead").await.unwrap();
        let [job] = dead.as_slice() else {
            panic!("one dead job: {dead:?}")
        };
        assert_eq!(
            (job.attempts, job.fault.as_deref()),
            (MOST_ATTEMPTS, Some("no answer"))
        );
        assert_eq!(runner.run_due().await.unwrap(), 0);
        let mut tx = db.begin(board).await.unwrap();
        assert!(
            tx.revive(job.id, at(clock.load(Ordering::SeqCst)))
                .await
                .unwrap()
        );
        tx.commit().await.unwrap();
        assert_eq!(runner.run_due().await.unwrap(), 1);
    });
}

#[test]
fn a_process_that_dies_leaves_its_job_to_another() {
    on_both(&[], |db| async move {
        let board = db.found(NewBoard::example("linde")).await.unwrap();
        queue(&db, board, letter("a")).await;
        let clock = Arc::new(AtomicI64::new(100));
        // One that never comes back: its future is dropped half-way, as a killed process drops everything.
        let dying = Runner::new(
            db.clone(),
            || at(100),
            [("letter", handler(|_, _, _| std::future::pending()))],
        );
        let died =
            tokio::time::timeout(std::time::Duration::from_millis(200), dying.run_due()).await;
        assert!(died.is_err());
        let sent = Arc::default();
        let other = runner(&db, &clock, &sent, Ending::Done);
        assert_eq!(other.run_due().await.unwrap(), 0, "the lease still holds");
        clock.fetch_add(LEASE.as_secs(), Ordering::SeqCst);
        assert_eq!(other.run_due().await.unwrap(), 1);
        assert_eq!(states(&db, board, "done").await, 1);
    });
}

#[test]
fn several_runners_share_the_work() {
    on_both(&[], |db| async move {
        let board = db.found(NewBoard::example("linde")).await.unwrap();
        let mut tx = db.begin(board).await.unwrap();
        tx.jobs((0..60).map(|n| letter(&n.to_string())).collect())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let (clock, sent) = (Arc::new(AtomicI64::new(100)), Arc::default());
        let runners: Vec<_> = (0..4)
            .map(|_| {
                let runner = runner(&db, &clock, &sent, Ending::Done);
                tokio::spawn(async move { runner.run_due().await.unwrap() })
            })
            .collect();
        let mut ran = 0;
        for runner in runners {
            ran += runner.await.unwrap();
        }
        assert_eq!(
            (
                ran,
                sent.load(Ordering::SeqCst),
                states(&db, board, "done").await
            ),
            (60, 60, 60)
        );
    });
}

#[test]
fn a_running_runner_hears_of_work_at_once() {
    on_both(&[], |db| async move {
        let board = db.found(NewBoard::example("linde")).await.unwrap();
        let (clock, sent) = (Arc::new(AtomicI64::new(100)), Arc::new(AtomicUsize::new(0)));
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let running = tokio::spawn(
            runner(&db, &clock, &sent, Ending::Done).run(async { drop(stopped.await) }),
        );
        queue(&db, board, letter("a")).await;
        while states(&db, board, "done").await == 0 {
            tokio::task::yield_now().await;
        }
        stop.send(()).unwrap();
        running.await.unwrap();
        assert_eq!(sent.load(Ordering::SeqCst), 1);
    });
}

#[test]
fn what_waits_and_what_was_given_up_is_seen() {
    on_both(&[], |db| async move {
        let board = db.found(NewBoard::example("linde")).await.unwrap();
        assert_eq!(db.waiting(board).await.unwrap(), store::Waiting::default());
        queue(&db, board, letter("a")).await;
        queue(&db, board, letter("b")).await;
        let (clock, sent) = (Arc::new(AtomicI64::new(100)), Arc::default());
        let dead = Ending::Dead {
            fault: "no such address".to_owned(),
        };
        let waiting = db.waiting(board).await.unwrap();
        assert_eq!((waiting.dead, waiting.oldest), (0, Some(at(100))));
        runner(&db, &clock, &sent, dead).run_due().await.unwrap();
        assert_eq!(db.waiting(board).await.unwrap().dead, 2);
        assert!(db.guarded().await.unwrap());
    });
}
