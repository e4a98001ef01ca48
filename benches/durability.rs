//! Is what was acknowledged still there? A process that writes is killed at random moments (`kill -9`), again and again; after each
//! time the database is opened, every acknowledged change must be in it and the log must be sound. And: any byte of the log that
//! changes is found (`crates/decisions/tests/all/tampering.rs` holds that in every run).
//!
//! A kill shows that nothing acknowledged waits in the process. That nothing waits in the machine either is SQLite's write-ahead
//! log with `synchronous = FULL`, which a kill cannot show.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench waits for a while, and stops at the first surprise"
)]

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;

use decisions::{Entry, MIGRATIONS, Signer, store as log};
use jiff::Timestamp;
use store::{Db, NewBoard, NewJob, Place};
use testkit::bench::{Section, thousands};
use testkit::database::{Folder, POSTGRES, postgres};
use words::BoardId;

const KILLS: u64 = 200;
/// After so many kills a fresh database: a longer log only takes longer to verify.
const A_ROUND: u64 = 20;
/// How many write at once.
const WRITERS: i64 = 4;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments
        .iter()
        .position(|argument| argument == "--write-until-killed")
    {
        write_until_killed(arguments.get(at + 1).expect("where to write"));
        return ExitCode::SUCCESS;
    }
    let mut section = Section::new(
        "durability",
        "cargo bench --workspace --bench durability -- --write",
    );
    measure(&mut section, "SQLite", &|folder| {
        folder.display().to_string()
    });
    if postgres().is_some() {
        measure(&mut section, "PostgreSQL", &|_| match postgres() {
            Some(Place::Postgres(address)) => address,
            _ => String::new(),
        });
    } else {
        println!("{POSTGRES} is not set: only SQLite was measured");
    }
    section.finish()
}

fn measure(section: &mut Section, name: &str, fresh: &dyn Fn(&Path) -> String) {
    let (mut acknowledged, mut lost, mut unsound) = (0_u64, 0_u64, 0_u64);
    let mut chance = 0x9e37_79b9_7f4a_7c15_u64;
    for _ in 0..KILLS / A_ROUND {
        let folder = Folder::new();
        let at = fresh(&folder.0);
        let mut told = Vec::new();
        for _ in 0..A_ROUND {
            // xorshift64: the moments differ, and are the same in every run.
            chance ^= chance << 13;
            chance ^= chance >> 7;
            chance ^= chance << 17;
            told.extend(kill_after(
                &at,
                Duration::from_micros(5_000 + chance % 150_000),
            ));
            let (there, sound) = look(&at, &told);
            lost += told.len() as u64 - there;
            unsound += u64::from(!sound);
        }
        acknowledged += told.len() as u64;
    }
    section.asked(
        &format!("acknowledged changes lost in {KILLS} kills under load, {name}"),
        "0",
        &lost.to_string(),
        &format!(
            "of {} acknowledged, {WRITERS} writing at once",
            thousands(&acknowledged.to_string())
        ),
        lost == 0,
    );
    section.asked(
        &format!("times the log was not sound after a kill, {name}"),
        "0",
        &unsound.to_string(),
        &format!("of {KILLS}"),
        unsound == 0,
    );
}

fn place(at: &str) -> Place {
    if at.starts_with("postgres:") {
        Place::Postgres(at.to_owned())
    } else {
        Place::Folder(at.into())
    }
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Runtime::new().expect("a runtime")
}

/// Starts a writer and kills it; what it was told is kept.
fn kill_after(at: &str, while_: Duration) -> Vec<String> {
    let this = std::env::current_exe().expect("this program has a path");
    let mut child = Command::new(this)
        .args(["--write-until-killed", at])
        .stdout(Stdio::piped())
        .spawn()
        .expect("a writer starts");
    let mut out = BufReader::new(child.stdout.take().expect("what it says"));
    let mut first = String::new();
    out.read_line(&mut first).expect("it says that it begins");
    std::thread::sleep(while_);
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
    let mut said = String::new();
    out.read_to_string(&mut said).expect("what it said is text");
    // A line that was cut off was not said.
    let whole = said.rsplit_once('\n').map_or("", |(whole, _)| whole);
    whole.lines().map(str::to_owned).collect()
}

/// How many of what was told are there, and whether the log is sound.
fn look(at: &str, told: &[String]) -> (u64, bool) {
    runtime().block_on(async {
        let db = Db::open(&place(at), MIGRATIONS)
            .await
            .expect("the database opens");
        let board = board(&db).await;
        let mut tx = db.read(board).await.expect("it can be read");
        let found = log::verify(&mut tx, &Signer::new([7; 32]).public())
            .await
            .expect("it can be verified");
        let rows = tx
            .all("SELECT object FROM log_entry WHERE board = $1", Vec::new())
            .await
            .expect("its entries");
        let there: std::collections::HashSet<String> = rows
            .iter()
            .filter_map(|row| row.get("object").ok())
            .collect();
        let jobs = tx.jobs_in("ready").await.expect("its jobs");
        drop(tx);
        db.close().await;
        let kept = told.iter().filter(|line| there.contains(*line)).count() as u64;
        // A change and its job are there together or not at all; the list of jobs stops at 500.
        let together = jobs
            .iter()
            .filter(|job| job.kind == "letter")
            .all(|job| there.contains(&job.key));
        (kept, found.faults.is_empty() && together)
    })
}

async fn board(db: &Db) -> BoardId {
    match db.board_by_slug("linde").await.expect("the boards") {
        Some(board) => board.id,
        None => db.found(NewBoard::example("linde")).await.expect("a board"),
    }
}

fn write_until_killed(at: &str) {
    runtime().block_on(async {
        let db = Db::open(&place(at), MIGRATIONS)
            .await
            .expect("the database opens");
        let board = board(&db).await;
        tell("begins");
        let begun = Timestamp::now();
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let db = db.clone();
                tokio::spawn(async move {
                    for n in 0_i64.. {
                        let line = format!("{} {writer} {n}", begun.as_nanosecond());
                        let mut tx = db.begin(board).await.expect("a transaction");
                        log::record(
                            &mut tx,
                            &Entry::new(begun, "change", "kept").on(line.clone()),
                        )
                        .await
                        .expect("an entry");
                        let payload = serde_json::Value::Null;
                        tx.job(NewJob {
                            kind: "letter",
                            key: line.clone(),
                            payload,
                            due: begun,
                        })
                        .await
                        .expect("a job");
                        tx.commit().await.expect("it is kept");
                        tell(&line);
                    }
                })
            })
            .collect();
        for writer in writers {
            writer.await.expect("it writes until it is killed");
        }
    });
}

/// Says a line at once: what is said is acknowledged.
fn tell(line: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("{line}\n").as_bytes())
        .and_then(|()| out.flush())
        .expect("it is heard");
}
