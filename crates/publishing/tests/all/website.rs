//! A website on this machine that speaks as much of the API of `WordPress` as this program asks for, and that fails on demand. How the
//! real one behaves, `channels` tries with the real one.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Multipart, Path, Query, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use serde_json::{Value, json};

/// How the website behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mood {
    Well,
    /// It makes the post public, and the answer is lost.
    LosesAnswer,
    /// It is broken.
    Broken,
    /// The password is no longer right.
    Revoked,
    /// It says that it took a post away, and does not.
    Keeps,
}

#[derive(Debug, Clone, Default)]
struct Post {
    slug: String,
    title: String,
    content: String,
    status: String,
}

#[derive(Debug, Clone, Default)]
struct Media {
    slug: String,
    alt: String,
    bytes: Vec<u8>,
}

struct Inner {
    address: SocketAddr,
    mood: Mutex<Mood>,
    posts: Mutex<BTreeMap<u64, Post>>,
    media: Mutex<BTreeMap<u64, Media>>,
}

/// The website; a clone is the same.
#[derive(Clone)]
pub(crate) struct Website(Arc<Inner>);

type Asked = Query<BTreeMap<String, String>>;

impl Website {
    /// Opens it on a free port of this machine.
    pub(crate) async fn open() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let inner = Inner {
            address: listener.local_addr().unwrap(),
            mood: Mutex::new(Mood::Well),
            posts: Mutex::default(),
            media: Mutex::default(),
        };
        let site = Self(Arc::new(inner));
        let api = Router::new()
            .route("/posts", get(posts).post(add_post))
            .route(
                "/posts/{id}",
                get(post).post(change_post).delete(remove_post),
            )
            .route("/media", get(library).post(add_media))
            .route(
                "/media/{id}",
                get(library).post(describe).delete(remove_media),
            );
        let app = Router::new()
            .nest("/wp-json/wp/v2", api)
            .route("/bericht/{id}", get(page))
            .route("/bestand/{id}", get(file))
            .with_state(site.clone());
        tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        site
    }

    pub(crate) fn address(&self) -> String {
        format!("http://{}", self.0.address)
    }

    pub(crate) fn is(&self, mood: Mood) {
        *self.0.mood.lock().unwrap() = mood;
    }

    fn mood(&self) -> Mood {
        *self.0.mood.lock().unwrap()
    }

    /// What everybody can see, title and content.
    pub(crate) fn public(&self) -> Vec<(String, String)> {
        let posts = self.0.posts.lock().unwrap();
        let seen = posts.values().filter(|post| post.status == "publish");
        seen.map(|post| (post.title.clone(), post.content.clone()))
            .collect()
    }

    /// The descriptions of the images in its library.
    pub(crate) fn descriptions(&self) -> Vec<String> {
        let media = self.0.media.lock().unwrap();
        media.values().map(|one| one.alt.clone()).collect()
    }

    fn said(&self, id: u64, post: &Post) -> Value {
        json!({ "id": id, "slug": post.slug, "status": post.status, "link": format!("{}/bericht/{id}", self.address()) })
    }

    fn shelf(&self, id: u64, media: &Media) -> Value {
        json!({ "id": id, "slug": media.slug, "alt_text": media.alt, "source_url": format!("{}/bestand/{id}", self.address()) })
    }

    /// What it answers when it is not well.
    fn unwell(&self) -> Option<Response> {
        match self.mood() {
            Mood::Broken => Some(StatusCode::INTERNAL_SERVER_ERROR.into_response()),
            Mood::Revoked => {
                let body = Json(json!({ "code": "rest_not_logged_in" }));
                Some((StatusCode::UNAUTHORIZED, body).into_response())
            }
            _ => None,
        }
    }
}

/// What was sent.
fn read(body: &Bytes) -> Value {
    serde_json::from_slice(body).unwrap()
}

struct Json<T>(T);

impl<T: serde::Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        let text = serde_json::to_string(&self.0).unwrap();
        ([(CONTENT_TYPE, "application/json")], text).into_response()
    }
}

fn gone() -> Response {
    let body = Json(json!({ "code": "rest_post_invalid_id" }));
    (StatusCode::NOT_FOUND, body).into_response()
}

async fn posts(State(site): State<Website>, Query(asked): Asked) -> Response {
    if let Some(unwell) = site.unwell() {
        return unwell;
    }
    let posts = site.0.posts.lock().unwrap();
    let fits = |post: &Post| {
        asked["slug"] == post.slug && asked["status"].split(',').any(|one| one == post.status)
    };
    let found = posts.iter().filter(|(_, post)| fits(post));
    let found: Vec<Value> = found.map(|(id, post)| site.said(*id, post)).collect();
    Json(found).into_response()
}

