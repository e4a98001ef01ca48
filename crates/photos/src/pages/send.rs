//! Photos that somebody sends: one at a time by script, or all at once. Sending the same again is harmless.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use identity::Caller;
use people::ask::{Answer as Page, Ask, Reply};
use people::forms::line;
use serde_json::json;
use sha2::{Digest as _, Sha256};
use shell::upload::Sent;
use shell::{Fault, Form, Uploads, Visit};
use words::PersonId;

use crate::model::Licence;
use crate::store::photos::{self, NewPhoto};
use crate::{Photos, jobs, texts};

/// The largest file: as much as the reader of photos takes.
const CAP: u64 = 40 << 20;
/// Files in one form.
const MOST: usize = 100;
/// The longest name of a maker.
const CREDIT: usize = 200;

/// Takes files in.
pub(super) async fn send(
    State(us): State<Photos>,
    visit: Visit,
    caller: Caller,
    request: Request,
) -> Response {
    let parts = &us.people.identity.parts;
    if let Err(fault) = parts.origins.check(request.headers()) {
        return parts.site.fault(&visit, &fault);
    }
    let Uploads { form, files } = match Uploads::read(request, CAP, MOST).await {
        Ok(uploads) => uploads,
        Err(fault) => return parts.site.fault(&visit, &fault),
    };
    let ask = Ask::with_words(&us.people, &visit, &caller, form, texts);
    match ask.is_ours() {
        Ok(()) => ask.reply(sent(&ask, &files).await),
        Err(fault) => parts.site.fault(&visit, &fault),
    }
}

/// Each file is kept by itself: what came before a fault stays, and sending it all again is harmless.
async fn sent(ask: &Ask<'_>, files: &[Sent]) -> Page {
    let id: PersonId = ask.id(1)?;
    let mut reading = ask.reading().await?;
    super::album_of(ask, &mut reading, id.0).await?;
    drop(reading);
    for file in files.iter().filter(|file| file.size > 0) {
        take(ask, id, file).await?;
    }
    Ok(Reply::GoOn(format!("/fotos/{}", id.0.as_simple())))
}

async fn take(ask: &Ask<'_>, album: PersonId, file: &Sent) -> Result<(), Fault> {
    let bytes = tokio::fs::read(file.file.path()).await?;
    let mut reading = ask.writing().await?;
    let (album, role) = super::album_of(ask, &mut reading, album.0).await?;
    let (tx, keys) = (&mut reading.tx, &reading.keys);
    let licence = Licence::from_key(ask.form.one("licentie")).unwrap_or(Licence::Own);
    let credit: String = line(ask.form.one("maker")).chars().take(CREDIT).collect();
    let new = NewPhoto {
        id: ask.new_id(),
        album: album.id,
        digest: photos::digest(keys, &hex(&Sha256::digest(&bytes))),
        licence,
        credit,
        by: ask.caller.person,
        at: ask.now,
    };
    if !photos::add(tx, keys, &new, &bytes).await? {
        return Ok(());
    }
    jobs::make(tx, new.id, 0, ask.now).await?;
    let entry = ask
        .entry("photo", "taken_in", role)
        .on(new.id.as_simple().to_string())
        .from_facts(json!({ "album": album.id, "licence": licence.key() }));
    decisions::record(tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Which of these files, by hash, the album has already: one hash a line.
pub(super) async fn known(
    State(us): State<Photos>,
    visit: Visit,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let site = &us.people.identity.parts.site;
    let form = match Form::read(&headers, body, shell::form::CAP).await {
        Ok(form) => form,
        Err(fault) => return site.fault(&visit, &fault),
    };
    let ask = Ask::with_words(&us.people, &visit, &caller, form, texts);
    let answer = match ask.is_ours() {
        Ok(()) => there(&ask).await,
        Err(fault) => Err(fault),
    };
    match answer {
        Ok(text) => {
            let mut response = Response::new(text.into());
            *response.headers_mut() = shell::headers::private();
            let plain = HeaderValue::from_static("text/plain; charset=utf-8");
            response.headers_mut().insert(header::CONTENT_TYPE, plain);
            response
        }
        Err(fault) => site.fault(&visit, &fault),
    }
}

async fn there(ask: &Ask<'_>) -> Result<String, Fault> {
    let id: PersonId = ask.id(1)?;
    let mut reading = ask.reading().await?;
    let (album, _) = super::album_of(ask, &mut reading, id.0).await?;
    let mut text = String::new();
    for hash in ask.form.all("hash").take(500) {
        let digest = photos::digest(&reading.keys, hash);
        if photos::has(&mut reading.tx, album.id, digest).await? {
            text.push_str(hash);
            text.push('\n');
        }
    }
    Ok(text)
}
