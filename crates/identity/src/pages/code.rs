//! The second factor.

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use decisions::Entry;
use jiff::Timestamp;
use seal::{BoardKeys, Place};
use shell::{Fault, Visit, cookie, origin};
use store::Tx;
use ui::Errors;
use words::PersonId;

use super::Answer;
use super::door::Door;
use super::password::{Halfway, STEP_LIVES, throttle};
use crate::factor::{Secret, recovery_codes, recovery_hash};
use crate::session::Means;
use crate::store::accounts::{self, Account};
use crate::store::{passkeys, state};
use crate::views::code as views;
use crate::{Caller, Identity, texts};

/// Wrong codes before the password is asked again.
const WRONG: u8 = 5;
/// Codes in a quarter of an hour for one person, wherever they come from.
const TRIES: i64 = 10;

fn place(person: PersonId) -> Place<'static> {
    Place {
        table: "account",
        column: "totp",
        row: person.0,
    }
}

/// Asks for the code.
pub(super) async fn ask(State(us): State<Identity>, visit: Visit, headers: HeaderMap) -> Response {
    let answer = async {
        let board = us.board_in(&visit).await?;
        let first = us.first(&headers);
        let (title, content) = views::ask(
            visit.locale,
            &board.slug,
            &first.token(),
            &Errors::default(),
        );
        Ok(first.onto(us.show(&visit, us.open_page(&visit, title, content))))
    };
    us.answer(&visit, answer.await)
}

/// Checks it, and lets them in.
pub(super) async fn enter(door: Door) -> Response {
    let answer = entered(&door).await;
    door.answer(answer)
}

async fn entered(door: &Door) -> Answer {
    let now = door.us.now();
    let mut tx = door.us.parts.db.begin(door.board.id).await?;
    let halfway: Halfway = state::take(&mut tx, &door.keys, (&door.first, "code"), now)
        .await?
        .ok_or(Fault::Forged)?;
    let tries = crate::store::count(&mut tx, &format!("code {}", halfway.person), now).await?;
    let code = door.form.one("code");
    if tries <= TRIES && is_right(&mut tx, &door.keys, halfway.person, code, now).await? {
        let to = (Means::Password, halfway.back.as_str());
        return door.lets_in(tx, halfway.person, to).await;
    }
    let tries = halfway.tries + 1;
    wrong(door, tx, Halfway { tries, ..halfway }).await
}

/// A wrong code: once more, until it is too often.
async fn wrong(door: &Door, mut tx: Tx, halfway: Halfway) -> Answer {
    let now = door.us.now();
    let go_on = halfway.tries < WRONG;
    if go_on {
        let expires = now.saturating_add(STEP_LIVES)?;
        let whose = (door.first.as_str(), "code");
        state::put(&mut tx, &door.keys, whose, &halfway, expires).await?;
    }
    tx.commit().await?;
    if !go_on {
        return Err(Fault::TooOften {
            seconds: crate::store::until_next(now),
        });
    }
    let mut errors = Errors::default();
    errors.add("code", texts(door.visit.locale).t("fault-code"));
    let token = origin::form_token(&door.first);
    let page = door.page(views::ask(
        door.visit.locale,
        &door.board.slug,
        &token,
        &errors,
    ));
    Ok(door.us.again(&door.visit, page))
}

/// Whether this is the code of now, never used before; or a recovery code, which is then used up.
pub(super) async fn is_right(
    tx: &mut Tx,
    keys: &BoardKeys,
    person: PersonId,
    code: &str,
    now: Timestamp,
) -> anyhow::Result<bool> {
    let mut account = accounts::of(tx, person).await?;
    let Some(sealed) = &account.totp else {
        return Ok(false);
    };
    let secret = Secret::from_bytes(keys.open(place(person), sealed)?);
    if let Some(step) = secret.step(code, now) {
        return accounts::use_step(tx, person, step).await;
    }
    let used = recovery_hash(code);
    let Some(at) = account
        .recovery
        .iter()
        .position(|kept| origin::same(kept, &used))
    else {
        return Ok(false);
    };
    account.recovery.swap_remove(at);
    accounts::put(tx, person, &account, now).await?;
    let entry = Entry::new(now, "recovery_code", "used")
        .by(person, None)
        .about(person);
    decisions::record(tx, &entry).await?;
    Ok(true)
}

