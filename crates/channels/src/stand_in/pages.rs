//! What a visitor of an imitated website sees.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use shell::{Fault, Visit};

use super::{Item, StandIn};
use crate::texts;
use crate::views::stand_in as view;

/// The front page: the newest first.
pub(super) async fn front(
    State(us): State<StandIn>,
    visit: Visit,
    Path(slug): Path<String>,
) -> Response {
    let shown = us.lock().get(&slug).map(|website| {
        let posts: Vec<Item> = website.public().rev().cloned().collect();
        (website.name.clone(), posts)
    });
    let site = &us.0.site;
    let page = shown.ok_or(Fault::Missing).map(|(name, posts)| {
        view::front(
            &visit,
            &site.links,
            texts(visit.locale),
            (&slug, &name),
            &posts,
        )
    });
    site.private(&visit, page)
}

pub(super) async fn page(
    State(us): State<StandIn>,
    visit: Visit,
    Path((slug, page)): Path<(String, String)>,
) -> Response {
    let shown = us.lock().get(&slug).and_then(|website| {
        let post = website.public().find(|post| post.slug == page)?;
        Some((website.name.clone(), post.clone()))
    });
    let site = &us.0.site;
    let page = shown.ok_or(Fault::Missing).map(|(name, mut post)| {
        // Images come from the host that the visitor asked, by whatever name it was.
        post.content = post.content.replace(&us.0.base, "");
        view::page(
            &visit,
            &site.links,
            texts(visit.locale),
            (&slug, &name),
            &post,
        )
    });
    site.private(&visit, page)
}

pub(super) async fn file(
    State(us): State<StandIn>,
    Path((slug, file)): Path<(String, String)>,
) -> Response {
    let found = us.lock().get(&slug).and_then(|website| {
        let name = file.strip_suffix(".jpg")?;
        website
            .media
            .values()
            .find(|medium| medium.slug == name)?
            .file
            .clone()
    });
    let Some(bytes) = found else {
        return StatusCode::NOT_FOUND.into_response();
    };
    shell::headers::file(bytes, "image/jpeg")
}
