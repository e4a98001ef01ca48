//! The photos on which the school named a child, for who may say no for that child; and of a pupil or a member of staff, their
//! own. Of each only that one head is shown.

use axum::extract::State;
use axum::response::Response;
use consent::model::Capacity;
use consent::{Spoken, speaks_for};
use decisions::looked;
use identity::Caller;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use shell::{Fault, Form, Visit};
use words::{PersonId, Role};

use crate::model::{Album, File, Photo, State as Stand};
use crate::store::requests::Request;
use crate::store::{albums, marks, photos, pieces, requests, seen};
use crate::views::own as view;
use crate::{Photos, texts, work};

/// So many photos of one person are shown, the newest. All of them can be covered.
const MOST: usize = 60;

/// As what the visitor acts for somebody.
pub(super) fn role(ask: &Ask<'_>, spoken: &Spoken) -> Option<Role> {
    match spoken.capacity {
        Capacity::Guardian => Some(Role::Ouder),
        Capacity::Own => ask.caller.roles.first().map(|held| held.role),
    }
}

/// The person in this part of the address, if the visitor may say no for them.
pub(super) async fn spoken(
    ask: &Ask<'_>,
    reading: &mut Reading,
    at: usize,
) -> Result<Spoken, Fault> {
    let id: PersonId = ask.id(at)?;
    let all = speaks_for(ask, reading).await?;
    let found = all.into_iter().find(|one| one.person == id);
    found.ok_or(Fault::Missing)
}

/// Everything that bears the name of a person.
pub(super) struct Named {
    /// What somebody of the school looked at and shows this person: it may be seen.
    pub(super) shown: Vec<Photo>,
    /// Everything, also what the school is still at work on, except where it was asked already.
    pub(super) all: Vec<Photo>,
}

impl Named {
    pub(super) async fn of(reading: &mut Reading, person: PersonId) -> Result<Self, Fault> {
        let tx = &mut reading.tx;
        let asked = requests::about(tx, person).await?;
        let mut named = Self {
            shown: Vec::new(),
            all: Vec::new(),
        };
        for photo in photos::with(tx, person).await? {
            let in_film = |one: &Request| photo.film.is_some() && one.photo == photo.id;
            if asked.iter().any(in_film) {
                continue;
            }
            if may_see(reading, &photo, person).await? {
                named.shown.push(photo.clone());
            }
            named.all.push(photo);
        }
        Ok(named)
    }
}

/// A person said that everybody is in the list, and this one can be seen. Before that a name may stand at the wrong face.
async fn may_see(reading: &mut Reading, photo: &Photo, person: PersonId) -> Result<bool, Fault> {
    if photo.complete.is_none() || photo.state != Stand::Ready {
        return Ok(false);
    }
    let faces = marks::of_photo(&mut reading.tx, photo.id).await?;
    let mut theirs = faces
        .iter()
        .filter(|face| face.mark.person() == Some(person));
    Ok(theirs.any(|face| photo.film.is_some() || !photo.leaves_out(face)))
}

/// The page.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let all = speaks_for(ask, &mut reading).await?;
    let mut people = Vec::new();
    for one in &all {
        people.push(person(ask, &mut reading, one).await?);
    }
    reading.tx.commit().await?;
    // A child first; who looks for a child is no pupil.
    let child = all.iter().any(|one| one.capacity == Capacity::Guardian);
    // Staff and parents who are on no photo need no heading of their own.
    people.retain(|one: &view::Person| !child || !one.own || one.any());
    Ok(Reply::Page(view::page(&ask.frame(), child, &people)))
}

async fn person(ask: &Ask<'_>, reading: &mut Reading, one: &Spoken) -> Result<view::Person, Fault> {
    let named = Named::of(reading, one.person).await?;
    let mut items = Vec::new();
    for photo in named.shown.iter().take(MOST) {
        items.extend(item(ask, reading, one.person, photo).await?);
    }
    let mut asked = Vec::new();
    for request in requests::about(&mut reading.tx, one.person).await? {
        asked.extend(state(ask, reading, &request).await?);
    }
    asked.dedup();
    let me = ask.caller.person;
    if !items.is_empty() && me != one.person {
        let role = role(ask, one);
        looked(&mut reading.tx, ask.now, me, role, one.person, "photos").await?;
    }
    Ok(view::Person {
        name: one.name.clone(),
        own: one.capacity == Capacity::Own,
        address: format!("/fotos/afdekken/{}", one.person),
        beyond: named.shown.len().saturating_sub(MOST),
        not_yet: named.all.len() - named.shown.len(),
        items,
        asked,
    })
}

