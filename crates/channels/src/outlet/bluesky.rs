//! Bluesky: the AT protocol, with an app password.
//!
//! A post is a record under a name that this program chooses from the moment of the first try and the key, so that making it twice
//! makes it once (`com.atproto.repo.putRecord`).

mod facets;
mod mentions;

use jiff::Timestamp;
use reqwest::{Method, Url};
use serde_json::{Value as Json, json};
use sha2::{Digest as _, Sha256};

use crate::model::{Health, Image, Post, Remote, Seen, Why};
use crate::outlet::Line;
use crate::rules;
use crate::web::{Question, Setback, text};

/// What a post is called there.
const POSTS: &str = "app.bsky.feed.post";

/// An account.
pub(super) struct Bluesky<'a> {
    pub(super) line: &'a Line,
}

/// Signed in: for one piece of work.
struct Session {
    did: String,
    handle: String,
    token: String,
}

impl Bluesky<'_> {
    fn at(&self, method: &str, query: &[(&str, &str)]) -> Result<Url, Setback> {
        self.method(&format!("com.atproto.{method}"), query)
    }

    fn method(&self, name: &str, query: &[(&str, &str)]) -> Result<Url, Setback> {
        let base = self.line.address.trim_end_matches('/');
        let mut url = self.line.web.url(&format!("{base}/xrpc/{name}"))?;
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        Ok(url)
    }

    async fn session(&self) -> Result<Session, Setback> {
        let body = json!({ "identifier": self.line.user, "password": self.line.secret()?.trim() });
        let url = self.at("server.createSession", &[])?;
        let reply = self
            .line
            .web
            .ask(Question::new(Method::POST, url).json(&body))
            .await;
        // Signing in makes nothing public: cut off, it can be done again.
        let reply = reply.map_err(passing)?;
        if !reply.status.is_success() {
            return Err(passing(reply.setback()));
        }
        let made = reply.json().map_err(passing)?;
        let session = Session {
            did: text(&made, "did"),
            handle: text(&made, "handle"),
            token: text(&made, "accessJwt"),
        };
        if session.did.is_empty() || session.token.is_empty() {
            return Err(Setback::Refused(Why::NotUnderstood));
        }
        Ok(session)
    }

    async fn ask(&self, session: &Session, question: Question) -> Result<Json, Setback> {
        let reply = self.line.web.ask(question.bearer(&session.token)).await?;
        if reply.status.is_success() {
            return reply.json();
        }
        let code = reply
            .json()
            .ok()
            .map(|body| text(&body, "error"))
            .unwrap_or_default();
        Err(match code.as_str() {
            "BlobTooLarge" => Setback::Refused(Why::TooBig),
            "AccountTakedown" | "AccountDeactivated" => Setback::Refused(Why::Forbidden),
            "ExpiredToken" | "InvalidToken" => Setback::Refused(Why::Credentials),
            _ => reply.setback(),
        })
    }

    /// The record as everybody may read it; nothing where there is none.
    async fn record(&self, repo: &str, name: &str) -> Result<Option<Json>, Setback> {
        let url = self.at(
            "repo.getRecord",
            &[("repo", repo), ("collection", POSTS), ("rkey", name)],
        )?;
        let reply = self.line.web.ask(Question::get(url)).await?;
        if reply.status.is_success() {
            return reply.json().map(Some);
        }
        let code = reply
            .json()
            .ok()
            .map(|body| text(&body, "error"))
            .unwrap_or_default();
        if code == "RecordNotFound" {
            Ok(None)
        } else {
            Err(reply.setback())
        }
    }

    async fn upload(&self, session: &Session, image: &Image) -> Result<Json, Setback> {
        let url = self.at("repo.uploadBlob", &[])?;
        let question = Question::new(Method::POST, url).body("image/jpeg", image.jpeg.clone());
        // A file that no record names is thrown away there: cut off, it can be sent again.
        let made = self.ask(session, question).await.map_err(passing)?;
        let blob = made
            .get("blob")
            .cloned()
            .ok_or(Setback::Passing(Why::NotUnderstood, None))?;
        let whole = blob.get("size").and_then(Json::as_u64) == u64::try_from(image.jpeg.len()).ok();
        if whole {
            Ok(blob)
        } else {
            Err(Setback::Passing(Why::Different, None))
        }
    }

    async fn put(&self, session: &Session, name: &str, post: &Post) -> Result<Remote, Setback> {
        let mut images = Vec::new();
        for image in &post.images {
            let blob = self.upload(session, image).await?;
            images.push(json!({
                "image": blob, "alt": image.alt, "aspectRatio": { "width": image.width, "height": image.height }
            }));
        }
        let mut record = json!({
            "$type": POSTS, "text": post.text, "langs": [post.locale.tag()], "createdAt": post.since.to_string()
        });
        if let Some(record) = record.as_object_mut() {
            if !images.is_empty() {
                let embed = json!({ "$type": "app.bsky.embed.images", "images": images });
                record.insert("embed".to_owned(), embed);
            }
            let facets = facets::of(&post.text);
            if !facets.is_empty() {
                record.insert("facets".to_owned(), facets.into());
            }
        }
        let body = json!({ "repo": session.did, "collection": POSTS, "rkey": name, "validate": true, "record": record });
        let url = self.at("repo.putRecord", &[])?;
        let made = self
            .ask(session, Question::new(Method::POST, url).json(&body))
            .await?;
        if text(&made, "uri").is_empty() {
            return Err(Setback::Unknown(Why::NotUnderstood));
        }
        Ok(remote(session, name))
    }

    pub(super) async fn publish(&self, post: &Post) -> Result<Remote, Setback> {
        super::fits(&rules::misfits(&self.line.abilities(), post))?;
        let session = self.session().await?;
        let name = name(&post.key, post.since);
        match self.record(&session.did, &name).await? {
            Some(_) => Ok(remote(&session, &name)),
            None => self.put(&session, &name, post).await,
        }
    }

    pub(super) async fn look_up(&self, post: &Post) -> Result<Option<Remote>, Setback> {
        let session = self.session().await?;
        let name = name(&post.key, post.since);
        let found = self.record(&session.did, &name).await?;
        Ok(found.map(|_| remote(&session, &name)))
    }

    pub(super) async fn correct(&self, old: &Remote, post: &Post) -> Result<Remote, Setback> {
        super::fits(&rules::misfits(&self.line.abilities(), post))?;
        let (repo, name) = parts(old)?;
        let session = self.session().await?;
        if self.record(repo, name).await?.is_none() {
            return Err(Setback::Refused(Why::Gone));
        }
        self.put(&session, name, post).await
    }

    pub(super) async fn take_down(&self, remote: &Remote) -> Result<(), Setback> {
        let (repo, name) = parts(remote)?;
        let session = self.session().await?;
        let body = json!({ "repo": repo, "collection": POSTS, "rkey": name });
        let url = self.at("repo.deleteRecord", &[])?;
        self.ask(&session, Question::new(Method::POST, url).json(&body))
            .await
            .map(drop)
    }

    pub(super) async fn is_gone(&self, remote: &Remote) -> Result<bool, Setback> {
        let (repo, name) = parts(remote)?;
        Ok(self.record(repo, name).await?.is_none())
    }

    pub(super) async fn read_back(
        &self,
        remote: &Remote,
        post: &Post,
    ) -> Result<Option<Seen>, Setback> {
        let (repo, name) = parts(remote)?;
        let Some(found) = self.record(repo, name).await? else {
            return Ok(None);
        };
        let there = found
            .pointer("/value/embed/images")
            .and_then(Json::as_array);
        let mut images = 0;
        for (one, image) in there.into_iter().flatten().zip(&post.images) {
            let cid = one
                .pointer("/image/ref/$link")
                .and_then(Json::as_str)
                .unwrap_or_default();
            let url = self.at("sync.getBlob", &[("did", repo), ("cid", cid)])?;
            let file = self.line.web.ask(Question::get(url)).await;
            let shown = file.is_ok_and(|file| file.status.is_success());
            images += usize::from(shown && text(one, "alt") == image.alt);
        }
        let said = found.get("value").map(|value| text(value, "text"));
        Ok(Some(Seen {
            text: said.as_deref() == Some(post.text.as_str()),
            images,
        }))
    }

    pub(super) async fn health(&self) -> Result<Health, Setback> {
        let session = self.session().await?;
        Ok(Health {
            user: session.handle,
            remark: None,
        })
    }
}

