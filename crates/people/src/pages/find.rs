//! Find a person by two letters.

use identity::Action;
use ui::Table;

use super::ask::{Answer, Ask, Reading, Reply};
use crate::directory::Known;
use crate::views::find::{Found, Hit};
use crate::views::{self, Who};

/// More than this nobody reads.
const MOST: usize = 50;

/// The page that finds people.
pub(super) async fn page(ask: &Ask<'_>) -> Answer {
    let reading = ask.reading().await?;
    if ask
        .schools_for(Action::LookPersons, &reading.schools)
        .is_empty()
        && ask.caller.ties.groups.is_empty()
    {
        return Err(ask.refused(Action::LookPersons));
    }
    let typed: String = ask.query("zoek").chars().take(100).collect();
    let hits = (!typed.is_empty()).then(|| {
        let seen = |known: &Known| ask.role_for(Action::LookPersons, &ask.of(known)).is_some();
        let found = reading.names.find(&typed, MOST + 1, seen);
        found
            .into_iter()
            .map(|known| hit(ask, &reading, known))
            .collect::<Vec<_>>()
    });
    let more = hits.as_ref().is_some_and(|hits| hits.len() > MOST);
    let found = Found {
        typed,
        hits: hits.map(|hits| hits.into_iter().take(MOST).collect()),
        more,
        may_add: !ask
            .schools_for(Action::EditPersons, &reading.schools)
            .is_empty(),
    };
    Ok(Reply::Page(views::find::page(&ask.frame(), &found)))
}

fn hit(ask: &Ask<'_>, reading: &Reading, known: &Known) -> Hit {
    Hit {
        who: Who {
            name: known.name.listed(),
            address: Some(format!("/mensen/{}", known.id)),
        },
        kind: kind(known, ask.words()),
        place: place(reading, known),
    }
}

/// Pupil, guardian, staff; several at once.
pub(super) fn kind(known: &Known, words: &Table) -> String {
    let kinds = [
        (known.left_on.is_some(), "kind-left"),
        (known.place.pupil, "kind-pupil"),
        (known.place.guardian, "kind-guardian"),
        (known.place.staff, "kind-staff"),
    ];
    let said: Vec<&str> = kinds
        .iter()
        .filter(|(is, _)| *is)
        .map(|(_, key)| words.t(key))
        .collect();
    said.join(", ")
}

/// Groups, and the school where there are several.
pub(super) fn place(reading: &Reading, known: &Known) -> String {
    let groups = known
        .place
        .groups
        .iter()
        .filter_map(|id| reading.names.group(*id));
    let mut said: Vec<String> = groups.map(|group| group.name.clone()).collect();
    if reading.schools.len() > 1 || said.is_empty() {
        let schools = reading
            .schools
            .iter()
            .filter(|school| known.place.schools.contains(&school.id));
        said.extend(schools.map(|school| school.name.clone()));
    }
    said.join(", ")
}
