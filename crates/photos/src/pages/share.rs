//! Photos and films that another program on the phone shares with this one: they wait in the browser until an album is chosen.

use axum::extract::State;
use axum::response::Response;
use identity::Action;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use shell::{Fault, Visit};
use ui::Errors;
use ui::form::Choice;
use uuid::Uuid;
use words::{GroupId, SchoolId};

use super::albums::whereto;
use crate::Photos;
use crate::model::Album;
use crate::store::albums as rows;
use crate::views::share as view;

/// Albums to choose from.
const OFFERED: usize = 20;
/// No album: one of today.
const NONE: &str = "geen";

/// What is shared arrives at the service worker, which keeps it and goes on at the page below. Where there is none yet, what was
/// shared did not arrive: the page below then asks for it.
pub(super) async fn arrive(State(us): State<Photos>, visit: Visit) -> Response {
    us.people.identity.parts.site.go_on(&visit, "/fotos/stuur")
}

/// Which album?
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let page = shown(ask, &mut reading, &Errors::default()).await?;
    Ok(Reply::Page(page))
}

async fn shown(
    ask: &Ask<'_>,
    reading: &mut Reading,
    errors: &Errors,
) -> Result<maud::Markup, Fault> {
    if whereto(ask, reading).await?.is_empty() {
        return Err(ask.refused(Action::TakePhotos));
    }
    let mut choices = vec![Choice::new(NONE, ask.words().t("share-none"), true)];
    for album in albums(ask, reading).await? {
        let label = format!("{} ({})", album.name, ask.frame().day(album.day));
        choices.push(Choice::new(album.id.as_simple().to_string(), label, false));
    }
    Ok(view::page(&ask.frame(), &choices, errors))
}

/// The albums that somebody may work with, the newest first.
async fn albums(ask: &Ask<'_>, reading: &mut Reading) -> Result<Vec<Album>, Fault> {
    let mut found = Vec::new();
    for school in reading.schools.clone() {
        let all = rows::of_school(&mut reading.tx, &reading.keys, school.id).await?;
        found.extend(all.into_iter().map(|(album, _)| album));
    }
    found.retain(|album| {
        let scope = album.scope(ask.caller.board);
        ask.role_for(Action::TakePhotos, &scope).is_some()
    });
    found.sort_by_key(|album| std::cmp::Reverse((album.day, album.made_at)));
    found.truncate(OFFERED);
    Ok(found)
}

/// On to the album, where what was shared is sent; *without an album* is one of today, of the own group.
pub(super) async fn choose(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let asked = ask.form.one("album");
    let all = albums(ask, &mut reading).await?;
    if asked == NONE {
        let id = of_today(ask, &mut reading, &all).await?;
        reading.tx.commit().await?;
        return Ok(on(ask, id));
    }
    let found = all
        .iter()
        .find(|album| album.id.as_simple().to_string() == asked);
    if let Some(album) = found {
        return Ok(on(ask, album.id));
    }
    let mut errors = Errors::default();
    errors.add("album", ask.words().t("share-wrong"));
    let page = shown(ask, &mut reading, &errors).await?;
    Ok(Reply::Again(page))
}

/// Who made them all by themselves has said all there is to say: the album sends them at once.
fn on(ask: &Ask<'_>, album: Uuid) -> Reply {
    let own = if ask.form.has("eigen") { "?eigen" } else { "" };
    Reply::GoOn(format!("/fotos/{}{own}#stuur", album.as_simple()))
}

/// The album that somebody made today without a name of its own, or a new one.
async fn of_today(ask: &Ask<'_>, reading: &mut Reading, all: &[Album]) -> Result<Uuid, Fault> {
    let day = ask.frame().day(ask.today);
    let name = ask.words().f("share-none-name", &[("day", day.into())]);
    let mine = |album: &&Album| {
        album.made_by == ask.caller.person && album.day == ask.today && album.name == name
    };
    if let Some(album) = all.iter().find(mine) {
        return Ok(album.id);
    }
    let whereto = whereto(ask, reading).await?;
    let first: Option<(SchoolId, Option<GroupId>)> =
        whereto.first().map(|(_, school, group)| (*school, *group));
    let (school, group) = first.ok_or_else(|| ask.refused(Action::TakePhotos))?;
    let album = Album {
        id: ask.new_id(),
        school,
        group,
        name,
        day: ask.today,
        made_by: ask.caller.person,
        made_at: ask.now,
    };
    super::albums::make(ask, reading, &album).await?;
    Ok(album.id)
}
