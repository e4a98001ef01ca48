//! Handlers: read the address or the form, ask the rules, one transaction, show or go on.

mod album;
mod albums;
mod cover;
mod crop;
mod draw;
mod film;
mod film_file;
mod image;
mod mark;
mod own;
mod part;
mod person;
mod photo;
mod send;
mod settle;
mod share;

use axum::Router;
use axum::routing::{get, post};
use identity::{Action, Caller};
use people::ask::{Ask, Reading};
use shell::{Fault, Form, Visit, in_every_language};
use ui::Place;
use uuid::Uuid;
use words::{Locale, PersonId, Role};

use crate::model::{Album, Photo};
use crate::store::{albums as rows, photos};
use crate::{Photos, texts};

/// A request in the words of this slice.
fn asked<'a>(us: &'a Photos, visit: &'a Visit, caller: &'a Caller, form: Form) -> Ask<'a> {
    Ask::with_words(&us.people, visit, caller, form, texts)
}

/// A page that is shown.
macro_rules! shows {
    ($page:path) => {
        people::shows!(Photos, asked, $page)
    };
}

/// A form that is sent.
macro_rules! takes {
    ($page:path) => {
        people::takes!(Photos, asked, shell::form::CAP, $page)
    };
}

/// Every page of this word, in every language.
pub fn routes(us: Photos) -> Router {
    let mut router = Router::new();
    for (path, method) in [
        ("/fotos", shows!(albums::list).merge(takes!(albums::begin))),
        (
            "/fotos/regels",
            shows!(settle::page).merge(takes!(settle::keep)),
        ),
        ("/fotos/mijn", shows!(own::page)),
        ("/fotos/mijn/beeld/{photo}/{person}", get(own::show)),
        (
            "/fotos/afdekken/{person}",
            shows!(cover::page).merge(takes!(cover::take)),
        ),
        ("/fotos/gevraagd/{act}", shows!(cover::done)),
        ("/fotos/van/{id}", shows!(person::page)),
        ("/fotos/beeld/{id}/{size}", get(image::show)),
        (
            "/fotos/foto/{id}",
            shows!(photo::page).merge(takes!(mark::save)),
        ),
        ("/fotos/foto/{id}/gezicht", takes!(draw::add)),
        ("/fotos/foto/{id}/weg", takes!(draw::erase)),
        (
            "/fotos/foto/{id}/uitsnede",
            shows!(crop::page).merge(takes!(crop::choose)),
        ),
        ("/fotos/foto/{id}/heel", takes!(crop::whole)),
        (
            "/fotos/film/{id}",
            people::shows!(Photos, film::asked, film::page).merge(people::takes!(
                Photos,
                film::asked,
                shell::form::CAP,
                film::save
            )),
        ),
        (
            "/fotos/film/{id}/plek",
            people::takes!(Photos, film::asked, shell::form::CAP, film::confirm),
        ),
        ("/fotos/film/{id}/beeld", get(film_file::watch)),
        ("/fotos/film/{id}/ophalen", get(film_file::fetch)),
        (
            "/fotos/stuur",
            shows!(share::page).merge(takes!(share::choose)),
        ),
        ("/fotos/{id}", shows!(album::page)),
        ("/fotos/{id}/verder", shows!(album::next)),
        ("/fotos/{id}/stuur", post(send::send)),
        ("/fotos/{id}/deel", post(part::take)),
        ("/fotos/{id}/bekend", post(part::known)),
        ("/delen", post(share::arrive)),
    ] {
        router = in_every_language(router, path, method);
    }
    router.with_state(us)
}

/// The places of this word that somebody may go to.
pub fn menu(caller: &Caller, locale: Locale) -> Vec<Place> {
    let places = [
        (
            caller.is_offered(Action::TakePhotos),
            "/fotos",
            "menu-photos",
        ),
        (caller.has(Role::Ouder), "/fotos/mijn", "own-title-child"),
        (
            caller.has(Role::Leerling) && !caller.has(Role::Ouder),
            "/fotos/mijn",
            "own-title-self",
        ),
    ];
    let shown = places.into_iter().filter(|(may, ..)| *may);
    shown
        .map(|(_, address, key)| Place {
            address: address.to_owned(),
            label: texts(locale).t(key).to_owned(),
        })
        .collect()
}

/// The album of an identity, and the role in which somebody may work with it.
async fn album_of(ask: &Ask<'_>, reading: &mut Reading, id: Uuid) -> Result<(Album, Role), Fault> {
    let found = rows::one(&mut reading.tx, &reading.keys, id).await?;
    let album = found.ok_or(Fault::Missing)?;
    let role = ask.must(Action::TakePhotos, &album.scope(ask.caller.board))?;
    Ok((album, role))
}

/// The photo or film that the address names, with its album and the role in which somebody may work with it.
async fn any_of(ask: &Ask<'_>, reading: &mut Reading) -> Result<(Photo, Album, Role), Fault> {
    let id: PersonId = ask.id(2)?;
    let photo = photos::one(&mut reading.tx, id.0).await?;
    let photo = photo.ok_or(Fault::Missing)?;
    let (album, role) = album_of(ask, reading, photo.album).await?;
    Ok((photo, album, role))
}

/// The same, of a photo.
async fn photo_of(ask: &Ask<'_>, reading: &mut Reading) -> Result<(Photo, Album, Role), Fault> {
    let found = any_of(ask, reading).await?;
    let is_photo = found.0.film.is_none();
    is_photo.then_some(found).ok_or(Fault::Missing)
}

/// The same, of a film.
async fn film_of(ask: &Ask<'_>, reading: &mut Reading) -> Result<(Photo, Album, Role), Fault> {
    let found = any_of(ask, reading).await?;
    let is_film = found.0.film.is_some();
    is_film.then_some(found).ok_or(Fault::Missing)
}

/// The places that were chosen, as the address has them.
fn chosen(ask: &Ask<'_>) -> Vec<String> {
    let pairs = ask.visit.pairs().filter(|(key, _)| key == "waar");
    pairs.map(|(_, value)| value).take(40).collect()
}

/// The same choice in another address; only words that a place can be.
fn query(chosen: &[String]) -> String {
    let plain = |text: &&String| {
        text.chars()
            .all(|sign| sign.is_ascii_alphanumeric() || sign == '-')
    };
    let parts: Vec<String> = chosen
        .iter()
        .filter(plain)
        .map(|text| format!("waar={text}"))
        .collect();
    if parts.is_empty() {
        String::new()
    } else {
        format!("?{}", parts.join("&"))
    }
}
