//! Passkeys: signing in, adding one, proving again.

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use decisions::Entry;
use seal::BoardKeys;
use serde_json::Value as Json;
use shell::{Fault, Form, Visit, chance, cookie};
use store::Tx;
use ui::Errors;
use uuid::Uuid;
use webauthn_rs::prelude::{DiscoverableAuthentication, PasskeyRegistration};
use words::PersonId;

use super::code::may_add;
use super::door::Door;
use super::password::STEP_LIVES;
use super::sign_in::{self, Typed};
use super::{Answer, data};
use crate::session::Means;
use crate::store::passkeys::{self, Kept};
use crate::store::{accounts, state};
use crate::{Caller, Identity, texts};

/// Passkeys that somebody may have.
const MOST: usize = 10;

/// What the browser must know to sign somebody in.
pub(super) async fn begin(door: Door) -> Response {
    let answer = challenge(&door.us, door.board.id, &door.first).await;
    door.answer(answer)
}

async fn challenge(us: &Identity, board: words::BoardId, secret: &str) -> Answer {
    let keys = us.keys(board).await?;
    let (challenge, held) = us.passkeys.begin()?;
    let mut tx = us.parts.db.begin(board).await?;
    let expires = us.now().saturating_add(STEP_LIVES)?;
    state::put(&mut tx, &keys, (secret, "passkey"), &held, expires).await?;
    tx.commit().await?;
    Ok(data("application/json", None, challenge.to_string()))
}

/// Who the browser proves that it is, if it does.
async fn proved(
    us: &Identity,
    tx: &mut Tx,
    keys: &BoardKeys,
    (secret, form): (&str, &Form),
) -> anyhow::Result<Option<PersonId>> {
    let now = us.now();
    let Some(held) =
        state::take::<DiscoverableAuthentication>(tx, keys, (secret, "passkey"), now).await?
    else {
        return Ok(None);
    };
    let Ok(shown) = serde_json::from_str::<Json>(form.raw("sleutel")) else {
        return Ok(None);
    };
    let Ok((claimed, credential)) = us.passkeys.claimed(&shown) else {
        return Ok(None);
    };
    let Some(mut kept) = passkeys::by_credential(tx, &credential).await? else {
        return Ok(None);
    };
    if kept.person != claimed {
        return Ok(None);
    }
    if let Err(fault) = us.passkeys.prove(&shown, held, &mut kept.passkey) {
        tracing::warn!(%fault, "a passkey proves nothing");
        return Ok(None);
    }
    passkeys::used(tx, &kept, now).await?;
    Ok(Some(kept.person))
}

/// Lets somebody in by a passkey.
pub(super) async fn enter(door: Door) -> Response {
    let answer = entered(&door).await;
    door.answer(answer)
}

async fn entered(door: &Door) -> Answer {
    let back = door.us.back(door.form.one("naar"));
    let mut tx = door.us.parts.db.begin(door.board.id).await?;
    let shown = (door.first.as_str(), &door.form);
    let Some(person) = proved(&door.us, &mut tx, &door.keys, shown).await? else {
        tx.commit().await?;
        let mut errors = Errors::default();
        errors.add("", texts(door.visit.locale).t("fault-passkey"));
        let typed = Typed {
            back,
            errors,
            ..Typed::default()
        };
        return sign_in::again(door, &typed).await;
    };
    door.lets_in(tx, person, (Means::Passkey, &back)).await
}

/// What the browser must know to make a passkey.
pub(super) async fn begin_add(
    State(us): State<Identity>,
    visit: Visit,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let answer = async {
        us.own_form(&headers, body).await?;
        let keys = us.keys(caller.board).await?;
        let own = cookie::read(&headers, cookie::SESSION).unwrap_or_default();
        let mut tx = us.parts.db.begin(caller.board).await?;
        let account = accounts::of(&mut tx, caller.person).await?;
        let have = passkeys::of(&mut tx, caller.person).await?;
        let have = have
            .iter()
            .map(|kept| kept.passkey.cred_id().clone())
            .collect();
        let (challenge, held) = us.passkeys.begin_new(caller.person, &caller.name, have)?;
        let expires = us.now().saturating_add(STEP_LIVES)?;
        state::put(&mut tx, &keys, (own, "new-passkey"), &held, expires).await?;
        tx.commit().await?;
        may_add(&us, &caller, &account, "/account").await?;
        Ok(data("application/json", None, challenge.to_string()))
    };
    us.answer(&visit, answer.await)
}

