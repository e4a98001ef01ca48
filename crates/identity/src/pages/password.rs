//! A name and a password.

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use decisions::Entry;
use jiff::{SignedDuration, Timestamp};
use seal::BoardKeys;
use serde::{Deserialize, Serialize};
use shell::{Fault, Visit, limit};
use store::Board;
use ui::Errors;
use words::PersonId;

use super::Answer;
use super::door::Door;
use super::sign_in::{self, Typed};
use crate::password::check;
use crate::session::Means;
use crate::setup::weak_key;
use crate::store::accounts::{self, Account};
use crate::store::{count, sessions, state, until_next};
use crate::views::password as views;
use crate::{Caller, Identity, device, texts};

/// Tries in a quarter of an hour for one name.
const TRIES: i64 = 10;
/// Of which from one network.
const TRIES_NEAR: i64 = 6;
/// How long a one-time password of the school works.
const ONCE_LIVES: SignedDuration = SignedDuration::from_hours(14 * 24);
/// How long somebody may take for the next step.
pub(super) const STEP_LIVES: SignedDuration = SignedDuration::from_mins(10);

/// Somebody whose password was right, on the way to the next step.
#[derive(Serialize, Deserialize)]
pub(super) struct Halfway {
    pub(super) person: PersonId,
    pub(super) back: String,
    pub(super) tries: u8,
}

/// Who typed what.
struct Attempt {
    person: Option<PersonId>,
    account: Account,
}

/// Checks name and password. Every way to be wrong looks and takes the same.
pub(super) async fn enter(door: Door) -> Response {
    let answer = entered(&door).await;
    door.answer(answer)
}

async fn entered(door: &Door) -> Answer {
    let (us, form, keys) = (&door.us, &door.form, &door.keys);
    let (name, back) = (form.one("naam").to_lowercase(), us.back(form.one("naar")));
    let attempt = find(us, &door.board, keys, &name).await?;
    let near = limit::network(door.address);
    let tries = tries_of(keys, &name, near, attempt.person, &door.headers);
    throttle(us, &door.board, &tries).await?;
    let kept = attempt
        .account
        .password
        .as_deref()
        .filter(|_| is_in_time(&attempt.account, us.now()));
    let right = us.passwords.is(form.raw("wachtwoord"), kept).await?;
    if let Some(person) = attempt.person.filter(|_| right) {
        let who = (person, &attempt.account, back);
        let of = (&door.board, keys, door.first.as_str());
        return next(us, &door.visit, &door.headers, of, who).await;
    }
    let mut errors = Errors::default();
    errors.add("naam", texts(door.visit.locale).t("fault-password"));
    let typed = Typed {
        name: form.one("naam").to_owned(),
        back,
        errors,
        ..Typed::default()
    };
    sign_in::again(door, &typed).await
}

/// A password that the school made does not work for ever.
fn is_in_time(account: &Account, now: Timestamp) -> bool {
    let age = account.changed.map(|at| now.duration_since(at));
    !account.once || age.is_some_and(|age| age < ONCE_LIVES)
}

/// Whose name this is: an address, or a pupil's own word. The same questions are asked whether somebody is found or not.
async fn find(
    us: &Identity,
    board: &Board,
    keys: &BoardKeys,
    name: &str,
) -> Result<Attempt, Fault> {
    let mut tx = us.parts.db.read(board.id).await?;
    let known = us.parts.directory.by_address(&mut tx, keys, name).await?;
    let by_word = accounts::by_username(&mut tx, name).await?;
    let person = match known.as_slice() {
        [only] => Some(only.person),
        _ => by_word,
    };
    let account = accounts::of(&mut tx, person.unwrap_or(PersonId(uuid::Uuid::nil()))).await?;
    Ok(Attempt { person, account })
}

/// What a try counts for, each with how often it may be: who sits at their own device does not wait for what strangers try.
fn tries_of(
    keys: &BoardKeys,
    name: &str,
    near: u128,
    person: Option<PersonId>,
    headers: &HeaderMap,
) -> Vec<(String, i64)> {
    let own = person.and_then(|person| device::known(keys, person, headers));
    let name = shell::chance::hex(&keys.index("sign-in-name", name));
    match own {
        Some(own) => vec![(format!("password {name} {own}"), TRIES)],
        None => vec![
            (format!("password {name}"), TRIES),
            (format!("password {name} {near}"), TRIES_NEAR),
        ],
    }
}

/// Counts a try. In a transaction of its own: it counts also when the rest fails, and the database does not wait while a
/// password is checked.
pub(super) async fn throttle(
    us: &Identity,
    board: &Board,
    tries: &[(String, i64)],
) -> Result<(), Fault> {
    let now = us.now();
    let mut tx = us.parts.db.begin(board.id).await?;
    let mut over = false;
    for (key, most) in tries {
        over |= count(&mut tx, key, now).await? > *most;
    }
    tx.commit().await?;
    if over {
        Err(Fault::TooOften {
            seconds: until_next(now),
        })
    } else {
        Ok(())
    }
}

