//! Handlers: read the form, ask the rules, one transaction, show or go on.

mod ask;
mod text;
mod word;

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::routing::{get, post};
use identity::Caller;
use shell::{Form, Visit, in_every_language};

use crate::Publishing;
use ask::Ask;

pub use ask::menu;

/// The longest text in its widest letters, written as a form sends it, and some room for the rest.
const CAP: usize = 12 * personal_data::MAX_CHARS + shell::form::CAP;

/// A page that is shown.
macro_rules! shows {
    ($page:path) => {
        get(
            |State(us): State<Publishing>, visit: Visit, caller: Caller| async move {
                let ask = Ask::new(&us, &visit, &caller, Form::default());
                ask.reply($page(&ask).await)
            },
        )
    };
}

/// A form that is sent.
macro_rules! takes {
    ($page:path) => {
        post(
            |State(us): State<Publishing>,
             visit: Visit,
             caller: Caller,
             headers: HeaderMap,
             body: Body| async move {
                let site = &us.people.identity().parts.site;
                let form = match Form::read(&headers, body, CAP).await {
                    Ok(form) => form,
                    Err(fault) => return site.fault(&visit, &fault),
                };
                let ask = Ask::new(&us, &visit, &caller, form);
                match ask.is_ours() {
                    Ok(()) => ask.reply($page(&ask).await),
                    Err(fault) => site.fault(&visit, &fault),
                }
            },
        )
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
