//! A file that comes in parts: on a bad network each part that arrived stays, and only what is missing is sent again.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use identity::Caller;
use people::ask::{Ask, Reading};
use sha2::{Digest as _, Sha256};
use shell::{Fault, Form, Upload, Visit};
use words::PersonId;

use super::send::{FILM, New, add, hex};
use crate::model::{File, Film};
use crate::store::parts::{self, Whole};
use crate::store::{photos, pieces};
use crate::{Photos, texts};

/// Bytes of a part, all but the last. As `app.js` cuts them: a part is through within five seconds on a slow network.
pub(super) const PART: u64 = 128 << 10;
/// Parts of files that are not whole yet, of one person: three films.
const WAITING: i64 = 5000;

/// Which of these files, by hash, the album has already: one hash a line. Of one that is not whole, the hash with the parts that
/// are there: `HASH 0 1 3`.
pub(super) async fn known(
    State(us): State<Photos>,
    visit: Visit,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let form = match Form::read(&headers, body, shell::form::CAP).await {
        Ok(form) => form,
        Err(fault) => return us.people.identity.parts.site.fault(&visit, &fault),
    };
    let ask = Ask::with_words(&us.people, &visit, &caller, form, texts);
    let answer = match ask.is_ours() {
        Ok(()) => there(&ask).await,
        Err(fault) => Err(fault),
    };
    said(&us, &visit, answer)
}

fn said(us: &Photos, visit: &Visit, answer: Result<String, Fault>) -> Response {
    match answer {
        Ok(text) => {
            let mut response = Response::new(text.into());
            *response.headers_mut() = shell::headers::private();
            let plain = HeaderValue::from_static("text/plain; charset=utf-8");
            response.headers_mut().insert(header::CONTENT_TYPE, plain);
            response
        }
        Err(fault) => us.people.identity.parts.site.fault(visit, &fault),
    }
}

async fn there(ask: &Ask<'_>) -> Result<String, Fault> {
    let id: PersonId = ask.id(1)?;
    let mut reading = ask.reading().await?;
    let (album, _) = super::album_of(ask, &mut reading, id.0).await?;
    let mut text = String::new();
    for hash in ask.form.all("hash").take(500) {
        let digest = photos::digest(&reading.keys, hash);
        let tx = &mut reading.tx;
        if photos::has(tx, album.id, digest.clone()).await? {
            text.push_str(hash);
            text.push('\n');
            continue;
        }
        let whole = Whole {
            album: album.id,
            digest,
        };
        let parts = parts::there(tx, &whole).await?;
        if !parts.is_empty() {
            text.push_str(hash);
            for part in parts {
                text.push(' ');
                text.push_str(&part.to_string());
            }
            text.push('\n');
        }
    }
    Ok(text)
}

/// Takes one part in: `hash` and `grootte` of the whole file, `deel` for the number of the part. The answer is *goed* once the whole
/// file is in, *meer* before, and *opnieuw* where the parts are not the file that was said.
pub(super) async fn take(
    State(us): State<Photos>,
    visit: Visit,
    caller: Caller,
    request: Request,
) -> Response {
    let parts = &us.people.identity.parts;
    if let Err(fault) = parts.origins.check(request.headers()) {
        return parts.site.fault(&visit, &fault);
    }
    let Upload { form, file } = match Upload::read(request, PART).await {
        Ok(upload) => upload,
        Err(fault) => return parts.site.fault(&visit, &fault),
    };
    let ask = Ask::with_words(&us.people, &visit, &caller, form, texts);
    let answer = match (ask.is_ours(), file) {
        (Ok(()), Some(file)) => match tokio::fs::read(file.file.path()).await {
            Ok(bytes) => one(&ask, &bytes).await,
            Err(fault) => Err(fault.into()),
        },
        (Ok(()), None) => Err(Fault::Forged),
        (Err(fault), _) => Err(fault),
    };
    said(&us, &visit, answer)
}

/// What the form says of a part.
struct Part {
    hash: String,
    size: u64,
    number: i64,
    /// Of all parts.
    many: i64,
}

impl Part {
    fn of(ask: &Ask<'_>, bytes: &[u8]) -> Option<Self> {
        let form = &ask.form;
        let hash = form.one("hash").to_owned();
        let is_hash = hash.len() == 64
            && hash
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let size: u64 = form.one("grootte").parse().ok()?;
        let number: u64 = form.one("deel").parse().ok()?;
        let many = size.div_ceil(PART);
        let length = PART.min(size.checked_sub(number.checked_mul(PART)?)?);
        let fits = (1..=FILM).contains(&size) && number < many && bytes.len() as u64 == length;
        (is_hash && fits).then_some(Self {
            hash,
            size,
            number: i64::try_from(number).ok()?,
            many: i64::try_from(many).ok()?,
        })
    }
}

async fn one(ask: &Ask<'_>, bytes: &[u8]) -> Result<String, Fault> {
    let id: PersonId = ask.id(1)?;
    let part = Part::of(ask, bytes).ok_or(Fault::TooLarge)?;
    let mut reading = ask.writing().await?;
    let (album, _) = super::album_of(ask, &mut reading, id.0).await?;
    let whole = Whole {
        album: album.id,
        digest: photos::digest(&reading.keys, &part.hash),
    };
    let tx = &mut reading.tx;
    if photos::has(tx, album.id, whole.digest.clone()).await? {
        return Ok("goed\n".to_owned());
    }
    if parts::waiting(tx, ask.caller.person).await? >= WAITING {
        return Err(Fault::TooOften { seconds: 3600 });
    }
    let by = (ask.caller.person, ask.now);
    parts::put(tx, &reading.keys, &whole, (part.number, bytes), by).await?;
    let there = i64::try_from(parts::there(tx, &whole).await?.len())?;
    let done = there == part.many;
    let answer = match done {
        false => "meer\n",
        true if join(ask, &mut reading, (id, &whole), &part).await? => "goed\n",
        true => "opnieuw\n",
    };
    reading.tx.commit().await?;
    Ok(answer.to_owned())
}

/// All parts are in: they become one file, if together they have the hash that was said. Otherwise they go, and all is sent anew.
async fn join(
    ask: &Ask<'_>,
    reading: &mut Reading,
    (album, whole): (PersonId, &Whole),
    part: &Part,
) -> Result<bool, Fault> {
    let mut hash = Sha256::new();
    let mut film = None;
    for number in 0..part.many {
        let bytes = bytes(reading, whole, number).await?;
        if number == 0 {
            film = Film::of(&bytes);
        }
        hash.update(&bytes);
    }
    let is_it = hex(&hash.finalize()) == part.hash;
    if is_it {
        let new = New {
            film,
            hash: part.hash.clone(),
            size: part.size,
        };
        let added = add(ask, reading, album, &new).await?;
        if let Some((id, key)) = added.filter(|_| !new.is_heavy()) {
            for number in 0..part.many {
                let bytes = bytes(reading, whole, number).await?;
                let of = (id, File::Original);
                pieces::put_one(&mut reading.tx, &key, of, number, &bytes).await?;
            }
        }
    }
    parts::remove(&mut reading.tx, whole).await?;
    Ok(is_it)
}

async fn bytes(reading: &mut Reading, whole: &Whole, number: i64) -> Result<Vec<u8>, Fault> {
    let bytes = parts::get(&mut reading.tx, &reading.keys, whole, number).await?;
    bytes.ok_or(Fault::Forged)
}
