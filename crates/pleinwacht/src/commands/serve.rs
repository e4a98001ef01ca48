//! `pleinwacht demo` and `pleinwacht serve`.

use crate::say::{Ending, Say};
use anyhow::Context;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

#[derive(clap::Args)]
pub(crate) struct DemoArgs {
    /// Address to listen on; port 0 takes a free one
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Folder for the demo's data, made if it is not there
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

#[derive(clap::Args)]
pub(crate) struct ServeArgs {
    /// Address to listen on; port 0 takes a free one
    #[arg(
        long,
        value_name = "ADDR",
        default_value = "127.0.0.1:8080",
        env = "PLEINWACHT_LISTEN"
    )]
    listen: SocketAddr,
    /// Folder for the school's data, made if it is not there
    #[arg(long, value_name = "DIR", env = "PLEINWACHT_DATA")]
    data: Option<PathBuf>,
}

/// The public pages of the five protocols need no data yet; the folder is made so that a wrong path shows at once.
pub(crate) fn demo(args: &DemoArgs, say: &mut Say) -> anyhow::Result<Ending> {
    run(args.listen, args.data.as_deref(), say)
}

pub(crate) fn serve(args: &ServeArgs, say: &mut Say) -> anyhow::Result<Ending> {
    run(args.listen, args.data.as_deref(), say)
}

fn run(listen: SocketAddr, data: Option<&Path>, say: &mut Say) -> anyhow::Result<Ending> {
    if let Some(data) = data {
        std::fs::create_dir_all(data).with_context(|| {
            let why = say.pick(
                "deze map kan niet worden gemaakt",
                "this folder cannot be made",
            );
            format!("{}: {why}", data.display())
        })?;
    }
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_max_level(tracing_subscriber::filter::LevelFilter::WARN)
        .init();
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .context("the server cannot start")?
        .block_on(listen_and_serve(listen, say))
}

async fn listen_and_serve(listen: SocketAddr, say: &mut Say) -> anyhow::Result<Ending> {
    let app = protocols::app();
    let listener = TcpListener::bind(listen).await.with_context(|| {
        let why = say.pick(
            "dit adres is bezet of mag niet; kies een ander met --listen",
            "this address is taken or not allowed; choose another with --listen",
        );
        format!("{listen}: {why}")
    })?;
    let address = listener.local_addr().context("the address is not known")?;
    say.line(format!(
        "{} http://{address}/",
        say.pick("Pleinwacht staat klaar op", "Pleinwacht is ready at")
    ))?;
    say.flush()?;
    axum::serve(listener, app)
        .with_graceful_shutdown(stopped())
        .await
        .context("the server stopped")?;
    Ok(Ending::Done)
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
