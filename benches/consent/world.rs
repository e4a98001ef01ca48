//! A board to ask at: schools with classes, pupils and guardians, and what the school asks them.

use std::sync::Arc;

use consent::Consent;
use consent::model::{Answer, Capacity, Cell, Event, How, Purpose};
use consent::store::{events, purposes};
use consent::{rules, usual};
use identity::{Identity, Keyring, Parts};
use jiff::Timestamp;
use jiff::civil::date;
use people::model::{
    Authority, Details, Group, Guardianship, Kind, Membership, Part, Relation, School, Sector, Span,
};
use people::store::persons::{self, Enrolment, NewPerson};
use people::store::{groups, guardians, mark, schools};
use people::{Answers, Later, People, SchoolYear};
use seal::{BoardKeys, Master};
use shell::{Files, FixedClock, Site, SystemChance};
use store::{Board, Db, Migration, NewBoard, Tx};
use uuid::Uuid;
use words::{BoardId, GroupId, Locale, PersonId, PersonName, SchoolId};

const NOW: &str = "2026-11-21T10:00:00Z";
const CLASS: usize = 30;

pub(crate) fn migrations() -> Vec<Migration> {
    [
        decisions::MIGRATIONS,
        identity::MIGRATIONS,
        people::MIGRATIONS,
        consent::MIGRATIONS,
    ]
    .concat()
}

pub(crate) fn now() -> Timestamp {
    NOW.parse().expect("an instant")
}

/// A school of a board, and one class of it.
#[derive(Clone)]
pub(crate) struct Seat {
    pub(crate) board: BoardId,
    pub(crate) keys: BoardKeys,
    pub(crate) school: SchoolId,
    pub(crate) group: GroupId,
    /// The pupils of the class.
    pub(crate) pupils: Vec<PersonId>,
}

/// The slice over a database.
pub(crate) fn us(db: &Db, master: &Arc<Master>) -> Consent {
    let clock = Arc::new(FixedClock::at(now()));
    let identity = Identity::new(Parts {
        db: db.clone(),
        keyring: Keyring::new(db.clone(), Arc::clone(master)),
        clock: Arc::clone(&clock) as _,
        chance: Arc::new(SystemChance),
        site: Arc::new(Site::new(Files::default())),
        directory: Arc::new(Answers::new(clock, Arc::new(SystemChance))),
        config: identity::Config::default(),
        origins: shell::Origins::new(["http://localhost".to_owned()]),
    });
    let identity = identity.expect("signing in");
    Consent::new(People::new(identity, Vec::new(), Later::default()))
}

/// Begins a board with this many schools of this many pupils, each with so many guardians who represent it.
pub(crate) async fn board(db: &Db, master: &Master, many: (usize, usize, usize)) -> Seat {
    let (schools_, pupils, adults) = many;
    let board = BoardId(Uuid::now_v7());
    let (keys, wrapped_key) = master.new_board(board).expect("keys");
    let made = NewBoard {
        board: Board {
            id: board,
            slug: format!("bestuur-{}", Uuid::now_v7().simple()),
            name: "Bestuur".into(),
            wrapped_key,
        },
        at: now(),
    };
    db.found(made).await.expect("a board");
    let mut tx = db.begin(board).await.expect("a transaction");
    let number = mark(&mut tx).await.expect("a number");
    let mut seat = None;
    for at in 0..schools_ {
        let (school, group, class) = school(&mut tx, &keys, number, (pupils, adults)).await;
        if at == 0 {
            seat = Some(Seat {
                board,
                keys: keys.clone(),
                school,
                group,
                pupils: class,
            });
        }
    }
    tx.commit().await.expect("it is kept");
    seat.expect("a school")
}

