//! The albums that somebody may work with, and a new one.

use decisions::Entry;
use identity::Action;
use jiff::ToSpan;
use people::SchoolYear;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::forms::{day, line};
use people::store::groups;
use shell::Fault;
use ui::Errors;
use ui::form::Choice;
use words::{GroupId, SchoolId};

use crate::model::Album;
use crate::store::albums as rows;
use crate::views::albums as view;

/// The longest name of an album.
const NAME: usize = 120;

/// Where a new album may be: the words of the choice, and what it means.
pub(super) type Whereto = (Choice, SchoolId, Option<GroupId>);

/// The albums, the newest first.
pub(super) async fn list(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let page = listed(ask, &mut reading, &Errors::default()).await?;
    Ok(Reply::Page(page))
}

async fn listed(
    ask: &Ask<'_>,
    reading: &mut Reading,
    errors: &Errors,
) -> Result<maud::Markup, Fault> {
    let whereto = whereto(ask, reading).await?;
    if whereto.is_empty() {
        return Err(ask.refused(Action::TakePhotos));
    }
    let several = reading.schools.len() > 1;
    let mut links = Vec::new();
    for school in reading.schools.clone() {
        for (album, many) in rows::of_school(&mut reading.tx, &reading.keys, school.id).await? {
            if ask
                .role_for(Action::TakePhotos, &album.scope(ask.caller.board))
                .is_none()
            {
                continue;
            }
            let group = album.group.and_then(|group| reading.names.group(group));
            let of = group.map_or_else(
                || several.then(|| school.name.clone()),
                |group| Some(group.name.clone()),
            );
            links.push(view::Link {
                name: album.name,
                day: ask.frame().day(album.day),
                of,
                many: usize::try_from(many)?,
                address: format!("/fotos/{}", album.id.as_simple()),
            });
        }
    }
    let typed = ask.form.one("dag");
    let shown = view::Albums {
        links,
        name: ask.form.one("naam").to_owned(),
        day: if typed.is_empty() {
            ask.today.to_string()
        } else {
            typed.to_owned()
        },
        whereto: whereto.into_iter().map(|(choice, ..)| choice).collect(),
        settles: !ask
            .schools_for(Action::SetConsent, &reading.schools)
            .is_empty(),
    };
    Ok(view::list(&ask.frame(), &shown, errors))
}

/// The groups and schools for which somebody may make an album: their own groups first.
pub(super) async fn whereto(ask: &Ask<'_>, reading: &mut Reading) -> Result<Vec<Whereto>, Fault> {
    let own: Vec<GroupId> = ask.own_groups().collect();
    let mut all = groups::all_groups(&mut reading.tx, SchoolYear::of(ask.today)).await?;
    all.retain(|group| {
        ask.role_for(Action::TakePhotos, &ask.of_group(group))
            .is_some()
    });
    all.sort_by_key(|group| (!own.contains(&group.id), group.levels, group.name.clone()));
    let asked = ask.form.one("van");
    let choice = |value: String, label: String| {
        let chosen = value == asked;
        Choice::new(value, label, chosen)
    };
    let mut found: Vec<Whereto> = all
        .into_iter()
        .map(|group| {
            let choice = choice(group.id.to_string(), group.name);
            (choice, group.school, Some(group.id))
        })
        .collect();
    for school in &reading.schools {
        if ask
            .role_for(Action::TakePhotos, &ask.at(school.id))
            .is_some()
        {
            let label = ask
                .words()
                .f("albums-whole", &[("school", school.name.as_str().into())]);
            found.push((choice(school.id.to_string(), label), school.id, None));
        }
    }
    Ok(found)
}

/// Begins an album.
pub(super) async fn begin(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let whereto = whereto(ask, &mut reading).await?;
    if whereto.is_empty() {
        return Err(ask.refused(Action::TakePhotos));
    }
    let album = match check(ask, &whereto) {
        Ok(album) => album,
        Err(errors) => {
            let page = listed(ask, &mut reading, &errors).await?;
            return Ok(Reply::Again(page));
        }
    };
    make(ask, &mut reading, &album).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("/fotos/{}", album.id.as_simple())))
}

/// Makes an album, if they may.
pub(super) async fn make(ask: &Ask<'_>, reading: &mut Reading, album: &Album) -> Result<(), Fault> {
    let role = ask.must(Action::TakePhotos, &album.scope(ask.caller.board))?;
    rows::add(&mut reading.tx, &reading.keys, album).await?;
    let entry: Entry = ask
        .entry("photo_album", "made", role)
        .on(album.id.as_simple().to_string());
    decisions::record(&mut reading.tx, &entry).await?;
    Ok(())
}

fn check(ask: &Ask<'_>, whereto: &[Whereto]) -> Result<Album, Errors> {
    let (form, words) = (&ask.form, ask.words());
    let mut errors = Errors::default();
    let name = line(form.one("naam"));
    if name.is_empty() || name.chars().count() > NAME {
        errors.add("naam", words.t("albums-name-wrong"));
    }
    let oldest = ask.today.saturating_sub(10.years());
    let on = day(form, "dag").filter(|on| *on <= ask.today && *on >= oldest);
    if on.is_none() {
        errors.add("dag", words.t("albums-day-wrong"));
    }
    let place = whereto.iter().find(|(choice, ..)| choice.chosen);
    if place.is_none() {
        errors.add("van", words.t("albums-of-wrong"));
    }
    let (Some(on), Some((_, school, group))) = (on, place) else {
        return Err(errors);
    };
    errors.or(Album {
        id: ask.new_id(),
        school: *school,
        group: *group,
        name,
        day: on,
        made_by: ask.caller.person,
        made_at: ask.now,
    })
}
