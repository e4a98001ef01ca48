//! The API of Mastodon, which other servers of the fediverse speak too, some of them in part.
//!
//! `Idempotency-Key` is sent and not relied on: not every server knows it, and none for ever. Before a post is made, the newest
//! posts of the account are read; one of the same words and as many images since the first try is this one.

use jiff::{SignedDuration, Timestamp};
use reqwest::{Method, Url};
use serde_json::Value as Json;

use crate::model::{Health, Image, Mention, Post, Remote, Seen, Why};
use crate::outlet::Line;
use crate::reading::{bare, without_tags};
use crate::rules;
use crate::web::{Parts, Question, Setback, text};

/// So far may the clocks of two machines be apart.
const APART: SignedDuration = SignedDuration::from_mins(10);
/// How often an image is asked for that the server is still working on.
const LOOKS: u32 = 10;

/// An account.
pub(super) struct Mastodon<'a> {
    pub(super) line: &'a Line,
}

impl Mastodon<'_> {
    fn at(&self, path: &str) -> Result<Url, Setback> {
        let base = self.line.address.trim_end_matches('/');
        self.line.web.url(&format!("{base}/api/{path}"))
    }

    fn signed(&self, question: Question) -> Result<Question, Setback> {
        let token = self.line.secret()?;
        Ok(question.bearer(token.trim()))
    }

    async fn ask(&self, question: Question) -> Result<Json, Setback> {
        self.line.web.json(self.signed(question)?).await
    }

    async fn me(&self) -> Result<Json, Setback> {
        self.ask(Question::get(self.at("v1/accounts/verify_credentials")?))
            .await
    }

    pub(super) async fn mentions(&self) -> Result<Vec<Mention>, Setback> {
        let mut url = self.at("v1/notifications")?;
        url.set_query(Some("limit=40&types[]=mention"));
        let newest = self.ask(Question::get(url)).await?;
        let newest = newest
            .as_array()
            .ok_or(Setback::Passing(Why::NotUnderstood, None))?;
        // A server that leaves the kinds aside tells of everything.
        let mentions = newest.iter().filter(|one| text(one, "type") == "mention");
        let mention = |one: &Json| {
            let status = one.get("status")?;
            let uri = text(status, "uri");
            let id = if uri.is_empty() {
                text(status, "id")
            } else {
                uri
            };
            Some(Mention {
                author: one.get("account").map(|who| text(who, "acct"))?,
                text: without_tags(&text(status, "content")),
                address: Some(text(status, "url")).filter(|at| !at.is_empty()),
                id,
            })
        };
        Ok(mentions.filter_map(mention).collect())
    }

    /// What this server takes: the second version of its description, or the first.
    async fn fits(&self, post: &Post) -> Result<(), Setback> {
        let mut about = self
            .line
            .web
            .ask(Question::get(self.at("v2/instance")?))
            .await?;
        if about.is_gone() {
            about = self
                .line
                .web
                .ask(Question::get(self.at("v1/instance")?))
                .await?;
        }
        let about = if about.status.is_success() {
            about.json()?
        } else {
            return Err(about.setback());
        };
        let limit = |path: &str| {
            about
                .pointer(path)
                .and_then(Json::as_u64)
                .and_then(|most| usize::try_from(most).ok())
        };
        let mut can = self.line.abilities();
        if let (Some(text), Some(most)) = (
            &mut can.text,
            limit("/configuration/statuses/max_characters"),
        ) {
            text.most = most;
        }
        if let Some(most) = limit("/configuration/statuses/max_media_attachments") {
            can.images.1 = most;
        }
        if let Some(most) = limit("/configuration/media_attachments/description_limit") {
            can.alt = Some(most);
        }
        super::fits(&rules::misfits(&can, post))
    }

    /// The post of the same words and as many images, since it was first tried.
    async fn find(&self, post: &Post) -> Result<Option<Remote>, Setback> {
        let me = self.me().await?;
        let mut url = self.at(&format!("v1/accounts/{}/statuses", text(&me, "id")))?;
        url.set_query(Some("limit=40&exclude_reblogs=true"));
        let newest = self.ask(Question::get(url)).await?;
        let newest = newest
            .as_array()
            .ok_or(Setback::Passing(Why::NotUnderstood, None))?;
        let since = post.since.saturating_sub(APART).unwrap_or(post.since);
        let is_it = |status: &&Json| {
            let at: Option<Timestamp> = text(status, "created_at").parse().ok();
            at.is_none_or(|at| at >= since)
                && bare(&without_tags(&text(status, "content"))) == bare(&post.text)
                && attached(status).len() == post.images.len()
        };
        Ok(newest.iter().find(is_it).map(remote))
    }

    async fn upload(&self, image: &Image) -> Result<String, Setback> {
        let ask = |path| {
            let parts =
                Parts::new(&super::hash::<md5::Md5>(&image.jpeg)).field("description", &image.alt);
            let question = parts
                .file("file", &format!("{}.jpg", image.name), &image.jpeg)
                .onto(Question::new(Method::POST, self.at(path)?));
            self.signed(question)
        };
        let mut reply = self.line.web.ask(ask("v2/media")?).await?;
        if reply.is_gone() {
            reply = self.line.web.ask(ask("v1/media")?).await?;
        }
        match reply.status.as_u16() {
            200..=299 => {}
            422 => return Err(Setback::Refused(Why::Image)),
            _ => return Err(reply.setback()),
        }
        let (made, busy) = (reply.json()?, reply.status.as_u16() == 202);
        let id = text(&made, "id");
        if id.is_empty() {
            return Err(reply.unclear());
        }
        if bare(&text(&made, "description")) != bare(&image.alt) {
            return Err(Setback::Refused(Why::Different));
        }
        if busy {
            self.ready(&id).await?;
        }
        Ok(id)
    }

    /// Waits until the server is done with an image.
    async fn ready(&self, id: &str) -> Result<(), Setback> {
        for _ in 0..LOOKS {
            let reply = self
                .line
                .web
                .ask(self.signed(Question::get(self.at(&format!("v1/media/{id}"))?))?)
                .await?;
            match reply.status.as_u16() {
                206 => tokio::time::sleep(self.line.pause).await,
                200..=299 => return Ok(()),
                422 => return Err(Setback::Refused(Why::Image)),
                _ => return Err(reply.setback()),
            }
        }
        Err(Setback::Passing(Why::UnderWay, None))
    }

    async fn form(&self, post: &Post) -> Result<Vec<u8>, Setback> {
        // Uploaded before the form begins: what writes a form cannot wait on another thread.
        let mut ids = Vec::new();
        for image in &post.images {
            ids.push(self.upload(image).await?);
        }
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("status", &post.text)
            .append_pair("language", post.locale.tag())
            .append_pair("visibility", "public");
        for id in ids {
            form.append_pair("media_ids[]", &id);
        }
        Ok(form.finish().into_bytes())
    }

    pub(super) async fn publish(&self, post: &Post) -> Result<Remote, Setback> {
        self.fits(post).await?;
        if let Some(found) = self.find(post).await? {
            return Ok(found);
        }
        let form = self.form(post).await?;
        let question = Question::new(Method::POST, self.at("v1/statuses")?)
            .header("idempotency-key", &post.key);
        let made = self.ask(question.body(FORM, form)).await?;
        let made = whole(&made, post);
        if let Err((Setback::Refused(_), remote)) = &made {
            // Half a post is not left standing.
            self.take_down(remote).await?;
        }
        made.map_err(|(setback, _)| setback)
    }

    pub(super) async fn look_up(&self, post: &Post) -> Result<Option<Remote>, Setback> {
        self.find(post).await
    }

    pub(super) async fn correct(&self, old: &Remote, post: &Post) -> Result<Remote, Setback> {
        self.fits(post).await?;
        let form = self.form(post).await?;
        let url = self.at(&format!("v1/statuses/{}", old.id))?;
        let changed = self
            .ask(Question::new(Method::PUT, url).body(FORM, form))
            .await?;
        whole(&changed, post).map_err(|(setback, _)| setback)
    }

    pub(super) async fn take_down(&self, remote: &Remote) -> Result<(), Setback> {
        let url = self.at(&format!("v1/statuses/{}", remote.id))?;
        let reply = self
            .line
            .web
            .ask(self.signed(Question::new(Method::DELETE, url))?)
            .await?;
        if reply.status.is_success() || reply.is_gone() {
            Ok(())
        } else {
            Err(reply.setback())
        }
    }

    /// The post as whoever has no account sees it; nothing where there is nothing.
    async fn seen(&self, remote: &Remote) -> Result<Option<Json>, Setback> {
        let url = self.at(&format!("v1/statuses/{}", remote.id))?;
        let mut reply = self.line.web.ask(Question::get(url.clone())).await?;
        // Some servers show posts by this way to nobody without a token: their public page does.
        if matches!(reply.status.as_u16(), 401 | 403) {
            let address = remote.address.as_deref().unwrap_or_default();
            let page = self
                .line
                .web
                .ask(Question::get(self.line.web.url(address)?))
                .await?;
            if page.is_gone() {
                return Ok(None);
            }
            reply = self.line.web.ask(self.signed(Question::get(url))?).await?;
        }
        match (reply.is_gone(), reply.status.is_success()) {
            (true, _) => Ok(None),
            (_, true) => reply.json().map(Some),
            _ => Err(reply.setback()),
        }
    }

    pub(super) async fn is_gone(&self, remote: &Remote) -> Result<bool, Setback> {
        Ok(self.seen(remote).await?.is_none())
    }

    pub(super) async fn read_back(
        &self,
        remote: &Remote,
        post: &Post,
    ) -> Result<Option<Seen>, Setback> {
        let seen = self.seen(remote).await?;
        Ok(seen.map(|status| Seen {
            text: bare(&without_tags(&text(&status, "content"))) == bare(&post.text),
            images: described(&status, post),
        }))
    }

    pub(super) async fn health(&self) -> Result<Health, Setback> {
        let me = self.me().await?;
        let user = text(&me, "acct");
        if user.is_empty() {
            return Err(Setback::Refused(Why::NotUnderstood));
        }
        Ok(Health { user, remark: None })
    }
}

