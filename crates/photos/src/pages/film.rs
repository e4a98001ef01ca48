//! One film: who is in it, named by hand, and where it may go, confirmed by hand.

use std::collections::BTreeSet;

use identity::Caller;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use serde_json::json;
use shell::{Fault, Form, Visit};
use ui::Errors;
use ui::form::Choice;
use words::{PersonId, Role};

use super::album::{Known, address, licence_key, refused_said, said};
use super::photo::{People, group_choices, group_chosen, names, people};
use crate::Photos;
use crate::model::{Album, Face, Mark, Photo, State};
use crate::rules::{Heap, Holds};
use crate::store::{films, marks, photos, requests};
use crate::views::film as view;

/// People in one film.
const MOST: usize = 400;

/// A request about a film, and whether this house can take the metadata out of films.
pub(super) struct Desk<'a> {
    ask: Ask<'a>,
    cleans: bool,
}

impl<'a> std::ops::Deref for Desk<'a> {
    type Target = Ask<'a>;
    fn deref(&self) -> &Self::Target {
        &self.ask
    }
}

/// The request.
pub(super) fn asked<'a>(
    us: &'a Photos,
    visit: &'a Visit,
    caller: &'a Caller,
    form: Form,
) -> Desk<'a> {
    Desk {
        ask: super::asked(us, visit, caller, form),
        cleans: us.clean.is_some(),
    }
}

/// The film.
pub(super) async fn page(ask: &Desk<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let (film, album, _) = super::film_of(ask, &mut reading).await?;
    let page = shown(ask, &mut reading, (&film, &album), &Errors::default()).await?;
    Ok(Reply::Page(page))
}

async fn shown(
    ask: &Desk<'_>,
    reading: &mut Reading,
    (film, album): (&Photo, &Album),
    errors: &Errors,
) -> Result<maud::Markup, Fault> {
    let known = Known::of(ask, reading, album).await?;
    let choice = group_chosen(ask, album);
    let named = known.faces(film.id);
    let is_named = |id| named.iter().any(|face| face.mark == Mark::Person(id));
    let people = people(reading, ask, album, choice, named).await?;
    let query = super::query(&super::chosen(ask));
    let at = known.photos.iter().position(|one| one.id == film.id);
    let at = at.unwrap_or_default();
    let neighbour = |at: Option<usize>| {
        let one = at.and_then(|at| known.photos.get(at));
        one.map(|one| address(one, &query))
    };
    let outcome = known.heap(film);
    let chosen = known.wheres.iter().filter(|one| one.chosen);
    let chosen: Vec<String> = chosen.map(|one| one.label.clone()).collect();
    let credit = photos::credit_of(&mut reading.tx, &reading.keys, film.id).await?;
    let shown = view::Film {
        number: at + 1,
        of: known.photos.len(),
        id: film.id.as_simple().to_string(),
        album: (
            album.name.clone(),
            format!("/fotos/{}{query}", album.id.as_simple()),
        ),
        refused: film.refusal.map(|refusal| refused_said(ask, &refusal)),
        clean: film.state == State::Ready,
        cleans: ask.cleans,
        heap: outcome.heap,
        reasons: outcome.reasons.iter().map(|one| said(ask, *one)).collect(),
        wheres: chosen,
        named: named
            .iter()
            .filter_map(|face| {
                let person = face.mark.person()?;
                Some((reading.names.said(person), known.holds(film, face)))
            })
            .collect(),
        first: names(ask, reading, &people.named, is_named),
        pupils: names(ask, reading, &people.pupils, is_named),
        staff: names(ask, reading, &people.staff, is_named),
        complete: film.complete.is_some(),
        places: places(ask, &known, film),
        may_go: outcome.heap == Heap::Ready,
        groups: group_choices(ask, reading, album, choice).await?,
        query: query.clone(),
        before: neighbour(at.checked_sub(1)),
        after: neighbour(Some(at + 1)),
        licence: ask.words().t(licence_key(film.licence)).to_owned(),
        credit,
        by: reading.names.said(film.added_by),
        added: ask.frame().moment(film.added_at),
    };
    Ok(view::page(&ask.frame(), &shown, errors))
}

/// Every place with what holds there: whether everybody named may be shown, and whether somebody confirmed it.
fn places(ask: &Ask<'_>, known: &Known, film: &Photo) -> Vec<view::Place> {
    let words = ask.words();
    let place = |place: &Choice| {
        let refused = known
            .faces(film.id)
            .iter()
            .filter(|face| known.holds_at(film, face, &place.value) != Holds::May);
        let refused = refused.count();
        view::Place {
            value: place.value.clone(),
            label: format!("{} ({})", place.label, place.hint),
            confirmed: known.is_confirmed(film.id, &place.value),
            refused: (refused > 0).then(|| words.f("reason-may-not", &[("n", refused.into())])),
        }
    };
    known.wheres.iter().map(place).collect()
}

