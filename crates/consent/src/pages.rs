//! Handlers: read the address or the form, ask the rules, one transaction, show or go on.

mod answers;
mod asking;
mod campaigns;
mod exchange;
mod office;
mod own;
mod paper;
mod picture;
mod print;
mod proof;
mod protect;
mod purposes;
mod receipt;
mod spoken;
mod takeover;
mod terms;
mod todo;

use axum::Router;
use axum::routing::get;
use identity::{Action, Caller};
use people::ask::Ask;
use shell::{Form, Visit, in_every_language};
use ui::{Place, Table};
use words::{Channel, Locale, Medium, Role};

use crate::model::{Answer, Cell};
use crate::{Consent, texts};

pub use spoken::{Spoken, speaks_for};

/// A channel in words.
pub(crate) fn channel_said(words: &Table, channel: Channel) -> String {
    words.t(&format!("channel-{}", channel.key())).to_owned()
}

/// A question in words: *foto op de website*.
fn cell_said(words: &Table, cell: Cell) -> String {
    let medium = words.t(medium_key(cell.medium));
    let place = words.t(&format!("at-{}", cell.channel.key())).to_owned();
    format!("{medium} {place}")
}

/// The text that names a medium.
const fn medium_key(medium: Medium) -> &'static str {
    match medium {
        Medium::Foto => "medium-foto",
        Medium::Film => "medium-film",
        Medium::Geluid => "medium-geluid",
        Medium::Naam => "medium-naam",
    }
}

/// The text that names an answer.
const fn answer_key(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "answer-yes",
        Answer::No => "answer-no",
        Answer::Undone => "answer-undone",
    }
}

/// A request in the words of this slice.
fn asked<'a>(us: &'a Consent, visit: &'a Visit, caller: &'a Caller, form: Form) -> Ask<'a> {
    Ask::with_words(&us.people, visit, caller, form, texts)
}

/// A page that is shown.
macro_rules! shows {
    ($page:path) => {
        people::shows!(Consent, asked, $page)
    };
}

/// A form that is sent.
macro_rules! takes {
    ($page:path) => {
        people::takes!(Consent, asked, shell::form::CAP, $page)
    };
}

/// A form with a file that is sent.
macro_rules! receives {
    ($cap:expr, $page:path) => {
        people::receives!(Consent, asked, $cap, $page)
    };
}

/// Every page of this word, in every language.
pub fn routes(us: Consent) -> Router {
    let mut router = Router::new();
    for (path, method) in [
        ("/toestemming", shows!(own::page).merge(takes!(own::save))),
        ("/toestemming/bewaard/{act}", shows!(own::saved)),
        ("/toestemming/geschiedenis", shows!(proof::history)),
        ("/toestemming/bewijs/{id}", shows!(proof::page)),
        ("/toestemming/bewijs/{id}/pdf", get(proof::file)),
        ("/toestemming/bewijs/{id}/jsonld", get(proof::file)),
        ("/toestemmingen", shows!(office::overview)),
        (
            "/toestemmingen/wacht",
            shows!(todo::page).merge(takes!(todo::done)),
        ),
        ("/toestemmingen/uitwisselen", shows!(exchange::page)),
        ("/toestemmingen/uitvoer", get(exchange::file)),
        (
            "/toestemmingen/overnemen",
            receives!(takeover::CAP, takeover::send),
        ),
        (
            "/toestemmingen/overnemen/{id}",
            shows!(takeover::page).merge(takes!(takeover::check)),
        ),
        ("/toestemmingen/vragen", shows!(campaigns::list)),
        (
            "/toestemmingen/vragen/nieuw",
            shows!(asking::form).merge(takes!(asking::check)),
        ),
        (
            "/toestemmingen/vragen/{id}",
            shows!(campaigns::page).merge(takes!(campaigns::stop)),
        ),
        ("/toestemmingen/vragen/{id}/papier", get(campaigns::paper)),
        ("/toestemmingen/doelen", shows!(purposes::list)),
        (
            "/toestemmingen/doelen/{id}",
            shows!(purposes::form).merge(takes!(purposes::keep)),
        ),
        ("/toestemmingen/doelen/{id}/einde", takes!(purposes::end)),
        (
            "/toestemmingen/regels",
            shows!(terms::page).merge(takes!(terms::settle)),
        ),
        ("/toestemmingen/formulier/{id}", get(paper::evidence)),
        ("/toestemmingen/{id}", shows!(office::person)),
        (
            "/toestemmingen/{id}/papier",
            shows!(paper::form).merge(receives!(paper::CAP, paper::send)),
        ),
        ("/toestemmingen/{id}/ongedaan", takes!(office::undo)),
        ("/toestemmingen/{id}/bescherming", takes!(protect::change)),
        ("/in-beeld", shows!(picture::list)),
        ("/in-beeld/{group}", shows!(picture::page)),
    ] {
        router = in_every_language(router, path, method);
    }
    router.with_state(us)
}

/// The places of this word that somebody may go to.
pub fn menu(caller: &Caller, locale: Locale) -> Vec<Place> {
    let words = texts(locale);
    let somewhere = |action| caller.is_offered(action);
    let answers =
        caller.has(Role::Ouder) || caller.has(Role::Leerling) || somewhere(Action::LookConsent);
    let places = [
        (answers, "/toestemming", "menu-consent"),
        (somewhere(Action::LookConsent), "/in-beeld", "menu-picture"),
        (
            somewhere(Action::TypeConsent),
            "/toestemmingen",
            "menu-register",
        ),
    ];
    let shown = places.into_iter().filter(|(may, ..)| *may);
    shown
        .map(|(_, address, key)| Place {
            address: address.to_owned(),
            label: words.t(key).to_owned(),
        })
        .collect()
}