const FORM: &str = "application/x-www-form-urlencoded";

fn attached(status: &Json) -> &[Json] {
    status
        .get("media_attachments")
        .and_then(Json::as_array)
        .map_or(&[], Vec::as_slice)
}

/// How many images of the post stand under it with their description.
fn described(status: &Json, post: &Post) -> usize {
    let there = attached(status)
        .iter()
        .map(|one| bare(&text(one, "description")));
    let mut there: Vec<String> = there.collect();
    let is_there = |image: &&Image| {
        let at = there.iter().position(|one| *one == bare(&image.alt));
        at.map(|at| there.swap_remove(at)).is_some()
    };
    post.images.iter().filter(is_there).count()
}

fn remote(status: &Json) -> Remote {
    let address = Some(text(status, "url")).filter(|url| !url.is_empty());
    Remote {
        id: text(status, "id"),
        address,
        parts: attached(status).iter().map(|one| text(one, "id")).collect(),
    }
}

/// A success that is one: with all its images and their descriptions, and no other.
fn whole(status: &Json, post: &Post) -> Result<Remote, (Setback, Remote)> {
    let remote = remote(status);
    if remote.id.is_empty() {
        Err((Setback::Unknown(Why::NotUnderstood), remote))
    } else if attached(status).len() == post.images.len()
        && described(status, post) == post.images.len()
    {
        Ok(remote)
    } else {
        Err((Setback::Refused(Why::Different), remote))
    }
}
