//! Deciding about a class, in memory and read from a small and a large database.

use std::time::Duration;

use consent::Register;
use consent::model::{Cell, Purpose};
use cpu_time::ProcessTime;
use jiff::civil::date;
use people::directory::Directories;
use seal::Master;
use store::{Db, Place};
use testkit::bench::{Section, cpu, time};
use testkit::database::{Folder, postgres};
use words::Channel;

use super::world::{Seat, answers, asks, board, migrations};

/// Large: 325 boards of 20 schools of 370 pupils, as the figures of people have them.
const BOARDS: usize = 325;
const SCHOOLS: usize = 20;
const OF_SCHOOL: usize = 370;

/// Six purposes on five channels: what is asked of each person on the list.
fn questions(asked: &[Purpose]) -> Vec<Cell> {
    let channels = [
        Channel::Website,
        Channel::Instagram,
        Channel::Nieuwsbrief,
        Channel::Portaal,
        Channel::Drukwerk,
    ];
    let purposes = asked.iter().take(6);
    purposes
        .flat_map(|purpose| {
            channels.map(|channel| Cell {
                purpose: purpose.id,
                channel,
                medium: words::Medium::Foto,
            })
        })
        .collect()
}

pub(crate) async fn deciding(section: &mut Section) {
    let folder = Folder::new();
    let small = Place::Folder(folder.0.clone());
    decided(section, "SQLite", small, Folder::new()).await;
    if let (Some(small), Some(large)) = (postgres(), postgres()) {
        grown(section, "PostgreSQL", small, large).await;
    }
}

async fn decided(section: &mut Section, name: &str, small: Place, large: Folder) {
    let db = Db::open(&small, &migrations()).await.expect("a database");
    let master = Master::generate().expect("a key");
    let seat = board(&db, &master, (1, 300, 2)).await;
    let asked = asks(&db, &seat).await;
    answers(&db, &seat, &asked).await;
    let register = register(&db, &seat, &Directories::default()).await;
    let cells = questions(&asked);
    assert_eq!((seat.pupils.len(), cells.len()), (30, 30));
    let alone = cpu(Duration::from_millis(200), || {
        let pupils = seat.pupils.iter();
        pupils
            .flat_map(|pupil| cells.iter().map(|cell| register.decide(*pupil, *cell)))
            .filter(|outcome| outcome.written)
            .count()
    });
    let what = "30 people x 6 purposes x 5 channels decided";
    section.asked(
        what,
        "1 ms CPU",
        &time(alone),
        "the register is in memory",
        alone <= 0.001,
    );
    db.close().await;
    grown(section, name, small, Place::Folder(large.0.clone())).await;
}

async fn register(db: &Db, seat: &Seat, directories: &Directories) -> Register {
    let mut tx = db.read(seat.board).await.expect("a transaction");
    let day = date(2026, 11, 21);
    let names = directories
        .of(&mut tx, &seat.keys, day)
        .await
        .expect("names");
    let place = (seat.school, seat.group);
    Register::of_group(&mut tx, &names, place, &seat.pupils, day)
        .await
        .expect("a register")
}

/// Reading the register and deciding, in a small database and in a large one.
async fn grown(section: &mut Section, name: &str, small: Place, large: Place) {
    let small = reading(small, 1, (1, 300, 2)).await;
    let large = reading(large, BOARDS, (SCHOOLS, OF_SCHOOL, 0)).await;
    let what = format!("the same, read from {name} among 2.4 million people");
    let beside = format!("{} among 300", time(small));
    // A few percent more is the noise of two runs.
    section.asked(
        &what,
        "as among 300",
        &time(large),
        &beside,
        large <= small * 1.25,
    );
}

async fn reading(place: Place, boards: usize, of: (usize, usize, usize)) -> f64 {
    let db = Db::open(&place, &migrations()).await.expect("a database");
    let master = Master::generate().expect("a key");
    for n in 1..boards {
        board(&db, &master, of).await;
        if n % 50 == 0 {
            println!("{n} boards");
        }
    }
    // The one that is asked has guardians; it comes last.
    let seat = board(&db, &master, (1, 300, 2)).await;
    let asked = asks(&db, &seat).await;
    answers(&db, &seat, &asked).await;
    let (cells, directories) = (questions(&asked), Directories::default());
    let mut best = f64::INFINITY;
    for _ in 0..7 {
        let from = ProcessTime::now();
        for _ in 0..100 {
            let register = register(&db, &seat, &directories).await;
            for pupil in &seat.pupils {
                for cell in &cells {
                    std::hint::black_box(register.decide(*pupil, *cell));
                }
            }
        }
        best = best.min(from.elapsed().as_secs_f64() / 100.0);
    }
    db.close().await;
    best
}
