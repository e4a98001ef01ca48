//! Handlers: read the form, ask the rules, one transaction, show or go on.

mod ask;
mod text;
mod word;

use axum::Router;
use shell::in_every_language;

use crate::Publishing;
use ask::Ask;

pub use ask::menu;

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
    ] {
        router = in_every_language(router, path, method);
    }
    router.with_state(us)
}
