//! A transaction and its board.

use jiff::civil::date;
use store::{Db, NewBoard, Value, params};
use testkit::database::on_both;
use uuid::Uuid;
use words::BoardId;

use crate::{NOTES, at};

async fn two_boards(db: &Db) -> (BoardId, BoardId) {
    let linde = db.found(NewBoard::example("linde")).await.unwrap();
    let eik = db.found(NewBoard::example("eik")).await.unwrap();
    (linde, eik)
}

async fn say(db: &Db, board: BoardId, line: u128, said: &str) {
    let mut tx = db.begin(board).await.unwrap();
    tx.run(
        "INSERT INTO note (board, line, said) VALUES ($1, $2, $3)",
        params![Uuid::from_u128(line), said],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

async fn count(db: &Db, board: BoardId) -> i64 {
    let mut tx = db.read(board).await.unwrap();
    let row = tx
        .one(
            "SELECT count(*) AS n FROM note WHERE board = $1 OR $1 IS NOT NULL",
            params![],
        )
        .await
        .unwrap();
    row.get("n").unwrap()
}

#[test]
fn every_kind_of_value_comes_back_as_it_went() {
    on_both(&[NOTES], |db| async move {
        let (board, _) = two_boards(&db).await;
        let line = Uuid::from_u128(1);
        let more = serde_json::json!({"a": [1, "é"], "b": null});
        let mut tx = db.begin(board).await.unwrap();
        tx.run(
            "INSERT INTO note (board, line, said, at, day, yes, raw, more, n) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            params![line, "Zoë 🎒", at(1_700_000_000), date(2028, 2, 29), true, vec![0_u8, 255], more.clone(), i64::MIN],
        )
        .await
        .unwrap();
        tx.run(
            "INSERT INTO note (board, line) VALUES ($1, $2)",
            params![Uuid::from_u128(2)],
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();

        let mut tx = db.read(board).await.unwrap();
        let rows = tx
            .all(
                "SELECT * FROM note WHERE board = $1 ORDER BY line",
                params![],
            )
            .await
            .unwrap();
        let [full, empty] = rows.as_slice() else {
            panic!("two rows")
        };
        assert_eq!(full.get::<Uuid>("line").unwrap(), line);
        assert_eq!(full.get::<String>("said").unwrap(), "Zoë 🎒");
        assert_eq!(
            full.get::<jiff::Timestamp>("at").unwrap(),
            at(1_700_000_000)
        );
        assert_eq!(
            full.get::<jiff::civil::Date>("day").unwrap(),
            date(2028, 2, 29)
        );
        assert!(full.get::<bool>("yes").unwrap());
        assert_eq!(full.get::<Vec<u8>>("raw").unwrap(), [0, 255]);
        assert_eq!(full.get::<serde_json::Value>("more").unwrap(), more);
        assert_eq!(full.get::<i64>("n").unwrap(), i64::MIN);
        assert_eq!(empty.get::<Option<String>>("said").unwrap(), None);
        assert!(empty.get::<String>("said").is_err() && empty.get::<i64>("nothing").is_err());
    });
}

#[test]
fn what_is_not_committed_never_was() {
    on_both(&[NOTES], |db| async move {
        let (board, _) = two_boards(&db).await;
        let mut tx = db.begin(board).await.unwrap();
        tx.run(
            "INSERT INTO note (board, line) VALUES ($1, $2)",
            params![Uuid::from_u128(1)],
        )
        .await
        .unwrap();
        drop(tx);
        assert_eq!(count(&db, board).await, 0);
    });
}

#[test]
fn a_board_never_sees_another() {
    on_both(&[NOTES], |db| async move {
        let (linde, eik) = two_boards(&db).await;
        say(&db, linde, 1, "van de linde").await;
        assert_eq!((count(&db, linde).await, count(&db, eik).await), (1, 0));
        // Not even a text that names its board and then takes everything reaches over the border.
        let mut tx = db.begin(eik).await.unwrap();
        let touched = tx
            .run(
                "UPDATE note SET said = 'gestolen' WHERE board = $1 OR 1 = 1",
                params![],
            )
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(touched, 0);
        let mut tx = db.read(linde).await.unwrap();
        let row = tx
            .one("SELECT said FROM note WHERE board = $1", params![])
            .await
            .unwrap();
        assert_eq!(row.get::<String>("said").unwrap(), "van de linde");
    });
}

#[test]
fn a_row_of_another_board_cannot_be_written() {
    on_both(&[NOTES], |db| async move {
        let (linde, eik) = two_boards(&db).await;
        let mut tx = db.begin(eik).await.unwrap();
        let forged = tx
            .run(
                "INSERT INTO note (line, board) SELECT $1, $2",
                params![linde.0],
            )
            .await;
        if db.engine() == "postgresql" {
            assert!(forged.is_err(), "row-level security refuses it");
        }
        drop(tx);
        assert_eq!(count(&db, linde).await, 0);
    });
}

#[test]
fn a_query_without_its_board_is_refused() {
    on_both(&[NOTES], |db| async move {
        let (board, _) = two_boards(&db).await;
        let mut tx = db.begin(board).await.unwrap();
        let fault = tx
            .all("SELECT * FROM note WHERE line = $10", params![])
            .await
            .unwrap_err();
        assert!(
            fault.to_string().contains("names its board as $1"),
            "{fault}"
        );
        assert!(
            tx.many("INSERT INTO note (line, board) VALUES", vec![])
                .await
                .is_err()
        );
    });
}

#[test]
fn a_reading_transaction_changes_nothing() {
    on_both(&[NOTES], |db| async move {
        let (board, _) = two_boards(&db).await;
        let mut tx = db.read(board).await.unwrap();
        assert!(
            tx.run("DELETE FROM note WHERE board = $1", params![])
                .await
                .is_err()
        );
    });
}

#[test]
fn many_rows_are_one_insert_after_another() {
    on_both(&[NOTES], |db| async move {
        let (board, _) = two_boards(&db).await;
        let rows = |from: u128| {
            (from..from + 1_201)
                .map(|n| params![Uuid::from_u128(n), "regel"])
                .collect::<Vec<Vec<Value>>>()
        };
        let mut tx = db.begin(board).await.unwrap();
        tx.many("INSERT INTO note (board, line, said) VALUES", rows(0))
            .await
            .unwrap();
        tx.many_or(
            "INSERT INTO note (board, line, said) VALUES",
            "ON CONFLICT (board, line) DO NOTHING",
            rows(1_000),
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(count(&db, board).await, 2_201);
    });
}

#[test]
fn writers_wait_for_each_other_and_none_is_lost() {
    on_both(&[NOTES], |db| async move {
        let (board, _) = two_boards(&db).await;
        let tasks: Vec<_> = (0..8_u128)
            .map(|writer| {
                let db = db.clone();
                tokio::spawn(async move {
                    for n in 0..10 {
                        say(&db, board, writer * 100 + n, "hallo").await;
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        assert_eq!(count(&db, board).await, 80);
    });
}

#[test]
fn whoever_leaves_while_it_begins_spoils_nothing_for_the_next() {
    on_both(&[NOTES], |db| async move {
        let (board, _) = two_boards(&db).await;
        for n in 0..300_u32 {
            let leaves = async {
                for _ in 0..n * 10 {
                    tokio::task::yield_now().await;
                }
            };
            tokio::select! {
                biased;
                begun = db.read(board) => drop(begun.unwrap()),
                () = leaves => {}
            }
            say(&db, board, u128::from(n), "hallo").await;
        }
        assert_eq!(count(&db, board).await, 300);
    });
}
