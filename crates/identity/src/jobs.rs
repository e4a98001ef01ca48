//! Letters: the link that signs a parent in, and any letter that a change asks for.
//!
//! Whoever asks for a link gets the same answer at once, known or not: the question is queued as it was typed, sealed, and only
//! this job finds out whose address it is.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use mail::{Letter, Outbox, Sent};
use seal::{BoardKeys, Place};
use serde::{Deserialize, Serialize};
use shell::chance;
use store::jobs::{Ending, Handler, Job, Progress, handler};
use store::{Db, NewJob, Tx};
use uuid::Uuid;
use words::{BoardId, Locale};

use crate::store::{links, sweep};
use crate::{Identity, texts};

/// How long a link works.
pub const LINK_LIVES: SignedDuration = SignedDuration::from_mins(30);

const LINK: &str = "sign_in_link";
const MAIL: &str = "mail";
const SWEEP: &str = "identity_sweep";
const PLACE: Place<'static> = Place {
    table: "job",
    column: "payload",
    row: Uuid::nil(),
};

#[derive(Serialize, Deserialize)]
struct Asked {
    address: String,
    locale: Locale,
    at: Timestamp,
}

fn sealed<T: Serialize>(keys: &BoardKeys, what: &T) -> anyhow::Result<serde_json::Value> {
    Ok(chance::hex(&keys.seal(PLACE, &serde_json::to_vec(what)?)?).into())
}

fn opened<T: for<'a> Deserialize<'a>>(
    keys: &BoardKeys,
    payload: &serde_json::Value,
) -> anyhow::Result<T> {
    let hex = payload.as_str().unwrap_or_default();
    let digits = hex.as_bytes().chunks(2).map(|pair| {
        let pair = std::str::from_utf8(pair)?;
        Ok(u8::from_str_radix(pair, 16)?)
    });
    let bytes = digits.collect::<anyhow::Result<Vec<u8>>>()?;
    Ok(serde_json::from_slice(&keys.open(PLACE, &bytes)?)?)
}

/// Queues a letter: it leaves when, and only when, this transaction is kept. `key` is its own: a second one with the same key is
/// not queued, and a second try is recognisably the same message. What it says stands sealed in the queue.
pub async fn post(
    tx: &mut Tx,
    keys: &BoardKeys,
    key: String,
    letter: &Letter,
    due: Timestamp,
) -> anyhow::Result<bool> {
    let payload = sealed(keys, letter)?;
    tx.job(NewJob {
        kind: MAIL,
        key,
        payload,
        due,
    })
    .await
}

/// Queues many letters at once, each with its own key.
pub async fn post_all(
    tx: &mut Tx,
    keys: &BoardKeys,
    letters: &[(String, Letter)],
    due: Timestamp,
) -> anyhow::Result<()> {
    let mut all = Vec::with_capacity(letters.len());
    for (key, letter) in letters {
        all.push(NewJob {
            kind: MAIL,
            key: key.clone(),
            payload: sealed(keys, letter)?,
            due,
        });
    }
    tx.jobs(all).await
}

/// Takes back the letters that did not leave yet and whose key begins so; how many.
pub async fn take_back(tx: &mut Tx, begins: &str) -> anyhow::Result<u64> {
    tx.take_back(MAIL, begins).await
}

/// Forgets the letters whose key begins so: those that wait do not leave, and of those that left nothing is kept. How many.
pub async fn forget(tx: &mut Tx, begins: &str) -> anyhow::Result<u64> {
    tx.forget_all(MAIL, begins).await
}

/// How far the letters are whose key begins so.
pub async fn progress(tx: &mut Tx, begins: &str) -> anyhow::Result<Progress> {
    tx.progress(MAIL, begins).await
}

/// Queues the question for a link.
pub(crate) async fn ask_link(
    tx: &mut Tx,
    keys: &BoardKeys,
    (key, address, locale): (String, &str, Locale),
    now: Timestamp,
) -> anyhow::Result<()> {
    let payload = sealed(
        keys,
        &Asked {
            address: address.to_owned(),
            locale,
            at: now,
        },
    )?;
    tx.job(NewJob {
        kind: LINK,
        key,
        payload,
        due: now,
    })
    .await
    .map(drop)
}

