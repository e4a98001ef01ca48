//! The pictures themselves: only through the program, for whoever may, kept nowhere on the way.

use axum::extract::State;
use axum::response::Response;
use identity::{Action, Caller};
use people::ask::{Ask, Reading};
use shell::{Fault, Form, Visit};
use uuid::Uuid;
use words::{PersonId, Role};

use crate::looks;
use crate::model::File;
use crate::store::{albums, photos, pieces, seen};
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
        looks::looked_at(&mut reading.tx, id.0, (ask.caller.person, role), ask.now).await?;
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
    let takes = ask.role_for(Action::TakePhotos, &album.scope(ask.caller.board));
    let types = || ask.role_for(Action::TypeConsent, &ask.at(album.school));
    takes.or_else(types).ok_or(Fault::Missing)
}

/// That somebody saw it, once in an hour.
async fn log_once(ask: &Ask<'_>, reading: &mut Reading, id: Uuid, role: Role) -> Result<(), Fault> {
    let (tx, me) = (&mut reading.tx, ask.caller.person);
    for person in looks::whose(tx, id).await? {
        let subject = person.map_or(id, |person| person.0);
        if seen::first(tx, id, me, subject, ask.now).await? {
            looks::one(tx, id, person, (me, role), ask.now).await?;
        }
    }
    Ok(())
}
