//! A link in a letter that asks something.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use decisions::Entry;
use shell::{Fault, Peer, Visit, chance};

use super::Answer;
use super::door::Door;
use super::password::throttle;
use crate::session::Means;
use crate::store::letter_links as links;
use crate::views::mail as views;
use crate::{Identity, invite};

/// Fresh links in a quarter of an hour to one person.
const LETTERS: i64 = 3;

/// What a link opens: a page with a button, or the way to a fresh link.
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
        let first = us.first(&headers);
        let action = format!("/aanmelden/{}/brief/{}", board.slug, visit.part(3));
        if links::is_good(&mut tx, visit.part(3), us.now()).await? {
            let (title, content) =
                views::letter(visit.locale, &action, &first.token(), &board.name);
            return Ok(first.onto(us.show(&visit, us.open_page(&visit, title, content))));
        }
        let (title, content) = views::letter_stale(visit.locale, &action, &first.token());
        Ok(first.onto(us.again(&visit, us.open_page(&visit, title, content))))
    };
    us.answer(&visit, answer.await)
}

/// The button: the link is used up, and opens what it is for.
pub(super) async fn enter(door: Door) -> Response {
    let answer = entered(&door).await;
    door.answer(answer)
}

async fn entered(door: &Door) -> Answer {
    let secret = door.visit.part(3);
    let mut tx = door.us.parts.db.begin(door.board.id).await?;
    let Some((person, goes_to)) = links::consume(&mut tx, secret, door.us.now()).await? else {
        let action = format!("/aanmelden/{}/brief/{secret}", door.board.slug);
        let token = shell::origin::form_token(&door.first);
        let page = door.page(views::letter_stale(door.visit.locale, &action, &token));
        return Ok(door.us.again(&door.visit, page));
    };
    door.lets_in(tx, person, (Means::Letter, &goes_to)).await
}

/// Asks for a fresh link. The answer is the same for a link that never was.
pub(super) async fn again(door: Door) -> Response {
    let answer = asked_again(&door).await;
    door.answer(answer)
}

async fn asked_again(door: &Door) -> Answer {
    let (us, board, locale) = (&door.us, &door.board, door.visit.locale);
    let mut tx = us.parts.db.begin(board.id).await?;
    let whose = links::whose(&mut tx, door.visit.part(3)).await?;
    drop(tx);
    if let Some((person, goes_to)) = whose {
        let index = chance::hex(&door.keys.index("letter-again", &person.to_string()));
        match throttle(us, board, &[(format!("letter {index}"), LETTERS)]).await {
            Ok(()) => {
                let mut tx = us.parts.db.begin(board.id).await?;
                let for_whom = (person, goes_to.as_str());
                invite::again(us, &mut tx, (&door.keys, board), for_whom, locale).await?;
                let entry = Entry::new(us.now(), "letter_link_again", "queued").about(person);
                decisions::record(&mut tx, &entry).await?;
                tx.commit().await?;
            }
            Err(Fault::TooOften { .. }) => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(us.show(&door.visit, door.page(views::letter_sent(locale))))
}
