//! Handlers: read the form, check it, one transaction, go on.

mod account;
mod code;
mod demo;
mod door;
mod first;
mod letter;
mod mail;
mod manage;
mod matrix;
mod oidc;
mod passkey;
mod password;
mod sign_in;
mod step_up;

use axum::Router;
use axum::body::Body;
use axum::extract::FromRef;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::routing::{get, post};
use shell::{Fault, Form, Visit, chance, cookie, form, headers, in_every_language, origin};
use store::Board;

use crate::{Caller, Identity};

/// What a handler answers.
type Answer = Result<Response, Fault>;

/// Every page of this word, in every language.
pub fn routes<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    Identity: FromRef<S>,
{
    let mut router = Router::new();
    for (path, method) in [
        ("/aanmelden", get(sign_in::boards)),
        ("/aanmelden/{board}", get(sign_in::ways)),
        ("/aanmelden/{board}/wachtwoord", post(password::enter)),
        (
            "/aanmelden/{board}/nieuw",
            get(password::ask_new).post(password::choose_new),
        ),
        ("/aanmelden/{board}/code", get(code::ask).post(code::enter)),
        ("/aanmelden/{board}/mail", post(mail::ask)),
        (
            "/aanmelden/{board}/mail/{token}",
            get(mail::show).post(mail::enter),
        ),
        (
            "/aanmelden/{board}/brief/{token}",
            get(letter::show).post(letter::enter),
        ),
        (
            "/aanmelden/{board}/brief/{token}/nieuw",
            post(letter::again),
        ),
        ("/aanmelden/{board}/sleutel/begin", post(passkey::begin)),
        ("/aanmelden/{board}/sleutel", post(passkey::enter)),
        ("/aanmelden/{board}/dienst/{service}", get(oidc::depart)),
        (
            "/aanmelden/{board}/dienst/{service}/terug",
            get(oidc::arrive),
        ),
        ("/uitloggen", post(sign_in::out)),
        ("/begin/{token}", get(first::ask).post(first::begin)),
        ("/demo/inloggen", get(demo::ask).post(demo::enter)),
        ("/account", get(account::show)),
        ("/account/sessies", post(account::end_sessions)),
        (
            "/account/wachtwoord",
            get(password::ask_change).post(password::change),
        ),
        ("/account/code", get(code::ask_add).post(code::add)),
        ("/account/sleutel/begin", post(passkey::begin_add)),
        ("/account/sleutel", post(passkey::add)),
        ("/account/sleutel/weg", post(passkey::remove)),
        ("/account/dienst/{service}", post(oidc::link)),
        (
            "/account/opnieuw",
            get(step_up::ask).post(step_up::by_password),
        ),
        ("/account/opnieuw/sleutel/begin", post(passkey::begin_again)),
        ("/account/opnieuw/sleutel", post(passkey::again)),
        ("/account/opnieuw/dienst/{service}", get(oidc::again)),
        ("/rechten", get(matrix::show)),
        ("/rechten.csv", get(matrix::csv)),
        ("/rechten.json", get(matrix::json)),
        (
            "/beheer/inloggen",
            get(manage::services).post(manage::put_service),
        ),
        ("/beheer/inloggen/weg", post(manage::remove_service)),
        ("/beheer/afmelden", post(manage::end_sessions)),
        (
            "/leerling/{person}/account",
            get(manage::ask_pupil).post(manage::make_pupil),
        ),
    ] {
        router = in_every_language(router, path, method);
    }
    router
}

impl Identity {
    /// The response, or the page for the fault.
    fn answer(&self, visit: &Visit, answer: Answer) -> Response {
        answer.unwrap_or_else(|fault| self.parts.site.fault(visit, &fault))
    }

    /// A page that nobody keeps.
    fn show(&self, visit: &Visit, page: maud::Markup) -> Response {
        self.parts.site.private(visit, Ok(page))
    }