/// Keeps a passkey. The session goes on under a new secret.
pub(super) async fn add(
    State(us): State<Identity>,
    visit: Visit,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let answer = async {
        let form = us.own_form(&headers, body).await?;
        let keys = us.keys(caller.board).await?;
        let now = us.now();
        let own = cookie::read(&headers, cookie::SESSION).unwrap_or_default();
        let mut tx = us.parts.db.begin(caller.board).await?;
        let account = accounts::of(&mut tx, caller.person).await?;
        may_add(&us, &caller, &account, "/account").await?;
        let held: PasskeyRegistration = state::take(&mut tx, &keys, (own, "new-passkey"), now)
            .await?
            .ok_or(Fault::Forged)?;
        let made: Json = serde_json::from_str(form.raw("sleutel")).map_err(|_| Fault::Forged)?;
        let passkey = us.passkeys.finish_new(&made, &held).map_err(|fault| {
            tracing::warn!(%fault, "passkey refused");
            Fault::Forged
        })?;
        if passkeys::of(&mut tx, caller.person).await?.len() >= MOST {
            return Err(Fault::TooLarge);
        }
        let label: String = form
            .one("naam")
            .chars()
            .filter(|c| !c.is_control())
            .take(60)
            .collect();
        let label = if label.is_empty() {
            texts(visit.locale).t("passkey-unnamed").to_owned()
        } else {
            label
        };
        let id = chance::id(&*us.parts.chance, now);
        passkeys::put(
            &mut tx,
            &Kept {
                id,
                person: caller.person,
                label,
                made: now,
                used: None,
                passkey,
            },
        )
        .await?;
        let entry = Entry::new(now, "passkey", "added")
            .by(caller.person, None)
            .about(caller.person);
        decisions::record(&mut tx, &entry).await?;
        let begun = us
            .begin(&mut tx, (&keys, caller.person, Means::Passkey), &headers)
            .await?;
        tx.commit().await?;
        us.sessions.forget();
        Ok(begun.onto(us.go_on(&visit, "/account")))
    };
    us.answer(&visit, answer.await)
}

/// Takes a passkey away.
pub(super) async fn remove(
    State(us): State<Identity>,
    visit: Visit,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let answer = async {
        let form = us.own_form(&headers, body).await?;
        Identity::must_be_fresh(&caller, "/account")?;
        let id: Uuid = form.one("sleutel").parse().map_err(|_| Fault::Missing)?;
        let now = us.now();
        let mut tx = us.parts.db.begin(caller.board).await?;
        if !passkeys::remove(&mut tx, caller.person, id).await? {
            return Err(Fault::Missing);
        }
        let entry = Entry::new(now, "passkey", "removed")
            .by(caller.person, None)
            .about(caller.person);
        decisions::record(&mut tx, &entry).await?;
        tx.commit().await?;
        Ok(us.go_on(&visit, "/account"))
    };
    us.answer(&visit, answer.await)
}

/// What the browser must know to prove again who it is.
pub(super) async fn begin_again(
    State(us): State<Identity>,
    visit: Visit,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let answer = async {
        us.own_form(&headers, body).await?;
        challenge(
            &us,
            caller.board,
            cookie::read(&headers, cookie::SESSION).unwrap_or_default(),
        )
        .await
    };
    us.answer(&visit, answer.await)
}

/// Proves again who it is.
pub(super) async fn again(
    State(us): State<Identity>,
    visit: Visit,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let answer = async {
        let form = us.own_form(&headers, body).await?;
        let keys = us.keys(caller.board).await?;
        let own = cookie::read(&headers, cookie::SESSION).unwrap_or_default();
        let mut tx = us.parts.db.begin(caller.board).await?;
        let person = proved(&us, &mut tx, &keys, (own, &form)).await?;
        if person != Some(caller.person) {
            tx.commit().await?;
            return super::step_up::not_proved(
                &us,
                &visit,
                &caller,
                form.one("naar"),
                "fault-passkey",
            )
            .await;
        }
        let renewed = us.step_up(&mut tx, &caller).await?;
        tx.commit().await?;
        Ok(renewed.onto(us.go_on(&visit, &us.back(form.one("naar")))))
    };
    us.answer(&visit, answer.await)
}
