//! A stretch of a campaign: some people are looked at, and whoever something is open for gets one letter about all of it.

use std::collections::HashMap;

use mail::Letter;
use store::Db;
use uuid::Uuid;
use words::{BoardId, PersonId};

use super::crowd::{Crowd, everybody};
use super::letters::{self, Reader};
use crate::Consent;
use crate::campaign::{State, Way};
use crate::store::campaigns::{self, Asked, Campaign};

/// People in one transaction.
pub const PEOPLE: usize = 500;

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Far {
    /// There are more people.
    More,
    /// Every letter is queued, it was stopped, or another process goes on with it.
    Done,
}

/// Makes the letters of the next so many people, in one transaction.
pub async fn stretch(
    us: &Consent,
    db: &Db,
    board: BoardId,
    id: Uuid,
    many: usize,
) -> anyhow::Result<Far> {
    let keys = us.people.keys(board).await?;
    let now = us.people.identity.now();
    let today = shell::clock::today(now);
    let mut tx = db.begin(board).await?;
    let Some(campaign) = campaigns::one(&mut tx, id)
        .await?
        .filter(|one| one.state == State::Busy)
    else {
        return Ok(Far::Done);
    };
    let names = us.people.directories.of(&mut tx, &keys, today).await?;
    let mut people = everybody(&names, campaign.school);
    people.retain(|person| campaign.looked.is_none_or(|looked| *person > looked));
    people.truncate(many);
    let Some(last) = people.last().copied() else {
        campaigns::go_on(&mut tx, id, campaign.looked, None).await?;
        if !campaign.kind.stands() {
            campaigns::turn(&mut tx, id, State::Busy, State::Ready).await?;
        }
        tx.commit().await?;
        return Ok(Far::Done);
    };
    if !campaigns::go_on(&mut tx, id, campaign.looked, Some(last)).await? {
        return Ok(Far::Done);
    }
    let crowd = Crowd::of(&mut tx, &names, campaign.school, &people, today).await?;
    let before = campaigns::asked_between(&mut tx, id, campaign.looked, last).await?;
    let wanted = wanted(&campaign, &crowd, &people, &before);
    let speakers: Vec<PersonId> = wanted.iter().map(|(speaker, _)| *speaker).collect();
    let readers = letters::readers(&mut tx, &keys, &speakers).await?;
    let writer = letters::Writer::at(us, &mut tx, &keys, &names, campaign.school).await?;
    let mut asked = Vec::new();
    let mut post: Vec<(String, Letter)> = Vec::new();
    let mut links = Vec::new();
    for (speaker, about) in &wanted {
        let reader = readers.get(speaker);
        let way = match reader {
            Some(Reader {
                address: Some(_), ..
            }) => Way::Mail,
            _ => Way::Nowhere,
        };
        asked.extend(about.iter().map(|one| Asked {
            asked: *speaker,
            about: *one,
            group: crowd.class(*one),
            way,
            at: now,
            reminded: 0,
            answered: None,
        }));
        if let Some(reader) = reader {
            let key = key(&campaign, *speaker, today, 0);
            if let Some((letter, link)) = writer.asking(&key, &campaign.plan, reader, about, now) {
                post.push((key, letter));
                links.push(link);
            }
        }
    }
    campaigns::ask(&mut tx, id, &asked).await?;
    identity::invite::keep(&mut tx, &links).await?;
    identity::jobs::post_all(&mut tx, &keys, &post, now).await?;
    tx.commit().await?;
    Ok(Far::More)
}

/// The key of a letter. What goes on for years asks some people more than once.
pub(super) fn key(
    campaign: &Campaign,
    speaker: PersonId,
    day: jiff::civil::Date,
    number: i64,
) -> String {
    let id = campaign.id.as_simple();
    if campaign.kind.stands() {
        format!("campaign/{id}/{speaker}/{day}/{number}")
    } else {
        format!("campaign/{id}/{speaker}/{number}")
    }
}

/// What the keys of all letters of a campaign begin with.
pub(crate) fn keys_of(campaign: Uuid) -> String {
    format!("campaign/{}/", campaign.as_simple())
}

/// Whom to ask about whom: what waits since after they were asked before, if they were.
fn wanted(
    campaign: &Campaign,
    crowd: &Crowd<'_>,
    people: &[PersonId],
    before: &[Asked],
) -> Vec<(PersonId, Vec<PersonId>)> {
    let last: HashMap<(PersonId, PersonId), jiff::Timestamp> = before
        .iter()
        .map(|one| ((one.asked, one.about), one.at))
        .collect();
    let what = (campaign.kind, &campaign.plan);
    let of = |speaker: &PersonId| {
        let mut about = crowd.about(*speaker);
        about.retain(|one| {
            crowd.waits(what, *speaker, *one).is_some_and(|since| {
                last.get(&(*speaker, *one))
                    .is_none_or(|asked| since > *asked)
            })
        });
        (*speaker, about)
    };
    let all = people.iter().map(of);
    all.filter(|(_, about)| !about.is_empty()).collect()
}
