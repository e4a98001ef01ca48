//! The pictures themselves: only through the program, for whoever may, kept nowhere on the way.

use axum::extract::State;
use axum::response::Response;
use decisions::looked;
use identity::{Action, Caller};
use people::ask::{Ask, Reading};
use shell::{Fault, Form, Visit};
use uuid::Uuid;
use words::{PersonId, Role};

use crate::model::File;
use crate::store::{albums, marks, photos, pieces, seen};
use crate::{Photos, texts};

/// A rendition. What came in is shown to nobody.
pub(super) async fn show(State(us): State<Photos>, visit: Visit, caller: Caller) -> Response {
    let ask = Ask::with_words(&us.people, &visit, &caller, Form::default(), texts);
    match picture(&ask).await {
        Ok(bytes) => shell::headers::file(bytes, "image/jpeg"),
        Err(fault) => ask.reply(Err(fault)),
    }
}

async fn picture(ask: &Ask<'_>) -> Result<Vec<u8>, Fault> {
    let id: PersonId = ask.id(2)?;
    let file = File::from_key(ask.visit.part(3)).filter(|file| File::RENDITIONS.contains(file));
    let file = file.ok_or(Fault::Missing)?;
    let mut reading = ask.writing().await?;
    let role = role(ask, &mut reading, id.0).await?;
    let key = pieces::key(&mut reading.tx, &reading.keys, id.0).await?;
    let key = key.ok_or(Fault::Missing)?;
    let bytes = pieces::get(&mut reading.tx, &key, id.0, file).await?;
    let bytes = bytes.ok_or(Fault::Missing)?;
    // A list is opened again and again: of its photos the log has one line of each person in an hour.
    if file == File::Small {
        log_once(ask, &mut reading, id.0, role).await?;
    } else {
        log(ask, &mut reading, id.0, role).await?;
    }
    reading.tx.commit().await?;
    Ok(bytes)
}

/// Whoever works with the album, or with what is known of the people at the school.
async fn role(ask: &Ask<'_>, reading: &mut Reading, id: Uuid) -> Result<Role, Fault> {
    let photo = photos::one(&mut reading.tx, id).await?;
    let photo = photo.ok_or(Fault::Missing)?;
    let album = albums::one(&mut reading.tx, &reading.keys, photo.album).await?;
    let album = album.ok_or(Fault::Missing)?;
    let takes = ask.role_for(Action::TakePhotos, &super::scope(ask, &album));
    let types = || ask.role_for(Action::TypeConsent, &ask.at(album.school));
    takes.or_else(types).ok_or(Fault::Missing)
}

/// That somebody saw who is named on it; or the photo, where nobody is.
pub(super) async fn log(
    ask: &Ask<'_>,
    reading: &mut Reading,
    id: Uuid,
    role: Role,
) -> Result<(), Fault> {
    for person in named(reading, id).await? {
        line(ask, reading, id, person, role).await?;
    }
    Ok(())
}

/// The same, once in an hour.
async fn log_once(ask: &Ask<'_>, reading: &mut Reading, id: Uuid, role: Role) -> Result<(), Fault> {
    for person in named(reading, id).await? {
        let subject = person.map_or(id, |person| person.0);
        let me = ask.caller.person;
        if seen::first(&mut reading.tx, id, me, subject, ask.now).await? {
            line(ask, reading, id, person, role).await?;
        }
    }
    Ok(())
}

/// Whose look the log is told of: everybody who is named, or nobody in particular.
async fn named(reading: &mut Reading, id: Uuid) -> Result<Vec<Option<PersonId>>, Fault> {
    let faces = marks::of_photo(&mut reading.tx, id).await?;
    let mut named: Vec<PersonId> = faces.iter().filter_map(|face| face.mark.person()).collect();
    named.sort_unstable();
    named.dedup();
    let all: Vec<Option<PersonId>> = named.into_iter().map(Some).collect();
    Ok(if all.is_empty() { vec![None] } else { all })
}

async fn line(
    ask: &Ask<'_>,
    reading: &mut Reading,
    id: Uuid,
    person: Option<PersonId>,
    role: Role,
) -> Result<(), Fault> {
    let (tx, me) = (&mut reading.tx, ask.caller.person);
    if let Some(person) = person {
        looked(tx, ask.now, me, Some(role), person, "photo").await?;
    } else {
        let entry = ask.entry(decisions::store::LOOKED, "shown", role);
        let entry = entry.on(format!("photo {}", id.as_simple()));
        decisions::record(tx, &entry).await?;
    }
    Ok(())
}
