//! A link by mail, for parents.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use shell::{Fault, Peer, Visit, chance};
use ui::Errors;

use super::Answer;
use super::door::Door;
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
pub(super) async fn ask(door: Door) -> Response {
    let answer = asked(&door).await;
    door.answer(answer)
}

async fn asked(door: &Door) -> Answer {
    let (us, board, locale) = (&door.us, &door.board, door.visit.locale);
    let address = door.form.one("mail").to_lowercase();
    if !is_address(&address) {
        let mut errors = Errors::default();
        errors.add("mail", texts(locale).t("fault-address"));
        let typed = Typed {
            address,
            back: us.back(door.form.one("naar")),
            errors,
            ..Typed::default()
        };
        return sign_in::again(door, &typed).await;
    }
    let index = chance::hex(&door.keys.index("mail-link-to", &address));
    match throttle(us, board, &[(format!("mail {index}"), LETTERS)]).await {
        Ok(()) => {
            let now = us.now();
            let key = chance::id(&*us.parts.chance, now).simple().to_string();
            let mut tx = us.parts.db.begin(board.id).await?;
            jobs::ask_link(&mut tx, &door.keys, (key, &address, locale), now).await?;
            tx.commit().await?;
        }
        // No further letter; and no other answer, for whoever asks may not be whose address it is.
        Err(Fault::TooOften { .. }) => {}
        Err(fault) => return Err(fault),
    }
    Ok(us.show(&door.visit, door.page(views::sent(locale, &board.slug))))
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
pub(super) async fn enter(door: Door) -> Response {
    let answer = entered(&door).await;
    door.answer(answer)
}

async fn entered(door: &Door) -> Answer {
    let mut tx = door.us.parts.db.begin(door.board.id).await?;
    let secret = door.visit.part(3);
    let Some(person) = links::consume(&mut tx, secret, door.us.now()).await? else {
        let page = door.page(views::stale(door.visit.locale, &door.board.slug));
        return Ok(door.us.again(&door.visit, page));
    };
    let home = door.us.parts.config.home.as_str();
    door.lets_in(tx, person, (Means::Mail, home)).await
}
