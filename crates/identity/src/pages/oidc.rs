//! Another service: going there, and coming back.

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use decisions::Entry;
use seal::BoardKeys;
use shell::{Fault, Peer, Visit, cookie, origin};
use store::{Board, Tx};
use words::PersonId;

use super::password::STEP_LIVES;
use super::{Answer, away, query};
use crate::oidc::{self, Errand, Shown, Trip, Web, believed_address};
use crate::session::Means;
use crate::store::providers::{self, Provider};
use crate::store::state;
use crate::views::oidc as views;
use crate::{Caller, Identity};

/// How long ago somebody may have typed their password there, to prove it here.
const PROVED_WITHIN: i64 = 300;

impl Identity {
    fn web(&self) -> Web {
        Web {
            client: self.web.clone(),
            loopback: self.parts.config.loopback,
        }
    }

    /// Where a service sends people back to. Each has its own, so that one cannot hand in what another gave.
    pub(super) fn redirect(&self, board: &str, service: &str) -> String {
        format!(
            "{}/aanmelden/{board}/dienst/{service}/terug",
            self.parts.origins.first()
        )
    }
}

async fn provider(
    us: &Identity,
    board: &Board,
    keys: &BoardKeys,
    slug: &str,
) -> Result<Provider, Fault> {
    let mut tx = us.parts.db.read(board.id).await?;
    providers::one(&mut tx, keys, slug)
        .await?
        .ok_or(Fault::Missing)
}

/// Sends somebody to a service, and remembers for this browser what must come back.
async fn leave(
    us: &Identity,
    board: &Board,
    secret: &str,
    (slug, back, errand): (&str, &str, Option<Errand>),
) -> Result<String, Fault> {
    let keys = us.keys(board.id).await?;
    let provider = provider(us, board, &keys, slug).await?;
    let redirect = us.redirect(&board.slug, slug);
    let gone = oidc::depart(
        &us.web(),
        &provider,
        &redirect,
        (back, errand),
        &*us.parts.chance,
    )
    .await;
    let (address, trip) = gone.map_err(|fault| Fault::Broken(fault.into()))?;
    let mut tx = us.parts.db.begin(board.id).await?;
    let expires = us.now().saturating_add(STEP_LIVES)?;
    state::put(&mut tx, &keys, (secret, "oidc"), &trip, expires).await?;
    tx.commit().await?;
    Ok(address)
}

/// To a service, to sign in.
pub(super) async fn depart(
    State(us): State<Identity>,
    visit: Visit,
    peer: Peer,
    headers: HeaderMap,
) -> Response {
    let answer = async {
        us.from(&peer)?;
        let board = us.board_in(&visit).await?;
        let (first, back) = (us.first(&headers), us.back(&query(&visit, "naar")));
        let address = leave(&us, &board, &first.secret, (visit.part(3), &back, None)).await?;
        Ok(first.onto(away(&address)?))
    };
    us.answer(&visit, answer.await)
}

/// To a service, to link it to oneself.
pub(super) async fn link(
    State(us): State<Identity>,
    visit: Visit,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let answer = async {
        us.own_form(&headers, body).await?;
        Identity::must_be_fresh(&caller, "/account")?;
        let (first, address) = errand(
            &us,
            &caller,
            &headers,
            (visit.part(2), "/account", Errand::Link),
        )
        .await?;
        // A form may only go to ourselves, so says our policy; so the page that answers leads on.
        let (title, content) = views::onward(visit.locale, &address);
        Ok(first.onto(us.show(&visit, us.page(&visit, &caller, title, content))))
    };
    us.answer(&visit, answer.await)
}

/// To a service, to prove again who it is.
pub(super) async fn again(
    State(us): State<Identity>,
    visit: Visit,
    caller: Caller,
    headers: HeaderMap,
) -> Response {
    let answer = async {
        let back = us.back(&query(&visit, "naar"));
        let (first, address) = errand(
            &us,
            &caller,
            &headers,
            (visit.part(3), &back, Errand::StepUp),
        )
        .await?;
        Ok(first.onto(away(&address)?))
    };
    us.answer(&visit, answer.await)
}

async fn errand(
    us: &Identity,
    caller: &Caller,
    headers: &HeaderMap,
    (slug, back, errand): (&str, &str, Errand),
) -> Result<(super::First, String), Fault> {
    let board = us
        .parts
        .db
        .board(caller.board)
        .await?
        .ok_or(Fault::Missing)?;
    let first = us.first(headers);
    let address = leave(us, &board, &first.secret, (slug, back, Some(errand))).await?;
    Ok((first, address))
}

