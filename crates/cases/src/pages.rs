//! Handlers: read the address or the form, ask the rules, one transaction, show or go on.

mod acts;
mod case;
mod dossier;
mod figures;
mod file;
mod handle;
mod letter;
mod list;
mod mine;
mod open;
mod precedent;
mod pupil;
mod room;
mod signal;
mod story;
mod templates;
mod watch;

use axum::Router;
use axum::routing::{get, post};
use identity::{Action, Caller, Policy, Relation, Rule};
use people::ask::Ask;
use people::model::School;
use shell::{Form, Visit, in_every_language};
use ui::Place;
use words::{Locale, Role, SchoolId};

use crate::rules::script::Script;
use crate::{Cases, texts};

pub(crate) use letter::effect;
pub(crate) use list::{of_state, own};

/// The largest file that is taken in as evidence.
pub(crate) const CAP: u64 = 25 << 20;

/// A request in the words of this slice.
fn asked<'a>(us: &'a Cases, visit: &'a Visit, caller: &'a Caller, form: Form) -> Ask<'a> {
    Ask::with_words(&us.people, visit, caller, form, texts)
}

/// A page that is shown.
macro_rules! shows {
    ($page:path) => {
        people::shows!(Cases, asked, $page)
    };
}

/// A form that is sent.
macro_rules! takes {
    ($page:path) => {
        people::takes!(Cases, asked, shell::form::CAP, $page)
    };
}

/// A form with a file.
macro_rules! receives {
    ($page:path) => {
        people::receives!(Cases, asked, CAP, $page)
    };
}

/// Every page of this word, in every language.
pub fn routes(us: Cases) -> Router {
    let mut router = Router::new();
    for (path, method) in [
        (
            "/melden",
            shows!(signal::page).merge(receives!(signal::send)),
        ),
        ("/melden/ontspoort", takes!(signal::derails)),
        ("/melden/mijn", shows!(mine::list)),
        (
            "/melden/mijn/{id}",
            shows!(mine::page).merge(takes!(mine::write)),
        ),
        ("/melding/{board}", get(open::page).post(open::send)),
        (
            "/melding/{board}/code",
            get(open::ask_code).post(open::code),
        ),
        ("/zaken", shows!(list::page)),
        (
            "/zaken/{id}",
            shows!(case::page).merge(takes!(handle::take_up)),
        ),
        (
            "/zaken/volgen",
            shows!(watch::page).merge(takes!(watch::keep)),
        ),
        (
            "/zaken/{id}/bewijs",
            shows!(file::page).merge(receives!(file::send)),
        ),
        ("/zaken/{id}/bewijs/{event}", get(file::download)),
        (
            "/zaken/{id}/brief",
            shows!(letter::page).merge(takes!(letter::step)),
        ),
        ("/zaken/{id}/brief/{event}", get(letter::paper)),
        (
            "/zaken/{id}/dossier",
            shows!(dossier::page).merge(post(dossier::take)),
        ),
        ("/zaken/leerling/{person}", shows!(pupil::page)),
        ("/zaken/brieven", shows!(templates::list)),
        (
            "/zaken/brieven/{kind}",
            shows!(templates::page).merge(takes!(templates::keep)),
        ),
        ("/zaken/cijfers", shows!(figures::page)),
        ("/zaken/cijfers.csv", get(figures::csv)),
        (
            "/zaken/{id}/{act}",
            shows!(handle::page).merge(takes!(handle::keep)),
        ),
    ] {
        router = in_every_language(router, path, method);
    }
    router.with_state(us)
}

/// The places of this word that somebody may go to.
pub fn menu(caller: &Caller, locale: Locale) -> Vec<Place> {
    let words = texts(locale);
    let signals = !caller.by_letter && caller.is_offered(Action::Signal);
    let places = [
        (signals, "/melden", "menu-signal"),
        (!handling(caller, None).is_empty(), "/zaken", "menu-cases"),
    ];
    let shown = places.into_iter().filter(|(may, ..)| *may);
    let place = |(_, address, key): (bool, &str, &str)| Place {
        address: address.to_owned(),
        label: words.t(key).to_owned(),
    };
    shown.map(place).collect()
}

/// The policy lets this role handle cases, at once or after somebody proved again that it is them.
fn handles(role: Role) -> bool {
    Policy::shipped().rule(role, Action::HandleCases, Relation::OwnSchool) != Rule::Closed
}

/// The roles in which somebody handles cases at a school, or anywhere; at once or after they proved again that it is them.
pub(crate) fn handling(caller: &Caller, school: Option<SchoolId>) -> Vec<Role> {
    let covers =
        |only: Option<SchoolId>| only.is_none_or(|only| school.is_none_or(|at| at == only));
    let held = caller.roles.iter();
    let mut roles: Vec<Role> = held
        .filter(|held| covers(held.school) && handles(held.role))
        .map(|held| held.role)
        .collect();
    roles.sort_unstable();
    roles.dedup();
    roles
}

/// What the protocol of a school says of handling.
pub(crate) fn script_of(school: &School) -> Script<'static> {
    Script::of(protocol_of(school).map(|one| &one.document.front))
}

/// The protocol that a school follows.
pub(crate) fn protocol_of(school: &School) -> Option<&'static norms::Protocol> {
    school
        .protocol
        .as_deref()
        .and_then(norms::shipped::protocol)
}
