//! One album: its photos in three heaps, for a place that is chosen.

use std::collections::HashMap;

use consent::model::Cell;
use consent::places;
use consent::register::Register;
use faces::Refusal;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use serde_json::json;
use shell::Fault;
use ui::form::Choice;
use uuid::Uuid;
use words::{Locale, Medium, PersonId};

use crate::model::{Album, Face, Licence, Mark, Photo, State};
use crate::rules::{self, Heap, Holds, Outcome, Reason, Stands};
use crate::store::requests::{self, Request};
use crate::store::{films, marks, photos};
use crate::views::album as view;

/// What is known of an album, at the place that was chosen.
pub(super) struct Known {
    pub(super) photos: Vec<Photo>,
    faces: HashMap<Uuid, Vec<Face>>,
    pub(super) register: Register,
    pub(super) wheres: Vec<Choice>,
    cells: Vec<Cell>,
    confirmed: HashMap<Uuid, Vec<String>>,
    asked: Vec<Request>,
}

impl Known {
    pub(super) async fn of(
        ask: &Ask<'_>,
        reading: &mut Reading,
        album: &Album,
    ) -> Result<Self, Fault> {
        let photos = photos::of_album(&mut reading.tx, album.id).await?;
        let mut faces: HashMap<Uuid, Vec<Face>> = HashMap::new();
        for (photo, face) in marks::of_album(&mut reading.tx, album.id).await? {
            faces.entry(photo).or_default().push(face);
        }
        let mut confirmed: HashMap<Uuid, Vec<String>> = HashMap::new();
        for (film, place) in films::confirmed(&mut reading.tx, album.id).await? {
            confirmed.entry(film).or_default().push(place);
        }
        let all = faces.values().flatten();
        let mut people: Vec<PersonId> = all.filter_map(|face| face.mark.person()).collect();
        people.sort_unstable();
        people.dedup();
        let (tx, names) = (&mut reading.tx, &reading.names);
        let register = Register::of(tx, names, album.school, &people, ask.today).await?;
        let chosen = super::chosen(ask);
        let (wheres, cells) = places::asked(&register, &chosen, Medium::Foto, ask.locale());
        Ok(Self {
            photos,
            faces,
            register,
            wheres,
            cells,
            confirmed,
            asked: requests::of_album(&mut reading.tx, album.id).await?,
        })
    }

    /// The faces of a photo.
    pub(super) fn faces(&self, photo: Uuid) -> &[Face] {
        self.faces.get(&photo).map_or(&[], Vec::as_slice)
    }

    /// Somebody saw this film and said that it may go to this place.
    pub(super) fn is_confirmed(&self, film: Uuid, place: &str) -> bool {
        let places = self.confirmed.get(&film);
        places.is_some_and(|places| places.iter().any(|one| one == place))
    }

    /// This face was covered because somebody asked it, or would be if this were no film.
    pub(super) fn is_asked(&self, photo: Uuid, number: i64) -> bool {
        let mut asked = self.asked.iter();
        asked.any(|one| (one.photo, one.number) == (photo, number))
    }

    /// What holds of a face at every place that was chosen.
    pub(super) fn holds(&self, photo: &Photo, face: &Face) -> Holds {
        if photo.leaves_out(face) && face.mark != Mark::NoFace {
            return Holds::LeftOut;
        }
        self.holds_in(photo, face, &self.cells)
    }

    /// What holds of a face at this place.
    pub(super) fn holds_at(&self, photo: &Photo, face: &Face, place: &str) -> Holds {
        let chosen = [place.to_owned()];
        let (_, cells) = places::asked(&self.register, &chosen, Medium::Foto, Locale::Nl);
        self.holds_in(photo, face, &cells)
    }

    /// A yes to photos is no yes to films.
    fn holds_in(&self, photo: &Photo, face: &Face, cells: &[Cell]) -> Holds {
        let medium = if photo.film.is_some() {
            Medium::Film
        } else {
            Medium::Foto
        };
        let cells: Vec<Cell> = cells.iter().map(|cell| Cell { medium, ..*cell }).collect();
        let person = face.mark.person();
        // Nobody can be covered in a film: with them it goes nowhere.
        if person.is_some() && photo.film.is_some() && self.is_asked(photo.id, face.number) {
            return Holds::MayNot;
        }
        let outcome = person.and_then(|person| self.register.decide_all(person, &cells));
        rules::holds(face.mark, outcome.map(|outcome| outcome.shown))
    }

    /// The heap of a photo.
    pub(super) fn heap(&self, photo: &Photo) -> Outcome {
        let faces = self.faces(photo.id).iter();
        let held: Vec<Holds> = faces.map(|face| self.holds(photo, face)).collect();
        let mut places = self.wheres.iter().filter(|place| place.chosen);
        let stands = Stands {
            complete: photo.complete.is_some(),
            asked: self
                .asked
                .iter()
                .any(|one| one.photo == photo.id && one.seen_at.is_none()),
            settled: photo.is_settled(),
            confirmed: photo.film.is_none()
                || places.all(|place| self.is_confirmed(photo.id, &place.value)),
        };
        rules::heap(stands, &held)
    }
}

