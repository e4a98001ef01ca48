//! The steps of the road as they are taken: everything that a step changes, in the transaction of whoever takes it.

use decisions::{Basis, Entry};
use identity::Caller;
use jiff::Timestamp;
use jiff::civil::Date;
use people::ask::Reading;
use people::model::School;
use serde_json::json;
use uuid::Uuid;
use words::{PersonId, Role};

use crate::gather::Looked;
use crate::post::model::{Approval, Event, Publication, Stage};
use crate::post::release::{Release, Standing};
use crate::post::releasers::Releasers;
use crate::post::signed;
use crate::post::steps::{self, Refusal, Step, Who};
use crate::store::{publications, releases};
use crate::{Publishing, jobs, letters};

/// Whoever takes a step, and when.
pub(crate) struct Acting<'a> {
    pub(crate) us: &'a Publishing,
    pub(crate) by: PersonId,
    pub(crate) now: Timestamp,
    pub(crate) today: Date,
}

impl Acting<'_> {
    fn new_id(&self) -> Uuid {
        shell::chance::id(&*self.us.people.identity.parts.chance, self.now)
    }

    fn entry(&self, kind: &str, outcome: &str, role: Role) -> Entry {
        Entry::new(self.now, kind, outcome).by(self.by, Some(role))
    }
}

/// The role in which somebody releases this publication, if they do. A mentor does so for the own group.
pub(crate) fn releases_as(
    caller: &Caller,
    of: &Publication,
    releasers: &Releasers,
) -> Option<Role> {
    let own_group = of
        .group
        .is_some_and(|group| caller.own_groups().any(|own| own == group));
    let fits = |role: &Role| {
        caller.roles.iter().any(|held| {
            let here = held.school.is_none_or(|school| school == of.school);
            held.role == *role && here && (*role != Role::Mentor || own_group)
        })
    };
    releasers.roles.iter().copied().find(fits)
}

/// A publication as somebody opened it.
pub(crate) struct Opened {
    pub(crate) publication: Publication,
    pub(crate) school: School,
    pub(crate) who: Who,
    /// As what they look.
    pub(crate) role: Role,
    pub(crate) releasers: Releasers,
    pub(crate) releases: Vec<Release>,
}

impl Opened {
    /// Part of it is going out or coming off at this moment.
    pub(crate) fn is_busy(&self) -> bool {
        self.releases.iter().any(|one| one.standing.is_busy())
    }

    /// Somebody outside can see some of it.
    pub(crate) fn is_out(&self) -> bool {
        self.releases.iter().any(|one| one.standing.is_out())
    }

    /// The stage after this step of whoever opened it, or why not. `ready` says that nothing stands in its way any more.
    pub(crate) fn step(&self, step: Step, ready: bool) -> Result<Stage, Refusal> {
        steps::step(
            self.publication.stage,
            step,
            self.who,
            ready,
            self.is_busy(),
        )
    }

    /// Its address, without language.
    pub(crate) fn address(&self) -> String {
        self.publication.address()
    }
}

/// Takes a step that may be taken.
pub(crate) async fn take(
    acting: &Acting<'_>,
    reading: &mut Reading,
    opened: &mut Opened,
    (asked, next, comment): (Step, Stage, &str),
    looked: &Looked,
) -> anyhow::Result<()> {
    opened.publication.changed_at = acting.now;
    match asked {
        Step::Edit | Step::Return => void(acting, reading, opened).await?,
        Step::Approve => approve(acting, reading, opened, looked).await?,
        _ => {}
    }
    opened.publication.stage = next;
    publications::keep(&mut reading.tx, &reading.keys, &opened.publication).await?;
    stepped(acting, reading, opened, asked, (comment, looked)).await?;
    match asked {
        Step::Submit => letters::submitted(acting, reading, opened).await?,
        Step::Approve | Step::Return | Step::Hold | Step::Reject => {
            letters::answered(acting, reading, opened, asked).await?;
        }
        Step::Edit | Step::Drop => {}
    }
    if asked == Step::Approve {
        plan(acting, reading, opened, looked).await?;
    }
    Ok(())
}

