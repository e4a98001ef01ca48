//! What somebody sends who has not signed in: read, counted against where it comes from, at a board that is there.

use std::net::IpAddr;

use axum::extract::{FromRef, FromRequest, FromRequestParts, Request};
use axum::http::HeaderMap;
use axum::response::Response;
use maud::Markup;
use seal::BoardKeys;
use shell::{Fault, Form, Peer, Visit};
use store::{Board, Tx};
use words::PersonId;

use super::Answer;
use crate::Identity;
use crate::session::Means;

/// A form at the door of a board.
pub(super) struct Door {
    pub(super) us: Identity,
    pub(super) visit: Visit,
    pub(super) headers: HeaderMap,
    pub(super) form: Form,
    /// What the browser holds until it is signed in.
    pub(super) first: String,
    /// Where it comes from.
    pub(super) address: IpAddr,
    pub(super) board: Board,
    pub(super) keys: BoardKeys,
}

impl<S> FromRequest<S> for Door
where
    S: Send + Sync,
    Identity: FromRef<S>,
{
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let us = Identity::from_ref(state);
        let (mut parts, body) = request.into_parts();
        let Ok(visit) = Visit::from_request_parts(&mut parts, state).await;
        let Ok(peer) = Peer::from_request_parts(&mut parts, state).await;
        let headers = parts.headers;
        let read = async {
            let (form, first) = us.first_form(&headers, body).await?;
            let address = us.from(&peer)?;
            let board = us.board_in(&visit).await?;
            let keys = us.keys(board.id).await?;
            Ok::<_, Fault>((form, first, address, board, keys))
        };
        match read.await {
            Err(fault) => Err(us.answer(&visit, Err(fault))),
            Ok((form, first, address, board, keys)) => Ok(Self {
                us,
                visit,
                headers,
                form,
                first,
                address,
                board,
                keys,
            }),
        }
    }
}

impl Door {
    /// What goes back.
    pub(super) fn answer(&self, answer: Answer) -> Response {
        self.us.answer(&self.visit, answer)
    }

    /// A page for whoever.
    pub(super) fn page(&self, (title, content): (&str, Markup)) -> Markup {
        self.us.open_page(&self.visit, title, content)
    }

    /// Lets somebody in, and on to where they wanted to go.
    pub(super) async fn lets_in(
        &self,
        mut tx: Tx,
        person: PersonId,
        (means, goes_to): (Means, &str),
    ) -> Answer {
        let whom = (&self.keys, person, means);
        let begun = self.us.begin(&mut tx, whom, &self.headers).await?;
        tx.commit().await?;
        Ok(begun.onto(self.us.go_on(&self.visit, goes_to)))
    }
}