/// Keeps who is in it, and whether that is everybody.
pub(super) async fn save(ask: &Desk<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let (film, album, role) = super::film_of(ask, &mut reading).await?;
    if film.state == State::Refused {
        return Err(Fault::Missing);
    }
    let faces = marks::of_photo(&mut reading.tx, film.id).await?;
    let group = group_chosen(ask, &album);
    let offered = people(&mut reading, ask, &album, group, &faces).await?;
    let Some(wanted) = wanted(ask, &offered) else {
        let mut errors = Errors::default();
        errors.add("wie", ask.words().t("mark-wrong"));
        let page = shown(ask, &mut reading, (&film, &album), &errors).await?;
        return Ok(Reply::Again(page));
    };
    name(ask, &mut reading, &film, (&faces, &offered, &wanted), role).await?;
    super::mark::declare(
        ask,
        &mut reading,
        (&film, ask.form.one("iedereen") == "ja"),
        role,
    )
    .await?;
    reading.tx.commit().await?;
    Ok(back(ask, &film))
}

/// Who was ticked; none if somebody was who is not offered.
fn wanted(ask: &Ask<'_>, offered: &People) -> Option<BTreeSet<PersonId>> {
    let ticked = ["wie", "eerder", "staf"]
        .into_iter()
        .flat_map(|name| ask.form.all(name));
    ticked
        .take(MOST)
        .map(|text| text.parse().ok().filter(|person| offered.has(*person)))
        .collect()
}

async fn name(
    ask: &Ask<'_>,
    reading: &mut Reading,
    film: &Photo,
    (faces, offered, wanted): (&[Face], &People, &BTreeSet<PersonId>),
    role: Role,
) -> Result<(), Fault> {
    let tx = &mut reading.tx;
    let is = |face: &Face| face.mark.person();
    let asked = requests::of_photo(tx, film.id).await?;
    let gone = faces.iter().filter(|face| {
        // Who was not on the form was not unticked on it; and who asked to be covered stays, so that it goes nowhere.
        let stays = asked.iter().any(|one| one.number == face.number);
        !stays && is(face).is_none_or(|person| offered.has(person) && !wanted.contains(&person))
    });
    let gone: Vec<i64> = gone.map(|face| face.number).collect();
    let there: BTreeSet<PersonId> = faces.iter().filter_map(is).collect();
    let first = faces.iter().map(|face| face.number).max().unwrap_or(0) + 1;
    let new: Vec<Face> = (first..)
        .zip(wanted.difference(&there))
        .map(|(number, person)| Face::in_film(number, *person))
        .collect();
    if gone.is_empty() && new.is_empty() {
        return Ok(());
    }
    for number in &gone {
        marks::remove(tx, film.id, *number).await?;
    }
    marks::add(tx, film.id, &new).await?;
    // Whoever confirmed a place did so for the people that were named then.
    films::unconfirm(tx, film.id).await?;
    let entry = ask
        .entry("photo_faces", "said", role)
        .on(film.id.as_simple().to_string())
        .from_facts(
            json!({ "film": true, "named": wanted.len(), "added": new.len(), "taken": gone.len() }),
        );
    decisions::record(tx, &entry).await?;
    Ok(())
}

/// Confirms the places where it may go, each by hand; those that are not ticked are confirmed no more.
pub(super) async fn confirm(ask: &Desk<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let (film, album, role) = super::film_of(ask, &mut reading).await?;
    let known = Known::of(ask, &mut reading, &album).await?;
    let ticked: Vec<&str> = ask.form.all("plek").take(100).collect();
    let places: Vec<&Choice> = known
        .wheres
        .iter()
        .filter(|one| ticked.contains(&one.value.as_str()))
        .collect();
    let all_may = |place: &&Choice| {
        let mut faces = known.faces(film.id).iter();
        faces.all(|face| known.holds_at(&film, face, &place.value) == Holds::May)
    };
    let mut errors = Errors::default();
    if film.complete.is_none() || film.state != State::Ready {
        errors.add("plek", ask.words().t("film-first"));
    } else if !places.iter().all(all_may) || places.len() < ticked.len() {
        errors.add("plek", ask.words().t("film-may-not"));
    }
    if !errors.is_empty() {
        let page = shown(ask, &mut reading, (&film, &album), &errors).await?;
        return Ok(Reply::Again(page));
    }
    films::unconfirm(&mut reading.tx, film.id).await?;
    for place in &places {
        let by = (ask.caller.person, ask.now);
        films::confirm(&mut reading.tx, film.id, &place.value, by).await?;
    }
    let entry = ask
        .entry("photo_film", "confirmed", role)
        .on(film.id.as_simple().to_string())
        .from_facts(
            json!({ "places": places.iter().map(|place| &place.value).collect::<Vec<_>>() }),
        );
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(back(ask, &film))
}

fn back(ask: &Ask<'_>, film: &Photo) -> Reply {
    let query = super::query(&super::chosen(ask));
    Reply::GoOn(address(film, &query))
}
