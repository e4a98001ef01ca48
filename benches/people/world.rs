//! Boards with schools with pupils, and the program over them.

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use cpu_time::ProcessTime;
use identity::store::roles::{self, RoleRow};
use identity::store::sessions::{self, Session};
use identity::{HeldRole, Identity, Keyring, Parts};
use jiff::Timestamp;
use jiff::civil::date;
use people::model::{Details, Group, Kind, Membership, Part, School, Sector, Span};
use people::store::persons::{self, Enrolment, NewPerson};
use people::store::{groups, mark, schools};
use people::{Answers, Later, People, SchoolYear};
use seal::{BoardKeys, Master};
use shell::{Files, FixedClock, Site, SystemChance};
use store::{Board, Db, Migration, NewBoard, Place};
use tower::ServiceExt;
use uuid::Uuid;
use words::{BoardId, GroupId, PersonId, PersonName, Role, SchoolId};

const NOW: &str = "2026-11-21T10:00:00Z";
const CLASS: usize = 30;
/// How often everything is measured; the best counts.
pub(crate) const ROUNDS: usize = 7;
/// How many pages in a round.
pub(crate) const REQUESTS: usize = 400;

pub(crate) fn migrations() -> Vec<Migration> {
    [
        decisions::MIGRATIONS,
        identity::MIGRATIONS,
        people::MIGRATIONS,
    ]
    .concat()
}

pub(crate) fn now() -> Timestamp {
    NOW.parse().expect("an instant")
}

/// Where pages are asked from.
#[derive(Clone)]
pub(crate) struct Seat {
    pub(crate) board: BoardId,
    pub(crate) keys: BoardKeys,
    pub(crate) group: GroupId,
    pub(crate) cookie: String,
}

/// Boards with schools with pupils, and the program over them.
pub(crate) struct World {
    pub(crate) db: Db,
    pub(crate) master: Arc<Master>,
    pub(crate) app: Router,
    pub(crate) seats: Vec<Seat>,
}

impl World {
    pub(crate) async fn new(place: Place, boards: usize, schools: usize, pupils: usize) -> Self {
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
    pub(crate) async fn page(&self, seat: &Seat) -> usize {
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
    pub(crate) async fn cost(&self, seats: &[Seat]) -> (f64, f64) {
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

pub(crate) fn app(db: &Db, master: &Arc<Master>) -> Router {
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
        Later::default(),
    ))
}

/// Begins a board with everybody in it, and signs its director in.
pub(crate) async fn board(
    db: &Db,
    master: &Master,
    n: usize,
    schools_: usize,
    pupils: usize,
) -> Seat {
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

pub(crate) fn somebody(n: usize) -> NewPerson {
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
