//! Whoever changes the log is found, whatever they change.

use decisions::{Fault, Signer, store as log};
use store::{Db, Tx, Value, params};
use uuid::Uuid;
use words::BoardId;

use crate::{board_with, on_both, signer, verify};

const ENTRIES: i64 = 6;

/// Every column but the board, by what it holds.
const COLUMNS: [(&str, &str); 16] = [
    ("seq", "int"),
    ("at", "int"),
    ("actor", "uuid"),
    ("role", "text"),
    ("kind", "text"),
    ("subject", "uuid"),
    ("object", "text"),
    ("outcome", "text"),
    ("protocol", "text"),
    ("version", "text"),
    ("articles", "text"),
    ("facts", "text"),
    ("reason", "bytes"),
    ("receipt", "text"),
    ("previous", "bytes"),
    ("hash", "bytes"),
];

/// Each text is a constant of the program; a test may make them for good.
fn text(sql: String) -> &'static str {
    Box::leak(sql.into_boxed_str())
}

/// Every value that differs from this one in a byte, and the empty and the absent one.
fn neighbours(bytes: &[u8], make: impl Fn(Vec<u8>) -> Option<Value>) -> Vec<Value> {
    let mut found: Vec<Value> = (0..bytes.len())
        .filter_map(|at| {
            let mut changed = bytes.to_vec();
            changed[at] ^= 1;
            make(changed)
        })
        .collect();
    found.extend(make(bytes[..bytes.len().saturating_sub(1)].to_vec()));
    found.push(Value::Null);
    found
}

async fn changes(tx: &mut Tx, column: &str, holds: &str, seq: i64) -> Vec<Value> {
    let sql = text(format!(
        "SELECT {column} FROM log_entry WHERE board = $1 AND seq = $2"
    ));
    let row = tx.one(sql, params![seq]).await.unwrap();
    match holds {
        "int" => {
            let value: i64 = row.get(column).unwrap();
            let flips = (0..8)
                .map(|byte| value ^ (1 << (8 * byte)))
                .filter(|n| column != "seq" || !(1..=ENTRIES).contains(n));
            flips.map(Value::Int).collect()
        }
        "uuid" => match row.get::<Option<Uuid>>(column).unwrap() {
            Some(id) => neighbours(id.as_bytes(), |bytes| {
                Some(Value::Uuid(Uuid::from_slice(&bytes).ok()?))
            }),
            None => vec![Value::Uuid(Uuid::nil())],
        },
        "text" => match row.get::<Option<String>>(column).unwrap() {
            Some(said) => neighbours(said.as_bytes(), |bytes| {
                Some(Value::Text(String::from_utf8(bytes).ok()?))
            }),
            None => vec![Value::Text(String::new())],
        },
        _ => match row.get::<Option<Vec<u8>>>(column).unwrap() {
            Some(bytes) => neighbours(&bytes, |bytes| Some(Value::Bytes(bytes))),
            None => vec![Value::Bytes(Vec::new())],
        },
    }
}

/// Makes the change, verifies, and forgets the change. A change that the table itself refuses counts for nothing.
async fn found_after(
    db: &Db,
    board: BoardId,
    sql: &'static str,
    values: Vec<Value>,
) -> Option<Vec<Fault>> {
    let mut tx = db.begin(board).await.unwrap();
    tx.run(sql, values).await.ok()?;
    Some(
        log::verify(&mut tx, &signer().public())
            .await
            .unwrap()
            .faults,
    )
}

#[test]
fn any_byte_of_any_row_that_changes_is_found() {
    on_both(|db| async move {
        let board = board_with(&db, ENTRIES).await;
        let mut tried = 0;
        for seq in 1..=ENTRIES {
            for (column, holds) in COLUMNS {
                let values = changes(&mut db.read(board).await.unwrap(), column, holds, seq).await;
                let sql = text(format!(
                    "UPDATE log_entry SET {column} = $3 WHERE board = $1 AND seq = $2"
                ));
                for value in values {
                    let Some(faults) =
                        found_after(&db, board, sql, vec![Value::Int(seq), value.clone()]).await
                    else {
                        continue;
                    };
                    assert!(
                        !faults.is_empty(),
                        "{column} of entry {seq} became {value:?} and nobody saw it"
                    );
                    tried += 1;
                }
            }
        }
        assert!(tried > 1_000, "only {tried} changes were tried");
    });
}

