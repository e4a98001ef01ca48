//! A link by mail, for parents.

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use shell::{Fault, Peer, Visit, chance};
use ui::Errors;

use super::password::throttle;
use super::sign_in::{self, Typed};
use crate::session::Means;
use crate::setup::is_address;
use crate::store::links;
use crate::views::mail as views;
use crate::{Identity, jobs, texts};

/// Letters in a quarter of an hour to one address.
const LETTERS: i64 = 3;

/// Takes an address. The answer is the same for every address, and nobody is looked up before it is given.
pub(super) async fn ask(
    State(us): State<Identity>,
    visit: Visit,
    peer: Peer,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let answer = async {
        let (form, _) = us.first_form(&headers, body).await?;
        us.from(&peer)?;
        let board = us.board_in(&visit).await?;
        let keys = us.keys(board.id).await?;
        let address = form.one("mail").to_lowercase();
        if !is_address(&address) {
            let mut errors = Errors::default();
            errors.add("mail", texts(visit.locale).t("fault-address"));
            let back = us.back(form.one("naar"));
            let typed = Typed {
                address,
                back,
                errors,
                ..Typed::default()
            };
            let page = sign_in::page(&us, &visit, &board, &us.first(&headers), &typed).await?;
            return Ok(us.again(&visit, page));
        }
        let index = chance::hex(&keys.index("mail-link-to", &address));
        let in_time = throttle(&us, &board, &[(format!("mail {index}"), LETTERS)]).await;
        match in_time {
            Ok(()) => {
                let now = us.now();
                let key = chance::id(&*us.parts.chance, now).simple().to_string();
                let mut tx = us.parts.db.begin(board.id).await?;
                jobs::ask_link(&mut tx, &keys, (key, &address, visit.locale), now).await?;
                tx.commit().await?;
            }
            // No further letter; and no other answer, for whoever asks may not be whose address it is.
            Err(Fault::TooOften { .. }) => {}
            Err(fault) => return Err(fault),
        }
        let (title, content) = views::sent(visit.locale, &board.slug);
        Ok(us.show(&visit, us.open_page(&visit, title, content)))
    };
    us.answer(&visit, answer.await)
}

/// What a link opens: a page with a button. Programs that look into letters open links; they press no buttons.
pub(super) async fn show(
    State(us): State<Identity>,
    visit: Visit,
    peer: Peer,
    headers: HeaderMap,
) -> Response {
    let answer = async {
        us.from(&peer)?;
        let board = us.board_in(&visit).await?;
        let mut tx = us.parts.db.read(board.id).await?;
        if !links::is_good(&mut tx, visit.part(3), us.now()).await? {
            let (title, content) = views::stale(visit.locale, &board.slug);
            return Ok(us.again(&visit, us.open_page(&visit, title, content)));
        }
        let first = us.first(&headers);
        let action = format!("/aanmelden/{}/mail/{}", board.slug, visit.part(3));
        let (title, content) = views::enter(visit.locale, &action, &first.token(), &board.name);
        Ok(first.onto(us.show(&visit, us.open_page(&visit, title, content))))
    };
    us.answer(&visit, answer.await)
}

/// The button: the link is used up.
pub(super) async fn enter(
    State(us): State<Identity>,
    visit: Visit,
    peer: Peer,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let answer = async {
        us.first_form(&headers, body).await?;
        us.from(&peer)?;
        let board = us.board_in(&visit).await?;
        let keys = us.keys(board.id).await?;
        let mut tx = us.parts.db.begin(board.id).await?;
        let Some(person) = links::consume(&mut tx, visit.part(3), us.now()).await? else {
            let (title, content) = views::stale(visit.locale, &board.slug);
            return Ok(us.again(&visit, us.open_page(&visit, title, content)));
        };
        let begun = us
            .begin(&mut tx, (&keys, person, Means::Mail), &headers)
            .await?;
        tx.commit().await?;
        Ok(begun.onto(us.go_on(&visit, &us.parts.config.home)))
    };
    us.answer(&visit, answer.await)
}
