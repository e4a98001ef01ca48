//! A made-up school behind its own front door, with the pages of this word.

use std::future::Future;
use std::sync::Arc;

pub(crate) use schoolhouse::{House, text};

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
    ];
    schoolhouse::on_both(&all, |ground| async {
        let house = begin(ground);
        story(Arc::new(house)).await;
    });
}

fn begin(ground: schoolhouse::Ground) -> House {
    let config = identity::Config {
        menu: Arc::new(|caller| people::menu(caller, caller.locale)),
        ..identity::Config::default()
    };
    let people = ground.people(config, Vec::new());
    let jobs = people::import::jobs(&people);
    ground.house(people::routes(people), jobs)
}
