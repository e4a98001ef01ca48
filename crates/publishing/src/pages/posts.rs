//! What the pages of a publication share: which one, of which school, and who looks at it.

use decisions::{Basis, Entry};
use identity::Action;
use people::ask::Reading;
use people::model::School;
use serde_json::json;
use shell::Fault;
use uuid::Uuid;
use words::{PersonId, Role};

use super::ask::Ask;
use crate::gather::{Known, Looked, protocol_of};
use crate::post::model::{Event, Publication, Stage};
use crate::post::release::{Release, Standing};
use crate::post::releasers::{Releasers, releasers};
use crate::post::steps::{Step, Who};
use crate::store::{publications, releases};

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
    pub(super) fn is_busy(&self) -> bool {
        self.releases.iter().any(|one| one.standing.is_busy())
    }

    /// Somebody outside can see some of it.
    pub(super) fn is_out(&self) -> bool {
        self.releases.iter().any(|one| one.standing.is_out())
    }

    /// Its address, without language.
    pub(super) fn address(&self) -> String {
        address(self.publication.id)
    }
}

/// The address of a publication, without language.
pub(super) fn address(id: Uuid) -> String {
    format!("/berichten/{}", id.as_simple())
}

/// The publication that the address names, for its author and for whoever releases or leads there.
pub(super) async fn open(ask: &Ask<'_>, reading: &mut Reading) -> Result<Opened, Fault> {
    let id: PersonId = ask.id(1)?;
    of(ask, reading, id.0).await
}

/// A publication, for its author and for whoever releases or leads there.
pub(super) async fn of(ask: &Ask<'_>, reading: &mut Reading, id: Uuid) -> Result<Opened, Fault> {
    let found = publications::one(&mut reading.tx, &reading.keys, id).await?;
    let publication = found.ok_or(Fault::Missing)?;
    let school = reading
        .schools
        .iter()
        .find(|one| one.id == publication.school);
    let school = school.cloned().ok_or(Fault::Missing)?;
    let chosen = publications::releasers(&mut reading.tx, school.id).await?;
    let releasers = releasers(protocol_of(&school), chosen);
    let writes = ask.role_for(Action::WritePosts, &ask.desk(Action::WritePosts, school.id));
    let sees = ask.role_for(Action::ReleasePosts, &ask.at(school.id));
    let author = publication.author == ask.caller.person;
    let releasing = sees.and_then(|_| releasing(ask, &publication, &releasers));
    let role = match (author, writes, releasing, sees) {
        (true, Some(_), ..) => publication.role,
        (_, _, Some(role), _) | (_, _, None, Some(role)) => role,
        _ => return Err(Fault::Missing),
    };
    let releases = releases::of(&mut reading.tx, id).await?;
    Ok(Opened {
        who: Who {
            author,
            releases: releasing.is_some(),
        },
        publication,
        school,
        role,
        releasers,
        releases,
    })
}

/// The role in which they release this publication, if they do. A mentor does so for the own group.
fn releasing(ask: &Ask<'_>, of: &Publication, releasers: &Releasers) -> Option<Role> {
    let fits = |role: &Role| {
        ask.caller.roles.iter().any(|held| {
            let here = held.school.is_none_or(|school| school == of.school);
            let group = *role != Role::Mentor
                || of
                    .group
                    .is_some_and(|one| ask.own_groups().any(|own| own == one));
            held.role == *role && here && group
        })
    };
    releasers.roles.iter().copied().find(fits)
}

/// Looks at it as it is now, in the eyes of whoever released it or would.
pub(super) async fn look(
    ask: &Ask<'_>,
    reading: &mut Reading,
    opened: &Opened,
) -> Result<Looked, Fault> {
    let approval = opened.publication.approval.as_ref();
    let mine = opened.who.releases.then_some(opened.role);
    let approver = approval.and_then(|one| one.role).or(mine);
    let known = Known {
        keys: &reading.keys,
        names: &reading.names,
        school: &opened.school,
        day: ask.today,
    };
    Ok(ask
        .us
        .look(&mut reading.tx, known, &opened.publication, approver)
        .await?)
}

/// Writes down a step: in the history of the publication, and as a decision.
pub(super) async fn stepped(
    ask: &Ask<'_>,
    reading: &mut Reading,
    opened: &Opened,
    step: Step,
    (comment, looked): (&str, Option<&Looked>),
) -> Result<(), Fault> {
    let id = opened.publication.id;
    let event = Event {
        number: 0,
        kind: step.key().to_owned(),
        by: Some(ask.caller.person),
        role: Some(opened.role),
        at: ask.now,
        comment: comment.to_owned(),
    };
    publications::happened(&mut reading.tx, &reading.keys, id, &event).await?;
    let mut entry = ask
        .entry("publication", step.key(), opened.role)
        .on(id.as_simple().to_string())
        .from_facts(json!({
            "school": opened.school.id,
            "revision": opened.publication.revision,
            "digest": opened.publication.approval.as_ref().map(|one| one.digest.clone()),
        }));
    if let Some(looked) = looked {
        entry = judged(entry, looked);
    }
    decisions::record(&mut reading.tx, &entry).await?;
    Ok(())
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
pub(super) async fn void(
    ask: &Ask<'_>,
    reading: &mut Reading,
    publication: &mut Publication,
    releases: &[Release],
) -> Result<(), Fault> {
    publication.stage = Stage::Draft;
    publication.approval = None;
    publication.changed_at = ask.now;
    for one in releases {
        if matches!(
            one.standing,
            Standing::Planned | Standing::Stopped | Standing::Failed
        ) || (one.standing == Standing::ByHand && one.public_at.is_none())
        {
            releases::remove(&mut reading.tx, one.id).await?;
        }
    }
    Ok(())
}
