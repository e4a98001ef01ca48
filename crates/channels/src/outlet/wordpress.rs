//! `WordPress` by its REST API, with an application password (`WordPress` 5.6 and newer). An author may do all of this; an editor may
//! do more than is good.
//!
//! `WordPress` has no key for a request: the same post twice is two posts. So a post is made as a draft with the key as its slug,
//! the drafts of that slug are looked up, and the eldest is made public. What was cut off leaves a draft, never a second post.

mod read;

use reqwest::{Method, Url};
use serde_json::{Value as Json, json};

use crate::model::{Health, Image, Post, Remark, Remote, Seen, Why};
use crate::outlet::Line;
use crate::reading;
use crate::views::remote::{self, Shown};
use crate::web::{Parts, Question, Setback, text};
use read::{Media, There, agrees, hash, id_of, media, public, remote, short, there};

/// Everything that is not in the bin.
const ALIVE: &str = "publish,future,draft,pending,private";

/// A website.
pub(super) struct WordPress<'a> {
    pub(super) line: &'a Line,
}

impl WordPress<'_> {
    fn at(&self, path: &str, query: &[(&str, &str)]) -> Result<Url, Setback> {
        let base = self.line.address.trim_end_matches('/');
        let mut url = self.line.web.url(&format!("{base}/wp-json/wp/v2/{path}"))?;
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        Ok(url)
    }

    /// As the author.
    fn signed(&self, question: Question) -> Result<Question, Setback> {
        let secret = self.line.secret()?;
        // Four letters and a blank, six times over: the blanks are for who types it.
        let word: String = secret
            .chars()
            .filter(|sign| !sign.is_whitespace())
            .collect();
        Ok(question.basic(&self.line.user, &word))
    }

    async fn ask(&self, question: Question) -> Result<Json, Setback> {
        let reply = self.line.web.ask(self.signed(question)?).await?;
        if reply.status.is_success() {
            return reply.json();
        }
        let code = reply
            .json()
            .ok()
            .map(|body| text(&body, "code"))
            .unwrap_or_default();
        Err(match code.as_str() {
            // These come with a 500 or a 400, and never go away by themselves.
            "rest_upload_sideload_error"
            | "rest_upload_unknown_error"
            | "rest_upload_image_type_not_supported" => Setback::Refused(Why::Image),
            "rest_upload_hash_mismatch" => Setback::Passing(Why::Different, None),
            "rest_post_invalid_id" | "rest_post_incorrect_password" => Setback::Refused(Why::Gone),
            "rest_upload_file_too_big" | "rest_upload_limited_space" => {
                Setback::Refused(Why::TooBig)
            }
            "rest_not_logged_in" | "incorrect_password" | "invalid_username" | "invalid_email" => {
                Setback::Refused(Why::Credentials)
            }
            _ => reply.setback(),
        })
    }

    /// The posts of this slug and status, the eldest first.
    async fn posts(&self, slug: &str, status: &str) -> Result<Vec<There>, Setback> {
        let query = [
            ("slug", slug),
            ("status", status),
            ("context", "edit"),
            ("orderby", "id"),
            ("order", "asc"),
            ("per_page", "20"),
        ];
        let found = self.ask(Question::get(self.at("posts", &query)?)).await?;
        let found = found
            .as_array()
            .ok_or(Setback::Passing(Why::NotUnderstood, None))?;
        Ok(found.iter().map(there).collect())
    }

    /// The post of this key. One that somebody put in the bin is not made again.
    async fn find(&self, key: &str) -> Result<Option<There>, Setback> {
        if let Some(found) = self.posts(key, ALIVE).await?.into_iter().next() {
            return Ok(Some(found));
        }
        if self
            .posts(&format!("{key}__trashed"), "trash")
            .await?
            .is_empty()
        {
            Ok(None)
        } else {
            Err(Setback::Refused(Why::RemovedThere))
        }
    }

    /// The images of this key in the library.
    async fn library(&self, key: &str) -> Result<Vec<(String, Media)>, Setback> {
        let query = [("search", key), ("per_page", "50"), ("context", "edit")];
        let found = self.ask(Question::get(self.at("media", &query)?)).await?;
        let found = found
            .as_array()
            .ok_or(Setback::Passing(Why::NotUnderstood, None))?;
        let ours = found.iter().map(|one| (text(one, "slug"), media(one)));
        let begins = format!("{key}-");
        Ok(ours.filter(|(slug, _)| slug.starts_with(&begins)).collect())
    }

    /// The images of a post, each in the library once.
    async fn images(&self, post: &Post) -> Result<Vec<Media>, Setback> {
        if post.images.is_empty() {
            return Ok(Vec::new());
        }
        let mut library = self.library(&post.key).await?;
        let mut all: Vec<Media> = Vec::new();
        for image in &post.images {
            let name = format!("{}-{}", post.key, short(image));
            let known = library.iter().position(|(slug, _)| *slug == name);
            all.push(match known {
                Some(known) => self.described(library.swap_remove(known).1, image).await?,
                None => self.upload(&name, image).await?,
            });
        }
        Ok(all)
    }

    /// One that is there already, with its description of now.
    async fn described(&self, known: Media, image: &Image) -> Result<Media, Setback> {
        let url = self.at(&format!("media/{}", known.id), &[])?;
        let answer = self
            .ask(Question::new(Method::POST, url).json(&json!({ "alt_text": image.alt })))
            .await?;
        agrees(&answer, image)?;
        Ok(known)
    }

    async fn upload(&self, name: &str, image: &Image) -> Result<Media, Setback> {
        let hash = hash(image);
        // With the file, so that there is no moment without a description.
        let parts = Parts::new(&hash)
            .field("alt_text", &image.alt)
            .field("slug", name)
            .field("title", name)
            .file("file", &format!("{name}.jpg"), &image.jpeg);
        let question =
            Question::new(Method::POST, self.at("media", &[])?).header("content-md5", &hash);
        let answer = self.ask(parts.onto(question)).await?;
        agrees(&answer, image)?;
        Ok(media(&answer))
    }

    fn body(post: &Post, images: &[Media]) -> Json {
        let shown: Vec<Shown<'_>> = post
            .images
            .iter()
            .zip(images)
            .map(|(image, media)| Shown {
                id: &media.id,
                source: &media.source,
                alt: &image.alt,
            })
            .collect();
        let first = images
            .first()
            .and_then(|media| media.id.parse::<u64>().ok());
        json!({
            "title": post.title,
            "content": remote::wordpress(&post.text, &shown).into_string(),
            "featured_media": first.unwrap_or(0),
        })
    }

    pub(super) async fn publish(&self, post: &Post) -> Result<Remote, Setback> {
        let images = self.images(post).await?;
        let known = self.find(&post.key).await?;
        let made = match known {
            Some(known) => known,
            None => self.draft(post, &images).await?,
        };
        let url = self.at(&format!("posts/{}", made.id), &[])?;
        let body = with(Self::body(post, &images), &[("status", "publish")]);
        let answer = self
            .ask(Question::new(Method::POST, url).json(&body))
            .await?;
        public(&answer, &images)
    }

    /// A draft. What was made twice, by a line that was cut, stays once.
    async fn draft(&self, post: &Post, images: &[Media]) -> Result<There, Setback> {
        let more = [("status", "draft"), ("slug", post.key.as_str())];
        let body = with(Self::body(post, images), &more);
        let made = self
            .ask(Question::new(Method::POST, self.at("posts", &[])?).json(&body))
            .await?;
        let mut all = self.posts(&post.key, ALIVE).await?.into_iter();
        let eldest = all.next().unwrap_or_else(|| there(&made));
        for more in all.filter(|one| one.status == "draft") {
            self.delete(&format!("posts/{}", more.id)).await?;
        }
        Ok(eldest)
    }

    pub(super) async fn look_up(&self, post: &Post) -> Result<Option<Remote>, Setback> {
        let Some(found) = self.find(&post.key).await? else {
            return Ok(None);
        };
        if found.status != "publish" {
            return Ok(None);
        }
        let library = self.library(&post.key).await?;
        let images: Vec<Media> = library.into_iter().map(|(_, media)| media).collect();
        Ok(Some(remote(found.id, found.link, &images)))
    }

    pub(super) async fn correct(&self, old: &Remote, post: &Post) -> Result<Remote, Setback> {
        let images = self.images(post).await?;
        let url = self.at(&format!("posts/{}", old.id), &[])?;
        let answer = self
            .ask(Question::new(Method::POST, url).json(&Self::body(post, &images)))
            .await?;
        let new = public(&answer, &images)?;
        // Only what is no longer shown goes, and only now that it is not.
        for part in old.parts.iter().filter(|part| !new.parts.contains(part)) {
            self.delete(&format!("media/{}", id_of(part))).await?;
        }
        Ok(new)
    }

    /// For good: the bin would keep it.
    async fn delete(&self, path: &str) -> Result<(), Setback> {
        let url = self.at(path, &[("force", "true")])?;
        match self.ask(Question::new(Method::DELETE, url)).await {
            Ok(answer) if answer.get("deleted") == Some(&json!(true)) => Ok(()),
            Ok(_) => Err(Setback::Unknown(Why::NotUnderstood)),
            Err(Setback::Refused(Why::Gone)) => Ok(()),
            Err(setback) => Err(setback),
        }
    }

    pub(super) async fn take_down(&self, remote: &Remote) -> Result<(), Setback> {
        self.delete(&format!("posts/{}", remote.id)).await?;
        for part in &remote.parts {
            self.delete(&format!("media/{}", id_of(part))).await?;
        }
        Ok(())
    }

    /// As a visitor sees it: neither the page nor the file of an image.
    pub(super) async fn is_gone(&self, remote: &Remote) -> Result<bool, Setback> {
        let page = self.line.web.ask(Question::get(self.page(remote)?)).await?;
        let away = match page.location() {
            // It guesses another page for an address that it no longer knows.
            Some(to) => !to.contains(self.page(remote)?.path()) && self.hidden(remote).await?,
            None if page.is_gone() => true,
            None if page.status.is_success() => false,
            None => return Err(page.setback()),
        };
        if !away {
            return Ok(false);
        }
        for part in &remote.parts {
            let (_, source) = part.split_once(' ').unwrap_or_default();
            let file = self
                .line
                .web
                .ask(Question::get(self.line.web.url(source)?))
                .await?;
            if !file.is_gone() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whoever has not signed in is not told of it.
    async fn hidden(&self, remote: &Remote) -> Result<bool, Setback> {
        let url = self.at(&format!("posts/{}", remote.id), &[])?;
        let reply = self.line.web.ask(Question::get(url)).await?;
        Ok(reply.is_gone() || matches!(reply.status.as_u16(), 401 | 403))
    }

    fn page(&self, remote: &Remote) -> Result<Url, Setback> {
        let address = remote.address.as_deref().unwrap_or_default();
        self.line.web.url(address)
    }

    pub(super) async fn read_back(
        &self,
        remote: &Remote,
        post: &Post,
    ) -> Result<Option<Seen>, Setback> {
        let page = self.line.web.ask(Question::get(self.page(remote)?)).await?;
        if page.is_gone() {
            return Ok(None);
        }
        if !page.status.is_success() {
            return Err(page.setback());
        }
        let page = page.text();
        Ok(Some(Seen {
            text: reading::has_text(&page, &post.text),
            images: reading::descriptions(
                &page,
                post.images.iter().map(|image| image.alt.as_str()),
            ),
        }))
    }

    pub(super) async fn health(&self) -> Result<Health, Setback> {
        let me = self
            .ask(Question::get(self.at("users/me", &[("context", "edit")])?))
            .await?;
        let can = |what: &str| me.pointer(&format!("/capabilities/{what}")) == Some(&json!(true));
        if !(can("publish_posts") && can("upload_files") && can("delete_published_posts")) {
            return Err(Setback::Refused(Why::Forbidden));
        }
        Ok(Health {
            user: text(&me, "name"),
            remark: can("edit_others_posts").then_some(Remark::TooMighty),
        })
    }
}

/// A request with these words too.
fn with(mut body: Json, more: &[(&str, &str)]) -> Json {
    if let Some(body) = body.as_object_mut() {
        for (key, value) in more {
            body.insert((*key).to_owned(), json!(value));
        }
    }
    body
}