/// The album.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let id: PersonId = ask.id(1)?;
    let (album, role) = super::album_of(ask, &mut reading, id.0).await?;
    let known = Known::of(ask, &mut reading, &album).await?;
    let entry = ask
        .entry("photo_album", "shown", role)
        .on(album.id.as_simple().to_string())
        .from_facts(json!({ "photos": known.photos.len() }));
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    let query = super::query(&super::chosen(ask));
    let mut heaps: [Vec<view::Item>; 3] = Default::default();
    let mut refused = Vec::new();
    for (number, photo) in (1_usize..).zip(&known.photos) {
        let mut item = item(photo, number, &query);
        if let Some(refusal) = &photo.refusal {
            item.reasons.push(refused_said(ask, refusal));
            refused.push(item);
            continue;
        }
        let outcome = known.heap(photo);
        item.reasons = outcome.reasons.iter().map(|one| said(ask, *one)).collect();
        let [ready, look, not] = &mut heaps;
        match outcome.heap {
            Heap::Ready => ready.push(item),
            Heap::Look => look.push(item),
            Heap::Not => not.push(item),
        }
    }
    let group = album.group.and_then(|group| reading.names.group(group));
    let licences = Licence::ALL.iter().map(|licence| {
        let label = ask.words().t(licence_key(*licence));
        Choice::new(licence.key(), label, *licence == Licence::Own)
    });
    let shown = view::Album {
        name: album.name.clone(),
        day: ask.frame().day(album.day),
        group: group.map(|group| group.name.clone()),
        address: format!("/fotos/{}", album.id.as_simple()),
        school: album.school.to_string(),
        wheres: known.wheres,
        heaps,
        refused,
        licences: licences.collect(),
        most: super::send::FILM,
    };
    Ok(Reply::Page(view::page(&ask.frame(), &shown)))
}

/// On to the last photo that somebody sent and nobody looked at yet; to the album where there is none.
pub(super) async fn next(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let id: PersonId = ask.id(1)?;
    let (album, _) = super::album_of(ask, &mut reading, id.0).await?;
    let all = photos::of_album(&mut reading.tx, album.id).await?;
    let waits = |photo: &&Photo| {
        photo.added_by == ask.caller.person && photo.complete.is_none() && photo.refusal.is_none()
    };
    let last = all.iter().rfind(waits);
    let to = last.map_or_else(
        || format!("/fotos/{}", album.id.as_simple()),
        |photo| address(photo, ""),
    );
    Ok(Reply::GoOn(to))
}

fn item(photo: &Photo, number: usize, query: &str) -> view::Item {
    view::Item {
        number,
        id: photo.id.as_simple().to_string(),
        address: address(photo, query),
        size: size(photo),
        film: photo.film.is_some(),
        reasons: Vec::new(),
    }
}

/// Where a photo or film is worked on.
pub(super) fn address(photo: &Photo, query: &str) -> String {
    let kind = if photo.film.is_some() { "film" } else { "foto" };
    format!("/fotos/{kind}/{}{query}", photo.id.as_simple())
}

/// The size of its picture in a list, once there is one.
pub(super) fn size(photo: &Photo) -> Option<(u32, u32)> {
    let there = photo.state == State::Ready && photo.film.is_none();
    let shown = photo.shown();
    there.then(|| small((shown.w, shown.h)))
}

/// The size of a photo in a list.
fn small((width, height): (u32, u32)) -> (u32, u32) {
    let longest = width.max(height).max(1);
    let side = |side: u32| (side * 400 / longest).clamp(1, 400);
    if longest <= 400 {
        (width, height)
    } else {
        (side(width), side(height))
    }
}

/// The text that names a licence.
pub(super) const fn licence_key(licence: Licence) -> &'static str {
    match licence {
        Licence::Own => "licence-own",
        Licence::Person => "licence-person",
        Licence::Free => "licence-free",
    }
}

/// What has to happen before a photo is ready.
pub(super) fn said(ask: &Ask<'_>, reason: Reason) -> String {
    let words = ask.words();
    match reason {
        Reason::MayNot(many) => words.f("reason-may-not", &[("n", many.into())]),
        Reason::Unknown(many) => words.f("reason-unknown", &[("n", many.into())]),
        Reason::NotComplete => words.t("reason-not-complete").to_owned(),
        Reason::Asked => words.t("reason-asked").to_owned(),
        Reason::NotConfirmed => words.t("reason-not-confirmed").to_owned(),
        Reason::Busy => words.t("reason-busy").to_owned(),
    }
}

/// Why a file was not taken.
pub(super) fn refused_said(ask: &Ask<'_>, refusal: &Refusal) -> String {
    let words = ask.words();
    let key = match *refusal {
        Refusal::Empty | Refusal::CutShort => "refused-short",
        Refusal::Heavy { most } => return words.f("refused-heavy", &[("most", most.into())]),
        Refusal::NotAPhoto { .. } | Refusal::NoHeic => "refused-kind",
        Refusal::TwoThings { .. } => "refused-two",
        Refusal::TooManyPixels { .. } | Refusal::OddSize { .. } => "refused-size",
        Refusal::Moving => "refused-moving",
        Refusal::PrintingColours | Refusal::Deep { .. } => "refused-colours",
        Refusal::NoUp { .. } => "refused-up",
        _ => "refused-broken",
    };
    words.t(key).to_owned()
}
