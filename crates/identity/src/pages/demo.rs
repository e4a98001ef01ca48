//! One click, as anybody: only in the demo, whose people are made up.

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use shell::{Fault, Visit, clock};
use words::Role;

use crate::Identity;
use crate::session::Means;
use crate::store::roles;
use crate::views::demo as views;

fn only_in_the_demo(us: &Identity) -> Result<(), Fault> {
    if us.parts.config.demo {
        Ok(())
    } else {
        Err(Fault::Missing)
    }
}

/// Boards and roles to choose from.
pub(super) async fn ask(State(us): State<Identity>, visit: Visit, headers: HeaderMap) -> Response {
    let answer = async {
        only_in_the_demo(&us)?;
        let boards = us.parts.db.boards().await?;
        let boards: Vec<(String, String)> = boards
            .into_iter()
            .map(|board| (board.slug, board.name))
            .collect();
        let first = us.first(&headers);
        let (title, content) = views::ask(visit.locale, &first.token(), &boards);
        Ok(first.onto(us.show(&visit, us.open_page(&visit, title, content))))
    };
    us.answer(&visit, answer.await)
}

/// In.
pub(super) async fn enter(
    State(us): State<Identity>,
    visit: Visit,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let answer = async {
        only_in_the_demo(&us)?;
        let (form, _) = us.first_form(&headers, body).await?;
        let (slug, role) = form.one("wie").split_once(' ').ok_or(Fault::Missing)?;
        let role = Role::from_key(role).ok_or(Fault::Missing)?;
        let board = us
            .parts
            .db
            .board_by_slug(slug)
            .await?
            .ok_or(Fault::Missing)?;
        let keys = us.keys(board.id).await?;
        let today = clock::today(us.now());
        let mut tx = us.parts.db.begin(board.id).await?;
        let person = match roles::somebody(&mut tx, role, today).await? {
            Some(person) => Some(person),
            None => us.parts.directory.somebody(&mut tx, role, today).await?,
        };
        let person = person.ok_or(Fault::Missing)?;
        let begun = us
            .begin(&mut tx, (&keys, person, Means::Demo), &headers)
            .await?;
        tx.commit().await?;
        Ok(begun.onto(us.go_on(&visit, &us.back(form.one("naar")))))
    };
    us.answer(&visit, answer.await)
}
