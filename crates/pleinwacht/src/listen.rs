//! Answers the network: with a limit on how long a client may take, and a soft landing.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower::ServiceExt as _;

/// How long a client may take to say what it wants: one that says nothing would hold its place for ever.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long requests that are under way may take after a stop.
const LANDING: Duration = Duration::from_secs(20);
/// How many clients at once.
const PLACES: usize = 4096;

/// Serves until `stop`, and then finishes what is under way.
pub(crate) async fn serve(listener: TcpListener, app: Router, stop: impl Future<Output = ()>) {
    let places = Arc::new(Semaphore::new(PLACES));
    let landing = GracefulShutdown::new();
    tokio::pin!(stop);
    loop {
        let place = tokio::select! {
            () = &mut stop => break,
            place = Arc::clone(&places).acquire_owned() => place,
        };
        let Ok(place) = place else { break };
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, from)) => answer(stream, from, app.clone(), &landing, place),
            // Too many open files, mostly: others leave meanwhile.
            Err(fault) => {
                tracing::warn!(%fault, "a client could not be let in");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
    drop(listener);
    if tokio::time::timeout(LANDING, landing.shutdown())
        .await
        .is_err()
    {
        tracing::warn!("some requests did not end in time");
    }
}

fn answer(
    stream: TcpStream,
    from: SocketAddr,
    app: Router,
    landing: &GracefulShutdown,
    place: OwnedSemaphorePermit,
) {
    let app = app.map_request(
        move |mut request: axum::http::Request<hyper::body::Incoming>| {
            request.extensions_mut().insert(ConnectInfo(from));
            request.map(axum::body::Body::new)
        },
    );
    let watcher = landing.watcher();
    tokio::spawn(async move {
        let _place = place;
        // The library's own limit begins with the first byte.
        if !matches!(
            tokio::time::timeout(PATIENCE, stream.readable()).await,
            Ok(Ok(()))
        ) {
            return;
        }
        let mut builder = Builder::new(hyper_util::rt::TokioExecutor::new());
        builder
            .http1()
            .timer(TokioTimer::new())
            .header_read_timeout(PATIENCE);
        let connection = builder
            .serve_connection(TokioIo::new(stream), TowerToHyperService::new(app))
            .into_owned();
        // A client that goes away, or that does not speak HTTP, is no fault of ours.
        let _ = watcher.watch(connection).await;
    });
}
