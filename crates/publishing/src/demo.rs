//! Publications for made-up schools, in every state that somebody can look at.

use std::sync::Arc;

use ::store::Tx;
use anyhow::Context;
use channels::store::accounts;
use consent::store::purposes;
use identity::store::roles;
use jiff::{SignedDuration, Timestamp};
use people::demo::Demo;
use people::directory::Directory;
use people::model::School;
use people::store::schools;
use photos::store::{albums, photos as shots};
use seal::BoardKeys;
use shell::{Chance, chance};
use words::{PersonId, Role};

use crate::gather::{Known, asked_at, usual};
use crate::post::model::{Approval, Content, Event, Picture, Publication, Stage};
use crate::post::release::Release;
use crate::post::signed;
use crate::store::{publications, releases};
use crate::{Publishing, jobs};

/// What stands in each of them, and how far it is.
const POSTS: [(Stage, &str, &str, &str); 4] = [
    (
        Stage::Approved,
        "Sportdag",
        "Het was een mooie dag op het veld. Bedankt, helpende handen!",
        "",
    ),
    (
        Stage::Submitted,
        "Moestuin",
        "De eerste radijsjes zijn geoogst. Kom kijken bij het hek.",
        "",
    ),
    (
        Stage::Returned,
        "Schoolreis",
        "Wij gingen op reis met de bus, en kwamen moe en blij terug.",
        "Zet erbij waar iedereen de foto's kan vinden.",
    ),
    (Stage::Draft, "Open dag", "", ""),
];

/// What is on the photo of the demo that may be shown.
const ALT: &str = "Iemand in een ruimtepak lacht naar de camera.";

/// Why it can go where the protocol leaves doubt.
const REASON: &str = "Dit gaat over onze eigen school, en er staat niemand in.";

/// The made-up school at work.
struct Desk<'a> {
    us: &'a Publishing,
    keys: &'a BoardKeys,
    source: &'a dyn Chance,
    school: School,
    author: PersonId,
    at: Timestamp,
}

