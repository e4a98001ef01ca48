//! Handlers: read the address or the form, ask the rules, one transaction, show or go on.

mod account;
mod add;
mod ask;
mod change;
mod list;
mod open;

use axum::Router;
use axum::routing::get;
use identity::{Action, Caller};
use shell::in_every_language;
use ui::Place;
use words::Locale;

use crate::{Channels, texts};
use ask::Ask;

/// A page that is shown.
macro_rules! shows {
    ($page:path) => {
        people::shows!(Channels, Ask::new, $page)
    };
}

/// A form that is sent.
macro_rules! takes {
    ($page:path) => {
        people::takes!(Channels, Ask::new, shell::form::CAP, $page)
    };
}

/// Every page of this word, in every language; and what everybody may read.
pub fn routes(us: Channels) -> Router {
    let mut router = Router::new();
    for (path, method) in [
        ("/kanalen", shows!(list::page)),
        ("/kanalen/nieuw", shows!(add::page).merge(takes!(add::keep))),
        ("/kanalen/{id}", shows!(account::page)),
        ("/kanalen/{id}/probeer", takes!(account::look)),
        (
            "/kanalen/{id}/wijzig",
            shows!(change::page).merge(takes!(change::keep)),
        ),
        (
            "/kanalen/{id}/stop",
            shows!(change::stop_page).merge(takes!(change::stop)),
        ),
        ("/feed/{board}/{account}", get(open::list)),
        ("/feed/{board}/{account}/atom.xml", get(open::atom)),
        ("/feed/{board}/{account}/feed.json", get(open::json)),
        ("/feed/{board}/{account}/{post}", get(open::post)),
        ("/feed/{board}/{account}/{post}/{image}", get(open::image)),
    ] {
        router = in_every_language(router, path, method);
    }
    router.with_state(us)
}

/// The places of this word that somebody may go to.
pub fn menu(caller: &Caller, locale: Locale) -> Vec<Place> {
    let may = caller.is_offered(Action::RunChannels);
    may.then(|| Place {
        address: "/kanalen".to_owned(),
        label: texts(locale).t("menu-channels").to_owned(),
    })
    .into_iter()
    .collect()
}
