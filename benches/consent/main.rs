//! The figures of consent: asking twenty thousand guardians, also when the program dies on the way; deciding about a class; and
//! finding everything that is public with somebody in it.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench stops at the first surprise, measures by the clock, and says how far it is"
)]

mod deciding;
mod world;

use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use consent::campaign::{Asks, Kind, Plan, State};
use consent::jobs::{self, Far, PEOPLE};
use consent::model::Purpose;
use consent::store::campaigns::{self, Campaign};
use consent::store::publications::{self, Publication, What};
use cpu_time::ProcessTime;
use jiff::civil::date;
use people::directory::Directories;
use seal::Master;
use store::{Db, Place, params};
use testkit::bench::{Section, thousands, time};
use testkit::database::{Folder, postgres};
use uuid::Uuid;
use words::{BoardId, Channel, PublicationId, Text};

use deciding::deciding;
use world::{Seat, asks, board, migrations, now, us};

const PUPILS: usize = 10_000;
const GUARDIANS: i64 = 20_000;
/// A hundred thousand posts with ten people each.
const POSTS: usize = 100_000;
const IN_POST: usize = 10;

/// By which a second process of this bench knows what to do: folder, key, board and campaign.
const CHILD: &str = "PLEINWACHT_BENCH_CHILD";

fn main() -> ExitCode {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime");
    if let Ok(work) = std::env::var(CHILD) {
        runtime.block_on(child(&work));
        return ExitCode::SUCCESS;
    }
    let mut section = Section::new(
        "consent",
        "cargo bench --workspace --bench consent -- --write",
    );
    runtime.block_on(async {
        asking(&mut section).await;
        dying(&mut section).await;
        deciding(&mut section).await;
        finding(&mut section).await;
    });
    section.finish()
}

async fn campaign(db: &Db, seat: &Seat) -> Uuid {
    let text = Text::new("Mag het?", "Is it all right?");
    let new = Campaign {
        id: Uuid::now_v7(),
        school: seat.school,
        kind: Kind::Current,
        state: State::Busy,
        made_by: *seat.pupils.first().expect("a pupil"),
        made_at: now(),
        plan: Plan {
            groups: Vec::new(),
            purposes: Vec::new(),
            asks: Asks {
                guardians: true,
                pupils: true,
                staff: true,
            },
            subject: text.clone(),
            text,
            remind: vec![7, 14],
        },
        looked: None,
    };
    let mut tx = db.begin(seat.board).await.expect("a transaction");
    campaigns::add(&mut tx, &new).await.expect("a campaign");
    tx.commit().await.expect("it is kept");
    new.id
}

/// How many letters are queued, and how many of them have a key of their own.
async fn letters(db: &Db, board: BoardId) -> (i64, i64) {
    let mut tx = db.read(board).await.expect("a transaction");
    let sql = "SELECT count(*) AS all_of, count(DISTINCT effect) AS own FROM job WHERE board = $1 AND kind = 'mail'";
    let row = tx.one(sql, params![]).await.expect("a count");
    (
        row.get("all_of").expect("a number"),
        row.get("own").expect("a number"),
    )
}

/// The most memory that this process had at once since it was last asked to forget, in MB.
fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
    kilobytes.unwrap_or_default() / 1024
}

/// Asks twenty thousand guardians in a process of its own, so that its memory is that of asking alone.
async fn asking(section: &mut Section) {
    let folder = Folder::new();
    let (db, master, seat, id) = begun(&folder).await;
    db.close().await;
    let from = Instant::now();
    let done = second(&folder.0, &master, seat.board, id)
        .stdout(Stdio::piped())
        .output()
        .expect("a second process");
    let wall = from.elapsed().as_secs_f64();
    let told = String::from_utf8_lossy(&done.stdout).into_owned();
    let (seconds, memory) = told.trim().split_once(' ').expect("seconds and megabytes");
    let (spent, memory): (f64, u64) = (
        seconds.parse().expect("seconds"),
        memory.parse().expect("megabytes"),
    );
    let db = Db::open(&Place::Folder(folder.0.clone()), &migrations())
        .await
        .expect("a database");
    let (all, own) = letters(&db, seat.board).await;
    assert_eq!((all, own), (GUARDIANS, GUARDIANS), "everybody once");
    let beside = format!(
        "{} of CPU; the process with its start took {}",
        time(spent),
        time(wall)
    );
    section.asked(
        "20 000 guardians asked: letters made and queued",
        "10 s",
        &time(wall),
        &beside,
        wall <= 10.0,
    );
    section.asked(
        "memory meanwhile",
        "200 MB",
        &format!("{memory} MB"),
        "the whole process",
        memory <= 200,
    );
    db.close().await;
}

async fn begun(folder: &Folder) -> (Db, Arc<Master>, Seat, Uuid) {
    let db = Db::open(&Place::Folder(folder.0.clone()), &migrations())
        .await
        .expect("a database");
    let master = Arc::new(Master::generate().expect("a key"));
    let seat = board(&db, &master, (1, PUPILS, 2)).await;
    asks(&db, &seat).await;
    let id = campaign(&db, &seat).await;
    (db, master, seat, id)
}

