//! Reads all that the check panel is made from, in the transaction of whoever looks.

use channels::model::{Kind, State};
use channels::store::accounts;
use channels::{Abilities, Account};
use consent::model::{Cell, Ground, Purpose};
use consent::register::Register;
use consent::store::purposes;
use jiff::civil::Date;
use norms::Protocol;
use people::directory::Directory;
use people::model::School;
use photos::model::File;
use photos::store::{marks, photos as shots, pieces};
use seal::BoardKeys;
use store::Tx;
use uuid::Uuid;
use words::{Channel, Medium, PersonId, PurposeId, Role, SchoolId};

use crate::Publishing;
use crate::check::{Checked, Draft};
use crate::consents::kind_of;
use crate::post::model::{Capacity, Content, Publication};
use crate::post::panel::{self, Facts, Panel, Place, Shot};
use crate::post::releasers::{Releasers, releasers};
use crate::post::signed::{self, Parts, sha256};
use crate::store::publications;

/// What the transaction of a look knows already.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The keys of the board.
    pub keys: &'a BoardKeys,
    /// Everybody by name.
    pub names: &'a Directory,
    /// The school.
    pub school: &'a School,
    /// Today.
    pub day: Date,
}

/// Everything that is known of a publication at this moment.
#[derive(Debug)]
pub struct Looked {
    /// The protocol of the school.
    pub protocol: Option<&'static Protocol>,
    /// Who releases.
    pub releasers: Releasers,
    /// The accounts of the school that are in use.
    pub accounts: Vec<Account>,
    /// Those that were chosen, with what was found in the text for each, and what each takes.
    pub places: Vec<(Account, Abilities, Checked)>,
    /// The photos, in order.
    pub shots: Vec<Shot>,
    /// What holds of the people in it.
    pub register: Register,
    /// The purpose that was chosen.
    pub purpose: Option<Purpose>,
    /// The panel.
    pub panel: Panel,
}

/// Everything of a publication that can be read at an account as text.
pub fn all_text(content: &Content, account: Option<Uuid>) -> String {
    let text = account.map_or(content.text.as_str(), |account| content.text_for(account));
    let parts = [content.title.as_str(), text, content.sources.as_str()];
    let alts = content.pictures.iter().map(|one| one.alt.as_str());
    let parts: Vec<&str> = parts
        .into_iter()
        .chain(alts)
        .filter(|part| !part.trim().is_empty())
        .collect();
    parts.join("\n\n")
}

/// The protocol that a school follows.
pub fn protocol_of(school: &School) -> Option<&'static Protocol> {
    norms::shipped::protocol(school.protocol.as_deref()?)
}

impl Publishing {
    /// Looks at a publication as it is at this moment. `approver` is the role of whoever releases it, once that is known.
    pub async fn look(
        &self,
        tx: &mut Tx,
        known: Known<'_>,
        of: &Publication,
        approver: Option<Role>,
    ) -> anyhow::Result<Looked> {
        let (keys, school) = (known.keys, known.school.id);
        let protocol = protocol_of(known.school);
        let releasers = releasers(protocol, publications::releasers(tx, school).await?);
        let content = &of.content;
        let accounts: Vec<Account> = accounts::of(tx, keys, school)
            .await?
            .into_iter()
            .filter(|one| one.state == State::Used)
            .collect();
        let chosen = accounts
            .iter()
            .filter(|one| content.accounts.contains(&one.id));
        let mut places: Vec<(Account, Abilities, Checked)> = Vec::new();
        for account in chosen {
            let checked = self.read_text(tx, known, content, account).await?;
            let takes = channels::rules::abilities(account.kind, account.channel);
            places.push((account.clone(), takes, checked));
        }
        let shots = pictures(tx, keys, content).await?;
        let people = everybody(&places, &shots);
        let register = Register::of(tx, known.names, school, &people, known.day).await?;
        let purpose = register
            .purposes
            .iter()
            .find(|one| Some(one.id) == content.purpose)
            .cloned();
        let roles = match content.capacity() {
            Capacity::Work => panel::in_norms(&[of.role]),
            Capacity::School => {
                let first = releasers.roles.first().copied();
                let role = approver.or(first);
                panel::in_norms(&role.into_iter().collect::<Vec<_>>())
            }
        };
        let panel = panel::panel(&Facts {
            content,
            protocol,
            roles,
            places: places
                .iter()
                .map(|(account, takes, checked)| Place {
                    account: account.id,
                    channel: account.channel,
                    takes: *takes,
                    checked,
                })
                .collect(),
            shots: &shots,
            register: &register,
            purpose: purpose.as_ref(),
        });
        Ok(Looked {
            protocol,
            releasers,
            accounts,
            places,
            shots,
            register,
            purpose,
            panel,
        })
    }

