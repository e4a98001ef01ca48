//! Ten thousand publications are due at once, at three slow websites that now and then lose an answer, break, or say nothing; four
//! processes publish them and are killed again and again with a signal that nobody can catch. By hand, some twenty minutes:
//!
//! `cargo nextest run -p publishing --run-ignored only killed --no-capture`
//!
//! `DUE` says how many, where ten thousand is too long. The clock of the processes runs [`FASTER`] than that on the wall, so that a lease
//! of five minutes that a dead process left ends within the test.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "processes are killed by the clock on the wall, and it takes long enough to say how far it is"
)]

use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant, SystemTime};

use channels::model::{Account, Kind};
use channels::stand_in;
use channels::store::accounts;
use channels::{Channels, Reach};
use identity::{Identity, Keyring, Parts};
use jiff::{SignedDuration, Timestamp};
use people::directory::Directories;
use people::store::schools;
use people::{Answers, Later, People};
use publishing::gather::{Known, Looked, usual};
use publishing::post::model::{Approval, Publication, Stage};
use publishing::post::release::Release;
use publishing::post::signed;
use publishing::store::{publications, releases};
use publishing::{ByRegister, Publishing};
use schoolhouse::Ground;
use seal::Master;
use shell::{Clock, Files, Site, SystemChance};
use store::jobs::{Ending, Runner, handler};
use store::{Db, NewJob, Place, params};
use testkit::database::{Folder, postgres};
use uuid::Uuid;
use words::{Channel, Role};

use crate::house::MIGRATIONS;
use crate::slow::{SECRET, WEBSITES, Websites};

/// So many times as fast as the clock on the wall.
const FASTER: i64 = 10;
const PROCESSES: usize = 4;
const SEND: &str = "publication_send";
/// By which a process knows what to do: where the database is, the key, and when the story began.
const CHILD: &str = "PLEINWACHT_TEST_KILLED";

/// A clock that all processes share, and that is fast.
struct Fast {
    began: Timestamp,
    on_the_wall: SystemTime,
}

impl Clock for Fast {
    fn now(&self) -> Timestamp {
        let passed = self.on_the_wall.elapsed().unwrap_or_default().as_micros();
        let passed = i64::try_from(passed).unwrap() * FASTER;
        self.began + SignedDuration::from_micros(passed)
    }
}

#[test]
#[ignore = "twenty minutes: by hand"]
fn ten_thousand_due_publications_survive_processes_that_are_killed() {
    if let Ok(work) = std::env::var(CHILD) {
        runtime().block_on(a_process(&work));
        return;
    }
    let due: usize = std::env::var("DUE").map_or(10_000, |text| text.parse().unwrap());
    runtime().block_on(async {
        let folder = Folder::new();
        story("SQLite", Place::Folder(folder.0.clone()), due).await;
        match postgres() {
            Some(place) => story("PostgreSQL", place, due).await,
            None => eprintln!("SKIPPED: there is no PostgreSQL for this test"),
        }
    });
}

fn runtime() -> tokio::runtime::Runtime {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder.worker_threads(2).enable_all().build().unwrap()
}

async fn open(place: &Place) -> Db {
    Db::open(place, &MIGRATIONS.concat()).await.unwrap()
}

async fn story(name: &str, place: Place, due: usize) {
    let websites = Websites::open().await;
    let ground = Ground::on(open(&place).await).await;
    let began = Clock::now(&*ground.clock);
    fill(&ground, &websites, due).await;
    let work = Work {
        place,
        key: ground.master.to_text().to_string(),
        began,
        on_the_wall: SystemTime::now(),
    };
    let from = Instant::now();
    let mut processes: Vec<Child> = (0..PROCESSES).map(|_| work.process()).collect();
    let (mut killed, mut left) = (0_usize, due);
    for round in 0.. {
        tokio::time::sleep(Duration::from_millis(5_000 + 1_310 * (round % 9))).await;
        left = open_jobs(&ground).await;
        if left == 0 || from.elapsed() > Duration::from_mins(40) {
            break;
        }
        let at = usize::try_from(round * 7 % 5).unwrap() % PROCESSES;
        processes[at].kill().unwrap();
        processes[at].wait().unwrap();
        processes[at] = work.process();
        killed += 1;
        if round % 5 == 0 {
            eprintln!("{name}: {left} left, killed {killed} times");
        }
    }
    for process in &mut processes {
        process.kill().unwrap();
        process.wait().unwrap();
    }
    let standings = standings(&ground).await;
    let (posts, own) = websites.posts();
    eprintln!(
        "{name}: {due} due, {posts} public, {own} of them different, {left} jobs left, killed {killed} times, {} answers lost or refused, {} s; {standings:?}",
        websites.faults.load(Ordering::Relaxed),
        from.elapsed().as_secs()
    );
    assert_eq!((posts, own), (due, due), "each once, none twice, none lost");
    assert_eq!(
        standings,
        [("openbaar".to_owned(), i64::try_from(due).unwrap())]
    );
    ground.db.close().await;
}

