//! The figures of publications: the check panel of a draft with ten photos and thirty faces.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a bench stops at the first surprise"
)]

use std::process::ExitCode;
use std::sync::{Arc, Mutex};

use channels::model::{Account, Kind, State};
use channels::store::accounts;
use channels::{Channels, Reach};
use consent::store::purposes;
use cpu_time::ProcessTime;
use faces::Region;
use people::directory::Directories;
use people::store::schools;
use photos::model::{Face, Licence, Mark};
use photos::store::photos::{self as shots, NewPhoto};
use photos::store::{albums, marks};
use publishing::gather::Known;
use publishing::post::model::{Content, Picture, Publication, Stage};
use publishing::{ByRegister, Publishing};
use schoolhouse::Ground;
use shell::SeededChance;
use testkit::bench::{Section, time};
use uuid::Uuid;
use words::{Channel, PersonId, Role};

/// So often the panel is made.
const TIMES: u32 = 200;

fn main() -> ExitCode {
    let all = [
        decisions::MIGRATIONS,
        identity::MIGRATIONS,
        people::MIGRATIONS,
        consent::MIGRATIONS,
        photos::MIGRATIONS,
        channels::MIGRATIONS,
        publishing::MIGRATIONS,
    ];
    let measured: Arc<Mutex<Vec<f64>>> = Arc::default();
    let told = Arc::clone(&measured);
    schoolhouse::on_both(&all, move |ground| {
        let told = Arc::clone(&told);
        async move {
            let seconds = panel(ground).await;
            told.lock().unwrap().push(seconds);
        }
    });
    let mut section = Section::new(
        "publications",
        "cargo bench --workspace --bench publications -- --write",
    );
    for (name, seconds) in ["SQLite", "PostgreSQL"]
        .iter()
        .zip(measured.lock().unwrap().iter())
    {
        section.asked(
            &format!("the check panel of a draft with 10 photos, 30 faces and 3 places, {name}"),
            "50 ms CPU",
            &time(*seconds),
            "reading, the text, the consents and the protocol; without the work on photos",
            *seconds <= 0.05,
        );
    }
    section.finish()
}

/// CPU seconds of this process for one look.
async fn panel(ground: Ground) -> f64 {
    let (db, master, demo) = (ground.db.clone(), Arc::clone(&ground.master), &ground.demo);
    let chance = SeededChance::new(14);
    let now = shell::Clock::now(&*ground.clock);
    let day = shell::clock::today(now);
    let demos = std::slice::from_ref(demo);
    consent::demo::fill(&db, &master, &chance, now, demos)
        .await
        .expect("consents");
    photos::demo::fill(&db, &master, &chance, now, demos)
        .await
        .expect("photos");
    let people = ground.people_with(identity::Config::default(), people::Later::default());
    let channels = Channels::new(people.clone(), Reach::Loopback).expect("channels");
    let us = Publishing::new(people, Box::new(ByRegister), channels);
    let board = db
        .board(demo.board)
        .await
        .expect("boards")
        .expect("a board");
    let keys = master.board(demo.board, &board.wrapped_key).expect("keys");
    let mut tx = db.begin(demo.board).await.expect("a transaction");
    let names = Directories::default()
        .of(&mut tx, &keys, day)
        .await
        .expect("names");
    let pupils = names
        .everybody()
        .filter(|one| one.place.pupil && one.place.schools.contains(&demo.school));
    let pupils: Vec<PersonId> = pupils.take(30).map(|one| one.id).collect();
    let by = demo
        .faces
        .iter()
        .find(|face| face.role == Role::Leraar)
        .expect("a teacher")
        .person;
    let album = albums::of_school(&mut tx, &keys, demo.school)
        .await
        .expect("albums")
        .remove(0)
        .0;
    let mut pictures = Vec::new();
    for (n, three) in pupils.chunks(3).enumerate() {
        let id = Uuid::now_v7();
        let new = NewPhoto {
            id,
            album: album.id,
            digest: shots::digest(&keys, &n.to_string()),
            film: None,
            licence: Licence::Own,
            credit: String::new(),
            by,
            at: now,
        };
        shots::add(&mut tx, &keys, &new).await.expect("a photo");
        let faces: Vec<Face> = (1_i64..)
            .zip(three)
            .map(|(number, person)| Face {
                number,
                place: Region {
                    x: 10,
                    y: 10,
                    w: 40,
                    h: 40,
                },
                found: true,
                sure: true,
                mark: Mark::Person(*person),
            })
            .collect();
        marks::add(&mut tx, id, &faces).await.expect("faces");
        shots::made(&mut tx, id, (4000, 3000), 0)
            .await
            .expect("made");
        shots::complete(&mut tx, id, Some((by, now)))
            .await
            .expect("complete");
        pictures.push(Picture {
            photo: id,
            alt: "Kinderen rennen over een veld.".to_owned(),
        });
    }
    let mut content = Content {
        title: "Sportdag".to_owned(),
        text: "Het was een mooie dag op het veld. Iedereen deed mee, en de soep van de ouders was op voor wij het wisten. ".repeat(9),
        pictures,
        purpose: purposes::of_school(&mut tx, demo.school).await.expect("purposes").first().map(|one| one.id),
        ..Content::default()
    };
    for (channel, name) in [
        (Channel::Website, "Website"),
        (Channel::Instagram, "Instagram"),
        (Channel::Portaal, "Portaal"),
    ] {
        let account = Account {
            id: Uuid::now_v7(),
            school: demo.school,
            channel,
            kind: Kind::ByHand,
            name: name.to_owned(),
            address: String::new(),
            user: String::new(),
            has_secret: false,
            owner: by,
            state: State::Used,
            looked: None,
            token: Uuid::now_v7().simple().to_string(),
        };
        accounts::add(&mut tx, &keys, &account, None, now)
            .await
            .expect("an account");
        content.accounts.insert(account.id);
    }
    let school = schools::school(&mut tx, demo.school)
        .await
        .expect("schools")
        .expect("a school");
    let draft = Publication {
        id: Uuid::now_v7(),
        school: demo.school,
        group: None,
        author: by,
        role: Role::Leraar,
        stage: Stage::Draft,
        revision: 1,
        due: None,
        made_at: now,
        changed_at: now,
        approval: None,
        content,
    };
    let known = Known {
        keys: &keys,
        names: &names,
        school: &school,
        day,
    };
    let first = us.look(&mut tx, known, &draft, None).await.expect("a look");
    assert_eq!(
        (
            first.shots.len(),
            first.panel.people.len(),
            first.places.len()
        ),
        (10, 30, 3)
    );
    let begun = ProcessTime::now();
    for _ in 0..TIMES {
        us.look(&mut tx, known, &draft, None).await.expect("a look");
    }
    begun.elapsed().as_secs_f64() / f64::from(TIMES)
}
