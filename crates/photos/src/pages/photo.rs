//! One photo: its faces by number, and who they are.

use std::collections::{BTreeSet, HashMap};

use identity::Action;
use people::SchoolYear;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::model::Part;
use people::store::groups;
use shell::Fault;
use ui::Errors;
use ui::form::Choice;
use words::{GroupId, PersonId};

use super::album::{Known, address, licence_key, refused_said, said};
use crate::model::{Album, Face, Mark, Photo, State};
use crate::store::photos;
use crate::views::photo as view;

/// What a select sends.
pub(super) const COVER: &str = "afdekken";
pub(super) const NO_FACE: &str = "geen";
pub(super) const AWAY: &str = "weg";

/// The photo with its faces.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let (photo, album, _) = super::photo_of(ask, &mut reading).await?;
    let page = shown(ask, &mut reading, (&photo, &album), &Errors::default()).await?;
    Ok(Reply::Page(page))
}

/// The page, also again with what is to be repaired.
pub(super) async fn shown(
    ask: &Ask<'_>,
    reading: &mut Reading,
    (photo, album): (&Photo, &Album),
    errors: &Errors,
) -> Result<maud::Markup, Fault> {
    let known = Known::of(ask, reading, album).await?;
    let choice = group_chosen(ask, album);
    let people = people(reading, ask, album, choice, known.faces(photo.id)).await?;
    let outcome = known.heap(photo);
    let query = super::query(&super::chosen(ask));
    let at = known.photos.iter().position(|one| one.id == photo.id);
    let at = at.unwrap_or_default();
    let neighbour = |at: Option<usize>| {
        let one = at.and_then(|at| known.photos.get(at));
        one.map(|one| address(one, &query))
    };
    let finds = ask
        .role_for(Action::TypeConsent, &ask.at(album.school))
        .is_some();
    let credit = photos::credit_of(&mut reading.tx, &reading.keys, photo.id).await?;
    let groups = group_choices(ask, reading, album, choice).await?;
    let faces = known.faces(photo.id).iter().map(|face| view::Face {
        number: face.number,
        place: face.place,
        head: face.cover(),
        holds: known.holds(photo, face),
        sure: face.sure,
        drawn: !face.found,
        fixed: match face.mark {
            Mark::Cover if known.is_asked(photo.id, face.number) => Some("face-asked"),
            Mark::Cover if !photo.original => Some("face-fixed"),
            _ => None,
        },
        choices: choices(ask, reading, &people, face),
        person: face.mark.person().filter(|_| finds).map(|person| {
            let name = reading.names.said(person);
            (
                name,
                format!("/fotos/van/{person}?foto={}", photo.id.as_simple()),
            )
        }),
    });
    let shown = view::Photo {
        number: at + 1,
        of: known.photos.len(),
        id: photo.id.as_simple().to_string(),
        query: query.clone(),
        album: (
            album.name.clone(),
            format!("/fotos/{}{query}", album.id.as_simple()),
        ),
        ids: (album.id.as_simple().to_string(), album.school.to_string()),
        part: photo.shown(),
        cropped: photo.crop.is_some(),
        open_to_crops: photo.is_open_to_crops() && photo.is_settled(),
        ready: photo.state == State::Ready,
        refused: photo.refusal.map(|refusal| refused_said(ask, &refusal)),
        made: photo.made,
        heap: outcome.heap,
        reasons: outcome.reasons.iter().map(|one| said(ask, *one)).collect(),
        wheres: known
            .wheres
            .iter()
            .filter(|one| one.chosen)
            .map(|one| one.label.clone())
            .collect(),
        faces: faces.collect(),
        complete: photo.complete.is_some(),
        before: neighbour(at.checked_sub(1)),
        after: neighbour(Some(at + 1)),
        groups,
        licence: ask.words().t(licence_key(photo.licence)).to_owned(),
        credit,
        by: reading.names.said(photo.added_by),
        added: ask.frame().moment(photo.added_at),
    };
    Ok(view::page(&ask.frame(), &shown, errors))
}

/// Of which group the names are offered: the one that was asked for, that of the album, or one's own.
pub(super) fn group_chosen(ask: &Ask<'_>, album: &Album) -> Option<GroupId> {
    let asked = [ask.query("groep"), ask.form.one("groep")]
        .into_iter()
        .find_map(|text| text.parse().ok());
    asked.or(album.group).or_else(|| ask.own_groups().next())
}