async fn add_post(State(site): State<Website>, body: Bytes) -> Response {
    let body = read(&body);
    if let Some(unwell) = site.unwell() {
        return unwell;
    }
    let mut posts = site.0.posts.lock().unwrap();
    let id = posts.keys().last().copied().unwrap_or_default() + 1;
    let post = posts.entry(id).or_default();
    take(post, &body);
    let said = site.said(id, post);
    (StatusCode::CREATED, Json(said)).into_response()
}

fn take(post: &mut Post, body: &Value) {
    for (key, at) in [
        ("title", &mut post.title),
        ("content", &mut post.content),
        ("status", &mut post.status),
        ("slug", &mut post.slug),
    ] {
        if let Some(value) = body.get(key).and_then(Value::as_str) {
            value.clone_into(at);
        }
    }
}

async fn post(State(site): State<Website>, Path(id): Path<u64>) -> Response {
    let posts = site.0.posts.lock().unwrap();
    match posts.get(&id) {
        Some(post) if post.status == "publish" => Json(site.said(id, post)).into_response(),
        _ => gone(),
    }
}

async fn change_post(State(site): State<Website>, Path(id): Path<u64>, body: Bytes) -> Response {
    let body = read(&body);
    if let Some(unwell) = site.unwell() {
        return unwell;
    }
    let mut posts = site.0.posts.lock().unwrap();
    let Some(post) = posts.get_mut(&id) else {
        return gone();
    };
    take(post, &body);
    let said = site.said(id, post);
    if site.mood() == Mood::LosesAnswer && post.status == "publish" {
        return StatusCode::BAD_GATEWAY.into_response();
    }
    Json(said).into_response()
}

async fn remove_post(State(site): State<Website>, Path(id): Path<u64>) -> Response {
    if let Some(unwell) = site.unwell() {
        return unwell;
    }
    if site.mood() != Mood::Keeps && site.0.posts.lock().unwrap().remove(&id).is_none() {
        return gone();
    }
    Json(json!({ "deleted": true })).into_response()
}

async fn library(State(site): State<Website>, Query(asked): Asked) -> Response {
    if let Some(unwell) = site.unwell() {
        return unwell;
    }
    let media = site.0.media.lock().unwrap();
    let search = asked.get("search").cloned().unwrap_or_default();
    let found = media.iter().filter(|(_, one)| one.slug.contains(&search));
    let found: Vec<Value> = found.map(|(id, one)| site.shelf(*id, one)).collect();
    Json(found).into_response()
}

async fn add_media(State(site): State<Website>, mut parts: Multipart) -> Response {
    if let Some(unwell) = site.unwell() {
        return unwell;
    }
    let mut new = Media::default();
    while let Some(part) = parts.next_field().await.unwrap() {
        let name = part.name().unwrap_or_default().to_owned();
        let bytes: Bytes = part.bytes().await.unwrap();
        let words = || String::from_utf8(bytes.to_vec()).unwrap();
        match name.as_str() {
            "alt_text" => new.alt = words(),
            "slug" => new.slug = words(),
            "file" => new.bytes = bytes.to_vec(),
            _ => {}
        }
    }
    let mut media = site.0.media.lock().unwrap();
    let id = media.keys().last().copied().unwrap_or_default() + 1;
    let said = site.shelf(id, &new);
    media.insert(id, new);
    (StatusCode::CREATED, Json(said)).into_response()
}

async fn describe(State(site): State<Website>, Path(id): Path<u64>, body: Bytes) -> Response {
    let body = read(&body);
    let mut media = site.0.media.lock().unwrap();
    let Some(one) = media.get_mut(&id) else {
        return gone();
    };
    body["alt_text"].as_str().unwrap().clone_into(&mut one.alt);
    Json(site.shelf(id, one)).into_response()
}

async fn remove_media(State(site): State<Website>, Path(id): Path<u64>) -> Response {
    if site.0.media.lock().unwrap().remove(&id).is_none() {
        return gone();
    }
    Json(json!({ "deleted": true })).into_response()
}

async fn page(State(site): State<Website>, Path(id): Path<u64>) -> Response {
    let posts = site.0.posts.lock().unwrap();
    match posts.get(&id) {
        Some(post) if post.status == "publish" => Html(post.content.clone()).into_response(),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn file(State(site): State<Website>, Path(id): Path<u64>) -> Response {
    let media = site.0.media.lock().unwrap();
    match media.get(&id) {
        Some(one) => one.bytes.clone().into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
