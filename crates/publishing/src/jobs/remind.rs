//! What waits too long: a release that is late, and a publication that nobody released.

use ::store::Db;
use ::store::jobs::{Ending, Job};
use anyhow::Context;
use people::store::schools;
use words::{BoardId, Role};

use crate::gather::protocol_of;
use crate::post::model::Stage;
use crate::post::release::Standing;
use crate::post::releasers::releasers;
use crate::store::{publications, releases};
use crate::{Publishing, letters};

/// Tells whoever runs the program that a publication is late, once.
pub(super) async fn late(
    us: &Publishing,
    db: &Db,
    board: BoardId,
    job: &Job,
) -> anyhow::Result<Ending> {
    let id = super::named(job)?;
    let mut tx = db.begin(board).await?;
    let keys = us.people.keys(board).await?;
    let Some(release) = releases::one(&mut tx, id).await? else {
        return Ok(Ending::Done);
    };
    let waits = matches!(
        release.standing,
        Standing::Planned | Standing::Sending | Standing::Correcting
    );
    let now = us.people.identity.now();
    if !waits || now.duration_since(release.due) < super::LATE_AFTER {
        return Ok(Ending::Done);
    }
    let publication = super::of(&mut tx, &keys, &release).await?;
    let day = shell::clock::today(now);
    let roles = [Role::Beheerder];
    let readers = letters::in_roles(&mut tx, publication.school, &roles, day).await?;
    let key = format!(
        "publication-late/{}/{}",
        release.id.as_simple(),
        release.due.as_second()
    );
    letters::write(
        us,
        &mut tx,
        &keys,
        (&publication, "letter-late"),
        (&key, &readers),
    )
    .await?;
    tx.commit().await?;
    Ok(Ending::Done)
}

/// Reminds whoever releases; the second time also whoever leads the school and stands in.
pub(super) async fn remind(
    us: &Publishing,
    db: &Db,
    board: BoardId,
    job: &Job,
) -> anyhow::Result<Ending> {
    let id = super::named(job)?;
    let revision = job
        .payload
        .get("revision")
        .and_then(serde_json::Value::as_i64);
    let n = job.payload.get("n").and_then(serde_json::Value::as_i64);
    let mut tx = db.begin(board).await?;
    let keys = us.people.keys(board).await?;
    let Some(publication) = publications::one(&mut tx, &keys, id).await? else {
        return Ok(Ending::Done);
    };
    let waits = matches!(publication.stage, Stage::Submitted | Stage::Held);
    if !waits || Some(publication.revision) != revision {
        return Ok(Ending::Done);
    }
    let school = schools::school(&mut tx, publication.school).await?;
    let school = school.context("a publication without its school")?;
    let chosen = publications::releasers(&mut tx, school.id).await?;
    let mut roles = releasers(protocol_of(&school), chosen).roles;
    let now = us.people.identity.now();
    let day = shell::clock::today(now);
    let escalates = n == Some(2);
    if escalates {
        roles.push(Role::Directeur);
    }
    let mut readers = letters::in_roles(&mut tx, publication.school, &roles, day).await?;
    if escalates {
        readers.push(publication.author);
    }
    let text = if escalates {
        "letter-escalate"
    } else {
        "letter-remind"
    };
    let key = format!(
        "publication-remind/{}/{}",
        id.as_simple(),
        n.unwrap_or_default()
    );
    let key = format!("{key}/{}", publication.revision);
    letters::write(us, &mut tx, &keys, (&publication, text), (&key, &readers)).await?;
    tx.commit().await?;
    Ok(Ending::Done)
}
