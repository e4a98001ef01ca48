//! What this program itself shows: a feed, and letters with the page that they lead to. The other side is our own database and
//! our own queue of letters, and the same holds there: nothing is done before it is confirmed.

use jiff::SignedDuration;
use people::store::{persons, schools};
use seal::BoardKeys;
use sha2::Sha256;
use store::Tx;
use uuid::Uuid;
use words::BoardId;

use crate::Channels;
use crate::letters::{self, Kind as Letter, Reader};
use crate::model::{Account, Health, Kind, Post, Remark, Remote, Seen, Why};
use crate::store::posts::{self, Content, Shown};
use crate::web::Setback;

/// How soon to ask again how far the letters are.
const SOON: SignedDuration = SignedDuration::from_mins(1);

/// Where the database is.
#[derive(Clone)]
pub(crate) struct Home {
    pub(crate) channels: Channels,
    pub(crate) board: BoardId,
    pub(crate) keys: BoardKeys,
}

/// A feed or a newsletter.
pub(super) struct Own<'a> {
    pub(super) home: Option<&'a Home>,
    pub(super) account: &'a Account,
}

/// Our own fault: told to the operator, and tried again.
#[expect(
    clippy::needless_pass_by_value,
    reason = "it stands where a fault is turned into another"
)]
fn ours(fault: anyhow::Error) -> Setback {
    tracing::error!(%fault, "a feed or newsletter cannot be reached");
    Setback::Passing(Why::ServerError, None)
}