/// The groups of the school to take names from.
pub(super) async fn group_choices(
    ask: &Ask<'_>,
    reading: &mut Reading,
    album: &Album,
    chosen: Option<GroupId>,
) -> Result<Vec<Choice>, Fault> {
    let mut all = groups::groups(&mut reading.tx, album.school, SchoolYear::of(ask.today)).await?;
    all.retain(|group| {
        ask.role_for(Action::TakePhotos, &ask.of_group(group))
            .is_some()
    });
    let choice = |group: people::model::Group| {
        Choice::new(group.id.to_string(), group.name, Some(group.id) == chosen)
    };
    Ok(all.into_iter().map(choice).collect())
}

/// Who is offered: pupils of the group, then staff of the school; and whoever is named already.
pub(super) struct People {
    pub(super) pupils: Vec<PersonId>,
    pub(super) staff: Vec<PersonId>,
    pub(super) named: Vec<PersonId>,
}

impl People {
    /// Somebody who may be chosen.
    pub(super) fn has(&self, person: PersonId) -> bool {
        let all = self.pupils.iter().chain(&self.staff).chain(&self.named);
        all.into_iter().any(|one| *one == person)
    }
}

pub(super) async fn people(
    reading: &mut Reading,
    ask: &Ask<'_>,
    album: &Album,
    group: Option<GroupId>,
    faces: &[Face],
) -> Result<People, Fault> {
    let mut pupils = Vec::new();
    let group = group.and_then(|group| reading.names.group(group)).cloned();
    if let Some(group) = group.filter(|group| {
        let scope = ask.of_group(group);
        group.school == album.school && ask.role_for(Action::TakePhotos, &scope).is_some()
    }) {
        let members = groups::members(&mut reading.tx, group.id, ask.today).await?;
        let of = members.iter().filter(|one| one.part == Part::Pupil);
        pupils.extend(of.map(|one| one.person));
    }
    let staff = reading.names.everybody().filter(|known| {
        known.place.staff && known.left_on.is_none() && known.place.schools.contains(&album.school)
    });
    let staff: Vec<PersonId> = staff.map(|known| known.id).collect();
    let named: BTreeSet<PersonId> = faces.iter().filter_map(|face| face.mark.person()).collect();
    Ok(People {
        named: named
            .into_iter()
            .filter(|person| !pupils.contains(person) && !staff.contains(person))
            .collect(),
        pupils,
        staff,
    })
}

/// These people to choose from. Who bear one name are told apart by their birth dates: a wrong tap would show a child whose
/// parents said no.
pub(super) fn names(
    ask: &Ask<'_>,
    reading: &Reading,
    ids: &[PersonId],
    is_chosen: impl Fn(PersonId) -> bool,
) -> Vec<Choice> {
    let known = reading.names.sorted(ids.iter().copied());
    let mut bearers: HashMap<String, usize> = HashMap::new();
    for one in &known {
        *bearers.entry(one.name.said()).or_default() += 1;
    }
    let choice = known.into_iter().map(|known| {
        let said = known.name.said();
        let label = match known.born {
            Some(born) if bearers.get(&said).is_some_and(|many| *many > 1) => {
                let day = ask.frame().day(born);
                let parts = [("name", said.into()), ("day", day.into())];
                ask.words().f("mark-namesake", &parts)
            }
            _ => said,
        };
        Choice::new(known.id.to_string(), label, is_chosen(known.id))
    });
    choice.collect()
}

fn choices(ask: &Ask<'_>, reading: &Reading, people: &People, face: &Face) -> view::Choices {
    let words = ask.words();
    let of = |ids: &[PersonId]| names(ask, reading, ids, |id| face.mark == Mark::Person(id));
    let mut first = vec![
        Choice::new("", words.t("mark-unknown"), face.mark == Mark::Unknown),
        Choice::new(COVER, words.t("mark-cover"), face.mark == Mark::Cover),
        Choice::new(NO_FACE, words.t("mark-no-face"), face.mark == Mark::NoFace),
    ];
    if !face.found {
        first.push(Choice::new(AWAY, words.t("mark-away"), false));
    }
    first.extend(of(&people.named));
    view::Choices {
        first,
        pupils: of(&people.pupils),
        staff: of(&people.staff),
    }
}
