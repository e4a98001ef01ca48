//! The slices put together: one router, one job runner.

use std::net::SocketAddr;
use std::sync::Arc;

use advice::Advice;
use axum::Router;
use cases::Cases;
use channels::stand_in::StandIn;
use channels::{Channels, Reach};
use consent::Consent;
use identity::{Caller, Identity, Keyring, Parts};
use mail::Outbox;
use norms::shipped;
use people::{Later, People};
use photos::Photos;
use publishing::{ByRegister, Publishing};
use shell::{Clock as _, Files, Origins, Site, SystemChance, SystemClock};
use store::jobs::Runner;

use crate::commands::photo;
use crate::config::Config;
use crate::installation::Installation;

/// The program, ready to serve.
pub(crate) struct App {
    pub(crate) router: Router,
    pub(crate) runner: Runner,
    pub(crate) publishing: Publishing,
}

/// Puts it together for visitors at this address.
pub(crate) fn app(
    installation: &Installation,
    config: &Config,
    address: SocketAddr,
    outbox: &Arc<dyn Outbox>,
    demo: Option<StandIn>,
) -> anyhow::Result<App> {
    let identity = Identity::new(Parts {
        db: installation.db.clone(),
        keyring: Keyring::new(installation.db.clone(), Arc::clone(&installation.master)),
        clock: Arc::new(SystemClock),
        chance: Arc::new(SystemChance),
        site: Arc::new(Site::new(Files::default())),
        origins: origins(config, address),
        directory: Arc::new(people::Answers::new(
            Arc::new(SystemClock),
            Arc::new(SystemChance),
        )),
        config: identity::Config {
            demo: demo.is_some(),
            proxies: config.proxies.clone(),
            menu: Arc::new(menu),
            home: people::HOME.to_owned(),
            letters: consent::LETTERS.map(str::to_owned).to_vec(),
            ..identity::Config::default()
        },
    })?;
    let protocols = shipped::NAMES.iter().filter_map(|name| {
        let front = &shipped::protocol(name)?.document.front;
        Some(((*name).to_owned(), front.school.clone()))
    });
    let people = People::new(
        identity.clone(),
        protocols.collect(),
        Later {
            work: vec![
                Box::new(channels::Owned),
                Box::new(advice::HandedOver),
                Box::new(cases::Seated),
            ],
            follows: vec![
                Box::new(consent::Merged),
                Box::new(photos::Merged),
                Box::new(channels::Merged),
                Box::new(advice::Merged),
                Box::new(cases::Merged),
                Box::new(publishing::Merged),
            ],
            keeps: vec![Box::new(cases::Chronology)],
            waits: vec![
                Box::new(advice::Waiting),
                Box::new(cases::Waiting),
                Box::new(consent::Waiting),
                Box::new(photos::Waiting),
                Box::new(publishing::Waiting),
            ],
        },
    );
    let photos = Photos::new(people.clone(), photos::caged(photo::cage()), photo::films());
    let channels = Channels::new(people.clone(), reach(demo.is_some()))?;
    let cases = Cases::new(people.clone(), channels.clone());
    let publishing = Publishing::new(people.clone(), Box::new(ByRegister), channels.clone());
    let runner = Runner::new(installation.db.clone(), move || SystemClock.now(), {
        let mut jobs = identity::jobs(&identity, outbox);
        jobs.extend(decisions::jobs::jobs(
            Arc::new(installation.signer()),
            || SystemClock.now(),
        ));
        jobs.extend(people::import::jobs(&people));
        jobs.extend(photos::jobs::jobs(&photos));
        jobs.extend(channels::jobs::jobs(&channels));
        jobs.extend(publishing::jobs::jobs(&publishing));
        jobs.extend(cases::jobs::jobs(&cases));
        jobs.extend(advice::jobs::jobs(&Advice::new(people.clone())));
        jobs.extend(consent::jobs::jobs(&Consent::new(people.clone())));
        jobs
    });
    let router = protocols::app()
        .merge(identity::routes().with_state(identity.clone()))
        .merge(people::routes(people.clone()))
        .merge(channels::routes(channels))
        .merge(publishing::routes(publishing.clone()))
        .merge(photos::routes(photos))
        .merge(cases::routes(cases))
        .merge(advice::routes(Advice::new(people.clone())))
        .merge(consent::routes(Consent::new(people)));
    let router = match demo {
        Some(stand_in) => router.merge(channels::stand_in::routes(stand_in)),
        None => router,
    };
    Ok(App {
        router,
        runner,
        publishing,
    })
}

/// The places that somebody may go to, of every word.
fn menu(caller: &Caller) -> Vec<ui::Place> {
    let mut places = consent::menu(caller, caller.locale);
    places.extend(photos::menu(caller, caller.locale));
    places.extend(publishing::menu(caller, caller.locale));
    places.extend(channels::menu(caller, caller.locale));
    places.extend(people::menu(caller, caller.locale));
    places.extend(advice::menu(caller, caller.locale));
    places.extend(cases::menu(caller, caller.locale));
    // Where everybody begins stands first.
    places.sort_by_key(|place| place.address != people::HOME);
    places
}

/// How far channels are asked: the demo's own website is on this machine.
fn reach(demo: bool) -> Reach {
    if demo { Reach::Loopback } else { Reach::Public }
}

/// Where visitors find the program: what the operator says, or the address it listens on.
fn origins(config: &Config, address: SocketAddr) -> Origins {
    if config.origins.is_empty() {
        let port = address.port();
        Origins::new([
            format!("http://{address}"),
            format!("http://localhost:{port}"),
        ])
    } else {
        Origins::new(config.origins.clone())
    }
}
