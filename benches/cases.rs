//! The figures of cases: lists and searches with a hundred thousand cases beside those with a hundred, and the memory of a dossier of 50 MB on its way out.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a bench stops at the first surprise"
)]

use std::process::ExitCode;
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::{Request, header};
use cases::Cases;
use cases::model::{Account, Case, Event, File, InForce, Number, Record, State, Way};
use cases::store::{cases as rows, events, pieces};
use channels::{Channels, Reach};
use cpu_time::ProcessTime;
use identity::store::sessions::{self, Session};
use jiff::SignedDuration;
use people::Later;
use schoolhouse::{Ground, House};
use store::{Value, params};
use testkit::bench::{Section, short, time};
use uuid::Uuid;
use words::{PersonId, Role};

/// So many cases there are first, and so many at the end.
const FEW: i64 = 100;
const MANY: i64 = 100_000;
/// Each page is asked for in so many rounds of so many, and the quickest round counts. On one core: how the threads of program and
/// database fall on two makes some rounds three times as slow, with few cases as with many.
const ROUNDS: u32 = 30;
const TIMES: u32 = 5;
/// So many files of so many pieces: 50 MB.
const FILES: usize = 10;
const PIECES: i64 = 10;

/// What one database said: pages with few and with many, and memory in megabytes.
struct Measured {
    pages: Vec<(&'static str, f64, f64)>,
    memory: f64,
    sent: usize,
    frame: usize,
}

fn main() -> ExitCode {
    let all = [
        decisions::MIGRATIONS,
        identity::MIGRATIONS,
        people::MIGRATIONS,
        channels::MIGRATIONS,
        cases::MIGRATIONS,
    ];
    let measured: Arc<Mutex<Vec<Measured>>> = Arc::default();
    let told = Arc::clone(&measured);
    schoolhouse::on_both(&all, move |ground| {
        let told = Arc::clone(&told);
        async move {
            let one = measure(ground).await;
            told.lock().unwrap().push(one);
        }
    });
    let mut section = Section::new(
        "cases",
        "taskset -c 0 cargo bench --workspace --bench cases -- --write",
    );
    let names = ["SQLite", "PostgreSQL"];
    for (name, one) in names.iter().zip(measured.lock().unwrap().iter()) {
        for (what, few, many) in &one.pages {
            section.asked(
                &format!("{what}, {MANY} cases beside {FEW}, {name}"),
                "1.5 times",
                &format!("{:.2} times", many / few),
                &format!("{} beside {} CPU of this program", time(*many), time(*few)),
                many / few <= 1.5,
            );
        }
        section.asked(
            &format!(
                "memory of the whole process while a dossier of {} MB leaves, {name}",
                one.sent / 1_000_000
            ),
            "100 MB",
            &format!("{} MB", short(one.memory)),
            &format!("the largest piece that left: {} kB", one.frame / 1_000),
            one.memory <= 100.0,
        );
    }
    section.finish()
}

async fn measure(ground: Ground) -> Measured {
    let people = ground.people_with(identity::Config::default(), Later::default());
    let channels = Channels::new(people.clone(), Reach::Loopback).expect("channels");
    let us = Cases::new(
        people.clone(),
        channels,
        mail::Trust::of_machine().expect("certificates"),
    );
    let house = ground.house(people::routes(people).merge(cases::routes(us)), Vec::new());
    let head = house.who(Role::Directeur);
    let cookie = signed_in(&house, head).await;
    let leads = signed_in(&house, house.who(Role::Teamleider)).await;
    let case = large(&house, head).await;
    let (memory, sent, frame) = dossier(&house, &cookie, case).await;
    fill(&house, 1..FEW).await;
    let few = pages(&house, &cookie, &leads).await;
    fill(&house, FEW..MANY).await;
    let many = pages(&house, &cookie, &leads).await;
    let pages = few
        .into_iter()
        .zip(many)
        .map(|((what, few), (_, many))| (what, few, many));
    Measured {
        pages: pages.collect(),
        memory,
        sent,
        frame,
    }
}

async fn signed_in(house: &House, who: PersonId) -> String {
    let now = house.now();
    let id = Uuid::now_v7();
    let secret = format!("{}.{}", house.demo.board, id.as_simple());
    let session = Session {
        id,
        person: who,
        means: "passkey".into(),
        device: String::new(),
        begun: now,
        seen: now,
        stepped_up: Some(now),
    };
    let mut tx = house.db.begin(house.demo.board).await.unwrap();
    sessions::begin(&mut tx, &session, identity::store::hash(&secret))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    secret
}

fn fresh(house: &House, number: i64) -> Case {
    let ago = SignedDuration::from_mins(MANY - number);
    let at = house.now().saturating_sub(ago).unwrap();
    Case {
        id: Uuid::now_v7(),
        number: Number {
            year: 2026,
            serial: 0,
        },
        school: house.demo.school,
        state: State::Open,
        way: Way::Form,
        urgent: false,
        to_board: false,
        reporter: None,
        reporter_role: None,
        has_code: false,
        received_at: at,
        opened_at: Some(at),
        closed_at: None,
        touched_at: at,
        forget_at: None,
        hold_until: None,
        in_force: Some(InForce {
            protocol: "demare".to_owned(),
            version: "1.0".to_owned(),
        }),
        articles: Vec::new(),
    }
}

/// A case with 50 MB of evidence.
async fn large(house: &House, by: PersonId) -> Uuid {
    let keys = house.keys().await;
    let mut tx = house.db.begin(house.demo.board).await.unwrap();
    let mut case = fresh(house, 0);
    let key = rows::begin(&mut tx, &keys, &mut case, &Account::default(), None)
        .await
        .unwrap();
    let mut state = 0x9e37_79b9_u64;
    for number in 0..FILES {
        let id = Uuid::now_v7();
        for part in 0..PIECES {
            let bytes: Vec<u8> = (0..pieces::PIECE)
                .map(|_| {
                    // xorshift64: bytes that do not pack, the same in every run.
                    state ^= state << 13;
                    state ^= state >> 7;
                    state ^= state << 17;
                    state.to_be_bytes()[0]
                })
                .collect();
            pieces::add(&mut tx, &key, (case.id, id), part, &bytes)
                .await
                .unwrap();
        }
        let size = u64::try_from(PIECES).unwrap() * u64::try_from(pieces::PIECE).unwrap();
        let event = Event {
            id,
            about: None,
            at: house.now(),
            by: Some(by),
            role: Some(Role::Directeur),
            due: None,
            done_at: None,
            record: Record::Evidence {
                text: "Een film.".to_owned(),
                link: None,
                file: Some(File {
                    name: format!("film {number}.mp4"),
                    size,
                    sha256: String::new(),
                }),
            },
        };
        events::add(&mut tx, &key, case.id, &[event]).await.unwrap();
    }
    tx.commit().await.unwrap();
    case.id
}

/// Takes the dossier as a browser does, and keeps nothing of it: the most memory of this process meanwhile, what came, the largest piece.
async fn dossier(house: &House, cookie: &str, case: Uuid) -> (f64, usize, usize) {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
    let form = format!("csrf={}&voor=school", shell::origin::form_token(cookie));
    let request = Request::post(format!("/zaken/{}/dossier", case.as_simple()))
        .header(
            header::COOKIE,
            format!("{}={cookie}", shell::cookie::SESSION),
        )
        .header(header::ORIGIN, "http://localhost")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(form))
        .unwrap();
    let response = house.bare(request).await;
    assert_eq!(response.status(), 200);
    let mut body = response.into_body();
    let (mut sent, mut largest) = (0, 0);
    while let Some(piece) = next(&mut body).await {
        sent += piece;
        largest = largest.max(piece);
    }
    assert!(sent > 50_000_000, "{sent}");
    (peak(), sent, largest)
}