/// Queues throwing away what has had its time, once a day.
pub(crate) async fn sweep_daily(tx: &mut Tx, now: Timestamp) -> anyhow::Result<()> {
    let key = shell::clock::today(now).to_string();
    tx.job(NewJob {
        kind: SWEEP,
        key,
        payload: serde_json::Value::Null,
        due: now,
    })
    .await
    .map(drop)
}

/// What this slice does outside a request.
pub fn jobs(identity: &Identity, outbox: &Arc<dyn Outbox>) -> Vec<(&'static str, Handler)> {
    let (us, out) = (identity.clone(), Arc::clone(outbox));
    let link = handler(move |db, board, job| {
        let (us, out) = (us.clone(), Arc::clone(&out));
        async move { send_link(&us, &*out, &db, board, &job).await }
    });
    let (us, out) = (identity.clone(), Arc::clone(outbox));
    let mail = handler(move |_, board, job| {
        let (us, out) = (us.clone(), Arc::clone(&out));
        async move {
            let Some(keys) = us.parts.keyring.of(board).await? else {
                return Ok(gone());
            };
            let letter: Letter = opened(&keys, &job.payload)?;
            Ok(ending(out.send(&job.key, &letter).await))
        }
    });
    let us = identity.clone();
    let tidy = handler(move |db, board, _| {
        let us = us.clone();
        async move {
            let mut tx = db.begin(board).await?;
            sweep(&mut tx, us.now()).await?;
            tx.commit().await?;
            Ok(Ending::Done)
        }
    });
    vec![(LINK, link), (MAIL, mail), (SWEEP, tidy)]
}

async fn send_link(
    us: &Identity,
    out: &dyn Outbox,
    db: &Db,
    board: BoardId,
    job: &Job,
) -> anyhow::Result<Ending> {
    let Some(keys) = us.parts.keyring.of(board).await? else {
        return Ok(gone());
    };
    let asked: Asked = opened(&keys, &job.payload)?;
    let expires = asked.at.saturating_add(LINK_LIVES)?;
    let now = us.now();
    // A link that no longer works is not worth a letter.
    if expires <= now {
        return Ok(Ending::Done);
    }
    let name = db.board(board).await?.map(|board| (board.slug, board.name));
    let Some((slug, board_name)) = name else {
        return Ok(gone());
    };
    let mut tx = db.begin(board).await?;
    let mut letters = Vec::new();
    for known in us
        .parts
        .directory
        .by_address(&mut tx, &keys, &asked.address)
        .await?
    {
        let Some(address) = known.address else {
            continue;
        };
        // The same for each try of this job, so that a letter that comes twice has one link.
        let token = chance::hex(&keys.index("mail-link", &format!("{} {}", job.key, known.person)));
        links::put(&mut tx, &token, known.person, expires).await?;
        let origin = us.parts.origins.first();
        let path =
            ui::layout::in_language(asked.locale, &format!("/aanmelden/{slug}/mail/{token}"));
        let key = format!("link-{}-{}", job.key, known.person);
        letters.push((
            key,
            letter(
                asked.locale,
                &address,
                &known.name.said(),
                &board_name,
                &format!("{origin}{path}"),
            ),
        ));
    }
    tx.commit().await?;
    for (key, letter) in letters {
        match out.send(&key, &letter).await {
            Sent::Accepted => {}
            other => return Ok(ending(other)),
        }
    }
    Ok(Ending::Done)
}

fn letter(locale: Locale, to: &str, name: &str, board: &str, link: &str) -> Letter {
    let words = texts(locale);
    let values = [
        ("name", name.into()),
        ("board", board.into()),
        ("link", link.into()),
    ];
    Letter {
        to: to.to_owned(),
        subject: words.f("letter-link-subject", &values),
        text: format!("{}\n", words.f("letter-link-text", &values)),
        html: Some(crate::views::letters::link(locale, name, board, link).into_string()),
        language: locale.tag().to_owned(),
    }
}

fn ending(sent: Sent) -> Ending {
    match sent {
        Sent::Accepted => Ending::Done,
        Sent::Later(fault) => Ending::Again { after: None, fault },
        Sent::Refused(fault) => Ending::Dead { fault },
    }
}

fn gone() -> Ending {
    Ending::Dead {
        fault: "the board is gone".to_owned(),
    }
}
