//! A dossier on its way out: its pages first, and then file by file, piece by piece, as they stand sealed. At no time more than a
//! few pieces are in memory.

use std::pin::Pin;
use std::task::{Context, Poll};

use anyhow::{Context as _, ensure};
use axum::body::{Body, Bytes};
use futures_core::Stream;
use papers::{Dossier, Writing};
use people::People;
use tokio::sync::mpsc;
use uuid::Uuid;
use words::BoardId;

use crate::store::{cases, pieces};

/// The files that go along: the event of each, and how large it was when it was taken in.
pub(crate) struct Parcel {
    pub(crate) people: People,
    pub(crate) board: BoardId,
    pub(crate) case: Uuid,
    pub(crate) files: Vec<(Uuid, u64)>,
}

/// The body. What goes wrong on the way breaks it off: half a dossier never looks whole.
pub(crate) fn body(parcel: Parcel, dossier: Dossier) -> anyhow::Result<Body> {
    let mut writing = dossier.begin(Vec::new())?;
    let (send, receive) = mpsc::channel(2);
    tokio::spawn(async move {
        let ending = match send_files(&parcel, &mut writing, &send).await {
            Ok(()) => writing.finish().map_err(anyhow::Error::from),
            Err(broken) => Err(broken),
        };
        let last = ending.map(Bytes::from).map_err(|broken| broken.to_string());
        let _ = send.send(last).await;
    });
    Ok(Body::from_stream(Pieces(receive)))
}

type Out = mpsc::Sender<Result<Bytes, String>>;

async fn send_files(
    parcel: &Parcel,
    writing: &mut Writing<Vec<u8>>,
    out: &Out,
) -> anyhow::Result<()> {
    for (event, size) in &parcel.files {
        writing.open()?;
        let (mut part, mut seen) = (0, 0);
        while let Some(piece) = one(parcel, *event, part).await? {
            writing.piece(&piece)?;
            seen += piece.len() as u64;
            part += 1;
            let ready = std::mem::take(writing.out());
            out.send(Ok(Bytes::from(ready)))
                .await
                .context("nobody takes it any more")?;
        }
        ensure!(seen == *size, "a file of the dossier is not whole any more");
        writing.close()?;
    }
    Ok(())
}

/// A piece, opened in a transaction of its own: sending may take long, and holds nothing up.
async fn one(parcel: &Parcel, event: Uuid, part: i64) -> anyhow::Result<Option<Vec<u8>>> {
    let keys = parcel.people.keys(parcel.board).await?;
    let mut tx = parcel.people.identity.parts.db.read(parcel.board).await?;
    let key = cases::key(&mut tx, &keys, parcel.case).await?;
    let key = key.context("the case was forgotten")?;
    pieces::get(&mut tx, &key, (parcel.case, event), part).await
}

/// What comes through the channel, as a stream.
struct Pieces(mpsc::Receiver<Result<Bytes, String>>);

impl Stream for Pieces {
    type Item = Result<Bytes, String>;
    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(context)
    }
}
