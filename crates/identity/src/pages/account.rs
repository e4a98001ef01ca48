//! One's own account: ways to sign in, and where one is signed in.

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use decisions::Entry;
use shell::{Fault, Visit};
use uuid::Uuid;

use crate::store::{accounts, passkeys, providers, sessions};
use crate::views::account as views;
use crate::{Caller, Identity};

/// Everything on one page.
pub(super) async fn show(State(us): State<Identity>, visit: Visit, caller: Caller) -> Response {
    let answer = async {
        let keys = us.keys(caller.board).await?;
        let now = us.now();
        let mut tx = us.parts.db.read(caller.board).await?;
        let account = accounts::of(&mut tx, caller.person).await?;
        let services = providers::all(&mut tx, &keys).await?;
        let shown = views::Own {
            caller: &caller,
            passkeys: &passkeys::of(&mut tx, caller.person).await?,
            password: account.password.is_some(),
            second: account.totp.is_some(),
            left: account.recovery.len(),
            services: &services
                .into_iter()
                .map(|one| (one.slug, one.name))
                .collect::<Vec<_>>(),
            sessions: &sessions::of(&mut tx, caller.person, now).await?,
        };
        let (title, content) = views::own(visit.locale, &shown);
        Ok(us.show(&visit, us.page(&visit, &caller, title, content)))
    };
    us.answer(&visit, answer.await)
}

/// Ends one session, or all but this one.
pub(super) async fn end_sessions(
    State(us): State<Identity>,
    visit: Visit,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let answer = async {
        let form = us.own_form(&headers, body).await?;
        let now = us.now();
        let mut tx = us.parts.db.begin(caller.board).await?;
        if form.one("sessie") == "alle" {
            sessions::end_all(&mut tx, caller.person, Some(caller.session), now).await?;
        } else {
            let id: Uuid = form.one("sessie").parse().map_err(|_| Fault::Missing)?;
            if !sessions::end(&mut tx, caller.person, id, now).await? {
                return Err(Fault::Missing);
            }
        }
        let entry = Entry::new(now, "sessions_ended", "ended")
            .by(caller.person, None)
            .about(caller.person);
        decisions::record(&mut tx, &entry).await?;
        tx.commit().await?;
        us.sessions.forget();
        Ok(us.go_on(&visit, "/account"))
    };
    us.answer(&visit, answer.await)
}
