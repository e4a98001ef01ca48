//! The imitated website of the demo: enough of the REST API of `WordPress` for [`Kind::WordPress`](crate::Kind::WordPress), and pages for visitors. It
//! says on each of them that it is imitated. It is no counterpart for the tests of the adapter: those ask a real `WordPress`.
//!
//! What it holds is in memory and gone with the program.

mod pages;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Multipart, Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use serde_json::{Value, json};
use shell::Site;

/// The user that may publish there.
pub const USER: &str = "pleinwacht";
/// The largest photo.
const CAP: usize = 20 << 20;

/// A post or an image of an imitated website.
#[derive(Debug, Clone, Default)]
pub(crate) struct Item {
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) content: String,
    pub(crate) status: String,
    alt: String,
    file: Option<Vec<u8>>,
}

#[derive(Default)]
struct Website {
    name: String,
    posts: BTreeMap<u64, Item>,
    media: BTreeMap<u64, Item>,
    last: u64,
}

impl Website {
    /// The posts that everybody can see, the eldest first.
    fn public(&self) -> impl DoubleEndedIterator<Item = &Item> {
        self.posts.values().filter(|post| post.status == "publish")
    }
}

/// The imitated websites of all schools of a demo.
#[derive(Clone)]
pub struct StandIn(Arc<Inner>);

struct Inner {
    site: Arc<Site>,
    base: String,
    secret: String,
    websites: Mutex<BTreeMap<String, Website>>,
}

impl fmt::Debug for StandIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StandIn")
    }
}

/// Where the website of a school is, from the address of the program.
pub fn address(origin: &str, slug: &str) -> String {
    format!("{origin}/nagebootst/{slug}")
}

impl StandIn {
    /// The websites of these schools, by the word in their address and what they are called, at this origin.
    pub fn new(
        site: Arc<Site>,
        origin: &str,
        secret: String,
        schools: impl IntoIterator<Item = (String, String)>,
    ) -> Self {
        let websites = schools.into_iter().map(|(slug, name)| {
            let website = Website {
                name,
                ..Website::default()
            };
            (slug, website)
        });
        Self(Arc::new(Inner {
            site,
            base: origin.to_owned(),
            secret,
            websites: Mutex::new(websites.collect()),
        }))
    }

    /// What everybody can see of a website: title and content of each post, the eldest first.
    pub fn public(&self, slug: &str) -> Vec<(String, String)> {
        let all = self.lock();
        let posts = all.get(slug).into_iter().flat_map(Website::public);
        posts
            .map(|post| (post.title.clone(), post.content.clone()))
            .collect()
    }

