//! The bytes of a film without its metadata: to watch for whoever works with it, and to take along once it may go somewhere.

use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use futures_core::Stream;
use identity::Caller;
use people::ask::{Ask, Reading};
use serde_json::json;
use shell::{Fault, Form, Visit};
use tokio::sync::mpsc;
use words::Role;

use super::album::Known;
use crate::looks::looked_at;
use crate::model::{Album, File, Film, Photo};
use crate::rules::Heap;
use crate::store::pieces::PIECE;
use crate::store::{films, pieces};
use crate::{Photos, texts};

/// Pieces in one answer to a browser that asks for a part: four megabytes.
const AT_ONCE: u64 = 8;

/// A film that may be shown to whoever asks.
struct Shown {
    film: Photo,
    kind: Film,
    length: u64,
}

/// To watch. A browser asks for it in parts and gets no more than a few megabytes at once.
pub(super) async fn watch(
    State(us): State<Photos>,
    visit: Visit,
    caller: Caller,
    headers: HeaderMap,
) -> Response {
    let ask = Ask::with_words(&us.people, &visit, &caller, Form::default(), texts);
    let from = headers.get(header::RANGE).and_then(from);
    match part(&ask, from).await {
        Ok(response) => response,
        Err(fault) => ask.reply(Err(fault)),
    }
}

/// The first byte of a part that is asked for: `bytes=FROM-…`. Parts from the end are not given: the whole is.
fn from(range: &HeaderValue) -> Option<u64> {
    let text = range.to_str().ok()?.trim().strip_prefix("bytes=")?;
    text.split_once('-')?.0.parse().ok()
}

async fn part(ask: &Ask<'_>, from: Option<u64>) -> Result<Response, Fault> {
    let mut reading = ask.writing().await?;
    let (film, _, role) = super::film_of(ask, &mut reading).await?;
    let shown = shown(&mut reading, film).await?;
    if from.is_none_or(|from| from == 0) {
        looked_at(
            &mut reading.tx,
            shown.film.id,
            (ask.caller.person, role),
            ask.now,
        )
        .await?;
    }
    let Some(from) = from else {
        reading.tx.commit().await?;
        return Ok(whole(ask, &shown));
    };
    if from >= shown.length {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::RANGE_NOT_SATISFIABLE;
        *response.headers_mut() = shell::headers::private();
        return Ok(response);
    }
    let key = pieces::key(&mut reading.tx, &reading.keys, shown.film.id).await?;
    let key = key.ok_or(Fault::Missing)?;
    let piece = u64::try_from(PIECE).unwrap_or(1);
    let (first, skip) = (from / piece, usize::try_from(from % piece).unwrap_or(0));
    let mut bytes = Vec::new();
    for at in first..first + AT_ONCE {
        let of = (shown.film.id, File::Clean);
        let at = i64::try_from(at).unwrap_or(i64::MAX);
        match pieces::get_one(&mut reading.tx, &key, of, at).await? {
            Some(more) => bytes.extend(more),
            None => break,
        }
    }
    reading.tx.commit().await?;
    drop(bytes.drain(..skip.min(bytes.len())));
    let last = from + (bytes.len() as u64).saturating_sub(1);
    let mut response = answer(&shown, Body::from(bytes));
    *response.status_mut() = StatusCode::PARTIAL_CONTENT;
    let range = format!("bytes {from}-{last}/{}", shown.length);
    let range = HeaderValue::try_from(range).map_err(anyhow::Error::from)?;
    response.headers_mut().insert(header::CONTENT_RANGE, range);
    Ok(response)
}

async fn shown(reading: &mut Reading, film: Photo) -> Result<Shown, Fault> {
    let length = films::length(&mut reading.tx, film.id).await?;
    let (Some(kind), Some(length)) = (film.film, length) else {
        return Err(Fault::Missing);
    };
    Ok(Shown { film, kind, length })
}

fn answer(shown: &Shown, body: Body) -> Response {
    let mut response = shell::headers::file(body, shown.kind.media_type());
    let headers = response.headers_mut();
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    response
}