/// Gives made-up boards publications. What is released goes out when the program runs.
pub async fn fill(
    us: &Publishing,
    source: &dyn Chance,
    at: Timestamp,
    demos: &[Demo],
) -> anyhow::Result<()> {
    for demo in demos {
        let keys = us.people.keys(demo.board).await?;
        let mut tx = us.people.identity.parts.db.begin(demo.board).await?;
        // Those as whom one signs in with one tap: so one finds one's own work.
        let today = shell::clock::today(at);
        let author = roles::somebody(&mut tx, Role::Leraar, today).await?;
        let releaser = roles::somebody(&mut tx, Role::Pr, today).await?;
        let (Some(author), Some(releaser)) = (author, releaser) else {
            continue;
        };
        let school = schools::school(&mut tx, demo.school).await?;
        let desk = Desk {
            us,
            keys: &keys,
            source,
            school: school.context("no such school")?,
            author,
            at,
        };
        for (n, post) in (1..).zip(POSTS) {
            desk.one(&mut tx, post, (releaser, n)).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

impl Desk<'_> {
    async fn one(
        &self,
        tx: &mut Tx,
        (stage, title, text, comment): (Stage, &str, &str, &str),
        (releaser, n): (PersonId, i64),
    ) -> anyhow::Result<()> {
        let at = self.at.saturating_sub(SignedDuration::from_hours(n))?;
        let mut new = Publication {
            id: chance::id(self.source, self.at),
            school: self.school.id,
            group: None,
            author: self.author,
            role: Role::Leraar,
            stage: Stage::Draft,
            revision: 1,
            due: None,
            made_at: at,
            changed_at: at,
            approval: None,
            content: Content {
                title: title.to_owned(),
                text: text.to_owned(),
                ..usual(tx, self.keys, self.school.id).await?
            },
        };
        if stage == Stage::Approved {
            self.picture(tx, &mut new).await?;
        }
        let ready = stage != Stage::Draft && self.place(tx, &mut new).await?;
        if ready {
            new.stage = stage;
        }
        publications::add(tx, self.keys, &new).await?;
        self.happened(tx, &new, ("begonnen", self.author, ""))
            .await?;
        if !ready {
            return Ok(());
        }
        self.happened(tx, &new, ("dien-in", self.author, ""))
            .await?;
        match stage {
            Stage::Approved => self.release(tx, &mut new, releaser).await,
            Stage::Returned => self.happened(tx, &new, ("terug", releaser, comment)).await,
            _ => Ok(()),
        }
    }

    /// The photo of the album that everybody may see.
    async fn picture(&self, tx: &mut Tx, new: &mut Publication) -> anyhow::Result<()> {
        let all = albums::of_school(tx, self.keys, self.school.id).await?;
        let Some((album, _)) = all.first() else {
            return Ok(());
        };
        new.group = album.group;
        let first = shots::of_album(tx, album.id).await?.into_iter();
        let mut first = first.filter(photos::model::Photo::is_offered);
        new.content.pictures = first
            .next()
            .map(|one| Picture {
                photo: one.id,
                alt: ALT.to_owned(),
            })
            .into_iter()
            .collect();
        Ok(())
    }

    /// Goes through what is asked and finds an account where the protocol lets it be; false if there is none.
    async fn place(&self, tx: &mut Tx, new: &mut Publication) -> anyhow::Result<bool> {
        let names = self.names(tx).await?;
        let known = self.known(&names);
        let all = purposes::of_school(tx, self.school.id).await?;
        for account in accounts::of(tx, self.keys, self.school.id).await? {
            new.content.accounts = [account.id].into();
            new.content.purpose = asked_at(&all, account.channel);
            new.content.answers.clear();
            let looked = self.us.look(tx, known, new, Some(Role::Pr)).await?;
            for key in looked.panel.asked {
                let so =
                    key == "activiteit" || key == "praktisch" && new.content.pictures.is_empty();
                new.content.answers.insert(key, so);
            }
            let looked = self.us.look(tx, known, new, Some(Role::Pr)).await?;
            if looked.panel.asks() {
                REASON.clone_into(&mut new.content.reason);
            }
            if looked.panel.is_ready(&new.content.reason) {
                return Ok(true);
            }
            new.content.reason.clear();
        }
        Ok(false)
    }

    async fn release(
        &self,
        tx: &mut Tx,
        new: &mut Publication,
        releaser: PersonId,
    ) -> anyhow::Result<()> {
        let names = self.names(tx).await?;
        let known = self.known(&names);
        let looked = self.us.look(tx, known, new, Some(Role::Pr)).await?;
        let parts = self.us.parts(tx, self.keys, new, &looked).await?;
        new.approval = Some(Approval {
            by: releaser,
            role: Some(Role::Pr),
            at: new.changed_at,
            revision: new.revision,
            digest: signed::digest(&parts),
        });
        publications::keep(tx, self.keys, new).await?;
        publications::sign(tx, new.id, &parts).await?;
        self.happened(tx, new, ("akkoord", releaser, "")).await?;
        for (account, ..) in &looked.places {
            let (id, at) = (chance::id(self.source, self.at), self.at);
            let place = (account.id, account.channel);
            let release = Release::planned(id, new.id, place, at, at);
            releases::keep(tx, new.school, &release).await?;
            jobs::send(tx, &release, new.revision).await?;
        }
        Ok(())
    }

    async fn names(&self, tx: &mut Tx) -> anyhow::Result<Arc<Directory>> {
        let day = shell::clock::today(self.at);
        self.us.people.directories.of(tx, self.keys, day).await
    }

    fn known<'a>(&'a self, names: &'a Directory) -> Known<'a> {
        Known {
            keys: self.keys,
            names,
            school: &self.school,
            day: shell::clock::today(self.at),
        }
    }

    async fn happened(
        &self,
        tx: &mut Tx,
        new: &Publication,
        (kind, by, comment): (&str, PersonId, &str),
    ) -> anyhow::Result<()> {
        let role = if by == self.author {
            Role::Leraar
        } else {
            Role::Pr
        };
        let event = Event::new(new.changed_at, kind)
            .by(by, role)
            .saying(comment);
        publications::happened(tx, self.keys, new.id, &event).await
    }
}
