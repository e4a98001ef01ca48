//! Photos and films that somebody sends, all at once: the plain form. Sending the same again is harmless.

use std::io::Read as _;

use axum::extract::{Request, State};
use axum::response::Response;
use faces::Refusal;
use identity::Caller;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::forms::line;
use seal::SubjectKey;
use serde_json::json;
use sha2::{Digest as _, Sha256};
use shell::upload::Sent;
use shell::{Fault, Uploads, Visit};
use words::PersonId;

use crate::model::{File, Film, Licence};
use crate::store::photos::{self, NewPhoto};
use crate::store::pieces::{self, PIECE};
use crate::{Photos, jobs, texts};

/// The largest photo: as much as the reader of photos takes.
const PHOTO: u64 = 40 << 20;
/// The largest film.
pub(super) const FILM: u64 = 200 << 20;
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
    let Uploads { form, files } = match Uploads::read(request, FILM, MOST).await {
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
    let on = if files.len() == 1 { "/verder" } else { "" };
    Ok(Reply::GoOn(format!("/fotos/{}{on}", id.0.as_simple())))
}

async fn take(ask: &Ask<'_>, album: PersonId, sent: &Sent) -> Result<(), Fault> {
    let mut file = std::fs::File::open(sent.file.path())?;
    let (kind, hash) = tokio::task::spawn_blocking(move || read(&mut file))
        .await
        .map_err(anyhow::Error::from)??;
    let new = New {
        film: kind,
        hash,
        size: sent.size,
    };
    let mut reading = ask.writing().await?;
    let Some((id, key)) = add(ask, &mut reading, album, &new).await? else {
        return Ok(());
    };
    let mut file = std::fs::File::open(sent.file.path())?;
    for part in (0..).take_while(|_| !new.is_heavy()) {
        let piece = piece(&mut file)?;
        if piece.is_empty() {
            break;
        }
        pieces::put_one(&mut reading.tx, &key, (id, File::Original), part, &piece).await?;
    }
    reading.tx.commit().await?;
    Ok(())
}

/// As much as one piece holds; nothing at the end.
fn piece(file: &mut std::fs::File) -> std::io::Result<Vec<u8>> {
    let mut piece = Vec::new();
    file.take(PIECE as u64).read_to_end(&mut piece)?;
    Ok(piece)
}

/// What a file is, and the hash of its bytes.
fn read(file: &mut std::fs::File) -> std::io::Result<(Option<Film>, String)> {
    let mut hash = Sha256::new();
    let first = piece(file)?;
    let kind = Film::of(&first);
    hash.update(&first);
    loop {
        let piece = piece(file)?;
        if piece.is_empty() {
            return Ok((kind, hex(&hash.finalize())));
        }
        hash.update(&piece);
    }
}

/// A file that came in whole.
pub(super) struct New {
    pub(super) film: Option<Film>,
    /// SHA-256 of its bytes.
    pub(super) hash: String,
    pub(super) size: u64,
}

impl New {
    /// Too large to be read as a photo.
    pub(super) fn is_heavy(&self) -> bool {
        self.film.is_none() && self.size > PHOTO
    }
}

/// Adds a file to an album: its identity, and the key under which its bytes are to be kept; nothing if the album has it already.
pub(super) async fn add(
    ask: &Ask<'_>,
    reading: &mut Reading,
    album: PersonId,
    file: &New,
) -> Result<Option<(uuid::Uuid, SubjectKey)>, Fault> {
    let (album, role) = super::album_of(ask, reading, album.0).await?;
    let (tx, keys) = (&mut reading.tx, &reading.keys);
    let licence = Licence::from_key(ask.form.one("licentie")).unwrap_or(Licence::Own);
    let credit: String = line(ask.form.one("maker")).chars().take(CREDIT).collect();
    let new = NewPhoto {
        id: ask.new_id(),
        album: album.id,
        digest: photos::digest(keys, &file.hash),
        film: file.film,
        licence,
        credit,
        by: ask.caller.person,
        at: ask.now,
    };
    let Some(key) = photos::add(tx, keys, &new).await? else {
        return Ok(None);
    };
    if file.is_heavy() {
        // Too large to be read: refused at once, and said so beside the others.
        let most = usize::try_from(PHOTO >> 20).unwrap_or_default();
        photos::refuse(tx, new.id, Refusal::Heavy { most }).await?;
    } else {
        jobs::make(tx, new.id, 0, ask.now).await?;
    }
    let entry = ask
        .entry("photo", "taken_in", role)
        .on(new.id.as_simple().to_string())
        .from_facts(json!({ "album": album.id, "licence": licence.key(), "film": file.film.map(Film::key) }));
    decisions::record(tx, &entry).await?;
    Ok(Some((new.id, key)))
}

/// A hash in words.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