    async fn read_text(
        &self,
        tx: &mut Tx,
        known: Known<'_>,
        content: &Content,
        account: &Account,
    ) -> anyhow::Result<Checked> {
        let text = all_text(content, Some(account.id));
        let draft = Draft {
            text: &text,
            channel: kind_of(account.channel),
            at: content.purpose.map(|purpose| Cell {
                purpose,
                channel: account.channel,
                medium: Medium::Naam,
            }),
        };
        let known_names = (known.keys, known.names);
        let checked = self.check(tx, known_names, known.school, draft, known.day);
        // The form takes less than the check reads; should more ever come here, nothing is published unread.
        checked
            .await?
            .map_err(|refusal| anyhow::anyhow!("{refusal:?}"))
    }

    /// The hash of each part of a publication as it is at this moment, with the bytes of its photos.
    pub async fn parts(
        &self,
        tx: &mut Tx,
        keys: &BoardKeys,
        of: &Publication,
        looked: &Looked,
    ) -> anyhow::Result<Parts> {
        let mut hashes = Vec::with_capacity(of.content.pictures.len());
        for one in &of.content.pictures {
            let mut all = String::new();
            for file in [File::Large, File::Medium] {
                let bytes = bytes(tx, keys, one.photo, file).await?;
                all.push_str(&bytes.as_deref().map(sha256).unwrap_or_default());
            }
            hashes.push(all);
        }
        let ground = signed::Ground {
            pictures: hashes,
            protocol: looked.protocol.map_or("", |one| one.sha256.as_str()),
            consents: &looked.panel.relied,
        };
        Ok(signed::parts(of, &ground))
    }
}

/// The bytes of a file of a photo, if they are there.
pub(crate) async fn bytes(
    tx: &mut Tx,
    keys: &BoardKeys,
    photo: Uuid,
    file: File,
) -> anyhow::Result<Option<Vec<u8>>> {
    match pieces::key(tx, keys, photo).await? {
        Some(key) => pieces::get(tx, &key, photo, file).await,
        None => Ok(None),
    }
}

async fn pictures(tx: &mut Tx, keys: &BoardKeys, content: &Content) -> anyhow::Result<Vec<Shot>> {
    let mut all = Vec::with_capacity(content.pictures.len());
    for one in &content.pictures {
        let photo = shots::one(tx, one.photo).await?;
        let mut shot = Shot {
            photo,
            faces: Vec::new(),
            credit: String::new(),
        };
        if shot.photo.is_some() {
            shot.faces = marks::of_photo(tx, one.photo).await?;
            shot.credit = shots::credit_of(tx, keys, one.photo).await?;
        }
        all.push(shot);
    }
    Ok(all)
}

fn everybody(places: &[(Account, Abilities, Checked)], shots: &[Shot]) -> Vec<PersonId> {
    let in_texts = places.iter().flat_map(|(_, _, checked)| checked.people());
    let faces = shots.iter().flat_map(|shot| &shot.faces);
    let mut people: Vec<PersonId> = faces
        .filter_map(|face| face.mark.person())
        .chain(in_texts)
        .collect();
    people.sort_unstable();
    people.dedup();
    people
}

/// What a school publishes most: in its own name, at the account from which it is most easily taken back, for the first purpose
/// that people are asked about there.
pub async fn usual(tx: &mut Tx, keys: &BoardKeys, school: SchoolId) -> anyhow::Result<Content> {
    let accounts = accounts::of(tx, keys, school).await?;
    let used = accounts.iter().filter(|one| one.state == State::Used);
    let first = used.min_by_key(|one| ease(one.kind));
    let all = purposes::of_school(tx, school).await?;
    Ok(Content {
        capacity: Some(Capacity::USUAL),
        accounts: first.map(|one| one.id).into_iter().collect(),
        purpose: first.and_then(|first| asked_at(&all, first.channel)),
        ..Content::default()
    })
}

/// The first purpose that people are asked about for photos on this channel.
pub fn asked_at(all: &[Purpose], channel: Channel) -> Option<PurposeId> {
    let asked = all.iter().find(|one| {
        let offered = one.offer(channel, Medium::Foto).is_some();
        one.notice.ground == Ground::Consent && offered
    });
    asked.map(|one| one.id)
}

/// How easily something is published there and taken back: the program does it by itself, and what was sent is not called back.
const fn ease(kind: Kind) -> u8 {
    match kind {
        Kind::WordPress => 0,
        Kind::Feed => 1,
        Kind::Mastodon | Kind::Bluesky => 2,
        Kind::ByHand => 3,
        Kind::Newsletter => 4,
    }
}

/// The sentences of a protocol that people see at this moment: article and prose.
pub fn statements(
    protocol: Option<&'static Protocol>,
    moment: norms::front::Moment,
) -> Vec<(&'static str, &'static str)> {
    let Some(protocol) = protocol else {
        return Vec::new();
    };
    let shown = protocol.document.front.shown_at(moment);
    shown
        .filter_map(|number| {
            let article = protocol.document.article(number)?;
            Some((article.number.as_str(), article.prose.as_str()))
        })
        .collect()
}