/// The length of the next piece of a body.
async fn next(body: &mut Body) -> Option<usize> {
    use axum::body::HttpBody as _;
    let frame =
        std::future::poll_fn(|context| std::pin::Pin::new(&mut *body).poll_frame(context)).await?;
    let data = frame.expect("it is whole").into_data();
    Some(data.map_or(0, |data| data.len()))
}

/// The most memory of this process since it was last looked at, in megabytes.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM"))
        .unwrap();
    let kilobytes: f64 = line.split_whitespace().nth(1).unwrap().parse().unwrap();
    kilobytes / 1024.0
}

/// Adds cases as rows: what is sealed of them is not looked at by a list.
async fn fill(house: &House, numbers: std::ops::Range<i64>) {
    let (lead, board) = (house.who(Role::Teamleider), house.demo.board);
    let numbers: Vec<i64> = numbers.collect();
    for some in numbers.chunks(2_000) {
        let mut tx = house.db.begin(board).await.unwrap();
        let (mut files, mut seats, mut parties, mut tasks) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for number in some {
            let case = fresh(house, *number);
            // Of a hundred there are more than a page of each list that is asked for.
            let state = if number % 10 < 5 {
                State::Open
            } else {
                State::Signal
            };
            files.push(params![
                case.id,
                case.school,
                2026_i64,
                number + 10,
                state.key(),
                case.way.key(),
                false,
                false,
                case.received_at,
                case.opened_at,
                case.touched_at,
                serde_json::json!([]),
                vec![0_u8; 200]
            ]);
            let who = if *number < FEW {
                lead
            } else {
                PersonId::from(Uuid::now_v7())
            };
            seats.push(params![case.id, who, "leidt"]);
            parties.push(params![
                case.id,
                Uuid::now_v7(),
                PersonId::from(Uuid::now_v7()),
                "gedaan",
                vec![0_u8; 40]
            ]);
            let due: Value = case.received_at.into();
            tasks.push(params![
                case.id,
                Uuid::now_v7(),
                "task",
                case.received_at,
                due,
                vec![0_u8; 80]
            ]);
        }
        for (sql, rows) in [
            (
                "INSERT INTO case_file (board, id, school, year, serial, state, way, urgent, to_board, received_at, opened_at, touched_at, \
                 articles, sealed) VALUES",
                files,
            ),
            (
                "INSERT INTO case_seat (board, case_id, person, seat) VALUES",
                seats,
            ),
            (
                "INSERT INTO case_party (board, case_id, id, person, part, sealed) VALUES",
                parties,
            ),
            (
                "INSERT INTO case_event (board, case_id, id, kind, at, due, sealed) VALUES",
                tasks,
            ),
        ] {
            tx.many(sql, rows).await.unwrap();
        }
        tx.commit().await.unwrap();
    }
}