/// Signs exactly this.
async fn approve(
    acting: &Acting<'_>,
    reading: &mut Reading,
    opened: &mut Opened,
    looked: &Looked,
) -> anyhow::Result<()> {
    let of = &mut opened.publication;
    let parts = acting
        .us
        .parts(&mut reading.tx, &reading.keys, of, looked)
        .await?;
    publications::sign(&mut reading.tx, of.id, &parts).await?;
    of.approval = Some(Approval {
        by: acting.by,
        role: Some(opened.role),
        at: acting.now,
        revision: of.revision,
        digest: signed::digest(&parts),
    });
    Ok(())
}

/// Plans it at each account: new where it never was, corrected where it is public.
pub(crate) async fn plan(
    acting: &Acting<'_>,
    reading: &mut Reading,
    opened: &Opened,
    looked: &Looked,
) -> anyhow::Result<()> {
    let of = &opened.publication;
    let due = of.due.filter(|due| *due > acting.now).unwrap_or(acting.now);
    for (account, ..) in &looked.places {
        let here = opened.releases.iter().find(|one| one.account == account.id);
        let mut release = match here.filter(|one| one.public_at.is_some()) {
            Some(public) if public.standing == Standing::Public => public.clone(),
            // It was here and came off: once is enough.
            Some(_) => continue,
            None => {
                let place = (account.id, account.channel);
                Release::planned(acting.new_id(), of.id, place, due, acting.now)
            }
        };
        if release.public_at.is_some() {
            release.standing = Standing::Correcting;
            release.due = due;
        }
        releases::keep(&mut reading.tx, of.school, &release).await?;
        jobs::send(&mut reading.tx, &release, of.revision).await?;
    }
    Ok(())
}

/// Writes down a step: in the history of the publication, and as a decision.
pub(crate) async fn stepped(
    acting: &Acting<'_>,
    reading: &mut Reading,
    opened: &Opened,
    step: Step,
    (comment, looked): (&str, &Looked),
) -> anyhow::Result<()> {
    let id = opened.publication.id;
    let event = Event::new(acting.now, step.key())
        .by(acting.by, opened.role)
        .saying(comment);
    publications::happened(&mut reading.tx, &reading.keys, id, &event).await?;
    let entry = acting
        .entry("publication", step.key(), opened.role)
        .on(id.as_simple().to_string())
        .from_facts(json!({
            "school": opened.school.id,
            "revision": opened.publication.revision,
            "digest": opened.publication.approval.as_ref().map(|one| one.digest.clone()),
        }));
    let entry = judged(entry, looked);
    decisions::record(&mut reading.tx, &entry).await.map(drop)
}

/// The verdict that a decision rests on.
fn judged(mut entry: Entry, looked: &Looked) -> Entry {
    let (Some(protocol), Some(spoken)) =
        (looked.protocol, looked.panel.spoken.iter().flatten().next())
    else {
        return entry;
    };
    let front = &protocol.document.front;
    entry.basis = Some(Basis {
        protocol: front.protocol.as_ref().clone(),
        version: front.versie.clone(),
        articles: spoken.articles.clone(),
    });
    entry
}

/// Keeps that it changed: what was released is void, and what was planned does not go out.
pub(crate) async fn void(
    acting: &Acting<'_>,
    reading: &mut Reading,
    opened: &mut Opened,
) -> anyhow::Result<()> {
    for one in &opened.releases {
        let never_left = match one.standing {
            Standing::Planned | Standing::Stopped | Standing::Failed => true,
            Standing::ByHand => one.public_at.is_none(),
            _ => false,
        };
        if never_left {
            releases::remove(&mut reading.tx, one.id).await?;
        }
    }
    opened.publication.stage = Stage::Draft;
    opened.publication.approval = None;
    opened.publication.changed_at = acting.now;
    Ok(())
}