#[test]
fn the_fault_names_its_row() {
    on_both(|db| async move {
        let board = board_with(&db, ENTRIES).await;
        let sql = "UPDATE log_entry SET outcome = 'refused' WHERE board = $1 AND seq = $2";
        assert_eq!(
            found_after(&db, board, sql, params![4]).await,
            Some(vec![Fault::Changed(4)])
        );
    });
}

#[test]
fn rows_that_are_gone_are_named() {
    on_both(|db| async move {
        let board = board_with(&db, ENTRIES).await;
        let middle = "DELETE FROM log_entry WHERE board = $1 AND seq IN ($2, $3)";
        let faults = found_after(&db, board, middle, params![4, 5])
            .await
            .unwrap();
        assert_eq!(faults, [Fault::Missing(4, 5)]);
        let tail = found_after(&db, board, middle, params![6, 6])
            .await
            .unwrap();
        assert_eq!(tail, [Fault::Missing(6, 6)]);
        let signed = found_after(&db, board, middle, params![3, 3])
            .await
            .unwrap();
        assert_eq!(signed, [Fault::Missing(3, 3), Fault::Checkpoint(3)]);
    });
}

#[test]
fn rows_that_changed_places_are_named() {
    on_both(|db| async move {
        let board = board_with(&db, ENTRIES).await;
        let mut tx = db.begin(board).await.unwrap();
        for (from, to) in [(4, 99), (5, 4), (99, 5)] {
            tx.run(
                "UPDATE log_entry SET seq = $3 WHERE board = $1 AND seq = $2",
                params![from, to],
            )
            .await
            .unwrap();
        }
        let faults = log::verify(&mut tx, &signer().public())
            .await
            .unwrap()
            .faults;
        assert_eq!(faults, [Fault::Moved(4, 5), Fault::Moved(5, 4)]);
    });
}

#[test]
fn a_log_written_anew_does_not_have_our_signature() {
    on_both(|db| async move {
        let board = board_with(&db, ENTRIES).await;
        // Somebody with the database but without the key leaves the last entries out and cuts the head to fit.
        let mut tx = db.begin(board).await.unwrap();
        tx.run(
            "DELETE FROM log_entry WHERE board = $1 AND seq > $2",
            params![2],
        )
        .await
        .unwrap();
        tx.run(
            "UPDATE log_head SET seq = 2, hash = (SELECT hash FROM log_entry WHERE board = $1 AND seq = 2) WHERE board = $1",
            params![],
        )
        .await
        .unwrap();
        let faults = log::verify(&mut tx, &signer().public())
            .await
            .unwrap()
            .faults;
        assert_eq!(faults, [Fault::Checkpoint(3)]);
        drop(tx);
        let other = Signer::new([8; 32]).public();
        let faults = log::verify(&mut db.read(board).await.unwrap(), &other)
            .await
            .unwrap()
            .faults;
        assert_eq!(faults, [Fault::Checkpoint(3)]);
    });
}

#[test]
fn a_changed_checkpoint_or_head_is_found() {
    on_both(|db| async move {
        let board = board_with(&db, ENTRIES).await;
        for sql in [
            "UPDATE log_checkpoint SET at = at + 1 WHERE board = $1",
            "UPDATE log_checkpoint SET seq = 2 WHERE board = $1",
            "UPDATE log_checkpoint SET signature = hash WHERE board = $1",
            "UPDATE log_checkpoint SET hash = signature WHERE board = $1",
            "UPDATE log_head SET hash = (SELECT previous FROM log_entry WHERE board = $1 AND seq = 2) WHERE board = $1",
            "UPDATE log_head SET seq = 5 WHERE board = $1",
            "DELETE FROM log_head WHERE board = $1",
        ] {
            let faults = found_after(&db, board, sql, params![]).await.unwrap();
            assert!(!faults.is_empty(), "{sql}");
        }
        assert_eq!(verify(&db, board).await.faults, []);
    });
}

#[test]
fn facts_that_are_no_json_are_a_fault_and_no_panic() {
    on_both(|db| async move {
        let board = board_with(&db, ENTRIES).await;
        let sql = "UPDATE log_entry SET facts = $2 WHERE board = $1 AND seq = 1";
        assert_eq!(
            found_after(&db, board, sql, params!["{"]).await,
            Some(vec![Fault::Changed(1)])
        );
    });
}