/// What a process is told.
struct Work {
    place: Place,
    key: String,
    began: Timestamp,
    on_the_wall: SystemTime,
}

impl Work {
    fn process(&self) -> Child {
        let place = match &self.place {
            Place::Folder(folder) => folder.display().to_string(),
            Place::Postgres(address) => address.clone(),
        };
        let since = self.on_the_wall.duration_since(SystemTime::UNIX_EPOCH);
        let since = since.unwrap().as_micros();
        let work = format!("{place}\n{}\n{}\n{since}", self.key, self.began);
        let mut command = Command::new(std::env::current_exe().unwrap());
        let test = "killed::ten_thousand_due_publications_survive_processes_that_are_killed";
        command.args(["--exact", test, "--ignored", "--nocapture"]);
        command.env(CHILD, work).stdout(Stdio::null());
        command.spawn().unwrap()
    }
}

/// Publishes what is due, until it is killed.
async fn a_process(work: &str) {
    let parts: Vec<&str> = work.split('\n').collect();
    let place = if parts[0].starts_with("postgres") {
        Place::Postgres(parts[0].to_owned())
    } else {
        Place::Folder(parts[0].into())
    };
    let since = Duration::from_micros(parts[3].parse().unwrap());
    let clock: Arc<dyn Clock> = Arc::new(Fast {
        began: parts[2].parse().unwrap(),
        on_the_wall: SystemTime::UNIX_EPOCH + since,
    });
    let db = open(&place).await;
    let master = Arc::new(Master::from_text(parts[1]).unwrap());
    let identity = Identity::new(Parts {
        db: db.clone(),
        keyring: Keyring::new(db.clone(), master),
        clock: Arc::clone(&clock),
        chance: Arc::new(SystemChance),
        site: Arc::new(Site::new(Files::default())),
        directory: Arc::new(Answers::new(Arc::clone(&clock), Arc::new(SystemChance))),
        config: identity::Config::default(),
        origins: shell::Origins::new(["http://localhost".to_owned()]),
    });
    let protocols = vec![("demare".to_owned(), "De Mare".to_owned())];
    let people = People::new(identity.unwrap(), protocols, Later::default());
    let us = publishing_over(people);
    let mut jobs = publishing::jobs::jobs(&us);
    jobs.retain(|(kind, _)| *kind == SEND);
    // What else is queued is not what this is about.
    for kind in ["mail", "publication_late"] {
        jobs.push((kind, handler(|_, _, _| async { Ok(Ending::Done) })));
    }
    let runner = Runner::new(db, move || clock.now(), jobs);
    runner.run(std::future::pending()).await;
}

fn publishing_over(people: People) -> Publishing {
    let channels = Channels::new(people.clone(), Reach::Loopback).unwrap();
    Publishing::new(people, Box::new(ByRegister), channels)
}