/// Where a record of this name is.
fn remote(session: &Session, name: &str) -> Remote {
    Remote {
        id: format!("at://{}/{POSTS}/{name}", session.did),
        address: Some(format!(
            "https://bsky.app/profile/{}/post/{name}",
            session.handle
        )),
        parts: Vec::new(),
    }
}

/// The same setback, where a repeat is harmless.
fn passing(setback: Setback) -> Setback {
    match setback {
        Setback::Unknown(why) => Setback::Passing(why, None),
        other => other,
    }
}

/// Whose record, and its name.
fn parts(remote: &Remote) -> Result<(&str, &str), Setback> {
    let rest = remote.id.strip_prefix("at://");
    let split = rest.and_then(|rest| rest.split_once('/'));
    let found = split.and_then(|(repo, rest)| Some((repo, rest.rsplit_once('/')?.1)));
    found.ok_or(Setback::Refused(Why::NotUnderstood))
}

/// The name of a record: a timestamp identifier (<https://atproto.com/specs/tid>), 53 bits of microseconds and 10 bits that tell posts of one
/// moment apart.
fn name(key: &str, since: Timestamp) -> String {
    const LETTERS: &[u8; 32] = b"234567abcdefghijklmnopqrstuvwxyz";
    let hash = Sha256::digest(key.as_bytes());
    let apart = hash
        .iter()
        .take(2)
        .fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte))
        & 0x3ff;
    let moment = since.as_microsecond().unsigned_abs() & ((1 << 53) - 1);
    let number = moment << 10 | apart;
    let letter = |place: u32| {
        let at = usize::try_from(number >> (5 * place) & 31).unwrap_or(0);
        LETTERS.get(at).copied().map_or('2', char::from)
    };
    (0..13).rev().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_is_that_of_its_key_and_moment() {
        let at: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
        let one = name("sportdag-1", at);
        assert_eq!(one, name("sportdag-1", at));
        assert_ne!(one, name("sportdag-2", at));
        assert!(
            one < name("sportdag-1", at + jiff::SignedDuration::from_secs(1)),
            "names sort by time"
        );
    }

    proptest! {
        #[test]
        fn every_name_is_one_that_the_protocol_takes(key in "[a-z0-9-]{1,60}", second in 0_i64..4_000_000_000) {
            let name = name(&key, Timestamp::from_second(second).unwrap());
            prop_assert_eq!(name.len(), 13);
            prop_assert!("234567abcdefghij".contains(name.chars().next().unwrap()));
            prop_assert!(name.bytes().all(|sign| b"234567abcdefghijklmnopqrstuvwxyz".contains(&sign)));
        }
    }
}
