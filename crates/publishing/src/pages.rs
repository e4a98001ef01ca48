//! Handlers: read the form, ask the rules, one transaction, show or go on.

mod ask;
mod desk;
mod draft;
mod image;
mod outside;
mod panel;
mod post;
mod posts;
mod release;
mod submit;
mod text;
mod typed;
mod word;

use axum::Router;
use axum::routing::get;
use shell::in_every_language;

use crate::Publishing;
pub use ask::menu;

use ask::Ask;

/// The longest text in its widest letters, written as a form sends it, and some room for the rest.
const CAP: usize = 12 * personal_data::MAX_CHARS + shell::form::CAP;

/// A page that is shown.
macro_rules! shows {
    ($page:path) => {
        people::shows!(Publishing, Ask::new, $page)
    };
}

/// A form that is sent.
macro_rules! takes {
    ($page:path) => {
        people::takes!(Publishing, Ask::new, CAP, $page)
    };
}

/// A form with a file.
macro_rules! receives {
    ($page:path) => {
        people::receives!(Publishing, Ask::new, release::MOST, $page)
    };
}

/// Every page of this word, in every language.
pub fn routes(us: Publishing) -> Router {
    let mut router = Router::new();
    for (path, method) in [
        ("/tekst", shows!(text::page).merge(takes!(text::read))),
        ("/woorden", shows!(word::list).merge(takes!(word::add))),
        (
            "/woorden/{id}",
            shows!(word::page).merge(takes!(word::remove)),
        ),
        ("/berichten", shows!(desk::list).merge(takes!(desk::begin))),
        (
            "/berichten/regels",
            shows!(submit::terms).merge(takes!(submit::settle)),
        ),
        (
            "/berichten/{id}",
            shows!(draft::page).merge(takes!(draft::save)),
        ),
        (
            "/berichten/{id}/fotos",
            shows!(submit::pick).merge(takes!(submit::picked)),
        ),
        (
            "/berichten/{id}/indienen",
            shows!(submit::page).merge(takes!(submit::send)),
        ),
        ("/berichten/{id}/stap", takes!(post::act)),
        ("/berichten/{id}/buiten", takes!(outside::ask)),
        (
            "/buiten/{board}/{secret}",
            get(outside::page).post(outside::answer),
        ),
        ("/buiten/{board}/{secret}/beeld/{n}", get(outside::photo)),
        ("/berichten/{id}/beeld/{n}", get(image::photo)),
        (
            "/berichten/{id}/plaatsing/{release}",
            shows!(release::page).merge(takes!(release::act)),
        ),
        (
            "/berichten/{id}/plaatsing/{release}/bewijs",
            receives!(release::prove),
        ),
        (
            "/berichten/{id}/plaatsing/{release}/bewijs/{proof}",
            get(image::proof),
        ),
    ] {
        router = in_every_language(router, path, method);
    }
    router.with_state(us)
}
