//! Handlers: read the address or the form, ask the rules, one transaction, show or go on.

pub mod ask;
mod ending;
mod family;
mod file;
mod find;
mod group;
mod home;
mod import;
mod jobs;
mod leave;
mod log;
mod members;
mod merge;
mod newcomer;
mod roles;
mod roll;
mod schools;

use axum::Router;
use axum::routing::get;
use shell::in_every_language;

use crate::People;
use ask::Ask;

pub use ask::menu;

/// Where everybody begins: what waits for them.
pub const HOME: &str = "/thuis";

/// A page that is shown.
macro_rules! shows {
    ($page:path) => {
        crate::shows!(People, Ask::new, $page)
    };
}

/// A form that is sent.
macro_rules! takes {
    ($page:path) => {
        crate::takes!(People, Ask::new, shell::form::CAP, $page)
    };
}

/// Every page of this word, in every language.
pub fn routes(us: People) -> Router {
    let mut router = Router::new();
    for (path, method) in [
        ("/thuis", shows!(home::page).merge(takes!(home::claim))),
        ("/mensen", shows!(find::page)),
        (
            "/mensen/nieuw",
            shows!(newcomer::page).merge(takes!(newcomer::add)),
        ),
        ("/mensen/{id}", shows!(file::page)),
        (
            "/mensen/{id}/wijzig",
            shows!(newcomer::edit).merge(takes!(newcomer::change)),
        ),
        ("/mensen/{id}/gezien", shows!(log::of_person)),
        (
            "/mensen/{id}/gezag/{guardian}",
            shows!(family::authority).merge(takes!(family::confirm)),
        ),
        (
            "/mensen/{id}/ouder",
            shows!(family::newcomer).merge(takes!(family::add)),
        ),
        (
            "/mensen/{id}/vertrek",
            shows!(leave::page).merge(takes!(leave::go)),
        ),
        (
            "/mensen/{id}/samenvoegen",
            shows!(merge::page).merge(takes!(merge::go)),
        ),
        ("/ik", shows!(family::me)),
        ("/kinderen", shows!(family::children)),
        ("/groepen", shows!(group::list)),
        (
            "/groepen/nieuw",
            shows!(group::new).merge(takes!(group::add)),
        ),
        ("/groepen/{id}", shows!(group::page)),
        (
            "/groepen/{id}/leden",
            shows!(members::who).merge(takes!(members::place)),
        ),
        ("/rollen", shows!(roles::page)),
        (
            "/rollen/geef",
            shows!(roles::form).merge(takes!(roles::give)),
        ),
        (
            "/rollen/{id}/einde",
            shows!(ending::page).merge(takes!(ending::end)),
        ),
        (
            "/schooljaar",
            shows!(roll::page).merge(takes!(roll::confirm)),
        ),
        (
            "/schooljaar/{id}",
            shows!(roll::class).merge(takes!(roll::choose)),
        ),
        ("/scholen", shows!(schools::list)),
        (
            "/scholen/nieuw",
            shows!(schools::form).merge(takes!(schools::keep)),
        ),
        (
            "/scholen/{id}",
            shows!(schools::form).merge(takes!(schools::keep)),
        ),
        ("/scholen/{id}/locatie", takes!(schools::add_location)),
        ("/logboek", shows!(log::search)),
        ("/taken", shows!(jobs::page).merge(takes!(jobs::again))),
        (
            "/inlezen",
            shows!(import::form).merge(crate::receives!(
                People,
                Ask::new,
                import::CAP,
                import::send
            )),
        ),
        ("/inlezen/{id}", takes!(import::decide).get(import::page)),
        ("/inlezen/voorbeeld/{name}", get(import::template)),
    ] {
        router = in_every_language(router, path, method);
    }
    router.with_state(us)
}