/// Takes a page as a browser does.
async fn look(house: &House, address: &str, cookie: &str) {
    let request = Request::get(address)
        .header(
            header::COOKIE,
            format!("{}={cookie}", shell::cookie::SESSION),
        )
        .body(Body::empty())
        .unwrap();
    let mut body = house.bare(request).await.into_body();
    while next(&mut body).await.is_some() {}
}

/// CPU seconds of this process for one look at each page.
async fn pages(house: &House, head: &str, leads: &str) -> Vec<(&'static str, f64)> {
    let mut all = Vec::new();
    // Whatever is asked for first in a process that did nothing yet is cheaper than the same a second later.
    for _ in 0..200 {
        look(house, "/zaken", head).await;
    }
    for (what, address, cookie) in [
        ("the list of what is new", "/zaken", head),
        ("the list of what is handled", "/zaken?staat=open", head),
        ("the list of who leads fifty", "/zaken?staat=open", leads),
        ("a search by number", "/zaken?zoek=2026-50", head),
        ("a search by name", "/zaken?zoek=ja", head),
    ] {
        let mut best = f64::MAX;
        for _ in 0..ROUNDS {
            let begun = ProcessTime::now();
            for _ in 0..TIMES {
                look(house, address, cookie).await;
            }
            best = best.min(begun.elapsed().as_secs_f64() / f64::from(TIMES));
        }
        all.push((what, best));
    }
    all
}
