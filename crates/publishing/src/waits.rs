//! What waits in this word: publications to release, what came back, what is to be done by hand, and what went wrong.

use identity::Action;
use jiff::Timestamp;
use people::ask::{Ask, Reading};
use people::waits::{Done, Found, Listed, Risk, Waiting as Item, Waits};

use words::Role;

use crate::gather::protocol_of;
use crate::jobs::LATE_AFTER;
use crate::post::model::{Publication, Stage};
use crate::post::release::{Release, Standing};
use crate::post::releasers::releasers;
use crate::road::releases_as;
use crate::store::{publications, releases};
use crate::texts;

/// What waits in publishing, for the list of everybody.
#[derive(Debug, Clone, Copy, Default)]
pub struct Waiting;

/// What a person has to do at an account, the most urgent first. What comes off does so by itself: only when it takes too long.
const BY_HAND: [(Standing, Risk); 7] = [
    (Standing::Removing, Risk::Now),
    (Standing::RemoveByHand, Risk::Now),
    (Standing::RemoveFailed, Risk::Now),
    (Standing::CorrectByHand, Risk::Soon),
    (Standing::Failed, Risk::Soon),
    (Standing::Stopped, Risk::Soon),
    (Standing::ByHand, Risk::Soon),
];

impl Waits for Waiting {
    fn for_caller<'a>(
        &'a self,
        ask: &'a Ask<'_>,
        reading: &'a mut Reading,
        most: usize,
    ) -> Listed<'a, Found> {
        Box::pin(async move {
            let rows = i64::try_from(most)?;
            let mut items = Vec::new();
            let sees = ask.schools_for(Action::ReleasePosts, &reading.schools);
            for school in &sees {
                let chosen = publications::releasers(&mut reading.tx, school.id).await?;
                let releasers = releasers(protocol_of(school), chosen);
                let mine = |of: &Publication| releases_as(ask.caller, of, &releasers).is_some();
                let (tx, keys) = (&mut reading.tx, &reading.keys);
                let stages = [Stage::Submitted, Stage::Held];
                let waiting = publications::of_school(tx, keys, school.id, &stages, rows).await?;
                let others = waiting.iter().filter(|one| one.author != ask.caller.person);
                items.extend(others.filter(|one| mine(one)).map(|one| release(ask, one)));
                for (standing, risk) in BY_HAND {
                    for one in releases::standing(tx, school.id, standing, rows).await? {
                        if !takes_too_long(&one, ask.now) {
                            continue;
                        }
                        let of = publications::one(tx, keys, one.publication).await?;
                        let of = of.filter(|of| mine(of));
                        items.extend(of.map(|of| hand(ask, &of, &one, risk)));
                    }
                }
            }
            if ask.caller.has(Role::Beheerder) {
                late(ask, reading, &mut items).await?;
            }
            own(ask, reading, &mut items).await?;
            items.sort_by_key(|one| (one.risk, one.since));
            let all = items.len() as u64;
            items.truncate(most);
            Ok(Found::of(items, all))
        })
    }

    fn done<'a>(
        &'a self,
        ask: &'a Ask<'_>,
        reading: &'a mut Reading,
        since: Timestamp,
    ) -> Listed<'a, Vec<Done>> {
        Box::pin(async move {
            let mut done = Vec::new();
            for school in ask.schools_for(Action::ReleasePosts, &reading.schools) {
                let (tx, keys) = (&mut reading.tx, &reading.keys);
                let all =
                    publications::of_school(tx, keys, school.id, &[Stage::Approved], 50).await?;
                for of in all {
                    let mine = of
                        .approval
                        .as_ref()
                        .filter(|one| one.by == ask.caller.person);
                    let Some(at) = mine.map(|one| one.at).filter(|at| *at >= since) else {
                        continue;
                    };
                    let releases = releases::of(&mut reading.tx, of.id).await?;
                    // What left is taken down; what has not left is sent back.
                    if releases.iter().all(|one| one.standing == Standing::Planned) {
                        done.push(Done {
                            what: texts(ask.locale()).t("done-release").to_owned(),
                            at,
                            address: of.address(),
                        });
                    }
                }
            }
            Ok(done)
        })
    }
}

/// It waits for a person: at once, or as what was to come off by itself and is still not gone.
fn takes_too_long(one: &Release, now: Timestamp) -> bool {
    one.standing != Standing::Removing || now.duration_since(one.changed_at) >= LATE_AFTER
}

/// What should be public and is not: whoever runs the program sees to the channels and the jobs.
async fn late(ask: &Ask<'_>, reading: &mut Reading, items: &mut Vec<Item>) -> anyhow::Result<()> {
    let before = ask.now.saturating_sub(LATE_AFTER)?;
    for one in releases::late(&mut reading.tx, before)
        .await?
        .iter()
        .take(5)
    {
        items.push(Item {
            what: texts(ask.locale()).t("waits-late").to_owned(),
            about: String::new(),
            since: one.due,
            risk: Risk::Now,
            address: "/taken".to_owned(),
            claim: None,
        });
    }
    Ok(())
}

/// What came back to its author, and what the author has to do by hand.
async fn own(ask: &Ask<'_>, reading: &mut Reading, items: &mut Vec<Item>) -> anyhow::Result<()> {
    let me = ask.caller.person;
    let mine = publications::of_author(&mut reading.tx, &reading.keys, me, 50).await?;
    for of in &mine {
        if of.stage == Stage::Returned {
            items.push(Item {
                what: texts(ask.locale()).t("waits-returned").to_owned(),
                about: of.content.title.clone(),
                since: of.changed_at,
                risk: Risk::Soon,
                address: of.address(),
                claim: None,
            });
        }
        if of.stage != Stage::Approved {
            continue;
        }
        for one in releases::of(&mut reading.tx, of.id).await? {
            let risk = BY_HAND
                .iter()
                .find(|(standing, _)| *standing == one.standing);
            let seen = |item: &Item| item.address == one.address();
            if let Some((_, risk)) = risk
                && takes_too_long(&one, ask.now)
                && !items.iter().any(seen)
            {
                items.push(hand(ask, of, &one, *risk));
            }
            if one.standing == Standing::Public && one.watched_at.is_none() {
                items.push(watch(ask, of, &one));
            }
        }
    }
    Ok(())
}

fn release(ask: &Ask<'_>, of: &Publication) -> Item {
    let due_soon = of.due.is_some_and(|due| due <= ask.now);
    Item {
        what: texts(ask.locale()).t("waits-release").to_owned(),
        about: of.content.title.clone(),
        since: of.changed_at,
        risk: if due_soon { Risk::Now } else { Risk::Soon },
        address: of.address(),
        claim: Some(of.claim()),
    }
}

fn hand(ask: &Ask<'_>, of: &Publication, one: &Release, risk: Risk) -> Item {
    let key = format!("waits-{}", one.standing.key());
    Item {
        what: texts(ask.locale()).t(&key).to_owned(),
        about: of.content.title.clone(),
        since: one.changed_at,
        risk,
        address: one.address(),
        claim: Some(one.claim()),
    }
}

fn watch(ask: &Ask<'_>, of: &Publication, one: &Release) -> Item {
    Item {
        what: texts(ask.locale()).t("waits-watch").to_owned(),
        about: of.content.title.clone(),
        since: one.public_at.unwrap_or(one.changed_at),
        risk: Risk::Later,
        address: one.address(),
        claim: None,
    }
}
