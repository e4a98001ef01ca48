//! *Have my child covered*: asked by who may say no for them, done at once, without anybody's approval: as a withdrawal is.

use consent::model::Capacity;
use consent::store::publications;
use consent::{Spoken, rules};
use decisions::Entry;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use serde_json::json;
use shell::Fault;
use ui::Errors;
use ui::form::Choice;
use uuid::Uuid;
use words::PersonId;

use super::own::{Named, item, role, spoken};
use crate::covered::Covered;
use crate::jobs;
use crate::model::{Mark, Photo};
use crate::store::requests::{self, Request};
use crate::store::{films, marks, photos};
use crate::views::cover as view;

/// What the form sends: this photo, or all of them.
const THIS: &str = "deze";
const ALL: &str = "alle";

/// Of whom, and on which photos they may be covered.
struct Asked {
    one: Spoken,
    named: Named,
    /// The photo that was pointed at, if any.
    photo: Option<Photo>,
}

async fn asked(ask: &Ask<'_>, reading: &mut Reading, photo: &str) -> Result<Asked, Fault> {
    let one = spoken(ask, reading, 2).await?;
    let named = Named::of(reading, one.person).await?;
    let photo = match photo {
        "" => None,
        id => {
            let id: PersonId = id.parse().map_err(|_| Fault::Missing)?;
            let found = named.shown.iter().find(|photo| photo.id == id.0);
            Some(found.ok_or(Fault::Missing)?.clone())
        }
    };
    if named.all.is_empty() {
        return Err(Fault::Missing);
    }
    Ok(Asked { one, named, photo })
}

/// The form.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let asked = asked(ask, &mut reading, ask.query("foto")).await?;
    let page = shown(ask, &mut reading, &asked, &Errors::default()).await?;
    Ok(Reply::Page(page))
}

async fn shown(
    ask: &Ask<'_>,
    reading: &mut Reading,
    asked: &Asked,
    errors: &Errors,
) -> Result<maud::Markup, Fault> {
    let (words, one) = (ask.words(), &asked.one);
    let all = words.f(
        "cover-all",
        &[
            ("n", asked.named.all.len().into()),
            ("name", one.name.as_str().into()),
        ],
    );
    let mut choices = vec![Choice::new(ALL, all, asked.photo.is_none())];
    let mut photo = None;
    if let Some(at) = &asked.photo {
        // Where there is only this one, there is nothing to choose.
        choices.retain(|_| asked.named.all.len() > 1);
        choices.insert(0, Choice::new(THIS, words.t("cover-this"), true));
        photo = item(ask, reading, one.person, at).await?;
    }
    let films = asked.named.all.iter().any(|photo| photo.film.is_some());
    let shown = view::Cover {
        address: format!("/fotos/afdekken/{}", one.person),
        name: one.name.clone(),
        own: one.capacity == Capacity::Own,
        photo,
        choices,
        films,
    };
    Ok(view::page(&ask.frame(), &shown, errors))
}

/// Does it.
pub(super) async fn take(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    // Sent twice, or covered by the school in the meantime: nothing is left to do.
    let asked = match asked(ask, &mut reading, ask.form.one("foto")).await {
        Ok(asked) => asked,
        Err(Fault::Missing) if spoken(ask, &mut reading, 2).await.is_ok() => {
            return Ok(Reply::GoOn("/fotos/mijn".to_owned()));
        }
        Err(fault) => return Err(fault),
    };
    let wanted = match (ask.form.one("welke"), &asked.photo) {
        (THIS, Some(photo)) => vec![photo.clone()],
        (ALL, _) => asked.named.all.clone(),
        _ => {
            let mut errors = Errors::default();
            errors.add("welke", ask.words().t("cover-which-wrong"));
            let page = shown(ask, &mut reading, &asked, &errors).await?;
            return Ok(Reply::Again(page));
        }
    };
    let act = ask.new_id();
    for photo in &wanted {
        one(ask, &mut reading, (act, asked.one.person), photo).await?;
    }
    told(ask, &mut reading, (act, &asked.one), &wanted).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("/fotos/gevraagd/{}", act.as_simple())))
}

/// Covers a person on one photo, and asks somebody of the school to look at it; a film goes nowhere any more.
async fn one(
    ask: &Ask<'_>,
    reading: &mut Reading,
    (act, person): (Uuid, PersonId),
    photo: &Photo,
) -> Result<(), Fault> {
    let tx = &mut reading.tx;
    let faces = marks::of_photo(tx, photo.id).await?;
    let theirs = faces
        .iter()
        .filter(|face| face.mark == Mark::Person(person));
    let rows: Vec<Request> = theirs
        .map(|face| Request {
            photo: photo.id,
            number: face.number,
            act,
            person,
            asked_by: ask.caller.person,
            asked_at: ask.now,
            seen_at: None,
        })
        .collect();
    requests::add(tx, &rows).await?;
    photos::complete(tx, photo.id, None).await?;
    if photo.film.is_some() {
        return Ok(films::unconfirm(tx, photo.id).await?);
    }
    for row in &rows {
        marks::cover(tx, photo.id, row.number).await?;
    }
    let change = photos::cover_anew(tx, photo.id).await?;
    jobs::make(tx, photo.id, change, ask.now).await?;
    Ok(())
}

/// The log, and whoever published one of these photos.
async fn told(
    ask: &Ask<'_>,
    reading: &mut Reading,
    (act, spoken): (Uuid, &Spoken),
    wanted: &[Photo],
) -> Result<(), Fault> {
    let films = wanted.iter().filter(|photo| photo.film.is_some()).count();
    let entry = Entry::new(ask.now, "photo_request", "covered")
        .by(ask.caller.person, role(ask, spoken))
        .about(spoken.person)
        .from_facts(json!({
            "act": act, "capacity": spoken.capacity.key(), "photos": wanted.len() - films, "films": films, "rule": rules::LAW,
        }));
    decisions::record(&mut reading.tx, &entry).await?;
    let covered = Covered {
        act,
        person: spoken.person,
        photos: wanted.iter().map(|photo| photo.id).collect(),
    };
    covered.tell(&mut reading.tx, ask.now).await?;
    Ok(())
}

/// What was done, and what happens next.
pub(super) async fn done(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let act: PersonId = ask.id(2)?;
    let tx = &mut reading.tx;
    let all = requests::of_act(tx, act.0, ask.caller.person).await?;
    let first = all.first().ok_or(Fault::Missing)?;
    let out = publications::asked_back(tx, &reading.keys, first.person, act.0).await?;
    let mut ids: Vec<Uuid> = all.iter().map(|one| one.photo).collect();
    ids.dedup();
    let (mut pictures, mut films, mut busy) = (0_usize, 0_usize, false);
    for id in ids {
        let Some(photo) = photos::one(tx, id).await? else {
            continue;
        };
        if photo.film.is_some() {
            films += 1;
        } else {
            pictures += 1;
            busy |= !photo.is_settled();
        }
    }
    let done = view::Done {
        name: reading.names.said(first.person),
        photos: pictures,
        films,
        busy,
        out: out.into_iter().map(|one| one.what.title).collect(),
    };
    Ok(Reply::Page(view::done(&ask.frame(), &done)))
}
