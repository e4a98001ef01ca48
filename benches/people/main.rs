//! The figures of people: what the page of somebody who signed in costs beside a bare handler that reads the same list, how quickly
//! the program is there with a hundred thousand people, and whether a page costs more when there are thousands of schools.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench stops at the first surprise, measures by the clock, and says how far it is"
)]

mod world;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use axum::routing::get;
use cpu_time::ProcessTime;
use store::{Db, Place, params};
use testkit::bench::{Section, thousands, time};
use testkit::database::{Folder, postgres};
use tower::ServiceExt;
use uuid::Uuid;
use words::BoardId;

use world::{REQUESTS, ROUNDS, Seat, World, app, migrations};

/// Large: 325 boards of 20 schools of 370 pupils.
const BOARDS: usize = 325;
const SCHOOLS: usize = 20;
const PUPILS: usize = 370;
/// From how many boards pages are asked in turn.
const ASKED: usize = 10;

fn main() -> ExitCode {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime");
    let mut section = Section::new(
        "people",
        "cargo bench --workspace --bench people -- --write",
    );
    runtime.block_on(async {
        let folder = Folder::new();
        let small = World::new(Place::Folder(folder.0.clone()), 1, 1, 300).await;
        beside_bare(&mut section, &small).await;
        cold(&mut section).await;
        let folder = Folder::new();
        grown(
            &mut section,
            "SQLite",
            small,
            Place::Folder(folder.0.clone()),
        )
        .await;
        if let (Some(one), Some(other)) = (postgres(), postgres()) {
            let small = World::new(one, 1, 1, 300).await;
            grown(&mut section, "PostgreSQL", small, other).await;
        }
    });
    section.finish()
}

/// A handler that reads the thirty of a group and opens their names, and does nothing else.
fn bare(db: &Db, seat: &Seat) -> Router {
    let (db, seat) = (db.clone(), seat.clone());
    Router::new().route(
        "/",
        get(move || {
            let (db, seat) = (db.clone(), seat.clone());
            async move {
                let mut tx = db.read(seat.board).await.expect("a transaction");
                let rows = tx
                    .all(
                        "SELECT p.id, p.sealed, k.wrapped FROM membership m \
                         JOIN person p ON p.board = m.board AND p.id = m.person \
                         JOIN subject_key k ON k.board = m.board AND k.subject = m.person \
                         WHERE m.board = $1 AND m.class_group = $2",
                        params![seat.group],
                    )
                    .await
                    .expect("rows");
                let mut page = String::new();
                for row in rows {
                    let id: Uuid = row.get("id").expect("an identity");
                    let key = seat
                        .keys
                        .subject(id, &row.get::<Vec<u8>>("wrapped").expect("a key"))
                        .expect("a key");
                    let place = seal::Place {
                        table: "person",
                        column: "sealed",
                        row: id,
                    };
                    let opened = key
                        .open(place, &row.get::<Vec<u8>>("sealed").expect("a value"))
                        .expect("it opens");
                    page.push_str(&String::from_utf8_lossy(&opened));
                }
                page
            }
        }),
    )
}

async fn beside_bare(section: &mut Section, world: &World) {
    let seat = world.seats.first().expect("a seat");
    let bare = bare(&world.db, seat);
    let (mut plain, mut ours) = (f64::INFINITY, f64::INFINITY);
    // Turn by turn, so that a busy moment of the machine falls on both.
    for _ in 0..3 {
        for _ in 0..ROUNDS {
            let from = ProcessTime::now();
            for _ in 0..REQUESTS {
                let request = Request::get("/").body(Body::empty()).expect("a request");
                let reply = bare.clone().oneshot(request).await.expect("an answer");
                std::hint::black_box(
                    to_bytes(reply.into_body(), usize::MAX)
                        .await
                        .expect("a page"),
                );
            }
            plain = plain.min(
                from.elapsed().as_secs_f64() / f64::from(u32::try_from(REQUESTS).expect("few")),
            );
        }
        ours = ours.min(world.cost(std::slice::from_ref(seat)).await.0);
    }
    section.asked(
        "page of somebody signed in, a group of 30, CPU",
        "2 times a bare handler that reads the same list",
        &format!("{:.2} times", ours / plain),
        &format!(
            "{} against {}: session, rights, page of HTML",
            time(ours),
            time(plain)
        ),
        ours / plain <= 2.0,
    );
}

/// A hundred thousand people of one board: from nothing to the first page.
async fn cold(section: &mut Section) {
    let folder = Folder::new();
    let place = Place::Folder(folder.0.clone());
    let world = World::new(place.clone(), 1, 250, 400).await;
    let seat = world.seats.first().expect("a seat").clone();
    world.db.close().await;
    let begun = Instant::now();
    let db = Db::open(&place, &migrations()).await.expect("a database");
    let again = World {
        app: app(&db, &world.master),
        db,
        master: Arc::clone(&world.master),
        seats: Vec::new(),
    };
    db_answers(&again.db, seat.board).await;
    let started = begun.elapsed().as_secs_f64();
    again.page(&seat).await;
    let first = begun.elapsed().as_secs_f64();
    section.asked(
        "cold start with 100 000 people in one board",
        "1 s",
        &time(started),
        &format!("to the first answer of the database; {} to the first page, for which their names are opened", time(first)),
        started <= 1.0,
    );
}

async fn db_answers(db: &Db, board: BoardId) {
    let mut tx = db.read(board).await.expect("a transaction");
    tx.one(
        "SELECT count(*) AS n FROM school WHERE board = $1",
        params![],
    )
    .await
    .expect("an answer");
}

async fn grown(section: &mut Section, name: &str, small: World, place: Place) {
    let one = small.cost(&small.seats).await;
    small.db.close().await;
    let large = World::new(place, BOARDS, SCHOOLS, PUPILS).await;
    let seats: Vec<Seat> = large
        .seats
        .iter()
        .step_by(BOARDS / ASKED)
        .cloned()
        .collect();
    let many = large.cost(&seats).await;
    // A database of its own works in another process: there the clock counts.
    let (before, after) = if name == "SQLite" {
        (one.0, many.0)
    } else {
        (one.1, many.1)
    };
    let people = thousands(&(BOARDS * SCHOOLS * PUPILS).to_string());
    section.asked(
        &format!(
            "a page with {} schools and {people} pupils, {name}",
            thousands(&(BOARDS * SCHOOLS).to_string())
        ),
        "1.5 times one school with 300",
        &format!("{:.2} times", after / before),
        &format!(
            "{} against {}; {} boards asked in turn, their names already opened",
            time(after),
            time(before),
            seats.len()
        ),
        after / before <= 1.5,
    );
    large.db.close().await;
}
