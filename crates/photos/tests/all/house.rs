//! A made-up school behind its own front door, with the pages of this word.

use std::future::Future;
use std::sync::Arc;

use photos::Photos;
use shell::SeededChance;

use words::PersonId;

pub(crate) use schoolhouse::{House, Reply, text};

/// Tells a story at a made-up primary school, on both databases.
pub(crate) fn at_school<F, Fut>(story: F)
where
    F: Fn(Arc<House>) -> Fut,
    Fut: Future<Output = ()>,
{
    let all = [
        decisions::MIGRATIONS,
        identity::MIGRATIONS,
        people::MIGRATIONS,
        consent::MIGRATIONS,
        photos::MIGRATIONS,
    ];
    schoolhouse::on_both(&all, |ground| async {
        let house = begin(ground).await;
        story(Arc::new(house)).await;
    });
}

async fn begin(ground: schoolhouse::Ground) -> House {
    let config = identity::Config {
        menu: Arc::new(|caller| photos::menu(caller, caller.locale)),
        ..identity::Config::default()
    };
    let later = people::Later {
        follows: vec![Box::new(consent::Merged), Box::new(photos::Merged)],
        waits: vec![Box::new(photos::Waiting)],
        ..people::Later::default()
    };
    let people = ground.people_with(config, later);
    // The cage is tried by the whole program; here the same work is done without one.
    let photos = Photos::new(
        people.clone(),
        Arc::new(|task, bytes| {
            let mut whole = Vec::new();
            std::io::Read::read_to_end(bytes, &mut whole).unwrap();
            Ok(task.perform(&whole, &faces::Limits::default()))
        }),
        Some(clean()),
    );
    let (chance, now) = (SeededChance::new(12), shell::Clock::now(&*ground.clock));
    let demos = std::slice::from_ref(&ground.demo);
    consent::demo::fill(&ground.db, &ground.master, &chance, now, demos)
        .await
        .unwrap();
    let jobs = photos::jobs::jobs(&photos);
    let pages = people::routes(people.clone())
        .merge(consent::routes(consent::Consent::new(people)))
        .merge(photos::routes(photos));
    ground.house(pages, jobs)
}

/// Somebody of the first board sends photos.
pub(crate) async fn sends(house: &House, who: PersonId, address: &str, photos: &[&[u8]]) -> Reply {
    let named = photos.iter().map(|photo| ("fotos", "Daan.jpg", *photo));
    let files: Vec<(&str, &str, &[u8])> = named.collect();
    house.upload(who, address, &[], &files).await
}

/// Films without the programs of the system: those are tried by the whole program. What is broken says so in its bytes.
fn clean() -> photos::film::Clean {
    Arc::new(|_, from, to| {
        let film = std::fs::read(from).unwrap();
        if film.ends_with(b"broken") {
            return Err(photos::film::Unclean::Film);
        }
        std::fs::write(to, [b"clean".as_slice(), &film].concat()).unwrap();
        Ok(())
    })
}