/// A photo as the page lists it.
pub(super) async fn item(
    ask: &Ask<'_>,
    reading: &mut Reading,
    person: PersonId,
    photo: &Photo,
) -> Result<Option<view::Item>, Fault> {
    let Some((album, day)) = event(ask, reading, photo).await? else {
        return Ok(None);
    };
    let faces = marks::of_photo(&mut reading.tx, photo.id).await?;
    let task = work::alone(person, &faces, photo).filter(|_| is_at_hand(photo));
    Ok(Some(view::Item {
        photo: photo.id.as_simple().to_string(),
        picture: task.and_then(|task| task.crop).map(|head| {
            let address = format!("/fotos/mijn/beeld/{}/{person}", photo.id.as_simple());
            (address, view::small(head))
        }),
        film: photo.film.is_some(),
        album: album.name,
        day,
    }))
}

/// What is asked already, and how far it is.
async fn state(
    ask: &Ask<'_>,
    reading: &mut Reading,
    request: &Request,
) -> Result<Option<view::Asked>, Fault> {
    let Some(photo) = photos::one(&mut reading.tx, request.photo).await? else {
        return Ok(None);
    };
    let event = event(ask, reading, &photo).await?;
    Ok(event.map(|(album, day)| view::Asked {
        photo: photo.id,
        album: album.name,
        day,
        at: ask.frame().day(shell::clock::today(request.asked_at)),
        state: match (photo.film.is_some(), photo.is_settled()) {
            (true, _) => "own-state-film",
            (false, true) => "own-state-made",
            (false, false) => "own-state-busy",
        },
    }))
}

async fn event(
    ask: &Ask<'_>,
    reading: &mut Reading,
    photo: &Photo,
) -> Result<Option<(Album, String)>, Fault> {
    let album = albums::one(&mut reading.tx, &reading.keys, photo.album).await?;
    Ok(album.map(|album| {
        let day = ask.frame().day(album.day);
        (album, day)
    }))
}

/// The file shows what the rows say: only then is it known where everybody is in it.
fn is_at_hand(photo: &Photo) -> bool {
    photo.film.is_none() && photo.is_settled()
}

/// The head of one person out of a photo.
pub(super) async fn show(State(us): State<Photos>, visit: Visit, caller: Caller) -> Response {
    let ask = Ask::with_words(&us.people, &visit, &caller, Form::default(), texts);
    match picture(&us, &ask).await {
        Ok(bytes) => shell::headers::file(bytes, "image/jpeg"),
        Err(fault) => ask.reply(Err(fault)),
    }
}

async fn picture(us: &Photos, ask: &Ask<'_>) -> Result<Vec<u8>, Fault> {
    let id: PersonId = ask.id(3)?;
    let mut reading = ask.writing().await?;
    let one = spoken(ask, &mut reading, 4).await?;
    let photo = photos::one(&mut reading.tx, id.0).await?;
    let photo = photo.filter(is_at_hand).ok_or(Fault::Missing)?;
    if !may_see(&mut reading, &photo, one.person).await? {
        return Err(Fault::Missing);
    }
    let faces = marks::of_photo(&mut reading.tx, photo.id).await?;
    let task = work::alone(one.person, &faces, &photo).ok_or(Fault::Missing)?;
    let key = pieces::key(&mut reading.tx, &reading.keys, photo.id).await?;
    let key = key.ok_or(Fault::Missing)?;
    let bytes = pieces::get(&mut reading.tx, &key, photo.id, File::Large).await?;
    let bytes = bytes.ok_or(Fault::Missing)?;
    let (me, subject) = (ask.caller.person, one.person);
    if me != subject && seen::first(&mut reading.tx, photo.id, me, subject.0, ask.now).await? {
        let role = role(ask, &one);
        looked(&mut reading.tx, ask.now, me, role, subject, "photo").await?;
    }
    reading.tx.commit().await?;
    let perform = us.perform.clone();
    let work = move || perform(&task, &mut std::io::Cursor::new(bytes));
    let done = tokio::task::spawn_blocking(work).await;
    let done = done.map_err(anyhow::Error::from)?;
    let done = done.map_err(|fault| anyhow::anyhow!("{fault}"))?;
    let made = done.ok().and_then(|done| done.files.into_iter().nth(2));
    made.map(|file| file.bytes).ok_or(Fault::Missing)
}