impl<'a> Own<'a> {
    fn home(&self) -> Result<&'a Home, Setback> {
        self.home.ok_or(Setback::Refused(Why::NotUnderstood))
    }

    async fn begin(&self) -> Result<(&'a Home, Tx), Setback> {
        let home = self.home()?;
        let db = &home.channels.people.identity.parts.db;
        Ok((home, db.begin(home.board).await.map_err(ours)?))
    }

    fn sends(&self) -> bool {
        self.account.kind == Kind::Newsletter
    }

    /// The word in the address of a post: a letter's page is found by nobody but its readers.
    fn token(&self, keys: &BoardKeys, key: &str) -> String {
        if self.sends() {
            let what = format!("{}/{key}", self.account.id.as_simple());
            shell::chance::hex(&keys.index("channel-post", &what))
        } else {
            key.to_owned()
        }
    }

    async fn address(&self, home: &Home, token: &str) -> anyhow::Result<String> {
        let base = home.channels.address(home.board, self.account).await?;
        Ok(format!("{base}/{token}"))
    }

    /// The letters of this post begin with this.
    fn effect(&self, key: &str) -> String {
        format!("nieuwsbrief/{}/{key}/", self.account.id.as_simple())
    }

    async fn remote(&self, home: &Home, shown: &Shown) -> anyhow::Result<Remote> {
        Ok(Remote {
            id: shown.id.as_simple().to_string(),
            address: Some(self.address(home, &shown.token).await?),
            parts: Vec::new(),
        })
    }

    pub(super) async fn publish(&self, post: &Post) -> Result<Remote, Setback> {
        let (home, mut tx) = self.begin().await?;
        let now = home.channels.people.identity.now();
        let known = posts::of_key(&mut tx, &home.keys, self.account.id, &post.key).await;
        let shown = match known.map_err(ours)? {
            Some(Shown { content: None, .. }) => return Err(Setback::Refused(Why::RemovedThere)),
            Some(shown) => shown,
            None => {
                let id = shell::chance::id(&*home.channels.people.identity.parts.chance, now);
                let token = self.token(&home.keys, &post.key);
                if self.sends() {
                    let letter = (Letter::First, format!("{}eerst/", self.effect(&post.key)));
                    self.send(home, &mut tx, post, &token, letter).await?;
                }
                let place = (self.account.id, id, token.as_str());
                posts::put(&mut tx, &home.keys, place, post, now)
                    .await
                    .map_err(ours)?;
                let content = Some(Content::of(post));
                Shown {
                    id,
                    token,
                    content,
                    published: now,
                    changed: now,
                }
            }
        };
        tx.commit().await.map_err(ours)?;
        self.sent(home, &shown, &post.key).await
    }

    /// Queues a letter to every guardian of the school who has an address.
    async fn send(
        &self,
        home: &Home,
        tx: &mut Tx,
        post: &Post,
        token: &str,
        (kind, effect): (Letter, String),
    ) -> Result<(), Setback> {
        let readers = self.readers(home, tx).await.map_err(ours)?;
        if readers.is_empty() {
            return Err(Setback::Refused(Why::Nobody));
        }
        let address = self.address(home, token).await.map_err(ours)?;
        let school = schools::school(tx, self.account.school)
            .await
            .map_err(ours)?;
        let school = school.map(|school| school.name).unwrap_or_default();
        let written: Vec<_> = readers
            .iter()
            .map(|reader| {
                let letter = letters::newsletter(kind, post, reader, (&school, &address));
                (format!("{effect}{}", reader.person), letter)
            })
            .collect();
        let now = home.channels.people.identity.now();
        identity::jobs::post_all(tx, &home.keys, &written, now)
            .await
            .map_err(ours)
    }

    /// The guardians of the school, each address once.
    async fn readers(&self, home: &Home, tx: &mut Tx) -> anyhow::Result<Vec<Reader>> {
        let today = shell::clock::today(home.channels.people.identity.now());
        let names = home
            .channels
            .people
            .directories
            .of(tx, &home.keys, today)
            .await?;
        let here = names.everybody().filter(|known| {
            known.place.guardian && known.place.schools.contains(&self.account.school)
        });
        let mut ids: Vec<_> = here.map(|known| known.id).collect();
        ids.sort_unstable();
        let mut readers: Vec<Reader> = Vec::new();
        for person in persons::these(tx, &home.keys, &ids).await? {
            let details = person.details.filter(|_| person.merged_into.is_none());
            let Some(address) = details.and_then(|details| details.email) else {
                continue;
            };
            if readers
                .iter()
                .all(|reader| !reader.address.eq_ignore_ascii_case(&address))
            {
                readers.push(Reader {
                    person: person.id,
                    address,
                });
            }
        }
        Ok(readers)
    }

    /// Done when every letter was taken by a mail server, or refused for good.
    async fn sent(&self, home: &Home, shown: &Shown, key: &str) -> Result<Remote, Setback> {
        let mut remote = self.remote(home, shown).await.map_err(ours)?;
        if !self.sends() {
            return Ok(remote);
        }
        let (_, mut tx) = self.begin().await?;
        let far = identity::jobs::progress(&mut tx, &self.effect(key))
            .await
            .map_err(ours)?;
        match far {
            far if far.waiting > 0 => Err(Setback::Passing(Why::UnderWay, Some(SOON))),
            far if far.done == 0 && far.dead > 0 => Err(Setback::Refused(Why::Refused)),
            far => {
                remote.parts = vec![far.done.to_string(), far.dead.to_string()];
                Ok(remote)
            }
        }
    }

    pub(super) async fn look_up(&self, post: &Post) -> Result<Option<Remote>, Setback> {
        let (home, mut tx) = self.begin().await?;
        let known = posts::of_key(&mut tx, &home.keys, self.account.id, &post.key).await;
        match known.map_err(ours)? {
            None => Ok(None),
            Some(Shown { content: None, .. }) => Err(Setback::Refused(Why::RemovedThere)),
            Some(shown) => self.remote(home, &shown).await.map(Some).map_err(ours),
        }
    }

    async fn shown(
        &self,
        home: &Home,
        tx: &mut Tx,
        remote: &Remote,
    ) -> Result<Option<Shown>, Setback> {
        let id: Uuid = remote
            .id
            .parse()
            .map_err(|_| Setback::Refused(Why::NotUnderstood))?;
        posts::one(tx, &home.keys, id).await.map_err(ours)
    }

    /// Where it stands it changes; what was sent gets a letter after it.
    pub(super) async fn correct(&self, remote: &Remote, post: &Post) -> Result<Remote, Setback> {
        let (home, mut tx) = self.begin().await?;
        let now = home.channels.people.identity.now();
        let shown = self.shown(home, &mut tx, remote).await?;
        let shown = shown
            .filter(|shown| shown.content.is_some())
            .ok_or(Setback::Refused(Why::Gone))?;
        if self.sends() {
            let hash = super::hash::<Sha256>(format!("{}\n{}", post.title, post.text).as_bytes());
            let effect = format!("{}{hash}/", self.effect(&post.key));
            self.send(
                home,
                &mut tx,
                post,
                &shown.token,
                (Letter::Correction, effect),
            )
            .await?;
        }
        let place = (self.account.id, shown.id, shown.token.as_str());
        posts::put(&mut tx, &home.keys, place, post, now)
            .await
            .map_err(ours)?;
        tx.commit().await.map_err(ours)?;
        self.sent(home, &shown, &post.key).await
    }

    /// The page goes at once, and letters that did not leave yet stay here; what somebody has in their mail stays there.
    pub(super) async fn take_down(&self, remote: &Remote) -> Result<(), Setback> {
        let (home, mut tx) = self.begin().await?;
        let now = home.channels.people.identity.now();
        let Some(shown) = self.shown(home, &mut tx, remote).await? else {
            return Ok(());
        };
        posts::take(&mut tx, shown.id, now).await.map_err(ours)?;
        let effect = posts::effect(&mut tx, shown.id).await.map_err(ours)?;
        let letters = self.effect(&effect);
        identity::jobs::take_back(&mut tx, &letters)
            .await
            .map_err(ours)?;
        let far = identity::jobs::progress(&mut tx, &letters)
            .await
            .map_err(ours)?;
        tx.commit().await.map_err(ours)?;
        // One that is leaving at this moment counts as gone out.
        if self.sends() && far.done + far.waiting > 0 {
            return Err(Setback::Refused(Why::CannotBeRecalled));
        }
        Ok(())
    }

    pub(super) async fn is_gone(&self, remote: &Remote) -> Result<bool, Setback> {
        let (home, mut tx) = self.begin().await?;
        let Some(shown) = self.shown(home, &mut tx, remote).await? else {
            return Ok(true);
        };
        let effect = posts::effect(&mut tx, shown.id).await.map_err(ours)?;
        let far = identity::jobs::progress(&mut tx, &self.effect(&effect))
            .await
            .map_err(ours)?;
        Ok(shown.content.is_none() && far.done + far.waiting == 0)
    }

    pub(super) async fn read_back(
        &self,
        remote: &Remote,
        post: &Post,
    ) -> Result<Option<Seen>, Setback> {
        let (home, mut tx) = self.begin().await?;
        let shown = self.shown(home, &mut tx, remote).await?;
        let Some(Shown {
            content: Some(content),
            id,
            ..
        }) = shown
        else {
            return Ok(None);
        };
        let mut images = 0;
        for ((number, picture), image) in (0_i64..).zip(&content.images).zip(&post.images) {
            let file = posts::image(&mut tx, &home.keys, id, number)
                .await
                .map_err(ours)?;
            images += usize::from(picture.alt == image.alt && file.as_ref() == Some(&image.jpeg));
        }
        Ok(Some(Seen {
            text: content.text == post.text,
            images,
        }))
    }

    pub(super) async fn health(&self) -> Result<Health, Setback> {
        if !self.sends() || self.home.is_none() {
            return Ok(Health::default());
        }
        let (home, mut tx) = self.begin().await?;
        let readers = self.readers(home, &mut tx).await.map_err(ours)?;
        let remark = readers.is_empty().then_some(Remark::Nobody);
        Ok(Health {
            user: String::new(),
            remark,
        })
    }
}
