//! A backup of one database goes into the other and is the same.

use store::{Db, NewBoard, NewJob, Place, params};
use testkit::database::{Folder, on_both, postgres};
use uuid::Uuid;
use words::BoardId;

use crate::{NOTES, at};

async fn full_board(db: &Db, slug: &str) -> BoardId {
    let mut new = NewBoard::example(slug);
    new.board.wrapped_key = vec![1, 2];
    let board = db.found(new).await.unwrap();
    let mut tx = db.begin(board).await.unwrap();
    for n in 0..1_100_u128 {
        let (line, raw) = (Uuid::from_u128(n), vec![0_u8, 255]);
        tx.run(
            "INSERT INTO note (board, line, said, at, day, yes, raw, more, n) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            params![line, "é\u{1f392}", at(5), "2028-02-29", n % 2 == 0, raw, serde_json::json!({"a": null}), -1],
        )
        .await
        .unwrap();
    }
    tx.run(
        "INSERT INTO note (board, line) VALUES ($1, $2)",
        params![Uuid::max()],
    )
    .await
    .unwrap();
    tx.run(
        "INSERT INTO subject_key (board, subject, wrapped) VALUES ($1, $2, $3)",
        params![Uuid::nil(), vec![9_u8]],
    )
    .await
    .unwrap();
    let job = NewJob {
        kind: "letter",
        key: "a".to_owned(),
        payload: serde_json::json!([1]),
        due: at(9),
    };
    tx.job(job).await.unwrap();
    tx.commit().await.unwrap();
    board
}

/// Everything of a board, as text.
async fn all(db: &Db, board: BoardId) -> Vec<String> {
    let mut tx = db.read(board).await.unwrap();
    let mut found = Vec::new();
    for row in tx
        .all(
            "SELECT * FROM note WHERE board = $1 ORDER BY line",
            params![],
        )
        .await
        .unwrap()
    {
        let line: Uuid = row.get("line").unwrap();
        let said: Option<String> = row.get("said").unwrap();
        let yes: Option<bool> = row.get("yes").unwrap();
        let raw: Option<Vec<u8>> = row.get("raw").unwrap();
        let more: Option<serde_json::Value> = row.get("more").unwrap();
        let n: Option<i64> = row.get("n").unwrap();
        found.push(format!("{line} {said:?} {yes:?} {raw:?} {more:?} {n:?}"));
    }
    let keys = tx
        .all(
            "SELECT wrapped FROM subject_key WHERE board = $1",
            params![],
        )
        .await
        .unwrap();
    found.push(format!(
        "{} keys, {:?}",
        keys.len(),
        tx.jobs_in("ready").await.unwrap()
    ));
    found
}

#[test]
fn a_backup_goes_into_either_database_and_is_the_same() {
    on_both(&[NOTES], |db| async move {
        let (linde, eik) = (full_board(&db, "linde").await, full_board(&db, "eik").await);
        db.set_setting("name", Some(serde_json::json!({"a": 1})))
            .await
            .unwrap();
        let (kept, elsewhere) = (Folder::new(), Folder::new());
        let copied = db.backup(&kept.0, NOTES).await.unwrap();
        assert_eq!((copied.boards, copied.rows), (2, 2 * 1_103));
        let places = [Some(Place::Folder(elsewhere.0.clone())), postgres()];
        for place in places.into_iter().flatten() {
            let other = Db::open(&place, NOTES).await.unwrap();
            assert_eq!(other.restore(&kept.0, NOTES).await.unwrap(), copied);
            for board in [linde, eik] {
                assert_eq!(all(&other, board).await, all(&db, board).await);
            }
            assert_eq!(other.boards().await.unwrap(), db.boards().await.unwrap());
            assert_eq!(
                other.setting("name").await.unwrap(),
                db.setting("name").await.unwrap()
            );
            assert!(
                other.restore(&kept.0, NOTES).await.is_err(),
                "not over what is there"
            );
            other.close().await;
        }
        assert!(
            db.backup(&kept.0, NOTES).await.is_err(),
            "not over another backup"
        );
    });
}

#[test]
fn the_keys_of_people_lie_apart() {
    on_both(&[NOTES], |db| async move {
        let board = full_board(&db, "linde").await;
        let (kept, elsewhere) = (Folder::new(), Folder::new());
        db.backup(&kept.0, NOTES).await.unwrap();
        std::fs::remove_dir_all(kept.0.join("keys")).unwrap();
        let other = Db::open(&Place::Folder(elsewhere.0.clone()), NOTES)
            .await
            .unwrap();
        let fault = other.restore(&kept.0, NOTES).await.unwrap_err();
        assert!(
            format!("{fault:#}").contains("keys of this board"),
            "{fault:#}"
        );
        let data = Db::open(&Place::Folder(kept.0.clone()), NOTES)
            .await
            .unwrap();
        let mut tx = data.read(board).await.unwrap();
        let keys = tx
            .all(
                "SELECT wrapped FROM subject_key WHERE board = $1",
                params![],
            )
            .await
            .unwrap();
        assert!(keys.is_empty());
    });
}