/// To take along: only while everybody in it may be shown at every place that was chosen, and a person confirmed each.
pub(super) async fn fetch(State(us): State<Photos>, visit: Visit, caller: Caller) -> Response {
    let ask = Ask::with_words(&us.people, &visit, &caller, Form::default(), texts);
    match taken(&ask).await {
        Ok(response) => response,
        Err(fault) => ask.reply(Err(fault)),
    }
}

async fn taken(ask: &Ask<'_>) -> Result<Response, Fault> {
    let mut reading = ask.writing().await?;
    let (film, album, role) = super::film_of(ask, &mut reading).await?;
    let shown = shown(&mut reading, film).await?;
    let places = may_go(ask, &mut reading, &shown.film, &album).await?;
    looked_at(
        &mut reading.tx,
        shown.film.id,
        (ask.caller.person, role),
        ask.now,
    )
    .await?;
    record(ask, &mut reading, &shown.film, &places, role).await?;
    reading.tx.commit().await?;
    let mut response = whole(ask, &shown);
    let name = format!("attachment; filename=\"film.{}\"", shown.kind.extension());
    let name = HeaderValue::try_from(name).map_err(anyhow::Error::from)?;
    response
        .headers_mut()
        .insert(header::CONTENT_DISPOSITION, name);
    Ok(response)
}

/// The places to which it may go, all that were chosen; otherwise why not.
async fn may_go(
    ask: &Ask<'_>,
    reading: &mut Reading,
    film: &Photo,
    album: &Album,
) -> Result<Vec<String>, Fault> {
    let known = Known::of(ask, reading, album).await?;
    let outcome = known.heap(film);
    let chosen = known.wheres.iter().filter(|place| place.chosen);
    let places: Vec<String> = chosen.map(|place| place.value.clone()).collect();
    if outcome.heap == Heap::Ready && !places.is_empty() {
        return Ok(places);
    }
    let reasons = outcome.reasons.iter();
    Err(Fault::Refused {
        sentences: reasons.map(|one| super::album::said(ask, *one)).collect(),
        again: super::album::address(film, &super::query(&super::chosen(ask))),
    })
}

async fn record(
    ask: &Ask<'_>,
    reading: &mut Reading,
    film: &Photo,
    places: &[String],
    role: Role,
) -> Result<(), Fault> {
    let entry = ask
        .entry("photo_film", "taken_along", role)
        .on(film.id.as_simple().to_string())
        .from_facts(json!({ "places": places }));
    decisions::record(&mut reading.tx, &entry).await?;
    Ok(())
}

/// All of it, piece by piece: never whole in memory.
fn whole(ask: &Ask<'_>, shown: &Shown) -> Response {
    let (send, receive) = mpsc::channel(2);
    let (people, board, id) = (ask.us.clone(), ask.caller.board, shown.film.id);
    tokio::spawn(async move {
        let mut at = 0;
        loop {
            let piece = one(&people, board, id, at).await.transpose();
            let Some(piece) = piece else { break };
            let failed = piece.is_err();
            let heard = send.send(piece.map_err(|fault| fault.to_string())).await;
            if failed || heard.is_err() {
                break;
            }
            at += 1;
        }
    });
    let mut response = answer(shown, Body::from_stream(Pieces(receive)));
    let length = HeaderValue::from(shown.length);
    response
        .headers_mut()
        .insert(header::CONTENT_LENGTH, length);
    response
}

async fn one(
    people: &people::People,
    board: words::BoardId,
    id: uuid::Uuid,
    at: i64,
) -> anyhow::Result<Option<Bytes>> {
    let keys = people.keys(board).await?;
    let mut tx = people.identity.parts.db.read(board).await?;
    let Some(key) = pieces::key(&mut tx, &keys, id).await? else {
        return Ok(None);
    };
    let piece = pieces::get_one(&mut tx, &key, (id, File::Clean), at).await?;
    Ok(piece.map(Bytes::from))
}

/// What comes through the channel, as a stream.
struct Pieces(mpsc::Receiver<Result<Bytes, String>>);

impl Stream for Pieces {
    type Item = Result<Bytes, String>;
    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(context)
    }
}
