//! The figures of people: what the page of somebody who signed in costs beside a bare handler that reads the same list, how quickly
//! the program is there with a hundred thousand people, and whether a page costs more when there are thousands of schools.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench stops at the first surprise, measures by the clock, and says how far it is"
)]

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use axum::routing::get;
use cpu_time::ProcessTime;
use identity::store::roles::{self, RoleRow};
use identity::store::sessions::{self, Session};
use identity::{HeldRole, Identity, Keyring, Parts};
use jiff::Timestamp;
use jiff::civil::date;
use people::model::{Details, Group, Kind, Membership, Part, School, Sector, Span};
use people::store::persons::{self, Enrolment, NewPerson};
use people::store::{groups, mark, schools};
use people::{Answers, People, SchoolYear};
use seal::{BoardKeys, Master};
use shell::{Files, FixedClock, Site, SystemChance};
use store::{Board, Db, Migration, NewBoard, Place, params};
use testkit::bench::{Section, thousands, time};
use testkit::database::{Folder, postgres};
use tower::ServiceExt;
use uuid::Uuid;
use words::{BoardId, GroupId, PersonId, PersonName, Role, SchoolId};

const NOW: &str = "2026-11-21T10:00:00Z";
const CLASS: usize = 30;
/// Large: 325 boards of 20 schools of 370 pupils.
const BOARDS: usize = 325;
const SCHOOLS: usize = 20;
const PUPILS: usize = 370;
/// From how many boards pages are asked in turn.
const ASKED: usize = 10;
const ROUNDS: usize = 7;
const REQUESTS: usize = 400;

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

fn migrations() -> Vec<Migration> {
    [
        decisions::MIGRATIONS,
        identity::MIGRATIONS,
        people::MIGRATIONS,
    ]
    .concat()
}

fn now() -> Timestamp {
    NOW.parse().expect("an instant")
}

/// Where pages are asked from.
#[derive(Clone)]
struct Seat {
    board: BoardId,
    keys: BoardKeys,
    group: GroupId,
    cookie: String,
}

/// Boards with schools with pupils, and the program over them.
struct World {
    db: Db,
    master: Arc<Master>,
    app: Router,
    seats: Vec<Seat>,
}

impl World {
    async fn new(place: Place, boards: usize, schools: usize, pupils: usize) -> Self {
        let db = Db::open(&place, &migrations()).await.expect("a database");
        let master = Arc::new(Master::generate().expect("a key"));
        let begun = Instant::now();
        let mut seats = Vec::new();
        for n in 0..boards {
            seats.push(board(&db, &master, n, schools, pupils).await);
            if n % 50 == 49 {
                println!("{} boards after {} s", n + 1, begun.elapsed().as_secs());
            }
        }
        let app = app(&db, &master);
        Self {
            db,
            master,
            app,
            seats,
        }
    }

    /// The page of a group, as its director asks for it; its length.
    async fn page(&self, seat: &Seat) -> usize {
        let request = Request::get(format!("/groepen/{}", seat.group))
            .header(header::COOKIE, &seat.cookie)
            .body(Body::empty())
            .expect("a request");
        let reply = self.app.clone().oneshot(request).await.expect("an answer");
        assert_eq!(reply.status(), 200, "the page is shown");
        to_bytes(reply.into_body(), usize::MAX)
            .await
            .expect("a page")
            .len()
    }

    /// Seconds of CPU of this process, and on the clock, for one page: the best of some rounds over these seats in turn.
    async fn cost(&self, seats: &[Seat]) -> (f64, f64) {
        let (mut cpu, mut wall) = (f64::INFINITY, f64::INFINITY);
        for seat in seats {
            self.page(seat).await;
        }
        for _ in 0..ROUNDS {
            let (from, begun) = (ProcessTime::now(), Instant::now());
            for n in 0..REQUESTS {
                self.page(seats.get(n % seats.len()).expect("a seat")).await;
            }
            let requests = f64::from(u32::try_from(REQUESTS).expect("few"));
            cpu = cpu.min(from.elapsed().as_secs_f64() / requests);
            wall = wall.min(begun.elapsed().as_secs_f64() / requests);
        }
        (cpu, wall)
    }
}

fn app(db: &Db, master: &Arc<Master>) -> Router {
    let clock = Arc::new(FixedClock::at(now()));
    let identity = Identity::new(Parts {
        db: db.clone(),
        keyring: Keyring::new(db.clone(), Arc::clone(master)),
        clock: Arc::clone(&clock) as _,
        chance: Arc::new(SystemChance),
        site: Arc::new(Site::new(Files::default())),
        directory: Arc::new(Answers::new(clock, Arc::new(SystemChance))),
        config: identity::Config {
            menu: Arc::new(|caller| people::menu(caller, caller.locale)),
            ..identity::Config::default()
        },
        origins: shell::Origins::new(["http://localhost".to_owned()]),
    });
    people::routes(People::new(
        identity.expect("signing in"),
        Vec::new(),
        Vec::new(),
    ))
}