/// Everything released and due, shared out over the three websites.
async fn fill(ground: &Ground, websites: &Websites, due: usize) {
    let people = ground.people_with(identity::Config::default(), Later::default());
    let us = publishing_over(people);
    let (db, demo, now) = (&ground.db, &ground.demo, Clock::now(&*ground.clock));
    let board = db.board(demo.board).await.unwrap().unwrap();
    let keys = ground.master.board(demo.board, &board.wrapped_key).unwrap();
    let who = |role| {
        demo.faces
            .iter()
            .find(|face| face.role == role)
            .unwrap()
            .person
    };
    let (author, releaser) = (who(Role::Leraar), who(Role::Pr));
    let mut tx = db.begin(demo.board).await.unwrap();
    let school = schools::school(&mut tx, demo.school)
        .await
        .unwrap()
        .unwrap();
    let names = Directories::default();
    let names = names
        .of(&mut tx, &keys, shell::clock::today(now))
        .await
        .unwrap();
    let mut at = Vec::new();
    for (slug, _) in WEBSITES {
        let account = Account {
            id: Uuid::now_v7(),
            school: demo.school,
            channel: Channel::Website,
            kind: Kind::WordPress,
            name: slug.to_owned(),
            address: stand_in::address(&websites.origin, slug),
            user: stand_in::USER.to_owned(),
            has_secret: true,
            owner: releaser,
            state: channels::model::State::Used,
            looked: None,
            token: Uuid::now_v7().simple().to_string(),
        };
        accounts::add(&mut tx, &keys, &account, Some(SECRET), now)
            .await
            .unwrap();
        at.push(account.id);
    }
    let mut first = Publication {
        id: Uuid::now_v7(),
        school: demo.school,
        group: None,
        author,
        role: Role::Leraar,
        stage: Stage::Approved,
        revision: 1,
        due: None,
        made_at: now,
        changed_at: now,
        approval: None,
        content: usual(&mut tx, &keys, demo.school).await.unwrap(),
    };
    "Bericht".clone_into(&mut first.content.title);
    "De radijsjes zijn geoogst.".clone_into(&mut first.content.text);
    "Het gaat over onze moestuin.".clone_into(&mut first.content.reason);
    let known = Known {
        keys: &keys,
        names: &names,
        school: &school,
        day: shell::clock::today(now),
    };
    let looked = us
        .look(&mut tx, known, &first, Some(Role::Pr))
        .await
        .unwrap();
    for key in looked.panel.asked {
        let so = key == "activiteit" || key == "praktisch";
        first.content.answers.insert(key, so);
    }
    let looked = us
        .look(&mut tx, known, &first, Some(Role::Pr))
        .await
        .unwrap();
    assert!(!looked.panel.blocks(), "{:?}", looked.panel.findings);
    tx.commit().await.unwrap();
    for from in (0..due).step_by(500) {
        let mut tx = db.begin(demo.board).await.unwrap();
        for n in from..due.min(from + 500) {
            let mut one = first.clone();
            one.id = Uuid::now_v7();
            one.content.title = format!("Bericht {n}");
            one.content.accounts = [at[n % at.len()]].into();
            released(&mut tx, (&us, &keys, &looked), one, releaser).await;
        }
        tx.commit().await.unwrap();
    }
}

async fn released(
    tx: &mut store::Tx,
    (us, keys, looked): (&Publishing, &seal::BoardKeys, &Looked),
    mut one: Publication,
    by: words::PersonId,
) {
    let parts = us.parts(tx, keys, &one, looked).await.unwrap();
    one.approval = Some(Approval {
        by,
        role: Some(Role::Pr),
        at: one.made_at,
        revision: one.revision,
        digest: signed::digest(&parts),
    });
    publications::add(tx, keys, &one).await.unwrap();
    publications::keep(tx, keys, &one).await.unwrap();
    publications::sign(tx, one.id, &parts).await.unwrap();
    let account = *one.content.accounts.first().unwrap();
    let place = (account, Channel::Website);
    let release = Release::planned(Uuid::now_v7(), one.id, place, one.made_at, one.made_at);
    releases::keep(tx, one.school, &release).await.unwrap();
    let job = NewJob {
        kind: SEND,
        key: format!("{}/{}", release.id.as_simple(), one.revision),
        payload: serde_json::json!({ "id": release.id }),
        due: one.made_at,
    };
    tx.job(job).await.unwrap();
}

async fn open_jobs(ground: &Ground) -> usize {
    let mut tx = ground.db.read(ground.demo.board).await.unwrap();
    let sql = "SELECT count(*) AS n FROM job WHERE board = $1 AND kind = $2 AND state <> 'done' AND state <> 'dead'";
    let row = tx.one(sql, params![SEND]).await.unwrap();
    let n: i64 = row.get("n").unwrap();
    usize::try_from(n).unwrap()
}

async fn standings(ground: &Ground) -> Vec<(String, i64)> {
    let mut tx = ground.db.read(ground.demo.board).await.unwrap();
    let sql = "SELECT standing, count(*) AS n FROM publication_release WHERE board = $1 GROUP BY standing ORDER BY standing";
    let rows = tx.all(sql, params![]).await.unwrap();
    let one = |row: &store::Row| (row.get("standing").unwrap(), row.get("n").unwrap());
    rows.iter().map(one).collect()
}