/// Back from a service. What was remembered is used up, whatever comes of it.
pub(super) async fn arrive(
    State(us): State<Identity>,
    visit: Visit,
    peer: Peer,
    headers: HeaderMap,
) -> Response {
    let answer = async {
        us.from(&peer)?;
        let board = us.board_in(&visit).await?;
        let keys = us.keys(board.id).await?;
        let provider = provider(&us, &board, &keys, visit.part(3)).await?;
        let secret = cookie::read(&headers, cookie::FIRST).ok_or(Fault::Forged)?;
        let mut tx = us.parts.db.begin(board.id).await?;
        let trip: Option<Trip> = state::take(&mut tx, &keys, (secret, "oidc"), us.now()).await?;
        tx.commit().await?;
        let trip = trip
            .filter(|trip| came_back(trip, &provider, &visit))
            .ok_or(Fault::Forged)?;
        let code = query(&visit, "code");
        let redirect = us.redirect(&board.slug, &provider.slug);
        let shown = oidc::arrive(&us.web(), &provider, &redirect, (&trip, &code), us.now()).await;
        let Ok(shown) = shown else {
            return Ok(refused(&us, &visit, &board, "service-failed"));
        };
        let caller = us
            .caller(&headers, visit.locale)
            .await?
            .filter(|caller| caller.board == board.id && !caller.by_letter);
        let mut tx = us.parts.db.begin(board.id).await?;
        match trip.errand {
            None => {
                enter(
                    &us,
                    &visit,
                    &headers,
                    (&board, &keys, &provider),
                    (tx, &trip, &shown),
                )
                .await
            }
            Some(Errand::Link) => {
                let caller = caller.ok_or(Fault::Forged)?;
                let linked = providers::link(
                    &mut tx,
                    &keys,
                    (&provider, &shown.subject),
                    caller.person,
                    us.now(),
                )
                .await?;
                if !linked {
                    return Ok(refused(&us, &visit, &board, "service-taken"));
                }
                record_link(&us, &mut tx, &provider, caller.person).await?;
                tx.commit().await?;
                Ok(us.go_on(&visit, &trip.back))
            }
            Some(Errand::StepUp) => {
                let caller = caller.ok_or(Fault::Forged)?;
                let who =
                    providers::linked(&mut tx, &keys, (&provider.issuer, &shown.subject)).await?;
                let now = us.now().as_second();
                let fresh = shown
                    .signed_in
                    .is_some_and(|at| (now - at).abs() <= PROVED_WITHIN);
                if who != Some(caller.person) || !fresh {
                    return Ok(refused(&us, &visit, &board, "service-not-fresh"));
                }
                let renewed = us.step_up(&mut tx, &caller).await?;
                tx.commit().await?;
                Ok(renewed.onto(us.go_on(&visit, &trip.back)))
            }
        }
    };
    us.answer(&visit, answer.await)
}

/// Whether this is the trip that this browser went on: its state, its service, and the issuer's own word where it gives it.
fn came_back(trip: &Trip, provider: &Provider, visit: &Visit) -> bool {
    let issuer = query(visit, "iss");
    trip.slug == provider.slug
        && origin::same(&trip.state, &query(visit, "state"))
        && (issuer.is_empty() || issuer == provider.issuer)
        && !query(visit, "code").is_empty()
}

/// Lets in whom the service is linked to; or links it, this once, by an address that the board believes it about.
async fn enter(
    us: &Identity,
    visit: &Visit,
    headers: &HeaderMap,
    (board, keys, provider): (&Board, &BoardKeys, &Provider),
    (mut tx, trip, shown): (Tx, &Trip, &Shown),
) -> Answer {
    let who = providers::linked(&mut tx, keys, (&provider.issuer, &shown.subject)).await?;
    let who = match who {
        Some(person) => us
            .parts
            .directory
            .person(&mut tx, keys, person)
            .await?
            .map(|known| known.person),
        None => introduce(us, &mut tx, keys, provider, shown).await?,
    };
    let Some(person) = who else {
        return Ok(refused(us, visit, board, "service-unknown"));
    };
    let begun = us
        .begin(&mut tx, (keys, person, Means::Oidc), headers)
        .await?;
    tx.commit().await?;
    Ok(begun.onto(us.go_on(visit, &trip.back)))
}

/// Somebody comes by for the first time.
async fn introduce(
    us: &Identity,
    tx: &mut Tx,
    keys: &BoardKeys,
    provider: &Provider,
    shown: &Shown,
) -> anyhow::Result<Option<PersonId>> {
    let address = match believed_address(provider, &shown.claims) {
        Ok(address) => address,
        Err(why) => {
            tracing::info!(
                provider = provider.slug,
                ?why,
                "somebody came by whom nobody knows"
            );
            return Ok(None);
        }
    };
    let known = us.parts.directory.by_address(tx, keys, &address).await?;
    let [only] = known.as_slice() else {
        return Ok(None);
    };
    if !providers::link(tx, keys, (provider, &shown.subject), only.person, us.now()).await? {
        return Ok(None);
    }
    record_link(us, tx, provider, only.person).await?;
    Ok(Some(only.person))
}

async fn record_link(
    us: &Identity,
    tx: &mut Tx,
    provider: &Provider,
    person: PersonId,
) -> anyhow::Result<()> {
    let entry = Entry::new(us.now(), "service_linked", "linked")
        .by(person, None)
        .about(person)
        .on(&provider.slug);
    decisions::record(tx, &entry).await.map(drop)
}

fn refused(us: &Identity, visit: &Visit, board: &Board, key: &str) -> Response {
    let (title, content) = views::refused(visit.locale, &board.slug, key);
    us.again(visit, us.open_page(visit, title, content))
}
