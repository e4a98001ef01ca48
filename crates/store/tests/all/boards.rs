//! The installation: its boards and settings.

use serde_json::json;
use store::{Db, Migration, NewBoard, Place};
use testkit::database::{Folder, on_both};
use words::BoardId;

use crate::NOTES;

#[test]
fn boards_are_listed_by_name_and_found_by_their_word() {
    on_both(&[NOTES], |db| async move {
        let mut new = NewBoard::example("zwaluw");
        new.board.name = "Aan de Vaart".to_owned();
        new.board.wrapped_key = vec![1, 2, 3];
        let zwaluw = db.found(new.clone()).await.unwrap();
        db.found(NewBoard::example("eik")).await.unwrap();
        let names: Vec<String> = db
            .boards()
            .await
            .unwrap()
            .into_iter()
            .map(|board| board.name)
            .collect();
        assert_eq!(names, ["Aan de Vaart", "eik"]);
        assert_eq!(
            db.board_by_slug("zwaluw").await.unwrap(),
            Some(new.board.clone())
        );
        assert_eq!(db.board(zwaluw).await.unwrap(), Some(new.board));
        assert_eq!(db.board_by_slug("niemand").await.unwrap(), None);
        assert!(
            db.found(NewBoard::example("eik")).await.is_err(),
            "its word is taken"
        );
    });
}

#[test]
fn a_board_that_is_not_there_has_nothing() {
    on_both(&[NOTES], |db| async move {
        let nobody = BoardId(uuid::Uuid::from_u128(9));
        let Ok(mut tx) = db.read(nobody).await else {
            return;
        };
        let rows = tx
            .all("SELECT line FROM note WHERE board = $1", vec![])
            .await
            .unwrap();
        assert!(rows.is_empty());
    });
}

#[test]
fn a_setting_is_taken_away_once() {
    on_both(&[], |db| async move {
        assert_eq!(db.setting("begin").await.unwrap(), None);
        db.set_setting("begin", Some(json!({"a": 1})))
            .await
            .unwrap();
        db.set_setting("begin", Some(json!({"a": 2})))
            .await
            .unwrap();
        assert_eq!(db.setting("begin").await.unwrap(), Some(json!({"a": 2})));
        assert!(db.set_setting("begin", None).await.unwrap());
        assert!(!db.set_setting("begin", None).await.unwrap());
    });
}

#[test]
fn more_boards_than_may_be_open_are_all_there() {
    let folder = Folder::new();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let db = Db::open(&Place::Folder(folder.0.clone()), NOTES)
            .await
            .unwrap();
        let mut boards = Vec::new();
        for n in 0..70 {
            boards.push(
                db.found(NewBoard::example(&format!("school-{n}")))
                    .await
                    .unwrap(),
            );
        }
        for board in boards {
            let mut tx = db.begin(board).await.unwrap();
            let line = store::params![uuid::Uuid::from_u128(1)];
            tx.run("INSERT INTO note (board, line) VALUES ($1, $2)", line)
                .await
                .unwrap();
            tx.commit().await.unwrap();
        }
        db.close().await;
    });
}

#[test]
fn a_database_of_a_later_version_is_refused() {
    let folder = Folder::new();
    let place = Place::Folder(folder.0.clone());
    let later = Migration {
        number: 902,
        name: "later",
        sql: "CREATE TABLE later (board {uuid} NOT NULL) {strict};",
    };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let board = {
            let db = Db::open(&place, &[NOTES, &[later]].concat()).await.unwrap();
            let board = db.found(NewBoard::example("linde")).await.unwrap();
            db.close().await;
            board
        };
        let db = Db::open(&place, NOTES).await.unwrap();
        let fault = db
            .read(board)
            .await
            .expect_err("an older version does not read it");
        assert!(
            format!("{fault:#}").contains("do not fit this version"),
            "{fault:#}"
        );
    });
}