    /// A form that comes back with what is to be repaired.
    fn again(&self, visit: &Visit, page: maud::Markup) -> Response {
        self.parts
            .site
            .private_as(StatusCode::UNPROCESSABLE_ENTITY, visit, Ok(page))
    }

    fn go_on(&self, visit: &Visit, address: &str) -> Response {
        self.parts.site.go_on(visit, address)
    }

    /// The board whose word stands in the address.
    async fn board_in(&self, visit: &Visit) -> Result<Board, Fault> {
        self.parts
            .db
            .board_by_slug(visit.part(1))
            .await?
            .ok_or(Fault::Missing)
    }

    /// A form of somebody who has not signed in, and the secret of their browser.
    async fn first_form(&self, headers: &HeaderMap, body: Body) -> Result<(Form, String), Fault> {
        let form = Form::read(headers, body, form::CAP).await?;
        let secret = cookie::read(headers, cookie::FIRST).unwrap_or_default();
        self.parts.origins.check_form(headers, secret, &form)?;
        Ok((form, secret.to_owned()))
    }

    /// A form of somebody who signed in.
    async fn own_form(&self, headers: &HeaderMap, body: Body) -> Result<Form, Fault> {
        let form = Form::read(headers, body, form::CAP).await?;
        let secret = cookie::read(headers, cookie::SESSION).unwrap_or_default();
        self.parts.origins.check_form(headers, secret, &form)?;
        Ok(form)
    }

    /// The secret of a browser in which nobody has signed in yet, made if it has none.
    fn first(&self, headers: &HeaderMap) -> First {
        match cookie::read(headers, cookie::FIRST) {
            Some(secret) => First {
                secret: secret.to_owned(),
                new: false,
            },
            None => First {
                secret: chance::token(&*self.parts.chance),
                new: true,
            },
        }
    }

    /// Where to go on: an address of ours, or home.
    fn back(&self, asked: &str) -> String {
        origin::own_path(asked)
            .unwrap_or(&self.parts.config.home)
            .to_owned()
    }

    /// Whether they proved a short while ago that it is them; and the page that asks for it if not.
    fn must_be_fresh(caller: &Caller, back: &str) -> Result<(), Fault> {
        if caller.stepped_up {
            return Ok(());
        }
        let words = crate::texts(caller.locale);
        let back: String = form_urlencoded::byte_serialize(back.as_bytes()).collect();
        Err(Fault::Refused {
            sentences: vec![words.t("policy-step-up").to_owned()],
            again: format!("/account/opnieuw?naar={back}"),
        })
    }
}

/// The secret of a browser before signing in.
struct First {
    secret: String,
    new: bool,
}

impl First {
    /// The token that its forms carry.
    fn token(&self) -> String {
        origin::form_token(&self.secret)
    }

    /// Gives the browser its secret, if it has none.
    fn onto(&self, mut response: Response) -> Response {
        if self.new {
            let set = cookie::set_for(cookie::FIRST, &self.secret, 3600);
            response.headers_mut().append(header::SET_COOKIE, set);
        }
        response
    }
}

/// A field of the query.
fn query(visit: &Visit, name: &str) -> String {
    visit
        .pairs()
        .find(|(key, _)| key == name)
        .map(|(_, value)| value)
        .unwrap_or_default()
}

/// Goes on at another site: only ever at a service that the board chose.
fn away(address: &str) -> Answer {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    *response.headers_mut() = headers::private();
    let location = HeaderValue::try_from(address).map_err(|_| Fault::Missing)?;
    response.headers_mut().insert(header::LOCATION, location);
    Ok(response)
}

/// An answer that a script or another program reads.
fn data(kind: &'static str, file: Option<&'static str>, text: String) -> Response {
    let mut response = headers::file(text, kind);
    if let Some(file) = file {
        response
            .headers_mut()
            .insert(header::CONTENT_DISPOSITION, HeaderValue::from_static(file));
    }
    response
}
