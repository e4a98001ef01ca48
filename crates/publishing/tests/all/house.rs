//! A made-up school behind its own front door, with the pages of this word.

use std::future::Future;
use std::ops::Deref;
use std::sync::{Arc, Mutex};

use publishing::{Answer, Asked, Consents, Given, Publishing};
use store::Tx;

pub(crate) use schoolhouse::text;

/// The tables of this word and of those below it.
pub(crate) const MIGRATIONS: [&[store::Migration]; 7] = [
    decisions::MIGRATIONS,
    identity::MIGRATIONS,
    people::MIGRATIONS,
    consent::MIGRATIONS,
    photos::MIGRATIONS,
    channels::MIGRATIONS,
    publishing::MIGRATIONS,
];

/// Consents that a test sets.
struct Told(Arc<Mutex<Given>>);

impl Consents for Told {
    fn of<'a>(&'a self, _: &'a mut Tx, asked: Asked<'a>) -> Answer<'a> {
        let given = self.0.lock().unwrap();
        let known = given.iter().filter(|(id, _)| asked.people.contains(id));
        let known = known.map(|(id, consent)| (*id, *consent)).collect();
        Box::pin(async move { Ok(known) })
    }
}

/// A school to test with.
pub(crate) struct House {
    under: schoolhouse::House,
    /// Who answered what about consent, for every channel.
    pub(crate) given: Arc<Mutex<Given>>,
}

impl Deref for House {
    type Target = schoolhouse::House;
    fn deref(&self) -> &Self::Target {
        &self.under
    }
}

/// Tells a story at a made-up primary school, on both databases.
pub(crate) fn at_school<F, Fut>(story: F)
where
    F: Fn(Arc<House>) -> Fut,
    Fut: Future<Output = ()>,
{
    schoolhouse::on_both(&MIGRATIONS, |ground| async {
        let house = House::begin(ground);
        story(Arc::new(house)).await;
    });
}

impl House {
    fn begin(ground: schoolhouse::Ground) -> Self {
        let config = identity::Config {
            menu: Arc::new(|caller| publishing::menu(caller, caller.locale)),
            ..identity::Config::default()
        };
        let people = ground.people(config, Vec::new());
        let given = Arc::new(Mutex::new(Given::new()));
        let told = Box::new(Told(Arc::clone(&given)));
        let channels = channels::Channels::new(people.clone(), channels::Reach::Loopback);
        let channels = channels.unwrap();
        let publishing = Publishing::new(people, told, channels);
        let pages = publishing::routes(publishing.clone());
        Self {
            under: ground.house(pages, publishing::jobs::jobs(&publishing)),
            given,
        }
    }
}
