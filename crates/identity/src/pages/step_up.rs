//! Proving again that it is still them.

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use shell::{Fault, Visit};
use ui::Errors;

use super::password::throttle;
use super::{Answer, code, query};
use crate::store::{accounts, passkeys, providers};
use crate::views::step_up as views;
use crate::{Caller, Identity, texts};

/// Tries in a quarter of an hour.
const TRIES: i64 = 10;

/// Asks.
pub(super) async fn ask(State(us): State<Identity>, visit: Visit, caller: Caller) -> Response {
    let back = us.back(&query(&visit, "naar"));
    let answer = page(&us, &visit, &caller, &back, &Errors::default()).await;
    us.answer(&visit, answer.map(|page| us.show(&visit, page)))
}

/// The page with all ways that this person has.
async fn page(
    us: &Identity,
    visit: &Visit,
    caller: &Caller,
    back: &str,
    errors: &Errors,
) -> Result<maud::Markup, Fault> {
    let keys = us.keys(caller.board).await?;
    let mut tx = us.parts.db.read(caller.board).await?;
    let account = accounts::of(&mut tx, caller.person).await?;
    let services = providers::all(&mut tx, &keys).await?;
    let services: Vec<(String, String)> = services
        .into_iter()
        .map(|one| (one.slug, one.name))
        .collect();
    let shown = views::Ways {
        token: &caller.csrf,
        back,
        passkey: !passkeys::of(&mut tx, caller.person).await?.is_empty(),
        password: account.totp.is_some(),
        services: &services,
        demo: us.parts.config.demo,
        errors,
    };
    let (title, content) = views::ways(visit.locale, &shown);
    Ok(us.page(visit, caller, title, content))
}

/// The page again, with what was wrong.
pub(super) async fn not_proved(
    us: &Identity,
    visit: &Visit,
    caller: &Caller,
    back: &str,
    key: &str,
) -> Answer {
    let mut errors = Errors::default();
    errors.add("", texts(visit.locale).t(key));
    Ok(us.again(
        visit,
        page(us, visit, caller, &us.back(back), &errors).await?,
    ))
}

/// By password and second factor; in the demo by a click.
pub(super) async fn by_password(
    State(us): State<Identity>,
    visit: Visit,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let answer = async {
        let form = us.own_form(&headers, body).await?;
        let keys = us.keys(caller.board).await?;
        let board = us
            .parts
            .db
            .board(caller.board)
            .await?
            .ok_or(Fault::Missing)?;
        let by_click = us.parts.config.demo && form.has("demo");
        if !by_click {
            throttle(
                &us,
                &board,
                &[(format!("step-up {}", caller.person), TRIES)],
            )
            .await?;
            let account =
                accounts::of(&mut us.parts.db.read(caller.board).await?, caller.person).await?;
            if !us
                .passwords
                .is(form.raw("wachtwoord"), account.password.as_deref())
                .await?
            {
                return not_proved(&us, &visit, &caller, form.one("naar"), "fault-step-up").await;
            }
        }
        let mut tx = us.parts.db.begin(caller.board).await?;
        if !by_click
            && !code::is_right(&mut tx, &keys, caller.person, form.one("code"), us.now()).await?
        {
            drop(tx);
            return not_proved(&us, &visit, &caller, form.one("naar"), "fault-step-up").await;
        }
        let renewed = us.step_up(&mut tx, &caller).await?;
        tx.commit().await?;
        Ok(renewed.onto(us.go_on(&visit, &us.back(form.one("naar")))))
    };
    us.answer(&visit, answer.await)
}