fn second(folder: &Path, master: &Master, board: BoardId, id: Uuid) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    let work = format!("{} {} {board} {id}", folder.display(), *master.to_text());
    command.env(CHILD, work);
    command
}

/// A second process: it makes letters until there are none to make, and says what that took.
async fn child(work: &str) {
    let mut parts = work.split(' ');
    let mut next = || parts.next().expect("what to do").to_owned();
    let (folder, key, board, id) = (next(), next(), next(), next());
    let master = Arc::new(Master::from_text(&key).expect("a key"));
    let db = Db::open(&Place::Folder(folder.into()), &migrations())
        .await
        .expect("a database");
    let us = us(&db, &master);
    let (board, id) = (
        board.parse().expect("a board"),
        id.parse().expect("a campaign"),
    );
    let spent = ProcessTime::now();
    while jobs::stretch(&us, &db, board, id, PEOPLE)
        .await
        .expect("letters")
        == Far::More
    {}
    println!("{} {}", spent.elapsed().as_secs_f64(), most_memory());
    db.close().await;
}

/// The same, killed every so often in the middle of whatever it does.
async fn dying(section: &mut Section) {
    let folder = Folder::new();
    let (db, master, seat, id) = begun(&folder).await;
    db.close().await;
    let mut killed = 0;
    for round in 0..200_u64 {
        let mut process = second(&folder.0, &master, seat.board, id)
            .stdout(Stdio::null())
            .spawn()
            .expect("a second process");
        std::thread::sleep(Duration::from_millis(300 + 37 * (round % 11)));
        if process.try_wait().expect("how it is").is_some() {
            break;
        }
        // On Unix this is the signal that nobody can catch.
        process.kill().expect("it is killed");
        process.wait().expect("it is gone");
        killed += 1;
    }
    let db = Db::open(&Place::Folder(folder.0.clone()), &migrations())
        .await
        .expect("a database");
    let us = us(&db, &master);
    while jobs::stretch(&us, &db, seat.board, id, PEOPLE)
        .await
        .expect("letters")
        == Far::More
    {}
    let (all, own) = letters(&db, seat.board).await;
    let what = "the same, killed with `kill -9` again and again";
    let measured = format!("{} letters", thousands(&all.to_string()));
    let beside = format!(
        "killed {killed} times; {} keys",
        thousands(&own.to_string())
    );
    section.asked(
        what,
        "each guardian one letter",
        &measured,
        &beside,
        (all, own) == (GUARDIANS, GUARDIANS),
    );
    db.close().await;
}

/// Everything public with one person in it, among a million depictions.
async fn finding(section: &mut Section) {
    let folder = Folder::new();
    found(section, "SQLite", Place::Folder(folder.0.clone())).await;
    if let Some(place) = postgres() {
        found(section, "PostgreSQL", place).await;
    }
}

async fn found(section: &mut Section, name: &str, place: Place) {
    let db = Db::open(&place, &migrations()).await.expect("a database");
    let master = Master::generate().expect("a key");
    let seat = board(&db, &master, (1, PUPILS, 0)).await;
    let asked = asks(&db, &seat).await;
    let cell = asked
        .iter()
        .flat_map(Purpose::cells)
        .next()
        .expect("a question");
    let directories = Directories::default();
    let mut tx = db.read(seat.board).await.expect("a transaction");
    let names = directories
        .of(&mut tx, &seat.keys, date(2026, 11, 21))
        .await
        .expect("names");
    drop(tx);
    let people: Vec<_> = names.everybody().map(|known| known.id).collect();
    for from in (0..POSTS).step_by(5_000) {
        let posts: Vec<_> = (from..from + 5_000)
            .map(|n| {
                let post = Publication {
                    id: PublicationId(Uuid::now_v7()),
                    school: seat.school,
                    channel: Channel::Website,
                    published_at: now(),
                    removed_at: None,
                    what: What {
                        title: format!("Bericht {n}"),
                        address: format!("https://school.example/{n}"),
                    },
                };
                let with =
                    (0..IN_POST).filter_map(|k| people.get((n * 7_919 + k * 1_009) % people.len()));
                (post, with.map(|person| (*person, cell)).collect())
            })
            .collect();
        let mut tx = db.begin(seat.board).await.expect("a transaction");
        publications::publish(&mut tx, &seat.keys, &posts)
            .await
            .expect("posts");
        tx.commit().await.expect("it is kept");
    }
    let (mut slowest, mut most) = (0.0_f64, 0);
    for person in people.iter().step_by(500) {
        let mut tx = db.read(seat.board).await.expect("a transaction");
        let mut best = f64::INFINITY;
        for _ in 0..5 {
            let from = Instant::now();
            let all = publications::with(&mut tx, &seat.keys, *person)
                .await
                .expect("posts");
            best = best.min(from.elapsed().as_secs_f64());
            most = most.max(all.len());
        }
        slowest = slowest.max(best);
    }
    let what = format!("everything public with somebody, one million depictions, {name}");
    let beside = format!("the slowest of 20 people on the clock, up to {most} posts each");
    section.asked(&what, "10 ms", &time(slowest), &beside, slowest <= 0.01);
    db.close().await;
}
