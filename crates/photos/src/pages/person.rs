//! All photos with a person: for whoever answers a parent.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use decisions::looked;
use identity::Action;
use people::ask::{Answer as Page, Ask, Reply};
use shell::Fault;
use words::PersonId;

use super::album::{address, size};
use crate::store::{albums, photos};
use crate::views::person as view;

/// The photos, the newest first. Rights as to what the register knows of the person.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let id: PersonId = ask.id(2)?;
    let known = reading.names.get(id).cloned().ok_or(Fault::Missing)?;
    let schools = known.place.schools.iter();
    let mut roles = schools.filter_map(|one| ask.role_for(Action::TypeConsent, &ask.at(*one)));
    let role = roles.next().ok_or(Fault::Missing)?;
    let mut found = Vec::new();
    let mut known_albums = HashMap::new();
    for photo in photos::with(&mut reading.tx, id).await? {
        let album = match known_albums.entry(photo.album) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                let album = albums::one(&mut reading.tx, &reading.keys, photo.album).await?;
                new.insert(album)
            }
        };
        let Some(album) = album else {
            continue;
        };
        if ask
            .role_for(Action::TypeConsent, &ask.at(album.school))
            .is_none()
        {
            continue;
        }
        let works = ask.role_for(Action::TakePhotos, &album.scope(ask.caller.board));
        found.push(view::Item {
            id: photo.id.as_simple().to_string(),
            address: works.map(|_| address(&photo, "")),
            size: size(&photo),
            film: photo.film.is_some(),
            album: album.name.clone(),
            day: ask.frame().day(album.day),
        });
    }
    let me = ask.caller.person;
    looked(&mut reading.tx, ask.now, me, Some(role), id, "photos").await?;
    reading.tx.commit().await?;
    // Back to the photo from where somebody came, or to what the register knows.
    let from = found.iter().find(|one| one.id == ask.query("foto"));
    let (back, label) = match from.and_then(|one| one.address.clone()) {
        Some(address) => (address, ask.words().t("crop-back")),
        None => (format!("/toestemmingen/{id}"), ask.words().t("person-back")),
    };
    Ok(Reply::Page(view::page(
        &ask.frame(),
        &known.name.said(),
        &found,
        (&back, label),
    )))
}
