//! The slices put together: one router, one job runner.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use identity::{Identity, Keyring, Parts};
use mail::Outbox;
use people::People;
use shell::{Chance, Clock, Files, Origins, Site, SystemChance, SystemClock};
use store::jobs::Runner;

use crate::config::Config;
use crate::installation::Installation;

/// The program, ready to serve.
pub(crate) struct App {
    pub(crate) router: Router,
    pub(crate) runner: Runner,
}

/// Puts it together for visitors at this address.
pub(crate) fn app(
    installation: &Installation,
    config: &Config,
    address: SocketAddr,
    outbox: &Arc<dyn Outbox>,
    demo: bool,
) -> anyhow::Result<App> {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let chance: Arc<dyn Chance> = Arc::new(SystemChance);
    let site = Arc::new(Site::new(Files::default()));
    let identity = Identity::new(Parts {
        db: installation.db.clone(),
        keyring: Keyring::new(installation.db.clone(), Arc::clone(&installation.master)),
        clock: Arc::clone(&clock),
        chance: Arc::clone(&chance),
        site: Arc::clone(&site),
        origins: origins(config, address),
        directory: Arc::new(people::Answers),
        config: identity::Config {
            demo,
            proxies: config.proxies.clone(),
            menu: Arc::new(people::menu),
            home: "/thuis".to_owned(),
            ..identity::Config::default()
        },
    })?;
    let people = Arc::new(People::new(
        site,
        installation.db.clone(),
        Arc::clone(&installation.master),
        Arc::clone(&clock),
        Arc::clone(&chance),
    ));
    let runner = Runner::new(installation.db.clone(), move || SystemClock.now(), {
        let mut jobs = identity::jobs(&identity, outbox);
        jobs.extend(decisions::jobs::jobs(Arc::new(installation.signer()), || SystemClock.now()));
        jobs
    });
    let router = protocols::app()
        .merge(identity::routes().with_state(identity.clone()))
        .merge(people::routes(people));
    Ok(App { router, runner })
}

/// Where visitors find the program: what the operator says, or the address it listens on.
fn origins(config: &Config, address: SocketAddr) -> Origins {
    if config.origins.is_empty() {
        let port = address.port();
        Origins::new([format!("http://{address}"), format!("http://localhost:{port}")])
    } else {
        Origins::new(config.origins.clone())
    }
}