async fn school(
    tx: &mut Tx,
    keys: &BoardKeys,
    number: i64,
    (pupils, adults): (usize, usize),
) -> (SchoolId, GroupId, Vec<PersonId>) {
    let year = SchoolYear::of(date(2026, 11, 21));
    let span = Span {
        from: year.first_day(),
        until: Some(year.last_day()),
    };
    let school = School {
        id: SchoolId(Uuid::now_v7()),
        name: "School".into(),
        brin: None,
        protocol: None,
        sector: Sector::Po,
    };
    schools::keep(tx, &school).await.expect("a school");
    let (mut everybody, mut enrolments, mut members, mut classes, mut bonds) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for n in 0..pupils {
        if n % CLASS == 0 {
            let group = Group {
                id: GroupId(Uuid::now_v7()),
                school: school.id,
                year,
                name: format!("{}", n / CLASS + 1),
                kind: Kind::Class,
                levels: (5, 5),
            };
            classes.push((group, None));
        }
        let pupil = somebody(n, None);
        enrolments.push(Enrolment {
            pupil: pupil.id,
            school: school.id,
            span,
        });
        members.push(Membership {
            person: pupil.id,
            group: classes.last().expect("a class").0.id,
            part: Part::Pupil,
            level: 5,
            span,
        });
        for adult in 0..adults {
            let guardian = somebody(n, Some(format!("ouder{n}-{adult}@mail.example")));
            bonds.push(Guardianship {
                pupil: pupil.id,
                guardian: guardian.id,
                relation: Relation::Parent,
                authority: Authority::Yes,
                confirmed: Some((guardian.id, now())),
                span,
            });
            everybody.push(guardian);
        }
        everybody.push(pupil);
    }
    groups::add(tx, &classes).await.expect("classes");
    persons::add(tx, keys, number, now(), &everybody)
        .await
        .expect("people");
    persons::enrol(tx, &enrolments).await.expect("enrolments");
    groups::place(tx, &members).await.expect("members");
    guardians::add(tx, &bonds).await.expect("guardians");
    let first = classes.first().expect("a class").0.id;
    let class = members
        .iter()
        .filter(|one| one.group == first)
        .map(|one| one.person);
    (school.id, first, class.collect())
}

fn somebody(n: usize, email: Option<String>) -> NewPerson {
    let calls = [
        "Daan", "Fatima", "Sem", "Noor", "Zoë", "Emre", "Julia", "Kwame",
    ];
    let name = PersonName {
        call: calls
            .get(n % calls.len())
            .copied()
            .unwrap_or_default()
            .to_owned(),
        family: format!("Vries{}", n % 1_000),
        ..PersonName::default()
    };
    let details = Details {
        name,
        born: email.is_none().then(|| date(2016, 3, 14)),
        email,
    };
    NewPerson {
        id: PersonId(Uuid::now_v7()),
        details,
        source: None,
    }
}

/// The school of a seat asks what schools usually ask; what it asks.
pub(crate) async fn asks(db: &Db, seat: &Seat) -> Vec<Purpose> {
    let mut tx = db.begin(seat.board).await.expect("a transaction");
    let new = usual::purposes(seat.school, Uuid::now_v7);
    purposes::add(&mut tx, &new, None, now())
        .await
        .expect("purposes");
    let all = purposes::of_school(&mut tx, seat.school)
        .await
        .expect("purposes");
    tx.commit().await.expect("it is kept");
    all
}

/// Everybody of the class answered all of it: four of five questions with yes.
pub(crate) async fn answers(db: &Db, seat: &Seat, asked: &[Purpose]) {
    let mut tx = db.begin(seat.board).await.expect("a transaction");
    let mut all = Vec::new();
    for pupil in &seat.pupils {
        let bonds = guardians::of_pupil(&mut tx, *pupil)
            .await
            .expect("guardians");
        let by = bonds.first().expect("a guardian").guardian;
        let cells: Vec<Cell> = asked.iter().flat_map(Purpose::cells).collect();
        let said = cells.into_iter().zip(1..).map(|(cell, number)| Event {
            number,
            person: *pupil,
            cell,
            answer: if number % 5 == 0 {
                Answer::No
            } else {
                Answer::Yes
            },
            said_by: by,
            capacity: Capacity::Guardian,
            typed_by: None,
            at: now(),
            said_on: date(2026, 9, 1),
            how: How::Page,
            notice: 1,
            language: Locale::Nl,
            act: Uuid::nil(),
            evidence: None,
            rule: rules::LAW.to_owned(),
        });
        all.push((*pupil, said.collect::<Vec<_>>()));
    }
    events::begin(&mut tx, &all).await.expect("answers");
    tx.commit().await.expect("it is kept");
}
