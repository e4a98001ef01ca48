//! What everybody may read without signing in: a feed with its pages, and the page that a letter leads to.

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use seal::BoardKeys;
use shell::{Fault, Visit};
use store::Tx;

use crate::Channels;
use crate::model::{Account, Kind};
use crate::store::accounts;
use crate::store::posts::{self, Shown};
use crate::views::{feed, open as view};

/// So many posts stand in a feed and on its page.
const MOST: i64 = 50;

/// A public account, in a transaction that reads.
struct Reading {
    tx: Tx,
    keys: BoardKeys,
    account: Account,
    school: String,
    /// Where it is, from this visitor's side.
    base: String,
}

async fn reading(us: &Channels, visit: &Visit) -> Result<Reading, Fault> {
    let parts = &us.people.identity.parts;
    let board = parts
        .db
        .board_by_slug(visit.part(1))
        .await?
        .ok_or(Fault::Missing)?;
    let keys = us.people.keys(board.id).await?;
    let mut tx = parts.db.read(board.id).await?;
    let found = accounts::of_token(&mut tx, &keys, visit.part(2)).await?;
    let account = found.ok_or(Fault::Missing)?;
    if !matches!(account.kind, Kind::Feed | Kind::Newsletter) {
        return Err(Fault::Missing);
    }
    let school = people::store::schools::school(&mut tx, account.school).await?;
    let base = us.address(board.id, &account).await?;
    Ok(Reading {
        tx,
        keys,
        school: school.map(|school| school.name).unwrap_or_default(),
        base,
        account,
    })
}

impl Reading {
    /// The posts of a feed. The posts of letters are in no list.
    async fn newest(&mut self) -> Result<Vec<Shown>, Fault> {
        if self.account.kind != Kind::Feed {
            return Err(Fault::Missing);
        }
        Ok(posts::newest(&mut self.tx, &self.keys, self.account.id, MOST).await?)
    }

    async fn feed(&mut self) -> Result<feed::Feed, Fault> {
        let posts = self.newest().await?;
        Ok(feed::Feed {
            id: self.account.id,
            name: self.account.name.clone(),
            school: self.school.clone(),
            base: self.base.clone(),
            posts,
        })
    }
}

/// Found by readers of other sites too, never kept, and found by a search engine only where it is public for all.
fn answer(bytes: Vec<u8>, kind: &'static str) -> Response {
    let mut response = shell::headers::file(bytes, kind);
    response.headers_mut().insert(
        "cross-origin-resource-policy",
        HeaderValue::from_static("cross-origin"),
    );
    response
}

fn unlisted(mut response: Response, account: &Account) -> Response {
    if account.kind == Kind::Newsletter {
        let headers = response.headers_mut();
        headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
    }
    response
}

/// The page of a feed.
pub(super) async fn list(State(us): State<Channels>, visit: Visit) -> Response {
    let site = &us.people.identity.parts.site;
    let page = async {
        Ok(view::list(
            &visit,
            &site.links,
            &reading(&us, &visit).await?.feed().await?,
        ))
    };
    site.private(&visit, page.await)
}

/// Atom (RFC 4287).
pub(super) async fn atom(State(us): State<Channels>, visit: Visit) -> Response {
    let text = async { Ok(feed::atom(&reading(&us, &visit).await?.feed().await?)) };
    match text.await {
        Ok(text) => answer(text.into_bytes(), "application/atom+xml; charset=utf-8"),
        Err(fault) => us.people.identity.parts.site.fault(&visit, &fault),
    }
}

/// JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>).
pub(super) async fn json(State(us): State<Channels>, visit: Visit) -> Response {
    let text = async { Ok(feed::json(&reading(&us, &visit).await?.feed().await?).to_string()) };
    match text.await {
        Ok(text) => answer(text.into_bytes(), "application/feed+json; charset=utf-8"),
        Err(fault) => us.people.identity.parts.site.fault(&visit, &fault),
    }
}

/// One post; what was taken away is said to be gone.
pub(super) async fn post(State(us): State<Channels>, visit: Visit) -> Response {
    let site = &us.people.identity.parts.site;
    let found = async {
        let mut reading = reading(&us, &visit).await?;
        let (tx, keys) = (&mut reading.tx, &reading.keys);
        let shown = posts::at(tx, keys, reading.account.id, visit.part(3)).await?;
        Ok::<_, Fault>((shown.ok_or(Fault::Missing)?, reading))
    };
    let (shown, reading) = match found.await {
        Ok(found) => found,
        Err(fault) => return site.fault(&visit, &fault),
    };
    let (status, page) = match &shown.content {
        Some(content) => {
            let listed = reading.account.kind == Kind::Feed;
            let around = (reading.school.as_str(), reading.base.as_str(), listed);
            (
                StatusCode::OK,
                view::post(&visit, &site.links, around, &shown, content),
            )
        }
        None => (StatusCode::GONE, view::gone(&visit, &site.links)),
    };
    unlisted(site.private_as(status, &visit, Ok(page)), &reading.account)
}

/// The file of an image: `0.jpg`.
pub(super) async fn image(State(us): State<Channels>, visit: Visit) -> Response {
    let file = async {
        let mut reading = reading(&us, &visit).await?;
        let (tx, keys) = (&mut reading.tx, &reading.keys);
        let shown = posts::at(tx, keys, reading.account.id, visit.part(3)).await?;
        let shown = shown.ok_or(Fault::Missing)?;
        let number = visit
            .part(4)
            .strip_suffix(".jpg")
            .and_then(|number| number.parse().ok());
        let file = posts::image(tx, keys, shown.id, number.ok_or(Fault::Missing)?).await?;
        Ok::<_, Fault>((file, shown.content.is_none(), reading.account))
    };
    let site = &us.people.identity.parts.site;
    match file.await {
        Ok((Some(file), _, account)) => unlisted(answer(file, "image/jpeg"), &account),
        Ok((None, true, _)) => {
            let mut response = site.fault(&visit, &Fault::Missing);
            *response.status_mut() = StatusCode::GONE;
            response
        }
        Ok((None, false, _)) => site.fault(&visit, &Fault::Missing),
        Err(fault) => site.fault(&visit, &fault),
    }
}
