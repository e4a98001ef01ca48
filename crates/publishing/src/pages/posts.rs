//! What the pages of a publication share: which one, of which school, and who looks at it.

use identity::Action;
use people::ask::Reading;
use shell::Fault;
use uuid::Uuid;
use words::PersonId;

use super::ask::Ask;
use crate::gather::{Known, Looked, protocol_of};
use crate::post::releasers::releasers;
use crate::post::steps::Who;
use crate::road::{Opened, releases_as};
use crate::store::{publications, releases};

/// The publication that the address names, for its author and for whoever releases or leads there.
pub(super) async fn open(ask: &Ask<'_>, reading: &mut Reading) -> Result<Opened, Fault> {
    let id: PersonId = ask.id(1)?;
    of(ask, reading, id.0).await
}

/// The same, for somebody who is going to change it: nobody else does before this request is through.
pub(super) async fn hold(ask: &Ask<'_>, reading: &mut Reading) -> Result<Opened, Fault> {
    let id: PersonId = ask.id(1)?;
    publications::hold(&mut reading.tx, id.0).await?;
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
    let releasing = sees.and_then(|_| releases_as(ask.caller, &publication, &releasers));
    let role = match (author, writes, releasing, sees) {
        (true, Some(_), ..) => publication.role,
        (_, _, Some(role), _) | (_, _, None, Some(role)) => role,
        _ => return Err(Fault::Missing),
    };
    let all = releases::of(&mut reading.tx, id).await?;
    Ok(Opened {
        who: Who {
            author,
            releases: releasing.is_some(),
        },
        publication,
        school,
        role,
        releasers,
        releases: all,
    })
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
