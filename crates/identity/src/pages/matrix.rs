//! What each role may do, for whoever watches over it.

use axum::extract::State;
use axum::response::Response;
use shell::{Fault, Visit};

use super::data;
use crate::views::matrix as views;
use crate::{Action, Caller, Identity, Scope, matrix};

fn may_look(caller: &Caller) -> Result<(), Fault> {
    caller
        .must(Action::LookMatrix, &Scope::of(caller.board), "/rechten")
        .map(drop)
}

/// As a page.
pub(super) async fn show(State(us): State<Identity>, visit: Visit, caller: Caller) -> Response {
    let answer = may_look(&caller).map(|()| {
        let (title, content) = views::page(visit.locale);
        us.show(&visit, us.page(&visit, &caller, title, content))
    });
    us.answer(&visit, answer)
}

/// For a spreadsheet.
pub(super) async fn csv(State(us): State<Identity>, visit: Visit, caller: Caller) -> Response {
    let sheet = || {
        data(
            "text/csv; charset=utf-8",
            Some("attachment; filename=rechten.csv"),
            matrix::csv(visit.locale),
        )
    };
    let answer = may_look(&caller).map(|()| sheet());
    us.answer(&visit, answer)
}

/// For another program.
pub(super) async fn json(State(us): State<Identity>, visit: Visit, caller: Caller) -> Response {
    let file = || {
        data(
            "application/json",
            Some("attachment; filename=rechten.json"),
            matrix::json().to_string(),
        )
    };
    let answer = may_look(&caller).map(|()| file());
    us.answer(&visit, answer)
}