/// Begins a board with everybody in it, and signs its director in.
async fn board(db: &Db, master: &Master, n: usize, schools_: usize, pupils: usize) -> Seat {
    let board = BoardId(Uuid::now_v7());
    let (keys, wrapped_key) = master.new_board(board).expect("keys");
    let (slug, name) = (format!("bestuur-{n}"), format!("Bestuur {n}"));
    db.found(NewBoard {
        board: Board {
            id: board,
            slug,
            name,
            wrapped_key,
        },
        at: now(),
    })
    .await
    .expect("a board");
    let year = SchoolYear::of(date(2026, 11, 21));
    let span = Span {
        from: year.first_day(),
        until: Some(year.last_day()),
    };
    let (mut everybody, mut enrolments, mut members, mut classes) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut tx = db.begin(board).await.expect("a transaction");
    for at in 0..schools_ {
        let school = School {
            id: SchoolId(Uuid::now_v7()),
            name: format!("School {at}"),
            brin: None,
            protocol: None,
            sector: Sector::Po,
        };
        schools::keep(&mut tx, &school).await.expect("a school");
        for pupil in 0..pupils {
            if pupil % CLASS == 0 {
                let name = format!("{}", pupil / CLASS + 1);
                let id = GroupId(Uuid::now_v7());
                classes.push((
                    Group {
                        id,
                        school: school.id,
                        year,
                        name,
                        kind: Kind::Class,
                        levels: (5, 5),
                    },
                    None,
                ));
            }
            let group = classes.last().expect("a class").0.id;
            let person = somebody(pupil);
            enrolments.push(Enrolment {
                pupil: person.id,
                school: school.id,
                span,
            });
            members.push(Membership {
                person: person.id,
                group,
                part: Part::Pupil,
                level: 5,
                span,
            });
            everybody.push(person);
        }
    }
    let director = somebody(0);
    let director_id = director.id;
    everybody.push(director);
    let number = mark(&mut tx).await.expect("a number");
    groups::add(&mut tx, &classes).await.expect("classes");
    persons::add(&mut tx, &keys, number, now(), &everybody)
        .await
        .expect("people");
    persons::enrol(&mut tx, &enrolments)
        .await
        .expect("enrolments");
    groups::place(&mut tx, &members).await.expect("members");
    let held = HeldRole::everywhere(Role::Bestuur);
    let leads = HeldRole {
        school: classes.first().map(|(group, _)| group.school),
        ..HeldRole::everywhere(Role::Directeur)
    };
    let given = [held, leads].map(|held| RoleRow {
        id: Uuid::now_v7(),
        person: director_id,
        held,
        from: date(2020, 1, 1),
        until: None,
    });
    roles::give_many(&mut tx, &given).await.expect("roles");
    let (id, secret) = (
        Uuid::now_v7(),
        format!("{board}.{}", Uuid::now_v7().as_simple()),
    );
    let session = Session {
        id,
        person: director_id,
        means: "passkey".into(),
        device: String::new(),
        begun: now(),
        seen: now(),
        stepped_up: Some(now()),
    };
    sessions::begin(&mut tx, &session, identity::store::hash(&secret))
        .await
        .expect("a session");
    tx.commit().await.expect("it is kept");
    let group = classes.first().expect("a class").0.id;
    Seat {
        board,
        keys,
        group,
        cookie: format!("{}={secret}", shell::cookie::SESSION),
    }
}

fn somebody(n: usize) -> NewPerson {
    const CALLS: [&str; 8] = [
        "Daan", "Fatima", "Sem", "Noor", "Zoë", "Emre", "Julia", "Kwame",
    ];
    const FAMILIES: [&str; 7] = [
        "Vries", "Yılmaz", "Jansen", "Bakker", "Ouali", "Visser", "Mensah",
    ];
    let pick = |from: &[&str]| {
        from.get(n % from.len())
            .copied()
            .unwrap_or_default()
            .to_owned()
    };
    let name = PersonName {
        call: pick(&CALLS),
        family: pick(&FAMILIES),
        ..PersonName::default()
    };
    let details = Details {
        name,
        born: Some(date(2015, 3, 14)),
        email: None,
    };
    NewPerson {
        id: PersonId(Uuid::now_v7()),
        details,
        source: None,
    }
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
