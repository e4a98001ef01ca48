//! Which board, and by which way; and the way out.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::Response;
use decisions::Entry;
use shell::{Visit, cookie};
use store::Board;
use ui::Errors;

use super::door::Door;
use super::{Answer, First, query};
use crate::store::{providers, sessions};
use crate::views::sign_in as views;
use crate::{Caller, Identity};

/// Boards that are shown at once.
const SHOWN: usize = 50;

/// Which board? With only one there is nothing to ask.
pub(super) async fn boards(State(us): State<Identity>, visit: Visit) -> Response {
    let answer = async {
        let all = us.parts.db.boards().await?;
        let (back, asked) = (query(&visit, "naar"), query(&visit, "zoek").to_lowercase());
        let with_back = |slug: &str| {
            let back: String = form_urlencoded::byte_serialize(back.as_bytes()).collect();
            if back.is_empty() {
                format!("/aanmelden/{slug}")
            } else {
                format!("/aanmelden/{slug}?naar={back}")
            }
        };
        if let [only] = all.as_slice() {
            return Ok(us.go_on(&visit, &with_back(&only.slug)));
        }
        let found = all
            .iter()
            .filter(|board| board.name.to_lowercase().contains(&asked))
            .take(SHOWN);
        let found: Vec<(String, String)> = found
            .map(|board| (with_back(&board.slug), board.name.clone()))
            .collect();
        let (title, content) = views::boards(
            visit.locale,
            &asked,
            &found,
            all.len() > SHOWN,
            us.parts.config.demo,
        );
        Ok(us.show(&visit, us.open_page(&visit, title, content)))
    };
    us.answer(&visit, answer.await)
}

/// By which way?
pub(super) async fn ways(State(us): State<Identity>, visit: Visit, headers: HeaderMap) -> Response {
    let answer = async {
        let board = us.board_in(&visit).await?;
        let first = us.first(&headers);
        let page = page(
            &us,
            &visit,
            &board,
            &first,
            &Typed {
                back: query(&visit, "naar"),
                ..Typed::default()
            },
        )
        .await?;
        Ok(first.onto(us.show(&visit, page)))
    };
    us.answer(&visit, answer.await)
}

/// What was typed, for a page that comes back.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) name: String,
    pub(super) address: String,
    pub(super) back: String,
    pub(super) errors: Errors,
}

/// The page with all ways.
pub(super) async fn page(
    us: &Identity,
    visit: &Visit,
    board: &Board,
    first: &First,
    typed: &Typed,
) -> Result<maud::Markup, shell::Fault> {
    let keys = us.keys(board.id).await?;
    let mut tx = us.parts.db.read(board.id).await?;
    let services = providers::all(&mut tx, &keys).await?;
    let services: Vec<(String, String)> = services
        .into_iter()
        .map(|one| (one.slug, one.name))
        .collect();
    let shown = views::Ways {
        slug: &board.slug,
        board: &board.name,
        services: &services,
        token: &first.token(),
        back: &us.back(&typed.back),
        name: &typed.name,
        address: &typed.address,
        errors: &typed.errors,
        demo: us.parts.config.demo,
    };
    let (title, content) = views::ways(visit.locale, &shown);
    Ok(us.open_page(visit, title, content))
}

/// The page with all ways, with what is to be repaired.
pub(super) async fn again(door: &Door, typed: &Typed) -> Answer {
    let first = door.us.first(&door.headers);
    let page = page(&door.us, &door.visit, &door.board, &first, typed).await?;
    Ok(door.us.again(&door.visit, page))
}

/// The way out: the session ends, and the browser forgets what it has of us.
pub(super) async fn out(
    State(us): State<Identity>,
    visit: Visit,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let answer: Answer = async {
        us.own_form(&headers, body).await?;
        let now = us.now();
        let mut tx = us.parts.db.begin(caller.board).await?;
        sessions::end(&mut tx, caller.person, caller.session, now).await?;
        let entry = Entry::new(now, "signed_out", "ended")
            .by(caller.person, None)
            .about(caller.person);
        decisions::record(&mut tx, &entry).await?;
        tx.commit().await?;
        us.sessions.forget();
        let mut response = us.go_on(&visit, "/");
        response
            .headers_mut()
            .append(header::SET_COOKIE, cookie::clear(cookie::SESSION));
        response.headers_mut().insert(
            HeaderName::from_static("clear-site-data"),
            HeaderValue::from_static("\"cache\", \"storage\""),
        );
        Ok(response)
    }
    .await;
    us.answer(&visit, answer)
}