    /// What is said of each image in the library of a website.
    pub fn descriptions(&self, slug: &str) -> Vec<String> {
        let all = self.lock();
        let media = all.get(slug).into_iter().flat_map(|one| one.media.values());
        media.map(|medium| medium.alt.clone()).collect()
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Website>> {
        self.0
            .websites
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// The request bears the name and password of our account there.
    fn knows(&self, headers: &HeaderMap) -> bool {
        let said = headers.get(header::AUTHORIZATION);
        let said = said.and_then(|value| value.to_str().ok());
        let asked = reqwest::Client::new()
            .get("http://localhost")
            .basic_auth(USER, Some(&self.0.secret))
            .build();
        let ours = asked.ok().and_then(|ours| {
            let value = ours.headers().get(header::AUTHORIZATION)?;
            value.to_str().ok().map(str::to_owned)
        });
        said.zip(ours.as_deref())
            .is_some_and(|(said, ours)| shell::origin::same(said, ours))
    }

    /// What somebody asks of the website of a school; who may not is told so.
    fn work(
        &self,
        slug: &str,
        headers: &HeaderMap,
        work: impl FnOnce(&mut Website) -> Option<Value>,
    ) -> Response {
        if !self.knows(headers) {
            let body = json!({ "code": "rest_not_logged_in" });
            return (StatusCode::UNAUTHORIZED, json_of(&body)).into_response();
        }
        let done = self.lock().get_mut(slug).and_then(work);
        if let Some(body) = done {
            return json_of(&body).into_response();
        }
        let body = json!({ "code": "rest_post_invalid_id" });
        (StatusCode::NOT_FOUND, json_of(&body)).into_response()
    }

    fn post(&self, slug: &str, id: u64, post: &Item) -> Value {
        let link = format!("{}/{}", address(&self.0.base, slug), post.slug);
        json!({ "id": id, "slug": post.slug, "status": post.status, "link": link })
    }

    fn medium(&self, slug: &str, id: u64, medium: &Item) -> Value {
        let source = format!("{}/beeld/{}.jpg", address(&self.0.base, slug), medium.slug);
        json!({ "id": id, "slug": medium.slug, "alt_text": medium.alt, "source_url": source })
    }
}

/// Its pages and its interface.
pub fn routes(us: StandIn) -> Router {
    Router::new()
        .route("/nagebootst/{school}", get(pages::front))
        .route("/nagebootst/{school}/{page}", get(pages::page))
        .route("/nagebootst/{school}/beeld/{file}", get(pages::file))
        .route("/nagebootst/{school}/wp-json/wp/v2/users/me", get(me))
        .route(
            "/nagebootst/{school}/wp-json/wp/v2/posts",
            get(posts).post(add),
        )
        .route(
            "/nagebootst/{school}/wp-json/wp/v2/posts/{id}",
            get(hidden).post(change).delete(remove),
        )
        .route(
            "/nagebootst/{school}/wp-json/wp/v2/media",
            get(media).post(upload),
        )
        .route(
            "/nagebootst/{school}/wp-json/wp/v2/media/{id}",
            get(hidden).post(describe).delete(remove_medium),
        )
        .layer(DefaultBodyLimit::max(CAP))
        .with_state(us)
}

fn json_of(body: &Value) -> ([(header::HeaderName, &'static str); 1], String) {
    (
        [(header::CONTENT_TYPE, "application/json")],
        body.to_string(),
    )
}

type Asked = Query<BTreeMap<String, String>>;

async fn me(State(us): State<StandIn>, Path(slug): Path<String>, headers: HeaderMap) -> Response {
    us.work(&slug, &headers, |_| {
        let can =
            json!({ "publish_posts": true, "upload_files": true, "delete_published_posts": true });
        Some(json!({ "name": USER, "capabilities": can }))
    })
}

async fn hidden() -> StatusCode {
    StatusCode::NOT_FOUND
}

async fn posts(
    State(us): State<StandIn>,
    Path(slug): Path<String>,
    Query(asked): Asked,
    headers: HeaderMap,
) -> Response {
    us.work(&slug, &headers, |website| {
        let wanted = |post: &&Item| {
            asked.get("slug") == Some(&post.slug)
                && asked
                    .get("status")
                    .is_some_and(|all| all.split(',').any(|one| one == post.status))
        };
        let found = website.posts.iter().filter(|(_, post)| wanted(post));
        Some(found.map(|(id, post)| us.post(&slug, *id, post)).collect())
    })
}

/// What a request says of a post.
fn take(post: &mut Item, said: &Value) {
    let set = |key: &str, field: &mut String| {
        if let Some(text) = said.get(key).and_then(Value::as_str) {
            text.clone_into(field);
        }
    };
    set("slug", &mut post.slug);
    set("title", &mut post.title);
    set("content", &mut post.content);
    set("status", &mut post.status);
}

async fn add(
    State(us): State<StandIn>,
    Path(slug): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let said: Value = serde_json::from_slice(&body).unwrap_or_default();
    us.work(&slug, &headers, |website| {
        website.last += 1;
        let mut post = Item::default();
        take(&mut post, &said);
        let answer = us.post(&slug, website.last, &post);
        website.posts.insert(website.last, post);
        Some(answer)
    })
}

async fn change(
    State(us): State<StandIn>,
    Path((slug, id)): Path<(String, u64)>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let said: Value = serde_json::from_slice(&body).unwrap_or_default();
    us.work(&slug, &headers, |website| {
        let post = website.posts.get_mut(&id)?;
        take(post, &said);
        Some(us.post(&slug, id, post))
    })
}

async fn remove(
    State(us): State<StandIn>,
    Path((slug, id)): Path<(String, u64)>,
    headers: HeaderMap,
) -> Response {
    us.work(&slug, &headers, |website| {
        website.posts.remove(&id)?;
        Some(json!({ "deleted": true }))
    })
}

async fn media(
    State(us): State<StandIn>,
    Path(slug): Path<String>,
    Query(asked): Asked,
    headers: HeaderMap,
) -> Response {
    us.work(&slug, &headers, |website| {
        let word = asked.get("search")?;
        let found = website
            .media
            .iter()
            .filter(|(_, medium)| medium.slug.contains(word.as_str()));
        Some(
            found
                .map(|(id, medium)| us.medium(&slug, *id, medium))
                .collect(),
        )
    })
}

async fn upload(
    State(us): State<StandIn>,
    Path(slug): Path<String>,
    headers: HeaderMap,
    mut parts: Multipart,
) -> Response {
    let mut medium = Item::default();
    while let Ok(Some(part)) = parts.next_field().await {
        let name = part.name().unwrap_or_default().to_owned();
        let Ok(bytes) = part.bytes().await else {
            return StatusCode::BAD_REQUEST.into_response();
        };
        let text = || String::from_utf8_lossy(&bytes).into_owned();
        match name.as_str() {
            "alt_text" => medium.alt = text(),
            "slug" => medium.slug = text(),
            "file" => medium.file = Some(bytes.to_vec()),
            _ => {}
        }
    }
    us.work(&slug, &headers, |website| {
        website.last += 1;
        let answer = us.medium(&slug, website.last, &medium);
        website.media.insert(website.last, medium);
        Some(answer)
    })
}

async fn describe(
    State(us): State<StandIn>,
    Path((slug, id)): Path<(String, u64)>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let said: Value = serde_json::from_slice(&body).unwrap_or_default();
    us.work(&slug, &headers, |website| {
        let medium = website.media.get_mut(&id)?;
        said.get("alt_text")?.as_str()?.clone_into(&mut medium.alt);
        Some(us.medium(&slug, id, medium))
    })
}

async fn remove_medium(
    State(us): State<StandIn>,
    Path((slug, id)): Path<(String, u64)>,
    headers: HeaderMap,
) -> Response {
    us.work(&slug, &headers, |website| {
        website.media.remove(&id)?;
        Some(json!({ "deleted": true }))
    })
}