/// The password was right: now the second factor, or a password of their own, or in.
async fn next(
    us: &Identity,
    visit: &Visit,
    headers: &HeaderMap,
    (board, keys, first): (&Board, &BoardKeys, &str),
    (person, account, back): (PersonId, &Account, String),
) -> super::Answer {
    let now = us.now();
    let mut tx = us.parts.db.begin(board.id).await?;
    let step = match (account.totp.is_some(), account.once) {
        (true, _) => Some("code"),
        (false, true) => Some("new"),
        (false, false) => None,
    };
    let Some(step) = step else {
        let begun = us
            .begin(&mut tx, (keys, person, Means::Pupil), headers)
            .await?;
        tx.commit().await?;
        return Ok(begun.onto(us.go_on(visit, &back)));
    };
    let halfway = Halfway {
        person,
        back,
        tries: 0,
    };
    let expires = now.saturating_add(STEP_LIVES)?;
    state::put(&mut tx, keys, (first, step), &halfway, expires).await?;
    tx.commit().await?;
    let page = if step == "code" { "code" } else { "nieuw" };
    Ok(us.go_on(visit, &format!("/aanmelden/{}/{page}", board.slug)))
}

/// A password of one's own, in place of the one that the school made.
pub(super) async fn ask_new(
    State(us): State<Identity>,
    visit: Visit,
    headers: HeaderMap,
) -> Response {
    let answer = async {
        let board = us.board_in(&visit).await?;
        let first = us.first(&headers);
        let action = format!("/aanmelden/{}/nieuw", board.slug);
        let (title, content) =
            views::choose(visit.locale, &action, &first.token(), &Errors::default());
        Ok(first.onto(us.show(&visit, us.open_page(&visit, title, content))))
    };
    us.answer(&visit, answer.await)
}

/// Keeps it, and lets them in.
pub(super) async fn choose_new(
    State(us): State<Identity>,
    visit: Visit,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let answer = async {
        let (form, first) = us.first_form(&headers, body).await?;
        let board = us.board_in(&visit).await?;
        let keys = us.keys(board.id).await?;
        if let Err(weak) = check(form.raw("wachtwoord"), &[&board.name]) {
            let mut errors = Errors::default();
            errors.add("wachtwoord", texts(visit.locale).t(weak_key(weak)));
            let action = format!("/aanmelden/{}/nieuw", board.slug);
            let token = shell::origin::form_token(&first);
            let (title, content) = views::choose(visit.locale, &action, &token, &errors);
            return Ok(us.again(&visit, us.open_page(&visit, title, content)));
        }
        let kept = us
            .passwords
            .hash(form.raw("wachtwoord"), &*us.parts.chance)
            .await?;
        let now = us.now();
        let mut tx = us.parts.db.begin(board.id).await?;
        let halfway: Halfway = state::take(&mut tx, &keys, (&first, "new"), now)
            .await?
            .ok_or(Fault::Forged)?;
        let mut account = accounts::of(&mut tx, halfway.person).await?;
        account.password = Some(kept);
        account.once = false;
        accounts::put(&mut tx, halfway.person, &account, now).await?;
        let begun = us
            .begin(&mut tx, (&keys, halfway.person, Means::Pupil), &headers)
            .await?;
        tx.commit().await?;
        Ok(begun.onto(us.go_on(&visit, &halfway.back)))
    };
    us.answer(&visit, answer.await)
}

/// Another password for somebody who signed in.
pub(super) async fn ask_change(
    State(us): State<Identity>,
    visit: Visit,
    caller: Caller,
) -> Response {
    let answer = async {
        Identity::must_be_fresh(&caller, "/account/wachtwoord")?;
        let (title, content) = views::choose(
            visit.locale,
            "/account/wachtwoord",
            &caller.csrf,
            &Errors::default(),
        );
        Ok(us.show(&visit, us.page(&visit, &caller, title, content)))
    };
    us.answer(&visit, answer.await)
}

/// Keeps it, and ends every other session: whoever had the old password is out.
pub(super) async fn change(
    State(us): State<Identity>,
    visit: Visit,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let answer = async {
        let form = us.own_form(&headers, body).await?;
        Identity::must_be_fresh(&caller, "/account/wachtwoord")?;
        if let Err(weak) = check(form.raw("wachtwoord"), &[&caller.name]) {
            let mut errors = Errors::default();
            errors.add("wachtwoord", texts(visit.locale).t(weak_key(weak)));
            let (title, content) =
                views::choose(visit.locale, "/account/wachtwoord", &caller.csrf, &errors);
            return Ok(us.again(&visit, us.page(&visit, &caller, title, content)));
        }
        let kept = us
            .passwords
            .hash(form.raw("wachtwoord"), &*us.parts.chance)
            .await?;
        let now = us.now();
        let mut tx = us.parts.db.begin(caller.board).await?;
        let mut account = accounts::of(&mut tx, caller.person).await?;
        account.password = Some(kept);
        account.once = false;
        accounts::put(&mut tx, caller.person, &account, now).await?;
        sessions::end_all(&mut tx, caller.person, Some(caller.session), now).await?;
        let renewed = us.step_up(&mut tx, &caller).await?;
        let entry = Entry::new(now, "password_changed", "changed")
            .by(caller.person, None)
            .about(caller.person);
        decisions::record(&mut tx, &entry).await?;
        tx.commit().await?;
        us.sessions.forget();
        Ok(renewed.onto(us.go_on(&visit, "/account")))
    };
    us.answer(&visit, answer.await)
}