/// Whether somebody may add a way to sign in: they proved that it is them, or have no second way yet.
pub(super) async fn may_add(
    us: &Identity,
    caller: &Caller,
    account: &Account,
    back: &str,
) -> Result<(), Fault> {
    let mut tx = us.parts.db.read(caller.board).await?;
    let bare = account.totp.is_none() && passkeys::of(&mut tx, caller.person).await?.is_empty();
    if bare {
        Ok(())
    } else {
        Identity::must_be_fresh(caller, back)
    }
}

/// Shows a new secret, to be read by an app.
pub(super) async fn ask_add(
    State(us): State<Identity>,
    visit: Visit,
    caller: Caller,
    headers: HeaderMap,
) -> Response {
    let answer = async {
        let keys = us.keys(caller.board).await?;
        let now = us.now();
        let mut tx = us.parts.db.begin(caller.board).await?;
        let account = accounts::of(&mut tx, caller.person).await?;
        if account.password.is_none() {
            return Err(Fault::Missing);
        }
        let secret = Secret::new(&*us.parts.chance);
        let own = cookie::read(&headers, cookie::SESSION).unwrap_or_default();
        let expires = now.saturating_add(STEP_LIVES)?;
        state::put(&mut tx, &keys, (own, "new-code"), &secret, expires).await?;
        tx.commit().await?;
        may_add(&us, &caller, &account, "/account/code").await?;
        Ok(us.show(
            &visit,
            add_page(&us, &visit, &caller, &secret, &Errors::default()).await?,
        ))
    };
    us.answer(&visit, answer.await)
}

async fn add_page(
    us: &Identity,
    visit: &Visit,
    caller: &Caller,
    secret: &Secret,
    errors: &Errors,
) -> anyhow::Result<maud::Markup> {
    let board = us
        .parts
        .db
        .board(caller.board)
        .await?
        .map(|board| board.name)
        .unwrap_or_default();
    let address = secret.address(&board, &caller.name);
    let (title, content) = views::add(
        visit.locale,
        &caller.csrf,
        (&secret.said(), &address),
        errors,
    );
    Ok(us.page(visit, caller, title, content))
}

/// Keeps the secret once somebody shows that their app has it; shows the recovery codes, once.
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
        let board = us
            .parts
            .db
            .board(caller.board)
            .await?
            .ok_or(Fault::Missing)?;
        throttle(
            &us,
            &board,
            &[(format!("new-code {}", caller.person), TRIES)],
        )
        .await?;
        let now = us.now();
        let own = cookie::read(&headers, cookie::SESSION).unwrap_or_default();
        let mut tx = us.parts.db.begin(caller.board).await?;
        let secret: Secret = state::take(&mut tx, &keys, (own, "new-code"), now)
            .await?
            .ok_or(Fault::Forged)?;
        let mut account = accounts::of(&mut tx, caller.person).await?;
        may_add(&us, &caller, &account, "/account/code").await?;
        let Some(step) = secret.step(form.one("code"), now) else {
            let expires = now.saturating_add(STEP_LIVES)?;
            state::put(&mut tx, &keys, (own, "new-code"), &secret, expires).await?;
            tx.commit().await?;
            let mut errors = Errors::default();
            errors.add("code", texts(visit.locale).t("fault-code"));
            return Ok(us.again(
                &visit,
                add_page(&us, &visit, &caller, &secret, &errors).await?,
            ));
        };
        let codes = recovery_codes(&*us.parts.chance);
        account.totp = Some(keys.seal(place(caller.person), secret.bytes())?);
        account.totp_step = step;
        account.recovery = codes.iter().map(|code| recovery_hash(code)).collect();
        accounts::put(&mut tx, caller.person, &account, now).await?;
        let entry = Entry::new(now, "second_factor", "added")
            .by(caller.person, None)
            .about(caller.person);
        decisions::record(&mut tx, &entry).await?;
        let begun = us
            .begin(&mut tx, (&keys, caller.person, Means::Password), &headers)
            .await?;
        tx.commit().await?;
        us.sessions.forget();
        let (title, content) = views::recovery(visit.locale, &codes);
        let response = us.show(&visit, us.open_page(&visit, title, content));
        Ok(begun.onto(response))
    };
    us.answer(&visit, answer.await)
}
