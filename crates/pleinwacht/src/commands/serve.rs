//! `pleinwacht demo` and `pleinwacht serve`.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;
use channels::stand_in::StandIn;
use mail::{Outbox, Sender};
use people::demo::{self, Demo};
use shell::{Clock as _, Files, Site, SystemChance, SystemClock};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use crate::app::app;
use crate::config::Config;
use crate::installation::{Installation, Where};
use crate::listen;
use crate::say::{Ending, Say};

/// Where it listens when nobody says otherwise: on this machine only.
const LISTEN: SocketAddr =
    SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 8080);

#[derive(clap::Args)]
pub(crate) struct DemoArgs {
    /// Address to listen on; port 0 takes a free one [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDR")]
    listen: Option<SocketAddr>,
    /// Folder for the demo's data; without one it is gone when the program stops
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

#[derive(clap::Args)]
pub(crate) struct ServeArgs {
    /// Address to listen on; port 0 takes a free one [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDR", env = "PLEINWACHT_LISTEN")]
    listen: Option<SocketAddr>,
    #[command(flatten)]
    at: Where,
    /// The configuration file
    #[arg(long, value_name = "FILE", env = "PLEINWACHT_CONFIG")]
    config: Option<PathBuf>,
}

/// A folder that is gone when the program stops.
struct Passing(PathBuf);

impl Drop for Passing {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Fresh data each time: what stood in the folder of an earlier demo is made anew.
pub(crate) fn demo(args: &DemoArgs, say: &mut Say) -> anyhow::Result<Ending> {
    let name = format!("pleinwacht-demo-{}", std::process::id());
    let passing = args
        .data
        .is_none()
        .then(|| Passing(std::env::temp_dir().join(name)));
    let folder = args
        .data
        .clone()
        .or_else(|| passing.as_ref().map(|passing| passing.0.clone()));
    let at = Where {
        data: folder,
        ..Where::default()
    };
    logs();
    super::block_on(async {
        let installation = afresh(&at, say).await?;
        let (now, today) = (SystemClock.now(), shell::clock::today(SystemClock.now()));
        let (db, master) = (&installation.db, &installation.master);
        let made = demo::fill(db, master, &SystemChance, now, today).await?;
        consent::demo::fill(db, master, &SystemChance, now, &made).await?;
        photos::demo::fill(db, master, &SystemChance, now, &made).await?;
        advice::demo::fill(db, master, &SystemChance, now, &made).await?;
        cases::demo::fill(db, master, &SystemChance, now, &made).await?;
        installation.db.set_setting(DEMO, Some(true.into())).await?;
        let letters = installation.folder.join("mail");
        let sender = Sender::new(
            "Pleinwacht",
            "demo@pleinwacht.example",
            "pleinwacht.example",
        )?;
        let outbox: Arc<dyn Outbox> = Arc::new(mail::Folder::new(sender, letters)?);
        run(
            &installation,
            args.listen,
            &Config::default(),
            &outbox,
            Some(made),
            say,
        )
        .await
    })
}

/// The setting that says that the people here are made up.
const DEMO: &str = "demo";

/// An empty place: an earlier demo makes room, and a school's own data is left alone.
async fn afresh(at: &Where, say: &Say) -> anyhow::Result<Installation> {
    let installation = at.open(say).await?;
    if installation.db.boards().await?.is_empty() {
        return Ok(installation);
    }
    anyhow::ensure!(
        installation.db.setting(DEMO).await?.is_some(),
        "{}: {}",
        installation.folder.display(),
        say.pick(
            "hier staan gegevens van een echte school",
            "this holds the data of a real school"
        )
    );
    installation.db.close().await;
    for name in ["boards", "mail"] {
        let _ = std::fs::remove_dir_all(at.folder().join(name));
    }
    for name in ["control.db", "control.db-wal", "control.db-shm"] {
        let _ = std::fs::remove_file(at.folder().join(name));
    }
    at.open(say).await
}

pub(crate) fn serve(args: &ServeArgs, say: &mut Say) -> anyhow::Result<Ending> {
    let config = Config::read(args.config.as_deref(), say)?;
    let outbox = config.outbox(say)?;
    let at = args.at.clone().or(&config);
    logs();
    super::block_on(async {
        let installation = at.open(say).await?;
        anyhow::ensure!(
            installation.db.setting(DEMO).await?.is_none(),
            "{}: {}",
            installation.folder.display(),
            say.pick(
                "hier staat een demo; kies met --data een andere map",
                "this holds a demo; choose another folder with --data"
            )
        );
        run(&installation, args.listen, &config, &outbox, None, say).await
    })
}

fn logs() {
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_max_level(tracing_subscriber::filter::LevelFilter::WARN)
        .init();
}

async fn run(
    installation: &Installation,
    listen: Option<SocketAddr>,
    config: &Config,
    outbox: &Arc<dyn Outbox>,
    demo: Option<Vec<Demo>>,
    say: &mut Say,
) -> anyhow::Result<Ending> {
    let listen = listen.or(config.listen).unwrap_or(LISTEN);
    let listener = TcpListener::bind(listen).await.with_context(|| {
        let why = say.pick(
            "dit adres is bezet of mag niet; kies een ander met --listen",
            "this address is taken or not allowed; choose another with --listen",
        );
        format!("{listen}: {why}")
    })?;
    let address = listener.local_addr().context("the address is not known")?;
    let websites = match &demo {
        Some(made) => Some(websites(installation, address, made).await?),
        None => None,
    };
    let app = app(installation, config, address, outbox, websites)?;
    if let Some(made) = &demo {
        publishing::demo::fill(&app.publishing, &SystemChance, SystemClock.now(), made).await?;
    }
    consent::jobs::begin_all(&installation.db, SystemClock.now()).await?;
    photos::jobs::begin_all(&installation.db, SystemClock.now()).await?;
    channels::jobs::begin_all(&installation.db, SystemClock.now()).await?;
    cases::jobs::begin_all(&installation.db, SystemClock.now()).await?;
    if let Some(path) = identity::setup::invite(&installation.db, &SystemChance).await? {
        let first = config
            .origins
            .first()
            .cloned()
            .unwrap_or_else(|| format!("http://{address}"));
        let begin = say.pick("Begin hier, één keer:", "Begin here, once:");
        say.line(format!("{begin} {first}{path}"))?;
    }
    let ready = say.pick("Pleinwacht staat klaar op", "Pleinwacht is ready at");
    say.line(format!("{ready} http://{address}/"))?;
    say.flush()?;
    let (stop, stopped_jobs) = tokio::sync::watch::channel(false);
    let jobs = tokio::spawn(app.runner.run(ends(stopped_jobs)));
    listen::serve(listener, app.router, stopped()).await;
    let _ = stop.send(true);
    let _ = jobs.await;
    installation.db.close().await;
    Ok(Ending::Done)
}

/// The imitated websites of the demo, and the accounts of its schools there.
async fn websites(
    installation: &Installation,
    address: SocketAddr,
    made: &[Demo],
) -> anyhow::Result<StandIn> {
    // Listening everywhere, it finds itself here.
    let origin = if address.ip().is_unspecified() {
        format!("http://127.0.0.1:{}", address.port())
    } else {
        format!("http://{address}")
    };
    let (db, master, now) = (&installation.db, &installation.master, SystemClock.now());
    let secret = shell::chance::token(&SystemChance);
    let at = (origin.as_str(), secret.as_str());
    channels::demo::fill(db, master, &SystemChance, now, made, at).await?;
    let schools = made
        .iter()
        .map(|demo| (demo.slug.clone(), demo.name.clone()));
    let site = Arc::new(Site::new(Files::default()));
    Ok(StandIn::new(site, &origin, secret.clone(), schools))
}

/// Waits until the sender says so, or is gone.
async fn ends(mut stop: tokio::sync::watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}

/// Waits for Ctrl-C or the signal by which a service is stopped.
async fn stopped() {
    let terminated = async {
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => drop(terminate.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminated => {}
    }
}
