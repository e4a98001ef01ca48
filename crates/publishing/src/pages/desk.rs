//! The publications of somebody, and of a school for who releases there; and how one is begun.

use identity::Action;
use people::ask::{Answer, Reading, Reply};
use people::model::School;
use photos::store::{albums, photos as shots};
use serde_json::json;
use shell::Fault;
use words::{GroupId, PersonId, Role};

use super::ask::Ask;
use crate::gather::usual;
use crate::post::model::{Content, Event, Picture, Publication, Stage};
use crate::post::steps::Step;
use crate::store::publications;
use crate::views::desk as view;

/// As many as a page lists.
const MOST: i64 = 50;

/// The list.
pub(super) async fn list(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.reading().await?;
    let me = ask.caller.person;
    let writes = ask.schools_for(Action::WritePosts, &reading.schools);
    let sees = ask.schools_for(Action::ReleasePosts, &reading.schools);
    if writes.is_empty() && sees.is_empty() {
        return Err(ask.refused(Action::WritePosts));
    }
    let (tx, keys) = (&mut reading.tx, &reading.keys);
    let mine = publications::of_author(tx, keys, me, MOST).await?;
    let mut waiting = Vec::new();
    let mut others = Vec::new();
    for school in &sees {
        let stages = [Stage::Submitted, Stage::Held];
        waiting.extend(publications::of_school(tx, keys, school.id, &stages, MOST).await?);
        let stages = [Stage::Approved, Stage::Rejected];
        others.extend(publications::of_school(tx, keys, school.id, &stages, MOST).await?);
    }
    waiting.sort_by_key(|one| one.changed_at);
    waiting.retain(|one| one.author != me);
    others.retain(|one| one.author != me);
    let item = |one: &Publication| view::Item {
        address: one.address(),
        title: one.content.title.clone(),
        stage: one.stage,
        author: (one.author != me).then(|| reading.names.said(one.author)),
        changed: ask.frame().moment(one.changed_at),
    };
    let desk = view::Desk {
        writes: !writes.is_empty(),
        waiting: waiting.iter().map(item).collect(),
        mine: mine.iter().map(item).collect(),
        others: others.iter().map(item).collect(),
        settles: ask.role_for(Action::SetConsent, &ask.board()).is_some()
            || !ask
                .schools_for(Action::SetConsent, &reading.schools)
                .is_empty(),
    };
    Ok(Reply::Page(view::page(&ask.frame(), &desk)))
}

/// Begins a publication, with the photos of an album where one was named.
pub(super) async fn begin(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let (school, role) = ask.school_for(Action::WritePosts, &reading.schools)?;
    let mut content = usual(&mut reading.tx, &reading.keys, school.id).await?;
    content.text = ask.form.raw("tekst").replace("\r\n", "\n");
    content.title = ask.form.one("titel").to_owned();
    let mut group = None;
    if let Ok(album) = ask.form.one("album").parse::<PersonId>() {
        group = pictures_of(ask, &mut reading, &school, album, &mut content).await?;
    }
    let new = Publication {
        id: ask.new_id(),
        school: school.id,
        group,
        author: ask.caller.person,
        role,
        stage: Stage::Draft,
        revision: 1,
        due: None,
        made_at: ask.now,
        changed_at: ask.now,
        approval: None,
        content,
    };
    publications::add(&mut reading.tx, &reading.keys, &new).await?;
    begun(ask, &mut reading, &new, role).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(new.address()))
}

async fn begun(
    ask: &Ask<'_>,
    reading: &mut Reading,
    new: &Publication,
    role: Role,
) -> Result<(), Fault> {
    let event = Event::new(ask.now, "begonnen").by(ask.caller.person, role);
    publications::happened(&mut reading.tx, &reading.keys, new.id, &event).await?;
    let entry = ask
        .entry("publication", Step::Edit.key(), role)
        .on(new.id.as_simple().to_string())
        .from_facts(json!({ "school": new.school, "revision": new.revision }));
    decisions::record(&mut reading.tx, &entry).await?;
    Ok(())
}

/// Takes the photos of an album over, those that were chosen or all that a person looked at; the group of the album.
async fn pictures_of(
    ask: &Ask<'_>,
    reading: &mut Reading,
    school: &School,
    album: PersonId,
    content: &mut Content,
) -> Result<Option<GroupId>, Fault> {
    let found = albums::one(&mut reading.tx, &reading.keys, album.0).await?;
    let album = found.filter(|one| one.school == school.id);
    let album = album.ok_or(Fault::Missing)?;
    ask.must(Action::TakePhotos, &album.scope(ask.caller.board))?;
    let looked_at = shots::of_album(&mut reading.tx, album.id).await?;
    let looked_at = looked_at.iter().filter(|one| one.is_offered());
    let chosen: Vec<PersonId> = ask
        .form
        .all("foto")
        .filter_map(|id| id.parse().ok())
        .collect();
    let looked_at = looked_at.filter(|one| chosen.is_empty() || chosen.contains(&PersonId(one.id)));
    content.pictures = looked_at
        .take(10)
        .map(|one| Picture {
            photo: one.id,
            alt: String::new(),
        })
        .collect();
    if content.title.is_empty() {
        content.title.clone_from(&album.name);
    }
    Ok(album.group)
}
