//! Reminders: on the days that the school chose, to whom did not answer, about what is still open.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use store::Db;
use uuid::Uuid;
use words::{BoardId, PersonId};

use super::ask::key;
use super::crowd::Crowd;
use super::letters;
use crate::Consent;
use crate::campaign::{Plan, State, Way};
use crate::store::campaigns::{self, Asked};

/// People in one transaction.
const PEOPLE: usize = 200;

/// Reminds everybody of a campaign whose day it is.
pub(super) async fn all(us: &Consent, db: &Db, board: BoardId, id: Uuid) -> anyhow::Result<()> {
    let today = shell::clock::today(us.people.identity.now());
    let mut tx = db.read(board).await?;
    let Some(campaign) = campaigns::one(&mut tx, id).await? else {
        return Ok(());
    };
    let asked = campaigns::asked(&mut tx, id).await?;
    drop(tx);
    let mut due: BTreeMap<PersonId, Vec<Asked>> = BTreeMap::new();
    for one in asked {
        if is_due(&campaign.plan, &one, today) {
            due.entry(one.asked).or_default().push(one);
        }
    }
    let due: Vec<_> = due.into_iter().collect();
    for some in due.chunks(PEOPLE) {
        stretch(us, db, board, (id, today), some).await?;
    }
    Ok(())
}

/// It is the day of the next reminder, or that day went by.
fn is_due(plan: &Plan, one: &Asked, today: Date) -> bool {
    let next = usize::try_from(one.reminded)
        .ok()
        .and_then(|at| plan.remind.get(at));
    let on = next.and_then(|after| {
        shell::clock::today(one.at)
            .checked_add(i64::from(*after).days())
            .ok()
    });
    one.answered.is_none() && one.way == Way::Mail && on.is_some_and(|on| on <= today)
}

async fn stretch(
    us: &Consent,
    db: &Db,
    board: BoardId,
    (id, today): (Uuid, Date),
    due: &[(PersonId, Vec<Asked>)],
) -> anyhow::Result<()> {
    let keys = us.people.keys(board).await?;
    let now = us.people.identity.now();
    let mut tx = db.begin(board).await?;
    // Somebody may have stopped it since the last stretch.
    let campaign = campaigns::one(&mut tx, id).await?;
    let Some(campaign) = campaign.filter(|one| one.state != State::Stopped) else {
        return Ok(());
    };
    let names = us.people.directories.of(&mut tx, &keys, today).await?;
    let people: Vec<PersonId> = due.iter().map(|(speaker, _)| *speaker).collect();
    let crowd = Crowd::of(&mut tx, &names, campaign.school, &people, today).await?;
    let readers = letters::readers(&mut tx, &keys, &people).await?;
    let writer = letters::Writer::at(us, &mut tx, &keys, &names, campaign.school).await?;
    let what = (campaign.kind, &campaign.plan);
    let (mut post, mut links) = (Vec::new(), Vec::new());
    for (speaker, asked) in due {
        let number = asked.iter().map(|one| one.reminded).max().unwrap_or(0) + 1;
        let of = |one: &&Asked| {
            crowd.waits(what, *speaker, one.about).is_some()
                && !crowd.is_settled(&campaign.plan, one.about)
        };
        let about: Vec<PersonId> = asked.iter().filter(of).map(|one| one.about).collect();
        campaigns::reminded(&mut tx, id, *speaker, number).await?;
        let Some(reader) = readers.get(speaker).filter(|_| !about.is_empty()) else {
            continue;
        };
        let first = asked.iter().map(|one| one.at).min().unwrap_or(now);
        let key = key(&campaign, *speaker, shell::clock::today(first), number);
        if let Some((letter, link)) = writer.reminding(&key, &campaign.plan, reader, &about, now) {
            post.push((key, letter));
            links.push(link);
        }
    }
    identity::invite::keep(&mut tx, &links).await?;
    identity::jobs::post_all(&mut tx, &keys, &post, now).await?;
    tx.commit().await
}
