//! The work on one film: everything but pictures and sound taken out.

use std::io::{Read as _, Write as _};

use ::store::Db;
use ::store::jobs::Ending;
use anyhow::Context;
use faces::Refusal;
use seal::SubjectKey;
use tempfile::NamedTempFile;
use uuid::Uuid;
use words::BoardId;

use crate::Photos;
use crate::film::Unclean;
use crate::model::{File, Film, State};
use crate::store::pieces::PIECE;
use crate::store::{films, photos, pieces};

/// Cleans it, where this house has the means; otherwise it waits, and goes nowhere.
pub(super) async fn made(us: &Photos, db: &Db, board: BoardId, id: Uuid) -> anyhow::Result<Ending> {
    let Some(clean) = us.clean.clone() else {
        return Ok(Ending::Done);
    };
    let Some((kind, from)) = begun(us, db, board, id).await? else {
        return Ok(Ending::Done);
    };
    let to = NamedTempFile::new()?;
    let (answer, to) = tokio::task::spawn_blocking(move || {
        let answer = clean(kind, from.path(), to.path());
        (answer, to)
    })
    .await?;
    match answer {
        Ok(()) => keep(us, db, board, id, Some(to)).await,
        Err(Unclean::System(fault)) => Ok(Ending::Again {
            after: None,
            fault: fault.to_string(),
        }),
        Err(Unclean::Film) => keep(us, db, board, id, None).await,
    }
}

/// The film as it came in, in a file that is gone when it is dropped.
async fn begun(
    us: &Photos,
    db: &Db,
    board: BoardId,
    id: Uuid,
) -> anyhow::Result<Option<(Film, NamedTempFile)>> {
    let keys = us.people.keys(board).await?;
    let mut tx = db.read(board).await?;
    let film = photos::one(&mut tx, id).await?;
    let film = film.filter(|film| film.state == State::Waits);
    let Some(kind) = film.and_then(|film| film.film) else {
        return Ok(None);
    };
    let key = pieces::key(&mut tx, &keys, id).await?.context("no key")?;
    let mut whole = NamedTempFile::new()?;
    for part in 0.. {
        let piece = pieces::get_one(&mut tx, &key, (id, File::Original), part).await?;
        match piece {
            Some(piece) => whole.write_all(&piece)?,
            None if part == 0 => anyhow::bail!("the bytes of a film are not there"),
            None => break,
        }
    }
    whole.flush()?;
    Ok(Some((kind, whole)))
}

async fn keep(
    us: &Photos,
    db: &Db,
    board: BoardId,
    id: Uuid,
    made: Option<NamedTempFile>,
) -> anyhow::Result<Ending> {
    let keys = us.people.keys(board).await?;
    let mut tx = db.begin(board).await?;
    let film = photos::one(&mut tx, id).await?;
    if film.is_none_or(|film| film.state != State::Waits) {
        return Ok(Ending::Done);
    }
    let length = match &made {
        Some(clean) => {
            let key = pieces::key(&mut tx, &keys, id).await?.context("no key")?;
            copy(&mut tx, &key, id, clean).await?
        }
        None => 0,
    };
    if length == 0 {
        photos::refuse(&mut tx, id, Refusal::Broken).await?;
    } else {
        films::clean(&mut tx, id, length).await?;
    }
    tx.commit().await?;
    Ok(Ending::Done)
}

/// Piece by piece; how many bytes.
async fn copy(
    tx: &mut ::store::Tx,
    key: &SubjectKey,
    id: Uuid,
    from: &NamedTempFile,
) -> anyhow::Result<u64> {
    pieces::remove(tx, id, File::Clean).await?;
    let mut from = std::fs::File::open(from.path())?;
    let mut length = 0;
    for part in 0.. {
        let mut piece = Vec::new();
        (&mut from).take(PIECE as u64).read_to_end(&mut piece)?;
        if piece.is_empty() {
            break;
        }
        length += piece.len() as u64;
        pieces::put_one(tx, key, (id, File::Clean), part, &piece).await?;
    }
    Ok(length)
}
