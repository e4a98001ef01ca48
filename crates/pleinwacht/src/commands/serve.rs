//! `pleinwacht demo` and `pleinwacht serve`.

use crate::say::{Ending, Say};
use anyhow::Context;
use std::net::SocketAddr;
use std::path::PathBuf;
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
}

/// The public pages of the five protocols need no data yet; the folder is made so that a wrong path shows at once.
pub(crate) fn demo(args: &DemoArgs, say: &mut Say) -> anyhow::Result<Ending> {
    if let Some(data) = &args.data {
        std::fs::create_dir_all(data)
            .with_context(|| format!("{}: this folder cannot be made", data.display()))?;
    }
    run(args.listen, say)
}

pub(crate) fn serve(args: &ServeArgs, say: &mut Say) -> anyhow::Result<Ending> {
    run(args.listen, say)
}

fn run(listen: SocketAddr, say: &mut Say) -> anyhow::Result<Ending> {
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
        format!("{listen}: this address is taken or not allowed; choose another with --listen")
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
