//! The photos of a publication, for whoever may see it.

use axum::extract::State;
use axum::response::Response;
use identity::Caller;
use photos::model::File;
use shell::{Fault, Form, Visit};
use words::PersonId;

use super::ask::Ask;
use super::posts;
use crate::Publishing;
use crate::gather::bytes;
use crate::store::releases;

/// A photo, by its number.
pub(super) async fn photo(State(us): State<Publishing>, visit: Visit, caller: Caller) -> Response {
    let ask = Ask::new(&us, &visit, &caller, Form::default());
    served(&ask, picture(&ask).await)
}

/// A picture that was shown as proof.
pub(super) async fn proof(State(us): State<Publishing>, visit: Visit, caller: Caller) -> Response {
    let ask = Ask::new(&us, &visit, &caller, Form::default());
    served(&ask, proven(&ask).await)
}

fn served(ask: &Ask<'_>, found: Result<(String, Vec<u8>), Fault>) -> Response {
    match found {
        Ok((kind, bytes)) => {
            let kind = match kind.as_str() {
                "image/png" => "image/png",
                _ => "image/jpeg",
            };
            shell::headers::file(bytes, kind)
        }
        Err(fault) => ask.reply(Err(fault)),
    }
}

async fn picture(ask: &Ask<'_>) -> Result<(String, Vec<u8>), Fault> {
    let mut reading = ask.writing().await?;
    let opened = posts::open(ask, &mut reading).await?;
    let number: usize = ask.visit.part(3).parse().map_err(|_| Fault::Missing)?;
    let pictures = &opened.publication.content.pictures;
    let picture = number.checked_sub(1).and_then(|at| pictures.get(at));
    let picture = picture.ok_or(Fault::Missing)?;
    let found = bytes(&mut reading.tx, &reading.keys, picture.photo, File::Medium).await?;
    let found = found.ok_or(Fault::Missing)?;
    let by = (ask.caller.person, opened.role);
    photos::looked_at(&mut reading.tx, picture.photo, by, ask.now).await?;
    reading.tx.commit().await?;
    Ok(("image/jpeg".to_owned(), found))
}

async fn proven(ask: &Ask<'_>) -> Result<(String, Vec<u8>), Fault> {
    let mut reading = ask.writing().await?;
    let opened = posts::open(ask, &mut reading).await?;
    let (release, id): (PersonId, PersonId) = (ask.id(3)?, ask.id(5)?);
    let release = opened.releases.iter().find(|one| one.id == release.0);
    let release = release.ok_or(Fault::Missing)?.id;
    let proofs = releases::proofs(&mut reading.tx, &reading.keys, release).await?;
    let proof = proofs
        .into_iter()
        .find(|one| one.id == id.0 && one.kind != "link");
    let proof = proof.ok_or(Fault::Missing)?;
    let entry = ask
        .entry("publication_proof", "shown", opened.role)
        .on(proof.id.as_simple().to_string());
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    Ok((proof.kind, proof.bytes))
}
